"""Lists for a terminal: what stands in which column, and the evidence at the end of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from soten.export.columns import UNKNOWN, Names, cells
from soten.export.labels import kind_label, label
from soten.export.table import table_lines
from soten.export.wording import figure_words
from soten.query import ActorRow, Disagreement, DocumentFacts, Row, SourceRow
from soten.records import Record, State


def record_table(rows: Sequence[Row[Record]], names: Names, room: int) -> Iterator[str]:
    """Yield the lines of a table of records of one kind, `room` columns wide."""
    if not rows:
        return
    shown = [
        cells(row, names) | state for row, state in zip(rows, _states(rows, names), strict=True)
    ]
    keys = list(shown[0])
    body = [
        [*(found[key] for key in keys), _evidence(row)]
        for found, row in zip(shown, rows, strict=True)
    ]
    headings = [*map(names.heading, keys), names.heading("evidence")]
    yield from table_lines(headings, body, room)


def mixed_table(rows: Sequence[Row[Record]], names: Names, room: int) -> Iterator[str]:
    """Yield the lines of a table of records of several kinds: each in one column of words."""
    body = [
        [
            names.when(row.when),
            kind_label(row.record.kind, names.language),
            summary(row, names),
            *state.values(),
            _evidence(row),
        ]
        for row, state in zip(rows, _states(rows, names), strict=True)
    ]
    is_reviewed = any(row.state is not State.READ for row in rows)
    keys = ("date", "kind", "summary", *(("state",) if is_reviewed else ()), "evidence")
    if body:
        yield from table_lines(list(map(names.heading, keys)), body, room)


def _states(rows: Sequence[Row[Record]], names: Names) -> list[dict[str, str]]:
    """Return what persons decided about each row, as a column where they decided on any."""
    if all(row.state is State.READ for row in rows):
        return [{} for _ in rows]
    return [{"state": label(row.state, names.language)} for row in rows]


def summary(row: Row[Record], names: Names) -> str:
    """Return the fields of a record in one line."""
    left_out = ("date", "issues", "place", "condition", "what")
    shown = cells(row, names).items()
    return " / ".join(text for key, text in shown if key not in left_out and text != UNKNOWN)


def disagreement_table(found: Sequence[Disagreement], names: Names, room: int) -> Iterator[str]:
    """Yield figures that differ, those on one thing below each other."""
    body = [
        [
            disagreement.shared,
            names.when(row.when),
            figure_words(row.record, names.language),
            names.who(row, row.record.by),
            _evidence(row),
        ]
        for disagreement in found
        for group in disagreement.groups
        for row in group
    ]
    keys = ("what", "date", "value", "by", "evidence")
    if body:
        yield from table_lines(list(map(names.heading, keys)), body, room)


def actor_table(rows: Sequence[ActorRow], names: Names, room: int) -> Iterator[str]:
    """Yield actors with their counts; a row ends with the written forms and the id."""
    body = [
        [
            row.label.text(names.language),
            label(row.actor.type, names.language),
            row.actor.side or UNKNOWN,
            str(row.mentions),
            str(row.documents),
            f"{' '.join(row.actor.aliases)} {row.actor.id}",
        ]
        for row in rows
    ]
    keys = ("name", "type", "side", "mentions", "documents", "id")
    if body:
        headings = list(map(names.heading, keys))
        yield from table_lines(headings, body, room, right=frozenset([3, 4]))


def source_table(rows: Sequence[SourceRow], names: Names, room: int) -> Iterator[str]:
    """Yield documents with how each was dated; a row ends with its name and id.

    ≈ stands before the number of stories of its wire family and the family's id.
    """
    body = []
    for row in rows:
        document = row.document
        basis = label(document.published.basis, names.language)
        why = f" ({document.published.why})" if document.published.why else ""
        title = f"{document.title} " if document.title else ""
        copies = "".join(f" ≈{len(f.members)} {f.id}" for f in row.families)
        records = sum(row.counts.values())
        body.append(
            [
                document.published.edtf or UNKNOWN,
                basis,
                document.publisher or UNKNOWN,
                " → ".join(document.origin) or UNKNOWN,
                str(document.chars),
                str(records),
                f"{title}{document.name}{why} {document.id}{copies}",
            ]
        )
    keys = ("published", "basis", "publisher", "origin", "chars", "records", "document")
    if body:
        headings = list(map(names.heading, keys))
        yield from table_lines(headings, body, room, right=frozenset([4, 5]))


def _evidence(row: Row[Record]) -> str:
    return _cited(row.evidence.exact, row.document, row.id)


def _cited(words: str, document: DocumentFacts, id: str) -> str:
    return f"「{words}」 {PurePosixPath(document.name).name} {id}"
