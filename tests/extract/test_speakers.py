"""Who speaks."""

from __future__ import annotations

import pytest

from soten.extract.coreference import Scene
from soten.extract.speakers import find_subjects
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", ["belka"], id="topic-first"),
        pytest.param("「橋は残る」とベルカ大統領は述べた。", ["belka"], id="topic-after"),
        pytest.param("「橋は残る」と、ベルカ大統領が語った。", ["belka"], id="subject-after"),
        pytest.param("ノルダのドラン・ベルカ大統領は橋は残ると述べた。", ["belka"], id="full-name"),
        pytest.param("ベルカ氏は橋は残ると述べた。ベルカ大統領だ。", ["belka"], id="title-later"),
        pytest.param("ノルダは橋は残ると主張した。", ["norda"], id="state"),
        pytest.param("ノルダ側は橋は残ると主張した。", ["norda"], id="side"),
        pytest.param("ノルダ国防省は橋は残ると発表した。", ["norda-mod"], id="ministry"),
        pytest.param("ノルダ軍は橋は残ると発表した。", ["norda-forces"], id="force"),
        pytest.param(
            "ベルカ大統領とトセフ首相は橋は残ると述べた。", ["belka", "tosef"], id="joint-と"
        ),
        pytest.param(
            "ノルダ、テスミア、ハルディアは橋を直すと発表した。",
            ["norda", "tesmia", "haldia"],
            id="joint-comma",
        ),
        pytest.param("政府高官は「橋は残る」と語った。", ["anonymous:政府高官"], id="official"),
        pytest.param(
            "地元の専門家は「橋は残る」と語った。", ["anonymous:地元の専門家"], id="expert"
        ),
        pytest.param(
            "ノルダの報道官は「橋は残る」と述べた。", ["anonymous:ノルダの報道官"], id="spokesman"
        ),
        pytest.param(
            "ノルダの大統領は「急ぐ」と述べた。ベルカ大統領は帰った。", ["belka"], id="holder"
        ),
        pytest.param("市場は「橋」という名で知られた。", [], id="no-speaker"),
        pytest.param("情報は「橋は残る」と伝わった。", [], id="information"),
        pytest.param("首都では「橋は残る」と書かれた。", [], id="place"),
    ],
)
def test_the_subject_of_the_verb_speaks(read: TextReader, text: str, speakers: list[str]) -> None:
    """A statement belongs to the subject of its verb: an actor, all joined actors, or a source."""
    assert [speaker for speaker, _ in read(text).statements] == speakers


@pytest.mark.parametrize(
    ("text", "second"),
    [
        pytest.param("同外相は「次は7月だ」と語った。", "orsok", id="same-title"),
        pytest.param("同氏は「次は7月だ」と語った。", "orsok", id="same-person"),
        pytest.param("彼女は「次は7月だ」と語った。", "orsok", id="pronoun"),
        pytest.param("さらに「次は7月だ」と語った。", "orsok", id="dropped"),
        pytest.param("トセフ首相は「次は7月だ」と語った。", "tosef", id="another"),
    ],
)
def test_who_spoke_last_is_carried(read: TextReader, text: str, second: str) -> None:
    """同外相, 同氏, 彼女 and a dropped subject mean who spoke in the sentence before."""
    found = read("オルソク外相は「協議は有益だった」と述べた。" + text)

    assert found.statements == [("orsok", "協議は有益だった"), (second, "次は7月だ")]


def test_a_subject_is_not_carried_far(read: TextReader) -> None:
    """After three sentences of something else a dropped subject is settled no more."""
    found = read(
        "オルソク外相は「協議は有益だった」と述べた。"
        "市場は開いた。列車は走った。空は晴れた。「次は7月だ」と語った。"
    )

    assert found.statements[1:] == [(None, "次は7月だ")]


