"""Whom a document sets against each other."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        pytest.param(
            "テスミアで反政府勢力「ガルト連盟」が町を占拠した。テスミア政府は4日、武装勢力側と交渉を行った。",
            {"tesmia", "garto-league"},
            id="group-by-its-kind",
        ),
        pytest.param(
            "テスミアは、ガルト連盟などの反政府勢力と4日に会談した。",
            {"tesmia", "garto-league"},
            id="group-named",
        ),
    ],
)
def test_a_group_is_known_by_its_kind(read: TextReader, text: str, participants: set[str]) -> None:
    """武装勢力 is the group that the text introduced as one."""
    (talk,) = read(text).findings.talks

    assert set(talk.participants) == participants


def test_a_kind_without_a_group_names_nobody(read: TextReader) -> None:
    """Where no group was introduced, 武装勢力 stays somebody unnamed."""
    talks = read("テスミア政府は4日、武装勢力側と交渉を行った。ガルト連盟は仲介しなかった。")

    assert all("garto-league" not in t.participants for t in talks.findings.talks)
