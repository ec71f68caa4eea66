"""Ceremonies and sessions told without a word for a talk: a council adopts, two parties sign.

A council of states that adopts something (「安保理は4日、決議を採択した」) has met, and so have parties that
sign at a place (「A国とBは4日、C市で合意に署名した」) where that is what a story opens with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.gatherings import Gathering, Use
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType, TalkForm

_ADOPTING = frozenset(
    "採択する 決議する 可決する 否決する 選出する 採決する 承認する "
    "招集する 召集する 閉幕する 開幕する 開会する".split()
)
_COUNCIL = re.compile(r"(?:安全保障理事会|安保理|理事会|総会)\Z")
_MEETING = frozenset("開く 開催する 開幕する 閉幕する 招集する 召集する".split())
_OPENING = frozenset("開幕する 閉幕する".split())
_AGREEING = frozenset("合意する 妥結する".split())
_CARRYING_OUT = frozenset("行う 行なう 交わす 執り行う 取り交わす する".split())
_CEREMONY = re.compile(r"(?:署名|調印|署名式|調印式|批准書の交換)\Z")
_SIGNING = frozenset("署名する 調印する".split())
_SIGNED = re.compile(
    r"(?:合意|協定|条約|宣言|覚書|覚え書き|議定書|文書|声明|枠組み|取り決め)(?:書)?」?\Z"
)
_ARGUED = re.compile(r"決議|声明|採決|表決|賛成|反対|棄権|提出|拒否権|修正案")
_BESIDE = 3
"""Sentences on either side of an adoption in which those who argued about it are named."""
_ARGUING = ("は", "が", "も", "や", "と", "、")


CEREMONIES = frozenset(("talk-adoption", "talk-signing", "talk-session"))
"""The rules of what this module finds."""


def find_ceremonies(analysis: Analysis, view: SentenceView) -> Iterator[Gathering]:
    """Yield the predicates of a sentence that tell of a session or a signing."""
    for at, phrase in enumerate(view.phrases):
        if phrase.lemma in _ADOPTING and phrase.past and council_of(analysis, view, at):
            yield _told(view, at, "talk-adoption")
        elif phrase.lemma in _MEETING and (phrase.passive or phrase.lemma in _OPENING):
            if conference_of(analysis, view, at):
                yield _told(view, at, "talk-session")
        elif at and _signs(analysis, view, at):
            yield _told(view, at, "talk-signing")


def _signs(analysis: Analysis, view: SentenceView, at: int) -> bool:
    """Say whether a predicate tells of a signing: 「合意に署名した」, 「宣言は…署名した」, 「署名を行い」."""
    phrase, before = view.phrases[at], view.phrases[at - 1]
    if phrase.negated or phrase.joint == "if":
        return False
    if phrase.lemma in _CARRYING_OUT:
        words = analysis.text[before.start : before.head_end]
        return before.particle in ("を", "が", "も") and _CEREMONY.search(words) is not None
    if phrase.lemma in _AGREEING:
        return before.particle in ("に", "で", "ことで", "ことに") or before.joint == "quoted"
    if phrase.lemma not in _SIGNING:
        return False
    near = [p for p in view.phrases[:at] if p.particle in ("に", "を", "は", "が")]
    return any(_SIGNED.search(analysis.text, p.start, p.head_end) for p in near)


def _told(view: SentenceView, at: int, rule: str) -> Gathering:
    phrase = view.phrases[at]
    return Gathering(view, phrase.start, phrase.end, at, TalkForm.SESSION, Use.DONE, at, rule)


def council_of(analysis: Analysis, view: SentenceView, at: int) -> Name | None:
    """Return the council of states that is the subject of a predicate."""
    for phrase in view.phrases[:at]:
        if not phrase.particle.endswith(("は", "が", "も")) or phrase.lemma is not None:
            continue
        for name in analysis.names.within(view.start, phrase.head_end)[::-1]:
            closes = phrase.start < name.end and name.stop == phrase.head_end
            if (closes or _has_aside(analysis, name, phrase)) and _is_council(analysis, name):
                return name
    return None


def _has_aside(analysis: Analysis, name: Name, phrase: Phrase) -> bool:
    """Say whether only a bracketed remark parts a name from its particle."""
    start = analysis.aside_starts_by_end.get(phrase.head_end, -1)
    return name.stop <= start and not analysis.text[name.stop : start].strip()


def conference_of(analysis: Analysis, view: SentenceView, at: int) -> Name | None:
    """Return the body of states that is said to be held: 「連合が2日から首都で開催された」."""
    for phrase in view.phrases[:at]:
        if not phrase.particle.endswith(("は", "が", "も")) or phrase.lemma is not None:
            continue
        for name in analysis.names.within(phrase.start, phrase.head_end)[::-1]:
            member = analysis.member(name)
            if member.type is not ActorType.ORGANIZATION or member.side is not None:
                continue
            if name.stop == phrase.head_end or _has_aside(analysis, name, phrase):
                return name
    return None


def host_of(analysis: Analysis, view: SentenceView, at: int) -> list[str]:
    """The state in whose town a session is told to be held: 「A国のBで開催された」."""
    for k, phrase in enumerate(view.phrases[:at]):
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None or analysis.member(name).type is not ActorType.STATE:
            continue
        if phrase.particle == "で":
            return [name.member]
        following = view.phrases[k + 1]
        if phrase.particle == "の" and following.particle.startswith("で"):
            return [name.member]
    return []


def _is_council(analysis: Analysis, name: Name) -> bool:
    member = analysis.member(name)
    if member.type is not ActorType.ORGANIZATION:
        return False
    side = analysis.index.actors.get(member.side or "")
    if side is not None and side.type is ActorType.STATE:
        return False
    return _COUNCIL.search(analysis.text[name.start : name.end]) is not None


def arguing_in(analysis: Analysis, view: SentenceView) -> list[str]:
    """The states that the sentences around an adoption tell to have argued about it."""
    found: list[str] = []
    for near in analysis.sentences[max(0, view.index - _BESIDE) : view.index + _BESIDE + 1]:
        if _ARGUED.search(analysis.text, near.start, near.end) is None:
            continue
        for name in analysis.names.within(near.start, near.end):
            following = analysis.text[name.stop : name.stop + 1]
            if following in _ARGUING and analysis.member(name).type is ActorType.STATE:
                found.append(name.member)
    return list(dict.fromkeys(found))
