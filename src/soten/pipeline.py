"""Where the steps are put in order: bytes → document → analysis → findings → records → ledger.

A newcomer starts here. `Reader` reads one text; `add_paths` reads files and folders into a ledger and
records the run.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from soten import __version__
from soten.extract.issues import IssueLayer
from soten.extract.reading import extract
from soten.extract.rules import Rules
from soten.extract.weighing import IssueReader, bundled_model
from soten.ingest import Draft, cut_stories, find_origin, find_sources, read_source
from soten.japanese.analysis import Analysis, Layer
from soten.japanese.dating import date_document
from soten.japanese.index import NameIndex
from soten.japanese.numbers import find_numbers
from soten.japanese.office import dated_names, western_forms
from soten.japanese.times import anchor_times
from soten.japanese.tokens import dictionary_version
from soten.lexicon import Lexicon, load_lexicon
from soten.query.keptmoves import trace
from soten.records import (
    ActorType,
    Claim,
    Document,
    InputError,
    LedgerError,
    Mention,
    Published,
    Reading,
    Record,
    Run,
    Statement,
    Story,
    document_id,
)
from soten.resolve.actors import actors_of
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.resolve.records import records_of
from soten.store import open_ledger
from soten.store.ledger import Ledger
from soten.store.stored import Label

OnDocument = Callable[[str, int, int], None]
"""Told the name, the number and the count of documents as each is begun."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did. `failed` holds one line for each file that could not be read."""

    read: int
    """Documents that are new in the ledger."""
    changed: int
    """Documents that changed, or that a newer reader read again."""
    unchanged: int
    failed: tuple[str, ...]
    records: int
    characters: int
    seconds: float


class Reader:
    """Reads texts with one lexicon; holds what is compiled from it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.index = NameIndex(lexicon)
        self.rules = Rules(lexicon)
        self.outlets = {
            form.text: entry.id
            for entry in lexicon.actors.values()
            if entry.type is ActorType.OUTLET
            for form in entry.forms
        }

    def run(self) -> Run:
        """Return a new run of this reader, begun now."""
        begun = datetime.now(UTC).isoformat(timespec="microseconds")
        reader = (f"soten {__version__}", self.lexicon.version, dictionary_version())
        key = hashlib.blake2b("|".join((begun, *reader)).encode(), digest_size=8).hexdigest()
        return Run(f"run-{key}", begun, *reader)

    def read_text(self, text: str) -> Reading:
        """Read a text that came without anything else."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        return self._read(Document(document_id(digest), "text", text, digest), None)

    def read(self, draft: Draft, document: str) -> Reading:
        """Read a draft as the document with this id."""
        made = Document(
            document,
            draft.name,
            draft.text,
            draft.sha256,
            title=draft.title,
            publisher=draft.publisher,
            author=draft.author,
            url=draft.url,
            language=draft.language,
            published=draft.published,
        )
        return self._read(made, draft.translated_from)

    def issue_reader(self, text: str) -> IssueReader:
        """Return what names the points at issue of stretches of `text`, and can say why."""
        analysis = Analysis(text, self.index)
        analysis.stories = tuple(story.span for story in cut_stories(text, self.outlets))
        return IssueReader(analysis, IssueLayer(self.rules.issue_hits(text)), bundled_model())

    def _read(self, document: Document, translated_from: str | None) -> Reading:
        text = document.text
        analysis = Analysis(text, self.index)
        stories = cut_stories(text, self.outlets)
        analysis.stories = tuple(story.span for story in stories)
        published = self._date(analysis, document, stories)
        findings = extract(analysis, self.rules)
        records = records_of(document.id, analysis, findings)
        origin = find_origin(text, self.outlets)
        if translated_from and translated_from not in origin:
            origin = (*origin, self.outlets.get(translated_from, translated_from))
        whole = Document(
            document.id,
            document.name,
            text,
            document.sha256,
            title=document.title,
            publisher=document.publisher,
            author=document.author,
            url=document.url,
            language=document.language,
            published=published,
            origin=origin,
            stories=stories,
        )
        actors = actors_of(document.id, analysis.cast, self.index.actors, _referred(records))
        return Reading(whole, actors, records)

    def _date(
        self, analysis: Analysis, document: Document, stories: tuple[Story, ...]
    ) -> Published:
        """Date the document and fill the layers that wait for its date."""
        text = analysis.text
        expressions = analysis.expressions.items
        published = date_document(
            text,
            expressions,
            document.published,
            document.title,
            dated_names(analysis.cast, self.index),
            western_forms(analysis.cast, self.index),
        )
        breaks = {story.span.start: story.published.edtf for story in stories[1:]}
        times = anchor_times(expressions, text, published.edtf, breaks)
        analysis.published = published.edtf
        analysis.times = Layer(times)
        analysis.numbers = Layer(find_numbers(text, expressions, self.lexicon.units))
        return published


