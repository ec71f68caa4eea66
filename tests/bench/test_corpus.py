"""The text for the benchmark is as large as asked, and no document stands in it twice."""

from pathlib import Path

import pytest

from bench.corpus import repeated, reports, write_folder


def test_the_text_is_as_large_as_asked() -> None:
    """Documents are added until they hold at least the characters asked for, and no longer."""
    documents = repeated(["一つ目の報告。", "二つ目の報告。"], 100)

    assert sum(map(len, documents)) >= 100 > sum(map(len, documents[:-1]))


def test_no_document_is_another_again() -> None:
    """Copies of one report differ, so that none is taken for a reprint read before."""
    documents = repeated(["同じ報告。"], 200)

    assert len(set(documents)) == len(documents)


@pytest.mark.parametrize("characters", [0, -1])
def test_nothing_asked_yields_nothing(characters: int) -> None:
    """No characters asked for, no documents."""
    assert repeated(["報告。"], characters) == []


def test_every_document_is_a_file(tmp_path: Path) -> None:
    """A folder holds one file a document, in order."""
    write_folder(["一", "二"], tmp_path / "texts")

    assert [p.read_text(encoding="utf-8") for p in sorted(tmp_path.rglob("*.txt"))] == ["一", "二"]


def test_there_is_something_to_read() -> None:
    """The repository brings reports to measure on."""
    assert all(text.strip() for text in reports()[1])
