"""Cursors: the key of the last row of a page as an opaque string."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence

from soten.records import UsageError
from soten.store.codec import to_json


def pack_cursor(key: Sequence[object]) -> str:
    """Return a key as an opaque cursor."""
    raw = to_json([part if isinstance(part, int) else str(part) for part in key])
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def unpack_cursor(cursor: str, types: Sequence[type]) -> list[str | int]:
    """Return the key of a cursor; raise `UsageError` where it is none of these types."""
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        key = None
    fits = isinstance(key, list) and [type(part) for part in key] == list(types)
    if not fits or not isinstance(key, list):
        raise UsageError(f"not a place to continue from: {cursor!r}")
    return key
