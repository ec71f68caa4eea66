"""What to list: the filters of the command line and of pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soten.query.naming import (
    actor_named,
    documents_named,
    issue_named,
    kinds_named,
    states_named,
    value_named,
    words_named,
)
from soten.records import UsageError
from soten.records.edtf import bounds
from soten.store import Selection, parse_words

if TYPE_CHECKING:
    from soten.store import Ledger

_VOICES = ("author", "anonymous")
"""Speakers that are no actor."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions a record must meet, all of them; None sets no condition.

    `party`, `speaker` and `about` take an actor's id or any of its written forms, in any width
    or case. `party` matches records in which the actor, or any actor on its side, acts: speaks,
    takes part, holds a position, promises, asserts or denies. `speaker` matches whose words they
    are; `author` and `anonymous` are speakers too. `issue` takes an issue id. `act` takes any
    value of the kind's closed set: a statement's act, a position's stance, the status or form of
    a talk, the status of a commitment, the type of an event, the unit of a figure.
    `about` takes an actor (in any role) or an issue id.

    `since` and `until` are EDTF dates; a record's own date counts, or its document's if it has
    none, and a record without either is left out. `document` takes an id, or a name or part of
    one. `kinds` limits to those kinds. `words` are looked for as `search` does: in a record's own
    words, what it is about, and the names of its actors. `state` is what persons made of a record
    (read, accepted, corrected, rejected, retracted, added) or `all`; where it is left out, what
    they rejected is.
    """

    party: str | None = None
    speaker: str | None = None
    about: str | None = None
    issue: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    kinds: tuple[str, ...] = ()
    words: str | None = None
    publisher: str | None = None
    state: str | None = None


EVERYTHING = Filter()
"""The filter that lets everything through."""


def select_by(ledger: Ledger, filter: Filter, kinds: tuple[str, ...] = ()) -> Selection:
    """Return the filter with every name settled to an id of the ledger.

    `kinds` are those a list is of; the filter's own kinds narrow them. Raises `UsageError` for a
    name, value or date that is none, with near matches.
    """
    own = kinds_named(filter.kinds)
    both = tuple(kind for kind in kinds if kind in own) if own and kinds else own or kinds
    if own and kinds and not both:
        raise UsageError(f"this lists {', '.join(kinds)}, not {', '.join(own)}")
    involves, issue = _about(ledger, filter)
    return Selection(
        kinds=both,
        party=None if filter.party is None else actor_named(ledger, filter.party),
        speaker=_speaker(ledger, filter.speaker),
        involves=involves,
        issue=issue,
        value=None if filter.act is None else value_named(filter.act),
        since=None if filter.since is None else bounds(filter.since)[0],
        until=None if filter.until is None else bounds(filter.until)[1],
        documents=None if filter.document is None else documents_named(ledger, filter.document),
        words=None if filter.words is None else words_named(ledger, parse_words(filter.words)),
        publisher=filter.publisher,
        states=None if filter.state is None else states_named(filter.state),
    )


class Selecting:
    """Says which records of a ledger filters let through; the names in one are looked up once."""

    def __init__(self, ledger: Ledger) -> None:
        """Take the ledger that is asked."""
        self.ledger = ledger
        self._known: dict[Filter, Selection] = {}

    def by(self, filter: Filter) -> Selection:
        """Return what a filter lets through (`select_by`), its party as all who are on that side."""
        plain = replace(filter, kinds=())
        if plain not in self._known:
            selection = select_by(self.ledger, plain)
            if selection.party is not None:
                acting = self.ledger.side_of(selection.party)
                selection = replace(selection, party=None, acting=acting)
            self._known[plain] = selection
        return replace(self._known[plain], kinds=kinds_named(filter.kinds))


def _speaker(ledger: Ledger, speaker: str | None) -> str | None:
    if speaker is None or speaker in _VOICES or speaker.startswith("anonymous:"):
        return speaker
    return actor_named(ledger, speaker)


def _about(ledger: Ledger, filter: Filter) -> tuple[str | None, str | None]:
    """Return the actor and the issue that the filter is about."""
    issue = None if filter.issue is None else issue_named(ledger, filter.issue)
    if filter.about is None:
        return None, issue
    try:
        return actor_named(ledger, filter.about), issue
    except UsageError as unknown:
        try:
            about = issue_named(ledger, filter.about)
        except UsageError:
            raise unknown from None
    if issue not in (None, about):
        raise UsageError(f"about {about} and on {issue}: a record is asked for one of them")
    return None, about
