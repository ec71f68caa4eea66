"""Addresses that readers of a ledger ask for: every kind of page, with what the ledger holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any  # Any: an OpenAPI document
from urllib.parse import quote, urlencode

_GROUPS = {
    "talks": "talk",
    "commitments": "commitment",
    "families": "story",
    "claims": "claim",
    "figures": "figure",
}
"""What stands in an address before the id of something joined → its kind."""
_PROMISED = (
    "EXISTS (SELECT 1 FROM cells WHERE cells.grp = groups.row"
    " AND json_extract(features, '$.told') = '')"
)
"""That a group is a promise; what is only told of promises is none, and has no page."""
_OFTEN = 0.25
"""How often a condition is made, of those that a page takes."""
_MOST = 3
_SELDOM = {"document": 0.8}
_WORDS = (
    "停戦",
    "交渉",
    "会談",
    "制裁",
    "捕虜",
    "外相",
    "案",
    "停戦 交渉",
    "捕虜 OR 国境",
    "避難民の帰還",
)
_KINDS = ("statement", "talk", "claim", "figure", "commitment", "position")
_FEW = {"limit": ("10", "20", "50"), "top": ("10", "40"), "kind": _KINDS}
"""Values of parameters that the ledger does not tell."""
_QUESTIONS = (
    "{who}は{what}について何と言ったか",
    "{who}の約束は",
    "{what}をめぐる会談はいつか",
    "What did {who} say about {what}?",
    "{who}は{day}以降に何を否定したか",
)


@dataclass(frozen=True, slots=True)
class Held:
    """Some of what a ledger holds, for each name of a parameter."""

    values: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    """What parties are called."""
    issue_names: tuple[str, ...]
    copies: tuple[tuple[str, str], ...]
    """Copies of stories, two by two."""
    first: date
    last: date


def held(path: Path, seed: int, some: int = 400) -> Held:
    """Return some of what the ledger in a file holds, from all over it."""
    dice = Random(f"held:{seed}")
    with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as ledger:

        def column(query: str, *values: object) -> tuple[str, ...]:
            return tuple(str(row[0]) for row in ledger.execute(query, values) if row[0])

        def anywhere(table: str, what: str = "id", where: str = "1") -> tuple[str, ...]:
            last = ledger.execute(f'SELECT max(row) FROM "{table}"').fetchone()[0] or 0
            query = f'SELECT {what} FROM "{table}" WHERE row >= ? AND {where} ORDER BY row LIMIT 1'
            found = [column(query, dice.randint(0, last)) for _ in range(some)]
            return tuple(dict.fromkeys(value for values in found for value in values))

        sides = column("SELECT DISTINCT side FROM actors WHERE side IS NOT NULL AND known")
        acting = column(  # whoever is named: author and anonymous speakers have no page
            "SELECT who FROM record_actors JOIN actors ON actors.id = record_actors.who "
            f"ORDER BY random() LIMIT {some}"
        )
        known = column("SELECT id FROM actors WHERE known AND type = 'person'")
        values = {kind: anywhere("groups", where=f"kind = '{of}'") for kind, of in _GROUPS.items()}
        values["commitments"] = anywhere("groups", where=f"kind = 'commitment' AND {_PROMISED}")
        values |= {
            "party": sides * 3 + known,
            "speaker": (*sides, *known, "author", "anonymous"),
            "actors": tuple(dict.fromkeys((*sides, *known, *acting))),
            "place": column("SELECT id FROM actors WHERE known AND type = 'place'"),
            "issue": column("SELECT id FROM issues"),
            "publisher": tuple(dict.fromkeys(anywhere("versions", "publisher"))),
            "documents": (documents := anywhere("documents")),
            "document": documents,
            "records": (records := anywhere("records", where="kind NOT IN ('mention', 'date')")),
            "about": records,
            "text": anywhere("versions", "text"),
            "act": ("assert", "demand", "deny", "announce", "willing"),
        }
        copies = _copies(ledger, values["families"])
        days = ledger.execute("SELECT min(published_low), max(published_low) FROM versions")
        first, last = (date.fromisoformat(day or "2026-01-01") for day in days.fetchone())
        names = column("SELECT name_ja FROM actors WHERE known AND type IN ('state', 'person')")
        issues = column("SELECT name_ja FROM issues")
    values["place"] = values["place"] or ("nowhere",)
    return Held(values, names, issues, copies, first, last)


def _copies(ledger: sqlite3.Connection, stories: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    query = (
        "SELECT i.id FROM groups AS g JOIN cells AS c ON c.grp = g.row JOIN items AS i ON i.cell = c.row"
        " WHERE g.id = ? AND g.kind = 'story' LIMIT 2"
    )
    for story in stories:
        both = [row[0] for row in ledger.execute(query, (story,))]
        found += [(both[0], both[1])] if len(both) == 2 else []
    return tuple(found)


class Walk:
    """Makes addresses, no two alike if it can be; the same ones for one seed."""

    def __init__(self, described: Mapping[str, Any], held: Held, seed: int) -> None:
        """Take the OpenAPI description of the pages."""
        self.held = held
        self._dice = Random(f"walk:{seed}")
        self._described = described
        self.linked: dict[str, tuple[str, ...]] = {}
        """Addresses found on other pages, of pages whose ids are not known from the ledger."""

    def pages(self) -> list[str]:
        """Return the kinds of pages: the paths that are described."""
        return sorted(path for path, told in self._described["paths"].items() if "get" in told)

    def unknown(self) -> Iterator[str]:
        """Yield the paths with an id that has to be found on another page."""
        for path in self.pages():
            if "{" in path and self._id_of(path) is None:
                yield path

    def address(self, path: str) -> str:
        """Return an address of this kind of page."""
        place = path
        if "{" in path:
            place = self._filled(path)
            if not place:
                return ""
        return self._with_conditions(path, place)

    def _filled(self, path: str) -> str:
        if path == "/compare/{one}/{other}":
            return (
                "/compare/{}/{}".format(*self._dice.choice(self.held.copies))
                if self.held.copies
                else ""
            )
        ids = self._id_of(path)
        if ids is None:
            return self._dice.choice(self.linked[path]) if self.linked.get(path) else ""
        return re.sub(r"\{\w+\}", lambda _: quote(self._dice.choice(ids)), path) if ids else ""

    def _id_of(self, path: str) -> tuple[str, ...] | None:
        if path.startswith("/compare/"):
            return ()
        before = path.partition("/{")[0].rsplit("/", 1)[-1]
        return self.held.values.get({"places": "place"}.get(before, before))

    def _with_conditions(self, path: str, place: str) -> str:
        asked: dict[str, str] = {}
        parameters = self._described["paths"][path]["get"].get("parameters", [])
        taken = [told for told in parameters if told["in"] == "query"]
        self._dice.shuffle(taken)
        for told in taken:
            often = 1.0 if told["name"] == "q" and path in ("/search", "/ask") else _OFTEN
            if len(asked) < _MOST and self._dice.random() < often:
                value = self._value(path, told["name"], told["schema"])
                asked |= {told["name"]: value} if value else {}
        return f"{place}?{urlencode(asked)}" if asked else place

    def _value(self, path: str, name: str, schema: Mapping[str, Any]) -> str:
        """Return a value for a parameter, "" for none."""
        if name in ("since", "until", "on", "today", "month"):
            return self._day(name)[: 7 if name == "month" else 10]
        if name == "kind" and path.startswith("/timeline"):
            return self._dice.choice(("talk", "statement", "event", "commitment"))
        if name == "q":
            return self._question() if path == "/ask" else self._word()
        if (name == "act" and path != "/statements") or self._dice.random() < _SELDOM.get(name, 0):
            return ""
        return choice_of(
            self._dice, self.held.values.get(name) or self._listed(schema) or _FEW.get(name, ())
        )

    def _listed(self, schema: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the values of a closed set, none for any other type."""
        for one in (schema, *schema.get("anyOf", ())):
            named = str(one.get("$ref", "")).rpartition("/")[2]
            whole = self._described["components"]["schemas"].get(named, one)
            if "enum" in whole:
                return tuple(map(str, whole["enum"]))
        return ()

    def _day(self, name: str) -> str:
        """Return a day: most conditions reach from some months ago to today."""
        whole = max(1, (self.held.last - self.held.first).days)
        ago = int(whole * self._dice.random() ** (1 if name == "until" else 3))
        return (self.held.last - timedelta(days=ago)).isoformat()

    def _word(self) -> str:
        """Return a word to look for: common ones, two characters of a text, a name."""
        dice = self._dice
        text = dice.choice(self.held.values["text"])
        found = re.findall("[一-龥]{2}|[ァ-ヴー]{3,}", text) or ["会談"]
        return dice.choice((dice.choice(_WORDS), dice.choice(found), dice.choice(self.held.names)))

    def _question(self) -> str:
        who, what = self._dice.choice(self.held.names), self._dice.choice(self.held.issue_names)
        return self._dice.choice(_QUESTIONS).format(who=who, what=what, day=self._day("since"))


def choice_of(dice: Random, values: tuple[str, ...]) -> str:
    """Return one of the values, "" where there are none."""
    return dice.choice(values) if values else ""
