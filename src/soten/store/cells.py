"""Items and the cells they are in: what joiners offer, put in place of what they offered before.

Items that look alike to their joiner are one cell, compared and grouped as one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Row, delete, func, or_, select

from soten.records.joins import Keyed, Offered
from soten.store import schema as s
from soten.store.bulk import insert_rows
from soten.store.codec import to_json
from soten.store.parts import parts
from soten.store.rounds import rounds_told

c, i, k, ln, g = s.cells.c, s.items.c, s.cell_keys.c, s.links.c, s.groups.c


class Cells:
    """Items and cells, in the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection of a writing transaction."""
        self._connection = connection

    def offer(
        self, kind: str, offers: Mapping[str, Sequence[Keyed]], *, collapses: bool
    ) -> Offered:
        """Put the items that documents offer in place of those they offered before.

        With `collapses` items of equal features and keys are one cell, unless a person parted
        one of them from another. What has no key is compared with nothing and is alone.
        """
        rows = self._document_rows(list(offers))
        before = self._items(kind, offers, list(rows.values()))
        parted = self._parted(kind) if collapses else set()
        wanted: dict[str, tuple[Keyed, int | None, str]] = {}
        for document, keyed in offers.items():
            for one in keyed:
                alone = not collapses or not one.keys or one.item.id in parted
                owner = None if one.shared else rows[document]
                wanted[one.item.id] = (one, owner, _digest(one, alone=alone))
        digests = rows_of_cells(
            self._connection, kind, {digest for _, _, digest in wanted.values()}
        )
        offered = Offered()
        stale = [
            row
            for id, row in before.items()
            if id not in wanted or _differs(row, wanted[id], digests)
        ]
        self._remove(stale, offered)
        stays = {row.id for row in before.values()} - {row.id for row in stale}
        fresh = [entry for id, entry in wanted.items() if id not in stays]
        self._insert(kind, fresh, digests, offered)
        offered.cells.update(digests[entry[2]] for entry in wanted.values())
        self._drop_empty(offered)
        return offered

    def _document_rows(self, documents: Sequence[str]) -> dict[str, int]:
        d = s.documents.c
        found: dict[str, int] = {}
        for part in parts(documents):
            query = select(d.id, d.row).where(d.id.in_(part))
            found |= {row.id: row.row for row in self._connection.execute(query)}
        return found

    def _items(
        self, kind: str, offers: Mapping[str, Sequence[Keyed]], documents: Sequence[int]
    ) -> dict[str, Row[Any]]:
        """Return what is stored of these documents' items, and of the shared ones offered."""
        columns = (i.id, i.row, i.doc, i.day, i.cell)
        found: dict[str, Row[Any]] = {}
        for rows in parts(documents):
            query = select(*columns).where(i.doc.in_(rows), i.kind == kind)
            found |= {row.id: row for row in self._connection.execute(query)}
        shared = {one.item.id for keyed in offers.values() for one in keyed if one.shared}
        for ids in parts(sorted(shared)):
            query = select(*columns).where(i.id.in_(ids), i.kind == kind)
            found |= {row.id: row for row in self._connection.execute(query)}
        return found

    def _parted(self, kind: str) -> set[str]:
        v = s.verdicts.c
        query = select(v.one, v.other).where(v.kind == kind, ~v.same)
        return {id for pair in self._connection.execute(query) for id in pair}

    def _remove(self, stale: Sequence[Row[Any]], offered: Offered) -> None:
        for part in parts([row.row for row in stale]):
            self._connection.execute(delete(s.items).where(i.row.in_(part)))
        offered.cells.update(row.cell for row in stale)
        offered.shrunk.update(row.cell for row in stale)

    def _insert(
        self,
        kind: str,
        fresh: Sequence[tuple[Keyed, int | None, str]],
        digests: dict[str, int],
        offered: Offered,
    ) -> None:
        """Insert items, and cells and keys for those that look like none that is there."""
        if not fresh:
            return
        row = self._last(s.items)
        cell = self._last(s.cells)
        cells: list[dict[str, object]] = []
        keys: list[dict[str, object]] = []
        rounds: list[dict[str, object]] = []
        items: list[dict[str, object]] = []
        for one, owner, digest in fresh:
            if digest not in digests:
                cell += 1
                digests[digest] = cell
                features = to_json(dict(one.item.features))
                cells.append(
                    {"row": cell, "kind": kind, "digest": digest, "features": features, "grp": cell}
                )
                named = {f"{kind}:{key}" for key in one.keys}
                keys += [{"key": key, "cell": cell} for key in sorted(named)]
                rounds += rounds_told(kind, cell, one.item.features)
                offered.keys |= named
            row += 1
            at = digests[digest]
            items.append(
                {
                    "row": row,
                    "kind": kind,
                    "id": one.item.id,
                    "doc": owner,
                    "day": one.day,
                    "cell": at,
                }
            )
            offered.gained.setdefault(at, []).append((one.item.id, one.day, one.shared))
        insert_rows(self._connection, s.cells, cells)  # type: ignore[arg-type]
        insert_rows(self._connection, s.cell_keys, keys)  # type: ignore[arg-type]
        insert_rows(self._connection, s.rounds, rounds)  # type: ignore[arg-type]
        insert_rows(self._connection, s.items, items)  # type: ignore[arg-type]

    def _last(self, table: Any) -> int:  # Any: the two tables have no common static type
        return self._connection.execute(select(func.max(table.c.row))).scalar() or 0

    def _drop_empty(self, offered: Offered) -> None:
        """Take out the cells that hold no item any more; what they were linked to is looked at."""
        for part in parts(sorted(offered.shrunk)):
            full = set(self._connection.execute(select(i.cell).where(i.cell.in_(part))).scalars())
            empty = sorted(set(part) - full)
            if not empty:
                continue
            keys = select(k.key).where(k.cell.in_(empty))
            offered.keys.update(self._connection.execute(keys).scalars())
            near = select(ln.one, ln.other).where(or_(ln.one.in_(empty), ln.other.in_(empty)))
            offered.cells.update(row for pair in self._connection.execute(near) for row in pair)
            same = select(c.row).where(c.grp.in_(select(c.grp).where(c.row.in_(empty))))
            offered.cells.update(self._connection.execute(same).scalars())
            offered.shrunk.update(self._connection.execute(same).scalars())
            self._connection.execute(delete(s.cells).where(c.row.in_(empty)))
            self._connection.execute(delete(s.groups).where(g.row.in_(empty)))
            offered.cells -= set(empty)
            offered.shrunk -= set(empty)


def rows_of_cells(connection: Connection, kind: str, digests: set[str]) -> dict[str, int]:
    """Return the rows of the cells with these digests."""
    found: dict[str, int] = {}
    for part in parts(sorted(digests)):
        query = select(c.digest, c.row).where(c.kind == kind, c.digest.in_(part))
        found |= {row.digest: row.row for row in connection.execute(query)}
    return found


def _digest(one: Keyed, *, alone: bool) -> str:
    told = [dict(one.item.features), sorted(set(one.keys)), one.item.id if alone else None]
    raw = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(raw.encode(), digest_size=12).hexdigest()


def _differs(
    row: Row[Any], wanted: tuple[Keyed, int | None, str], digests: Mapping[str, int]
) -> bool:
    one, owner, digest = wanted
    return bool(row.doc != owner or row.day != one.day or row.cell != digests.get(digest))
