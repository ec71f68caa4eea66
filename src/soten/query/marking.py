"""A document's text with everything read from it, in parts that a page can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from soten.query.answers import DocumentDetail, Row
from soten.query.assembly import Assembler
from soten.query.details import document_detail
from soten.query.families import Family, copies_of, families_of
from soten.query.naming import KINDS
from soten.records import Claim, Record, Span, Story, Talk, UsageError
from soten.store import DocumentFacts, Label

if TYPE_CHECKING:
    from soten.store import Ledger

LONGEST_PART = 10_000
"""A part of a text has at most so many characters."""

_MOST_RECORDS = 4_000
"""So many records of one part are marked; a text of real words has a tenth of it."""

_COPIES = 40
"""So many stories of one family are named beside a text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text over which the same records lie, told by their numbers."""

    span: Span
    records: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of a document's text with the records that rest on it, in order of place.

    `facts` are those of the version that is shown. `at` is the place that was asked for. Segments
    cover the part without a gap, and none crosses the edge of a story or of that place.
    """

    detail: DocumentDetail
    facts: DocumentFacts
    parts: tuple[Span, ...]
    number: int
    """Which of the parts, from 0."""
    text: str
    """The whole text."""
    rows: tuple[Row[Record], ...]
    segments: tuple[Segment, ...]
    families: tuple[Family, ...] = ()
    at: Span | None = None
    outlets: Mapping[str, Label] = field(default_factory=dict, hash=False)
    """What to call those it came through, as far as the ledger knows them."""

    @property
    def is_current(self) -> bool:
        """Whether the version shown is the document's current one."""
        return self.facts.version == self.detail.source.document.version

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories of the version shown; only those of the current one are known."""
        return self.detail.stories if self.is_current else ()

    @property
    def span(self) -> Span:
        """The part that is shown."""
        return self.parts[self.number]


def marked(
    ledger: Ledger,
    document: str,
    *,
    part: int | None = None,
    at: Span | None = None,
    version: int | None = None,
) -> Marked | None:
    """Return a part of a document with its records; None where the ledger has no such document.

    `part` counts from 0; None is the part that holds the beginning of `at`, else the first. Of a
    version that is not the current one, the text is given without records. Raises `UsageError`
    for a part, a place or a version that there is not.
    """
    facts = ledger.facts([document]).get(document)
    if facts is None:
        return None
    detail = document_detail(ledger, facts)
    shown = next((v for v in detail.versions if v.version == (version or facts.version)), None)
    if shown is None:
        raise UsageError(f"document {document} has no version {version}")
    text = ledger.text(document, shown.version)
    is_current = shown.version == facts.version
    stories = detail.stories if is_current else ()
    if at is not None and at.end > len(text):
        raise UsageError(f"there is no place {at.start}-{at.end} in {len(text)} characters")
    parts = parts_of(text, stories)
    number = _number(parts, part, at)
    rows = _rows(ledger, document, parts[number]) if is_current else ()
    places = [places_of(row.record) for row in rows]
    edges = [story.span for story in stories] + ([at] if at else [])
    segments = tuple(segments_of(parts[number], places, edges))
    families = _families(ledger, document) if is_current else ()
    told = {*shown.origin, *(story.origin for story in stories if story.origin)}
    outlets = ledger.labels(sorted(told))
    return Marked(detail, shown, parts, number, text, rows, segments, families, at, outlets)


def text_of(ledger: Ledger, document: str, version: int | None = None) -> str | None:
    """Return the stored text of a document's version (None: the current); None for no document.

    Raises `UsageError` for a version that there is not.
    """
    return ledger.text(document, version) if ledger.facts([document]) else None


def _families(ledger: Ledger, document: str) -> tuple[Family, ...]:
    groups = copies_of(ledger, [document])[document]
    own = f"{document}."
    shown = [
        replace(
            g, members=tuple(sorted(g.members, key=lambda id: not id.startswith(own))[:_COPIES])
        )
        for g in groups
    ]
    return tuple(families_of(ledger, shown))


def _number(parts: Sequence[Span], part: int | None, at: Span | None) -> int:
    if part is None:
        return 0 if at is None else next(n for n, p in enumerate(parts) if at.start < p.end)
    if not 0 <= part < len(parts):
        raise UsageError(f"the text has {len(parts)} parts: there is no part {part + 1}")
    return part


def _rows(ledger: Ledger, document: str, span: Span) -> tuple[Row[Record], ...]:
    found = ledger.overlapping(document, span, KINDS)[:_MOST_RECORDS]
    found.sort(key=lambda stored: (stored.record.evidence.span.start, stored.id))
    return tuple(Assembler[Record](ledger).rows(found))


def places_of(record: Record) -> tuple[Span, ...]:
    """Return every place a record rests on: its own words first, then where it is told again."""
    match record:
        case Talk():
            more = [evidence.span for evidence in record.mentions]
        case Claim():
            more = [side.evidence.span for side in record.sides]
        case _:
            more = []
    return tuple(dict.fromkeys((record.evidence.span, *more)))


def parts_of(text: str, stories: Sequence[Story] = ()) -> tuple[Span, ...]:
    """Return the parts a text is shown in: whole stories together, long ones cut at line ends.

    >>> parts_of("停戦。")
    (Span(start=0, end=3),)
    >>> len(parts_of("あ" * 30_000))
    3
    """
    edges = sorted({0, *(s.span.start for s in stories if 0 < s.span.start < len(text)), len(text)})
    found: list[Span] = []
    for start, end in pairwise(edges):
        for piece in _pieces(text, start, end):
            if found and piece.end - found[-1].start <= LONGEST_PART:
                found[-1] = Span(found[-1].start, piece.end)
            else:
                found.append(piece)
    return tuple(found) or (Span(0, len(text)),)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_PART:
        limit = start + LONGEST_PART
        half = limit - LONGEST_PART // 2
        cut = text.rfind("\n", half, limit) + 1 or text.rfind("。", half, limit) + 1 or limit
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def segments_of(
    part: Span, places: Sequence[Iterable[Span]], edges: Iterable[Span] = ()
) -> Iterator[Segment]:
    """Yield the part cut wherever a record begins or ends; `places` are those of each record.

    >>> [s.records for s in segments_of(Span(0, 9), [[Span(0, 6)], [Span(3, 9)]])]
    [(0,), (0, 1), (1,)]
    """
    cuts = {part.start, part.end}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, spans in enumerate(places):
        for span in spans:
            start, end = max(span.start, part.start), min(span.end, part.end)
            if start < end:
                opening.setdefault(start, []).append(number)
                closing.setdefault(end, []).append(number)
    for edge in edges:
        cuts |= {at for at in (edge.start, edge.end) if part.start < at < part.end}
    ordered = sorted(cuts | opening.keys() | closing.keys())
    lying: dict[int, int] = {}
    for start, end in pairwise(ordered):
        for number in closing.get(start, ()):
            lying[number] -= 1
            if not lying[number]:
                del lying[number]
        for number in opening.get(start, ()):
            lying[number] = lying.get(number, 0) + 1
        yield Segment(Span(start, end), tuple(sorted(lying)))
