"""An open ledger: everything that can be asked of it and put into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import delete, insert

from soten.records import Actor, Document, Reading, Run, Span, State, Story, is_found_id
from soten.store import casting, people, reading, schema, shelf, standing, writing
from soten.store.accounts import Accounts
from soten.store.countedthings import Counts
from soten.store.deciding import Deciding
from soten.store.desk import Desk
from soten.store.joinedthings import JoinedThings
from soten.store.knownactors import KnownActors
from soten.store.rows import check_document, rows_of
from soten.store.stored import (
    Cast,
    Change,
    DocumentFacts,
    GoneRecord,
    Identity,
    Label,
    Order,
    PassageHit,
    ReadingFacts,
    Selection,
    StoredRecord,
)
from soten.store.tolddeeds import ToldDeeds
from soten.store.tracedthings import TracedThings
from soten.store.words import Words

ALL = Selection()
"""The selection that lets every record through."""


class Ledger(KnownActors, JoinedThings, TracedThings, ToldDeeds, Counts, Deciding, Accounts):
    """A ledger in a SQLite file or a PostgreSQL database; use it as a context manager.

    Every method is one transaction; within `one_state` all that only read are one. What is written
    is written whole or not at all, whenever the program ends; several programs may write to one
    ledger, they take turns. Readers never wait.
    Whatever the database refuses is a `LedgerError` that names the ledger.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the ledger, creating and migrating it as needed."""
        super().__init__(where, create=create)
        self._seen: dict[str, Actor] = {}

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the ledger."""
        self.close()

    # Writing -----------------------------------------------------------------------------

    def begin_run(self, run: Run) -> None:
        """Record a run of the reader; a run that is recorded already stays as it is."""
        with self._writes() as connection:
            writing.begin_run(connection, run)

    def identify(self, name: str, url: str | None, text_sha256: str) -> Identity:
        """Return which document and version a text is, by its digest, else its name or URL.

        Where the text is known, the names are noted as further places it was found at. Nothing
        is stored of a text that is not known.
        """
        names = [part for part in (name, url) if part]
        with self._reads() as connection:
            found = writing.identify(connection, name, url, text_sha256)
            is_noted = writing.is_noted(connection, found, names)
        if not is_noted:
            with self._writes() as connection:
                writing.note_names(connection, found, names, text_sha256)
        return found

    def is_read(
        self, text_sha256: str, reader: str, facts: str | None = None, *, name: str | None = None
    ) -> bool:
        """Say whether there is nothing to read: this reader has read this text.

        `facts` is a digest of what came with the text (title, dates …), if the caller keeps one:
        a text is due again where its reading was never given with that digest, or, with `name`,
        where the last reading of that name was not. An older version of a document that has a
        newer one is read, whoever read it.
        """
        with self._reads() as connection:
            return writing.is_read(connection, text_sha256, reader, facts, name)

    def put_reading(
        self,
        run: Run,
        reading: Reading,
        *,
        raw_sha256: str | None = None,
        facts: str | None = None,
    ) -> Change:
        """Store a document's version with all a run found in it; return what that changed.

        The version becomes the document's current one, and the reading replaces what was found
        in the document before; records found again keep their place, records not found again
        are kept aside (`gone`). Raises `LedgerError`, and stores nothing, where the text does
        not have its digest, a record does not rest on its words, a date is not EDTF, or an id is
        used that nobody declared.
        """
        check_document(reading.document)
        rows = rows_of(reading)
        actors = [actor for actor in reading.actors if self._seen.get(actor.id) != actor]
        with self._writes() as connection:
            change = writing.put_reading(
                connection, run, reading, rows, actors, raw_sha256=raw_sha256, facts=facts
            )
        self._seen.update((actor.id, actor) for actor in actors if not is_found_id(actor.id))
        return change

    def put_actors(self, actors: Iterable[Actor]) -> None:
        """Insert actors or bring them up to date; what a pack knows wins, forms accumulate."""
        with self._writes() as connection:
            people.put_actors(connection, actors)

    def put_issues(self, labels: Iterable[Label]) -> None:
        """Store what to call points at issue, in place of what they were called before."""
        rows = [{"id": label.id, "name_ja": label.ja, "name_en": label.en} for label in labels]
        if not rows:
            return
        with self._writes() as connection:
            ids = [row["id"] for row in rows]
            connection.execute(delete(schema.issues).where(schema.issues.c.id.in_(ids)))
            connection.execute(insert(schema.issues), rows)

    @contextmanager
    def joining(self) -> Iterator[Desk]:
        """Give the desk at which things of different documents are joined, in one transaction."""
        with self._writes() as connection:
            yield Desk(connection)

    # Reading records ---------------------------------------------------------------------

    def records(
        self,
        selection: Selection = ALL,
        order: Order = Order.PLACE,
        *,
        limit: int | None = None,
        after: str | None = None,
        within: int | None = None,
        first_day: str | None = None,
    ) -> Iterator[StoredRecord]:
        """Yield the selected records in order, behind the cursor `after`.

        Rows are fetched in batches, so memory does not grow with their number. `within` may be told
        beside `limit`: what many records meet is then looked for only among so many of each kind.
        `first_day` limits to those that begin on an ISO day or later.
        """
        with self._reads() as connection:
            yield from reading.records(
                *(connection, selection, order),
                limit=limit,
                after=after,
                within=within,
                first_day=first_day,
            )

    def casts(self, selection: Selection, *, limit: int | None = None) -> list[Cast]:
        """Return who acts in records; with `limit` in the latest of them, the latest first."""
        with self._reads() as connection:
            return casting.casts(connection, selection, limit)

    def casts_last(self, selection: Selection, most: int) -> list[Cast]:
        """Return who acts in so many records, those that were stored last, the last first."""
        with self._reads() as connection:
            return casting.casts_last(connection, selection, most)

    def count(self, selection: Selection = ALL) -> int:
        """Return how many records are selected."""
        with self._reads() as connection:
            return reading.count(connection, selection)

    def count_some(self, selection: Selection, most: int) -> dict[str, tuple[int, bool]]:
        """Return how many records of each selected kind there are, and whether there may be more.

        At most so many are counted; of what many records meet, only those among the newest are.
        """
        with self._reads() as connection:
            return reading.count_some(connection, selection, most)

    def record(self, id: str) -> StoredRecord | None:
        """Return the record with this id, rejected ones too; None where there is none."""
        return next(self.records(Selection(ids=(id,), states=tuple(State)), limit=1), None)

    def overlapping(self, document: str, span: Span, kinds: Sequence[str]) -> list[StoredRecord]:
        """Return the records of these kinds that share a character with the span."""
        with self._reads() as connection:
            return list(reading.overlapping(connection, document, span, kinds))

    def gone(self, *, id: str | None = None, since: str | None = None) -> Iterator[GoneRecord]:
        """Yield records that later readings no longer found, the latest gone first."""
        with self._reads() as connection:
            yield from reading.gone(connection, id=id, since=since)

    # Reading documents -------------------------------------------------------------------

    def documents(self, selection: Selection = ALL) -> Iterator[Document]:
        """Yield documents with their current texts, in order of arrival.

        Of the selection only days (of publication) and ids of documents count.
        """
        with self._reads() as connection:
            yield from shelf.documents(connection, selection)

    def newest_documents(
        self, selection: Selection = ALL, *, limit: int | None = None, after: str | None = None
    ) -> list[tuple[DocumentFacts, str]]:
        """Return documents, the latest published first, each with its cursor."""
        with self._reads() as connection:
            return shelf.newest(connection, selection, limit, after)

    def arrivals(
        self, selection: Selection = ALL, *, limit: int | None = None, after: str | None = None
    ) -> list[tuple[DocumentFacts, str]]:
        """Return documents, those that came or changed last first, each with its cursor."""
        with self._reads() as connection:
            return shelf.arrivals(connection, selection, limit, after)

    def facts(self, ids: Iterable[str]) -> dict[str, DocumentFacts]:
        """Return the facts of these documents' current versions; unknown ids are left out."""
        return self._each("facts", ids, shelf.facts)

    def versions(self, document: str) -> list[DocumentFacts]:
        """Return the facts of every version of a document, the first version first."""
        with self._reads() as connection:
            return shelf.versions(connection, document)

    def text(self, document: str, version: int | None = None) -> str:
        """Return a version's stored text (None: the current); raise `UsageError` for none."""
        with self._reads() as connection:
            return shelf.text(connection, document, version)

    def documents_named(self, part: str) -> list[str]:
        """Return ids of documents by id or name, else of those whose name contains `part`."""
        with self._reads() as connection:
            return shelf.named(connection, part)

    def names(self, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return every name and URL that documents were found under."""
        with self._reads() as connection:
            return shelf.names(connection, documents)

    def readings(self, documents: Sequence[str]) -> dict[str, tuple[ReadingFacts, ...]]:
        """Return the readings of documents, the first first."""
        with self._reads() as connection:
            return shelf.readings(connection, documents)

    def stories(self, documents: Iterable[str]) -> dict[str, tuple[Story, ...]]:
        """Return the stories of the current versions of documents."""
        return self._each("stories", documents, shelf.stories)

    def document_counts(self, documents: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return how many records of each kind documents have."""
        with self._reads() as connection:
            return reading.counts_by_document(connection, documents)

    # Reading actors and issues -----------------------------------------------------------

    def issue_labels(self) -> dict[str, Label]:
        """Return what to call points at issue, as far as `put_issues` was told."""
        return dict(self._once("issue labels", shelf.issue_labels))

    def issue_ids(self) -> list[str]:
        """Return every point at issue that a record has or a label names."""
        return list(self._once("issue ids", shelf.issue_ids))

    def days_touched(self, issues: Iterable[str]) -> dict[str, dict[str, int]]:
        """Return for points at issue how many documents of each day have a record on them.

        A document's day is the last it may have been published on; undated ones are left out.
        """
        with self._reads() as connection:
            return shelf.days_touched(connection, tuple(dict.fromkeys(issues)))

    # Searching ---------------------------------------------------------------------------

    def documents_with(
        self, words: Words, selection: Selection = ALL, *, limit: int, after: str | None = None
    ) -> list[tuple[str, str]]:
        """Return ids of documents that hold the words, the newest first, with their cursors.

        Of the selection, days (of publication), publisher and ids of documents count.
        """
        with self._reads() as connection:
            return standing.documents_with(connection, words, limit, after, selection)

    def actors_spelled(self, forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return, for each form that is somebody's very name or form, whose it is, in order of id."""
        with self._reads() as connection:
            return people.actors_spelled(connection, tuple(dict.fromkeys(forms)))

    def passages_with(self, words: Words, documents: Sequence[str]) -> list[PassageHit]:
        """Return the stretches of documents that hold the words, in order of place."""
        with self._reads() as connection:
            return standing.passages_with(connection, words, documents)
