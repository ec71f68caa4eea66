"""Who met whom, and who spoke to whom, as far as reports tell: the most tied first.

A talk joins all who took part in it, once however many reports tell it. A statement leads from
its speaker to whom it is addressed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import ActorType, Record, Statement, Talk, TalkStatus
from soten.store import Cast, Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

TALKS = 400
"""So many of the latest talks are looked at, and five times as many statements."""

_AT_ONE_TABLE = 12
"""Of a talk with more participants than this nobody is said to have met everybody else."""
_WITHIN = 7
"""Those of a filter are looked for among about so many times as many of the latest talks."""
_SAID = 5
_BATCH = 500
_ROLES = ("participant", "speaker", "to")
_MET = (TalkStatus.HELD, TalkStatus.ONGOING)
_WHO = (ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors: how often they met, and how often each spoke to the other.

    `example` is the latest record that tells so.
    """

    one: Label
    other: Label
    met: int
    said: int
    """By `one` to `other`."""
    answered: int
    """By `other` to `one`."""
    example: Row[Record]

    @property
    def weight(self) -> int:
        """All together."""
        return self.met + self.said + self.answered


@dataclass(frozen=True, slots=True)
class Network:
    """The actors that are tied most, in order, and the ties between them, the strongest first.

    `actors` and `ties` are bounded; `left_out` counts the actors that are not shown.
    """

    actors: tuple[Label, ...]
    ties: tuple[Tie, ...]
    left_out: int
    talks: int
    statements: int


@dataclass(slots=True)
class _Found:
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    said: Counter[tuple[str, str]] = field(default_factory=Counter)
    example: dict[tuple[str, str], str] = field(default_factory=dict)


def network(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    most: int = 30,
    sides: bool = False,
    latest: int = TALKS,
) -> Network:
    """Return who met and who spoke to whom, of the `latest` talks and statements of the filter.

    At most `most` actors; with `sides` everybody counts as the state or body they stand for.
    """
    talks = list(_talks(ledger, filter, latest))
    selection = select_by(ledger, filter, (Statement.kind,))
    said = ledger.casts(selection, limit=latest * _SAID)
    named = {who for told in (*(r for talk in talks for r in talk), *said) for who in _named(told)}
    canon = ledger.canon(named)
    labels = ledger.labels({*named, *canon.values()})
    found = _Found()
    of = _Known(canon, labels, sides)
    for reports in talks:
        _meet(reports, of, found)
    for told in said:
        _say(told, of, found)
    return _bounded(ledger, found, of, most, len(talks), len(said))


@dataclass(frozen=True, slots=True)
class _Known:
    canon: dict[str, str]
    labels: dict[str, Label]
    sides: bool

    def who(self, id: str) -> str | None:
        """Return whom an id counts as; None for nobody known, and for what is no actor."""
        label = self.labels.get(self.canon.get(id, id)) or self.labels.get(id)
        if label is None or label.type not in _WHO:
            return None
        return (label.side or label.id) if self.sides else label.id


def _talks(ledger: Ledger, filter: Filter, latest: int) -> Iterator[list[Cast]]:
    """Yield the reports of each of the latest talks."""
    selection = select_by(ledger, filter, (Talk.kind,))
    groups, _ = ledger.groups_within(Talk.kind, selection, limit=latest, within=latest * _WITHIN)
    ids = [id for group in groups for id in group.members]
    found: dict[str, Cast] = {}
    for at in range(0, len(ids), _BATCH):
        part = Selection(kinds=(Talk.kind,), ids=tuple(ids[at : at + _BATCH]))
        found |= {cast.id: cast for cast in ledger.casts(part)}
    for group in groups:
        reports = [found[id] for id in group.members if id in found]
        if reports:
            yield reports


def _named(told: Cast) -> Iterable[str]:
    return (who for role in _ROLES for who in told.having(role))


def _meet(reports: list[Cast], of: _Known, found: _Found) -> None:
    """Count all who took part in a talk that is told as held."""
    held = [told for told in reports if told.status in _MET]
    who = {of.who(id) for told in held for id in told.having("participant")} - {None}
    standing = {
        label.side
        for id in who
        if id and (label := of.labels.get(id)) and label.side not in (None, label.id)
    }
    people = sorted(id for id in who if id is not None and (of.sides or id not in standing))
    if len(people) > _AT_ONE_TABLE:
        return
    for one, other in combinations(people, 2):
        found.met[one, other] += 1
        found.example.setdefault((one, other), held[-1].id)


def _say(told: Cast, of: _Known, found: _Found) -> None:
    """Count a statement of somebody known to somebody else."""
    for speaker, to in product(told.having("speaker"), told.having("to")):
        one, other = of.who(speaker), of.who(to)
        if one is not None and other is not None and one != other:
            found.said[one, other] += 1
            found.example.setdefault((min(one, other), max(one, other)), told.id)


def _bounded(
    ledger: Ledger, found: _Found, of: _Known, most: int, talks: int, statements: int
) -> Network:
    weights: dict[str, int] = defaultdict(int)
    for counts in (found.met, found.said):
        for pair, count in counts.items():
            for who in pair:
                weights[who] += count
    ordered = sorted(weights, key=lambda who: (-weights[who], who))
    shown = set(ordered[:most])
    pairs = {
        (min(pair), max(pair))
        for counts in (found.met, found.said)
        for pair in counts
        if shown.issuperset(pair)
    }
    ids = tuple({found.example[pair] for pair in pairs})
    rows = Assembler[Record](ledger).rows(ledger.records(Selection(ids=ids)))
    row_of = {row.id: row for row in rows}
    labels = of.labels | ledger.labels([who for who in shown if who not in of.labels])
    ties = [
        Tie(
            labels.get(one) or Label(one),
            labels.get(other) or Label(other),
            found.met[one, other],
            found.said[one, other],
            found.said[other, one],
            row_of[found.example[one, other]],
        )
        for one, other in pairs
    ]
    ties.sort(key=lambda tie: (-tie.weight, tie.one.id, tie.other.id))
    return Network(
        tuple(labels.get(who) or Label(who) for who in ordered[:most]),
        tuple(ties),
        max(0, len(ordered) - most),
        talks,
        statements,
    )
