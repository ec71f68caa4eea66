"""What a table shows of each kind of record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soten.export.labels import label
from soten.export.wording import date_words, figure_words
from soten.query import Basis, Row, When
from soten.records import (
    Claim,
    Commitment,
    DateMention,
    Event,
    Figure,
    Mention,
    Position,
    Record,
    Statement,
    Talk,
    Wording,
)
from soten.settings import Language

UNKNOWN = "—"
"""What stands where the ledger does not know."""

HEADINGS: dict[str, tuple[str, str]] = {
    "date": ("日付", "date"),
    "speaker": ("発言者", "speaker"),
    "act": ("発言の種類", "act"),
    "issues": ("争点", "issues"),
    "participants": ("参加者", "participants"),
    "place": ("場所", "place"),
    "form": ("形式", "form"),
    "status": ("状態", "status"),
    "outcome": ("結果", "outcome"),
    "value": ("数値", "figure"),
    "what": ("内容", "what"),
    "by": ("出所", "by"),
    "party": ("当事者", "party"),
    "issue": ("争点", "issue"),
    "stance": ("態度", "stance"),
    "asserted": ("主張する側", "asserted by"),
    "denied": ("否定する側", "denied by"),
    "unconfirmed": ("未確認とする側", "not confirmed by"),
    "control": ("支配", "control"),
    "move": ("経過", "course"),
    "claim": ("主張の内容", "claim"),
    "support": ("裏付け", "support"),
    "end": ("期限", "until"),
    "condition": ("条件", "condition"),
    "type": ("種類", "type"),
    "concept": ("言い表すもの", "stands for"),
    "voice": ("誰の言葉か", "whose words"),
    "actor": ("主体", "actor"),
    "target": ("対象", "target"),
    "entity": ("登場者", "actor"),
    "state": ("審査", "review"),
    "found": ("読み取り", "the reader found"),
    "score": ("優先度", "score"),
    "why": ("理由", "why"),
    "at": ("日時", "at"),
    "action": ("決定", "decision"),
    "kind": ("区分", "kind"),
    "summary": ("要約", "summary"),
    "document": ("文書", "document"),
    "evidence": ("根拠", "evidence"),
    "id": ("ID", "id"),
    "name": ("名称", "name"),
    "quote": ("引用", "quote"),
    "to": ("相手", "to"),
    "via": ("経由", "via"),
    "repeats": ("既出の発言", "says again"),
    "rule": ("規則", "rule"),
    "statement": ("発言", "statement"),
    "mentions": ("言及", "mentions"),
    "documents": ("文書数", "documents"),
    "side": ("陣営", "side"),
    "office": ("役職", "office"),
    "joined": ("同一", "joined"),
    "published": ("発行日", "published"),
    "basis": ("日付の根拠", "dated"),
    "publisher": ("発行元", "publisher"),
    "origin": ("転載元", "from"),
    "chars": ("字数", "chars"),
    "records": ("記録数", "records"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """The language of labels and the names of points at issue that the packs give."""

    language: Language
    issues: dict[str, tuple[str, str]]

    def issue(self, id: str) -> str:
        """Return the name of a point at issue, its id where no pack names it."""
        pair = self.issues.get(id)
        return pair[self.language is Language.EN] if pair else id

    def heading(self, key: str) -> str:
        """Return the heading of a column."""
        return HEADINGS[key][self.language is Language.EN]

    def voice(self, id: str) -> str:
        """Return what to call the writer or an unnamed voice, which no actor stands for."""
        if id == "author":
            return "筆者" if self.language is Language.JA else "the writer"
        described = id.removeprefix("anonymous:")
        return f"{described}（匿名）" if self.language is Language.JA else f"{described} (unnamed)"

    def who(self, row: Row[Record], id: str | None) -> str:
        """Return what to call an actor, an unnamed voice or the writer; a dash for unknown."""
        if id is None:
            return UNKNOWN
        if id == "author" or id.startswith("anonymous:"):
            return self.voice(id)
        return row.label(id).text(self.language)

    def date(self, edtf: str | None) -> str:
        """Return a date in words, a dash for unknown."""
        return UNKNOWN if edtf is None else date_words(edtf, self.language)

    def when(self, when: When) -> str:
        """Return a row's date; one taken from the report is put in brackets."""
        if when.edtf is None:
            return UNKNOWN
        return f"({when.edtf})" if when.basis is Basis.DOCUMENT else when.edtf


def _issues(row: Row[Record], names: Names) -> str:
    return "・".join(names.issue(issue) for issue in row.issues) or UNKNOWN


def cells(row: Row[Record], names: Names) -> dict[str, str]:
    """Return what a table shows of a record, by column key, in column order."""
    record, found = row.record, {"date": names.when(row.when)}
    match record:
        case Mention():
            found["entity"] = names.who(row, record.entity)
        case DateMention():
            found["date"] = names.date(record.edtf)
        case Statement():
            found |= _statement(record, row, names)
        case Talk():
            found |= _talk(record, row, names)
        case Figure():
            found["value"] = figure_words(record, names.language)
            found["what"] = record.what or UNKNOWN
            found["by"] = names.who(row, record.by)
        case Position():
            found["party"] = names.who(row, record.party)
            found["issue"] = names.issue(record.issue)
            found["stance"] = label(record.stance, names.language)
        case Claim():
            found["asserted"] = _voices(row, names, [side.by for side in record.asserted])
            found["denied"] = _voices(row, names, [side.by for side in record.denied])
        case Commitment():
            found["party"] = names.who(row, record.party)
            found["status"] = label(record.status, names.language)
            found["end"] = record.end or UNKNOWN
            found["condition"] = record.condition or UNKNOWN
        case Event():
            found |= _event(record, row, names)
        case Wording():
            found |= {
                "concept": record.concept,
                "voice": label(record.voice, names.language),
                "by": names.who(row, record.by),
            }
    return found


def _statement(record: Statement, row: Row[Record], names: Names) -> dict[str, str]:
    return {
        "speaker": names.who(row, record.speaker.key if record.speaker else None),
        "act": label(record.act, names.language),
        "issues": _issues(row, names),
    }


def _talk(record: Talk, row: Row[Record], names: Names) -> dict[str, str]:
    return {
        "participants": _voices(row, names, record.participants),
        "place": names.who(row, record.place),
        "form": label(record.form, names.language),
        "status": label(record.status, names.language),
        "outcome": label(record.outcome, names.language) if record.outcome else UNKNOWN,
    }


def _event(record: Event, row: Row[Record], names: Names) -> dict[str, str]:
    return {
        "type": label(record.type, names.language),
        "actor": names.who(row, record.actor),
        "target": names.who(row, record.target),
        "place": names.who(row, record.place),
    }


def _voices(row: Row[Record], names: Names, ids: Sequence[str]) -> str:
    separator = "、" if names.language is Language.JA else ", "
    return separator.join(names.who(row, id) for id in dict.fromkeys(ids)) or UNKNOWN
