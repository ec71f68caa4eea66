"""Where the content of a report begins: after the speaker, the occasion and who is addressed."""

from __future__ import annotations

from soten.extract.reporting import Report
from soten.extract.reports import EMPTY, is_thing
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame

_ADJUNCT = (
    "で",
    "にて",
    "に対し",
    "に対して",
    "に対しては",
    "に",
    "には",
    "から",
    "を受けて",
    "を受け",
    "の中で",
    "について",
    "に関して",
    "をめぐり",
    "をめぐって",
    "に先立ち",
    "後",
    "に向け",
    "に向けて",
    "に際して",
    "にあたり",
    "に続き",
    "に加え",
    "に伴い",
    "との間で",
    "を通じて",
    "を通じ",
    "を通して",
    "とともに",
)
_OCCASIONS = ("後", "前", "中", "の際", "直後", "終了後", "席上")
"""Last parts of words for an occasion without particle: 会談後、."""
_TELLINGS = tuple(
    "インタビュー 取材 会見 演説 番組 会合 声明 談話 書簡 集会 式典 投稿 質問 問い 報告書 講演".split()
)
_WHERE = ("で", "の中で", "にて", "に", "へ", "に対し", "に対して", "を通じて", "を通じ", "上で")
_ANSWERING = ("に対し", "に対して", "に対しては")
"""Before a quotation these end what is answered, however long: 「…かと問われたのに対し、」."""
OPENERS = frozenset(
    "一方 また さらに ただ ただし しかし そして その上で その上 同時に なお このほか 他方 ところが "
    "これに対し これに対して これについて さらには 加えて その後 ついで 続いて だが でも それでも 実際 "
    "繰り返し 改めて 重ねて 特に とくに もっとも とはいえ".split()
)


def content_start(report: Report, after: int, view: SentenceView, analysis: Analysis) -> int:
    """Return where the content begins: after the speaker's phrase (`after` − 1) and its adjuncts.

    「3日、」, 「記者会見で、」, 「A氏に対し、」 and opening conjunctions belong to the frame.
    """
    phrases = view.phrases
    if report.postposed is not None:
        return report.postposed
    k = after
    if report.frame in (Frame.WO, Frame.NI, Frame.ABOUT):
        k = _after_clauses(report, after, view, analysis)
    if report.quoted is not None:
        for j in range(after, report.marker):
            if phrases[j].comma and phrases[j].particle.endswith(_ANSWERING):
                k = after = j + 1
        last = phrases[report.marker - 1] if report.marker > after else None
        if last is not None and last.comma and last.joint in ("te", "stem", "but", "while"):
            return phrases[report.marker].start
    if report.quoted is not None and _is_occasion(k, report.marker, view):
        return phrases[report.marker].start
    while k < report.marker:
        phrase = phrases[k]
        if k + 1 < report.marker and _is_frame_pair(phrase, phrases[k + 1], analysis):
            k += 2
            continue
        if not _is_frame_part(phrase, phrases[k + 1], view, analysis, at_start=k == after):
            break
        k += 1
    return phrases[k].start


def _is_frame_pair(phrase: Phrase, following: Phrase, analysis: Analysis) -> bool:
    """Say whether two phrases together only open the content: 「その+上で」, 「声明を+出し、」."""
    return (
        analysis.text[phrase.start : following.end] in OPENERS
        or _is_issuing(phrase, following, analysis)
        or _is_told_at(phrase, following, analysis)
        or _is_unnamed_on(phrase, following, analysis)
    )


def _is_told_at(phrase: Phrase, following: Phrase, analysis: Analysis) -> bool:
    """「A通信の+インタビューで、」, 「国連総会の+演説で、」."""
    if phrase.particle not in ("の", "との", "での") or following.lemma is not None:
        return False
    words = analysis.text[following.start : following.head_end]
    return following.comma and following.particle in _WHERE and words.endswith(_TELLINGS)


def _is_unnamed_on(phrase: Phrase, following: Phrase, analysis: Analysis) -> bool:
    """「匿名を+条件に」 says how somebody spoke."""
    words = analysis.text[phrase.start : following.head_end]
    return words == "匿名を条件"


def _is_occasion(first: int, marker: int, view: SentenceView) -> bool:
    """Say whether all that stands before a quotation only says where or to whom: 「演説の中で「…」」."""
    before = view.phrases[first:marker]
    if not before or any(phrase.lemma is not None for phrase in before):
        return False
    return before[-1].particle in _WHERE and all(
        phrase.particle in ("の", "") or phrase.comma or phrase is before[-1] for phrase in before
    )


def _after_clauses(report: Report, after: int, view: SentenceView, analysis: Analysis) -> int:
    """An object begins after the clauses before it: 「会談し、停戦に同意した」 tells of 停戦 only."""
    for k in range(report.marker - 1, after - 1, -1):
        phrase = view.phrases[k]
        if phrase.comma and (
            phrase.joint in ("te", "stem", "but", "while") or is_thing(phrase, analysis)
        ):
            return k + 1
    return after


def _is_issuing(phrase: Phrase, following: Phrase, analysis: Analysis) -> bool:
    """「声明を出し、」, 「記者会見を開いて、」 only tell where it was said."""
    if phrase.particle != "を" or not following.comma or following.joint not in ("te", "stem"):
        return False
    words = analysis.text[phrase.start : phrase.head_end]
    return words.endswith(tuple(EMPTY))


def _is_frame_part(
    phrase: Phrase, following: Phrase, view: SentenceView, analysis: Analysis, *, at_start: bool
) -> bool:
    if any(analysis.text[phrase.start : end] in OPENERS for end in (phrase.head_end, phrase.end)):
        return True
    before_quote = following.quote is not None and following.start == following.quote
    timed = bool(analysis.expressions.within(phrase.start, phrase.head_end))
    if timed and phrase.lemma is None and (phrase.comma or before_quote):
        return True
    if phrase.particle in _ADJUNCT and (phrase.comma or before_quote):
        return True
    if phrase.particle == "" and phrase.lemma is None and (phrase.comma or before_quote):
        if analysis.text[phrase.start : phrase.head_end].endswith(_OCCASIONS):
            return True
    ahead = any(time.is_future for time in analysis.times.within(phrase.start, phrase.head_end))
    if ahead:  # 「年内に引き渡すと約束した」 promises a day
        return False
    return at_start and timed and phrase.particle in ("", "に", "の") and phrase.lemma is None
