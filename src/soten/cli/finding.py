"""`soten search` and `soten show`: places that hold words, and one thing in full."""

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
    pack_option,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import form_options
from soten.cli.reprints import family_asked

if TYPE_CHECKING:
    from soten.export.exchange import Object


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many."
)
@form_options
@ledger_option
@language_option
def search(
    words: tuple[str, ...],
    limit: int,
    as_json: bool | None,
    ledger: str | None,
    language: str | None,
) -> int:
    """Find every place that holds WORDS.

    All words must occur; "…" is a phrase, OR an alternative, and a word after -- that begins with
    a hyphen must not occur.
    """
    from soten.export.answers import found_object
    from soten.export.details import found_lines
    from soten.export.exchange import line
    from soten.query import search as find

    settings = settings_of(ledger=ledger, language=language)
    with open_existing(settings.ledger) as opened:
        found = find(opened, " ".join(words), limit=limit)
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            click.echo(line(found_object(found)))
        elif not write_lines(found_lines(found, names_of(opened, settings.language), _stress)):
            note("nothing found")
        if found.next is not None:
            note("there is more; --limit N shows more")
    return DONE


@click.command()
@click.argument("id", metavar="ID")
@click.option("--why", is_flag=True, help="Tell why a statement is about its points at issue.")
@form_options
@ledger_option
@pack_option
@language_option
def show(
    id: str,
    why: bool,
    as_json: bool | None,
    ledger: str | None,
    packs: tuple[str, ...],
    language: str | None,
) -> int:
    """Print one record with its sentence and document, an actor, a document, a story's copies.

    With --why the document is read again with the packs: which clues spoke for each point.
    """
    from soten.cli.reasons import reason_lines, reason_values, reasons
    from soten.export.answers import detail_object
    from soten.export.details import detail_lines
    from soten.export.exchange import line
    from soten.export.families import family_object, family_table
    from soten.export.together import together_lines, together_object
    from soten.query import show as find
    from soten.query.together import together_with

    settings = settings_of(ledger=ledger, packs=packs, language=language)
    with open_existing(settings.ledger) as opened:
        family = family_asked(opened, id)
        if family is not None:
            is_json = as_json or (as_json is None and not is_terminal(sys.stdout))
            names = names_of(opened, settings.language)
            write_lines(
                [line(family_object(family))]
                if is_json
                else family_table([family], names, terminal_width())
            )
            return DONE
        detail = find(opened, id)
        together = together_with(opened, detail)
        votes = reasons(detail, opened, settings.packs) if why else []
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            told: Object = {"why": reason_values(votes)} if why else {}
            click.echo(line({**detail_object(detail), **together_object(together), **told}))
        else:
            names = names_of(opened, settings.language)
            write_lines(detail_lines(detail, names, terminal_width(), _stress))
            write_lines(together_lines(together, names, terminal_width()))
            write_lines(reason_lines(votes, names) if why else ())
    return DONE


def _stress(words: str) -> str:
    """Return words that stand out: bold on a terminal, between marks elsewhere."""
    return click.style(words, bold=True) if is_terminal(sys.stdout) else f"⟦{words}⟧"
