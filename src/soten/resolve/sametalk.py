"""Same talk: whether two meetings, each as one record tells it, can be one, and why.

`differ` says what sets two apart for good: another form, other people, another place or round.
`fit_on_day`, `fit_next_day` and `fit_hint` say what speaks for their being one. Reasons are
explained in `docs/joining.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from soten.records import TalkForm
from soten.resolve.attendees import STATES
from soten.resolve.meetings import Meeting
from soten.resolve.spans import days_between

_PARTIES = 2
_REMOTE = TalkForm.CALL.value
_MANY = frozenset((TalkForm.SUMMIT.value, TalkForm.SESSION.value))
"""Forms of which a report may name some of those who took part."""
_WEEK = 8
"""Days of a hint that is as short as 来週."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Why two meetings are one, and how sure that is."""

    why: str
    confidence: float
    detail: str | None = None


def differ(a: Meeting, b: Meeting) -> bool:
    """Say whether two meetings cannot be one, whenever they took place."""
    if (a.form == _REMOTE) is not (b.form == _REMOTE):
        return True
    if a.round is not None and b.round is not None and a.round != b.round:
        return True
    if parties(a, b) is None or _other_people(a, b):
        return True
    if a.days == b.days and a.moved and b.moved and not set(a.moved) & set(b.moved):
        return True
    if a.level != b.level and _is_told(a) and _is_told(b) and not _people_of_both(a, b):
        return True
    is_apart = a.days is not None and b.days is not None and _common([a.days], [b.days]) is None
    return not is_apart and is_elsewhere(a, b) and not _moved_elsewhere(a, b)


def parties(a: Meeting, b: Meeting) -> bool | None:
    """Say whether the parties are the same; False where one names more, None where they differ."""
    one, other = set(a.sides), set(b.sides)
    shared = one & other
    if (_is_of_three(a) and _is_of_two(b)) or (_is_of_three(b) and _is_of_two(a)):
        return None
    if one == other:
        return True
    if len(a.persons & b.persons) >= _PARTIES and _people_of_both(a, b):
        return False
    if len(shared) < _PARTIES:
        is_of_body = bool({*a.bodies} & {*b.bodies})
        is_alone = min(len(one), len(other)) == 1 and bool(shared)
        return False if is_of_body or (is_alone and bool(a.persons & b.persons)) else None
    fewer, more = sorted((a, b), key=lambda m: len(m.sides))
    if not set(fewer.sides) <= set(more.sides):
        return False if a.form in _MANY and b.form in _MANY else None
    says_more = _is_of_three(fewer) or fewer.form in _MANY
    return False if says_more or is_same_place(a, b) else None


def _is_of_three(meeting: Meeting) -> bool:
    return meeting.form == TalkForm.TRILATERAL.value


def _is_of_two(meeting: Meeting) -> bool:
    """Say whether a meeting names two parties, in a form of which no more are to be expected."""
    is_many = _is_of_three(meeting) or meeting.form in _MANY
    return len(meeting.sides) <= _PARTIES and not is_many


def _other_people(a: Meeting, b: Meeting) -> bool:
    """Say whether somebody else takes part for a side: two ministers here, two presidents there.

    Whom no pack lists counts where both tell who came for two sides; else he may be a witness.
    """
    one, other = _by_side(a), _by_side(b)
    others = [
        side
        for side in one.keys() & other.keys()
        if one[side].isdisjoint(other[side]) and not _is_in_office(a, b, one[side], other[side])
    ]
    if min(len(one), len(other)) >= _PARTIES:
        return bool(others)
    return any(one[s] - {*a.strangers} and other[s] - {*b.strangers} for s in others)


def _is_in_office(a: Meeting, b: Meeting, one: set[str], other: set[str]) -> bool:
    """Say whether people of one side, of whom a pack lists not all, hold one office: two spellings."""
    mine, theirs = _offices(a, one), _offices(b, other)
    shared = mine.keys() & theirs.keys()
    strangers = {*a.strangers, *b.strangers}
    return any({mine[office], theirs[office]} & strangers for office in shared)


def _offices(meeting: Meeting, people: set[str]) -> dict[str, str]:
    pairs = (told.rsplit(":", 1) for told in meeting.offices)
    return {office: who for who, office in pairs if who in people}


def _is_told(meeting: Meeting) -> bool:
    return meeting.level not in (None, STATES)


def _is_above(a: Meeting, b: Meeting) -> bool:
    """Say whether one is told as of leaders or ministers and of the other only the states."""
    high = ("leaders", "ministers")
    return (a.level in high and b.level == STATES) or (b.level in high and a.level == STATES)


def _is_open(a: Meeting, b: Meeting) -> bool:
    """Say whether people are named of the one, and of the other neither people nor level."""
    return any(
        one.people and not other.people and other.level is None for one, other in ((a, b), (b, a))
    )


def _by_side(meeting: Meeting) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for who, side in meeting.people:
        found.setdefault(side, set()).add(who)
    return found


def _people_of_both(a: Meeting, b: Meeting) -> bool:
    """Say whether the same people of two sides are named."""
    shared = a.persons & b.persons
    return len({side for who, side in a.people if who in shared}) >= _PARTIES


