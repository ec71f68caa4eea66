"""Letting people and programs in: by password, by cookie, by token.

A session lasts while it is used, at most `SESSION_DAYS`. Failed logins are counted by account and
address together, by account, and by address; above the limits nothing is looked at until
`WINDOW_MINUTES` after the first of them. Whether an account exists is not to be learned: an unknown
name takes as long, is counted alike and is told the same.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from soten.accounts import passwords
from soten.records import SotenError, UsageError
from soten.store.accounts import Account, Role, Session, Token

if TYPE_CHECKING:
    from soten.store import Ledger

SESSION_DAYS, IDLE_HOURS = 7, 12
"""A session ends so long after it began, or after it was last used."""

NOTED_MINUTES = 5
"""The use of a session is noted at most so often."""

WINDOW_MINUTES = 15
PAIR_MOST, ACCOUNT_MOST, ADDRESS_MOST = 5, 50, 30
"""So many failed logins in a window: from one address to one account; to one account; from one
address. The middle one is wide, so that nobody is locked out by others with ease."""

LONGEST_NAME = 64
_PREFIX = "soten"


class DeniedError(SotenError):
    """Name and password do not fit."""


class ThrottledError(SotenError):
    """Too many failed logins."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways into one ledger; `now` tells the time."""

    ledger: Ledger
    now: Callable[[], datetime] = _now

    # Accounts ----------------------------------------------------------------------------

    def add(self, name: str, role: Role, password: str) -> Account:
        """Add an account; raise `UsageError` for a name that is taken or none."""
        shown = _checked(name)
        hash = passwords.hashed(password)
        account = Account(folded(shown), shown, role, hash, self._moment())
        if not self.ledger.add_account(account):
            raise UsageError(f"there is an account {shown} already")
        return account

    def named(self, name: str) -> Account:
        """Return an account by its name; raise `UsageError` where there is none."""
        found = self.ledger.account(folded(name))
        if found is None:
            raise UsageError(f"there is no account {name}")
        return found

    def remove(self, name: str) -> None:
        """Remove an account; what it decided stays, under its name."""
        self.ledger.remove_account(self.named(name).key)

    def set_password(self, name: str, password: str) -> None:
        """Set a password, and log out whoever is logged in with the one before."""
        key = self.named(name).key
        self.ledger.set_password(key, passwords.hashed(password))

    def set_role(self, name: str, role: Role) -> None:
        """Set what an account may do."""
        self.ledger.set_role(self.named(name).key, role)

    # Browsers ----------------------------------------------------------------------------

    def log_in(self, name: str, password: str, address: str, old: str | None = None) -> str:
        """Return what the cookie of a new session holds; the browser's `old` session ends.

        Raises `DeniedError` where name and password do not fit, `ThrottledError` after too many tries.
        """
        key = folded(name)
        pair, ours, theirs = _digest("pair", key, address), _digest("a", key), _digest("b", address)
        limits = {pair: PAIR_MOST, ours: ACCOUNT_MOST, theirs: ADDRESS_MOST}
        counts = self.ledger.count_attempt(
            limits, self._moment(), self._moment(minutes=-WINDOW_MINUTES)
        )
        if any(counts[one] > most for one, most in limits.items()):
            raise ThrottledError(f"too many attempts; wait {WINDOW_MINUTES} minutes")
        account = self.ledger.account(key)
        is_right = passwords.fits(account.password if account else passwords.nobodys(), password)
        if account is None or not is_right:
            raise DeniedError("name and password do not fit")
        self.ledger.settle_attempt([pair], [ours, theirs])
        if passwords.is_outdated(account.password):
            self.ledger.set_password(key, passwords.hashed(password), ends_sessions=False)
        secret = secrets.token_urlsafe(32)
        self.ledger.begin_session(
            _digest("session", secret),
            key,
            self._moment(),
            old=[_digest("session", old)] if old else [],
            stale=self._moment(days=-SESSION_DAYS),
        )
        return secret

    def session(self, secret: str) -> Session | None:
        """Return the session of a cookie while it lasts."""
        found = self.ledger.session(_digest("session", secret))
        if found is None or found.made_at < self._moment(days=-SESSION_DAYS):
            return None
        if found.seen_at < self._moment(hours=-IDLE_HOURS):
            return None
        if found.seen_at < self._moment(minutes=-NOTED_MINUTES):
            self.ledger.note_session(found.id, self._moment())
        return found

    def log_out(self, secret: str) -> None:
        """End the session of a cookie."""
        self.ledger.end_session(_digest("session", secret))

    # Programs ----------------------------------------------------------------------------

    def issue(self, name: str, note: str = "", role: Role | None = None) -> tuple[Token, str]:
        """Make a token of an account, and return what the program is to hold: it is told once."""
        account = self.named(name)
        role = role or account.role
        if not account.role.covers(role):
            raise UsageError(f"{account.name} is a {account.role}, so its token cannot be {role}")
        id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        token = Token(id, _digest("token", secret), account, role, note[:200], self._moment())
        self.ledger.add_token(token)
        return token, f"{_PREFIX}_{id}_{secret}"

    def token(self, held: str) -> Token | None:
        """Return the token a program holds; its role is at most its account's."""
        prefix, _, rest = held.partition("_")
        id, _, secret = rest.partition("_")
        if prefix != _PREFIX or not id or not secret:
            return None
        found = next(iter(self.ledger.tokens(id=id)), None)
        if found is None or not hmac.compare_digest(found.secret, _digest("token", secret)):
            return None
        role = found.role if found.account.role.covers(found.role) else found.account.role
        return replace(found, role=role)

    def revoke(self, name: str, id: str) -> None:
        """Remove a token."""
        if not self.ledger.remove_token(self.named(name).key, id):
            raise UsageError(f"{name} has no token {id}")

    def _moment(self, **ago: float) -> str:
        return (self.now() + timedelta(**ago)).strftime("%Y-%m-%dT%H:%M:%SZ")


def folded(name: str) -> str:
    """Return what names of one account have in common.

    >>> folded(" Ａoki ")
    'aoki'
    """
    return unicodedata.normalize("NFKC", name[: 4 * LONGEST_NAME]).strip().casefold()


def _checked(name: str) -> str:
    """Return a name as it is shown; raise `UsageError` for one that hides or turns something."""
    shown = unicodedata.normalize("NFKC", name).strip()
    if not 1 <= len(shown) <= LONGEST_NAME or not all(
        sign == " " or unicodedata.category(sign)[0] in "LMNP" for sign in shown
    ):
        raise UsageError(
            f"not a name: 1 to {LONGEST_NAME} letters, digits, points and spaces: {name!r}"
        )
    return shown


def _digest(*parts: str) -> str:
    told = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()
