"""Who is mentioned most, with what takes long to tell of them: counted once over a whole ledger.

Of a few actors there are more mentions than can be looked at while somebody waits. Of these it is
kept how texts name them, and of those of many documents' tellings all that is told of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soten.query.answers import ActorDetail, ActorRow
from soten.query.catalog import actor_rows, actors
from soten.query.dealings import Dealings, dealings
from soten.query.details import actor_detail
from soten.query.filters import Filter, select_by
from soten.query.identities import KIND, NameForm, names_of
from soten.query.naming import actor_named

if TYPE_CHECKING:
    from soten.store import Ledger

OFTEN = 2_000
"""How texts write the names of those that are mentioned more often is kept."""
MANY = 100
"""Of those that more tellings were joined to all is kept, and so many of these tellings."""
LATELY = 20_000
"""Of more mentions of a time, so many of the latest are counted."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor in full, and what it says."""

    detail: ActorDetail
    says: Dealings


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The most mentioned actors, the most first; `names` and `profiles` by the ids they are known by."""

    rows: tuple[ActorRow, ...]
    names: Mapping[str, tuple[NameForm, ...]] = field(default_factory=dict, hash=False)
    profiles: Mapping[str, Profile] = field(default_factory=dict, hash=False)
    whose_names: Mapping[str, Mapping[str, str]] | None = field(default=None, hash=False)
    """The names of actors that are some side's, None where these are not known."""


NOBODY = Mentioned(())


def most_mentioned(ledger: Ledger, *, limit: int) -> Mentioned:
    """Return the most mentioned actors, with what takes long to tell of them."""
    rows = actors(ledger, limit=limit).rows
    groups = ledger.members(KIND, [row.actor.id for row in rows])
    often = [row.actor.id for row in rows if row.mentions > OFTEN]
    sides = ledger.names_of_sides()
    names = {
        id: names_of(ledger, groups[id].members if id in groups else (id,), sides) for id in often
    }
    counted = Mentioned(rows, names, whose_names=sides)
    many = [id for id, group in groups.items() if len(group.members) > MANY]
    return replace(counted, profiles={id: _kept(profile(ledger, id, counted)) for id in many})


def _kept(profile: Profile) -> Profile:
    identity = profile.detail.identity
    identity = replace(identity, joined=identity.joined[:MANY])
    return replace(profile, detail=replace(profile.detail, identity=identity))


def profile(ledger: Ledger, name: str, counted: Mentioned = NOBODY) -> Profile:
    """Return the actor with an id or written form in full; what was counted is not counted again.

    Raises `UsageError` where nobody is called so, or more than one is.
    """
    id = actor_named(ledger, name)
    if id in counted.profiles:
        return counted.profiles[id]
    row = next((row for row in counted.rows if row.actor.id == id), None)
    names = counted.names.get(id)
    if names is None and counted.whose_names is not None:
        group = ledger.members(KIND, [id]).get(id)
        names = names_of(ledger, group.members if group else (id,), counted.whose_names)
    detail = actor_detail(ledger, id, row, names)
    return Profile(detail, dealings(ledger, detail.row.actor.id))


def mentioned_of(
    ledger: Ledger, filter: Filter, counted: Mentioned, *, limit: int
) -> tuple[Sequence[ActorRow], bool]:
    """Return the most mentioned actors of a time, document or side, and whether mentions were cut.

    Of a side, those among the most mentioned of all; of more than `LATELY` mentions of a time the
    latest are counted. In how many records an actor acts is told of the whole ledger.
    """
    selection = select_by(ledger, filter)
    rows: Sequence[ActorRow] = counted.rows
    is_cut = False
    if selection.since or selection.until or selection.documents is not None:
        own = replace(selection, party=None)
        counts = [count for count, _ in ledger.actor_counts(own, latest=LATELY)]
        is_cut = sum(count.mentions for count in counts) >= LATELY
        known = {row.actor.id: row for row in counted.rows}
        known |= {
            row.actor.id: row
            for row in actor_rows(ledger, [c for c in counts[:limit] if c.actor not in known])
        }
        rows = [
            replace(known[c.actor], mentions=c.mentions, documents=c.documents)
            for c in counts[:limit]
        ]
    if selection.party is not None:
        party = selection.party
        rows = [row for row in rows if party in (row.actor.id, row.label.side)]
    return rows, is_cut
