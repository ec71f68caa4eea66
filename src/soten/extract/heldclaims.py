"""The claims of a document while it is read, found again by their words."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from soten.extract.contesting import ACTING, FALSEHOOD, TAKEN
from soten.extract.findings import ClaimFinding, SideFinding, StatementFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.japanese.cast import Member
from soten.japanese.tokens import Token
from soten.lexicon.entries import CueKind
from soten.records import ActorType, EventType, Span

_CONTENT_POS = frozenset(("N", "VN", "NAME", "PERSON", "PLACE", "UNK", "NUM"))
_COMMON = frozenset(
    "こと もの ため よう 日 月 年 的 側 氏 これ それ 人 約 以上 大統領 政府 軍 主張 報告 情報".split()
)
_GROUPS = (
    "供与 供給 支給",
    "部隊 軍隊 兵力 兵士 将兵 兵員",
    "死亡 死者 死傷 死傷者 殺害 犠牲 犠牲者 虐殺 大量殺害",
    "負傷 負傷者 けが けが人",
)
_ONE = {word: f"~{group.split()[0]}" for group in _GROUPS for word in group.split()}
"""Words by which two speak of one thing."""
_PARTIES = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_OF_THE_STATE = re.compile(r"軍\Z|警備|海警|警察|自衛隊|防衛隊|国防")
"""Forces that fight for their state."""
_UNTOLD = re.compile(r"陥落|(?:さ|ら)れ(?:た|て|、|ました)|[」』]?(?:に|の)(?:なっ|状態)|手に落ち")
"""Words that leave open who has taken a place."""
_REGION = ("州", "県", "省", "地方", "自治区", "準州")
_ALIKE = 0.6
"""Least share of the shorter one's content words that makes two statements one claim."""
CONTESTS = 0.3
"""The same for a denial and what it denies, which often repeats only the gist."""
RECENT = 14
"""Claims back among which the contested one is looked for by who made it."""
_A_WORD = 8
"""The last claims that hold a word, among which claims are looked for by their words."""
JOINT = 3
"""The last claims among which one of several speakers of the same words finds the claim they share."""


class Side:
    """One statement that takes part in a claim, with the words it is compared by."""

    def __init__(
        self,
        statement: StatementFinding,
        analysis: Analysis,
        rules: Rules,
        part: Span | None = None,
    ) -> None:
        self.statement = statement
        self.content = part or statement.content
        self.words = words_of(self.content, analysis, rules)
        assert statement.speaker is not None
        self.by = statement.speaker.key
        self.camp = _camp(statement, analysis)
        """Whose side the speaker is on, as far as the text tells."""
        self.numbers = {word for word in self.words if word[0].isdigit()}
        self.places = places_in(self.content, analysis)
        self.taken = TAKEN.search(analysis.text, self.content.start, self.content.end) is not None
        self.taker = _taker(self, analysis) if self.taken else None
        """By whose side a place is said to be taken; None where that is not told."""

    def asserting(self) -> SideFinding:
        """The side as one that asserts: its evidence is what is asserted."""
        return SideFinding(self.by, self.content, self.statement.date, self.statement.via)

    def denying(self) -> SideFinding:
        """The side as one that denies: its evidence is the denial itself."""
        frame, content = self.statement.frame, self.statement.content
        inside = frame.overlaps(content)
        return SideFinding(
            self.by,
            Span(min(frame.start, content.start), frame.end) if inside else frame,
            self.statement.date,
            self.statement.via,
        )


def reach(side: Side) -> int:
    """Where a report ends that goes on after its content: 「…」とのA国の主張を否定した."""
    content, frame = side.statement.content, side.statement.frame
    return max(content.end, frame.end) if frame.overlaps(content) else content.end


@dataclass(slots=True, eq=False)
class HeldClaim:
    """A claim with what it is found again by. `sentence` is where it was last made or denied."""

    finding: ClaimFinding
    words: set[str]
    opener: Side
    sentence: int
    sides: list[Side] = field(default_factory=list)
    """The first of those who assert it, each once."""
    asserting: set[str] = field(default_factory=set)
    denying: set[str] = field(default_factory=set)

    def hold(self, side: Side) -> None:
        """Add one who asserts it."""
        _add(self.finding.asserted, side.asserting())
        if side.by not in self.asserting:
            self.asserting.add(side.by)
            self.sides.append(side)
        self.sentence = side.statement.sentence

    def deny(self, side: Side) -> None:
        """Add one who denies it."""
        _add(self.finding.denied, side.denying())
        self.denying.add(side.by)
        self.sentence = side.statement.sentence


