"""`soten ask`: a question in Japanese or English, answered from records."""

from __future__ import annotations

import sys
from datetime import date

import click

from soten.cli.frame import (
    DONE,
    is_terminal,
    language_option,
    ledger_option,
    names_of,
    open_existing,
    pack_option,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import form_options
from soten.records import UsageError


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many."
)
@click.option(
    "--today", metavar="DAY", help="What 先週 and last week are reckoned from; else today."
)
@form_options
@ledger_option
@pack_option
@language_option
def ask(
    question: tuple[str, ...],
    limit: int,
    today: str | None,
    as_json: bool | None,
    ledger: str | None,
    packs: tuple[str, ...],
    language: str | None,
) -> int:
    """Answer a QUESTION in Japanese or English from the ledger's records.

    It says which parties, points at issue, places and dates it understood, what it seeks, and
    which words it did not understand. Rows come with their evidence; nothing is made up. Where the
    ledger holds nothing, it says what would be found without one of the conditions.
    """
    from soten.asking import QuestionReader  # brings the tokenizer, which is slow to import
    from soten.export.asked import answer_lines, answer_object
    from soten.export.exchange import line
    from soten.lexicon import load_lexicon
    from soten.query.asking import answer
    from soten.query.question import check_question

    settings = settings_of(ledger=ledger, packs=packs, language=language)
    asked = check_question(" ".join(question))
    day = _day(today)
    with open_existing(settings.ledger) as opened:
        understood = QuestionReader(load_lexicon(settings.packs)).read(asked, opened, day)
        found = answer(opened, understood, limit=limit)
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            click.echo(line(answer_object(found)))
        else:
            names = names_of(opened, settings.language)
            write_lines(answer_lines(found, names, terminal_width()))
    return DONE


def _day(today: str | None) -> date:
    try:
        return date.today() if today is None else date.fromisoformat(today)
    except ValueError as error:
        raise UsageError(f"not a day (such as 2025-12-03): {today!r}") from error
