"""Accounts from the command line, and what serving asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from soten.cli import main
from soten.cli.serving import _options
from soten.records import UsageError
from soten.settings import read_settings
from tests.cli.conftest import Run

PASSWORD = "a long enough one\n"


def typed(words: list[str], given: str) -> str:
    """Run a command that reads a password from stdin; return its stdout."""
    done = CliRunner().invoke(main, words, input=given)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_accounts_are_added_listed_and_removed(run: Run, ledger: Path) -> None:
    """No list and no message holds a password."""
    words = ["accounts", "add", "aoki", "--role", "reviewer", "--password-stdin"]
    typed([*words, "--ledger", str(ledger)], PASSWORD)

    (line,) = run("accounts", "list", "--ledger", ledger).stdout.splitlines()
    assert json.loads(line).keys() == {"name", "role", "since"}
    assert run("accounts", "role", "aoki", "reader", "--ledger", ledger).exit_code == 0
    assert '"reader"' in run("accounts", "list", "--ledger", ledger).stdout
    typed(["accounts", "password", "aoki", "--password-stdin", "--ledger", str(ledger)], PASSWORD)
    assert run("accounts", "remove", "aoki", "--ledger", ledger).exit_code == 0
    assert run("accounts", "list", "--ledger", ledger).stdout == ""
    assert run("accounts", "remove", "aoki", "--ledger", ledger).exit_code == 2


def test_a_token_is_shown_once(run: Run, ledger: Path) -> None:
    """Lists tell its id only; what is revoked is gone."""
    words = ["accounts", "add", "aoki", "--password-stdin", "--ledger", str(ledger)]
    typed(words, PASSWORD)
    held = run("accounts", "token", "aoki", "--note", "script", "--ledger", ledger).stdout.strip()
    listed = run("accounts", "token", "aoki", "--list", "--ledger", ledger).stdout

    id = held.split("_")[1]
    assert listed.startswith(id)
    assert held not in listed
    assert run("accounts", "token", "aoki", "--revoke", id, "--ledger", ledger).exit_code == 0
    assert run("accounts", "token", "aoki", "--list", "--ledger", ledger).stdout == ""


def test_other_machines_are_served_only_with_accounts(ledger: Path) -> None:
    """Without, the server does not start; with, everybody logs in, and --review says nothing."""
    settings = read_settings({"SOTEN_REVIEWER": "x"}, ledger=str(ledger))
    with pytest.raises(UsageError, match="accounts"):
        _options(settings, "0.0.0.0", False, False)
    assert not _options(settings, "127.0.0.1", False, False).needs_login
    assert _options(settings, "127.0.0.1", False, False).reviewer is None
    assert _options(settings, "127.0.0.1", True, False).reviewer

    typed(["accounts", "add", "a", "--password-stdin", "--ledger", str(ledger)], PASSWORD)

    assert _options(settings, "0.0.0.0", False, False).needs_login
    with pytest.raises(UsageError, match="--review"):
        _options(settings, "127.0.0.1", True, False)
