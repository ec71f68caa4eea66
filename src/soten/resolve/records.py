"""Findings of one document made into records with evidence and stable ids."""

from __future__ import annotations

from soten.extract.findings import (
    ClaimFinding,
    CommitmentFinding,
    ControlFinding,
    EventFinding,
    FigureFinding,
    Findings,
    PositionFinding,
    SideFinding,
    StatementFinding,
    TalkFinding,
    WordingFinding,
)
from soten.extract.repeats import repeats_of
from soten.japanese.analysis import Analysis
from soten.records import (
    Assertion,
    Claim,
    Commitment,
    Control,
    DateMention,
    Event,
    Evidence,
    Figure,
    Mention,
    Position,
    Record,
    Span,
    Speaker,
    Statement,
    Talk,
    Wording,
    record_id,
)
from soten.resolve.actors import ids_of


def records_of(document: str, analysis: Analysis, findings: Findings) -> tuple[Record, ...]:
    """Return the records of a document in the order of its text, mentions and dates first."""
    return _Resolver(document, analysis, findings).run()


class _Resolver:
    def __init__(self, document: str, analysis: Analysis, findings: Findings) -> None:
        self.document, self.analysis, self.findings = document, analysis, findings
        self.ids = ids_of(document, analysis.cast)
        self.used: dict[str, int] = {}

    def run(self) -> tuple[Record, ...]:
        found = self.findings
        ids = [self._statement_id(s) for s in found.statements]
        repeats = repeats_of(found.statements, self.analysis.text)
        statements = [
            self._statement(s, id, None if first is None else ids[first])
            for s, id, first in zip(found.statements, ids, repeats, strict=True)
        ]
        layers: list[Record] = [
            *self._mentions(),
            *self._dates(),
            *statements,
            *(self._talk(t) for t in found.talks),
            *(self._figure(f) for f in found.figures),
            *(self._position(p, ids) for p in found.positions),
            *(self._claim(c) for c in found.claims),
            *(self._commitment(c) for c in found.commitments),
            *(self._event(e) for e in found.events),
            *(self._wording(w) for w in found.wordings),
        ]
        return tuple(layers)

    def _evidence(self, span: Span) -> Evidence:
        return Evidence.cut(self.document, self.analysis.text, span)

    def _id(self, kind: str, span: Span, *key: object) -> str:
        """Make an id; equal findings of one place are told apart by their order."""
        made = record_id(kind, self.document, span.start, span.end, *key)
        count = self.used.get(made, 0)
        self.used[made] = count + 1
        return made if not count else record_id(kind, made, count)

    def _who(self, key: str) -> str:
        """Return the id of whom a finding names by key; what is no member comes back as it is."""
        return self.ids.get(key, key)

    def _maybe(self, key: str | None) -> str | None:
        return None if key is None else self._who(key)

    def _speaker(self, speaker: Speaker | None) -> Speaker | None:
        if speaker is None or speaker.entity is None:
            return speaker
        return Speaker(entity=self._who(speaker.entity))

    def _mentions(self) -> list[Mention]:
        return [
            Mention(self._evidence(Span(n.start, n.end)), self._who(n.member))
            for n in self.analysis.names
        ]

    def _dates(self) -> list[DateMention]:
        return [
            DateMention(self._evidence(Span(t.start, t.end)), t.edtf) for t in self.analysis.times
        ]

    def _statement_id(self, s: StatementFinding) -> str:
        return self._id("statement", s.content, s.speaker.key if s.speaker else None)

    def _statement(self, s: StatementFinding, id: str, repeats: str | None) -> Statement:
        return Statement(
            id,
            self._evidence(s.content),
            self._speaker(s.speaker),
            s.act,
            s.quote,
            s.issues,
            s.date,
            self._maybe(s.to),
            tuple(map(self._who, s.via)),
            s.rule,
            repeats,
        )

    def _talk(self, t: TalkFinding) -> Talk:
        return Talk(
            self._id("talk", t.span, t.date, t.form.value),
            self._evidence(t.span),
            tuple(map(self._who, t.participants)),
            t.form,
            t.status,
            self._maybe(t.place),
            t.date,
            t.outcome,
            tuple(self._evidence(span) for span in t.mentions),
            t.rule,
            t.round,
            t.moved_from,
            t.moved_to,
        )

    def _figure(self, f: FigureFinding) -> Figure:
        made = self._id("figure", f.span)
        by = self._maybe(f.by)
        return Figure(
            made, self._evidence(f.span), f.value, f.bound, f.unit, f.max, f.what, by, f.rule
        )

    def _position(self, p: PositionFinding, statements: list[str]) -> Position:
        return Position(
            self._id("position", p.span, p.party, p.issue, p.stance.value),
            self._evidence(p.span),
            self._who(p.party),
            p.issue,
            p.stance,
            p.what,
            p.date,
            statements[p.statement] if p.statement is not None else None,
            p.rule,
        )

    def _claim(self, c: ClaimFinding) -> Claim:
        first = (c.asserted or c.denied)[0]
        return Claim(
            self._id("claim", first.span, first.by),
            self._evidence(first.span),
            c.what,
            tuple(self._assertion(side) for side in c.asserted),
            tuple(self._assertion(side) for side in c.denied),
            (),
            c.rule,
            tuple(self._assertion(side) for side in c.unconfirmed),
            tuple(map(self._control, c.control)),
        )

    def _assertion(self, side: SideFinding) -> Assertion:
        via = tuple(map(self._who, side.via))
        return Assertion(self._who(side.by), self._evidence(side.span), side.date, via)

    def _control(self, c: ControlFinding) -> Control:
        place, holder = self._who(c.place), self._maybe(c.holder)
        return Control(place, c.hold, holder, c.share, c.part)

    def _commitment(self, c: CommitmentFinding) -> Commitment:
        return Commitment(
            self._id("commitment", c.span, c.party),
            self._evidence(c.span),
            self._who(c.party),
            c.what,
            c.start,
            c.end,
            c.condition,
            c.status,
            c.rule,
        )

    def _event(self, e: EventFinding) -> Event:
        return Event(
            self._id("event", e.span, e.type.value),
            self._evidence(e.span),
            e.type,
            self._maybe(e.actor),
            self._maybe(e.target),
            self._maybe(e.place),
            e.date,
            e.rule,
        )

    def _wording(self, w: WordingFinding) -> Wording:
        made = self._id("wording", w.span, w.concept)
        return Wording(
            made, self._evidence(w.span), w.concept, w.whose, w.voice, self._maybe(w.by), w.rule
        )
