"""Feeds hold what RFC 4287 wants, and no markup of a document's."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from soten.export.atom import NAMESPACE, Entry, Feed, atom, tag
from tests.ledgers import HOSTILE

A = f"{{{NAMESPACE}}}"


def entry(words: str = "停戦", **changed: str) -> Entry:
    """Return an entry."""
    fields = {"id": tag("record", "s-1"), "title": words, "updated": "2026-01-02T03:04:05+00:00"}
    return Entry(**{**fields, "path": "/records/s-1", "summary": words, "author": words, **changed})  # type: ignore[arg-type]


def feed(*entries: Entry) -> ET.Element:
    """Return a feed as another program reads it."""
    told = Feed(
        "争点", "/changes.atom?lang=ja", "/changes?lang=ja", "ja", entries, "/changes.atom?after=x"
    )
    return ET.fromstring(atom(told, "http://localhost:8432"))


def test_it_holds_what_the_standard_asks_for() -> None:
    """id, title and updated once each, an author, a link to itself; of entries as well."""
    root = feed(entry(), entry(updated="2026-02-01T00:00:00+00:00", id=tag("record", "s-2")))

    for element in (root, *root.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(A + name)) == 1
        assert element.find(f"{A}author/{A}name") is not None
    assert root.tag == f"{A}feed"
    assert root.findtext(f"{A}updated") == "2026-02-01T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{A}link")}
    assert links == {
        "self": "http://localhost:8432/changes.atom?lang=ja",
        "alternate": "http://localhost:8432/changes?lang=ja",
        "next": "http://localhost:8432/changes.atom?after=x",
    }
    first = root.find(f"{A}entry/{A}link")
    assert first is not None
    assert first.get("href") == "http://localhost:8432/records/s-1"


def test_a_feed_without_entries_is_one() -> None:
    """`updated` is needed even then."""
    assert feed().findtext(f"{A}updated") == "1970-01-01T00:00:00Z"


def test_hostile_words_stay_text() -> None:
    """Markup is text, no element of a document's appears, hidden signs are shown."""
    root = feed(entry(HOSTILE))
    summary = root.findtext(f"{A}entry/{A}summary") or ""

    assert "<script>alert('乙')</script>" in summary
    assert "<U+202E>" in summary
    assert {element.tag.removeprefix(A) for element in root.iter()} <= {
        *("feed", "id", "title", "updated", "generator", "link", "author", "name", "entry"),
        *("summary", "category"),
    }


@given(st.text())
def test_any_words_make_a_feed_that_can_be_read(words: str) -> None:
    """Also such as XML cannot hold."""
    root = feed(entry(words))

    assert root.find(f"{A}entry") is not None
