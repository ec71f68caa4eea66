"""How the types of events line up with PLOVER, the ontology of political events."""

from __future__ import annotations

from dataclasses import dataclass

from soten.records.vocabulary import EventType


@dataclass(frozen=True, slots=True)
class PloverType:
    """A PLOVER event type, with the mode and context its CAMEO crosswalk of 2021 gives it."""

    type: str
    mode: str | None = None
    context: str | None = None


PLOVER_TYPES: dict[EventType, PloverType | None] = {
    EventType.ASSAULT: PloverType("ASSAULT"),
    EventType.CONTROL_CHANGE: PloverType("COERCE", "confiscate", "military"),
    EventType.SANCTION: PloverType("COERCE", "restrict", "diplomatic"),
    EventType.VOTE: None,
    EventType.LEGAL: PloverType("ACCUSE", None, "legal"),
    EventType.AID: PloverType("AID"),
    EventType.OUTAGE: None,
    EventType.MOBILIZE: PloverType("MOBILIZE", "troops", "military"),
    EventType.AGREEMENT: PloverType("AGREE", None, "diplomatic"),
    EventType.ORDER: None,
    EventType.VISIT: PloverType("CONSULT", "visit"),
    EventType.OTHER: None,
}
"""None where PLOVER has no such type: it codes acts between actors, not votes or blackouts."""
