"""Disputes: which claims a statement contests, by its words, by whose words it names, or by contrast."""

from __future__ import annotations

import re
from collections.abc import Collection

from soten.extract.contesting import (
    ANSWERING,
    BLAMING,
    CONTRAST,
    CRITICISM,
    ELECTED,
    FLAT_DENIAL,
    HELD,
    LAID_TO,
    LOSSES,
    NEGATED,
    OPPOSITE,
    OTHERS_WORDS,
    PART_IN_IT,
    RECOGNIZING,
    SUCH,
    TAKEN,
    UNRECOGNIZED,
    WITHHELD,
    WORDLESS,
)
from soten.extract.heldclaims import CONTESTS, HeldClaim, HeldClaims, Side, places_in, reach
from soten.japanese.analysis import Analysis
from soten.records import Act, ActorType

_BRIEF = 24
"""Characters of a denial that only names what is denied."""
_NEAR = 4
"""Sentences back in which a denied claim was made, where words alone do not tell which."""
_FAR = 10
"""The same where whose words are denied is told."""
_BESIDE = 1
"""The same where only that it stands beside tells that one answers the other."""
_TAIL = 16
"""Characters at the end of a denial in which what is not so stands."""
_AS_MUCH = 0.75
"""Share of the best likeness at which further claims are denied by the same words."""
_BEYOND = 0.5
"""Least likeness of a denial to a claim made more than `_FAR` sentences before."""
_AT_ONCE = 2
"""Claims that one denial of somebody's words contests."""
_REFUSING = frozenset((Act.REJECT, Act.DEMAND, Act.DENY, Act.ASSERT, Act.CRITICIZE, Act.ANNOUNCE))
_DECLARING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM))
_HELD_TRUE = frozenset((Act.CRITICIZE, Act.ASSERT, Act.EXPLAIN, Act.ANNOUNCE))


def contested_by(
    side: Side, held: HeldClaims, analysis: Analysis, *, denies: bool = False
) -> list[HeldClaim]:
    """Return the claims of others that a statement contests; `denies` is true of one that denies."""
    reader = _Contest(side, held, analysis)
    if reader.refuses:
        return reader.by_contrast()
    return reader.by_denial() if denies or reader.answers else reader.by_contrast()


def refuses(side: Side, analysis: Analysis) -> bool:
    """Say whether a statement refuses to recognize something: 「選挙の結果を認めない」."""
    content = side.statement.content
    refused = side.statement.verb in RECOGNIZING and side.statement.act in (Act.DENY, Act.REJECT)
    return refused and WITHHELD.search(analysis.text, content.start, content.end) is not None


def is_own_account(side: Side, analysis: Analysis) -> bool:
    """Say whether who contests a claim also claims something else: 「先に撃ったのはA軍だ」."""
    start, end = side.content.start, side.content.end
    if side.statement.act in (Act.DENY, Act.CRITICIZE):
        return side.statement.act is Act.CRITICIZE
    return not any(p.search(analysis.text, start, end) for p in (HELD, NEGATED, OPPOSITE))


