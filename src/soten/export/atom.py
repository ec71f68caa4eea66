"""Atom feeds (RFC 4287). Whatever stands in a document is text, never markup.

Written with the standard library: a feed of ours has eight elements, and a library for them would
bring a second parser of XML along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from soten import __version__
from soten.export.neutral import plain

NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ET.register_namespace("", NAMESPACE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item. `id` is the same for ever; `path` leads to it on this server.

    `updated` is when it came into the ledger (ISO 8601, UTC). `related` is a path to what it is
    about. `categories` are its kind, parties and points at issue.
    """

    id: str
    title: str
    updated: str
    path: str
    summary: str
    author: str | None = None
    related: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, its own path and that of its page, the items in order."""

    title: str
    path: str
    page: str
    language: str
    entries: Sequence[Entry]
    next: str | None = None


def tag(kind: str, id: str) -> str:
    """Return the `tag:` URI of a thing, which is the same wherever its ledger is served.

    >>> tag("record", "s-1")
    'tag:soten.invalid,2025:record:s-1'
    """
    return f"tag:soten.invalid,2025:{kind}:{id}"


def atom(feed: Feed, base: str) -> bytes:
    """Return a feed as bytes; `base` is the server's address, such as `http://localhost:8432`."""
    root = ET.Element(_q("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": feed.language})
    _text(root, "id", tag("feed", feed.path))
    _text(root, "title", feed.title)
    _text(root, "updated", max((_moment(one.updated) for one in feed.entries), default=_EPOCH))
    ET.SubElement(root, _q("generator"), {"version": __version__}).text = "Soten"
    _link(root, "self", base + feed.path, "application/atom+xml")
    _link(root, "alternate", base + feed.page, "text/html")
    if feed.next is not None:
        _link(root, "next", base + feed.next, "application/atom+xml")
    author = ET.SubElement(root, _q("author"))
    _text(author, "name", "Soten")
    for one in feed.entries:
        _entry(root, one, base)
    body: bytes = ET.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _entry(root: ET.Element, one: Entry, base: str) -> None:
    entry = ET.SubElement(root, _q("entry"))
    _text(entry, "id", one.id)
    _text(entry, "title", one.title)
    _text(entry, "updated", _moment(one.updated))
    if one.author:
        author = ET.SubElement(entry, _q("author"))
        _text(author, "name", one.author)
    _link(entry, "alternate", base + one.path, "text/html")
    if one.related is not None:
        _link(entry, "related", base + one.related, "text/html")
    for name in one.categories:
        ET.SubElement(entry, _q("category"), {"term": _shown(name)})
    _text(entry, "summary", one.summary)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, _q(name)).text = _shown(words)


def _link(parent: ET.Element, rel: str, href: str, type_: str) -> None:
    ET.SubElement(parent, _q("link"), {"rel": rel, "href": _shown(href), "type": type_})


def _shown(words: str) -> str:
    r"""Return words as XML can hold them.

    >>> _shown("a\x00b\uffffc\u202ed")
    'a␀b\ufffdc<U+202E>d'
    """
    return _NOT_IN_XML.sub("\ufffd", plain(words))


_EPOCH = "1970-01-01T00:00:00Z"


def _moment(at: str) -> str:
    """Return a moment as RFC 3339 wants it.

    >>> _moment("2026-11-22T09:56:06.802043+00:00"), _moment("2026-11-22T09:56:06")
    ('2026-11-22T09:56:06Z', '2026-11-22T09:56:06Z')
    """
    told = datetime.fromisoformat(at)
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return told.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