def is_same_place(a: Meeting, b: Meeting) -> bool:
    """Say whether both name a place (more than a state) and it is one, or lies in the other."""
    if a.place is None or b.place is None:
        return False
    return a.place == b.place or a.place in b.around or b.place in a.around


def is_elsewhere(a: Meeting, b: Meeting) -> bool:
    """Say whether the places told cannot be one, nor one lie in the other.

    A place of which the state is not known may be another spelling of any.
    """
    if is_same_place(a, b):
        return False
    if a.state is None or b.state is None:
        return False
    if a.state != b.state:
        return True
    if a.place is None or b.place is None:
        return False
    return (a.is_town or bool(a.around)) and (b.is_town or bool(b.around))


def _moved_elsewhere(a: Meeting, b: Meeting) -> bool:
    """Say whether the same people may meet in another place than told.

    A plan may come about elsewhere, and a state's towns and regions lie in each other.
    """
    may_be = {a.stage, b.stage} != {"told"} or (a.state is not None and a.state == b.state)
    return may_be and _people_of_both(a, b)


def marks(a: Meeting, b: Meeting) -> int:
    """Return how many strong marks two meetings share: the people of both sides, place, round."""
    same_round = a.round is not None and a.round == b.round
    return _people_of_both(a, b) + is_same_place(a, b) + same_round


def on_days(a: Meeting, b: Meeting) -> str | None:
    """Return the first day that both are told or were set for, None where there is none."""
    return _common([*_days(a)], [*_days(b)])


def _days(meeting: Meeting) -> list[tuple[str, str]]:
    return [*([meeting.days] if meeting.days else []), *meeting.moved]


def _common(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> str | None:
    found = (
        max(first, start)
        for first, last in one
        for start, end in other
        if first <= end and start <= last
    )
    return min(found, default=None)


def fit_on_day(a: Meeting, b: Meeting) -> Fit | None:
    """Return why two meetings of one day are one."""
    day = on_days(a, b)
    if day is None:
        return None
    if a.days is None or b.days is None or _common([a.days], [b.days]) is None:
        if _is_above(a, b):
            return Fit("talk-moved", 0.7, day)
        return Fit("talk-moved", 0.95 if marks(a, b) or a.sides == b.sides else 0.85, day)
    if _is_above(a, b):
        return Fit("talk-day", 0.7, day)
    if is_elsewhere(a, b):
        return Fit("talk-elsewhere", 0.85, day)
    if _is_open(a, b):
        return Fit("talk-day", 0.84, day)
    return Fit("talk-day", _sureness(a, b), day)


def _sureness(a: Meeting, b: Meeting) -> float:
    """Return how sure it is that two meetings of one day are one, by what else they share."""
    if marks(a, b):
        return 0.99 if marks(a, b) > 1 else 0.96
    if a.persons & b.persons:
        return 0.92
    return 0.86 if a.sides == b.sides else 0.82


def fit_next_day(a: Meeting, b: Meeting) -> Fit | None:
    """Return why two meetings of neighbouring days are one: 「3日夜」 here is the 4th there.

    Only where both took place, with the same people of both sides or at the same place, where one
    tells of a night or by whose clock, and where no report tells of both days.
    """
    if a.days is None or b.days is None or a.stage != "told" or b.stage != "told":
        return None
    first, second = sorted((a.days, b.days))
    if days_between(first[1], second[0]) != 1 or not marks(a, b) or not (a.is_late or b.is_late):
        return None
    if {first[0], second[0]} & {*a.beside, *b.beside}:
        return None
    return Fit("talk-next-day", 0.82, f"{first[1]}/{second[0]}")


def fit_hint(hint: Meeting, b: Meeting) -> Fit | None:
    """Return why a meeting told without its day is `b`, which fell into the time it hints at."""
    if b.days is None or is_elsewhere(hint, b):
        return None
    if hint.days is not None:
        if not any(start >= hint.days[0] and end <= hint.days[1] for start, end in _days(b)):
            return None
        is_short = days_between(*hint.days) < _WEEK
        strong = marks(hint, b)
        if not strong and not (is_short and hint.sides == b.sides):
            return None
        return Fit("talk-hint", 0.9 if strong else 0.82, f"{hint.days[0]}/{hint.days[1]}")
    return None if not _is_near(hint, b) or not marks(hint, b) else Fit("talk-undated", 0.82)


_BACK = 14
_AHEAD = 31


def _is_near(hint: Meeting, b: Meeting) -> bool:
    """Say whether a day is one that a report without a day can tell of."""
    if hint.said is None or b.days is None:
        return False
    ahead = days_between(hint.said, b.days[0])
    if hint.stage == "told":
        return -_BACK <= ahead <= 0
    return 0 <= ahead <= _AHEAD


def fit_alike(a: Meeting, b: Meeting) -> Fit | None:
    """Return why two meetings that hint at one and the same time are one."""
    if a.days is None or a.days != b.days or a.stage != b.stage:
        return None
    if days_between(*a.days) >= _BACK and not marks(a, b):
        return None
    return Fit("talk-hint", 0.85, f"{a.days[0]}/{a.days[1]}")
