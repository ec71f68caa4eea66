"""Partners: who takes part in a talk where its sentence leaves that to those before it.

双方 are the parties of the talk told last, 両国 the two states just named, those of a talk for peace whom
the document sets against each other; a subject left out is the topic or, in a quotation, who speaks.
"""

from __future__ import annotations

import re

from soten.extract.adversaries import Adversaries, is_state, two_states_before
from soten.extract.attendance import Attendance
from soten.extract.findings import TalkFinding
from soten.extract.gatherings import Gathering, Use
from soten.extract.hosting import has_subject
from soten.extract.occasions import chain_start
from soten.extract.sides import facing_of, pair_of, sides_of, topic_of
from soten.extract.talkwords import TURNS
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.numerals import whole_number
from soten.records import TalkStatus

_CARRIED = 2
"""Sentences back from which a topic still stands where a sentence has none."""
_PARTIES = 2
_SERIES = 6
"""Sentences back in which 双方, or a talk of nobody named, has its parties."""
_COUNTED = re.compile(r"([0-9０-９一二三四五六七八九十]{1,2})(?:[カかヵヶケ]国|者|首脳|国)")
"""How many take part, where the noun says so."""
_WHOLE_CONFLICT = re.compile(r"和平|停戦|核")
"""What before the noun makes it the talk between the parties of the conflict."""
_OF_STATES = ("両国", "両首脳", "両政府", "両外相")
_FOR_PEACE = re.compile(r"和平|停戦|休戦|講和|終戦")
"""What makes a talk one between those who fight."""


_LEADING = ("大統領", "首相", "国家主席", "総書記", "国務委員長", "国王")
_FORMER = ("前", "元")


def with_leaders(talk: TalkFinding, analysis: Analysis) -> tuple[str, ...]:
    """Who takes part in a summit told of states: also the one leader whom the text names of each."""
    present = sides_of((k for k in talk.participants if not is_state(analysis, k)), analysis)
    added: list[str] = []
    for state in talk.participants:
        if state in present or not is_state(analysis, state):
            continue
        leaders = [
            member.key
            for member in analysis.cast.members.values()
            if member.side == state
            and any(title.endswith(_LEADING) for title in member.titles)
            and not any(title.startswith(_FORMER) for title in member.titles)
        ]
        added += leaders if len(leaders) == 1 else []
    return (*talk.participants, *added)


