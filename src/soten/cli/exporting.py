"""`soten export`: the ledger, or what filters let through, for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, Unpack

import click

from soten.cli.frame import (
    DONE,
    F,
    ledger_option,
    note,
    open_existing,
    settings_of,
)
from soten.cli.lists import Filters, filter_of, filter_options
from soten.records import UsageError


@click.group()
def export() -> None:
    """Write the ledger, or what filters let through, to a file."""


def _output_option(command: F) -> F:
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="OUT",
        help="Where to write; else stdout.",
    )(command)


@export.command()
@_output_option
@filter_options
@ledger_option
def jsonl(output: Path | None, ledger: str | None, **filters: Unpack[Filters]) -> int:
    """Write the exchange format: documents, actors, then records, one JSON object a line."""
    from soten.export.archive import jsonl_lines

    settings = settings_of(ledger=ledger)
    with open_existing(settings.ledger) as opened, target(output) as out:
        count = 0
        for line in jsonl_lines(opened, filter_of(filters)):
            out.write(line + "\n")
            count += 1
    if output is not None:
        note(f"{output}: {count:,} lines")
    return DONE


@export.command()
@click.argument("document", metavar="DOCUMENT")
@_output_option
@ledger_option
def text(document: str, output: Path | None, ledger: str | None) -> int:
    """Write exactly the stored text of DOCUMENT (an id, a name or a part of one)."""
    from soten.export.archive import document_text

    settings = settings_of(ledger=ledger)
    with open_existing(settings.ledger) as opened, target(output) as out:
        out.write(document_text(opened, document))
    return DONE


@export.command()
@_output_option
@click.option(
    "--kind",
    help="Only this kind of record, or 'series': figures of one quantity, a line for each telling of "
    "each point; to stdout or into the file OUT.",
)
@click.option("--raw", is_flag=True, help="Leave cells that look like formulas as they are.")
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, for spreadsheets.")
@filter_options
@ledger_option
def csv(
    output: Path | None,
    kind: str | None,
    raw: bool,
    bom: bool,
    ledger: str | None,
    **filters: Unpack[Filters],
) -> int:
    """Write CSV: one file a kind into the folder OUT, or one KIND to stdout.

    Text that a spreadsheet would take for a formula gets a ' in front; numbers stay numbers.
    """
    from soten.export.spreadsheet import KINDS, SERIES, KindFiles, write_kind, write_series
    from soten.query import figure_series, records

    settings = settings_of(ledger=ledger)
    if kind is not None and kind not in (*KINDS, SERIES):
        raise UsageError(f"no kind of record is {kind!r}; kinds are {', '.join((*KINDS, SERIES))}")
    if kind is None and output is None:
        raise UsageError("say --kind KIND for one kind on stdout, or -o FOLDER for all")
    with open_existing(settings.ledger) as opened:
        if kind == SERIES:
            with target(output) as out:
                out.write("\ufeff" if bom else "")
                write_series(figure_series(opened, filter_of(filters)).rows, out, raw=raw)
        elif kind is not None:
            asked = filter_of(filters, (kind,))
            with target(output) as out:
                out.write("\ufeff" if bom else "")
                write_kind(records(opened, asked), kind, out, raw=raw)
        elif output is not None:
            with KindFiles(output, raw=raw, bom=bom) as files:
                counts = files.write(records(opened, filter_of(filters)))
            for name, count in counts.items():
                note(f"{output / name}.csv: {count:,} rows")
    return DONE


@contextmanager
def target(output: Path | None) -> Iterator[TextIO]:
    """Open where to write; a file is there in whole or, after an error, not at all."""
    if output is None:
        yield sys.stdout
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    partial = output.with_name(f"{output.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as out:
            yield out
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
