"""Events: what happened besides talk, a clause each, typed for PLOVER."""

from __future__ import annotations

from soten.extract.findings import EventFinding
from soten.extract.rules import CueHit, Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import CueKind
from soten.records import ActorType, EventType, Span

_ACTING = frozenset((ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_UNREAL = (
    *("れば", "たら", "なら", "べき", "かもしれ", "可能性", "恐れ", "ないよう", "場合"),
    *("ようと", "おうと", "を求め"),
)


def find_events(analysis: Analysis, rules: Rules) -> list[EventFinding]:
    """Return the events that the clauses of a document tell, in order."""
    found: list[EventFinding] = []
    for view in analysis.sentences:
        for first, last in clauses(view):
            event = _event_in(analysis, rules, view, first, last)
            if event is not None:
                found.append(event)
    return found


def clauses(view: SentenceView) -> list[tuple[int, int]]:
    """Cut a sentence's phrases into clauses: each ends with a predicate that does not modify a noun."""
    cuts: list[tuple[int, int]] = []
    first = 0
    for at, phrase in enumerate(view.phrases):
        if phrase.lemma is None or phrase.joint in (None, "adnominal", "other"):
            continue
        if phrase.comma or phrase.joint in ("end", "quoted"):
            cuts.append((first, at + 1))
            first = at + 1
    if first < len(view.phrases):
        cuts.append((first, len(view.phrases)))
    return cuts


def _event_in(
    analysis: Analysis, rules: Rules, view: SentenceView, first: int, last: int
) -> EventFinding | None:
    phrases = view.phrases[first:last]
    start, end = phrases[0].start, phrases[-1].end
    hit = rules.cues[CueKind.EVENT].best(analysis.text, start, end)
    if hit is None or not isinstance(hit.cue.value, EventType):
        return None
    if not _is_real(analysis, phrases[-1], hit, end):
        return None
    times = analysis.times.within(view.start, view.end)
    times = [t for t in times if t.relation is not Relation.UNTIL]
    inside = [t for t in times if start <= t.start < end] or times
    actor, target, place = _roles(analysis, phrases)
    return EventFinding(
        Span(start, end),
        hit.cue.value,
        actor,
        target,
        place,
        inside[0].edtf if inside else None,
        f"event-cue-{hit.cue.value.value}",
    )


def _is_real(analysis: Analysis, predicate: Phrase, hit: CueHit, end: int) -> bool:
    """What is only possible, wished or denied did not happen."""
    tail = analysis.text[hit.start : end]
    if predicate.joint == "quoted" and not predicate.past and "てい" not in predicate.particle:
        return False
    return not predicate.negated and not any(word in tail for word in _UNREAL)


def _roles(analysis: Analysis, phrases: list[Phrase]) -> tuple[str | None, str | None, str | None]:
    actor = target = place = None
    for phrase in phrases:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None:
            continue
        member = analysis.member(name)
        if member.type in _ACTING:
            if phrase.particle.endswith("が"):  # in 「A省はB軍が…したと」 B acts
                actor = member.key
            elif phrase.particle.endswith("は") or phrase.particle == "による":
                actor = actor or member.key
            elif phrase.particle in ("を", "に", "への", "へ", "に対し", "に対する", "に対して"):
                target = target or member.key
        if member.type in (ActorType.PLACE, ActorType.FACILITY, ActorType.STATE):
            if phrase.particle in ("で", "での", "に", "の", "を") and place is None:
                place = (
                    member.key
                    if member.type is not ActorType.STATE or phrase.particle == "で"
                    else None
                )
    return actor, target, place
