"""Talks: meetings, calls, summits and sessions, with who, where, when and what became of them.

`gatherings` finds the words, `attendance` says who takes part, `occasions` when and where, `standing` what
became of it, `sametalks` which mentions tell of one talk.
"""

from __future__ import annotations

import re
from dataclasses import replace

from soten.extract.adversaries import Adversaries, is_state, two_states_before
from soten.extract.attendance import Attendance, attend, has_subject, hosts_of
from soten.extract.ceremonies import arguing_in, council_of, find_ceremonies
from soten.extract.findings import TalkFinding
from soten.extract.gatherings import Gathering, Use, clause_start, find_gatherings
from soten.extract.occasions import chain_start, date_near, date_of, place_of
from soten.extract.rules import Rules
from soten.extract.sametalks import compatible, is_whole, join, merge
from soten.extract.sides import facing_of, pair_of, sides_of, topic_of
from soten.extract.standing import outcome_of, status_of
from soten.extract.talkwords import ATTENDING
from soten.extract.visits import find_visits
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.numerals import whole_number
from soten.records import ActorType, Span, TalkForm, TalkStatus
from soten.records.edtf import bounds

_CARRIED = 2
"""Sentences back from which a topic still stands where a sentence has none."""
_SERIES = 6
"""Sentences back in which 双方, or a talk of nobody named, has its parties."""
_ROUND = re.compile(r"第?([0-9０-９一二三四五六七八九十]{1,2})(?:回目?|ラウンド|度目)")
_COUNTED = re.compile(r"([0-9０-９一二三四五六七八九十]{1,2})(?:[カかヵヶケ]国|者|首脳|国)")
"""How many take part, where the noun says so."""
_WHOLE_CONFLICT = re.compile(r"和平|停戦|核")
"""What before the noun makes it the talk between the parties of the conflict."""
_NEXT = re.compile(r"次回|次の|再び|再度|改めて|さらに")
"""What makes a talk one more of a series."""
_THIS = re.compile(r"この(?!日)|同(?!日|国)|その(?!後|日)|今回の")
"""What before a noun says that the talk just told is meant."""
_PARTIES = 2
_OF_STATES = ("両国", "両首脳", "両政府", "両外相")
_FOR_PEACE = re.compile(r"和平|停戦|休戦|講和|終戦")
"""What makes a talk one between those who fight."""


def find_talks(analysis: Analysis, rules: Rules) -> list[TalkFinding]:
    """Return the talks of a document; mentions of one meeting are one talk.

    A mention that tells neither when nor what became of it (「協議の直前に」) only joins a talk told
    elsewhere.
    """
    reader = _TalkReader(analysis, rules)
    for view in analysis.sentences:
        gatherings = list(find_gatherings(analysis, view))
        for gathering in gatherings:
            reader.read(gathering)
        for ceremony in find_ceremonies(analysis, view):
            reader.read_ceremony(ceremony)
        if not gatherings:
            reader.attend(view)
        reader.note(view)
    for view in analysis.sentences:
        for visit, hosts in find_visits(analysis, view):
            reader.read_visit(visit, hosts)
    return [talk for talk in reader.found if is_whole(talk, analysis)]


