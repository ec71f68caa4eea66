"""Stances as a scale: how far each goes towards what it is about, and which are alike.

The steps are even, from refusing (0) to wanting or granting (1). They say nothing of how much is
wanted, and an undecided party has no place on them.
"""

from __future__ import annotations

from collections.abc import Mapping

from soten.query.objects import Shared
from soten.records import Stance

STEPS: Mapping[Stance, float] = {
    Stance.REJECTS: 0.0,
    Stance.OPPOSES: 0.25,
    Stance.OPEN: 0.5,
    Stance.ACCEPTS_IF: 0.75,
    Stance.ACCEPTS: 1.0,
    Stance.SUPPORTS: 1.0,
    Stance.OFFERS: 1.0,
    Stance.DEMANDS: 1.0,
}
"""Where each stance stands; `undecided` stands nowhere."""

_AGAINST = frozenset((Stance.REJECTS, Stance.OPPOSES))
_TOWARDS = frozenset(
    (Stance.OPEN, Stance.ACCEPTS_IF, Stance.ACCEPTS, Stance.SUPPORTS, Stance.OFFERS)
)
_ANSWERS = frozenset((Stance.OPEN, Stance.ACCEPTS_IF))
_GRANTED = frozenset((Stance.ACCEPTS, Stance.SUPPORTS))
_GIVES = frozenset((Stance.OFFERS, Stance.ACCEPTS, Stance.ACCEPTS_IF))
_WANTS = frozenset((Stance.DEMANDS, Stance.OFFERS))


def is_other(before: Stance, after: Stance, shared: Shared) -> bool:
    """Say whether two stances on the same thing differ so that going between them is a shift.

    Refusing and going any way towards the thing differ, as do a condition and none, and being
    undecided and anything else. To demand and to support, to offer and to accept, to reject and to
    oppose are alike. A demand beside an offer, or beside a refusal, may well be one stance on two
    things: these differ only where more than one word is shared, or all.

    >>> is_other(Stance.REJECTS, Stance.OPEN, Shared(("停戦",)))
    True
    >>> is_other(Stance.DEMANDS, Stance.REJECTS, Shared(("領土", "割譲")))
    False
    """
    both = {before, after}
    if before is after:
        return False
    if Stance.UNDECIDED in both or (both & _AGAINST and both & _TOWARDS):
        return True
    if both & _ANSWERS and (both & _GRANTED or both <= _ANSWERS):
        return True
    if Stance.DEMANDS in both and both & _GIVES:
        return shared.is_same_wording or len(shared.words) > 1
    return shared.is_same_wording and Stance.DEMANDS in both and bool(both & _AGAINST)


def apart(one: Stance, other: Stance, shared: Shared) -> float | None:
    """Return how far two parties stand apart on one thing, 0 to 1, None where that is unknown.

    It is the difference of the steps. Unknown are: an undecided party; two that both refuse, both
    demand or both offer, or of which one demands and one offers, unless in one wording: they may
    want the opposite of each other with the same words.

    >>> apart(Stance.DEMANDS, Stance.REJECTS, Shared(("停戦",)))
    1.0
    >>> apart(Stance.DEMANDS, Stance.DEMANDS, Shared(("撤退",))) is None
    True
    """
    both = {one, other}
    if Stance.UNDECIDED in both:
        return None
    if (both <= _AGAINST or both <= _WANTS) and not shared.is_same_wording:
        return None
    return abs(STEPS[one] - STEPS[other])
