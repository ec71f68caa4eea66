"""Which figures say how much of a place somebody holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.records import ActorType, Event, EventType, Figure, Mention, Span, Unit
from soten.store import Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_UNITS = (Unit.PERCENT, Unit.KM2, Unit.SETTLEMENT)
"""Units in which it is told how much of a place is held."""

_PLACES = (ActorType.PLACE, ActorType.STATE, ActorType.FACILITY)
_ENDS = "。\n"


def held_places(ledger: Ledger, figures: Sequence[Row[Figure]]) -> dict[str, str]:
    """Return, for ids of figures that say how much of a place is held, the place.

    Such a figure is a share, an area or a count of settlements in a sentence that tells of a
    change of control; its place is the last one named before it in the sentence. The sides call
    that change by different words, and the place by different names, so words are not compared.
    """
    asked = [row for row in figures if row.record.unit in _UNITS]
    if not asked:
        return {}
    ids = tuple(dict.fromkeys(row.document.id for row in asked))
    found: dict[str, str] = {}
    by_document: dict[str, list[Row[Figure]]] = defaultdict(list)
    for row in asked:
        by_document[row.document.id].append(row)
    named, changes = _marks(ledger, ids)
    for document in ledger.documents(Selection(documents=ids)):
        for row in by_document[document.id]:
            sentence = _sentence(document.text, row.evidence.span)
            if any(span.overlaps(sentence) for span in changes[document.id]):
                before = Span(sentence.start, row.evidence.span.start + 1)
                place = _last_in(named[document.id], before)
                if place is not None:
                    found[row.id] = place
    return found


def _marks(
    ledger: Ledger, documents: tuple[str, ...]
) -> tuple[dict[str, list[tuple[Span, str]]], dict[str, list[Span]]]:
    """Return where places are named and where control changes, by document."""
    mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    changes: dict[str, list[Span]] = defaultdict(list)
    kinds = (Mention.kind, Event.kind)
    for stored in ledger.records(Selection(kinds=kinds, documents=documents)):
        record = stored.record
        if isinstance(record, Mention):
            mentions[stored.document].append((record.evidence.span, record.entity))
        elif isinstance(record, Event) and record.type is EventType.CONTROL_CHANGE:
            changes[stored.document].append(record.evidence.span)
    labels = ledger.labels({actor for found in mentions.values() for _, actor in found})
    places = {document: _places(found, labels) for document, found in mentions.items()}
    return defaultdict(list, places), changes


def _places(found: Iterable[tuple[Span, str]], labels: dict[str, Label]) -> list[tuple[Span, str]]:
    return [(span, id) for span, id in found if id in labels and labels[id].type in _PLACES]


def _last_in(named: Sequence[tuple[Span, str]], place: Span) -> str | None:
    inside = [(span.start, id) for span, id in named if place.contains(span)]
    return max(inside)[1] if inside else None


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, span.end)) >= 0]
    return Span(start, min(ends, default=len(text)))
