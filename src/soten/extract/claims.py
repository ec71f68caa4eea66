"""Claims: facts that somebody asserts and others could check or deny.

A denial is joined to the assertion it contests when both speak of the same places, actors or things;
a denial of something nobody in the document asserts stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.checkable import is_checkable
from soten.extract.findings import ClaimFinding, SideFinding, StatementFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.japanese.tokens import Token
from soten.lexicon.entries import CueKind
from soten.records import Act, ActorType, Span

_CLAIMING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM, Act.EXPLAIN, Act.CRITICIZE))
_CONTENT_POS = frozenset(("N", "VN", "NAME", "PERSON", "PLACE", "UNK", "NUM"))
_OTHERS_WORDS = re.compile(
    r"(?:主張|報告書?|発表|見方|指摘|非難|批判|報道|説明|発言|声明|記述)(?=自体|は|が|も|を裏付け|\Z)"
)
"""What somebody said, denied as a whole: 「ロシアの主張を否定した」."""
_SUCH = re.compile(r"その|この|こうした|そうした|そのような|このような")
_BRIEF = 24
"""Characters of a denial that only names what is denied."""
_NEAR = 4
"""Sentences back in which a denied claim was made, where words alone do not tell which."""
_FAR = 10
"""The same where whose words are denied is told."""
_AS_MUCH = 0.75
"""Share of the best likeness at which further claims are denied by the same words."""
_ALIKE = 0.6
"""Least share of the shorter one's content words that makes two statements one claim."""
_CONTESTS = 0.3
"""The same for a denial and what it denies, which often repeats only the gist."""
_RECENT = 14
"""Claims back among which the same or the contested one is looked for."""
_AT_ONCE = 2
"""Claims that one denial of somebody's words contests."""
_COMMON = frozenset(
    "こと もの ため よう 日 月 年 的 側 氏 これ それ 人 約 以上 大統領 政府 軍 主張 報告 情報".split()
)


class _Side:
    """One statement that takes part in a claim, with the words it is compared by."""

    def __init__(
        self, statement: StatementFinding, analysis: Analysis, part: Span | None = None
    ) -> None:
        self.statement = statement
        self.content = part or statement.content
        self.words = _words(self.content, analysis)
        assert statement.speaker is not None
        self.by = statement.speaker.key

    def asserting(self) -> SideFinding:
        """The side as one that asserts: its evidence is what is asserted."""
        return SideFinding(self.by, self.content)

    def denying(self) -> SideFinding:
        """The side as one that denies: its evidence is the denial itself."""
        frame, content = self.statement.frame, self.statement.content
        inside = frame.overlaps(content)
        return SideFinding(
            self.by, Span(min(frame.start, content.start), frame.end) if inside else frame
        )


