"""Links between cells, and the groups they make."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, delete, func, select, update

from soten.records.joins import CONNECTS, PARTS, Item, Link, Neighbourhood, Offered
from soten.store import schema as s
from soten.store.bulk import insert_rows
from soten.store.cells import rows_of_cells
from soten.store.parts import parts

c, i, k, ln, g = s.cells.c, s.items.c, s.cell_keys.c, s.links.c, s.groups.c


class Groups:
    """Links and groups, in the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection of a writing transaction."""
        self._connection = connection

    def block(self, keys: Iterable[str]) -> dict[str, list[Item]]:
        """Return the cells under each of these keys as items, told by digest."""
        found: dict[str, list[Item]] = defaultdict(list)
        for part in parts(sorted(keys)):
            query = (
                select(k.key, c.digest, c.features)
                .join(s.cells, c.row == k.cell)
                .where(k.key.in_(part))
                .order_by(k.key, c.digest)
            )
            for key, digest, features in self._connection.execute(query):
                found[key].append(Item(digest, json.loads(features)))
        return found

    def relink(self, kind: str, links: Mapping[str, Sequence[Link]]) -> set[int]:
        """Put links in place of those that were made under these keys; return cells they touch."""
        touched: set[int] = set()
        for part in parts(sorted(links)):
            old = select(ln.one, ln.other).where(ln.key.in_(part))
            touched.update(row for pair in self._connection.execute(old) for row in pair)
            self._connection.execute(delete(s.links).where(ln.key.in_(part)))
        ends = {end for made in links.values() for link in made for end in (link.one, link.other)}
        rows = rows_of_cells(self._connection, kind, ends)
        fresh: dict[tuple[str, int, int], dict[str, object]] = {}
        for key, made in links.items():
            for link in made:
                one, other = sorted((link.one, link.other))
                pair = (key, rows[one], rows[other])
                if pair in fresh and fresh[pair]["confidence"] >= link.confidence:  # type: ignore[operator]
                    continue
                fresh[pair] = {
                    "key": key,
                    "one": rows[one],
                    "other": rows[other],
                    "why": link.why,
                    "confidence": link.confidence,
                    "detail": link.detail,
                }
        insert_rows(self._connection, s.links, list(fresh.values()))  # type: ignore[arg-type]
        return touched | set(rows.values())

    # Groups ------------------------------------------------------------------------------

    def neighbourhood(self, kind: str, cells: Iterable[int]) -> Neighbourhood:
        """Return every cell that the given ones are or were grouped with, or could now be."""
        verdicts = self._verdicts(kind)
        beside: dict[int, set[int]] = defaultdict(set)
        for one, other, _ in verdicts:
            beside[one].add(other)
            beside[other].add(one)
        known: dict[int, tuple[str, int]] = {}
        seen_groups: set[int] = set()
        links: dict[tuple[int, int], float] = {}
        wanted = set(cells)
        while wanted:
            found = self._with_groups(wanted, seen_groups)
            fresh = found.keys() - known.keys()
            known |= found
            seen_groups |= {group for _, group in found.values()}
            ends: set[int] = set()
            for one, other, confidence in self._links_of(fresh):
                pair = (one, other)
                links[pair] = max(confidence, links.get(pair, 0.0))
                ends |= {one, other}
            ends |= {near for row in fresh for near in beside.get(row, ())}
            wanted = ends - known.keys()
        digest = {row: told for row, (told, _) in known.items()}
        pairs = [
            (_ordered(digest[one], digest[other]), is_same)
            for one, other, is_same in verdicts
            if one in digest and other in digest
        ]
        return Neighbourhood(
            groups=dict(known.values()),
            links=[(digest[one], digest[other], sure) for (one, other), sure in links.items()],
            differ=sorted({_ordered(digest[a], digest[b]) for a, b in self._parted(digest)}),
            same=sorted({pair for pair, is_same in pairs if is_same}),
            apart=sorted({pair for pair, is_same in pairs if not is_same}),
        )

    def _verdicts(self, kind: str) -> list[tuple[int, int, bool]]:
        """Return what people decided of this kind's items, as cells."""
        v = s.verdicts.c
        first, second = s.items.alias(), s.items.alias()
        query = (
            select(first.c.cell, second.c.cell, v.same)
            .join_from(s.verdicts, first, (first.c.id == v.one) & (first.c.kind == v.kind))
            .join(second, (second.c.id == v.other) & (second.c.kind == v.kind))
            .where(v.kind == kind)
        )
        return [tuple(row) for row in self._connection.execute(query) if row[0] != row[1]]

    def _with_groups(self, cells: set[int], seen: set[int]) -> dict[int, tuple[str, int]]:
        """Return these cells and all that are in their groups: row → digest and group."""
        found: dict[int, tuple[str, int]] = {}
        groups: set[int] = set()
        for part in parts(sorted(cells)):
            for row in self._connection.execute(
                select(c.row, c.digest, c.grp).where(c.row.in_(part))
            ):
                found[row.row] = (row.digest, row.grp)
                groups.add(row.grp)
        for part in parts(sorted(groups - seen)):
            query = select(c.row, c.digest, c.grp).where(c.grp.in_(part))
            for row in self._connection.execute(query):
                found[row.row] = (row.digest, row.grp)
        return found

    def _links_of(self, cells: Iterable[int]) -> Iterator[tuple[int, int, float]]:
        for part in parts(sorted(cells)):
            for column in (ln.one, ln.other):
                query = select(ln.one, ln.other, ln.confidence)
                query = query.where(column.in_(part), ln.confidence >= CONNECTS)
                yield from self._connection.execute(query)

    def _parted(self, cells: Mapping[int, str]) -> Iterator[tuple[int, int]]:
        """Yield pairs among these cells of which a joiner said that they are not one."""
        for part in parts(sorted(cells)):
            query = select(ln.one, ln.other).where(ln.one.in_(part), ln.confidence == PARTS)
            for one, other in self._connection.execute(query):
                if other in cells:
                    yield one, other

    def regroup(
        self,
        before: Mapping[str, int],
        groups: Sequence[Sequence[str]],
        kind: str,
        offered: Offered,
    ) -> set[str]:
        """Store how cells are grouped; return the documents whose items' groups have new ids."""
        rows = rows_of_cells(self._connection, kind, set(before))
        changed: dict[int, list[int]] = {}
        grown: dict[int, list[tuple[str, str, bool]]] = {}
        members: dict[int, set[str]] = defaultdict(set)
        for digest, group in before.items():
            members[group].add(digest)
        for cells in groups:
            mine = sorted(rows[digest] for digest in cells)
            group = before[cells[0]]
            is_same = set(cells) == members[group] and group in mine
            if is_same and not offered.shrunk.intersection(mine) and self._is_group(group):
                gained = [one for cell in mine for one in offered.gained.get(cell, ())]
                if gained:
                    grown[group] = gained
            else:
                changed[mine[0]] = mine
        return self._grow(grown) | self._rebuild(kind, changed, set(before.values()) - set(grown))

    def _is_group(self, group: int) -> bool:
        return self._connection.execute(select(g.row).where(g.row == group)).first() is not None

    def _grow(self, grown: Mapping[int, list[tuple[str, str, bool]]]) -> set[str]:
        """Count further items in, without looking at those that are there."""
        renamed: set[int] = set()
        for part in parts(sorted(grown)):
            for row in self._connection.execute(select(s.groups).where(g.row.in_(part))).all():
                items = grown[row.row]
                shared, id = min((not row.shared, row.id), *((not x[2], x[0]) for x in items))
                days = [day for _, day, _ in items if day] + [d for d in (row.low, row.high) if d]
                values = {
                    "id": id,
                    "shared": not shared,
                    "low": min(days, default=""),
                    "high": max(days, default=""),
                    "size": row.size + len(items),
                }
                self._connection.execute(update(s.groups).where(g.row == row.row).values(**values))
                if id != row.id:
                    renamed.add(row.row)
        return self._documents_in(c.grp, renamed)

    def _rebuild(self, kind: str, changed: Mapping[int, list[int]], old: set[int]) -> set[str]:
        """Write groups anew from what their cells hold."""
        cells = [cell for mine in changed.values() for cell in mine]
        ids = self._group_ids(cells)
        for group, mine in changed.items():
            for part in parts(mine):
                self._connection.execute(update(s.cells).where(c.row.in_(part)).values(grp=group))
        kept = set(changed)
        stale = sorted((old & set(self._emptied(old))) | kept)
        for part in parts(stale):
            self._connection.execute(delete(s.groups).where(g.row.in_(part)))
        found = self._counted(kind, sorted(kept))
        insert_rows(self._connection, s.groups, list(found.values()))  # type: ignore[arg-type]
        renamed = [
            cell
            for group, mine in changed.items()
            for cell in mine
            if cell in ids and ids[cell] != found[group]["id"]
        ]
        return self._documents_in(c.row, renamed)

    def _emptied(self, groups: set[int]) -> set[int]:
        used: set[int] = set()
        for part in parts(sorted(groups)):
            used.update(self._connection.execute(select(c.grp).where(c.grp.in_(part))).scalars())
        return groups - used

    def _group_ids(self, cells: Sequence[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for part in parts(cells):
            query = select(c.row, g.id).join(s.groups, g.row == c.grp).where(c.row.in_(part))
            found |= {row.row: row.id for row in self._connection.execute(query)}
        return found

    def _counted(self, kind: str, groups: Sequence[int]) -> dict[int, dict[str, object]]:
        found: dict[int, dict[str, object]] = {}
        for part in parts(groups):
            query = (
                select(
                    c.grp,
                    func.min(i.id).filter(i.doc.is_(None)).label("shared"),
                    func.min(i.id).label("own"),
                    func.min(i.day).filter(i.day != "").label("low"),
                    func.max(i.day).label("high"),
                    func.count().label("size"),
                )
                .join(s.items, i.cell == c.row)
                .where(c.grp.in_(part))
                .group_by(c.grp)
            )
            for row in self._connection.execute(query):
                found[row.grp] = {
                    "row": row.grp,
                    "kind": kind,
                    "id": row.shared or row.own,
                    "shared": row.shared is not None,
                    "low": row.low or "",
                    "high": row.high,
                    "size": row.size,
                }
        return found

    def _documents_in(self, column: Any, rows: Iterable[int]) -> set[str]:
        """Return the documents whose items are in cells that have one of these in a column."""
        found: set[str] = set()
        for part in parts(sorted(rows)):
            query = (
                select(s.documents.c.id)
                .join(s.items, i.doc == s.documents.c.row)
                .join(s.cells, c.row == i.cell)
                .where(column.in_(part))
                .distinct()
            )
            found.update(self._connection.execute(query).scalars())
        return found


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
