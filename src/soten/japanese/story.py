"""What has been told of time so far in a story, for the expressions that count on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from soten.japanese.calendar import Precision, Stretch

SENTENCE_END: Final = re.compile(r"[。\n]")
"""Where a sentence is over, for all that times care."""


@dataclass(slots=True)
class Story:
    """What has been told so far of one story."""

    writer: Stretch | None
    told: Stretch | None = None
    told_end: int = -1
    last: Stretch | None = None
    """The last date of any kind, also one to come."""
    last_end: int = -1
    ended: int = -1
    """Where the last expression of any length is over."""
    twice: tuple[int, Stretch] | None = None
    """Where the second name of a day already told begins, and that day: 前日の25日."""
    year: int | None = None
    month: tuple[int, int] | None = None

    def forget(self) -> None:
        """Drop what was told, since a date came after it that nothing settles."""
        self.told = self.last = None
        self.year = self.month = None

    def remember(self, stretch: Stretch, end: int, is_future: bool) -> None:
        """Take in what an expression that ends at `end` was found to mean."""
        self.year, self.ended = stretch.last.year, end
        month = (stretch.first.year, stretch.first.month)
        if month == (stretch.last.year, stretch.last.month):
            self.month = month
        if stretch.precision is Precision.DAY or stretch.last - stretch.first < timedelta(days=6):
            self.last, self.last_end = stretch, end
            if not is_future:
                self.told, self.told_end = stretch, end
