"""Where a party's stance moved: two dated quotations of one party, on one thing, that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soten.query.answers import Page
from soten.query.closeness import Closeness
from soten.query.courses import Stand, compared, reader_of, stands_by_point, with_support
from soten.query.filters import EVERYTHING, Filter
from soten.query.objects import Shared
from soten.query.stances import is_other
from soten.records.edtf import bounds
from soten.store import Label

if TYPE_CHECKING:
    from soten.store import Ledger

LOOK_BACK = 60
"""How many earlier stands of a course one is compared with; those before are too long ago."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Two stands of one party on one thing that differ, in order of time.

    `shared` are the words that both hold; empty where the two are one wording.
    """

    party: Label
    issue: Label
    before: Stand
    after: Stand
    shared: tuple[str, ...]
    is_of_voices: bool = False
    """True where no change is told: they are of one day, or the later voice is farther off."""

    @property
    def id(self) -> str:
        """The ids of the two positions."""
        return f"{self.before.position.id}>{self.after.position.id}"


def shifts(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Shift]:
    """Return where parties' stances moved, the latest first.

    The filter says which stands are compared; `since` (EDTF) limits to shifts whose later words
    are of that day or later, whatever the day of the earlier ones.
    """
    return _page(ledger, _changes(ledger, filter, of_voices=False), since, limit, after)


def voices_that_differ(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Shift]:
    """Return where voices of one party differ on one thing without a change being told.

    They spoke on one day, or the later one is farther from the party: a spokesman and an unnamed
    official. The latest first.
    """
    return _page(ledger, _changes(ledger, filter, of_voices=True), since, limit, after)


def _changes(ledger: Ledger, filter: Filter, *, of_voices: bool) -> Iterator[Shift]:
    """Yield the shifts, a point at issue at a time: memory holds the positions of one."""
    issues, reader = ledger.issue_labels(), reader_of(ledger)
    asked = ledger.issue_ids() if filter.issue is None and filter.about is None else [filter.issue]
    for point in asked:
        found = stands_by_point(ledger, replace(filter, issue=point), reader)
        labels = ledger.labels({party for party, _ in found})
        for (party, issue), stands in found.items():
            pairs = _differing_voices(stands) if of_voices else _moved(stands)
            for before, later, shared in pairs:
                yield Shift(
                    labels.get(party) or Label(party),
                    issues.get(issue) or Label(issue),
                    before,
                    later,
                    shared.words,
                    of_voices,
                )


def moved(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand, Shared]]:
    """Yield where the stands of one party on one point moved: before, later, what they share."""
    yield from _moved(stands)


def _moved(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand, Shared]]:
    ordered = sorted(stands, key=_order)
    for at, later in enumerate(ordered):
        recent = ordered[max(0, at - LOOK_BACK) : at]
        found = list(compared([s for s in recent if s.is_before(later)], later))
        if not found:
            continue
        before, shared = found[0]
        of_that_day = [s for s, _ in found if not s.is_before(before) and not before.is_before(s)]
        if is_other(before.stance, later.stance, shared) and not any(
            s.stance is later.stance for s in of_that_day
        ):
            yield before, later, shared


def _differing_voices(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand, Shared]]:
    ordered = sorted((s for s in stands if s.closeness not in _NO_VOICES), key=_order)
    for at, later in enumerate(ordered):
        for before in reversed(ordered[max(0, at - LOOK_BACK) : at]):
            shared = _as_voices(before, later)
            if shared is not None and is_other(before.stance, later.stance, shared):
                yield before, later, shared
                break


def _as_voices(before: Stand, later: Stand) -> Shared | None:
    """Return what two voices of about one time both speak of.

    Two that are equally close to the party must share more than one word.
    """
    if before.speaker == later.speaker or not later.is_near(before):
        return None
    is_farther = later.closeness.tier != before.closeness.tier
    if not is_farther and before.last_day < later.first_day:
        return None
    shared = before.wording.shared(later.wording)
    if shared is None or is_farther or shared.is_same_wording or len(shared.words) > 1:
        return shared
    return None


_NO_VOICES = (Closeness.REPORT, Closeness.OTHER, Closeness.UNKNOWN)


def _order(stand: Stand) -> tuple[str, str, str]:
    return stand.first_day, stand.last_day, stand.position.id


def _page(
    ledger: Ledger, found: Iterator[Shift], since: str | None, limit: int | None, after: str | None
) -> Page[Shift]:
    day = "" if since is None else bounds(since)[0]
    ordered = sorted(
        (shift for shift in found if shift.after.last_day >= day),
        key=lambda shift: (shift.after.first_day, shift.after.last_day, shift.id),
        reverse=True,
    )
    start = int(after or 0)
    end = len(ordered) if limit is None else start + limit
    shown = ordered[start:end]
    told = with_support(ledger, (stand for shift in shown for stand in (shift.before, shift.after)))
    rows = tuple(
        replace(shift, before=told[shift.before.position.id], after=told[shift.after.position.id])
        for shift in shown
    )
    return Page(rows, str(end) if end < len(ordered) else None)
