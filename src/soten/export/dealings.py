"""What an actor says, and who is tied to whom, as JSON."""

from __future__ import annotations

from soten.export.answers import row_object
from soten.export.exchange import Object, Value
from soten.query.dealings import Dealings, Tallied
from soten.query.network import Network, Tie
from soten.store import Label


def dealings_object(told: Dealings) -> Object:
    """Return what an actor says: how much, on what, to whom, how often denied."""
    return {
        "statements": told.statements,
        "acts": {act.value: count for act, count in told.acts},
        "issues": {one.who.id: one.count for one in told.issues},
        "to": [_tallied(one) for one in told.addressees],
        "claims": told.claims,
        "claims_denied": told.denied,
        "denies": told.denies,
        "is_cut": told.is_cut,
    }


def _tallied(one: Tallied) -> Value:
    return {**_label(one.who), "count": one.count}


def network_object(found: Network) -> Object:
    """Return actors and the ties between them."""
    actors: list[Value] = [_label(one) for one in found.actors]
    ties: list[Value] = [tie_object(tie) for tie in found.ties]
    return {
        "kind": "network",
        "actors": actors,
        "ties": ties,
        "left_out": found.left_out,
        "talks": found.talks,
        "statements": found.statements,
    }


def tie_object(tie: Tie) -> Object:
    """Return how often two met, and how often each spoke to the other."""
    return {
        "kind": "tie",
        "one": tie.one.id,
        "other": tie.other.id,
        "met": tie.met,
        "said": tie.said,
        "answered": tie.answered,
        "example": row_object(tie.example),
    }


def _label(label: Label) -> Object:
    return {"id": label.id, "ja": label.ja, "en": label.en}
