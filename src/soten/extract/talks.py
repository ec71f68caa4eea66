"""Talks: meetings, calls, summits and sessions, with who, where, when and what became of them."""

from __future__ import annotations

from bisect import bisect_right

from soten.extract.findings import StatementFinding, TalkFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.index import WordHit
from soten.lexicon.entries import CueKind
from soten.records import ActorType, Outcome, Span, TalkForm, TalkStatus
from soten.records.edtf import bounds

_MEETING = frozenset((ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_TAKING_PART = (
    "は",
    "が",
    "と",
    "も",
    "や",
    "とは",
    "との",
    "から",
    "からは",
    "らは",
    "らが",
    "らと",
    "に",
    "に対し",
    "とも",
    "での",
    "の",
    "",
    "による",
    "間の",
    "を交え",
    "を含む",
    "と、",
    "および",
    "及び",
    "らとの",
    "が、",
)
_NOT_TALKS = ("記者", "定例", "単独", "共同記者", "オンライン記者")
_NOT_AFTER = (
    "室",
    "場",
    "員",
    "録",
    "所",
    "議長",
    "術",
    "力",
    "体",
    "費",
    "担当",
    "相手",
    "官",
    "アプリ",
)
"""What after the noun makes it part of another word: 会議室, 交渉担当者, 交渉官."""
_NEAR = 3
"""Sentences within which the same parties without a day are the same talk."""
_BESIDE = 24
"""Characters before the noun in which a day belongs to it."""
_PARTIES = 2
_RECENT = 60
"""Talks back among which the one a mention tells of is looked for."""
_REMEMBERED = 4
"""Sentences back in which the day of a talk may have been told."""
_CARRIED = 2
"""Sentences back from which a topic still stands where a sentence has none."""
_HELD_BY_TOPIC = ("し", "する", "を行", "を持", "を開", "を始", "に臨")
_AFTER = 70
"""Characters after the noun in which its status is told."""


def find_talks(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[TalkFinding]:
    """Return the talks of a document; mentions of one meeting are one talk.

    A mention that tells neither when nor what became of it (「協議の直前に」) only joins a talk told
    elsewhere.
    """
    reader = _TalkReader(analysis, rules, statements)
    for view in analysis.sentences:
        for word in analysis.words.within(view.start, view.end):
            if word.text in analysis.index.talks:
                reader.read(view, word)
        reader.note(view)
    return [talk for talk in reader.found if _is_whole(talk, analysis)]


class _TalkReader:
    def __init__(
        self, analysis: Analysis, rules: Rules, statements: list[StatementFinding]
    ) -> None:
        self.analysis, self.rules = analysis, rules
        self.contents = _contents(statements)
        self.found: list[TalkFinding] = []
        self.topic: tuple[str, ...] = ()
        self.topic_sentence = 0

    def note(self, view: SentenceView) -> None:
        """Remember whom a sentence is about, for those after it that leave the subject out."""
        topic = _topic(self.analysis, view, view.end)
        if topic:
            self.topic, self.topic_sentence = topic, view.index

    def read(self, view: SentenceView, word: WordHit) -> None:
        """Add the talk that one noun in a sentence tells of, or join it to a known one."""
        if not _names_talk(self.analysis, view, word):
            return
        scope = self._scope(view, word)
        told = _status_cue(self.analysis, self.rules, scope, word)
        date = _date(self.analysis, scope, word)
        is_own = told is not None or self._is_dated(scope, word)
        status = told or self._status_by_date(date)
        participants = self._with_topic(view, word, _participants(self.analysis, view, scope, word))
        talk = TalkFinding(
            scope,
            participants,
            _form(self.analysis, word),
            status or TalkStatus.HELD,
            f"talk-noun-{word.text}",
            view.index,
            _place(self.analysis, scope, word),
            date or (self._date_before(view) if told is not None else None),
            _outcome(self.analysis, self.rules, scope, word),
        )
        _merge(self.found, talk, self.analysis, may_add=is_own and status is not None)

    def _with_topic(
        self, view: SentenceView, word: WordHit, named: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Add who meets where the sentence leaves it out: 「（大統領は到着した。）首相と会談した」."""
        is_near = view.index - self.topic_sentence <= _CARRIED
        does = self.analysis.text.startswith(_HELD_BY_TOPIC, word.end)
        if not (named and is_near and does) or _has_subject(self.analysis, view, word.start):
            return named
        return tuple(dict.fromkeys((*self.topic, *named)))

    def _scope(self, view: SentenceView, word: WordHit) -> Span:
        """The stretch that tells of the talk: what is reported, if it is; with 〜で, the sentence."""
        if self.analysis.text.startswith("で", word.end):
            return Span(view.start, view.end)
        inside = [
            c
            for c in self.contents.get(view.index, ())
            if c.start <= word.start and word.end < c.end  # the object of 提案した is no scope
        ]
        for content in sorted(inside, key=lambda c: c.end - c.start):
            if len(_participants(self.analysis, view, content, word)) > 1:
                return content
        return Span(view.start, view.end)

    def _is_dated(self, scope: Span, word: WordHit) -> bool:
        """Say whether a day stands close before the noun: 「1月29日の電話会談」."""
        floor = max(scope.start, word.start - _BESIDE)
        return bool(self.analysis.times.within(floor, word.start))

    def _status_by_date(self, date: str | None) -> TalkStatus | None:
        published = self.analysis.published
        if date is None or published is None:
            return None
        return TalkStatus.PLANNED if bounds(date)[0] > bounds(published)[1] else TalkStatus.HELD

    def _date_before(self, view: SentenceView) -> str | None:
        """The day last told before in the same paragraph or the one before it."""
        floor = self.analysis.sentences[max(0, view.index - _REMEMBERED)].start
        days = [t for t in self.analysis.times.within(floor, view.start) if len(t.edtf) == 10]
        return days[-1].edtf if days else None


def _contents(statements: list[StatementFinding]) -> dict[int, list[Span]]:
    contents: dict[int, list[Span]] = {}
    for statement in statements:
        if statement.speaker is None or not statement.speaker.author:
            contents.setdefault(statement.sentence, []).append(statement.content)
    return contents


def _names_talk(analysis: Analysis, view: SentenceView, word: WordHit) -> bool:
    text = analysis.text
    if text[max(view.start, word.start - 4) : word.start].endswith(_NOT_TALKS):
        return False
    if word.text == "会見":
        return text.startswith(("し", "する"), word.end)
    return not text.startswith(_NOT_AFTER, word.end)


def _participants(
    analysis: Analysis, view: SentenceView, scope: Span, word: WordHit
) -> tuple[str, ...]:
    """Everybody in the scope who stands where those who meet stand, with the states they serve."""
    found: list[str] = []
    for name in analysis.names.within(scope.start, scope.end):
        member = analysis.member(name)
        if member.type not in _MEETING:
            continue
        if name.stop == word.start or _particle_after(analysis, view, name) in _TAKING_PART:
            found.append(member.key)
            side = member.side
            if member.type is ActorType.PERSON and side is not None and _is_state(analysis, side):
                found.append(side)
    return tuple(dict.fromkeys(found))


def _topic(analysis: Analysis, view: SentenceView, end: int) -> tuple[str, ...]:
    """Return the person or state that the first は of a sentence names, with the state served."""
    for phrase in view.phrases:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None or phrase.particle != "は" or phrase.start >= end:
            continue
        member = analysis.member(name)
        if member.type is ActorType.PERSON and member.side is not None:
            return (member.key, member.side) if _is_state(analysis, member.side) else (member.key,)
        return (member.key,) if member.type in _MEETING else ()
    return ()


def _has_subject(analysis: Analysis, view: SentenceView, end: int) -> bool:
    """Say whether somebody stands with は, が or も before a place; a day does not (「7日は」)."""
    return any(
        phrase.start < end
        and phrase.particle.endswith(("は", "が", "も"))
        and phrase.lemma is None
        and not analysis.times.within(phrase.start, phrase.head_end)
        for phrase in view.phrases
    )


def _is_state(analysis: Analysis, key: str) -> bool:
    entry = analysis.index.actors.get(key)
    return entry is not None and entry.type is ActorType.STATE


def _particle_after(analysis: Analysis, view: SentenceView, name: Name) -> str | None:
    at = bisect_right(view.phrases, name.start, key=lambda phrase: phrase.start) - 1
    phrase = view.phrases[at] if at >= 0 else None
    if phrase is None or name.start >= phrase.end:
        return ""
    if phrase.head_end - name.stop <= 2:
        return phrase.particle
    return "" if phrase.head_end > name.stop else None


def _form(analysis: Analysis, word: WordHit) -> TalkForm:
    form = analysis.index.talks[word.text].form
    if form is TalkForm.MEETING:
        before = analysis.text[max(0, word.start - 12) : word.start]
        if "電話" in before:
            return TalkForm.CALL
        if before.endswith(("三者", "3者", "３者", "3カ国", "三国")):
            return TalkForm.TRILATERAL
    return form


def _status_cue(analysis: Analysis, rules: Rules, scope: Span, word: WordHit) -> TalkStatus | None:
    """What became of it: told after the noun, else in the clause that modifies it."""
    cues = rules.cues[CueKind.TALK_STATUS]
    end = min(scope.end, word.end + _AFTER)
    stop = analysis.text.find("、", word.end + 1, end)
    for start, limit in (
        (word.start, stop if stop > 0 else end),
        (word.start, end),
        (max(scope.start, word.start - 30), word.end),
    ):
        hit = cues.best(analysis.text, start, limit)
        if hit is not None and isinstance(hit.cue.value, TalkStatus):
            return hit.cue.value
    return None


def _outcome(analysis: Analysis, rules: Rules, scope: Span, word: WordHit) -> Outcome | None:
    hit = rules.cues[CueKind.TALK_OUTCOME].best(analysis.text, word.start, scope.end)
    return hit.cue.value if hit is not None and isinstance(hit.cue.value, Outcome) else None


def _place(analysis: Analysis, scope: Span, word: WordHit) -> str | None:
    """The place that belongs to the talk: the last one with で or の before it, else after it."""
    chosen: str | None = None
    for name in analysis.names.within(scope.start, scope.end):
        if analysis.member(name).type not in (ActorType.PLACE, ActorType.FACILITY):
            continue
        following = analysis.text[name.end : name.end + 3]
        if following.startswith(("で", "にて", "の", "会談", "・", "協議")) and (
            chosen is None or name.end <= word.start
        ):
            chosen = name.member
    return chosen


def _date(analysis: Analysis, scope: Span, word: WordHit) -> str | None:
    """The date nearest before the noun, else the first after it."""
    times = analysis.times.within(scope.start, scope.end)
    before = [t for t in times if t.end <= word.end]
    if before:
        return before[-1].edtf
    return times[0].edtf if times else None


def _merge(
    found: list[TalkFinding], talk: TalkFinding, analysis: Analysis, *, may_add: bool
) -> None:
    """Join a mention to the talk it tells of again, or add it."""
    for known in reversed(found[-_RECENT:]):
        if known.sentence == talk.sentence and _overlap(known.span, talk.span):
            _join(known, talk, analysis)
            return
        if _is_same(known, talk, analysis, is_bare=not may_add):
            _join(known, talk, analysis)
            return
    if may_add:
        found.append(talk)


def _overlap(a: Span, b: Span) -> bool:
    return a.overlaps(b)


def _is_same(a: TalkFinding, b: TalkFinding, analysis: Analysis, *, is_bare: bool) -> bool:
    """Say whether two findings tell of one meeting: the same parties, no other day."""
    if not b.participants:
        same_day = a.date is not None and b.date is not None and _compatible(a.date, b.date)
        return (is_bare or same_day) and b.sentence - a.sentence <= 2
    sides_a, sides_b = _sides(a, analysis), _sides(b, analysis)
    shared = sides_a & sides_b
    smaller = min(len(sides_a), len(sides_b))
    if a.date is not None and b.date is not None:
        return _compatible(a.date, b.date) and len(shared) >= min(2, smaller)
    if a.date is None and b.date is None and sides_a == sides_b:
        return True
    near = b.sentence - a.sentence <= _NEAR
    return smaller > 0 and len(shared) == smaller and (near or is_bare)


def _sides(talk: TalkFinding, analysis: Analysis) -> set[str]:
    members = analysis.cast.members
    known = (members.get(key) for key in talk.participants)
    sides = {member.side or member.key for member in known if member is not None}
    return sides or set(talk.participants)


def _compatible(a: str, b: str) -> bool:
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return (a0 >= b0 and a1 <= b1) or (b0 >= a0 and b1 <= a1)


def _united(known: TalkFinding, talk: TalkFinding, analysis: Analysis) -> tuple[str, ...]:
    """Who took part by both mentions: once two sides are told, nobody of a third is added."""
    sides = _sides(known, analysis)
    added = talk.participants
    if len(sides) >= _PARTIES:
        members = analysis.cast.members
        added = tuple(k for k in added if k in sides or (k in members and members[k].side in sides))
    return tuple(dict.fromkeys((*known.participants, *added)))


def _join(known: TalkFinding, talk: TalkFinding, analysis: Analysis) -> None:
    if known.sentence != talk.sentence:
        known.mentions.append(talk.span)
    known.participants = _united(known, talk, analysis)
    known.date = known.date or talk.date
    known.place = known.place or talk.place
    known.outcome = known.outcome or talk.outcome
    if known.form is TalkForm.MEETING and talk.form is not TalkForm.MEETING:
        known.form = talk.form


def _is_whole(talk: TalkFinding, analysis: Analysis) -> bool:
    """A talk needs two who meet besides the states they serve, or a body in session."""
    members = [analysis.cast.members.get(p) for p in talk.participants]
    served = {m.side for m in members if m is not None and m.type is ActorType.PERSON}
    if sum(p not in served for p in talk.participants) >= 2:
        return True
    return bool(talk.participants) and talk.form is TalkForm.SESSION
