"""A figure in its sentence: names, times, and the words that name what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from soten.records import ActorType, Unit
from soten.resolve.quantitywords import IDLE, acts_in, periods_in

PLACES: Final = frozenset((ActorType.PLACE, ActorType.STATE, ActorType.FACILITY))
DOERS: Final = frozenset((ActorType.STATE, ActorType.FORCE, ActorType.ORGANIZATION))

REACH: Final = 40
"""So many characters around a number tell of it."""

RUN: Final = r"[一-龥々〆ヶァ-ヺーA-Za-zＡ-Ｚａ-ｚ0-9０-９・=＝＿]"
"""A sign of a noun."""
JOIN: Final = r"(?:の|における|での|に対する|側の)"
"""What ties nouns into one phrase."""
AGENT: Final = re.compile(r"(?:軍|側|部隊|政府|空軍|当局)?(?:[はがも]|によ[っり]|による)")
"""What follows whoever does something."""
OF: Final = re.compile(rf"(?P<chain>(?:{RUN}+{JOIN})*{RUN}+)の$")
COUNTED: Final = re.compile(
    r"(?:分)?の(?P<phrase>[^、。「」（）をはがにでとへも]{1,24})(?=[をはがにでとへも、。」（]|から|まで|より|$)"
)
"""What is counted, behind its number."""

_BACK: Final = 120
"""No phrase before a number is longer."""
_CHAIN: Final = rf"(?P<chain>(?:{RUN}+{JOIN})*{RUN}+)"
_BESIDE: Final = re.compile(rf"{_CHAIN}(?:[「『][^」』]{{1,20}}[」』])?$")
_TOPIC: Final = re.compile(rf"{_CHAIN}(?P<mark>[はがもを])(?P<gap>[^はがを「」。]{{0,14}})$")
_TARGET: Final = re.compile(
    rf"{_CHAIN}(?:に対し?て?|への?|に)、?(?P<gap>[^はがを「」。、]{{0,8}})$"
)
_SAID: Final = re.compile(r"$|[、。）]|だ|で(?!は)|に|と|を[超上突]")
"""What follows a number that says how many the topic are: 「死者は3人だ」, not 「列車が3人を」."""
_TAIL: Final = re.compile(r"(?:軍|側|部隊|政府|空軍|当局)?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: where, whom it means, of what type, on which side."""

    start: int
    end: int
    id: str
    type: ActorType
    side: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in a sentence: where, and when it means (EDTF)."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure in its sentence; `start` to `end` is the number with its bound and counter.

    `near` are names of the last sentence before that tells of harm, the nearest last.
    """

    sentence: str
    start: int
    end: int
    unit: Unit
    by: str | None = None
    by_side: str | None = None
    names: tuple[Named, ...] = ()
    dates: tuple[Dated, ...] = ()
    near: tuple[Named, ...] = ()
    described: str | None = None
    """What is counted in words that do not hold the number, as a person may put it."""
    here: str = ""
    """The story: what is told of no place is compared within it only."""

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return where a pattern fits right before the number; places are of the sentence."""
        return pattern.search(self.sentence, max(0, self.start - _BACK), self.start)

    @property
    def left(self) -> str:
        """What stands before the number."""
        return self.sentence[: self.start]

    @property
    def right(self) -> str:
        """What stands behind the number."""
        return self.sentence[self.end :]


def period_of(clause: Clause) -> str:
    """Return for how long a figure counts: day, week, month, year, total, or "" for no telling.

    What stands nearest before the number counts, else what follows it closely.
    """
    marks = [*periods_in(clause.sentence), *_dated_periods(clause)]
    before = [mark for mark in marks if mark[1] <= clause.start]
    after = [mark for mark in marks if clause.end <= mark[0] <= clause.end + 12]
    found = max(before)[2] if before else min(after)[2] if after else ""
    return "" if found == "now" else found


def _dated_periods(clause: Clause) -> Iterable[tuple[int, int, str]]:
    """Yield what dates say of a period: a month, a year; a day counts for a day."""
    for date in clause.dates:
        plain = date.edtf.rstrip("?~%")
        if re.match("以降|以来|から", clause.sentence[date.end :]):
            yield date.start, date.end, "total"
        elif "/" in plain:
            first, last = plain.split("/")
            if first[:8] == last[:8] and len(first) == len(last) == 10:
                yield date.start, date.end, "day" if int(last[8:]) - int(first[8:]) < 2 else ""
        elif len(plain) == 4:
            yield date.start, date.end, "year"
        elif len(plain) == 7 and plain[5:] <= "12":
            yield date.start, date.end, "month"
        elif len(plain) == 10:
            yield date.start, date.end, "day"


@dataclass(frozen=True, slots=True)
class Noun:
    """The words that name what is counted: where they stand, and how they go with the number."""

    words: str = ""
    start: int = 0
    end: int = 0
    how: str = ""


def noun_of(clause: Clause) -> Noun:
    """Return the words that name what is counted, beside the number or as its topic."""
    right = clause.right
    counted = COUNTED.match(right)
    if clause.unit is not Unit.PERCENT and counted is not None:
        phrase = counted["phrase"]
        runs = list(re.finditer(rf"{RUN}+", phrase))
        if runs and not IDLE.fullmatch(runs[-1][0]) and acts_in(phrase)[:1] != [(0, "struck")]:
            start = clause.end + counted.start("phrase")
            return Noun(phrase, start, start + len(phrase), "behind")
    for pattern in (_BESIDE, OF) if clause.unit is not Unit.PERCENT else (OF, _BESIDE):
        match = clause.before(pattern)
        if match and not _is_date(clause, match.end("chain")):
            if not IDLE.fullmatch(re.split(JOIN, match["chain"])[-1]):
                return Noun(match["chain"], *match.span("chain"), "beside")
    is_blow = acts_in(right[:8])[:1] == [(1, "struck")]
    match = clause.before(_TARGET) if is_blow else None
    if match:
        return Noun(match["chain"], *match.span("chain"), "target")
    match = clause.before(_TOPIC)
    if (
        match
        and (_SAID.match(right) if match["mark"] != "を" else "、" not in match["gap"])
        and not _is_doer(clause, match.end("chain"))
    ):
        if not re.search("[0-9０-９]", re.split(JOIN, match["chain"])[-1]):
            return Noun(match["chain"], *match.span("chain"), "topic")
    return Noun("", clause.start, clause.start)


def _is_date(clause: Clause, end: int) -> bool:
    return any(date.start < end <= date.end for date in clause.dates)


def _is_doer(clause: Clause, end: int) -> bool:
    """Say whether words that end there are a name, or its army or side: who does, not what."""
    return any(
        name.end <= end and _TAIL.fullmatch(clause.sentence[name.end : end])
        for name in clause.names
        if name.end <= end <= name.end + 3
    )
