"""Write docs/cli.md from the commands themselves, as their --help shows them.

python tools/make_command_reference.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from soten.cli import main as soten

TARGET = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

_INTRODUCTION = """\
# Commands

<!-- Made from the code by `make docs`; change the help texts in src/soten/cli/ instead. -->

What each command prints for `--help`. `soten add samples` makes a ledger to try them on.
"""


def commands(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[click.Context, click.Command]]:
    """Yield a command and all below it that are not hidden, each with its context, in order."""
    # Any: settings go to click as they are.
    settings: dict[str, Any] = {"terminal_width": 100, **command.context_settings}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context, command
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None and not found.hidden:
                yield from commands(found, below, context)


def command_reference() -> str:
    """Return the whole page."""
    lines = [_INTRODUCTION]
    for context, command in commands(soten, "soten"):
        help_text = command.get_help(context).strip()
        lines.append(f"## `{context.command_path}`\n\n```text\n{help_text}\n```\n")
    return "\n".join(lines).strip() + "\n"


if __name__ == "__main__":
    TARGET.write_text(command_reference(), encoding="utf-8")
    sys.stdout.write(f"{TARGET.name} written\n")
