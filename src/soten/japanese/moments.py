"""What a time expression says before it is anchored, and what it says after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soten.japanese.calendar import Part, Precision


class Base(StrEnum):
    """What a moment that the words leave open is reckoned from."""

    CONTEXT = "context"
    """Missing fields are completed: 3日, 11月, 月曜日."""
    DOCUMENT = "document"
    """The writer's day: きょう, 先週, 去年."""
    STORY = "story"
    """The last date told: 前日, 同年, その2日後."""
    FIRST = "first"
    """The beginning of the same expression: 26日から5日間."""


class Relation(StrEnum):
    """How the clause uses the time."""

    AT = "at"
    UNTIL = "until"
    """…まで, …までに"""
    SINCE = "since"
    """…から, …以降, …以来"""


class TimeKind(StrEnum):
    """How much of a time the words themselves give."""

    ABSOLUTE = "absolute"
    """The year is written."""
    PARTIAL = "partial"
    """A month, day, weekday or season without its year."""
    RELATIVE = "relative"
    """Counted from the writer's day."""
    ANAPHORIC = "anaphoric"
    """Counted from a date told before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a time expression, still without anchor.

    `shift` moves the base by so many `shift_unit`; the fields then say which day, month … of it.
    `unit` is the precision told. Years are Gregorian, weekdays count from Monday = 0.
    """

    unit: Precision
    base: Base = Base.CONTEXT
    shift: int = 0
    shift_unit: Precision | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    part: Part | None = None

    @property
    def value(self) -> str:
        """The moment in the manner of a TIMEX3 value, `X` for what is open.

        >>> Moment(Precision.DAY, month=11, day=14).value
        'XXXX-11-14'
        >>> Moment(Precision.DAY, base=Base.DOCUMENT, shift=-1, shift_unit=Precision.DAY).value
        'document-1day'
        """
        if self.base is not Base.CONTEXT:
            unit = self.shift_unit or self.unit
            return f"{self.base.value}{self.shift:+d}{unit.value}" + self._fields()
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return year + self._fields()

    def _fields(self) -> str:
        if self.weekday is not None:
            return f"-WXX-{self.weekday + 1}"
        if self.season is not None:
            return f"-{self.season}"
        month = f"-{self.month:02d}" if self.month is not None else ""
        if self.day is not None:
            return (month or "-XX" if self.shift_unit is None else month) + f"-{self.day:02d}"
        return month


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression found in a text, still without anchor.

    `last` is set for ranges. `approximate` is set for ごろ, 前後 and vague counts (数カ月前).
    """

    start: int
    end: int
    kind: TimeKind
    first: Moment
    last: Moment | None = None
    relation: Relation = Relation.AT
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression anchored in the calendar; `edtf` is EDTF level 1.

    `is_future` is true where the clause speaks of what is still to come when it was written.
    """

    start: int
    end: int
    edtf: str
    precision: Precision
    kind: TimeKind
    relation: Relation = Relation.AT
    is_future: bool = False
