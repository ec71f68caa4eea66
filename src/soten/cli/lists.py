"""The lists: talks, positions, disputes, figures, commitments, statements and the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypedDict, TypeVar, Unpack

import click

from soten.cli.frame import (
    DONE,
    F,
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

if TYPE_CHECKING:
    from soten.export.columns import Names
    from soten.export.exchange import Object
    from soten.query import Disagreement, Filter, Page, Row
    from soten.records import Record
    from soten.store import Ledger

T = TypeVar("T")

ON_A_TERMINAL = 100
"""How many rows a terminal gets where nobody says how many."""

BATCH = 1000
"""How many rows are held at a time where all are written."""

Ask = Callable[["Ledger", "Filter", int, str | None], "Page[T]"]
"""Given a ledger, a filter, how many rows at most, and the cursor to go on from."""

Table = Callable[[Sequence[T], "Names", int], Iterator[str]]


class Filters(TypedDict):
    """The filters of the command line, as click hands them over."""

    party: str | None
    speaker: str | None
    issue: str | None
    act: str | None
    since: str | None
    until: str | None
    document: str | None
    state: str | None


class ListOptions(Filters):
    """Everything a list takes, as click hands it over."""

    ledger: str | None
    language: str | None
    limit: int | None
    as_json: bool | None


def filter_of(options: Filters, kinds: tuple[str, ...] = ()) -> Filter:
    """Return the filter that the options ask for."""
    from soten.query import Filter  # keeps the start light

    return Filter(
        party=options["party"],
        speaker=options["speaker"],
        issue=options["issue"],
        act=options["act"],
        since=options["since"],
        until=options["until"],
        document=options["document"],
        kinds=kinds,
        state=options["state"],
    )


def form_options(command: F) -> F:
    """Add `--json` and `--table`."""
    return click.option(
        "--json/--table",
        "as_json",
        default=None,
        help="JSON (one array) or a table. Else a table on a terminal, JSON Lines in a pipe.",
    )(command)


def limit_option(command: F) -> F:
    """Add `--limit`."""
    return click.option(
        "--limit",
        type=click.IntRange(min=0),
        help=f"At most so many rows; 0 for all. Else {ON_A_TERMINAL} on a terminal, all in a pipe.",
    )(command)


def filter_options(command: F) -> F:
    """Add the filters every list takes; each narrows what is shown."""
    options = (
        ("--party", "The party (id or name) or one of its side speaks, takes part, promises …"),
        ("--speaker", "Whose words they are: an id, a name, 'author' or 'anonymous'."),
        ("--issue", "A point at issue: its id or name."),
        ("--act", "What is done: a statement's act, a position's stance, a talk's status …"),
        ("--since", "On this date (EDTF: 2025-12-03, 2025-12) or later."),
        ("--until", "On this date or earlier."),
        ("--document", "A document: its id, its name or a part of its name."),
        ("--state", "What persons decided: read, accepted, corrected, rejected …, or all."),
    )
    for name, help_text in reversed(options):
        command = click.option(name, help=help_text)(command)
    return command


def list_options(command: F) -> F:
    """Add everything a list takes."""
    for option in (language_option, ledger_option, form_options, limit_option, filter_options):
        command = option(command)
    return command


def show_list(
    options: ListOptions, ask: Ask[T], table: Table[T], as_object: Callable[[T], Object]
) -> int:
    """Ask the ledger and write the answer as table or JSON."""
    settings = settings_of(ledger=options["ledger"], language=options["language"])
    as_array, limit = options["as_json"], options["limit"]
    is_json = not is_terminal(sys.stdout) if as_array is None else as_array
    if limit is None and not is_json:
        limit = ON_A_TERMINAL
    with open_existing(settings.ledger) as ledger:
        found = _Rows(ask, ledger, filter_of(options), limit or None)
        if is_json:
            write_objects(map(as_object, found), as_array=as_array is True)
        else:
            names = names_of(ledger, settings.language)
            if not write_lines(table(list(found), names, terminal_width())):
                note("nothing found")
    if found.is_cut:
        note(f"only the first {limit} are shown; --limit 0 shows all")
    return DONE


class _Rows(Generic[T]):
    """The rows of an answer, asked for a batch at a time; `is_cut` once the limit left some out."""

    def __init__(self, ask: Ask[T], ledger: Ledger, filter: Filter, limit: int | None) -> None:
        self.ask, self.ledger, self.filter, self.limit = ask, ledger, filter, limit
        self.is_cut = False

    def __iter__(self) -> Iterator[T]:
        """Yield the rows in order."""
        left, after = self.limit, None
        while left is None or left > 0:
            size = BATCH if left is None else min(left, BATCH)
            page = self.ask(self.ledger, self.filter, size, after)
            yield from page.rows
            left = None if left is None else left - len(page.rows)
            after = page.next
            if after is None:
                return
        self.is_cut = True


def write_objects(objects: Iterable[Object], *, as_array: bool) -> None:
    """Write objects one a line, or as one array."""
    from soten.export.exchange import line  # keeps the start light

    if not as_array:
        write_lines(map(line, objects))
        return
    separator = "["
    for found in objects:
        sys.stdout.write(f"{separator}\n{line(found)}")
        separator = ","
    sys.stdout.write("[]\n" if separator == "[" else "\n]\n")


@click.command()
@list_options
def statements(**options: Unpack[ListOptions]) -> int:
    """List who said what to whom and when."""
    return show_records("statements", options)


@click.command()
@list_options
@click.option(
    "--disagreeing", is_flag=True, help="Only figures that count one thing and differ, together."
)
@click.option(
    "--series", is_flag=True, help="What is told of one quantity by all, on one axis, by owner."
)
@click.argument("name", nargs=-1)
def figures(
    name: tuple[str, ...], disagreeing: bool, series: bool, **options: Unpack[ListOptions]
) -> int:
    """List numbers: how many of what, and whose figure it is.

    With --series, NAME narrows to one figure's series (its id) or to quantities that all the words
    name: a thing, a place, a side.
    """
    if series:
        return _series(" ".join(name) or None, options)
    if name:
        raise click.UsageError("a NAME goes with --series")
    if not disagreeing:
        return show_records("figures", options)
    from soten.export import answers, listing
    from soten.query import Page, figures_that_disagree

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Disagreement]:
        found = figures_that_disagree(ledger, filter)[int(after or 0) :]
        is_more = len(found) > limit
        return Page(found[:limit], str(int(after or 0) + limit) if is_more else None)

    return show_list(options, ask, listing.disagreement_table, answers.disagreement_object)


def _series(name: str | None, options: ListOptions) -> int:
    from soten.export import quantities
    from soten.query.figures import Series, figure_series

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Series]:
        return figure_series(ledger, filter, name=name, limit=limit, after=after)

    return show_list(options, ask, quantities.series_lines, quantities.series_object)


@click.command()
@list_options
@click.option("--newest-first", is_flag=True, help="The latest first; else the earliest.")
def timeline(newest_first: bool, **options: Unpack[ListOptions]) -> int:
    """List everything that has a date of its own, in order of time."""
    from soten import query
    from soten.export import answers, listing

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Row[Record]]:
        return query.timeline(ledger, filter, limit=limit, after=after, newest_first=newest_first)

    return show_list(options, ask, listing.mixed_table, answers.row_object)


@click.command()
@list_options
def actors(**options: Unpack[ListOptions]) -> int:
    """List actors and places, the most mentioned first."""
    from soten import query
    from soten.export import answers, listing

    return show_list(
        options,
        lambda ledger, filter, limit, after: query.actors(ledger, filter, limit=limit, after=after),
        listing.actor_table,
        answers.actor_row_object,
    )


def show_records(kind: str, options: ListOptions) -> int:
    """Write the list of records of a kind, named in the plural."""
    from soten import query
    from soten.export import answers, listing

    questions: dict[str, Callable[..., Page[Row[Record]]]] = {
        "talks": query.talks,
        "positions": query.positions,
        "figures": query.figures,
        "commitments": query.commitments,
        "statements": query.statements,
    }

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Row[Record]]:
        return questions[kind](ledger, filter, limit=limit, after=after)

    return show_list(options, ask, listing.record_table, answers.row_object)
