"""How something told later bears on a promise: the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from soten.query.answers import Label, Row
from soten.records import Act, Commitment, Record, Statement
from soten.records.promising import Matter


class Bearing(StrEnum):
    """How something told later bears on a promise, as whoever tells it puts it."""

    LEFT_OFF = "left-off"
    """The party is told to have left off what it promised to leave off."""
    WITHIN = "done-within"
    """What was promised to be left off is told to have been done, within the term."""
    ELSEWHERE = "done-elsewhere"
    """The like is told to have been done within the term, not to what the promise names."""
    DONE = "done"
    """What was promised is told to have been done."""
    ACCUSED = "accused"
    """Somebody says that the promise was broken."""
    SAID_KEPT = "said-kept"
    """Somebody says that it is kept."""
    KEPT = "told-kept"
    """A report tells it as kept."""
    BROKEN = "told-broken"
    """A report tells it as broken."""
    EXPIRED = "told-expired"
    """A report tells that it ran out."""
    EXTENDED = "extended"
    """It is told to be extended, or promised again until later."""
    WITHDRAWN = "withdrawn"
    """It is told to be withdrawn or called off."""
    OVERTAKEN = "overtaken"
    """The party promises something else on the same matter."""


@dataclass(frozen=True, slots=True)
class Later:
    """Something told later that bears on a promise.

    `by` is whose words it is, None where a report tells it in its own voice; `shared` are the
    words of the promise that it shares, `day` the day it is told of ("" unknown).
    """

    bearing: Bearing
    day: str
    by: Label | None
    row: Row[Record]
    shared: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    """Ids of further tellings of the same by the same voice."""


@dataclass(frozen=True, slots=True)
class Since:
    """What is told since a promise that bears on it: the first of it in order of time, and how much.

    `is_settled` is true where any of it tells of the promise itself.
    """

    first: tuple[Later, ...]
    count: int
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Promised:
    """A joined promise as later events and words are compared with it.

    `told` is the day it was first reported, `low` and `high` its term as far as told, `party` an
    id with `names` of the party, `rows` its tellings.
    """

    id: str
    party: str
    matter: Matter
    told: str
    low: str
    high: str
    rows: tuple[Row[Commitment], ...]

    @property
    def words(self) -> str:
        """All tellings of the promise."""
        return "\n".join(row.record.what for row in self.rows)


_CUES: Final[tuple[tuple[Bearing, str], ...]] = (
    (
        Bearing.ACCUSED,
        "違反(?!し(?:て(?:い)?)?な|は(?:し|な)|が?な[いか])|破った(?!こと)|破って|破られ|守られて(?:い)?ない|守って(?:い)?ない|守ら(?:な|ず)|反故|ほごに|"
        "履行(?:して|されて)(?:い)?ない|踏みにじ",
    ),
    (Bearing.SAID_KEPT, "順守|遵守|守って|守られて|履行して|履行されて|厳守"),
    (Bearing.EXTENDED, "延長(?!し(?:て)?な|せず|を?拒|に反対|は?行わ|の(?:可能|見通|是非))"),
    (Bearing.WITHDRAWN, "(?:破棄|撤回|離脱)(?:し|する|を(?:発表|表明|宣言|決))|打ち切|白紙"),
)
_ASKED: Final = re.compile(
    r"よう|べき|求め|要求|期待|訴え|呼びかけ|望|必要|れば|なら|場合|限り|可能性|[たて]い(?:と|。|」|\Z)"
)
"""What follows where it is only asked for or supposed."""
_ASKING: Final = frozenset((Act.DEMAND, Act.PROPOSE, Act.DENY, Act.DOUBT))
"""What is said in such a way says nothing of what was done."""
_CUE: Final = tuple((bearing, re.compile(words)) for bearing, words in _CUES)


def bearing_of(record: Record, words: str) -> Bearing | None:
    """Return how words bear on a promise; None where they only ask, suppose or deny.

    Words that tell something to be called off say so of no promise to break something off.
    """
    if isinstance(record, Statement) and record.act in _ASKING:
        return None
    for bearing, cue in _CUE:
        match = cue.search(words)
        if match is not None and not _ASKED.search(words, match.end(), match.end() + 14):
            return bearing
    return None
