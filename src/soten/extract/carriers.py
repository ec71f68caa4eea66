"""Nouns that carry a report: 〜との見方を示した, 〜に懸念を表明した, 〜する考えだ, 〜との懸念が上がった.

The noun says what is done; the predicate only shows, does or has it.
"""

from __future__ import annotations

from typing import NamedTuple

from soten.extract.attitudes import TOLD_BY, act_of_noun, head_word
from soten.extract.frames import clause_end, find_marker, whole_quotation
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame
from soten.records import Act, Span

_SHOWING = frozenset(
    (
        "示す 表す 表する 表明する 伝える 述べる 明らかにする にじませる 滲ませる 見せる "
        "抱く 持つ 強める 強調する 繰り返す 表現する 語る 寄せる 口にする あらわにする "
        "隠す つのらせる 募らせる 呈する 投げかける 唱える 打ち出す のぞかせる 漏らす "
        "深める 崩す 変える 貫く 堅持する 鮮明にする 吐露する 再確認する 披露する "
        "説明する とる 取る 改める 残す 訴える 発信する 報じる 報道する 紹介する 引用する 掲載する"
    ).split()
)
"""Verbs that show what a noun says."""
_DOING = frozenset(("する", "行う", "行なう", "出す", "発する", "発表する"))
"""Verbs that report only what と says: 〜との発言をした, 〜という提案を行った."""
HELD = frozenset("考え 方針 構え 意向 立場 姿勢 見解 認識 見方 意見 意思 決意 覚悟 考え方".split())
"""What somebody has of whom it is the predicate: 「A氏は停戦に応じる構えだ」."""
_SPREADING = frozenset(
    "上がる 挙がる あがる 出る 出始める 次ぐ 高まる 広がる 強まる 強い 相次ぐ 浮上する 聞く ある 根強い 多い "
    "噴出する 飛び交う 起こる 起きる 支配的 大勢 続出する 寄せる 示す".split()
)
"""What a view or voice does that somebody has: 「…との懸念が上がっている」."""
_VOICES = frozenset(TOLD_BY) | frozenset(("話", "抵抗", "反発", "観測", "異論", "疑惑", "期待"))


_RAISED = frozenset("声 意見 見方 主張 批判 論調 世論 訴え".split())
"""Nouns that somebody is heard with: 撤退を求める声."""


class Carried(NamedTuple):
    """A report carried by a noun: `marker` ends its content at `end`, `word` is the noun."""

    marker: int
    frame: Frame
    act: Act
    word: str
    end: int
    quoted: Span | None = None


