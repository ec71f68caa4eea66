"""Claims: facts that somebody asserts and others could check or deny.

A denial is joined to the assertion it contests when both speak of the same places, actors or things;
a denial of something nobody in the document asserts stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from soten.extract.findings import ClaimFinding, SideFinding, StatementFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, Span

_CLAIMING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM, Act.EXPLAIN, Act.CRITICIZE))
_CONTENT_POS = frozenset(("N", "VN", "NAME", "PERSON", "PLACE", "UNK", "NUM"))
_ALIKE = 0.5
"""Least share of the shorter one's content words that makes two statements one claim."""
_CONTESTS = 0.3
"""The same for a denial and what it denies, which often repeats only the gist."""
_COMMON = frozenset("こと もの ため よう 日 月 年 的 側 氏 これ それ 人 約 以上 大統領 政府 軍 主張 報告 情報".split())


class _Side:
    """One statement that takes part in a claim, with the words it is compared by."""

    def __init__(self, statement: StatementFinding, analysis: Analysis) -> None:
        self.statement = statement
        self.words = _words(statement.content, analysis)
        assert statement.speaker is not None
        self.finding = SideFinding(statement.speaker.key, statement.content)


def find_claims(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[ClaimFinding]:
    """Return the claims of a document, each with its assertions and denials in order."""
    claims: list[tuple[ClaimFinding, set[str]]] = []
    for statement in statements:
        if statement.speaker is None:
            continue
        side = _Side(statement, analysis)
        if statement.act is Act.DENY or _denies(analysis, rules, statement):
            _deny(side, claims, analysis)
        elif statement.act in _CLAIMING and _is_checkable(analysis, rules, statement):
            _assert(side, claims, analysis)
    return [claim for claim, _ in claims]


def _is_checkable(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    content = statement.content
    hits = rules.cues[CueKind.CLAIM].hits(analysis.text, content.start, content.end)
    return next(iter(hits), None) is not None


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


def _tokens_from(analysis: Analysis, first: int, end: int) -> Iterator:  # type: ignore[type-arg]
    for token in analysis.tokens[first:]:
        if token.start >= end:
            return
        yield token


def _likeness(a: set[str], b: set[str]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def _assert(
    side: _Side, claims: list[tuple[ClaimFinding, set[str]]], analysis: Analysis
) -> None:
    for claim, words in reversed(claims[-12:]):
        if claim.asserted and _likeness(words, side.words) >= _ALIKE and len(words & side.words) > 2:
            claim.asserted.append(side.finding)
            return
    what = side.finding.span.cut(analysis.text)
    claims.append(
        (ClaimFinding(what, [side.finding], [], "checkable-content", side.statement.issues), side.words)
    )


def _deny(side: _Side, claims: list[tuple[ClaimFinding, set[str]]], analysis: Analysis) -> None:
    best, chosen = _CONTESTS, None
    for claim, words in claims[-12:]:
        own = {s.by for s in claim.asserted}
        if side.finding.by in own:
            continue
        likeness = _likeness(words, side.words)
        if likeness >= best and len(words & side.words) > 1:
            best, chosen = likeness, claim
    if chosen is not None:
        chosen.denied.append(side.finding)
        return
    what = side.finding.span.cut(analysis.text)
    claims.append(
        (ClaimFinding(what, [], [side.finding], "denial", side.statement.issues), side.words)
    )
