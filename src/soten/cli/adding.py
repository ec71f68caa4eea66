"""`soten add`: files and folders into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soten.cli.frame import (
    DONE,
    UNREAD,
    complain,
    is_terminal,
    language_option,
    ledger_option,
    note,
    pack_option,
    settings_of,
)
from soten.settings import Language

if TYPE_CHECKING:
    from soten.pipeline import Summary

OnDocument = Callable[[str, int, int], None]
"""Called with a document's name, its number and how many there are."""


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--samples", is_flag=True, help="Read the samples that come with Soten.")
@ledger_option
@pack_option
@language_option
def add(
    paths: tuple[Path, ...],
    samples: bool,
    ledger: str | None,
    packs: tuple[str, ...],
    language: str | None,
) -> int:
    """Read files and folders (.txt, .md, .html) into the ledger.

    What is there already and has not changed is passed over; a changed file becomes a new version
    of its document. What cannot be read is named on stderr, and the rest is read.
    """
    if samples:
        paths = (*paths, sample_folder())
    if not paths:
        raise click.UsageError("name files or folders to read, or give --samples")
    from soten.pipeline import add_paths  # brings the tokenizer, which is slow to import

    settings = settings_of(ledger=ledger, packs=packs, language=language)
    with progress() as on_document:
        summary = add_paths(paths, settings.ledger, settings.packs, on_document)
    return report(summary, settings.language)


def sample_folder() -> Path:
    """Return the folder of the samples: in the package, or beside the sources it runs from."""
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "samples", package.parents[1] / "samples"
    return inside if inside.is_dir() else beside


def report(summary: Summary, language: Language) -> int:
    """Write what could not be read and one line on what was; return the exit code."""
    for failure in summary.failed:
        complain(failure)
    note(summary_line(summary, language))
    return UNREAD if summary.failed else DONE


def summary_line(summary: Summary, language: Language) -> str:
    """Return a run in one line."""
    if language is Language.JA:
        return (
            f"文書：新規{summary.read}・変更{summary.changed}・変更なし{summary.unchanged}・"
            f"読めず{len(summary.failed)}、記録{summary.records:,}件、"
            f"{summary.characters:,}字、{summary.seconds:.1f}秒"
        )
    return (
        f"{summary.read} new, {summary.changed} changed, {summary.unchanged} unchanged, "
        f"{len(summary.failed)} failed; {summary.records:,} records from "
        f"{summary.characters:,} characters in {summary.seconds:.1f} s"
    )


@contextmanager
def progress() -> Iterator[OnDocument | None]:
    """Show a bar on stderr while documents are read, where stderr is a terminal."""
    if not is_terminal(sys.stderr):
        yield None
        return
    # rich takes 0.1 s to import, and only a terminal needs it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.text import Text

    bar = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None, name="")

        def on_document(name: str, number: int, total: int) -> None:
            shown = Text(Path(name).name).plain[-48:]
            bar.update(task, completed=number, total=total, name=shown)

        yield on_document
