"""Who stands against whom: one statement and what others have claimed before it."""

from __future__ import annotations

import re

from soten.extract.contesting import ALTOGETHER, OTHERS_WORDS, OWNED, SUCH
from soten.extract.heldclaims import HeldClaim, HeldClaims, Side, reach
from soten.japanese.analysis import Analysis
from soten.records import Act, ActorType

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

    def is_ours(self, claim: HeldClaim) -> bool:
        """Say whether only those of the speaker's own camp assert it."""
        return bool(claim.sides) and not any(self.opposes(side) for side in claim.sides)

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

    def _is_in_this_story(self, claim: HeldClaim) -> bool:
        """Say whether a claim was last made in the story that the statement stands in."""
        sentences = self.analysis.sentences
        return sentences[claim.sentence].story == sentences[self.statement.sentence].story

    def holds(self, pattern: re.Pattern[str], side: Side) -> bool:
        """Say whether what a side says has such words."""
        return pattern.search(self.text, side.content.start, side.content.end) is not None

    def others_named(self) -> set[str]:
        """The names of others, which tell less than words and my own name what is spoken of."""
        return set(self.analysis.cast.members) - self.names_of(self.side)

    def of_owner(self, *, answers: bool) -> list[HeldClaim]:
        """The last claims of whoever's words are contested as a whole.

        「参謀総長の報告を否定した」; with 「そのような非難」 whoever spoke last; with 「報告書自体」 all that
        they claim in this story. Of one that answers, the words may stand after what it says:
        「たわ言だ」とA氏の発言を一蹴した.
        """
        start = self.content.start
        told = answers or self.statement.act is Act.DENY
        word = OTHERS_WORDS.search(self.text, start, reach(self.side) if told else self.content.end)
        if word is None:
            return []
        if SUCH.search(self.text, max(start, word.start() - 8), word.start()):
            return [c for c in self.recent if self.is_near(c)][-AT_ONCE:]
        members = self.analysis.cast.members
        owners = [members[n.member] for n in self.analysis.names.within(start, word.start())]
        camps = {owner.side or owner.key for owner in owners} - {self.side.camp}
        theirs = [c for c in self.recent if any(s.camp in camps for s in c.sides)]
        theirs = [claim for claim in theirs if self.is_near(claim, FAR)]
        if ALTOGETHER.match(self.text, word.end()):
            return [claim for claim in theirs if self._is_in_this_story(claim)]
        words = self.side.words - set(members)
        spoken_of = [claim for claim in theirs if claim.words & words]
        return spoken_of[-AT_ONCE:] or self._loose_of(camps, words) or theirs[-AT_ONCE:]

    def _loose_of(self, camps: set[str], words: set[str]) -> list[HeldClaim]:
        """What somebody of these camps has said with one of the words that was no claim until now."""
        for loose in reversed(self.held.loose):
            near = self.statement.sentence - loose.statement.sentence <= FAR
            if near and loose.camp in camps and self.opposes(loose) and loose.words & words:
                return [self.held.open_loose(loose)]
        return []

    def loose_of_owner(self) -> list[HeldClaim]:
        """What whoever's words are named (「A国の主張について」) has said that was no claim until now."""
        found = OWNED.search(self.text, self.content.start, self.content.end)
        owner = self.analysis.name_by_stop.get(found.start()) if found is not None else None
        if owner is None:
            return []
        camp = self.analysis.member(owner).side or owner.member
        for loose in reversed(self.held.loose):
            if loose.camp == camp and self.opposes(loose):
                if self.statement.sentence - loose.statement.sentence <= FAR:
                    return [self.held.open_loose(loose)]
        return []
