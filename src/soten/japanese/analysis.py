"""A document's text as layers of spans: what every extractor reads.

`analyse` tokenizes once, matches names once and cuts the text once; extractors only walk the layers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from soten.japanese.affiliations import bodies_of
from soten.japanese.cast import Cast, Member, Name, build_cast
from soten.japanese.index import NameIndex, WordHit
from soten.japanese.moments import Time, TimeExpression
from soten.japanese.numbers import Number
from soten.japanese.phrases import Phrase, chunk
from soten.japanese.sentences import Aside, Quotation, Sentence, outline
from soten.japanese.times import find_times
from soten.japanese.tokens import Token, tokenize
from soten.records import ActorType, Span

_PARTIES = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


_Item = TypeVar("_Item", bound=Placed)


class Layer(Sequence[_Item]):
    """Spans in the order of the text that can be asked for a stretch of it."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self.items = items
        self.starts = [item.start for item in items]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]  # overloads add nothing here
        return self.items[at]

    def within(self, start: int, end: int) -> Sequence[_Item]:
        """Return the items that begin in `start`–`end`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(slots=True)
class SentenceView:
    """A sentence with its phrases; quotations in it are pieces of phrases."""

    index: int
    start: int
    end: int
    paragraph: int
    first: int
    last: int
    phrases: list[Phrase] = field(default_factory=list)
    story: int = 0


class Analysis:
    """The layers of one document's text. Offsets are code points of `text`."""

    def __init__(self, text: str, index: NameIndex) -> None:
        self.text, self.index = text, index
        cut = outline(text)
        self.tokens: list[Token] = tokenize(text)
        self.quotations: Layer[Quotation] = Layer(cut.quotations)
        self.quotation_at = {q.start: q for q in cut.quotations}
        self._quotation_starts_by_end = {q.end: q.start for q in cut.quotations}
        self.closes = {q.start: q.end for q in cut.quotations} | dict(cut.asides)
        self.asides: Layer[Aside] = Layer(cut.asides)
        self.aside_starts_by_end = {aside.end: aside.start for aside in cut.asides}
        self.cast: Cast
        self.cast, self.ground = build_cast(text, self.tokens, index, cut.asides)
        self.names: Layer[Name] = Layer(self.cast.names)
        self.words: Layer[WordHit] = Layer(self.ground.words)
        self.name_by_stop = {n.stop: n for n in self.cast.names}
        self.expressions: Layer[TimeExpression] = Layer(find_times(text))
        self.times: Layer[Time] = Layer(())
        self.numbers: Layer[Number] = Layer(())
        self.published: str | None = None
        self.stories: tuple[Span, ...] = ()
        """Where the stories of the page stand; none where it was not cut."""
        self.sentences = self._view(cut.sentences)
        self._sentence_starts = [view.start for view in self.sentences]

    def _view(self, sentences: Sequence[Sentence]) -> list[SentenceView]:
        views: list[SentenceView] = []
        tokens, at = self.tokens, 0
        for sentence in sentences:
            first = at
            while at < len(tokens) and tokens[at].start < sentence.end:
                at += 1
            start, end, paragraph = sentence
            view = SentenceView(len(views), start, end, paragraph, first, at)
            view.phrases = chunk(tokens, first, at, self.closes)
            views.append(view)
        return views

    def quotation_ending_at(self, place: int) -> Quotation | None:
        """Return the quotation that closes right before `place`, if one does."""
        start = self._quotation_starts_by_end.get(place)
        return self.quotation_at[start] if start is not None else None

    def member(self, name: Name) -> Member:
        """Return whom a name means."""
        return self.cast.members[name.member]

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The organization or force that each person acts for whom the document names with one."""
        return bodies_of(self.text, self.names, self.cast.members)

    @cached_property
    def first_parties(self) -> dict[str, Name]:
        """The first name that means a state, an organization or a force, by its words."""
        found: dict[str, Name] = {}
        for name in self.names:
            if self.member(name).type in _PARTIES:
                found.setdefault(self.text[name.start : name.end], name)
        return found

    def sentence_of(self, place: int) -> SentenceView | None:
        """Return the sentence that holds the character at `place`."""
        at = bisect_left(self._sentence_starts, place + 1) - 1
        view = self.sentences[at] if at >= 0 else None
        return view if view is not None and place < view.end else None

    def is_quoted(self, place: int) -> bool:
        """Say whether a quotation holds the character at `place`."""
        at = bisect_left(self.quotations.starts, place + 1) - 1
        while at >= 0:
            quotation = self.quotations[at]
            if quotation.end > place:
                return True
            if quotation.depth == 0:
                return False
            at -= 1
        return False