def test_both_leaders_are_those_who_spoke_together(read: TextReader) -> None:
    """両首脳 means the two who spoke together before, and nobody where none did."""
    found = read("ベルカ大統領とトセフ首相は停戦に合意した。両首脳は「橋を直す」と述べた。")
    lone = read("両首脳は「橋を直す」と述べた。")

    assert found.statements[2:] == [("belka", "橋を直す"), ("tosef", "橋を直す")]
    assert "belka" not in [speaker for speaker, _ in lone.statements]


def test_the_subject_inside_the_content_does_not_speak(read: TextReader) -> None:
    """In 「A省は、B軍が…したと発表した」 A speaks and B is spoken of."""
    found = read("テスミア国防省は、ノルダ軍が橋を落としたと発表した。")

    assert found.statements == [("tesmia-mod", "ノルダ軍が橋を落とした")]


def test_a_report_in_a_report_has_both_speakers(read: TextReader) -> None:
    """Who relays what another said speaks the whole, the other the part."""
    found = read("カンデル報道官は、トセフ首相が停戦案を拒否したと述べた。")

    assert sorted(found.statements) == [
        ("kandel", "トセフ首相が停戦案を拒否した"),
        ("tosef", "停戦案"),
    ]


def test_quotations_after_one_another_have_their_own_speakers(read: TextReader) -> None:
    """「Aは「…」とし、Bは「…」と述べた」 holds a quotation of each."""
    found = read("ベルカ大統領は「前に進んだ」とし、カンデル報道官は「合意は近い」と述べた。")

    assert found.statements == [("belka", "前に進んだ"), ("kandel", "合意は近い")]


def test_the_spoken_of_come_after_adverbial_clauses(read: TextReader) -> None:
    """In 「Aが…と述べたのに対し、Bは…と述べた」 each speaks for himself."""
    found = read(
        "ベルカ大統領が「前に進んだ」と述べたのに対し、トセフ首相は「何も変わらない」と述べた。"
    )

    assert found.statements == [("belka", "前に進んだ"), ("tosef", "何も変わらない")]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("ベルカ大統領は帰った。", [("belka", True)], id="topic"),
        pytest.param("ベルカ大統領が帰った。", [("belka", False)], id="subject"),
        pytest.param("ベルカ大統領に会った。", [], id="indirect-object"),
        pytest.param("橋はベルカ大統領の下にある。", [], id="thing"),
        pytest.param("ファルケンは静かだ。", [], id="place"),
    ],
)
def test_subjects_are_speakers_marked_as_such(
    read: TextReader, text: str, topics: list[tuple[str, bool]]
) -> None:
    """Only those who can speak and stand with は or が are subjects; places and things are not."""
    analysis = read(text).analysis
    subjects = find_subjects(analysis.sentences[0], analysis, Scene())

    assert [(s.speakers[-1].key, s.topic) for s in subjects] == topics


def test_a_name_before_brackets_speaks(read: TextReader) -> None:
    """An aside between the name and its particle does not hide the speaker."""
    found = read("ベルカ大統領（58）は「橋は残る」と述べた。")

    assert found.statements == [("belka", "橋は残る")]


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        pytest.param("ベルカ大統領は5日、首都で演説した。", "belka", id="of-whom-was-told"),
        pytest.param("ノルダは5日、共同声明を出した。", "norda", id="who-issued-something"),
        pytest.param("橋は5日、首都で開いた。", None, id="thing"),
    ],
)
def test_a_topic_is_carried_without_statement(
    read: TextReader, first: str, speaker: str | None
) -> None:
    """「A大統領は演説した。「…」と述べた。」: the topic of the sentence before speaks."""
    assert read(first + "「橋は残る」と述べた。").statements == [(speaker, "橋は残る")]


