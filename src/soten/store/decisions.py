"""Decisions in and out of the ledger, and their effect on it: the log is only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select, update

from soten.records import (
    RECORD_TYPES,
    Action,
    Anchor,
    Decision,
    Document,
    Evidence,
    Fate,
    Reading,
    Record,
    Span,
    standing,
)
from soten.store import schema as s
from soten.store.anchoring import Text, story_at
from soten.store.codec import decode_record, to_json
from soten.store.daycounts import days_in, recount
from soten.store.decided import decision_object, read_decision
from soten.store.overlay import Bearing, Outcome, actors_in, lay_over
from soten.store.parts import parts
from soten.store.pending import mark_pending
from soten.store.people import labels_of, undeclared
from soten.store.place import Place
from soten.store.replacing import renew_records
from soten.store.rows import RecordRow, decode_found, rows_over
from soten.store.rulings import settle_verdicts
from soten.store.shelf import current_document
from soten.store.traits import key_of

d, t, r = s.decisions.c, s.decision_targets.c, s.records.c

KINDS = frozenset(kind.kind for kind in RECORD_TYPES)
"""Kinds of record."""

STORY, ACTOR, PUBLISHER = "story", "actor", "publisher"
"""Kinds of what else is decided on."""


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The rows of a document with decisions on top, and what became of these."""

    rows: Sequence[RecordRow]
    outcomes: Mapping[tuple[str, int], Outcome]


# The log ---------------------------------------------------------------------------------


def append(connection: Connection, decisions: Sequence[Decision]) -> list[Decision]:
    """Add decisions to the log, those that are there already left out; return what was added."""
    known = {decision.id for decision in by_id(connection, [d.id for d in decisions])}
    fresh = [one for one in {one.id: one for one in decisions}.values() if one.id not in known]
    if not fresh:
        return []
    last = connection.execute(select(func.max(d.row))).scalar() or 0
    numbered = list(enumerate(fresh, last + 1))
    connection.execute(
        insert(s.decisions),
        [
            {
                "row": row,
                "id": one.id,
                "action": str(one.action),
                "at": one.at,
                "by": one.by,
                "undoes": one.undoes,
                "holds": True,
                "body": to_json(decision_object(one)),
            }
            for row, one in numbered
        ],
    )
    targets = [
        {
            "decision": row,
            "place": place,
            "kind": anchor.kind,
            "id": anchor.id,
            "subject": anchor.subject,
            "document": anchor.document,
            "sha256": anchor.sha256,
        }
        for row, one in numbered
        for place, anchor in enumerate(one.targets)
    ]
    if targets:
        connection.execute(insert(s.decision_targets), targets)
    return fresh


def by_id(connection: Connection, ids: Iterable[str]) -> list[Decision]:
    """Return the decisions with these ids, in order."""
    found: list[Decision] = []
    for part in parts(sorted(set(ids))):
        bodies = connection.execute(select(d.body).where(d.id.in_(part))).scalars()
        found += [read_decision(json.loads(body)) for body in bodies]
    return sorted(found, key=lambda decision: decision.order)


def settle_standing(connection: Connection, fresh: Sequence[Decision]) -> list[Decision]:
    """Settle which decisions hold now that these came; return those for which that is new."""
    near = _undoings(connection, fresh)
    holds = {decision.id for decision in standing(near)}
    before = {
        row.id: row.holds
        for part in parts(sorted(one.id for one in near))
        for row in connection.execute(select(d.id, d.holds).where(d.id.in_(part)))
    }
    new = {one.id for one in fresh}
    changed = [one for one in near if one.id in new or before[one.id] != (one.id in holds)]
    for one in changed:
        query = update(s.decisions).where(d.id == one.id).values(holds=one.id in holds)
        connection.execute(query)
        if one.id not in holds:
            row = select(d.row).where(d.id == one.id).scalar_subquery()
            nothing = {"now": None, "fate": None, "reason": None}
            connection.execute(
                update(s.decision_targets).where(t.decision == row).values(**nothing)
            )
    return changed


