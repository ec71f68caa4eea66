"""Who claimed when to hold a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soten.query import PlaceHistory, places
from soten.query.places import names_of_places
from soten.store import Ledger, Order, Selection, heldplaces
from tests.query.frontline import ALL, put_reports


def told(history: PlaceHistory) -> dict[str, list[tuple[str | None, str, str, str | None]]]:
    """Return, by claimant, the day, what is done, what is told of the place, and the part."""
    return {
        claimant.party.id: [
            (step.when.edtf, step.move.value, step.control[0].hold.value, step.control[0].part)
            for step in claimant.steps
        ]
        for claimant in history.claimants
    }


@pytest.mark.parametrize("name", ["farken", "ファルケン", "ファルケン市", "Farken"])
def test_a_place_has_a_history_by_claimant(ledger: Ledger, pack: Path, name: str) -> None:
    """Each side's claims and denials stand in order of time, with no verdict."""
    put_reports(ledger, pack)
    (history,) = places(ledger, place=name).rows

    assert told(history) == {
        "norda": [("2031-11-20", "asserted", "taken", None)],
        "tesmia": [
            ("2031-11-20", "denied", "taken", None),
            ("2031-12-17", "asserted", "retaken", None),
        ],
        "author": [("2031-11-22", "unconfirmed", "taken", None)],
    }


def test_parts_of_a_place_are_kept_apart(ledger: Ledger, pack: Path) -> None:
    """Two numbers of one side stand beside each other; none is averaged away."""
    put_reports(ledger, pack)
    (history,) = places(ledger, place="rodona").rows

    assert told(history)["norda"] == [
        ("2031-11-23", "asserted", "taken", "75%以上"),
        ("2031-11-24", "asserted", "taken", "70%"),
    ]


def test_places_come_in_pages_the_latest_told_of_first(ledger: Ledger, pack: Path) -> None:
    """A list of places has every place of which some claim tells who holds it, each once."""
    put_reports(ledger, pack)
    first = places(ledger, limit=1)
    rest = places(ledger, after=first.next)

    assert [history.place.id for history in (*first.rows, *rest.rows)] == ["farken", "rodona"]
    assert rest.next is None


def test_without_such_claims_there_is_no_history(filled: Ledger) -> None:
    """Claims that tell of no holder make no history."""
    assert places(filled).rows == ()


def test_of_many_claims_about_a_place_the_latest_are_told(ledger: Ledger, pack: Path) -> None:
    """And that there are more is told as well."""
    put_reports(ledger, pack)
    (history,) = places(ledger, place="farken", latest=1).rows
    (whole,) = places(ledger, place="farken", latest=100).rows

    assert [step.when.edtf for step in history.steps] == ["2031-12-17"]
    assert (history.is_cut, whole.is_cut) == (True, False)


def test_a_place_has_its_names_and_whose_they_are(ledger: Ledger, pack: Path) -> None:
    """Names of no side stand first."""
    put_reports(ledger, pack)

    names = names_of_places(ledger, ["farken"])["farken"]

    assert [(name.form, name.whose) for name in names][:2] == [
        ("ファルケン", None),
        ("Farken", None),
    ]


def test_names_of_sides_are_those_a_place_has(ledger: Ledger, pack: Path) -> None:
    """Asked for all at once, whose names they are is the same."""
    text = "テスミア東部のファルケン（ノルダ側の呼称はファルケングラード）で戦闘が続いている。"
    put_reports(ledger, pack, (*ALL, ("2031-12-20", text)))
    every = ledger.names_of_sides()

    assert names_of_places(ledger, ["farken"], every) == names_of_places(ledger, ["farken"])
    assert all(set(ledger.whose_names([id])) == set(names) for id, names in every.items())


@pytest.mark.parametrize(
    "narrowed",
    [
        {},
        {"until": "2031-12-16"},
        {"party": "norda"},
        {"party": "norda", "since": "2031-12-01"},
        {"acting": ("norda",), "issue": "territory", "since": "2031-12-01"},
    ],
)
def test_reading_claims_till_a_page_is_full_finds_what_counting_all_finds(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch, narrowed: dict[str, object]
) -> None:
    """The same places in the same order, also from behind each of them on."""
    put_reports(ledger, pack)
    selection = Selection(**narrowed)  # type: ignore[arg-type]  # days, actors

    def told() -> list[list[tuple[str, str]]]:
        whole = ledger.held_places(selection, limit=9)
        return [whole, *(ledger.held_places(selection, limit=1, after=at) for _, at in whole)]

    read = told()
    monkeypatch.setattr(heldplaces, "_walked", heldplaces._counted)

    assert told() == read
    assert read[0] or "since" in narrowed


@pytest.mark.parametrize("narrowed", [{}, {"until": "2031-12-16"}, {"acting": ("norda",)}])
@pytest.mark.parametrize("most", [1, 2])
def test_claims_of_several_places_looked_for_at_once_are_those_of_each(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch, narrowed: dict[str, str], most: int
) -> None:
    """The latest ones of each place, in the same order; those of places of too many are left out."""
    put_reports(ledger, pack)
    selection = Selection(kinds=("claim",), **narrowed)  # type: ignore[arg-type]  # days, actors
    groups = ledger.groups_with("actor", ["farken", "rodona"])

    alone = {}
    for place in ("farken", "rodona"):
        named = (place, *(groups[place].members if place in groups else ()))
        some = ledger.records(replace(selection, places=named), Order.NEWEST, limit=most)
        alone[place] = [one.id for one in some]
    ids = {id: (*groups[id].members,) if id in groups else (id,) for id in ("farken", "rodona")}

    assert ledger.latest_told(selection, ids, most) == alone
    monkeypatch.setattr(heldplaces, "_FEW", 0)
    assert ledger.latest_told(selection, ids, most) == {}
