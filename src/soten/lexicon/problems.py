"""What is wrong with a pack: one `Problem` each, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem keeps a pack from loading."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a pack's file. `line` counts from 1; 0 where no line can be named.

    >>> print(Problem("pack/titles.yaml", 3, "大統領", "unknown key 'sort'"))
    pack/titles.yaml:3: 大統領: unknown key 'sort'
    """

    file: str
    line: int
    entry: str | None
    reason: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        mark = "warning: " if self.severity is Severity.WARNING else ""
        entry = f"{self.entry}: " if self.entry else ""
        return f"{place}: {mark}{entry}{self.reason}"
