"""Taking decisions: what a person asks for becomes decisions in the log, all or none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from soten.records import (
    Action,
    Anchor,
    ConflictError,
    Decision,
    Evidence,
    Fate,
    Record,
    Span,
    State,
    UsageError,
)
from soten.store import schema as s
from soten.store.anchoring import CONTEXT, HEAD, anchor_to
from soten.store.codec import encode
from soten.store.decided import sealed
from soten.store.decisions import (
    ACTOR,
    KINDS,
    PUBLISHER,
    STORY,
    append,
    by_id,
    settle_standing,
    take_effect,
)
from soten.store.judged import Proposal
from soten.store.parts import parts
from soten.store.people import actors_of
from soten.store.place import now
from soten.store.reading import records as records_of
from soten.store.rulings import overruled_by
from soten.store.shelf import document_with
from soten.store.stored import Order, Selection, StoredRecord

d, t, r = s.decisions.c, s.decision_targets.c, s.records.c


def decide(
    connection: Connection,
    proposals: Sequence[Proposal],
    by: str,
    expected: Mapping[str, str] | None = None,
) -> tuple[Decision, ...]:
    """Take decisions, in this order, and let them take effect; return them.

    `expected` gives marks (`marks_of`) of what was looked at. Raises `ConflictError` where that
    has changed since, or where a merge is against a split that holds or the other way round;
    `UsageError` for what there is not and for what would not hold. Then nothing is decided.
    """
    _check_marks(connection, expected or {})
    at = _moments(connection)
    taken = [
        sealed(
            Decision(
                id="",
                action=one.action,
                targets=_targets(connection, one),
                by=by,
                at=at(),
                why=one.why,
                value=one.value,
                undoes=one.undoes,
            )
        )
        for one in proposals
    ]
    _check_undone(connection, taken)
    fresh = append(connection, taken)
    take_effect(connection, settle_standing(connection, fresh))
    _check_taken(connection, taken)
    return tuple(taken)


def marks_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return, for ids of anything, a mark that changes with every change of or decision on it."""
    told: dict[str, list[str]] = {id: [] for id in ids}
    for part in parts(list(told)):
        for id, digest in connection.execute(select(r.id, r.digest).where(r.id.in_(part))):
            told[id].append(digest)
        for column in (t.id, t.now):
            query = select(column, func.max(t.decision)).where(column.in_(part)).group_by(column)
            for id, row in connection.execute(query):
                told[id].append(str(row))
    return {
        id: hashlib.blake2b(" ".join(told_).encode(), digest_size=6).hexdigest()
        for id, told_ in told.items()
    }


def _check_marks(connection: Connection, expected: Mapping[str, str]) -> None:
    present = marks_of(connection, sorted(expected))
    changed = [id for id, mark in sorted(expected.items()) if present[id] != mark]
    if changed:
        raise ConflictError(
            f"{', '.join(changed[:5])}: changed since you looked at it; look again, then decide"
        )


def _moments(connection: Connection) -> Callable[[], str]:
    """Return what tells the next moment: later than every decision in the ledger."""
    last = connection.execute(select(func.max(d.at))).scalar()
    moment = max(now(), _after(last) if last else "")

    def tell() -> str:
        nonlocal moment
        told, moment = moment, _after(moment)
        return told

    return tell


def _after(moment: str) -> str:
    later = datetime.fromisoformat(moment).astimezone(UTC) + timedelta(microseconds=1)
    return later.isoformat(timespec="microseconds")


def _targets(connection: Connection, proposal: Proposal) -> tuple[Anchor, ...]:
    ids = tuple(dict.fromkeys(proposal.ids))
    if proposal.action is Action.UNDO:
        return ()
    if proposal.record is not None:
        return (_added(connection, proposal.record),)
    match proposal.kind:
        case "publisher":
            return tuple(Anchor(PUBLISHER, id) for id in ids)
        case "actor":
            return _actors(connection, ids)
        case "story":
            return tuple(_story(connection, id) for id in ids)
        case _:
            return _records(connection, ids)


