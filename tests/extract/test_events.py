"""What happened besides talk."""

from __future__ import annotations

import pytest

from soten.extract.events import clauses
from soten.records import EventType
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "kind", "actor", "place"),
    [
        pytest.param(
            "ノルダ軍は3日、ファルケンを制圧した。",
            EventType.CONTROL_CHANGE,
            "norda-forces",
            "farken",
            id="control",
        ),
        pytest.param(
            "3日、ノルダ軍がファルケンを砲撃した。",
            EventType.ASSAULT,
            "norda-forces",
            "farken",
            id="assault",
        ),
        pytest.param(
            "ハルディアは3日、ノルダへの制裁を発動した。",
            EventType.SANCTION,
            "haldia",
            None,
            id="sanction",
        ),
        pytest.param(
            "ハルディアは3日、ノルダの銀行に制裁を科した。",
            EventType.SANCTION,
            "haldia",
            None,
            id="sanction-imposed",
        ),
        pytest.param(
            "オルソク外相は3日、ジルヴァンを訪問した。",
            EventType.VISIT,
            "orsok",
            "zirvan",
            id="visit",
        ),
        pytest.param(
            "ロドナで3日、停電が発生した。", EventType.OUTAGE, None, "rodona", id="outage"
        ),
        pytest.param(
            "ガルト連盟は3日、決議を採択した。", EventType.VOTE, "garto-league", None, id="vote"
        ),
    ],
)
def test_a_clause_tells_an_event(
    read: TextReader, text: str, kind: EventType, actor: str | None, place: str | None
) -> None:
    """A clause with a word for an event has its type, actor, place and day."""
    (event,) = read(text).findings.events

    assert (event.type, event.actor, event.place, event.date) == (kind, actor, place, "2031-05-03")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("もしノルダ軍がファルケンを制圧すれば、道は断たれる。", id="condition"),
        pytest.param("ノルダ軍がファルケンを攻撃する可能性がある。", id="possible"),
        pytest.param("ノルダ軍はファルケンを攻撃しなかった。", id="negated"),
        pytest.param("ノルダ軍はファルケンを攻撃しようとした。", id="attempt"),
        pytest.param("ノルダ軍がファルケンを攻撃した場合、道は断たれる。", id="case"),
        pytest.param("ハルディアは制裁を発動すると発表した。", id="announced"),
        pytest.param("テスミアはノルダ軍の撤退を求めた。", id="demanded"),
        pytest.param("ハルディアは制裁を発動すべきだ。", id="should"),
        pytest.param("市場は開いていた。", id="nothing"),
    ],
)
def test_what_did_not_happen_is_no_event(read: TextReader, text: str) -> None:
    """What is possible, attempted, demanded, announced or denied has not happened."""
    assert read(text).findings.events == []


def test_nothing_befalls_who_tells_of_an_outage(read: TextReader) -> None:
    """In 「A氏は、Bで電源が断たれたと述べた」 the event has no target."""
    (event,) = read("カンデル報道官は3日、ロドナで外部電源が失われたと述べた。").findings.events

    assert (event.target, event.place) == (None, "rodona")


def test_who_did_it_is_not_who_tells_it(read: TextReader) -> None:
    """In 「A省は、B軍が…したと発表した」 B is the actor of the event."""
    (event,) = read("テスミア国防省は、ノルダ軍がファルケンを制圧したと発表した。").findings.events

    assert event.actor == "norda-forces"


def test_the_target_stands_with_its_particle(read: TextReader) -> None:
    """Whom an event is aimed at stands with への, に or を."""
    (event,) = read("ハルディアは3日、ノルダへの制裁を発動した。").findings.events

    assert event.target == "norda"


def test_the_end_of_a_term_is_no_day_of_an_event(read: TextReader) -> None:
    """The day until which something holds does not date the event."""
    (event,) = read("ノルダとテスミアは、7月末まで砲撃を停止することで合意した。").findings.events

    assert event.type is EventType.AGREEMENT
    assert event.date is None


def test_each_clause_has_its_event(read: TextReader) -> None:
    """A sentence of two clauses may tell two events."""
    found = read("ノルダ軍はファルケンを制圧し、ロドナを砲撃した。")

    assert [event.type for event in found.findings.events] == [
        EventType.CONTROL_CHANGE,
        EventType.ASSAULT,
    ]


