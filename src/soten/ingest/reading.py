"""From a file to a `Draft`."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from soten.ingest.draft import Draft
from soten.ingest.encodings import declared_charset, decode
from soten.ingest.metadata import Metadata, read_sidecar, split_front_matter
from soten.ingest.pages import read_page
from soten.ingest.sources import MEDIA_TYPES, find_sources, media_type_of, reason_of, shown
from soten.records import InputError, Published

MAX_BYTES = 20_000_000
"""The largest file that is read."""

MAX_CHARACTERS = 5_000_000
"""The longest text that is read, in code points."""

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
"""A text may hold this share of control characters; a file with more is taken for binary."""

_INVISIBLE = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*")


def read_paths(paths: Sequence[Path]) -> Iterator[Draft | InputError]:
    """Yield a draft, or the reason why there is none, for each file that `paths` mean."""
    for source in find_sources(paths):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            yield read_source(source)
        except InputError as error:
            yield error


def read_source(path: Path) -> Draft:
    """Return the text at `path` with all that is stated about it.

    What a sidecar states goes over front matter, and both over a page's own metadata. Raises
    `InputError`, naming the file and the reason, for a file that is missing, unreadable, of an
    unknown type, empty, binary, larger than `MAX_BYTES` or `MAX_CHARACTERS`, not decodable, a
    page without main text, or one whose metadata is broken.
    """
    name = shown(path)
    media_type = media_type_of(path)
    if media_type is None:
        raise InputError(f"{name}: file type is not read (known are {', '.join(MEDIA_TYPES)})")
    raw = _read_bytes(path, name)
    is_page = media_type == "text/html"
    decoded, encoding = decode(raw, name, declared_charset(raw) if is_page else None)
    text = canonical_text(decoded)
    _check_text(text, name)
    sidecar = read_sidecar(path, name)
    stated = Metadata()
    if is_page:
        text, stated = read_page(text, name)
    else:
        stated, text = split_front_matter(text, name)
    _check_text(text, name)
    stated = sidecar.over(stated)
    return Draft(
        name=str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
        encoding=encoding,
        media_type=media_type,
        title=stated.title,
        publisher=stated.publisher,
        author=stated.author,
        url=stated.url,
        published=stated.published or Published(),
        translated_from=stated.translated_from,
        language=stated.language,
    )


def canonical_text(text: str) -> str:
    r"""Return `text` as it is stored: no byte order mark at its start, newlines as `\n`.

    >>> canonical_text("\ufeff一行目。\r\n二行目。\r")
    '一行目。\n二行目。\n'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{name}: not a regular file")
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {reason_of(error)}") from error
    if status.st_size > MAX_BYTES or len(raw) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES} bytes")
    if not raw:
        raise InputError(f"{name}: empty")
    return raw


def _check_text(text: str, name: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"{name}: longer than {MAX_CHARACTERS} characters")
    if _INVISIBLE.fullmatch(text):
        raise InputError(f"{name}: empty (nothing but white space)")
    if "\0" in text:
        raise InputError(f"{name}: binary, not text (it holds NUL characters)")
    if len(_CONTROLS.findall(text)) > len(text) * _CONTROL_SHARE:
        raise InputError(f"{name}: binary, not text (too many control characters)")
