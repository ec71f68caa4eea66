"""Answers to questions, from records only: no sentence is made that the ledger does not hold.

What the question asks for becomes filters; rows come back with their evidence. Where nothing
answers, it is told which conditions, left out one at a time, would leave something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from soten.query.answers import ActorRow, Row, SourceRow
from soten.query.askedrecords import (
    KINDS,
    READ,
    TOLD,
    as_word,
    filters_of,
    newest_of,
    parties_of,
    rows_of,
    selections_of,
)
from soten.query.catalog import actor_rows, source_rows
from soten.query.courses import Course, courses
from soten.query.disputes import claims_among
from soten.query.filters import Selecting
from soten.query.naming import words_named
from soten.query.question import Part, Question, Sought
from soten.query.shifts import Shift, shifts
from soten.query.steps import Dispute
from soten.records import (
    Claim,
    Event,
    Position,
    Record,
    Statement,
    Talk,
    UsageError,
)
from soten.store import ActorCount, Label, Selection, parse_words

if TYPE_CHECKING:
    from soten.store import Ledger

Finding = Course | Row[Record] | Dispute | Shift | ActorRow | SourceRow
"""One line of an answer."""

_AS_RECORDS = (
    None,
    *(Sought.STATEMENTS, Sought.TALKS, Sought.FIGURES, Sought.COMMITMENTS),
    *(Sought.EVENTS, Sought.CHANGES),
)
"""What is sought of records themselves; the first is where nothing says what is sought."""

MOST_NEAR = 100
"""What would be found otherwise is counted up to this."""
_NEAR_AMONG = (MOST_NEAR + MOST_NEAR // 4, 4 * MOST_NEAR, READ)
"""Among so many records, the fewest first: some only repeat others."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a question would find without one of its conditions, or of another kind.

    `without` names what is left out; `kind` is the kind of record counted where the conditions
    stay and another kind is asked for. `is_cut` says that there are more than were counted.
    """

    count: int
    without: Part | None = None
    kind: str | None = None
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ledger holds on a question; `nearest` is told where that is nothing.

    `is_cut` says that there is more than is shown.
    """

    question: Question
    found: tuple[Finding, ...]
    nearest: tuple[Nearest, ...] = ()
    absent: tuple[str, ...] = ()
    """Names, as written, of actors and points that no record of the ledger names."""
    is_cut: bool = False
    labels: Mapping[str, Label] = field(default_factory=dict, hash=False)
    """What to call the actors of the question."""


def answer(ledger: Ledger, question: Question, *, limit: int = 20) -> Answer:
    """Return what the ledger holds on a question, the newest first, at most `limit` lines.

    A question of which nothing was understood finds nothing.
    """
    if not question.understood:
        return Answer(question, ())
    with ledger.one_state():
        labels = ledger.labels(id for part in _ACTORS for id in question.ids(part))
        absent = _absent(question, labels, ledger.issue_ids())
        asked = Selecting(ledger)
        found = [] if absent else list(islice(_found(asked, question, limit + 1), limit + 1))
        nearest = () if found else _nearest(asked, question, absent)
    return Answer(question, tuple(found[:limit]), nearest, absent, len(found) > limit, labels)


_ACTORS = (Part.PARTY, Part.TO, Part.PLACE, Part.TOPIC)


def _absent(
    question: Question, actors: Collection[str], points: Collection[str]
) -> tuple[str, ...]:
    """Return the names of whom the ledger does not know, and of points that it has nothing on."""
    return tuple(
        piece.words
        for piece in question.understood
        if (piece.part in _ACTORS and piece.id not in actors)
        or (piece.part is Part.ISSUE and piece.id not in points)
    )


def _found(asked: Selecting, question: Question, wanted: int) -> Iterator[Finding]:
    """Yield what answers a question; of records the newest `wanted`, if there are so many."""
    ledger = asked.ledger
    match question.sought:
        case Sought.POSITIONS:
            yield from _courses(ledger, question)
        case Sought.SHIFTS:
            yield from _shifts(ledger, question)
        case Sought.DISPUTES:
            yield from _disputes(asked, question, wanted)
        case Sought.ACTORS:
            yield from _actors(asked, question)
        case Sought.SOURCES:
            ids = list(dict.fromkeys(row.document.id for row in rows_of(asked, question)))
            facts = ledger.facts(ids)
            yield from source_rows(ledger, [facts[id] for id in ids])
        case Sought.PLACES:
            yield from (row for row in rows_of(asked, question) if _place(row.record) is not None)
        case _:  # what is sought of records themselves (`_AS_RECORDS`)
            yield from rows_of(asked, question, wanted)


def _place(record: Record) -> str | None:
    return record.place if isinstance(record, Talk | Event) else None


def _near(asked: Selecting, question: Question) -> int:
    """Return how much a question finds, counted to `MOST_NEAR`."""
    if question.sought in _AS_RECORDS:
        ids = _ids_of_records(asked, question)
    elif question.sought is Sought.DISPUTES:
        ids = _ids_of_disputes(asked, question)
    else:
        return sum(1 for _ in islice(_found(asked, question, MOST_NEAR), MOST_NEAR))
    found: set[str] = set()
    while len(found) < MOST_NEAR and (id := next(ids, None)) is not None:
        found.add(id)
    return len(found)


def _ids_of_records(asked: Selecting, question: Question) -> Iterator[str]:
    for selection in selections_of(asked, question):
        kept = newest_of(asked.ledger, question, selection, _NEAR_AMONG, MOST_NEAR)
        yield from (stored.id for stored in kept)


def _ids_of_disputes(asked: Selecting, question: Question) -> Iterator[str]:
    for claims in _denied(asked, question):
        yield from asked.ledger.some_groups(Claim.kind, claims, MOST_NEAR)


