"""Documents that attack through every field a page can show: all of it stays text, on every page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Dialog

from soten.cli.serving import Questions
from soten.records import (
    Act,
    Actor,
    ActorType,
    Assertion,
    Bound,
    Claim,
    Commitment,
    Control,
    Document,
    Event,
    EventType,
    Figure,
    Hold,
    Outcome,
    Published,
    Quote,
    Reading,
    Record,
    Speaker,
    Stance,
    Statement,
    Talk,
    TalkForm,
    TalkStatus,
    Unit,
    Voice,
    Wording,
    record_id,
)
from soten.web.site import Options
from tests.ledgers import HOSTILE, write_ledger
from tests.store.factory import cut, document, position, statement
from tests.web.conftest import NARROW, serving
from tools.page_addresses import page_addresses

LINE = HOSTILE.splitlines()[0]
LONG = "長" * 100_000
PARTY = "<b onmouseover=alert(9)>甲\u202e乙</b>{{7*7}}"
PUBLISHER = "=cmd|<svg onload=alert(3)>'\u200b通信"
get = partial(httpx.get, timeout=60)
_FORMULAS = tuple("=+-@\t\r＝＋－＠")


def hostile_text(number: int) -> Document:
    """Return a document whose every line attacks; the last is 100,000 characters long."""
    lines = [f"{LINE} {at} を{number}日に" for at in range(12)] + [LONG + str(number)]
    made = document("\n".join(lines), f"../../=cmd|' /C calc'!A0.{number}.txt", title=f"<i>{LINE}")
    return replace(
        made,
        publisher=PUBLISHER,
        url="javascript:alert(4)",
        author=PARTY,
        published=Published(f"2025-12-0{number}"),
    )


def hostile_world(number: int) -> Reading:
    """Return a reading with every kind of record, each field of words hostile."""
    d = hostile_text(number)
    words = [cut(d, line) for line in d.text.splitlines()]
    actors = [
        Actor("evil-ko", ActorType.STATE, PARTY, PARTY, (PARTY,)),
        Actor("evil-otsu", ActorType.STATE, f"'{LINE}", f"'{LINE}", ()),
        Actor("evil-place", ActorType.PLACE, PARTY, PARTY, (), latitude=48.0, longitude=37.5),
    ]

    def id(kind: str, at: int) -> str:
        return record_id(kind, d.id, words[at].span.start)

    sides = ("evil-ko", "evil-otsu")
    stance = Stance.DEMANDS if number == 1 else Stance.REJECTS
    held = Control("evil-place", Hold.TAKEN, "evil-ko", part=LINE)
    records: list[Record] = [
        statement(d, words[0].exact, "evil-ko", Act.ASSERT, issues=("ceasefire",)),
        statement(d, words[1].exact, Speaker(anonymous=PARTY), Act.DENY),
        Statement(id("statement", 12), words[12], Speaker("evil-otsu"), Act.ASSERT, Quote.INDIRECT),
        position(d, words[2].exact, "evil-ko", "ceasefire", stance, date=f"2025-12-0{number}"),
        position(d, words[3].exact, "evil-otsu", "ceasefire", Stance.REJECTS),
        Claim(
            id("claim", 4),
            words[4],
            words[4].exact,
            (Assertion("evil-ko", words[4]),),
            (Assertion("evil-otsu", words[5]),),
            control=(held,),
        ),
        Figure(id("figure", 6), words[6], 5, Bound.AT_LEAST, Unit.PERSON, what=LINE, by="evil-ko"),
        Talk(
            id("talk", 7),
            words[7],
            sides,
            TalkForm.MEETING,
            TalkStatus.HELD,
            date=f"2025-12-0{number}",
            place="evil-place",
            outcome=Outcome.NO_RESULT,
        ),
        Commitment(
            id("commitment", 8), words[8], "evil-ko", LINE, end="2025-12-31", condition=LINE
        ),
        Event(
            id("event", 9),
            words[9],
            EventType.ASSAULT,
            "evil-ko",
            "evil-otsu",
            "evil-place",
            f"2025-12-0{number}",
        ),
        Wording(f"wd-{number}", cut(d, "HYPERLINK"), "strike", "evil-ko", Voice.OWN),
    ]
    return Reading(d, tuple(actors), tuple(records))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server on nothing but hostile documents."""
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    write_ledger(path, hostile_world(1), hostile_world(2))
    questions = Questions(("core",))
    with serving(Options(str(path), read_question=questions.read, reviewer="aoki")) as served:
        yield served


