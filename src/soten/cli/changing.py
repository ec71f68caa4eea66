"""What changed: `soten changes`, and the runs it can be asked by: `soten runs`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from soten.cli.frame import (
    DONE,
    is_terminal,
    language_option,
    ledger_option,
    names_of,
    note,
    open_existing,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import ON_A_TERMINAL, form_options, write_objects

if TYPE_CHECKING:
    from soten.export.exchange import Object
    from soten.store import RunFacts

_SHOWN = 12


@click.command()
@ledger_option
@language_option
@form_options
@click.option(
    "--since",
    required=True,
    metavar="DATE|RUN",
    help="An EDTF date (2025-12-03), or the id of a run (`soten runs`).",
)
@click.option(
    "--ahead",
    type=click.IntRange(min=0),
    default=14,
    show_default=True,
    help="Promises that end within so many days are due.",
)
@click.option("--about", help="Only what concerns this actor or point at issue.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many lines of a section.")
def changes(
    ledger: str | None,
    language: str | None,
    as_json: bool | None,
    since: str,
    ahead: int,
    about: str | None,
    limit: int | None,
) -> int:
    """Tell what changed since a day or a run: talks, claims, stances, promises, silences.

    Fresh are documents published on the day or later, or that the run and those after it brought.
    A talk or a claim is new where no older document tells of it. Promises are seen from the day
    of the latest document: due, overdue with nothing told since, and those that somebody says are
    broken.
    """
    from soten import query
    from soten.export.changing import change_lines, changes_object

    settings = settings_of(ledger=ledger, language=language)
    is_json = not is_terminal(sys.stdout) if as_json is None else as_json
    with open_existing(settings.ledger) as opened:
        filter = query.Filter(about=about) if about else query.EVERYTHING
        found = query.changes(opened, since, filter, ahead=ahead)
        if is_json:
            write_objects([changes_object(found)], as_array=as_json is True)
        else:
            names = names_of(opened, settings.language)
            write_lines(change_lines(found, names, limit or _SHOWN))
    return DONE


@click.command()
@ledger_option
@form_options
def runs(ledger: str | None, as_json: bool | None) -> int:
    """List the runs of the reader, the latest first: when, what read, and what it brought."""
    from soten.export.table import table_lines

    settings = settings_of(ledger=ledger)
    is_json = not is_terminal(sys.stdout) if as_json is None else as_json
    with open_existing(settings.ledger) as opened:
        found = opened.runs()
    if is_json:
        write_objects(map(_run_object, found), as_array=as_json is True)
        return DONE
    body = [
        [
            facts.run.started_at[:19],
            str(facts.documents),
            str(facts.new),
            str(facts.gone),
            facts.run.code,
            facts.run.id,
        ]
        for facts in found[:ON_A_TERMINAL]
    ]
    if not body:
        note("nothing found")
        return DONE
    headings = ["started (UTC)", "documents", "new records", "gone", "reader", "id"]
    write_lines(table_lines(headings, body, terminal_width(), right=frozenset([1, 2, 3])))
    return DONE


def _run_object(facts: RunFacts) -> Object:
    return {
        "kind": "run",
        "id": facts.run.id,
        "started_at": facts.run.started_at,
        "reader": facts.run.reader,
        "documents": facts.documents,
        "new": facts.new,
        "gone": facts.gone,
    }
