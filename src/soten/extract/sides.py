"""Sides: for whom somebody stands at a talk, and whom a sentence brings up for those after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Member, Name
from soten.records import ActorType

MEETING = frozenset((ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
"""What can take part in a talk."""


_STATE_BODIES = (
    "政権",
    "政府",
    "大統領府",
    "首相府",
    "省",
    "大使館",
    "外交部",
    "ホワイトハウス",
    "クレムリン",
)
_DELEGATION = re.compile(r"(?:代表団?|交渉団|使節団|側|当局|政府|政権|指導部|首脳|外相)ら?\Z")
_SIDE_BY_SIDE = re.compile(
    r"(?:[（(][^（）()]*[)）])?(?:政府|側|軍|大統領|首相|氏|当局)?(?:と|や|、|・|および|及び)(?:の間で|[^、。とがはを]{0,8})?"
)


def served_by(member: Member, analysis: Analysis) -> list[str]:
    """The state a person or a state's own body stands for at a talk."""
    side = member.side
    if side is None or side == member.key:
        return []
    entry = analysis.index.actors.get(side)
    if entry is None or entry.type is not ActorType.STATE:
        return []
    return [side] if member.type is ActorType.PERSON or is_state_body(member) else []


def sides_of(participants: Iterable[str], analysis: Analysis) -> set[str]:
    """The states and bodies that take part, people and ministries counted by the state they serve."""
    sides: set[str] = set()
    for key in participants:
        member = analysis.cast.members.get(key)
        serves = member is not None and (member.type is ActorType.PERSON or is_state_body(member))
        sides.add(member.side if member is not None and serves and member.side else key)
    return sides


def is_state_body(member: Member) -> bool:
    """Say whether a body acts for its state abroad: a ministry, a government, an embassy."""
    if member.type is not ActorType.ORGANIZATION:
        return False
    return member.key.startswith(f"{member.side}-") or member.name.endswith(_STATE_BODIES)


def topic_of(analysis: Analysis, view: SentenceView) -> list[str]:
    """Whom the first は of a sentence names, with the state served; else the first が."""
    nouns = [(at, p.particle) for at, p in enumerate(view.phrases) if p.lemma is None]
    subjects = [at for at, particle in nouns if particle.endswith("は")]
    subjects += [at for at, particle in nouns if particle == "が"]
    for at in subjects:
        name = _named(analysis, view, at)
        if name is None:
            continue
        member = analysis.member(name)
        if member.type in MEETING:
            return [member.key, *served_by(member, analysis)]
        if member.type is not ActorType.OUTLET:
            return []
    return []


def _named(analysis: Analysis, view: SentenceView, at: int) -> Name | None:
    """The name that phrase `at` ends with, or that the delegates in it stand for: 「A国の代表団は」."""
    phrase = view.phrases[at]
    name = analysis.name_by_stop.get(phrase.head_end)
    if name is None and _DELEGATION.search(analysis.text, phrase.start, phrase.head_end):
        inside = analysis.names.within(phrase.start, phrase.head_end)
        if inside:
            return inside[-1]
        if at and view.phrases[at - 1].particle == "の":
            return analysis.name_by_stop.get(view.phrases[at - 1].head_end)
    return name


def facing_of(analysis: Analysis, view: SentenceView) -> list[str]:
    """Whom somebody turns to in a sentence: 「B外相に対し…求めた」."""
    for phrase in view.phrases:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is not None and phrase.particle in ("に対し", "に対して"):
            member = analysis.member(name)
            if member.type in MEETING:
                return [member.key, *served_by(member, analysis)]
    return []


def pair_of(analysis: Analysis, view: SentenceView) -> list[str]:
    """The parties that a sentence names side by side: 「A国とBの戦闘」, 「A国、B国、C国の3カ国」."""
    found: list[Name] = []
    best: list[Name] = []
    names = [
        n for n in analysis.names.within(view.start, view.end) if analysis.member(n).type in MEETING
    ]
    for name in names:
        if found and _SIDE_BY_SIDE.fullmatch(analysis.text, found[-1].stop, name.begin):
            found.append(name)
        else:
            found = [name]
        if len({n.member for n in found}) > max(1, len(best)):
            best = list(found)
    return list(dict.fromkeys(n.member for n in best))
