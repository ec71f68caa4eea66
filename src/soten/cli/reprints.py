"""Reprints: `soten families` and `soten compare`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from soten.cli.frame import (
    DONE,
    is_terminal,
    language_option,
    ledger_option,
    names_of,
    open_existing,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import ListOptions, form_options, list_options, show_list

if TYPE_CHECKING:
    from soten.query import Family
    from soten.store import Ledger


@click.command()
@list_options
def families(**options: Unpack[ListOptions]) -> int:
    """List stories that are copies of one another, the first known carrier of each first.

    Reprints, cut and lightly rewritten copies, and two translations of one release. Of the
    filters --since, --until and --document count.
    """
    from soten import query
    from soten.export import families as written

    return show_list(
        options,
        lambda ledger, filter, limit, after: query.families(
            ledger, filter, limit=limit, after=after
        ),
        written.family_table,
        written.family_object,
    )


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--all", "is_all", is_flag=True, help="Also where only endings or spelling differ.")
@form_options
@ledger_option
@language_option
def compare(
    one: str,
    other: str,
    is_all: bool,
    as_json: bool | None,
    ledger: str | None,
    language: str | None,
) -> int:
    """Show what differs between two stories, with the words of both.

    A and B are ids of stories, or documents (an id, a name or a part of one).
    """
    from soten.export.exchange import line
    from soten.export.families import comparison_lines, comparison_object
    from soten.query import compare as laid_side_by_side

    settings = settings_of(ledger=ledger, language=language)
    with open_existing(settings.ledger) as opened:
        found = laid_side_by_side(opened, one, other)
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            click.echo(line(comparison_object(found)))
        else:
            names = names_of(opened, settings.language)
            write_lines(comparison_lines(found, names, terminal_width(), all=is_all))
    return DONE


def family_asked(ledger: Ledger, id: str) -> Family | None:
    """Return the family of the story with this id; None where the id is of no story."""
    from soten.query import family_of

    return family_of(ledger, id) if "." in id else None