def _undoings(connection: Connection, fresh: Sequence[Decision]) -> list[Decision]:
    """Return these decisions with all that take each other back in a chain with them."""
    found = {one.id: one for one in fresh}
    wanted = set(found)
    while wanted:
        back = {found[id].undoes for id in wanted if id in found} - {None}
        query = select(d.id).where(d.undoes.in_(sorted(wanted)))
        near = {id for id in back if id is not None} | set(connection.execute(query).scalars())
        wanted = near - found.keys()
        found |= {one.id: one for one in by_id(connection, wanted)}
        wanted &= found.keys()
    return list(found.values())


# Their effect ----------------------------------------------------------------------------


def overlaid(
    connection: Connection, doc: int, reading: Reading, rows: Sequence[RecordRow]
) -> Overlaid:
    """Return a reading's rows once the decisions on its document (row) are laid over it."""
    bearings = bearings_on(connection, doc)
    if not bearings:
        return Overlaid(rows, {})
    found = {key_of(record): record for record in reading.records}
    return _laid(connection, reading.document, found, bearings)


def renew(
    connection: Connection, doc: int, read: dict[str, Decision] | None = None
) -> Mapping[tuple[str, int], Outcome]:
    """Lay the decisions that hold over a document (row) anew; return what became of them.

    `read` are decisions by id that need not be read again; those read here are put there.
    """
    document, number = current_document(connection, doc)
    found = found_in(connection, doc, document.id)
    over = _laid(connection, document, found, bearings_on(connection, doc, read))
    before = days_in(connection, document.id)
    if renew_records(connection, Place(doc, number, document.text), over.rows):
        recount(connection, before, days_in(connection, document.id))
        mark_pending(connection, [doc])
    return over.outcomes


def bearings_on(
    connection: Connection, doc: int, read: dict[str, Decision] | None = None
) -> list[Bearing]:
    """Return the decisions that hold on what is in a document (row), with their targets there.

    A decision that was taken in another ledger, which knows the document by another id, is known
    by the digest of the text.
    """
    document = select(s.documents.c.id).where(s.documents.c.row == doc).scalar_subquery()
    digests = select(s.versions.c.sha256).where(s.versions.c.doc == doc)
    is_elsewhere = t.document.in_(select(s.documents.c.id))
    query = (
        select(d.id, t.place)
        .join(s.decision_targets, t.decision == d.row)
        .where(d.holds, or_(t.document == document, t.sha256.in_(digests) & ~is_elsewhere))
    )
    found = connection.execute(query).all()
    known: dict[str, Decision] = {} if read is None else read
    missing = {id for id, _ in found} - known.keys()
    known |= {one.id: one for one in by_id(connection, missing)}
    return [(known[id], place) for id, place in found]


def _laid(
    connection: Connection,
    document: Document,
    found: Mapping[str, Record],
    bearings: Sequence[Bearing],
) -> Overlaid:
    text = Text(document.id, document.text, document.sha256)
    on_records = [(one, place) for one, place in bearings if one.targets[place].kind in KINDS]
    overlay = lay_over(text, found, on_records, lambda ids: undeclared(connection, ids))
    named = sorted({id for one in overlay.records for id in actors_in(one.record)})
    labels = labels_of(connection, named)
    names = {id: " ".join(filter(None, (one.ja, one.en))) for id, one in labels.items()}
    outcomes = dict(overlay.outcomes)
    for one, place in bearings:
        anchor = one.targets[place]
        if anchor.kind == STORY:
            outcomes[one.id, place] = _story_outcome(text, document, anchor)
    return Overlaid(rows_over(document, names, overlay.records), outcomes)


def _story_outcome(text: Text, document: Document, anchor: Anchor) -> Outcome:
    number = story_at(text, document.stories, anchor)
    if number is None:
        return Outcome(Fate.ORPHANED)
    id = f"{document.id}.{number}"
    return Outcome(Fate.APPLIES if id == anchor.id else Fate.MOVED, id)


