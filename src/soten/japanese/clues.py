"""What a text tells about when it was written: dates, weekdays, tense, lengths of time, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from soten.japanese.anchoring import anchor_times
from soten.japanese.calendar import Precision, Stretch, parse_edtf
from soten.japanese.moments import Base, Relation, TimeExpression, TimeKind
from soten.japanese.tense import Outlook, outlook_after
from soten.japanese.timewords import WEEKDAYS


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that a text can hold only between two dates (EDTF, None where open).

    With a `title`, the name counts only where it stands with that title and not with a former or
    coming one (前, 元, 次期); without one, wherever it stands. The same name with several spans
    (two terms of office) bounds a text to one of them.
    """

    form: str
    title: str
    start: str | None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class NamedSpans:
    """A name the text holds, and when texts can hold it: one span for each term of office."""

    label: str
    spans: tuple[tuple[date, date], ...]

    @property
    def first(self) -> date:
        """The first day of any span; `date.min` where one is open."""
        return min(start for start, _ in self.spans)

    @property
    def last(self) -> date:
        """The last day of any span; `date.max` where one is open."""
        return max(end for _, end in self.spans)

    def holds_on(self, day: date) -> bool:
        """Return whether `day` lies in one of the spans."""
        return any(start <= day <= end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Fact:
    """A time told, as far as it bears on the document's date."""

    month: int | None
    day: int | None
    weekday: int | None
    outlook: Outlook
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """Years, and months where they are told, since something dated: 14年3カ月ぶり.

    `year` is set where the words name the year they count from: 2014年以来16年ぶり.
    """

    years: int
    months: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a text tells about when it was written."""

    facts: tuple[Fact, ...]
    past: tuple[Stretch, ...]
    coming: tuple[Stretch, ...]
    named: tuple[NamedSpans, ...]
    elapsed: tuple[tuple[int, int, int], ...]
    """(days at least, days below, index of the fact they count from)"""
    years_since: tuple[Since, ...]
    is_dated: bool
    """True where the news itself is dated: a day without its year, or a full date in the lead."""
    is_western: bool


_FORMER: Final = re.compile(r"(?:前|元|次期|当時の?|旧|新)$")
_GAP: Final = re.compile(r"[、。「」\n]")
_TITLE_GAP: Final = 14
_WEEKDAY: Final = re.compile(r"[(（]([月火水木金土日])(?:曜日?)?[)）]|([月火水木金土日])曜")
_TODAY: Final = re.compile(r"(?:きょう|今日|本日)(?:の|、|[(（])?$")
_BEGINNING: Final = re.compile(r"開始|勃発|侵攻|開戦|発生|始ま|発足|即位|就任")
_ELAPSED: Final = re.compile(
    r"([0-9０-９]{1,3})(日|週間|[かカヵヶケ]月)(以上|余り|近く)?前の?[^、。]{0,8}(?:開始|勃発|侵攻|開戦|発生|始ま)"
)
_YEARS_SINCE: Final = re.compile(
    r"(?<!約)(?<![0-9０-９])([0-9０-９]{1,3})年(?:([0-9０-９]{1,2})[かカヵヶケ]月)?ぶり"
)
_SINCE_YEAR: Final = re.compile(
    r"((?:19|20)\d\d)年(?:[^、。0-9]{0,8}|\d{1,2}月)(?:以来|以降)の?、?$"
)
_NAMED_YEAR: Final = 20
_WEST_OF_UTC: Final = re.compile(r"[ 　]?[(（]\s?UTC\s?[-−–－]\s?\d")
_UNIT_DAYS: Final = {"日": 1, "週間": 7}
_SENTENCE: Final = 60
_PARTICLES: Final = 4
"""Fewer characters than this before a comma hold no verb: 2031年9月からは、"""
_LEAD: Final = 120
"""How many characters at the beginning tell what the news is."""
_MOST_FACTS: Final = 150
"""What a report can tell of its date in its first pages; a book's every date does not tell more."""


def find_clues(
    text: str,
    expressions: Sequence[TimeExpression],
    names: Sequence[DatedName],
    western: Sequence[str],
) -> Clues:
    """Return what `text` tells about its own date; `expressions` are those of `text`.

    >>> from soten.japanese.times import find_times
    >>> text = "20日、外相が会談した。"
    >>> [fact.day for fact in find_clues(text, find_times(text), [], []).facts]
    [20]
    """
    facts: dict[Fact, int] = {}
    spans: list[tuple[TimeExpression, Fact]] = []
    for expression in expressions:
        fact = _fact(text, expression) if len(facts) < _MOST_FACTS else None
        if fact is not None:
            facts.setdefault(fact, len(facts))
            spans.append((expression, fact))
    past, coming = _years_told(text, expressions)
    told = tuple(facts)
    return Clues(
        told,
        past,
        coming,
        tuple(_named(text, names)),
        tuple(_elapsed(text, spans, facts)),
        tuple(_years_since(text)),
        any(_dates_news(expression) for expression, _ in spans),
        _is_western(text, spans, western),
    )


def _fact(text: str, expression: TimeExpression) -> Fact | None:
    moment = expression.first
    note = _WEEKDAY.search(text, expression.start, expression.end)
    weekday = WEEKDAYS[note[1] or note[2]] if note else None
    if moment.base is Base.DOCUMENT:
        is_today = moment.unit is Precision.DAY and moment.shift == 0 and weekday is not None
        return Fact(None, None, weekday, Outlook.PAST, True) if is_today else None
    if moment.base is not Base.CONTEXT or moment.season is not None:
        return None
    if moment.unit not in (Precision.DAY, Precision.MONTH):
        return None
    if moment.year is not None and moment.day is None:
        return None
    outlook = outlook_after(text, expression.end)
    if moment.year is None and moment.month is None and moment.day is None and weekday is None:
        return None
    is_today = (
        moment.day is not None
        and _TODAY.search(text, max(0, expression.start - 4), expression.start) is not None
    )
    return Fact(moment.month, moment.day, weekday, outlook, is_today)


def _years_told(
    text: str, expressions: Sequence[TimeExpression]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the dates told with their year, those that are over and those still to come."""
    past: list[Stretch] = []
    coming: list[Stretch] = []
    dated = [e for e in expressions if e.kind is TimeKind.ABSOLUTE]
    for time in anchor_times(dated, text, None):
        stretch = parse_edtf(time.edtf.rstrip("~"))
        if stretch is None:
            continue
        is_range = stretch.precision is Precision.INTERVAL
        is_over = is_range and outlook_after(text, time.end) is Outlook.PAST
        if _looks_ahead(text, time.end) or (time.relation is Relation.UNTIL and not is_over):
            coming.append(stretch)
        else:
            past.append(stretch)
    return tuple(past), tuple(coming)


def _looks_ahead(text: str, end: int) -> bool:
    """True where the words up to the next comma look ahead, or the sentence if those are few."""
    comma = text.find("、", end, end + _SENTENCE)
    if comma - end < _PARTICLES:
        return outlook_after(text, end) is Outlook.FUTURE
    return outlook_after(text[end:comma], 0) is Outlook.FUTURE


def _named(text: str, names: Iterable[DatedName]) -> Iterable[NamedSpans]:
    spans: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for name in names:
        key = (name.form, name.title)
        if key in spans or (name.form in text and _holds(text, name)):
            start, end = parse_edtf(name.start), parse_edtf(name.end)
            span = (start.first if start else date.min, end.last if end else date.max)
            spans.setdefault(key, []).append(span)
    for (form, title), told in spans.items():
        yield NamedSpans(form + title, tuple(told))


def _holds(text: str, name: DatedName) -> bool:
    """True where the name stands with its title, in either order and with little between."""
    if not name.title:
        return True
    at = text.find(name.form)
    while at >= 0:
        end = at + len(name.form)
        after = text.find(name.title, end, end + _TITLE_GAP + len(name.title))
        if after >= 0 and not _GAP.search(text, end, after):
            return _FORMER.search(text, max(0, after - 3), after) is None
        start = max(0, at - len(name.title) - 3)
        before = text.find(name.title, start, at)
        if before >= 0 and not _GAP.search(text, before, at):
            return _FORMER.search(text, max(0, before - 3), before) is None
        at = text.find(name.form, end)
    return False


def _elapsed(
    text: str, spans: Sequence[tuple[TimeExpression, Fact]], facts: dict[Fact, int]
) -> Iterable[tuple[int, int, int]]:
    """Yield what 2週間以上前の戦争開始 says, where the text dates the beginning."""
    begun = [
        facts[fact]
        for expression, fact in spans
        if fact.month and fact.day and _BEGINNING.search(text, expression.end, expression.end + 8)
    ]
    for match in _ELAPSED.finditer(text) if begun else ():
        unit = _UNIT_DAYS.get(match[2], 30)
        count = int(match[1])
        low = (count - 1 if match[3] == "近く" else count) * unit
        yield low, low + unit, begun[0]


def _years_since(text: str) -> Iterable[Since]:
    for match in _YEARS_SINCE.finditer(text):
        base = _SINCE_YEAR.search(text, max(0, match.start() - _NAMED_YEAR), match.start())
        months, year = match[2], base[1] if base else None
        yield Since(int(match[1]), int(months) if months else None, int(year) if year else None)


def _dates_news(expression: TimeExpression) -> bool:
    is_day = expression.first.unit is Precision.DAY
    return is_day and (expression.kind is not TimeKind.ABSOLUTE or expression.start < _LEAD)


def _is_western(
    text: str, spans: Sequence[tuple[TimeExpression, Fact]], western: Sequence[str]
) -> bool:
    """True where the latest news comes from where the day ends later than in Japan."""
    days = [fact.day for _, fact in spans if fact.day and fact.outlook is not Outlook.FUTURE]
    if not days:
        return False
    latest = max(days) if max(days) - min(days) < 20 else min(days)
    for expression, fact in spans:
        if fact.day != latest:
            continue
        if _WEST_OF_UTC.match(text, expression.end):
            return True
        low = max(0, expression.start - _SENTENCE)
        start = max(low, *(text.rfind(mark, low, expression.start) for mark in "。、\n"))
        if any(_speaks(text, form, start, expression.start) for form in western):
            return True
    return False


def _speaks(text: str, form: str, start: int, end: int) -> bool:
    at = text.find(form, start, end)
    if at < 0:
        return False
    if len(form) > 1:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not ("一" <= before <= "龥") and ("一" <= after <= "龥" or "ァ" <= after <= "ヺ")
