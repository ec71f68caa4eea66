"""Reading sentences of two invented states."""

from __future__ import annotations

import pytest

from tests.readings import TextReader, write_pack


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> TextReader:
    """Return what reads a text: `read(text, published="2031-05-06")`."""
    return TextReader(write_pack(tmp_path_factory.mktemp("packs")))
