"""What happens in the world: talks and their courses, towns claimed and denied, numbers, promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from bench.crowd.cast import Cast

_USUAL = (
    # form, parties, weight
    ("delegations", ("norda", "tesmia"), 8),
    ("delegations", ("norda", "valgona"), 4),
    ("delegations", ("tesmia", "valgona"), 4),
    ("ministers", ("norda", "tesmia"), 3),
    ("ministers", ("norda", "haldia"), 3),
    ("ministers", ("tesmia", "mirtoa"), 3),
    ("ministers", ("valgona", "sorvia"), 2),
    ("ministers", ("drenka", "tesmia"), 2),
    ("summit", ("norda", "valgona"), 2),
    ("summit", ("tesmia", "valgona"), 3),
    ("summit", ("tesmia", "mirtoa"), 3),
    ("summit", ("norda", "sorvia"), 2),
    ("summit", ("haldia", "drenka"), 2),
    ("envoys", ("norda", "valgona"), 3),
    ("envoys", ("tesmia", "haldia"), 3),
    ("envoys", ("mirtoa", "norda"), 2),
    ("defence", ("tesmia", "drenka"), 2),
    ("defence", ("valgona", "mirtoa"), 2),
    ("trilateral", ("norda", "tesmia", "haldia"), 3),
    ("trilateral", ("norda", "tesmia", "valgona"), 3),
    ("call", ("norda", "valgona"), 3),
    ("call", ("tesmia", "valgona"), 3),
    ("call", ("tesmia", "haldia"), 2),
    ("call", ("mirtoa", "tesmia"), 2),
    ("ministers-call", ("norda", "haldia"), 2),
    ("ministers-call", ("valgona", "tesmia"), 2),
)
_STATES = ("norda", "tesmia", "haldia", "valgona", "mirtoa", "sorvia", "drenka")
_FORMS = ("summit", "ministers", "delegations", "envoys", "defence", "call", "ministers-call")
_CHANNELS = (
    *_USUAL,
    *(
        (form, pair, 1)
        for form in _FORMS
        for pair in combinations(_STATES, 2)
        if (form, pair) not in {(f, p) for f, p, _ in _USUAL} | {(f, p[::-1]) for f, p, _ in _USUAL}
        and not (set(pair) == {"norda", "tesmia"} and form != "delegations")
    ),
)
"""Who meets whom, and how often; enemies do not, but for delegations and ministers."""
_APART = 4
"""So many days lie between two talks of one form of the same parties, but for what is a trap."""
_ROLES = {
    "summit": "leader",
    "call": "leader",
    "ministers": "minister",
    "ministers-call": "minister",
    "envoys": "envoy",
    "defence": "defence",
}
"""Whose meeting a form is; delegations and trilateral talks are of states."""


_TALKS_A_DAY = 2.0
"""In a world at full rate; in a quieter one fewer parties talk and fewer towns are fought over."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as it is planned at some time, or as it was."""

    id: str
    form: str
    sides: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    day: int
    topic: int
    speaker: str
    """The state that speaks of it first."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is reported on `day`; `weight`: by how many agencies and papers."""

    day: int
    kind: str
    id: str
    weight: float = 1.0
    talk: Talk | None = None
    old: Talk | None = None
    before: Talk | None = None
    after: Talk | None = None
    town: str | None = None
    claim: str | None = None
    since: int | None = None
    """The day of what is looked back on, or the first day of a promise."""
    until: int | None = None
    number: int = 0
    who: str | None = None
    topic: int = 0


