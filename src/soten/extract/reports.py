"""Reports: a reporting predicate with the content it takes, found in the phrases of one sentence.

「A氏は、…と述べ、…を否定した。」 holds two reports: 述べる with a clause before と, 否定する with an object.
Who speaks is settled elsewhere (`speakers`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from soten.extract.attitudes import TOLD_BY, act_of_noun, head_word
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame, VerbEntry
from soten.records import Act, Span

_SENTENCE_LIKE = re.compile(r"(?:[うくぐすつぬぶむるいただ]|です|ます|ません)。?\Z")
"""Endings of a quotation that is a clause: 「揺るぎない」として、 but not 「重要な問題」として、."""
_NAMING = frozenset(("いう", "言う"))
"""〜という+noun only names what the noun is."""
_REACH = 6
"""Phrases between content and verb: 「…」と+記者団に+対し+改めて+強く+述べた."""
_TO = ("と", "とも", "とは", "などと", "って", "だと", "とだけ", "とまで", "とさえ", "とか")
_ADVERBIAL_TO = frozenset(("タリ", "副詞可能", "助数詞可能"))
"""Finer classes of words that と makes adverbs: 公然と, 次々と."""
_SAYING = frozenset((Act.ANNOUNCE, Act.ASSERT, Act.EXPLAIN, Act.DEMAND))
_EMPTY = frozenset(
    "姿勢 声明 共同声明 宣言 共同宣言 内容 その内容 コメント 詳細 考え 談話 報告 情報 立場 これ それ こと "
    "見解 要求 要請 質問 電話 書簡 "
    "会見 記者会見 演説 意見 言葉 質疑 発言 見方 報道 結果 方針 提案 回答 説明".split()
)
"""Objects that say nothing of the content by themselves."""
_SHOWING = frozenset(
    "示す 表す 表明する 伝える 述べる 明らかにする にじませる 滲ませる 見せる 抱く 持つ 強める 強調する "
    "繰り返す 表現する 語る 寄せる 口にする あらわにする 隠す つのらせる".split()
)
_DOING = frozenset(("する", "行う", "行なう", "出す", "発する"))
"""Verbs that report only what と says: 〜との発言をした, 〜という提案を行った."""


@dataclass(slots=True)
class Report:
    """A reporting predicate in a sentence.

    `verb` and `marker` are indices of phrases: the predicate, and the last phrase of its content.
    `content` begins no earlier than `since`, the phrase after the report before it. `quoted` is the
    inside of the quotation that is all of the content, or None.
    """

    verb: int
    marker: int
    since: int
    frame: Frame
    act: Act
    lemma: str
    content_end: int
    negated: bool
    passive: bool
    embedded: bool
    weak: bool
    quoted: Span | None = None
    postposed: int | None = None
    """Where the content begins if it follows the verb."""
    tone: Act | None = None
    """What the clause after it tells of the saying: 「…」と述べ、期待を示した."""
    is_empty: bool = False
    """True where the object only names a way of saying: 声明を発表した."""


def find_reports(
    view: SentenceView, analysis: Analysis, rules: Rules, since: int = 0
) -> list[Report]:
    """Return the reports of a sentence, from the phrase `since` on, in order of their predicates."""
    reports: list[Report] = []
    postposed = _postposed(view, analysis, rules)
    if postposed is not None:
        return [postposed]
    for at, phrase in enumerate(view.phrases):
        if at < since or phrase.lemma is None or phrase.joint == "if" or _is_adverbial(view, at):
            continue
        report = _report_at(view, analysis, rules, at, since)
        if report is None:
            continue
        reports += _quotations_before(report, view, analysis)
        reports.append(report)
        if not (report.embedded or report.passive or phrase.joint == "adnominal"):
            since = at + 1
    return reports


def _postposed(view: SentenceView, analysis: Analysis, rules: Rules) -> Report | None:
    """「特使は認めた、…課題であると。」: translations put the content after its verb."""
    last = view.phrases[-1] if view.phrases else None
    if last is None or not last.particle.endswith("と") or last.joint != "quoted":
        return None
    for at, phrase in enumerate(view.phrases[:-1]):
        verb = rules.verbs.get(phrase.lemma or "")
        if verb is None or not (phrase.past and phrase.comma) or phrase.joint in ("te", "but"):
            continue
        act = verb.acts.get(Frame.TO)
        if act is None or verb.weak:
            continue
        end = _clause_end(last, analysis)
        report = _make(view.phrases, at, len(view.phrases) - 1, 0, Frame.TO, act, verb.text, end)
        report.postposed = view.phrases[at + 1].start
        return report
    return None


def _is_adverbial(view: SentenceView, at: int) -> bool:
    """繰り返し+強調した: a bare continuative before another predicate only modifies it."""
    phrase = view.phrases[at]
    if phrase.joint != "other" or phrase.particle or at + 1 >= len(view.phrases):
        return False
    return view.phrases[at + 1].lemma is not None


def _report_at(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Report | None:
    phrases = view.phrases
    phrase = phrases[at]
    if _is_asked(phrase):
        return None
    before = phrases[at - 1] if at > since else None
    lemma = phrase.lemma or ""
    if before is not None and before.particle in ("を", "は", "も", "も避け"):
        idiom = rules.verbs.get(f"{head_word(analysis, before)}を{lemma}")
        if idiom is not None:
            own = next(iter(idiom.acts.values()))
            return _make(phrases, at, at - 1, since, Frame.NONE, own, idiom.text, phrase.end)
    if (lemma in _SHOWING or lemma in _DOING) and before is not None:
        attitude = _attitude(view, analysis, rules, at, since)
        if attitude is not None:
            return attitude
    verb = rules.verbs.get(lemma)
    if verb is None or (lemma in _NAMING and phrase.joint == "adnominal"):
        return None
    for frame, find in _FRAMES:
        act = verb.acts.get(frame)
        if act is None:
            continue
        marker = find(view, analysis, at, since, verb.weak)
        if marker is None:
            continue
        is_empty = (
            frame is Frame.WO
            and act in _SAYING
            and not phrase.negated
            and _is_empty(marker, phrases, analysis, since)
        )
        if lemma == "する" and _is_as(phrases[at], phrases[marker], analysis):
            return None
        report = _make(phrases, at, marker, since, frame, act, lemma, phrases[marker].head_end)
        report.weak, report.is_empty = verb.weak, is_empty
        if frame is Frame.TO:
            report.content_end = _clause_end(phrases[marker], analysis)
            report.quoted = _whole_quotation(phrases[marker], analysis)
        return report
    return _bare_stance(phrases, at, since, verb, lemma)


def _bare_stance(
    phrases: list[Phrase], at: int, since: int, verb: VerbEntry, lemma: str
) -> Report | None:
    """A verb that by itself tells a stance: 「イランは反発し、」; its own word is the content."""
    act, phrase = verb.acts.get(Frame.NONE), phrases[at]
    if act is None or phrase.joint not in ("end", "te", "stem", "but") or at == since:
        return None
    return _make(phrases, at, at, since, Frame.NONE, act, lemma, phrase.head_end)


def _quotations_before(report: Report, view: SentenceView, analysis: Analysis) -> list[Report]:
    """Return a report for each quotation right before the quoted one: 「…」「…」と述べた."""
    if report.quoted is None:
        return []
    found: list[Report] = []
    at = view.phrases[report.marker].quote
    while at is not None:
        before = analysis.quotation_ending_at(at)
        if before is None or before.start < view.phrases[report.since].start:
            break
        inside = Span(before.inner_start, before.inner_end)
        found.append(replace(report, quoted=inside, content_end=before.end))
        at = before.start
    return found[::-1]


def _is_asked(phrase: Phrase) -> bool:
    """受け入れるのかと+問われた, 信じているかどうか: whether it is so is the question."""
    return phrase.lemma is not None and phrase.particle.endswith(("か", "かと"))


def _is_as(phrase: Phrase, marker: Phrase, analysis: Analysis) -> bool:
    """「重要な問題」として is no report; 〜しているとして、 and 「…だ」として、 are."""
    words = analysis.text[phrase.start : phrase.end]
    if not words.startswith("して") or words.startswith("している"):
        return False
    if marker.quote is not None and phrase.comma:
        quotation = analysis.quotation_at[marker.quote]
        return not _SENTENCE_LIKE.search(analysis.text, quotation.inner_start, quotation.inner_end)
    return not phrase.comma or marker.joint != "quoted"


def _make(
    phrases: list[Phrase],
    at: int,
    marker: int,
    since: int,
    frame: Frame,
    act: Act,
    lemma: str,
    end: int,
) -> Report:
    phrase = phrases[at]
    embedded = phrase.joint == "quoted" and at + 1 < len(phrases)
    return Report(
        at, marker, since, frame, act, lemma, end, phrase.negated, phrase.passive, embedded, False
    )


# --- frames ----------------------------------------------------------------------------------------
def _find_to(view: SentenceView, analysis: Analysis, at: int, since: int, weak: bool) -> int | None:
    """Return the phrase with と that ends the content of the predicate `at`."""
    phrases = view.phrases
    for j in range(at - 1, max(since, at - _REACH) - 1, -1):
        phrase = phrases[j]
        if _takes_to(phrase, analysis, weak, adjacent=j == at - 1):
            return j
        if phrase.lemma is not None and phrase.joint in ("te", "stem", "but", "if", "end"):
            if phrase.comma or phrase.joint != "te":
                return None
    return None


def _takes_to(phrase: Phrase, analysis: Analysis, weak: bool, *, adjacent: bool) -> bool:
    particle = phrase.particle
    if not particle.endswith(_TO):
        return False
    if phrase.quote is not None:
        return True
    last = analysis.tokens[phrase.last - 2] if phrase.last - phrase.first > 1 else None
    if particle == "と" and last is not None and (last.pos == "ADV" or last.fine == "タリ"):
        return False
    if phrase.joint == "quoted":
        return not _is_volition(phrase, analysis)
    if weak or not adjacent or particle != "と" or _is_somebody(phrase, analysis):
        return False
    return last is None or last.fine not in _ADVERBIAL_TO


def _is_somebody(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether と joins a companion: 記者団と話した."""
    if phrase.head_end in analysis.name_by_stop:
        return True
    return analysis.text[phrase.start : phrase.head_end].endswith(("記者", "記者団", "者ら"))


