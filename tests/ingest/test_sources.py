"""Which files a list of paths means."""

from __future__ import annotations

import os
from pathlib import Path

from soten.ingest.sources import find_sources
from soten.records import InputError


def names(folder: Path, *paths: Path) -> list[str]:
    """Return what is found as paths below `folder`, errors as their messages."""
    return [
        str(found) if isinstance(found, InputError) else found.relative_to(folder).as_posix()
        for found in find_sources(paths)
    ]


def put(folder: Path, *paths: str) -> None:
    """Make files with a word in each."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("文。", encoding="utf-8")


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    """Every text below a folder is found, in order of name, whatever the case of its suffix."""
    put(tmp_path, "b.md", "a/2.html", "a/1.TXT", "c.xhtml", "a/z/0.htm")

    assert names(tmp_path, tmp_path) == ["a/1.TXT", "a/2.html", "a/z/0.htm", "b.md", "c.xhtml"]


def test_hidden_files_sidecars_and_other_types_are_passed_over(tmp_path: Path) -> None:
    """What is not meant to be read in a folder is left out without a word."""
    put(tmp_path, "a.txt", "a.txt.meta.json", ".b.txt", ".git/c.txt", "d.pdf", "e", "f.json")

    assert names(tmp_path, tmp_path) == ["a.txt"]


def test_a_named_file_of_another_type_is_an_error(tmp_path: Path) -> None:
    """A file that somebody names must be one that can be read."""
    put(tmp_path, "a.pdf", "b.txt.meta.json")
    errors = names(tmp_path, tmp_path / "a.pdf", tmp_path / "b.txt.meta.json")

    assert "'.pdf' is not read" in errors[0]
    assert "'.json' is not read" in errors[1]


def test_a_missing_path_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A path that is not there gives an error in its place, and the others are found."""
    put(tmp_path, "a.txt")
    found = names(tmp_path, tmp_path / "x\ny.txt", tmp_path / "a.txt", tmp_path / "a\0b")

    assert found[0].endswith("x\\ny.txt: no such file or folder")
    assert found[1] == "a.txt"
    assert found[2].endswith("not a path")


def test_each_file_is_found_once(tmp_path: Path) -> None:
    """A file reached twice, by name, folder or link, is found once."""
    put(tmp_path, "a/1.txt", "a/2.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a" / "1.txt")

    assert names(tmp_path, tmp_path / "a/2.txt", tmp_path, tmp_path / "a") == ["a/2.txt", "a/1.txt"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """Folders linked into each other and links to themselves do not hold the search up."""
    put(tmp_path, "a/1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = names(tmp_path, tmp_path)

    assert found[0] == "a/1.txt"
    assert len(found) == 2
    assert "self.txt: " in found[1]


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    """A folder without permission gives an error, unless the reader may read everything."""
    put(tmp_path, "a/1.txt", "b.txt")
    (tmp_path / "a").chmod(0)
    try:
        found = names(tmp_path, tmp_path)
    finally:
        (tmp_path / "a").chmod(0o755)

    assert found[-1] == "b.txt"
    if os.geteuid() != 0:
        assert "permission denied" in found[0]
