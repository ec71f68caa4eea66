"""Where lines came from: `soten sources`, `soten words`, `soten silence`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar, Unpack

import click

from soten.cli.frame import language_option, ledger_option
from soten.cli.lists import ListOptions, form_options, limit_option, list_options, show_list

T = TypeVar("T")

if TYPE_CHECKING:
    from soten.query import Filter, Page
    from soten.query.outlets import Chain, Publisher
    from soten.query.silence import Silence
    from soten.query.wordchoice import Choice
    from soten.store import Ledger


@click.command()
@list_options
@click.option(
    "--by",
    type=click.Choice(["document", "publisher", "chain"]),
    default="document",
    show_default=True,
    help="List documents; or publishers, with what they carried before others, whom they take "
    "from, and how many of the claims they tell are denied; or the ways reports came.",
)
def sources(by: str, **options: Unpack[ListOptions]) -> int:
    """List the documents read, and how each was dated; or who published them, and how they came.

    A story counts as carried first where copies of it by two publishers or more have known and
    different days. "Denied" counts claims that somebody denies in any document; "conceded", those
    whose denier asserts them on a later day. These are counts, not verdicts. Filters apply to
    documents only.
    """
    from soten import query
    from soten.export import answers, listing, sourcing

    if by == "document":
        return show_list(
            options,
            lambda ledger, filter, limit, after: query.sources(
                ledger, filter, limit=limit, after=after
            ),
            listing.source_table,
            answers.source_object,
        )
    if by == "chain":
        return show_list(options, _chains, sourcing.chain_table, sourcing.chain_object)
    return show_list(options, _publishers, sourcing.publisher_table, sourcing.publisher_object)


def _publishers(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Publisher]:
    from soten.query.outlets import publishers

    return _page(publishers(ledger), limit, after)


def _chains(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Chain]:
    from soten.query.outlets import chains

    return _page(chains(ledger), limit, after)


def _page(found: Sequence[T], limit: int, after: str | None) -> Page[T]:
    from soten.query import Page

    start = int(after or 0)
    is_more = len(found) > start + limit
    return Page(tuple(found[start : start + limit]), str(start + limit) if is_more else None)


@click.command()
@list_options
def words(**options: Unpack[ListOptions]) -> int:
    """List the words publishers choose where others choose others: 解放, 制圧, 占領.

    Which words are chosen between, and whose usage each is, the packs say. Counted apart: words
    of the writer's own, words in what somebody is reported to have said, and words quoted.
    """
    from soten.export import sourcing

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Choice]:
        from soten.query.wordchoice import word_choice

        return _page(word_choice(ledger, filter), limit, after)

    return show_list(options, ask, sourcing.word_table, sourcing.word_object)


@click.command()
@ledger_option
@language_option
@form_options
@limit_option
@click.option("--on", metavar="DAY", help="Seen from this day; else from the latest document's.")
def silence(
    ledger: str | None,
    language: str | None,
    as_json: bool | None,
    limit: int | None,
    on: str | None,
) -> int:
    """List actors and publishers that used to speak and fell silent.

    Silent is who spoke on five days or more within a year, and is now quiet for a week or more,
    for longer than three times the usual interval, and for longer than ever in that year.
    """
    from soten.export import sourcing

    def ask(open_ledger: Ledger, filter: Filter, most: int, after: str | None) -> Page[Silence]:
        from soten.query.silence import silences

        return _page(silences(open_ledger, on), most, after)

    options: ListOptions = {
        "party": None,
        "speaker": None,
        "issue": None,
        "act": None,
        "since": None,
        "until": None,
        "document": None,
        "state": None,
        "ledger": ledger,
        "language": language,
        "limit": limit,
        "as_json": as_json,
    }
    return show_list(options, ask, sourcing.silence_table, sourcing.silence_object)
