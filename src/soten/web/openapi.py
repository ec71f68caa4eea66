"""How answers are described in the OpenAPI document: envelopes, formats, errors."""

from __future__ import annotations

from typing import Any  # Any: JSON schemas

from fastapi import FastAPI

from soten.web.schemas import SCHEMAS, TEXT, ref

Responses = dict[int | str, dict[str, Any]]

DESCRIPTION = """\
An evidence-linked ledger of negotiations, read from Japanese reporting.

Every address of a page is one of the interface: `Accept: application/json`, or the address with `.json`,
`.ndjson` or `.csv` at its end, gives the same as data, and whatever narrows the page narrows the data.

A list is `{"data": […], "next": cursor or null}`; `after=cursor` goes on, and the `Link` header says the
same. One thing is `{"data": {…}}`. An error is `{"error": {"status", "code", "message"}}`. Keys are added,
never taken away.

A ledger on its owner's machine needs no key. Where there are accounts, send `Authorization: Bearer TOKEN`.
"""
_EVERYWHERE = {
    "400": "A filter names nothing that is known, or holds signs that no text has.",
    "401": "Log in, or send a token.",
    "406": "The address is not given in this format.",
    "421": "A ledger without accounts is served to its own machine only.",
    "422": "A parameter is not of its form.",
    "503": "This is counted over the whole of a large ledger: ask again after `Retry-After` seconds.",
}
_LANGUAGE = {
    "name": "lang",
    "in": "query",
    "required": False,
    "description": "The language of words made for people; else that of `Accept-Language`.",
    "schema": {"type": "string", "enum": ["ja", "en"]},
}


def listed(kind: str, *, feed: bool = False, calendar: bool = False) -> Responses:
    """Return the responses of a list of things of a kind, which may be a feed or a calendar too."""
    schema = {
        "type": "object",
        "required": ["data", "next"],
        "properties": {
            "data": {"type": "array", "items": _thing(kind)},
            "next": {
                "type": ["string", "null"],
                "description": "The cursor of the next page (`after`), null at the end.",
            },
        },
    }
    found = _responses(schema, f"{kind}, a page of a list")
    found[200]["headers"] = {
        "Link": {"description": 'The next page (`rel="next"`), where there is one.', "schema": TEXT}
    }
    others = {"application/atom+xml": feed, "text/calendar": calendar}
    for media in (name for name, has in others.items() if has):
        found[200]["content"][media] = {"schema": TEXT}
    return found


def one(kind: str) -> Responses:
    """Return the responses of one thing of a kind."""
    schema = {"type": "object", "required": ["data"], "properties": {"data": _thing(kind)}}
    found = _responses(schema, kind)
    found[404] = error("There is no such thing.")
    return found


def decided() -> Responses:
    """Return the responses to a decision that a program takes."""
    found = listed("decision")
    found[200]["description"] = "The decisions that were taken."
    found[303] = {"description": "To a browser: back to the page."}
    found[403] = error("Only reviewers decide; a form of a browser needs its page's sign.")
    found[409] = error("Somebody decided meanwhile. Nothing was changed: look again.")
    found[413] = error("The form is too large.")
    return found


DECISION: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["act"],
                    "properties": {
                        "act": {"enum": ["accept", "reject", "retract", "merge", "split", "undo"]},
                        "id": {"type": "array", "items": TEXT, "description": "What it is about."},
                        "mark": {
                            "type": "array",
                            "items": TEXT,
                            "description": "One for each id, as /review.json has them: what the "
                            "decider saw. Without, the later word counts.",
                        },
                        "why": TEXT,
                        "decision": {"type": "array", "items": TEXT, "description": "For undo."},
                    },
                }
            }
        },
    }
}
"""The form of `POST /review/decide`."""


def plain_text() -> Responses:
    """Return the responses of an address that gives text for whoever asks."""
    return {
        200: {"description": "Text.", "content": {"text/plain": {"schema": TEXT}}},
        404: error("There is no such thing."),
        422: error("A parameter is not of its form."),
    }


def error(what: str) -> dict[str, Any]:
    """Return a response that is an error."""
    content = {"application/json": {"schema": ref("Error")}, "text/html": {"schema": TEXT}}
    return {"description": what, "content": content}


def describe(app: FastAPI) -> None:
    """Let the description of the interface say what holds for every address."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = made()
            parts = told.setdefault("components", {})
            unused = ("HTTPValidationError", "ValidationError")
            schemas = {k: v for k, v in parts.get("schemas", {}).items() if k not in unused}
            parts["schemas"] = {**schemas, **SCHEMAS}
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            told["security"] = [{}, {"token": []}]
            for path in told["paths"].values():
                for operation in path.values():
                    _complete(operation)
        return app.openapi_schema or told

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's own documentation does it


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    for status, what in _EVERYWHERE.items():
        responses.setdefault(status, error(what))
    if all("text/plain" not in told.get("content", {}) for told in responses.values()):
        operation.setdefault("parameters", []).append(_LANGUAGE)


def _thing(kind: str) -> dict[str, Any]:
    return ref(kind if kind in SCHEMAS else "Thing")


def _responses(schema: dict[str, Any], what: str) -> Responses:
    text = {"schema": TEXT}
    return {
        200: {
            "description": what,
            "content": {
                "application/json": {"schema": schema},
                "application/x-ndjson": text,
                "text/csv": text,
                "text/html": text,
            },
        },
        422: error(_EVERYWHERE["422"]),
    }
