"""The text of a question and which of its characters are understood."""

from __future__ import annotations

import re

from soten.query.question import Part, Understood

_JAPANESE = re.compile(r"[ぁ-んァ-ヺ一-龥々]")


class Pieces:
    """What was understood of a question so far; a character is understood once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[tuple[int, Understood]] = []
        self._covered = bytearray(len(text))

    @property
    def is_japanese(self) -> bool:
        """True where the question holds a kana or a kanji."""
        return _JAPANESE.search(self.text) is not None

    def is_free(self, start: int, end: int) -> bool:
        """Say whether nothing of a stretch is understood yet."""
        return not any(self._covered[start:end])

    def cover(self, start: int, end: int) -> None:
        """Take a stretch as understood, without a meaning of its own."""
        self._covered[start:end] = b"\x01" * (end - start)

    def put(self, part: Part, start: int, end: int, id: str) -> None:
        """Note what a stretch stands for."""
        self.found.append((start, Understood(part, self.text[start:end].strip(), id)))
        self.cover(start, end)

    def understood(self) -> tuple[Understood, ...]:
        """Return the pieces in order of the question, each once."""
        ordered = (piece for _, piece in sorted(self.found, key=lambda found: found[0]))
        return tuple(dict.fromkeys(ordered))
