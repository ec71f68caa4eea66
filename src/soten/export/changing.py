"""What changed, as lines for a terminal and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from soten.export.answers import dispute_object, source_head
from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, evidence_object
from soten.export.labels import label
from soten.export.neutral import plain
from soten.export.promises import due_words, promise_object
from soten.export.sourcing import silence_object
from soten.export.standing import shift_object
from soten.export.standwords import stance_words
from soten.export.talks import joined_talk_object, who
from soten.query.changed import Changes, ClaimChange, TalkChange
from soten.query.commitments import JoinedCommitment
from soten.query.shifts import Shift
from soten.query.silence import Silence
from soten.records import Evidence
from soten.settings import Language
from soten.store import DocumentFacts

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("{since}以降の変化（新しい文書{n}本）", "Changed since {since} ({n} new documents)"),
    "new_talks": ("新しい会談", "New talks"),
    "moved_talks": ("日程の変わった会談", "Talks moved, put off or called off"),
    "told_talks": ("続報のあった会談", "Talks told of again"),
    "disputes": ("否定された主張", "Claims denied"),
    "new_claims": ("新しい主張", "New claims"),
    "shifts": ("態度の変化", "Stances that shifted"),
    "due": ("期限の近い約束（{n}日以内）", "Promises due within {n} days"),
    "overdue": ("期限の過ぎた約束（その後の記録なし）", "Promises overdue, nothing told since"),
    "broken": ("破られたとされる約束", "Promises somebody says are broken"),
    "silences": ("発言の途絶えた者", "Fell silent"),
    "gone": ("読み直しで消えた記録", "Records a later reading no longer found"),
    "none": ("なし", "none"),
    "more": ("ほか{n}件", "{n} more"),
    "silent": ("{who}: {last}を最後に{days}日", "{who}: last on {last}, {days} days ago"),
}


def changes_object(changes: Changes) -> Object:
    """Return what changed as one object."""
    return {
        "kind": "changes",
        "since": changes.since,
        "on": changes.on,
        "ahead_days": changes.ahead,
        "documents": [source_head(facts) for facts in changes.documents],
        "talks": [_talk_change(one) for one in changes.talks],
        "claims": [_claim_change(one) for one in changes.claims],
        "shifts": [shift_object(one) for one in changes.shifts],
        "due": [promise_object(one) for one in changes.due],
        "overdue": [promise_object(one) for one in changes.overdue],
        "broken": [promise_object(one) for one in changes.broken],
        "silences": [silence_object(one) for one in changes.silences],
        "gone": [one.id for one in changes.gone],
        "cut": list(changes.cut),
    }


def _talk_change(change: TalkChange) -> Object:
    steps: list[Value] = [
        {"step": step.kind.value, "day": step.day, "record": step.row.id, "date": step.date}
        for step in change.steps
    ]
    return {"talk": joined_talk_object(change.talk), "is_new": change.is_new, "steps": steps}


def _claim_change(change: ClaimChange) -> Object:
    steps: list[Value] = [
        {
            "move": step.move.value,
            "by": step.by.id,
            "date": step.when.edtf,
            "cites": [
                {"document": cite.document.id, "evidence": evidence_object(cite.evidence)}
                for cite in step.cites
            ],
        }
        for step in change.steps
    ]
    return {"claim": dispute_object(change.dispute), "is_new": change.is_new, "steps": steps}


class _Lines:
    def __init__(self, changes: Changes, names: Names, most: int) -> None:
        self.changes, self.names, self.most = changes, names, most

    def words(self, key: str, **values: object) -> str:
        return _WORDS[key][self.names.language is Language.EN].format(**values)

    def all(self) -> Iterator[str]:
        changes = self.changes
        since = changes.since[:16].replace("T", " ")
        yield self.words("title", since=since, n=len(changes.documents))
        new = [one for one in changes.talks if one.is_new]
        moved = [one for one in changes.moved_talks if not one.is_new]
        rest = [one for one in changes.talks if not one.is_new and not one.is_moved]
        yield from self.section("new_talks", map(self.talk, new))
        yield from self.section("moved_talks", map(self.talk, moved))
        yield from self.section("told_talks", map(self.talk, rest))
        yield from self.section("disputes", map(self.claim, changes.disputes))
        claims = [one for one in changes.claims if one.is_new and not one.is_denied]
        yield from self.section("new_claims", map(self.claim, claims))
        yield from self.section("shifts", map(self.shift, changes.shifts))
        yield from self.section("due", map(self.promise, changes.due), n=changes.ahead)
        yield from self.section("overdue", map(self.promise, changes.overdue))
        yield from self.section("broken", map(self.promise, changes.broken))
        yield from self.section("silences", map(self.silence, changes.silences))
        if changes.gone:
            yield from self.section("gone", (f"  {one.id}" for one in changes.gone))

    def section(self, key: str, lines: Iterable[str], **values: object) -> Iterator[str]:
        found = list(lines)
        yield ""
        yield f"{self.words(key, **values)}: {len(found) or self.words('none')}"
        yield from found[: self.most]
        if len(found) > self.most:
            yield f"  {self.words('more', n=len(found) - self.most)}"

    def talk(self, change: TalkChange) -> str:
        talk, language = change.talk, self.names.language
        parties = who(talk, self.names)
        place = talk.places[0].text(language) if talk.places else ""
        status = label(talk.status, language)
        head = (
            f"  {talk.date or UNKNOWN}  {parties}  {place}  {label(talk.form, language)}: {status}"
        )
        last = change.steps[-1]
        return f"{head}\n   {self.cited([last.evidence])} {self.source(last.document)} {talk.id}"

    def claim(self, change: ClaimChange) -> str:
        dispute, names = change.dispute, self.names
        head = f"  {plain(dispute.claim.record.what)}"
        lines = [head]
        for step in change.steps[:4]:
            cite = step.cites[0]
            by = (
                step.by.text(names.language)
                if step.by.ja or step.by.en
                else names.voice(step.by.id)
            )
            move = label(step.move, names.language)
            lines.append(
                f"    {step.when.edtf or UNKNOWN} {by} {move}{self.cited([cite.evidence])} "
                f"{self.source(cite.document)}"
            )
        return "\n".join([*lines[:1], *lines[1:], f"    {dispute.id}"])

    def shift(self, shift: Shift) -> str:
        language = self.names.language
        before, after = shift.before, shift.after
        head = f"  {shift.party.text(language)} / {shift.issue.text(language)}"
        return "\n".join(
            (
                head,
                *(
                    f"    {stand.position.when.edtf or UNKNOWN} {stance_words(stand, self.names)}"
                    f"{self.cited([stand.position.evidence])} {self.source(stand.position.document)}"
                    for stand in (before, after)
                ),
            )
        )

    def promise(self, one: JoinedCommitment) -> str:
        row = one.rows[0]
        term = due_words(one, self.names.language)
        head = f"  {one.last_day or UNKNOWN} {term}  {one.party.text(self.names.language)}"
        return f"{head}{self.cited([row.evidence])} {self.source(row.document)} {one.id}"

    def silence(self, one: Silence) -> str:
        who = one.who.text(self.names.language)
        return "  " + self.words("silent", who=who, last=one.last, days=one.days)

    def cited(self, evidence: Iterable[Evidence]) -> str:
        return "".join(f" 「{plain(one.exact)}」" for one in evidence)

    def source(self, document: DocumentFacts) -> str:
        return plain(document.publisher or PurePosixPath(document.name).name)


def change_lines(changes: Changes, names: Names, most: int) -> Iterator[str]:
    """Yield what changed, section by section, at most so many of each."""
    yield from _Lines(changes, names, most).all()
