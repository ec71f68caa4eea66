"""Ledgers of invented stories that are copies of one another."""

from __future__ import annotations

from dataclasses import replace

from soten.records import Document, Record, Span, Story
from soten.resolve.grouping import join_pending
from soten.resolve.stories import StoryJoiner
from soten.store import Ledger
from tests.resolve.wirepairs import GRAIN, RAID, SUMMIT
from tests.store.factory import RUN, document, reading

SUMMIT_TEXT = "\n".join(SUMMIT)
RAID_TEXT = "\n".join(RAID)


def carried(
    name: str,
    *lines: str,
    day: str | None = "2031-05-06",
    publisher: str | None = None,
    origin: str | None = None,
) -> Document:
    """Return a document that carries a story, as `publisher` printed it, taken from `origin`."""
    made = document("\n".join(lines), f"{name}.txt", edtf=day)
    return replace(made, publisher=publisher, origin=(origin,) if origin else ())


def page(name: str, *parts: tuple[str, ...]) -> Document:
    """Return a page that holds several stories."""
    stories: list[Story] = []
    text = ""
    for lines in parts:
        start = len(text)
        text += "\n".join(lines)
        stories.append(Story(Span(start, len(text))))
        text += "\n\n"
    return document(text, f"{name}.txt", edtf="2031-05-07", stories=tuple(stories))


def put(
    ledger: Ledger, *documents: Document, records: dict[str, list[Record]] | None = None
) -> None:
    """Put documents, with records by the document's id, into a ledger and join their stories."""
    for each in documents:
        ledger.put_reading(RUN, reading(each, (records or {}).get(each.id, [])))
    join_pending(ledger, [StoryJoiner()])


def three_carriers() -> list[Document]:
    """Return a story as an agency sent it, cut, and on a page of clippings; and another story."""
    return [
        carried("paper", *SUMMIT[:5], publisher="北日報", origin="アルデ通信"),
        carried("wire", *SUMMIT, publisher="アルデ通信"),
        page("clips", GRAIN, SUMMIT[:4]),
        carried("raid", *RAID, publisher="海新聞"),
    ]
