"""Positions in short, as comparing takes them: one saying of a party's voice on one occasion.

A saying is read off a record once (`sayings_of`), or back out of the ledger, where it is kept
(`saying_of`). Copies of one saying are one; which of two a party said later, and whether they speak
of one thing, is told here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.closeness import Closeness, closeness_of
from soten.query.objects import Shared, Wording, WordingReader
from soten.records import ActorType, Position, Stance, Statement
from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.records.joins import story_at, story_id
from soten.store import Selection, Trace

if TYPE_CHECKING:
    from soten.store import Ledger

COPY_DAYS = 7
"""Equal words of one party dated so many days apart are one saying; later ones are said again."""
COMPARED_DAYS = 365
"""Sayings farther apart than this are not compared: the talks they belong to are others."""
_A_MONTH = 31
_BATCH = 500

Key = tuple[str, str, str]


class Saying(NamedTuple):
    """What a party's voice said on a point on one occasion, by the ids of its records.

    `reports` are the positions that tell it, `id` the one that tells it best. `arrival` and `place`
    say where it stands: which document in order of arrival, which character.
    """

    id: str
    issue: str
    party: str
    stance: Stance
    first_day: str
    """The first day it may be of, `FIRST_DAY` where nothing tells."""
    last_day: str
    is_dated: bool
    """False where only its document says when."""
    document: str
    arrival: int
    place: int
    closeness: Closeness
    speaker: str | None
    statement: str | None
    repeats: str | None
    """The statement that the one it rests on says again."""
    story: str
    wording: Wording
    reports: tuple[str, ...]

    @property
    def key(self) -> Key:
        """Its place in order of time."""
        return self.first_day, self.last_day, self.id

    def is_before(self, other: Saying) -> bool:
        """Say whether it is surely of an earlier day than another.

        Where only their common document dates one of them, it is not.
        """
        if self.last_day >= other.first_day:
            return False
        return (self.is_dated and other.is_dated) or self.document != other.document

    def is_near(self, earlier: Saying) -> bool:
        """Say whether an earlier one is exactly dated, and of the same year of talks."""
        if days_between(earlier.first_day, earlier.last_day) > _A_MONTH:
            return False
        return days_between(earlier.last_day, self.first_day) <= COMPARED_DAYS


def saying_of(trace: Trace) -> Saying:
    """Return a saying that the ledger keeps."""
    told, _ = _JSON.raw_decode(trace.body)
    (document, place, stance, is_dated, closeness, speaker, statement, repeats, *wording) = told
    text, is_negative, kanji, names = wording
    return Saying(
        id=trace.id,
        issue=trace.issue,
        party=trace.party,
        stance=_STANCES[stance],
        first_day=trace.first,
        last_day=trace.last,
        is_dated=is_dated,
        document=document,
        arrival=trace.document,
        place=place,
        closeness=_CLOSENESS[closeness],
        speaker=speaker,
        statement=statement,
        repeats=repeats,
        story=trace.story,
        wording=Wording(text, is_negative, tuple(kanji), frozenset(names)),
        reports=(trace.id,),
    )


def trace_of(saying: Saying) -> Trace:
    """Return a saying as the ledger keeps it."""
    words = saying.wording
    told = [
        *(saying.document, saying.place, saying.stance.value, saying.is_dated),
        *(saying.closeness.value, saying.speaker, saying.statement, saying.repeats),
        *(words.text, words.is_negative, list(words.kanji), sorted(words.names)),
    ]
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Trace(
        id=saying.id,
        issue=saying.issue,
        party=saying.party,
        first=saying.first_day,
        last=saying.last_day,
        story=saying.story,
        body=body,
    )


_JSON = json.JSONDecoder()
_STANCES = {stance.value: stance for stance in Stance}
_CLOSENESS = {closeness.value: closeness for closeness in Closeness}


def sayings_of(
    ledger: Ledger,
    rows: Sequence[Row[Position]],
    reader: WordingReader,
    arrivals: Mapping[str, int] | None = None,
) -> list[Saying]:
    """Return the sayings of positions; `arrivals` places documents (else the rows' order does)."""
    known = _Known(ledger, rows, reader)
    return [
        known.saying(row, at if arrivals is None else arrivals[row.document.id])
        for at, row in enumerate(rows)
    ]


def party_of(row: Row[Position]) -> str:
    """Return whose position it is: a person's side where he has one, else the party itself.

    A force or an organization with a position of its own is a party of its own, whatever state it
    is in: in a civil war the parties are of one side.
    """
    party = row.label(row.record.party)
    return party.side if party.type is ActorType.PERSON and party.side else party.id


def reader_of(ledger: Ledger) -> WordingReader:
    """Return what prepares wordings with the names of a ledger's parties."""
    return WordingReader(_names_of_parties(ledger))


def _names_of_parties(ledger: Ledger) -> Iterator[str]:
    """Yield the names of states, bodies and persons: they tell nothing of what a stance is to.

    A body that a point at issue is called after is left in.
    """
    points = {label.ja for label in ledger.issue_labels().values()}
    for actor in ledger.listed_actors():
        if actor.type in _PARTIES and points.isdisjoint(actor.aliases):
            yield from actor.aliases


_PARTIES = (ActorType.STATE, ActorType.PERSON, ActorType.ORGANIZATION, ActorType.FORCE)


class _Known:
    """What the ledger knows of positions: who speaks, in which story, known by which id."""

    def __init__(
        self, ledger: Ledger, rows: Sequence[Row[Position]], reader: WordingReader
    ) -> None:
        said = (row.record.statement for row in rows if row.record.statement)
        self.said = statements(ledger, said)
        speakers = (row.record.speaker for row in self.said.values())
        ids = {row.record.party for row in rows} | {s.entity or "" for s in speakers if s}
        self.actors = {actor.id: actor for actor in ledger.actors(sorted(ids))}
        self.reader = reader
        self.stories = ledger.stories({row.document.id for row in rows})

    def _story(self, row: Row[Position]) -> str:
        number = story_at(self.stories.get(row.document.id, ()), row.evidence.span.start)
        return story_id(row.document.id, number)

    def saying(self, row: Row[Position], arrival: int) -> Saying:
        """Return a position as a saying of its own."""
        statement = self.said.get(row.record.statement or "")
        speaker = None if statement is None else statement.record.speaker
        party = party_of(row)
        is_told = row.record.statement is None
        named = None if speaker is None or statement is None else statement.label(speaker.key)
        return Saying(
            id=row.id,
            issue=row.record.issue,
            party=party,
            stance=row.record.stance,
            first_day=row.when.low or FIRST_DAY,
            last_day=row.when.high or LAST_DAY,
            is_dated=row.record.date is not None,
            document=row.document.id,
            arrival=arrival,
            place=row.evidence.span.start,
            closeness=closeness_of(speaker, party, row.when.low, self.actors, is_told=is_told),
            speaker=None if named is None else named.id,
            statement=row.record.statement,
            repeats=None if statement is None else statement.record.repeats,
            story=self._story(row),
            wording=self.reader.read(row.record.what or row.evidence.exact),
            reports=(row.id,),
        )


def statements(ledger: Ledger, ids: Iterable[str]) -> dict[str, Row[Statement]]:
    """Return statements by id."""
    wanted = tuple(dict.fromkeys(ids))
    assembler = Assembler[Statement](ledger)
    found: dict[str, Row[Statement]] = {}
    for at in range(0, len(wanted), _BATCH):
        stored = ledger.records(Selection(ids=wanted[at : at + _BATCH]))
        found |= {row.id: row for row in assembler.rows(stored)}
    return found


def told_about_then(sayings: Iterable[Saying]) -> set[str]:
    """Return the stories of sayings of one party on one point that may be copies of one.

    Others of the same stance on the same thing stand in another document, told nearby in time.
    """
    found: set[str] = set()
    near: dict[tuple[Stance, bool], list[Saying]] = {}
    for saying in sorted(sayings, key=_arrived):
        alike = near.setdefault((saying.stance, saying.wording.is_negative), [])
        first = _copied_since(saying)
        while alike and alike[0].first_day < first:
            del alike[0]
        for one in alike:
            if one.story in found and saying.story in found:
                continue
            if one.document != saying.document and _is_for_families(one, saying):
                found.update((one.story, saying.story))
        alike.append(saying)
    return found


def merged(sayings: Iterable[Saying], families: Mapping[str, str]) -> list[Saying]:
    """Return sayings of one party on one point, the earliest first, copies of one as one.

    `families` are the wire families of stories, at least of those `told_about_then`. Of copies the
    nearer voice, then the one that says when, tells it; the rest are its reports.
    """
    found: list[Saying] = []
    reports: list[list[str]] = []
    for saying in sorted(sayings, key=_arrived):
        at = _copied(found, saying, families)
        if at is None:
            found.append(saying)
            reports.append([*saying.reports])
        else:
            found[at] = min(found[at], saying, key=_quality)
            reports[at] += saying.reports
    return [
        saying if len(told) == 1 else saying._replace(reports=tuple(told))
        for saying, told in zip(found, reports, strict=True)
    ]


def _copied(sayings: Sequence[Saying], new: Saying, families: Mapping[str, str]) -> int | None:
    """Return the place of the saying, told nearby in time, that a new one is a copy of."""
    first = _copied_since(new)
    for at in range(len(sayings) - 1, -1, -1):
        if sayings[at].first_day < first:
            return None
        if sayings[at].stance is new.stance and _is_copy(sayings[at], new, families):
            return at
    return None


def _arrived(saying: Saying) -> tuple[str, int, int, str]:
    return saying.first_day, saying.arrival, saying.place, saying.id


def _is_for_families(one: Saying, other: Saying) -> bool:
    """Say whether two of several documents are copies as one family, but not as two, or the reverse."""
    return one.wording.is_comparable(other.wording) != _is_repeated(one, other)


def _is_repeated(one: Saying, other: Saying) -> bool:
    return one.wording.text == other.wording.text and len(one.wording.text) > _SHORTEST


def _copied_since(saying: Saying) -> str:
    """Return the first day of which a saying may be a copy of what was said before."""
    return day_after(saying.first_day, -COPY_DAYS)


def _quality(saying: Saying) -> tuple[int, bool, int]:
    return saying.closeness.rank, not saying.is_dated, -len(saying.wording.text)


def _is_copy(one: Saying, other: Saying, families: Mapping[str, str]) -> bool:
    """Say whether one of two sayings of one stance is a copy of the other."""
    if one.document == other.document:
        short, long = sorted((one.wording.text, other.wording.text), key=len)
        if (bool(short) and short in long) or _repeats(one, other):
            return True
        shared = one.wording.shared(other.wording) if _is_one_voice(one, other) else None
        return shared is not None and (shared.is_same_wording or len(shared.words) > 1)
    if families.get(one.story, one.story) == families.get(other.story, other.story):
        return one.wording.is_comparable(other.wording)
    return _is_repeated(one, other)


def _is_one_voice(one: Saying, other: Saying) -> bool:
    bodies = Closeness.BODY in (one.closeness, other.closeness)
    return (one.speaker == other.speaker or bodies) and one.first_day == other.first_day


_SHORTEST = 8
"""Fewer characters than these are no copy where they are equal: 停戦案, これ."""


def _repeats(one: Saying, other: Saying) -> bool:
    ids = {one.statement, other.statement} - {None}
    return one.repeats in ids or other.repeats in ids


def days_between(first: str, last: str) -> int:
    """Return how many days lie between two ISO days, more than are compared for unknown ones."""
    one, other = _ordinal(first), _ordinal(last)
    if one is None or other is None:
        return 0 if first == last else COMPARED_DAYS + 1
    return abs(other - one)


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int | None:
    """Return the number of a day, None for one of year 0: the start of what has no known start."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def day_after(day: str, days: int = 1) -> str:
    """Return the ISO day so many days after another, itself at the ends of the calendar.

    >>> day_after("2025-12-31"), day_after("2025-01-01", -1)
    ('2026-01-01', '2024-12-31')
    """
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def compared(before: Sequence[Saying], later: Saying) -> Iterator[tuple[Saying, Shared]]:
    """Yield the earlier sayings on the same thing, by as near a voice or a farther one.

    Those of the same tier come first, then those of farther ones, each the latest first: what a
    report told between two words of a minister does not hide that the minister's words changed.
    """
    tier = later.closeness.tier
    far: list[Saying] = []
    for saying in reversed(before):
        if saying.closeness.tier > tier:
            far.append(saying)
        elif saying.closeness.tier == tier and later.is_near(saying):
            shared = saying.wording.shared(later.wording)
            if shared is not None:
                yield saying, shared
    for saying in far:
        shared = saying.wording.shared(later.wording) if later.is_near(saying) else None
        if shared is not None:
            yield saying, shared
