"""Findings made from what was read: content trimmed, dated, its points at issue named."""

from __future__ import annotations

from dataclasses import dataclass

from soten.extract.contents import OPENERS
from soten.extract.findings import StatementFinding
from soten.extract.frames import clause_end
from soten.extract.reporting import Report
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import Frame
from soten.records import Act, ActorType, Quote, Span, Speaker

_PLAIN = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.EXPLAIN, Act.CONFIRM))
"""Acts that say no more than that something is said."""
_ENDING = 6
"""Characters of endings and particles after the verb that closes a content: 拒否する+と, との."""
_NOUN = 2
"""Characters of a noun that the verb stands before: 歓迎する+意."""
_TRIM = " 　、。，．"
_DENYING = frozenset("否定する 否認する 反論する 全否定する".split())
"""Verbs that without object deny what has just been said: 「B国は否定している」."""
_POINTING = frozenset(
    ("これ", "それ", "こうした主張", "この主張", "これら", "同報道", "その主張", "この報道", "主張")
)
_PRONOUNS = frozenset(("これ", "それ", "これら"))
_INTERVIEWS = ("インタビュー", "取材", "単独会見", "番組", "書面インタビュー", "電話インタビュー")
_ADDRESSING = ("に対し", "に対して", "に", "に対しては", "に対しても")


@dataclass(frozen=True, slots=True)
class Told:
    """Content with all that is known of it but its speakers."""

    view: SentenceView
    content: Span
    frame: Span
    act: Act
    quote: Quote
    rule: str
    via: tuple[str, ...] = ()
    to: str | None = None
    negated: bool = False
    verb: str = ""


_MARKS = {"」": "「", "』": "『", "”": "“"}


def _without_lone_mark(content: Span, text: str) -> Span:
    """Leave out a mark that closes nothing: 「橋は残る」 of which only the end is left."""
    close = text[content.end - 1] if content.end > content.start + 1 else ""
    opening = _MARKS.get(close)
    if opening is None:
        return content
    words = content.cut(text)
    is_lone = words.count(close) > words.count(opening)
    return Span(content.start, content.end - 1) if is_lone else content


def findings_of(
    told: Told, speakers: tuple[Speaker, ...], analysis: Analysis, issues: IssueReader
) -> list[StatementFinding]:
    """Return one finding for each speaker, or one without speaker."""
    content = _without_lone_mark(told.content, analysis.text)
    named = issues.name(content.start, content.end)
    return [
        StatementFinding(
            content,
            speaker,
            told.act,
            told.quote,
            told.rule,
            told.view.index,
            told.frame,
            named,
            date=_date(told.view, content, analysis),
            to=told.to,
            via=tuple(v for v in told.via if speaker is None or v != speaker.entity),
            negated=told.negated,
            verb=told.verb,
        )
        for speaker in speakers or (None,)
    ]


def add_told(
    found: list[StatementFinding], told: list[StatementFinding], analysis: Analysis
) -> None:
    """Add `told` to `found`; 「停戦を拒否すると表明した」 tells one thing and not two.

    What the same speaker says by the verb that closes the content of `told` goes into it, with its
    act unless another does it: 「A国が支援を要請していると述べた」.
    """
    for new in told:
        for at in range(len(found) - 1, -1, -1):
            old = found[at]
            if old.sentence != new.sentence:
                break
            if old.speaker == new.speaker is not None and _closes(old, new):
                del found[at]
                if new.act in _PLAIN and not _is_of_another(new, analysis):
                    new.act = old.act
    found.extend(told)


def _is_of_another(told: StatementFinding, analysis: Analysis) -> bool:
    """Say whether a content begins with the name of another side as the one who acts: 「A国が…」."""
    speaker = told.speaker.entity if told.speaker is not None else None
    own = analysis.cast.members.get(speaker or "")
    for name in analysis.names.within(told.content.start, told.content.end)[:1]:
        member = analysis.member(name)
        side = member.side or member.key
        if name.begin == told.content.start and analysis.text.startswith("が", name.stop):
            return own is None or side != (own.side or own.key)
    return False


def _closes(old: StatementFinding, new: StatementFinding) -> bool:
    """Say whether the content of `new` ends with the verb of `old`."""
    inside = new.content.start <= old.content.start and old.content.end <= new.content.end
    return (
        inside
        and old.content != new.content
        and -_NOUN <= old.frame.end - new.content.end <= _ENDING
    )


