"""Who says so: what every line of a brief is attributed to, and the marks of the parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from soten.export.briefwords import Words
from soten.export.columns import Names
from soten.export.labels import label
from soten.export.views import Cite, Mark
from soten.export.wording import date_words
from soten.query import DocumentFacts, Label, Row
from soten.query.brief import Brief
from soten.records import Basis, Evidence, Record, State

_TOLD = (State.CORRECTED, State.RETRACTED, State.ADDED)
"""States that a line of a brief tells: it is not, or no more, what the reader found."""

_SHAPES = "●■▲◆▼★○□△◇▽☆"


class Attribution:
    """Names, dates and evidence of one brief in words."""

    def __init__(self, brief: Brief, names: Names) -> None:
        self.brief = brief
        self.names = names
        self.words = Words(names.language)
        self.marks = {
            party.id: Mark(_letter(at), _SHAPES[at % len(_SHAPES)], party.text(names.language))
            for at, party in enumerate(brief.matrix.parties)
        }
        self.numbers = {row.document.id: at for at, row in enumerate(brief.sources, 1)}

    def cite(self, row: Row[Record]) -> Cite:
        """Return the evidence of a record; what a person changed or saw taken back says so."""
        cite = self.cited(row.evidence, row.document, row.id)
        if row.state not in _TOLD:
            return cite
        state = label(row.state, self.names.language)
        told = f"［{state}］" if self.names.language == "ja" else f" [{state}]"
        return replace(cite, according=cite.according + told)

    def cited(self, evidence: Evidence, document: DocumentFacts, id: str) -> Cite:
        """Return evidence with its document as the one that says so, and the id of its record."""
        return Cite(
            according=self.words("according", self.described(document)),
            words=evidence.exact,
            id=id,
            number=self.numbers.get(evidence.document),
        )

    def described(self, document: DocumentFacts) -> str:
        """Return what to call a document: publisher, title or file, with its date as far as known."""
        published, language = document.published, self.names.language
        if published.edtf is None:
            dated = self.words("unpublished")
        else:
            dated = date_words(published.edtf, language)
            if published.basis is Basis.INFERRED:
                dated = self.words("estimate", dated)
        name = _source_name(document)
        return f"{name}（{dated}）" if language == "ja" else f"{name} ({dated})"

    def dated(self, row: Row[Record], own: str | None) -> str:
        """Return a record's date; where only its report has one, that is said."""
        if own is not None:
            return date_words(own, self.names.language)
        if row.when.edtf is not None:
            return self.words("reported", date_words(row.when.edtf, self.names.language))
        return self.words("no-date")

    def who(self, row: Row[Record], id: str | None, unknown: str) -> str:
        """Return what to call an actor or voice; for None the words that say it is unknown."""
        return self.words(unknown) if id is None else self.names.who(row, id)

    def marked(self, row: Row[Record], ids: Iterable[str]) -> tuple[Mark, ...]:
        """Return the marks of the parties that actors are, or whose side they are on."""
        found = (self.marks.get(id) or self.marks.get(row.label(id).side or "") for id in ids)
        return tuple(dict.fromkeys(mark for mark in found if mark is not None))

    def joined(self, parts: Iterable[str]) -> str:
        """Return names in a row."""
        return ("、" if self.names.language == "ja" else ", ").join(parts)

    def named(self, label: Label) -> str:
        """Return what to call one side of a dispute."""
        if label.id == "author" or label.id.startswith("anonymous:"):
            return self.names.voice(label.id)
        return label.text(self.names.language)


def _letter(at: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    return chr(65 + at) if at < 26 else _letter(at // 26 - 1) + chr(65 + at % 26)


def _source_name(document: DocumentFacts) -> str:
    return document.publisher or document.title or PurePosixPath(document.name).name
