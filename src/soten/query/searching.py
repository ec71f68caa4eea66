"""Full-text search in documents and records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.answers import DocumentHit, Found, Row, Snippet
from soten.query.assembly import Assembler
from soten.query.filters import EVERYTHING, Filter, Selecting
from soten.query.naming import words_named
from soten.records import Document, Record, Span
from soten.store import Order, PassageHit, Selection, Words, parse_words
from soten.store.bigrams import fold_with_offsets
from soten.store.cursors import pack_cursor, unpack_cursor

if TYPE_CHECKING:
    from soten.store import Ledger

_SNIPPETS = 3
"""How many places of one document are shown."""

_AROUND = 40
"""How many characters of context stand on each side of the first mark of a snippet."""

_DONE = "-"


def search(
    ledger: Ledger,
    words: str | Words,
    filter: Filter = EVERYTHING,
    *,
    limit: int = 20,
    after: str | None = None,
    latest: int | None = None,
) -> Found:
    """Return at most `limit` documents and as many records that hold the words, newest first.

    Words are joined by AND; `"…"` is a phrase, `OR` an alternative, `-word` what must not occur.
    They are found inside compounds, whatever their length; width, case and composed marks do not
    matter. A word that is a name of an actor stands for all its names, unless it is quoted. A
    record is found by its own words, what it is about, and the names of its actors. Documents are
    left out where the filter asks for what only records have. `latest` limits to so many of the
    places where the words stand, those stored last; `Words` tell themselves which are looked at.
    """
    selection = selection_with(ledger, words, filter, latest)
    place = ["", ""] if after is None else [str(part) for part in unpack_cursor(after, (str, str))]
    documents, next_document = _documents(ledger, selection, limit, place[0])
    records, next_record = _records(ledger, selection, limit, place[1])
    is_more = (next_document, next_record) != (_DONE, _DONE)
    return Found(
        documents=documents,
        records=records,
        next=pack_cursor((next_document, next_record)) if is_more else None,
    )


def selection_with(
    ledger: Ledger, words: str | Words, filter: Filter = EVERYTHING, latest: int | None = None
) -> Selection:
    """Return what is asked for by words and a filter; raise `UsageError` for nothing to look for.

    `Words` are taken as they are.
    """
    if isinstance(words, str):
        words = replace(words_named(ledger, parse_words(words)), latest=latest)
    return replace(Selecting(ledger).by(replace(filter, words=None)), words=words)


def _documents(
    ledger: Ledger, selection: Selection, limit: int, after: str
) -> tuple[tuple[DocumentHit, ...], str]:
    words = selection.words
    named = selection.acting is not None or selection.speaker or selection.involves
    if after == _DONE or words is None or named or selection.issue:
        return (), _DONE
    if selection.kinds or selection.value:
        return (), _DONE
    found = ledger.documents_with(words, selection, limit=limit + 1, after=after or None)
    shown = found[:limit]
    ids = [id for id, _ in shown]
    facts = ledger.facts(ids)
    passages = ledger.passages_with(words, ids)
    texts = {document.id: document for document in _with_texts(ledger, ids)}
    hits = tuple(
        DocumentHit(facts[id], tuple(_snippets(texts[id].text, passages, id, words))) for id in ids
    )
    return hits, shown[-1][1] if len(found) > limit else _DONE


def _with_texts(ledger: Ledger, ids: Sequence[str]) -> Iterator[Document]:
    return ledger.documents(Selection(documents=tuple(ids)))


def _records(
    ledger: Ledger, selection: Selection, limit: int, after: str
) -> tuple[tuple[Row[Record], ...], str]:
    if after == _DONE:
        return (), _DONE
    found = list(ledger.records(selection, Order.NEWEST, limit=limit + 1, after=after or None))
    shown = found[:limit]
    rows = tuple(Assembler[Record](ledger).rows(shown))
    return rows, shown[-1].cursor if len(found) > limit else _DONE


def _snippets(
    text: str, passages: Sequence[PassageHit], document: str, words: Words
) -> Iterator[Snippet]:
    """Yield the first places of a document where the words stand.

    Where only its title holds them, that is its beginning, without marks.
    """
    marks = [
        mark
        for passage in passages
        if passage.document == document
        for mark in marks_in(text[passage.start : passage.end], words, passage.start)
    ]
    if not marks and text:
        yield _snippet(text, Span(0, 1), [])
    shown = 0
    while marks and shown < _SNIPPETS:
        snippet = _snippet(text, marks[0], marks)
        yield snippet
        marks = [mark for mark in marks if mark.start >= snippet.span.end]
        shown += 1


def _snippet(text: str, first: Span, marks: Sequence[Span]) -> Snippet:
    start = max(text.rfind("\n", 0, first.start) + 1, first.start - _AROUND, 0)
    line = text.find("\n", first.end)
    end = min(len(text) if line < 0 else line, first.end + _AROUND)
    span = Span(start, max(end, first.end))
    inside = tuple(mark for mark in marks if span.contains(mark))
    return Snippet(span, span.cut(text), inside)


def marks_in(text: str, words: Words, offset: int = 0) -> list[Span]:
    """Return where the wanted words stand in a text, in order, those that overlap made one.

    >>> marks_in("ﾛｼｱは停戦に応じた", parse_words("ロシア 停戦"))
    [Span(start=0, end=3), Span(start=4, end=6)]
    """
    folded, offsets = fold_with_offsets(text)
    either = "|".join(
        r"\s+".join(map(re.escape, phrase.text.split()))
        for phrase in sorted(words.wanted, key=lambda phrase: -len(phrase.text))
    )
    marks: list[Span] = []
    for match in re.finditer(either, folded):
        start = offset + offsets[match.start()]
        end = offset + offsets[match.end()]
        if end <= start:  # the match ends inside a character that folds to several
            end = start + 1
        if marks and start < marks[-1].end:
            marks[-1] = Span(marks[-1].start, max(end, marks[-1].end))
        else:
            marks.append(Span(start, end))
    return marks
