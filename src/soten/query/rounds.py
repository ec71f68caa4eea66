"""The talks of the same parties before and after one: its series, as far as their days tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.query.joinedtalks import JoinedTalk, last_day, talks_of
from soten.records import Talk, TalkForm
from soten.records.edtf import bounds
from soten.store import Order

if TYPE_CHECKING:
    from soten.store import Ledger

_NEAR = 60
"""So many days of talks between the same parties are looked through for the nearest talk."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The talks of the same parties before and after one, as far as their days tell."""

    previous: JoinedTalk | None
    next: JoinedTalk | None


@dataclass(frozen=True, slots=True)
class TalkHistory:
    """A talk with those before and after it, as of the day of the ledger's latest report."""

    talk: JoinedTalk
    rounds: Rounds
    today: str | None

    @property
    def is_left_open(self) -> bool:
        """True where its day is gone by and nothing further is known."""
        return self.today is not None and self.talk.is_left_open(self.today)


def history_of(ledger: Ledger, id: str) -> TalkHistory | None:
    """Return the history of the talk that a record tells of, None where it tells of none."""
    group = ledger.groups_with(Talk.kind, [id]).get(id)
    found = talks_of(ledger, [group]) if group is not None else []
    if not found:
        return None
    return TalkHistory(found[0], rounds_of(ledger, found[0]), last_day(ledger))


def rounds_of(ledger: Ledger, talk: JoinedTalk) -> Rounds:
    """Return the talks of the same parties and kind before and after one.

    Calls stand with calls, and meetings with meetings.
    """
    if talk.date is None or not talk.sides:
        return Rounds(None, None)
    first, last = bounds(talk.date)
    return Rounds(
        _nearest(ledger, talk, first, Order.NEWEST), _nearest(ledger, talk, last, Order.OLDEST)
    )


def _nearest(ledger: Ledger, talk: JoinedTalk, day: str, order: Order) -> JoinedTalk | None:
    """Return the talk that begins next before a day (newest first), or after it.

    A talk begins on one of the days it is told for: once days are told that lie farther off than
    a talk that was found, no other is nearer.
    """
    is_back, is_call = order is Order.NEWEST, talk.form is TalkForm.CALL
    found: list[tuple[str, str, JoinedTalk]] = []
    looked: set[str] = set()
    for told, group in ledger.talks_between(talk.sides, day, order, calls=is_call, limit=_NEAR):
        if found and (told < found[0][0] if is_back else told > found[0][0]):
            break
        if group.id in looked:
            continue
        looked.add(group.id)
        for other in talks_of(ledger, [group]):
            begins = bounds(other.date)[0] if other.date is not None else day
            is_beyond = begins < day if is_back else begins > day
            if other.id != talk.id and is_beyond and _is_alike(talk, other):
                found.append((begins, group.high if is_back else group.low, other))
        found.sort(key=lambda one: one[2].id)
        found.sort(key=lambda one: one[:2], reverse=is_back)
    return found[0][2] if found else None


def _is_alike(talk: JoinedTalk, other: JoinedTalk) -> bool:
    is_call, is_other = talk.form is TalkForm.CALL, other.form is TalkForm.CALL
    return other.sides == talk.sides and is_call is is_other
