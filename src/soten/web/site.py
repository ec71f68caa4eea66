"""What all requests to one server share: the ledger, the templates, answers kept for a while."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from soten.export.columns import Names
from soten.query import Label, Question
from soten.settings import Language
from soten.store import Ledger, open_ledger
from soten.web.beginning import AddSamples, Beginning
from soten.web.counting import Count, Counter, StillCountingError
from soten.web.memo import Memo

HUES, SHAPES = 8, 5
"""How many of each the style sheet has."""

KEPT = 400
"""So many rendered answers are kept."""
KEPT_BYTES = 2_000_000
"""A longer answer is not kept."""

MARKS_STAND_S = 1.0
"""So long marks are given without asking whether the ledger has changed: a page has hundreds.
So long also an account that was added first may go unnoticed."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a server was started.

    `add_samples` reads the samples into the ledger, None where nobody may ask for it. With
    `needs_login` everybody has to log in, whatever becomes of the accounts; without, that holds as
    soon as there is one. `reviewer` is who decides where there are no accounts, None if nobody may.
    With `https` a proxy before this server speaks https. `join` joins what a decision touched.
    `read_question` understands questions; it may be slow the first time. `counter` counts over a
    large ledger for several processes; `secret` signs the forms of those who are not logged in.
    """

    ledger: str
    language: Language = Language.JA
    add_samples: AddSamples | None = None
    read_question: Callable[[str, Ledger, date], Question] | None = None
    needs_login: bool = False
    reviewer: str | None = None
    https: bool = False
    join: Callable[[Ledger], None] | None = None
    counter: Counter | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent."""

    body: bytes
    media_type: str
    headers: Mapping[str, str]


class Site:
    """One ledger with what is made of it for many requests; safe to use from several threads."""

    def __init__(self, options: Options) -> None:
        """Open the ledger, which is made where it is not there."""
        self.options = options
        self.ledger: Ledger = open_ledger(options.ledger)
        self.memo = Memo(self.ledger, options.counter)
        self.beginning = Beginning(options.add_samples)
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[object, ...], Kept] = OrderedDict()
        self._marks: tuple[str, Mapping[str, Mark]] = ("", {})
        self._marks_until = 0.0
        self._has_accounts = options.needs_login
        self._accounts_until = 0.0

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    @property
    def name(self) -> str:
        """What to call the ledger on a page: its file's name."""
        return Path(self.ledger.name).name

    def needs_login(self) -> bool:
        """Say whether one has to log in: once there is an account, until the server ends."""
        if not self._has_accounts and time.monotonic() >= self._accounts_until:
            self._has_accounts = self.ledger.has_accounts()
            self._accounts_until = time.monotonic() + MARKS_STAND_S
        return self._has_accounts

    def is_large(self) -> bool:
        """Say whether counting over the whole ledger takes longer than a reader waits."""
        return self.memo.is_large()

    def revision(self) -> str:
        """Return what changes whenever anything in the ledger does."""
        return self.ledger.revision()

    @property
    def is_empty(self) -> bool:
        """Whether the ledger holds no document."""
        return not self.ledger.newest_documents(limit=1)

    def names(self, language: Language) -> Names:
        """Return the names of points at issue in a language."""
        issues = self.ledger.issue_labels()
        return Names(
            language, {id: (told.text("ja"), told.text("en")) for id, told in issues.items()}
        )

    # Answers that are kept ---------------------------------------------------------------

    def kept(self, key: tuple[object, ...]) -> Kept | None:
        """Return an answer made before for the same revision and request."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: tuple[object, ...], answer: Kept) -> None:
        """Keep an answer, and let the one go that nobody asked for the longest."""
        if len(answer.body) > KEPT_BYTES:
            return
        with self._lock:
            self._kept[key] = answer
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    # How parties are marked --------------------------------------------------------------

    def mark(self, party: Label) -> Mark:
        """Return the letter, shape and hue a party is marked with.

        Parties are numbered in the order of their ids, which favours nobody; hue and shape go
        round with different periods, so that no two of the first forty parties share both.
        """
        if time.monotonic() >= self._marks_until:
            self._marks = self._marked(self._marks)
            self._marks_until = time.monotonic() + MARKS_STAND_S
        marks = self._marks[1]
        return marks.get(party.side or party.id) or Mark.numbered(len(marks), party)

    def _marked(self, known: tuple[str, Mapping[str, Mark]]) -> tuple[str, Mapping[str, Mark]]:
        """Return the marks, those that are known where the parties are the same."""
        try:
            told = self.memo.counted(PARTIES)
            revision, labels = told.revision, told.value
        except StillCountingError:
            revision, labels = (
                self.revision(),
                self.memo.once(PARTIES, lambda: PARTIES.of(self.ledger)),
            )
        if known[0] == revision:
            return known
        return revision, {one.id: Mark.numbered(at, one) for at, one in enumerate(labels)}


def parties_of(ledger: Ledger) -> tuple[Label, ...]:
    """Return the parties of a ledger in order of their ids."""
    ids = sorted(ledger.parties())
    labels = ledger.labels(ids)
    return tuple(replace(labels[id], id=id) if id in labels else Label(id) for id in ids)


PARTIES = Count.by(parties_of)


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape and a hue, by number (`hue-…`, `shape-…` in the style sheet), and whose they are."""

    hue: int
    shape: int
    party: Label

    @classmethod
    def numbered(cls, number: int, party: Label) -> Mark:
        """Return the mark of the party with this number."""
        return cls(number % HUES, number % SHAPES, party)


@dataclass(frozen=True, slots=True)
class Address:
    """The address of what is shown, and how to change one part of it."""

    path: str
    query: Mapping[str, str] = field(hash=False)

    def with_(self, **changed: str | None) -> str:
        """Return this address with some parameters changed, or left out where None."""
        merged = {**self.query, **{k: v for k, v in changed.items() if v is not None}}
        merged = {k: v for k, v in merged.items() if changed.get(k, "") is not None and v != ""}
        return f"{self.path}?{urlencode(merged)}" if merged else self.path

    def as_(self, format: str, **changed: str | None) -> str:
        """Return the same address in another format."""
        path = "/index" if self.path == "/" else self.path
        return Address(f"{path}.{format}", self.query).with_(**changed)

    @property
    def shown(self) -> str:
        """The address as a person reads it."""
        told = "&".join(f"{name}={value}" for name, value in self.query.items())
        return f"{self.path}?{told}" if told else self.path

    def in_(self, language: Language) -> Address:
        """Return the same address in a language, whoever asks."""
        return Address(self.path, {**self.query, "lang": language.value})
