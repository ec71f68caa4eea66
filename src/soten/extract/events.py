"""Events: what happened besides talk, a clause each, typed for PLOVER."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from soten.extract.findings import ClaimFinding, EventFinding, StatementFinding
from soten.extract.rules import Rules
from soten.extract.triggers import Trigger, find_triggers, is_heading
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation
from soten.records import Act, ActorType, EventType, Span

_ACTING = frozenset((ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_PLACES = frozenset((ActorType.PLACE, ActorType.FACILITY))
_AGENT = frozenset(("による", "によって", "により"))
_OBJECT = frozenset(("を", "に", "への", "へ", "に対し", "に対する", "に対して", "をめぐって"))
_LOCATION = frozenset(("で", "での", "では", "に", "の", "を"))
_UNREAL = frozenset(
    (Act.DENY, Act.DEMAND, Act.PROPOSE, Act.WARN, Act.DOUBT, Act.WILLING, Act.REJECT)
)
"""What is said so is not told as a fact."""
_TOLD = frozenset(("told-and-denied", "contested"))
"""Rules of claims about what happened all the same: whose doing it was, or what it is worth."""


def find_events(
    analysis: Analysis,
    rules: Rules,
    statements: list[StatementFinding],
    claims: Sequence[ClaimFinding] = (),
) -> list[EventFinding]:
    """Return the events that a document tells, in order, each once a story.

    What one side says it has taken and another denies is no event.
    """
    disputed = _disputed(claims)
    told = _Told(analysis)
    said: dict[int, list[StatementFinding]] = {}
    for statement in statements:
        said.setdefault(statement.sentence, []).append(statement)
    for view in analysis.sentences:
        for trigger in find_triggers(analysis, rules, view):
            content = _content_around(trigger, said.get(view.index, []))
            if content is not None and content.act in _UNREAL:
                continue
            taken = trigger.hit.cue.value is EventType.CONTROL_CHANGE
            if taken and disputed.holds(trigger.hit.start):
                continue
            event = _event(analysis, view, trigger, content)
            if event is not None:
                told.add(event, trigger, view)
    return [known.event for known in told.known]


class _Stretches:
    """Stretches of text that may overlap, asked for places in any order."""

    def __init__(self, spans: list[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans, key=lambda s: s.start):
            if self.ends and span.start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def holds(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.ends[at]


def _disputed(claims: Sequence[ClaimFinding]) -> _Stretches:
    """Where one side claims what another denies; what the writer tells is left to the writer."""
    spans: list[Span] = []
    for claim in claims:
        if claim.denied and claim.rule not in _TOLD:
            spans += [side.span for side in (*claim.asserted, *claim.denied)]
    return _Stretches(spans)


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


def _content_around(trigger: Trigger, said: list[StatementFinding]) -> StatementFinding | None:
    """Return the innermost statement that holds the trigger."""
    holding = [s for s in said if s.content.start <= trigger.hit.start < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def _event(
    analysis: Analysis, view: SentenceView, trigger: Trigger, content: StatementFinding | None
) -> EventFinding | None:
    if not isinstance(trigger.hit.cue.value, EventType):
        return None
    phrases = view.phrases[trigger.first : trigger.last + 1]
    start, end = phrases[0].start, phrases[-1].head_end
    last = phrases[-1]
    if last.lemma is not None:
        end = last.end - (last.joint == "quoted" and last.particle.endswith("と"))
    if content is not None:
        start = max(start, content.content.start)
    actor, target, place = _roles(analysis, view, trigger)
    kind = trigger.hit.cue.value
    if kind is EventType.CONTROL_CHANGE and _frees_people(analysis, view, trigger):
        kind = EventType.OTHER
    return EventFinding(
        Span(start, max(end, trigger.hit.end)),
        kind,
        actor,
        target,
        place,
        _date(analysis, view, start, end),
        f"event-{'noun' if trigger.is_noun else 'clause'}-{kind.value}",
    )


def _frees_people(analysis: Analysis, view: SentenceView, trigger: Trigger) -> bool:
    """「記者が解放された」, 「人質を解放した」: who is freed is no place."""
    if "解放" not in analysis.text[trigger.hit.start : trigger.hit.end]:
        return False
    for phrase in view.phrases[trigger.first : trigger.last + 1]:
        names = analysis.names.within(phrase.start, phrase.head_end)
        if phrase.particle not in ("を", "が", "は", "も"):
            continue
        if any(analysis.member(n).type in _PLACES for n in names):
            return False
        if analysis.text[phrase.start : phrase.head_end].endswith(_LANDS):
            return False
    return True


_LANDS = (
    "村",
    "町",
    "市",
    "州",
    "地区",
    "地域",
    "集落",
    "都市",
    "領土",
    "半島",
    "要衝",
    "県",
    "街",
)
"""What is freed as land."""


def _date(analysis: Analysis, view: SentenceView, start: int, end: int) -> str | None:
    times = [t for t in analysis.times.within(view.start, end) if t.relation is not Relation.UNTIL]
    inside = [t for t in times if t.start >= start]
    chosen = inside or times
    return chosen[0].edtf if chosen else None


def _roles(
    analysis: Analysis, view: SentenceView, trigger: Trigger
) -> tuple[str | None, str | None, str | None]:
    """Return who acts, on whom or what, and where; in a passive the subject is acted on."""
    passive = view.phrases[trigger.at].passive
    own = [p for p in view.phrases[trigger.first : trigger.last + 1] if p.particle.endswith("が")]
    subject = own[-1].start if own else -1
    actor = target = place = None
    for phrase in view.phrases[trigger.first : trigger.last + 1]:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None:
            continue
        member, particle = analysis.member(name), phrase.particle
        if member.type in _ACTING:
            by_agent = particle in _AGENT or (passive and particle == "に")
            if by_agent or (particle.endswith("が") and not passive):
                actor = member.key  # in 「A省はB軍が…したと」 B acts
            elif particle.endswith(("は", "も")) and not passive:
                actor = actor or member.key
            elif particle in _OBJECT:
                target = target or member.key
            elif passive and particle.endswith(("は", "が", "も")) and phrase.start >= subject:
                target = target or member.key  # in 「A氏は電源が断たれたと」 nothing befalls A
        if place is None and particle in _LOCATION:
            if member.type in _PLACES or (member.type is ActorType.STATE and particle == "で"):
                place = member.key
    return actor, target, place


_SIMILAR = 0.5
"""The share of a clause's two-character pieces that another must hold to tell the same."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An event told before: its story, its words, whether a heading told it."""

    event: EventFinding
    story: int
    words: str
    in_heading: bool
    is_noun: bool
    pieces: frozenset[str]


