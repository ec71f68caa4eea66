"""Triggers: the words of a sentence that tell that something happened.

A trigger is a predicate (「町を制圧した」) or a noun (「10日の攻撃」) that an event cue names. What is
planned, asked for, feared, denied or only possible triggers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soten.extract.cuetable import CueHit
from soten.extract.happening import (
    AFTER_NOUN,
    AFTERWARDS,
    CHAINING,
    CLOSING_MARKS,
    DECIDING,
    DECISIONS,
    DOING,
    DOUBTED,
    HARMED,
    INFLECTED,
    INTENDED,
    LASTING,
    LINKING,
    NAMING,
    NEGATION,
    NO_QUESTION,
    NOMINAL_FACT,
    NOT_YET,
    OCCURRING,
    ONGOING,
    PLACES,
    POINTING,
    REACHING,
    REFUSING,
    SCHEDULED,
)
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import CueKind
from soten.records import EventType

_NEAR, _FAR = 5, 9
"""Phrases after a noun among which its predicate is looked for; a subject's may stand further off."""


class Trigger(NamedTuple):
    """Words that tell an event: phrases `first` to `last` of the sentence, and the cue in them."""

    hit: CueHit
    first: int
    last: int
    at: int
    """The phrase that tells it: the predicate, or the noun."""
    is_noun: bool


def find_triggers(analysis: Analysis, rules: Rules, view: SentenceView) -> Iterator[Trigger]:
    """Yield the triggers of a sentence in order."""
    at = 0
    for hit in rules.cues[CueKind.EVENT].hits(analysis.text, view.start, view.end):
        while at < len(view.phrases) and view.phrases[at].end < hit.end:
            at += 1
        if at == len(view.phrases):
            return
        if view.phrases[at].quote is not None and analysis.is_quoted(hit.end - 1):
            continue
        trigger = _SentenceReader(analysis, view).read(hit, at)
        if trigger is not None:
            yield trigger


def is_heading(analysis: Analysis, view: SentenceView) -> bool:
    """Say whether a sentence stands alone in its line without a full stop."""
    text = analysis.text
    if text[view.end - 1] in "。」』！？!?）)":
        return False
    before = view.start == 0 or text[view.start - 1] == "\n"
    return before and (view.end == len(text) or text[view.end] == "\n")


