"""Which words publishers choose where others choose others (解放, 制圧, 占領)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Voice, Wording
from soten.store import Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger, WordCount

_NAME = "name:"


@dataclass(frozen=True, slots=True)
class Use:
    """How often one publisher ("" unknown) uses a word, by whose words it stands in."""

    publisher: str
    by_voice: Mapping[Voice, int] = field(hash=False)
    documents: int
    example: str
    """The id of one record of this use."""

    @property
    def uses(self) -> int:
        """All uses together."""
        return sum(self.by_voice.values())


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a concept, whose usage it is (None: common), and who uses it."""

    word: str
    whose: Label | None
    uses: tuple[Use, ...]

    @property
    def total(self) -> int:
        """How often it is used by all."""
        return sum(use.uses for use in self.uses)


@dataclass(frozen=True, slots=True)
class Choice:
    """A concept with the words chosen for it, the most used first.

    `actor` is set where the words are forms of a name.
    """

    concept: str
    actor: Label | None
    words: tuple[Word, ...]


def word_choice(
    ledger: Ledger, filter: Filter = EVERYTHING, *, latest: int | None = None
) -> tuple[Choice, ...]:
    """Return the concepts for which the ledger has loaded words, the most contested first.

    A concept for which only one word is used comes last: there others chose nothing else. Filters
    limit the documents and days that count; `party` and `speaker` limit to words of these. With
    `latest`, a filter that lets many records through is asked of so many of the latest uses only.
    """
    selection = replace(select_by(ledger, filter), kinds=(Wording.kind,))
    counts = ledger.word_counts(selection, latest=latest)
    by_concept: dict[str, dict[str, list[WordCount]]] = defaultdict(lambda: defaultdict(list))
    for count in counts:
        by_concept[count.concept][count.word].append(count)
    words = (told for words in by_concept.values() for told in words.values())
    whose = _whose(ledger, [told[0].example for told in words])
    actors = {id.removeprefix(_NAME) for id in by_concept if id.startswith(_NAME)}
    labels = ledger.labels(actors | {id for id in whose.values() if id})
    found = [
        Choice(
            concept,
            labels.get(concept.removeprefix(_NAME)) if concept.startswith(_NAME) else None,
            tuple(
                sorted(
                    (
                        Word(word, _label(whose[told[0].example], labels), _uses(told))
                        for word, told in words.items()
                    ),
                    key=lambda word: (-word.total, word.word),
                )
            ),
        )
        for concept, words in by_concept.items()
    ]
    return tuple(sorted(found, key=_rank))


def _rank(choice: Choice) -> tuple[int, str]:
    """Order by how much is not the most used word, then by concept."""
    rest = sum(word.total for word in choice.words[1:])
    return -rest, choice.concept


def _whose(ledger: Ledger, examples: Sequence[str]) -> dict[str, str | None]:
    """Return whose usage the words of these examples are, by the example's id."""
    return {
        stored.id: stored.record.whose
        for stored in ledger.records(Selection(kinds=(Wording.kind,), ids=tuple(examples)))
        if isinstance(stored.record, Wording)
    }


def _label(id: str | None, labels: Mapping[str, Label]) -> Label | None:
    return None if id is None else labels.get(id) or Label(id)


def _uses(counts: list[WordCount]) -> tuple[Use, ...]:
    by_publisher: dict[str, list[WordCount]] = defaultdict(list)
    for count in counts:
        by_publisher[count.publisher].append(count)
    found = [
        Use(
            publisher,
            {Voice(count.voice): count.uses for count in told},
            max(count.documents for count in told),
            told[0].example,
        )
        for publisher, told in by_publisher.items()
    ]
    return tuple(sorted(found, key=lambda use: (-use.uses, use.publisher)))
