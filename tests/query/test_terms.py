"""Promises by where their last day lies."""

from __future__ import annotations

import pytest

from soten.query import Filter
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.query.terms import Ends, promises_ending
from soten.store import Ledger
from tests.query.test_commitments import event, promise

_ON = "2026-02-05"


def _filled(ledger: Ledger) -> None:
    for at, end in enumerate(("2026-01-31", "2026-02-01", "2026-02-07", "2026-03", None)):
        promise(ledger, f"甲国は代表団を{at + 2}人派遣する", f"2026-01-1{at}", end=end)
    promise(ledger)
    event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31")


@pytest.mark.parametrize("filter", [Filter(), Filter(party="ko"), Filter(since="2026-01-12")])
@pytest.mark.parametrize(
    "ends",
    [
        Ends("2026-02-05", "2026-02-12"),
        Ends("2026-02-05", "2026-03-31"),
        Ends("0001-01-01", "2026-02-04"),
        Ends("0001-01-01", "2026-02-04", untold=True),
        Ends("2027-01-01", "2027-02-01"),
    ],
)
def test_promises_of_a_term_are_those_of_all_whose_last_day_lies_there(
    ledger: Ledger, filter: Filter, ends: Ends
) -> None:
    """However many are asked for at once; in the order of all."""
    _filled(ledger)
    every = joined_commitments(ledger, filter, on=_ON).rows
    wanted = [one for one in every if ends.holds(one.end) and not (ends.untold and one.is_settled)]

    for size in (1, 2, 10):
        found: list[JoinedCommitment] = []
        after: str | None = None
        while True:
            page = promises_ending(ledger, filter, ends, on=_ON, limit=size, after=after)
            found += page.rows
            after = page.next
            if after is None:
                break
        assert found == wanted


def test_a_term_without_a_last_day_ends_nowhere() -> None:
    """An open or unknown end is in no term."""
    ends = Ends("0001-01-01", "9999-12-31")

    assert [ends.holds(end) for end in ("2026-02", "", "2026-01-01/..", None)] == [
        True,
        False,
        False,
        False,
    ]
