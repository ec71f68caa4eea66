"""Which claims a statement contests."""

from __future__ import annotations

import pytest

from tests.readings import ReadText, TextReader

CLAIM = "テスミア国防省は、ノルダ軍がファルケンの橋を破壊したと発表した。"


def disputes_in(found: ReadText) -> list[tuple[list[str], list[str]]]:
    """Return who asserts and who denies each disputed claim."""
    sides = [found.sides(claim) for claim in found.findings.claims]
    return [(asserted, denied) for asserted, denied in sides if asserted and denied]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("カンデル報道官は「事実無根だ」と述べた。", id="unfounded"),
        pytest.param("カンデル報道官は「でっち上げだ」と反発した。", id="made-up"),
        pytest.param("カンデル報道官は「プロパガンダに過ぎない」と述べた。", id="propaganda"),
        pytest.param("カンデル報道官は「一方的な主張だ」とした。", id="one-sided"),
        pytest.param("カンデル報道官は「そのような事実はない」と語った。", id="no-such-fact"),
        pytest.param("カンデル報道官は関与を否定した。", id="part-in-it"),
        pytest.param("カンデル報道官はこれを一蹴した。", id="brushed-aside"),
        pytest.param("これに対しカンデル報道官は、橋は老朽化で崩れたと反論した。", id="answered"),
        pytest.param(
            "カンデル報道官は、テスミアの発表は事実に反すると述べた。", id="contrary-to-fact"
        ),
        pytest.param(
            "カンデル報道官は、ノルダ軍が橋を破壊したことは一度もないと述べた。", id="never"
        ),
        pytest.param(
            "カンデル報道官は、橋を破壊したのはテスミア軍だと述べた。", id="laid-to-the-other"
        ),
    ],
)
def test_a_bare_denial_answers_what_was_just_said_of_him(read: TextReader, answer: str) -> None:
    """Who says only that it is not so contests the last thing that another has said of him."""
    assert disputes_in(read(CLAIM + answer)) == [(["tesmia-mod"], ["kandel"])]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("オルソク外相は「事実だ」と述べた。", id="same-camp"),
        pytest.param("カンデル報道官は「停戦は近い」と述べた。", id="something-else"),
        pytest.param("カンデル報道官はコメントを控えた。", id="no-comment"),
        pytest.param(
            "ハルディア外務省は、橋の状態は確認できていないと述べた。", id="not-confirmed"
        ),
        pytest.param("専門家は、橋の破壊は意味がないと指摘した。", id="expert"),
    ],
)
def test_what_contests_nothing(read: TextReader, answer: str) -> None:
    """Words of the same side, of experts or of other things contest nothing."""
    assert disputes_in(read(CLAIM + answer)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "テスミア国防省はノルダ軍が先に発砲したと発表したが、"
            "ノルダ国防省はテスミア軍が先に攻撃したと主張している。",
            id="in-one-sentence",
        ),
        pytest.param(
            "テスミア国防省はノルダ軍が先に発砲したと発表した。"
            "一方、ノルダ国防省はテスミア軍が停戦に違反したと主張している。",
            id="on-the-other-hand",
        ),
        pytest.param(
            "テスミア国防省は、ファルケンを奪還したと発表した。"
            "ノルダ国防省は、ファルケンは引き続きノルダ軍の管理下にあると主張した。",
            id="still-held",
        ),
        pytest.param(
            "テスミア国防省は、ノルダ兵100人が死亡したと発表した。"
            "ノルダ国防省は、死者は12人だと発表した。",
            id="counted-otherwise",
        ),
    ],
)
def test_accounts_that_exclude_each_other_are_a_dispute(read: TextReader, text: str) -> None:
    """Two sides that blame each other, hold one place or count differently contest each other."""
    assert disputes_in(read(text)) == [(["tesmia-mod"], ["norda-mod"])]


