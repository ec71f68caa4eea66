"""What is stated about a text beside it: sidecar files, front matter, a page's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path

from soten.records import Basis, InputError, Published
from soten.records.edtf import is_edtf

SIDECAR_SUFFIX = ".meta.json"
"""`NAME.txt.meta.json` holds the metadata of `NAME.txt`."""

MAX_SIDECAR_BYTES = 1_000_000

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]*\n){1,40}?)---[ \t]*(?:\n|\Z)")
_MAX_FRONT_MATTER = 16_000
_KEY_LINE = re.compile(r"(\w+)[ \t]*:(?:[ \t]|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_HTTP = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What somebody stated about a text; None where nobody did."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    translated_from: str | None = None
    language: str | None = None

    def over(self, weaker: Metadata) -> Metadata:
        """Return `weaker` with everything that this one states put in its place."""
        stated = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return replace(weaker, **stated)


METADATA_KEYS = tuple(field.name for field in fields(Metadata))
"""The keys that a sidecar or a front matter may have."""


def read_sidecar(path: Path, name: str) -> Metadata:
    """Return what the sidecar of the file at `path` states, or nothing where there is none.

    Raises `InputError` that names the sidecar, and the key where one is at fault.
    """
    sidecar = path.with_name(path.name + SIDECAR_SUFFIX)
    name = name + SIDECAR_SUFFIX
    try:
        if not sidecar.is_file():
            return Metadata()
        with sidecar.open("rb") as file:
            raw = file.read(MAX_SIDECAR_BYTES + 1)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
    if len(raw) > MAX_SIDECAR_BYTES:
        raise InputError(f"{name}: larger than {MAX_SIDECAR_BYTES} bytes")
    try:
        pairs = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_Pairs)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"{name}: not JSON in UTF-8 ({error})") from error
    if not isinstance(pairs, _Pairs):
        raise InputError(f"{name}: not a JSON object")
    return _checked(pairs, name, "metadata beside the file")


def split_front_matter(text: str, name: str) -> tuple[Metadata, str]:
    r"""Return what the front matter of `text` states, and the text without it.

    A block between `---` lines at the very start is front matter where each of its keys is one of
    `METADATA_KEYS`; any other block stays text. Raises `InputError` for one that is front matter
    but has a broken value.

    >>> split_front_matter("---\ntitle: 会談\n---\n本文。", "a.md")[1]
    '本文。'
    >>> split_front_matter("---\n本文。\n---\n", "a.md")[1]
    '---\n本文。\n---\n'
    """
    match = _FRONT_MATTER.match(text[:_MAX_FRONT_MATTER])
    if match is None:
        return Metadata(), text
    keys = [_KEY_LINE.match(line) for line in match[1].split("\n") if line[:1].strip(" \t#")]
    if not keys or any(key is None or key[1] not in METADATA_KEYS for key in keys):
        return Metadata(), text
    pairs = _parse_yaml(match[1], name)
    stated = _checked(pairs, f"{name}: front matter", "front matter")
    return stated, text[match.end() :]


class _Pairs(list[tuple[str, object]]):
    """The keys and values of an object in the order written, repetitions kept."""


def _parse_yaml(block: str, name: str) -> Iterable[tuple[str, object]]:
    import yaml  # needed only for files with front matter

    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(f"{name}: front matter is not YAML ({_one_line(error)})") from error
    if not isinstance(node, yaml.MappingNode):
        raise InputError(f"{name}: front matter is not a list of keys and values")
    return [(str(key.value), _scalar(value)) for key, value in node.value]


def _scalar(node: object) -> object:
    """Return a scalar's words (None where empty or null); anything else as it is, to be refused."""
    import yaml  # needed only for files with front matter

    if not isinstance(node, yaml.ScalarNode):
        return node
    value = str(node.value)
    return None if node.style is None and value in ("", "~", "null") else value


def _checked(pairs: Iterable[tuple[str, object]], name: str, source: str) -> Metadata:
    found: dict[str, str] = {}
    seen: set[str] = set()
    for key, value in pairs:
        if key not in METADATA_KEYS:
            known = ", ".join(METADATA_KEYS)
            raise InputError(f"{name}: unknown key {_one_line(key)!r} (known are {known})")
        if key in seen:
            raise InputError(f"{name}: key {key!r} stands twice")
        seen.add(key)
        if value is not None:
            found[key] = _checked_value(key, value, name)
    published = found.get("published")
    return Metadata(
        title=found.get("title"),
        publisher=found.get("publisher"),
        author=found.get("author"),
        url=found.get("url"),
        published=Published(published, Basis.STATED, source) if published else None,
        translated_from=found.get("translated_from"),
        language=found.get("language"),
    )


def _checked_value(key: str, value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{name}: {key!r} must be words, not {type(value).__name__} or nothing")
    if _UNPRINTABLE.search(value):
        raise InputError(f"{name}: {key!r} holds control characters or half a character")
    value = value.strip()
    if key == "published" and not is_edtf(value):
        raise InputError(f"{name}: 'published' is not an EDTF date: {value[:60]!r}")
    if key == "language" and not _LANGUAGE.fullmatch(value):
        raise InputError(f"{name}: 'language' is not a language code: {value[:60]!r}")
    if key == "url" and not is_web_address(value):
        raise InputError(f"{name}: 'url' is not an http address: {value[:60]!r}")
    return value


def is_web_address(value: str) -> bool:
    """Say whether `value` is an http or https address and nothing else.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return bool(_HTTP.fullmatch(value)) and not _UNPRINTABLE.search(value)


def is_language_code(value: str) -> bool:
    """Say whether `value` has the form of a language code.

    >>> is_language_code("ja-JP"), is_language_code("日本語")
    (True, False)
    """
    return bool(_LANGUAGE.fullmatch(value))


def _one_line(value: object) -> str:
    return " ".join(str(value).split())[:120]
