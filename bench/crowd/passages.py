"""Text with marks of what its parts tell of, and how templates become it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from bench.crowd.voices import Voice

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PART = re.compile(r"<(?P<shut>/?)(?P<tag>[a-z]+(?::\w+)?)>|\{(?P<slot>\w+)\}")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a text that tells of a thing of the world: a talk, a claim, an actor."""

    kind: str
    id: str
    start: int
    end: int

    def moved(self, by: int) -> Mark:
        """Return the mark `by` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Passage | str) -> Passage:
        if isinstance(other, str):
            return Passage(self.text + other, self.marks)
        moved = (mark.moved(len(self.text)) for mark in other.marks)
        return Passage(self.text + other.text, (*self.marks, *moved))

    @classmethod
    def joined(cls, parts: Iterable[Passage], between: str = "") -> Passage:
        """Return passages one after the other.

        >>> Passage.joined([Passage("一"), Passage("二")], "、").text
        '一、二'
        """
        whole = cls("")
        for number, part in enumerate(parts):
            whole = whole + (between if number else "") + part
        return whole


Slot = str | Passage | Callable[["Voice"], "Passage | str"]
"""What stands in a {place} of a template: text, or what a voice makes of it."""
Thing = tuple[str, str]
"""A kind and an id."""


class Words:
    """Chooses among wordings: always the same for one seed, unless it drifts.

    A copy of a story has the seed of its original and differs where it drifts: with the chance
    `drift` each choice is made anew.
    """

    def __init__(self, seed: str, drift: float = 0.0, by: str = "") -> None:
        self.seed, self.drift, self.by = seed, drift, by
        self.turn("")

    def turn(self, to: str) -> None:
        """Go on with what is chosen for `to` (a sentence), whatever was chosen before."""
        self.own = Random(f"{self.seed}:{to}")
        self.other = Random(f"{self.seed}:{to}:{self.by}")

    def fact(self, options: Sequence[T]) -> T:
        """Return one of the options, the same in every copy: what is told, not how."""
        return options[self.own.randrange(len(options))]

    def choose(self, options: Sequence[T]) -> T:
        """Return one of the options: wordings of one thing."""
        usual = options[self.own.randrange(len(options))]
        if self.drift and self.other.random() < self.drift:
            return options[self.other.randrange(len(options))]
        return usual

    def chance(self, of: float) -> bool:
        """Say yes with this chance."""
        said = self.own.random() < of
        if self.drift and self.other.random() < self.drift:
            return self.other.random() < of
        return said


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with what it is filled with and what its marks are of."""

    template: str
    slots: Mapping[str, Slot]
    things: Mapping[str, Thing]
    key: str
    """Tells the sentence from the others of its story."""

    def written(self, voice: Voice) -> Passage:
        """Return the sentence in a voice."""
        voice.words.turn(self.key)
        made = _filled(voice.toned(chosen(self.template, voice.words)), self, voice)
        whole = Mark("sentence", f"{voice.words.seed}:{self.key}", 0, len(made.text))
        return Passage(made.text, (*made.marks, whole))


def chosen(template: str, words: Words) -> str:
    """Return the template with one of each `[a|b]` chosen; `[=a|b]` are facts, not wordings.

    >>> chosen("[会談|会談]した", Words("1"))
    '会談した'
    """
    while match := _CHOICE.search(template):
        options = match[1].removeprefix("=").split("|")
        picked = words.fact(options) if match[1].startswith("=") else words.choose(options)
        template = template[: match.start()] + picked + template[match.end() :]
    return template


def needs(template: str) -> set[str]:
    """Return the places that a template has.

    >>> sorted(needs("{A}は[{day}に]会談した"))
    ['A', 'day']
    """
    return set(_SLOT.findall(template))


def _filled(template: str, sentence: Sentence, voice: Voice) -> Passage:
    whole = Passage("")
    open_at: dict[str, int] = {}
    marks: list[Mark] = []
    at = 0
    for part in _PART.finditer(template):
        whole = whole + template[at : part.start()]
        at = part.end()
        if part["slot"]:
            value = sentence.slots[part["slot"]]
            whole = whole + (value(voice) if callable(value) else value)
        elif not part["shut"]:
            open_at[part["tag"]] = len(whole.text)
        else:
            kind, id = sentence.things[part["tag"]]
            marks.append(Mark(kind, id, open_at.pop(part["tag"]), len(whole.text)))
    whole = whole + template[at:]
    return Passage(whole.text, (*whole.marks, *marks))
