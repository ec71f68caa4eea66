"""Whose a stance is that a clause tells: its subject, whom it modifies, the agent of a passive."""

from __future__ import annotations

from soten.extract.coreference import Scene
from soten.extract.parties import side_by_side
from soten.extract.speakers import Subject, speakers_at
from soten.extract.stancereading import Expression, StanceReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.records import Speaker

Holders = tuple[tuple[Speaker, ...], int]
"""Who takes a stance, and the phrase with which the clause that tells it begins."""

MAIN = frozenset(("end", "te", "stem", "but", "while"))
_MODIFYING = frozenset(("adnominal", "other"))
_NOMINAL = ("こと", "の", "ため", "ところ", "点", "後", "際", "とき", "時", "もの", "から")
"""After these a clause stands for itself and modifies nobody: 反対していることが."""
_NOMINALIZED = ("のは", "のが", "のを", "のも")
"""Ends of a predicate that stands for a noun: 応じる気がないのは確かだ."""
_AGENT = ("によって", "により", "から")
_LINKS = ("や", "と", "、", "および", "及び")
_NOBODY: Holders = ((), 0)


class HolderReader:
    """Finds whose the stances of one sentence after the other are."""

    def __init__(self, analysis: Analysis, reader: StanceReader, scene: Scene) -> None:
        self.analysis, self.reader, self.scene = analysis, reader, scene

    def read(self, view: SentenceView, subjects: list[Subject], told: Expression) -> Holders:
        """Return whose stance an expression tells; nobody where the sentence does not settle it."""
        phrase = view.phrases[told.last]
        before = [s for s in subjects if s.phrase < told.first]
        bound = [
            s
            for s in before
            if s.bound is not None
            and told.first <= s.bound <= told.last
            and not any(p.comma for p in view.phrases[s.phrase : told.first])
        ]
        if phrase.joint == "if":
            return _NOBODY
        if phrase.passive and told.agent:
            return self._agent(view, told), self._opening(view, told.first)
        if bound:
            return bound[-1].speakers, bound[-1].phrase
        if phrase.joint in _MODIFYING and not self._is_nominalized(view, told.last):
            modified = self._modified(view, told.last)
            own = [s for s in before if self._is_close(view, s, told.first)]
            if not modified and own:
                return own[-1].speakers, own[-1].phrase
            if modified or not phrase.particle.endswith(_NOMINALIZED):
                return modified, self._opening(view, told.first)
        return self._subject(view, before, told)

    def _is_close(self, view: SentenceView, subject: Subject, first: int) -> bool:
        """Say whether a subject with が goes on to the words of stance: 「Aが脅し、求めている状況」."""
        bare = (
            not subject.topic and subject.bound is None and not view.phrases[subject.phrase].comma
        )
        return bare and not _is_parted(view, subject.phrase, first)

    def _subject(self, view: SentenceView, before: list[Subject], told: Expression) -> Holders:
        """The subject with が of the clause, else the topic, else the topic of the sentence before."""
        phrase = view.phrases[told.last]
        near = [s for s in before if not s.topic and not _is_parted(view, s.phrase, told.first)]
        topics = [s for s in before if s.topic]
        chosen = [s for s in near if s.bound is None]
        if not chosen and phrase.joint == "quoted":
            chosen = [s for s in near if s.bound == told.first - 1] or topics[1:]
            return (chosen[-1].speakers, chosen[-1].phrase) if chosen else _NOBODY
        if not chosen and phrase.joint not in MAIN | _MODIFYING and phrase.lemma is not None:
            return _NOBODY
        chosen = chosen or topics or near
        if chosen and self._is_replaced(view, chosen[-1], told):
            return _NOBODY
        if chosen:
            return self._with_partners(view, chosen[-1]), chosen[-1].phrase
        return self._carried(view, told), self._opening(view, told.first)

    def _with_partners(self, view: SentenceView, subject: Subject) -> tuple[Speaker, ...]:
        """The subject, or those whose common delegates it is: 「AとBの代表は」."""
        if subject.speakers[-1].entity is not None:
            return subject.speakers
        keys = side_by_side(self.analysis, view, subject.phrase)
        return tuple(Speaker(entity=key) for key in keys) or subject.speakers

    def _is_replaced(self, view: SentenceView, subject: Subject, told: Expression) -> bool:
        """Say whether another subject, of nobody known, stands nearer: 「Aが示し、双方が応じた」."""
        for phrase in view.phrases[subject.phrase + 1 : told.first]:
            if phrase.lemma is None and phrase.particle == "が" and not subject.topic:
                return True
            if phrase.lemma is None and phrase.particle == "は" and not self._is_time(phrase):
                later = view.phrases[view.phrases.index(phrase) + 1 : told.last]
                if any(p.particle == "を" for p in later):
                    return True
        return False

    def _is_time(self, phrase: Phrase) -> bool:
        return bool(self.analysis.times.within(phrase.start, phrase.head_end))

    def _agent(self, view: SentenceView, told: Expression) -> tuple[Speaker, ...]:
        """By whom it is refused or asked for in a passive: 「A国から要請されていた」."""
        for k in range(told.first - 1, -1, -1):
            if view.phrases[k].particle in _AGENT:
                return speakers_at(k, view, self.analysis, self.scene)
        return ()

    def _modified(self, view: SentenceView, at: int) -> tuple[Speaker, ...]:
        """Those whom a clause modifies: 「独立に反対するA国やB国は」."""
        found: list[Speaker] = []
        for k in range(at + 1, len(view.phrases)):
            phrase = view.phrases[k]
            speakers = speakers_at(k, view, self.analysis, self.scene)
            if not speakers or speakers[-1].entity is None:
                break
            found.append(speakers[-1])
            listed = phrase.particle == "" and phrase.comma
            if phrase.particle not in _LINKS and not listed:
                break
        return tuple(found)

    def _is_nominalized(self, view: SentenceView, at: int) -> bool:
        if at + 1 >= len(view.phrases):
            return True
        return self.reader.words(view.phrases[at + 1]) in _NOMINAL

    def _opening(self, view: SentenceView, first: int) -> int:
        """The phrase with which the clause that holds the phrase `first` begins."""
        k = first
        while k > 0 and view.phrases[k - 1].joint in (None, "adnominal", "other"):
            k -= 1
        return k

    def _carried(self, view: SentenceView, told: Expression) -> tuple[Speaker, ...]:
        """The topic of the sentence before, where this one names no subject at all."""
        if view.phrases[told.last].joint not in MAIN:
            return ()
        if view.index - self.scene.last_sentence != 1:
            return ()
        for phrase in view.phrases[: told.first]:
            if phrase.particle.endswith(("は", "が", "も")) and not self._is_time(phrase):
                return ()
        return self.scene.last


def _is_parted(view: SentenceView, subject: int, at: int) -> bool:
    """Say whether a clause ends between a subject and the words of stance."""
    return any(
        p.lemma is not None and p.joint in ("end", "quoted", "but", "if", "while")
        for p in view.phrases[subject + 1 : at]
    )
