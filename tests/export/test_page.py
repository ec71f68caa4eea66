"""The brief as a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from soten.export.columns import Names
from soten.export.page import brief_page
from soten.query import Row
from soten.query.brief import brief
from soten.records import Record
from soten.settings import Language
from soten.store import Ledger

VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """Collects elements and text, and notes tags that are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note an end that fits no start."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Note the text, styles left out."""
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All text a reader sees."""
        return "".join(self.texts)


def page_of(ledger: Ledger, names: Names) -> Page:
    """Return the page of a ledger's brief."""
    return Page(brief_page(brief(ledger), names))


def test_the_page_is_one_file_without_script(ledger: Ledger, names: Names) -> None:
    """Nothing is fetched and nothing runs."""
    page = page_of(ledger, names)
    source = brief_page(brief(ledger), names)

    assert {tag for tag, _ in page.elements} & {"script", "img", "link", "iframe", "svg"} == set()
    assert not [
        attributes for _, attributes in page.elements for name in attributes if name[:2] == "on"
    ]
    assert not re.search(r"https?://|url\(|@import|javascript:", source)
    assert (page.wrong, page.open) == ([], [])


def test_every_line_cites_its_evidence(ledger: Ledger, names: Names) -> None:
    """Each position, talk, side, figure and promise stands with words, document and id."""
    page, answer = page_of(ledger, names), brief(ledger)
    rows: list[Row[Record]] = [
        *(row for group in (*answer.ahead, *answer.off, *answer.held) for row in group.reports),
        *(cell.latest for cell in answer.matrix.cells.values()),
        *(row for promise in answer.commitments for row in promise.rows),
    ]

    assert rows
    for row in rows:
        assert row.evidence.exact in page.text
        assert row.id in page.text
    assert page.text.count("a.txt") + page.text.count("甲国と乙国") >= 3


def test_claim_and_denial_weigh_the_same(ledger: Ledger, names: Names) -> None:
    """Both sides stand in boxes of one class, with headings of one level."""
    page = page_of(ledger, names)
    sides = [attributes for tag, attributes in page.elements if attributes.get("class") == "side"]

    assert len(sides) == 2
    assert "北村を制圧した" in page.text
    assert "これを否定した" in page.text


def test_the_page_is_in_its_language(ledger: Ledger) -> None:
    """Labels follow the language; what documents say stays Japanese."""
    page = page_of(ledger, Names(Language.EN, {"ceasefire": ("停戦", "ceasefire")}))

    assert page.elements[0] == ("html", {"lang": "en"})
    assert "Where the talks stand" in page.text
    assert "no result" in page.text
    assert all(
        attributes.get("lang") == "ja"
        for tag, attributes in page.elements
        if attributes.get("class") == "words"
    )


def test_unknown_is_a_dash_that_says_why(ledger: Ledger) -> None:
    """What a document leaves open is said, not left blank."""
    page = page_of(ledger, Names(Language.JA, {}))

    assert "場所の記載なし" in page.text
    assert "— 記載なし" in page.text or "— 主体の記載なし" in page.text


def test_hostile_text_is_shown_and_never_obeyed(hostile: Ledger, names: Names) -> None:
    """Markup, template and escape sequences of a document are words on the page."""
    page = page_of(hostile, names)
    source = brief_page(brief(hostile), names)

    assert {tag for tag, _ in page.elements} & {"script", "img", "b", "i"} <= {"b"}
    assert "<script" not in source
    assert "onclick=alert(2)>題" not in source.replace("&gt;", "")
    assert "{{ 7*7 }}{0}%s" in page.text
    assert "\x1b" not in source
    assert "\u202e" not in source
    assert (page.wrong, page.open) == ([], [])


def test_an_empty_ledger_has_a_page(empty: Ledger, names: Names) -> None:
    """A ledger without documents gives a page that says so."""
    page = page_of(empty, names)

    assert (page.wrong, page.open) == ([], [])
    assert "—" in page.text
