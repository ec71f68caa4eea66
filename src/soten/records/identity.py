"""Stable ids: the same evidence read twice gets the same id."""

from __future__ import annotations

import base64
import hashlib
import re

_PREFIX = {
    "statement": "st",
    "talk": "tk",
    "figure": "fg",
    "position": "po",
    "claim": "cl",
    "commitment": "co",
    "event": "ev",
    "wording": "wd",
    "document": "d",
    "actor": "a",
}


_FOUND = re.compile("a-[a-z2-7]{16}")


def record_id(kind: str, *key: object) -> str:
    """Return the id of a record of `kind` made from what identifies it (document, span, who, …).

    >>> record_id("statement", "d-1", 3, 9) == record_id("statement", "d-1", 3, 9)
    True
    """
    raw = "\x1f".join("" if part is None else str(part) for part in key)
    digest = hashlib.blake2b(f"{kind}\x1f{raw}".encode(), digest_size=10).digest()
    return f"{_PREFIX[kind]}-{base64.b32encode(digest).decode().lower()}"


def document_id(sha256: str) -> str:
    """Return the id of the document whose first stored text has this digest."""
    return record_id("document", sha256)


def is_found_id(actor: str) -> bool:
    """Say whether an actor's id is of the one document it was found in, and no pack's.

    >>> is_found_id(record_id("actor", "d-1", "person:タノフ")), is_found_id("norda-mfa")
    (True, False)
    """
    return _FOUND.fullmatch(actor) is not None
