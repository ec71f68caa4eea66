"""What all commands share: settings, exit codes, and how errors are told."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from soten.records import InputError, SotenError
from soten.settings import Language, Settings, read_settings

if TYPE_CHECKING:
    from soten.export.columns import Names
    from soten.store import Ledger

DONE, UNREAD, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; something could not be read (the rest was); wrong use; stopped by Ctrl-C."""

F = TypeVar("F", bound=Callable[..., object])


class EdgeGroup(click.Group):
    """The outermost edge: every expected error becomes one line on stderr and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # Any: passed on to click as it is
    ) -> Any:  # Any: what click returns without standalone mode
        """Run, then leave the process with an exit code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        _speak_utf8(sys.stdout)
        _speak_utf8(sys.stderr)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except click.Abort:
            complain("stopped")
            code = INTERRUPTED
        except SotenError as error:
            complain(str(error))
            code = UNREAD if isinstance(error, InputError) else WRONG_USE
        except OSError as error:
            complain(str(error))
            code = UNREAD
        sys.exit(code if isinstance(code, int) else DONE)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; where whoever reads stdout has left, there is nothing more to do."""
        try:
            code: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence(sys.stdout)
            return DONE
        return code


def _speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the locale: what is read is Japanese."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the interpreter's end says nothing."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def complain(message: str) -> None:
    """Write one line to stderr; control signs of names in it are shown, not obeyed."""
    from soten.export.neutral import plain  # keeps the start light

    click.echo(f"soten: {plain(message)}", err=True)


def note(message: str) -> None:
    """Write one line of progress to stderr."""
    click.echo(message, err=True)


def ledger_option(command: F) -> F:
    """Add `--ledger` to a command."""
    return click.option(
        "--ledger",
        metavar="L",
        help="The ledger: a file, or a postgresql:// URL. "
        "Else SOTEN_LEDGER, else soten.db in this folder.",
    )(command)


def language_option(command: F) -> F:
    """Add `--lang` to a command."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice([language.value for language in Language]),
        help="The language of labels. Else SOTEN_LANG, else the locale's.",
    )(command)


def pack_option(command: F) -> F:
    """Add `--pack` to a command."""
    return click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="PACK",
        help="A knowledge pack: a bundled one's name, or a folder. May be repeated; core is "
        "always read. Else SOTEN_PACKS, else core and ukraine.",
    )(command)


def settings_of(
    *,
    ledger: str | None = None,
    packs: Sequence[str] = (),
    language: str | None = None,
) -> Settings:
    """Return the settings; what is said after the command wins over what is said before it."""
    before = click.get_current_context().find_root().params
    return read_settings(
        os.environ,
        ledger=ledger or before.get("ledger"),
        packs=packs,
        language=language or before.get("language"),
    )


def open_existing(where: str) -> Ledger:
    """Open a ledger that must be there already."""
    from soten.store import open_ledger  # brings the database layer, which is slow to import

    return open_ledger(where, create=False)


def names_of(ledger: Ledger, language: Language) -> Names:
    """Return the language with the names of points at issue that the ledger knows."""
    from soten.export.columns import Names  # keeps the start light

    issues = {
        id: (label.text("ja"), label.text("en")) for id, label in ledger.issue_labels().items()
    }
    return Names(language, issues)


def is_terminal(stream: TextIO) -> bool:
    """Say whether a person looks at what is written to `stream`."""
    return stream.isatty()


def terminal_width() -> int:
    """Return how many columns the terminal has."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def write_lines(lines: Iterable[str]) -> int:
    """Write lines to stdout as they come; return how many."""
    count = 0
    for line in lines:
        sys.stdout.write(line + "\n")
        count += 1
    return count
