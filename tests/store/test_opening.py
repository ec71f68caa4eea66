from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from soten.records import LedgerError
from soten.store import open_ledger
from tests.store.cluster import new_database, server_url
from tests.store.factory import RUN, TEXT, document, full_reading, reading, statement

CHILD = """
import os, sys
from soten.records import LedgerError
from soten.store import open_ledger
from tests.store.factory import RUN, full_reading
{before}
try:
    with open_ledger(sys.argv[1]) as ledger:
        print(len(list(ledger.records())))
        {inside}
except LedgerError as error:
    print("LedgerError", error)
"""


def in_child(path: Path, *, before: str = "", inside: str = "pass") -> list[str]:
    """Run code around an open ledger in another process; return its lines."""
    code = CHILD.format(before=before, inside=inside)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
    )
    return done.stdout.splitlines()


def one_line(error: pytest.ExceptionInfo[LedgerError]) -> str:
    """Return the error's message, which is one line."""
    message = str(error.value)
    assert "\n" not in message
    return message


def read_and_write(path: Path) -> None:
    """Read every record of a ledger and put a reading into it."""
    with open_ledger(path) as ledger:
        list(ledger.records())
        ledger.put_reading(RUN, full_reading())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"Not a database at all, only a text.\n" * 50, "no SQLite file", id="text"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 5000, "damaged|no SQLite", id="damaged"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    """A file of another kind is named in one line and left as it was."""
    path = tmp_path / "letter.txt"
    path.write_bytes(content)

    with pytest.raises(LedgerError, match=message) as error:
        open_ledger(path)

    assert one_line(error).startswith(str(path))
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """An SQLite file with other tables is not taken for a ledger."""
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()

    with pytest.raises(LedgerError, match="another program"):
        open_ledger(path)


def test_a_newer_ledger_is_refused(where: str) -> None:
    """A ledger with a schema this code does not know is left alone."""
    with open_ledger(where) as ledger:
        ledger._engine.dispose()
        with ledger._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("UPDATE soten_schema SET version_num = '9999'")

    with pytest.raises(LedgerError, match=r"newer Soten \(schema 9999"):
        open_ledger(where)


def test_a_ledger_that_is_not_there_is_not_made_unasked(where: str) -> None:
    """With `create` false what does not exist is an error, and stays not existing."""
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(where, create=False)

    assert not Path(where).exists()


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    """A folder is no ledger, and no folder is made for one."""
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(tmp_path / "none" / "ledger.db")


@pytest.mark.parametrize(
    "url", ["mysql://host/db", "sqlite:///x.db", "http://x", "://", "a://b:c:d"]
)
def test_other_urls_are_refused(url: str) -> None:
    """A URL that is not postgresql:// is no ledger."""
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(url)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    """The error of a server that does not answer holds no password."""
    if server_url() is None:
        pytest.skip("needs PostgreSQL")
    with pytest.raises(LedgerError) as error:
        open_ledger("postgresql://someone:s3cret@127.0.0.1:1/db?connect_timeout=2")

    assert "s3cret" not in one_line(error)


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg a postgresql:// ledger says what to install."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(LedgerError, match=r"soten\[postgresql\]"):
        open_ledger("postgresql://localhost/soten")


def test_names_with_signs_of_urls_are_files(tmp_path: Path) -> None:
    """Percent, hash and question marks in a file's name are just that."""
    path = tmp_path / "議事 100%?#a.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading())

    assert path.exists()


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    """A ledger whose pages were overwritten raises LedgerError, never anything else."""
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        for n in range(20):
            ledger.put_reading(RUN, full_reading(document(TEXT + str(n), f"{n}.txt")))
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)

    with pytest.raises(LedgerError, match="damaged"):
        read_and_write(path)


def test_a_cut_off_ledger_says_so(tmp_path: Path) -> None:
    """A ledger cut short raises LedgerError, never anything else."""
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading())
    whole = path.read_bytes()
    for size in (50, 3000, 4096, len(whole) // 2):
        path.write_bytes(whole[:size])
        with pytest.raises(LedgerError):
            read_and_write(path)


@pytest.mark.parametrize("mode", [0o755, 0o777], ids=["folder-too", "file-only"])
def test_a_read_only_ledger_is_read_and_not_written(tmp_path: Path, mode: int) -> None:
    """A user without the right to write reads a ledger; writing is refused in one line."""
    folder = tmp_path / "shared"
    folder.mkdir()
    path = folder / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading())
    path.chmod(0o444)
    folder.chmod(0o555 if os.geteuid() != 0 and mode == 0o755 else mode)
    if os.geteuid() == 0:
        for above in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
            above.chmod(0o755)
    # Everything is imported once before the child gives up its rights, for it may be root's.
    drop = "open_ledger(sys.argv[1]).close()\n"
    drop += "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)"

    lines = in_child(path, before=drop, inside="ledger.put_reading(RUN, full_reading())")

    folder.chmod(0o755)
    assert lines == [
        str(len(full_reading().records)),
        f"LedgerError {path}: cannot be written (read-only)",
    ]


def test_a_full_disk_stores_nothing_of_a_reading(tmp_path: Path) -> None:
    """When the ledger cannot grow, the reading is refused and what was there stays readable."""
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading())
        expected = len(list(ledger.records()))
    size = path.stat().st_size
    limit = f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    put = "ledger.put_reading(RUN, full_reading(document('長い記事。' * 60000 + TEXT, 'b.txt')))"
    imports = "import resource; from tests.store.factory import document, TEXT; "

    lines = in_child(path, before=imports + limit, inside=put)

    assert lines[-1].startswith("LedgerError")
    assert "no space" in lines[-1] or "disk" in lines[-1]
    with open_ledger(path) as ledger:
        assert len(list(ledger.records())) == expected


def test_a_ledger_that_another_writes_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer waits for another and then says so; a reader does not wait."""
    monkeypatch.setattr("soten.store.opening.BUSY_S", 0.1)
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        d = document("別の記事。", "b.txt")

        with pytest.raises(LedgerError, match="by another program"):
            ledger.put_reading(RUN, reading(d, [statement(d, "記事", "ko")]))

        assert len(list(ledger.records())) == len(full_reading().records)
        other.rollback()
        other.close()
        assert ledger.put_reading(RUN, reading(d)).version == 1


def test_two_programs_may_make_one_ledger(tmp_path: Path) -> None:
    """Ledgers opened at the same moment by several programs are made once."""
    path = tmp_path / "ledger.db"
    code = "import sys; from soten.store import open_ledger; open_ledger(sys.argv[1]).close()"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    children = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment) for _ in range(4)
    ]

    assert [child.wait() for child in children] == [0, 0, 0, 0]


def test_importing_store_and_query_imports_no_database() -> None:
    """`import soten.query` leaves SQLAlchemy, Alembic and the drivers for later."""
    code = (
        "import sys, soten.store, soten.query;"
        "print([n for n in ('sqlalchemy', 'alembic', 'psycopg', 'sqlite3') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert done.stdout.strip() == "[]"


def test_a_database_with_other_tables_may_hold_a_ledger() -> None:
    """In PostgreSQL a ledger lives beside the tables of others."""
    url = server_url()
    if url is None:
        pytest.skip("needs PostgreSQL")
    where = new_database(url)
    with open_ledger(where) as ledger, ledger._engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()
    with open_ledger(where, create=False) as ledger:
        assert list(ledger.documents()) == []