class _Contest:
    def __init__(self, side: Side, held: HeldClaims, analysis: Analysis) -> None:
        self.side, self.held, self.analysis, self.text = side, held, analysis, analysis.text
        self.statement, self.content = side.statement, side.statement.content
        self.recent = held.recent(side)
        self.answers = self.statement.verb in ANSWERING or self._holds(CRITICISM, side)
        self.refuses = refuses(side, analysis)

    # --- denials -----------------------------------------------------------------------------------
    def by_denial(self) -> list[HeldClaim]:
        """What a denial denies: what stands right before it, whose words it names, what it repeats."""
        if self.answers or self._is_bare():
            found = self._answered() or self._of_owner() or self._of_me()
            return found or self._alike() or self._told_with() or self._just_said() or self._loose()
        found = self._of_owner() or self._alike() or self._told_with()
        return found or self._just_said(shared=1) or self._loose()

    def _is_bare(self) -> bool:
        """「関与を否定した」, 「事実無根だ」: a denial that does not tell what is denied."""
        start, end = self.content.start, self.content.end
        if end - start > _BRIEF:
            return False
        if PART_IN_IT.search(self.text, start, end):
            return True
        patterns = (FLAT_DENIAL, WORDLESS)
        return not self.side.words or any(p.match(self.text, start, end) for p in patterns)

    def _answered(self) -> list[HeldClaim]:
        """What somebody else says earlier in the same sentence."""
        at = self.statement.sentence
        told = [c for c in self.recent if c.sentence == at and self._is_other(c)]
        if told:
            return told[-1:]
        loose = [s for s in self.held.loose if s.statement.sentence == at and self._opposes(s)]
        return [self.held.open_loose(loose[-1])] if loose else []

    def _of_me(self) -> list[HeldClaim]:
        """The last thing that another has said of who denies, a few sentences back."""
        for claim in reversed(self.recent):
            if self._is_near(claim) and self._is_other(claim) and self._speaks_of_me(claim.words):
                return [claim]
        return []

    def _just_said(self, shared: int = 0) -> list[HeldClaim]:
        """What another has claimed in the sentence before, if it has that many words in common."""
        for claim in reversed(self.recent[-_AT_ONCE:]):
            if self._is_near(claim, _BESIDE) and self._is_other(claim):
                if len(claim.words & self.side.words) >= shared:
                    return [claim]
        return []

    def _speaks_of_me(self, words: set[str]) -> bool:
        return bool(self._names_of(self.side) & words)

    def _names_of(self, side: Side) -> set[str]:
        """The members of the cast who stand for a speaker: himself and those of his camp."""
        members = self.analysis.cast.members
        own = self._cast_of(side.camp) | {side.by, side.camp}
        return {key for key in own if key in members}

    def _cast_of(self, camp: str) -> set[str]:
        return self.held.camps.get(camp, set())

    def _is_other(self, claim: HeldClaim) -> bool:
        """Say whether somebody of another camp asserts it, and not only an outlet that reports it."""
        return any(self._opposes(s) and not self._is_outlet(s) for s in claim.sides)

    def _opposes(self, other: Side) -> bool:
        return other.by != self.side.by and other.camp != self.side.camp

    def _is_outlet(self, side: Side) -> bool:
        member = self.analysis.cast.members.get(side.by)
        return member is not None and member.type is ActorType.OUTLET

    def _of_owner(self) -> list[HeldClaim]:
        """The last claims of whoever's words are denied as a whole.

        「参謀総長の報告を否定した」; with 「そのような非難」 whoever spoke last.
        """
        start = self.content.start
        told = self.answers or self.statement.act is Act.DENY
        end = reach(self.side) if told else self.content.end
        word = OTHERS_WORDS.search(self.text, start, end)
        if word is None:
            return []
        if SUCH.search(self.text, max(start, word.start() - 8), word.start()):
            return [c for c in self.recent if self._is_near(c)][-_AT_ONCE:]
        members = self.analysis.cast.members
        owners = [members[n.member] for n in self.analysis.names.within(start, word.start())]
        camps = {owner.side or owner.key for owner in owners}
        theirs = [c for c in self.recent if any(s.camp in camps for s in c.sides)]
        return [claim for claim in theirs if self._is_near(claim, _FAR)][-_AT_ONCE:]

    def _alike(self) -> list[HeldClaim]:
        """The claims of somebody else that speak most of the same things."""
        scored = []
        for claim, shared in self.held.alike(self.side):
            if self.side.by in claim.asserting or shared < 2:
                continue
            likeness = shared / (min(len(claim.words), len(self.side.words)) or 1)
            if likeness >= (CONTESTS if self._is_near(claim, _FAR) else _BEYOND):
                scored.append((likeness, claim))
        best = max((likeness for likeness, _ in scored), default=0.0)
        return [c for likeness, c in reversed(scored) if likeness >= best * _AS_MUCH]

    def _told_with(self) -> list[HeldClaim]:
        """For a denial in a word or two (「戦争犯罪疑惑」), the last claim told with those words."""
        if self.content.end - self.content.start > _BRIEF:
            return []
        named = {word for word in self.side.words if len(word) >= 2}
        for claim in reversed(self.recent):
            if not claim.sides or not self._is_near(claim):
                continue
            view = self.analysis.sentence_of(claim.finding.asserted[-1].span.start)
            told = self.text[view.start : view.end] if view is not None else ""
            if sum(word in told for word in named) >= min(2, len(named)):
                return [claim]
        return []

    def _loose(self) -> list[HeldClaim]:
        """The recent assertion of somebody else, no claim until now, that a denial speaks of."""
        best, chosen = CONTESTS, None
        for other in self.held.loose:
            shared = len(other.words & self.side.words)
            likeness = shared / (min(len(other.words), len(self.side.words)) or 1)
            if other.by != self.side.by and shared > 1 and likeness >= best:
                best, chosen = likeness, other
        return [] if chosen is None else [self.held.open_loose(chosen)]

    def _is_near(self, claim: HeldClaim, sentences: int = _NEAR) -> bool:
        """Say whether a claim was last made within a few sentences before."""
        return 0 <= self.statement.sentence - claim.sentence <= sentences

    # --- contrasts ---------------------------------------------------------------------------------
    def by_contrast(self) -> list[HeldClaim]:
        """What a statement contests without a word of denial."""
        if self._is_outlet(self.side):
            return []
        refused = self._of_each_other() or self._unrecognized()
        if refused or self.statement.act not in _HELD_TRUE:
            return refused
        found = self._still_held() or self._blamed()
        if found or not self._is_known(self.side.camp):
            return found
        return self._gainsaid() or self._counted_otherwise()

    def _is_known(self, camp: str) -> bool:
        """Say whether a camp is somebody named, not an expert or witness."""
        return camp in self.analysis.cast.members or camp in self.analysis.index.actors

    def _of_each_other(self) -> list[HeldClaim]:
        """「双方は相手が先に攻撃したと非難した」: what one says of the other, the other denies."""
        if self.statement.act not in _HELD_TRUE:
            return []
        if not OPPOSITE.search(self.text, self.content.start, self.content.end):
            return []
        for claim in self.recent[-1:]:
            same = claim.sides and claim.sides[-1].content == self.content
            if same and self._is_other(claim):
                return [claim]
        return []

    def _unrecognized(self) -> list[HeldClaim]:
        """「選挙の結果を認めない」, 「独立宣言は無効だ」: who refuses to recognize what was declared."""
        start, end = self.content.start, max(self.content.end, self.statement.frame.end)
        what = WITHHELD.findall(self.text, start, self.content.end)
        if self.statement.act not in _REFUSING or not what:
            return []
        if UNRECOGNIZED.search(self.text, start, end) is None:
            return []
        declared = ELECTED if ELECTED.intersection(what) else what
        told = [c for c in self.recent if self._is_near(c, _FAR) and self._is_other(c)]
        for claim in reversed(told):
            if self._declares(claim.sides[-1], declared):
                return [claim]
        for side in reversed(self.held.loose):
            apart = self.statement.sentence - side.statement.sentence
            if apart <= _FAR and self._opposes(side) and self._declares(side, declared):
                return [self.held.open_loose(side)]
        return []

    def _declares(self, side: Side, what: Collection[str]) -> bool:
        words = side.content.cut(self.text)
        return side.statement.act in _DECLARING and any(word in words for word in what)

    def _still_held(self) -> list[HeldClaim]:
        """「B市は我が軍の管理下にある」 after 「B市を制圧した」 of the other side."""
        if not HELD.search(self.text, self.content.start, self.content.end):
            return []
        places = places_in(self.content, self.analysis)
        taken = [c for c in self.recent if TAKEN.search(c.finding.what) and self._is_other(c)]
        if places:
            return [claim for claim in taken if places & claim.words]
        near = [c for c in taken[-1:] if self._is_near(c, _BESIDE)]
        return [claim for claim in near if self.side.words & claim.words]

    def _blamed(self) -> list[HeldClaim]:
        """Two that blame each other for one thing, or one that is set against the other by contrast."""
        if not self._holds(BLAMING, self.side):
            return self._charged()
        for other in self._said_beside():
            mine, theirs = self._names_of(self.side), self._names_of(other)
            of_them, of_me = bool(theirs & self.side.words), bool(mine & other.words)
            if self._holds(BLAMING, other) and (
                (of_them and of_me) or ((of_them or of_me) and self._is_set_against(other))
            ):
                return [self._claim_of(other)]
        return []

    def _charged(self) -> list[HeldClaim]:
        """「これについてB国は『A国は国境線を尊重していない』と非難した」 after what A国 has held."""
        if self.statement.act is not Act.CRITICIZE:
            return []
        for other in self._said_beside():
            if self._names_of(other) & self.side.words and self._is_set_against(other):
                return [self._claim_of(other)]
        for loose in reversed(self.held.loose):
            apart = self.statement.sentence - loose.statement.sentence
            if apart <= _BESIDE and self._opposes(loose) and self._is_set_against(loose):
                if self._names_of(loose) & self.side.words:
                    return [self.held.open_loose(loose)]
        return []

    def _gainsaid(self) -> list[HeldClaim]:
        """「使用したことはない」, 「使用したのはB軍だ」 after 「A軍が使用した」 of another."""
        if not self._holds(NEGATED, self.side) and not self._holds(LAID_TO, self.side):
            return []
        tail = self.text[max(self.content.start, self.content.end - _TAIL) : self.content.end]
        said = {word for word in self.side.words if word in tail}
        for other in self._said_beside():
            shared = other.words & (said if self._holds(NEGATED, self.side) else self.side.words)
            losses = self._holds(LOSSES, other) and self._holds(LOSSES, self.side)
            if (shared or losses) and not self._holds(NEGATED, other):
                return [self._claim_of(other)]
        return []

    def _counted_otherwise(self) -> list[HeldClaim]:
        """「死者は12人」 after 「100人を殺害した」 of the other side."""
        if not self.side.numbers or not self._holds(LOSSES, self.side):
            return []
        for other in self._said_beside():
            if other.numbers and not other.numbers & self.side.numbers:
                if self._holds(LOSSES, other) and self._same_units(other):
                    return [self._claim_of(other)]
        return []

    def _same_units(self, other: Side) -> bool:
        mine, theirs = (
            {n.unit for n in self.analysis.numbers.within(s.content.start, s.content.end)}
            for s in (self.side, other)
        )
        return bool(mine & theirs)

    def _said_beside(self) -> list[Side]:
        """What others of another camp have claimed in this sentence or the one before, latest first."""
        near = [c for c in self.recent[-_AT_ONCE:] if self._is_near(c, _BESIDE)]
        sides = [c.sides[-1] for c in reversed(near) if c.sides]
        sides = [s for s in sides if not s.content.overlaps(self.content)]
        return [s for s in sides if self._opposes(s) and not self._is_outlet(s)]

    def _claim_of(self, other: Side) -> HeldClaim:
        return next(c for c in reversed(self.recent) if c.sides and c.sides[-1] is other)

    def _holds(self, pattern: re.Pattern[str], side: Side) -> bool:
        return pattern.search(self.text, side.content.start, side.content.end) is not None

    def _is_set_against(self, other: Side) -> bool:
        """Say whether a word of contrast (一方, これに対し, が、) stands between the two."""
        if self.content.start < other.content.end:
            return False
        return CONTRAST.search(self.text, other.content.end, self.content.start) is not None
