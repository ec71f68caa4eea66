"""What holds for tests and examples alike.

Examples in docs/api.md and of the interface run on a ledger of samples/, in a folder of their own.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says more of the machine's other work than of the code.
settings.register_profile("soten", deadline=None)
settings.load_profile("soten")

ROOT = Path(__file__).resolve().parent
_EXAMPLES = ("docs/api.md", "api/across.py", "api/opened.py", "soten/__init__.py")
_DECIDING = ("docs/review.md",)
"""Pages whose examples change the ledger: each has a copy of its own."""


@pytest.fixture(scope="session")
def samples_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the samples and `soten.db`, the ledger they were read into."""
    from soten.api import open

    folder = tmp_path_factory.mktemp("examples")
    (folder / "samples").symlink_to(ROOT / "samples")
    before = Path.cwd()
    os.chdir(folder)
    try:
        with open(folder / "soten.db", packs=("core", "ukraine", "karabakh")) as ledger:
            ledger.add("samples")
    finally:
        os.chdir(before)
    return folder


@pytest.fixture(autouse=True)
def _in_samples_folder(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    doctest_namespace: dict[str, object],
) -> Iterator[None]:
    """Let examples of the interface find `soten.db`, and `ledger` opened."""
    if isinstance(request.node, pytest.DoctestItem) and str(request.path).endswith(
        _EXAMPLES + _DECIDING
    ):
        from soten.api import open

        monkeypatch.chdir(_folder(request))
        ledger = open("soten.db", packs=("core", "ukraine", "karabakh"))
        doctest_namespace["ledger"] = ledger
        yield
        ledger.close()
    else:
        yield


def _folder(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue("samples_folder")
    if not str(request.path).endswith(_DECIDING):
        return folder
    own: Path = request.getfixturevalue("tmp_path")
    with sqlite3.connect(folder / "soten.db") as kept, sqlite3.connect(own / "soten.db") as copy:
        kept.backup(copy)
    kept.close()
    copy.close()
    return own