def shown_attitude(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Carried | None:
    """Return what the noun before the predicate `at` carries: 〜との見方を示した, 〜に懸念を表明した."""
    phrases = view.phrases
    lemma = phrases[at].lemma
    if at <= since or not (lemma in _SHOWING or lemma in _DOING or lemma == "一致する"):
        return None
    noun = phrases[at - 1]
    agreed = noun.particle == "で" and lemma == "一致する"
    if noun.particle not in ("を", "も", "は") and not agreed:
        return None
    word, act = _noun_shown(view, analysis, rules, at - 1, since)
    if act is None and word not in TOLD_BY or (act is Act.PROPOSE and lemma in ("持つ", "抱く")):
        return None
    said = said_before(view, analysis, at - 1, since)
    if said is not None:
        marker, end, quoted = said
        return Carried(marker, Frame.TO, act or TOLD_BY[word], word, end, quoted)
    asked = _asked_before(view, analysis, at - 1, since) if lemma in _DOING else None
    if asked is not None:
        return Carried(asked[0], Frame.YOU, Act.DEMAND, word, asked[1])
    if act is None or lemma in _DOING:
        return None
    return Carried(at - 1, Frame.WO, act, word, noun.head_end)


def _asked_before(
    view: SentenceView, analysis: Analysis, noun: int, since: int
) -> tuple[int, int] | None:
    """Return the clause before よう, and where it ends: 自制する+よう+申し入れを+行った."""
    phrases = view.phrases
    if analysis.text.startswith("よう", phrases[noun].start) and noun > since:
        return noun - 1, phrases[noun - 1].end
    at = find_marker(Frame.YOU, view, analysis, noun, since, weak=False)
    if at is None:
        return None
    words = analysis.text[phrases[at].start : phrases[at].end].removesuffix("に")
    return at, phrases[at].start + len(words.removesuffix("よう"))


def held_attitude(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Carried | None:
    """Return what the predicate noun `at` says of its subject: 〜する考えだ, 〜との立場だ."""
    phrase = view.phrases[at]
    if at <= since or phrase.negated or phrase.quote is not None:
        return None
    if phrase.lemma is None and (phrase.particle or at + 1 < len(view.phrases)):
        return None
    if phrase.lemma is not None and phrase.joint not in ("end", "te", "stem", "but"):
        return None
    word = head_word(analysis, phrase)
    act = act_of_noun(word, at, since, view, analysis, rules) if word in HELD else None
    if act is None or analysis.text[phrase.start : phrase.head_end] != word:
        return None
    said = said_before(view, analysis, at, since)
    if said is not None:
        marker, end, quoted = said
        return Carried(marker, Frame.TO, act, word, end, quoted)
    before = view.phrases[at - 1]
    if before.joint != "adnominal" or before.comma:
        return None
    return Carried(at, Frame.WO, act, word, phrase.head_end)


def spread_attitude(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> Carried | None:
    """Return what is held by many or by nobody named: 「…との懸念が上がっている」."""
    phrases = view.phrases
    if at <= since or phrases[at].lemma not in _SPREADING or phrases[at].negated:
        return None
    k = at - 1
    if phrases[at].lemma == "次ぐ" and k > since:  # 相次ぐ is two words to the tokenizer
        k -= 1
    if phrases[k].particle in ("から", "からも") and k > since:  # …との指摘も専門家から出ている
        k -= 1
    if phrases[k].particle not in ("が", "も"):
        return None
    word = head_word(analysis, phrases[k])
    act = rules.attitudes.get(word)
    if act is None and word not in _VOICES:
        return None
    said = said_before(view, analysis, k, since)
    if said is None:
        return _voiced(view, rules, k, since) if word in _RAISED else None
    marker, end, quoted = said
    return Carried(marker, Frame.TO, act or TOLD_BY.get(word, Act.ASSERT), word, end, quoted)


def _voiced(view: SentenceView, rules: Rules, noun: int, since: int) -> Carried | None:
    """「調査の受け入れを求める声が上がった」: the verb tells what is done, its object what with."""
    if noun - 2 < since or view.phrases[noun - 1].joint != "adnominal":
        return None
    told, verb = view.phrases[noun - 2], view.phrases[noun - 1]
    entry = rules.verbs.get(verb.lemma or "")
    act = entry.acts.get(Frame.WO) if entry is not None else None
    if act is None or not told.particle.endswith("を") or told.lemma is not None or verb.negated:
        return None
    return Carried(noun - 2, Frame.WO, act, verb.lemma or "", told.head_end)


def said_before(
    view: SentenceView, analysis: Analysis, noun: int, since: int
) -> tuple[int, int, Span | None] | None:
    """Return the phrase that ends a clause with との or という before a noun, and where it ends."""
    phrases = view.phrases
    for j in range(noun - 1, max(since, noun - 3) - 1, -1):
        particle = phrases[j].particle
        if analysis.text[phrases[j].start : phrases[j].head_end] == "旨" and j > since:
            return j - 1, phrases[j - 1].end, None
        if particle.endswith(("との", "という")) or _says_so(phrases[j], particle):
            return j, clause_end(phrases[j]), whole_quotation(phrases[j], analysis)
        if phrases[j].lemma in ("いう", "する") and j > since and _is_to(phrases[j - 1]):
            return j - 1, clause_end(phrases[j - 1]), whole_quotation(phrases[j - 1], analysis)
        if j == noun - 1 and phrases[j].quote is not None and phrases[j].particle == "と":
            return j, clause_end(phrases[j]), whole_quotation(phrases[j], analysis)
        if phrases[j].comma:
            return None
    return None


def _is_to(phrase: Phrase) -> bool:
    return phrase.particle.endswith("と") and (phrase.joint == "quoted" or phrase.quote is not None)


def _says_so(phrase: Phrase, particle: str) -> bool:
    return particle.endswith("とする") and phrase.lemma is not None


def _noun_shown(
    view: SentenceView, analysis: Analysis, rules: Rules, at: int, since: int
) -> tuple[str, Act | None]:
    """Return the noun that tells what is shown, and its act: 懸念, and 遺憾 of 「遺憾の意」."""
    word = head_word(analysis, view.phrases[at])
    if word in ("意", "念") and at > since and view.phrases[at - 1].particle == "の":
        word = head_word(analysis, view.phrases[at - 1])
        return word, rules.attitudes.get(word)
    before = view.phrases[at - 1] if at > since else None
    if word == "意" and before is not None and before.joint == "adnominal":  # 歓迎する意
        verb = rules.verbs.get(before.lemma or "")
        return word, next(iter(verb.acts.values())) if verb is not None else None
    return word, act_of_noun(word, at, since, view, analysis, rules)