def found_in(connection: Connection, doc: int, document: str) -> dict[str, Record]:
    """Return what the present reading found in a document (row), by id, in order."""
    names = ("id", "kind", "start", "end", "exact", "body", "found")
    query = select(*(r[name] for name in names)).where(r.doc == doc).order_by(r.row)
    reading: dict[str, Record] = {}
    for row in connection.execute(query):
        record: Record | None
        if row.found is None:
            evidence = Evidence(document, Span(row.start, row.end), row.exact)
            record = decode_record(row.kind, row.id, evidence, row.body)
        else:
            record = decode_found(row.kind, row.id, document, row.found)
        if record is not None:
            reading[row.id] = record
    return reading


def settle_outcomes(
    connection: Connection,
    outcomes: Mapping[tuple[str, int], Outcome],
    actors: Sequence[str] = (),
) -> None:
    """Note what became of decisions, also of those that waited for one of these actors.

    Where things were merged or split that have another id now, joining is told so.
    """
    moved = _put_outcomes(connection, outcomes)
    waiting = select(t.id).where(t.fate == Fate.ORPHANED.value, t.kind == ACTOR).limit(1)
    is_waited_for = bool(actors) and connection.execute(waiting).first() is not None
    for part in parts(sorted(actors) if is_waited_for else ()):
        query = update(s.decision_targets).where(t.kind == ACTOR, t.id.in_(part))
        query = query.where(t.fate == Fate.ORPHANED.value)
        if connection.execute(query.values(now=t.id, fate=Fate.APPLIES.value)).rowcount:
            moved.add(ACTOR)
    if moved:
        settle_verdicts(connection, moved)


def _put_outcomes(connection: Connection, outcomes: Mapping[tuple[str, int], Outcome]) -> set[str]:
    """Note what became of decisions; return the kinds of what was merged or split and moved."""
    moved: set[str] = set()
    for part in parts(sorted({id for id, _ in outcomes})):
        query = (
            select(d.id, d.action, s.decision_targets)
            .join(s.decision_targets, t.decision == d.row)
            .where(d.id.in_(part))
        )
        for row in connection.execute(query).all():
            outcome = outcomes.get((row.id, row.place))
            if outcome is None or (row.now, row.fate, row.reason) == outcome.columns:
                continue
            now, fate, reason = outcome.columns
            change = update(s.decision_targets).values(now=now, fate=fate, reason=reason)
            connection.execute(change.where(t.decision == row.decision, t.place == row.place))
            if row.action in (Action.MERGE, Action.SPLIT):
                moved.add(row.kind)
    return moved


def take_effect(connection: Connection, changed: Sequence[Decision]) -> None:
    """Let it show in the ledger that decisions were taken, or taken back."""
    moved: set[str] = set()
    read = {one.id: one for one in changed}
    for doc in documents_of(connection, changed):
        moved |= _put_outcomes(connection, renew(connection, doc, read))
    ids = [one.id for one in changed]
    for part in parts(ids):
        rows = select(d.row).where(d.id.in_(part), d.holds)
        targets = update(s.decision_targets).where(t.decision.in_(rows))
        known = or_(t.kind == PUBLISHER, (t.kind == ACTOR) & t.id.in_(select(s.actors.c.id)))
        applies = targets.where(known).values(now=t.id, fate=Fate.APPLIES.value)
        connection.execute(applies)
        connection.execute(targets.where(t.fate.is_(None)).values(fate=Fate.ORPHANED.value))
    joined = [one for one in changed if one.action in (Action.MERGE, Action.SPLIT)]
    moved |= {anchor.kind for one in joined for anchor in one.targets}
    settle_verdicts(connection, moved)


def documents_of(connection: Connection, decisions: Iterable[Decision]) -> list[int]:
    """Return the rows of the documents that decisions are about, as far as they are here."""
    anchors = [anchor for one in decisions for anchor in one.targets]
    found: set[int] = set()
    for part in parts(sorted({a.document for a in anchors if a.document is not None})):
        query = select(s.documents.c.row).where(s.documents.c.id.in_(part))
        found.update(connection.execute(query).scalars())
    for part in parts(sorted({a.sha256 for a in anchors if a.sha256 is not None})):
        query = select(s.versions.c.doc).where(s.versions.c.sha256.in_(part))
        found.update(connection.execute(query).scalars())
    return sorted(found)
