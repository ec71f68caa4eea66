"""The invented states, people, towns and publishers, and the pack that knows (most of) them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_PACK = """\
id: crowd
title: 架空の紛争
version: "1"
description: States, people and towns of the crowd, which exist nowhere.
"""
_FOREVER = 100_000


@dataclass(frozen=True, slots=True)
class State:
    """A state; `home` is the office that speaks for it."""

    id: str
    ja: str
    en: str
    capital: str
    home: str
    forms: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person with one office, held from day `start` to day `end` of the world."""

    id: str
    state: str
    first: str
    last: str
    title: str
    role: str
    spelled: tuple[str, ...] = ()
    in_pack: tuple[str, ...] = ()
    listed: bool = True
    start: int = 0
    end: int = _FOREVER


@dataclass(frozen=True, slots=True)
class Place:
    """A venue of talks, or a town that is fought over (`norda`: what Norda calls it)."""

    id: str
    ja: str
    state: str
    spelled: tuple[str, ...] = ()
    norda: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher; an agency has a house of words of its own."""

    id: str
    ja: str
    tone: str
    house: int = 0
    spells: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and every place."""

    states: dict[str, State]
    persons: dict[str, Person]
    venues: dict[str, Place]
    towns: dict[str, Place]
    agencies: tuple[Outlet, ...]
    papers: tuple[Outlet, ...]

    def holder(self, state: str, role: str, day: int) -> Person | None:
        """Return who holds an office of a state on a day."""
        held = (p for p in self.persons.values() if (p.state, p.role) == (state, role))
        return next((p for p in held if p.start <= day <= p.end), None)


def load_cast() -> Cast:
    """Return the cast of `cast.yaml`."""
    told = yaml.safe_load((HERE / "cast.yaml").read_text(encoding="utf-8"))
    return Cast(
        states={
            id: State(id, s["ja"], s["en"], s["capital"], s["home"], *_lists(s, "forms", "spelled"))
            for id, s in told["states"].items()
        },
        persons={
            p["id"]: _person(state, p) for state, held in told["persons"].items() for p in held
        },
        venues={id: _place(id, v["of"], v) for id, v in told["venues"].items()},
        towns={t["id"]: _place(t["id"], "tesmia", t) for t in told["towns"]},
        agencies=tuple(Outlet(a["id"], a["ja"], a["tone"], a["house"]) for a in told["agencies"]),
        papers=tuple(
            Outlet(p["id"], p["ja"], p["tone"], spells=p["spells"]) for p in told["papers"]
        ),
    )


def _lists(entry: dict[str, Any], *keys: str) -> list[tuple[str, ...]]:
    return [tuple(entry.get(key, ())) for key in keys]


def _place(id: str, state: str, p: dict[str, Any]) -> Place:
    return Place(id, p["ja"], state, tuple(p.get("spelled", ())), p.get("norda"))


def _person(state: str, p: dict[str, Any]) -> Person:
    spelled, in_pack = _lists(p, "spelled", "in_pack")
    return Person(
        p["id"],
        state,
        p["first"],
        p["last"],
        p["title"],
        p["role"],
        spelled,
        in_pack,
        p.get("listed", True),
        p.get("from", 0),
        p.get("until", _FOREVER),
    )


def write_pack(cast: Cast, folder: Path) -> Path:
    """Write the pack of the crowd's world into `folder`; return where it is."""
    pack = folder / "crowd"
    (pack / "actors").mkdir(parents=True, exist_ok=True)
    (pack / "pack.yaml").write_text(_PACK, encoding="utf-8")
    entries = yaml.safe_dump(list(_entries(cast)), allow_unicode=True, sort_keys=False)
    (pack / "actors" / "all.yaml").write_text(entries, encoding="utf-8")
    return pack


def _entries(cast: Cast) -> Iterable[dict[str, Any]]:
    for state in cast.states.values():
        yield {
            "id": state.id,
            "type": "state",
            "ja": state.ja,
            "en": state.en,
            "forms": list(state.forms),
        }
    for person in cast.persons.values():
        if person.listed:
            yield {
                "id": person.id,
                "type": "person",
                "ja": f"{person.first}・{person.last}",
                "en": person.id.replace("-", " ").title(),
                "forms": [f"{person.first}・{form}" for form in person.in_pack],
                "side": person.state,
                "roles": [{"title": person.title, "of": person.state}],
            }
    for place in (*cast.venues.values(), *cast.towns.values()):
        forms = [{"text": place.norda, "whose": "norda"}] if place.norda else []
        yield {
            "id": place.id,
            "type": "place",
            "ja": place.ja,
            "en": place.id.title(),
            "forms": forms,
            "parent": place.state,
        }
    for outlet in cast.agencies:
        yield {"id": outlet.id, "type": "outlet", "ja": outlet.ja, "en": outlet.id.title()}
