"""`soten serve`: the ledger in a browser."""

from __future__ import annotations

import ipaddress

import click

from soten.cli.frame import DONE, language_option, ledger_option, note, settings_of
from soten.records import UsageError

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

    app = create_app(Options(settings.ledger, settings.language))
    note(f"http://{host}:{port}/ shows {settings.ledger}; Ctrl-C ends")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
    return DONE


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
