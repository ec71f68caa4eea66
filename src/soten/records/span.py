"""Places in a stored text, and the evidence that rests on them."""

from __future__ import annotations

from dataclasses import dataclass

from soten.records.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document's text.

    Offsets are Python string indices (code points) into `Document.text`, start included,
    end excluded, and never indices into a normalized copy.

    >>> Span(0, 3).cut("外務省は二十日、声明を出した。")
    '外務省'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """Return what the span covers in `text`; raise `SpanError` if it does not fit."""
        if not 0 <= self.start < self.end <= len(text):
            raise SpanError(
                f"span {self.start}-{self.end} does not fit a text of {len(text)} characters"
            )
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of a document that a record was read from.

    >>> Evidence.cut("d1", "首相は否定した。", Span(3, 7)).exact
    '否定した'
    """

    document: str
    span: Span
    exact: str

    @classmethod
    def cut(cls, document: str, text: str, span: Span) -> Evidence:
        """Build evidence from the stored text; raise `SpanError` if the span does not fit."""
        return cls(document, span, span.cut(text))

    def check(self, text: str) -> None:
        """Raise `SpanError` unless `text` holds the evidence's words at its place."""
        found = self.span.cut(text)
        if found != self.exact:
            raise SpanError(
                f"document {self.document}: text at {self.span.start}-{self.span.end} is "
                f"{found[:40]!r}, the record says {self.exact[:40]!r}"
            )
