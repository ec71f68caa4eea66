"""What holds for all tests."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.readings import TextReader, write_pack

_NEEDS = "needs "
"""How the reason of a skip begins where the machine lacks something: `needs PostgreSQL`."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip for want of something on the machine into a failure where CI=true."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        reason = str(call.excinfo.value) if call.excinfo else ""
        if reason.removeprefix("Skipped: ").startswith(_NEEDS):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped, which CI does not allow: {reason}"
    return report


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pack of the invented states is."""
    return write_pack(tmp_path_factory.mktemp("packs"))


@pytest.fixture(scope="session")
def read(pack: Path) -> TextReader:
    """Return what reads a text: `read(text, published="2031-05-06")`."""
    return TextReader(pack)
