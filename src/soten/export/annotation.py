"""Evidence as selectors of the W3C Web Annotation model, for other programs and for browsers."""

from __future__ import annotations

import re
from bisect import bisect_left

from soten.export.answers import detail_object, row_object
from soten.export.exchange import Object, Value
from soten.query import DocumentFacts, RecordDetail, Row
from soten.query.marking import Marked
from soten.records import Evidence, Record, Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_AROUND = 32
"""How many characters of context a quotation is told with, on each side."""


class Utf16:
    """Offsets of a text in UTF-16 units, as scripts in browsers count.

    >>> Utf16("𠮷野家は").offset(2)
    3
    """

    def __init__(self, text: str) -> None:
        """Take the text; characters beyond the basic plane are two units."""
        self._wide = [found.start() for found in _WIDE.finditer(text)]

    def offset(self, at: int) -> int:
        """Return the offset of a code point in UTF-16 units."""
        return at + bisect_left(self._wide, at)

    def place(self, span: Span) -> Object:
        """Return a place in UTF-16 units."""
        return {"start": self.offset(span.start), "end": self.offset(span.end)}


def selectors(text: str, evidence: Evidence) -> list[Value]:
    """Return where evidence stands: by position in code points, and by its words and those around.

    >>> [s["prefix"] for s in selectors("外相は否定した。", Evidence("d", Span(3, 7), "否定した"))[1:]]
    ['外相は']
    """
    start, end = evidence.span.start, evidence.span.end
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": evidence.exact,
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


def annotation_object(id: str, evidence: Evidence, document: DocumentFacts, text: str) -> Object:
    """Return the evidence of a record as an annotation of its document's stored text."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"/records/{id}#evidence",
        "type": "Annotation",
        "motivation": "identifying",
        "body": f"/records/{id}",
        "target": {
            "source": f"/documents/{document.id}/text?version={document.version}",
            "selector": selectors(text, evidence),
        },
    }


def record_annotated(detail: RecordDetail, text: str) -> Object:
    """Return a record in full, with its evidence as an annotation and in UTF-16 units."""
    row = detail.row
    return {
        **detail_object(detail),
        "utf16": Utf16(text).place(row.evidence.span),
        "text": {"version": row.document.version, "sha256": row.document.sha256},
        "annotation": annotation_object(row.id, row.evidence, row.document, text),
    }


def marked_object(marked: Marked) -> Object:
    """Return a part of a document with its text and the records that rest on it."""
    utf16 = Utf16(marked.text)
    span = marked.span
    return {
        **detail_object(marked.detail),
        "version": marked.facts.version,
        "parts": [{"start": part.start, "end": part.end} for part in marked.parts],
        "part": marked.number + 1,
        "start": span.start,
        "end": span.end,
        "text": marked.text[span.start : span.end],
        "records": [_marked_row(row, marked.text, utf16) for row in marked.rows],
    }


def _marked_row(row: Row[Record], text: str, utf16: Utf16) -> Object:
    return {
        **row_object(row),
        "utf16": utf16.place(row.evidence.span),
        "selector": selectors(text, row.evidence),
    }
