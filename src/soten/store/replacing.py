"""Replacing a document's records by those of a new reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from soten.records import Document, LedgerError, Run, SpanError, State
from soten.store import schema as s
from soten.store.bulk import Value, insert_rows
from soten.store.codec import to_json
from soten.store.parts import parts
from soten.store.passages import Passage, drop_record_passages, put_passages
from soten.store.people import undeclared
from soten.store.place import Place, now
from soten.store.rows import RecordRow

_CHUNK = 500


def check_names(connection: Connection, document: Document, rows: Sequence[RecordRow]) -> None:
    """Raise `LedgerError` unless every actor and record that is referred to exists.

    Evidence in further documents must stand there, as the record's own does here.
    """
    name = document.name
    keys = {key for row in rows for _, key in row.roles}
    keys |= {str(row.columns["who"]) for row in rows if row.columns["kind"] == "mention"}
    ids = sorted(key for key in keys if key != "author" and not key.startswith("anonymous:"))
    missing = undeclared(connection, ids)
    if missing:
        raise LedgerError(f"document {name}: no actor is declared for {', '.join(missing[:5])}")
    own = {row.id for row in rows}
    wanted = sorted({id for row in rows for id in row.refers if id not in own})
    absent = set(wanted) - set(_stored_ids(connection, wanted))
    if absent:
        raise LedgerError(f"document {name}: no record has the id {', '.join(sorted(absent)[:5])}")
    for row in rows:
        for evidence in row.further:
            if evidence.document != document.id:
                try:
                    evidence.check(_current_text(connection, evidence.document))
                except SpanError as error:
                    raise LedgerError(f"record {row.id}: {error}") from error


def _stored_ids(connection: Connection, ids: Sequence[str]) -> list[str]:
    found: list[str] = []
    for at in range(0, len(ids), _CHUNK):
        query = select(s.records.c.id).where(s.records.c.id.in_(ids[at : at + _CHUNK]))
        found += connection.execute(query).scalars()
    return found


def _current_text(connection: Connection, document: str) -> str:
    d, v = s.documents.c, s.versions.c
    query = (
        select(v.text)
        .join(s.documents, (d.row == v.doc) & (d.current == v.number))
        .where(d.id == document)
    )
    return connection.execute(query).scalar() or ""


def put_records(
    connection: Connection, place: Place, rows: Sequence[RecordRow], run: Run, issues: Sequence[str]
) -> tuple[int, int, int, int]:
    """Replace the document's records; return how many are new, gone, kept and changed."""
    difference = _difference(connection, place, rows)
    lost, fresh, altered = difference
    counts = (len(fresh), len(lost), len(rows) - len(fresh), len(altered))
    reading = _put_reading_row(connection, place, run, counts, issues)
    _log_gone(connection, lost, reading)
    _replace(connection, place, difference)
    if place.old_text is not None:
        r = s.records.c
        query_version = update(s.records).where(r.doc == place.doc, r.version != place.number)
        connection.execute(query_version.values(version=place.number))
    return counts


def renew_records(connection: Connection, place: Place, rows: Sequence[RecordRow]) -> bool:
    """Replace the document's records without a reading; return whether what they tell changed.

    Where only what persons decided on a record changed, it keeps its row and all that rests on it.
    """
    lost, fresh, altered = _difference(connection, place, rows)
    before = _rows_before(connection, [number for number, _ in altered])
    marked = [(n, row) for n, row in altered if _is_only_marked(before[n], row.columns)]
    altered = [(n, row) for n, row in altered if not _is_only_marked(before[n], row.columns)]
    _replace(connection, place, (lost, fresh, altered))
    for number, row in marked:
        marks = {name: row.columns[name] for name in _MARKS}
        connection.execute(update(s.records).where(s.records.c.row == number).values(marks))
    rejected = State.REJECTED.value
    is_heard = any(rejected in (before[n]["state"], row.columns["state"]) for n, row in marked)
    return bool(lost or fresh or altered or is_heard)


_MARKS = ("state", "found", "digest")
"""What a decision changes of a record that tells what it told."""


def _rows_before(connection: Connection, numbers: Sequence[int]) -> dict[int, RowMapping]:
    query = select(s.records)
    found: dict[int, RowMapping] = {}
    for part in parts(numbers):
        rows = connection.execute(query.where(s.records.c.row.in_(part))).mappings()
        found |= {row["row"]: row for row in rows}
    return found


