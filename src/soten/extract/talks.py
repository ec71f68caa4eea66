"""Talks: meetings, calls, summits and sessions, with who, where, when and what became of them.

`gatherings` finds the words, `attendance` says who takes part, `occasions` when and where, `standing` what
became of it, `sametalks` which mentions tell of one talk.
"""

from __future__ import annotations

import re
from dataclasses import replace

from soten.extract.attendance import attend
from soten.extract.ceremonies import (
    CEREMONIES,
    arguing_in,
    conference_of,
    council_of,
    find_ceremonies,
    host_of,
)
from soten.extract.delegations import delegates_in
from soten.extract.findings import TalkFinding
from soten.extract.gatherings import Gathering, Use, clause_start, find_gatherings
from soten.extract.hosting import hosts_of
from soten.extract.occasions import chain_start, date_near, date_of, is_news, place_of
from soten.extract.partners import Partners, with_leaders
from soten.extract.protests import find_protests
from soten.extract.rescheduling import settle_dates
from soten.extract.rules import Rules
from soten.extract.sametalks import RECENT, compatible, is_whole, join, merge
from soten.extract.sides import sides_of
from soten.extract.standing import outcome_of, status_of
from soten.extract.talkwords import ATTENDING
from soten.extract.visits import find_visits
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.numerals import whole_number
from soten.records import ActorType, Span, TalkForm, TalkStatus
from soten.records.edtf import bounds

_CARRIED = 2
"""Sentences back from which a topic still stands where a sentence has none."""
_ROUND = re.compile(r"第?([0-9０-９一二三四五六七八九十]{1,2})(?:回目?|ラウンド|度目)")
_NEXT = re.compile(r"次回|次の|再び|再度|改めて|さらに")
"""What makes a talk one more of a series."""
_THIS = re.compile(r"この(?!日)|同(?!日|国)|その(?!後|日)|今回の")
"""What before a noun says that the talk just told is meant."""
_GOING_ON = frozenset("続ける 継続する 続行する 重ねる 設ける 設置する".split())
_NO_PLAN = re.compile(r"[「『]?(?:の)?(?:予定|計画)(?:は|も)?(?:ない|なし|ありません)")
"""What after the noun says that there is no such talk: 首脳会談「予定ない」."""
_AGREED = re.compile(r".{0,2}こと(?:で|に)(?:一致|合意|同意)")
_PARTIES = 2
_TAKEN_PLACE = (TalkStatus.HELD, TalkStatus.ONGOING)


def find_talks(analysis: Analysis, rules: Rules) -> list[TalkFinding]:
    """Return the talks of a document; mentions of one meeting are one talk.

    A mention that tells neither when nor what became of it (「協議の直前に」) only joins a talk told
    elsewhere.
    """
    reader = _TalkReader(analysis, rules)
    for view in analysis.sentences:
        gatherings = list(find_gatherings(analysis, view))
        ceremonies = list(find_ceremonies(analysis, view))
        for told in sorted([*gatherings, *ceremonies], key=lambda g: g.start):
            if told.rule in CEREMONIES:
                reader.read_ceremony(told)
            else:
                reader.read(told)
        if not gatherings:
            reader.attend(view)
            for protest, envoy in find_protests(analysis, view):
                reader.read_protest(protest, envoy)
        reader.partners.note(view)
    for view in analysis.sentences:
        for visit, hosts in find_visits(analysis, view):
            reader.read_visit(visit, hosts)
    reader.found = settle_dates(reader.found, analysis)
    for talk in reader.found:
        if talk.form is TalkForm.SUMMIT:
            talk.participants = with_leaders(talk, analysis)
    return [talk for talk in reader.found if is_whole(talk, analysis)]


