"""Commitments: who binds himself to what, from when until when, on what condition."""

from __future__ import annotations

import re

from soten.extract.findings import CommitmentFinding, StatementFinding
from soten.extract.parties import party_of
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.japanese.moments import Relation, Time
from soten.lexicon.entries import CueKind
from soten.records import Act, CommitmentStatus

_BINDING = frozenset((Act.WILLING, Act.ANNOUNCE, Act.ACCEPT, Act.CONFIRM, Act.PROPOSE))
_CONDITION = re.compile(r"[^、。「」]{2,40}(?:れば|なければ|場合(?:は|に(?:は)?)?|限り|条件に|なら)(?=、|[^、。]{2})")
_PROMISING = frozenset(("約束する", "確約する", "誓う", "保証する", "誓約する"))


def find_commitments(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[CommitmentFinding]:
    """Return the promises that statements hold."""
    found: list[CommitmentFinding] = []
    seen: set[tuple[str, int]] = set()
    for statement in statements:
        party = party_of(statement.speaker, analysis)
        if party is None or not _binds(analysis, rules, statement):
            continue
        if (party, statement.content.start) in seen:
            continue
        seen.add((party, statement.content.start))
        found.append(_commitment(analysis, statement, party))
    return found


def _binds(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    if statement.verb in _PROMISING and not statement.negated:
        return True
    if statement.act is Act.WILLING:
        return True
    if statement.act not in _BINDING and statement.act is not Act.ASSERT:
        return False
    content = statement.content
    tail = max(content.start, content.end - 40)
    hit = rules.cues[CueKind.COMMITMENT].best(analysis.text, tail, content.end)
    return hit is not None


def _commitment(analysis: Analysis, statement: StatementFinding, party: str) -> CommitmentFinding:
    content = statement.content
    times = analysis.times.within(content.start, content.end)
    condition = _CONDITION.search(analysis.text, content.start, content.end)
    return CommitmentFinding(
        content,
        party,
        content.cut(analysis.text),
        _start(times),
        _end(times),
        condition.group() if condition else None,
        CommitmentStatus.PLANNED if statement.act is Act.PROPOSE else CommitmentStatus.OPEN,
        f"promise-by-{statement.act.value}",
    )


def _end(times: list[Time] | tuple[Time, ...]) -> str | None:  # what Layer.within returns
    for time in times:
        if time.relation is Relation.UNTIL:
            return time.edtf
    return None


def _start(times: list[Time] | tuple[Time, ...]) -> str | None:  # what Layer.within returns
    for time in times:
        if time.relation is Relation.SINCE:
            return time.edtf
    return None


