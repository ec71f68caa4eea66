"""Words of the interface: every value of the vocabulary and every heading, Japanese and English.

One table, so that one thing has one word in tables, briefs and pages. What documents say is never
translated; only what the ledger itself says is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from soten.query import Move
from soten.records import (
    Act,
    Action,
    ActorType,
    Basis,
    Bound,
    CommitmentStatus,
    EventType,
    Fate,
    Hold,
    Outcome,
    Quote,
    Stance,
    State,
    TalkForm,
    TalkStatus,
    Unit,
    Voice,
)
from soten.settings import Language

Pair = tuple[str, str]
"""Japanese, English."""

_ACTS: Mapping[StrEnum, Pair] = {
    Act.ANNOUNCE: ("発表", "announced"),
    Act.ASSERT: ("主張", "asserted"),
    Act.DENY: ("否定", "denied"),
    Act.CONFIRM: ("確認", "confirmed"),
    Act.DEMAND: ("要求", "demanded"),
    Act.PROPOSE: ("提案", "proposed"),
    Act.ACCEPT: ("受諾", "accepted"),
    Act.REJECT: ("拒否", "rejected"),
    Act.WARN: ("警告", "warned"),
    Act.CRITICIZE: ("非難", "criticized"),
    Act.PRAISE: ("歓迎", "welcomed"),
    Act.WILLING: ("意向", "said to be willing"),
    Act.DOUBT: ("懸念", "doubted"),
    Act.DECLINE: ("コメント控え", "declined to comment"),
    Act.EXPLAIN: ("説明", "explained"),
}

_STANCES: Mapping[StrEnum, Pair] = {
    Stance.DEMANDS: ("要求", "demands"),
    Stance.OFFERS: ("提示", "offers"),
    Stance.ACCEPTS: ("受け入れ", "accepts"),
    Stance.ACCEPTS_IF: ("条件付きで受け入れ", "accepts if"),
    Stance.REJECTS: ("拒否", "rejects"),
    Stance.OPPOSES: ("反対", "opposes"),
    Stance.SUPPORTS: ("支持", "supports"),
    Stance.OPEN: ("協議に応じる", "open"),
    Stance.UNDECIDED: ("未決定", "undecided"),
}

_TALKS: Mapping[StrEnum, Pair] = {
    TalkForm.MEETING: ("会談", "meeting"),
    TalkForm.CALL: ("電話会談", "call"),
    TalkForm.SUMMIT: ("首脳会談", "summit"),
    TalkForm.TRILATERAL: ("三者協議", "trilateral"),
    TalkForm.SESSION: ("会合", "session"),
    TalkForm.VISIT: ("訪問", "visit"),
    TalkStatus.PLANNED: ("予定", "planned"),
    TalkStatus.HELD: ("実施", "held"),
    TalkStatus.ONGOING: ("継続中", "ongoing"),
    TalkStatus.POSTPONED: ("延期", "put off"),
    TalkStatus.CANCELLED: ("中止", "cancelled"),
    TalkStatus.PROPOSED: ("提案段階", "proposed"),
    TalkStatus.UNCERTAIN: ("不確か", "uncertain"),
    Outcome.AGREED: ("合意", "agreed"),
    Outcome.PROGRESS: ("進展", "progress"),
    Outcome.NO_RESULT: ("成果なし", "no result"),
}

_FIGURES: Mapping[StrEnum, Pair] = {
    Bound.EXACT: ("{}", "{}"),
    Bound.APPROX: ("約{}", "about {}"),
    Bound.AT_LEAST: ("{}以上", "at least {}"),
    Bound.AT_MOST: ("{}以下", "at most {}"),
    Bound.MORE_THAN: ("{}超", "more than {}"),
    Bound.LESS_THAN: ("{}未満", "less than {}"),
    Bound.RANGE: ("{}〜{}", "{} to {}"),
    Unit.KM2: ("平方キロメートル", "km²"),
    Unit.PERSON: ("人", "persons"),
    Unit.PERCENT: ("％", "%"),
    Unit.EUR: ("ユーロ", "EUR"),
    Unit.USD: ("ドル", "USD"),
    Unit.JPY: ("円", "JPY"),
    Unit.ITEM: ("件", "items"),
    Unit.SETTLEMENT: ("集落", "settlements"),
    Unit.HOUR: ("時間", "hours"),
    Unit.DAY: ("日間", "days"),
    Unit.YEAR: ("年間", "years"),
    Unit.CELSIUS: ("℃", "°C"),
    Unit.MONTH: ("か月", "months"),
    Unit.KV: ("キロボルト", "kV"),
    Unit.OTHER: ("", ""),
}

_COMMITMENTS: Mapping[StrEnum, Pair] = {
    CommitmentStatus.OPEN: ("期限前", "open"),
    CommitmentStatus.KEPT: ("履行", "kept"),
    CommitmentStatus.BROKEN: ("不履行", "broken"),
    CommitmentStatus.EXPIRED: ("期限切れ", "expired"),
    CommitmentStatus.PLANNED: ("予定", "planned"),
    CommitmentStatus.UNKNOWN: ("不明", "unknown"),
}

_EVENTS: Mapping[StrEnum, Pair] = {
    EventType.ASSAULT: ("攻撃", "assault"),
    EventType.CONTROL_CHANGE: ("支配の変化", "change of control"),
    EventType.SANCTION: ("制裁", "sanction"),
    EventType.VOTE: ("採決", "vote"),
    EventType.LEGAL: ("司法", "legal step"),
    EventType.AID: ("支援", "aid"),
    EventType.OUTAGE: ("停電・途絶", "outage"),
    EventType.MOBILIZE: ("動員・展開", "mobilization"),
    EventType.AGREEMENT: ("合意", "agreement"),
    EventType.ORDER: ("命令", "order"),
    EventType.VISIT: ("訪問", "visit"),
    EventType.OTHER: ("その他", "other"),
}

_ACTORS: Mapping[StrEnum, Pair] = {
    ActorType.PERSON: ("人物", "person"),
    ActorType.STATE: ("国", "state"),
    ActorType.ORGANIZATION: ("組織", "organization"),
    ActorType.FORCE: ("軍・部隊", "force"),
    ActorType.PLACE: ("地名", "place"),
    ActorType.FACILITY: ("施設", "facility"),
    ActorType.PLAN: ("案・計画", "plan"),
    ActorType.OUTLET: ("報道機関", "outlet"),
}

_SOURCES: Mapping[StrEnum, Pair] = {
    Basis.STATED: ("明記", "stated"),
    Basis.INFERRED: ("推定", "inferred"),
    Basis.NONE: ("不明", "unknown"),
    Quote.DIRECT: ("直接", "direct"),
    Quote.INDIRECT: ("間接", "indirect"),
    Voice.OWN: ("地の文", "the writer's own"),
    Voice.REPORTED: ("間接の発言", "in reported words"),
    Voice.QUOTED: ("引用", "quoted"),
}

_REVIEW: Mapping[StrEnum, Pair] = {
    State.READ: ("未審査", "not reviewed"),
    State.ACCEPTED: ("承認", "accepted"),
    State.CORRECTED: ("訂正", "corrected"),
    State.REJECTED: ("却下", "rejected"),
    State.RETRACTED: ("撤回", "retracted"),
    State.ADDED: ("追加", "added"),
    Action.ACCEPT: ("承認", "accept"),
    Action.REJECT: ("却下", "reject"),
    Action.CORRECT: ("訂正", "correct"),
    Action.RETRACT: ("撤回", "retract"),
    Action.ADD: ("追加", "add"),
    Action.MERGE: ("統合", "merge"),
    Action.SPLIT: ("分離", "split"),
    Action.GRADE: ("評価", "grade"),
    Action.UNDO: ("取り消し", "undo"),
    Fate.APPLIES: ("有効", "applies"),
    Fate.MOVED: ("付け替え", "re-anchored"),
    Fate.KEPT: ("決定により維持", "kept by decision"),
    Fate.DORMANT: ("休止", "dormant"),
    Fate.ORPHANED: ("該当箇所なし", "orphaned"),
    Fate.REFUSED: ("適用不可", "refused"),
}

_CLAIMS: Mapping[StrEnum, Pair] = {
    Hold.TAKEN: ("掌握", "taken"),
    Hold.RETAKEN: ("奪還", "retaken"),
    Hold.HELD: ("保持", "held"),
    Hold.LOST: ("喪失", "lost"),
    Hold.SURROUNDED: ("包囲", "surrounded"),
    Hold.CONTESTED: ("戦闘継続", "fought over"),
    Move.ASSERTED: ("主張", "asserted"),
    Move.REPEATED: ("再び主張", "asserted again"),
    Move.DENIED: ("否定", "denied"),
    Move.UNCONFIRMED: ("未確認", "not confirmed"),
    Move.OPPOSED: ("反対の主張", "opposed"),
    Move.OTHERWISE: ("別の範囲", "another extent"),
    Move.WITHDRAWN: ("撤回", "withdrawn"),
    Move.CONCEDED: ("認める", "conceded"),
}

_TABLES: tuple[Mapping[StrEnum, Pair], ...] = (
    _ACTS,
    _STANCES,
    _TALKS,
    _FIGURES,
    _COMMITMENTS,
    _EVENTS,
    _ACTORS,
    _SOURCES,
    _REVIEW,
    _CLAIMS,
)

_VALUES: dict[tuple[type[StrEnum], str], Pair] = {
    (type(value), value.value): pair for table in _TABLES for value, pair in table.items()
}
"""Keyed by class too: values of two sets may be spelled alike (`planned`, `other`, `visit`)."""

KINDS: Mapping[str, Pair] = {
    "document": ("文書", "documents"),
    "entity": ("登場者", "actors"),
    "mention": ("言及", "mentions"),
    "date": ("日付", "dates"),
    "statement": ("発言", "statements"),
    "talk": ("会談", "talks"),
    "figure": ("数値", "figures"),
    "position": ("立場", "positions"),
    "claim": ("主張", "claims"),
    "commitment": ("約束", "commitments"),
    "event": ("出来事", "events"),
    "wording": ("用語", "wordings"),
}


def label(value: StrEnum, language: Language) -> str:
    """Return the word for a value of the vocabulary.

    >>> label(TalkStatus.POSTPONED, Language.JA), label(TalkStatus.POSTPONED, Language.EN)
    ('延期', 'put off')
    """
    return _VALUES[type(value), value.value][language is Language.EN]


def kind_label(kind: str, language: Language) -> str:
    """Return the word for a kind of record.

    >>> kind_label("talk", Language.JA)
    '会談'
    """
    return KINDS[kind][language is Language.EN]
