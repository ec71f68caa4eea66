"""Selections as SQL conditions, orders and cursors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import (
    JSON,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.sql.elements import TextClause

from soten.records import State
from soten.store import schema as s
from soten.store.bigrams import Phrase
from soten.store.codec import to_json
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.stored import Order, Selection
from soten.store.traits import ACTING_ROLES, VOICE_ROLES, roles_among
from soten.store.words import Words

r = s.records.c

Actors = CompoundSelect[tuple[str]]
"""A query for ids of actors."""

SIDES = "sides"
"""The option of a connection that says who is on which side, as far as that is known."""

_FEW = 1000
"""So many values are sent one by one; databases limit how many may be."""

_KEYS: dict[Order, tuple[str, ...]] = {
    Order.NEWEST: ("day", "doc", "place", "id"),
    Order.OLDEST: ("day", "doc", "place", "id"),
    Order.PLACE: ("doc", "place", "rank", "id"),
}
_KEY_TYPES: dict[str, type] = {"day": str, "doc": int, "place": int, "rank": int, "id": str}


def conditions(selection: Selection, dialect: str) -> list[ColumnElement[bool]]:
    """Return what a row of `records` must meet to be selected."""
    found = [stands(selection.states)]
    if selection.kinds:
        found.append(r.kind.in_(selection.kinds))
    return found + narrowed(selection, dialect)


def narrowed(
    selection: Selection, dialect: str, asked: Collection[str] = ()
) -> list[ColumnElement[bool]]:
    """Return what a row must meet besides its kind and what persons decided on it.

    The conditions named in `asked` (`looked_up`) are asked of each row; rows that meet the others
    are looked up at once.
    """
    found: list[ColumnElement[bool]] = []
    for name, rows in looked_up(selection, dialect).items():
        found.append(_of_each(selection, name, dialect) if name in asked else r.row.in_(rows))
    if selection.value is not None:
        found.append(or_(r.type == selection.value, r.status == selection.value))
    if selection.is_denied:
        found.append(r.type == "disputed")
    if selection.is_of_place is not None:
        a = s.record_actors.c
        placed = select(a.record).where(a.record == r.row, a.role == "place").exists()
        found.append(placed if selection.is_of_place else ~placed)
    if selection.has_own_date:
        found.append(r.basis == "own")
    return found + _limits(selection, dialect, asked)


_ONE_ACTS = (("commitment",), ("position",))
"""Kinds of record in which one alone acts, who stands in its own row."""


def looked_up(selection: Selection, dialect: str) -> dict[str, Select[Any]]:
    """Return the rows of records that meet each condition that is not one of their own columns."""
    a, i, p = s.record_actors.c, s.record_issues.c, s.passages.c
    found: dict[str, Select[Any]] = {}
    told = select(a.record).where(*_told(selection, a.kind, a.day))
    acts = told.where(a.role.in_(roles_among(ACTING_ROLES, selection.kinds)))
    if selection.party is not None:
        found["party"] = acts.where(a.who.in_(side_actors(selection.party)))
    if selection.acting is not None:
        found["acting"] = acts.where(among(a.who, selection.acting, dialect))
    if selection.speaker is not None:
        found["speaker"] = told.where(*_voice(selection, a.who))
    for name, of in _naming(selection, dialect):
        found[name] = told.where(of(a.who))
        if not selection.kinds or "mention" in selection.kinds:
            mentioned = select(r.row).where(r.kind == "mention", of(r.who))
            found[name] = select(mentioned.union_all(found[name]).subquery().c.row)
    if selection.places is not None:
        held = among(a.who, selection.places, dialect)
        found["places"] = told.where(a.role == "place", held)
    if selection.issue is not None:
        found["issue"] = select(i.record).where(
            i.issue == selection.issue, *_told(selection, i.kind, i.day)
        )
    if selection.words is not None:
        hits = select(p.record).where(p.record.is_not(None))
        found["words"] = hits.where(matches(selection.words, dialect))
    return found


def _naming(
    selection: Selection, dialect: str
) -> Iterator[tuple[str, Callable[[ColumnElement[str]], ColumnElement[bool]]]]:
    """Yield the conditions on who is named in any role."""
    involves, naming = selection.involves, selection.naming
    if involves is not None:
        yield "involves", lambda who: who.in_(side_actors(involves))
    if naming is not None:
        yield "naming", lambda who: among(who, naming, dialect)


def settled(connection: Connection, selection: Selection) -> Selection:
    """Return a selection whose parties are looked up, once for all that is asked with it."""
    party, involves = selection.party, selection.involves
    if party is not None and selection.acting is None:
        acting = _on_side(connection, party)
        selection = replace(selection, party=None, acting=acting)
    if involves is not None and selection.naming is None:
        naming = _on_side(connection, involves)
        selection = replace(selection, involves=None, naming=naming)
    return selection


def _on_side(connection: Connection, party: str) -> tuple[str, ...]:
    """Return who is on a party's side; thousands may be, and all that a page lists asks it again."""
    known: dict[str, tuple[str, ...]] = connection.get_execution_options().get(SIDES, {})
    if party not in known:
        known[party] = tuple(str(row[0]) for row in connection.execute(side_actors(party)))
    return known[party]


