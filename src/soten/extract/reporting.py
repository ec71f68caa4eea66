"""A report as it is found: a reporting predicate with the place of its content."""

from __future__ import annotations

from dataclasses import dataclass

from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame
from soten.records import Act, Span


@dataclass(slots=True)
class Report:
    """A reporting predicate in a sentence.

    `verb` and `marker` are indices of phrases: the predicate, and the last phrase of its content.
    `content` begins no earlier than `since`, the phrase after the report before it. `quoted` is the
    inside of the quotation that is all of the content, or None.
    """

    verb: int
    marker: int
    since: int
    frame: Frame
    act: Act
    lemma: str
    content_end: int
    negated: bool
    passive: bool
    embedded: bool
    weak: bool
    quoted: Span | None = None
    postposed: int | None = None
    """Where the content begins if it follows the verb."""
    tone: Act | None = None
    """What the clause after it tells of the saying: 「…」と述べ、期待を示した."""
    is_empty: bool = False
    """True where the object only names a way of saying: 声明を発表した."""
    shares_verb: bool = False
    """True where another report, with a subject of its own, closes with the same verb."""
    is_spread: bool = False
    """True where nobody is the subject of what is held: 「…との懸念が上がっている」."""


def make_report(
    phrases: list[Phrase],
    at: int,
    marker: int,
    since: int,
    frame: Frame,
    act: Act,
    lemma: str,
    end: int,
) -> Report:
    """Return the report of the predicate `at`, whose content ends at the character `end`."""
    phrase = phrases[at]
    embedded = phrase.joint == "quoted" and at + 1 < len(phrases)
    return Report(
        at, marker, since, frame, act, lemma, end, phrase.negated, phrase.passive, embedded, False
    )
