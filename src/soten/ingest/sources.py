"""Which files a list of paths means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from soten.ingest.metadata import SIDECAR_SUFFIX
from soten.records import InputError

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""The file types that are read, by suffix in lower case."""


def media_type_of(path: Path) -> str | None:
    """Return the media type that the suffix of `path` stands for, or None if it is not read.

    >>> media_type_of(Path("a/B.HTM")), media_type_of(Path("a.txt.meta.json"))
    ('text/html', None)
    """
    return MEDIA_TYPES.get(path.suffix.lower())


def shown(path: Path) -> str:
    r"""Return `path` as it may stand in one line of a message: unprintable characters escaped.

    >>> shown(Path("a\nb.txt"))
    'a\\nb.txt'
    """
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in str(path)
    )


def find_sources(paths: Sequence[Path]) -> Iterator[Path | InputError]:
    """Yield the files that `paths` mean, each once, folders taken whole and in order of name.

    In folders, hidden entries, sidecars and files of other types are passed over, and links are
    followed once. A path that is missing, cannot be listed, or names a file of another type gives
    an `InputError` in its place; the rest goes on.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _sources_of(path, seen)


def _sources_of(named: Path, seen: set[tuple[int, int]]) -> Iterator[Path | InputError]:
    waiting = [named]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            if path.is_dir():
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(reversed(_children(path)))
                continue
        except (OSError, ValueError) as error:
            yield InputError(f"{shown(path)}: {reason_of(error)}")
            continue
        if media_type_of(path) is None:
            known = ", ".join(MEDIA_TYPES)
            yield InputError(
                f"{shown(path)}: file type {shown(Path(path.suffix))!r} is not read"
                f" (known are {known})"
            )
            continue
        seen.add((status.st_dev, status.st_ino))
        yield path


def _children(folder: Path) -> list[Path]:
    """Return the folders and readable files of a folder, in order of name."""
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    children = [folder / name for name in names if not name.endswith(SIDECAR_SUFFIX)]
    return [child for child in children if media_type_of(child) or child.is_dir()]


def reason_of(error: OSError | ValueError) -> str:
    """Return why a file could not be reached, in a few words.

    >>> reason_of(FileNotFoundError(2, "No such file or directory"))
    'no such file or folder'
    """
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not readable (permission denied)"
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return "not a path"