class Partners:
    """What a text has told so far of who meets; `found` are the talks told, read as they grow."""

    def __init__(self, analysis: Analysis, found: list[TalkFinding]) -> None:
        self.analysis, self.found = analysis, found
        self.topic: list[str] = []
        self.topic_sentence = -9
        self.pair: list[str] = []
        self.pair_sentence = -9
        self.listed: dict[int, list[str]] = {}
        """The parties last listed side by side, by how many they are: 「A国、B国、C国の3カ国」."""
        self.facing: list[str] = []
        self.facing_sentence = -9
        self.adversaries = Adversaries(analysis)
        self.peace_sentence = -9
        """Where a talk for peace was last spoken of."""

    def note(self, view: SentenceView) -> None:
        """Remember whom a sentence is about, for those after it that leave the subject out."""
        topic = topic_of(self.analysis, view)
        if topic:
            self.topic, self.topic_sentence = topic, view.index
        facing = facing_of(self.analysis, view)
        if facing:
            self.facing, self.facing_sentence = facing, view.index
        pair = pair_of(self.analysis, view)
        if len(pair) >= _PARTIES:
            self.pair, self.pair_sentence = pair, view.index
            self.listed[len(pair)] = pair

    def of(self, gathering: Gathering, found: Attendance) -> list[str]:
        """Return who takes part: those the sentence tells, and those it leaves to what came before."""
        found.parties += self.adversaries.called_in(gathering)
        chain = gathering.view.phrases[chain_start(gathering)].start
        if _FOR_PEACE.search(self.analysis.text, chain, gathering.end):
            self.peace_sentence = gathering.view.index
        everybody = found.everybody
        index = gathering.view.index
        counted = self._counted(gathering)
        if counted and len(sides_of(everybody, self.analysis)) < _PARTIES:
            return list(dict.fromkeys((*everybody, *counted)))
        if found.anaphor and len(everybody) <= _PARTIES + 1:
            return list(dict.fromkeys((*everybody, *self._those_meant(found.anaphor, gathering))))
        if self._leaves_subject_out(gathering, found) and (who := self._speaking(gathering)):
            return list(dict.fromkeys((*who, *everybody)))
        if self._leaves_subject_out(gathering, found) and index - self.topic_sentence <= _CARRIED:
            return list(dict.fromkeys((*self.topic, *everybody)))
        return everybody

    def complete(self, talk: TalkFinding, gathering: Gathering) -> None:
        """Give a talk of a series the parties of the one told last: 「来週行われる交渉」."""
        if self.analysis.is_quoted(gathering.start):
            return
        known = self._series(talk.sentence)
        is_turn = gathering.rule.endswith(TURNS)
        is_next = is_turn or talk.round is not None or talk.status is not TalkStatus.HELD
        if is_next and known and sides_of(talk.participants, self.analysis) <= set(known):
            talk.participants = tuple(dict.fromkeys((*talk.participants, *known)))
        elif self._is_of_pair(talk, gathering):
            talk.participants = tuple(dict.fromkeys((*talk.participants, *self.pair)))
        elif self._is_for_peace(talk, gathering):
            parties = self.adversaries.parties
            talk.participants = tuple(dict.fromkeys((*talk.participants, *parties)))
        elif gathering.use is Use.SETTING and self.facing_sentence == talk.sentence - 1:
            talk.participants = tuple(dict.fromkeys((*talk.participants, *self.facing)))

    def _is_for_peace(self, talk: TalkFinding, gathering: Gathering) -> bool:
        """Say whether those who fight must be meant: 「停戦交渉は続いている」."""
        met = sides_of(talk.participants, self.analysis)
        if not met <= sides_of(self.adversaries.parties, self.analysis):
            return False
        if talk.sentence - self.peace_sentence > _SERIES:
            return False
        return gathering.use in (Use.OCCURS, Use.DONE, Use.ASKED) and talk.status is not None

    def _is_of_pair(self, talk: TalkFinding, gathering: Gathering) -> bool:
        """Say whether nobody is named and those just named side by side must be meant."""
        if gathering.use is not Use.OCCURS:
            return False
        if talk.sentence - self.pair_sentence <= 1 and not talk.participants:
            return True
        rule = gathering.rule.removeprefix("talk-noun-")
        return _WHOLE_CONFLICT.match(rule) is not None and len(self.pair) >= _PARTIES

    def _speaking(self, gathering: Gathering) -> list[str]:
        """Who speaks the quotation in which a talk is told: 「A大統領は「Bと協議している」と述べた」."""
        outer = self.analysis.sentences[gathering.view.index]
        if gathering.view is outer or not self.analysis.is_quoted(gathering.start):
            return []
        return topic_of(self.analysis, outer)

    def _those_meant(self, anaphor: str, gathering: Gathering) -> list[str]:
        """Those whom 双方, 両国 or 三者 stands for."""
        view = gathering.view
        listed = pair_of(self.analysis, view)
        series = self._series(view.index)
        is_near = view.index - self.pair_sentence <= _CARRIED
        if not anaphor.startswith(("両", "双")):
            return listed or series or self.pair
        two = self._two(series)
        if anaphor.startswith(_OF_STATES) and not (two and self._are_states(two)):
            return two_states_before(self.analysis, view, _CARRIED) or self.pair
        fighting = self.adversaries.parties if self.adversaries.groups or not is_near else []
        return two or fighting or self.pair

    def _are_states(self, participants: list[str]) -> bool:
        return all(is_state(self.analysis, side) for side in sides_of(participants, self.analysis))

    def _two(self, participants: list[str]) -> list[str]:
        """Those of the first two sides: 双方 are those who met, not who hosted them."""
        sides: list[str] = []
        kept: list[str] = []
        for key in participants:
            (side,) = sides_of([key], self.analysis)
            if side not in sides and len(sides) < _PARTIES:
                sides.append(side)
            if side in sides:
                kept.append(key)
        return kept

    def _counted(self, gathering: Gathering) -> list[str]:
        """Those whom 「6カ国協議」 counts: listed before, or the members the packs know."""
        match = _COUNTED.search(self.analysis.text, gathering.phrase.start, gathering.end)
        count = int(whole_number(match.group(1)) or 0) if match is not None else 0
        if count in self.listed:
            return self.listed[count]
        noun = self.analysis.index.talks.get(gathering.rule.removeprefix("talk-noun-"))
        members = noun.members if noun is not None else ()
        named = [key for key in members if key in self.analysis.cast.members]
        return named if members and members[0] in named else []

    def _leaves_subject_out(self, gathering: Gathering, found: Attendance) -> bool:
        if found.subject or not found.parties:
            return False
        chain = gathering.view.phrases[chain_start(gathering) : gathering.at]
        with_subject = gathering.use is Use.OCCURS and any(p.particle == "との" for p in chain)
        if gathering.use not in (Use.DONE, Use.ASKED, Use.SETTING) and not with_subject:
            return False
        return not has_subject(self.analysis, gathering)

    def _series(self, index: int) -> list[str]:
        """The parties of the talk told last, if it was told not long ago."""
        near = [t for t in self.found if index - max(t.sentence, t.latest) <= _SERIES]
        whole = [t for t in near if len(t.participants) >= _PARTIES]
        last = max(reversed(whole), key=lambda t: max(t.sentence, t.latest), default=None)
        return list(last.participants) if last is not None else []
