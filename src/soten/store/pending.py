"""Documents whose things have yet to be joined with those of others."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from soten.store import schema as s
from soten.store.deeds import untell
from soten.store.traced import untrace


def mark_pending(connection: Connection, documents: Sequence[int]) -> None:
    """Note that things of these documents (rows) have yet to be joined with those of others.

    Their positions have yet to be traced anew as well, and their deeds told.
    """
    untrace(connection, documents)
    untell(connection, documents)
    p = s.pending.c
    known = set(connection.execute(select(p.doc).where(p.doc.in_(documents))).scalars())
    fresh = [{"doc": doc} for doc in dict.fromkeys(documents) if doc not in known]
    if fresh:
        connection.execute(insert(s.pending), fresh)
