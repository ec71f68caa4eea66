"""`soten talks`: each talk once, however many reports tell of it, or report by report."""

from __future__ import annotations

from typing import Unpack

import click

from soten.cli.lists import ListOptions, list_options, show_list, show_records


@click.command()
@list_options
@click.option("--readings", is_flag=True, help="Every report's own reading, not joined.")
def talks(readings: bool, **options: Unpack[ListOptions]) -> int:
    """List talks: who met when and where, planned or held, and the outcome.

    What several reports tell of one talk is one row; `reports` counts those that are independent,
    not copies. `soten show ID` tells its history.
    """
    if readings:
        return show_records("talks", options)
    from soten.export.answers import talk_answer
    from soten.export.talks import talk_table
    from soten.query.joinedtalks import joined_talks

    return show_list(
        options,
        lambda ledger, filter, limit, after: joined_talks(ledger, filter, limit=limit, after=after),
        talk_table,
        talk_answer,
    )
