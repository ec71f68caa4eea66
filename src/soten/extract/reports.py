"""Reports: a reporting predicate with the content it takes, found in the phrases of one sentence.

「A氏は、…と述べ、…を否定した。」 holds two reports: 述べる with a clause before と, 否定する with an object.
Who speaks is settled elsewhere (`speakers`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from soten.extract.attitudes import head_word
from soten.extract.carriers import (
    held_attitude,
    shown_attitude,
    spread_attitude,
)
from soten.extract.frames import clause_end, find_marker, whole_quotation
from soten.extract.postposed import after_its_verb, beside_its_speaker
from soten.extract.reporting import Report, make_report
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame, VerbEntry
from soten.records import Act, Span

_SENTENCE_LIKE = re.compile(r"(?:[うくぐすつぬぶむるいただ]|です|ます|ません)。?\Z")
"""Endings of a quotation that is a clause: 「揺るぎない」として、 but not 「重要な問題」として、."""
_TOUCHED = ("こと", "可能性", "必要性", "重要性", "考え", "用意", "見通し")
"""What tells something where it is only touched upon: 停戦の可能性に言及した."""
_INTERVIEWS = ("インタビュー", "取材", "質問", "会見", "問いかけ")
"""To meet these with 応じる is to speak, and says nothing yet."""
_TONES = frozenset((Act.CRITICIZE, Act.DOUBT, Act.PRAISE, Act.WARN))
_OBJECT = 2
"""Characters at least of an object that a headline joins to its verb."""
_TONE_WITHIN = 4
"""Phrases from として to the verb that tells how the words before it are meant."""
_CLAUSE = re.compile(r"[はがをに].{2,}")
"""Particles in a quotation that is more than a name: 「敵に時間を与えるだけ」として."""
_SURMISE = re.compile("だろう|でしょう|かもしれ|に違いな|はずだ|はずです|らしい")
_NAMING = frozenset(("いう", "言う"))
"""〜という+noun only names what the noun is."""
_FRAMES = (Frame.TO, Frame.YOU, Frame.WO, Frame.NI, Frame.ABOUT)
"""Frames in the order in which they are tried."""
_SAYING = frozenset((Act.ANNOUNCE, Act.ASSERT, Act.EXPLAIN, Act.DEMAND))
ISSUED = tuple(
    "報告書 報告 声明 書簡 決議 決議案 宣言 談話 演説 発言 回答 コメント 文書 メッセージ 投稿 反論".split()
)
"""What somebody issues, and so says what the clause before it says: 停戦を求める声明を出した."""
DOCUMENTS = (*ISSUED, "見解", "提案", "考え", "見方", "姿勢", "方針", "意向")
"""These and what somebody holds, that 〜とする before them tells."""
EMPTY = frozenset(
    "姿勢 声明 共同声明 宣言 共同宣言 内容 その内容 コメント 詳細 考え 談話 報告 情報 立場 これ それ こと "
    "見解 要求 要請 質問 電話 書簡 "
    "会見 記者会見 演説 意見 言葉 質疑 発言 見方 報道 結果 方針 提案 回答 説明".split()
)
"""Objects that say nothing of the content by themselves."""


def find_reports(
    view: SentenceView, analysis: Analysis, rules: Rules, since: int = 0
) -> list[Report]:
    """Return the reports of a sentence, from the phrase `since` on, in order of their predicates."""
    reports: list[Report] = []
    postposed = after_its_verb(view, analysis, rules) or beside_its_speaker(view, analysis, rules)
    if postposed is not None:
        return [postposed]
    for at, phrase in enumerate(view.phrases):
        if at < since or phrase.joint == "if" or _is_adverbial(view, at):
            continue
        if phrase.lemma is None and at + 1 < len(view.phrases):
            continue
        report = _report_at(view, analysis, rules, at, since)
        if report is None:
            continue
        if reports and reports[-1].marker == report.marker:  # 〜とする+姿勢を+強調した is one
            reports.pop()
        if reports and (
            _is_issued(report, reports[-1], view, analysis) or _is_tone(report, reports[-1], view)
        ):
            continue
        reports += _quotations_before(report, view, analysis)
        reports += _clauses_before(report, view, analysis)
        reports.append(report)
        if not (report.embedded or report.passive or phrase.joint == "adnominal"):
            since = at + 1
    return reports


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
    if _is_asked(phrase) or _is_surmised(phrase, analysis):
        return None
    before = phrases[at - 1] if at > since else None
    lemma = phrase.lemma or ""
    if before is not None and before.particle in ("を", "は", "も", "も避け"):
        idiom = rules.verbs.get(f"{head_word(analysis, before)}を{lemma}")
        whole = _idiom(view, analysis, idiom, at, since) if idiom is not None else None
        if whole is not None:
            return whole
    carried = _carried(view, analysis, rules, at, since)
    if carried is not None:
        return carried
    verb = rules.verbs.get(lemma)
    if verb is None or (lemma in _NAMING and phrase.joint == "adnominal"):
        return None
    if lemma == "する" and _takes_as(view, analysis, at, since):
        return None
    return (
        _beside_quotation(phrases, at, since, verb, analysis)
        or _compound(view, at, since, verb, analysis)
        or _framed(view, analysis, verb, at, since)
        or _bare_stance(phrases, at, since, verb, lemma)
    )


def _takes_as(view: SentenceView, analysis: Analysis, at: int, since: int) -> bool:
    marker = find_marker(Frame.TO, view, analysis, at, since, weak=True)
    return marker is not None and _is_as(view.phrases[at], view.phrases[marker], analysis)


def _beside_quotation(
    phrases: list[Phrase], at: int, since: int, verb: VerbEntry, analysis: Analysis
) -> Report | None:
    """「…」表明: headlines put the verbal noun right after the quotation."""
    phrase, act = phrases[at], verb.acts.get(Frame.TO)
    if phrase.quote is None or verb.weak or act is None:
        return None
    quotation = analysis.quotation_at[phrase.quote]
    if quotation.end >= phrase.head_end or quotation.start != phrase.start:
        return None
    report = make_report(phrases, at, at, since, Frame.TO, act, verb.text, quotation.end)
    report.quoted = Span(quotation.inner_start, quotation.inner_end)
    return report


def _subject_of_passive(view: SentenceView, at: int, since: int) -> int | None:
    """「停戦が+A国から+提案された」: what is done is the subject of the passive."""
    for j in range(at - 1, since - 1, -1):
        phrase = view.phrases[j]
        if phrase.lemma is None and phrase.particle in ("が", "は", "も"):
            return j
        if phrase.comma and phrase.lemma is not None:
            return None
    return None


def _compound(
    view: SentenceView, at: int, since: int, verb: VerbEntry, analysis: Analysis
) -> Report | None:
    """「更新拒否」, 「関与否定」: headlines make one word of an object and what is done with it."""
    phrase, act = view.phrases[at], verb.acts.get(Frame.WO)
    if act is None or verb.weak or phrase.particle or analysis.text[view.end - 1] == "。":
        return None
    done = verb.text.removesuffix("する")
    if phrase.quote is not None or not phrase.lemma or phrase.joint not in ("end", "stem"):
        return None
    words = analysis.text[phrase.start : phrase.head_end]
    if not words.endswith(done) or len(words) - len(done) < _OBJECT or done == verb.text:
        return None
    end = phrase.head_end - len(done)
    return make_report(view.phrases, at, at, since, Frame.WO, act, verb.text, end)


def _framed(
    view: SentenceView, analysis: Analysis, verb: VerbEntry, at: int, since: int
) -> Report | None:
    """Return the report with the content that the verb takes in the first of its frames that fits."""
    phrases, phrase = view.phrases, view.phrases[at]
    for frame in _FRAMES:
        act = verb.acts.get(frame)
        if act is None:
            continue
        if frame is Frame.WO and phrase.passive:
            marker = None if verb.weak else _subject_of_passive(view, at, since)
        else:
            marker = find_marker(frame, view, analysis, at, since, weak=verb.weak)
        if marker is None:
            continue
        last = phrases[marker]
        words = analysis.text[last.start : last.head_end]
        if frame is Frame.NI and words.endswith(_INTERVIEWS):
            return None
        if frame is Frame.NI and verb.text == "言及する" and not words.endswith(_TOUCHED):
            continue
        report = make_report(
            phrases, at, marker, since, frame, act, phrase.lemma or "", last.head_end
        )
        report.weak = verb.weak
        may_be_empty = frame is Frame.WO and act in _SAYING and not phrase.negated
        report.is_empty = may_be_empty and _is_empty(marker, phrases, analysis, since)
        if frame is Frame.YOU and last.lemma is not None:
            words = analysis.text[last.start : last.end].removesuffix("に")
            report.content_end = last.start + len(words.removesuffix("よう"))
        if frame is Frame.TO:
            report.content_end = clause_end(last)
            report.quoted = whole_quotation(last, analysis)
        return report
    return None


def _idiom(
    view: SentenceView, analysis: Analysis, idiom: VerbEntry, at: int, since: int
) -> Report | None:
    """コメントを+控えた, and 〜と+警鐘を+鳴らした: an object and its verb that report as one."""
    phrases, act = view.phrases, idiom.acts.get(Frame.TO)
    marker = None
    if act is not None:
        marker = find_marker(Frame.TO, view, analysis, at - 1, since, weak=False)
    if act is not None and marker is not None:
        end = clause_end(phrases[marker])
        report = make_report(phrases, at, marker, since, Frame.TO, act, idiom.text, end)
        report.quoted = whole_quotation(phrases[marker], analysis)
        return report
    own = idiom.acts.get(Frame.NONE)
    if own is None:
        return None
    return make_report(phrases, at, at - 1, since, Frame.NONE, own, idiom.text, phrases[at].end)


def _bare_stance(
    phrases: list[Phrase], at: int, since: int, verb: VerbEntry, lemma: str
) -> Report | None:
    """A verb that by itself tells a stance: 「イランは反発し、」; its own word is the content."""
    act, phrase = verb.acts.get(Frame.NONE), phrases[at]
    if act is None or phrase.joint not in ("end", "te", "stem", "but") or at == since:
        return None
    return make_report(phrases, at, at, since, Frame.NONE, act, lemma, phrase.head_end)


def _is_tone(report: Report, told: Report, view: SentenceView) -> bool:
    """「…として、A国を非難した」, 「…として懸念を表明した」: the end tells how the words are meant."""
    near = report.verb - told.verb <= _TONE_WITHIN and told.verb < report.marker
    if told.lemma != "する" or view.phrases[told.verb].joint != "te" or not near:
        return False
    if report.frame is not Frame.WO or report.act not in _TONES:
        return False
    told.tone = report.act
    return True


def _is_issued(report: Report, told: Report, view: SentenceView, analysis: Analysis) -> bool:
    """「停戦を求める声明を出した」: what the document says is told already."""
    phrase = view.phrases[report.marker]
    if told.verb + 1 != report.marker or view.phrases[told.verb].joint != "adnominal":
        return False
    return report.frame is Frame.WO and analysis.text[phrase.start : phrase.head_end].endswith(
        ISSUED
    )


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


def _clauses_before(report: Report, view: SentenceView, analysis: Analysis) -> list[Report]:
    """Return a report for each clause listed first: 「停戦を守ることや、捕虜を返すことを確認した」."""
    if report.frame is not Frame.WO or not is_thing(view.phrases[report.marker], analysis):
        return []
    found: list[Report] = []
    for at in range(report.since, report.marker):
        phrase = view.phrases[at]
        if (
            phrase.comma
            and phrase.particle in ("", "や", "と", "も")
            and is_thing(phrase, analysis)
        ):
            found.append(replace(report, marker=at, content_end=phrase.head_end))
    return found


def is_thing(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether こと makes a clause a thing here: 捕虜を返す+こと."""
    return analysis.text[phrase.start : phrase.head_end] == "こと"