def _of_each(selection: Selection, name: str, dialect: str) -> ColumnElement[bool]:
    """Return the condition of this name as it is asked of one row of `records`."""
    a, i = s.record_actors.c, s.record_issues.c
    mine = select(a.record).where(a.record == r.row)
    # A term instead of the column: looked up by record, not by each of many names.
    who = a.who.concat("")
    if name == "issue":
        return select(i.record).where(i.record == r.row, i.issue == selection.issue).exists()
    if name == "speaker":
        return mine.where(*_voice(selection, who)).exists()
    if name == "acting" and selection.acting is not None and selection.kinds in _ONE_ACTS:
        return among(r.who.concat(""), selection.acting, dialect)
    if name == "party" and selection.party is not None:
        acting = mine.where(a.role.in_(ACTING_ROLES))
        return acting.where(who.in_(side_actors(selection.party))).exists()
    if name == "acting" and selection.acting is not None:
        acting = mine.where(a.role.in_(ACTING_ROLES))
        return acting.where(among(who, selection.acting, dialect)).exists()
    if name == "places" and selection.places is not None:
        return mine.where(a.role == "place", who.in_(selection.places)).exists()
    for naming, of in _naming(selection, dialect):
        if naming == name:
            mentioned = and_(r.kind == "mention", of(r.who.concat("")))
            return or_(mentioned, mine.where(of(who)).exists())
    raise ValueError(f"{name} cannot be asked of one record")


def stands(states: Sequence[State] | None = None) -> ColumnElement[bool]:
    """Return the condition that a record has one of these states; None: any but rejected."""
    return r.state != State.REJECTED.value if states is None else r.state.in_(states)


def not_rejected(row: ColumnElement[int] = r.row) -> ColumnElement[bool]:
    """Return `stands` for what an index alone can tell: the few rejected are looked up, not each row."""
    other = s.records.alias()
    rejected = select(other.c.row).where(text("state <> 'read'"))
    return row.not_in(rejected.where(other.c.state == State.REJECTED.value))