class _TalkReader:
    def __init__(self, analysis: Analysis, rules: Rules) -> None:
        self.analysis, self.rules = analysis, rules
        self.found: list[TalkFinding] = []
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

    def attend(self, view: SentenceView) -> None:
        """Add to the talk just told who a sentence without a word for it says was there too."""
        last = self.found[-1] if self.found else None
        if last is not None and 0 <= view.index - last.sentence <= 1:
            hosts = hosts_of(self.analysis, view)
            last.participants = tuple(dict.fromkeys((*last.participants, *hosts)))

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

    def read(self, gathering: Gathering) -> None:
        """Add the talk that one word in a sentence tells of, or join it to a known one."""
        view = gathering.view
        chain = view.phrases[chain_start(gathering)].start
        told = status_of(self.analysis, self.rules, gathering, chain)
        if told is None and gathering.use not in (Use.NAMED, Use.AROUND):
            gathering = replace(gathering, use=Use.NAMED, tells=None)
        date = date_of(self.analysis, gathering, told)
        if gathering.use is Use.SETTING and date is None:
            date = self._day_ahead(gathering)
        attendance = attend(self.analysis, gathering)
        called = self.adversaries.called_in(gathering)
        attendance.parties += called
        if _FOR_PEACE.search(self.analysis.text, chain, gathering.end):
            self.peace_sentence = view.index
        talk = TalkFinding(
            Span(view.start, view.end),
            tuple(self._participants(gathering, attendance)),
            TalkForm.SESSION if attendance.in_session else gathering.form,
            self._status(told, date),
            gathering.rule,
            view.index,
            place_of(self.analysis, gathering),
            date,
            outcome_of(self.analysis, self.rules, gathering),
            round=self._round(gathering, chain),
            day=date,
            open=attendance.open,
            also=attendance.also,
            told=told is not None and (date is not None or self._is_next(gathering)),
        )
        may_add = date is not None or (told is not None and not self._is_bare_setting(gathering))
        if self._is_follow_up(gathering, talk):
            join(self.found[-1], talk, self.analysis)
            return
        whole = self._is_whole(talk, gathering)
        talk.told = talk.told or (told is not None and whole)
        if may_add and not whole:
            if merge(self.found, talk, self.analysis, may_add=False):
                return
            self._complete(talk, gathering)
        may_add = may_add and self._is_whole(talk, gathering)
        if may_add and talk.date is None:
            talk.date = date_near(self.analysis, gathering, talk.status)
        merge(self.found, talk, self.analysis, may_add=may_add)

    def read_ceremony(self, gathering: Gathering) -> None:
        """Add the session or signing that a predicate tells of, or join it to a known talk."""
        view = gathering.view
        attendance = attend(self.analysis, gathering)
        participants = attendance.everybody
        if gathering.rule == "talk-adoption":
            council = council_of(self.analysis, view, gathering.at)
            assert council is not None
            participants = [council.member, *arguing_in(self.analysis, view)]
        is_signing = gathering.rule == "talk-signing"
        if is_signing:
            chain = view.phrases[chain_start(gathering)].start
            if status_of(self.analysis, self.rules, gathering, chain) is not TalkStatus.HELD:
                return
            participants = self._participants(gathering, attendance)
        talk = self._finding(gathering, participants, TalkStatus.HELD)
        whole = len(sides_of(participants, self.analysis)) >= _PARTIES and talk.place is not None
        whole = whole and talk.day is not None
        merge(self.found, talk, self.analysis, may_add=whole or not is_signing)

    def read_visit(self, gathering: Gathering, hosts: list[str]) -> None:
        """Add a visit to others, unless a talk told elsewhere is what was done there."""
        view = gathering.view
        chain = view.phrases[chain_start(gathering)].start
        told = status_of(self.analysis, self.rules, gathering, chain)
        visitors = attend(self.analysis, gathering).subject
        if told is None or not visitors:
            return
        sides = sides_of(visitors, self.analysis)
        abroad = [h for h in hosts if not sides_of([h], self.analysis) <= sides]
        talk = self._finding(gathering, [*visitors, *abroad], told)
        met = sides_of(talk.participants, self.analysis)
        known = any(
            (
                other.sentence == talk.sentence
                and sides <= sides_of(other.participants, self.analysis)
            )
            or met & sides_of(other.participants, self.analysis) >= sides
            and len(met & sides_of(other.participants, self.analysis)) >= _PARTIES
            and (other.date is None or talk.date is None or compatible(other.date, talk.date))
            for other in self.found
        )
        if abroad and not known and is_whole(talk, self.analysis):
            self.found.append(talk)

    def _finding(
        self, gathering: Gathering, participants: list[str], told: TalkStatus
    ) -> TalkFinding:
        view = gathering.view
        date = date_of(self.analysis, gathering, told)
        status = self._status(told, date)
        return TalkFinding(
            Span(view.start, view.end),
            tuple(dict.fromkeys(participants)),
            gathering.form,
            status,
            gathering.rule,
            view.index,
            place_of(self.analysis, gathering),
            date or date_near(self.analysis, gathering, status),
            outcome_of(self.analysis, self.rules, gathering),
            day=date,
        )

    def _day_ahead(self, gathering: Gathering) -> str | None:
        """The day to come of a talk at which something is to happen: 「来月の会議で決めるべきだ」."""
        named = replace(gathering, use=Use.NAMED, tells=None)
        day, published = date_of(self.analysis, named, None), self.analysis.published
        if day is None or published is None:
            return None
        return day if bounds(day)[0] > bounds(published)[1] else None

    def _is_bare_setting(self, gathering: Gathering) -> bool:
        """Say whether something is only told to happen 「会談で」, by words that name no talk."""
        if gathering.use is not Use.SETTING or chain_start(gathering) < gathering.at:
            return False
        start = gathering.phrase.start
        return not self.analysis.names.within(start, gathering.start)

    def _is_next(self, gathering: Gathering) -> bool:
        """Say whether the clause tells of one more talk: 次回, 再び."""
        start = gathering.view.phrases[clause_start(gathering)].start
        return _NEXT.search(self.analysis.text, start, gathering.end) is not None

    def _is_follow_up(self, gathering: Gathering, talk: TalkFinding) -> bool:
        """Say whether a bare 「協議には…が出席した」, 「会談で…と述べた」 goes on with the talk just told."""
        if not self.found or talk.sentence - self.found[-1].sentence > _CARRIED:
            return False
        first = gathering.view.phrases[chain_start(gathering)]
        is_this = _THIS.match(self.analysis.text, first.start) is not None
        is_bare = (chain_start(gathering) == gathering.at or is_this) and not talk.round
        if is_this and not talk.participants:
            return True
        if talk.date is not None and not is_this:
            return False
        attends = gathering.predicate is not None and gathering.predicate.lemma in ATTENDING
        if not (is_bare and (attends or gathering.use is Use.SETTING)):
            return False
        last = self.found[-1]
        in_session = last.form is TalkForm.SESSION
        return not talk.participants or attends or in_session or self._shares_side(last, talk)

    def _shares_side(self, a: TalkFinding, b: TalkFinding) -> bool:
        one, other = (sides_of(talk.participants, self.analysis) for talk in (a, b))
        return bool(one & other)

    def _is_whole(self, talk: TalkFinding, gathering: Gathering) -> bool:
        """Say whether enough is told of who met; a session somebody speaks at needs its body."""
        if not is_whole(talk, self.analysis):
            return False
        if gathering.use is not Use.SETTING or talk.form is not TalkForm.SESSION:
            return True
        members = [self.analysis.cast.members.get(key) for key in talk.participants]
        has_body = any(m is not None and m.type is ActorType.ORGANIZATION for m in members)
        return has_body or len(sides_of(talk.participants, self.analysis)) >= _PARTIES

    def _complete(self, talk: TalkFinding, gathering: Gathering) -> None:
        """Give a talk of a series the parties of the one told last: 「来週行われる交渉」."""
        if self.analysis.is_quoted(gathering.start):
            return
        known = self._series(talk.sentence)
        is_next = talk.round is not None or talk.status is not TalkStatus.HELD
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

    def _participants(self, gathering: Gathering, found: Attendance) -> list[str]:
        everybody = found.everybody
        index = gathering.view.index
        counted = self._counted(gathering)
        if counted and len(everybody) < _PARTIES:
            return list(dict.fromkeys((*everybody, *counted)))
        if found.anaphor and len(everybody) <= _PARTIES + 1:
            return list(dict.fromkeys((*everybody, *self._those_meant(found.anaphor, gathering))))
        if self._leaves_subject_out(gathering, found) and (who := self._speaking(gathering)):
            return list(dict.fromkeys((*who, *everybody)))
        if self._leaves_subject_out(gathering, found) and index - self.topic_sentence <= _CARRIED:
            return list(dict.fromkeys((*self.topic, *everybody)))
        return everybody

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
        return two or (self.pair if is_near else self.adversaries.parties) or self.pair

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
        if gathering.use not in (Use.DONE, Use.ASKED, Use.SETTING):
            return False
        return not has_subject(self.analysis, gathering)

    def _series(self, index: int) -> list[str]:
        """The parties of the talk told last, if it was told not long ago."""
        near = [t for t in self.found if index - max(t.sentence, t.latest) <= _SERIES]
        whole = [t for t in near if len(t.participants) >= _PARTIES]
        last = max(reversed(whole), key=lambda t: max(t.sentence, t.latest), default=None)
        return list(last.participants) if last is not None else []

    def _round(self, gathering: Gathering, chain: int) -> int | None:
        match = _ROUND.search(self.analysis.text, chain, gathering.start)
        return int(whole_number(match.group(1)) or 0) or None if match is not None else None

    def _status(self, told: TalkStatus | None, date: str | None) -> TalkStatus:
        """What became of a talk; one on a day to come is planned, one on a day gone by held."""
        published = self.analysis.published
        if date is None or published is None:
            return told or TalkStatus.HELD
        to_come = bounds(date)[0] > bounds(published)[1]
        if to_come and told in (None, TalkStatus.HELD, TalkStatus.ONGOING):
            return TalkStatus.PLANNED
        if told in (None, TalkStatus.PLANNED) and bounds(date)[1] < bounds(published)[0]:
            return TalkStatus.HELD
        return told or TalkStatus.HELD
