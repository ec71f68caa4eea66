"""Agreed stances: a stance told of one party to an agreement is that of the others too."""

from __future__ import annotations

from collections import defaultdict

from soten.extract.findings import CommitmentFinding, PositionFinding
from soten.japanese.analysis import Analysis
from soten.records import CommitmentStatus, Span, Stance

_SHARED = (Stance.SUPPORTS, Stance.ACCEPTS)
"""Stances that all parties to an agreement share."""
_AGREED = "agreement-to-act"
_AT_ODDS = (CommitmentStatus.BROKEN, CommitmentStatus.EXPIRED)


def find_agreed_stances(
    analysis: Analysis, commitments: list[CommitmentFinding], known: list[PositionFinding]
) -> list[PositionFinding]:
    """Return the stances that parties share by agreeing: 「AはBと協力の強化で一致した」.

    Where `known` holds where one of them stands on what is agreed, the others stand there too.
    """
    by_sentence: dict[int, list[CommitmentFinding]] = defaultdict(list)
    for promise in commitments:
        view = analysis.sentence_of(promise.span.start)
        if promise.rule == _AGREED and view is not None:
            by_sentence[view.index].append(promise)
    taken = {(p.party, p.issue) for p in known if p.stance in _SHARED}
    found: list[PositionFinding] = []
    for promises in by_sentence.values():
        if len({p.party for p in promises}) < 2 or any(p.status in _AT_ODDS for p in promises):
            continue
        whole = Span(min(p.span.start for p in promises), max(p.span.end for p in promises))
        told = [p for p in known if p.stance in _SHARED and p.span.overlaps(whole)]
        parties = {p.party for p in promises}
        first = next((p for p in told if p.party in parties), None)
        if first is None:
            continue
        for promise in promises:
            if (promise.party, first.issue) not in taken:
                taken.add((promise.party, first.issue))
                found.append(_position(promise, first.issue, first.stance))
    return found


def _position(promise: CommitmentFinding, issue: str, stance: Stance) -> PositionFinding:
    return PositionFinding(
        promise.span, promise.party, issue, stance, promise.what, None, None, "stance-agreed"
    )
