"""Attendance: who takes part in a talk, by where the names stand around the word for it.

Those who meet are the subject of the clause (「A氏は…会談した」), stand with と beside the predicate
or in the noun's own chain (「A国とB国の協議」, 「A氏との会談」, 「米ロ協議」), are told to attend, or host or
mediate.
A person takes part with the state he or she serves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from soten.extract.gatherings import Gathering, Use, clause_start
from soten.extract.hosting import is_met_by_subject
from soten.extract.seats import BETWEEN, SUBJECT, WITH, Seat, find_seats
from soten.extract.sides import served_by, sides_of
from soten.extract.talkwords import ATTENDING, INVITING, PROPOSING, SUMMONING
from soten.japanese.analysis import Analysis
from soten.japanese.cast import Name
from soten.records import ActorType, TalkForm

_FACING = ("に対し", "に対して", "に")
_INCLUDING = (
    "を交え",
    "を含む",
    "を含め",
    "を加え",
    "を交えて",
    "を加えて",
    "を招き",
    "を迎え",
    "を迎えて",
    "を招いて",
)
_BOTH = re.compile(
    r"(?:双方|両者|両国|両氏|両首脳|両政府|両軍|両外相|両代表団|両陣営|当事者|両当事者|参加者|出席者|両派|両朝|両岸|両社|両党|"
    r"紛争当事者|当事国|関係国|関係各国|各国|[0-9０-９二三四五六七八九十]+[カかヵヶケ]国|[0-9０-９三四五六七八九十]者)"
    r"(?:代表団?|首脳|外相|間|政府|の?指導者|ら|側|当局者?)?\Z"
)
"""Words for parties named before."""
_MEDIATION = re.compile(
    r"(?:の|による|が|を)?(?:仲介|主導|間に入|間を取り持|取り持|調停|斡旋|あっせん|立ち会|主催|同席|仲裁|橋渡し|主宰|ホスト役|調停役|仲介役|仲介者|調停者)"
)
"""What follows the name of somebody who hosts or mediates."""
_MEETS_FACING = frozenset(
    "会う 面会する 謁見する 会見する 面談する 電話する かける 対面する".split()
)


@dataclass(slots=True)
class Attendance:
    """Who takes part, as far as one sentence tells.

    `parties` stand beside the word for the talk, `subject` is who holds it, `hosts` host or
    mediate. `anaphor` is the word where the parties are named by one like 双方.
    """

    parties: list[str]
    subject: list[str]
    hosts: list[str]
    anaphor: str = ""
    also: bool = False
    """True where とも says that this is one more talk: 「B外相とも会談した」."""
    in_session: bool = False
    """True where a body meets at which a talk is held: 「理事会では会合が開かれた」."""
    open: bool = False
    """True where somebody the text does not name, or this reader does not know, takes part too."""

    @property
    def everybody(self) -> list[str]:
        """All of them, each once, those who hold the talk first."""
        return list(dict.fromkeys((*self.subject, *self.parties, *self.hosts)))


def attend(analysis: Analysis, gathering: Gathering) -> Attendance:
    """Return who takes part in a talk as its own sentence tells."""
    return _Roll(analysis, gathering).read()


class _Roll:
    def __init__(self, analysis: Analysis, gathering: Gathering) -> None:
        self.analysis, self.gathering = analysis, gathering
        self.view, self.phrases = gathering.view, gathering.view.phrases
        self.first = clause_start(gathering)
        self.last = gathering.tells if gathering.tells is not None else gathering.at
        if gathering.wanted is not None:
            self.last = gathering.wanted
        self.seats = find_seats(analysis, gathering)

    def read(self) -> Attendance:
        found = Attendance([], [], [])
        seats = self.seats
        for seat in seats:
            if self._mediates(seat):
                found.hosts += self._with_state(seat.name)
            elif seat.inside or self._stands_with(seat):
                found.parties += self._with_state(seat.name)
        found.subject = self._subject(seats, found)
        if not (found.subject and found.parties):
            found.anaphor = self._anaphor(is_held=bool(found.subject))
        found.open = self._has_unnamed_partner(seats)
        found.also = any(self._is_one_more(s) for s in seats)
        return found

    def _is_one_more(self, seat: Seat) -> bool:
        """Say whether とも follows: 「B外相とも会談した」, which the phrases do not part."""
        if seat.inside:
            return self.analysis.text[seat.name.stop : self.gathering.start] == "とも"
        return seat.particle == "とも" and self._stands_with(seat)

    # --- beside the predicate ----------------------------------------------------------------------
    def _stands_with(self, seat: Seat) -> bool:
        if self.gathering.use is Use.NAMED:
            return False
        bearer = self.phrases[seat.bearer]
        if self.analysis.text[bearer.start : bearer.end] in BETWEEN:
            around = self.gathering.use is Use.AROUND
            return around or (seat.bearer <= self.last and self._is_level(seat))
        if not self.first <= seat.bearer <= self.last:
            return False
        if seat.particle.endswith(_INCLUDING) or self._is_invited(seat):
            return True
        if not self._is_level(seat):
            return False
        if seat.particle in WITH:
            return True
        predicate = self.gathering.predicate
        lemma = predicate.lemma if predicate is not None else None
        if seat.particle not in _FACING:
            return False
        return lemma in _MEETS_FACING or self._is_asked(lemma)

    def _is_invited(self, seat: Seat) -> bool:
        """Say whether を marks whom others bring in: 「B国の首脳を招いて」, 「C国大使を呼び出し」."""
        if seat.particle != "を" or seat.bearer + 1 > self.last:
            return False
        following = self.phrases[seat.bearer + 1]
        others = (p.lemma for p in self.phrases[seat.bearer + 1 : seat.bearer + 3])
        return following.lemma in INVITING or any(lemma in SUMMONING for lemma in others)

    def _is_asked(self, lemma: str | None) -> bool:
        """Say whether what stands with に is asked to meet: 「A国に会談を提案した」."""
        return self.gathering.wanted is not None or lemma in PROPOSING

    def _is_level(self, seat: Seat) -> bool:
        """Say whether a phrase belongs to the talk's clause and to no clause inside it."""
        if self.phrases[seat.bearer].comma or seat.particle.endswith("は"):
            return True
        for k in range(seat.bearer + 1, min(self.last, self.gathering.at)):
            phrase = self.phrases[k]
            if phrase.lemma is not None and phrase.joint not in ("other", None):
                if phrase.joint == "adnominal" and self._is_purpose(k + 1):
                    continue
                return phrase.joint != "adnominal"
        return True

    def _is_purpose(self, at: int) -> bool:
        """Say whether a clause only says what for or when: 「会談するため」, 「会談する前に」."""
        return _PURPOSE.match(self.analysis.text, self.phrases[at].start) is not None

    def _mediates(self, seat: Seat) -> bool:
        text = self.analysis.text
        bearer = self.phrases[seat.bearer]
        if seat.inside:
            return _MEDIATION.match(text, seat.name.stop) is not None
        if _MEDIATION.match(text, seat.name.stop) or self._is_chaired(seat):
            return True
        if _MEDIATION.match(text, bearer.head_end) and not text.startswith(
            "間", bearer.head_end - 1
        ):
            return True
        for k in range(seat.bearer + 1, min(seat.bearer + 4, len(self.phrases))):
            if self.phrases[k].lemma is not None or k == seat.bearer + 1:
                words = text[self.phrases[k].start : self.phrases[k].end]
                if k == seat.bearer + 1 and self.phrases[k].lemma is None and self._is_part(seat):
                    return False
                if _MEDIATION.match(words) and seat.particle in (*SUBJECT, "の", "による"):
                    return True
        before = self.phrases[seat.at - 1] if seat.at else None
        return (
            before is not None
            and before.joint == "adnominal"
            and _MEDIATION.match(text, before.start) is not None
        )

    def _is_chaired(self, seat: Seat) -> bool:
        """Say whether a body is named for who presides over it: 「理事会の2月の議長国のA国は」."""
        in_session = self.gathering.form is TalkForm.SESSION
        return in_session and _CHAIR.match(self.analysis.text, seat.name.end) is not None

    def _is_part(self, seat: Seat) -> bool:
        """Say whether something stands between a name and its particle: 「A国・B国間の仲介」."""
        return seat.name.stop < self.phrases[seat.at].head_end

    # --- the subject -------------------------------------------------------------------------------
    def _subject(self, seats: list[Seat], found: Attendance) -> list[str]:
        use = self.gathering.use
        if use is Use.NAMED:
            return []
        if self._modifies_subject():
            return self._head_subject(seats)
        attending = self._attending(seats)
        if attending or (use in (Use.OCCURS, Use.SETTING, Use.AROUND) and self._settled(found)):
            return attending
        if use is Use.OCCURS and not found.parties:
            hosting = self._hosting(seats)
            found.in_session = bool(hosting)
            return hosting
        if use is Use.OCCURS and not is_met_by_subject(self.gathering, self.first):
            return []
        candidates = [s for s in seats if self._is_subject(s)]
        level = [s for s in candidates if self._is_level(s)] or candidates
        if not level or (use is Use.ASKED and not found.parties):
            return []
        bearer = self._subject_phrase({s.bearer for s in level})
        chosen = [s for s in level if s.bearer == bearer]
        if self._only_reports(bearer, found):
            return []
        return [key for seat in chosen for key in self._with_state(seat.name)]

    def _subject_phrase(self, bearers: set[int]) -> int:
        """The phrase of the subject: the nearest in the clause; at a talk, the topic before it."""
        before = {b for b in bearers if b < self.gathering.at}
        if self.gathering.use in (Use.SETTING, Use.AROUND):
            outer = {b for b in before if not self._is_in_content(b)} or before
            return max(outer) if outer else min(bearers)
        near = {b for b in bearers if b >= self.first}
        return max(near or bearers)

    def _is_in_content(self, bearer: int) -> bool:
        """Say whether が stands in what is quoted before the talk: 「A国は、Bが悪いと批判し、会議で」."""
        if not self.phrases[bearer].particle.endswith("が"):
            return False
        between = self.phrases[bearer + 1 : self.gathering.at]
        return any(p.joint == "quoted" for p in between)

    def _settled(self, found: Attendance) -> bool:
        """Say whether two sides are named in the talk's own chain."""
        return len(sides_of(found.parties, self.analysis)) > 1

    def _is_subject(self, seat: Seat) -> bool:
        bare = seat.bearer <= 1 and not seat.particle and self.phrases[seat.bearer].comma
        if seat.inside or not (bare or seat.particle.endswith(SUBJECT)):
            return False
        around = self.gathering.use in (Use.SETTING, Use.AROUND)
        return seat.bearer <= (len(self.phrases) if around else self.last)

    def _only_reports(self, bearer: int, found: Attendance) -> bool:
        """Say whether the subject tells of a talk of others: 「A省は、B国とC国が協議したと述べた」."""
        if not self._settled(found):
            return False
        between = range(bearer + 1, self.gathering.at)
        aside = any(self.phrases[k].particle.endswith(("が", "は")) for k in between)
        return aside or self.gathering.use is Use.OCCURS or self._is_said_of_others()

    def _is_said_of_others(self) -> bool:
        """Say whether the noun names its parties and words report it: 「B国とC国の会談を開くと述べた」."""
        predicate = self.gathering.predicate
        if predicate is None or predicate.joint != "quoted" or self.gathering.at == 0:
            return False
        return self.phrases[self.gathering.at - 1].particle in ("の", "による", "間の")

    def _attending(self, seats: list[Seat]) -> list[str]:
        """Those who are told to attend: 「協議には、A国からB氏が出席した」."""
        phrases = self.phrases[self.gathering.at :]
        if not any(p.lemma in ATTENDING for p in phrases):
            return []
        return [
            key
            for seat in seats
            if seat.bearer > self.gathering.at
            and (seat.particle.endswith(SUBJECT) or seat.particle in ("", "や", "と"))
            for key in self._with_state(seat.name)
        ]

    def _hosting(self, seats: list[Seat]) -> list[str]:
        """The body at which a talk is held: 「安全保障理事会では緊急の会合が開かれた」."""
        return [
            key
            for seat in seats
            if seat.bearer < self.gathering.at
            and seat.particle in ("では", "で", "の")
            and self.analysis.member(seat.name).type is ActorType.ORGANIZATION
            for key in self._with_state(seat.name)
        ]

    def _modifies_subject(self) -> bool:
        """Say whether the predicate modifies its own subject: 「会合を開いたA国の外相ら」."""
        predicate = self.gathering.predicate
        if predicate is None or predicate.joint != "adnominal":
            return False
        if self.gathering.use is not Use.DONE:
            return False
        if self.gathering.wanted is not None or self.gathering.at > (self.gathering.tells or 0):
            return False
        tells = self.gathering.tells
        if tells is None:
            return False
        return any(seat.at == tells + 1 and not self._follows_noun(seat) for seat in self.seats)

    def _follows_noun(self, seat: Seat) -> bool:
        """Say whether a noun like ため stands before a name in its phrase: 「会談するためA国を」."""
        start = self.phrases[seat.at].start
        return _PURPOSE.match(self.analysis.text, start, seat.name.start) is not None

    def _head_subject(self, seats: list[Seat]) -> list[str]:
        at = (self.gathering.tells or 0) + 1
        bearer = next((s.bearer for s in seats if s.at == at), -1)
        chosen = [s for s in seats if s.at >= at and s.bearer == bearer]
        return [key for seat in chosen for key in self._with_state(seat.name)]

    def _anaphor(self, *, is_held: bool) -> str:
        """The word that stands for parties named before: 双方, 両国, 参加者.

        Where somebody else holds the talk, those who are invited or asked: 「両国の首脳を招いて」.
        """
        text = self.analysis.text
        for p in self.phrases[max(0, self.gathering.at - 12) : self._anaphors_until()]:
            match = _BOTH.match(text[p.start : p.head_end])
            if match is None:
                continue
            if is_held and p.particle in ("を", "に", "の"):
                return match.group()
            beside = p.particle in ("の", "による", "で", "間の", "との", "に")
            if not is_held and (beside or p.particle.endswith(SUBJECT)):
                return match.group()
        return ""

    def _anaphors_until(self) -> int:
        """At a talk, those who met may be named after it: 「4者会談で、両国は…」."""
        if self.gathering.wanted is not None:
            return self.gathering.wanted
        is_setting = self.gathering.use is Use.SETTING
        return self.gathering.at + 4 if is_setting else self.gathering.at

    def _is_of_members(self, seats: list[Seat]) -> bool:
        """Say whether ministers of one body meet: 「連合の外相らは会合を開いた」."""
        return any(
            self.analysis.member(s.name).type is ActorType.ORGANIZATION
            and _MEMBERS.search(self.analysis.text, s.name.stop, self.phrases[s.bearer].head_end)
            for s in seats
            if s.particle.endswith(SUBJECT)
        )

    def _is_beside_unnamed(self, seats: list[Seat]) -> bool:
        """Say whether と joins a name to somebody unnamed: 「A国と反体制派の協議」."""
        return any(
            self.phrases[seat.at].particle in ("と", "や") and self._is_unnamed(seat.at + 1)
            for seat in seats
            if seat.at < self.gathering.at
        )

    def _is_unnamed(self, at: int) -> bool:
        """Say whether the phrases from `at` on name nobody and end in a group or an official."""
        for phrase in self.phrases[at : min(at + 4, self.gathering.at + 1)]:
            if self.analysis.names.within(phrase.start, phrase.head_end):
                return False
            if _GROUPS.search(self.analysis.text, phrase.start, phrase.head_end):
                return True
            if phrase.particle != "の":
                break
        return False

    def _has_unnamed_partner(self, seats: list[Seat]) -> bool:
        """Say whether an official without a known name stands with と: 「A国の外相と会談した」."""
        if self._is_beside_unnamed(seats):
            return True
        if self.gathering.use not in (Use.DONE, Use.SETTING):
            return False
        if self._is_of_members(seats):
            return True
        return any(
            (p.particle in WITH or p.particle == "との")
            and not any(k in (seat.bearer, seat.at) for seat in seats)
            and _OFFICIALS.search(self.analysis.text, p.start, p.head_end) is not None
            for k, p in enumerate(self.phrases[: self.gathering.at])
            if k >= self.first
        )

    def _with_state(self, name: Name) -> list[str]:
        member = self.analysis.member(name)
        return [member.key, *served_by(member, self.analysis)]