def quoted_or_trimmed(report: Report, content: Span, text: str) -> Span:
    """Return the inside of the quotation where nothing stands before it, else `content` trimmed."""
    if report.quoted is not None:
        before = text[content.start : report.quoted.start - 1].strip(_TRIM)
        follows_another = text[report.quoted.start - 2] in "」』”"
        if not before or before in OPENERS or follows_another:
            return report.quoted
    start, end = content.start, content.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)


def addressee(
    report: Report, view: SentenceView, speakers: tuple[Speaker, ...], analysis: Analysis
) -> str | None:
    """Return whom it is said to: 〜に対し, 〜に at a demand."""
    for phrase in view.phrases[report.since : report.verb]:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None or phrase.particle not in _ADDRESSING:
            continue
        if any(speaker.entity == name.member for speaker in speakers):
            continue
        if analysis.member(name).type is not ActorType.PLACE:
            return name.member
    return None


def interviewers(
    report: Report, content: Span, view: SentenceView, analysis: Analysis
) -> tuple[str, ...]:
    """Return the outlets it was said to: 「A通信に対し」, 「A通信のインタビューで」."""
    found: list[str] = []
    for at in range(report.since, report.verb):
        phrase = view.phrases[at]
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None or content.start <= phrase.start < content.end:
            continue
        if analysis.member(name).type is not ActorType.OUTLET:
            continue
        after = view.phrases[at + 1]
        asked = analysis.text.startswith(_INTERVIEWS, after.start)
        if phrase.particle in _ADDRESSING or (
            asked and phrase.particle in ("の", "との", "による")
        ):
            found.append(name.member)
    return tuple(found)


def _date(view: SentenceView, content: Span, analysis: Analysis) -> str | None:
    """The first date the sentence gives outside the content, if it is not still to come."""
    for time in analysis.times.within(view.start, view.end):
        if not content.start <= time.start < content.end and not time.is_future:
            return time.edtf
    return None


def antecedent(
    report: Report,
    view: SentenceView,
    start: int,
    found: list[StatementFinding],
    analysis: Analysis,
) -> Span | None:
    """What 「これを否定した」 denies: the statement before, else the sentence."""
    words = analysis.text[start : report.content_end]
    if report.act is Act.DENY and report.frame is Frame.NONE and report.lemma in _DENYING:
        return _denied(report, view, start, found, analysis)
    if words in _PRONOUNS and report.frame is Frame.WO:
        told = _clause_before(report, view)
        if told is not None:
            return told
    if report.act is not Act.DENY or words not in _POINTING:
        return None
    last = found[-1] if found else None
    if last is not None and view.index - last.sentence <= 1:
        return last.content
    if words not in _PRONOUNS or view.index == 0:
        return None
    before = analysis.sentences[view.index - 1]
    return Span(before.start, before.end - (analysis.text[before.end - 1] == "。"))


def _denied(
    report: Report,
    view: SentenceView,
    start: int,
    found: list[StatementFinding],
    analysis: Analysis,
) -> Span | None:
    """What a bare 否定した denies: the clause before it, what was said last, or the sentence before."""
    for phrase in reversed(view.phrases[report.since : report.verb]):
        if phrase.joint == "quoted" and clause_end(phrase) > start:
            return Span(start, clause_end(phrase))
    if found and view.index - found[-1].sentence <= 1:
        return found[-1].content
    before = analysis.sentences[view.index - 1] if view.index else None
    if before is None or report.since or before.paragraph != view.paragraph:
        return None
    return Span(before.start, before.end - (analysis.text[before.end - 1] == "。"))


def _clause_before(report: Report, view: SentenceView) -> Span | None:
    """What これ means in 「A国が署名し、B氏はこれを歓迎した」: the clause before the one who says it."""
    for k in range(report.marker - 1, report.since, -1):
        phrase = view.phrases[k]
        if phrase.lemma is not None and phrase.comma and phrase.joint in ("stem", "te", "but"):
            return Span(view.phrases[report.since].start, phrase.head_end)
    return None


def is_stressed(report: Report, content: Span, analysis: Analysis) -> bool:
    """Say whether a report only tells how what was just said was meant: 「…と述べ、これを非難した」."""
    words = analysis.text[content.start : content.end]
    return words in _PRONOUNS and report.frame is Frame.WO and report.act not in _PLAIN
