"""What a ledger made of a crowd, beside the truth: which records tell of what, which are one thing.

A record tells of the thing whose marks its evidence covers most of; one that covers marks of two
things well is mixed: the reader took two for one, and no join can be right with it. One that covers
no mark of its kind is the reader's own, and is one with those of the same sentence in copies of the
story. Pairs are counted by contingency (how many records of one thing are in
one group), so that a million pairs cost no more than the records.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.crowd.documents import TRUTH, Family
from bench.crowd.passages import Mark
from soten.records import Claim, Commitment, Figure, Mention, Record, Span, Story, Talk
from soten.resolve.joining import story_id
from soten.store import Ledger, Selection

KINDS = {
    "story": "families",
    "talk": "talks",
    "claim": "claims",
    "figure": "series",
    "commitment": "promises",
    "actor": "actors",
}
"""What is judged, by the kind of the ledger's groups."""
_MARKED = {"talk": "talk", "claim": "claim", "figure": "series", "commitment": "commitment"}
_AT_A_TIME = 500
_MIXED = 0.3
"""A record is mixed that shares so much with a second thing, as a part of what it shares with the first."""


@dataclass(frozen=True, slots=True)
class Told:
    """The truth of one document."""

    name: str
    stories: tuple[Family, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that the ledger grouped, with what it is in truth.

    `is_own`: the reader's own find, of a sentence that tells of nothing of its kind. `is_mixed`: of
    several things.
    """

    item: str
    group: str
    truth: str
    document: str
    span: Span
    is_own: bool = False
    is_mixed: bool = False


@dataclass(slots=True)
class Judged:
    """All units of one kind, and how many mentions the reader missed, by what they tell of."""

    kind: str
    units: list[Unit] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise agreement: of pairs in one group, how many are one thing, and the other way."""

    together: int
    grouped: int
    true: int

    @property
    def precision(self) -> float:
        """The share of grouped pairs that are one thing."""
        return self.together / self.grouped if self.grouped else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs that are one thing and are grouped."""
        return self.together / self.true if self.true else 1.0


def read_truth(folder: Path) -> dict[str, Told]:
    """Return the truth of a crowd's documents by the names of their files."""
    found: dict[str, Told] = {}
    with (folder / TRUTH).open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            stories = tuple(Family(**story) for story in told["stories"])
            marks = tuple(Mark(**mark) for mark in told["marks"])
            found[told["name"]] = Told(told["name"], stories, marks)
    return found


def joined_alone(judged: Judged) -> Score:
    """Return how well found records are joined; what the reader invented or mixed is left out.

    >>> pairs = [("a", "x"), ("a", "x"), ("b", "x"), ("b", "y")]
    >>> units = [Unit(f"{n}", group, truth, "d", Span(n, n + 1)) for n, (group, truth) in enumerate(pairs)]
    >>> joined_alone(Judged("talk", units))
    Score(together=1, grouped=2, true=3)
    """
    units = (unit for unit in judged.units if not unit.is_own and not unit.is_mixed)
    return _score(((unit.group, unit.truth) for unit in units), Counter())


def end_to_end(judged: Judged) -> Score:
    """Return how well the crowd is told, reading errors with it.

    A mention is found once a document; what the reader missed stands alone.
    """
    first: dict[tuple[str, str], str] = {}
    pairs: list[tuple[str, str]] = []
    for unit in judged.units:
        if unit.is_own:
            pairs.append((unit.group, unit.truth))
        elif first.setdefault((unit.document, unit.truth), unit.group) == unit.group:
            continue
    pairs += [(group, truth) for (_, truth), group in first.items()]
    return _score(pairs, judged.missed)


def _score(pairs: Iterable[tuple[str, str]], missed: Mapping[str, int]) -> Score:
    cells = Counter(pairs)
    groups: Counter[str] = Counter()
    truths: Counter[str] = Counter(missed)
    for (group, truth), count in cells.items():
        groups[group] += count
        truths[truth] += count
    return Score(*(sum(n * (n - 1) // 2 for n in c.values()) for c in (cells, groups, truths)))


def judge(ledger: Ledger, truth: Mapping[str, Told]) -> dict[str, Judged]:
    """Return what the ledger made of each kind of thing."""
    found = {kind: Judged(kind) for kind in KINDS}
    documents = {d.id: (Path(d.name).name, d) for d in ledger.documents()}
    told = {id: truth[name] for id, (name, _) in documents.items()}
    stories = {id: d.stories or () for id, (_, d) in documents.items()}
    _judge_stories(ledger, found["story"], told, stories)
    for part in _parts(list(documents)):
        _judge_records(ledger, found, {id: told[id] for id in part})
    return found


def _parts(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), _AT_A_TIME):
        yield tuple(ids[start : start + _AT_A_TIME])


def _judge_stories(
    ledger: Ledger,
    judged: Judged,
    told: Mapping[str, Told],
    stories: Mapping[str, Sequence[Story]],
) -> None:
    whole: dict[str, tuple[str, str | None, Span]] = {}
    for id, truth in told.items():
        spans = [story.span for story in stories[id]]
        families = set()
        for number, span in enumerate(spans):
            family = _covered(span, truth.stories)
            families.add(family)
            whole[story_id(id, number)] = (id, family, span)
        judged.missed.update(s.id for s in truth.stories if s.id not in families)
    groups = ledger.group_of(judged.kind, whole)
    for item, (id, family, span) in whole.items():
        group, of = groups.get(item, item), family or f"own:{item}"
        judged.units.append(Unit(item, group, of, id, span, is_own=family is None))


def _covered(span: Span, stories: Sequence[Family]) -> str | None:
    """Return the family of the story that a span covers most of; both must be nearly the same."""
    shared = {s.id: min(span.end, s.end) - max(span.start, s.start) for s in stories}
    best = max(shared, key=lambda id: shared[id])
    return best if shared[best] > (span.end - span.start) * 0.6 else None


def _judge_records(ledger: Ledger, found: dict[str, Judged], told: Mapping[str, Told]) -> None:
    """Judge the records of some documents."""
    kinds = (*_MARKED, "mention")
    held: dict[str, list[Record]] = defaultdict(list)
    for stored in ledger.records(Selection(kinds=kinds, documents=tuple(told))):
        held[stored.record.kind].append(stored.record)
    for kind, marked in _MARKED.items():
        groups = ledger.group_of(kind, [_id(record) for record in held[kind]])
        tell: dict[str, set[str]] = defaultdict(set)
        for record in held[kind]:
            document = record.evidence.document
            group = groups.get(_id(record), _id(record))
            unit = _unit(record, group, told[document].marks, marked)
            found[kind].units.append(unit)
            if not unit.is_own:
                tell[document].add(unit.truth)
        for document, truths in told.items():
            all_told = {mark.id for mark in truths.marks if mark.kind == marked}
            found[kind].missed.update(all_told - tell[document])
    _judge_actors(ledger, found["actor"], held["mention"], told)


def _unit(record: Record, group: str, marks: Sequence[Mark], kind: str) -> Unit:
    """Return a record with what it tells of: the thing that it shares most characters with."""
    document, span = record.evidence.document, record.evidence.span
    shared = _shared(list(_places(record)), marks, kind)
    if shared:
        (truth, most), *others = shared.most_common()
        mixed = bool(others) and others[0][1] > most * _MIXED
        return Unit(_id(record), group, truth, document, span, is_mixed=mixed)
    own = _shared([span], marks, "sentence").most_common(1)
    truth = own[0][0] if own else f"own:{_id(record)}"
    return Unit(_id(record), group, truth, document, span, is_own=True)


def _shared(places: Sequence[Span], marks: Sequence[Mark], kind: str) -> Counter[str]:
    """Return how many characters places share with the marks of each thing."""
    shared: Counter[str] = Counter()
    for span in places:
        for mark in marks:
            both = min(span.end, mark.end) - max(span.start, mark.start)
            if mark.kind == kind and both > 0:
                shared[mark.id] += both
    return shared


def _judge_actors(
    ledger: Ledger, judged: Judged, mentions: Sequence[Record], told: Mapping[str, Told]
) -> None:
    """Judge who is taken for whom: each actor a document names, once a person or place."""
    named = [mention for mention in mentions if isinstance(mention, Mention)]
    groups = ledger.group_of("actor", {mention.entity for mention in named})
    seen: set[tuple[str, str, str]] = set()
    tell: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        document, span = mention.evidence.document, mention.evidence.span
        truth = _named(span, told[document].marks)
        if truth is None or (document, mention.entity, truth) in seen:
            continue
        seen.add((document, mention.entity, truth))
        tell[document].add(truth)
        group = groups.get(mention.entity, mention.entity)
        judged.units.append(Unit(mention.entity, group, truth, document, span))
    for document, truths in told.items():
        all_told = {mark.id for mark in truths.marks if mark.kind == "actor"}
        judged.missed.update(all_told - tell[document])


def _named(span: Span, marks: Sequence[Mark]) -> str | None:
    """Return whose name stands nearly where the span is: 国防省 of a state is not the state."""
    for mark in marks:
        both = min(span.end, mark.end) - max(span.start, mark.start)
        whole = max(span.end, mark.end) - min(span.start, mark.start)
        if mark.kind == "actor" and both > whole * 0.85:
            return mark.id
    return None


def _id(record: Record) -> str:
    """Return the id of a record of a kind that has one."""
    if not isinstance(record, Talk | Claim | Figure | Commitment):
        raise TypeError(f"{record.kind} is not judged")
    return record.id


def _places(record: Record) -> Iterator[Span]:
    """Yield the places of a document that a record rests on."""
    yield record.evidence.span
    if isinstance(record, Talk):
        yield from (evidence.span for evidence in record.mentions)
    if isinstance(record, Claim):
        yield from (side.evidence.span for side in record.sides)
