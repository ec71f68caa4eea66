"""Outlines of the marks of parties, as the style sheet draws them (`.shape-0` …)."""

from __future__ import annotations


def outline(shape: int, x: float, y: float, r: float) -> str:
    """Return the path of a party's shape around a place, as wide as twice `r`.

    >>> outline(1, 10, 10, 4)
    'M6 6H14V14H6Z'
    """
    left, right, top, low = (_short(place) for place in (x - r, x + r, y - r, y + r))
    middle_x, middle_y, radius = _short(x), _short(y), _short(r)
    match shape:
        case 0:  # a circle
            return (
                f"M{left} {middle_y}A{radius} {radius} 0 1 1 {right} {middle_y}"
                f"A{radius} {radius} 0 1 1 {left} {middle_y}Z"
            )
        case 2:  # an arch: round above
            return f"M{left} {low}V{middle_y}A{radius} {radius} 0 0 1 {right} {middle_y}V{low}Z"
        case 3:  # a leaf: two corners round
            return (
                f"M{left} {top}H{middle_x}A{radius} {radius} 0 0 1 {right} {middle_y}V{low}"
                f"H{middle_x}A{radius} {radius} 0 0 1 {left} {middle_y}Z"
            )
        case 4:  # a square within a square
            near = r - max(1.5, r / 3)
            inner = [_short(place) for place in (x - near, y - near, x + near, y + near)]
            return (
                f"M{left} {top}H{right}V{low}H{left}Z"
                f"M{inner[0]} {inner[1]}V{inner[3]}H{inner[2]}V{inner[1]}Z"
            )
        case _:  # a square
            return f"M{left} {top}H{right}V{low}H{left}Z"


def _short(place: float) -> str:
    return f"{place:.2f}".rstrip("0").rstrip(".")
