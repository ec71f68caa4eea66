"""Same talks: whether two mentions tell of one meeting, and what both together tell."""

from __future__ import annotations

from soten.extract.findings import TalkFinding
from soten.extract.sides import sides_of
from soten.extract.triggers import is_heading
from soten.japanese.analysis import Analysis
from soten.records import ActorType, TalkForm, TalkStatus
from soten.records.edtf import bounds

_NEAR = 3
"""Sentences within which the same parties without a day are the same talk."""
RECENT = 60
"""Talks back among which the one a mention tells of is looked for."""
_PARTIES = 2
_TO_COME = frozenset((TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN))
_OFF = frozenset((TalkStatus.CANCELLED, TalkStatus.POSTPONED))
_TOLD = frozenset((TalkStatus.HELD, TalkStatus.ONGOING))


def merge(
    found: list[TalkFinding], talk: TalkFinding, analysis: Analysis, *, may_add: bool
) -> bool:
    """Join a mention to the talk it tells of again, or add it; say whether it was either."""
    fitting = [
        known
        for known in reversed(found[-RECENT:])
        if is_same(known, talk, analysis, is_bare=not may_add)
    ]
    if fitting:
        fitting.sort(
            key=lambda known: (not _is_on_day(known, talk), known.status is not talk.status)
        )
        join(fitting[0], talk, analysis)
    elif may_add:
        found.append(talk)
    return bool(fitting) or may_add


def is_same(a: TalkFinding, b: TalkFinding, analysis: Analysis, *, is_bare: bool) -> bool:
    """Say whether two findings tell of one meeting: the same parties, no other day or round."""
    if a.round is not None and b.round is not None and a.round != b.round:
        return False
    same_day = _is_on_day(a, b)
    other_day = a.day is not None and b.day is not None and not same_day
    heads = a.day is None and is_heading(analysis, analysis.sentences[a.sentence])
    if other_day or b.also or (b.told and not heads and _parts_in_time(a, b)):
        return False
    if not same_day and _is_of_others(a, b, analysis):
        return False
    sides_a, sides_b = sides_of(a.participants, analysis), sides_of(b.participants, analysis)
    near = b.sentence - max(a.sentence, a.latest) <= _NEAR
    if len(sides_b) < _PARTIES:
        if same_day and sides_b and _shares_person(a, b, analysis):
            return True
        is_near = near and (same_day or is_bare or b.open)
        return _adds_nobody(a, b, sides_a, sides_b) and (is_near or (same_day and bool(sides_b)))
    if len(sides_a) < _PARTIES and not _adds_nobody(b, a, sides_b, sides_a):
        return False
    shared, smaller = sides_a & sides_b, min(len(sides_a), len(sides_b))
    if same_day:
        return len(shared) >= min(_PARTIES, smaller) > 0
    return sides_a == sides_b or (len(shared) == smaller > 0 and (near or is_bare))


def _is_of_others(a: TalkFinding, b: TalkFinding, analysis: Analysis) -> bool:
    """Say whether other people of the same two sides meet: two ministers, then two presidents."""
    one, other = _people_by_side(a, analysis), _people_by_side(b, analysis)
    shared = one.keys() & other.keys()
    return len(shared) >= _PARTIES and all(one[side].isdisjoint(other[side]) for side in shared)


def _people_by_side(talk: TalkFinding, analysis: Analysis) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key in talk.participants:
        member = analysis.cast.members.get(key)
        if member is not None and member.type is ActorType.PERSON and member.side is not None:
            found.setdefault(member.side, set()).add(key)
    return found


def _shares_person(a: TalkFinding, b: TalkFinding, analysis: Analysis) -> bool:
    members = (analysis.cast.members.get(k) for k in set(a.participants) & set(b.participants))
    return any(m is not None and m.type is ActorType.PERSON for m in members)


def _is_on_day(a: TalkFinding, b: TalkFinding) -> bool:
    return a.day is not None and b.day is not None and compatible(a.day, b.day)


def _adds_nobody(a: TalkFinding, b: TalkFinding, sides_a: set[str], sides_b: set[str]) -> bool:
    """Say whether all that `b` names take part in `a`; one with a nameless partner goes by sides."""
    return sides_b <= sides_a if b.open else set(b.participants) <= set(a.participants)


def _parts_in_time(a: TalkFinding, b: TalkFinding) -> bool:
    """Say whether one is over and the other is still to come, with no day to show they are one."""
    if a.day is not None and a.day == b.day:
        return False
    if a.status is TalkStatus.PROPOSED and a.day is None:
        return b.status in _TOLD
    if a.status in _TO_COME and a.day is not None and b.day is None:
        return b.status in _TOLD
    return a.status in _TOLD and b.status in _TO_COME


def compatible(a: str, b: str) -> bool:
    """Say whether one date lies inside the other."""
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return (a0 >= b0 and a1 <= b1) or (b0 >= a0 and b1 <= a1)


def _united(known: TalkFinding, talk: TalkFinding, analysis: Analysis) -> tuple[str, ...]:
    """Who took part by both mentions: once two sides are told, nobody of a third is added."""
    sides = sides_of(known.participants, analysis)
    added = talk.participants
    if len(sides) >= _PARTIES:
        members = analysis.cast.members
        added = tuple(k for k in added if k in sides or (k in members and members[k].side in sides))
    return tuple(dict.fromkeys((*known.participants, *added)))


def join(known: TalkFinding, talk: TalkFinding, analysis: Analysis) -> None:
    """Add to a talk what another mention tells of it."""
    heads = known.day is None and is_heading(analysis, analysis.sentences[known.sentence])
    if heads and talk.day is not None and known.sentence != talk.sentence:
        known.status = talk.status
    if known.sentence != talk.sentence:
        known.mentions.append(talk.span)
    known.latest = talk.sentence
    known.participants = _united(known, talk, analysis)
    known.day = _narrower(known.day, talk.day)
    known.date = known.day or known.date or talk.date
    known.place = known.place or talk.place
    known.outcome = known.outcome or talk.outcome
    known.round = known.round or talk.round
    if known.status in _TO_COME and talk.status in _TOLD and talk.day is not None:
        known.status = talk.status
    if talk.status in _OFF and known.status in _TO_COME:
        known.status = talk.status
    if known.form is TalkForm.MEETING and len(sides_of(talk.participants, analysis)) >= _PARTIES:
        known.form = talk.form


def _narrower(a: str | None, b: str | None) -> str | None:
    """The more precise of two dates that agree."""
    if a is None or b is None:
        return a or b
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return b if b0 >= a0 and b1 <= a1 else a


def is_whole(talk: TalkFinding, analysis: Analysis) -> bool:
    """A talk needs two who meet besides the states they serve, or a body in session."""
    if talk.open or talk.form is TalkForm.SESSION:
        return bool(talk.participants)
    if talk.form is TalkForm.SUMMIT and _of_body(talk, analysis):
        return True
    return (
        len(sides_of(talk.participants, analysis)) >= _PARTIES
        or _people(talk, analysis) >= _PARTIES
    )


def _of_body(talk: TalkFinding, analysis: Analysis) -> bool:
    """Say whether a bloc of states meets: 「連合は首脳会議を開いた」."""
    members = (analysis.cast.members.get(p) for p in talk.participants)
    return any(m is not None and m.type is ActorType.ORGANIZATION for m in members)


def _people(talk: TalkFinding, analysis: Analysis) -> int:
    members = (analysis.cast.members.get(p) for p in talk.participants)
    return sum(m is not None and m.type is ActorType.PERSON for m in members)
