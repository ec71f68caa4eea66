"""Frames: where the content of a reporting predicate ends, by the particle the predicate takes it with.

「橋は残る+と+述べた」, 「退去する+よう+求めた」, 「退去+を+拒んだ」, 「退去+に+反対した」,
「退去+について+批判した」.
"""

from __future__ import annotations

from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.japanese.tokens import Token
from soten.lexicon.entries import Frame
from soten.records import Span

_REACH = 6
"""Phrases between content and verb: 「…」と+記者団に+対し+改めて+強く+述べた."""
_TO = ("と", "とも", "とは", "などと", "って", "だと", "とだけ", "とまで", "とさえ", "とか")
_ADVERBIAL_TO = frozenset(("タリ", "副詞可能", "助数詞可能"))
"""Finer classes of words that と makes adverbs: 公然と, 次々と."""
_YOU = ("よう", "ように", "ようにと", "ようにとの", "ようと")
_ABOUT = (
    "について",
    "についても",
    "についての",
    "については",
    "に関して",
    "に関しても",
    "に関しては",
)
_MODIFIED = ("こと", "の", "もの", "わけ", "模様", "ため")
"""Nouns that close a clause: 「…したもの+とみている」, 「…するため+としている」."""


def find_marker(
    frame: Frame, view: SentenceView, analysis: Analysis, at: int, since: int, *, weak: bool
) -> int | None:
    """Return the phrase that ends the content which the predicate `at` takes in this frame, if any."""
    match frame:
        case Frame.TO:
            return _find_to(view, analysis, at, since, weak=weak)
        case Frame.YOU:
            return _find_you(view, analysis, at, since)
        case Frame.WO:
            return None if weak else _find_wo(view, at, since)
        case Frame.NI:
            return _find_ni(view, at, since)
        case Frame.ABOUT:
            return _find_about(view, at, since)
        case Frame.NONE:
            return None


def _find_to(
    view: SentenceView, analysis: Analysis, at: int, since: int, *, weak: bool
) -> int | None:
    """Return the phrase with と, or before 旨, that ends the content of the predicate `at`."""
    phrases = view.phrases
    if analysis.text.startswith("旨", phrases[at].start) and at > since:
        return at - 1  # …する+旨発言した
    for j in range(at - 1, max(since, at - _REACH) - 1, -1):
        phrase = phrases[j]
        if phrase.start == phrase.head_end and phrase.particle == "と" and j > since:
            return j - 1  # 「…」、と述べた
        if analysis.text[phrase.start : phrase.head_end] == "旨" and j > since:
            return j - 1
        if _takes_to(phrase, analysis, weak, adjacent=j == at - 1):
            return j
        if phrase.lemma is not None and phrase.joint in ("te", "stem", "but", "if", "end"):
            if phrase.comma or phrase.joint != "te":
                return None
    return None


def _takes_to(phrase: Phrase, analysis: Analysis, weak: bool, *, adjacent: bool) -> bool:
    particle = phrase.particle
    if not particle and adjacent and not weak:  # 「…」表明: headlines leave と out
        return not phrase.comma and whole_quotation(phrase, analysis) is not None
    if not particle.endswith(_TO) or phrase.quote is not None:
        return phrase.quote is not None and particle.endswith(_TO)
    last = analysis.tokens[phrase.last - 2] if phrase.last - phrase.first > 1 else None
    if particle == "と" and last is not None and (last.pos == "ADV" or last.fine == "タリ"):
        return False
    if phrase.joint == "quoted":
        return not _is_volition(phrase, analysis)
    return adjacent and particle == "と" and _is_noun_clause(phrase, last, analysis, weak)


def _is_noun_clause(phrase: Phrase, last: Token | None, analysis: Analysis, weak: bool) -> bool:
    """Say whether a noun before と is a clause without だ: 「無実+と+主張した」, 「…したもの+とみる」."""
    if last is not None and last.surface in _MODIFIED:
        return True
    if weak or _is_somebody(phrase, analysis):
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


def _find_you(view: SentenceView, analysis: Analysis, at: int, since: int) -> int | None:
    phrases = view.phrases
    for j in range(at - 1, max(since, at - 4) - 1, -1):
        text = analysis.text[phrases[j].start : phrases[j].end]
        if text in _YOU:
            return j - 1 if j > since else None
        if text.endswith(("よう", "ように")) and phrases[j].lemma is not None:
            return j
        if text.endswith(("よう」", "ように」")) and phrases[j].quote is not None:
            return j
        if phrases[j].comma and phrases[j].lemma is not None:
            return None
    return None


def _find_wo(view: SentenceView, at: int, since: int) -> int | None:
    phrases = view.phrases
    for j in range(at - 1, max(since, at - 3) - 1, -1):
        if phrases[j].particle.endswith("を") and phrases[j].lemma is None:
            return j
        if phrases[j].comma and phrases[j].lemma is not None:
            return None
    return None


def _find_ni(view: SentenceView, at: int, since: int) -> int | None:
    phrases = view.phrases
    for j in range(at - 1, max(since, at - 3) - 1, -1):
        if phrases[at].lemma == "一致する" and phrases[j].particle == "で":
            return j if phrases[at].joint in ("end", "te", "stem") else None
        if phrases[j].particle in ("に", "には", "にも") and phrases[j].lemma is None:
            return j
        if phrases[j].comma:
            return None
    return None


def _find_about(view: SentenceView, at: int, since: int) -> int | None:
    """The phrase with について right before the predicate, adverbs between them left out."""
    for j in range(at - 1, max(since, at - 3) - 1, -1):
        if view.phrases[j].particle.endswith(_ABOUT):
            return j
        if view.phrases[j].particle not in ("", "に", "では"):
            return None
    return None


# --- where content ends ----------------------------------------------------------------------------
def clause_end(phrase: Phrase) -> int:
    """Where the clause before と ends: with its endings, without と itself."""
    particle = phrase.particle
    for mark in ("などとの", "などと", "との", "とも", "とは", "とだけ", "という", "って", "と"):
        if particle.endswith(mark):
            return max(phrase.end - len(mark), phrase.head_end)
    return phrase.end if phrase.joint == "adnominal" else phrase.head_end


def whole_quotation(phrase: Phrase, analysis: Analysis) -> Span | None:
    """Return the inside of the quotation that closes the content, if nothing follows it."""
    if phrase.quote is None:
        return None
    quotation = analysis.quotation_at[phrase.quote]
    if phrase.head_end > quotation.end:
        return None
    return Span(quotation.inner_start, quotation.inner_end)
