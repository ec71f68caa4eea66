"""The words that tell that something happened."""

from __future__ import annotations

import pytest

from soten.extract.triggers import find_triggers, is_heading
from soten.records import EventType
from tests.readings import ReadText, TextReader


def _types(found: ReadText) -> list[EventType]:
    return [event.type for event in found.findings.events]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("3日、ノルダ軍が町を砲撃した。", "3日、ノルダ軍が町を砲撃した", id="past"),
        pytest.param("ノルダ軍は町を包囲している。", "ノルダ軍は町を包囲している", id="goes-on"),
        pytest.param("ファルケンでは砲撃が続く。", "ファルケンでは砲撃が続く", id="lasting"),
        pytest.param(
            "両軍は2029年に協定を結んだ。", "両軍は2029年に協定を結んだ", id="sounded-past"
        ),
        pytest.param(
            "ノルダ軍は町を占領し、橋を焼いた。", "ノルダ軍は町を占領し", id="tense-of-the-last"
        ),
        pytest.param(
            "ノルダ軍は空爆を行ったものの、町は残った。", "ノルダ軍は空爆を行った", id="concessive"
        ),
    ],
)
def test_a_predicate_tells_what_happened(read: TextReader, text: str, words: str) -> None:
    """A predicate in the past, or of what goes on, tells an event from its clause's first word."""
    found = read(text)

    assert words in found.cut(found.findings.events[0].span)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("4月10日の砲撃で古い橋が落ちた。", "4月10日の砲撃", id="dated"),
        pytest.param("ノルダ軍による空爆を首相が語った。", "ノルダ軍による空爆", id="done-by"),
        pytest.param("昨年始まった紛争の影は濃い。", "昨年始まった紛争", id="begun"),
        pytest.param("ジルヴァンを訪問中の首相が語った。", "ジルヴァンを訪問中", id="on-a-visit"),
        pytest.param("首相は町を視察後、記者会見を開いた。", "首相は町を視察後", id="after"),
        pytest.param("ロドナ、大規模停電", "停電", id="heading"),
    ],
)
def test_a_noun_tells_what_happened(read: TextReader, text: str, words: str) -> None:
    """A noun tells an event with its day, its doer, its beginning, or at the end of a heading."""
    found = read(text)

    assert any(words in found.cut(event.span) for event in found.findings.events)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "ノルダが併合したファルケンでは橋が落ちた。", "ノルダが併合したファルケン", id="named"
        ),
        pytest.param("2029年に併合した地域で橋が落ちた。", "2029年に併合した地域", id="dated"),
    ],
)
def test_a_clause_before_a_noun_may_tell_an_event(read: TextReader, text: str, words: str) -> None:
    """A clause before a noun counts with a day of its own, or before a named place."""
    found = read(text)

    assert [found.cut(event.span) for event in found.findings.events] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダが占領した地域の人々は残った。", id="no-day-no-name"),
        pytest.param("3日、占領した地域の地図が示された。", id="day-of-the-main-verb"),
        pytest.param("ノルダ軍は砲撃を行う予定だ。", id="planned"),
        pytest.param("ノルダ軍は町を攻撃する構えだ。", id="intended"),
        pytest.param("ノルダ軍が町を制圧したかどうかは不明だ。", id="whether"),
        pytest.param("ノルダ軍が町を制圧した可能性がある。", id="possible"),
        pytest.param("ノルダは町を攻撃したことを否定した。", id="denied"),
        pytest.param("ノルダ軍の攻撃を防ぐ壁がある。", id="prevented"),
        pytest.param("4月10日の攻撃の恐れは去った。", id="feared"),
        pytest.param("ノルダ軍は攻撃機を見せた。", id="part-of-a-word"),
        pytest.param("戦闘が始まってから市は変わった。", id="since"),
        pytest.param("逮捕されたのは船員だ。", id="cleft"),
        pytest.param("機会が訪れている。", id="no-traveller"),
        pytest.param("町では30人が死亡した。", id="casualties"),
        pytest.param("全会一致で決まった。", id="unanimous"),
        pytest.param("外交攻勢を強めている。", id="figure-of-speech"),
        pytest.param("議会はどちらを採択するかで割れた。", id="question"),
        pytest.param("首相は「町を攻撃した」と題する本を読んだ。", id="quoted"),
    ],
)
def test_what_triggers_nothing(read: TextReader, text: str) -> None:
    """What is planned, possible, denied, prevented, only background or a word's part is no event."""
    assert _types(read(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("ノルダ軍は無人機12機を撃墜した。", EventType.OTHER, id="shot-down-a-drone"),
        pytest.param("ノルダ軍は輸送機を撃墜した。", EventType.ASSAULT, id="shot-down-a-plane"),
        pytest.param("ノルダは部隊を国境に派遣した。", EventType.MOBILIZE, id="troops-sent"),
        pytest.param("ノルダは特使を首都に派遣した。", EventType.OTHER, id="envoy-sent"),
        pytest.param("ノルダ軍は空爆を停止した。", EventType.OTHER, id="attack-stopped"),
        pytest.param("ノルダは捕虜を釈放した。", EventType.OTHER, id="prisoners-freed"),
        pytest.param("ノルダは船3隻を制裁の対象に加えた。", EventType.SANCTION, id="listed"),
        pytest.param("検察は元首相を起訴した。", EventType.LEGAL, id="indicted"),
        pytest.param("4日から停戦となった。", EventType.AGREEMENT, id="ceasefire"),
        pytest.param("ロドナへの送電が止まり、電力供給が停止した。", EventType.OUTAGE, id="power"),
        pytest.param("司令官は兵に退去を命じた。", EventType.ORDER, id="ordered"),
        pytest.param("ハルディアは弾薬を供給している。", EventType.AID, id="arms"),
    ],
)
def test_the_type_of_an_event(read: TextReader, text: str, kind: EventType) -> None:
    """What is done to whom decides the type."""
    assert kind in _types(read(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "3日、ノルダ軍がファルケンを砲撃した。3日のファルケン砲撃で橋が落ちた。", 1, id="again"
        ),
        pytest.param(
            "ノルダ軍、ファルケンを制圧\n\n3日、ノルダ軍がファルケンを制圧した。\n", 1, id="heading"
        ),
        pytest.param(
            "3日、ノルダ軍がファルケンを砲撃した。4日、ノルダ軍がロドナを砲撃した。",
            2,
            id="other-day",
        ),
        pytest.param(
            "ノルダ軍はファルケンを砲撃した。テスミア軍は国境の村を砲撃した。", 2, id="other-doer"
        ),
    ],
)
def test_an_event_is_told_once(read: TextReader, text: str, count: int) -> None:
    """A mention without anything that tells it apart is the event told before."""
    assert len(_types(read(text))) == count