class _Told:
    """The events told so far; one told again is not added."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.known: list[_Known] = []

    def add(self, event: EventFinding, trigger: Trigger, view: SentenceView) -> None:
        """Add an event unless the story has told it; the body's words stand for its heading's."""
        text = self.analysis.text
        words = text[max(trigger.hit.start, trigger.hit.end - 2) : trigger.hit.end]
        new = _Known(
            event,
            view.story,
            words,
            is_heading(self.analysis, view),
            trigger.is_noun,
            _pieces(event.span.cut(text)),
        )
        for at, known in enumerate(self.known):
            if _is_part(new.event, known.event):
                return
            if _is_part(known.event, new.event):
                self.known[at] = new
                return
            if self._goes_on(known, new, trigger, view):
                merged = replace(known.event, span=Span(known.event.span.start, event.span.end))
                self.known[at] = replace(known, event=merged)
                return
            if _is_same(known, new):
                if (known.in_heading and not new.in_heading) or (known.is_noun and not new.is_noun):
                    self.known[at] = new
                return
        self.known.append(new)

    def _goes_on(self, known: _Known, new: _Known, trigger: Trigger, view: SentenceView) -> bool:
        """Say whether a clause goes on with the event of the one before: 「砲撃を行い、…を攻撃した」."""
        one, other = known.event, new.event
        if one.type is not other.type or known.is_noun or trigger.is_noun:
            return False
        if not (one.span.start <= other.span.start <= one.span.end + 1):
            return False
        if one.span.start < view.start or one.span.end > other.span.end:
            return False
        if other.span.start < one.span.end:
            return other.span.start == one.span.start and one.type is not EventType.OTHER
        phrases = view.phrases[trigger.first : trigger.last + 1]
        if any(p.particle.endswith(("は", "が", "も")) for p in phrases):
            return False
        return not self.analysis.times.within(other.span.start, other.span.end)


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _is_part(one: EventFinding, other: EventFinding) -> bool:
    """Say whether an event of no class only belongs to one that has a class in the same clause."""
    if one.type is not EventType.OTHER or other.type is EventType.OTHER:
        return False
    return one.span.start == other.span.start and one.span.overlaps(other.span)


def _is_same(known: _Known, new: _Known) -> bool:
    """Say whether two mentions tell one event: same story, type and words, nothing that differs."""
    if known.story != new.story or known.event.type is not new.event.type:
        return False
    if known.event.span.overlaps(new.event.span):
        return known.words == new.words
    told_in_both = known.in_heading != new.in_heading
    if known.words != new.words and not told_in_both:
        return False
    shared = 0
    for one, other in _fields(known.event, new.event):
        if one is not None and other is not None:
            if one != other:
                return False
            shared += 1
    if shared >= 2 or known.in_heading or new.in_heading:
        return True
    common = len(known.pieces & new.pieces) / max(1, min(len(known.pieces), len(new.pieces)))
    if known.is_noun or new.is_noun:
        return shared >= 1 or common >= _SIMILAR
    return common >= _SIMILAR


def _fields(one: EventFinding, other: EventFinding) -> list[tuple[str | None, str | None]]:
    return [
        (one.actor, other.actor),
        (one.target, other.target),
        (one.place, other.place),
        (one.date, other.date),
    ]
