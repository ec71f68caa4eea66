"""Deeds: what the words of a promise say will be done, and by whom if they name somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from soten.extract.parties import party_of_member
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.japanese.phrases import Phrase, chunk
from soten.lexicon.entries import Frame
from soten.records import Span

INTENT = (
    "予定",
    "方針",
    "計画",
    "意向",
    "考え",
    "用意",
    "つもり",
    "構え",
    "決意",
    "運び",
    "姿勢",
    "見込み",
    "手はず",
    "段取り",
)
"""Nouns that say a deed is meant to be done: 撤退する方針."""
_HOLDING = frozenset("ある する 固める 決める 立てる 持つ もつ 進める".split())
"""What is done with an intent: 方針を固めた, 計画を進めている."""
_STATES = frozenset(
    "ある いる おる できる 出来る なる 成る 続く 始まる 終わる 起こる 起きる 広がる 増える 減る "
    "強まる 高まる 意味する 示す 含む 含まれる 属する 反する 違反する 矛盾する 存在する 必要だ "
    "関係する 依存する 影響する 値する 該当する 達する 上る いう 言う 思う 考える みる 見る 知る "
    "分かる わかる 持つ もつ 抱く 異なる 違う 残る 進む 通る 遅れる 失う 負う 招く かかる 要する "
    "至る つながる 繋がる 支持する 直面する 苦しむ 信じる 願う 望む 目立つ 向かう 得る 成功する "
    "お願いする 頼む 働きかける 働き掛ける "
    "言える いえる 満たせる 使える 行ける 守れる 戦える 払える 勝てる 防げる 話せる 果たせる 生かせる "
    "活かせる 取り戻せる 耐えられる 見られる 止められる 期待できる 取れる とれる "
    "失敗する 勝つ 敗れる 死亡する 倒れる 成立する 発効する 適用する 関与する 妨げる 悪化する".split()
)
"""Verbs whose subject decides nothing by them."""
_DECIDED = frozenset(
    "約束する 確約する 誓う 誓約する 保証する 同意する 合意する 拒否する 応じる 宣言する".split()
)
"""Verbs of saying that themselves bind."""
_WHEN = ("今後", "当面", "引き続き", "まず", "次", "最終的に", "これ", "それ", "場合", "中", "際")
_MODAL = ("たい", "だろう", "う", "まい", "そう", "よう")
_NO_END = ("ながら", "つつ", "だけ", "のみ", "ばかり", "ので", "ため", "から", "が", "けど")
"""What cannot close a deed: 支援を受けながら."""
_GOING_ON = re.compile("[てで]い(?:く|き(?:ます|たい))")
"""支援していく, 支援していきます."""
_WE = (
    "我々",
    "われわれ",
    "我が国",
    "わが国",
    "私たち",
    "私",
    "我が軍",
    "わが軍",
    "我",
    "自国",
    "自ら",
    "自分たち",
    "両国",
    "双方",
    "両者",
    "三者",
    "三カ国",
    "3カ国",
    "加盟国",
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done. `party` does it where the words name one, `own` where they say 我々."""

    party: str | None
    own: bool
    intended: bool
    """True with a noun for intent: 方針, 計画."""
    lemma: str = ""
    """The verb that says what is to be done."""


