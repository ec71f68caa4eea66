"""A small lexicon made by hand: a few real states, and people and bodies that exist nowhere."""

from __future__ import annotations

from functools import cache

from soten.japanese.analysis import Analysis
from soten.japanese.cast import Cast, build_cast
from soten.japanese.index import NameIndex
from soten.japanese.names import Ground
from soten.japanese.sentences import outline
from soten.japanese.tokens import tokenize
from soten.lexicon.entries import (
    ActorEntry,
    BodyEntry,
    Form,
    FormKind,
    Lexicon,
    SourceEntry,
    SourceKind,
    SuffixEntry,
    SuffixKind,
    TalkNoun,
    TitleEntry,
    TitleKind,
)
from soten.records import ActorType, Role, TalkForm


def state(id_: str, name: str, *forms: str, kanji: str = "") -> ActorEntry:
    """Return a state; each character of `kanji` is its abbreviation."""
    written = (Form(name), *map(Form, forms), *(Form(c, FormKind.KANJI) for c in kanji))
    return ActorEntry(id_, ActorType.STATE, name, id_.title(), written)


def person(
    id_: str, name: str, side: str, title: str, *forms: str, short: str | None = None
) -> ActorEntry:
    """Return a person of a state with one office; the family name ends the name unless given."""
    family = name.replace("＝", "・").rsplit("・", 1)[-1] if short is None else short
    written = (Form(name), *map(Form, forms), Form(family, FormKind.SHORT))
    return ActorEntry(
        id_, ActorType.PERSON, name, id_.title(), written, side=side, roles=(Role(title, side),)
    )


def body(id_: str, type_: ActorType, name: str, side: str | None, *forms: str) -> ActorEntry:
    """Return a body or place of a state."""
    return ActorEntry(
        id_, type_, name, id_.title(), (Form(name), *map(Form, forms)), side=side, parent=side
    )


ACTORS = (
    state("us", "アメリカ", "米国", kanji="米"),
    state("russia", "ロシア", kanji="露ロ"),
    state("japan", "日本", kanji="日"),
    state("china", "中国", kanji="中"),
    state("uk", "イギリス", "英国", kanji="英"),
    state("south-korea", "韓国", kanji="韓"),
    state("velda", "ベルダ共和国", "ベルダ"),
    state("noruga", "ノルガ"),
    body("nato", ActorType.ORGANIZATION, "NATO", None, "北大西洋条約機構"),
    body("un", ActorType.ORGANIZATION, "国連", None),
    body("velda-mfa", ActorType.ORGANIZATION, "ベルダ外務省", "velda"),
    body("arde", ActorType.OUTLET, "アルデ通信", "velda"),
    ActorEntry(
        "gendai-news",
        ActorType.OUTLET,
        "現代新聞",
        "Gendai News",
        (Form("現代新聞"), Form("現代", FormKind.SHORT)),
        side="japan",
    ),
    body("virandor", ActorType.PLACE, "ヴィランドル", "velda"),
    person("carlo-benci", "カルロ・ベンチ", "velda", "外相"),
    person("steven-witmann", "スティーヴン・ヴィットマン", "noruga", "大統領特使"),
    person("ira-gordan", "イーラ・ゴルダン", "velda", "大統領"),
    person("pavel-gordan", "パヴェル・ゴルダン", "noruga", "国防相"),
    person("dan-bill", "ダン・ビル", "noruga", "報道官"),
    person("yo-seimei", "楊青明", "china", "外相", short="楊"),
)
TITLES = (
    *(
        TitleEntry(text, TitleKind.OFFICE, text, True)
        for text in (
            "大統領 首相 外相 国防相 報道官 特使 大統領特使 国連大使 大使 書記 外交顧問 党代表 司令官"
        ).split()
    ),
    TitleEntry("大佐", TitleKind.RANK, "colonel"),
    TitleEntry("教授", TitleKind.PROFESSION, "professor"),
    TitleEntry("氏", TitleKind.HONORIFIC, "Mr or Ms"),
    TitleEntry("さん", TitleKind.HONORIFIC, "Mr or Ms"),
)
BODIES = (
    BodyEntry("政府", ActorType.STATE, "government"),
    BodyEntry("側", ActorType.STATE, "side"),
    BodyEntry("政権", ActorType.STATE, "administration"),
    BodyEntry("外務省", ActorType.ORGANIZATION, "Ministry of Foreign Affairs", "mfa"),
    BodyEntry("大統領府", ActorType.ORGANIZATION, "Presidential Office", "presidential-office"),
    BodyEntry("軍", ActorType.FORCE, "armed forces", "forces"),
)
SUFFIXES = (
    SuffixEntry("委員会", SuffixKind.ORGANIZATION),
    SuffixEntry("選手権", SuffixKind.THING),
    SuffixEntry("協会", SuffixKind.ORGANIZATION),
    SuffixEntry("党", SuffixKind.ORGANIZATION),
    SuffixEntry("旅団", SuffixKind.FORCE),
    SuffixEntry("州", SuffixKind.PLACE),
    SuffixEntry("地区", SuffixKind.PLACE),
    SuffixEntry("空港", SuffixKind.FACILITY),
    SuffixEntry("通信", SuffixKind.OUTLET),
    SuffixEntry("警備局", SuffixKind.ORGANIZATION),
    SuffixEntry("航空当局", SuffixKind.ORGANIZATION),
    SuffixEntry("評議会", SuffixKind.ORGANIZATION),
    SuffixEntry("同盟", SuffixKind.ORGANIZATION),
    SuffixEntry("メディア", SuffixKind.OUTLET),
    SuffixEntry("ニュース", SuffixKind.OUTLET),
)


def lexicon_of(*actors: ActorEntry) -> Lexicon:
    """Return a lexicon with these actors and the titles, bodies and suffixes of this module."""
    return Lexicon(
        packs=(),
        actors={entry.id: entry for entry in actors},
        titles=TITLES,
        verbs=(),
        cues=(),
        talk_nouns=(TalkNoun("会談", TalkForm.MEETING), TalkNoun("電話会談", TalkForm.CALL)),
        issues={},
        units=(),
        words=(),
        bodies=BODIES,
        sources=(SourceEntry("当局者", SourceKind.PERSON),),
        suffixes=SUFFIXES,
    )


@cache
def world() -> NameIndex:
    """Return the index of all actors of this module."""
    return NameIndex(lexicon_of(*ACTORS))


def ground_of(text: str, index: NameIndex | None = None) -> Ground:
    """Return the ground that finders of names walk on."""
    return Ground(text, tokenize(text), index or world(), outline(text).asides)


def cast_of(text: str, index: NameIndex | None = None) -> Cast:
    """Return who a text names."""
    return build_cast(text, tokenize(text), index or world(), outline(text).asides)[0]


def named(text: str, index: NameIndex | None = None) -> list[tuple[str, str]]:
    """Return the names of a text with whom they mean: a listed id, or the unlisted's type."""
    cast = cast_of(text, index)
    return [
        (text[n.start : n.end], n.member if m.known else m.type.value)
        for n in cast.names
        for m in (cast.members[n.member],)
    ]


def analysis_of(text: str) -> Analysis:
    """Return the layers of a text."""
    return Analysis(text, world())
