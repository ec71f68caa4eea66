"""A record as one line to cite: its words, where they stand, and how to find them again."""

from __future__ import annotations

from pathlib import PurePosixPath

from soten.export.neutral import plain
from soten.export.wording import date_words
from soten.query import DocumentFacts, Row
from soten.records import Basis, Record
from soten.settings import Language


def citation(row: Row[Record], language: Language, who: str | None = None) -> str:
    """Return a record's words with speaker, publisher, title, date, place and the record's id.

    `who` is what to call whose words they are, None where that is not told. Characters are counted
    from 1, the last included, as a person counts.
    """
    document, span = row.document, row.evidence.span
    words, who = plain(row.evidence.exact), who and plain(who)
    if language is Language.EN:
        head = f"“{words}” {f'{who}, in ' if who else ''}{_source(document, language)}"
        return f"{head}, characters {span.start + 1}–{span.end}.{_url(document)} Soten record {row.id}."
    head = f"「{words}」{f'{who}、' if who else ' '}{_source(document, language)}"
    return f"{head}、{span.start + 1}–{span.end}字目。{_url(document)} 争点 記録 {row.id}"


def _source(document: DocumentFacts, language: Language) -> str:
    title = plain(document.title or PurePosixPath(document.name).name)
    quoted = f"“{title}”" if language is Language.EN else f"「{title}」"
    publisher = plain(document.publisher) if document.publisher else ""
    dated = _date(document, language)
    if language is Language.EN:
        return ", ".join(part for part in (publisher, quoted, dated) if part)
    return f"{publisher}{quoted}（{dated}）"


def _date(document: DocumentFacts, language: Language) -> str:
    published = document.published
    if published.edtf is None:
        return "undated" if language is Language.EN else "日付不明"
    words = date_words(published.edtf, language)
    if published.basis is not Basis.INFERRED:
        return words
    return f"{words} (date inferred)" if language is Language.EN else f"{words}と推定"


def _url(document: DocumentFacts) -> str:
    return f" {plain(document.url)}" if document.url else ""