@pytest.mark.parametrize("document", ["声明は", "声明では", "同声明は", "声明によると、"])
def test_a_document_speaks_for_those_who_issued_it(read: TextReader, document: str) -> None:
    """「A国とB国が共同声明で発表した。声明は…」: both speak."""
    found = read(f"ノルダとテスミアが共同声明で発表した。{document}橋は残るとしている。")

    assert sorted(str(who) for who, _ in found.statements) == ["norda", "tesmia"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("地域機構「ガルト連盟」は、橋は残ると述べた。", ["garto-league"], id="marks"),
        pytest.param(
            "地域機構「ガルト連盟（GL）」は、橋は残ると述べた。", ["garto-league"], id="aside"
        ),
        pytest.param("「アルデ通信」などは、橋は残ると伝えた。", ["arde-news"], id="and-others"),
        pytest.param("アルデ通信の「ガルト連盟解散」は、橋は残ると伝えた。", [None], id="headline"),
    ],
)
def test_a_name_in_quotation_marks_speaks(
    read: TextReader, text: str, speakers: list[str | None]
) -> None:
    """Where a name is all that the marks hold, they only mark it as a name."""
    assert [speaker for speaker, _ in read(text).statements] == speakers


@pytest.mark.parametrize(
    ("topic", "speaker"),
    [
        pytest.param("ベルカ首席研究員は", "belka", id="office"),
        pytest.param("ベルカ計画は", None, id="his-plan"),
    ],
)
def test_a_person_before_an_unlisted_office_speaks(
    read: TextReader, topic: str, speaker: str | None
) -> None:
    """An office is known by its last part; what only bears somebody's name is nobody."""
    found = read(f"ドラン・ベルカ氏が来た。{topic}「橋は残る」と述べた。")

    assert found.statements[-1][0] == speaker


def test_what_is_refused_by_statement_is_one_statement(read: TextReader) -> None:
    """「停戦案を拒否すると表明した」 tells one thing, and its act is the refusal."""
    (found,) = read("ベルカ大統領は、停戦案を拒否すると表明した。").findings.statements

    assert str(found.act) == "reject"


@pytest.mark.parametrize("occasion", ["会談後、", "演説の中で", "会見で、", "出発前、"])
def test_the_occasion_is_not_part_of_what_is_said(read: TextReader, occasion: str) -> None:
    """Words for an occasion before a quotation are the frame."""
    found = read(f"ベルカ大統領は{occasion}「橋は残る」と述べた。")

    assert found.statements == [("belka", "橋は残る")]


@pytest.mark.parametrize(
    ("subject", "speakers"),
    [
        pytest.param("ノルダ、テスミアの各国政府は", ["norda", "tesmia"], id="governments"),
        pytest.param("ノルダ、テスミアの両者は", ["norda", "tesmia"], id="both"),
        pytest.param("ベルカ大統領及びトセフ首相は", ["belka", "tosef"], id="及び"),
        pytest.param("ベルカ大統領、トセフ首相の両氏は", ["belka", "tosef"], id="two-people"),
        pytest.param("ベルカ大統領から、", ["belka"], id="から"),
        pytest.param("各国政府は", ["anonymous:各国政府"], id="nobody-listed"),
    ],
)
def test_each_of_a_list_speaks(read: TextReader, subject: str, speakers: list[str]) -> None:
    """Those listed before a word that takes them together speak, each for itself, and から may open."""
    found = read(f"{subject}停戦を求めた。").statements

    assert found == [(speaker, "停戦") for speaker in speakers]


def test_a_clause_that_tells_of_one_ends_before_another_speaks(read: TextReader) -> None:
    """「Aは…しており、Bは…と述べた」: B speaks, and what A does is no part of it."""
    found = read("ノルダは橋を直しており、トセフ首相は道も直すと述べた。")

    assert found.statements == [("tosef", "道も直す")]


def test_a_clause_inside_the_words_keeps_the_speaker(read: TextReader) -> None:
    """「AはBが…しており、…と述べた」 is all A's."""
    found = read("トセフ首相は、ノルダが橋を壊しており、道も危ないと述べた。")

    assert found.statements == [("tosef", "ノルダが橋を壊しており、道も危ない")]


