"""A ledger with any number of statements and events on invented days, made without a reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from soten.records import (
    Act,
    Event,
    EventType,
    Evidence,
    Quote,
    Reading,
    Record,
    Span,
    Speaker,
    Statement,
    record_id,
)
from soten.store import Ledger
from tests.store.factory import ACTORS, RUN, document

LINE = "甲国の外相は停戦を求めた。北村で砲撃があった。\n"
_STATED, _SHELLED = LINE.index("。") + 1, len(LINE)


def fill(ledger: Ledger, count: int, *, first: str = "2031-01-01", days: int = 300) -> None:
    """Put so many statements and events into a ledger, a few hundred a document."""
    ledger.begin_run(RUN)
    begin = date.fromisoformat(first)
    for number, start in enumerate(range(0, count, 600)):
        size = min(600, count - start)
        text = f"{number}\n" + LINE * ((size + 1) // 2)
        day = (begin + timedelta(days=number % days)).isoformat()
        source = document(text, f"{number}.txt", edtf=day)
        records = tuple(_records(source.id, text, size, begin, start, days))
        ledger.put_reading(RUN, Reading(source, ACTORS, records))


def _records(id: str, text: str, size: int, begin: date, start: int, days: int) -> Iterator[Record]:
    head = text.index("\n") + 1
    for n in range(size):
        at = head + n // 2 * len(LINE)
        place = Span(at, at + _STATED) if n % 2 == 0 else Span(at + _STATED, at + _SHELLED - 1)
        evidence = Evidence.cut(id, text, place)
        day = (begin + timedelta(days=(start + n) * 7 % days)).isoformat()
        when = None if n % 5 == 0 else day[:7] if n % 97 == 0 else day
        if n % 2 == 0:
            said = record_id("statement", id, place.start, place.end)
            yield Statement(said, evidence, Speaker("ko"), Act.DEMAND, Quote.INDIRECT, (), when)
        else:
            hit = record_id("event", id, place.start, place.end)
            yield Event(hit, evidence, EventType.ASSAULT, date=when)
