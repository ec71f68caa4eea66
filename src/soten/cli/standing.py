"""Where the parties stand: `soten positions`, `soten shifts`, `soten distance`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from soten.cli.frame import (
    DONE,
    is_terminal,
    names_of,
    note,
    open_existing,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import (
    ListOptions,
    filter_of,
    list_options,
    show_list,
    show_records,
    write_objects,
)
from soten.records import UsageError

if TYPE_CHECKING:
    from soten.query import Filter, Page
    from soten.query.shifts import Shift
    from soten.store import Ledger


@click.command()
@list_options
@click.option("--matrix", is_flag=True, help="The latest stand of each party on each point.")
@click.option(
    "--history",
    is_flag=True,
    help="Every stand of each party on each point, the earliest first, with who voices it and how "
    "close he is to the party; --since then asks what is new from that day on.",
)
def positions(matrix: bool, history: bool, **options: Unpack[ListOptions]) -> int:
    """List what each party demands, offers or refuses on which issue."""
    if matrix and history:
        raise UsageError("say --matrix or --history, not both")
    return _courses(options, history) if matrix or history else show_records("positions", options)


def _courses(options: ListOptions, is_history: bool) -> int:
    from soten.export import standing
    from soten.query import courses

    settings = settings_of(ledger=options["ledger"], language=options["language"])
    since = options["since"] if is_history else None
    if is_history:
        options["since"] = None
    with open_existing(settings.ledger) as ledger:
        found = courses(ledger, filter_of(options), since=since)[: options["limit"] or None]
        as_array = options["as_json"]
        if as_array or (as_array is None and not is_terminal(sys.stdout)):
            write_objects(map(standing.course_object, found), as_array=as_array is True)
            return DONE
        names = names_of(ledger, settings.language)
        lines = standing.course_lines if is_history else standing.matrix_lines
        if not write_lines(lines(found, names, terminal_width())):
            note("nothing found")
    return DONE


@click.command()
@list_options
@click.option(
    "--voices",
    is_flag=True,
    help="Instead, where voices of one party differ and no change is told: on one day, or the "
    "later one farther from the party (a spokesman, then an unnamed official).",
)
def shifts(voices: bool, **options: Unpack[ListOptions]) -> int:
    """List where a party's stance moved: two dated quotations on one thing that differ.

    They are of one party on one point, share words of content, lie no more than a year apart, and
    the later voice is as close to the party as the earlier one. --since limits the later of the
    two. Another demand is no shift; from refusing to accepting, from a condition to none is.
    """
    from soten import query
    from soten.export import standing

    since, options["since"] = options["since"], None
    question = query.voices_that_differ if voices else query.shifts

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Shift]:
        return question(ledger, filter, since=since, limit=limit, after=after)

    return show_list(options, ask, standing.shift_table, standing.shift_object)


@click.command()
@click.argument("one", metavar="PARTY")
@click.argument("other", metavar="PARTY")
@list_options
@click.option("--on", metavar="DAY", help="As of this day; else of their latest stand.")
@click.option(
    "--within",
    type=click.IntRange(min=1),
    default=180,
    show_default=True,
    help="A stand counts for so many days.",
)
def distance(
    one: str, other: str, on: str | None, within: int, **options: Unpack[ListOptions]
) -> int:
    """Tell how far two parties stand apart on each point, and since --since closer or further.

    The number is the difference of two steps, one of each party's latest stand on the same thing:
    rejects 0, opposes 0.25, open 0.5, accepts-if 0.75, accepts, supports, offers, demands 1. So 0
    is alike and 1 opposed. It is unknown where one is silent, where they speak of different
    things, where one is undecided, and where both refuse, both demand, both offer, or one demands
    and the other offers, unless in the same words. Points are not averaged.
    """
    from soten.export import standing
    from soten.query import distances

    settings = settings_of(ledger=options["ledger"], language=options["language"])
    since, options["since"] = options["since"], None
    with open_existing(settings.ledger) as ledger:
        filter = filter_of(options)
        found = distances(ledger, one, other, filter, since=since, on=on, within=within)
        found = found[: options["limit"] or None]
        as_array = options["as_json"]
        if as_array or (as_array is None and not is_terminal(sys.stdout)):
            write_objects(map(standing.distance_object, found), as_array=as_array is True)
        elif not write_lines(
            standing.distance_lines(found, names_of(ledger, settings.language), terminal_width())
        ):
            note("nothing found")
    return DONE
