"""Who stands against whom: one statement and what others have claimed before it."""

from __future__ import annotations

import re

from soten.extract.heldclaims import HeldClaim, HeldClaims, Side
from soten.japanese.analysis import Analysis
from soten.records import ActorType

NEAR = 4
"""Sentences back in which a denied claim was made, where words alone do not tell which."""
FAR = 10
"""The same where whose words are denied is told."""
BESIDE = 1
"""The same where only that it stands beside tells that one answers the other."""
AT_ONCE = 2
"""Claims that one denial of somebody's words contests."""


class Opponent:
    """A statement that may contest the claims of others."""

    def __init__(self, side: Side, held: HeldClaims, analysis: Analysis) -> None:
        self.side, self.held, self.analysis, self.text = side, held, analysis, analysis.text
        self.statement, self.content = side.statement, side.statement.content
        self.recent = held.recent(side)

    def names_of(self, side: Side) -> set[str]:
        """The members of the cast who stand for a speaker: himself and those of his camp."""
        members = self.analysis.cast.members
        own = self.held.camps.get(side.camp, set()) | {side.by, side.camp}
        return {key for key in own if key in members}

    def speaks_of_me(self, words: set[str]) -> bool:
        """Say whether words of another name who speaks now, or his camp."""
        return bool(self.names_of(self.side) & words)

    def is_other(self, claim: HeldClaim) -> bool:
        """Say whether somebody of another camp asserts it, and not only an outlet that reports it."""
        return any(self.opposes(s) and not self.is_outlet(s) for s in claim.sides)

    def opposes(self, other: Side) -> bool:
        """Say whether another is of another camp."""
        return other.by != self.side.by and other.camp != self.side.camp

    def is_outlet(self, side: Side) -> bool:
        """Say whether an outlet reports, who holds nothing itself."""
        member = self.analysis.cast.members.get(side.by)
        return member is not None and member.type is ActorType.OUTLET

    def is_known(self, camp: str) -> bool:
        """Say whether a camp is somebody named, not an expert or witness."""
        return camp in self.analysis.cast.members or camp in self.analysis.index.actors

    def is_near(self, claim: HeldClaim, sentences: int = NEAR) -> bool:
        """Say whether a claim was last made within a few sentences before."""
        return 0 <= self.statement.sentence - claim.sentence <= sentences

    def holds(self, pattern: re.Pattern[str], side: Side) -> bool:
        """Say whether what a side says has such words."""
        return pattern.search(self.text, side.content.start, side.content.end) is not None
