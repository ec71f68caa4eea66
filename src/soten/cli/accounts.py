"""`soten accounts`: who may use a ledger that is served to other machines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from soten.cli.frame import (
    DONE,
    is_terminal,
    ledger_option,
    note,
    open_existing,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.records import UsageError

if TYPE_CHECKING:
    from soten.accounts import Doors

_ROLES = ("reader", "reviewer", "administrator")


@click.group()
def accounts() -> None:
    """Say who may use the ledger when it is served: readers, reviewers, administrators.

    Where there are accounts, `soten serve` asks everybody to log in. Readers read; reviewers
    also decide about records, each in their own name; administrators also manage accounts.
    """


def _with_doors(ledger: str | None, act: Callable[[Doors], None]) -> int:
    from soten.accounts import Doors  # brings the database layer, which is slow to import

    with open_existing(settings_of(ledger=ledger).ledger) as opened:
        act(Doors(opened))
    return DONE


def _password(from_stdin: bool) -> str:
    """Return a password that is typed twice without being shown, or a line of stdin."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return typed


_stdin_option = click.option(
    "--password-stdin", is_flag=True, help="Take the password from stdin instead of asking."
)


@accounts.command()
@click.argument("name")
@click.option(
    "--role", type=click.Choice(_ROLES), default="reader", show_default=True, help="What it may do."
)
@_stdin_option
@ledger_option
def add(name: str, role: str, password_stdin: bool, ledger: str | None) -> int:
    """Add an account; the password is asked for."""
    from soten.accounts import Role

    password = _password(password_stdin)
    return _with_doors(
        ledger, lambda doors: note(_told(doors.add(name, Role(role), password).name, role))
    )


def _told(name: str, role: str) -> str:
    return f"{name} is a {role}"


@accounts.command("list")
@ledger_option
def list_(ledger: str | None) -> int:
    """List the accounts with their roles."""

    def act(doors: Doors) -> None:
        from soten.export.table import table_lines

        rows = [[one.name, one.role.value, one.made_at] for one in doors.ledger.accounts()]
        if is_terminal(sys.stdout):
            write_lines(table_lines(["name", "role", "since"], rows, terminal_width()))
        else:
            from soten.export.exchange import line

            write_lines(line({"name": n, "role": r, "since": s}) for n, r, s in rows)
        if not rows:
            note("no accounts")

    return _with_doors(ledger, act)


@accounts.command()
@click.argument("name")
@ledger_option
def remove(name: str, ledger: str | None) -> int:
    """Remove an account; what it decided stays, under its name."""
    return _with_doors(ledger, lambda doors: doors.remove(name))


@accounts.command()
@click.argument("name")
@_stdin_option
@ledger_option
def password(name: str, password_stdin: bool, ledger: str | None) -> int:
    """Set a password; whoever is logged in with the one before is logged out."""
    typed = _password(password_stdin)
    return _with_doors(ledger, lambda doors: doors.set_password(name, typed))


@accounts.command()
@click.argument("name")
@click.argument("role", type=click.Choice(_ROLES))
@ledger_option
def role(name: str, role: str, ledger: str | None) -> int:
    """Set what an account may do; it holds at once."""
    from soten.accounts import Role

    return _with_doors(ledger, lambda doors: doors.set_role(name, Role(role)))


@accounts.command()
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), help="At most this role. Else the account's.")
@click.option("--note", "words", default="", metavar="WORDS", help="What it is for.")
@click.option("--list", "lists", is_flag=True, help="List the tokens instead of making one.")
@click.option("--revoke", metavar="ID", help="Remove the token with this id instead.")
@ledger_option
def token(
    name: str, role: str | None, words: str, lists: bool, revoke: str | None, ledger: str | None
) -> int:
    """Make a token for a program that asks in an account's name; it is shown once.

    The program sends it as `Authorization: Bearer TOKEN`.
    """
    from soten.accounts import Role

    if lists and revoke:
        raise UsageError("--list and --revoke are two things to do")

    def act(doors: Doors) -> None:
        if revoke is not None:
            doors.revoke(name, revoke)
        elif lists:
            told = doors.ledger.tokens(account=doors.named(name).key)
            write_lines(f"{one.id}  {one.role}  {one.made_at}  {one.note}" for one in told)
        else:
            made, held = doors.issue(name, words, None if role is None else Role(role))
            note(f"token {made.id} of {made.account.name}, {made.role}; it is not shown again:")
            click.echo(held)

    return _with_doors(ledger, act)
