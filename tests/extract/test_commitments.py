"""Who binds himself to what, until when, on what condition."""

from __future__ import annotations

import pytest

from soten.records import CommitmentStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "party", "start", "end"),
    [
        pytest.param(
            "トセフ首相は、5月末までに検問所を廃止すると述べた。",
            "tesmia",
            None,
            "2031-05-31",
            id="until",
        ),
        pytest.param(
            "トセフ首相は6月1日から捕虜の釈放を始めると約束した。",
            "tesmia",
            "2031-06-01",
            None,
            id="from",
        ),
        pytest.param(
            "ベルカ大統領は部隊の撤収を約束した。", "norda", None, None, id="promise-of-a-deed"
        ),
        pytest.param(
            "ベルカ大統領は「捕虜を返す用意がある」と述べた。", "norda", None, None, id="ready"
        ),
    ],
)
def test_a_promise_binds_the_speaker_s_party(
    read: TextReader, text: str, party: str, start: str | None, end: str | None
) -> None:
    """What a speaker promises binds the party, from and until the days told."""
    (promise,) = read(text).findings.commitments

    assert (promise.party, promise.start, promise.end) == (party, start, end)
    assert promise.status is CommitmentStatus.OPEN


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は前向きな意思があると述べた。", id="merely-open"),
        pytest.param("ベルカ大統領は「橋は残った」と述べた。", id="fact"),
        pytest.param("専門家は橋の再建を約束した。", id="no-party"),
        pytest.param("ベルカ大統領はトセフ首相に橋の再建を求めた。", id="demand"),
        pytest.param("ベルカ大統領は橋の再建を約束しなかった。", id="not-promised"),
        pytest.param("7月末まで橋は閉じている。", id="no-speaker"),
    ],
)
def test_what_binds_nobody(read: TextReader, text: str) -> None:
    """Mere readiness, facts, demands on others and promises not made bind nobody."""
    assert read(text).findings.commitments == []


def test_a_promise_may_have_a_condition(read: TextReader) -> None:
    """The clause with れば is the condition of the promise."""
    found = read("ベルカ大統領は、テスミアが停戦を受け入れれば部隊を撤退させると約束した。")
    (promise,) = found.findings.commitments

    assert promise.condition is not None
    assert promise.condition.endswith("テスミアが停戦を受け入れれば")
    assert promise.party == "norda"


def test_an_agreement_binds_all_parties(read: TextReader) -> None:
    """What parties agree to do binds each of them, until the day told."""
    found = read("ノルダとテスミアは、7月末まで砲撃を停止することで合意した。")

    assert [(c.party, c.end, c.rule) for c in found.findings.commitments] == [
        ("norda", "2031-07-31", "agreement-to-act"),
        ("tesmia", "2031-07-31", "agreement-to-act"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダとテスミアは砲撃を停止することで合意しなかった。", id="not-agreed"),
        pytest.param("砲撃を停止することで合意した。", id="nobody"),
        pytest.param("専門家は砲撃を停止することで一致した。", id="no-party"),
    ],
)
def test_what_is_no_agreement(read: TextReader, text: str) -> None:
    """An agreement not reached, or of nobody known, binds nobody."""
    assert read(text).findings.commitments == []


def test_a_promise_is_told_once(read: TextReader) -> None:
    """The same promise of the same party in the same words is one."""
    found = read("ベルカ大統領は部隊の撤収を約束した。カンデル報道官は部隊の撤収を約束した。")

    assert [c.party for c in found.findings.commitments] == ["norda"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param("ノルダ外務省は、部隊を派遣すると発表した。", "norda", id="announced"),
        pytest.param("トセフ首相は「検問所を再開させる」と述べた。", "tesmia", id="said"),
        pytest.param(
            "トセフ首相は「橋を壊すのは侵略だ。我々は必要な手段をとる」と警告した。",
            "tesmia",
            id="threat-with-we",
        ),
        pytest.param(
            "アルデ通信は、ノルダが部隊を派遣すると伝えた。", "norda", id="relayed-by-an-outlet"
        ),
    ],
)
def test_a_deed_told_as_still_to_be_done_binds(read: TextReader, text: str, party: str) -> None:
    """What a party says it will do binds it, in whatever verb it says so."""
    assert [c.party for c in read(text).findings.commitments] == [party]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダ外務省は、部隊を派遣したと発表した。", id="done"),
        pytest.param("ノルダ外務省は、テスミアが部隊を派遣すると発表した。", id="another-s-deed"),
        pytest.param("ノルダ外務省は、橋が落ちると発表した。", id="nobody-s-deed"),
        pytest.param("ノルダ外務省は、協議する用意があると発表した。", id="ready-to-talk"),
        pytest.param("ノルダ外務省は、約束が果たされていないと述べた。", id="speaks-of-a-promise"),
    ],
)
def test_what_a_speaker_says_need_not_bind(read: TextReader, text: str) -> None:
    """What is done, what another does and readiness to talk bind no speaker."""
    assert read(text).findings.commitments == []


