"""Dates of English questions: today, last week, November 2025, since 20 November, between … and …."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from soten.records import UsageError
from soten.records.edtf import bounds

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DATE: Final = re.compile(
    rf"\b(?:(?P<iso>[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?)"
    rf"|(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_NAME})\b(?:,? (?P<y1>[0-9]{{4}}))?"
    rf"|(?P<m2>{_NAME})\b (?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y2>[0-9]{{4}}))?"
    rf"|(?P<m3>{_NAME})\b(?:,? (?P<y3>[0-9]{{4}}))?"
    rf"|(?P<year>(?:19|20)[0-9]{{2}})"
    rf"|(?P<word>today|yesterday|(?:this|last|past|next) (?:week|month|year)))\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?P<w>since|after|from|until|till|before|by|between)\s+$", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s*(?:and|to|until|till|-|–)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a question that says when: from the first to the last day, None for open."""

    start: int
    end: int
    since: str | None
    until: str | None


def find_periods(text: str, today: date) -> list[Period]:
    """Return what a question says of when, in order.

    A month without a year is the latest that is not still to come.

    >>> found = find_periods("What did they say since November?", date(2025, 12, 10))
    >>> [(period.since, period.until) for period in found]
    [('2025-11-01', None)]
    """
    periods: list[Period] = []
    dates = [(m.start(), m.end(), days) for m in _DATE.finditer(text) if (days := _days(m, today))]
    at = 0
    while at < len(dates):
        start, end, (first, last) = dates[at]
        lead = _BEFORE.search(text, 0, start)
        word = lead["w"].casefold() if lead else ""
        begin = lead.start() if lead else start
        if at + 1 < len(dates) and _BETWEEN.fullmatch(text, end, dates[at + 1][0]):
            periods.append(Period(begin, dates[at + 1][1], first, dates[at + 1][2][1]))
            at += 2
            continue
        if word in ("since", "from"):
            periods.append(Period(begin, end, first, None))
        elif word == "after":
            periods.append(Period(begin, end, _shifted(last, 1), None))
        elif word == "before":
            periods.append(Period(begin, end, None, _shifted(first, -1)))
        elif word in ("until", "till", "by"):
            periods.append(Period(begin, end, None, last))
        else:
            periods.append(Period(begin, end, first, last))
        at += 1
    return periods


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _days(match: re.Match[str], today: date) -> tuple[str, str] | None:
    """Return the first and the last day that a match means, None where there is no such day."""
    try:
        if match["word"]:
            return _by_word(match["word"].casefold(), today)
        if match["iso"] or match["year"]:
            return bounds(match["iso"] or match["year"])
        month = match["m1"] or match["m2"] or match["m3"]
        number = next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == month[:3].casefold())
        day = match["d1"] or match["d2"]
        said = match["y1"] or match["y2"] or match["y3"]
        year = int(said) if said else today.year
        edtf = f"{year:04}-{number:02}" + (f"-{int(day):02}" if day else "")
        if not said and bounds(edtf)[0] > today.isoformat():
            edtf = f"{year - 1:04}{edtf[4:]}"
        return bounds(edtf)
    except UsageError:
        return None


def _by_word(word: str, today: date) -> tuple[str, str]:
    if word == "today":
        return today.isoformat(), today.isoformat()
    if word == "yesterday":
        return _shifted(today.isoformat(), -1), _shifted(today.isoformat(), -1)
    which, unit = word.split()
    step = {"this": 0, "next": 1}.get(which, -1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return bounds(f"{months // 12:04}-{months % 12 + 1:02}")
    return bounds(f"{today.year + step:04}")
