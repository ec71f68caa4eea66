"""Who of different documents is one person: by full name, or by family name, office and state.

Not enough by itself: a family name (fathers, wives and brothers share it), a short full name that
several people bear, a full name where the offices of one time differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from soten.records import Actor
from soten.resolve.blocks import APART, Apart, Judgement
from soten.resolve.joining import CONNECTS, Features, Json
from soten.resolve.personnames import PersonName, Relation, compared, name_of

_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])|$)")
SURE, LIKELY, FAIR, LEAST, DOUBTFUL = 0.97, 0.92, 0.85, CONNECTS, 0.7
"""Full name with office and state; full name with one of them; full name alone, or state and the
office of one with the family name; the same with an office of few, or one that a pack does not
date; what a person should look at."""

_WINDOW = 2
"""Half-years within which two reports are of one time: an office is held by one person meanwhile."""
_COURTESIES = frozenset("氏 さん 様 さま ちゃん くん 君 女史 両氏 夫人 夫妻 師 殿 相".split())
_FORMER = ("元", "前", "旧", "故")
_OTHER_RANK = ("副", "次期", "次席", "首席", "第一", "第1", "筆頭", "主任", "暫定", *_FORMER)
"""What makes another office of the one it stands before: 副首相 is not 首相."""
_HELD_BY_ONE = (
    *("大統領", "首相", "首相代行", "総理", "総理大臣", "国家主席", "総書記", "最高指導者", "国王"),
    *("女王", "皇太子", "相", "大臣", "外交部長", "国防部長", "官房長官", "国務長官", "国防長官"),
    *("財務長官", "司法長官", "国連大使", "国連次席大使", "大統領府長官", "統合参謀本部議長"),
    *("参謀総長", "検事総長"),
)
"""Endings of offices that one person of a state holds at a time."""
_HELD_BY_FEW = (
    *(
        "報道官",
        "次官",
        "大使",
        "特使",
        "補佐官",
        "交渉官",
        "首席代表",
        "常駐代表",
        "次席代表",
        "調整官",
    ),
    *("安全保障会議書記", "国会議長", "最高会議議長", "下院議長", "上院議長", "副首相", "総司令官"),
)
"""Endings of offices that few hold at a time, hardly two of one name; 議員 and 局長 are many."""
_RARE = 4
"""Characters (folded) of a katakana family name that hardly two of those few bear."""


@dataclass(frozen=True)
class Person:
    """A person as compared; `term` is the half-year of the report, None where unknown."""

    names: tuple[PersonName, ...]
    titles: tuple[str, ...]
    side: str | None
    term: int | None
    held: tuple[tuple[str, str | None, str | None], ...]
    """Offices with the dates they were held, of people a pack lists."""
    known: bool

    @cached_property
    def full(self) -> tuple[PersonName, ...]:
        """Return the full names."""
        return tuple(name for name in self.names if name.is_full)

    @cached_property
    def families(self) -> frozenset[str]:
        """Return what may be the family name."""
        return frozenset(family for name in self.names for family in name.families)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Return the offices that one person of a state or few hold at a time."""
        few = _HELD_BY_FEW if self.is_rare else ()
        return frozenset(t for t in self.titles if _is_held_by_one(t) or t.endswith(few))

    @cached_property
    def is_rare(self) -> bool:
        """Say whether the family name is long enough for few to bear it."""
        return any(n.script == "katakana" and len(n.parts[-1]) >= _RARE for n in self.names)

    @cached_property
    def is_weak(self) -> bool:
        """Say whether every full name is one that several people may bear."""
        return all(name.is_weak for name in self.full)


def person_features(
    actor: Actor, term: int | None, latin: Iterable[str], side: str | None
) -> dict[str, Json]:
    """Return what a person is compared by; `latin` are names in Latin letters beside the name."""
    if actor.known:
        written = [name for name in (actor.name_ja, actor.name_en) if name]
        roles = sorted({(r.title, r.start or "", r.end or "") for r in actor.roles})
        return {
            "type": "person",
            "known": actor.id,
            "names": _spelled(written),
            "held": [list(role) for role in roles],
            "side": actor.side,
        }
    written = [name for name in (actor.name_ja, *actor.aliases, *latin) if name]
    names = _spelled(written)
    titles = _titles(role.title for role in actor.roles)
    return {"type": "person", "names": names, "titles": titles, "side": side, "term": term}


def _spelled(written: Iterable[str]) -> list[Json]:
    """Return names as given, full ones only where there is one, one writing of each."""
    names = {name: found for name in written if (found := name_of(name)) is not None}
    full = {name: found for name, found in names.items() if found.is_full}
    firsts: dict[tuple[str, ...], str] = {}
    for name in sorted(full or names):
        firsts.setdefault((names[name].script, *names[name].parts), name)
    return [*sorted(firsts.values())]


def _titles(given: Iterable[str]) -> list[Json]:
    """Return titles without courtesies and without offices that somebody has left."""
    titles = {title.strip("（）() ") for title in given} - _COURTESIES
    left = {title[1:] for title in titles if title.startswith(_FORMER)}
    return [t for t in sorted(titles) if t and t not in left and not t.startswith(_FORMER)]


def person_of(features: Features) -> Person:
    """Return the person that features tell of."""
    held = features.get("held") or []
    roles = tuple((role[0], role[1] or None, role[2] or None) for role in held)  # type: ignore[union-attr,index]
    titles = features.get("titles") or [role[0] for role in roles]
    return Person(
        names=tuple(filter(None, map(name_of, features["names"]))),  # type: ignore[arg-type]
        titles=tuple(titles),  # type: ignore[arg-type]
        side=features["side"],  # type: ignore[arg-type]
        term=features.get("term"),  # type: ignore[arg-type]
        held=roles,  # type: ignore[arg-type]
        known="known" in features,
    )


