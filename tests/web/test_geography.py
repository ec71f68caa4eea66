"""The outlines of states, and where they are drawn."""

from __future__ import annotations

from soten.web.geography import COARSE, View, outlines, state_places


def test_outlines_are_rings_on_the_globe() -> None:
    """Every ring ends where it begins, and none jumps across the drawing."""
    found = outlines(COARSE)

    assert len(found) > 150
    for outline in found:
        assert (outline.ring[0][0] - outline.ring[-1][0]) % 360 == 0
        assert outline.ring[0][1] == outline.ring[-1][1]
        steps = zip(outline.ring, outline.ring[1:], strict=False)
        assert all(abs(x - other) <= 180 for (x, _), (other, _) in steps)


def test_a_state_lies_within_its_outline() -> None:
    """Also one that reaches over the 180th meridian."""
    places = state_places()

    assert len(places) > 150
    for name, (west, south, east, north) in {
        "Japan": (129, 30, 146, 46),
        "Fiji": (176, -19, 182, -15),
        "Brazil": (-74, -34, -34, 6),
    }.items():
        longitude, latitude = places[name]
        assert west < longitude < east, name
        assert south < latitude < north, name


def test_a_view_holds_its_places() -> None:
    """With room around them; north is above."""
    view = View.around([(10.0, 50.0), (30.0, 40.0)], 600, 400)
    (x, y), (other_x, other_y) = view.place(10, 50), view.place(30, 40)

    assert 0 < x < other_x < 600
    assert 0 < y < other_y < 400


def test_outlines_are_small_to_send() -> None:
    """The whole world, or a part of it in more detail: below 100 kB each."""
    for places in ([], [(30.0, 50.0), (38.0, 48.0)]):
        view = View.around(places, 960, 520)
        paths = list(view.paths())
        assert 0 < sum(map(len, paths)) < 100_000
