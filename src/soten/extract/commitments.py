"""Commitments: who binds himself to what, from when until when, on what condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from soten.extract.coreference import Scene
from soten.extract.events import clauses
from soten.extract.findings import CommitmentFinding, StatementFinding
from soten.extract.parties import inner_party, party_of
from soten.extract.rules import Rules
from soten.extract.speakers import Subject, find_subjects
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation, Time
from soten.lexicon.entries import CueKind
from soten.records import Act, CommitmentStatus, Span

_BINDING = frozenset((Act.WILLING, Act.ANNOUNCE, Act.ACCEPT, Act.CONFIRM, Act.PROPOSE))
_CONDITION = re.compile(
    r"[^、。「」]{2,40}(?:れば|なければ|場合(?:は|に(?:は)?)?|限り|条件に|なら)(?=、|[^、。]{2})"
)
_BEFORE = 24
"""Characters before a deadline that say what is to be done."""
_DEED = re.compile(
    r"返還|引き渡|撤退|撤収|停止|廃止|断つ|削減|派遣|支払|実施|解除|完了|終え|開始|交換|提出|提供|設置|"
    r"縮小|延長|解体|破棄|除去|再開|禁止|終了|釈放"
)
"""Deeds that a party can be held to."""
_MERELY_OPEN = re.compile(r"前向き|準備はできている|意思がある|したい\Z|応じるだろう")
"""Readiness that binds nobody."""
_AGREEING = re.compile(
    r"(?:こと|強化|実施|開催|継続|再開|停止|撤退|交換|推進|必要性)(?:で|に|について)[^。、「」]{0,24}"
    r"(?:合意|一致|同意)(?:に達)?し|意向書に署名し"
)
_PROMISING = frozenset(("約束する", "確約する", "誓う", "保証する", "誓約する"))


def find_commitments(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[CommitmentFinding]:
    """Return the promises that statements hold."""
    found: list[CommitmentFinding] = []
    for statement in statements:
        party = inner_party(analysis, statement) or party_of(statement.speaker, analysis)
        if party is not None and _binds(analysis, rules, statement):
            _add(found, _commitment(analysis, statement, party))
    for promise in (*_agreements(analysis), *_deadlines(analysis)):
        _add(found, promise)
    found.sort(key=lambda c: (c.span.start, c.span.end))
    return found


def _add(found: list[CommitmentFinding], promise: CommitmentFinding) -> None:
    """Add a promise unless the same party made it in the same words, or there, before."""
    for known in found:
        if known.party != promise.party:
            continue
        if known.span.overlaps(promise.span) or known.what == promise.what:
            return
    found.append(promise)


def _agreements(analysis: Analysis) -> list[CommitmentFinding]:
    """What parties agree to do binds them: 「AとBは…することで合意した」."""
    found: list[CommitmentFinding] = []
    for view in analysis.sentences:
        subjects = find_subjects(view, analysis, Scene(place=view.start))
        current: Subject | None = None
        for first, last in clauses(view):
            own = [s for s in subjects if first <= s.phrase < last]
            current = own[0] if own else current
            span = Span(view.phrases[first].start, view.phrases[last - 1].end)
            match = _AGREEING.search(analysis.text, span.start, span.end)
            if current is None or match is None or view.phrases[last - 1].negated:
                continue
            times = analysis.times.within(span.start, span.end)
            parties = dict.fromkeys(party_of(s, analysis) for s in current.speakers)
            found += [
                CommitmentFinding(
                    span,
                    party,
                    span.cut(analysis.text),
                    _start(times),
                    _end(times),
                    None,
                    CommitmentStatus.OPEN,
                    "agreement-to-act",
                )
                for party in parties
                if party is not None
            ]
    return found


def _deadlines(analysis: Analysis) -> list[CommitmentFinding]:
    """What a party is to do by a day binds it: 「A国は地区を15日までに、町を1日までに返還する」."""
    found: list[CommitmentFinding] = []
    for view in analysis.sentences:
        until = [
            t
            for t in analysis.times.within(view.start, view.end)
            if t.relation is Relation.UNTIL and t.is_future
        ]
        if not until:
            continue
        subjects = find_subjects(view, analysis, Scene(place=view.start))
        for time in until:
            promise = _deadline(analysis, view, time, subjects)
            found += promise
    return found


def _deadline(
    analysis: Analysis, view: SentenceView, time: Time, subjects: list[Subject]
) -> list[CommitmentFinding]:
    before = [s for s in subjects if view.phrases[s.phrase].start < time.start]
    deed = next(
        (p for p in view.phrases if p.start >= time.end and p.lemma is not None and not p.past),
        None,
    )
    if not before or deed is None or deed.negated or not _DEED.search(deed.lemma or ""):
        return []
    topic = next((s for s in before if s.topic), before[0])
    start = max(view.phrases[topic.phrase].end, time.start - _BEFORE)
    span = Span(start, deed.end)
    parties = dict.fromkeys(party_of(s, analysis) for s in topic.speakers)
    return [
        CommitmentFinding(
            span,
            party,
            span.cut(analysis.text),
            None,
            time.edtf,
            None,
            CommitmentStatus.PLANNED,
            "deed-by-a-day",
        )
        for party in parties
        if party is not None
    ]


def _binds(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    if statement.verb in _PROMISING and not statement.negated:
        return True
    if statement.act is Act.WILLING:
        return not _MERELY_OPEN.search(
            analysis.text, statement.content.start, statement.content.end
        )
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


def _end(times: Sequence[Time]) -> str | None:
    for time in times:
        if time.relation is Relation.UNTIL:
            return time.edtf
    return None


def _start(times: Sequence[Time]) -> str | None:
    for time in times:
        if time.relation is Relation.SINCE:
            return time.edtf
    return None
