"""When an annotation and a record tell of the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from soten.records import Span, Speaker

G = TypeVar("G")
S = TypeVar("S")

HALF = 0.5
"""The share of the shorter of two spans that they must have in common."""

_QUALIFIER = re.compile("[~?%]")
_FIRST_MONTH = {"21": 3, "22": 6, "23": 9, "24": 12}


def overlap(one: Span, other: Span) -> float:
    """Return the shared part of two spans as a share of the shorter, from 0 to 1.

    >>> overlap(Span(0, 10), Span(8, 12))
    0.5
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared / shorter if shared > 0 and shorter > 0 else 0.0


def half_overlap(one: Span, other: Span) -> float:
    """Return the overlap where it is at least half of the shorter span, else 0."""
    shared = overlap(one, other)
    return shared if shared >= HALF else 0.0


def pairs(
    gold: Sequence[G], system: Sequence[S], fits: Callable[[G, S], float]
) -> list[tuple[int, int]]:
    """Pair each gold item with at most one system item, the best fits first.

    Ties go to the earlier gold item, then to the earlier system item.

    >>> pairs([1, 2], [2, 3, 1], lambda g, s: float(g == s))
    [(0, 2), (1, 0)]
    """
    candidates = [
        (-fit, i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(system)
        if (fit := fits(wanted, found)) > 0
    ]
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    chosen = []
    for _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            chosen.append((i, j))
    return chosen


def extent(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and last day of a date, or None where there is none.

    Qualifiers are dropped. A month reaches to its 31st whatever its length: an annotation that
    says a month and one that says its first to its last day differ in what they claim to know.

    >>> extent("2025-11"), extent("2025-12-03/..")
    (('2025-11-01', '2025-11-31'), ('2025-12-03', '9999-12-31'))
    """
    if not edtf:
        return None
    ends = _QUALIFIER.sub("", edtf).split("/")
    first, last = ends[0], ends[-1]
    return (
        "0000-00-00" if first in ("", "..") else _edge(first, last=False),
        "9999-12-31" if last in ("", "..") else _edge(last, last=True),
    )


def _edge(point: str, *, last: bool) -> str:
    if len(point) == 10:
        return point
    if len(point) == 4:
        return f"{point}-12-31" if last else f"{point}-01-01"
    year, code = point[:4], point[5:7]
    if code not in _FIRST_MONTH:
        return f"{point}-31" if last else f"{point}-01"
    month = _FIRST_MONTH[code] + (2 if last else 0)
    day = "31" if last else "01"
    return f"{int(year) + (month > 12)}-{(month - 1) % 12 + 1:02d}-{day}"


def same_date(one: str | None, other: str | None) -> bool:
    """Say whether two dates cover the same days; two unknown dates are the same."""
    return extent(one) == extent(other)


def compatible_dates(one: str | None, other: str | None) -> bool:
    """Say whether one date lies inside the other; an unknown one fits only an unknown one.

    >>> compatible_dates("2025-12", "2025-12-03"), compatible_dates("2025-12", None)
    (True, False)
    """
    first, second = extent(one), extent(other)
    if first is None or second is None:
        return first is second
    return _within(first, second) or _within(second, first)


def _within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return inner[0] >= outer[0] and inner[1] <= outer[1]


def same_number(one: float, other: float) -> bool:
    """Say whether two values are one number but for rounding of the last digits."""
    return abs(one - other) <= 1e-6 * max(1.0, abs(one))


def same_speaker(wanted: str, speaker: Speaker | None, entity: str | None) -> bool:
    """Say whether a speaker is the annotated one; `entity` is its id in the annotation's terms.

    Descriptions of somebody unnamed match where one holds the other, or where they share three
    fifths of the characters of the shorter.
    """
    if speaker is None:
        return False
    if wanted == "author":
        return speaker.author
    if wanted.startswith("anonymous:"):
        return bool(speaker.anonymous) and _alike(wanted.split(":", 1)[1], speaker.anonymous or "")
    return entity == wanted


def _alike(wanted: str, described: str) -> bool:
    if described in wanted or wanted in described:
        return True
    one, other = set(wanted), set(described)
    return len(one & other) >= 0.6 * min(len(one), len(other))
