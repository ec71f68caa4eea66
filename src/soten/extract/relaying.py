"""Relayed words: 「A通信は、当局者の話として…と伝えた」 tells what the official said, by the hand of A.

The one relayed speaks; the outlet whose report it is stands in `via`. Several in one sentence part its
content between them: 「A省の話として…、B省の話として…と伝えた」.
"""

from __future__ import annotations

from dataclasses import dataclass

from soten.extract.contents import content_start
from soten.extract.coreference import Scene
from soten.extract.reporting import Report
from soten.extract.speakers import RELAYING, speakers_at
from soten.extract.unnamed import describe
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Span, Speaker

_WORDS = frozenset(
    "話 発言 談話 証言 見解 見方 説明 コメント 声 言葉 情報 報道 分析 主張 発表 意見 指摘 "
    "伝聞 発言内容".split()
)
"""What is taken from somebody: 〜の話として, 〜の発言を引用し."""
_CITING = frozenset("引用する 引く 紹介する 基づく".split())
_BY = frozenset(("によると", "によれば", "からと"))
"""With して these announce whose words follow: 「治安筋からとして」."""
_PASSING = RELAYING | frozenset("紹介する 引用する 掲載する 発表する 載せる 流す".split())
"""What is done with somebody else's words."""
_TRIM = " 　、，"


@dataclass(frozen=True, slots=True)
class Relayed:
    """Whose words the phrases up to `last` announce, and where those words begin."""

    speakers: tuple[Speaker, ...]
    first: int
    last: int


def find_relayed(
    report: Report, since: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> list[Relayed]:
    """Return those whose words a report passes on from the phrase `since`, in the sentence's order."""
    found: list[Relayed] = []
    for at in range(max(since, report.since), report.verb):
        named = announced_at(at, view, analysis)
        if named is None or named.particle_end >= report.verb:
            continue
        speakers = speakers_at(named.source, view, analysis, scene) or (
            describe(named.source, view, analysis),
        )
        found.append(Relayed(speakers, named.source, named.particle_end))
    return found or _told_for(report, view, analysis, scene)


def _told_for(
    report: Report, view: SentenceView, analysis: Analysis, scene: Scene
) -> list[Relayed]:
    """「A紙は、…という+当局者の+話を+伝えた」: the official's words stand before who he is."""
    owner = report.verb - 2
    if owner <= report.marker or view.phrases[report.verb].lemma not in _PASSING:
        return []
    words = view.phrases[owner + 1]
    if words.particle != "を" or analysis.text[words.start : words.head_end] not in _WORDS:
        return []
    if not _is_owned(owner + 1, view):
        return []
    speakers = speakers_at(owner, view, analysis, scene)
    return [Relayed(speakers, owner, report.since - 1)] if speakers else []


@dataclass(frozen=True, slots=True)
class Announced:
    """The phrase that names whose words follow, and the last phrase of 〜の話として."""

    source: int
    particle_end: int


def announced_at(at: int, view: SentenceView, analysis: Analysis) -> Announced | None:
    """Read 「Aの+話と+して」, 「Aの+話を+引用し」, 「Aによると+して」 where the phrase `at` holds 話 or A."""
    phrases = view.phrases
    phrase = phrases[at]
    if at + 1 >= len(phrases) or phrase.lemma is not None or phrase.quote is not None:
        return None
    if phrase.particle in _BY and phrases[at + 1].lemma == "する":
        is_own = analysis.text[phrase.start : phrase.head_end] in _WORDS and at > 0
        if phrases[at + 1].joint != "te":
            return None
        return Announced(at - 1 if is_own and _is_owned(at, view) else at, at + 1)
    if phrase.particle == "と":
        is_announcing = phrases[at + 1].lemma == "する" and phrases[at + 1].joint == "te"
    else:
        is_announcing = phrase.particle == "を" and phrases[at + 1].lemma in _CITING
        is_announcing = is_announcing and phrases[at + 1].joint in ("te", "stem")
    if not is_announcing:
        return None
    head = analysis.text[phrase.start : phrase.head_end]
    if head in _WORDS and at > 0 and _is_owned(at, view):
        return Announced(at - 1, at + 1)
    if phrase.particle == "と" and head.endswith(("筋", "情報")):
        return Announced(at, at + 1)
    return None


def _is_owned(at: int, view: SentenceView) -> bool:
    """Say whether the phrase before says whose words the phrase `at` holds: 「Aなどの+話」."""
    return view.phrases[at - 1].particle.endswith(("の", "による"))


def contents_of(
    relayed: list[Relayed], after: int, report: Report, view: SentenceView, analysis: Analysis
) -> list[tuple[Relayed, Span]]:
    """Return what each of them said: up to the next one's words, or to the end of the report.

    `after` is the phrase after the subject, which may stand behind: 「当局者の話として、A紙は…」.
    """
    parts: list[tuple[Relayed, Span]] = []
    for k, source in enumerate(relayed):
        begin = max(source.last + 1, after if k == 0 else 0)
        if begin >= len(view.phrases):
            continue
        start = view.phrases[begin].start
        if begin < report.marker:
            start = content_start(report, begin, view, analysis)
        end = report.content_end
        if k + 1 < len(relayed):
            end = view.phrases[relayed[k + 1].first].start
        if start >= end:  # 「…があることを情報筋として伝えた」
            start = view.phrases[max(after, report.since)].start
        content = _trimmed(start, end, analysis.text)
        if content is not None:
            parts.append((source, content))
    return parts


def _trimmed(start: int, end: int, text: str) -> Span | None:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if start < end else None
