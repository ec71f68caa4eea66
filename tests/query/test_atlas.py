"""Places with what happens there and what is claimed of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.query.atlas import Basis, atlas, told_at
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.query.frontline import put_reports
from tests.store.test_placing import fill


def test_a_place_stands_where_its_pack_says(ledger: Ledger) -> None:
    """With its talks and events by day; the latest is told first."""
    fill(ledger)
    join_pending(ledger, JOINERS)
    (spot,) = atlas(ledger).spots

    assert (spot.place.id, spot.basis, spot.latitude) == ("kitamura", Basis.OWN, 40.5)
    assert [(form, side.id) for form, side in spot.names] == [("北村", "otsu")]
    assert spot.count("talk", "2031-05-01", "2031-05-05") == 1
    assert spot.count("event", "2031-05-01", "2031-05-05") == 0
    assert atlas(ledger).days == ("2031-05-05", "2031-05-06")
    whole = atlas(ledger)
    told = told_at(ledger, whole, ["kitamura"], "2031-05-01", "2031-05-31", most=1)
    assert [row.record.kind for row in told["kitamura"].rows] == ["event"]
    assert told["kitamura"].more == 1
    assert told_at(ledger, whole, ["kitamura"], "2031-06-01", "2031-06-30", most=9) == {}


def test_claims_stand_until_they_are_taken_back(ledger: Ledger, pack: Path) -> None:
    """Before anybody spoke nothing stands; where two exclude each other the place is contested."""
    put_reports(ledger, pack)
    claimed = [spot for spot in atlas(ledger).spots if spot.tenures]
    assert claimed
    (spot, *_) = claimed
    first = min(tenure.low for tenure in spot.tenures)

    assert spot.standing("2000-01-01") == ()
    assert spot.standing(first)
    assert not spot.is_contested("2000-01-01")
    assert any(spot.is_contested(tenure.low) for spot in claimed for tenure in spot.tenures)
    assert spot.basis is Basis.UNKNOWN  # the invented pack tells of no place where it lies


def test_it_is_told_that_claims_of_further_places_were_not_read(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the places told of last claims are read, of as many as are read at most."""
    put_reports(ledger, pack)
    assert not atlas(ledger).has_more_held

    monkeypatch.setattr("soten.query.atlas.MOST_HELD", 1)
    (claimed,) = [spot for spot in atlas(ledger).spots if spot.tenures]

    assert atlas(ledger).has_more_held
    assert [claimed.place.id] == [id for id, _ in ledger.held_places(limit=1)]


def test_an_empty_ledger_has_no_places(ledger: Ledger) -> None:
    """And no days."""
    assert atlas(ledger).spots == ()
    assert atlas(ledger).days is None
