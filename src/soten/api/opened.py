"""The Python interface: `soten.open` gives a ledger that is read into and asked.

What is asked here is what the commands ask, and `to_dict` gives what they write as JSON. The
tokenizer is imported by the first `add`, so that asking starts at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar, Unpack

from soten import query
from soten.api.across import Across
from soten.api.answers import Answer, Filters, Listing, asked
from soten.export import answers as objects
from soten.export.archive import jsonl_lines
from soten.export.briefobject import brief_object
from soten.export.changing import changes_object
from soten.export.claiming import place_object
from soten.export.exchange import Object
from soten.export.reviewing import due_object
from soten.query import (
    ActorRow,
    Changes,
    Detail,
    Disagreement,
    Dispute,
    Found,
    Page,
    PlaceHistory,
    Row,
    SourceRow,
)
from soten.query.brief import Brief
from soten.query.brief import brief as brief_of
from soten.records import Claim, Commitment, Event, Figure, Position, Record, Statement, Talk
from soten.review import Due, Reviewer, queue
from soten.settings import read_settings
from soten.store import Ledger, open_ledger

if TYPE_CHECKING:
    from soten.pipeline import Reader, Summary

T = TypeVar("T")


def open(
    where: str | os.PathLike[str] | None = None,
    *,
    packs: Sequence[str] = (),
    create: bool = True,
) -> OpenLedger:
    """Open a ledger: a file (SQLite) or a `postgresql://` URL, made where it is not there.

    What is left out is taken from `SOTEN_LEDGER` and `SOTEN_PACKS`, else `soten.db` in this folder
    and the packs core and ukraine. Raises `soten.records.LedgerError` where it cannot be opened.

    >>> import soten
    >>> with soten.open("soten.db") as ledger:
    ...     len(ledger.sources())
    17
    """
    settings = read_settings(
        os.environ, ledger=None if where is None else os.fspath(where), packs=packs
    )
    return OpenLedger(open_ledger(settings.ledger, create=create), settings.packs)


class OpenLedger(Across):
    """A ledger to read documents into and to ask; close it, or use it in a `with` statement.

    Lists take the filters of `Filters` as keyword arguments. Answers are frozen dataclasses with
    their evidence; names in filters that the ledger does not know raise
    `soten.records.UsageError`, which names near matches.
    """

    def __init__(self, ledger: Ledger, packs: Sequence[str]) -> None:
        self.ledger = ledger
        """The store below, for what this interface does not offer."""
        self.packs = tuple(packs)
        self._reader: Reader | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    # Reading in --------------------------------------------------------------------------

    def add(self, paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]) -> Summary:
        """Read files and folders (.txt, .md, .html) in and join them with what is there.

        What has not changed is passed over. What cannot be read is told in `failed`, and the rest
        is read.

        >>> summary = ledger.add("samples")
        >>> summary.read, summary.unchanged, summary.failed
        (0, 17, ())
        """
        from soten.ingest import find_sources  # brings HTML parsing
        from soten.lexicon import load_lexicon
        from soten.pipeline import Reader, add_sources  # brings the tokenizer

        if self._reader is None:
            self._reader = Reader(load_lexicon(self.packs))
        listed = [paths] if isinstance(paths, str | os.PathLike) else paths
        sources = list(find_sources([Path(path) for path in listed]))
        return add_sources(self.ledger, self._reader, sources)

    # Lists -------------------------------------------------------------------------------

    def talks(self, **filters: Unpack[Filters]) -> Listing[Row[Talk]]:
        """Return talks: who met when and where, planned or held, the newest first.

        >>> talk = ledger.talks(party="ウクライナ", until="2022")[0]
        >>> talk.record.status.value, talk.when.edtf, talk.label("russia").ja
        ('held', '2022-03-29', 'ロシア')
        """
        return self._list(query.talks, objects.row_object, filters)

    def positions(self, **filters: Unpack[Filters]) -> Listing[Row[Position]]:
        """Return what each party demands, offers or refuses on which point, the newest first.

        >>> position = ledger.positions(party="ukraine", issue="security-guarantees")[0]
        >>> position.record.stance.value, position.record.party
        ('offers', 'ukraine')
        """
        return self._list(query.positions, objects.row_object, filters)

    def disputes(self, **filters: Unpack[Filters]) -> Listing[Dispute]:
        """Return claims that somebody denies, with their course over all documents.

        >>> [voice.by.ja for voice in ledger.disputes(about="uae")[0].denied]
        ['アラブ首長国連邦']
        """
        return self._list(query.disputes, objects.dispute_object, filters)

    def claims(self, **filters: Unpack[Filters]) -> Listing[Row[Claim]]:
        """Return claims, denied or not, the newest first."""
        return self._list(query.claims, objects.row_object, filters)

    def joined_claims(self, **filters: Unpack[Filters]) -> Listing[Dispute]:
        """Return claims across documents: who asserts, who denies, who could not confirm.

        >>> claim = ledger.joined_claims(about="uae")[0]
        >>> [(step.move.value, step.by.id) for step in claim.course]
        [('asserted', 'author'), ('denied', 'uae')]
        """
        return self._list(query.joined_claims, objects.dispute_object, filters)

    def places(self, place: str | None = None, **filters: Unpack[Filters]) -> Listing[PlaceHistory]:
        """Return who claimed when to hold each place (or one), by claimant.

        >>> history = ledger.places("スジャ")[0]
        >>> [claimant.party.id for claimant in history.claimants]
        ['russia', 'ukraine']
        """
        return self._list(partial(query.places, place=place), place_object, filters)

    def figures(self, **filters: Unpack[Filters]) -> Listing[Row[Figure]]:
        """Return numbers: how many of what, and whose figure it is, the newest first."""
        return self._list(query.figures, objects.row_object, filters)

    def disagreeing_figures(self, **filters: Unpack[Filters]) -> Listing[Disagreement]:
        """Return figures on one thing that differ, side by side."""
        found = query.figures_that_disagree(self.ledger, asked(filters))
        return Listing(found[: filters.get("limit")], None, objects.disagreement_object)

    def commitments(self, **filters: Unpack[Filters]) -> Listing[Row[Commitment]]:
        """Return promises: whose, from when until when, on what condition."""
        return self._list(query.commitments, objects.row_object, filters)

    def statements(self, **filters: Unpack[Filters]) -> Listing[Row[Statement]]:
        """Return who said what to whom and when, the newest first.

        >>> said = ledger.statements(speaker="ペスコフ", act="deny")
        >>> [row.record.quote.value for row in said]
        ['indirect']
        """
        return self._list(query.statements, objects.row_object, filters)

    def events(self, **filters: Unpack[Filters]) -> Listing[Row[Event]]:
        """Return what happened besides talk, the newest first."""
        return self._list(query.events, objects.row_object, filters)

    def timeline(self, **filters: Unpack[Filters]) -> Listing[Row[Record]]:
        """Return everything that has a date of its own, the earliest first.

        >>> days = [row.when.low for row in ledger.timeline(party="armenia")]
        >>> days == sorted(days)
        True
        """
        return self._list(query.timeline, objects.row_object, filters)

    def actors(self, **filters: Unpack[Filters]) -> Listing[ActorRow]:
        """Return actors and places with counts, the most mentioned first.

        >>> ledger.actors(limit=1)[0].label.en
        'Russia'
        """
        return self._list(query.actors, objects.actor_row_object, filters)

    def sources(self, **filters: Unpack[Filters]) -> Listing[SourceRow]:
        """Return the documents read, and how each was dated."""
        return self._list(query.sources, objects.source_object, filters)

    # Single answers ----------------------------------------------------------------------

    def changes(self, since: str, *, ahead: int = query.AHEAD_DAYS) -> Answer[Changes]:
        """Return what changed since a day (EDTF) or a run (its id), as `soten changes` tells it.

        >>> ledger.changes("2025-11").value.since
        '2025-11-01'
        """
        return Answer(query.changes(self.ledger, since, ahead=ahead), changes_object)

    def brief(self, *, since: str | None = None, about: str | None = None) -> Answer[Brief]:
        """Return where the talks stand: the brief, as `soten brief` prints it.

        >>> ledger.brief(about="sudan").value.last_day
        '2025-11-07'
        """
        return Answer(brief_of(self.ledger, since=since, about=about), brief_object)

    def search(self, words: str, *, limit: int = 20) -> Answer[Found]:
        """Return the places that hold all the words; "…" is a phrase, OR an alternative.

        >>> sorted(hit.document.name for hit in ledger.search("平和維持部隊").value.documents)
        ['samples/karabakh-01-agency.txt', 'samples/karabakh-03-analysis.txt']
        """
        return Answer(query.search(self.ledger, words, limit=limit), objects.found_object)

    def show(self, id: str) -> Answer[Detail]:
        """Return one record with its sentence and document, an actor, or a document.

        >>> ledger.show("パシニャン").to_dict()["name_ja"]
        'ニコル・パシニャン'
        """
        return Answer(query.show(self.ledger, id), objects.detail_object)

    # Deciding ----------------------------------------------------------------------------

    def queue(self, **filters: Unpack[Filters]) -> Listing[Due]:
        """Return what to decide on, the uncertain and central first; 20, where no limit is set.

        >>> claim = next(due for due in ledger.queue() if due.kind == "claim")
        >>> [doubt.name for doubt in claim.uncertain]
        ['denied', 'single-source']
        """
        found = queue(self.ledger, asked(filters), limit=filters.get("limit", 20))
        return Listing(found, None, due_object)

    def review(self, by: str) -> Reviewer:
        """Return what decides about records in the name of `by`: accept, reject, correct …."""
        return Reviewer(self.ledger, by)

    def join(self) -> int:
        """Join anew what decisions touched; return how many documents were looked at."""
        from soten.query.keptmoves import trace
        from soten.resolve.grouping import join_pending
        from soten.resolve.joiners import JOINERS

        count = join_pending(self.ledger, JOINERS)
        trace(self.ledger)
        return count

    # Writing out -------------------------------------------------------------------------

    def export(self, **filters: Unpack[Filters]) -> Iterator[str]:
        """Yield the exchange format, one JSON object a line (`soten export jsonl`).

        >>> next(ledger.export(document="sudan-02"))[:20]
        '{"kind": "document",'
        """
        yield from jsonl_lines(self.ledger, asked(filters))

    def text(self, document: str) -> str:
        """Return the stored text of a document, by id."""
        return self.ledger.text(document)

    def _list(
        self,
        ask: Callable[..., Page[T]],  # ...: each question has options of its own besides
        as_object: Callable[[T], Object],
        filters: Filters,
    ) -> Listing[T]:
        page = ask(
            self.ledger, asked(filters), limit=filters.get("limit"), after=filters.get("after")
        )
        return Listing(page.rows, page.next, as_object)
