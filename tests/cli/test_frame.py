"""What all commands share."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from soten import __version__
from soten.cli import main
from tests.cli.conftest import Run

START = [sys.executable, "-c", "from soten.cli import main; main(prog_name='soten')"]


def environment() -> dict[str, str]:
    """Return the environment with the sources found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_every_command_has_help(run: Run) -> None:
    """Every command says what it does and takes --help."""
    for name, command in main.commands.items():
        found = run(name, "--help")

        assert (found.exit_code, bool(command.get_short_help_str())) == (0, True)


def test_help_starts_fast() -> None:
    """The first word of help comes quickly: nothing heavy is imported at the start."""
    begun = time.perf_counter()
    subprocess.run([*START, "--help"], env=environment(), check=True, capture_output=True)

    assert time.perf_counter() - begun < 2.0


@pytest.mark.parametrize(
    "heavy", ["sqlalchemy", "jinja2", "rich", "yaml", "sudachipy", "trafilatura", "babel"]
)
def test_the_start_imports_nothing_heavy(heavy: str) -> None:
    """No slow library is imported before a command needs it."""
    code = f"import sys, soten.cli; sys.exit({heavy!r} in sys.modules)"

    subprocess.run([sys.executable, "-c", code], env=environment(), check=True)


def test_the_version_is_told(run: Run) -> None:
    """`--version` names the program and its version."""
    assert run("--version").stdout == f"soten, version {__version__}\n"


def test_the_ledger_is_named_before_or_after_the_command(run: Run, ledger: Path) -> None:
    """Both places do, and the later wins."""
    before = run("--ledger", ledger, "talks")
    after = run("--ledger", "nowhere.db", "talks", "--ledger", ledger)

    assert before.exit_code == after.exit_code == 0
    assert before.stdout == after.stdout != ""


def test_the_environment_names_the_ledger(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOTEN_LEDGER stands where no option does."""
    monkeypatch.setenv("SOTEN_LEDGER", str(ledger))

    assert run("talks").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["talks", "--ledger", "nowhere.db"],
        ["talks", "--wings"],
        ["fly"],
        ["show"],
        ["talks", "--since", "3日", "--ledger", "LEDGER"],
        ["show", "st-nothing", "--ledger", "LEDGER"],
        ["export", "csv", "--kind", "planet", "--ledger", "LEDGER"],
        ["export", "csv", "--ledger", "LEDGER"],
        ["brief", "-o", "brief.docx", "--ledger", "LEDGER"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_code_2(run: Run, ledger: Path, words: list[str]) -> None:
    """What is asked wrongly is told on stderr, without a traceback; nothing goes to stdout."""
    found = run(*(ledger if word == "LEDGER" else word for word in words))

    assert (found.exit_code, found.stdout) == (2, "")
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()[-1:]) == 1


def test_a_ledger_is_not_made_by_asking(run: Run, tmp_path: Path) -> None:
    """Only `add` makes a ledger; a mistyped name leaves no file behind."""
    run("talks", "--ledger", tmp_path / "typo.db")

    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_ends_quietly(ledger: Path) -> None:
    """`soten … | head` is no error."""
    command = [*START, "export", "jsonl", "--ledger", str(ledger)]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()

    assert (process.returncode, complaints) == (0, b"")


def test_japanese_is_written_whatever_the_locale(ledger: Path) -> None:
    """Output is UTF-8 where the locale knows only ASCII."""
    command = [*START, "talks", "--ledger", str(ledger)]
    told = {**environment(), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    found = subprocess.run(command, env=told, check=True, capture_output=True)

    assert "協議" in found.stdout.decode("utf-8")