def _limits(
    selection: Selection, dialect: str, asked: Collection[str]
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if selection.since is not None:
        found.append(r.high >= selection.since)
    if selection.until is not None:
        found.append(r.low <= selection.until)
    found += _until(selection, r.day)
    if selection.documents is not None and "documents" not in asked:
        d = s.documents.c
        listed = select(d.row).where(among(d.id, selection.documents, dialect))
        found.append(r.doc.in_(listed))
    if selection.ids is not None and "ids" not in asked:
        found.append(among(r.id, selection.ids, dialect))
    if selection.publisher is not None:
        v = s.versions.c
        own = select(v.row).where(v.doc == r.doc, v.number == r.version)
        found.append(own.where(published_by(selection.publisher)).exists())
    if selection.fresh_since is not None and "fresh_since" not in asked:
        found.append(r.doc.in_(fresh_documents(selection.fresh_since)))
    if selection.stored_since is not None and "stored_since" not in asked:
        found.append(r.doc.in_(stored_documents(selection.stored_since)))
    return found


def _told(
    selection: Selection, kind: ColumnElement[str], day: ColumnElement[str]
) -> list[ColumnElement[bool]]:
    """Return what a selection says of the kind and day of a record, wherever these stand."""
    kinds = [kind.in_(selection.kinds)] if selection.kinds else []
    return [*kinds, *_until(selection, day)]


def _until(selection: Selection, day: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Return what the last day asked for says of the day of a record, which an index knows."""
    if selection.until is None or not selection.kinds or "commitment" in selection.kinds:
        return []  # only promises may reach back before their own day
    return [day <= selection.until]


def fresh_documents(day: str) -> Select[Any]:
    """Return the rows of documents published on or after a day, or else stored since."""
    d, v = s.documents.c, s.versions.c
    query = select(d.row).join(s.versions, (v.doc == d.row) & (v.number == d.current))
    return query.where(_is_fresh(day))


def stored_documents(moment: str) -> Select[Any]:
    """Return the rows of documents whose current version came at this moment or later."""
    d, v = s.documents.c, s.versions.c
    query = select(d.row).join(s.versions, (v.doc == d.row) & (v.number == d.current))
    return query.where(v.added_at >= moment)


def document_conditions(selection: Selection, dialect: str) -> list[ColumnElement[bool]]:
    """Return what a document and its current version must meet: its days, its id."""
    found: list[ColumnElement[bool]] = []
    if selection.since is not None:
        found.append(s.versions.c.published_high >= selection.since)
    if selection.until is not None:
        found.append(s.versions.c.published_low <= selection.until)
    if selection.documents is not None:
        found.append(among(s.documents.c.id, selection.documents, dialect))
    if selection.publisher is not None:
        found.append(published_by(selection.publisher))
    if selection.fresh_since is not None:
        found.append(_is_fresh(selection.fresh_since))
    if selection.stored_since is not None:
        found.append(s.versions.c.added_at >= selection.stored_since)
    return found


def among(column: ColumnElement[str], values: Sequence[str], dialect: str) -> ColumnElement[bool]:
    """Return the condition that a column has one of any number of values."""
    if len(values) <= _FEW:
        return column.in_(values)
    listed = _listed(tuple(values))
    if dialect == "postgresql":
        parts = func.json_array_elements_text(cast(literal(listed, Text), JSON)).table_valued(
            "value"
        )
    else:
        parts = func.json_each(listed).table_valued("value")
    return column.in_(select(parts.c.value))


@lru_cache(maxsize=32)  # those of a large side are asked for a dozen times by one page
def _listed(values: tuple[str, ...]) -> str:
    return to_json(list(values))


def _is_fresh(day: str) -> ColumnElement[bool]:
    v = s.versions.c
    return or_(v.published_high >= day, and_(v.published_high.is_(None), v.added_at >= day))


def published_by(publisher: str) -> ColumnElement[bool]:
    """Return the condition that a version is of a publisher, "" unknown."""
    own = s.versions.c.publisher
    return own == publisher if publisher else or_(own.is_(None), own == "")


def same_actors(who: Select[tuple[str]]) -> Actors:
    """Return the ids of the selected actors, and of those that are one with them."""
    mine, theirs = s.items.alias(), s.items.alias()
    cell, other = s.cells.alias(), s.cells.alias()
    # Each group once: of many in one group, each would find all the others again.
    groups = select(cell.c.grp).join_from(mine, cell, cell.c.row == mine.c.cell)
    groups = groups.where(mine.c.kind == "actor", mine.c.id.in_(who))
    joined = select(theirs.c.id).join_from(other, theirs, theirs.c.cell == other.c.row)
    return who.union(joined.where(other.c.grp.in_(groups)))


def side_actors(actor: str) -> Actors:
    """Return the ids of an actor and of all on its side, and of those that are one with them."""
    a = s.actors.c
    same = same_actors(select(a.id).where(a.id == actor))
    return same_actors(select(a.id).where(or_(a.id.in_(same), a.side.in_(same))))


def _voice(selection: Selection, who: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Return the conditions on a role, held by `who`, that its words are the speaker's."""
    speaker = selection.speaker or ""
    told = s.record_actors.c.role.in_(roles_among(VOICE_ROLES, selection.kinds))
    if speaker == "anonymous":
        return [told, who.startswith("anonymous:", autoescape=True)]
    if speaker == "author" or speaker.startswith("anonymous:"):
        return [told, who == speaker]
    return [told, who.in_(same_actors(select(s.actors.c.id).where(s.actors.c.id == speaker)))]


def matches(words: Words, dialect: str) -> ColumnElement[bool] | TextClause:
    """Return the condition that a row of `passages` holds the words."""
    is_postgresql = dialect == "postgresql"
    asked: BindParameter[str] = bindparam("words", tsquery(words) if is_postgresql else fts5(words))
    if words.latest is not None:
        rows = TSVECTOR_LATEST if is_postgresql else FTS_LATEST
        condition = text(f"passages.row IN ({rows})")
        return condition.bindparams(asked, bindparam("most", words.latest))
    told = TSVECTOR if is_postgresql else FTS
    if words.within is None:
        return text(told.format("")).bindparams(asked)
    first, last = words.within
    row = "passages.row" if is_postgresql else "rowid"
    condition = text(told.format(f" AND {row} BETWEEN :first AND :last"))
    return condition.bindparams(asked, bindparam("first", first), bindparam("last", last))


FTS = "passages.row IN (SELECT rowid FROM passage_pairs WHERE passage_pairs MATCH :words{})"
TSVECTOR = "passages.pairs @@ CAST(:words AS tsquery){}"

FTS_LATEST = (
    "SELECT rowid FROM passage_pairs WHERE passage_pairs MATCH :words"
    " ORDER BY rowid DESC LIMIT :most"
)
TSVECTOR_LATEST = (
    "SELECT p.row FROM passages AS p WHERE p.pairs @@ CAST(:words AS tsquery)"
    " ORDER BY p.row DESC LIMIT :most"
)


def fts5(words: Words) -> str:
    """Return words as a question to the full-text index of SQLite."""

    def phrase(one: Phrase) -> str:
        return f'"{" ".join(one.pairs)}"' + (" *" if one.is_prefix else "")

    every = " AND ".join(f"({' OR '.join(map(phrase, group))})" for group in words.every)
    if not words.never:
        return every
    return f"({every}) NOT ({' OR '.join(map(phrase, words.never))})"


def tsquery(words: Words) -> str:
    """Return words as a question to PostgreSQL's full-text search."""

    def phrase(one: Phrase) -> str:
        pairs = " <-> ".join(f"'{pair}'" for pair in one.pairs)
        return f"({pairs}{':*' if one.is_prefix else ''})"

    every = " & ".join(f"({' | '.join(map(phrase, group))})" for group in words.every)
    return " & ".join((every, *(f"!{phrase(one)}" for one in words.never)))


def ordered(query: Select[tuple[object, ...]], order: Order) -> Select[tuple[object, ...]]:
    """Return the query in this order."""
    first, *rest = (r[name] for name in _KEYS[order])
    return query.order_by(first.desc() if order is Order.NEWEST else first, *rest)


def cursor_of(row: Sequence[object], columns: Sequence[str], order: Order) -> str:
    """Return the cursor of a row of `records` in this order."""
    values = dict(zip(columns, row, strict=True))
    key = [values[name] for name in _KEYS[order]]
    return pack_cursor([str(part) if isinstance(part, str) else part for part in key])


def behind(cursor: str, order: Order) -> ColumnElement[bool]:
    """Return the condition that a row stands behind the cursor; raise `UsageError` for none."""
    names = _KEYS[order]
    key = unpack_cursor(cursor, [_KEY_TYPES[name] for name in names])
    columns = [r[name] for name in names]
    if order is not Order.NEWEST:
        return tuple_(*columns) > tuple_(*key)
    later = and_(columns[0] == key[0], tuple_(*columns[1:]) > tuple_(*key[1:]))
    return and_(columns[0] <= key[0], or_(columns[0] < key[0], later))
