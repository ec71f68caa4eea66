"""The READMEs name only commands, options and targets that exist, and say the same things."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from soten.cli import main as soten

ROOT = Path(__file__).resolve().parents[2]
READMES = [ROOT / "README.md", ROOT / "README.ja.md"]
GUIDES = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"```(?:sh|console)\n(.*?)```", re.DOTALL)
_INLINE = re.compile(r"`((?:soten|make) [^`\n]+)`")


def commands_in(text: str) -> list[str]:
    """Return the shell commands of a page: lines of its sh blocks, and inline soten and make."""
    lines = [line for block in _BLOCK.findall(text) for line in block.splitlines()]
    return [line.split(" #")[0].strip() for line in lines if line.strip()] + _INLINE.findall(text)


def complaint(command: str) -> str | None:
    """Say what is wrong with a `soten` or `make` command; None for any other or for a good one.

    Words in capitals and `a|b` stand for something the reader fills in.
    """
    program, *words = shlex.split(command)
    if program == "make":
        return _wrong_target(words)
    if program == "soten":
        return _wrong_words(soten, words)
    return None


def _wrong_target(words: list[str]) -> str | None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    wrong = [word for word in words if word.islower() and "=" not in word and word not in targets]
    return f"make has no target {wrong}" if wrong else None


def _wrong_words(command: click.Command, words: list[str]) -> str | None:
    """Follow the words of a command line down to its command and check its options."""
    context = click.Context(command)
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        name, *words = words
        if name.isupper() or "|" in name:
            missing = [
                part for part in name.split("|") if part.islower() and part not in command.commands
            ]
            return f"no command {missing}" if missing else None
        found = command.get_command(context, name)
        if found is None:
            return f"no command {name}"
        command = found
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    wrong = [
        word
        for word in words
        if word.startswith("-") and word.split("=")[0] not in known | {"--help"}
    ]
    return f"{command.name} has no option {wrong}" if wrong else None


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_named_exists(page: Path) -> None:
    """Each `soten` command, option and `make` target that a page names is there."""
    found = [complaint(command) for command in commands_in(page.read_text(encoding="utf-8"))]

    assert [wrong for wrong in found if wrong] == []


@pytest.mark.parametrize(
    "command",
    ["soten fly", "soten brief --no-such-option", "make tea", "soten add --ledger L --wings"],
)
def test_a_command_that_does_not_exist_is_found(command: str) -> None:
    """A wrong command, option or target draws a complaint."""
    assert complaint(command) is not None


def test_both_readmes_show_the_same_commands() -> None:
    """English and Japanese readers are given the same commands to type."""
    english, japanese = (
        [
            line.split("#")[0].strip()
            for block in _BLOCK.findall(text)
            for line in block.splitlines()
        ]
        for text in (page.read_text(encoding="utf-8") for page in READMES)
    )

    assert english == japanese


def test_the_readmes_name_the_two_commands() -> None:
    """Both READMEs name the command that shows the program and the one that checks it."""
    assert all(
        {"make demo", "make test"} <= set(commands_in(page.read_text(encoding="utf-8")))
        for page in READMES
    )
