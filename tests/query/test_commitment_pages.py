"""Pages of promises: parts of the whole list, however they are found."""

from __future__ import annotations

from itertools import product

import pytest

from soten.query.commitments import joined_commitments
from soten.records import Commitment, CommitmentStatus
from soten.store import Ledger, Order, Selection, leading, sifting
from tests.query.test_commitments import promise

_DEED = "鉄道の駅への攻撃を停止する"
_DAYS = ("2026-01-15", "2026-01-31", "2026-02-10", "2026-03-20")
_TERMS = (
    ("2026-01-10", None, None),
    ("2026-01-10", "2026-02-20", "2026-02-25"),
    ("2026-01-25", None, "2026-03-10"),
    ("2026-02-05", "2026-01-01", None),
    ("2026-02-20", "2026-03", "2026-03"),
    ("2026-03-05", None, "2026-01-31"),
)
"""When promises are reported, from when and until when they bind."""


@pytest.mark.parametrize("few", [leading.FEW, -1])
def test_a_page_of_any_days_is_part_of_the_whole(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """What began before, goes on after or was told twice is found once, in its place."""
    for day in ("2026-01-20", "2026-02-14"):
        promise(ledger, f"甲国は{_DEED}", day, end="2026-03-01", lead="続報では、" * int(day[6]))
    for at, (day, start, end) in enumerate(_TERMS):
        promise(ledger, f"甲国は代表団を{at + 2}人派遣する", day, start=start, end=end)
    monkeypatch.setattr(leading, "FEW", few)

    for since, until in product((None, *_DAYS), (None, *_DAYS)):
        asked = Selection(kinds=(Commitment.kind,), since=since, until=until)
        whole = [group.id for group, _ in ledger.groups(Commitment.kind, asked, Order.NEWEST)]
        for size in (1, 2, 5):
            found: list[str] = []
            page = ledger.groups(Commitment.kind, asked, Order.NEWEST, limit=size)
            while page:
                found += [group.id for group, _ in page]
                after = page[-1][1]
                page = ledger.groups(Commitment.kind, asked, Order.NEWEST, limit=size, after=after)
            assert found == whole, asked


@pytest.mark.parametrize("windows", [(200, 400), (1, 1, 2), (2, 3, 5, 8)])
def test_what_few_promises_meet_is_found_in_windows_of_any_size(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, windows: tuple[int, ...]
) -> None:
    """A page among the latest is the same as all that are let through, to its end."""
    for at, (day, start, end) in enumerate(_TERMS):
        for party in ("ko", "otsu") if at in (1, 4) else ("ko",):
            words = f"{party}は代表団を{at + 2}人派遣する"
            promise(ledger, words, day, party=party, start=start, end=end)
    monkeypatch.setattr(leading, "FEW", -1)
    monkeypatch.setattr(sifting, "_WINDOWS", windows)

    for party, until in product(("ko", "otsu"), (None, *_DAYS)):
        asked = Selection(kinds=(Commitment.kind,), party=party, until=until)
        whole = ledger.groups(Commitment.kind, asked, Order.NEWEST)
        assert whole or until is not None
        for size in range(1, len(whole) + 2):
            assert ledger.groups(Commitment.kind, asked, Order.NEWEST, limit=size) == whole[:size]


def test_a_page_holds_as_many_as_are_asked_for_where_some_only_tell_of_promises(
    ledger: Ledger,
) -> None:
    """What says that a word was kept is passed over; pages go on behind the last promise shown."""
    for at, day in enumerate(_DAYS):
        promise(ledger, f"甲国は代表団を{at + 2}人派遣する", day, end=None)
        words = f"甲国は{_DEED}約束を{at + 2}度守っている"
        promise(ledger, words, day, end=None, status=CommitmentStatus.KEPT, rule="word-kept")

    whole = [one.id for one in joined_commitments(ledger).rows]
    assert len(whole) == len(_DAYS)
    for size in range(1, len(whole) + 2):
        found, after = list[str](), None
        while True:
            page = joined_commitments(ledger, limit=size, after=after)
            assert len(page.rows) == min(size, len(whole) - len(found))
            found += [one.id for one in page.rows]
            after = page.next
            if after is None:
                break
        assert found == whole
