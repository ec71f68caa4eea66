"""What the ledger keeps of a record in columns, so that it can be filtered and searched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from soten.records import (
    Claim,
    Commitment,
    DateMention,
    Event,
    Evidence,
    Figure,
    Mention,
    Position,
    Record,
    Speaker,
    Statement,
    Talk,
    Wording,
)

RANKS: dict[str, int] = {
    kind: rank
    for rank, kind in enumerate(
        (
            Mention.kind,
            DateMention.kind,
            Statement.kind,
            Figure.kind,
            Talk.kind,
            Position.kind,
            Claim.kind,
            Commitment.kind,
            Event.kind,
            Wording.kind,
        )
    )
}
"""Kind → its rank among records at one place: none comes before a kind it may refer to."""

ACTING_ROLES = ("speaker", "participant", "party", "by", "asserted", "denied", "actor", "target")
"""Roles in which an actor acts or is acted upon."""

VOICE_ROLES = ("speaker", "by", "asserted", "denied")
"""Roles in which the words or the number are the actor's."""

_ROLES_OF: dict[str, tuple[str, ...]] = {
    Statement.kind: ("speaker",),
    Talk.kind: ("participant",),
    Figure.kind: ("by",),
    Position.kind: ("party",),
    Claim.kind: ("asserted", "denied"),
    Commitment.kind: ("party",),
    Event.kind: ("actor", "target"),
    Wording.kind: ("by",),
}


def roles_among(roles: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the acting or voice roles that records of these kinds can have (all: none).

    >>> roles_among(ACTING_ROLES, ("claim",))
    ('asserted', 'denied')
    """
    had = {role for kind in kinds for role in _ROLES_OF.get(kind, ())}
    return tuple(role for role in roles if role in had) if had else roles


@dataclass(frozen=True, slots=True)
class Traits:
    """The columns of one record.

    `type` and `status` are its values in the closed sets. `roles` pairs a role with an actor id,
    `anonymous:…` or `author`. `refers` are ids of records it names. `what` is its own wording.
    """

    type: str | None = None
    status: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    issues: tuple[str, ...] = ()
    date: str | None = None
    end: str | None = None
    refers: tuple[str, ...] = ()
    what: str | None = None
    further: tuple[Evidence, ...] = ()
    """Evidence besides the record's own."""


def traits_of(record: Record) -> Traits:  # noqa: PLR0911 - one return a kind
    """Return what the ledger keeps of `record` in columns."""
    match record:
        case Mention():
            return Traits(roles=(("mention", record.entity),))
        case DateMention():
            return Traits(date=record.edtf)
        case Statement():
            return _statement(record)
        case Talk():
            return _talk(record)
        case Figure():
            return Traits(record.unit, record.bound, _one("by", record.by), what=record.what)
        case Position():
            return _position(record)
        case Claim():
            return _claim(record)
        case Commitment():
            return _commitment(record)
        case Event():
            roles = _one("actor", record.actor) + _one("target", record.target)
            return Traits(record.type, None, roles + _one("place", record.place), date=record.date)
        case Wording():
            return Traits(record.concept, record.voice, _one("by", record.by))


def key_of(record: Record) -> str:
    """Return the record's id; mentions and dates, which have none, get one from their content.

    >>> from soten.records import Span
    >>> evidence = Evidence("d-1", Span(0, 2), "3日")
    >>> key_of(DateMention(evidence, "2025-12-03")) == key_of(DateMention(evidence, "2025-12-03"))
    True
    """
    if isinstance(record, Mention):
        return _hashed("mn", record.evidence, record.entity)
    if isinstance(record, DateMention):
        return _hashed("dt", record.evidence, record.edtf)
    return record.id


def _hashed(prefix: str, evidence: Evidence, value: str) -> str:
    """Return an id that begins as those of its neighbours do, so that they are stored together."""
    span = evidence.span
    digest = hashlib.blake2b(f"{span.end}\x1f{value}".encode(), digest_size=6).hexdigest()
    return f"{prefix}-{evidence.document.removeprefix('d-')}-{span.start:x}-{digest}"


def _one(role: str, who: str | None) -> tuple[tuple[str, str], ...]:
    return () if who is None else ((role, who),)


def _speaker(speaker: Speaker | None) -> tuple[tuple[str, str], ...]:
    return () if speaker is None else (("speaker", speaker.key),)


def _statement(record: Statement) -> Traits:
    via = tuple(("via", who) for who in record.via)
    roles = _speaker(record.speaker) + _one("to", record.to) + via
    return Traits(record.act, record.quote, roles, record.issues, record.date)


def _talk(record: Talk) -> Traits:
    roles = tuple(("participant", who) for who in record.participants)
    return Traits(
        record.form,
        record.status,
        roles + _one("place", record.place),
        date=record.date,
        what=record.outcome,
        further=record.mentions,
    )


def _position(record: Position) -> Traits:
    return Traits(
        record.stance,
        None,
        (("party", record.party),),
        (record.issue,),
        record.date,
        refers=() if record.statement is None else (record.statement,),
        what=record.what,
    )


def _claim(record: Claim) -> Traits:
    asserted = tuple(("asserted", side.by) for side in record.asserted)
    denied = tuple(("denied", side.by) for side in record.denied)
    unconfirmed = tuple(("unconfirmed", side.by) for side in record.unconfirmed)
    return Traits(
        "disputed" if record.denied else "claimed",
        None,
        tuple(dict.fromkeys((*asserted, *denied, *unconfirmed, *_of_places(record)))),
        date=next((side.date for side in record.asserted + record.denied), None),
        refers=record.figures,
        what=record.what,
        further=tuple(side.evidence for side in record.sides),
    )


def _of_places(record: Claim) -> Iterator[tuple[str, str]]:
    """Yield the places whose holder a claim tells, the holders, and the hands it came through."""
    for told in record.control:
        yield "place", told.place
        yield from _one("holder", told.holder)
    for side in record.sides:
        yield from (("via", who) for who in side.via)


def _commitment(record: Commitment) -> Traits:
    return Traits(
        record.status,
        None,
        (("party", record.party),),
        date=record.start or record.end,
        end=record.end,
        what=" ".join(filter(None, (record.what, record.condition))),
    )
