"""`soten serve`: the ledger in a browser."""

from __future__ import annotations

import ipaddress
import os
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from soten.cli.adding import sample_folder
from soten.cli.frame import DONE, complain, language_option, ledger_option, note, settings_of
from soten.cli.reviewing import join_touched, who_decides
from soten.records import LedgerError, UsageError

if TYPE_CHECKING:
    from soten.asking import QuestionReader
    from soten.query import Question
    from soten.settings import Settings
    from soten.store import Ledger
    from soten.web.site import Options

PORT = 8432
FEWEST, MOST = 2, 4
"""So many processes at least and at most answer for a large ledger if nobody says how many."""


@click.command()
@ledger_option
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port."
)
@click.option(
    "--review",
    is_flag=True,
    help="Let whoever sits at this machine decide about records, in the name that "
    "`soten review` would take. Only without accounts.",
)
@click.option(
    "--https",
    is_flag=True,
    help="A proxy on this machine speaks https to the world: cookies go over https only.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="So many processes answer; one for an empty ledger. Without, one does; for more than "
    f"10,000 documents as many as there are processors, {FEWEST} to {MOST}.",
)
def serve(
    ledger: str | None,
    language: str | None,
    host: str,
    port: int,
    review: bool,
    https: bool,
    processes: int | None,
) -> int:
    """Show the ledger in a browser: read-only, on this machine.

    Only an empty ledger without accounts offers to read the samples.

    Nothing is fetched from anywhere: scripts, styles and the map are part of the program. Where
    there are accounts (`soten accounts`), everybody has to log in, and reviewers may decide; an
    address that other machines can reach is refused without.
    """
    settings = settings_of(ledger=ledger, language=language)
    options = _options(settings, host, review, https)
    count = _processes(settings.ledger, processes)
    # The web server takes a second to import, and no other command needs it.
    from soten.web import processes as web

    note(f"http://{host}:{port}/ shows {settings.ledger}; Ctrl-C ends")
    web.serve(options, host, port, count)
    return DONE


def _processes(where: str, asked: int | None) -> int:
    """Return how many processes answer; how far the reading of samples is only one can tell."""
    from soten.store import open_ledger
    from soten.web.memo import is_large

    with open_ledger(where) as ledger:
        if not ledger.document_count():
            return 1
        if asked is not None:
            return asked
        return min(max(os.cpu_count() or FEWEST, FEWEST), MOST) if is_large(ledger) else 1


def _options(settings: Settings, host: str, review: bool, https: bool) -> Options:
    """Return how to serve; raise `UsageError` where others could do what nobody let them."""
    from soten.store import open_ledger
    from soten.web.site import Options

    with open_ledger(settings.ledger) as opened:
        has_accounts = opened.has_accounts()
        _prepare(opened)
    if not has_accounts and not is_loopback(host):
        raise UsageError(
            f"{host} can be reached from other machines, and there are no accounts: "
            "add one with `soten accounts add`"
        )
    if has_accounts and review:
        raise UsageError("--review is for a ledger without accounts; here reviewers log in")
    return Options(
        settings.ledger,
        settings.language,
        needs_login=has_accounts,
        reviewer=who_decides() if review else None,
        https=https,
        join=join_touched,
        read_question=Questions(settings.packs).read,
        add_samples=None if has_accounts else partial(read_samples, settings),
    )


def _prepare(ledger: Ledger) -> None:
    """Have a ledger of an older Soten keep what pages ask of it, if it can be written to."""
    from soten.query.keptmoves import trace

    if ledger.has_all_moves() and not ledger.untold(limit=1):
        return
    note("looking once through all positions and promises …")
    try:
        trace(ledger)
    except LedgerError as error:
        note(f"left as it is, and slower: {error}")


def read_samples(settings: Settings, on_document: Callable[[str, int, int], None]) -> None:
    """Read the samples into the ledger; `on_document` is told how far that is."""
    from soten.pipeline import add_paths  # brings the tokenizer, which is slow to import

    summary = add_paths([sample_folder()], settings.ledger, settings.packs, on_document)
    for failure in summary.failed:
        complain(failure)


class Questions:
    """Reads questions, one at a time; what that takes is loaded at the first of them.

    Another process loads it again.
    """

    def __init__(self, packs: tuple[str, ...]) -> None:
        """Take the packs whose names are known."""
        self._packs = packs
        self._reader: QuestionReader | None = None
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[type[Questions], tuple[tuple[str, ...]]]:
        """Return how to make it anew in another process."""
        return Questions, (self._packs,)

    def read(self, text: str, ledger: Ledger, today: date) -> Question:
        """Return what a question asks."""
        from soten.asking import QuestionReader  # brings the tokenizer, which is slow to import
        from soten.lexicon import load_lexicon

        with self._lock:
            if self._reader is None:
                self._reader = QuestionReader(load_lexicon(self._packs))
            return self._reader.read(text, ledger, today)


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