def _denied(asked: Selecting, question: Question) -> Iterator[Selection]:
    """Yield what lets through the claims asked for that somebody denies."""
    for filter in filters_of(asked.ledger, question, Claim.kind, question.ids(Part.PARTY)):
        yield replace(asked.by(filter), is_denied=True)


def _courses(ledger: Ledger, question: Question) -> Iterator[Course]:
    parties = parties_of(ledger, question)
    stances = {stance for ids in question.ids(Part.STANCE) for stance in ids.split("|")}
    made = [
        course
        for filter in filters_of(ledger, question, Position.kind, tuple(parties))
        for course in courses(ledger, filter)
        if not parties or course.party.id in parties or course.party.side in parties
    ]
    for course in made:
        speaker = parties.get(course.party.id)
        kept = tuple(
            stand
            for stand in course.stands
            if (speaker is None or (stand.speaker is not None and stand.speaker.id == speaker))
            and (not stances or stand.stance.value in stances)
        )
        if kept:
            yield course if kept == course.stands else replace(course, stands=kept)


def _shifts(ledger: Ledger, question: Question) -> Iterator[Shift]:
    parties = parties_of(ledger, question)
    since, until = question.since, question.until
    for filter in filters_of(ledger, question, Position.kind, tuple(parties)):
        for shift in shifts(ledger, replace(filter, since=None), since=since).rows:
            if until is None or shift.after.first_day <= until:
                yield shift


def _disputes(asked: Selecting, question: Question, wanted: int) -> Iterator[Dispute]:
    seen: set[str] = set()
    for claims in _denied(asked, question):
        for found in claims_among(asked.ledger, claims, limit=wanted).rows:
            if found.claim.id not in seen:
                seen.add(found.claim.id)
                yield found


def _actors(asked: Selecting, question: Question) -> Iterator[ActorRow]:
    """Yield who speaks or holds a position on what is asked, those who do most often first."""
    counts: Counter[str] = Counter()
    documents: dict[str, set[str]] = {}
    for row in rows_of(asked, question):
        who = _who(row.record)
        if who is not None:
            counts[who] += 1
            documents.setdefault(who, set()).add(row.document.id)
    ranked = sorted(counts, key=lambda id: (-counts[id], id))
    known = asked.ledger.labels(ranked)
    told = [ActorCount(id, counts[id], len(documents[id])) for id in ranked if id in known]
    yield from actor_rows(asked.ledger, told)


def _who(record: Record) -> str | None:
    if isinstance(record, Statement):
        return None if record.speaker is None else record.speaker.entity
    return record.party if isinstance(record, Position) else None


def _nearest(asked: Selecting, question: Question, absent: Sequence[str]) -> tuple[Nearest, ...]:
    """Return what would be found without one condition, as other kinds, and in documents' words.

    A condition with a name that the ledger does not know must be the one left out.
    """
    found: list[Nearest] = []
    parts = dict.fromkeys(p.part for p in question.understood if p.part is not Part.SOUGHT)
    for part in parts:
        fewer = without_part(question, part)
        is_known = not any(piece.words in absent for piece in fewer.understood)
        if not fewer.understood or not is_known:
            continue
        if count := _near(asked, fewer):
            found.append(Nearest(count, without=part, is_cut=count == MOST_NEAR))
    if not absent:
        found += _other_kinds(asked, question)
    if count := _documents(asked.ledger, question):
        found.append(Nearest(count, kind="document", is_cut=count == MOST_NEAR))
    return tuple(found)


def _documents(ledger: Ledger, question: Question) -> int:
    """Return how many documents hold the words of the question's names and points."""
    parts = (*_ACTORS, Part.ISSUE, Part.WORDS)
    said = [piece.words for piece in question.understood if piece.part in parts]
    plain = [as_word(words.replace('"', "")) for words in (*said, *question.unknown)]
    if not any(word.strip('" ') for word in plain):
        return 0
    try:
        words = words_named(ledger, parse_words(" ".join(plain)))
    except UsageError:
        return 0
    return len(ledger.documents_with(replace(words, latest=READ), limit=MOST_NEAR))


def without_part(question: Question, part: Part) -> Question:
    """Return a question without one of its conditions."""
    kept = tuple(piece for piece in question.understood if piece.part is not part)
    if part is Part.PERIOD:
        return replace(question, understood=kept, since=None, until=None)
    return replace(question, understood=kept)


def _other_kinds(asked: Selecting, question: Question) -> Iterator[Nearest]:
    """Yield how many records of other kinds a question lets through, counted to `MOST_NEAR`."""
    is_any = question.sought is Sought.SHIFTS
    kinds = [kind for kind in TOLD if is_any or kind not in KINDS[question.sought]]
    sides = question.ids(Part.PARTY)
    every = [
        asked.by(filter)
        for kind in kinds
        for filter in filters_of(asked.ledger, question, kind, sides)
    ]
    counts: Counter[str] = Counter()
    cut: set[str] = set()
    for selection in _together(every):
        for kind, (count, is_more) in asked.ledger.count_some(selection, MOST_NEAR).items():
            counts[kind] += count
            cut |= {kind} if is_more else set()
    for kind in kinds:
        if count := counts[kind]:
            is_cut = count > MOST_NEAR or kind in cut
            yield Nearest(min(count, MOST_NEAR), kind=kind, is_cut=is_cut)


def _together(selections: Iterable[Selection]) -> Iterator[Selection]:
    """Yield the selections that differ in kind alone as one of all these kinds."""
    kinds: dict[Selection, tuple[str, ...]] = {}
    for one in selections:
        others = replace(one, kinds=())
        kinds[others] = (*kinds.get(others, ()), *one.kinds)
    for others, told in kinds.items():
        yield replace(others, kinds=told)
