"""What a reading gained and lost since another one of the same annotated documents.

Of the earlier reading a list of digests is kept, one for each annotated item it had right. A digest
is no text: such a list can be published where the annotated documents cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from soten.evaluation.scoring import Annotated, Scores

_DIGITS = 12
"""Hexadecimal digits of a digest: 48 bits, so that a million items do not meet by chance."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Annotated items right now and not before, and right before and not now."""

    gained: tuple[Annotated, ...]
    lost: tuple[Annotated, ...]


def recorded_lines(scores: Scores) -> Iterator[str]:
    """Yield a line for each annotated item that is right: what is measured, document, digest."""
    yield from sorted(_line(item) for item in scores.items if item.right)


def changes(scores: Scores, recorded: Iterable[str]) -> Changes:
    """Return what changed since the reading whose `recorded_lines` these are.

    Lines of annotations that are no longer there are passed over.
    """
    before = {line.strip() for line in recorded}
    told = [(item, _line(item) in before) for item in scores.items]
    return Changes(
        gained=tuple(item for item, was_right in told if item.right and not was_right),
        lost=tuple(item for item, was_right in told if was_right and not item.right),
    )


def _line(item: Annotated) -> str:
    key = "\n".join((item.words, item.details, str(item.occurrence)))
    digest = sha256(key.encode("utf-8")).hexdigest()[:_DIGITS]
    return f"{item.measure.value} {item.document} {digest}"