class _TalkReader:
    def __init__(self, analysis: Analysis, rules: Rules) -> None:
        self.analysis, self.rules = analysis, rules
        self.found: list[TalkFinding] = []
        self.partners = Partners(analysis, self.found)

    def attend(self, view: SentenceView) -> None:
        """Add to the talk just told who a sentence without a word for it says was there too."""
        last = self.found[-1] if self.found else None
        if last is not None and 0 <= view.index - last.sentence <= 1:
            hosts = hosts_of(self.analysis, view)
            last.participants = tuple(dict.fromkeys((*last.participants, *hosts)))

    def read(self, gathering: Gathering) -> None:
        """Add the talk that one word in a sentence tells of, or join it to a known one."""
        view = gathering.view
        if self._goes_on(gathering) or _NO_PLAN.match(self.analysis.text, gathering.end):
            return
        chain = view.phrases[chain_start(gathering)].start
        told = self._told(gathering)
        if told is None and gathering.use not in (Use.NAMED, Use.AROUND):
            gathering = replace(gathering, use=Use.NAMED, tells=None)
        date = date_of(self.analysis, gathering, told)
        if gathering.use is Use.SETTING and date is None:
            date = self._day_ahead(gathering)
        attendance = attend(self.analysis, gathering)
        sent = delegates_in(self.analysis, view)
        talk = TalkFinding(
            Span(view.start, view.end),
            tuple(dict.fromkeys((*self.partners.of(gathering, attendance), *sent))),
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
            self.partners.complete(talk, gathering)
        may_add = may_add and self._is_whole(talk, gathering)
        if may_add and talk.date is None:
            talk.date = date_near(self.analysis, gathering, talk.status)
        merge(self.found, talk, self.analysis, may_add=may_add)

    def _goes_on(self, gathering: Gathering) -> bool:
        """Say whether all that is told is that a talk agreed to go on: 「協議を続けることで一致した」."""
        last = self.found[-1] if self.found else None
        predicate = gathering.predicate
        if last is None or predicate is None or predicate.lemma not in _GOING_ON:
            return False
        if max(last.sentence, last.latest) != gathering.view.index:
            return False
        return _AGREED.match(self.analysis.text, predicate.head_end) is not None

    def read_ceremony(self, gathering: Gathering) -> None:
        """Add the session or signing that a predicate tells of, or join it to a known talk."""
        view = gathering.view
        attendance = attend(self.analysis, gathering)
        participants = attendance.everybody
        if gathering.rule == "talk-adoption":
            council = council_of(self.analysis, view, gathering.at)
            assert council is not None
            participants = [council.member, *arguing_in(self.analysis, view)]
        elif gathering.rule == "talk-session":
            body = conference_of(self.analysis, view, gathering.at)
            assert body is not None
            participants = [body.member, *host_of(self.analysis, view, gathering.at)]
        is_signing = gathering.rule == "talk-signing"
        told = self._told(gathering)
        if gathering.rule == "talk-adoption":
            told = TalkStatus.HELD
        if told is None or (is_signing and told not in _TAKEN_PLACE):
            return
        if is_signing:
            if self._is_agreed_on(view):
                return
            participants = self.partners.of(gathering, attendance)
        talk = self._finding(gathering, participants, TalkStatus.HELD if is_signing else told)
        whole = len(sides_of(participants, self.analysis)) >= _PARTIES and talk.place is not None
        whole = whole and talk.day is not None and is_news(self.analysis, talk.day)
        merge(self.found, talk, self.analysis, may_add=whole or not is_signing)

    def _is_agreed_on(self, view: SentenceView) -> bool:
        """Say whether a talk to come is what parties agree on: 「協議を続けることで合意した」."""
        last = self.found[-1] if self.found else None
        if last is None or last.sentence != view.index or last.day is not None:
            return False
        return last.status is TalkStatus.PLANNED

    def read_protest(self, gathering: Gathering, envoy: list[str]) -> None:
        """Add the meeting at which an official protested to the envoy of another state."""
        told = self._told(gathering)
        protesting = attend(self.analysis, gathering).subject
        if told not in _TAKEN_PLACE:
            return
        abroad = [k for k in envoy if k not in protesting]
        talk = self._finding(gathering, [*protesting, *abroad], told)
        whole = protesting and len(sides_of(talk.participants, self.analysis)) == _PARTIES
        if whole:
            merge(self.found, talk, self.analysis, may_add=talk.date is not None)

    def read_visit(self, gathering: Gathering, hosts: list[str]) -> None:
        """Add a visit to others, unless a talk told elsewhere is what was done there."""
        told = self._told(gathering)
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
            for other in self.found[-RECENT:]
        )
        is_idea = talk.status is TalkStatus.UNCERTAIN and talk.date is None
        if abroad and not known and not is_idea and is_whole(talk, self.analysis):
            self.found.append(talk)

    def _told(self, gathering: Gathering) -> TalkStatus | None:
        chain = gathering.view.phrases[chain_start(gathering)].start
        return status_of(self.analysis, self.rules, gathering, chain)

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
