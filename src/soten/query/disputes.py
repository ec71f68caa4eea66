"""What is disputed: claims that somebody denies, and figures that disagree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.answers import Dispute, Page, Row, Voice
from soten.query.assembly import Assembler, page_of
from soten.query.disagreement import figures_that_disagree
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Assertion, Claim, Figure
from soten.store import Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger


__all__ = ["disputes", "figures_that_disagree"]

_BATCH = 500


def disputes(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Dispute]:
    """Return claims that somebody denies, both sides with their words, the newest first."""
    selection = replace(select_by(ledger, filter, (Claim.kind,)), is_denied=True)
    page: Page[Row[Claim]] = page_of(ledger, selection, Order.NEWEST, limit, after)
    assembler = Assembler[Figure](ledger)
    figures = _figures(ledger, assembler, page.rows)
    return Page(tuple(_dispute(row, figures, assembler) for row in page.rows), page.next)


def _figures(
    ledger: Ledger, assembler: Assembler[Figure], claims: tuple[Row[Claim], ...]
) -> dict[str, Row[Figure]]:
    ids = tuple(dict.fromkeys(id for row in claims for id in row.record.figures))
    found: dict[str, Row[Figure]] = {}
    for at in range(0, len(ids), _BATCH):
        selection = Selection(ids=ids[at : at + _BATCH])
        found |= {row.id: row for row in assembler.rows(ledger.records(selection))}
    return found


def _dispute(
    row: Row[Claim], figures: dict[str, Row[Figure]], assembler: Assembler[Figure]
) -> Dispute:
    def voices(sides: tuple[Assertion, ...]) -> tuple[Voice, ...]:
        return tuple(
            Voice(
                by=row.label(side.by),
                evidence=side.evidence,
                document=row.document
                if side.evidence.document == row.document.id
                else assembler.facts(side.evidence.document),
            )
            for side in sides
        )

    return Dispute(
        claim=row,
        asserted=voices(row.record.asserted),
        denied=voices(row.record.denied),
        figures=tuple(figures[id] for id in row.record.figures if id in figures),
    )
