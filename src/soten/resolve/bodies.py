"""Which bodies, forces, outlets and facilities of different documents are one.

Their full names say it, and an acronym does together with the state; 外務省, 議会 and 調査団 alone
are as many as there are states and errands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from soten.japanese.folding import fold_form, fold_width
from soten.japanese.tokens import tokenize
from soten.records import Actor, ActorType
from soten.resolve.blocks import APART, Apart, Judgement
from soten.resolve.joining import Features, Json
from soten.resolve.persons import DOUBTFUL, FAIR, LIKELY, SURE

BODIES = frozenset(
    (ActorType.ORGANIZATION, ActorType.FORCE, ActorType.OUTLET, ActorType.FACILITY, ActorType.PLAN)
)

_ACRONYM = re.compile(r"[A-Z][A-Z0-9\-]{1,9}")
_WORLDWIDE = re.compile(r"国際.{2,}(?:連盟|連合|機構|協会|裁判所)")
"""Names that one body of the world bears: 国際水泳連盟; but not 国際調停委員会."""
_GENERIC = frozenset(
    "協会 連盟 連合 委員会 小委員会 会議 評議会 機構 機関 当局 部隊 軍 支部 本部 事務局 事務所 協議会 "
    "同盟 財団 団体 組織 運動 基地 施設 広報 報道 大使館 領事館 総領事館 議会 国会 政府 省 庁 党 会".split()
)
"""What names no body even with a place or state before it: 日本協会 is of many sports."""
_ERRANDS = (
    *("代表団", "調査団", "使節団", "監視団", "視察団", "交渉団", "派遣団", "作業部会", "チーム"),
    *("捜査本部", "対策本部", "実行委員会", "運営委員会", "合同委員会", "調停委員会"),
)
"""Bodies made for one errand; the next of this name is another."""
_PROPER = frozenset(("NAME", "PLACE", "PERSON", "UNK"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body as compared: its folded full names, its acronyms, and whose it is."""

    names: frozenset[str]
    acronyms: frozenset[str]
    side: str | None
    known: bool


def body_features(actor: Actor, latin: Iterable[str], side: str | None) -> dict[str, Json]:
    """Return what a body is compared by."""
    written = [name for name in (actor.name_ja, *latin) if name]
    if actor.known:
        written = [name for name in (actor.name_ja, actor.name_en) if name]
    else:
        written += [form for form in actor.aliases if _ACRONYM.fullmatch(fold_width(form))]
    own = side if not actor.known else actor.side
    names = sorted({fold_form(name) for name in written if is_specific(name) or actor.known})
    features: dict[str, Json] = {
        "type": actor.type.value,
        "names": [name for name in names if not _ACRONYM.fullmatch(name)],
        "acronyms": [name for name in names if _ACRONYM.fullmatch(name)],
        "side": own,
    }
    return features | ({"known": actor.id} if actor.known else {})


def body_of(features: Features) -> Body:
    """Return the body that features tell of."""
    return Body(
        names=frozenset(features["names"]),  # type: ignore[arg-type]
        acronyms=frozenset(features["acronyms"]),  # type: ignore[arg-type]
        side=features["side"],  # type: ignore[arg-type]
        known="known" in features,
    )


def body_keys(body: Body, type_: str) -> tuple[str, ...]:
    """Return the keys under which a body may be found again."""
    names = {f"{type_} {name}" for name in body.names}
    if body.side is not None:
        names |= {f"{type_} {acronym} {body.side}" for acronym in body.acronyms}
    return tuple(sorted(names))


def judge_bodies(one: Body, other: Body) -> Judgement | Apart | None:
    """Say whether two are one body, with the reason, or are two."""
    if one.known and other.known:
        return APART
    if one.side is not None and other.side is not None and one.side != other.side:
        return APART
    same_side = one.side is not None and one.side == other.side
    names, acronyms = one.names & other.names, one.acronyms & other.acronyms
    if names:
        sure = SURE if acronyms else LIKELY if same_side else FAIR
        return Judgement("full-name", sure, max(names, key=lambda name: (len(name), name)))
    if acronyms and same_side:
        return Judgement("acronym", FAIR, f"{min(acronyms)}、{one.side}")
    return Judgement("acronym", DOUBTFUL, min(acronyms)) if acronyms else None


@lru_cache(maxsize=8192)
def is_specific(name: str) -> bool:
    """Say whether a name is a body's own, or one that many bodies share.

    >>> [is_specific(name) for name in ("ジュネーブ大学", "国際水泳連盟", "外務省", "日本協会", "米調査団")]
    [True, True, False, False, False]
    """
    if _ACRONYM.fullmatch(fold_width(name)):
        return True
    if name.endswith(_ERRANDS):
        return False
    if _WORLDWIDE.fullmatch(name):
        return True
    tokens = tokenize(name)
    proper = 0
    while proper < len(tokens) and (
        tokens[proper].pos in _PROPER or tokens[proper].surface == "・"
    ):
        proper += 1
    if not proper and not (tokens and _ACRONYM.fullmatch(fold_width(tokens[0].surface))):
        return False
    rest = name[tokens[max(proper, 1) - 1].end :].lstrip("のと・ ")
    return rest not in _GENERIC
