"""Outcomes: what a text tells later of promises: kept, broken or run out."""

from __future__ import annotations

import re
from bisect import bisect_left

from soten.extract.findings import CommitmentFinding
from soten.extract.triggers import is_heading
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation
from soten.records import CommitmentStatus

_OUTCOME = re.compile(
    r"(?P<broken>破られ[たて、]|破った|破綻し[たて]|守られ(?:て)?(?:い|お)?(?:ない|なかった|らず|ず|ません)|"
    r"守ら(?:ない|なかった|ず|なく)|果たされ(?:て)?(?:い)?(?:ない|なかった|ず)|履行され(?:て)?(?:い)?(?:ない|なかった|ず)|"
    r"破棄し[たて]|違反し[たて]|崩壊し[たて])|"
    r"(?P<expired>失効し[たて]|期限切れ|期限(?:を迎え|が切れ)[たてま])|"
    r"(?P<kept>(?:実施され|履行され|履行し|完了し|終わっ|果たし|実現し)(?:[たま](?!せん)|て(?!い(?:ない|なか|ませ))))"
)
_REACH = 40
"""Characters before an outcome in which its clause names what it is the outcome of."""
_VAGUE = frozenset(
    "合意 約束 発表 協議 方針 用意 計画 表明 署名 調印 一致 会談 交渉 主張 説明 強調 予定".split()
)
"""Verbal nouns that do not tell one promise from another."""


def settle(analysis: Analysis, found: list[CommitmentFinding]) -> None:
    """Give the promises `found`, in order of their places, the status that later words tell.

    An outcome is a promise's where it follows in the same sentence, or where its clause names the
    same deed: 「停戦で合意した。…停戦は破られた。」
    """
    if not found:
        return
    starts = [token.start for token in analysis.tokens]
    nouns = [_deeds(analysis, starts, promise) for promise in found]
    for match in _OUTCOME.finditer(analysis.text, found[0].span.start):
        view = analysis.sentence_of(match.start())
        if view is None or is_heading(analysis, view) or analysis.is_quoted(match.start()):
            continue
        status = CommitmentStatus(match.lastgroup or "open")
        clause = analysis.text[max(view.start, match.start() - _REACH) : match.start()]
        for promise, deeds in zip(found, nouns, strict=True):
            between = analysis.text[promise.span.end : match.start()]
            beside = view.start <= promise.span.start and "が" not in between
            named = promise.span.end <= view.start and any(deed in clause for deed in deeds)
            if promise.span.end <= match.start() and (beside or named):
                _set(analysis, promise, status, view)


def _deeds(analysis: Analysis, starts: list[int], promise: CommitmentFinding) -> list[str]:
    """The verbal nouns that name what is promised: 停戦, 交換."""
    first = bisect_left(starts, promise.span.start)
    last = bisect_left(starts, promise.span.end)
    tokens = analysis.tokens[first:last]
    return [t.surface for t in tokens if t.pos == "VN" and t.surface not in _VAGUE]


def _set(
    analysis: Analysis, promise: CommitmentFinding, status: CommitmentStatus, view: SentenceView
) -> None:
    promise.status = status
    if promise.end is None and promise.span.start >= view.start:
        for time in analysis.times.within(promise.span.end, view.end):
            if time.relation is Relation.UNTIL:
                promise.end = time.edtf.split("/")[-1]
                return
