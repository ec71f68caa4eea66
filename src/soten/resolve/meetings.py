"""Meetings: what of a talk's record can be compared with another document's record.

A `Meeting` is small and plain: who, on which days, where, in which form and of which level. Two
records with equal meetings tell of one talk (but `only` sets those apart that name no day, since
equal words need not mean one meeting there).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from soten.records import ActorType, DateMention, Mention, Talk, TalkForm, TalkStatus
from soten.records.edtf import bounds
from soten.resolve.attendees import (
    actor_of,
    bodies_of,
    level_of,
    named_in,
    offices_of,
    people_of,
    sides_of,
    strangers_of,
)
from soten.resolve.joining import Features, Json, Source
from soten.resolve.spans import days_between

FIRM_DAYS = 3
"""A date that covers no more days than this names its talk's days; a longer one only hints."""
HINT_DAYS = 92
"""A date that covers more days than this hints at nothing: 2022."""

_AHEAD = frozenset((TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN))
_OFF = frozenset((TalkStatus.POSTPONED, TalkStatus.CANCELLED))
_MANY = (TalkForm.TRILATERAL, TalkForm.SUMMIT, TalkForm.SESSION)
"""Forms of which a host may be a party like others."""
_LATE = re.compile(r"[0-9０-９]日(?:夜|深夜|未明|早朝|遅く)|現地時間|日本時間|時差|UTC")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A talk as one record tells it. Days are ISO; `days` the first and the last, None unknown."""

    sides: tuple[str, ...]
    """States and bodies that take part, by the ids they are known by across documents."""
    people: tuple[tuple[str, str], ...]
    """Who is named with the side stood for (the person's own id where that is not known)."""
    days: tuple[str, str] | None
    form: str
    stage: str
    """`ahead` (planned, asked for), `told` (held, going on), `off` (put off, called off)."""
    place: str | None = None
    """Where it takes place; None also where only a state is told."""
    around: tuple[str, ...] = ()
    """What the place lies in, the nearest first, states left out."""
    state: str | None = None
    """The state that the place lies in, or that is all that is told."""
    is_town: bool = True
    """False for a building: it may stand in any town of its state."""
    level: str | None = None
    round: int | None = None
    moved: tuple[tuple[str, str], ...] = ()
    """Further days it was set for, where it was moved."""
    beside: tuple[str, ...] = ()
    """First days of other talks of these parties, a day apart, in the same story."""
    is_late: bool = False
    """True where the words tell of a night, or by whose clock: 未明, 日本時間."""
    said: str | None = None
    """When the report was published; only of talks whose day is not told."""
    role: str = "talk"
    """`talk`, or for a remark on a talk `denial` or `confirmation`."""
    strangers: tuple[str, ...] = ()
    """Those of the people whom no pack lists."""
    offices: tuple[str, ...] = ()
    """`person:office` of those whose office one person holds at a time, where a stranger is named."""
    bodies: tuple[str, ...] = ()
    """Of a session, those of the sides that are no states: it meets as that body."""
    only: str | None = None
    """Its own id where equal words need not mean one talk."""

    @property
    def is_firm(self) -> bool:
        """True where the days are told as good as exactly."""
        return self.days is not None and days_between(*self.days) < FIRM_DAYS

    @property
    def persons(self) -> frozenset[str]:
        """Who is named."""
        return frozenset(who for who, _ in self.people)

    def features(self) -> Features:
        """Return the meeting as plain JSON; what is not known is left out."""
        found: dict[str, Json] = {
            "sides": list(self.sides),
            "people": [list(pair) for pair in self.people],
            "form": self.form,
            "stage": self.stage,
            "role": self.role,
        }
        more: dict[str, Json] = {
            "days": None if self.days is None else list(self.days),
            "place": self.place,
            "around": list(self.around),
            "state": self.state,
            "building": not self.is_town,
            "level": self.level,
            "round": self.round,
            "moved": [list(pair) for pair in self.moved],
            "beside": list(self.beside),
            "late": self.is_late,
            "said": self.said,
            "strangers": list(self.strangers),
            "offices": list(self.offices),
            "bodies": list(self.bodies),
            "only": self.only,
        }
        return found | {key: value for key, value in more.items() if value}

    @classmethod
    def of(cls, features: Features) -> Meeting:
        """Return the meeting that `features` made."""
        told = cast(dict[str, list[str]], features)
        pairs = cast(dict[str, list[list[str]]], features)
        return cls(
            sides=tuple(told["sides"]),
            people=tuple((who, side) for who, side in pairs["people"]),
            days=_pair(told["days"]) if "days" in told else None,
            form=str(features["form"]),
            stage=str(features["stage"]),
            place=_text(features, "place"),
            around=tuple(told.get("around", ())),
            state=_text(features, "state"),
            is_town="building" not in features,
            level=_text(features, "level"),
            round=cast(int | None, features.get("round")),
            moved=tuple(_pair(pair) for pair in pairs.get("moved", ())),
            beside=tuple(told.get("beside", ())),
            is_late="late" in features,
            said=_text(features, "said"),
            role=str(features["role"]),
            strangers=tuple(told.get("strangers", ())),
            offices=tuple(told.get("offices", ())),
            bodies=tuple(told.get("bodies", ())),
            only=_text(features, "only"),
        )


def _pair(days: list[str]) -> tuple[str, str]:
    first, last = days
    return first, last


def _text(features: Features, key: str) -> str | None:
    return cast(str | None, features.get(key))


def meeting_of(source: Source, talk: Talk) -> Meeting:
    """Return what of a talk's record can be compared."""
    talk = replace(talk, participants=named_in(source, talk))
    days = hinted_days(talk.date)
    moved = {hinted_days(talk.moved_from), hinted_days(talk.moved_to)} - {None, days}
    is_dated = days is not None
    seat = seat_of(source, talk)
    sides = sides_of(source, talk.participants, host=_host(talk, seat))
    firm = is_dated and days_between(*days) < FIRM_DAYS  # type: ignore[misc]
    return Meeting(
        sides=sides,
        people=people_of(source, talk.participants),
        days=days,
        form=talk.form.value,
        stage=stage_of(talk.status),
        place=seat.place,
        around=seat.around,
        state=seat.state,
        is_town=seat.is_town,
        level=level_of(source, talk),
        round=talk.round,
        moved=tuple(sorted(pair for pair in moved if pair is not None)),
        beside=_beside(source, talk, sides) if firm else (),
        is_late=_LATE.search(talk.evidence.exact) is not None,
        said=None if is_dated else first_day(source.published(talk.evidence.span.start)),
        strangers=strangers_of(source, talk.participants),
        offices=offices_of(source, talk.participants, talk.date),
        bodies=bodies_of(source, sides) if talk.form is TalkForm.SESSION else (),
        only=None if is_dated else talk.id,
    )


def _host(talk: Talk, seat: Seat) -> str | None:
    """Return the state a talk takes place in, unless it is told as one of many."""
    return None if talk.form in _MANY else seat.state


def stage_of(status: TalkStatus) -> str:
    """Return whether a talk is still ahead, told as taking place, or off."""
    if status in _AHEAD:
        return "ahead"
    return "off" if status in _OFF else "told"


def hinted_days(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and last day of a date, None where it says next to nothing.

    >>> hinted_days("2031-05-08"), hinted_days("2031"), hinted_days("../2031-05")
    (('2031-05-08', '2031-05-08'), None, None)
    """
    if edtf is None:
        return None
    first, last = bounds(edtf)
    if not (first[:4] >= "0002" and last[:4] <= "9997"):  # a date without a start or an end
        return None
    return (first, last) if days_between(first, last) <= HINT_DAYS else None


def first_day(edtf: str | None) -> str | None:
    """Return the first day of a date, None where it is not known."""
    days = hinted_days(edtf)
    return None if days is None else days[0]


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a talk takes place, with what that lies in."""

    place: str | None = None
    around: tuple[str, ...] = ()
    state: str | None = None
    is_town: bool = True


def seat_of(source: Source, talk: Talk) -> Seat:
    """Return where a talk takes place: by what is known of the place, and as the sentence has it."""
    chain: list[str] = []
    state, at = None, talk.place
    while at is not None and source.who(at) not in chain:
        actor = actor_of(source, at)
        if actor is not None and actor.type is ActorType.STATE:
            state = source.who(at)
            break
        chain.append(source.who(at))
        at = None if actor is None else actor.side
    if not chain or talk.place is None:
        return Seat(state=state)
    for id in _chained(source, talk):
        actor = actor_of(source, id)
        if actor is not None and actor.type is ActorType.STATE:
            state = state or source.who(id)
        elif source.who(id) not in chain:
            chain.append(source.who(id))
    first = actor_of(source, talk.place)
    is_building = first is not None and first.type is ActorType.FACILITY
    return Seat(chain[0], tuple(chain[1:]), state, not is_building)


def _chained(source: Source, talk: Talk) -> list[str]:
    """Return the places that a sentence puts its place in: 「ハルディアの港町ジルヴァンの迎賓館で」."""
    spans = [talk.evidence.span, *(evidence.span for evidence in talk.mentions)]
    text, found = source.document.text, []
    named = [
        record
        for record in source.records
        if isinstance(record, Mention)
        and any(s.start <= record.evidence.span.start < s.end for s in spans)
    ]
    named.sort(key=lambda record: record.evidence.span.start)
    for before, after in pairwise(named):
        between = text[before.evidence.span.end : after.evidence.span.start]
        if after.entity == talk.place and _IN.fullmatch(between) and _is_place(source, before):
            found.append(before.entity)
    return found


_IN = re.compile(r"の?(?:首都|港町|古都|都市|最大都市|保養地|[東西南北]{1,2}部)?の?|・|にある")
"""What stands between a place and what lies in it."""


def _is_place(source: Source, mention: Mention) -> bool:
    actor = actor_of(source, mention.entity)
    places = (ActorType.PLACE, ActorType.FACILITY, ActorType.STATE)
    return actor is not None and actor.type in places


def _beside(source: Source, talk: Talk, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the days of other talks that the same story tells of the same parties."""
    story = source.story_at(talk.evidence.span.start)
    mine = hinted_days(talk.date)
    found: set[str] = set()
    for other in source.records:
        if not isinstance(other, Talk) or other.id == talk.id or other.date == talk.date:
            continue
        if source.story_at(other.evidence.span.start) != story:
            continue
        days = hinted_days(other.date)
        if days is None or mine is None or not -1 <= days_between(mine[0], days[0]) <= 2:
            continue
        if len(set(sides) & set(sides_of(source, other.participants))) > 1:
            found.add(days[0])
    return tuple(sorted(found))


def dates_in(source: Source, start: int, end: int) -> list[str]:
    """Return the dates that stand in a stretch of the text, in EDTF."""
    return [
        record.edtf
        for record in source.records
        if isinstance(record, DateMention) and start <= record.evidence.span.start < end
    ]
