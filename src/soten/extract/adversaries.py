"""Adversaries: whom a document sets against each other, and the groups it calls only by their kind.

A text that introduces 「反政府勢力「X」」 calls it 武装勢力 from then on, and its state only 政府; talks for
peace told without parties are between those two, or between the two states whose forces fight.
"""

from __future__ import annotations

import re
from collections import Counter

from soten.extract.gatherings import Gathering, Use, clause_start
from soten.extract.sides import served_by, sides_of
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import ActorType

_KIND = (
    r"(?:(?:反政府|武装|反体制|反乱|分離|独立派|準軍事|ゲリラ|民兵|抵抗|イスラム)[^\s、。「」（）()]{0,8}?"
    r"(?:勢力|組織|集団|軍|派|部隊|運動|ゲリラ|民兵|団体)|ゲリラ|民兵)"
)
_INTRODUCED = re.compile(_KIND + r"(?:の(?:ひとつ|一つ|1つ|１つ)?|である|・)?[「『（(]?\Z")
"""What before a name says that it is a group under arms: 「反政府組織の」, 「武装勢力「」."""
_COUNTED_IN = re.compile(r"[」』）)]?(?:など|らの?|を含む|ら)(?:の)?" + _KIND)
"""What after a name says so: 「Xなどの武装勢力」."""
_CALLED = re.compile(_KIND + r"(?:側|の代表団?|の指導者|の交渉団)?\Z")
_GOVERNMENT = re.compile(
    r"(?:暫定|現)?(?:政府|政権|国軍|正規軍|政府軍|当局)(?:側|の代表団?|代表団?|の交渉団)?\Z"
)
_BESIDE = ("と", "との", "や", "は", "が", "による", "により", "の間で", "の", "とも", "らと", "、")
"""Particles after which words for a party say that it meets somebody."""
_NEAR = 4
"""Phrases before a talk only named in which its parties stand."""
_BEFORE = 24
"""Characters before a name in which its kind stands."""
_GROUPS = 3
_PAIR = 2
_CLEAR = 0.8
"""Share of the second party's mentions that a third may have and leave it clear who fights."""
_OFTEN = 3
"""Mentions below which a state is no party of what a document tells."""
_ARMED = frozenset((ActorType.FORCE, ActorType.ORGANIZATION))


class Adversaries:
    """The groups and the two parties that a document sets against each other."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.groups = _groups(analysis)
        """The groups a text introduces as armed or opposed to a government, the first named first."""
        self.parties = self._of_groups() or _of_states(analysis)
        """The two sides of what is fought over, or nobody where that is not clear."""

    def _of_groups(self) -> list[str]:
        for key in self.groups:
            side = self.analysis.cast.members[key].side or self._fought_by(key)
            if side is not None and is_state(self.analysis, side):
                sides = {k: self.analysis.cast.members[k].side for k in self.groups}
                return [side, *(k for k in self.groups if sides[k] == side or k == key)]
        return []

    def _fought_by(self, key: str) -> str | None:
        """The state whose group a text calls one that the packs tie to none: 「A国の武装組織B」."""
        for name in self.analysis.names.items:
            if name.member != key:
                continue
            before = self.analysis.names.within(max(0, name.start - _BEFORE), name.start)
            state = before[-1] if before else None
            if state is not None and self.analysis.text.startswith("の", state.stop):
                return state.member
        return None

    def called(self, start: int, end: int) -> list[str]:
        """Whom the words at a place stand for: 武装勢力 the group, 政府側 the state it fights."""
        text = self.analysis.text
        if self.groups and _CALLED.search(text, start, end):
            return self.groups
        if self.groups and self.parties and _GOVERNMENT.match(text, start, end):
            return self.parties[:1]
        return []

    def called_in(self, gathering: Gathering) -> list[str]:
        """Those of a talk whom its sentence calls only by their kind: 「政府は武装勢力側と…」."""
        if not self.groups:
            return []
        phrases = gathering.view.phrases
        named = gathering.use in (Use.NAMED, Use.AROUND)
        last = gathering.at if gathering.tells is None else max(gathering.at, gathering.tells)
        first = gathering.at - _NEAR if named else clause_start(gathering)
        found: list[str] = []
        for phrase in phrases[max(0, first) : last]:
            if phrase.particle.endswith(_BESIDE) and phrase.lemma is None:
                found += self.called(phrase.start, phrase.head_end)
        return list(dict.fromkeys(found))


def _groups(analysis: Analysis) -> list[str]:
    found: Counter[str] = Counter()
    for name in analysis.names.items:
        member = analysis.member(name)
        if member.type not in _ARMED:
            continue
        before = max(0, name.start - _BEFORE)
        if _INTRODUCED.search(analysis.text, before, name.start) or _COUNTED_IN.match(
            analysis.text, name.end
        ):
            found[name.member] += 1
    return list(found)[:_GROUPS]


def _of_states(analysis: Analysis) -> list[str]:
    """The two states named most of those whose forces a document names, if they stand out."""
    named: Counter[str] = Counter()
    fighting: set[str] = set()
    for name in analysis.names.items:
        member = analysis.member(name)
        if member.type is ActorType.OUTLET or member.type is ActorType.PLACE:
            continue
        state = member.key if member.type is ActorType.STATE else member.side
        if state is None or not is_state(analysis, state):
            continue
        named[state] += 1
        if member.type is ActorType.FORCE:
            fighting.add(state)
    most = named.most_common(_PAIR + 1)
    if len(most) < _PAIR or most[1][1] < _OFTEN:
        return []
    if len(most) > _PAIR and most[2][1] > _CLEAR * most[1][1]:
        return []
    pair = [state for state, _ in most[:_PAIR]]
    return pair if fighting.issuperset(pair) else []


def is_state(analysis: Analysis, key: str) -> bool:
    """Say whether a key is a state's."""
    entry = analysis.index.actors.get(key)
    return entry is not None and entry.type is ActorType.STATE


def two_states_before(analysis: Analysis, view: SentenceView, back: int) -> list[str]:
    """The two states named last in the `back` sentences before one that speaks of 両国."""
    floor = analysis.sentences[max(0, view.index - back)].start
    found: list[str] = []
    for name in analysis.names.within(floor, view.start)[::-1]:
        member = analysis.member(name)
        key = next(iter(sides_of([member.key], analysis)))
        is_one = member.type is ActorType.STATE or served_by(member, analysis)
        if is_one and key not in found and is_state(analysis, key):
            found.append(key)
        if len(found) == _PAIR:
            return found[::-1]
    return []
