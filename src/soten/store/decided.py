"""Decisions as JSON and back: the body in the ledger and a line of the exchange format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from soten.records import Action, Anchor, Decision, Evidence, InputError, Json, Span

_ANCHOR = frozenset("kind id first document start end exact sha256 before after snapshot".split())
_DECISION = frozenset("kind id action targets by at why value undoes".split())


def decision_object(decision: Decision) -> dict[str, Json]:
    """Return a decision as plain JSON values; what is empty is left out."""
    told: dict[str, Json] = {
        "kind": "decision",
        "id": decision.id,
        "action": str(decision.action),
        "targets": [_anchor_object(anchor) for anchor in decision.targets],
        "by": decision.by,
        "at": decision.at,
    }
    if decision.why:
        told["why"] = decision.why
    if decision.value is not None:
        told["value"] = decision.value
    if decision.undoes is not None:
        told["undoes"] = decision.undoes
    return told


def _anchor_object(anchor: Anchor) -> Json:
    told: dict[str, Json] = {"kind": anchor.kind, "id": anchor.id}
    if anchor.first is not None:
        told["first"] = anchor.first
    if anchor.evidence is not None:
        told["document"] = anchor.evidence.document
        told["start"], told["end"] = anchor.evidence.span.start, anchor.evidence.span.end
        told["exact"] = anchor.evidence.exact
    optional = ("sha256", anchor.sha256), ("before", anchor.before), ("after", anchor.after)
    told |= {name: text for name, text in optional if text}
    if anchor.snapshot is not None:
        told["snapshot"] = anchor.snapshot
    return told


def decision_of(told: Mapping[str, Json]) -> Decision:
    """Return the decision that `decision_object` gave `told` of; raise `InputError` for none.

    A decision whose id is not made from the rest has been changed after it was taken: it is none.
    """
    decision = read_decision(told)
    if sealed(decision).id != decision.id:
        raise InputError(f"decision {decision.id}: its id does not fit what it says")
    return decision


def read_decision(told: Mapping[str, Json]) -> Decision:
    """Return the decision that was told, without looking whether it was changed."""
    try:
        return _decision(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a decision: {type(error).__name__}: {error}") from error


def _decision(told: Mapping[str, Json]) -> Decision:
    if told["kind"] != "decision" or not told.keys() <= _DECISION:
        raise ValueError(f"keys {sorted(told)}")
    targets = told["targets"]
    if not isinstance(targets, list):
        raise TypeError("`targets` is no list")
    return Decision(
        id=_text(told, "id"),
        action=Action(_text(told, "action")),
        targets=tuple(_anchor(target) for target in targets),
        by=_text(told, "by"),
        at=_text(told, "at"),
        why=_text(told, "why", ""),
        value=told.get("value"),
        undoes=_optional(told, "undoes"),
    )


def _anchor(told: Json) -> Anchor:
    if not isinstance(told, dict) or not told.keys() <= _ANCHOR:
        raise ValueError(f"target {told!r}")
    evidence = None
    if "document" in told:
        start, end = told["start"], told["end"]
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
            raise ValueError(f"span {start!r}-{end!r}")
        exact = _text(told, "exact")
        evidence = Evidence(_text(told, "document"), Span(start, end), exact)
    return Anchor(
        kind=_text(told, "kind"),
        id=_text(told, "id"),
        first=_optional(told, "first"),
        evidence=evidence,
        sha256=_optional(told, "sha256"),
        before=_text(told, "before", ""),
        after=_text(told, "after", ""),
        snapshot=told.get("snapshot"),
    )


def _text(told: Mapping[str, Json], name: str, default: str | None = None) -> str:
    found = told[name] if default is None else told.get(name, default)
    if not isinstance(found, str):
        raise TypeError(f"`{name}` is {found!r}, not text")
    return found


def _optional(told: Mapping[str, Json], name: str) -> str | None:
    return None if told.get(name) is None else _text(told, name)


def sealed(decision: Decision) -> Decision:
    """Return the decision with the id that its content gives.

    >>> one = sealed(Decision("", Action.ACCEPT, (), "aoki", "2026-01-01T00:00:00+00:00"))
    >>> one == sealed(one), one.id == sealed(replace(one, by="beni")).id
    (True, False)
    """
    told = decision_object(decision)
    del told["id"]
    raw = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    digest = hashlib.blake2b(raw.encode(), digest_size=10).hexdigest()
    return replace(decision, id=f"dc-{digest}")