def test_two_who_accuse_each_other_in_the_same_words(read: TextReader) -> None:
    """「両国は相手が先に攻撃したと非難した」 is a claim of the one that the other denies."""
    found = read("ノルダとテスミアは、相手側が先に攻撃したと互いに非難した。")

    assert disputes_in(found) == [(["norda"], ["tesmia"])]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("トセフ首相は、独立宣言は無効だと述べた。", id="void"),
        pytest.param("トセフ首相は独立を認めないと述べた。", id="not-recognized"),
    ],
)
def test_who_refuses_to_recognize_contests(read: TextReader, answer: str) -> None:
    """What one declares and another does not recognize is disputed."""
    found = read("ベルカ大統領は州の独立を宣言した。" + answer)

    assert disputes_in(found) == [(["belka"], ["tosef"])]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "テスミアはノルダ軍が橋を破壊したと非難しているが、ノルダは否定している。",
            id="one-sentence",
        ),
        pytest.param(
            "テスミアはノルダ軍が橋を破壊したと非難した。ノルダは一貫して否定している。", id="two"
        ),
        pytest.param("ノルダ軍が橋を破壊したとテスミアは主張し、ノルダは反論した。", id="answered"),
    ],
)
def test_a_denial_without_an_object(read: TextReader, text: str) -> None:
    """「…と非難し、B国は否定した」 denies what was said before."""
    assert disputes_in(read(text)) == [(["tesmia"], ["norda"])]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("これに対しノルダは、関与していないと主張しています。", id="not-involved"),
        pytest.param("ノルダ国防省は、映像は偽物だと主張した。", id="a-fake"),
        pytest.param(
            "ノルダ国防省は、民間の施設を意図的に狙ったことはないと述べた。", id="not-aimed"
        ),
        pytest.param("ノルダは軍の投入を繰り返し否定している。", id="the-kind-of-deed"),
    ],
)
def test_what_denies_a_charge(read: TextReader, answer: str) -> None:
    """Not to have been involved, or that the proof is false, denies what was said just before."""
    charge = "テスミア国防省は、ノルダ軍が町に部隊を投入し、民間の施設を砲撃したと発表した。"

    assert [asserted for asserted, _ in disputes_in(read(charge + answer))] == [["tesmia-mod"]]


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        pytest.param(
            "テスミアはノルダの侵略だと主張するが、ノルダは自衛の措置だと説明する。",
            True,
            id="accounts",
        ),
        pytest.param(
            "テスミアはロドナの領有を主張した。これについてノルダは"
            "「テスミアは国境線を尊重していない」と非難した。",
            True,
            id="charged-back",
        ),
        pytest.param(
            "アルデ通信はノルダの侵略だと伝えるが、ノルダは自衛の措置だと説明する。",
            False,
            id="outlet",
        ),
        pytest.param(
            "テスミアは協議が続くと説明するが、ノルダは成果があったと説明する。",
            False,
            id="no-charge",
        ),
    ],
)
def test_accounts_set_against_each_other(read: TextReader, text: str, disputed: bool) -> None:
    """Two accounts of what one has done are a dispute, what an outlet tells is not."""
    assert bool(disputes_in(read(text))) is disputed


def test_a_charge_about_somebodys_words_contests_them(read: TextReader) -> None:
    """「A国の主張について…だと非難した」 contests what A has said, though it was no claim of a deed."""
    found = read(
        "カンデル報道官は、合意は制裁の解除の後に効力を生じると主張した。"
        "トセフ首相は、制裁の解除を条件とするノルダの主張について、合意をゆがめるものだと非難した。"
    )

    assert (["kandel"], ["tosef"]) in disputes_in(found)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("カンデル報道官は「これは停戦ではない」と述べた。", 0, id="opinion"),
        pytest.param("カンデル報道官は「報道は事実ではない」と述べた。", 1, id="fact"),
    ],
)
def test_an_opinion_denies_no_fact(read: TextReader, text: str, claims: int) -> None:
    """What something is not is no claim unless it answers somebody or is a fact."""
    assert len(read(text).findings.claims) == claims


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "ノルダ国防省は、テスミアの橋を攻撃したと発表した。"
            "一方、テスミア国防省は、ノルダ軍が橋を攻撃したと発表した。",
            id="both-tell-one-deed",
        ),
        pytest.param(
            "テスミア国防省は、ファルケンで100人が死亡したと発表した。"
            "ノルダ国防省は、ロドナで2人が死亡したと発表した。",
            id="counted-elsewhere",
        ),
        pytest.param(
            "テスミア国防省は、ノルダ軍の艦船3隻をロドナの沖で撃沈したと発表した。協議が続いた。"
            "テスミア外務省は、ノルダ軍が艦船への攻撃を理由に報復を唱えるのは根拠がないと述べた。",
            id="own-camp",
        ),
    ],
)
def test_accounts_that_go_together_are_no_dispute(read: TextReader, text: str) -> None:
    """Who tells of his own deed, of another place or of his own camp's words contests nothing."""
    assert disputes_in(read(text)) == []


