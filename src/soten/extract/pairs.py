"""Parties that a sentence names together, and whom 双方, 両国, 両首脳 then mean.

「AとBは」, 「AはBと会談した」, 「AとBの協議」. Those who mediate are no side: 「仲介するAとBは」.
"""

from __future__ import annotations

import re
import unicodedata

from soten.extract.coreference import Scene
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType, Speaker

_PARTIES = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE, ActorType.PERSON))
_PEOPLE = frozenset("両首脳 両氏 両外相 両大統領 両首相 両国防相 両長官".split())
_STATES = frozenset(("両国", "両政府"))
PLURALS = _PEOPLE | _STATES | frozenset("彼ら 彼女ら 両者 双方 両軍 両陣営 両派 3者 三者".split())
COUNTED_STATES = re.compile(r"([2-4２-４二三四])[カかヵヶケ]国")
"""States counted together, few enough that each speaks for itself; 6カ国 and more are one voice."""
COUNTED = re.compile(
    r"[0-9０-９一二三四五六七八九十両数]+(?:[カかヵヶケ]国|者|氏|首脳|機関|団体|社|紙)"
    r"|各(?:国|社|紙|派|党|政府|首脳|外相)"
)
"""Parties taken together after their names: 3カ国, 両国, 各国政府."""
_MEDIATING = ("仲介", "調停", "仲裁")
_AND = frozenset("及び および 並びに ならびに それに そして".split())
"""Words that join parties and are phrases of their own."""
_THREE = frozenset(("3者", "三者", "３者"))
_AFTER_MARKS = frozenset(("", "紙", "誌", "など", "ら", "側", "自身"))


def pair_in(view: SentenceView, analysis: Analysis) -> tuple[Speaker, ...]:
    """Return the two or more parties a sentence names together first, or nothing."""
    for at, phrase in enumerate(view.phrases):
        first = _party(phrase, analysis) or _government(at, view, analysis)
        if first is None or _is_mediated(at, view, analysis):
            continue
        keys = [first, *_others(at, view, analysis)]
        members = [analysis.cast.members[key] for key in keys]
        sides = {m.side if m.type is ActorType.PERSON else m.key for m in members}
        if len(sides - {None}) > 1:
            return tuple(Speaker(entity=key) for key in dict.fromkeys(keys))
    return ()


def count_of(counted: re.Match[str]) -> int:
    """Return how many states 「3カ国」, 「四か国」 counts."""
    digits = unicodedata.normalize("NFKC", counted.group(1))
    return int(digits) if digits.isdigit() else "〇一二三四五六七八九十".find(digits)


def group_in(view: SentenceView, analysis: Analysis) -> tuple[Speaker, ...]:
    """Return the states that a sentence lists and counts: 「A国、B国、C国の3カ国」."""
    for at, phrase in enumerate(view.phrases):
        counted = COUNTED_STATES.search(analysis.text, phrase.start, phrase.head_end)
        if counted is None:
            continue
        wanted = count_of(counted)
        states = [
            n.member
            for n in analysis.names.within(view.phrases[max(0, at - 2 * wanted)].start, phrase.end)
            if analysis.member(n).type is ActorType.STATE
        ]
        if len(states) >= wanted > 1:
            return tuple(Speaker(entity=key) for key in states[-wanted:])
    return ()


def _others(at: int, view: SentenceView, analysis: Analysis) -> list[str]:
    """The parties joined to the one at `at` by と, や or 、, or met by it: 「AはBと」, 「AはB及びCと」."""
    found: list[str] = []
    phrase = view.phrases[at]
    if joins(at, view, analysis):
        k = at + 1
        while k < len(view.phrases):
            other = _party(view.phrases[k], analysis)
            if other is not None and view.phrases[k].particle != "の":
                found.append(other)
                if not joins(k, view, analysis):
                    break
            elif is_and(view.phrases[k], analysis):
                pass
            elif view.phrases[k].particle != "の" or view.phrases[k].lemma is not None:
                break
            elif other is not None and not _goes_on(k, view, analysis):
                found.append(other)
                break
            k += 1
    elif phrase.particle in ("は", "が"):
        for k in range(at + 1, len(view.phrases)):
            later = view.phrases[k]
            if later.particle in ("と", "との", "との間で", "とは") and later.lemma is None:
                other = _party(later, analysis)
                if other is not None:
                    return [*_joined_before(k, at, view, analysis), other]
    return found


def _joined_before(at: int, first: int, view: SentenceView, analysis: Analysis) -> list[str]:
    """The parties listed right before the one at `at`: B in 「AはB及びCと」."""
    found: list[str] = []
    for k in range(at - 1, first, -1):
        if is_and(view.phrases[k], analysis):
            continue
        other = _party(view.phrases[k], analysis) if joins(k, view, analysis) else None
        if other is None:
            break
        found.insert(0, other)
    return found


