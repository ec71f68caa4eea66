"""Gatherings: the words of a sentence that tell of a talk, and how the sentence uses them.

A talk is told by a noun (「会談を行った」, 「1月の会談で」, the bare 「首脳会談」 of a heading), by a verb
(「会談した」, 「顔を合わせた」). The words of a quotation are read like a sentence of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from soten.extract.becoming import falls_through, is_set_for
from soten.extract.innersentences import innermost
from soten.extract.talkwords import (
    AGENDA,
    AGREEING,
    AROUND,
    ASKING,
    BEGUN,
    BESIDE_NOUN,
    CARRIERS,
    DURING,
    HELD,
    JOINED,
    MEETING_IDIOMS,
    MEETING_VERBS,
    NO_TALK_BEFORE,
    OCCURRING,
    PRESS,
    PROPOSING,
    SPEAKING,
    SUMMONING,
    THREE,
    TURNS,
    VERBAL,
    WILLING,
)
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.index import WordHit
from soten.japanese.phrases import Phrase
from soten.records import TalkForm


class Use(StrEnum):
    """How a sentence uses the word for a talk."""

    DONE = "done"
    """Somebody holds or joins it: 会談した, 協議を行った, 交渉に臨んだ."""
    OCCURS = "occurs"
    """It is what happens: 会談が開かれた, 協議は終わった."""
    ASKED = "asked"
    """Somebody asks for it or offers it: 会談を提案した."""
    SETTING = "setting"
    """Something else happens at it: 会談で述べた."""
    AROUND = "around"
    """Something happens before or after it: 会談後, 協議の直前に."""
    NAMED = "named"
    """It is only spoken of: 協議について."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A word for a talk at `start`–`end` in the phrase `at` of `view`.

    `tells` is the phrase of the predicate that tells of it, or None where it is only named.
    """

    view: SentenceView
    start: int
    end: int
    at: int
    form: TalkForm
    use: Use
    tells: int | None
    rule: str
    wanted: int | None = None
    """The predicate that asks for it from further on: 会談を開くよう提案した."""

    @property
    def phrase(self) -> Phrase:
        """The phrase that holds the word."""
        return self.view.phrases[self.at]

    @property
    def predicate(self) -> Phrase | None:
        """The phrase that tells of the talk."""
        return None if self.tells is None else self.view.phrases[self.tells]


_NEAR = 4
"""Phrases after the noun within which its predicate stands."""
_OBJECT_NEAR = 8
"""The same where the noun is an object: 「会談を4日ではなく9日にA国の首都Bで開く」."""


def find_gatherings(analysis: Analysis, view: SentenceView) -> Iterator[Gathering]:
    """Yield the words of a sentence that tell of a talk, in order."""
    found: list[Gathering] = []
    for word in analysis.words.within(view.start, view.end):
        if word.text in analysis.index.talks:
            inner = innermost(analysis, view, word.start)
            gathering = _NounReader(analysis, inner).read(word)
            if gathering is not None:
                found.append(gathering)
    taken = {(id(g.view), g.tells) for g in found if g.tells is not None} | {
        (id(g.view), g.at) for g in found
    }
    found += [g for g in _verbs(analysis, view) if (id(g.view), g.at) not in taken]
    yield from sorted(found, key=lambda g: g.start)


def _verbs(analysis: Analysis, view: SentenceView) -> Iterator[Gathering]:
    for at, phrase in enumerate(view.phrases):
        if phrase.lemma is None or phrase.quote is not None:
            continue
        form = MEETING_VERBS.get(phrase.lemma)
        idiom = MEETING_IDIOMS.get(phrase.lemma)
        if idiom is not None and at > 0:
            near = view.phrases[max(0, at - (2 if phrase.lemma in SUMMONING else 1)) : at]
            if any(idiom.search(analysis.text, p.start, p.head_end) for p in near):
                form = TalkForm.MEETING
        if form is not None:
            form = TalkForm.CALL if at and _by_phone(analysis, view, at) else form
            start = phrase.start
            rule = f"talk-verb-{phrase.lemma}"
            wanted = _wanted(view.phrases, at)
            yield Gathering(view, start, phrase.end, at, form, Use.DONE, at, rule, wanted=wanted)


def _by_phone(analysis: Analysis, view: SentenceView, at: int) -> bool:
    start = view.phrases[max(0, at - 2)].start
    return "電話" in analysis.text[start : view.phrases[at].start]


def _wanted(phrases: list[Phrase], tells: int | None) -> int | None:
    """The predicate that asks for what another tells: 「開くよう…提案した」, 「会うことを求めた」."""
    if tells is None or phrases[tells].past or phrases[tells].joint not in _LEADING:
        return None
    for k in range(tells + 1, min(tells + 1 + _NEAR, len(phrases))):
        phrase = phrases[k]
        if phrase.lemma in PROPOSING:
            return k
        if phrase.lemma is not None and phrase.joint not in ("other", None):
            return None
    return None


_LEADING = frozenset(("adnominal", "other", "quoted", None))


_SETTING = frozenset("で では での でも の中で の席で において の場で".split())
_REMOTE = re.compile(r"電話|オンライン|テレビ会議|ビデオ")


class _NounReader:
    """Reads how one sentence uses a noun for a talk."""

    def __init__(self, analysis: Analysis, view: SentenceView) -> None:
        self.analysis, self.view, self.phrases = analysis, view, view.phrases

    def read(self, word: WordHit) -> Gathering | None:
        at = bisect_right(self.phrases, word.start, key=lambda p: p.start) - 1
        if at < 0 or word.start >= self.phrases[at].head_end:
            return None
        phrase, text = self.phrases[at], self.analysis.text
        if phrase.quote is not None and not self._closes_term(word):
            return None
        if NO_TALK_BEFORE.search(text, max(phrase.start, word.start - 8), word.start):
            return None
        if self._is_named_otherwise(word):
            return None
        rest = text[word.end : phrase.head_end].removeprefix("」")
        is_verb = phrase.lemma is not None and (not rest or VERBAL.match(rest) is not None)
        if not is_verb and not BESIDE_NOUN.match(rest):
            return None
        use, tells = (Use.DONE, at) if is_verb else self._use(at, rest)
        is_call = word.text == "電話" and not is_verb
        if (
            (word.text == "会見" and not self._is_with(at))
            or (is_call and not self._is_spoken(at, tells))
            or (word.text in TURNS and not self._is_turn(at, use))
        ):
            return None
        form = self._form(word, at)
        rule = f"talk-noun-{word.text}"
        wanted = _wanted(self.phrases, tells) if use in (Use.DONE, Use.OCCURS) else None
        return Gathering(self.view, word.start, word.end, at, form, use, tells, rule, wanted=wanted)

    def _closes_term(self, word: WordHit) -> bool:
        """Say whether a word in quotation marks is the head of a term: 「直接対話」を始めた."""
        if not self.analysis.is_quoted(word.start):
            return True
        return self.analysis.text[word.end : word.end + 1] == "」"

    def _is_named_otherwise(self, word: WordHit) -> bool:
        """Say whether the word is part of a name that is no talk: 最高会議, 政治協商会議."""
        for name in self.analysis.names.within(max(0, word.start - 24), word.start):
            if name.start < word.start and name.end >= word.end:
                written = self.analysis.text[name.start : name.end]
                return not written.endswith(("総会", "首脳会議", "サミット", "フォーラム"))
        return False

    def _use(self, at: int, rest: str) -> tuple[Use, int | None]:
        """Return how a noun is used and the predicate that tells of it."""
        phrase = self.phrases[at]
        if AGENDA.match(rest):
            return Use.OCCURS, at
        if self._is_carried(at):
            return self._carried(at + 1)
        if rest.endswith(("後", "前", "時", "以来", "以降")) or self._is_around(at):
            return Use.AROUND, None
        if phrase.particle == "の" and self._is_purpose(at + 1):
            return Use.DONE, self._predicate(at)
        if phrase.lemma is not None or self._is_last(at, rest):
            closes = phrase.lemma is None or phrase.joint in ("end", "stem", "but")
            return (Use.OCCURS, at) if closes else (Use.NAMED, None)
        if rest.endswith(BEGUN) and phrase.particle in ("で", "に", "を", "へ"):
            tells = self._predicate(at)
            if tells is not None and self.phrases[tells].lemma in AGREEING:
                return Use.ASKED, tells
        if phrase.particle in _SETTING:
            return Use.SETTING, self._predicate(at) or self._last_predicate(at)
        return self._governed(at)

    def _is_purpose(self, at: int) -> bool:
        """「会談のため訪れた」."""
        return at < len(self.phrases) and self.analysis.text.startswith(
            "ため", self.phrases[at].start
        )

    def _last_predicate(self, at: int) -> int | None:
        found = (k for k in range(len(self.phrases) - 1, at, -1) if self.phrases[k].lemma)
        return next(found, None)

    def _is_last(self, at: int, rest: str) -> bool:
        """Say whether the noun closes what is told: 「日米首脳会談へ」, 「協議中の」."""
        particle = self.phrases[at].particle
        if rest.endswith("中") and particle in ("だ", "で", "です", "である", "の", ""):
            return True
        return particle in ("", "へ") and at + 1 == len(self.phrases)

    def _is_carried(self, at: int) -> bool:
        """Say whether the noun after the talk's の carries the talk on: 「会談の開催を」."""
        if self.phrases[at].particle not in ("の", "に向けた") or at + 1 >= len(self.phrases):
            return False
        following = self.phrases[at + 1]
        return CARRIERS.match(self.analysis.text, following.start, following.head_end) is not None

    def _carried(self, at: int) -> tuple[Use, int | None]:
        phrase = self.phrases[at]
        words = self.analysis.text[phrase.start : phrase.head_end]
        if words.endswith(("後", "前", "直後")):
            return Use.AROUND, at
        at_it = phrase.particle in ("で", "では") and words.endswith(("席", "場"))
        if at_it or (words.endswith(DURING) and phrase.particle in ("で", "に", "では", "")):
            return Use.SETTING, self._predicate(at)
        if words.endswith(("延期", "中止", "中断", "打ち切り", "見送り")):
            return Use.OCCURS, at
        closes = phrase.lemma is not None and not phrase.particle.startswith(("を", "が"))
        return (Use.OCCURS, at) if closes or words in ("結果", "末") else self._governed(at)

    def _governed(self, at: int) -> tuple[Use, int | None]:
        fallen = (
            falls_through(self.analysis.text, self.phrases, at)
            if self.phrases[at].particle.endswith(("は", "が"))
            else None
        )
        return self._told_of(at) if fallen is None else (Use.OCCURS, fallen)

    def _told_of(self, at: int) -> tuple[Use, int | None]:
        particle = self.phrases[at].particle
        is_subject = particle.endswith(("は", "が")) and not particle.endswith(("には", "では"))
        tells = self._predicate(at, far=is_subject)
        lemma = self.phrases[tells].lemma if tells is not None else None
        if particle.endswith(("を", "をも")) and lemma in HELD:
            return Use.DONE, tells
        if particle.endswith(("に", "には", "にも", "へ")) and lemma in JOINED:
            return Use.DONE, tells
        if particle == "へ" and lemma in HELD:
            return Use.DONE, tells
        if particle.endswith(("が", "は", "も")) and (
            lemma in OCCURRING
            or (tells is not None and is_set_for(self.analysis, self.phrases, tells))
        ):
            return Use.OCCURS, tells
        if particle in ("に", "への") and tells is not None and lemma in ("示す", "表明する"):
            shown = self.phrases[tells - 1]
            if WILLING.search(self.analysis.text, shown.start, shown.head_end):
                return Use.ASKED, tells
        if particle.endswith(("を", "に", "も")) and lemma in ASKING:
            return Use.ASKED, tells
        before = self.phrases[at - 1] if at else None
        if before is not None and before.joint == "adnominal" and before.lemma in HELD:
            return Use.OCCURS if before.passive else Use.DONE, at - 1
        return Use.NAMED, None

    def _predicate(self, at: int, *, far: bool = False) -> int | None:
        """The next predicate; for 協議は and 協議が one further on that says what a talk does."""
        found: int | None = None
        near = _OBJECT_NEAR if self.phrases[at].particle.endswith("を") else _NEAR
        for k in range(at + 1, len(self.phrases) if far else min(at + 1 + near, len(self.phrases))):
            phrase = self.phrases[k]
            if phrase.lemma is None:
                continue
            if far and self._leads_on(phrase):
                continue
            if phrase.lemma in (OCCURRING if far else HELD | OCCURRING):
                if far and self._has_object_of_its_own(k):
                    continue
                return k
            if phrase.joint == "other" or (phrase.lemma == "なる" and phrase.joint == "te"):
                continue
            found = k if found is None else found
            if not far or (
                self.phrases[at].particle.endswith("が") and phrase.joint != "adnominal"
            ):
                return found
        return found

    def _has_object_of_its_own(self, k: int) -> bool:
        """Say whether a predicate is told of something else: 「侵攻が重大な局面を迎える中で」."""
        before = self.phrases[k - 1]
        if self.phrases[k].lemma != "迎える" or not before.particle.endswith("を"):
            return False
        words = self.analysis.text[before.start : before.head_end]
        return not words.endswith(("日", "目", "終わり", "最終日", "週", "幕", "ラウンド"))

    def _leads_on(self, phrase: Phrase) -> bool:
        """Say whether a predicate only leads on to what the talk does: 「…を期限に設定して行われた」."""
        if phrase.joint == "te" and not phrase.comma:
            return True
        return phrase.lemma in HELD and phrase.joint in ("te", "stem") and not phrase.passive

    def _is_around(self, at: int) -> bool:
        """「会談の後」, 「会談を前に」, 「会談に先立ち」, 「会談を終え」."""
        following = self.analysis.text[self.phrases[at].head_end :][:6]
        return AROUND.match(following) is not None

    def _is_turn(self, at: int, use: Use) -> bool:
        """Say whether 前回 or 次回 is a talk: 「4日に開かれた前回」, 「次回は8日に行われる」."""
        before = self.phrases[at - 1] if at else None
        held = before is not None and before.joint == "adnominal" and before.lemma in HELD
        is_subject = use is Use.OCCURS and self.phrases[at].particle.endswith(("は", "が"))
        return held or is_subject

    def _is_with(self, at: int) -> bool:
        """Say whether somebody who is no reporter stands with と: 「A国の外相と会見した」."""
        return any(
            "と" in p.particle and PRESS.search(self.analysis.text, p.start, p.head_end) is None
            for p in self.phrases[max(0, at - 4) : at]
        )

    def _is_spoken(self, at: int, tells: int | None) -> bool:
        """「電話で話した」 tells of a talk; 「電話で取材に応じた」 does not."""
        phrase = self.phrases[at]
        if phrase.particle not in ("で", "を", "での"):
            return False
        lemma = self.phrases[tells].lemma if tells is not None else None
        return lemma in SPEAKING or (phrase.particle == "を" and lemma in ("行う", "かける"))

    def _is_remote(self, at: int) -> bool:
        """Say whether the clause says 電話で or オンラインで, however far before."""
        text = self.analysis.text
        return any(
            phrase.particle == "で" and _REMOTE.match(text, phrase.start) is not None
            for phrase in self.phrases[max(0, at - 6) : at]
        )

    def _form(self, word: WordHit, at: int) -> TalkForm:
        form = self.analysis.index.talks[word.text].form
        if form in (TalkForm.MEETING, TalkForm.SUMMIT):
            before = self.analysis.text[max(self.view.start, word.start - 12) : word.start]
            if _REMOTE.search(before) or self._is_remote(at):
                return TalkForm.CALL
        if form is TalkForm.MEETING:
            before = self.analysis.text[self.phrases[at].start : word.start]
            if before.endswith(THREE):
                return TalkForm.TRILATERAL
        return form


def clause_start(gathering: Gathering) -> int:
    """The first phrase of the clause that tells of a talk."""
    phrases = gathering.view.phrases
    first = gathering.at
    while first > 0:
        before = phrases[first - 1]
        joined = before.joint in ("te", "stem", "but", "while", "if", "end", "quoted")
        if before.lemma is not None and joined and (before.comma or before.joint != "te"):
            break
        first -= 1
    return first
