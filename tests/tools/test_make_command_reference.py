"""The command reference follows the code."""

import click

from soten.cli import main as soten
from tools.make_command_reference import TARGET, command_reference, commands


def test_the_page_in_docs_is_what_the_commands_say() -> None:
    """`docs/cli.md` is fresh; `make docs` writes it anew."""
    assert TARGET.read_text(encoding="utf-8") == command_reference()


def test_commands_are_listed_with_those_below_them() -> None:
    """A group is followed by its commands; a hidden command is left out."""
    group = click.Group("outer", help="Outer.")
    group.add_command(click.Command("inner", help="Inner."))
    group.add_command(click.Command("secret", hidden=True))

    assert [context.command_path for context, _ in commands(group, "outer")] == [
        "outer",
        "outer inner",
    ]


def test_every_command_and_option_explains_itself() -> None:
    """No command, and no option that is shown, is without a help text."""
    found = [(context.command_path, command) for context, command in commands(soten, "soten")]
    silent = [path for path, command in found if not command.help]
    silent += [
        f"{path} {option.opts[0]}"
        for path, command in found
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and not option.help
    ]

    assert silent == []