def test_two_who_claim_one_land_contest_each_other(read: TextReader) -> None:
    """「A国とB国が領有権を主張している」 is a claim of the one that the other denies."""
    found = read("ノルダとテスミアはファルケンの領有権を主張している。")

    assert disputes_in(found) == [(["norda"], ["tesmia"])]


@pytest.mark.parametrize(
    ("answer", "claims"),
    [
        pytest.param("ノルダ国防省は、先に発砲したのはテスミア軍だと非難した。", 1, id="answer"),
        pytest.param(
            "これに対しノルダ国防省は、テスミア軍が停戦に違反したと非難した。",
            2,
            id="counter-charge",
        ),
    ],
)
def test_a_counter_charge_is_a_claim_of_its_own(read: TextReader, answer: str, claims: int) -> None:
    """Who charges back claims something else; who only lays the deed to the other does not."""
    charge = "テスミア国防省は、ノルダ軍が先に発砲し停戦に違反したと非難した。"

    assert len(read(charge + answer).findings.claims) == claims


def test_whose_words_are_denied_are_those_the_denial_speaks_of(read: TextReader) -> None:
    """「ノルダの発表は嘘だ」 about ships contests what was said of ships, not the latest words."""
    found = read(
        "ノルダ国防省は、艦船3隻を撃沈したと発表した。ノルダ国防省は、橋を奪還したと発表した。"
        "オルソク外相は協議が続くと述べた。"
        "テスミア国防省は、艦船に関するノルダ国防省の発表は事実ではないと述べた。"
    )
    disputed = [c.what for c in found.findings.claims if c.asserted and c.denied]

    assert disputed == ["艦船3隻を撃沈した"]


def test_anothers_name_alone_does_not_make_an_answer(read: TextReader) -> None:
    """A denial of something else about somebody just spoken of contests nothing."""
    found = read(
        "テスミア国防省は、ノルダが過大な要求を突きつけたと批判した。"
        "ハルディア外務省はノルダへの武器供与を重ねて否定した。"
    )

    assert disputes_in(found) == []


def test_who_charge_both_sides_do_not_contest_each_other(read: TextReader) -> None:
    """Two mediators that say the same of both sides agree."""
    found = read("ハルディアとノルダは、双方が停戦に違反したと批判した。")

    assert disputes_in(found) == []


def test_nobody_denies_the_words_of_his_own_side(read: TextReader) -> None:
    """The name of a town in what is denied does not make its owner the one who is denied."""
    found = read(
        "ノルダ国防省は、ファルケンの70%とロドナの80%を制圧したと発表した。\n"
        "テスミア軍は、ファルケンで攻防が続いていると表明した。\n"
        "テスミア外務省は、「ロドナの80%とファルケンの70%が制圧されたとする記述も事実ではない」と述べた。"
    )

    assert disputes_in(found) == [(["norda-mod"], ["tesmia-mfa"])] * 2


def test_a_report_denied_as_such_is_denied_in_all_it_claims(read: TextReader) -> None:
    """「報告書自体が偽りだ」 contests every claim of the report, and those of no other story."""
    found = read(
        "ガルト連盟は4日に公表した報告書で、ノルダが偽情報を広めていると明らかにした。\n"
        "報告書によると、ノルダは偽の写真をネットに投稿。\n"
        "カンデル報道官は「ガルト連盟の報告書自体が偽りだ」と主張した。"
    )

    assert disputes_in(found) == [(["garto-league"], ["kandel"])] * 2


def test_who_charges_another_with_lies_does_not_assert_what_was_denied(read: TextReader) -> None:
    """A charge of false news answers a report; who tells what the report told asserts it."""
    denied = "カンデル報道官は、ノルダがハルディアに軍事支援を要請したとの報道を否定した。"
    charge = (
        "ハルディア外務省は「テスミアはノルダの軍事支援の要請をめぐり偽情報を広めている」と述べた。"
    )
    told = "テスミア政府は、ノルダがハルディアに軍事支援を要請していると述べた。"

    assert disputes_in(read(denied + charge)) == []
    assert disputes_in(read(denied + told)) == [(["tesmia"], ["kandel"])]