@pytest.fixture(scope="module")
def pages(address: str) -> dict[str, str]:
    """Return the address of each page that has something to show."""
    found = page_addresses(lambda path: get(address + path).json())
    found.pop("positions-issue-party", None)  # of a party that is not in this ledger
    found["positions-issue-party"] = "/positions/ceasefire/evil-ko"
    found["search"], found["ask"] = "/search?q=HYPERLINK", "/ask?q=HYPERLINKは何?"
    found["statements-party"], found["actors-id"] = "/statements?party=evil-ko", "/actors/evil-ko"
    return found


class Markup(HTMLParser):
    """Collects what markup of a page could do."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags and attributes that no template of ours writes."""
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.dangers.append(f"{tag} {name}")
            if (value or "").strip().lower().startswith(("javascript:", "data:text")):
                self.dangers.append(f"{tag} {name}={value}")
        if tag in ("img", "iframe", "object", "embed", "base") or (
            tag == "script" and not dict(attrs).get("src")
        ):
            self.dangers.append(tag)


def test_most_pages_have_something_hostile_to_show(pages: dict[str, str]) -> None:
    """The ledger reaches every kind of page there is but copies of a story."""
    assert {"talks-id", "commitments-id", "actors-id", "documents-id", "records-id"} <= set(pages)
    assert {"claims-id", "places-id", "positions-issue-party"} <= set(pages)


def test_no_page_obeys_a_document(pages: dict[str, str], address: str) -> None:
    """No tag, attribute or address of a document's; signs that hide are shown by their code."""
    troubles: list[str] = []
    for name, path in pages.items():
        for language in ("ja", "en"):
            answer = get(address + path, headers={"accept-language": language})
            markup = Markup()
            markup.feed(answer.text)
            hidden = [f"{ord(sign):04X}" for sign in "\u202e\u200b\x1b\x00" if sign in answer.text]
            if answer.status_code != 200 or markup.dangers or hidden or "49}" in answer.text:
                troubles.append(f"{name} {answer.status_code} {markup.dangers[:3]} {hidden}")
            if len(answer.content) > 1_500_000:
                troubles.append(f"{name} is {len(answer.content)} bytes long")

    assert troubles == []


def test_no_sheet_holds_a_formula(pages: dict[str, str], address: str) -> None:
    """No cell of any CSV begins as a formula does."""
    troubles: list[str] = []
    for name, path in pages.items():
        where, mark, query = path.partition("?")
        where = "/index" if where == "/" else where
        answer = get(f"{address}{where}.csv{mark}{query}")
        rows = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
        for row in rows:
            troubles += [
                f"{name}: {cell[:40]}"
                for cell in row
                if cell.startswith(_FORMULAS) and not _is_number(cell)
            ]

    assert troubles == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def ran(dialog: Dialog, troubles: list[str]) -> None:
    """Note that a script of a document's ran."""
    troubles.append(f"ran: {dialog.message}")
    dialog.dismiss()


def test_no_page_is_broken_by_a_document(
    browser: Browser, pages: dict[str, str], address: str
) -> None:
    """In a narrow window: no script of a document's runs, none of ours fails, nothing sticks out."""
    context = browser.new_context(base_url=address, viewport=NARROW, locale="ja-JP")  # type: ignore[arg-type]
    page = context.new_page()
    troubles: list[str] = []
    page.on("dialog", lambda dialog: ran(dialog, troubles))
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda said: troubles.append(f"{page.url}: {said.text}") if said.type == "error" else None,
    )
    for name, path in pages.items():
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            troubles.append(f"{name} is {wide} pixels too wide")
    context.close()

    assert troubles == []
