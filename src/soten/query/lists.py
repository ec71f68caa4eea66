"""Lists of records by kind, the newest first.

Every list takes a filter and gives a page: at most `limit` rows (None: all) behind the cursor
`after`. A record is as new as its own date, or as its document where it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.answers import Page, Row
from soten.query.assembly import Assembler, newest_page, page_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Claim, Commitment, Event, Figure, Position, Record, Statement, Talk
from soten.store import Order

if TYPE_CHECKING:
    from soten.store import Ledger

_DATED_KINDS = (Talk.kind, Event.kind, Statement.kind, Position.kind, Commitment.kind)


def talks(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Talk]]:
    """Return talks (meetings, calls, sessions and visits), the newest first."""
    return newest_page(ledger, filter, Talk.kind, limit, after)


def positions(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Position]]:
    """Return positions (what parties want, offer or refuse), the newest first."""
    return newest_page(ledger, filter, Position.kind, limit, after)


def figures(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Figure]]:
    """Return figures (numbers with unit and bound), the newest first."""
    return newest_page(ledger, filter, Figure.kind, limit, after)


def commitments(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Commitment]]:
    """Return commitments (promises, by the day they begin), the newest first."""
    return newest_page(ledger, filter, Commitment.kind, limit, after)


def statements(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Statement]]:
    """Return statements (what was said, by whom), the newest first."""
    return newest_page(ledger, filter, Statement.kind, limit, after)


def claims(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Claim]]:
    """Return claims (what is claimed, denied or not), the newest first."""
    return newest_page(ledger, filter, Claim.kind, limit, after)


def events(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Event]]:
    """Return events (what happened besides talk), the newest first."""
    return newest_page(ledger, filter, Event.kind, limit, after)


def kind_list(
    ledger: Ledger,
    filter: Filter,
    kind: str,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Record]]:
    """Return records of one kind, whichever, the newest first."""
    return newest_page(ledger, filter, kind, limit, after)


def timeline(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
    newest_first: bool = False,
) -> Page[Row[Record]]:
    """Return every talk, event, statement, position and commitment that says when, by first day.

    `Row.when` tells how precisely; what only its document dates is left out.
    """
    selection = replace(select_by(ledger, filter, _DATED_KINDS), has_own_date=True)
    order = Order.NEWEST if newest_first else Order.OLDEST
    return page_of(ledger, selection, order, limit, after)


def records(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[Row[Record]]:
    """Yield records of every kind: documents in order of arrival, records in order of place.

    No record comes before one it refers to. Memory does not grow with their number.
    """
    selection = select_by(ledger, filter)
    yield from Assembler[Record](ledger).rows(ledger.records(selection, Order.PLACE))
