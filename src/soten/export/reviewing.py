"""What is to be decided on, as JSON objects and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soten.export.answers import row_object
from soten.export.columns import Names
from soten.export.exchange import Object, Value
from soten.export.labels import KINDS
from soten.export.listing import summary
from soten.export.table import table_lines
from soten.review import Doubt, Due
from soten.settings import Language

DOUBTS: dict[str, tuple[str, str]] = {
    "weak-link": ("同一か不確か", "perhaps one"),
    "sources-differ": ("報道が食い違う", "reports differ"),
    "unknown-speaker": ("発言者不明", "speaker not settled"),
    "denied": ("否定あり", "denied"),
    "undated": ("日付なし", "undated"),
    "unnamed-speaker": ("匿名", "unnamed"),
    "no-party": ("主体不明", "no party"),
    "single-source": ("情報源は一つ", "one source"),
    "dated-by-report": ("日付は記事のもの", "dated by the report"),
    "party": ("主要な当事者", "much-named party"),
    "due": ("期限が近い", "due soon"),
    "disputed": ("争いあり", "disputed"),
    "issue": ("主要な争点", "much-told point"),
    "many-reports": ("複数の報道", "several reports"),
    "recent": ("最近", "recent"),
}
"""Reason for looking (`soten.review.REASONS`) → its words, Japanese and English."""


def due_object(due: Due) -> Object:
    """Return something to decide on, with its reasons and the marks to decide by."""
    link: Object | None = None
    if due.link is not None:
        link = {
            "one": due.link.one,
            "other": due.link.other,
            "why": due.link.why,
            "confidence": due.link.confidence,
            "detail": due.link.detail,
        }
    return {
        "score": due.score,
        "kind": due.kind,
        "ids": list(due.ids),
        "members": due.members,
        "uncertain": _doubts(due.uncertain),
        "central": _doubts(due.central),
        "link": link,
        "records": [row_object(row) for row in due.rows],
        "marks": dict(due.marks),
    }


def _doubts(doubts: Sequence[Doubt]) -> list[Value]:
    return [
        {"reason": doubt.name, "weight": doubt.weight, "detail": doubt.detail} for doubt in doubts
    ]


def due_table(found: Sequence[Due], names: Names, room: int) -> Iterator[str]:
    """Yield what is to be decided on: the number, what it is, why, its words and ids."""
    body = [
        [
            f"{due.score:.2f}",
            _kind(due, names),
            " = ".join(summary(row, names) for row in due.rows) or " = ".join(due.ids),
            "、".join(doubt_words(doubt, names) for doubt in (*due.uncertain, *due.central[:2])),
            " / ".join(f"「{row.evidence.exact}」" for row in due.rows) + f" {' '.join(due.ids)}",
        ]
        for due in found
    ]
    if body:
        keys = ("score", "kind", "summary", "why", "evidence")
        yield from table_lines(list(map(names.heading, keys)), body, room)


def _kind(due: Due, names: Names) -> str:
    word = KINDS.get(due.kind, (due.kind, due.kind))[names.language is Language.EN]
    return word if due.link is None else f"{word} ?"


def doubt_words(doubt: Doubt, names: Names) -> str:
    """Return a reason for looking in words, with what it rests on where that says more."""
    word = DOUBTS[doubt.name][names.language is Language.EN]
    shown = ("sources-differ", "unnamed-speaker", "due", "weak-link")
    return f"{word} {doubt.detail}" if doubt.detail and doubt.name in shown else word
