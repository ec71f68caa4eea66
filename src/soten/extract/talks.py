"""Talks: meetings, calls, summits and sessions, with who, where, when and what became of them."""

from __future__ import annotations

from soten.extract.findings import TalkFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.index import WordHit
from soten.lexicon.entries import CueKind
from soten.records import ActorType, Outcome, Span, TalkForm, TalkStatus
from soten.records.edtf import bounds

_MEETING = frozenset((ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_TAKING_PART = (
    "は", "が", "と", "も", "や", "とは", "との", "から", "からは", "らは", "らが", "らと", "に", "に対し", "とも",
    "での", "の", "", "による", "間の", "を交え", "を含む", "と、", "および", "及び", "らとの", "が、",
)
_NOT_TALKS = ("記者", "定例", "単独", "共同記者", "オンライン記者")
_AFTER = 70
"""Characters after the noun in which its status is told."""


def find_talks(analysis: Analysis, rules: Rules) -> list[TalkFinding]:
    """Return the talks of a document; mentions of one meeting are one talk."""
    found: list[TalkFinding] = []
    for view in analysis.sentences:
        for word in analysis.words.within(view.start, view.end):
            if word.text in analysis.index.talks:
                talk = _talk_at(analysis, rules, view, word)
                if talk is not None:
                    _merge(found, talk, analysis)
    return [talk for talk in found if _is_whole(talk, analysis)]


def _talk_at(
    analysis: Analysis, rules: Rules, view: SentenceView, word: WordHit
) -> TalkFinding | None:
    text = analysis.text
    if text[max(view.start, word.start - 4) : word.start].endswith(_NOT_TALKS):
        return None
    if word.text == "会見" and not text.startswith(("し", "する"), word.end):
        return None
    participants = _participants(analysis, view, word)
    form = _form(analysis, word, participants)
    status = _status(analysis, rules, view, word)
    if status is None:
        return None
    return TalkFinding(
        Span(view.start, view.end),
        tuple(dict.fromkeys(participants)),
        form,
        status,
        f"talk-noun-{word.text}",
        view.index,
        _place(analysis, view, word),
        _date(analysis, view, word),
        _outcome(analysis, rules, view, word),
    )


def _participants(analysis: Analysis, view: SentenceView, word: WordHit) -> list[str]:
    """Everybody in the sentence who stands where those who meet stand."""
    found: list[str] = []
    for name in analysis.names.within(view.start, view.end):
        member = analysis.member(name)
        if member.type not in _MEETING:
            continue
        if name.stop == word.start or _particle_after(analysis, view, name) in _TAKING_PART:
            found.append(member.key)
    return found


def _particle_after(analysis: Analysis, view: SentenceView, name: Name) -> str | None:
    for phrase in view.phrases:
        if phrase.start <= name.start < phrase.end:
            if phrase.head_end - name.stop <= 2:
                return phrase.particle
            return "" if phrase.head_end > name.stop else None
    return None


def _form(analysis: Analysis, word: WordHit, participants: list[str]) -> TalkForm:
    form = analysis.index.talks[word.text].form
    if form is TalkForm.MEETING:
        before = analysis.text[max(0, word.start - 12) : word.start]
        if "電話" in before:
            return TalkForm.CALL
        if before.endswith(("三者", "3者", "３者", "3カ国", "三国")):
            return TalkForm.TRILATERAL
    return form


def _status(
    analysis: Analysis, rules: Rules, view: SentenceView, word: WordHit
) -> TalkStatus | None:
    end = min(view.end, word.end + _AFTER)
    hit = rules.cues[CueKind.TALK_STATUS].best(analysis.text, word.start, end)
    if hit is not None and isinstance(hit.cue.value, TalkStatus):
        return hit.cue.value
    future = any(t.is_future for t in analysis.times.within(view.start, view.end))
    return TalkStatus.PLANNED if future else None


def _outcome(
    analysis: Analysis, rules: Rules, view: SentenceView, word: WordHit
) -> Outcome | None:
    hit = rules.cues[CueKind.TALK_OUTCOME].best(analysis.text, word.start, view.end)
    return hit.cue.value if hit is not None and isinstance(hit.cue.value, Outcome) else None


def _place(analysis: Analysis, view: SentenceView, word: WordHit) -> str | None:
    """The place that belongs to the talk: the last one with で or での before it, else after it."""
    chosen: str | None = None
    for name in analysis.names.within(view.start, view.end):
        if analysis.member(name).type not in (ActorType.PLACE, ActorType.FACILITY):
            continue
        following = analysis.text[name.end : name.end + 3]
        if following.startswith(("で", "にて", "の", "会談", "・", "協議")) and (
            chosen is None or name.end <= word.start
        ):
            chosen = name.member
    return chosen


def _date(analysis: Analysis, view: SentenceView, word: WordHit) -> str | None:
    """The date nearest before the noun, else the first after it."""
    times = analysis.times.within(view.start, view.end)
    before = [t for t in times if t.end <= word.end]
    if before:
        return before[-1].edtf
    return times[0].edtf if times else None


def _merge(found: list[TalkFinding], talk: TalkFinding, analysis: Analysis) -> None:
    """Join a mention to the talk it tells of again, or add it."""
    for known in reversed(found):
        if known.sentence == talk.sentence or _is_same(known, talk, analysis):
            _join(known, talk)
            return
    found.append(talk)


def _is_same(a: TalkFinding, b: TalkFinding, analysis: Analysis) -> bool:
    if a.date is not None and b.date is not None and not _compatible(a.date, b.date):
        return False
    if b.sentence - a.sentence > 8 and (a.date is None or b.date is None):
        return False
    shared = _sides(a, analysis) & _sides(b, analysis)
    smaller = min(len(_sides(a, analysis)), len(_sides(b, analysis)))
    if a.date is None or b.date is None:
        return smaller > 0 and len(shared) == smaller and b.sentence - a.sentence <= 3
    return len(shared) >= min(2, smaller)


def _sides(talk: TalkFinding, analysis: Analysis) -> set[str]:
    members = analysis.cast.members
    return {members[p].side or p for p in talk.participants}


def _compatible(a: str, b: str) -> bool:
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return (a0 >= b0 and a1 <= b1) or (b0 >= a0 and b1 <= a1)


def _join(known: TalkFinding, talk: TalkFinding) -> None:
    if known.sentence != talk.sentence:
        known.mentions.append(talk.span)
    known.participants = tuple(dict.fromkeys((*known.participants, *talk.participants)))
    known.date = known.date or talk.date
    known.place = known.place or talk.place
    known.outcome = known.outcome or talk.outcome
    if known.form is TalkForm.MEETING and talk.form is not TalkForm.MEETING:
        known.form = talk.form


def _is_whole(talk: TalkFinding, analysis: Analysis) -> bool:
    """A talk needs two who meet, or a body in session."""
    if len(talk.participants) >= 2:
        return True
    return bool(talk.participants) and talk.form is TalkForm.SESSION
