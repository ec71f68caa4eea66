"""What is claimed: `soten claims`, `soten disputes`, `soten places`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from soten.cli.lists import ListOptions, list_options, show_list

if TYPE_CHECKING:
    from soten.query import Dispute, Filter, Page, PlaceHistory
    from soten.store import Ledger

_place_option = click.option(
    "--place", metavar="PLACE", help="Only claims of who holds this place, by id or name."
)


@click.command()
@list_options
@_place_option
def claims(place: str | None, **options: Unpack[ListOptions]) -> int:
    """List claims across documents: who asserts, who denies, who could not confirm."""
    from soten import query
    from soten.export import answers, claiming

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Dispute]:
        return query.joined_claims(ledger, filter, place=place, limit=limit, after=after)

    return show_list(options, ask, claiming.claim_table, answers.dispute_object)


@click.command()
@list_options
@_place_option
def disputes(place: str | None, **options: Unpack[ListOptions]) -> int:
    """List denied claims with their course: who said what when, both sides with their words."""
    from soten import query
    from soten.export import answers, claiming

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[Dispute]:
        return query.disputes(ledger, filter, place=place, limit=limit, after=after)

    return show_list(options, ask, claiming.dispute_lines, answers.dispute_object)


@click.command()
@click.argument("place", required=False)
@list_options
def places(place: str | None, **options: Unpack[ListOptions]) -> int:
    """Tell who claimed when to hold each PLACE, by claimant; none is taken for right."""
    from soten import query
    from soten.export import claiming

    def ask(ledger: Ledger, filter: Filter, limit: int, after: str | None) -> Page[PlaceHistory]:
        return query.places(ledger, filter, place=place, limit=limit, after=after)

    return show_list(options, ask, claiming.place_lines, claiming.place_object)