def find_claims(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[ClaimFinding]:
    """Return the claims of a document, each with its assertions and denials in order."""
    claims: list[tuple[ClaimFinding, set[str]]] = []
    unclaimed: list[_Side] = []
    for statement in statements:
        if statement.speaker is None:
            continue
        side = _Side(statement, analysis)
        if statement.act is Act.DENY or _denies(analysis, rules, statement):
            _deny(side, claims, unclaimed, analysis)
        elif statement.act in _CLAIMING and is_checkable(analysis, rules, statement):
            for part in _parts(side, analysis):
                _assert(part, claims, analysis)
        elif statement.act in _CLAIMING and not statement.speaker.author:
            unclaimed.append(side)
    return [claim for claim, _ in claims]


def _parts(side: _Side, analysis: Analysis) -> list[_Side]:
    """Cut a claim about several places, each with its number, into one for each place.

    「A市の70%、B市の80%以上を制圧した」.
    """
    content = side.statement.content
    cuts: list[int] = []
    for number in analysis.numbers.within(content.start, content.end):
        before = analysis.text[max(content.start, number.start - 1) : number.start]
        place = analysis.name_by_stop.get(number.start - 1) if before == "の" else None
        if place is not None and analysis.member(place).type is ActorType.PLACE:
            cuts.append(number.end)
    if len(cuts) < 2:
        return [side]
    starts = [content.start, *(_after_joint(cut, analysis.text) for cut in cuts[:-1])]
    spans = zip(starts, [*cuts[:-1], content.end], strict=True)
    return [_Side(side.statement, analysis, Span(a, b)) for a, b in spans]


def _after_joint(place: int, text: str) -> int:
    return place + text.startswith(("、", "，", "と", "や"), place)


def _denies(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    if statement.act not in (Act.ASSERT, Act.ANNOUNCE, Act.EXPLAIN, Act.CRITICIZE):
        return False
    content = statement.content
    hits = rules.cues[CueKind.DENIAL].hits(analysis.text, content.start, content.end)
    return next(iter(hits), None) is not None


def _words(span: Span, analysis: Analysis) -> set[str]:
    first = analysis.ground.token_over(span.start)
    words: set[str] = set()
    for token in _tokens_from(analysis, first, span.end):
        if token.pos in _CONTENT_POS and token.surface not in _COMMON:
            words.add(token.surface)
    for name in analysis.names.within(span.start, span.end):
        words.add(name.member)
    return words


def _tokens_from(analysis: Analysis, first: int, end: int) -> Iterator[Token]:
    for at in range(first, len(analysis.tokens)):
        if analysis.tokens[at].start >= end:
            return
        yield analysis.tokens[at]


def _likeness(a: set[str], b: set[str]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def _numbers_differ(a: set[str], b: set[str]) -> bool:
    """70% and 75% are two claims; a claim without number may be the same as one with."""
    in_a = {word for word in a if word[0].isdigit()}
    in_b = {word for word in b if word[0].isdigit()}
    return bool(in_a and in_b) and not in_a & in_b


def _assert(side: _Side, claims: list[tuple[ClaimFinding, set[str]]], analysis: Analysis) -> None:
    for claim, words in reversed(claims[-_RECENT:]):
        shared = len(words & side.words)
        known = any(denial.by == side.by for denial in claim.denied)
        if known or _numbers_differ(words, side.words):
            continue
        if shared > 2 and _likeness(words, side.words) >= _ALIKE:
            claim.asserted.append(side.asserting())
            return
    what = side.content.cut(analysis.text)
    finding = ClaimFinding(what, [side.asserting()], [], "checkable-content", side.statement.issues)
    claims.append((finding, side.words))


def _deny(
    side: _Side,
    claims: list[tuple[ClaimFinding, set[str]]],
    unclaimed: list[_Side],
    analysis: Analysis,
) -> None:
    """Add a denial to what it denies, or by itself; what is denied is a claim, whatever it says."""
    recent = [c for c in claims[-_RECENT:] if all(s.by != side.by for s in c[0].asserted)]
    contested = _claims_of_owner(side, recent, analysis) or _claims_alike(side, recent)
    contested = contested or _claims_told_with(side, recent, analysis)
    for claim in contested:
        claim.denied.append(side.denying())
    if contested:
        return
    asserted = _assertion_alike(side, unclaimed)
    told = asserted if asserted is not None else side
    finding = ClaimFinding(
        told.content.cut(analysis.text),
        [] if asserted is None else [asserted.asserting()],
        [side.denying()],
        "denial",
        side.statement.issues,
    )
    claims.append((finding, side.words | told.words))


def _assertion_alike(side: _Side, unclaimed: list[_Side]) -> _Side | None:
    """The recent assertion of somebody else that a denial speaks the same words as."""
    best, chosen = _CONTESTS, None
    for other in unclaimed[-_RECENT:]:
        shared = len(other.words & side.words)
        likeness = _likeness(other.words, side.words)
        if other.by != side.by and shared > 1 and likeness >= best:
            best, chosen = likeness, other
    return chosen


def _claims_alike(side: _Side, recent: list[tuple[ClaimFinding, set[str]]]) -> list[ClaimFinding]:
    """The recent claims of somebody else that speak most of the same things."""
    scored = [
        (_likeness(words, side.words), claim)
        for claim, words in recent
        if len(words & side.words) > 1
    ]
    best = max((likeness for likeness, _ in scored), default=0.0)
    if best < _CONTESTS:
        return []
    return [claim for likeness, claim in scored if likeness >= max(_CONTESTS, best * _AS_MUCH)]


def _claims_of_owner(
    side: _Side, recent: list[tuple[ClaimFinding, set[str]]], analysis: Analysis
) -> list[ClaimFinding]:
    """The last claims of whoever's words are denied as a whole.

    「参謀総長の報告を否定した」, 「委員会の報告書自体が偽りだ」; with 「そのような非難」 whoever spoke last.
    """
    content = side.statement.content
    word = _OTHERS_WORDS.search(analysis.text, content.start, content.end)
    if word is None:
        return []
    if _SUCH.search(analysis.text, max(content.start, word.start() - 8), word.start()):
        return [claim for claim, _ in recent[-_AT_ONCE:] if _is_near(claim, side, analysis)]
    members = analysis.cast.members
    owners = [members[n.member] for n in analysis.names.within(content.start, word.start())]
    sides = {owner.side or owner.key for owner in owners}
    told = [
        claim
        for claim, _ in recent
        if any((members[s.by].side or s.by) in sides for s in claim.asserted if s.by in members)
    ]
    return [claim for claim in told if _is_near(claim, side, analysis, _FAR)][-_AT_ONCE:]


def _claims_told_with(
    side: _Side, recent: list[tuple[ClaimFinding, set[str]]], analysis: Analysis
) -> list[ClaimFinding]:
    """For a denial in a word or two (「戦争犯罪疑惑」), the last claim told with those words."""
    content = side.statement.content
    if content.end - content.start > _BRIEF:
        return []
    named = {word for word in side.words if len(word) >= 2}
    for claim, _ in reversed(recent):
        if not claim.asserted or not _is_near(claim, side, analysis):
            continue
        view = analysis.sentence_of(claim.asserted[-1].span.start)
        told = analysis.text[view.start : view.end] if view is not None else ""
        if sum(word in told for word in named) >= min(2, len(named)):
            return [claim]
    return []


def _is_near(claim: ClaimFinding, side: _Side, analysis: Analysis, sentences: int = _NEAR) -> bool:
    """Say whether a claim was last made within a few sentences before."""
    last = max(s.span.start for s in (*claim.asserted, *claim.denied))
    view = analysis.sentence_of(last)
    return view is not None and 0 <= side.statement.sentence - view.index <= sentences
