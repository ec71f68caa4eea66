"""The parts of a brief in words, as the page, the Markdown and the terminal show alike.

All texts are as they are; whoever writes them out makes them harmless for where they go.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cite:
    """The evidence of a line: who says so, the exact words, and the record's id."""

    according: str
    words: str
    id: str
    number: int | None = None
    """The document's number in the list of sources."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A party's sign: a letter and a shape, the same wherever it appears."""

    letter: str
    shape: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the documents tell, with its evidence."""

    date: str
    head: str
    cites: tuple[Cite, ...]
    tags: tuple[str, ...] = ()
    note: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A titled list; `more` says what is left out, and is empty where nothing is."""

    title: str
    lines: tuple[Line, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class CellView:
    """What a party wants on a point at issue: the latest position and those it replaced."""

    now: Line
    before: tuple[Line, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """As many columns of the matrix as stand side by side on paper."""

    parties: tuple[Mark, ...]
    rows: tuple[tuple[str, tuple[CellView | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A claim with both sides, and with who could not confirm it or claims otherwise."""

    what: str
    asserted: tuple[Line, ...]
    denied: tuple[Line, ...]
    others: tuple[Line, ...] = ()
    figures: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Numbers for one thing that differ; lines in order of the number."""

    what: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document, its date, and how that is known; lines cite it by its number."""

    number: int
    title: str
    publisher: str
    date: str
    basis: str
    id: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefView:
    """A whole brief in one language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    talks: tuple[Lines, ...]
    matrix: tuple[Chunk, ...]
    disputes: tuple[DisputeView, ...]
    disputes_more: str
    figures: tuple[FiguresView, ...]
    figures_more: str
    commitments: Lines
    news_title: str
    news_none: str
    news: tuple[Lines, ...]
    sources: tuple[SourceView, ...]