def _is_only_marked(before: RowMapping, now: Mapping[str, Value]) -> bool:
    return all(before[name] == value for name, value in now.items() if name not in _MARKS)


_Difference = tuple[list[int], list[RecordRow], list[tuple[int, RecordRow]]]
"""Rows to be lost, records to come, and records to come in place of a row."""


def _difference(connection: Connection, place: Place, rows: Sequence[RecordRow]) -> _Difference:
    r = s.records.c
    query = select(r.id, r.row, r.digest).where(r.doc == place.doc)
    before = {row.id: (row.row, row.digest) for row in connection.execute(query)}
    wanted = {row.id for row in rows}
    lost = [row for id, (row, _) in before.items() if id not in wanted]
    fresh = [row for row in rows if row.id not in before]
    altered = [
        (before[row.id][0], row)
        for row in rows
        if row.id in before and before[row.id][1] != row.columns["digest"]
    ]
    return lost, fresh, altered


def _replace(connection: Connection, place: Place, difference: _Difference) -> None:
    lost, fresh, altered = difference
    stale = lost + [number for number, _ in altered]
    drop_record_passages(connection, stale)
    for at in range(0, len(stale), _CHUNK):
        connection.execute(delete(s.records).where(s.records.c.row.in_(stale[at : at + _CHUNK])))
    _insert_records(connection, place, [*fresh, *(row for _, row in altered)])


def _put_reading_row(
    connection: Connection,
    place: Place,
    run: Run,
    counts: tuple[int, int, int, int],
    issues: Sequence[str],
) -> int:
    row = (connection.execute(select(func.max(s.readings.c.row))).scalar() or 0) + 1
    new, gone, kept, _ = counts
    connection.execute(
        insert(s.readings),
        {
            "row": row,
            "doc": place.doc,
            "version": place.number,
            "run": run.id,
            "at": now(),
            "new": new,
            "gone": gone,
            "kept": kept,
            "issues": to_json(list(issues)),
        },
    )
    return row


_MOVED = ("id", "kind", "doc", "version", "start", "end", "exact", "body")


def _log_gone(connection: Connection, rows: Sequence[int], reading: int) -> None:
    """Keep what is taken out of the ledger, so that differences can be shown.

    What a person had rejected is not missed.
    """
    if not rows:
        return
    last = connection.execute(select(func.max(s.gone.c.row))).scalar() or 0
    for at in range(0, len(rows), _CHUNK):
        columns = [s.records.c[name] for name in _MOVED]
        query = select(*columns).where(s.records.c.row.in_(rows[at : at + _CHUNK]))
        query = query.where(s.records.c.state != "rejected")
        found: list[Mapping[str, object]] = [
            {**row, "row": number, "reading": reading}
            for number, row in enumerate(
                connection.execute(query.order_by(s.records.c.row)).mappings(), last + 1
            )
        ]
        if found:
            connection.execute(insert(s.gone), found)
        last += len(found)


def _insert_records(connection: Connection, place: Place, rows: Sequence[RecordRow]) -> None:
    if not rows:
        return
    last = connection.execute(select(func.max(s.records.c.row))).scalar() or 0
    numbered = list(enumerate(rows, last + 1))
    fixed = {"doc": place.doc, "version": place.number}
    insert_rows(connection, s.records, [{"row": n} | fixed | row.columns for n, row in numbered])
    roles: list[dict[str, Value]] = [
        {**_told(row), "record": n, "role": role, "who": who}
        for n, row in numbered
        for role, who in row.roles
    ]
    insert_rows(connection, s.record_actors, roles)
    issues: list[dict[str, Value]] = [
        {**_told(row), "record": n, "issue": issue} for n, row in numbered for issue in row.issues
    ]
    insert_rows(connection, s.record_issues, issues)
    passages = [_passage(n, row) for n, row in numbered if row.extra is not None]
    put_passages(connection, place.doc, passages)


def _told(row: RecordRow) -> dict[str, Value]:
    """Return what stands once more beside whoever and whatever a record tells of."""
    return {"kind": row.columns["kind"], "day": row.columns["day"]}


def _passage(number: int, row: RecordRow) -> Passage:
    start, end, exact = row.columns["start"], row.columns["end"], row.columns["exact"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return Passage(number, start, end, row.extra or "", str(exact))
