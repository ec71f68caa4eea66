"""Inferring a document's date: the day that agrees best with all it tells.

Every day on which the latest news could be fresh is a candidate; each thing told that would be out
of place on that day costs it something. The reckoning uses dates, weekdays, tense, lengths of
time, and names that are known to hold only for some years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from soten.japanese.calendar import Precision, Stretch, shifted
from soten.japanese.clues import Clues, DatedName, Fact, Since, find_clues
from soten.japanese.moments import TimeExpression
from soten.japanese.tense import Outlook
from soten.records import Basis, Published

__all__ = ["DatedName", "infer_date"]

_MOST_YEARS: Final = 3
"""With more years open than this, the year is not settled by taking the first."""
_MOST_RIVALS: Final = 2
"""Of two years that fit as well the earlier is taken, and said to be the first of two."""
_AS_GOOD: Final = 0.2
"""Days whose cost lies within this of the best are told apart by nothing in the text."""
_TENSE_MISREAD: Final = 2.0
"""The most a date costs that is long past by its tense; the tense may have been misread."""
_FRESH_DAYS: Final = 10
"""How long after a full date a text still goes on telling of it as news."""
_OUT_OF_PLACE: Final = 12.0
"""What a contradiction costs a day; other costs are in days or months away, at most a few each."""


def infer_date(
    text: str,
    expressions: Sequence[TimeExpression],
    names: Sequence[DatedName] = (),
    western: Sequence[str] = (),
) -> Published | None:
    """Return the day the text was most likely published, or None where its year stays open.

    >>> from soten.japanese.times import find_times
    >>> text = "2030年12月に始まった協議は、5月23日に終わった。代表は23日、署名した。"
    >>> names = [DatedName("代表", "", "2031-01-01", "2032-01-31")]
    >>> infer_date(text, find_times(text), names).edtf
    '2031-05-23'
    """
    clues = find_clues(text, expressions, names, western)
    if not clues.is_dated:
        return None
    first, last = _limits(clues)
    years = _years(clues, first, last)
    if not years:
        return None
    ranked = sorted((_cost(day, clues), day) for day in _candidates(clues.facts, years))
    if not ranked or ranked[0][0] >= _OUT_OF_PLACE:
        return None
    equal = [day for cost, day in ranked if cost <= ranked[0][0] + _AS_GOOD]
    why = _why(clues, first, last)
    if len({day.month for day in equal}) > 1:
        years = sorted({day.year for day in equal})
        return Published(str(years[0]), Basis.INFERRED, why) if len(years) == 1 else None
    best = ranked[0][1]
    if not _is_settled(best, equal, clues, first, last):
        return None
    if clues.is_western and not _is_told_by_weekday(best, clues.facts):
        best += timedelta(days=1)
    rivals = len({day.year for day in equal})
    fits = f"{best.isoformat()} fits best" + (
        f", first of {rivals} such years" if rivals > 1 else ""
    )
    return Published(best.isoformat(), Basis.INFERRED, f"{fits}: {why}")


def _is_settled(
    best: date, equal: Sequence[date], clues: Clues, first: date | None, last: date | None
) -> bool:
    """True where the year rests on more than the first one open."""
    rivals = len({day.year for day in equal})
    if first and last and clues.named and last.year - first.year < _MOST_YEARS:
        return rivals <= _MOST_RIVALS
    if rivals > 1:
        return False
    days = (s.last for s in clues.past if s.precision is Precision.DAY)
    is_near = any(0 <= (best - day).days <= _FRESH_DAYS for day in days)
    return is_near or any(_is_so_long(best, clues, since) for since in clues.years_since)


# --- which years are open ----------------------------------------------------------------------


def _limits(clues: Clues) -> tuple[date | None, date | None]:
    """Return the first and last day that dated names and dates told with their year leave open."""
    firsts = [name.first for name in clues.named if name.first > date.min]
    firsts += [stretch.first for stretch in clues.past]
    lasts = [name.last for name in clues.named if name.last < date.max]
    first = max(firsts, default=None)
    lasts += [s.last for s in clues.coming if first is None or s.last >= first]
    last = min(lasts, default=None)
    if first and last and first > last:
        return first, None
    return first, last


def _years(clues: Clues, first: date | None, last: date | None) -> list[int]:
    """Return the years the document may be of, none where too many are open."""
    if first and last and clues.named and last.year - first.year < _MOST_YEARS:
        return list(range(first.year, last.year + 1))
    told = {stretch.first.year for stretch in clues.past}
    since = {
        year
        for clue in clues.years_since
        for year in _ends(clue, told)
        if first is None or year >= first.year
    }
    if since:
        return sorted(since)
    full = [s.first.year for s in clues.past if s.precision is Precision.DAY]
    if first and full and max(full) == first.year:
        return [first.year, first.year + 1]
    return []


def _ends(since: Since, told: set[int]) -> Iterable[int]:
    """Yield the years in which so long a time may end."""
    if since.year is not None:
        yield since.year + since.years
        return
    for year in told:
        for more in (0, 1):
            if len(told) == 1 or year + since.years + more <= max(told) + 1:
                yield year + since.years + more


# --- which day agrees best ----------------------------------------------------------------------


def _candidates(facts: Sequence[Fact], years: Sequence[int]) -> set[date]:
    """Return the days on which something told would be news of the day."""
    days: set[date] = set()
    for fact in facts:
        if fact.outlook is Outlook.FUTURE and not fact.is_today:
            continue
        if fact.day is None and fact.weekday is None:
            continue
        for year in years:
            days.update(_days_of(fact, year))
    return days


def _days_of(fact: Fact, year: int) -> Iterable[date]:
    if fact.day is not None:
        for month in (fact.month,) if fact.month else range(1, 13):
            try:
                yield date(year, month, fact.day)
            except ValueError:
                continue
    elif fact.weekday is not None:
        first = date(year, 1, 1)
        first += timedelta(days=(fact.weekday - first.weekday()) % 7)
        yield from (first + timedelta(days=7 * week) for week in range(53))


def _cost(day: date, clues: Clues) -> float:
    """Return how much of what is told would be out of place in a text of `day`."""
    cost = sum(_fact_cost(day, fact) for fact in clues.facts)
    cost += min((_month_cost(day, fact) for fact in clues.facts if _is_month(fact)), default=0)
    cost += sum(_OUT_OF_PLACE for name in clues.named if not name.holds_on(day))
    for stretch in clues.past:
        cost += _OUT_OF_PLACE * (stretch.first > day)
        if stretch.precision is Precision.DAY:
            cost += min(3.0, abs((day - stretch.last).days) / 120)
    cost += sum(3.0 for stretch in clues.coming if stretch.last < day)
    for clue in clues.years_since:
        cost += _OUT_OF_PLACE / 2 * (not _is_so_long(day, clues, clue))
    for low, high, index in clues.elapsed:
        since = _past_days(day, clues.facts[index])
        cost += _OUT_OF_PLACE * (since is None or not low <= since < high)
    return cost


def _is_so_long(day: date, clues: Clues, since: Since) -> bool:
    """True where so many years lie between what they count from and `day`."""
    if since.year is not None:
        return day.year == since.year + since.years
    return any(_lasted(stretch, day, since.years, since.months) for stretch in clues.past)


def _lasted(stretch: Stretch, day: date, years: int, months: int | None) -> bool:
    """True where so many whole years (and months) lie between something told and `day`."""
    if day.year - stretch.last.year > years + 1 or stretch.last.year + years > 9000:
        return False
    count = 12 * years + (months or 0)
    low = shifted(stretch.first, count, Precision.MONTH)
    return (
        low <= day < shifted(stretch.last, count + (12 if months is None else 1), Precision.MONTH)
    )


def _fact_cost(day: date, fact: Fact) -> float:
    if fact.is_today:
        same = fact.weekday in (None, day.weekday()) and fact.day in (None, day.day)
        return 0.0 if same and fact.month in (None, day.month) else _OUT_OF_PLACE
    if fact.day is None and fact.month is None:
        ahead = ((fact.weekday or 0) - day.weekday()) % 7
        return 0.3 * (ahead if fact.outlook is Outlook.FUTURE else (-ahead) % 7)
    if fact.day is None:
        return 0.0
    since, until = _past_days(day, fact), _coming_days(day, fact)
    if since is None or until is None:
        return _OUT_OF_PLACE
    if fact.month is None:
        near = until if fact.outlook is Outlook.FUTURE else min(since, 40)
        is_other_month = fact.outlook is not Outlook.FUTURE and fact.day > day.day
        return near / 5 + 3.0 * is_other_month + _wrong_weekday(day, fact, -since)
    if fact.outlook is Outlook.FUTURE:
        return min(until, since + 30) / 120
    if fact.outlook is Outlook.OPEN:
        return min(since, until) / 60
    return min(since / 60, _TENSE_MISREAD) + _wrong_weekday(day, fact, -since)


def _wrong_weekday(day: date, fact: Fact, offset: int) -> float:
    if fact.weekday is None or (day + timedelta(days=offset)).weekday() == fact.weekday:
        return 0.0
    return _OUT_OF_PLACE


def _is_month(fact: Fact) -> bool:
    return fact.day is None and fact.month is not None and fact.outlook is not Outlook.FUTURE


def _month_cost(day: date, fact: Fact) -> float:
    """A month told of as over is rarely the month of writing, and often the one before."""
    since = (day.month - (fact.month or 1)) % 12
    return 2.0 if since == 0 else since / 2


def _past_days(day: date, fact: Fact) -> int | None:
    """Return how many days before `day` the day of the month last came round."""
    return _distance(day, fact, -1)


def _coming_days(day: date, fact: Fact) -> int | None:
    return _distance(day, fact, 1)


def _distance(day: date, fact: Fact, way: int) -> int | None:
    year, month = day.year, fact.month or day.month
    for _ in range(5):
        try:
            then = date(year, month, fact.day or 1)
        except ValueError:
            then = None
        if then is not None and (then - day).days * way >= 0:
            return abs((then - day).days)
        if fact.month:
            year += way
        else:
            year, month = (
                (year, month + way) if 1 <= month + way <= 12 else (year + way, 13 - month)
            )
    return None


def _is_told_by_weekday(day: date, facts: Sequence[Fact]) -> bool:
    """True where the news of the day is told as 月曜日, as in a wire report of that very day."""
    return any(f.day is None and f.month is None and f.weekday == day.weekday() for f in facts)


def _why(clues: Clues, first: date | None, last: date | None) -> str:
    """Return the reasoning in one sentence."""
    parts = ["the news told and its tense agree on the day"]
    starts = [(name.first, name.label) for name in clues.named]
    if starts and first and max(starts)[0] == first:
        parts.append(f"「{max(starts)[1]}」 holds only from {first.isoformat()} on")
    elif first:
        parts.append(f"the latest date told as past with its year is of {first.year}")
    if last:
        parts.append(f"nothing told allows a day after {last.isoformat()}")
    if clues.elapsed:
        parts.append("the time told since the beginning fits")
    if clues.is_western:
        parts.append("the latest day is told from where it is still the day before in Japan")
    return ", ".join(parts)