class Life:
    """The steps of a world that goes on for `span` days."""

    def __init__(self, cast: Cast, seed: int, span: int, talks: int) -> None:
        self.cast, self.span, self.talks = cast, span, talks
        self.rate = min(1.0, talks / span / _TALKS_A_DAY)
        self.random = Random(f"life:{seed}")
        self.held: dict[tuple[str, ...], list[Talk]] = defaultdict(list)
        self.taken: dict[tuple[str, frozenset[str]], set[int]] = defaultdict(set)
        self.count = 0

    def steps(self) -> list[Step]:
        """Return everything that is reported, by day."""
        plans = sorted(self._plans(), key=lambda talk: (talk.day, talk.id))
        found = [step for talk in plans for step in self._course(talk)]
        for town in list(self.cast.towns)[: max(4, round(len(self.cast.towns) * self.rate))]:
            found.extend(self._town(town))
        for day in range(self.span):
            found.extend(self._daily(day))
        return sorted(self._linked(found), key=lambda step: (step.day, step.id))

    def _plans(self) -> Iterator[Talk]:
        """Yield the talks that are planned, with their near neighbours: the traps."""
        while self.count < self.talks:
            form, sides = self._channel()
            day = self._free_day(form, sides)
            if day is None:
                continue
            talk = self._talk(form, sides, day)
            yield talk
            if self.random.random() < 0.22:
                yield from self._neighbour(talk)

    def _has(self, side: str, form: str) -> bool:
        """Say whether a state has somebody for a form of talk."""
        role = _ROLES.get(form)
        return role is None or self.cast.holder(side, role, 0) is not None

    def _free_day(self, form: str, sides: tuple[str, ...]) -> int | None:
        """Return a day on which no other talk of the kind is near, None where there is hardly one."""
        for _ in range(30):
            day = self.random.randrange(5, self.span)
            if self._is_free(form, sides, day) and not self._meet(sides, day):
                self._take(form, sides, day)
                return day
        return None

    def _meet(self, sides: tuple[str, ...], day: int) -> bool:
        """Say whether the parties meet on a day, in whatever form: a second talk would be a trap."""
        forms = (form for form in (*_FORMS, "trilateral") if not form.endswith("call"))
        return any(day in self.taken[form, frozenset(sides)] for form in forms)

    def _take(self, form: str, sides: tuple[str, ...], day: int) -> None:
        self.taken[form, frozenset(sides)].add(day)

    def _is_free(self, form: str, sides: tuple[str, ...], day: int, but: int | None = None) -> bool:
        """Say whether no talk of the kind is near a day, other than one of the day `but`."""
        taken = self.taken[form, frozenset(sides)]
        return day not in taken and all(abs(day - d) >= _APART for d in taken if d != but)

    def _channel(self) -> tuple[str, tuple[str, ...]]:
        able = [c for c in _CHANNELS if all(self._has(side, c[0]) for side in c[1])]
        open_ones = able[: max(8, round(len(able) * self.rate))]
        weights = [weight for _, _, weight in open_ones]
        form, sides, _ = self.random.choices(open_ones, weights)[0]
        return form, sides

    def _talk(self, form: str, sides: tuple[str, ...], day: int) -> Talk:
        self.count += 1
        role = _ROLES.get(form)
        holders = [self.cast.holder(side, role, day) for side in sides] if role else []
        people = tuple(holder.id for holder in holders if holder is not None)
        place = None if form.endswith("call") else self._place(form, sides)
        topic = self.random.randrange(20)
        speaker = self.random.choice(sides)
        return Talk(f"talk-{self.count:05}", form, sides, people, place, day, topic, speaker)

    def _place(self, form: str, sides: tuple[str, ...]) -> str:
        """Return where: with one of the two, or with a third where enemies meet."""
        enemies = {"norda", "tesmia"} <= set(sides)
        hosts = [v for v, p in self.cast.venues.items() if (p.state in sides) != enemies]
        return self.random.choice(hosts)

    def _neighbour(self, talk: Talk) -> Iterator[Talk]:
        """Yield a talk that might be taken for `talk`: near in time, of the same parties.

        Only one that a report can tell apart: by its day and its place, or by its form.
        """
        kind = self.random.choice(["elsewhere", "delegation", "call"])
        day = talk.day + self.random.choice([1, 1, 2, 3])
        if kind == "elsewhere" and talk.place is not None:
            form, sides, near = talk.form, talk.sides, talk.day
        elif kind == "delegation" and talk.form == "summit":
            form, sides, near, day = "delegations", talk.sides, None, talk.day
        else:
            form = "ministers-call" if talk.form == "ministers" else "call"
            sides, near = talk.sides[:2], None
        if day >= self.span or not self._is_free(form, sides, day, near):
            return
        self._take(form, sides, day)
        other = self._talk(form, sides, day)
        if form == "delegations" and near is None:
            other = replace(other, place=talk.place)
        while near is not None and other.place == talk.place:
            other = replace(other, place=self._place(form, sides))
        yield other

    def _course(self, talk: Talk) -> Iterator[Step]:
        """Yield how a talk comes about, and what becomes of it."""
        dice = self.random
        now = talk.day - dice.choice([2, 3, 4, 5, 7, 9, 12])
        call = talk.form.endswith("call")
        if not call or dice.random() < 0.4:
            yield self._of(talk, "announced", now, 1.0)
        if dice.random() < 0.05:
            yield self._of(talk, "refused", now + 1, 0.5)
        moved = self._moved(talk) if not call and dice.random() < 0.18 else None
        if moved is not None:
            now = max(now + 1, talk.day - dice.choice([1, 2]))
            yield replace(self._of(moved, "moved", now, 1.2), old=talk)
            talk = moved
        if dice.random() < 0.07 and not call:
            kind = dice.choice(["put_off", "cancelled"])
            yield self._of(talk, kind, max(now + 1, talk.day - 1), 1.2)
            return
        if talk.day - now > 2 and not call and dice.random() < 0.6:
            yield self._of(talk, "confirmed", talk.day - 1, 0.8)
        yield self._of(talk, "held", talk.day, 1.8)
        self.held[talk.sides].append(talk)
        if dice.random() < 0.55:
            yield self._of(talk, "described", talk.day + dice.choice([1, 1, 2, 3]), 0.9)

    def _moved(self, talk: Talk) -> Talk | None:
        """Return a talk on a later day, maybe elsewhere; None where no day near is free."""
        days = [talk.day + later for later in (1, 2, 3, 5, 7, 10, 14)]
        form, sides = talk.form, talk.sides
        free = [day for day in days if self._is_free(form, sides, day, talk.day)]
        free = [day for day in free if not self._meet(sides, day)]
        if not free:
            return None
        day = self.random.choice(free)
        self._take(form, sides, day)
        place = talk.place
        if self.random.random() < 0.3:
            place = self._place(talk.form, talk.sides)
        return replace(talk, day=day, place=place)

    def _of(self, talk: Talk, kind: str, day: int, weight: float) -> Step:
        return Step(day, kind, f"{talk.id}-{kind}", weight, talk, topic=talk.topic)

    def _linked(self, steps: list[Step]) -> Iterator[Step]:
        """Yield the steps, those of talks with an earlier and a later talk of the same parties."""
        for step in steps:
            if step.talk is None:
                yield step
                continue
            others = [t for t in self.held[step.talk.sides] if t.id != step.talk.id]
            past = [t for t in others if 3 < step.day - t.day < 400]
            coming = [t for t in others if 2 < t.day - step.day < 40]
            before = self.random.choice(past) if past else None
            after = self.random.choice(coming) if coming and step.kind == "held" else None
            yield replace(step, before=before, after=after)

    def _town(self, town: str) -> Iterator[Step]:
        """Yield how a town is claimed, denied, retaken, again and again."""
        dice = self.random
        now, episode = dice.randrange(self.span), 0
        while now < self.span:
            episode += 1
            share = Step(now - 6, "share", f"{town}-{episode}-share", 0.5, town=town)
            yield replace(
                share, number=dice.randrange(40, 95, 5), who=dice.choice(["norda", "tesmia"])
            )
            claim = f"claim-{town}-{episode}"
            yield Step(
                now, "captured", f"{claim}-captured", 1.2, town=town, claim=f"{claim}-captured"
            )
            if dice.random() < 0.6:
                denied = Step(now + dice.choice([0, 1]), "capture_denied", f"{claim}-denied", 0.8)
                yield replace(denied, town=town, claim=f"{claim}-captured")
            if dice.random() < 0.6:
                later = now + dice.randrange(8, 50)
                back = Step(later, "retaken", f"{claim}-retaken", 1.0, town=town, since=now)
                yield replace(back, claim=f"{claim}-retaken")
                now = later
            now += dice.randrange(60, 300)

    def _daily(self, day: int) -> Iterator[Step]:
        """Yield the bulletins of a day, a blow, views, money, promises."""
        dice = self.random
        towns = list(self.cast.towns)[: max(4, round(len(self.cast.towns) * self.rate))]
        town, rate = dice.choice(towns), self.rate
        for kind in ("bulletin_mod", "bulletin_gs"):
            if dice.random() > rate * 2:
                continue
            yield Step(day, kind, f"{kind}-{day}", 0.4, town=town, number=dice.randrange(10**6))
        if dice.random() < rate * 0.5:
            blow = f"strike-{day}"
            struck = Step(day, "strike", blow, 0.8, town=dice.choice(towns), claim=blow)
            yield replace(struck, number=dice.randrange(2, 40), who=dice.choice(["denied", None]))
        if dice.random() < rate * 0.8:
            stance = dice.choice(["demands", "rejects", "open"])
            who = dice.choice(["norda", "tesmia"])
            view = Step(day, f"position.{stance}", f"view-{day}", 0.6, who=who)
            yield replace(view, topic=dice.randrange(20))
        if dice.random() < rate * 0.15:
            who = dice.choice(["valgona", "mirtoa", "drenka", "sorvia"])
            yield Step(day, "pledged", f"pledge-{day}", 0.7, number=dice.randrange(2, 90), who=who)
        if dice.random() < rate * 0.1:
            start, length = day + dice.randrange(1, 4), dice.randrange(3, 20)
            pause = Step(day, "paused", f"pause-{day}", 0.9, since=start, until=start + length)
            yield pause
            if dice.random() < 0.5:
                when = start + dice.randrange(length)
                yield replace(
                    pause, day=when, kind="broken", id=f"{pause.id}-broken", claim=pause.id
                )