def _is_volition(phrase: Phrase, analysis: Analysis) -> bool:
    """進めよう+とする is an attempt, no report."""
    tail = analysis.text[phrase.start : phrase.end]
    return tail.endswith(("おうと", "ようと", "こうと", "そうと", "ろうと")) and not tail.endswith(
        ("だろうと", "であろうと", "でしょうと", "なろうと")
    )


def _find_you(
    view: SentenceView, analysis: Analysis, at: int, since: int, weak: bool
) -> int | None:
    phrases = view.phrases
    for j in range(at - 1, max(since, at - 4) - 1, -1):
        text = analysis.text[phrases[j].start : phrases[j].end]
        if text in ("よう", "ように", "ようにと", "ようにとの", "ようと"):
            return j - 1 if j > since else None
        if text.endswith(("よう", "ように")) and phrases[j].lemma is not None:
            return j
        if phrases[j].comma and phrases[j].lemma is not None:
            return None
    return None


def _find_wo(view: SentenceView, analysis: Analysis, at: int, since: int, weak: bool) -> int | None:
    phrases = view.phrases
    if weak:
        return None
    for j in range(at - 1, max(since, at - 3) - 1, -1):
        if phrases[j].particle.endswith("を") and phrases[j].lemma is None:
            return j
        if phrases[j].comma and phrases[j].lemma is not None:
            return None
    return None


