"""The `soten` command."""

from __future__ import annotations

import click

from soten import __version__
from soten.cli.accounts import accounts
from soten.cli.adding import add
from soten.cli.asking import ask
from soten.cli.briefing import brief
from soten.cli.changing import changes, runs
from soten.cli.claiming import claims, disputes, places
from soten.cli.evaluating import evaluate
from soten.cli.exporting import export
from soten.cli.finding import search, show
from soten.cli.frame import EdgeGroup, language_option, ledger_option
from soten.cli.lists import (
    actors,
    figures,
    statements,
    timeline,
)
from soten.cli.packs import pack
from soten.cli.promising import commitments
from soten.cli.reprints import compare, families
from soten.cli.reviewing import review
from soten.cli.serving import serve
from soten.cli.sourcing import silence, sources, words
from soten.cli.standing import distance, positions, shifts
from soten.cli.talking import talks


@click.group(
    cls=EdgeGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="soten")
@ledger_option
@language_option
def main(ledger: str | None, language: str | None) -> None:
    """Read Japanese reports into an evidence-linked ledger of negotiations.

    On a terminal a list is a table; in a pipe it is JSON Lines. Data goes to stdout, progress and
    complaints to stderr. Exit codes: 0 done, 1 something could not be read (the rest was), 2 wrong
    use.
    """


for _command in (
    *(add, brief, talks, positions, claims, disputes, places, figures, commitments, statements),
    *(shifts, distance, ask),
    *(families, compare),
    *(changes, runs, timeline, actors, sources, words, silence, search, show, review),
    *(export, serve, accounts, evaluate, pack),
):
    main.add_command(_command)

__all__ = ["main"]