def person_keys(person: Person) -> tuple[str, ...]:
    """Return the keys under which a person may be found again; none: he stands alone.

    A short name (or no full one) is a key only with what else is known of its bearer.
    """
    keys: set[str] = set()
    for name in person.full:
        if person.known or not name.is_weak or person.titles:
            keys.add(f"name {name.key}")
        if name.near is not None and person.side is not None:
            keys.update(f"near {name.near} {person.side} {_last(t)}" for t in person.titles)
    if person.side is not None:
        keys.update(
            f"office {family} {person.side} {_last(title)}"
            for family in person.families
            for title in person.offices
        )
    return tuple(sorted(keys))


def _last(title: str) -> str:
    """Return the end of a title, which titles that are one office have in common."""
    return title[-2:]


def judge_people(one: Person, other: Person) -> Judgement | Apart | None:
    """Say whether two are one person, with the reason, or are two people."""
    if one.known and other.known:
        return APART
    if one.side is not None and other.side is not None and one.side != other.side:
        return APART
    if one.full and other.full:
        return _judge_full(one, other)
    return _judge_office(one, other)


def _judge_full(one: Person, other: Person) -> Judgement | Apart | None:
    found = compared(one.full, other.full)
    if found is None:
        return None
    relation, name = found
    if relation is Relation.DIFFERENT:
        return APART
    title = _shared_title(one, other)
    same_side = one.side is not None and one.side == other.side
    detail = "、".join(filter(None, (name.text, title, one.side if same_side else None)))
    match relation:
        case Relation.EQUAL | Relation.ORDER:
            why = "same-name" if relation is Relation.EQUAL else "name-order"
            return _weighed(one, other, why, title, same_side, detail)
        case Relation.MIDDLE:
            sure = FAIR if title or same_side else DOUBTFUL
            return Judgement("middle-name", sure, detail)
        case Relation.SPELLING:
            return Judgement("spelling", FAIR if title and same_side else DOUBTFUL, detail)


def _weighed(
    one: Person, other: Person, why: str, title: str | None, same_side: bool, detail: str
) -> Judgement | None:
    """Weigh equal names by what else is common; offices of one time that differ speak against it."""
    if one.is_weak and other.is_weak:
        if title is None:
            return None
        return Judgement(why, LIKELY if same_side else FAIR, detail)
    if title is not None:
        return Judgement(why, SURE if same_side else LIKELY, detail)
    is_odd = bool(one.titles and other.titles) and _same_time(one, other)
    if same_side:
        return Judgement(why, FAIR if is_odd else LIKELY, detail)
    return Judgement(why, DOUBTFUL if is_odd else FAIR, detail)


def _judge_office(one: Person, other: Person) -> Judgement | None:
    """Judge a family name by state, office and time: 「A国のタノフ外相」 of two reports of one year."""
    if one.side is None or one.side != other.side or one.families.isdisjoint(other.families):
        return None
    family = min(one.families & other.families)
    for title in sorted(one.offices):
        if any(_is_one_office(title, same) for same in other.offices):
            sure = _sure_of_office(one, title, other)
            told = f"{family}、{title}、{one.side}"
            return None if sure is None else Judgement("office", sure, told)
    return None


def _sure_of_office(one: Person, title: str, other: Person) -> float | None:
    """Say how sure it is that two who bear a family name and an office are one; None: not at all."""
    holder, told = (one, other) if one.known else (other, one)
    if told.term is None or told.known:
        return None
    if not holder.known:
        sure = FAIR if _is_held_by_one(title) else LEAST
        return sure if _same_time(one, other, is_sure=True) else None
    held = [(start, end) for held, start, end in holder.held if _is_one_office(title, held)]
    if any(start and _holds(told.term, start, end) for start, end in held):
        return FAIR
    return LEAST if any(start is None and end is None for start, end in held) else None


def _holds(term: int, start: str | None, end: str | None) -> bool:
    """Say whether an office held from one date to another was held in a half-year."""
    first, last = half_year(start, missing=1), half_year(end, missing=12)
    return first is not None and first <= term and (last is None or term <= last)


def _same_time(one: Person, other: Person, *, is_sure: bool = False) -> bool:
    """Say whether two reports are of one time; where a date is unknown, they may be."""
    if one.term is None or other.term is None:
        return not is_sure
    return abs(one.term - other.term) <= _WINDOW


def _shared_title(one: Person, other: Person) -> str | None:
    """Return an office or title that both bear, as the one or the other words it."""
    for title in one.titles:
        for same in other.titles:
            if _is_one_office(title, same):
                return min(title, same, key=lambda t: (len(t), t))
    return None


def _is_one_office(one: str, other: str) -> bool:
    """Say whether two titles word one office: 報道官 and 大統領府報道官, but not 首相 and 副首相."""
    short, long = sorted((one, other), key=len)
    if not long.endswith(short):
        return False
    more = long.removesuffix(short)
    return not more.endswith(_OTHER_RANK) and not (more and len(short) < 2)


def _is_held_by_one(title: str) -> bool:
    return title.endswith(_HELD_BY_ONE) and title not in (
        "担当相",
        "大臣",
        "国務大臣",
        "特命担当相",
    )


def half_year(edtf: str | None, missing: int | None = None) -> int | None:
    """Return the half-year of a date, with the month `missing` where it names none, else None.

    >>> half_year("2031-05-06"), half_year("2031-07"), half_year("2031"), half_year("2031", 12)
    (4062, 4063, None, 4063)
    """
    found = _MONTH.match(edtf or "")
    if found is None:
        return None
    month = int(found[2]) if found[2] else missing
    return None if month is None else int(found[1]) * 2 + (month > 6)