class HeldClaims:
    """The claims made so far, in order, and what was said that others could not check."""

    def __init__(self, analysis: Analysis, rules: Rules) -> None:
        self.analysis, self.rules = analysis, rules
        self.claims: list[HeldClaim] = []
        self.loose: deque[Side] = deque(maxlen=RECENT)
        self.denied: Side | None = None
        """The last denial."""
        self._by_word: dict[str, deque[HeldClaim]] = {}
        self.camps: dict[str, set[str]] = {}
        """The members of the cast by whose side they are on."""
        for key, member in analysis.cast.members.items():
            if member.side is not None:
                self.camps.setdefault(member.side, set()).add(key)

    def findings(self) -> list[ClaimFinding]:
        """Return the claims, in order."""
        return [claim.finding for claim in self.claims]

    def recent(self, side: Side) -> list[HeldClaim]:
        """The last claims that others than `side` have made."""
        return [c for c in self.claims[-RECENT:] if side.by not in c.asserting]

    def hold(self, side: Side) -> None:
        """Add an assertion to the claim it repeats or that was denied before, else as a new one."""
        for claim in self.claims[-JOINT:]:
            if (
                claim.sides
                and claim.sides[-1].content == side.content
                and side.by not in claim.denying
            ):
                claim.hold(side)  # 「A国とB国は…と主張した」
                return
        answers = FALSEHOOD.search(self.analysis.text, side.content.start, side.content.end)
        for claim, shared in self.alike(side):
            if side.by in claim.denying or (answers and not claim.asserting):
                continue
            if _is_same(claim, side, shared):
                claim.hold(side)
                return
        self._open(side.content, side, side.words, "checkable-content").hold(side)

    def note(self, side: Side) -> None:
        """Keep an assertion that is no claim unless somebody denies it."""
        self.loose.append(side)

    def open_loose(self, side: Side) -> HeldClaim:
        """Make an assertion a claim because somebody contests it."""
        self.loose.remove(side)
        claim = self._open(side.content, side, side.words, "contested")
        claim.hold(side)
        return claim

    def told_at(self, span: Span, side: Side) -> list[HeldClaim]:
        """The claims of others told within a stretch of text, the last of them."""
        told = [c for c in self.recent(side) if c.sides and c.sides[-1].content.overlaps(span)]
        return told[-1:]

    def deeds(self, span: Span) -> set[str]:
        """The classes of the deeds that a stretch of text has words for."""
        hits = self.rules.cues[CueKind.EVENT].hits(self.analysis.text, span.start, span.end)
        return {str(hit.cue.value) for hit in hits} - {str(EventType.OTHER)}

    def is_denied_again(self, side: Side) -> bool:
        """Say whether a denial is the last one told by a further verb: 「…を否定すると述べた」."""
        before, self.denied = self.denied, side
        if before is None or before.by != side.by:
            return False
        return before.statement.frame.overlaps(side.statement.frame)

    def add_denied(self, side: Side, told: tuple[str, Span] | None) -> None:
        """Add a claim that somebody denies, and that at most `told` tells of: by whom, and where."""
        if told is None:
            self._open(side.content, side, side.words, "denial").deny(side)
            return
        by, span = told
        words = side.words | words_of(span, self.analysis, self.rules)
        claim = self._open(span, side, words, "told-and-denied")
        claim.finding.asserted.append(SideFinding(by, span))
        claim.asserting.add(by)
        claim.deny(side)

    def alike(self, side: Side) -> list[tuple[HeldClaim, int]]:
        """Return the claims that share words with `side` and how many, the latest first."""
        shared: Counter[int] = Counter()
        found: dict[int, HeldClaim] = {}
        for word in side.words:
            for claim in self._by_word.get(word, ()):
                shared[id(claim)] += 1
                found[id(claim)] = claim
        pairs = [(claim, shared[key]) for key, claim in found.items()]
        return sorted(pairs, key=lambda pair: -pair[0].sentence)

    def _open(self, what: Span, side: Side, words: set[str], rule: str) -> HeldClaim:
        finding = ClaimFinding(what.cut(self.analysis.text), [], [], rule, side.statement.issues)
        claim = HeldClaim(finding, words, side, side.statement.sentence)
        self.claims.append(claim)
        for word in words:
            self._by_word.setdefault(word, deque(maxlen=_A_WORD)).append(claim)
        return claim


