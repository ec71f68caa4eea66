"""The outlines of states, from the geodata that comes with the package (Natural Earth).

Files are TopoJSON: arcs of deltas that neighbours share. Boundaries are those that Natural Earth
draws, which is who is there in fact; another file of the same form can take their place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "vendor" / "world-atlas"
COARSE, FINE = "countries-110m.json", "countries-50m.json"
_FAR = 70
"""What shows more degrees of longitude than these is drawn from coarse outlines."""
MOST_LATITUDE = 80.0
"""Farther north and south a Mercator map is not drawn."""

_HALF, _ROUND = 180.0, 360.0

Point = tuple[float, float]
"""Longitude and latitude, in degrees; on a drawing, places from the left and from the top."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring of land with the box around it (west, south, east, north)."""

    ring: tuple[Point, ...]
    box: tuple[float, float, float, float]


@lru_cache(maxsize=2)
def outlines(name: str) -> tuple[Outline, ...]:
    """Return the outer rings of all states."""
    return tuple(outline for _, rings in _states(name) for outline in rings)


@lru_cache(maxsize=1)
def state_places() -> dict[str, Point]:
    """Return the middle of the largest part of each state, by its English name in CLDR."""
    # Only a state that something happens in needs the tables of names.
    import pycountry
    from babel import Locale

    names = Locale("en").territories
    found: dict[str, Point] = {}
    for number, rings in _states(COARSE):
        country = pycountry.countries.get(numeric=number) if number else None
        name = names.get(country.alpha_2) if country else None
        if name is not None and rings:
            found[name] = _middle(max(rings, key=lambda one: abs(_area(one.ring))).ring)
    return found


def _states(name: str) -> Iterator[tuple[str, list[Outline]]]:
    told = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    arcs = [_arc(arc, told["transform"]) for arc in told["arcs"]]
    for shape in told["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_ring(part[0], arcs) for part in parts if part]
        yield str(shape.get("id", "")), [Outline(ring, _box(ring)) for ring in rings]


def _arc(deltas: Iterable[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        found.append((x * wide + left, y * high + low))
    return found


def _ring(numbers: Iterable[int], arcs: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """Return arcs put together; a number below nought is an arc backwards.

    What crosses the 180th meridian goes on beyond it.
    """
    found: list[Point] = []
    turn = 0.0
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for x, y in arc[1:] if found else arc:
            if found and abs(x + turn - found[-1][0]) > _HALF:
                turn += -_ROUND if x + turn > found[-1][0] else _ROUND
            found.append((x + turn, y))
    return tuple(found)


def _box(ring: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs) / 2


def _middle(ring: Sequence[Point]) -> Point:
    """Return the centre of gravity of a ring.

    >>> _middle([(0, 0), (2, 0), (2, 2), (0, 2)])
    (1.0, 1.0)
    """
    area = _area(ring)
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return round(x, 3), round(y, 3)


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world in Mercator's projection, `wide` by `high` pixels."""

    west: float
    north: float
    scale: float
    """Pixels a degree of longitude."""
    wide: int
    high: int

    @classmethod
    def around(cls, places: Iterable[Point], wide: int, high: int) -> View:
        """Return a view in which places have room around them; all land where there are none."""
        known = list(places) or [(-150.0, -50.0), (170.0, 72.0)]
        xs = [x for x, _ in known]
        ys = [_mercator(y) for _, y in known]
        across, down = max(xs) - min(xs), max(ys) - min(ys)
        scale = min(wide / max(across * 1.25, 14.0), high / max(down * 1.35, 9.0))
        scale = max(scale, wide / 360)
        west = (max(xs) + min(xs)) / 2 - wide / scale / 2
        north = (max(ys) + min(ys)) / 2 + high / scale / 2
        return cls(west, north, scale, wide, high)

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a place is drawn."""
        x = (longitude - self.west) * self.scale
        return round(x, 1), round((self.north - _mercator(latitude)) * self.scale, 1)

    @property
    def degrees(self) -> float:
        """How many degrees of longitude it holds."""
        return self.wide / self.scale

    def paths(self) -> tuple[str, ...]:
        """Return the outlines of the states in it, as paths of SVG; less than a pixel is left out."""
        return _paths(self)


@lru_cache(maxsize=64)
def _paths(view: View) -> tuple[str, ...]:
    found = []
    for outline in outlines(COARSE if view.degrees > _FAR else FINE):
        (left, low), (right, top) = view.place(*outline.box[:2]), view.place(*outline.box[2:])
        if right < 0 or left > view.wide or low < 0 or top > view.high:
            continue
        if right - left < 1.5 and low - top < 1.5:
            continue
        found.append(_path(view.place(*point) for point in outline.ring))
    return tuple(path for path in found if path)


def _path(points: Iterable[Point]) -> str:
    """Return a closed path in whole pixels, without steps of less than two.

    >>> _path([(0, 0), (0.4, 0.4), (9, 0), (9, 9.2)])
    'M0 0L9 0L9 9Z'
    """
    kept: list[tuple[int, int]] = []
    for x, y in points:
        place = round(x), round(y)
        if not kept or abs(place[0] - kept[-1][0]) + abs(place[1] - kept[-1][1]) > 1:
            kept.append(place)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"


def _mercator(latitude: float) -> float:
    """Return a latitude in degrees of longitude, as Mercator stretches it.

    >>> round(_mercator(30), 2), round(_mercator(60), 2)
    (31.47, 75.46)
    """
    kept = math.radians(min(max(latitude, -MOST_LATITUDE), MOST_LATITUDE))
    return round(math.degrees(math.log(math.tan(math.pi / 4 + kept / 2))), 9)
