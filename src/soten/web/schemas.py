"""What answers hold, as JSON schemas. Keys may be added to an answer, none is taken away."""

from __future__ import annotations

from typing import Any  # Any: JSON schemas

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer"}
MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
FLAG: Schema = {"type": "boolean"}


def ref(name: str) -> Schema:
    """Return a reference to a schema of the description."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(of: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def thing(what: str, needed: Schema, besides: Schema | None = None) -> Schema:
    """Return the schema of an object: `needed` keys are always there, `besides` may be."""
    return {
        "type": "object",
        "description": what,
        "required": list(needed),
        "properties": {**needed, **(besides or {})},
    }


_NAMES: Schema = {
    "type": "object",
    "description": "What to call each actor that is named by id.",
    "additionalProperties": thing("Japanese and English.", {"ja": MAYBE, "en": MAYBE}),
}
_RECORD = {
    "kind": TEXT,
    "id": TEXT,
    "document": TEXT,
    "evidence": ref("Evidence"),
    "issues": many(TEXT),
    "when": ref("When"),
    "source": ref("Source"),
    "names": _NAMES,
}
_JOINED = {"kind": TEXT, "id": TEXT, "document": TEXT, "evidence": ref("Evidence")}

SCHEMAS: dict[str, Schema] = {
    "Error": thing(
        "What went wrong. The one shape of every error.",
        {
            "error": thing(
                "`code` is the status in words, `message` says what to change.",
                {"status": NUMBER, "code": TEXT, "message": TEXT},
            )
        },
    ),
    "Thing": {"type": "object", "description": "See docs/records.md and docs/joining.md."},
    "Evidence": thing(
        "The exact words a record rests on: a half-open range of code points of the stored text.",
        {"start": NUMBER, "end": NUMBER, "exact": TEXT},
    ),
    "When": thing(
        "A date (EDTF), as exact as it is told; `basis` says whether it is the document's.",
        {"edtf": MAYBE, "basis": TEXT},
    ),
    "Source": thing(
        "The document a record was read from.",
        {"id": TEXT, "name": TEXT, "title": MAYBE, "publisher": MAYBE, "published": ref("Thing")},
    ),
    "Named": thing(
        "An actor or a place by id, and its names.", {"id": TEXT, "ja": MAYBE, "en": MAYBE}
    ),
    "Support": thing(
        "Independent wire families and primary sources, never copies; ids.",
        {},
        {"families": many(TEXT), "primary": many(TEXT), "copies": NUMBER},
    ),
    "record": thing("A record of any kind; see docs/records.md.", {"kind": TEXT, "id": TEXT}),
    "statement": thing("Who said what.", {**_RECORD, "act": TEXT, "via": many(TEXT)}),
    "hit": thing("A document or a record in which the words occur.", {"kind": TEXT, "id": TEXT}),
    "news": thing(
        "What a record brought; `thing` is the talk, claim, shift or promise it is of.",
        {
            "kind": {"const": "news"},
            "id": TEXT,
            "about": {"enum": ["talk", "claim", "shift", "commitment"]},
            "thing": TEXT,
            "step": MAYBE,
            "is_new": FLAG,
            "came_at": TEXT,
            "record": ref("record"),
        },
        {"from": TEXT, "to": TEXT, "before": TEXT, "parties": many(TEXT)},
    ),
    "joined_talk": thing(
        "A talk by all its reports.",
        {
            **_JOINED,
            "form": TEXT,
            "status": TEXT,
            "date": MAYBE,
            "planned": many(TEXT),
            "held": many(TEXT),
            "participants": many(ref("Named")),
            "places": many(ref("Named")),
            "outcomes": many(TEXT),
            "contested": FLAG,
            "history": many(ref("Thing")),
            "support": ref("Support"),
        },
    ),
    "joined_commitment": thing(
        "A promise by all its tellings, and what is told of it since.",
        {
            **_JOINED,
            "party": TEXT,
            "what": TEXT,
            "start": MAYBE,
            "end": MAYBE,
            "condition": MAYBE,
            "due": thing("Seen from `on`.", {"state": TEXT, "days": MAYBE_NUMBER}),
            "overdue": FLAG,
            "since": many(ref("Thing")),
            "support": ref("Support"),
        },
    ),
    "claim": thing(
        "A claim across documents; in lists its course has its own steps alone.",
        {
            **_RECORD,
            "joined": TEXT,
            "what": TEXT,
            "claims": many(TEXT),
            "asserted": many(ref("Thing")),
            "denied": many(ref("Thing")),
            "unconfirmed": many(ref("Thing")),
            "course": many(ref("Step")),
            "support": ref("Support"),
            "denial": ref("Support"),
        },
        {"left_out": NUMBER},
    ),
    "Step": thing(
        "What one voice said on one day, with the words of every report.",
        {"move": TEXT, "by": TEXT, "when": ref("When"), "families": NUMBER},
        {"via": many(TEXT), "control": many(ref("Thing")), "cites": many(ref("Thing"))},
    ),
    "series": thing(
        "Numbers of one quantity; `apart` has places of points that differ about one time.",
        {
            **_JOINED,
            "quantity": ref("Thing"),
            "points": many(
                thing(
                    "A number as somebody told it; `by` is null for a report's own voice.",
                    {
                        "date": MAYBE,
                        "by": MAYBE,
                        "value": MAYBE_NUMBER,
                        "max": MAYBE_NUMBER,
                        "bound": TEXT,
                        "denied": FLAG,
                        "figures": many(ref("Thing")),
                    },
                )
            ),
            "apart": many(many(NUMBER)),
        },
        {"earlier": NUMBER, "later": NUMBER},
    ),
    "place": thing(
        "Who claimed when to hold a place; `tenures` are how long each side's word stands.",
        {"id": TEXT, "claimants": many(ref("Thing")), "tenures": many(ref("Tenure"))},
        {"names": many(thing("A name.", {"form": TEXT, "whose": MAYBE}))},
    ),
    "Tenure": thing(
        "What one side says of who holds a place, until it says otherwise.",
        {
            "claimant": TEXT,
            "hold": TEXT,
            "holder": MAYBE,
            "denies": FLAG,
            "from": ref("When"),
            "until": MAYBE,
            "contested": many(thing("Days.", {"from": TEXT, "until": MAYBE})),
        },
    ),
    "entity": thing("An actor or a place.", {"kind": TEXT, "id": TEXT, "type": TEXT}),
    "network": thing(
        "Who met and who spoke to whom.", {"actors": many(ref("Thing")), "ties": many(ref("Thing"))}
    ),
    "changes": thing("Where the talks stand, and what changed.", {"kind": {"const": "changes"}}),
    "publisher": thing(
        "What a publisher carried.", {"kind": TEXT, "publisher": MAYBE, "documents": NUMBER}
    ),
    "chain": thing("A way reports came.", {"kind": TEXT, "publisher": MAYBE, "documents": NUMBER}),
    "word_choice": thing(
        "Words chosen for one thing.", {"kind": TEXT, "words": many(ref("Thing"))}
    ),
    "silence": thing("Who fell silent.", {"kind": TEXT}),
    "family": thing(
        "Stories that are copies.", {"kind": TEXT, "id": TEXT, "stories": many(ref("Thing"))}
    ),
    "due": thing(
        "What to decide on, and why.",
        {"kind": TEXT, "ids": many(TEXT), "score": {"type": "number"}},
    ),
    "decision": thing("What somebody decided.", {"kind": TEXT}),
    "answer": thing("What was understood of a question, and what answers it.", {}),
    "comparison": thing(
        "What differs between two stories.", {}, {"differences": many(ref("Thing"))}
    ),
    "document": thing("A document.", {}, {"id": TEXT, "name": TEXT, "sha256": TEXT}),
}
"""By the kind a route declares; one that is not here is a `Thing`."""
