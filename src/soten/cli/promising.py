"""Promises: `soten commitments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from soten.cli.lists import ListOptions, list_options, show_list, show_records

if TYPE_CHECKING:
    from soten.query import Filter, Page
    from soten.query.commitments import JoinedCommitment
    from soten.store import Ledger


@click.command()
@list_options
@click.option(
    "--due",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Only promises whose last day is at most so many days ahead.",
)
@click.option(
    "--overdue",
    is_flag=True,
    help="Only promises whose term has passed, and of which nothing is told since.",
)
@click.option("--on", metavar="DATE", help="The day this is seen from, such as 2025-12-03: today.")
def commitments(
    due: int | None, overdue: bool, on: str | None, **options: Unpack[ListOptions]
) -> int:
    """List promises: whose, until when, on what condition, and what is told of each since.

    Several reports of one promise are one. What is told since is set beside it with who tells it;
    whether a promise was kept is never said here. With --state the tellings are listed one by one.
    """
    if options["state"] is not None:
        return show_records("commitments", options)
    from soten.export import promises
    from soten.query.commitments import joined_commitments

    def ask(
        ledger: Ledger, filter: Filter, limit: int, after: str | None
    ) -> Page[JoinedCommitment]:
        return joined_commitments(
            ledger, filter, on=on, due_within=due, overdue=overdue, limit=limit, after=after
        )

    return show_list(options, ask, promises.promise_table, promises.promise_object)
