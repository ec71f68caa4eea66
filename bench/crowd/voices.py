"""How a publisher names people and places, tells days, and ends its sentences."""

from __future__ import annotations

import datetime
import re

import yaml

from bench.crowd.cast import HERE, Cast, Person
from bench.crowd.passages import Mark, Passage, Words

FIRST_DAY = datetime.date(2031, 1, 6)
"""Day 0 of the world, a Monday."""
_WEEKDAYS = "月火水木金土日"
_LONG_AGO = 330
_VERB = re.compile(r"\{([on]?(?:met|meets))\}(?=(?:</[a-z]+>)?。)")
_QUOTED = re.compile(r"(「[^」]*」)")
_POLITE: dict[str, str] = yaml.safe_load((HERE / "endings.yaml").read_text(encoding="utf-8"))
_ENDING = re.compile(
    "(" + "|".join(sorted(_POLITE, key=len, reverse=True)) + r")((?:</[a-z]+(?::\w+)?>)?。)"
)


def calendar_day(day: int) -> datetime.date:
    """Return the date of a day of the world."""
    return FIRST_DAY + datetime.timedelta(days=day)


def polite(template: str) -> str:
    """Return sentences ended as broadcasters end them; what is quoted stays.

    >>> polite("「会う」と述べた。予定だという。")
    '「会う」と述べました。予定だということです。'
    """
    parts = _QUOTED.split(_VERB.sub(r"{\1_politely}", template))
    return "".join(p if n % 2 else _ENDING.sub(_politely, p) for n, p in enumerate(parts))


def _politely(match: re.Match[str]) -> str:
    return _POLITE[match[1]] + match[2]


class Voice:
    """One publisher writing one report that appears on a day."""

    def __init__(
        self, cast: Cast, words: Words, published: int, *, spells: int = 0, tone: str = "plain"
    ) -> None:
        self.cast, self.words, self.published = cast, words, published
        self.spells, self.tone = spells, tone
        self.named: set[str] = set()

    def toned(self, template: str) -> str:
        """Return a sentence as this voice ends it."""
        return polite(template) if self.tone == "polite" else template

    def spelled(self, name: str, spelled: tuple[str, ...]) -> str:
        """Return a name as this publisher spells it."""
        return spelled[0] if self.spells and spelled else name

    def person(self, id: str, *, short: bool = False) -> Passage:
        """Return a person: with state and office at first, then in short."""
        person = self.cast.persons[id]
        last = self.spelled(person.last, person.spelled)
        if short or id in self.named:
            name = f"{last}{self.words.choose(['氏', person.title, person.title])}"
            return Passage(name, (Mark("actor", id, 0, len(last)),))
        self.named.add(id)
        return self._in_full(person, last)

    def _in_full(self, person: Person, last: str) -> Passage:
        state = self.state(person.state)
        first = self.words.chance(0.5) or not person.listed
        name = f"{person.first}・{last}" if first else last
        whole = state + "の" + Passage(name, (Mark("actor", person.id, 0, len(name)),))
        return whole + person.title

    def state(self, id: str) -> Passage:
        """Return a state."""
        state = self.cast.states[id]
        name = self.spelled(state.ja, state.spelled)
        return Passage(name, (Mark("actor", id, 0, len(name)),))

    def venue(self, id: str) -> Passage:
        """Return a town where talks are held, at first with its state."""
        venue = self.cast.venues[id]
        name = self.spelled(venue.ja, venue.spelled)
        marked = Passage(name, (Mark("actor", id, 0, len(name)),))
        if id in self.named or not self.words.chance(0.6):
            return marked
        self.named.add(id)
        capital = self.cast.states[venue.state].capital == id
        between = "の首都" if capital else self.words.choose(["の", "の都市"])
        return self.state(venue.state) + between + marked

    def town(self, id: str, whose: str | None = None) -> Passage:
        """Return a town that is fought over, as the side `whose` calls it."""
        town = self.cast.towns[id]
        name = self.spelled(town.ja, town.spelled)
        if whose == "norda" and town.norda and self.words.chance(0.5):
            name = town.norda
        return Passage(name, (Mark("actor", id, 0, len(name)),))

    def date(self, day: int) -> str:
        """Return a day as a report of `published` tells it, so that readers know which is meant."""
        told, now = calendar_day(day), calendar_day(self.published)
        if (told.year, told.month) == (now.year, now.month):
            return self.words.choose([f"{told.day}日"] * 7 + self._weekday(told, now))
        months = (told.year - now.year) * 12 + told.month - now.month
        if months == 1:
            return self.words.choose([f"来月{told.day}日", f"{told.month}月{told.day}日"])
        if months == -1:
            return self.words.choose([f"先月{told.day}日", f"{told.month}月{told.day}日"])
        full = f"{told.year}年{told.month}月{told.day}日"
        if told.year == now.year and abs(day - self.published) < _LONG_AGO:
            return self.words.choose([f"{told.month}月{told.day}日"] * 3 + [full])
        if told.year == now.year - 1:
            return self.words.choose([f"昨年{told.month}月{told.day}日", full])
        return full

    def _weekday(self, told: datetime.date, now: datetime.date) -> list[str]:
        weeks = (
            told - datetime.timedelta(told.weekday()) - now + datetime.timedelta(now.weekday())
        ).days // 7
        week = {0: "今週", 1: "来週", -1: "先週"}.get(weeks)
        if week is None or told == now:
            return []
        return [f"{week}{_WEEKDAYS[told.weekday()]}曜日"]
