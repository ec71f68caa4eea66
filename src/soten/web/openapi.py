"""How answers are described in the OpenAPI document: envelopes, formats, errors."""

from __future__ import annotations

from typing import Any  # Any: JSON schemas

ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "code", "message"],
            "properties": {
                "status": {"type": "integer"},
                "code": {"type": "string"},
                "message": {"type": "string"},
            },
        }
    },
}
_TEXT = {"schema": {"type": "string"}}


def listed(kind: str) -> dict[int | str, dict[str, Any]]:
    """Return the responses of a list of things of a kind."""
    schema = {
        "type": "object",
        "required": ["data", "next"],
        "properties": {
            "data": {"type": "array", "items": _thing(kind)},
            "next": {"type": ["string", "null"]},
        },
    }
    return _responses(schema, f"{kind}, a page of a list")


def one(kind: str) -> dict[int | str, dict[str, Any]]:
    """Return the responses of one thing of a kind."""
    schema = {"type": "object", "required": ["data"], "properties": {"data": _thing(kind)}}
    found = _responses(schema, kind)
    found[404] = _error("There is no such thing.")
    return found


def plain_text() -> dict[int | str, dict[str, Any]]:
    """Return the responses of an address that gives text for whoever asks."""
    return {
        200: {"description": "Text.", "content": {"text/plain": _TEXT}},
        400: _error("There is no such version."),
        404: _error("There is no such thing."),
        422: _error("A parameter is not of its form."),
    }


def _thing(kind: str) -> dict[str, Any]:
    return {"type": "object", "description": f"See docs/records.md and docs/joining.md: {kind}."}


def _responses(schema: dict[str, Any], what: str) -> dict[int | str, dict[str, Any]]:
    return {
        200: {
            "description": what,
            "content": {
                "application/json": {"schema": schema},
                "application/x-ndjson": _TEXT,
                "text/csv": _TEXT,
                "text/html": _TEXT,
            },
        },
        400: _error("A filter names nothing that is known."),
        422: _error("A parameter is not of its form."),
    }


def _error(what: str) -> dict[str, Any]:
    content = {"application/json": {"schema": ERROR}, "text/html": _TEXT}
    return {"description": what, "content": content}
