"""What packs hold, as the reader sees it after loading."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from soten.records import (
    Act,
    ActorType,
    EventType,
    Outcome,
    Role,
    Stance,
    TalkForm,
    TalkStatus,
    Unit,
)


class FormKind(StrEnum):
    """When a written form may stand for its entry."""

    NAME = "name"
    """Wherever it stands whole: ウクライナ, スティーブ・ウィトコフ, 国連安保理."""
    SHORT = "short"
    """A person's family name alone: ウィトコフ. Yields to another cast member of that name."""
    KANJI = "kanji"
    """A one-kanji state: 米, 露. Only in compounds and before institutions: 米ロ, 英政府, 露外相."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing an entry's name; `whose` is the side whose usage it is (None: neutral)."""

    text: str
    kind: FormKind = FormKind.NAME
    whose: str | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor or place that a pack lists."""

    id: str
    type: ActorType
    name_ja: str
    name_en: str
    forms: tuple[Form, ...]
    side: str | None = None
    parent: str | None = None
    """The state or body it belongs to: an oblast's state, a ministry's state, an outlet's country."""
    demonym: str | None = None
    """For states and places: what follows in 〜人 / 〜語 where it is not the name itself."""
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    source: str | None = None
    pack: str = "core"


class TitleKind(StrEnum):
    """What a title says of the one who bears it."""

    OFFICE = "office"
    """A public office or task: 大統領, 外相, 報道官, 特使."""
    HONORIFIC = "honorific"
    """Courtesy only: 氏, さん."""
    RANK = "rank"
    """A military or police rank: 大佐, 元帥."""
    PROFESSION = "profession"
    """An occupation: 教授, 弁護士, 記者."""


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A title that precedes or follows a person's name.

    `speaks_for` is true where words of its bearer are words of the body (大統領, 報道官, 外相).
    """

    text: str
    kind: TitleKind
    en: str
    speaks_for: bool = False


class Frame(StrEnum):
    """How a reporting verb takes its content."""

    TO = "to"
    """…と述べた"""
    WO = "wo"
    """…を否定した, …を求めた"""
    YOU = "you"
    """…ように求めた, …よう訴えた"""
    NI = "ni"
    """…に反対した, …に懸念を示した"""
    ABOUT = "about"
    """…について批判した"""
    NONE = "none"
    """コメントを控えた: no content of its own"""


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A reporting verb (伝達動詞): its dictionary form, its speech act in each frame."""

    text: str
    acts: dict[Frame, Act] = field(hash=False)
    weak: bool = False
    """True for verbs that report only with a quotation or と-content and a speaker (する, 語る…)."""


class CueKind(StrEnum):
    """What a cue phrase is evidence of."""

    ACT = "act"
    STANCE = "stance"
    DENIAL = "denial"
    TALK_STATUS = "talk-status"
    TALK_OUTCOME = "talk-outcome"
    EVENT = "event"
    COMMITMENT = "commitment"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A phrase, as a pattern over the text of one clause, and what it is evidence of.

    `pattern` is a regular expression (Python `re`), searched in a clause; `value` is the value of
    the vocabulary that `kind` names. Higher `weight` wins over lower; ties go to the later match.
    """

    kind: CueKind
    value: Act | Stance | TalkStatus | Outcome | EventType | str
    pattern: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class TalkNoun:
    """A noun that names a talk (会談, 電話会談, 首脳会談 …) and the form it implies."""

    text: str
    form: TalkForm
    verbal: bool = True
    """True where 〜する makes it a verb (会談する), False otherwise (首脳会議)."""
    members: tuple[str, ...] = ()
    """Who always takes part, the one it is about first: the six of 六者協議."""


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """A point at issue with the words that point at it (weight 1 to 3)."""

    id: str
    name_ja: str
    name_en: str
    cues: dict[str, int] = field(hash=False)
    pack: str = "core"


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A counter or unit (助数詞): 人, 平方キロメートル, 億ユーロ's ユーロ. `factor` converts."""

    text: str
    unit: Unit
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word one side chooses where others choose another (解放 / 制圧 / 占領)."""

    text: str
    concept: str
    whose: str | None
    pack: str = "core"
    plain: bool = False
    """True for an everyday word, in whose use no choice is seen (攻撃, 停戦)."""


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A kind of body that every state has (外務省, 政府, 軍), named by the state's name before it.

    `suffix` makes the id (`russia` + 外務省 → `russia-mfa`); None where the words stand for the state
    itself (ロシア政府, 英当局, ウクライナ側).
    """

    text: str
    type: ActorType
    en: str
    suffix: str | None = None


class SourceKind(StrEnum):
    """What kind of source a noun for somebody or something unnamed is."""

    PERSON = "person"
    """当局者, 高官, 専門家."""
    GROUP = "group"
    """各国, 住民, メディア."""
    TEXT = "text"
    """A document that speaks: 声明, 報告書."""
    DATA = "data"
    """Information that only 〜によると attributes: データ, 発表, 報道."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A noun for a source without a name (anonymous source)."""

    text: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class AttitudeEntry:
    """A noun that with 示す, 表明する and the like reports an act: 懸念(を示す) → doubt."""

    text: str
    act: Act


class SuffixKind(StrEnum):
    """What a noun that ends with a suffix names."""

    ORGANIZATION = "organization"
    FORCE = "force"
    PLACE = "place"
    FACILITY = "facility"
    OUTLET = "outlet"
    THING = "thing"
    """No actor and no place, so that a place's name in it names none: 札幌オリンピック, 太平洋戦争."""


@dataclass(frozen=True, slots=True)
class SuffixEntry:
    """The last part of names that no pack lists: 〜委員会, 〜州, 〜通信, 〜部隊."""

    text: str
    kind: SuffixKind


@dataclass(frozen=True, slots=True)
class Pack:
    """A knowledge pack's own description. `digest` changes when any of its data changes."""

    id: str
    title: str
    version: str
    path: str
    digest: str
    description: str = ""
    neutral: dict[str, str] = field(default_factory=dict, hash=False)
    """Entry id → the form the interface uses for it (the pack's naming policy)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything known before reading: `core` with any packs layered on it."""

    packs: tuple[Pack, ...]
    actors: dict[str, ActorEntry] = field(hash=False)
    titles: tuple[TitleEntry, ...]
    verbs: tuple[VerbEntry, ...]
    cues: tuple[CueEntry, ...]
    talk_nouns: tuple[TalkNoun, ...]
    issues: dict[str, IssueEntry] = field(hash=False)
    units: tuple[UnitEntry, ...]
    words: tuple[LoadedWord, ...]
    bodies: tuple[BodyEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    attitudes: tuple[AttitudeEntry, ...] = ()
    suffixes: tuple[SuffixEntry, ...] = ()

    @property
    def version(self) -> str:
        """The packs with versions and digests, as recorded with every run."""
        return " ".join(f"{p.id}@{p.version}+{p.digest[:12]}" for p in self.packs)