def _is_empty(j: int, phrases: list[Phrase], analysis: Analysis, since: int) -> bool:
    """Say whether an object is a bare word for saying: 声明を発表した, コメントを求めた."""
    if analysis.text[phrases[j].start : phrases[j].head_end] not in _EMPTY:
        return False
    before = phrases[j - 1] if j > since else None
    described = (
        before is not None
        and not before.comma
        and (before.particle in ("の", "との", "という", "への") or before.joint == "adnominal")
    )
    return not described


def _find_ni(view: SentenceView, analysis: Analysis, at: int, since: int, weak: bool) -> int | None:
    phrases = view.phrases
    for j in range(at - 1, max(since, at - 3) - 1, -1):
        if phrases[j].particle in ("に", "には", "にも"):
            return j
        if phrases[j].comma:
            return None
    return None


_FRAMES = (
    (Frame.TO, _find_to),
    (Frame.YOU, _find_you),
    (Frame.WO, _find_wo),
    (Frame.NI, _find_ni),
)


def _attitude(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Report | None:
    """Return the report that a noun carries: 〜との見方を示した, 〜に懸念を表明した."""
    phrases = view.phrases
    noun = phrases[at - 1]
    if noun.particle not in ("を", "も", "は"):
        return None
    word = head_word(analysis, noun)
    act = act_of_noun(word, at - 1, since, view, analysis, rules)
    if act is None and word not in TOLD_BY:
        return None
    marker = at - 1
    frame = Frame.WO
    end = noun.head_end
    quoted: Span | None = None
    for j in range(at - 2, max(since, at - 4) - 1, -1):
        particle = phrases[j].particle
        if particle.endswith(("との", "という")) or _says_so(phrases[j], particle):
            marker, frame, end = j, Frame.TO, _clause_end(phrases[j], analysis)
            quoted = _whole_quotation(phrases[j], analysis)
            break
        if phrases[j].lemma in ("いう", "する") and j > since and _is_to(phrases[j - 1]):
            marker, frame, end = j - 1, Frame.TO, _clause_end(phrases[j - 1], analysis)
            break
        if phrases[j].comma:
            break
    if frame is not Frame.TO and (act is None or phrases[at].lemma in _DOING):
        return None
    act = act or TOLD_BY[word]
    report = _make(phrases, at, marker, since, frame, act, word, end)
    report.quoted = quoted
    return report


def _is_to(phrase: Phrase) -> bool:
    return phrase.particle.endswith("と") and (phrase.joint == "quoted" or phrase.quote is not None)


def _says_so(phrase: Phrase, particle: str) -> bool:
    return particle.endswith("とする") and phrase.lemma is not None


def _clause_end(phrase: Phrase, analysis: Analysis) -> int:
    """Where the clause before と ends: with its endings, without と itself."""
    particle = phrase.particle
    for mark in ("などとの", "などと", "との", "とも", "とは", "とだけ", "という", "って", "と"):
        if particle.endswith(mark):
            return max(phrase.end - len(mark), phrase.head_end)
    return phrase.head_end


def _whole_quotation(phrase: Phrase, analysis: Analysis) -> Span | None:
    """Return the inside of the quotation that closes the content, if nothing follows it."""
    if phrase.quote is None:
        return None
    quotation = analysis.quotation_at[phrase.quote]
    if phrase.head_end > quotation.end:
        return None
    return Span(quotation.inner_start, quotation.inner_end)