class DeedReader:
    """Reads what the words of a stretch of text say will be done."""

    def __init__(self, analysis: Analysis, rules: Rules) -> None:
        self.analysis, self.rules = analysis, rules
        self._starts = [token.start for token in analysis.tokens]

    def read(self, span: Span) -> Deed | None:
        """Return the deed with which the last sentence of `span` ends, or None."""
        text = self.analysis.text
        end = span.end
        while end > span.start and text[end - 1] in "。」』 \n":
            end -= 1
        start = max(span.start, text.rfind("。", span.start, end) + 1)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.deed(chunk(self.analysis.tokens, first, last, self.analysis.closes))

    def deed(self, phrases: list[Phrase]) -> Deed | None:
        """Return the deed with which a clause ends, or None."""
        at = len(phrases) - 1
        intended = False
        if at >= 0 and self._words(phrases[at]) in ("こと", "の") and phrases[at].lemma is None:
            at -= 1
        elif at >= 0 and self._is_intent(phrases[at]):
            intended, at = True, at - 1
        elif at >= 1 and self._is_meant(phrases, at):
            intended, at = True, at - 2
        if intended and at >= 0 and phrases[at].lemma is None and phrases[at].particle == "の":
            return self._of(phrases, at, intended=True)  # 派遣の用意
        if at < 0 or not self._is_willed(phrases[at]):
            return None
        return self._of(phrases, at, intended=intended)

    def _words(self, phrase: Phrase) -> str:
        return self.analysis.text[phrase.start : phrase.head_end]

    def _is_intent(self, phrase: Phrase) -> bool:
        return self._words(phrase).endswith(INTENT) and not phrase.negated and not phrase.past

    def _is_meant(self, phrases: list[Phrase], at: int) -> bool:
        """「派遣する方針を固めた」, or by arrangement 「取り交わすことになった」."""
        noun = phrases[at - 1]
        if phrases[at].lemma == "なる":
            return self._words(noun) in ("こと", "事") and noun.particle in ("に", "と")
        return phrases[at].lemma in _HOLDING and self._is_intent(noun)

    def _is_willed(self, phrase: Phrase) -> bool:
        """Say whether a predicate is something one decides to do and has not done yet."""
        lemma = phrase.lemma
        if lemma is None or phrase.past or phrase.passive or phrase.negated:
            return False
        if lemma in _STATES or not self._is_verb(phrase):
            return False
        verb = self.rules.verbs.get(lemma)
        if verb is not None and lemma not in _DECIDED and Frame.TO in verb.acts:
            return False
        tail = self.analysis.text[phrase.head_end : phrase.end]
        if "てい" in tail or "でい" in tail or "ておら" in tail:
            return _GOING_ON.search(tail) is not None
        if tail.endswith(_NO_END):
            return False
        ending = tail.removesuffix("と")
        return not (ending.endswith(_MODAL) or "べき" in ending or "か" in ending)

    def _is_verb(self, phrase: Phrase) -> bool:
        """Say whether a verb heads the phrase, and no imperative: not 停戦, not 機会である."""
        head = [
            t for t in self.analysis.tokens[phrase.first : phrase.last] if t.start < phrase.head_end
        ]
        if not head or head[-1].pos != "V":
            return False
        inflected = phrase.end > phrase.head_end
        return inflected or head[-1].fine.startswith(("終止形", "連体形"))

    def _of(self, phrases: list[Phrase], at: int, *, intended: bool) -> Deed | None:
        """The deed of the predicate `at`; None where something else than a party is its subject."""
        party, own = None, False
        for k, phrase in enumerate(phrases[:at]):
            particle = phrase.particle
            if not particle.endswith(("は", "が", "も")) or particle.endswith(
                ("では", "には", "とは")
            ):
                continue
            if phrase.lemma is not None and phrase.joint not in (None, "other"):
                continue
            if self._is_inside(phrases, k, at):
                continue
            if self._words(phrase).removesuffix("側").endswith(_WE):
                own = True
                continue
            name = self.analysis.name_by_stop.get(phrase.head_end) or (
                self.analysis.name_by_stop.get(phrase.head_end - 1)
            )
            if name is not None:
                party = party_of_member(self.analysis.member(name), self.analysis)
                own = False
                if party is None:
                    return None
            elif not self._is_when(phrase):
                return None
        return Deed(party, own, intended, phrases[at].lemma or "")

    def _is_when(self, phrase: Phrase) -> bool:
        """今後は, 10日からは: a time as topic does nothing."""
        words = self._words(phrase)
        timed = self.analysis.times.within(phrase.start, phrase.head_end)
        return bool(timed) or words.endswith(_WHEN)

    def _is_inside(self, phrases: list[Phrase], subject: int, at: int) -> bool:
        """Say whether the subject belongs to a clause before the last: 「Bが応じれば」, 「Bが占める地域」."""
        for k in range(subject + 1, at):
            phrase = phrases[k]
            if phrase.lemma is None or phrase.joint in (None, "other"):
                continue
            if phrase.joint in ("if", "quoted", "but"):
                return True
            if phrase.joint == "adnominal":
                return not phrases[subject].particle.endswith(("は", "も"))
            if phrase.joint in ("te", "stem"):
                return False
        return False
