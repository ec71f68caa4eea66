"""Passwords as Argon2 hashes; the only door to the library."""

from __future__ import annotations

import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from soten.records import UsageError

SHORTEST, LONGEST = 10, 1000
"""A password has so many characters."""

_hasher = PasswordHasher()
_AT_ONCE = threading.Semaphore(2)
"""A hash takes 64 MB: so many are worked on at once, whoever knocks."""


def hashed(password: str) -> str:
    """Return the hash of a password; raise `UsageError` for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters")
    with _AT_ONCE:
        return _hasher.hash(password)


def fits(hash: str, password: str) -> bool:
    """Say whether a hash is that of a password."""
    if len(password) > LONGEST:
        return False
    try:
        with _AT_ONCE:
            return _hasher.verify(hash, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_outdated(hash: str) -> bool:
    """Say whether the hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(hash)


_nobody: list[str] = []


def nobodys() -> str:
    """Return a hash that no password fits: looking at it takes as long as at somebody's."""
    if not _nobody:
        with _AT_ONCE:
            _nobody.append(_hasher.hash(secrets.token_urlsafe(32)))
    return _nobody[0]
