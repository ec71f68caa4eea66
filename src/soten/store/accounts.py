"""Who may use a served ledger: accounts, browsers that are logged in, tokens, failed logins.

What is secret is kept as a digest only. Moments are ISO 8601 in UTC, to the second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from soten.store import schema as s
from soten.store.connected import Connected


class Role(StrEnum):
    """What an account may do; each may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    def covers(self, other: Role) -> bool:
        """Say whether this role may do what `other` may.

        >>> Role.REVIEWER.covers(Role.READER), Role.READER.covers(Role.REVIEWER)
        (True, False)
        """
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in; `key` is the folded name, `password` an Argon2 hash."""

    key: str
    name: str
    role: Role
    password: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is logged in; `id` is the digest of what its cookie holds."""

    id: str
    account: Account
    made_at: str
    seen_at: str


@dataclass(frozen=True, slots=True)
class Token:
    """A program that may ask in an account's name, at most in `role`."""

    id: str
    secret: str
    account: Account
    role: Role
    note: str
    made_at: str


class Accounts(Connected):
    """The part of a ledger that keeps who may use it when it is served."""

    def has_accounts(self) -> bool:
        """Say whether there is any account."""
        with self._reads() as connection:
            return connection.execute(select(s.accounts.c.key).limit(1)).first() is not None

    def accounts(self) -> list[Account]:
        """Return the accounts in order of their keys."""
        with self._reads() as connection:
            rows = connection.execute(select(s.accounts).order_by(s.accounts.c.key))
            return [_account(*row) for row in rows]

    def account(self, key: str) -> Account | None:
        """Return the account with this key."""
        with self._reads() as connection:
            return _found(connection, key)

    def add_account(self, account: Account) -> bool:
        """Add an account; say whether its key was free."""
        with self._writes() as connection:
            if _found(connection, account.key) is not None:
                return False
            values = {
                "key": account.key,
                "name": account.name,
                "role": account.role.value,
                "password": account.password,
                "made_at": account.made_at,
            }
            connection.execute(insert(s.accounts).values(values))
            return True

    def remove_account(self, key: str) -> bool:
        """Remove an account, its sessions and its tokens; say whether there was one."""
        with self._writes() as connection:
            _end_sessions(connection, key)
            connection.execute(delete(s.tokens).where(s.tokens.c.account == key))
            return (
                connection.execute(delete(s.accounts).where(s.accounts.c.key == key)).rowcount > 0
            )

    def set_password(self, key: str, password: str, *, ends_sessions: bool = True) -> None:
        """Set the hash of a password; whoever is logged in with the one before is logged out."""
        with self._writes() as connection:
            c = s.accounts.c
            connection.execute(update(s.accounts).where(c.key == key).values(password=password))
            if ends_sessions:
                _end_sessions(connection, key)

    def set_role(self, key: str, role: Role) -> None:
        """Set what an account may do; it holds at once, for sessions and tokens as well."""
        with self._writes() as connection:
            c = s.accounts.c
            connection.execute(update(s.accounts).where(c.key == key).values(role=role.value))

    # Sessions ----------------------------------------------------------------------------

    def begin_session(
        self, id: str, account: str, at: str, *, old: Iterable[str], stale: str
    ) -> None:
        """Begin a session; `old` ones end, and those that began before `stale` are forgotten."""
        c = s.sessions.c
        with self._writes() as connection:
            connection.execute(delete(s.sessions).where(c.id.in_([*old]) | (c.made_at < stale)))
            values = {"id": id, "account": account, "made_at": at, "seen_at": at}
            connection.execute(insert(s.sessions).values(values))

    def session(self, id: str) -> Session | None:
        """Return a session, however old."""
        c = s.sessions.c
        query = select(c.made_at, c.seen_at, s.accounts).join(s.accounts).where(c.id == id)
        with self._reads() as connection:
            row = connection.execute(query).first()
        return None if row is None else Session(id, _account(*row[2:]), row[0], row[1])

    def note_session(self, id: str, at: str) -> None:
        """Note that a session was used."""
        with self._writes() as connection:
            where = s.sessions.c.id == id
            connection.execute(update(s.sessions).where(where).values(seen_at=at))

    def end_session(self, id: str) -> None:
        """End a session."""
        with self._writes() as connection:
            connection.execute(delete(s.sessions).where(s.sessions.c.id == id))

    # Tokens ------------------------------------------------------------------------------

    def add_token(self, token: Token) -> None:
        """Add a token."""
        values = {
            "id": token.id,
            "secret": token.secret,
            "account": token.account.key,
            "role": token.role.value,
            "note": token.note,
            "made_at": token.made_at,
        }
        with self._writes() as connection:
            connection.execute(insert(s.tokens).values(values))

    def tokens(self, *, account: str | None = None, id: str | None = None) -> list[Token]:
        """Return the tokens of an account, or the one with an id, in order of age."""
        c = s.tokens.c
        query = select(c.id, c.secret, c.role, c.note, c.made_at, s.accounts).join(s.accounts)
        query = query if account is None else query.where(c.account == account)
        query = query if id is None else query.where(c.id == id)
        with self._reads() as connection:
            rows = connection.execute(query.order_by(c.made_at, c.id)).all()
        return [Token(r[0], r[1], _account(*r[5:]), Role(r[2]), r[3], r[4]) for r in rows]

    def remove_token(self, account: str, id: str) -> bool:
        """Remove a token of an account; say whether there was one."""
        c = s.tokens.c
        with self._writes() as connection:
            gone = connection.execute(delete(s.tokens).where(c.account == account, c.id == id))
            return gone.rowcount > 0

    # Failed logins -----------------------------------------------------------------------

    def count_attempt(self, keys: Iterable[str], at: str, forgotten: str) -> dict[str, int]:
        """Count an attempt under each key; return how many there were since `forgotten`.

        Counting comes before looking at the password, so that many at once are counted too.
        """
        c = s.login_attempts.c
        counts: dict[str, int] = {}
        with self._writes() as connection:
            connection.execute(delete(s.login_attempts).where(c.since < forgotten))
            for key in keys:
                found = connection.execute(select(c["count"]).where(c.key == key)).scalar()
                counts[key] = (found or 0) + 1
                if found is None:
                    values = {"key": key, "count": 1, "since": at}
                    connection.execute(insert(s.login_attempts).values(values))
                else:
                    query = update(s.login_attempts).where(c.key == key)
                    connection.execute(query.values(count=found + 1))
        return counts

    def settle_attempt(self, forgotten: Iterable[str], uncounted: Iterable[str]) -> None:
        """Forget the failed logins under some keys, and the last one under others: it succeeded."""
        c = s.login_attempts.c
        with self._writes() as connection:
            connection.execute(delete(s.login_attempts).where(c.key.in_([*forgotten])))
            query = update(s.login_attempts).where(c.key.in_([*uncounted]))
            connection.execute(query.values(count=c["count"] - 1))


def _found(connection: Connection, key: str) -> Account | None:
    row = connection.execute(select(s.accounts).where(s.accounts.c.key == key)).first()
    return None if row is None else _account(*row)


def _account(key: str, name: str, role: str, password: str, made_at: str) -> Account:
    return Account(key, name, Role(role), password, made_at)


def _end_sessions(connection: Connection, account: str) -> None:
    connection.execute(delete(s.sessions).where(s.sessions.c.account == account))
