"""Feeds and calendars at the addresses of pages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest
from icalendar import Calendar

from soten.export.atom import NAMESPACE
from soten.web.site import Options
from tests.ledgers import hostile_reading, write_ledger
from tests.web.conftest import serving

A = f"{{{NAMESPACE}}}"
FEEDS = ["/changes", "/statements", "/talks", "/commitments", "/search?q=停戦"]


def atom_of(address: str) -> str:
    """Return the address of a page's feed."""
    path, mark, query = address.partition("?")
    return f"{path}.atom{mark}{query}"


@pytest.mark.parametrize("path", FEEDS)
def test_a_page_has_its_feed(server: str, path: str) -> None:
    """The page names it; its entries have ids that stay and lead to records."""
    page = httpx.get(server + path).text
    answer = httpx.get(server + atom_of(path))
    root = ET.fromstring(answer.content)
    entries = root.findall(f"{A}entry")

    assert 'rel="alternate" type="application/atom+xml"' in page
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert entries
    ids = [one.findtext(f"{A}id") or "" for one in entries]
    assert len(ids) == len(set(ids))
    for one in entries[:4]:
        link = one.find(f"{A}link")
        assert link is not None
        assert httpx.get(link.get("href", "")).status_code == 200
    again = ET.fromstring(
        httpx.get(server + atom_of(path), headers={"accept-language": "en"}).content
    )
    assert [one.findtext(f"{A}id") for one in again.findall(f"{A}entry")] == ids


def test_news_are_narrowed_by_party_point_and_kind(server: str) -> None:
    """Each condition leaves less, and every entry meets it."""
    told = httpx.get(f"{server}/changes.json", params={"limit": 50}).json()["data"]
    for query in ({"party": "ukraine"}, {"issue": "ceasefire"}, {"kind": "talk"}):
        some = httpx.get(f"{server}/changes.json", params={**query, "limit": 50}).json()["data"]
        assert 0 < len(some) < len(told)
    assert {one["about"] for one in some} == {"talk"}


def test_a_feed_goes_on(server: str) -> None:
    """Its `next` link leads to older entries (RFC 5005)."""
    root = ET.fromstring(httpx.get(f"{server}/changes.atom?limit=3").content)
    links = {link.get("rel"): link.get("href", "") for link in root.findall(f"{A}link")}
    further = ET.fromstring(httpx.get(links["next"]).content)
    ids = {one.findtext(f"{A}id") for one in root.findall(f"{A}entry")}

    assert not ids & {one.findtext(f"{A}id") for one in further.findall(f"{A}entry")}


def test_a_feed_names_the_server_that_was_asked(server: str) -> None:
    """Also where the same feed was asked for by another name before."""
    port = server.rpartition(":")[2]
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        root = ET.fromstring(httpx.get(f"http://{host}/changes.atom").content)
        links = {link.get("rel"): link.get("href", "") for link in root.findall(f"{A}link")}
        assert links["self"].startswith(f"http://{host}/changes.atom")


def test_what_has_no_feed_says_so(server: str) -> None:
    """Not acceptable, in the one error shape."""
    for path in ("/sources.atom", "/statements.ics"):
        answer = httpx.get(server + path)
        assert answer.status_code == 406
        assert answer.json()["error"]["code"] == "not-acceptable"


def test_hostile_words_stay_text_in_feeds(tmp_path: Path) -> None:
    """A document's markup is no element of a feed; names and titles neither."""
    ledger = write_ledger(tmp_path / "hostile.db", hostile_reading())
    with serving(Options(str(ledger))) as address:
        for path in ("/changes", "/statements", "/search?q=太字"):
            root = ET.fromstring(httpx.get(address + atom_of(path)).content)
            assert "script" not in {element.tag.rpartition("}")[2] for element in root.iter()}
            assert any("<script>" in (e.text or "") for e in root.iter())
            page = httpx.get(address + path).text
            assert "<script>alert" not in page
            assert "&lt;script&gt;" in page


def test_talks_are_a_calendar(server: str) -> None:
    """The page leads to it; filters hold; the language is the page's."""
    page = httpx.get(f"{server}/talks?lang=en").text
    answer = httpx.get(f"{server}/talks.ics?limit=500&lang=en")
    calendar = Calendar.from_ical(answer.content)
    found = calendar.walk("VEVENT")

    assert "/talks.ics?limit=500&amp;lang=en" in page
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert found
    some = Calendar.from_ical(httpx.get(f"{server}/talks.ics?stand=next").content)
    assert len(some.walk("VEVENT")) < len(found)