def _referred(records: Sequence[Record]) -> set[str]:
    """Return the ids of actors that records refer to."""
    found: set[str] = set()
    for record in records:
        if isinstance(record, Mention):
            continue
        if isinstance(record, Statement):
            found.update(record.via)
            if record.speaker is not None and record.speaker.entity is not None:
                found.add(record.speaker.entity)
        if isinstance(record, Claim):
            found.update(who for side in record.sides for who in (side.by, *side.via))
            found.update(told.place for told in record.control)
            found.update(told.holder for told in record.control if told.holder is not None)
        for field in ("party", "to", "by", "place", "actor", "target"):
            value = getattr(record, field, None)
            if isinstance(value, str):
                found.add(value)
        found.update(getattr(record, "participants", ()))
    return found


def add_paths(
    paths: Sequence[Path],
    where: str,
    packs: Sequence[str],
    on_document: OnDocument | None = None,
) -> Summary:
    """Read files and folders into the ledger at `where` (a file or a `postgresql://` URL).

    What cannot be read is told in `Summary.failed` and the rest is read. A text that this reader
    has read already is left alone. What the documents tell is then joined with what others told
    (`soten.resolve.grouping`), also what an earlier run that was stopped left to join.
    """
    reader = Reader(load_lexicon(packs))
    sources = list(find_sources(paths))
    with open_ledger(where) as ledger:
        return add_sources(ledger, reader, sources, on_document)


def add_sources(
    ledger: Ledger,
    reader: Reader,
    sources: Sequence[Path | InputError],
    on_document: OnDocument | None = None,
) -> Summary:
    """Read files into an open ledger and join what they tell, as `add_paths` does."""
    begun = time.perf_counter()
    adding = _Adding(reader, ledger)
    for number, source in enumerate(sources, 1):
        if on_document is not None:
            on_document(str(source), number, len(sources))
        adding.add_source(source)
    join_pending(ledger, JOINERS)
    trace(ledger)
    return adding.summary(time.perf_counter() - begun)


class _Adding:
    """One run's way through the drafts."""

    def __init__(self, reader: Reader, ledger: Ledger) -> None:
        self.reader, self.ledger = reader, ledger
        self.run = reader.run()
        self.is_begun = False
        self.failed: list[str] = []
        self.read = self.changed = self.unchanged = self.records = self.characters = 0

    def add_source(self, source: Path | InputError) -> None:
        """Read one file; what goes wrong with it is noted and stays with it."""
        try:
            if isinstance(source, InputError):
                raise source
            self.add(read_source(source))
        except InputError as error:
            self.failed.append(str(error))
        except LedgerError:
            raise
        except Exception as error:  # the outermost edge of one document: the rest must be read
            reason = f"{type(error).__name__}: {error}"
            self.failed.append(f"{source}: the reader failed on this text ({reason})")

    def add(self, draft: Draft) -> None:
        """Read a draft unless the ledger holds its reading by this reader."""
        facts = _facts(draft)
        identity = self.ledger.identify(draft.name, draft.url, draft.sha256)
        if not identity.is_new and self.ledger.is_read(
            draft.sha256, self.run.reader, facts, name=draft.name
        ):
            self.unchanged += 1
            return
        reading = self.reader.read(draft, identity.document)
        self._begin()
        self.ledger.put_reading(self.run, reading, raw_sha256=draft.raw_sha256, facts=facts)
        self.read += identity.is_new
        self.changed += not identity.is_new
        self.records += len(reading.records)
        self.characters += len(draft.text)

    def _begin(self) -> None:
        if not self.is_begun:
            self.ledger.begin_run(self.run)
            issues = self.reader.lexicon.issues.values()
            self.ledger.put_issues([Label(i.id, i.name_ja, i.name_en) for i in issues])
            self.is_begun = True

    def summary(self, seconds: float) -> Summary:
        """Return what was done so far."""
        return Summary(
            self.read,
            self.changed,
            self.unchanged,
            tuple(self.failed),
            self.records,
            self.characters,
            seconds,
        )


def _facts(draft: Draft) -> str:
    """Return a digest of what came with the text, so that a changed sidecar is read again."""
    told = (
        draft.title,
        draft.publisher,
        draft.author,
        draft.url,
        draft.published.edtf,
        draft.translated_from,
        draft.language,
    )
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()
