"""Precision, recall and F1 a kind, over any number of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from soten.evaluation.gold import Gold
from soten.evaluation.matching import G, S, same_date
from soten.evaluation.matching import pairs as matched
from soten.evaluation.pairing import KindPairing, Pairing
from soten.evaluation.readings import ReadDocument


class Measure(StrEnum):
    """What is measured; `statement_found` leaves the speaker out, `dispute` needs a denial."""

    MENTION = "mention"
    DATE = "date"
    STATEMENT = "statement"
    TALK = "talk"
    FIGURE = "figure"
    POSITION = "position"
    CLAIM = "claim"
    DISPUTE = "dispute"
    COMMITMENT = "commitment"
    EVENT = "event"
    STATEMENT_FOUND = "statement_found"


@dataclass(frozen=True, slots=True)
class Count:
    """How many items were right, annotated and reported."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.gold + other.gold, self.system + other.system)

    @property
    def precision(self) -> float:
        """The share of what was reported that is right; 0 where nothing was reported."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found; 0 where nothing was annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One annotated item that was missed, or one reported item that matches none."""

    document: str
    missed: bool
    words: str
    details: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated item and whether the reading has it; `occurrence` tells equal ones apart."""

    measure: Measure
    document: str
    words: str
    details: str
    occurrence: int
    right: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """What a reading is worth, measured on annotated documents."""

    kinds: dict[Measure, Count] = field(hash=False)
    acts: Count
    issues: Count
    talk_status: Count
    published: Count
    evidence_not_in_text: int
    documents: int
    differences: dict[Measure, tuple[Difference, ...]] = field(hash=False)
    items: tuple[Annotated, ...] = ()


@dataclass(slots=True)
class _Tally:
    kinds: dict[Measure, Count]
    differences: dict[Measure, list[Difference]]
    acts: Count = Count()
    issues: Count = Count()
    talk_status: Count = Count()
    published: Count = Count()
    wrong: int = 0
    documents: int = 0
    items: list[Annotated] = field(default_factory=list)


def score(documents: Iterable[tuple[Gold, ReadDocument]]) -> Scores:
    """Return the scores of readings against the annotations of the same documents."""
    tally = _Tally({m: Count() for m in Measure}, {m: [] for m in Measure})
    for gold, reading in documents:
        _add_document(tally, gold, reading)
    return Scores(
        kinds=tally.kinds,
        acts=tally.acts,
        issues=tally.issues,
        talk_status=tally.talk_status,
        published=tally.published,
        evidence_not_in_text=tally.wrong,
        documents=tally.documents,
        differences={m: tuple(found) for m, found in tally.differences.items()},
        items=tuple(tally.items),
    )


def _add_document(tally: _Tally, gold: Gold, reading: ReadDocument) -> None:
    pairing = Pairing(gold, reading)
    tally.documents += 1
    tally.wrong += reading.wrong_evidence()
    tally.published += Count(
        right=int(reading.known and same_date(reading.published, gold.published)), gold=1, system=1
    )
    _kind(tally, Measure.MENTION, pairing.mentions(), gold.document)
    _kind(tally, Measure.DATE, pairing.dates(), gold.document)
    _statements(tally, pairing, gold.document)
    _kind(tally, Measure.STATEMENT_FOUND, pairing.statements_found(), gold.document)
    _talks(tally, pairing, gold.document)
    _kind(tally, Measure.FIGURE, pairing.figures(), gold.document)
    _kind(tally, Measure.POSITION, pairing.positions(), gold.document)
    _kind(tally, Measure.CLAIM, pairing.claims(), gold.document)
    _kind(tally, Measure.DISPUTE, pairing.disputes(), gold.document)
    _kind(tally, Measure.COMMITMENT, pairing.commitments(), gold.document)
    _kind(tally, Measure.EVENT, pairing.events(), gold.document)


def _kind(
    tally: _Tally, measure: Measure, kind: KindPairing[G, S], document: str
) -> list[tuple[int, int]]:
    found = matched(kind.gold, kind.system, kind.fits)
    tally.kinds[measure] += Count(len(found), len(kind.gold), len(kind.system))
    right_gold, right_system = {i for i, _ in found}, {j for _, j in found}
    shown = [kind.show_gold(item) for item in kind.gold]
    seen: Counter[tuple[str, str]] = Counter()
    for at, (words, details) in enumerate(shown):
        tally.items.append(
            Annotated(measure, document, words, details, seen[words, details], at in right_gold)
        )
        seen[words, details] += 1
    differences = tally.differences[measure]
    differences += _left(kind.gold, right_gold, kind.show_gold, document, missed=True)
    differences += _left(kind.system, right_system, kind.show_system, document, missed=False)
    return found


def _left(
    items: Sequence[G],
    right: set[int],
    show: Callable[[G], tuple[str, str]],
    document: str,
    *,
    missed: bool,
) -> list[Difference]:
    return [
        Difference(document, missed, *show(item))
        for at, item in enumerate(items)
        if at not in right
    ]


def _statements(tally: _Tally, pairing: Pairing, document: str) -> None:
    kind = pairing.statements()
    for i, j in _kind(tally, Measure.STATEMENT, kind, document):
        gold, found = kind.gold[i], kind.system[j]
        tally.acts += Count(int(gold.act == found.act), 1, 1)
        issues = set(found.issues)
        tally.issues += Count(len(gold.issues & issues), len(gold.issues), len(found.issues))


def _talks(tally: _Tally, pairing: Pairing, document: str) -> None:
    kind = pairing.talks()
    for i, j in _kind(tally, Measure.TALK, kind, document):
        tally.talk_status += Count(int(kind.gold[i].status == kind.system[j].status), 1, 1)
