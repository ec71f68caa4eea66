"""Promises with what is told of them since, as a table, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from soten.export.answers import row_object, source_head, support_object
from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, evidence_object
from soten.export.labels import Pair
from soten.export.supported import support_words
from soten.export.table import table_lines
from soten.query import DocumentFacts, Row
from soten.query.bearings import Bearing, Later
from soten.query.commitments import Due, JoinedCommitment
from soten.records import Record
from soten.settings import Language

BEARINGS: Mapping[Bearing, Pair] = {
    Bearing.LEFT_OFF: ("控えたとの報告", "told to have been left off"),
    Bearing.WITHIN: ("期間中に行ったとの報告", "told to have been done within the term"),
    Bearing.ELSEWHERE: (
        "期間中の同種の行為・別の対象",
        "the like within the term, to something else",
    ),
    Bearing.DONE: ("行ったとの報告", "told to have been done"),
    Bearing.ACCUSED: ("違反したとの主張", "said to be broken"),
    Bearing.SAID_KEPT: ("守っているとの主張", "said to be kept"),
    Bearing.KEPT: ("履行との記述", "told as kept"),
    Bearing.BROKEN: ("不履行との記述", "told as broken"),
    Bearing.EXPIRED: ("失効との記述", "told as run out"),
    Bearing.EXTENDED: ("延長", "extended"),
    Bearing.WITHDRAWN: ("撤回・破棄", "withdrawn"),
    Bearing.OVERTAKEN: ("同じ件での新たな約束", "a new promise on the same matter"),
}
"""How something told later bears on a promise: told or said, never found by the ledger."""


def due_words(promise: JoinedCommitment, language: Language) -> str:
    """Return when the term ends, seen from the day of the answer."""
    days = promise.due_in
    japanese = language is Language.JA
    match promise.due:
        case Due.OPEN:
            return UNKNOWN
        case Due.TODAY:
            return "本日まで" if japanese else "ends today"
        case Due.AHEAD:
            return f"あと{days}日" if japanese else f"due in {days} days"
        case Due.PASSED:
            ago = -(days or 0)
            return f"{ago}日前に期限" if japanese else f"ended {ago} days ago"


def nothing_told(language: Language) -> str:
    """Return what is said where a term has passed and nothing is told since."""
    if language is Language.JA:
        return "期間は過ぎたが、その後の記録なし"
    return "the term has passed; the ledger holds nothing since"


def promise_table(found: Sequence[JoinedCommitment], names: Names, room: int) -> Iterator[str]:
    """Yield promises, under each what is told since, with who tells it."""
    body = [line for promise in found for line in _lines(promise, names)]
    headings = [names.heading(key) for key in ("date", "status", "by", "evidence")]
    if body:
        yield from table_lines(headings, body, room)


def _lines(promise: JoinedCommitment, names: Names) -> Iterator[list[str]]:
    language = names.language
    first = promise.rows[0]
    days = dict.fromkeys(day for day in (promise.start, promise.end) if day is not None)
    comma = "、" if language is Language.JA else ", "
    due = due_words(promise, language)
    for row in promise.rows:
        words = _cited(row.record.what, row.document, row.id)
        if row is not first:
            yield ["", "", "", words]
            continue
        lead = f"{promise.id} " if promise.id != row.id else ""
        state = "約束" if language is Language.JA else "promise"
        support = support_words(promise.support, language)
        told = [state, *(part for part in (due, support) if part not in ("", UNKNOWN))]
        when = "/".join(days) or names.when(row.when)
        yield [when, comma.join(told), promise.party.text(language), lead + words]
    if promise.condition:
        yield ["", names.heading("condition"), "", promise.condition]
    for later in promise.since:
        yield [
            later.day or UNKNOWN,
            f"→ {BEARINGS[later.bearing][language is Language.EN]}",
            _whose(later, names),
            _cited(later.row.evidence.exact, later.row.document, later.row.id)
            + (f" +{len(later.further)}" if later.further else ""),
        ]
    if promise.is_overdue:
        yield [promise.last_day or "", f"→ {nothing_told(language)}", UNKNOWN, ""]


def _cited(words: str, document: DocumentFacts, id: str) -> str:
    return f"「{words}」 {document.name.rsplit('/', 1)[-1]} {id}"


def bearing_words(later: Later, names: Names) -> str:
    """Return how something told later bears on a promise, and who tells it."""
    words = BEARINGS[later.bearing][names.language is Language.EN]
    whose = _whose(later, names)
    return f"{words}（{whose}）" if names.language is Language.JA else f"{words} ({whose})"


def unique_rows(rows: Iterable[Row[Record]]) -> list[Row[Record]]:
    """Return rows in order, each once."""
    return list({row.id: row for row in rows}.values())


def _whose(later: Later, names: Names) -> str:
    if later.by is None:
        return "報道の地の文" if names.language is Language.JA else "a report itself"
    if later.by.id.startswith("anonymous:"):
        return names.voice(later.by.id)
    return later.by.text(names.language)


def promise_object(promise: JoinedCommitment) -> Object:
    """Return a promise with its tellings, its term seen from a day, and what is told since."""
    return {
        **promise_line(promise),
        "name": {"ja": promise.party.ja, "en": promise.party.en},
        "tellings": [row_object(row) for row in promise.rows],
        "since": [
            {**_later(later), "name": _named(later), "record": row_object(later.row)}
            for later in promise.since
        ],
        "on": promise.on,
        "due": {"state": promise.due.value, "days": promise.due_in},
        "overdue": promise.is_overdue,
        "when": {"edtf": promise.rows[0].when.edtf, "basis": promise.rows[0].when.basis.value},
        "source": source_head(promise.rows[0].document),
    }


def promise_line(promise: JoinedCommitment) -> Object:
    """Return what does not depend on the day of asking: a line of the exchange format."""
    reasons: list[Value] = [
        {"one": r.one, "other": r.other, "why": r.why, "confidence": r.confidence}
        for r in promise.reasons
    ]
    return {
        "kind": "joined_commitment",
        "id": promise.id,
        "document": promise.rows[0].document.id,
        "evidence": evidence_object(promise.rows[0].evidence),
        "party": promise.party.id,
        "what": promise.what,
        "start": promise.start,
        "end": promise.end,
        "condition": promise.condition,
        "tellings": [row.id for row in promise.rows],
        "support": support_object(promise.support),
        "reasons": reasons,
        "since": [_later(later) for later in promise.since],
    }


def _named(later: Later) -> Value:
    return None if later.by is None else {"ja": later.by.ja, "en": later.by.en}


def _later(later: Later) -> Object:
    return {
        "bearing": later.bearing.value,
        "date": later.day or None,
        "by": None if later.by is None else later.by.id,
        "shared": list(later.shared),
        "record": later.row.id,
        "further": list(later.further),
    }