class _SentenceReader:
    def __init__(self, analysis: Analysis, view: SentenceView) -> None:
        self.analysis, self.view, self.phrases = analysis, view, view.phrases

    def read(self, hit: CueHit, at: int) -> Trigger | None:
        phrase = self.phrases[at]
        text = self.analysis.text
        if NAMING.match(text, hit.end) or text.endswith(POINTING, self.view.start, hit.start):
            return None
        if phrase.lemma is not None and self._is_predicate(hit, phrase):
            if self._is_told(at, hit):
                return self._clause(hit, at)
            return None
        if self._head_end(phrase) > hit.end and not self._names_event(hit, phrase):
            return None
        return self._noun(hit, at)

    def _head_end(self, phrase: Phrase) -> int:
        """Where a phrase's content ends without the marks that close a heading."""
        end = phrase.head_end
        while end > phrase.start and self.analysis.text[end - 1] in CLOSING_MARKS:
            end -= 1
        return end

    # --- predicates --------------------------------------------------------------------------------
    def _is_predicate(self, hit: CueHit, phrase: Phrase) -> bool:
        """制圧した, 訪れた and the bare 制圧 of a heading; the 攻撃 of 攻撃機だ is no predicate."""
        rest = self.analysis.text[hit.end : phrase.end]
        return not rest or hit.end >= phrase.head_end or rest[0] in INFLECTED

    def _is_told(self, at: int, hit: CueHit) -> bool:
        """Say whether the predicate tells what has happened or goes on."""
        phrase, text = self.phrases[at], self.analysis.text
        if phrase.joint == "if" or (
            phrase.negated and not NEGATION.search(text, hit.start, hit.end)
        ):
            return False
        if "か" in NO_QUESTION.sub("", phrase.particle):
            return False
        if phrase.particle.endswith(("てから", "でから", "のは")):
            return False
        closing = self._closing(at)
        beyond = self.phrases[closing + 1].end if closing + 1 < len(self.phrases) else self.view.end
        own_end = max(phrase.end, min(hit.end, self.view.end))
        if DOUBTED.search(text, phrase.head_end, own_end) or DOUBTED.search(
            text, max(phrase.head_end, self.phrases[closing].start), beyond
        ):
            return False
        if self._is_decided(closing):
            return True
        if not self._has_happened(closing):
            return closing != at and self._is_dated_before(hit, at)
        return not self._is_refused(closing)

    def _is_decided(self, at: int) -> bool:
        """「援助を中断する決定を下した」: a clause in the present with a decision taken."""
        if self.phrases[at].joint != "adnominal" or at + 2 >= len(self.phrases):
            return False
        noun, verb = self.phrases[at + 1], self.phrases[at + 2]
        words = self.analysis.text[noun.start : noun.head_end]
        taken = verb.lemma in DECIDING and self._is_past(verb) and not verb.negated
        return words in DECISIONS and noun.particle == "を" and taken

    def _is_dated_before(self, hit: CueHit, at: int) -> bool:
        """「2003年に開戦し、…終わることになる」: a clause with a past day of its own."""
        published = self.analysis.published
        if published is None:
            return False
        start = self.phrases[self._start(at, hit, modifies=False)].start
        times = self.analysis.times.within(start, self.phrases[at].end)
        return any(not t.is_future and t.edtf < published[: len(t.edtf)] for t in times)

    def _closing(self, at: int) -> int:
        """The predicate whose tense holds for the one at `at`: 「撤退し、…引き渡した」."""
        phrase = self.phrases[at]
        if self._is_past(phrase) or self._goes_on(phrase) or phrase.joint not in CHAINING:
            return at
        for k in range(at + 1, len(self.phrases)):
            phrase = self.phrases[k]
            if phrase.lemma is None or phrase.joint == "other":
                continue
            if phrase.joint == "adnominal" and (k > at + 1 or self.phrases[at].comma):
                continue
            if phrase.joint == "quoted" and self.phrases[at].joint != "other":
                if self._judges(phrase):
                    continue
            if self._is_past(phrase) or self._goes_on(phrase) or phrase.joint not in CHAINING:
                return k
        return len(self.phrases) - 1

    def _judges(self, phrase: Phrase) -> bool:
        """Say whether a quoted predicate tells what somebody holds or tries, not what is done."""
        written = self.analysis.text[phrase.start : phrase.end]
        return written.endswith(("だと", "であると", "ないと", "いと", "うと", "ようと"))

    def _is_past(self, phrase: Phrase) -> bool:
        """Say whether a predicate stands in the past; the だ of 結んだ is た."""
        text = self.analysis.text
        return phrase.past or text.startswith("んだ", phrase.head_end - 1)

    def _goes_on(self, phrase: Phrase) -> bool:
        return ONGOING.search(self.analysis.text, phrase.start, phrase.end) is not None

    def _has_happened(self, at: int) -> bool:
        phrase = self.phrases[at]
        if phrase.lemma is None or phrase.joint == "if":
            return False
        if self._is_past(phrase):
            return True
        if phrase.lemma in LASTING and phrase.joint in ("end", "adnominal", "but", "stem"):
            return True
        if self._goes_on(phrase):
            return phrase.joint != "quoted" or phrase.lemma in LASTING
        bare = phrase.end == phrase.head_end and phrase.lemma.endswith("する")
        written = self.analysis.text[phrase.start : phrase.end]
        return bare and not written.endswith("する") and phrase.joint in ("end", "stem")

    def _is_refused(self, at: int) -> bool:
        """Say whether a verb further on denies it, asks for it or merely thinks it."""
        phrase = self.phrases[at]
        if phrase.joint not in ("quoted", "adnominal"):
            return False
        following = self.phrases[at + 1 :]
        if phrase.joint == "adnominal":
            if not following:
                return False
            head = following[0]
            noun = self.analysis.text[head.start : head.head_end]
            if noun not in NOMINAL_FACT:
                return not phrase.past and INTENDED.match(noun) is not None
        governing = next((p for p in following if p.lemma is not None), None)
        return governing is not None and (governing.lemma in REFUSING or governing.negated)

    def _clause(self, hit: CueHit, at: int) -> Trigger | None:
        phrase = self.phrases[at]
        modifies = phrase.joint == "adnominal"
        first = self._start(at, hit, modifies=modifies)
        last = at
        if self._is_decided(at):
            return Trigger(hit, first, at + 2, at, False)
        if modifies and at + 1 < len(self.phrases):
            last = at + 1
            if not self._is_worth_telling(first, at, hit):
                return None
        return Trigger(hit, first, last, at, False)

    def _start(self, at: int, hit: CueHit, *, modifies: bool) -> int:
        """The first phrase of the clause that the predicate closes."""
        first = at
        while first > 0:
            before = self.phrases[first - 1]
            joined = before.joint in ("te", "stem", "but", "while", "if", "end", "quoted")
            if before.end <= hit.start and before.lemma is not None and joined:
                if before.comma or before.joint in ("end", "but"):
                    break
            if modifies and before.particle.endswith("は") and before.comma:
                break
            first -= 1
        return first

    def _is_worth_telling(self, first: int, at: int, hit: CueHit) -> bool:
        """A clause before a noun tells an event if it says when, or says it of something named."""
        head = self.phrases[at + 1]
        noun = self.analysis.text[head.start : head.head_end]
        if noun in ("こと", "旨", "とき", "時", "際", "後", "もの", "ところ"):
            return noun != "もの" or head.particle in ("の", "だ", "です", "である", "")
        if noun in NOMINAL_FACT:
            return False
        if self._times(first, hit):
            return True
        name = self.analysis.name_by_stop.get(head.head_end)
        if name is None:
            return False
        is_visit = hit.cue.value is EventType.VISIT and self._goes_on(self.phrases[at])
        return is_visit or self.analysis.member(name).type in PLACES

    def _times(self, first: int, hit: CueHit) -> bool:
        """Say whether a clause holds a time of its own; one set off by 、 belongs to the main verb."""
        start, end = self.phrases[first].start, hit.start
        return any(
            not self.analysis.text.startswith(("、", "は、"), time.end) and not time.is_future
            for time in self.analysis.times.within(start, end)
        )

    # --- nouns -------------------------------------------------------------------------------------
    def _names_event(self, hit: CueHit, phrase: Phrase) -> bool:
        return self.analysis.text.startswith(AFTER_NOUN, hit.end)

    def _noun(self, hit: CueHit, at: int) -> Trigger | None:
        phrase = self.phrases[at]
        first = self._noun_start(hit, at)
        governing = self._governing(at)
        if governing is not None and self._is_done(phrase, self.phrases[governing]):
            if not self._is_told(governing, hit) and not self._is_scheduled(hit, at, governing):
                return None
            return Trigger(hit, self._start(governing, hit, modifies=False), governing, at, False)
        if at > 0 and self._is_told_after(hit, at):
            return Trigger(hit, self._start(at, hit, modifies=False), at, at, False)
        if NOT_YET.match(self.analysis.text, phrase.head_end):
            return None
        afterwards = self.analysis.text.startswith(AFTERWARDS, hit.end)
        if governing is not None and not afterwards:
            if self.phrases[governing].lemma in REFUSING or self._is_supposed(at, governing):
                return None
        if self._closes_heading(at):
            return Trigger(hit, self._heading_start(first), at, at, True)
        return Trigger(hit, first, at, at, True) if self._is_marked(hit, first, at) else None

    def _is_scheduled(self, hit: CueHit, at: int, governing: int) -> bool:
        """「来年4月に選挙が行われる」: a vote to come on a day that is told."""
        verb = self.phrases[governing]
        if hit.cue.value is not EventType.VOTE or verb.lemma not in SCHEDULED or verb.negated:
            return False
        start = self.phrases[self._start(at, hit, modifies=False)].start
        return any(t.is_future for t in self.analysis.times.within(start, verb.end))

    def _heading_start(self, first: int) -> int:
        """「首相、司令部を視察」: a heading's noun is told of all that stands before it."""
        before = self.phrases[first - 1].particle if first else ""
        return 0 if before in ("を", "に", "へ", "で", "が") else first

    def _is_supposed(self, at: int, governing: int) -> bool:
        """「攻撃を進めた場合」: what is done with it is only supposed."""
        done = self.phrases[governing]
        if self.phrases[at].particle != "を" or governing + 1 >= len(self.phrases):
            return False
        beyond = self.phrases[governing + 1].end
        return (
            done.joint == "if"
            or DOUBTED.search(self.analysis.text, done.head_end, beyond) is not None
        )

    def _is_told_after(self, hit: CueHit, at: int) -> bool:
        """「町を視察後、会見した」, 「首都を訪問中の首相」: a noun with an object, then 後 or 中."""
        rest = self.analysis.text[hit.end : self.phrases[at].head_end]
        if rest == "中":
            return self.phrases[at].particle in ("の", "だった")
        if rest not in ("後", "直後") or self.phrases[at - 1].particle not in ("を", "に", "へ"):
            return False
        governing = self._governing(at)
        return governing is not None and self._has_happened(self._closing(governing))

    def _governing(self, at: int) -> int | None:
        """The predicate that a noun stands with; what comes between may modify another noun."""
        is_subject = self.phrases[at].particle.endswith("が")
        for k in range(at + 1, min(at + (_FAR if is_subject else _NEAR), len(self.phrases))):
            phrase = self.phrases[k]
            if phrase.lemma is None or (k > at + 1 and self._describes(phrase)):
                continue
            return k
        return None

    def _is_done(self, noun: Phrase, predicate: Phrase) -> bool:
        lemma, particle = predicate.lemma, noun.particle
        if particle.endswith(("が", "は", "も")):
            return lemma in OCCURRING
        if particle.endswith("を"):
            return lemma in DOING
        if particle in ("で", "により", "によって"):
            return lemma in HARMED
        return particle in ("に", "と") and lemma in REACHING

    def _noun_start(self, hit: CueHit, at: int) -> int:
        first = at
        while first > 0:
            before = self.phrases[first - 1]
            if before.lemma in OCCURRING and before.joint == "adnominal" and before.past:
                return self._start(first - 1, hit, modifies=True)
            joined = before.particle in LINKING or (before.lemma is None and not before.particle)
            if not joined and not self._describes(before):
                break
            if before.comma or before.quote is not None:
                break
            first -= 1
        return first

    def _describes(self, phrase: Phrase) -> bool:
        """Say whether a phrase only says of what kind the noun is: 大規模な, 激しい, 一連の."""
        if phrase.joint != "adnominal" or phrase.past or phrase.negated:
            return False
        written = self.analysis.text[phrase.start : phrase.end]
        return written.endswith(("な", "しい", "きい", "よい", "多い", "ない"))

    def _is_marked(self, hit: CueHit, first: int, at: int) -> bool:
        """Say whether the noun is told with its day or its doer: 「10日の攻撃」, 「A軍による攻撃」."""
        start = self.phrases[first].start
        times = self.analysis.times.within(start, self.phrases[at].start)
        if any(not t.is_future for t in times):
            return True
        if self.phrases[at].particle in ("を受け", "を受けて"):
            return first < at and hit.cue.value is not EventType.AID
        return any(
            p.particle == "による" or (p.joint == "adnominal" and p.past)
            for p in self.phrases[first:at]
        )

    def _closes_heading(self, at: int) -> bool:
        phrase = self.phrases[at]
        if at + 1 < len(self.phrases) or phrase.end != phrase.head_end:
            return False
        return is_heading(self.analysis, self.view)
