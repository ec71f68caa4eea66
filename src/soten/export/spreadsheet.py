"""CSV: one file a kind, typed values, text that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from soten.export.exchange import Object, Value, evidence_object, record_object
from soten.export.neutral import cell
from soten.export.quantities import series_rows
from soten.query import DocumentFacts, Row, Series
from soten.records import RECORD_TYPES, Assertion, Claim, Record

KINDS = tuple(kind.kind for kind in RECORD_TYPES)
"""The kinds that get a file, each named `<kind>.csv`."""

_HEAD = ("id", "document", "document_name", "published", "published_basis", "state")
_EVIDENCE = ("evidence_start", "evidence_end", "evidence")
_FIELDS: dict[str, tuple[str, ...]] = {
    "mention": ("entity",),
    "date": ("edtf",),
    "statement": ("speaker", "act", "quote", "issues", "date", "to", "via"),
    "talk": ("participants", "place", "date", "form", "status", "outcome"),
    "figure": ("value", "max", "bound", "unit", "what", "by"),
    "position": ("party", "issue", "stance", "what", "date", "statement"),
    "claim": ("what", "side", "by", "figure"),
    "commitment": ("party", "what", "start", "end", "condition", "status"),
    "event": ("type", "actor", "target", "place", "date"),
    "wording": ("concept", "whose", "voice", "by"),
}


class _Writer(Protocol):
    def writerow(self, row: Iterable[str | int | float]) -> object: ...


def columns(kind: str) -> tuple[str, ...]:
    """Return the column names of a kind's file.

    >>> columns("date")[-4:]
    ('edtf', 'evidence_start', 'evidence_end', 'evidence')
    """
    return _HEAD + _FIELDS[kind] + _EVIDENCE


def lines_of(row: Row[Record]) -> Iterator[Object]:
    """Yield a record as flat objects: one, but for a claim one for each side told."""
    whole = record_object(row.record)
    head = _head(row, row.document)
    if not isinstance(row.record, Claim):
        yield head | _flat(whole)
        return
    claim = row.record
    told = {"asserted": claim.asserted, "denied": claim.denied, "unconfirmed": claim.unconfirmed}
    for name, sides in told.items():
        for side in sides:
            yield head | _flat(whole) | _side(name, side)


def _head(row: Row[Record], document: DocumentFacts) -> Object:
    return {
        "document_name": document.name,
        "published": document.published.edtf,
        "published_basis": document.published.basis.value,
        "issues": " ".join(row.issues),
        "state": row.state.value,
    }


def _side(name: str, side: Assertion) -> Object:
    return {
        "side": name,
        "by": side.by,
        "document": side.evidence.document,
        **_flat({"evidence": evidence_object(side.evidence)}),
    }


def _flat(whole: Object) -> Object:
    flat: Object = {}
    for key, value in whole.items():
        if key == "evidence" and isinstance(value, dict):
            flat["evidence_start"], flat["evidence_end"] = value["start"], value["end"]
            flat["evidence"] = value["exact"]
        elif key == "speaker" and isinstance(value, dict):
            flat["speaker"] = _speaker(value)
        elif isinstance(value, list):
            flat[key] = " ".join(item for item in value if isinstance(item, str))
        else:
            flat[key] = value
    return flat


def _speaker(speaker: Object) -> Value:
    if speaker.get("author"):
        return "author"
    entity = speaker.get("entity")
    return entity if entity is not None else f"anonymous:{speaker['anonymous']}"


def write_kind(rows: Iterable[Row[Record]], kind: str, out: TextIO, *, raw: bool = False) -> int:
    """Write one kind's records as CSV and return how many lines it has below the header.

    Text that a spreadsheet would take for a formula gets a `'` in front, unless `raw`; numbers
    are never touched.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns(kind))
    return sum(_write(writer, row, kind, raw=raw) for row in rows if row.record.kind == kind)


SERIES = "series"
"""Besides the kinds of record: series of figures, a line for each telling of each point."""

_SERIES_COLUMNS = (
    *(
        "series",
        "quantity",
        "quantity_en",
        "unit",
        "date",
        "by",
        "by_name",
        "value",
        "max",
        "bound",
    ),
    *("denied", "id", "document", "document_name", "publisher", *_EVIDENCE),
)


def write_series(found: Iterable[Series], out: TextIO, *, raw: bool = False) -> int:
    """Write series of figures as CSV and return how many lines it has below the header."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_SERIES_COLUMNS)
    written = 0
    for flat in series_rows(found):
        writer.writerow([_cell(flat.get(column), raw=raw) for column in _SERIES_COLUMNS])
        written += 1
    return written


def _write(writer: _Writer, row: Row[Record], kind: str, *, raw: bool) -> int:
    written = 0
    for flat in lines_of(row):
        writer.writerow([_cell(flat.get(column), raw=raw) for column in columns(kind)])
        written += 1
    return written


def _cell(value: Value, *, raw: bool) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return value if raw else cell(value)
    if isinstance(value, int | float):
        return value
    raise TypeError(f"a cell holds text or a number, not {value!r}")


class KindFiles:
    """A folder with one CSV file a kind, written side by side in one pass.

    A file is there for every kind asked for, with its header even if it has no lines. With `bom`
    files begin with a byte order mark, which some spreadsheets need to read UTF-8.
    """

    def __init__(
        self, folder: Path, kinds: Sequence[str] = KINDS, *, raw: bool = False, bom: bool = False
    ) -> None:
        self.folder = folder
        self.kinds = kinds
        self.raw = raw
        self.encoding = "utf-8-sig" if bom else "utf-8"
        self._files: dict[str, TextIO] = {}
        self._writers: dict[str, _Writer] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        for kind in self.kinds:
            path = self.folder / f"{kind}.csv"
            file = path.open("w", encoding=self.encoding, newline="")
            self._files[kind] = file
            self._writers[kind] = csv.writer(file, lineterminator="\n")
            self._writers[kind].writerow(columns(kind))
        return self

    def write(self, rows: Iterable[Row[Record]]) -> dict[str, int]:
        """Write rows into the files of their kinds; return the number of lines a kind."""
        counts = dict.fromkeys(self.kinds, 0)
        for row in rows:
            if (writer := self._writers.get(row.record.kind)) is not None:
                counts[row.record.kind] += _write(writer, row, row.record.kind, raw=self.raw)
        return counts

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()
