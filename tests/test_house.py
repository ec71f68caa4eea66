"""What holds for the repository as a whole."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 450
"""400 is the aim; the rest is room for a line of imports more."""
LONGEST_FUNCTION = 60
"""40 is the aim."""
pytest_plugins = ["pytester"]


def modules() -> list[Path]:
    """Return all Python files of the repository but migrations, which are never touched again."""
    folders = ("src", "tests", "tools", "bench")
    found = sorted(path for folder in folders for path in ROOT.glob(f"{folder}/**/*.py"))
    return [path for path in found if "migrations" not in path.parts]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a file with its length in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1


def test_no_module_is_longer_than_it_may_be() -> None:
    """Every module can be read in one sitting."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_bytes().splitlines()) for path in modules()
    }

    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_it_may_be() -> None:
    """Every function fits on one screen."""
    lengths = dict(found for path in modules() for found in functions(path))

    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_what_git_holds_is_small() -> None:
    """No file of the repository is larger than 2 MB, and no picture larger than 300 kB."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git repository")
    sizes = {
        name: (ROOT / name).stat().st_size for name in listed.stdout.decode().split("\0") if name
    }

    assert [name for name, size in sizes.items() if size > 2_000_000] == []
    assert [n for n, size in sizes.items() if n.endswith(".png") and size > 300_000] == []


@pytest.mark.parametrize(
    ("reason", "in_ci", "outcome"),
    [
        pytest.param("needs PostgreSQL", "true", {"failed": 1}, id="lacking-in-ci"),
        pytest.param("needs PostgreSQL", "", {"skipped": 1}, id="lacking-elsewhere"),
        pytest.param("another platform", "true", {"skipped": 1}, id="another-reason"),
    ],
)
def test_ci_lacks_nothing(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    reason: str,
    in_ci: str,
    outcome: dict[str, int],
) -> None:
    """A test skipped for want of something on the machine fails in CI, and only there."""
    monkeypatch.setenv("CI", in_ci)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(f"import pytest\ndef test_it():\n    pytest.skip({reason!r})\n")

    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(**outcome)
