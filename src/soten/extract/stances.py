"""Positions that a clause tells without reporting words: 「中国は決議を棄権した」, 「AはBの提案に同意し」."""

from __future__ import annotations

import re

from soten.extract.coreference import Scene
from soten.extract.events import clauses
from soten.extract.findings import PositionFinding
from soten.extract.issues import IssueLayer
from soten.extract.parties import party_of, party_of_member
from soten.extract.rules import Rules
from soten.extract.speakers import Subject, find_subjects
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import CueKind
from soten.records import Span, Stance

_PROPOSAL = re.compile(
    r"(?:側)?(?:などの?|の|が[^、。「」]{0,12}?)(?:提案(?!が|を受け)(?:した|する|している)?|示した|提示した)"
    r"(?:(?!について)[^、。「」はがをに]{0,24}?(?:案|提案|計画|停戦|構想|枠組み))?"
)
"""What after a party's name makes a proposal of it."""
_THAT = re.compile(r"[^、。「」はが]{4,}という\Z")
_BEFORE = 40
_UNREAL = ("可能性", "かもしれ", "とみられ", "恐れ", "だろう", "見通し")


def find_told_stances(
    analysis: Analysis, rules: Rules, issues: IssueLayer, known: list[PositionFinding]
) -> list[PositionFinding]:
    """Return the positions that clauses with a party as subject tell, those in `known` left out."""
    taken = {(p.party, p.issue, p.stance) for p in known}
    found: list[PositionFinding] = []
    for position in _proposals(analysis, issues):
        key = (position.party, position.issue, position.stance)
        if key not in taken:
            taken.add(key)
            found.append(position)
    for view in analysis.sentences:
        subjects = find_subjects(view, analysis, Scene(place=view.start))
        current: Subject | None = None
        for first, last in clauses(view):
            own = [s for s in subjects if first <= s.phrase < last]
            current = own[0] if own else current
            if current is None:
                continue
            for position in _positions(analysis, rules, issues, view, (first, last), current):
                key = (position.party, position.issue, position.stance)
                if key not in taken:
                    taken.add(key)
                    found.append(position)
    return found


def _proposals(analysis: Analysis, issues: IssueLayer) -> list[PositionFinding]:
    """What is named as somebody's proposal: 「A国が提案した和平案」, 「30日間の停戦というA国の提案」."""
    found: list[PositionFinding] = []
    for name in analysis.names:
        match = _PROPOSAL.match(analysis.text, name.stop)
        party = party_of_member(analysis.member(name), analysis) if match else None
        view = analysis.sentence_of(name.start) if match else None
        if match is None or party is None or view is None:
            continue
        start = name.start
        that = _THAT.search(analysis.text, max(view.start, name.start - _BEFORE), name.begin)
        if that is not None:
            start = that.start()
        span = Span(start, match.end())
        issue = issues.name(span.start, span.end)[0]
        found.append(
            PositionFinding(
                span,
                party,
                issue,
                Stance.OFFERS,
                span.cut(analysis.text),
                None,
                None,
                "named-proposal",
            )
        )
    return found


def _positions(
    analysis: Analysis,
    rules: Rules,
    issues: IssueLayer,
    view: SentenceView,
    clause: tuple[int, int],
    subject: Subject,
) -> list[PositionFinding]:
    phrases = view.phrases[clause[0] : clause[1]]
    predicate = phrases[-1]
    hit = rules.cues[CueKind.POLICY].best(analysis.text, predicate.start, predicate.end)
    if hit is None or not isinstance(hit.cue.value, Stance) or predicate.passive:
        return []
    span = Span(phrases[0].start, phrases[-1].end)
    if predicate.joint == "quoted" or any(word in span.cut(analysis.text) for word in _UNREAL):
        return []
    stance = _turned(hit.cue.value) if predicate.negated else hit.cue.value
    if stance is None:
        return []
    issue = issues.name(span.start, span.end, *_around(analysis, view))[0]
    times = analysis.times.within(span.start, span.end)
    parties = dict.fromkeys(party_of(speaker, analysis) for speaker in subject.speakers)
    return [
        PositionFinding(
            span,
            party,
            issue,
            stance,
            span.cut(analysis.text),
            times[0].edtf if times else None,
            None,
            f"told-{stance.value}",
        )
        for party in parties
        if party is not None
    ]


def _around(analysis: Analysis, view: SentenceView) -> list[tuple[int, int]]:
    """Where the point at issue is told if not in the clause: the sentence, those before, the lead."""
    before = analysis.sentences[max(0, view.index - 2)].start
    lead = analysis.sentences[min(2, len(analysis.sentences) - 1)].end
    return [(view.start, view.end), (before, view.end), (0, lead)]


def _turned(stance: Stance) -> Stance | None:
    """What a negated predicate tells: 望まない opposes, 受け入れない rejects, 求めない nothing."""
    turned = {
        Stance.ACCEPTS: Stance.REJECTS,
        Stance.SUPPORTS: Stance.OPPOSES,
        Stance.OFFERS: Stance.REJECTS,
        Stance.OPEN: Stance.REJECTS,
        Stance.REJECTS: Stance.REJECTS,  # 応じない, 認めない
    }
    return turned.get(stance)
