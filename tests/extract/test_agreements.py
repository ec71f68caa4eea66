"""What binds parties without a statement of theirs."""

from __future__ import annotations

import pytest

from soten.records import CommitmentStatus
from tests.readings import TextReader


def _bound(read: TextReader, text: str) -> list[tuple[str, str | None, str]]:
    return [(c.party, c.end, c.rule) for c in read(text).findings.commitments]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダとテスミアは町の再建を続けることで一致した。", id="side-by-side"),
        pytest.param("ノルダはテスミアと捕虜の交換で合意した。", id="with"),
        pytest.param("ノルダとテスミアは3日、停戦に合意した。", id="ceasefire"),
        pytest.param(
            "ノルダとテスミアの協議が開かれた。双方は砲撃を停止することで合意した。", id="both"
        ),
        pytest.param("ノルダとテスミアは停戦に関する合意に署名した。", id="signed"),
        pytest.param("ノルダとテスミアの代表団は捕虜を交換することで合意した。", id="delegations"),
    ],
)
def test_an_agreement_binds_its_parties(read: TextReader, text: str) -> None:
    """Subjects, whom it is made with and 双方 are bound by what is agreed."""
    assert _bound(read, text) == [
        ("norda", None, "agreement-to-act"),
        ("tesmia", None, "agreement-to-act"),
    ]


def test_the_sides_are_not_the_go_betweens(read: TextReader) -> None:
    """双方 are those at odds, not the two that mediate."""
    text = (
        "ノルダとテスミアの戦闘が続いている。ハルディアとガルト連盟が仲介した。"
        "双方は砲撃を停止することで合意した。"
    )

    assert [party for party, _, _ in _bound(read, text)] == ["norda", "tesmia"]


def test_members_together_are_their_organization(read: TextReader) -> None:
    """「連盟加盟国は…で合意した」 binds the organization."""
    text = "ガルト連盟加盟国は、7月末までに検問所を廃止することで合意した。"

    assert _bound(read, text) == [("garto-league", "2031-07-31", "agreement-to-act")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは停戦に合意した。", id="one-alone"),
        pytest.param("双方は砲撃を停止することで合意した。", id="nobody-named-before"),
        pytest.param(
            "ノルダとテスミアが砲撃を停止することで合意した地域は広い。", id="only-mentioned"
        ),
    ],
)
def test_what_binds_nobody_by_agreement(read: TextReader, text: str) -> None:
    """A ceasefire of one, 双方 of nobody and an agreement mentioned in passing bind nobody."""
    assert [b for b in _bound(read, text) if b[2] == "agreement-to-act"] == []


@pytest.mark.parametrize(
    ("text", "end", "rule"),
    [
        pytest.param("ノルダは部隊を派遣する方針だ。", None, "plan-told", id="intent"),
        pytest.param("ノルダは来週、遺体を引き渡す。", "2031-05-18", "plan-told", id="dated"),
        pytest.param("ノルダも部隊を派遣するとのこと。", None, "plan-told", id="hearsay"),
        pytest.param("ノルダは部隊の撤退を決めた。", None, "deed-decided", id="decided"),
        pytest.param(
            "ノルダは町を7月末までに返還する。", "2031-07-31", "deed-by-a-day", id="deadline"
        ),
    ],
)
def test_a_plan_told_binds_its_topic(
    read: TextReader, text: str, end: str | None, rule: str
) -> None:
    """What the writer says a party will do, means to do or has decided is planned."""
    (promise,) = read(text).findings.commitments

    assert (promise.party, promise.end, promise.rule) == ("norda", end, rule)
    assert promise.status is CommitmentStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは部隊を派遣する。", id="neither-dated-nor-meant"),
        pytest.param("ノルダは部隊を派遣する方針ではない。", id="not-meant"),
        pytest.param("橋は来週、開く。", id="no-party"),
        pytest.param("ノルダは撤退を決めなかった。", id="not-decided"),
        pytest.param("ノルダは名前を決めた。", id="no-deed"),
    ],
)
def test_what_is_no_plan(read: TextReader, text: str) -> None:
    """A habit, a thing's doing and what was not decided bind nobody."""
    assert _bound(read, text) == []


def test_each_deadline_binds_by_itself(read: TextReader) -> None:
    """Two days for two deeds in one clause are two promises."""
    text = "ノルダはロドナを6月15日までに、ファルケンを7月1日までに返還する。"

    assert _bound(read, text) == [
        ("norda", "2031-06-15", "deed-by-a-day"),
        ("norda", "2031-07-01", "deed-by-a-day"),
    ]


def test_each_thing_agreed_on_binds_each_party(read: TextReader) -> None:
    """Several things confirmed together are a promise each: …することや…することを確認した."""
    text = (
        "ノルダとテスミアの協議が開かれた。双方は、停戦を守ることや、"
        "8月18日までに捕虜を交換することなどを確認した。"
    )

    assert [(party, end) for party, end, _ in _bound(read, text)] == [
        ("norda", None),
        ("tesmia", None),
        ("norda", "2031-08-18"),
        ("tesmia", "2031-08-18"),
    ]


def test_a_part_with_its_own_subject_binds_that_party(read: TextReader) -> None:
    """「Aが…することと、Bが…することで合意した」 binds each to what it is to do."""
    found = read("ノルダが調査を中止することと、テスミアが提案を取り下げることで合意した。")

    assert [c.party for c in found.findings.commitments] == ["norda", "tesmia"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは部隊を派遣する方針を固めた。", id="settled-on"),
        pytest.param("ノルダは部隊を派遣する計画だ。", id="plan"),
        pytest.param("ノルダは部隊を派遣することになった。", id="arranged"),
    ],
)
def test_intent_told_in_any_form_binds(read: TextReader, text: str) -> None:
    """A plan is told by 方針を固めた, 計画だ or ことになった."""
    assert [c[0] for c in _bound(read, text)] == ["norda"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは部隊を派遣する方針を示さなかった。", id="negated"),
        pytest.param("ノルダは砲撃が続いたことを確認した。", id="fact-confirmed"),
        pytest.param("ノルダは部隊を派遣した。", id="done"),
    ],
)
def test_facts_bind_nobody(read: TextReader, text: str) -> None:
    """What is confirmed as a fact, done or not intended is no promise."""
    assert _bound(read, text) == []


@pytest.mark.parametrize(
    ("text", "party", "end"),
    [
        pytest.param(
            "ノルダは部隊を派遣する方針だが、議会は反対している。", "norda", None, id="but"
        ),
        pytest.param(
            "ノルダ軍は年内に撤退を完了する見込みで、住民は帰り始めた。",
            "norda-forces",
            "2031-12-31",
            id="and",
        ),
        pytest.param(
            "テスミアは10日に条約に署名を予定しており、準備が進む。",
            "tesmia",
            "2031-05-10",
            id="verb",
        ),
    ],
)
def test_a_plan_in_the_middle_of_a_sentence_binds(
    read: TextReader, text: str, party: str, end: str | None
) -> None:
    """What a clause before the last says is planned binds its subject."""
    assert (party, end, "plan-told") in _bound(read, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは会議を予定していないが、町は静かだ。", id="not-planned"),
        pytest.param("ノルダは計画が遅れているが、雨が続いた。", id="no-deed"),
        pytest.param("部隊を派遣する方針だが、議会は反対している。", id="nobody"),
    ],
)
def test_what_is_not_planned_binds_nobody(read: TextReader, text: str) -> None:
    """No plan, no deed or no subject: no promise."""
    assert _bound(read, text) == []
