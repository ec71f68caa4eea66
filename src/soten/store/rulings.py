"""Keeping the verdicts that joining obeys as persons' decisions to merge and split have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from soten.records import Action, Decision
from soten.store import schema as s
from soten.store.parts import parts
from soten.store.pending import mark_pending
from soten.store.verdicts import Pair, Ruling, settle

d, t, r = s.decisions.c, s.decision_targets.c, s.records.c


def settle_verdicts(connection: Connection, kinds: Iterable[str]) -> frozenset[str]:
    """Bring the verdicts on things of these kinds up to date; return overruled decisions."""
    overruled: set[str] = set()
    for kind in sorted(set(kinds)):
        settled = settle(_rulings(connection, kind))
        overruled |= settled.overruled
        _put_verdicts(connection, kind, settled.pairs)
    return frozenset(overruled)


def overruled_by(connection: Connection, taken: Sequence[Decision]) -> list[str]:
    """Return decisions to merge or split that do not hold because of these, and did before."""
    joined = [one for one in taken if one.action in (Action.MERGE, Action.SPLIT)]
    new = {one.id for one in joined}
    found: set[str] = set()
    for kind in sorted({anchor.kind for one in joined for anchor in one.targets}):
        rulings = _rulings(connection, kind)
        before = settle(ruling for ruling in rulings if ruling.decision not in new)
        found |= settle(rulings).overruled - before.overruled
    return sorted(found)


def _rulings(connection: Connection, kind: str) -> list[Ruling]:
    query = (
        select(d.id, d.at, d.action, t.now)
        .join(s.decision_targets, t.decision == d.row)
        .where(d.holds, d.action.in_((Action.MERGE, Action.SPLIT)), t.kind == kind)
        .order_by(d.row, t.place)
    )
    items: dict[str, list[str | None]] = {}
    heads: dict[str, tuple[str, bool]] = {}
    for id, at, action, now in connection.execute(query):
        heads[id] = (at, action == Action.MERGE)
        items.setdefault(id, []).append(now)
    return [
        Ruling(id, (at, id), is_same, tuple(now for now in items[id] if now is not None))
        for id, (at, is_same) in heads.items()
        if is_same or items[id][0] is not None
    ]


def _put_verdicts(
    connection: Connection, kind: str, pairs: Mapping[Pair, tuple[bool, str]]
) -> None:
    v = s.verdicts.c
    query = select(v.one, v.other, v.same, v.decision).where(v.kind == kind)
    before = {(row.one, row.other): (row.same, row.decision) for row in connection.execute(query)}
    changed = {pair for pair in before.keys() | pairs.keys() if before.get(pair) != pairs.get(pair)}
    for one, other in sorted(changed):
        connection.execute(delete(s.verdicts).where(v.kind == kind, v.one == one, v.other == other))
        if (one, other) in pairs:
            same, decision = pairs[one, other]
            row = {"kind": kind, "one": one, "other": other, "same": same, "decision": decision}
            connection.execute(insert(s.verdicts), row)
    ids = sorted({id for pair in changed for id in pair})
    mark_pending(connection, sorted(_documents_with(connection, kind, ids)))


def _documents_with(connection: Connection, kind: str, ids: Sequence[str]) -> set[int]:
    """Return rows of documents that hold these items; of an item of many documents, one."""
    found: set[int] = set()
    for part in parts(ids):
        if kind == "story":
            owners = sorted({id.rpartition(".")[0] for id in part})
            query = select(s.documents.c.row).where(s.documents.c.id.in_(owners))
        elif kind == "actor":
            a = s.record_actors.c
            query = select(func.min(r.doc)).where(r.kind == "mention", r.who.in_(part))
            query = query.group_by(r.who)
            acting = select(func.min(r.doc)).join(s.record_actors, a.record == r.row)
            acting = acting.where(a.who.in_(part)).group_by(a.who)
            found.update(connection.execute(acting).scalars())
        else:
            query = select(r.doc).where(r.id.in_(part))
        found.update(connection.execute(query).scalars())
    return found
