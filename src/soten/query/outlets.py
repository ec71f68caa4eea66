"""Publishers and chains: what each carries first, takes from others, and how it fares.

Nothing here is a verdict on a publisher. It is counted what it carried before others did, from
whom its reports came, and which of the claims in its reports somebody denies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soten.records import Claim
from soten.records.decisions import Decision
from soten.records.joins import Group
from soten.store import CarrierCount, Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher ("" unknown): its documents, wire families, chains, and its claims' fate.

    `first` counts families of two stories or more that it carried before any other publisher,
    `later` those another carried before, `undecided` those where days do not tell. `after` names whom
    it carried stories after, with how often. `claims` are told in its documents, `denied` those of
    them that somebody denies in any document, `conceded` those whose denier asserts them later.
    """

    count: CarrierCount
    first: int
    later: int
    undecided: int
    after: Mapping[str, int] = field(hash=False)
    takes_from: Mapping[str, int] = field(hash=False)
    """Origins its documents name, with how many do."""
    claims: int = 0
    denied: int = 0
    conceded: int = 0
    grade: str | None = None
    """The Admiralty grade a person gave it (A–F, 1–6); None where nobody did."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A way reports came: the publisher, and whom its text was taken from, innermost first."""

    publisher: str
    origin: tuple[Label, ...]
    documents: int


def publishers(ledger: Ledger) -> tuple[Publisher, ...]:
    """Return every publisher, the one with the most documents first."""
    counts = ledger.carriers()
    orders = _orders(ledger)
    fates = _fates(ledger)
    grades = ledger.grades("publisher")
    origins: dict[str, Counter[str]] = defaultdict(Counter)
    for publisher, chain, count in ledger.chains():
        for origin in chain:
            origins[publisher][origin] += count
    return tuple(
        Publisher(
            count,
            first=orders[count.publisher].first,
            later=orders[count.publisher].later,
            undecided=orders[count.publisher].undecided,
            after=dict(orders[count.publisher].after.most_common()),
            takes_from=dict(origins[count.publisher].most_common()),
            claims=fates[count.publisher]["claims"],
            denied=fates[count.publisher]["denied"],
            conceded=fates[count.publisher]["conceded"],
            grade=_grade(grades.get(count.publisher)),
        )
        for count in counts
    )


def _grade(decision: Decision | None) -> str | None:
    return None if decision is None else str(decision.value)


def chains(ledger: Ledger) -> tuple[Chain, ...]:
    """Return the ways reports came, the most used first; reports without origin are left out."""
    found = [(publisher, chain, count) for publisher, chain, count in ledger.chains() if chain]
    labels = ledger.labels({id for _, chain, _ in found for id in chain})
    return tuple(
        Chain(publisher, tuple(labels.get(id) or Label(id, id, id) for id in chain), count)
        for publisher, chain, count in found
    )


class _Order:
    """How often a publisher was first, later or neither, and after whom."""

    def __init__(self) -> None:
        self.first = self.later = self.undecided = 0
        self.after: Counter[str] = Counter()


def _orders(ledger: Ledger) -> Mapping[str, _Order]:
    """Return, by publisher, the place it took in wire families of two publishers or more."""
    found: dict[str, _Order] = defaultdict(_Order)
    after: str | None = None
    while True:
        page = ledger.groups("story", limit=_BATCH, after=after)
        families = [group for group, _ in page if len(group.members) > 1]
        documents = {document_of(story) for group in families for story in group.members}
        publishers = ledger.published_by(documents)
        days = {id: f.published for id, f in ledger.facts(documents).items()}
        for family in families:
            told: dict[str, str] = {}
            for story in family.members:
                document = document_of(story)
                day = days[document].edtf or ""
                publisher = publishers[document]
                told[publisher] = min(told.get(publisher, day), day)
            _place(told, found)
        if len(page) < _BATCH:
            return found
        after = page[-1][1]


def _place(told: Mapping[str, str], found: Mapping[str, _Order]) -> None:
    """Count who carried a story first, given each publisher's first day of it."""
    if len(told) < 2:
        return
    known = sorted(day for day in told.values() if day)
    is_settled = len(known) == len(told) and known[0] != known[1]
    for publisher, day in told.items():
        if not is_settled:
            found[publisher].undecided += 1
        elif day == known[0]:
            found[publisher].first += 1
        else:
            found[publisher].later += 1
            first = next(other for other, its in told.items() if its == known[0])
            found[publisher].after[first] += 1


def document_of(story: str) -> str:
    """Return the document of a story's id."""
    return story.rpartition(".")[0]


def _fates(ledger: Ledger) -> Mapping[str, Counter[str]]:
    """Return, by publisher, how many claims its documents tell and what became of them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    after: str | None = None
    while True:
        page = ledger.groups("claim", limit=_BATCH, after=after)
        groups = [group for group, _ in page]
        claims = _claims(ledger, groups)
        publishers = ledger.published_by({document for document, _, _ in claims.values()})
        for group in groups:
            told = [claims[id] for id in group.members if id in claims]
            is_denied = any(claim.denied for _, _, claim in told)
            is_conceded = is_denied and _is_conceded(told)
            for publisher in {publishers[document] for document, _, _ in told}:
                found[publisher]["claims"] += 1
                found[publisher]["denied"] += is_denied
                found[publisher]["conceded"] += is_conceded
        if len(page) < _BATCH:
            return found
        after = page[-1][1]


def _claims(ledger: Ledger, groups: Iterable[Group]) -> dict[str, tuple[str, str, Claim]]:
    """Return document, day and record of the members of groups, by id."""
    ids = tuple(id for group in groups for id in group.members)
    return {
        stored.id: (stored.document, stored.when.low or "", stored.record)
        for stored in ledger.records(Selection(kinds=(Claim.kind,), ids=ids))
        if isinstance(stored.record, Claim)
    }


def _is_conceded(told: Sequence[tuple[str, str, Claim]]) -> bool:
    """Say whether somebody who denied the claim asserts it on a later day."""
    denied: dict[str, str] = {}
    for _, day, claim in told:
        for side in claim.denied:
            if day:
                denied[side.by] = min(day, denied.get(side.by, day))
    return any(
        side.by in denied and day > denied[side.by]
        for _, day, claim in told
        for side in claim.asserted
    )
