"""Words for stands."""

from __future__ import annotations

from enum import StrEnum

import pytest

from soten.export.standwords import word
from soten.query import Closeness, Movement, Unknown
from soten.settings import Language


@pytest.mark.parametrize("closed", [Closeness, Movement, Unknown])
def test_every_value_has_a_word_of_its_own(closed: type[StrEnum]) -> None:
    """No value goes without a word, and no two share one."""
    for language in Language:
        words = [word(value, language) for value in closed]

        assert len(set(words)) == len(words)
