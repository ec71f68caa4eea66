"""`soten serve`: the ledger in a browser."""

from __future__ import annotations

import ipaddress
import threading
from datetime import date
from typing import TYPE_CHECKING

import click

from soten.cli.frame import DONE, language_option, ledger_option, note, settings_of
from soten.records import UsageError

if TYPE_CHECKING:
    from soten.asking import QuestionReader
    from soten.query import Question
    from soten.store import Ledger

PORT = 8432


@click.command()
@ledger_option
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port."
)
def serve(ledger: str | None, language: str | None, host: str, port: int) -> int:
    """Show the ledger in a browser: read-only, on this machine.

    Nothing is fetched from anywhere: scripts, styles and the map are part of the program. An
    address of another machine's reach is refused, since there are no accounts.
    """
    settings = settings_of(ledger=ledger, language=language)
    if not is_loopback(host):
        raise UsageError(f"{host} can be reached from other machines, and there are no accounts")
    # The web server takes a second to import, and no other command needs it.
    import uvicorn

    from soten.web.app import create_app
    from soten.web.site import Options

    questions = Questions(settings.packs)
    app = create_app(Options(settings.ledger, settings.language, read_question=questions.read))
    note(f"http://{host}:{port}/ shows {settings.ledger}; Ctrl-C ends")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
    return DONE


class Questions:
    """Reads questions, one at a time; what that takes is loaded at the first of them."""

    def __init__(self, packs: tuple[str, ...]) -> None:
        """Take the packs whose names are known."""
        self._packs = packs
        self._reader: QuestionReader | None = None
        self._lock = threading.Lock()

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