def _goes_on(k: int, view: SentenceView, analysis: Analysis) -> bool:
    """In 「AとC国のB氏は」 C国 only says whose B is."""
    following = view.phrases[k + 1] if k + 1 < len(view.phrases) else None
    return following is not None and _party(following, analysis) is not None


def is_and(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether the phrase is nothing but a word that joins: 及び."""
    return analysis.text[phrase.start : phrase.end] in _AND


def joins(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether another noun of the same list follows the phrase `at`."""
    phrase = view.phrases[at]
    if phrase.lemma is not None and phrase.head_end not in analysis.name_by_stop:
        return False
    if phrase.particle == "" and at + 1 < len(view.phrases):
        following = view.phrases[at + 1]
        if following.particle == "" and following.lemma is None and not phrase.comma:
            return following.end - following.start <= 4 and following.first + 1 == following.last
    return phrase.particle in ("と", "や", "および", "及び", "、") or (
        phrase.particle == "" and phrase.comma
    )


def _party(phrase: Phrase, analysis: Analysis) -> str | None:
    """The party whose name closes the phrase."""
    name = name_in_marks(phrase, analysis)
    if name is not None:
        return name.member if analysis.member(name).type in _PARTIES else None
    for stop in (phrase.head_end, phrase.head_end - 1):
        name = analysis.name_by_stop.get(stop)
        if name is not None and name.stop > phrase.start:
            return name.member if analysis.member(name).type in _PARTIES else None
    return None


def _government(at: int, view: SentenceView, analysis: Analysis) -> str | None:
    """The state in whose country 政府 is one of two: 「A国では、政府とB派が」."""
    phrase = view.phrases[at]
    if analysis.text[phrase.start : phrase.head_end] not in ("政府", "政府側", "政府軍"):
        return None
    for before in view.phrases[:at]:
        name = analysis.name_by_stop.get(before.head_end)
        if before.particle in ("で", "では") and name is not None:
            is_state = analysis.member(name).type is ActorType.STATE
            return name.member if is_state else None
    return None


def is_counted(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether a phrase takes together those named before it: 2カ国, 三者, 各国政府."""
    return bool(COUNTED.search(analysis.text, phrase.start, phrase.head_end))


def name_in_marks(phrase: Phrase, analysis: Analysis) -> Name | None:
    """「武装組織「B」は」, 「ニュースサイト「A」などは」: the name that is all of a quotation."""
    if phrase.quote is None:
        return None
    quotation = analysis.quotation_at[phrase.quote]
    if analysis.text[quotation.end : phrase.head_end] not in _AFTER_MARKS:
        return None
    for name in analysis.names.within(quotation.inner_start, quotation.inner_end):
        end = analysis.closes.get(name.stop, name.stop)
        return name if name.begin == quotation.inner_start and end == quotation.inner_end else None
    return None


def _is_mediated(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether 仲介する or 仲介役の stands right before."""
    if at == 0:
        return False
    before = view.phrases[at - 1]
    return analysis.text[before.start : before.end].startswith(_MEDIATING)


def resolve_plural(head: str, analysis: Analysis, scene: Scene) -> tuple[Speaker, ...]:
    """Resolve 彼ら to the last speakers, 両首脳 and 両氏 to two people, 双方 and 両国 to two parties."""
    if head.startswith("彼"):
        return scene.last
    if head in _THREE:
        return scene.trio
    if head in _PEOPLE:
        return _two_people(analysis, scene)
    pair = scene.pair
    if not pair:
        return scene.last if head == "両者" and len(scene.last) > 1 else ()
    return _sides(pair, analysis) if head in _STATES else pair


def _two_people(analysis: Analysis, scene: Scene) -> tuple[Speaker, ...]:
    members = analysis.cast.members
    for named in (scene.last, scene.pair):
        people = [s for s in named if s.entity and members[s.entity].type is ActorType.PERSON]
        if len(people) == len(named) > 1:
            return named
    for key in reversed(scene.people[:-1]):
        if members[key].side != members[scene.people[-1]].side:
            return (Speaker(entity=key), Speaker(entity=scene.people[-1]))
    return ()


def _sides(pair: tuple[Speaker, ...], analysis: Analysis) -> tuple[Speaker, ...]:
    """両国 are the states of the two, where both have one."""
    members = analysis.cast.members
    keys = [members[s.entity].side or s.entity for s in pair if s.entity is not None]
    states = list(dict.fromkeys(k for k in keys if k in members))
    return tuple(Speaker(entity=k) for k in states) if len(states) == 2 else pair