_CHAIR = re.compile(
    r"(?:の)?(?:[0-9０-９]+月|今月|来月|今年|輪番|持ち回り)?(?:の)?議長(?:国|職|を務め)"
)
_PURPOSE = re.compile(
    r"(?:ため|目的|予定|方針|考え|意向|こと|際|前|後|あと|うえ|上|中|一方|とき|時)"
)
_MEMBERS = re.compile(r"(?:外相|首脳|国防相|財務相|閣僚|大使級?|加盟国|各国|代表)(?:ら|たち|級)?\Z")
_GROUPS = re.compile(
    r"(?:反体制派|野党(?:連合|勢力|側)?|武装(?:勢力|組織|集団)|反政府(?:勢力|組織|武装勢力)|反乱軍|ゲリラ|分離派|独立派|政府(?:側|軍)?|"
    r"暫定政権|軍政|民兵組織|与党|少数民族|先住民|住民の?代表|代表団?)\Z"
)
_OFFICIALS = re.compile(
    r"(?:大統領|首相|首脳|相|長官|大臣|次官|大使|代表|代表団|団長|特使|高官|当局者?|指導者|党首|議長|補佐官|幹部|国王|皇太子|"
    r"司令官|総長|主席|閣僚|交渉団|勢力|組織|側)ら?\Z"
)
