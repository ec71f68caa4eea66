"""A throw-away PostgreSQL server for the tests, if the machine has the programs."""

from __future__ import annotations

import atexit
import getpass
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
import uuid
from functools import cache
from pathlib import Path

import pytest

_DEBIAN = Path("/usr/lib/postgresql")


@cache
def server_url() -> str | None:
    """Start a server that listens on a socket only; return its URL, None without all it takes.

    It runs as an ordinary user, because the programs refuse to run as root, and stops with the
    tests.
    """
    folder = _programs()
    if folder is None or importlib.util.find_spec("psycopg") is None:
        return None
    user = _ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="soten-pg-"))
    shutil.chown(home, user)
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    data = home / "data"
    _run([folder / "initdb", "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "-N"], user)
    command: list[str | Path] = [folder / "postgres", "-D", data, "-k", home]
    for setting in ("listen_addresses=", "fsync=off", "full_page_writes=off"):
        command += ["-c", setting]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, user=_only_root(user), cwd=home, stderr=log)
    atexit.register(server.wait)
    atexit.register(server.terminate)
    _wait_for(home)
    return f"postgresql://{user}@/postgres?host={home}"


def new_database(url: str) -> str:
    """Return the URL of an empty schema of its own on the server."""
    # The driver is an extra: only these tests need it.
    import psycopg

    schema = f"t{uuid.uuid4().hex}"
    with psycopg.connect(url) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"'.encode())
    return f"{url}&options=-csearch_path%3D{schema}"


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def _ordinary_user() -> str:
    if os.geteuid() != 0:
        return getpass.getuser()
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _only_root(user: str) -> str | None:
    return user if os.geteuid() == 0 else None


def _run(command: list[str | Path], user: str) -> None:
    subprocess.run(command, check=True, capture_output=True, user=_only_root(user), cwd="/")


def _wait_for(home: Path) -> None:
    for _ in range(300):
        if (home / ".s.PGSQL.5432").exists():
            return
        time.sleep(0.05)
    raise RuntimeError((home / "log").read_text(errors="replace"))


def ledger_place(kind: str, folder: Path) -> str:
    """Return where an empty ledger of a kind can be, or skip the test where there is none."""
    if kind == "sqlite":
        return str(folder / "ledger.db")
    url = server_url()
    if url is None:
        pytest.skip("needs PostgreSQL")
    return new_database(url)