def test_who_shows_an_attitude_is_its_subject(read: TextReader) -> None:
    """「Aが歓迎する意を示した」: the subject with が is not the clause's alone."""
    ((speaker, _),) = read("トセフ首相が停戦を歓迎する意を表明した。").statements

    assert speaker == "tosef"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("停戦を拒否したノルダは黙った。", ["norda"], id="topic"),
        pytest.param("橋が停戦を拒否したノルダを閉ざした。", [], id="object"),
        pytest.param("「橋は残る」と述べたトセフ首相は黙った。", ["tosef"], id="words"),
    ],
)
def test_a_deed_before_a_noun_counts_where_the_noun_is_the_subject(
    read: TextReader, text: str, speakers: list[str]
) -> None:
    """A stance before a noun is told only of a subject; words are said whatever the noun is."""
    assert [speaker for speaker, _ in read(text).statements if speaker] == speakers


def test_one_who_speaks_after_another_has_spoken(read: TextReader) -> None:
    """「Aは…と述べており、Bは…と述べた」 are two who speak; B with が is what A tells of."""
    apart = read("トセフ首相は橋は残ると述べており、カンデル報道官は「道も必ず残る」と述べた。")

    assert apart.statements == [("tosef", "橋は残る"), ("kandel", "道も必ず残る")]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("テスミアに対しては、「橋は残る」と強調した。", id="to"),
        pytest.param("テスミアについては「橋は残る」と強調した。", id="about"),
        pytest.param("テスミアが拒めば「橋は残らない」と述べた。", id="condition"),
    ],
)
def test_who_is_only_spoken_of_does_not_speak(read: TextReader, clause: str) -> None:
    """に対しては, については and a condition name no speaker: the one before goes on."""
    found = read(f"ベルカ大統領は「急ぐ」と述べた。{clause}")

    assert [speaker for speaker, _ in found.statements] == ["belka", "belka"]


def test_an_account_speaks_for_whose_it_is(read: TextReader) -> None:
    """「A氏の3日の説明によると」 gives A."""
    found = read("ベルカ大統領の3日の説明によると、橋は残った。")

    assert [speaker for speaker, _ in found.statements] == ["belka"]


@pytest.mark.parametrize(
    ("topic", "speakers"),
    [
        pytest.param("2つの武装勢力とノルダは", ["anonymous:2つの武装勢力", "norda"], id="counted"),
        pytest.param("3つの政党とノルダは", ["anonymous:3つの政党", "norda"], id="parties"),
        pytest.param("2つの橋とノルダは", ["norda"], id="things"),
        pytest.param("地元の武装勢力とノルダは", ["norda"], id="not-counted"),
    ],
)
def test_a_counted_group_speaks_beside_another(
    read: TextReader, topic: str, speakers: list[str]
) -> None:
    """「2つの勢力とA国は」 are two who speak."""
    assert [who for who, _ in read(f"{topic}停戦を求めた。").statements] == speakers


def test_who_asks_somebody_is_the_topic_next_to_it(read: TextReader) -> None:
    """「Aは劣勢が続いており、BはCに対し…を求めた」: B asks; what B is told of keeps its speaker."""
    asked = read("ノルダ軍は苦戦が続いており、トセフ首相はテスミアに対し、停戦を求めた。")
    told = read("ベルカ大統領は苦戦が続いており、テスミアは停戦を望むと述べた。")

    assert [who for who, _ in asked.statements] == ["tosef"]
    assert [who for who, _ in told.statements] == ["belka"]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        pytest.param("テスミアの報道官は道を直すと述べた。", None, id="anothers"),
        pytest.param("橋は夜に落ちた。", "kandel", id="nobody-between"),
        pytest.param("報道官はすぐに帰った。", "kandel", id="the-title-alone"),
    ],
)
def test_the_same_title_is_of_who_bore_it_last(
    read: TextReader, between: str, speaker: str | None
) -> None:
    """同報道官 after an unnamed spokesman is not the one named before him."""
    found = read(f"カンデル報道官は「急ぐ」と述べた。{between}同報道官は「橋は残る」と語った。")

    last = found.statements[-1][0]
    assert last == speaker if speaker else last != "kandel"
