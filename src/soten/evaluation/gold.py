"""Hand-made annotations of a document, with the places of their words in its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # JSON values, checked where they are read

from soten.records import InputError, Span


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An actor or place and the forms it is named by in the document."""

    id: str
    aliases: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A time expression and what it means."""

    span: Span
    text: str
    edtf: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Content and whose it is: an entity id, `anonymous:…` or `author`."""

    span: Span
    text: str
    speaker: str
    act: str
    issues: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldTalk:
    """A talk; matched by who and when, not by place in the text."""

    text: str
    participants: frozenset[str]
    date: str | None
    status: str


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A number and its unit."""

    span: Span
    text: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """What a party wants on an issue; one a document for the same three fields."""

    text: str
    party: str
    issue: str
    stance: str


@dataclass(frozen=True, slots=True)
class GoldSide:
    """Who asserts or denies, and where."""

    by: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A proposition with those who assert and those who deny it."""

    what: str
    asserted: tuple[GoldSide, ...]
    denied: tuple[GoldSide, ...]


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """A promise, whose it is, and when it ends."""

    span: Span
    text: str
    party: str
    end: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Something that happened, by type."""

    span: Span
    text: str
    type: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All annotations of one document; `document` is the file's name."""

    document: str
    published: str | None
    entities: tuple[GoldEntity, ...]
    dates: tuple[GoldDate, ...]
    statements: tuple[GoldStatement, ...]
    talks: tuple[GoldTalk, ...]
    figures: tuple[GoldFigure, ...]
    positions: tuple[GoldPosition, ...]
    claims: tuple[GoldClaim, ...]
    commitments: tuple[GoldCommitment, ...]
    events: tuple[GoldEvent, ...]


def read_gold(path: Path, text: str) -> Gold:
    """Return the annotations in `path`, placed in the document's `text`.

    Raises `InputError` for what is no annotation file, a missing field, or words that the text
    does not hold, naming the file and the words.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        return _Placer(path.name, text).gold(raw)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{path}: cannot be read as annotations: {error}") from error
    except KeyError as error:
        raise InputError(f"{path}: an annotation lacks the field {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: not in the form of annotations: {error}") from error


Raw = Mapping[str, Any]
"""A JSON object of an annotation file."""


class _Placer:
    """Turns JSON objects into gold items, finding their words in the text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def gold(self, raw: Raw) -> Gold:
        published = raw.get("published") or {}
        return Gold(
            document=self.name.removesuffix(".json"),
            published=published.get("edtf"),
            entities=tuple(
                GoldEntity(e["id"], frozenset(e["aliases"])) for e in raw.get("entities", ())
            ),
            dates=tuple(GoldDate(*self.place(d), d["edtf"]) for d in raw.get("dates", ())),
            statements=tuple(self.statement(s) for s in raw.get("statements", ())),
            talks=tuple(self.talk(t) for t in raw.get("talks", ())),
            figures=tuple(
                GoldFigure(*self.place(f), float(f["value"]), f["unit"])
                for f in raw.get("figures", ())
            ),
            positions=self.positions(raw),
            claims=tuple(self.claim(c) for c in raw.get("claims", ())),
            commitments=tuple(
                GoldCommitment(*self.place(c), c["party"], c.get("end"))
                for c in raw.get("commitments", ())
            ),
            events=tuple(GoldEvent(*self.place(e), e["type"]) for e in raw.get("events", ())),
        )

    def place(self, item: Raw) -> tuple[Span, str]:
        """Return the span and the words of an item: the `nth` occurrence of its text."""
        words, at = str(item["text"]), -1
        for _ in range(int(item.get("nth", 1))):
            at = self.text.find(words, at + 1)
            if at < 0:
                raise InputError(f"{self.name}: not in the document: {words[:40]!r}")
        return Span(at, at + len(words)), words

    def statement(self, item: Raw) -> GoldStatement:
        return GoldStatement(
            *self.place(item), item["speaker"], item["act"], frozenset(item["issues"])
        )

    @staticmethod
    def talk(item: Raw) -> GoldTalk:
        return GoldTalk(
            item.get("text", ""),
            frozenset(item["participants"]),
            item.get("date"),
            item["status"],
        )

    @staticmethod
    def positions(raw: Raw) -> tuple[GoldPosition, ...]:
        found = (
            GoldPosition(p.get("text", ""), p["party"], p["issue"], p["stance"])
            for p in raw.get("positions", ())
        )
        return tuple({(p.party, p.issue, p.stance): p for p in found}.values())

    def claim(self, item: Raw) -> GoldClaim:
        return GoldClaim(
            item.get("what", ""), self.sides(item, "asserted"), self.sides(item, "denied")
        )

    def sides(self, item: Raw, name: str) -> tuple[GoldSide, ...]:
        return tuple(GoldSide(side["by"], *self.place(side)) for side in item.get(name) or ())
