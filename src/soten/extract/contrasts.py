"""What a statement contests without a word of denial: by refusing, blaming, counting otherwise."""

from __future__ import annotations

from collections.abc import Collection

from soten.extract.contesting import (
    ACTING,
    BLAMING,
    CONTRAST,
    ELECTED,
    HELD,
    LAID_TO,
    LOSSES,
    NEGATED,
    OPPOSITE,
    OWNED,
    SAME_PLACE,
    TAKEN,
    UNRECOGNIZED,
    WITHHELD,
)
from soten.extract.heldclaims import HeldClaim, Side, places_in
from soten.extract.opponents import AT_ONCE, BESIDE, FAR, Opponent
from soten.records import Act

_TAIL = 16
"""Characters at the end of what is not so in which its predicate stands."""
_REFUSING = frozenset((Act.REJECT, Act.DEMAND, Act.DENY, Act.ASSERT, Act.CRITICIZE, Act.ANNOUNCE))
_DECLARING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM))
_ARGUING = frozenset((Act.CRITICIZE, Act.ASSERT, Act.EXPLAIN))
_HELD_TRUE = frozenset((Act.CRITICIZE, Act.ASSERT, Act.EXPLAIN, Act.ANNOUNCE))


class Contrast(Opponent):
    """A statement that may contest others by what it says instead."""

    def claims(self) -> list[HeldClaim]:
        """What a statement contests without a word of denial."""
        if self.is_outlet(self.side):
            return []
        refused = self._of_each_other() or self._unrecognized() or self._of_their_words()
        if refused or self.statement.act not in _HELD_TRUE:
            return refused
        found = self._still_held() or self._blamed() or self._counted_otherwise()
        if found or not self.is_known(self.side.camp):
            return found
        return self._gainsaid()

    def _of_their_words(self) -> list[HeldClaim]:
        """「A国の主張について、合意をゆがめるものだと非難した」."""
        if self.statement.act is not Act.CRITICIZE:
            return []
        if OWNED.search(self.text, self.content.start, self.content.end) is None:
            return []
        claims = self.of_owner(answers=False)
        spoken_of = [claim for claim in claims if claim.words & self.side.words - self._theirs()]
        return spoken_of[-1:] or self.loose_of_owner()

    def _theirs(self) -> set[str]:
        """The words that name somebody, which tell less than others what is spoken of."""
        return set(self.analysis.cast.members)

    def _of_each_other(self) -> list[HeldClaim]:
        """「双方は相手が先に攻撃したと非難した」: what one says of the other, the other denies."""
        if self.statement.act not in _HELD_TRUE:
            return []
        if not OPPOSITE.search(self.text, self.content.start, self.content.end):
            return []
        for claim in self.recent[-1:]:
            same = claim.sides and claim.sides[-1].content == self.content
            if same and self.is_other(claim):
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
        told = [c for c in self.recent if self.is_near(c, FAR) and self.is_other(c)]
        for claim in reversed(told):
            if self._declares(claim.sides[-1], declared):
                return [claim]
        for side in reversed(self.held.loose):
            apart = self.statement.sentence - side.statement.sentence
            if apart <= FAR and self.opposes(side) and self._declares(side, declared):
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
        taken = [c for c in self.recent if TAKEN.search(c.finding.what) and self.is_other(c)]
        if places:
            return [claim for claim in taken if places & claim.words]
        near = [c for c in taken[-1:] if self.is_near(c, BESIDE)]
        same = self.holds(SAME_PLACE, self.side)
        return [claim for claim in near if same or self.side.words & claim.words]

    def _blamed(self) -> list[HeldClaim]:
        """Two that blame each other for one thing, or one that is set against the other by contrast."""
        if not self.holds(BLAMING, self.side):
            return self._set_off() or self._charged()
        for other in self._said_beside():
            of_them, of_me = self._is_blamed(other, self.side), self._is_blamed(self.side, other)
            if not of_me and self.speaks_of_me(other.words):
                continue
            if self.holds(BLAMING, other) and (
                (of_them and of_me) or ((of_them or of_me) and self._is_set_against(other))
            ):
                return [self._claim_of(other)]
        return []

    def _is_blamed(self, whom: Side, words: Side) -> bool:
        """Say whether words name a side as the one that acts: 「A軍が砲撃した」, not 「A国の標的を」."""
        own, content = self.names_of(whom), words.content
        names = self.analysis.names.within(content.start, content.end)
        return any(n.member in own and ACTING.match(self.text, n.stop, content.end) for n in names)

    def _set_off(self) -> list[HeldClaim]:
        """「A国は侵略だと主張するが、B国は自衛の措置だと説明する」: two accounts of B's deed at once."""
        at = self.statement.sentence
        told = [s for s in self._said_beside() if s.statement.sentence == at]
        loose = [s for s in self.held.loose if s.statement.sentence == at and self.opposes(s)]
        for other in (*told, *reversed(loose)):
            if not self._is_account(other) or not self.is_known(self.side.camp):
                continue
            if self.speaks_of_me(other.words) and self._is_set_against(other):
                return [self._claim_of(other) if other in told else self.held.open_loose(other)]
        return []

    def _is_account(self, side: Side) -> bool:
        """Say whether somebody named holds something, rather than makes it known."""
        return side.statement.act in _ARGUING and self.is_known(side.camp)

    def _charged(self) -> list[HeldClaim]:
        """「これについてB国は『A国は国境線を尊重していない』と非難した」 after what A国 has held."""
        if self.statement.act is not Act.CRITICIZE:
            return []
        for other in filter(self._is_account, self._said_beside()):
            if self.names_of(other) & self.side.words and self._is_set_against(other):
                return [self._claim_of(other)]
        for loose in reversed(self.held.loose):
            apart = self.statement.sentence - loose.statement.sentence
            if apart > BESIDE or not self.opposes(loose) or not self._is_account(loose):
                continue
            if self._is_set_against(loose):
                if self.names_of(loose) & self.side.words:
                    return [self.held.open_loose(loose)]
        return []

    def _gainsaid(self) -> list[HeldClaim]:
        """「使用したことはない」, 「使用したのはB軍だ」 after 「A軍が使用した」 of another."""
        if not self.holds(NEGATED, self.side) and not self.holds(LAID_TO, self.side):
            return []
        tail = self.text[max(self.content.start, self.content.end - _TAIL) : self.content.end]
        said = {word for word in self.side.words if word in tail}
        for other in self._said_beside():
            shared = other.words & (said if self.holds(NEGATED, self.side) else self.side.words)
            losses = self.holds(LOSSES, other) and self.holds(LOSSES, self.side)
            if (shared or losses) and not self.holds(NEGATED, other):
                return [self._claim_of(other)]
        return []

    def _counted_otherwise(self) -> list[HeldClaim]:
        """「死者は12人」 after 「100人を殺害した」 of the other side."""
        if not self.side.numbers or not self.holds(LOSSES, self.side):
            return []
        for other in self._said_beside():
            known = self.is_known(self.side.camp) and self.is_known(other.camp)
            if not known and not self._is_set_against(other):
                continue
            elsewhere = other.places and self.side.places and not other.places & self.side.places
            if other.numbers and not other.numbers & self.side.numbers and not elsewhere:
                if self.holds(LOSSES, other) and self._same_units(other):
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
        near = [c for c in self.recent[-AT_ONCE:] if self.is_near(c, BESIDE)]
        sides = [c.sides[-1] for c in reversed(near) if c.sides]
        sides = [s for s in sides if not s.content.overlaps(self.content)]
        return [s for s in sides if self.opposes(s) and not self.is_outlet(s)]

    def _claim_of(self, other: Side) -> HeldClaim:
        return next(c for c in reversed(self.recent) if c.sides and c.sides[-1] is other)

    def _is_set_against(self, other: Side) -> bool:
        """Say whether a word of contrast (一方, これに対し, が、) stands between the two."""
        if self.content.start < other.content.end:
            return False
        return CONTRAST.search(self.text, other.content.end, self.content.start) is not None
