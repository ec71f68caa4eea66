"""What a denial denies: what was said right before it, by whom it names, or in its own words."""

from __future__ import annotations

from soten.extract.contesting import FLAT_DENIAL, PART_IN_IT, WORDLESS
from soten.extract.heldclaims import CONTESTS, HeldClaim, HeldClaims, Side
from soten.extract.opponents import AT_ONCE, BESIDE, FAR, Opponent
from soten.japanese.analysis import Analysis

_BRIEF = 24
"""Characters of a denial that only names what is denied."""
_AS_MUCH = 0.75
"""Share of the best likeness at which further claims are denied by the same words; likeness at which
those of one's own camp are."""
_BEYOND = 0.5
"""Least likeness of a denial to a claim made more than `FAR` sentences before."""


class Denial(Opponent):
    """A statement that denies. `answers` is true of one whose verb answers: 反論した, 一蹴した."""

    def __init__(self, side: Side, held: HeldClaims, analysis: Analysis, *, answers: bool) -> None:
        super().__init__(side, held, analysis)
        self.answers = answers

    def claims(self) -> list[HeldClaim]:
        """What a denial denies: what stands right before it, whose words it names, what it repeats."""
        if self.answers or self._is_bare():
            found = self._answered() or self.of_owner(answers=self.answers) or self._of_me()
            return found or self._alike() or self._told_with() or self._just_said() or self._loose()
        found = (
            self.of_owner(answers=self.answers)
            or self._alike()
            or self._told_with()
            or self._same_deed()
        )
        flat = self.holds(FLAT_DENIAL, self.side)
        return found or self._just_said(shared=0 if flat else 1) or self._loose()

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
        told = [c for c in self.recent if c.sentence == at and self.is_other(c)]
        if told:
            return told[-1:]
        loose = [s for s in self.held.loose if s.statement.sentence == at and self.opposes(s)]
        return [self.held.open_loose(loose[-1])] if loose else []

    def _of_me(self) -> list[HeldClaim]:
        """The last thing that another has said of who denies, a few sentences back."""
        for claim in reversed(self.recent):
            if self.is_near(claim) and self.is_other(claim) and self.speaks_of_me(claim.words):
                return [claim]
        return []

    def _same_deed(self) -> list[HeldClaim]:
        """「軍の派遣を否定した」 after 「B国の軍が展開している」: one kind of deed, of who denies."""
        for claim in reversed(self.recent[-AT_ONCE:]):
            if self.is_near(claim, BESIDE) and self.is_other(claim):
                kinds = self.held.deeds(self.content) & self.held.deeds(claim.opener.content)
                if kinds and self.speaks_of_me(claim.words):
                    return [claim]
        return []

    def _just_said(self, shared: int = 0) -> list[HeldClaim]:
        """What another has claimed in the sentence before, if it has that many words in common."""
        for claim in reversed(self.recent[-AT_ONCE:]):
            if self.is_near(claim, BESIDE) and self.is_other(claim):
                if len(claim.words & self.side.words - self.others_named()) >= shared:
                    return [claim]
        return []

    def _alike(self) -> list[HeldClaim]:
        """The claims of somebody else that speak most of the same things."""
        scored = []
        for claim, shared in self.held.alike(self.side):
            if self.side.by in claim.asserting or shared < 2:
                continue
            likeness = shared / (min(len(claim.words), len(self.side.words)) or 1)
            if self._tells_places_of(claim):
                likeness = 1.0
            least = CONTESTS if self.is_near(claim, FAR) else _BEYOND
            if likeness >= (_AS_MUCH if self.is_ours(claim) else least):
                scored.append((likeness, claim))
        best = max((likeness for likeness, _ in scored), default=0.0)
        return [c for likeness, c in reversed(scored) if likeness >= best * _AS_MUCH]

    def _tells_places_of(self, claim: HeldClaim) -> bool:
        """Say whether a denial names the very places and numbers of a claim: 「A市の70%とB市の80%」."""
        told, mine = claim.opener, self.side
        return bool(told.places and told.numbers) and (
            told.places <= mine.places and told.numbers <= mine.numbers
        )

    def _told_with(self) -> list[HeldClaim]:
        """For a denial in a word or two (「戦争犯罪疑惑」), the last claim told with those words."""
        if self.content.end - self.content.start > _BRIEF:
            return []
        named = {word for word in self.side.words if len(word) >= 2}
        if not named:
            return []
        for claim in reversed(self.recent):
            if not claim.sides or not self.is_near(claim):
                continue
            view = self.analysis.sentence_of(claim.finding.asserted[-1].span.start)
            told = self.text[view.start : view.end] if view is not None else ""
            if sum(w in told or w in claim.words for w in named) >= min(2, len(named)):
                return [claim]
        return []

    def _loose(self) -> list[HeldClaim]:
        """The recent assertion of somebody else, no claim until now, that a denial speaks of."""
        best, chosen = CONTESTS, None
        for other in self.held.loose:
            shared = len((other.words | {other.by}) & self.side.words)
            likeness = shared / (min(len(other.words), len(self.side.words)) or 1)
            if other.by != self.side.by and shared > 1 and likeness >= best:
                best, chosen = likeness, other
        return [] if chosen is None else [self.held.open_loose(chosen)]
