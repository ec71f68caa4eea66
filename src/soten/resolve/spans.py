"""Days and stretches of days: counting, overlapping, and the buckets they are kept in."""

from __future__ import annotations

from datetime import date

FORTNIGHT = 16
"""Days in a bucket of days; buckets begin every `_STEP` days, so neighbours share one."""
_STEP = 8
_MONTHS = 4
"""Months in a bucket of months; buckets begin every second month."""


def ordinal(day: str) -> int:
    """Return an ISO day as a number."""
    return date.fromisoformat(day).toordinal()


def day_of(number: int) -> str:
    """Return the ISO day that `ordinal` makes a number of."""
    return date.fromordinal(number).isoformat()


def days_between(first: str, last: str) -> int:
    """Return how many days lie between two days.

    >>> days_between("2031-05-08", "2031-05-09")
    1
    """
    return ordinal(last) - ordinal(first)


def fortnights(first: str, last: str) -> tuple[str, ...]:
    """Return the buckets of days that the days from `first` to `last` reach into.

    >>> len(fortnights("2031-05-08", "2031-05-08"))
    2
    """
    low, high = ordinal(first) // _STEP - 1, ordinal(last) // _STEP
    return tuple(f"d{n}" for n in range(low, high + 1))


def seasons(first: str, last: str) -> tuple[str, ...]:
    """Return the buckets of months that the days reach into.

    >>> seasons("2031-05-08", "2031-05-08")
    ('m12187', 'm12188')
    """
    low, high = _month(first) // 2 - 1, _month(last) // 2
    return tuple(f"m{n}" for n in range(low, high + 1))


def stretch(bucket: str) -> tuple[int, int]:
    """Return the first and the last day of a bucket, as numbers.

    >>> days = stretch(fortnights("2031-05-08", "2031-05-08")[0])
    >>> days[1] - days[0] + 1 == FORTNIGHT
    True
    """
    number = int(bucket[1:])
    if bucket[0] == "d":
        return number * _STEP, number * _STEP + FORTNIGHT - 1
    return _first_of(2 * number), _first_of(2 * number + _MONTHS) - 1


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _first_of(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()
