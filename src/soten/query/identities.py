"""Who an actor is across documents: its names and whose they are, its offices, why it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.records import Actor, Role, is_found_id
from soten.records.joins import Group
from soten.store import DocumentFacts, JoinReason, Label

if TYPE_CHECKING:
    from soten.store import Ledger

KIND = "actor"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class NameForm:
    """A way in which texts write a name; `whose` is the side whose word it is (None: anybody's)."""

    form: str
    mentions: int
    documents: int
    whose: Label | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office with the dates it was held: those a pack gives, or those of the reports that say so.

    `start` and `end` are EDTF as a pack has them; else the days of the first and the last of
    `documents`, which name the actor with this office.
    """

    title: str
    of: str | None = None
    start: str | None = None
    end: str | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """An actor found in one document that is joined here: why, and how sure that is.

    `to` is the id it is joined to by that reason; `name` is what the document calls it in full.
    """

    id: str
    name: str
    document: DocumentFacts
    to: str
    why: str
    confidence: float
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor across documents; `members` are the ids that records name it by."""

    id: str
    members: tuple[str, ...]
    names: tuple[NameForm, ...]
    offices: tuple[Office, ...]
    joined: tuple[Joined, ...] = ()


def identity(ledger: Ledger, id: str, names: tuple[NameForm, ...] | None = None) -> Identity:
    """Return who the actor with this id is across documents; `names` where they are known already."""
    known = ledger.canon([id]).get(id, id)
    group = ledger.members(KIND, [known]).get(known) or Group(KIND, known, (known,))
    actors = {actor.id: actor for actor in ledger.actors(list(group.members))}
    facts = _facts(ledger, actors)
    return Identity(
        id=known,
        members=group.members,
        names=names_of(ledger, group.members) if names is None else names,
        offices=tuple(_offices(actors.values(), facts)),
        joined=tuple(_joined(ledger.reasons(KIND, [known]), actors, facts)),
    )


def identities(ledger: Ledger, ids: Iterable[str]) -> Iterator[Group]:
    """Yield the groups of two and more actors that these ids are in, in order of id."""
    canon = ledger.canon(ids)
    known = sorted(set(canon.values()))
    for at in range(0, len(known), _BATCH):
        groups = ledger.members(KIND, known[at : at + _BATCH])
        yield from (groups[id] for id in sorted(groups))


def reasons_of(ledger: Ledger, groups: Sequence[Group]) -> dict[str, list[JoinReason]]:
    """Return why the members of each group are one, by the group's id."""
    of = {member: group.id for group in groups for member in group.members}
    found: dict[str, list[JoinReason]] = defaultdict(list)
    for reason in ledger.reasons(KIND, [group.id for group in groups]):
        found[of[reason.one]].append(reason)
    return found


def _facts(ledger: Ledger, actors: Mapping[str, Actor]) -> dict[str, DocumentFacts]:
    """Return, for those found in one document, the facts of that document."""
    documents = ledger.documents_naming([id for id in actors if is_found_id(id)])
    facts = ledger.facts(documents.values())
    return {id: facts[document] for id, document in documents.items() if document in facts}


def names_of(
    ledger: Ledger,
    members: Sequence[str],
    whose_names: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[NameForm, ...]:
    """Return how texts write the name of an actor, the most frequent way first.

    `whose_names` are the names of all actors that are some side's (`Ledger.names_of_sides`).
    """
    if whose_names is None:
        sides = ledger.whose_names(members)
    else:
        sides = {form: of for id in members for form, of in whose_names.get(id, {}).items()}
    labels = ledger.labels(sorted(set(sides.values())))

    def whose(form: str) -> Label | None:
        side = sides.get(form)
        return None if side is None else labels.get(side, Label(side))

    return tuple(
        NameForm(name.form, name.mentions, name.documents, whose(name.form))
        for name in ledger.written_names(members)
    )


def _offices(actors: Iterable[Actor], facts: Mapping[str, DocumentFacts]) -> Iterator[Office]:
    """Yield the offices a pack dates, in order, then those reports give, by their first day."""
    told: dict[str, list[DocumentFacts]] = defaultdict(list)
    for actor in actors:
        for role in actor.roles:
            if actor.id in facts:
                told[role.title].append(facts[actor.id])
            else:
                yield _dated(role)
    found = [_reported(title, documents) for title, documents in told.items()]
    yield from sorted(found, key=lambda office: (office.start or "", office.title))


def _dated(role: Role) -> Office:
    return Office(role.title, role.of, role.start, role.end)


def _reported(title: str, documents: Sequence[DocumentFacts]) -> Office:
    days = sorted(facts.published.edtf for facts in documents if facts.published.edtf)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(title, None, first, last, tuple(sorted({facts.id for facts in documents})))


def _joined(
    reasons: Iterable[JoinReason],
    actors: Mapping[str, Actor],
    facts: Mapping[str, DocumentFacts],
) -> Iterator[Joined]:
    """Yield, for each actor found in a document, the surest reason why it is one with others."""
    best: dict[str, JoinReason] = {}
    for reason in sorted(reasons, key=lambda reason: -reason.confidence):
        for id in (reason.one, reason.other):
            best.setdefault(id, reason)
    for id in sorted(facts, key=lambda id: (facts[id].published.edtf or "9", id)):
        if id in best:
            reason = best[id]
            to = reason.other if reason.one == id else reason.one
            name = actors[id].name_ja or id
            yield Joined(id, name, facts[id], to, reason.why, reason.confidence, reason.detail)
