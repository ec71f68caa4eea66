"""Reports of numbers by hand, joined as they are put into a ledger."""

from __future__ import annotations

from soten.records import (
    Actor,
    ActorType,
    Bound,
    DateMention,
    Evidence,
    Figure,
    Mention,
    Record,
    Span,
    Story,
    Unit,
    record_id,
)
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.store.factory import ACTORS, RUN, cut, document, reading

PLACES = (
    Actor("kitamura", ActorType.PLACE, "北村", aliases=("北村", "キタムラ")),
    Actor("minamimura", ActorType.PLACE, "南村"),
    Actor("otsu-army", ActorType.FORCE, "乙国軍", side="otsu"),
)
_NAMES = (
    ("北村", "kitamura"),
    ("キタムラ", "kitamura"),
    ("南村", "minamimura"),
    ("甲国軍", "ko-army"),
    ("乙国軍", "otsu-army"),
)


def put(
    ledger: Ledger,
    name: str,
    text: str,
    *numbers: object,
    edtf: str | None = "2025-12-04",
    by: str | None = None,
    unit: Unit = Unit.PERSON,
    bound: Bound = Bound.EXACT,
    dates: tuple[tuple[str, str], ...] = (),
    stories: tuple[Story, ...] = (),
) -> str:
    """Put a report with one number, told as words and value, and join it; return its figure."""
    words, value = numbers
    assert isinstance(words, str)
    assert isinstance(value, int | float)
    return _put(
        ledger,
        name,
        text,
        ((words, value),),
        edtf=edtf,
        by=by,
        unit=unit,
        bound=bound,
        dates=dates,
        stories=stories,
    )


def held(
    ledger: Ledger,
    name: str,
    text: str,
    *shares: tuple[str, float],
    by: str | None = None,
    stories: tuple[Story, ...] = (),
) -> str:
    """Put a report of shares held and join it; return its first figure."""
    return _put(ledger, name, text, shares, by=by, unit=Unit.PERCENT, stories=stories)


def _put(
    ledger: Ledger,
    name: str,
    text: str,
    numbers: tuple[tuple[str, float], ...],
    *,
    edtf: str | None = "2025-12-04",
    by: str | None = None,
    unit: Unit = Unit.PERSON,
    bound: Bound = Bound.EXACT,
    dates: tuple[tuple[str, str], ...] = (),
    stories: tuple[Story, ...] = (),
) -> str:
    d = document(text, name, edtf=edtf, stories=stories)
    records: list[Record] = [
        Mention(Evidence.cut(d.id, text, Span(at, at + len(word))), id)
        for word, id in _NAMES
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    records += [DateMention(cut(d, words), day) for words, day in dates]
    figures = [
        Figure(
            record_id("figure", d.id, cut(d, words).span.start),
            cut(d, words),
            value,
            bound,
            unit,
            what=_clause(text, words),
            by=by,
        )
        for words, value in numbers
    ]
    ledger.put_reading(RUN, reading(d, [*records, *figures], (*ACTORS, *PLACES)))
    join_pending(ledger, JOINERS)
    return figures[0].id


def _clause(text: str, words: str) -> str:
    return next(part for part in text.split("。") if words in part)
