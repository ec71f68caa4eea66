"""Which places of different documents are one: equal names within one container.

A name without a container is borne by several places (中央区, 北部), so it joins nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from soten.japanese.folding import fold_form
from soten.records import Actor
from soten.resolve.blocks import APART, Apart, Judgement
from soten.resolve.joining import Features, Json
from soten.resolve.persons import FAIR, LIKELY

_WITHIN = re.compile(r".{2,}?[都道府県州省郡].{2,}|.{2,}?市.{1,}[区町]")
"""Names that hold their container: 三重県いなべ市."""
_LARGE = re.compile(
    r".{2,}(?:州|県|省|道|府|市|半島|諸島|列島|湾|運河|海峡|盆地|回廊|渓谷|(?:[北南東西中]{1,2}|沿岸)部)"
)
"""Of these one state hardly has two of one name; of 村, 町, 区 and 島 it has."""
_TOWN = re.compile(r"(?<=..)[市町村]\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as compared: its folded name, without what says that it is a town (`kind`).

    `within` is the place or state that holds it, `is_wide` says that this is no more than a state.
    """

    name: str
    kind: str
    within: str | None
    is_wide: bool
    known: bool

    @property
    def is_whole(self) -> bool:
        """Say whether the name itself names the container."""
        return _WITHIN.fullmatch(self.name + self.kind) is not None


def place_features(actor: Actor, within: str | None, *, is_wide: bool) -> dict[str, Json]:
    """Return what a place is compared by."""
    name = fold_form(actor.name_ja or actor.id)
    core = _TOWN.sub("", name)
    features: dict[str, Json] = {
        "type": "place",
        "name": core,
        "kind": name.removeprefix(core),
        "within": within,
        "wide": is_wide,
    }
    return features | ({"known": actor.id} if actor.known else {})


def place_of(features: Features) -> Place:
    """Return the place that features tell of."""
    return Place(
        name=str(features["name"]),
        kind=str(features["kind"]),
        within=features["within"],  # type: ignore[arg-type]
        is_wide=bool(features["wide"]),
        known="known" in features,
    )


def place_keys(place: Place) -> tuple[str, ...]:
    """Return the keys under which a place may be found again."""
    return (f"place {place.name}",) if place.within is not None or place.is_whole else ()


def judge_places(one: Place, other: Place) -> Judgement | Apart | None:
    """Say whether two are one place, with the reason, or are two."""
    if one.known and other.known:
        return APART
    if one.name != other.name or (one.kind and other.kind and one.kind != other.kind):
        return None
    told = one.name + max(one.kind, other.kind)
    if one.is_whole and other.is_whole:
        is_same = one.within is None or other.within is None or one.within == other.within
        return Judgement("place", LIKELY, told) if is_same else None
    if one.within is None or other.within is None:
        return None
    if one.within != other.within:
        return None if one.is_wide or other.is_wide else APART
    if not one.is_wide and not other.is_wide:
        return Judgement("place", LIKELY, f"{told}、{one.within}")
    return Judgement("place", FAIR, f"{told}、{one.within}") if _LARGE.fullmatch(told) else None