def test_what_another_side_denies_is_no_event(read: TextReader) -> None:
    """A claim that somebody contests is no fact."""
    found = read(
        "テスミア国防省は、ノルダ軍がファルケンを制圧したと発表した。"
        "カンデル報道官はこれを否定した。"
    )

    assert _types(found) == []


def test_in_a_passive_the_subject_is_acted_on(read: TextReader) -> None:
    """「BがAによって…された」: A acts, on B."""
    (event,) = read("テスミア軍がノルダ軍によって攻撃された。").findings.events

    assert (event.actor, event.target) == ("norda-forces", "tesmia-forces")


def test_an_event_of_no_class_gives_way_in_its_clause(read: TextReader) -> None:
    """Of two events in one clause the one that has a class is kept."""
    found = read("ノルダ軍は水門を閉鎖して給水を停止した。")

    assert _types(found) == [EventType.OUTAGE]


def test_triggers_come_in_order(read: TextReader) -> None:
    """The triggers of a sentence come in the order of its words, with their phrases."""
    found = read("ノルダ軍は町を占領し、橋を爆破した。")
    view = found.analysis.sentences[0]

    triggers = list(find_triggers(found.analysis, found.rules, view))

    assert [found.text[t.hit.start : t.hit.end] for t in triggers] == ["占領", "爆破"]
    assert all(t.first <= t.at <= t.last and not t.is_noun for t in triggers)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        pytest.param("ノルダ、町を制圧\n\n本文が続く。\n", True, id="line-of-its-own"),
        pytest.param("ノルダが町を制圧した。\n", False, id="full-stop"),
    ],
)
def test_a_heading_has_no_full_stop(read: TextReader, text: str, heading: bool) -> None:
    """A line of its own without a full stop is a heading."""
    found = read(text)

    assert is_heading(found.analysis, found.analysis.sentences[0]) is heading


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("砲弾が住宅に着弾した。", EventType.ASSAULT, id="hit"),
        pytest.param("武装集団が村を襲い、住民を連れ去った。", EventType.ASSAULT, id="raid"),
        pytest.param("国境付近で銃撃戦となった。", EventType.ASSAULT, id="fire-fight"),
        pytest.param("空爆で市民30人が死亡した。", EventType.ASSAULT, id="by-a-raid"),
        pytest.param("攻撃が激しさを増しています。", EventType.ASSAULT, id="growing"),
        pytest.param(
            "ノルダ軍は町から部隊を引き揚げた。", EventType.CONTROL_CHANGE, id="drawn-back"
        ),
        pytest.param("ノルダ軍は町に地上部隊を投入した。", EventType.MOBILIZE, id="sent-in"),
        pytest.param("ハルディアは制裁を解除した。", EventType.SANCTION, id="lifted"),
        pytest.param("裁判所は禁錮5年の判決を言い渡した。", EventType.LEGAL, id="sentence"),
        pytest.param("警察は容疑者の身柄を確保した。", EventType.LEGAL, id="custody"),
        pytest.param("ハルディアは戦車をテスミアに引き渡した。", EventType.AID, id="handed-over"),
        pytest.param("支援物資を積んだ車列がロドナに入った。", EventType.AID, id="goods"),
        pytest.param("ロドナ全域で電気が止まった。", EventType.OUTAGE, id="out"),
        pytest.param("ベルカ大統領は大統領令に署名した。", EventType.ORDER, id="decree"),
        pytest.param("トセフ首相は非常事態を宣言した。", EventType.ORDER, id="emergency"),
        pytest.param("オルソク外相がジルヴァン入りした。", EventType.VISIT, id="came"),
        pytest.param("与党が過半数を獲得した。", EventType.VOTE, id="majority"),
        pytest.param("国境の検問所が再開された。", EventType.OTHER, id="opened"),
        pytest.param("ノルダは大使を召還した。", EventType.OTHER, id="recalled"),
    ],
)
def test_everyday_words_for_events(read: TextReader, text: str, kind: EventType) -> None:
    """What papers say plainly has its type too."""
    assert kind in _types(read(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "ノルダは2029年に開戦し、戦争は近く終わる。", "ノルダは2029年に開戦し", id="own-day"
        ),
        pytest.param(
            "トセフ首相は、ロドナを訪問しているベルカ大統領と会った。",
            "ロドナを訪問しているベルカ大統領",
            id="visitor",
        ),
        pytest.param("【ベルカ大統領、司令部を視察】", "司令部を視察", id="bracketed-heading"),
        pytest.param(
            "ノルダ軍は戦闘が続いていると発表した。", "戦闘が続いている", id="said-to-go-on"
        ),
        pytest.param(
            "3日のノルダ軍による攻撃後、ハルディアは協議を求めた。",
            "ノルダ軍による攻撃",
            id="after",
        ),
        pytest.param(
            "委員会に2日提出された報告書が公表された。",
            "委員会に2日提出された報告書",
            id="day-in-verb",
        ),
    ],
)
def test_where_an_event_is_told(read: TextReader, text: str, words: str) -> None:
    """A day of its own, a visitor, a heading in brackets and what goes on by report tell events."""
    found = read(text)

    assert any(words in found.cut(event.span) for event in found.findings.events)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("停戦が成立したとしても、課題は残る。", id="even-if"),
        pytest.param("ノルダが攻撃を進めた場合、協議は終わる。", id="in-case"),
        pytest.param("ノルダは近く開戦し、町を攻めることになる。", id="to-come"),
        pytest.param("会談で首相は笑った。", id="no-harm"),
    ],
)
def test_what_is_only_supposed(read: TextReader, text: str) -> None:
    """What is supposed or to come triggers nothing."""
    assert _types(read(text)) == []