def _records(connection: Connection, ids: tuple[str, ...]) -> tuple[Anchor, ...]:
    stored: dict[str, StoredRecord] = {}
    selection = Selection(ids=ids, states=tuple(State))
    for one in list(records_of(connection, selection, Order.PLACE)):
        stored[one.id] = one
    for id in ids:
        if id not in stored:
            raise UsageError(f"no record in the ledger has the id {id!r}")
    first = _first_ids(connection, ids)
    texts = {id: document_with(connection, id) for id in {stored[id].document for id in ids}}
    return tuple(
        anchor_to(
            stored[id].record,
            id,
            texts[stored[id].document].text,
            texts[stored[id].document].sha256,
            first.get(id),
        )
        for id in ids
    )


def _first_ids(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return under which ids records were decided on first, where they were."""
    found: dict[str, str] = {}
    for part in parts(ids):
        query = select(t.now, t.subject).where(t.now.in_(part), t.kind.in_(sorted(KINDS)))
        for id, subject in connection.execute(query.order_by(t.decision, t.place)):
            found.setdefault(id, subject)
    return found


def _added(connection: Connection, record: Record) -> Anchor:
    document = document_with(connection, record.evidence.document)
    id = getattr(record, "id", "")
    if connection.execute(select(r.id).where(r.id == id)).first() is not None:
        raise UsageError(f"{id}: this very record was added already")
    return anchor_to(record, id, document.text, document.sha256)


def _actors(connection: Connection, ids: tuple[str, ...]) -> tuple[Anchor, ...]:
    known = {actor.id: actor for actor in actors_of(connection, ids)}
    for id in ids:
        if id not in known:
            raise UsageError(f"no actor in the ledger has the id {id!r}")
    return tuple(
        Anchor(
            ACTOR,
            id,
            snapshot={
                "type": str(known[id].type),
                "name_ja": known[id].name_ja,
                "name_en": known[id].name_en,
                "known": known[id].known,
            },
        )
        for id in ids
    )


def _story(connection: Connection, id: str) -> Anchor:
    name, _, number = id.rpartition(".")
    document = document_with(connection, name)
    spans = [story.span for story in document.stories] or [Span(0, len(document.text))]
    if not number.isdecimal() or int(number) >= len(spans):
        raise UsageError(f"no story in the ledger has the id {id!r}")
    span = spans[int(number)]
    head = Span(span.start, min(span.end, span.start + HEAD))
    return Anchor(
        kind=STORY,
        id=id,
        evidence=Evidence.cut(document.id, document.text, head),
        sha256=document.sha256,
        before=document.text[max(0, head.start - CONTEXT) : head.start],
        after=document.text[head.end : head.end + CONTEXT],
        snapshot=encode(document.stories[int(number)]) if document.stories else None,
    )


def _check_undone(connection: Connection, taken: Sequence[Decision]) -> None:
    wanted = [one.undoes for one in taken if one.undoes is not None]
    known = {one.id for one in by_id(connection, wanted)}
    for id in wanted:
        if id not in known:
            raise UsageError(f"no decision in the ledger has the id {id!r}")
        holds = connection.execute(select(d.holds).where(d.id == id)).scalar()
        if not holds:
            raise ConflictError(f"{id} is taken back already; undo what took it back instead")


def _check_added(connection: Connection, decision: Decision) -> None:
    query = select(t.now).join(s.decisions, d.row == t.decision).where(d.id == decision.id)
    now = connection.execute(query.where(t.fate != Fate.KEPT.value)).scalar()
    if now is not None:
        raise UsageError(f"the reader found just that: accept or correct {now}")


def _check_taken(connection: Connection, taken: Sequence[Decision]) -> None:
    """Raise where a new decision does not apply, or goes against an earlier one on joining."""
    for part in parts([one.id for one in taken]):
        query = (
            select(t.id, t.reason)
            .join(s.decisions, d.row == t.decision)
            .where(d.id.in_(part), t.fate == Fate.REFUSED.value)
        )
        refused = connection.execute(query).first()
        if refused is not None:
            raise UsageError(f"{refused.id}: {refused.reason}")
    for one in taken:
        if one.action is Action.ADD:
            _check_added(connection, one)
    against = overruled_by(connection, taken)
    if against:
        earlier = by_id(connection, against)[0]
        raise ConflictError(
            f"against what {earlier.by} decided on {earlier.at[:10]} ({earlier.action}: "
            f"{earlier.id}); undo that first"
        )
