"""Reports that report nothing, or nothing of their own: labels, modifiers, clauses inside others."""

from __future__ import annotations

import itertools

from soten.extract.reporting import Report
from soten.extract.reports import DOCUMENTS, ISSUED
from soten.extract.speakers import Subject
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import Frame
from soten.records import Act

_ISSUING = frozenset(
    "採択する 可決する 発表する 公表する 出す 発する 行う 行なう する 提出する 送る 寄せる まとめる 署名する "
    "発出する 発信する 決議する".split()
)
"""What is done with a document by whose words it holds."""
_TONES = frozenset((Act.DOUBT, Act.PRAISE, Act.CRITICIZE, Act.WARN))
_SUMMING_UP = tuple(
    f"{noun}{end}"
    for noun in ("形", "かたち", "格好", "恰好")
    for end in ("だ", "です", "とな", "に", "。")
)
"""How sentences end that sum up what somebody said or did: 〜した形だ, 〜した格好となった."""
_VERBAL = tuple("うくぐすつぬぶむる")
"""How dictionary forms of verbs end."""
_NEAR = 4
"""Phrases from a verb of saying to the clause that tells its tone."""


def note_tones(reports: list[Report], view: SentenceView) -> None:
    """「…」と述べ、期待を示した: what follows without words of its own tells how it was said."""
    for told, after in itertools.pairwise(reports):
        joined = told.frame is Frame.TO and view.phrases[told.verb].joint in ("te", "stem")
        if joined and after.act in _TONES and after.frame is not Frame.TO and not after.negated:
            if after.since == told.verb + 1 and after.verb - told.verb <= _NEAR:
                told.tone = after.act


def is_mere_label(report: Report, view: SentenceView) -> bool:
    """「…を中心とした」, 「…を目的とする」 and adnominal 「…とする報告」 without subject say nothing."""
    if report.lemma != "する":
        return False
    marker = view.phrases[report.marker]
    if marker.quote is not None and report.quoted is None and marker.lemma is None:
        return False
    before = view.phrases[report.marker - 1] if report.marker > report.since else None
    word = marker.lemma
    is_verb = word is not None and word.endswith(_VERBAL)  # 橋を直すとしている reports
    nominal = marker.quote is None and word is not None and not is_verb and marker.particle == "と"
    return nominal and before is not None and before.particle == "を"


def is_main(report: Report, view: SentenceView) -> bool:
    """Say whether the report's verb ends its sentence or one of its main clauses."""
    phrase = view.phrases[report.verb]
    is_final_noun = phrase.lemma is None and report.verb == len(view.phrases) - 1  # …との考え。
    return is_final_noun or phrase.joint in ("end", "te", "stem", "but", "while")


def is_summed_up(report: Report, view: SentenceView, analysis: Analysis) -> bool:
    """「…と強調した形です。」: the noun that ends the sentence only sums up what was said."""
    rest = view.phrases[report.verb + 1 :]
    if not rest or len(rest) > 2 or (len(rest) == 2 and rest[1].lemma != "なる"):
        return False
    return analysis.text.startswith(_SUMMING_UP, rest[0].start)


def only_modifies(
    report: Report, view: SentenceView, subjects: list[Subject], rule: str, analysis: Analysis
) -> bool:
    """「大幅な譲歩を求める和平案」: a clause before a noun reports only with a subject of its own."""
    if view.phrases[report.verb].joint != "adnominal" or rule == "speaker-modified":
        return False
    if report.frame is Frame.TO and report.quoted is not None:
        return False
    if report.frame is Frame.TO and is_summed_up(report, view, analysis):
        return False
    if _is_nominalized(report, view, analysis):
        return True
    if _modifies_document(report, view, analysis):
        return False
    own = [s for s in subjects if report.since <= s.phrase < report.verb and not s.topic]
    return not own


def _is_nominalized(report: Report, view: SentenceView, analysis: Analysis) -> bool:
    """「約束を否認することを求めた」: こと makes the clause a part of what is asked."""
    if report.frame is Frame.TO or report.verb + 1 >= len(view.phrases):
        return False
    phrase = view.phrases[report.verb + 1]
    return analysis.text[phrase.start : phrase.head_end] in ("こと", "の", "よう")


def _modifies_document(report: Report, view: SentenceView, analysis: Analysis) -> bool:
    """「懸念があると指摘する報告書」: what a document or answer says its giver says.

    A stance with an object, 「停戦を求める決議」, is said only where the document is issued.
    """
    at = report.verb + 1
    if at >= len(view.phrases):
        return False
    phrase = view.phrases[at]
    words = analysis.text[phrase.start : phrase.head_end]
    if report.frame is Frame.TO or not words.endswith(ISSUED):
        return report.frame is Frame.TO and words.endswith(DOCUMENTS)
    following = view.phrases[at + 1 : at + 3]
    issued = phrase.particle in ("を", "に", "も")
    return issued and any(p.lemma in _ISSUING for p in following)


def is_inside(report: Report, view: SentenceView, subject: int, analysis: Analysis) -> bool:
    """In 「Aは…とし、Bは…と述べた」 B belongs to what A says, unless 、, 一方 or 「 sets it apart."""
    before = view.phrases[report.since - 1]
    if report.frame is not Frame.TO or view.phrases[subject].particle.endswith("も"):
        return False
    if report.quoted is not None and report.act is Act.ASSERT:
        if view.phrases[subject].end == report.quoted.start - 1:
            return False
    if before.joint not in ("te", "stem", "while") or not 0 <= subject < len(view.phrases):
        return False
    goes_on = analysis.text.endswith("おり", before.start, before.end)
    if goes_on and view.phrases[subject].particle.endswith("は"):
        return False
    if before.joint == "while" and analysis.text.startswith("一方", before.end):
        return False
    apart = [p for p in view.phrases[report.since : subject] if p.particle not in ("の", "との")]
    return not view.phrases[subject].comma and len(apart) <= 1
