"""Letting people and programs in, in both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from soten.accounts import DeniedError, Doors, Role, ThrottledError
from soten.accounts.doors import ACCOUNT_MOST, ADDRESS_MOST, PAIR_MOST
from soten.records import UsageError
from soten.store import open_ledger
from tests.store.cluster import ledger_place

PASSWORD = "a long enough one"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        """Begin at a moment."""
        self.moment = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**time)


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hashes cost little: what they cost is the library's to test."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("soten.accounts.passwords._hasher", hasher)


@pytest.fixture
def clock() -> Clock:
    """Return a clock."""
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def doors(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Doors]:
    """Return the doors of an empty ledger that knows one reviewer."""
    with open_ledger(ledger_place(request.param, tmp_path)) as ledger:
        doors = Doors(ledger, clock)
        doors.add("Aoki", Role.REVIEWER, PASSWORD)
        yield doors


def test_the_right_password_begins_a_session(doors: Doors) -> None:
    """However the name is spelled; the cookie's secret and the password are stored nowhere."""
    secret = doors.log_in(" ａoki", PASSWORD, HERE)

    session = doors.session(secret)
    assert session is not None
    assert session.account.name == "Aoki"
    assert secret not in session.id
    assert PASSWORD not in session.account.password
    assert session.account.password.startswith("$argon2id$")


def test_a_wrong_name_and_a_wrong_password_are_told_alike(doors: Doors) -> None:
    """Whether there is an account is not to be learned."""
    told = []
    for name in ("aoki", "nobody"):
        with pytest.raises(DeniedError) as caught:
            doors.log_in(name, "a wrong password", HERE)
        told.append(str(caught.value))

    assert told[0] == told[1]


def test_a_session_ends(doors: Doors, clock: Clock) -> None:
    """When it is not used, when it is old, by logging out, with its account and its password."""
    idle = doors.log_in("aoki", PASSWORD, HERE)
    clock.wait(hours=13)
    assert doors.session(idle) is None

    used = doors.log_in("aoki", PASSWORD, HERE)
    for _ in range(20):
        clock.wait(hours=8)
        assert doors.session(used) is not None
    clock.wait(hours=9)
    assert doors.session(used) is None

    left = doors.log_in("aoki", PASSWORD, HERE)
    doors.log_out(left)
    assert doors.session(left) is None

    changed = doors.log_in("aoki", PASSWORD, HERE)
    doors.set_password("aoki", "another long one")
    assert doors.session(changed) is None

    gone = doors.log_in("aoki", "another long one", HERE)
    doors.remove("aoki")
    assert doors.session(gone) is None


def test_logging_in_again_ends_the_browsers_session(doors: Doors) -> None:
    """The cookie is another, and the one before opens nothing."""
    first = doors.log_in("aoki", PASSWORD, HERE)

    second = doors.log_in("aoki", PASSWORD, HERE, old=first)

    assert first != second
    assert doors.session(first) is None
    assert doors.session(second) is not None


def test_guessing_is_slowed_by_account_and_address(doors: Doors, clock: Clock) -> None:
    """After five tries from one place even the right password is not looked at for a while."""
    for _ in range(PAIR_MOST):
        with pytest.raises(DeniedError):
            doors.log_in("aoki", "a wrong password", HERE)
    with pytest.raises(ThrottledError):
        doors.log_in("aoki", PASSWORD, HERE)

    assert doors.log_in("aoki", PASSWORD, ELSEWHERE)
    clock.wait(minutes=16)
    assert doors.log_in("aoki", PASSWORD, HERE)


def test_guessing_at_many_names_or_from_many_places_is_slowed(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that do not exist are counted like those that do."""
    monkeypatch.setattr("soten.accounts.passwords.fits", lambda *_: False)
    for number in range(ADDRESS_MOST):
        with pytest.raises(DeniedError):
            doors.log_in(f"nobody{number}", "x", HERE)
    with pytest.raises(ThrottledError):
        doors.log_in("somebody", "x", HERE)

    for number in range(ACCOUNT_MOST):
        with pytest.raises(DeniedError):
            doors.log_in("nobody", "x", f"198.51.100.{number}")
    with pytest.raises(ThrottledError):
        doors.log_in("nobody", "x", "203.0.113.1")


def test_who_logs_in_often_is_not_slowed(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what fails counts."""
    monkeypatch.setattr("soten.accounts.passwords.fits", lambda *_: True)

    for _ in range(ADDRESS_MOST + 10):
        doors.log_in("aoki", PASSWORD, HERE)


def test_a_token_asks_in_an_accounts_name(doors: Doors) -> None:
    """At most in its role, and in no greater one than the account has now."""
    _, held = doors.issue("aoki", "a script")
    reading, weak = doors.issue("aoki", role=Role.READER)
    found, weaker = doors.token(held), doors.token(weak)
    assert found is not None
    assert weaker is not None
    assert (found.account.name, found.role, weaker.role) == ("Aoki", Role.REVIEWER, Role.READER)
    assert held not in (found.secret, found.id)

    doors.set_role("aoki", Role.READER)
    lowered = doors.token(held)
    assert lowered is not None
    assert lowered.role is Role.READER

    doors.revoke("aoki", reading.id)
    assert doors.token(weak) is None
    for wrong in ("", "soten", f"{held}x", f"soten_{reading.id}_", held.replace("soten", "other")):
        assert doors.token(wrong) is None


def test_a_token_is_no_greater_than_its_account(doors: Doors) -> None:
    """A reviewer makes no administrator's token."""
    with pytest.raises(UsageError, match="reviewer"):
        doors.issue("aoki", role=Role.ADMINISTRATOR)


@pytest.mark.parametrize("name", ["", "x" * 65, "a\u202eb", "a\u200bb", "a\nb", "<b>", "AOKI"])
def test_some_names_are_refused(doors: Doors, name: str) -> None:
    """What hides or turns, markup, nothing, and what is taken under another spelling."""
    with pytest.raises(UsageError):
        doors.add(name, Role.READER, PASSWORD)


@pytest.mark.parametrize("password", ["short", "x" * 1001])
def test_some_passwords_are_refused(doors: Doors, password: str) -> None:
    """Too short to be safe, too long to be meant."""
    with pytest.raises(UsageError, match="characters"):
        doors.add("beni", Role.READER, password)


def test_a_password_of_any_signs_is_denied_not_an_error(doors: Doors) -> None:
    """Half a surrogate pair, zero bytes, very much."""
    for number, password in enumerate(("\ud800", "\0", "x" * 100_000)):
        with pytest.raises(DeniedError):
            doors.log_in("aoki", password, f"192.0.2.{number}")
