"""What stance a predicate tells: a verb, a noun with a light verb, an attitude, a word before 考え."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from soten.extract.stancewords import (
    ADVERBS,
    AIMED_AT,
    CLOSERS,
    DECIDING,
    DECLARED,
    DISMISSING,
    GIVING,
    GOING_ON,
    HALTED,
    HALTS,
    HELD,
    HOLDING,
    INTENTS,
    JOINED,
    KEEPING,
    LIGHT_VERBS,
    NOT_ANSWERED,
    NOUN_DOERS,
    OBJECT_PARTICLE,
    OPTIONS,
    PASSING,
    PERMITTED,
    PLEDGED,
    PLEDGING,
    READY,
    SAYINGS,
    SHOWING,
    SIGNED,
    SPEECHES,
    STANCE_OF_ATTITUDE,
    STANCE_OF_DEED,
    STANCE_OF_NOUN,
    STANCE_OF_VERB,
    TURNED,
    WISHING,
    WITHHELD,
)
from soten.japanese.analysis import Analysis
from soten.japanese.phrases import Phrase, chunk
from soten.records import Span, Stance

_MODAL = ("だろう", "でしょう", "かもしれ", "はず", "べき", "らし", "なら", "ようだ")
_REACH = 5
"""Phrases before a verb in which its object stands."""
_LONGEST = 5
"""Characters of the longest noun of stance."""


@dataclass(frozen=True, slots=True)
class Expression:
    """The words of a stance: the phrases `first` to `last`, `core` being the one that tells it."""

    stance: Stance
    first: int
    core: int
    last: int
    agent: bool = False
    """True in a passive: whoever 〜によって names takes the stance."""


class StanceReader:
    """Reads the stance with which a clause ends."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._starts = [token.start for token in analysis.tokens]
        self._rules = (
            self._standpoint,
            self._before_closer,
            self._without_intent,
            self._with_light_verb,
            self._decided,
            self._given,
            self._declared,
            self._attitude,
            self._verb,
        )

    def read(self, phrases: list[Phrase], at: int) -> Expression | None:
        """Return the expression that the phrase `at` ends, or None."""
        if phrases[at].lemma is None and not self.words(phrases[at]).endswith(CLOSERS):
            return None
        tail = self._tail(phrases[at])
        if tail.endswith("か") or any(word in tail for word in _MODAL):
            return None
        for rule in self._rules:
            found = rule(phrases, at)
            if found is not None:
                return self._conditioned(phrases, found)
        return None

    def words(self, phrase: Phrase) -> str:
        """Return the content part of a phrase."""
        return self.analysis.text[phrase.start : phrase.head_end]

    def _tail(self, phrase: Phrase) -> str:
        return self.analysis.text[phrase.head_end : phrase.end].removesuffix("と")

    def _conditioned(self, phrases: list[Phrase], found: Expression) -> Expression:
        """To accept on a condition is to accept only then: 「撤退を条件に停戦に応じる」."""
        if found.stance not in (Stance.ACCEPTS, Stance.OPEN):
            return found
        for phrase in reversed(phrases[: found.first]):
            is_term = self.words(phrase).endswith("条件") and phrase.particle in ("に", "として")
            if is_term or phrase.joint == "if":
                return replace(found, stance=Stance.ACCEPTS_IF)
            if phrase.joint in ("end", "quoted", "but"):
                break
        return found

    def _nearest(self, phrases: list[Phrase], at: int) -> int:
        """The phrase before `at`, adverbs left out: 考えを in 「考えを改めて示した」; -1 if none."""
        k = at - 1
        while k >= 0:
            phrase = phrases[k]
            plain = phrase.lemma is None and phrase.particle == ""
            manner = phrase.joint == "other" and phrase.particle in ("に", "")
            if not (plain and self.words(phrase) in ADVERBS) and not manner:
                break
            k -= 1
        return k

    # --- reported words ----------------------------------------------------------------------------
    def sentences(self, content: Span) -> list[list[Phrase]]:
        """Return the phrases of each sentence of reported words."""
        text, start = self.analysis.text, content.start
        found: list[list[Phrase]] = []
        while start < content.end:
            stop = text.find("。", start, content.end)
            stop = content.end if stop < 0 else stop
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, stop)
            if first < last:
                found.append(chunk(self.analysis.tokens, first, last, self.analysis.closes))
            start = stop + 1
        return found

    # --- deeds -------------------------------------------------------------------------------------
    def deed(self, phrases: list[Phrase], at: int) -> Expression | None:
        """Return the stance that a deed still to be done tells: 「部隊を派遣する」 offers them."""
        phrase = phrases[at]
        if at > 0 and self.words(phrase).endswith(CLOSERS):
            at, phrase = at - 1, phrases[at - 1]
        lemma = phrase.lemma or self.words(phrase)[-2:] + "する"
        tail = self._tail(phrase)
        if phrase.past or phrase.negated or phrase.passive:
            return None
        if "てい" in tail and "ていく" not in tail:
            return None
        stance = self._of_halt(phrases, at) if lemma in HALTS else STANCE_OF_DEED.get(lemma)
        if lemma in ("続ける", "継続する") and not self._goes_on(phrases, at):
            return None
        return None if stance is None else Expression(stance, at, at, at)

    def _goes_on(self, phrases: list[Phrase], at: int) -> bool:
        """Say whether what goes on is a policy (協議, 支援) and no fighting."""
        kept = self._object(phrases, at, ("を", "の"))
        return kept is not None and self.words(kept).endswith(GOING_ON)

    def _of_halt(self, phrases: list[Phrase], at: int) -> Stance | None:
        for phrase in reversed(phrases[max(0, at - _REACH) : at]):
            if phrase.particle in ("を", "の", "への"):
                return Stance.ACCEPTS if self.words(phrase).endswith(HALTED) else Stance.REJECTS
        return None

    def _decided(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「攻撃の停止を決定した」, 「部隊の派遣を決めた」: a deed decided on."""
        verb = phrases[at]
        if at == 0 or verb.lemma not in DECIDING or verb.negated or verb.passive or not verb.past:
            return None
        noun = phrases[at - 1]
        if noun.particle not in ("を", "も"):
            return None
        words = self.words(noun)
        if words == "こと" and at > 1:
            inner = self.deed(phrases, at - 2)
            return None if inner is None else replace(inner, last=at)
        deed = words[-2:] + "する"
        stance = self._of_halt(phrases, at - 1) if deed in HALTS else STANCE_OF_DEED.get(deed)
        return None if stance is None else Expression(stance, at - 1, at - 1, at)

    def _declared(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「独立を宣言した」: what is declared tells the stance."""
        verb = phrases[at]
        if at == 0 or verb.lemma != "宣言する" or verb.passive or verb.negated:
            return None
        if phrases[at - 1].particle not in ("を", "の"):
            return None
        words = self.words(phrases[at - 1])
        stance = next((s for noun, s in DECLARED.items() if words.endswith(noun)), None)
        return None if stance is None else Expression(stance, at - 1, at - 1, at)

    # --- a verb of stance --------------------------------------------------------------------------
    def _verb(self, phrases: list[Phrase], at: int, *, inner: bool = False) -> Expression | None:
        phrase = phrases[at]
        lemma = phrase.lemma or ""
        stance = STANCE_OF_VERB.get(lemma) or self._of_option(phrases, at)
        if lemma in WISHING and self._is_of_another(phrases, at):
            stance = Stance.DEMANDS
        if stance is Stance.OPEN:
            return Expression(stance, at, at, at)
        if lemma in WITHHELD and phrase.negated and (inner or phrase.joint != "adnominal"):
            return Expression(Stance.REJECTS, at, at, at)
        if stance is None or not self._has_object(phrases, at, lemma):
            return None
        if phrase.passive and not (phrase.negated and stance is Stance.ACCEPTS):
            return None if phrase.negated else Expression(stance, at, at, at, agent=True)
        if lemma in PASSING and phrase.past and "てい" in self._tail(phrase):
            return None  # 合意していた tells what was before
        if stance is Stance.UNDECIDED and lemma == "検討する" and phrase.past:
            return None
        if phrase.joint == "adnominal" and not (inner or phrase.past or lemma in HELD):
            if "てい" not in self._tail(phrase):
                return None
        told = TURNED.get(stance) if phrase.negated else stance
        return Expression(told, at, at, at) if told is not None else None

    def _is_of_another(self, phrases: list[Phrase], at: int) -> bool:
        """「Bに協力を期待する」: what is wished is asked of somebody named."""
        for phrase in reversed(phrases[max(0, at - _REACH) : at]):
            if phrase.lemma is not None or phrase.particle in ("に", "に対し", "に対して"):
                return phrase.lemma is None and phrase.head_end in self.analysis.name_by_stop
        return False

    def _of_option(self, phrases: list[Phrase], at: int) -> Stance | None:
        """「派遣を排除しない」, 「余地を残した」 are open; 「参加を見送った」, 「履行を停止した」 refuse."""
        phrase = phrases[at]
        kept = self._object(phrases, at, ("を",))
        words = self.words(kept) if kept is not None else ""
        if phrase.lemma == "排除する":
            shut = not phrase.negated and words.endswith(OPTIONS)
            return Stance.OPEN if phrase.negated else Stance.REJECTS if shut else None
        if phrase.lemma == "残す" and not phrase.negated and words.endswith(OPTIONS):
            return Stance.OPEN
        ends = phrase.lemma == "見送る" or (phrase.lemma in HALTS and phrase.past)
        if ends and not phrase.negated and words.endswith(JOINED):
            return Stance.REJECTS
        return None

    def _has_object(self, phrases: list[Phrase], at: int, lemma: str) -> bool:
        """Say whether the verb has the object with which it tells a stance."""
        wanted = OBJECT_PARTICLE.get(lemma)
        if wanted is None:
            return True
        found = self._object(phrases, at, wanted)
        words = self.words(found) if found is not None else ""
        if lemma in AIMED_AT:
            return found is not None and found.head_end not in self.analysis.name_by_stop
        if lemma in DISMISSING:
            return not words.endswith(SAYINGS)
        if lemma in ("応じる", "応ずる"):
            return phrases[at].joint != "te" and not words.endswith(NOT_ANSWERED)
        if lemma in ("調印する", "署名する"):
            return words.endswith(SIGNED)
        if lemma == "認める":
            return words.endswith(PERMITTED)
        return found is not None or wanted == ("に",)

    def _object(self, phrases: list[Phrase], at: int, wanted: tuple[str, ...]) -> Phrase | None:
        for phrase in reversed(phrases[max(0, at - _REACH) : at]):
            if phrase.lemma is not None and phrase.joint not in (None, "other", "adnominal"):
                return None
            words = self.words(phrase)
            particle = words if words in ("よう", "ように") else phrase.particle
            if particle.removesuffix("は").removesuffix("も") in wanted:
                return phrase
        return None

    # --- a noun of stance --------------------------------------------------------------------------
    def _noun(self, phrase: Phrase) -> Stance | None:
        words = self.words(phrase)
        for length in range(min(_LONGEST, len(words)), 1, -1):
            stance = STANCE_OF_NOUN.get(words[-length:])
            if stance is not None:
                return stance
        return None

    def _with_light_verb(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「難色を示す」, 「支持を表明している」, 「要求をしている」."""
        verb = phrases[at]
        k = self._nearest(phrases, at)
        if k < 0 or verb.passive or (verb.lemma in KEEPING) != verb.negated:
            return None
        if verb.lemma in NOUN_DOERS:
            if not verb.past and "てい" not in self._tail(verb):
                return None
        elif verb.lemma not in LIGHT_VERBS and verb.lemma not in KEEPING:
            return None
        if phrases[k].particle not in ("を", "に", "も", "は", "で"):
            return None
        stance = self._noun(phrases[k])
        if stance is None and verb.lemma in PLEDGING and self.words(phrases[k]).endswith(PLEDGED):
            stance = Stance.OFFERS
        return None if stance is None else Expression(stance, k, k, at)

    def _given(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「停戦を求める決議を全会一致で採択した」: a speech or resolution holds its giver's words."""
        verb, noun = phrases[at], at - 1
        if verb.lemma not in GIVING or verb.negated or verb.passive:
            return None
        while noun > max(0, at - _REACH) and phrases[noun].particle in ("で", ""):
            noun -= 1
        if noun < 1 or not self.words(phrases[noun]).endswith(SPEECHES):
            return None
        k = noun - 1
        if phrases[noun].particle not in ("を", "に") or phrases[k].joint != "adnominal":
            return None
        inner = self._verb(phrases, k, inner=True)
        return None if inner is None else Expression(inner.stance, k, k, at)

    # --- attitudes ---------------------------------------------------------------------------------
    def _attitude(self, phrases: list[Phrase], at: int) -> Expression | None:
        phrase = phrases[at]
        stance = STANCE_OF_ATTITUDE.get(self.words(phrase)) if phrase.lemma is not None else None
        return None if stance is None or phrase.negated else Expression(stance, at, at, at)

    def _standpoint(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「制裁に反対の立場から…提出した」: the standpoint from which the clause's deed is done."""
        if self.words(phrases[at]) != "立場" or phrases[at].particle not in ("から", "で"):
            return None
        inner = self._inner(phrases, at - 1) if at > 0 else None
        if inner is None:
            return None
        last = next((k for k in range(at + 1, len(phrases)) if phrases[k].lemma), at)
        return replace(inner, last=last)

    # --- before a closer ---------------------------------------------------------------------------
    def _without_intent(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「参加する考えはない」."""
        verb = phrases[at]
        if at < 2 or not verb.negated or verb.lemma not in ("ない", "ある", "持つ"):
            return None
        if self.words(phrases[at - 1]) not in INTENTS or phrases[at - 2].joint != "adnominal":
            return None
        return Expression(Stance.REJECTS, at - 2, at - 2, at)

    def _closer(self, phrases: list[Phrase], at: int) -> int | None:
        """The closer with which the clause ends (考えだ, 考えを示す), if it does."""
        phrase = phrases[at]
        if self.words(phrase).endswith(CLOSERS):
            plain = phrase.lemma is not None or phrase.particle in ("", "で", "だと", "と")
            return at if plain and not phrase.negated else None
        k = self._nearest(phrases, at)
        before = phrases[k]
        if k < 0 or phrase.lemma is None or not self.words(before).endswith(CLOSERS):
            return None
        if before.particle not in ("を", "が", "も", "で", "は", "に") or phrase.passive:
            return None
        if phrase.lemma in KEEPING:
            return k if phrase.negated else None
        does = phrase.lemma in LIGHT_VERBS or phrase.lemma in HOLDING
        return k if does and (not phrase.negated or phrase.lemma in SHOWING) else None

    def _before_closer(self, phrases: list[Phrase], at: int) -> Expression | None:
        """「支持する考えだ」, 「反対の立場を示した」, 「慎重な姿勢を崩していない」."""
        closer = self._closer(phrases, at)
        if closer is None:
            return None
        inner = self._inner(phrases, closer - 1) if closer > 0 else None
        if inner is None:
            stance = self._compound(self.words(phrases[closer]))
            return None if stance is None else Expression(stance, closer, closer, at)
        stance = inner.stance
        if phrases[at].lemma in SHOWING and phrases[at].negated:
            stance = TURNED.get(stance, Stance.UNDECIDED)
        elif stance is Stance.ACCEPTS and self.words(phrases[closer]).endswith(READY):
            stance = Stance.OPEN
        return Expression(stance, inner.first, inner.core, at)

    def _compound(self, words: str) -> Stance | None:
        """慎重姿勢, 反対意見: stance and closer in one word."""
        for end in CLOSERS:
            stem = words.removesuffix(end)
            stance = STANCE_OF_ATTITUDE.get(stem) or STANCE_OF_NOUN.get(stem)
            if stem != words and stance is not None:
                return stance
        return None

    def _inner(self, phrases: list[Phrase], k: int) -> Expression | None:
        """The stance of the words that stand before a closer."""
        phrase = phrases[k]
        if phrase.particle in ("の", "との", "という") and phrase.joint is None:
            stance = self._noun(phrase)
            return None if stance is None else Expression(stance, k, k, k)
        if phrase.joint not in ("adnominal", "quoted", "other") and phrase.particle != "な":
            return None
        light = self._with_light_verb(phrases, k) if phrase.lemma in LIGHT_VERBS else None
        return light or self._attitude(phrases, k) or self._verb(phrases, k, inner=True)
