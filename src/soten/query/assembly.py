"""From stored records to rows: sources and labels are fetched for many records at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from soten.query.answers import Page, Row
from soten.query.filters import Filter, select_by
from soten.records import Record
from soten.store import DocumentFacts, Label, Order, Selection, StoredRecord
from soten.store.traits import traits_of

if TYPE_CHECKING:
    from soten.store import Ledger

R = TypeVar("R", bound=Record)
_BATCH = 500


class Assembler(Generic[R]):
    """Makes rows of records of one ledger, and remembers the sources and labels it fetched."""

    def __init__(self, ledger: Ledger) -> None:
        """Take the ledger that the records come from."""
        self._ledger = ledger
        self._facts: dict[str, DocumentFacts] = {}
        self._labels: dict[str, Label] = {}

    def rows(self, stored: Iterable[StoredRecord]) -> Iterator[Row[R]]:
        """Yield a row for each record, in the same order, a batch in memory at a time."""
        source = iter(stored)
        while batch := list(islice(source, _BATCH)):
            self._fetch(batch)
            for record in batch:
                yield self._row(record)

    def facts(self, document: str) -> DocumentFacts:
        """Return the facts of a document that the ledger has."""
        if document not in self._facts:
            self._facts |= self._ledger.facts([document])
        return self._facts[document]

    def label(self, key: str) -> Label:
        """Return what to call an actor or voice of the rows made so far."""
        if key.startswith("anonymous:"):
            return Label(key, ja=key.removeprefix("anonymous:"))
        return self._labels.get(key) or Label(key)

    def _fetch(self, batch: list[StoredRecord]) -> None:
        documents = {record.document for record in batch} - self._facts.keys()
        if documents:
            self._facts |= self._ledger.facts(sorted(documents))
        keys = {key for record in batch for key in _keys(record)} - self._labels.keys()
        if keys:
            self._labels |= {key: Label(key) for key in keys}
            self._labels |= self._ledger.labels(sorted(keys))

    def _row(self, stored: StoredRecord) -> Row[R]:
        return Row(
            record=cast(R, stored.record),
            id=stored.id,
            document=self._facts[stored.document],
            when=stored.when,
            issues=stored.issues,
            labels={key: self._labels[key] for key in _keys(stored)},
            state=stored.state,
            found=None if stored.found == stored.record else stored.found,
            is_found=stored.found is not None,
        )


def _keys(stored: StoredRecord) -> list[str]:
    keys = (key for _, key in traits_of(stored.record).roles)
    return [key for key in keys if key != "author" and not key.startswith("anonymous:")]


def page_of(
    ledger: Ledger,
    selection: Selection,
    order: Order,
    limit: int | None,
    after: str | None,
) -> Page[Row[R]]:
    """Return a page of the selected records in order."""
    ahead = None if limit is None else limit + 1
    found = list(ledger.records(selection, order, limit=ahead, after=after))
    shown = found if limit is None else found[:limit]
    is_more = len(found) > len(shown) and bool(shown)
    rows = tuple(Assembler[R](ledger).rows(shown))
    return Page(rows, shown[-1].cursor if is_more else None)


def newest_page(
    ledger: Ledger, filter: Filter, kind: str, limit: int | None, after: str | None
) -> Page[Row[R]]:
    """Return a page of the records of one kind that a filter lets through, the newest first."""
    return page_of(ledger, select_by(ledger, filter, (kind,)), Order.NEWEST, limit, after)
