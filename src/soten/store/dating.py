"""The days a record is found under: its own, or those of its story or document."""

from __future__ import annotations

from bisect import bisect_right

from soten.records import Document, LedgerError, Published, UsageError
from soten.records.edtf import FIRST_DAY, bounds
from soten.store.stored import DateBasis, When
from soten.store.traits import Traits

_UNDATED = When()


def days_of(edtf: str | None, what: str) -> tuple[str, str] | None:
    """Return the first and last day of `edtf`; raise `LedgerError` naming `what` if it is none."""
    if edtf is None:
        return None
    try:
        return bounds(edtf)
    except UsageError as error:
        raise LedgerError(f"{what}: {error}") from error


class StoryDates:
    """The date of the story, else of the document, at any place of a document."""

    def __init__(self, document: Document) -> None:
        """Take the dates of `document` and its stories; raise `LedgerError` for no dates."""
        what = f"document {document.name}"
        self._whole = _published(document.published, what)
        stories = sorted(document.stories, key=lambda story: story.span.start)
        self._starts = [story.span.start for story in stories]
        self._ends = [story.span.end for story in stories]
        self._dates = [_published(story.published, what) for story in stories]

    def at(self, offset: int) -> When:
        """Return the date that holds at a place of the text."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._ends[index] and self._dates[index] is not _UNDATED:
            return self._dates[index]
        return self._whole


def when_of(traits: Traits, published: When, what: str) -> When:
    """Return the date of a record with these traits in a story published then."""
    own = days_of(traits.date, what)
    if own is None:
        return published
    return When(traits.date, *own, DateBasis.OWN)


def reach_of(traits: Traits, when: When, published: When, what: str) -> tuple[str, str] | None:
    """Return the days through which a `since` or `until` finds the record.

    What binds until a day reaches from its first day, or from when it was reported, to that day.
    """
    if when.low is None or when.high is None:
        return None
    end = days_of(traits.end, what)
    if end is None:
        return when.low, when.high
    starts = [when.low]
    if traits.date == traits.end and published.low not in (None, FIRST_DAY):
        starts.append(str(published.low))
    return min(starts), max(when.high, end[1])


def _published(published: Published, what: str) -> When:
    days = days_of(published.edtf, what)
    return _UNDATED if days is None else When(published.edtf, *days, DateBasis.DOCUMENT)