def test_lines_after_a_promise_are_its_list(read: TextReader) -> None:
    """Three lines or more that each tell a deed of nobody named belong to who promised last."""
    lead = "ノルダ外務省は5日、対抗措置をとると発表した。\n"
    lines = "国境を封鎖する。\n通信を断つ。\n大使館を閉める。\n"

    found = read(lead + lines).findings.commitments
    assert [(c.party, c.rule) for c in found[1:]] == [("norda", "deed-listed")] * 3
    assert len(read(lead + "国境を封鎖する。\n").findings.commitments) == 1


def test_who_issued_the_words_does_not_promise(read: TextReader) -> None:
    """「声明によると、双方は…を約束した」: those who issued the statement bind only others."""
    found = read(
        "ノルダ軍とテスミア軍は4日、停戦に合意した。ガルト連盟は共同声明を発表した。"
        "声明によると、双方は部隊を撤退させることを約束した。"
    )

    assert "garto-league" not in {promise.party for promise in found.findings.commitments}


@pytest.mark.parametrize(
    ("text", "party", "end"),
    [
        pytest.param(
            "ベルカ大統領は8日に首都を訪問すると表明した。", "belka", "2031-05-08", id="journey"
        ),
        pytest.param(
            "ベルカ大統領は部隊を派遣すると表明した。", "norda", None, id="deed-of-the-state"
        ),
        pytest.param("ノルダは停戦案に同意した。", "norda", None, id="takes-it-on"),
        pytest.param("ノルダは供給を停止すると警告した。", "norda", None, id="threatens"),
    ],
)
def test_a_promise_binds_whoever_will_do_it(
    read: TextReader, text: str, party: str, end: str | None
) -> None:
    """A journey binds the person, other deeds the party; so do what is accepted and threatened."""
    found = read(text).findings.commitments

    assert [(promise.party, promise.end) for promise in found] == [(party, end)]


def test_a_warning_to_others_does_not_bind(read: TextReader) -> None:
    """What others are warned to do is no promise of the one who warns."""
    assert read("ノルダは国境から退くよう警告した。").findings.commitments == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("オルソク外相は「結果を保証することはできない」と述べた。", id="cannot"),
        pytest.param("オルソク外相は「支援は続けていません」と述べた。", id="not-doing"),
        pytest.param("オルソク外相は「停戦を続けるつもりですか」と述べた。", id="question"),
    ],
)
def test_a_word_of_promise_in_other_words_binds_nobody(read: TextReader, text: str) -> None:
    """What is denied, past or asked binds nobody though it holds a word for a promise."""
    assert read(text).findings.commitments == []


def test_a_polite_deed_binds(read: TextReader) -> None:
    """支援していきます is what the speaker will do."""
    found = read("オルソク外相は「我々は引き続き住民を支援していきます」と述べた。")

    assert [c.party for c in found.findings.commitments] == ["tesmia"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダはこれが良い計画であることを保証したいと述べた。", id="what-is-so"),
        pytest.param(
            "ノルダとテスミアの当局者は、首都の間に線路を建設するという、長く遅れている事業を協議した。",
            id="what-a-plan-is-about",
        ),
        pytest.param("オルソク外相は「これは双方に言える」と警告した。", id="can-be-said"),
    ],
)
def test_what_is_so_is_no_promise(read: TextReader, text: str) -> None:
    """What is, can be, or only says what a plan is about binds nobody."""
    assert read(text).findings.commitments == []
