"""Seats: where the names of a sentence stand, and what the particles say that they do.

「A国とB国の代表団は」 has two seats that 代表団は bears; 「A国のB外相と」 one with と. A name inside another
word (「A国製」) or in the title of somebody (「B省のA長官」) has no seat.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from soten.extract.gatherings import Gathering
from soten.extract.sides import MEETING
from soten.japanese.analysis import Analysis
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType

SUBJECT = ("は", "が", "も", "らは", "らが", "側は", "からは", "からも", "では", "側が", "から")
WITH = (
    "と",
    "とも",
    "とは",
    "らと",
    "らとも",
    "側と",
    "とそれぞれ",
    "と共に",
    "とともに",
    "とだけ",
)
_COORDINATE = frozenset([*"と や とも 、 および 及び ならびに 並びに か とか など ら".split(), ""])
_GENITIVE = frozenset(
    (
        "の との による 間の らとの 側との らの をめぐる での に関する に向けた における を含む な "
        "間での に対する"
    ).split()
)
_DELEGATES = re.compile(
    r"(?:[^、。]{0,10}?(?:政府|政権|当局|大統領|首相|首脳|[^、。]相|長官|大臣|次官|大使|代表|代表団|団長|特使|高官|"
    r"当局者|関係者|担当者|担当|側|団|指導者|指導部|党首|議長|報道官|補佐官|顧問|司令官|軍|閣僚|要人|幹部|氏|"
    r"[0-9０-９二三四五六七八九十両数]+[カかヵヶケ]?(?:国|者|首脳|派|団体)|双方|企業|勢力|トップ|武装組織|同盟国|加盟国|各国|"
    r"反政府勢力|国王|皇太子|首長|主席|総書記|書記|総裁|総長|将軍|最高指導者|局長|部長|王室|外交部|議員|派|(?<![日月年週時分秒])間|全員|一行|自身|特別代表))?(?:ら|など|等|たち)?\Z"
)
"""What may follow a name in its phrase and still stand for those who meet: ロシア側, 米国代表団."""
_ABOUT = ("をめぐる", "に関する", "に向けた", "を含む", "に対する", "な")
"""Particles after which a name is what the talk is about."""
_LEADING = re.compile(
    r"(?:を(?:はじめ|始め|筆頭に|中心と|団長と|含む)(?:とする|する|として)?|が(?:率いる|団長の|務める))"
)
"""What follows the name of somebody who leads those who meet."""


_ASIDE = 8
"""Characters that may follow a name within its quotation marks: 「A団（AB）」."""
_TIME = "20日"
"""Stands for a time right after a name, as where は was lost: 「A大統領20日、」."""


_PLACED = frozenset(("での", "における", "にある", "にて", "において"))
"""Particles after which a name says where: 「A国での会談」."""
BETWEEN = ("間で", "間でも", "間では", "間に", "間において")
"""The phrase that bears two who meet: 「A国とB国の間で」."""
_REACH = 400
"""Characters before and after the word for a talk in which those who meet are looked for."""


class Seat(NamedTuple):
    """A name in the phrase `at`; the phrase `bearer` bears the `particle` that says what it does.

    `inside` is true in the chain of the noun for the talk: 「A国とB国の協議」.
    """

    name: Name
    at: int
    bearer: int
    particle: str
    inside: bool


def find_seats(analysis: Analysis, gathering: Gathering) -> list[Seat]:
    """Return the seats of those in a sentence who could take part in a talk, in order."""
    reader = _SeatReader(analysis, gathering)
    return [seat for name in reader.names() if (seat := reader.seat(name)) is not None]


class _SeatReader:
    def __init__(self, analysis: Analysis, gathering: Gathering) -> None:
        self.analysis, self.gathering = analysis, gathering
        self.view, self.phrases = gathering.view, gathering.view.phrases

    def names(self) -> list[Name]:
        start = max(self.view.start, self.gathering.start - _REACH)
        end = min(self.view.end, self.gathering.end + _REACH)
        names = self.analysis.names.within(start, end)
        return [n for n in names if self.analysis.member(n).type in MEETING]

    def seat(self, name: Name) -> Seat | None:
        at = bisect_right(self.phrases, name.end - 1, key=lambda p: p.start) - 1
        if at < 0 or name.end > self.phrases[at].end:
            return None
        phrase = self.phrases[at]
        if at == self.gathering.at:
            inside = name.start < self.gathering.start
            return Seat(name, at, at, "", inside) if inside else None
        if phrase.quote is not None and self.analysis.is_quoted(name.start):
            if not self._is_called(name):
                return None
        if phrase.particle in _PLACED:
            return None
        rest = self._rest(name, phrase.head_end)
        if rest is None or self._is_affiliation(name, at):
            return None
        if rest == _TIME:
            return Seat(name, at, at, "は", False)
        bearer, inside = self._bearer(at)
        particle = self.phrases[bearer].particle
        words = self.analysis.text[self.phrases[bearer].start : self.phrases[bearer].end]
        if words in BETWEEN or inside or particle.endswith((*SUBJECT, *WITH)):
            return Seat(name, at, bearer, particle, inside)
        if phrase.particle in WITH:
            bearer, particle = at, phrase.particle
        return Seat(name, at, bearer, particle, inside)

    def _is_called(self, name: Name) -> bool:
        """Say whether the quotation marks only set off a name: 「民兵組織「A団」」."""
        text = self.analysis.text
        closes = text.find("」", name.stop)
        return text[name.start - 1] == "「" and 0 <= closes - name.stop <= _ASIDE

    def _is_affiliation(self, name: Name, at: int) -> bool:
        """Say whether a body only tells whose somebody is: 「CIAのA長官」."""
        if self.analysis.member(name).type is not ActorType.ORGANIZATION:
            return False
        phrase = self.phrases[at]
        if phrase.particle != "の" or at + 1 >= len(self.phrases):
            return False
        following = self.phrases[at + 1]
        names = self.analysis.names.within(following.start, following.head_end)
        return any(self.analysis.member(n).type is ActorType.PERSON for n in names)

    def _rest(self, name: Name, end: int) -> str | None:
        """What follows a name in its phrase, if the whole still stands for somebody."""
        later = [n for n in self.analysis.names.within(name.end, end) if n.end <= end]
        stop = max([name.stop, *(n.stop for n in later)])
        rest = self.analysis.text[stop:end] if stop < end else ""
        rest = re.sub(r"[（(][^（）()]*[)）]", "", rest).strip(" 　)）」")
        if self.analysis.quotation_at.get(stop) is not None:
            return ""
        if rest and self.analysis.times.within(stop, stop + 1):
            return _TIME
        of_people = rest.startswith(("系", "製", "産", "語", "式"))
        return rest if not of_people and _DELEGATES.match(rest) else None

    def _bearer(self, at: int) -> tuple[int, bool]:
        """The phrase whose particle says what the name in phrase `at` does: AとBの代表団は → 代表団は."""
        k = at
        while k + 1 < len(self.phrases):
            phrase, following = self.phrases[k], self.phrases[k + 1]
            led = self._led(k)
            if led is not None:
                k = led
                continue
            if phrase.lemma is not None and phrase.joint not in (None, "other", "stem"):
                break
            if phrase.particle in _GENITIVE:
                if phrase.particle not in _ABOUT and self._reaches(k):
                    return self.gathering.at, True
                if not self._is_of_delegates(following):
                    break
            elif phrase.particle not in _COORDINATE or not self._goes_on(following):
                break
            k += 1
            if k == self.gathering.at:
                return k, True
        return k, k == self.gathering.at

    def _led(self, k: int) -> int | None:
        """The phrase of those whom a name leads: 「A外相をはじめとする当局者と」, 「A氏が率いる代表団と」."""
        match = _LEADING.match(self.analysis.text, self.phrases[k].head_end)
        if match is None:
            return None
        for at in range(k + 1, min(k + 5, len(self.phrases))):
            if self.phrases[at].start >= match.end():
                return at
        return None

    def _goes_on(self, following: Phrase) -> bool:
        """Say whether the next phrase is one more of a list of names."""
        return self._is_of_delegates(following) and following.lemma is None

    def _is_of_delegates(self, phrase: Phrase) -> bool:
        start, end = phrase.start, phrase.head_end
        names = self.analysis.names.within(start, end)
        if any(self.analysis.member(n).type in MEETING for n in names):
            last = max(n.stop for n in names)
            return last >= end or _DELEGATES.match(self.analysis.text[last:end]) is not None
        words = self.analysis.text[start:end]
        return bool(words) and _DELEGATES.match(words) is not None

    def _reaches(self, k: int) -> bool:
        """Say whether の leads on to the talk: 「A国とB国の核問題をめぐる協議」."""
        at = self.gathering.at
        if not k < at <= k + 4:
            return False
        return all(
            p.particle in _GENITIVE
            or p.particle in _COORDINATE
            or (p.lemma is not None and p.joint == "adnominal" and p.particle != "は")
            for p in self.phrases[k:at]
        )