def _is_asked(phrase: Phrase) -> bool:
    """受け入れるのかと+問われた, 信じているかどうか: whether it is so is the question."""
    return phrase.lemma is not None and phrase.particle.endswith(("か", "かと"))


def _is_surmised(phrase: Phrase, analysis: Analysis) -> bool:
    """触れなかったのだろう, 認めるかもしれない: the writer infers that it is said."""
    return bool(_SURMISE.search(analysis.text, phrase.head_end, phrase.end))


def _is_as(phrase: Phrase, marker: Phrase, analysis: Analysis) -> bool:
    """「重要な問題」として is no report; 〜しているとして、 and 「…だ」として、 are."""
    words = analysis.text[phrase.start : phrase.end]
    if not words.startswith("して") or words.startswith("している"):
        return False
    if marker.quote is not None:
        quotation = analysis.quotation_at[marker.quote]
        start, end = quotation.inner_start, quotation.inner_end
        is_clause = bool(_CLAUSE.search(analysis.text, start, end))
        return not (is_clause or _SENTENCE_LIKE.search(analysis.text, start, end))
    return marker.joint != "quoted"


def _carried(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Report | None:
    """Return the report that a noun carries to the predicate `at`."""
    for find in (shown_attitude, held_attitude, spread_attitude):
        found = find(view, analysis, rules, at, since)
        if found is not None:
            report = make_report(
                view.phrases, at, found.marker, since, found.frame, found.act, found.word, found.end
            )
            report.quoted = found.quoted
            report.is_spread = find is spread_attitude
            report.weak = find is held_attitude
            return report
    return None


def _is_empty(j: int, phrases: list[Phrase], analysis: Analysis, since: int) -> bool:
    """Say whether an object is a bare word for saying: 声明を発表した, コメントを求めた."""
    if analysis.text[phrases[j].start : phrases[j].head_end] not in EMPTY:
        return False
    before = phrases[j - 1] if j > since else None
    described = (
        before is not None
        and not before.comma
        and (before.particle in ("の", "との", "という", "への") or before.joint == "adnominal")
    )
    return not described
