"""Which records match which annotations, kind by kind, within one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from soten.evaluation.gold import (
    Gold,
    GoldClaim,
    GoldCommitment,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldPosition,
    GoldSide,
    GoldStatement,
    GoldTalk,
)
from soten.evaluation.matching import (
    G,
    S,
    compatible_dates,
    half_overlap,
    overlap,
    pairs,
    same_date,
    same_number,
    same_speaker,
)
from soten.evaluation.readings import ReadDocument
from soten.records import (
    Assertion,
    Claim,
    Commitment,
    DateMention,
    Event,
    Figure,
    Position,
    Statement,
    Talk,
)

Named = tuple[str, str]
"""An entity id and a form it is named by."""


@dataclass(frozen=True, slots=True)
class KindPairing(Generic[G, S]):
    """The items of one kind, how well two of them fit (0: not), and how to show them."""

    gold: Sequence[G]
    system: Sequence[S]
    fits: Callable[[G, S], float]
    show_gold: Callable[[G], tuple[str, str]]
    show_system: Callable[[S], tuple[str, str]]


class Pairing:
    """The annotations and the reading of one document, entities mapped onto each other."""

    def __init__(self, gold: Gold, reading: ReadDocument) -> None:
        self.gold = gold
        self.reading = reading
        self.forms: dict[str, set[str]] = {}
        for mention in reading.mentions:
            self.forms.setdefault(mention.entity, set()).add(mention.evidence.exact)
        self.annotated = self._map_entities()

    def _map_entities(self) -> dict[str, str]:
        """Map ids of the reading onto annotated ids by shared forms, else by being the same id."""
        gold, system = self.gold.entities, sorted(self.forms)
        found = pairs(gold, system, lambda g, s: len(g.aliases & self.forms[s]))
        mapped = {system[j]: gold[i].id for i, j in found}
        known = {entity.id for entity in gold}
        return {s: s for s in system if s in known} | mapped

    def who(self, entity: str | None) -> str | None:
        """Return the annotated id of an entity of the reading, or its own where none is known."""
        return self.annotated.get(entity, entity) if entity else None

    def mentions(self) -> KindPairing[Named, Named]:
        """An entity and a form, each counted once a document."""
        gold = [(e.id, form) for e in self.gold.entities for form in sorted(e.aliases)]
        system = [
            (self.annotated.get(entity, entity), form)
            for entity in self.forms
            for form in sorted(self.forms[entity])
        ]
        return KindPairing(
            gold, system, lambda g, s: float(g == s), lambda g: g[::-1], lambda s: s[::-1]
        )

    def dates(self) -> KindPairing[GoldDate, DateMention]:
        """The same words and the same days."""
        return KindPairing(
            self.gold.dates,
            self.reading.dates,
            lambda g, r: half_overlap(g.span, r.evidence.span) * same_date(g.edtf, r.edtf),
            lambda g: (g.text, g.edtf),
            lambda r: (r.evidence.exact, r.edtf),
        )

    def statements(self) -> KindPairing[GoldStatement, Statement]:
        """The same words by the same speaker; the same act makes a better fit."""

        def fits(g: GoldStatement, r: Statement) -> float:
            shared = half_overlap(g.span, r.evidence.span)
            entity = self.who(r.speaker.entity) if r.speaker else None
            if not shared or not same_speaker(g.speaker, r.speaker, entity):
                return 0.0
            return shared + 0.1 * (g.act == r.act)

        return self._statements(fits)

    def statements_found(self) -> KindPairing[GoldStatement, Statement]:
        """The same words, whoever speaks."""
        return self._statements(lambda g, r: half_overlap(g.span, r.evidence.span))

    def _statements(
        self, fits: Callable[[GoldStatement, Statement], float]
    ) -> KindPairing[GoldStatement, Statement]:
        return KindPairing(
            self.gold.statements,
            self.reading.statements,
            fits,
            lambda g: (g.text, f"{g.speaker} {g.act} {' '.join(sorted(g.issues))}"),
            lambda r: (r.evidence.exact, f"{_speaker(r)} {r.act} {' '.join(r.issues)} [{r.rule}]"),
        )

    def talks(self) -> KindPairing[GoldTalk, Talk]:
        """Two shared participants (or all there are) and dates that fit."""

        def fits(g: GoldTalk, r: Talk) -> float:
            shared = len(g.participants & {self.who(p) for p in r.participants})
            enough = shared >= min(2, len(g.participants))
            return float(shared) if enough and compatible_dates(g.date, r.date) else 0.0

        return KindPairing(
            self.gold.talks,
            self.reading.talks,
            fits,
            lambda g: (g.text, f"{' '.join(sorted(g.participants))} {g.date} {g.status}"),
            lambda r: (
                r.evidence.exact,
                f"{' '.join(r.participants)} {r.date} {r.status} [{r.rule}]",
            ),
        )

    def figures(self) -> KindPairing[GoldFigure, Figure]:
        """The same words, value and unit; any unit fits where the annotation says `other`."""

        def fits(g: GoldFigure, r: Figure) -> float:
            same = same_number(g.value, r.value) and g.unit in (r.unit, "other")
            return half_overlap(g.span, r.evidence.span) if same else 0.0

        return KindPairing(
            self.gold.figures,
            self.reading.figures,
            fits,
            lambda g: (g.text, f"{g.value:g} {g.unit}"),
            lambda r: (r.evidence.exact, f"{r.value:g} {r.unit} [{r.rule}]"),
        )

    def positions(self) -> KindPairing[GoldPosition, Position]:
        """The same party, issue and stance, each counted once a document."""
        system = {(self.who(p.party), p.issue, p.stance): p for p in self.reading.positions}

        def fits(g: GoldPosition, r: Position) -> float:
            return float((g.party, g.issue, g.stance) == (self.who(r.party), r.issue, r.stance))

        return KindPairing(
            self.gold.positions,
            list(system.values()),
            fits,
            lambda g: (g.text, f"{g.party} {g.issue} {g.stance}"),
            lambda r: (r.evidence.exact, f"{r.party} {r.issue} {r.stance} [{r.rule}]"),
        )

    def claims(self) -> KindPairing[GoldClaim, Claim]:
        """An annotated side (denials only where nobody asserts) told by the same one."""

        def fits(g: GoldClaim, r: Claim) -> float:
            return self._best(g.asserted or g.denied, r.asserted + r.denied)

        return KindPairing(self.gold.claims, self.reading.claims, fits, _gold_claim, _claim)

    def disputes(self) -> KindPairing[GoldClaim, Claim]:
        """Claims with both sides, each side told by the same one."""

        def fits(g: GoldClaim, r: Claim) -> float:
            asserted = self._best(g.asserted, r.asserted)
            denied = self._best(g.denied, r.denied)
            return asserted + denied if asserted and denied else 0.0

        return KindPairing(
            [claim for claim in self.gold.claims if claim.asserted and claim.denied],
            [claim for claim in self.reading.claims if claim.asserted and claim.denied],
            fits,
            _gold_claim,
            _claim,
        )

    def _best(self, gold: Iterable[GoldSide], system: Sequence[Assertion]) -> float:
        return max(
            (
                half_overlap(wanted.span, found.evidence.span)
                for wanted in gold
                for found in system
                if wanted.by.startswith("anonymous:") or wanted.by == self.who(found.by)
            ),
            default=0.0,
        )

    def commitments(self) -> KindPairing[GoldCommitment, Commitment]:
        """The same party and end; words in common are needed only where no end is annotated."""

        def fits(g: GoldCommitment, r: Commitment) -> float:
            shared = overlap(g.span, r.evidence.span)
            same = self.who(r.party) == g.party and compatible_dates(g.end, r.end)
            return 1 + shared if same and (shared > 0 or g.end) else 0.0

        return KindPairing(
            self.gold.commitments,
            self.reading.commitments,
            fits,
            lambda g: (g.text, f"{g.party} until {g.end}"),
            lambda r: (r.evidence.exact, f"{r.party} until {r.end} [{r.rule}]"),
        )

    def events(self) -> KindPairing[GoldEvent, Event]:
        """The same words and type."""
        return KindPairing(
            self.gold.events,
            self.reading.events,
            lambda g, r: half_overlap(g.span, r.evidence.span) * (g.type == r.type),
            lambda g: (g.text, g.type),
            lambda r: (r.evidence.exact, f"{r.type} [{r.rule}]"),
        )


def _speaker(statement: Statement) -> str:
    return statement.speaker.key if statement.speaker else "-"


def _gold_claim(claim: GoldClaim) -> tuple[str, str]:
    sides = [f"+{side.by}「{side.text}」" for side in claim.asserted]
    sides += [f"-{side.by}「{side.text}」" for side in claim.denied]
    return claim.what, " ".join(sides)


def _claim(claim: Claim) -> tuple[str, str]:
    sides = [f"+{side.by}「{side.evidence.exact}」" for side in claim.asserted]
    sides += [f"-{side.by}「{side.evidence.exact}」" for side in claim.denied]
    return claim.what, " ".join([*sides, f"[{claim.rule}]"])
