"""Fields of records as a person types them: names for ids, places of the text for evidence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from soten.query.naming import actor_named, issue_named
from soten.records import Claim, Evidence, Json, Record, Span, SpanError, UsageError
from soten.store.codec import encode

if TYPE_CHECKING:
    from soten.store import Ledger

_ACTORS = frozenset("to party by place actor target entity whose".split())
_ACTOR_LISTS = frozenset({"participants", "via"})
_LISTS = frozenset({"figures", "control", "mentions"})
_NUMBERS = frozenset({"value", "max"})
_WHOLE = frozenset({"round"})
_SIDES = frozenset({"asserted", "denied", "unconfirmed"})
_PLACE = re.compile(r"(\d+)[-–](\d+)")


def read_fields(
    ledger: Ledger, document: str, typed: Mapping[str, str], record: Record | None = None
) -> dict[str, Json]:
    """Return typed fields of a record of `document` as a decision holds them.

    An actor may be named by id or any written form, a point at issue by id or name. Lists are
    separated by commas, an empty text means unknown, evidence is `start-end` (code points) or the
    very words. What begins with a bracket or a brace is JSON. `record` is what is corrected: words
    are looked for nearest to its own. Raises `UsageError` for names that are none.
    """
    reading = _Reading(ledger, document, record)
    return {name: reading.value(name, text.strip()) for name, text in typed.items()}


class _Reading:
    def __init__(self, ledger: Ledger, document: str, record: Record | None) -> None:
        self.ledger, self.document, self.record = ledger, document, record

    def value(self, name: str, text: str) -> Json:
        if text[:1] in ("[", "{"):
            try:
                found: Json = json.loads(text)
            except ValueError as error:
                raise UsageError(f"{name}: not JSON: {error}") from error
            return found
        if name == "evidence":
            return encode(self._evidence(text))
        if name in _SIDES:
            return [self._side(name, part) for part in _parts(text)]
        if name == "issues":
            return [issue_named(self.ledger, part) for part in _parts(text)]
        if name in _ACTOR_LISTS:
            return [actor_named(self.ledger, part) for part in _parts(text)]
        if name in _LISTS:
            return list(_parts(text))
        return None if not text else self._single(name, text)

    def _single(self, name: str, text: str) -> Json:
        if name == "speaker":
            return self._speaker(text)
        if name == "issue":
            return issue_named(self.ledger, text)
        if name in _ACTORS:
            return self._voice(text)
        if name in _NUMBERS:
            try:
                return float(text.replace(",", ""))
            except ValueError:
                raise UsageError(f"{name}: not a number: {text!r}") from None
        if name in _WHOLE:
            if not text.isdecimal():
                raise UsageError(f"{name}: not a whole number: {text!r}")
            return int(text)
        return text

    def _speaker(self, text: str) -> Json:
        if text == "author":
            return {"author": True}
        if text.startswith("anonymous:"):
            return {"anonymous": text.removeprefix("anonymous:")}
        return {"entity": actor_named(self.ledger, text)}

    def _voice(self, text: str) -> str:
        is_voice = text == "author" or text.startswith("anonymous:")
        return text if is_voice else actor_named(self.ledger, text)

    def _side(self, name: str, text: str) -> Json:
        """Return a side told as WHO or WHO@PLACE; without a place the words stay as they are."""
        who, at, place = text.partition("@")
        by = self._voice(who.strip())
        if at:
            return {"by": by, "evidence": encode(self._evidence(place.strip()))}
        if isinstance(self.record, Claim):
            sides = getattr(self.record, name)
            for side in sides:
                if side.by == by:
                    return encode(side)
            if sides:
                return {"by": by, "evidence": encode(sides[0].evidence)}
        if self.record is None:
            raise UsageError(f"{name}: where do they say so? {who}@START-END")
        return {"by": by, "evidence": encode(self.record.evidence)}

    def _evidence(self, text: str) -> Evidence:
        near = None if self.record is None else self.record.evidence.span.start
        return evidence_at(self.ledger, self.document, text, near)


def evidence_at(ledger: Ledger, document: str, place: str, near: int | None = None) -> Evidence:
    """Return the words at a place (`start-end`), or the place of words, nearest to `near`.

    Raises `UsageError` where the text does not hold them, or more than once and nothing is near.
    """
    text = ledger.text(document)
    match = _PLACE.fullmatch(place)
    if match is not None:
        try:
            return Evidence.cut(document, text, Span(int(match[1]), int(match[2])))
        except SpanError as error:
            raise UsageError(str(error)) from error
    found = [at.start() for at in re.finditer(re.escape(place), text)] if place else []
    if not found:
        raise UsageError(f"the text of {document} does not hold {place!r}")
    if len(found) > 1 and near is None:
        at = ", ".join(f"{start}-{start + len(place)}" for start in found[:5])
        raise UsageError(f"{place!r} stands in {document} more than once: say {at}")
    start = min(found, key=lambda one: abs(one - (near or 0)))
    return Evidence.cut(document, text, Span(start, start + len(place)))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,、]", text) if part.strip()]
