"""A marked text as a page draws it: stretches with their layers, and what each leads to.

What is drawn may be longer than what is stored: signs that hide or turn others are shown by their
code. `Piece.width` tells how many stored characters a piece stands for, so that a selection in a
browser finds its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from soten.export.neutral import ODD, plain
from soten.query import Row
from soten.query.marking import Marked, Segment
from soten.records import DateMention, Mention, Record, Span, Story, Wording

LAYERS = (
    *("mention", "date", "wording", "figure", "statement"),
    *("position", "claim", "commitment", "talk", "event"),
)
"""Kinds of record in the order in which their layers are offered."""

_WORDS = (Mention.kind, DateMention.kind, Wording.kind)
"""Kinds that mark a word: the word itself leads to what it stands for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands beside a text: a record, or an actor or a date that is named at several places."""

    anchor: str
    rows: tuple[Row[Record], ...]

    @property
    def row(self) -> Row[Record]:
        """The record, or the first of several."""
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters as drawn; `width` is set where so many stored ones are drawn otherwise."""

    text: str
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters over which the same records lie.

    `kinds` are those of the records, `anchors` name their entries, `word` is the entry that the
    characters themselves lead to, `begins` are entries whose words begin here, those of a kind together.
    """

    start: int
    pieces: tuple[Piece, ...]
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    word: Entry | None
    begins: tuple[tuple[Entry, ...], ...]
    is_at: bool


@dataclass(frozen=True, slots=True)
class Block:
    """The stretches of one story, or of what stands between stories (`number` is None)."""

    number: int | None
    story: Story | None
    stretches: tuple[Stretch, ...]


def entries_of(rows: Sequence[Row[Record]]) -> tuple[dict[int, Entry], list[Entry]]:
    """Return the entry of each row by its number, and all entries in order of place."""
    together: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        record = row.record
        match record:
            case Mention():
                key: tuple[str, ...] = (record.kind, record.entity)
            case DateMention():
                key = (record.kind, record.edtf, record.evidence.exact)
            case _:
                key = (row.id,)
        together.setdefault(key, []).append(number)
    found: dict[int, Entry] = {}
    for numbers in together.values():
        entry = Entry(f"r{numbers[0]}", tuple(rows[number] for number in numbers))
        found |= dict.fromkeys(numbers, entry)
    return found, list({entry.anchor: entry for entry in found.values()}.values())


def blocks_of(marked: Marked, entries: dict[int, Entry]) -> list[Block]:
    """Return the text of a part, story by story."""
    stories = [(n, s) for n, s in enumerate(marked.stories) if s.span.overlaps(marked.span)]
    begun: set[str] = set()
    blocks: list[Block] = []
    for segment in marked.segments:
        number, story = next(
            ((n, s) for n, s in stories if s.span.start <= segment.span.start < s.span.end),
            (None, None),
        )
        stretch = _stretch(marked, segment, entries, begun)
        if blocks and blocks[-1].number == number:
            blocks[-1] = Block(number, story, (*blocks[-1].stretches, stretch))
        else:
            blocks.append(Block(number, story, (stretch,)))
    return blocks


def _stretch(
    marked: Marked, segment: Segment, entries: dict[int, Entry], begun: set[str]
) -> Stretch:
    rows = [(marked.rows[n].record, entries[n]) for n in segment.records]
    long = [entry for record, entry in rows if record.kind not in _WORDS]
    fresh = {e.anchor: e for e in long if e.anchor not in begun}
    begun.update(fresh)
    begins: dict[str, list[Entry]] = {}
    for entry in fresh.values():
        begins.setdefault(entry.row.record.kind, []).append(entry)
    words = [(_WORDS.index(r.kind), at, e) for at, (r, e) in enumerate(rows) if r.kind in _WORDS]
    at = marked.at
    return Stretch(
        start=segment.span.start,
        pieces=tuple(pieces_of(segment.span.cut(marked.text))),
        kinds=tuple(dict.fromkeys(record.kind for record, _ in rows)),
        anchors=tuple(dict.fromkeys(entry.anchor for _, entry in rows)),
        word=min(words)[2] if words else None,
        begins=tuple(map(tuple, begins.values())),
        is_at=at is not None and at.overlaps(segment.span),
    )


def pieces_of(text: str) -> Iterator[Piece]:
    r"""Yield a text as it is drawn, line ends and tabs kept.

    >>> [(p.text, p.width) for p in pieces_of("a\u202eb")]
    [('a', None), ('<U+202E>', 1), ('b', None)]
    """
    done = 0
    for match in ODD.finditer(text):
        if match[0] in "\n\t":
            continue
        if done < match.start():
            yield Piece(text[done : match.start()])
        yield Piece(plain(match[0]), 1)
        done = match.end()
    if done < len(text):
        yield Piece(text[done:])


def cut_at(text: str, places: Sequence[Span], offset: int = 0) -> Iterator[tuple[str, int | None]]:
    """Yield a text in pieces, each with the number of the place it lies in.

    Places do not overlap, stand in order and count from `offset` before the text.

    >>> list(cut_at("停戦に応じた", [Span(10, 12)], 10))
    [('停戦', 0), ('に応じた', None)]
    """
    done = 0
    for number, place in enumerate(places):
        start, end = max(place.start - offset, done), min(place.end - offset, len(text))
        if start >= end:
            continue
        if done < start:
            yield text[done:start], None
        yield text[start:end], number
        done = end
    if done < len(text):
        yield text[done:], None
