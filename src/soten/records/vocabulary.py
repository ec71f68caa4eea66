"""The closed sets of the exchange format: acts, stances, statuses, units, event types.

Points at issue are no closed set: packs define them (`soten.lexicon`), so a record holds their ids.
"""

from __future__ import annotations

from enum import StrEnum


class ActorType(StrEnum):
    """What an actor or place is."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    FORCE = "force"
    PLACE = "place"
    FACILITY = "facility"
    PLAN = "plan"
    OUTLET = "outlet"


class Act(StrEnum):
    """What a speaker does by saying it (speech act)."""

    ANNOUNCE = "announce"
    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    DEMAND = "demand"
    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    WARN = "warn"
    CRITICIZE = "criticize"
    PRAISE = "praise"
    WILLING = "willing"
    DOUBT = "doubt"
    DECLINE = "decline"
    EXPLAIN = "explain"


class Quote(StrEnum):
    """Whether the words are the speaker's own or the writer's rendering of them."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What a party wants on a point at issue."""

    DEMANDS = "demands"
    OFFERS = "offers"
    ACCEPTS = "accepts"
    ACCEPTS_IF = "accepts-if"
    REJECTS = "rejects"
    OPPOSES = "opposes"
    SUPPORTS = "supports"
    OPEN = "open"
    UNDECIDED = "undecided"


class TalkForm(StrEnum):
    """The form of a talk."""

    MEETING = "meeting"
    CALL = "call"
    SUMMIT = "summit"
    TRILATERAL = "trilateral"
    SESSION = "session"
    VISIT = "visit"


class TalkStatus(StrEnum):
    """Whether a talk took place, as the text tells it."""

    PLANNED = "planned"
    HELD = "held"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    PROPOSED = "proposed"
    UNCERTAIN = "uncertain"


class Outcome(StrEnum):
    """What a talk brought."""

    AGREED = "agreed"
    PROGRESS = "progress"
    NO_RESULT = "no-result"


class Bound(StrEnum):
    """How a figure limits the number it gives."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    RANGE = "range"


class Unit(StrEnum):
    """What a figure is measured in."""

    KM2 = "km2"
    PERSON = "person"
    PERCENT = "percent"
    EUR = "EUR"
    USD = "USD"
    JPY = "JPY"
    ITEM = "item"
    SETTLEMENT = "settlement"
    HOUR = "hour"
    DAY = "day"
    YEAR = "year"
    CELSIUS = "celsius"
    MONTH = "month"
    KV = "kV"
    OTHER = "other"


class CommitmentStatus(StrEnum):
    """What became of a promise, as far as the text tells."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    EXPIRED = "expired"
    PLANNED = "planned"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """What happened, in types that map onto PLOVER (see `docs/records.md`)."""

    ASSAULT = "assault"
    CONTROL_CHANGE = "control-change"
    SANCTION = "sanction"
    VOTE = "vote"
    LEGAL = "legal"
    AID = "aid"
    OUTAGE = "outage"
    MOBILIZE = "mobilize"
    AGREEMENT = "agreement"
    ORDER = "order"
    VISIT = "visit"
    OTHER = "other"


class Voice(StrEnum):
    """Whose word a loaded word is."""

    OWN = "own"
    """The writer's."""
    REPORTED = "reported"
    """In words reported indirectly: the speaker's, or the writer's for what the speaker said."""
    QUOTED = "quoted"
    """The speaker's, in a direct quotation."""


class Hold(StrEnum):
    """What is said of who holds a place."""

    TAKEN = "taken"
    RETAKEN = "retaken"
    HELD = "held"
    LOST = "lost"
    SURROUNDED = "surrounded"
    CONTESTED = "contested"


class Basis(StrEnum):
    """How a document's own date is known."""

    STATED = "stated"
    INFERRED = "inferred"
    NONE = "none"
