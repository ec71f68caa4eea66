"""`soten brief`: where the talks stand."""

from __future__ import annotations

import sys
from pathlib import Path
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
)
from soten.records import UsageError

if TYPE_CHECKING:
    from soten.export.columns import Names
    from soten.query.brief import Brief

SUFFIXES = (".html", ".md", ".json")


@click.command()
@click.option("--since", metavar="D", help="The date from which on something counts as changed.")
@click.option("--about", metavar="X", help="Only what concerns this actor or point at issue.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT",
    help="A file ending in .html, .md or .json. Else the brief is printed as text.",
)
@ledger_option
@language_option
def brief(
    since: str | None,
    about: str | None,
    output: Path | None,
    ledger: str | None,
    language: str | None,
) -> int:
    """Print where the talks stand, every line with its evidence.

    Talks, positions, disputed claims, figures that disagree, commitments, what changed, sources.
    """
    from soten.query.brief import brief as ask

    settings = settings_of(ledger=ledger, language=language)
    if output is not None and output.suffix not in SUFFIXES:
        raise UsageError(f"a brief is written as {', '.join(SUFFIXES)}, not {output.name!r}")
    with open_existing(settings.ledger) as opened:
        found = ask(opened, since=since, about=about)
        names = names_of(opened, settings.language)
    suffix = output.suffix if output is not None else ""
    text = _written(found, names, suffix)
    if output is None:
        sys.stdout.write(text)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
        note(f"{output}: {len(found.sources)} documents")
    return DONE


def _written(found: Brief, names: Names, suffix: str) -> str:
    if suffix == ".html":
        from soten.export.page import brief_page  # brings the templates

        return brief_page(found, names)
    if suffix == ".json":
        from soten.export.briefobject import brief_object
        from soten.export.exchange import line

        return line(brief_object(found)) + "\n"
    from soten.export.markdown import brief_markdown, brief_text

    on_screen = not suffix and is_terminal(sys.stdout)
    return brief_text(found, names) if on_screen else brief_markdown(found, names)
