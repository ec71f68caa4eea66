"""Records as JSON objects: the exchange format of a ledger, one object a line.

Offsets count code points of the document's stored text. What is unknown is null. Objects are
built with their keys in a fixed order, so that the same ledger gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from soten.records import (
    Actor,
    Assertion,
    Claim,
    Commitment,
    Control,
    DateMention,
    Document,
    Event,
    Evidence,
    Figure,
    Mention,
    Position,
    Published,
    Record,
    Speaker,
    Statement,
    Story,
    Talk,
    Wording,
)

Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None
Object = dict[str, Value]
"""A JSON object."""


def line(value: Object) -> str:
    """Return an object as one line of JSON Lines, without the line's end.

    >>> line({"kind": "date", "edtf": "2025-12"})
    '{"kind": "date", "edtf": "2025-12"}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def document_object(document: Document) -> Object:
    """Return a document without its text (`soten export text` prints that)."""
    return {
        "kind": "document",
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "published": published_object(document.published),
        "language": document.language,
        "chars": len(document.text),
        "sha256": document.sha256,
        "origin": list(document.origin),
        "stories": [_story(story) for story in document.stories],
    }


def published_object(published: Published) -> Object:
    """Return a document's own date with how it is known."""
    return {"edtf": published.edtf, "basis": published.basis.value, "why": published.why}


def _story(story: Story) -> Value:
    return {
        "start": story.span.start,
        "end": story.span.end,
        "origin": story.origin,
        "published": published_object(story.published),
    }


def actor_object(actor: Actor) -> Object:
    """Return an actor (`entity` in the exchange format)."""
    external: Object = {}
    if actor.wikidata is not None:
        external["wikidata"] = actor.wikidata
    if actor.geonames is not None:
        external["geonames"] = actor.geonames
    roles: list[Value] = [
        {"title": role.title, "of": role.of, "from": role.start, "to": role.end}
        for role in actor.roles
    ]
    return {
        "kind": "entity",
        "id": actor.id,
        "type": actor.type.value,
        "name_ja": actor.name_ja,
        "name_en": actor.name_en,
        "aliases": list(actor.aliases),
        "side": actor.side,
        "roles": roles,
        "known": actor.known,
        "external": external,
        "latitude": actor.latitude,
        "longitude": actor.longitude,
    }


def record_object(record: Record) -> Object:
    """Return a record; `record_id` is absent for mentions and dates."""
    head: Object = {"kind": record.kind}
    if not isinstance(record, Mention | DateMention):
        head["id"] = record.id
    head["document"] = record.evidence.document
    head["evidence"] = evidence_object(record.evidence)
    head |= _fields(record)
    if not isinstance(record, Mention | DateMention):
        head["rule"] = record.rule or None
    return head


def evidence_object(evidence: Evidence) -> Object:
    """Return the place and the exact words."""
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "exact": evidence.exact,
    }


def _fields(record: Record) -> Object:
    fields: Object
    match record:
        case Mention():
            fields = {"entity": record.entity}
        case DateMention():
            fields = {"edtf": record.edtf}
        case Statement():
            fields = _statement(record)
        case Talk():
            fields = _talk(record)
        case Figure():
            fields = _figure(record)
        case Position():
            fields = _position(record)
        case Claim():
            fields = _claim(record)
        case Commitment():
            fields = _commitment(record)
        case Event():
            fields = _event(record)
        case Wording():
            fields = _wording(record)
    return fields


def _speaker(speaker: Speaker | None) -> Value:
    if speaker is None:
        return None
    if speaker.author:
        return {"author": True}
    if speaker.entity is not None:
        return {"entity": speaker.entity}
    return {"anonymous": speaker.anonymous}


def _statement(record: Statement) -> Object:
    return {
        "speaker": _speaker(record.speaker),
        "act": record.act.value,
        "quote": record.quote.value,
        "issues": list(record.issues),
        "date": record.date,
        "to": record.to,
        "via": list(record.via),
        "repeats": record.repeats,
    }


def _talk(record: Talk) -> Object:
    return {
        "participants": list(record.participants),
        "place": record.place,
        "date": record.date,
        "form": record.form.value,
        "status": record.status.value,
        "outcome": record.outcome.value if record.outcome else None,
        "mentions": [evidence_object(evidence) for evidence in record.mentions],
        "round": record.round,
        "moved_from": record.moved_from,
        "moved_to": record.moved_to,
    }


def _figure(record: Figure) -> Object:
    return {
        "value": number(record.value),
        "max": None if record.max is None else number(record.max),
        "bound": record.bound.value,
        "unit": record.unit.value,
        "what": record.what,
        "by": record.by,
    }


def _position(record: Position) -> Object:
    return {
        "party": record.party,
        "issue": record.issue,
        "stance": record.stance.value,
        "what": record.what,
        "date": record.date,
        "statement": record.statement,
    }


def _claim(record: Claim) -> Object:
    return {
        "what": record.what,
        "asserted": [_side(side) for side in record.asserted],
        "denied": [_side(side) for side in record.denied],
        "unconfirmed": [_side(side) for side in record.unconfirmed],
        "control": [control_object(control) for control in record.control],
        "figure": list(record.figures),
    }


def _side(side: Assertion) -> Value:
    return {
        "by": side.by,
        "document": side.evidence.document,
        "date": side.date,
        "via": list(side.via),
        "evidence": evidence_object(side.evidence),
    }


def control_object(control: Control) -> Object:
    """Return what a claim tells of a place."""
    return {
        "place": control.place,
        "hold": control.hold.value,
        "holder": control.holder,
        "share": control.share if control.share is None else number(control.share),
        "part": control.part,
    }


def _commitment(record: Commitment) -> Object:
    return {
        "party": record.party,
        "what": record.what,
        "start": record.start,
        "end": record.end,
        "condition": record.condition,
        "status": record.status.value,
    }


def _event(record: Event) -> Object:
    return {
        "type": record.type.value,
        "actor": record.actor,
        "target": record.target,
        "place": record.place,
        "date": record.date,
    }


def _wording(record: Wording) -> Object:
    return {
        "concept": record.concept,
        "whose": record.whose,
        "voice": record.voice.value,
        "by": record.by,
    }


def number(value: float) -> int | float:
    """Return a whole number as such.

    >>> number(701.0), number(19.3)
    (701, 19.3)
    """
    return int(value) if value == int(value) else value


def actors_of(record: Record) -> Iterator[str]:
    """Yield the actor ids a record names, so that an export can declare them; may repeat."""
    match record:
        case Mention():
            yield record.entity
        case DateMention():
            pass
        case Statement():
            yield from _present(record.speaker.entity if record.speaker else None, record.to)
            yield from record.via
        case Talk():
            yield from record.participants
            yield from _present(record.place)
        case Figure():
            yield from _present(record.by)
        case Position() | Commitment():
            yield record.party
        case Claim():
            yield from _present(*(side.by for side in record.sides))
            yield from (who for side in record.sides for who in side.via)
            for control in record.control:
                yield from _present(control.place, control.holder)
        case Event():
            yield from _present(record.actor, record.target, record.place)
        case Wording():
            yield from _present(record.by)


def _present(*ids: str | None) -> Iterator[str]:
    for id in ids:
        if id is not None and id != "author" and not id.startswith("anonymous:"):
            yield id


def documents_of(record: Record) -> Iterator[str]:
    """Yield the ids of the documents whose words a record quotes; may repeat."""
    yield record.evidence.document
    if isinstance(record, Claim):
        for side in record.sides:
            yield side.evidence.document