def _camp(statement: StatementFinding, analysis: Analysis) -> str:
    """The side a speaker is on; 「A国の報道官」 is on the side of A国."""
    speaker = statement.speaker
    assert speaker is not None
    key = speaker.key
    if speaker.anonymous is not None:
        frame = statement.frame
        for name in analysis.names.within(frame.start, frame.end):
            actor = analysis.member(name).type in _PARTIES
            if actor and analysis.text[name.start : name.stop] in speaker.anonymous:
                key = name.member
                break
    member = analysis.cast.members.get(key)
    if member is None or member.side is None or _is_its_own(member, analysis):
        return key
    return member.side


def _taker(side: Side, analysis: Analysis) -> str | None:
    """Return who is said to have taken a place: who is named as acting, else the side that says so."""
    text, content = analysis.text, side.content
    for name in analysis.names.within(content.start, content.end):
        member = analysis.member(name)
        if member.type in _PARTIES and ACTING.match(text, name.stop, content.end):
            is_own = member.side is None or _is_its_own(member, analysis)
            return name.member if is_own else member.side
    if _UNTOLD.search(text, content.start, content.end) is not None:
        return None
    speaker = analysis.cast.members.get(side.by)
    speaks = speaker is not None and speaker.type in (*_PARTIES, ActorType.PERSON)
    return side.camp if speaks else None


def _is_its_own(member: Member, analysis: Analysis) -> bool:
    """Say whether a force fights on its own side in its country: no army, and part of none."""
    if member.type is not ActorType.FORCE or _OF_THE_STATE.search(member.name):
        return False
    actors = analysis.index.actors
    entry = actors.get(member.key)
    parent = actors.get(entry.parent or "") if entry is not None else None
    return parent is None or parent.type is not ActorType.FORCE


def words_of(span: Span, analysis: Analysis, rules: Rules) -> set[str]:
    """The content words of a stretch of text; words for one thing (制圧, 解放) count as one."""
    first = analysis.ground.token_over(span.start)
    names = analysis.names.within(span.start, span.end)
    words = {name.member for name in names}
    named_until, at = span.start, 0
    for token in _tokens_from(analysis, first, span.end):
        while at < len(names) and names[at].start <= token.start:
            named_until, at = names[at].stop, at + 1
        if token.start < named_until and at:
            continue
        if token.pos in _CONTENT_POS and token.surface not in _COMMON:
            word = token.surface
            words.add(_ONE.get(word) or rules.concepts.get(word, word))
    return words


def places_in(span: Span, analysis: Analysis) -> set[str]:
    """The places named in a stretch of text, without the regions they lie in: A州のB市 is B市."""
    names = [
        name
        for name in analysis.names.within(span.start, span.end)
        if analysis.member(name).type is ActorType.PLACE
    ]
    own = {n.member for n in names if not analysis.text.endswith(_REGION, n.start, n.stop)}
    return own or {name.member for name in names}


def _tokens_from(analysis: Analysis, first: int, end: int) -> Iterator[Token]:
    for at in range(first, len(analysis.tokens)):
        if analysis.tokens[at].start >= end:
            return
        yield analysis.tokens[at]


def _add(sides: list[SideFinding], new: SideFinding) -> None:
    """Add a side, or widen the last where one verb more tells it: 「…を否定すると述べた」."""
    last = sides[-1] if sides else None
    if last is None or last.by != new.by or not last.span.overlaps(new.span):
        sides.append(new)
    elif new.span.end - new.span.start > last.span.end - last.span.start:
        sides[-1] = new


def _is_same(claim: HeldClaim, side: Side, shared: int) -> bool:
    """Say whether an assertion repeats a claim, or makes one that was denied before."""
    first = claim.opener
    if _differ(first.numbers, side.numbers) or _differ(first.places, side.places):
        return False
    if first.taken and side.taken and first.places & side.places:
        return None in (first.taker, side.taker) or first.taker == side.taker
    likeness = shared / (min(len(claim.words), len(side.words)) or 1)
    if claim.asserting:
        return shared > 2 and likeness >= _ALIKE
    return shared > 2 and likeness >= CONTESTS


def _differ(a: set[str], b: set[str]) -> bool:
    """70% and 75%, or two towns, are two claims; without number or place it may be the same."""
    return bool(a and b) and not a & b
