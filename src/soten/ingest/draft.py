"""What ingest hands on: a text as it came, with what came with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from soten.records import Published


@dataclass(frozen=True, slots=True)
class Draft:
    r"""A text ready to be read, with its source; nothing in it was read from the text itself.

    `text` is canonical: a leading byte order mark is dropped, newlines are `\n`, nothing else is
    normalized. `sha256` is of that text in UTF-8, `raw_sha256` and `raw_bytes` of the file.
    Metadata that nobody stated is None.
    """

    name: str
    """The path as given; bytes of it that are no UTF-8 are replaced."""
    text: str
    sha256: str
    raw_sha256: str
    raw_bytes: int
    encoding: str
    """The encoding the file was decoded with: utf-8, utf-8-sig, utf-16, cp932, euc-jp, …"""
    media_type: str
    """text/plain, text/markdown or text/html."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published = field(default_factory=Published)
    translated_from: str | None = None
    language: str | None = None