def test_clauses_end_with_their_predicates(read: TextReader) -> None:
    """A sentence is cut after predicates that modify no noun, and no phrase is lost."""
    view = read("ノルダ軍は古い橋を落とし、道を閉じ、帰った。").analysis.sentences[0]

    cuts = clauses(view)
    assert len(cuts) == 3
    assert [first for first, _ in cuts[1:]] == [last for _, last in cuts[:-1]]
    assert (cuts[0][0], cuts[-1][1]) == (0, len(view.phrases))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("市場への砲撃で住民3人が死亡した。", EventType.ASSAULT, id="casualties"),
        pytest.param("無人機攻撃により倉庫2棟が被害を受けた。", EventType.ASSAULT, id="damage"),
        pytest.param("無人機が住宅に墜落した。", EventType.ASSAULT, id="drone-falls"),
        pytest.param("武装組織が技師3人を拘束した。", EventType.ASSAULT, id="seized"),
        pytest.param("警察は男を拘束した。", EventType.LEGAL, id="arrested"),
        pytest.param("記者は町で解放された。", EventType.OTHER, id="freed"),
        pytest.param("ノルダ軍は二つの村を解放した。", EventType.CONTROL_CHANGE, id="land-freed"),
        pytest.param("首相は将軍を罷免した。", EventType.ORDER, id="removed"),
        pytest.param("首相は議会に罷免された。", EventType.VOTE, id="voted-out"),
        pytest.param("政府は対策本部を設置した。", EventType.ORDER, id="body-set-up"),
        pytest.param("両国は断交した。", EventType.OTHER, id="ties-cut"),
        pytest.param("政府は援助を中断する決定を下した。", EventType.AID, id="decision-taken"),
        pytest.param("ノルダでは7月に総選挙が行われる。", EventType.VOTE, id="vote-to-come"),
        pytest.param("会議は共同宣言を採択した。", EventType.AGREEMENT, id="declaration"),
        pytest.param("ノルダ軍は無人機90機を発射した。", EventType.ASSAULT, id="salvo"),
        pytest.param("ノルダは東の海に向けてミサイルを発射した。", EventType.OTHER, id="test"),
        pytest.param("発電所が攻撃の標的となった。", EventType.ASSAULT, id="target"),
        pytest.param("ロドナで武装蜂起が発生した。", EventType.ASSAULT, id="rising"),
        pytest.param("砲撃は港にも及びました。", EventType.ASSAULT, id="reaches"),
        pytest.param("ノルダは弾薬供給の停止を決めた。", EventType.AID, id="supply-stopped"),
        pytest.param("政府は外出禁止令を出した。", EventType.ORDER, id="curfew"),
        pytest.param("内閣は任務を延ばすことを決めた。", EventType.ORDER, id="decided"),
        pytest.param("選挙は2月に延期された。", EventType.ORDER, id="election-put-off"),
        pytest.param("テスミア軍は国境に戦車を送り込んだ。", EventType.MOBILIZE, id="sent-in"),
        pytest.param("町では通信が困難になった。", EventType.OUTAGE, id="lines-dead"),
        pytest.param("検察は刑事手続きを開始した。", EventType.LEGAL, id="proceedings"),
        pytest.param("休戦協定が発効した。", EventType.AGREEMENT, id="in-force"),
        pytest.param("両派は和平協定に調印しなかった。", EventType.OTHER, id="not-signed"),
        pytest.param("首相は町を訪れ、歩こうとした。", EventType.VISIT, id="then-tried"),
    ],
)
def test_each_class_of_words_has_its_type(read: TextReader, text: str, kind: EventType) -> None:
    """What words tell of a clause decides its type: 「砲撃で3人が死亡した」 is the shelling."""
    assert [event.type for event in read(text).findings.events] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("これは住民への攻撃でした。", id="names-a-thing"),
        pytest.param("両国は見解で一致した。", id="of-one-mind"),
        pytest.param("首相はくぎを刺した。", id="figure-of-speech"),
        pytest.param("政府は援助を中断する決定を待つ。", id="no-decision-yet"),
        pytest.param("ノルダ軍は7月に攻撃を行う。", id="no-vote"),
        pytest.param("テロ対策の会合は長い。", id="counter-terror"),
        pytest.param("軍は敵に圧倒されている。", id="overwhelmed"),
        pytest.param("首相は演説で過去を語った。", id="speech-aside"),
        pytest.param("内閣が任命した知事は若い。", id="appointed-before"),
        pytest.param("攻撃を受けると死亡する恐れがある。", id="feared"),
    ],
)
def test_a_word_alone_is_no_event(read: TextReader, text: str) -> None:
    """A word for an event that only names or describes something tells none."""
    assert read(text).findings.events == []


def test_clauses_of_one_doing_are_one_event(read: TextReader) -> None:
    """A clause that goes on with the same kind of deed, without a subject or day, adds no event."""
    found = read("ノルダ軍は町を砲撃し、橋を攻撃した。")

    (event,) = found.findings.events
    assert found.cut(event.span) == "ノルダ軍は町を砲撃し、橋を攻撃した"


def test_a_heading_is_told_by_its_body(read: TextReader) -> None:
    """What a heading tells and the text below tells again in other words is one event."""
    found = read("ノルダ軍、町を砲撃\n\nノルダ軍は3日、北の町を攻撃した。住民は静かだった。")

    (event,) = found.findings.events
    assert "攻撃した" in found.cut(event.span)
