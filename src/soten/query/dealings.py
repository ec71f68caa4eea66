"""What one actor says: which acts, on what, to whom, and how often somebody denies it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.records import Act, Claim, Statement
from soten.store import Cast, Label, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

MOST = 200
"""Of more statements so many of those stored last are counted, of more claims so many of the latest."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Tallied:
    """Whom or what, and how often."""

    who: Label
    count: int


@dataclass(frozen=True, slots=True)
class Dealings:
    """What an actor says, in its own words; of more than `MOST` the last ones.

    `claims` are those it asserts, by all documents' tellings; `denied` those of them that somebody
    else denies, `denies` those it denies itself.
    """

    statements: int
    acts: tuple[tuple[Act, int], ...]
    issues: tuple[Tallied, ...]
    addressees: tuple[Tallied, ...]
    claims: int
    denied: int
    denies: int
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        """True where it says nothing."""
        return not (self.statements or self.claims or self.denies)


def dealings(ledger: Ledger, id: str) -> Dealings:
    """Return what the actor with this id (as known across documents) says."""
    group = ledger.members("actor", [id]).get(id)
    mine = {id} if group is None else {id, *group.members}
    selection = Selection(kinds=(Statement.kind,), speaker=id)
    found = ledger.casts_last(selection, MOST + 1)
    acts: Counter[Act] = Counter()
    issues: Counter[str] = Counter()
    to: Counter[str] = Counter()
    for said in found[:MOST]:
        assert said.type is not None
        acts[Act(said.type)] += 1
        issues.update(said.issues)
        to.update(said.having("to"))
    claims, denied, denies, is_many = _claims(ledger, id, mine)
    canon = ledger.canon(to)
    addressees: Counter[str] = Counter()
    for who, count in to.items():
        addressees[canon.get(who, who)] += count
    labels = ledger.labels(addressees)
    return Dealings(
        statements=min(len(found), MOST),
        acts=tuple(sorted(acts.items(), key=lambda told: (-told[1], told[0].value))),
        issues=_tallied(issues, ledger.issue_labels()),
        addressees=_tallied(addressees, labels),
        claims=claims,
        denied=denied,
        denies=denies,
        is_cut=len(found) > MOST or is_many,
    )


def _claims(ledger: Ledger, id: str, mine: set[str]) -> tuple[int, int, int, bool]:
    """Return how many claims it asserts, of how many of these others deny, and how many it denies."""
    selection = Selection(kinds=(Claim.kind,), acting=tuple(sorted(mine)))
    groups = [g for g, _ in ledger.groups(Claim.kind, selection, Order.NEWEST, limit=MOST + 1)]
    ids = tuple(member for group in groups[:MOST] for member in group.members)
    told = {cast.id: cast for cast in _casts(ledger, ids)}
    asserted = denied = denies = 0
    for group in groups[:MOST]:
        casts = [told[id] for id in group.members if id in told]
        by = {who for cast in casts for who in cast.having("asserted")}
        against = {who for cast in casts for who in cast.having("denied")}
        asserted += bool(by & mine)
        denied += bool(by & mine and against - mine)
        denies += bool(against & mine)
    return asserted, denied, denies, len(groups) > MOST


def _casts(ledger: Ledger, ids: tuple[str, ...]) -> Iterable[Cast]:
    for at in range(0, len(ids), _BATCH):
        yield from ledger.casts(Selection(kinds=(Claim.kind,), ids=ids[at : at + _BATCH]))


def _tallied(counts: Counter[str], labels: dict[str, Label]) -> tuple[Tallied, ...]:
    ordered = sorted(counts.items(), key=lambda told: (-told[1], told[0]))
    return tuple(Tallied(labels.get(id) or Label(id), count) for id, count in ordered)
