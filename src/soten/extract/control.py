"""What a claim says of who holds a place: taken, retaken, held, lost, surrounded, fought over.

「A軍はB市の70%を制圧した」: of B市, taken by A, a part of 70%. Words that the sides choose (解放, 占領) tell
one thing; whose word it is stays in the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from soten.extract.contesting import ACTING
from soten.extract.findings import ControlFinding
from soten.extract.heldclaims import HeldClaim, Side
from soten.japanese.analysis import Analysis
from soten.japanese.cast import Name
from soten.japanese.numbers import Number
from soten.records import ActorType, Hold, Unit

_MARK = r"[」』）]?"
_WORDS: tuple[tuple[Hold, re.Pattern[str]], ...] = (
    (
        Hold.RETAKEN,
        re.compile(r"奪還|奪回|取り戻|奪い返|(?:再び|再)(?:制圧|掌握|占領|占拠)|再制圧"),
    ),
    (
        Hold.TAKEN,
        re.compile(
            r"制圧|掌握|占領(?!下|地|軍)|解放(?!戦線|軍|同盟|運動)|陥落|占拠|奪取|攻略し|"
            r"手(?:中)?に(?:落ち|収め)|"
            r"(?:支配|管理|統制)下に(?:入|収め|置かれ)"
        ),
    ),
    (
        Hold.LOST,
        re.compile(
            r"(?:から|より)(?:の)?(?:部隊を?)?(?:撤退|退却|撤収)し|を(?:失っ|放棄し|明け渡)"
        ),
    ),
    (
        Hold.HELD,
        re.compile(
            r"(?:支配|管理|統制|指揮)下に(?:ある|あり|あっ|置い|置く|とどま)|"
            r"(?:支配|保持|維持|確保|防衛)(?:を続け|し(?:続け)?て)|占領下"
        ),
    ),
    (Hold.SURROUNDED, re.compile(r"包囲")),
    (
        Hold.CONTESTED,
        re.compile(
            r"(?:戦闘|攻防|市街戦|掃討|抵抗|作戦|戦い)[^。、]{0,12}(?:続|継続|実施|行って|行われ|激化)"
        ),
    ),
)
"""What is said of a place, the surest first: 「戦闘が続いているものの制圧した」 says that it is taken."""
_NOT_DONE = re.compile(
    rf"{_MARK}(?:(?:さ|して|されて|でき|できて)?(?:い|は)?(?:ない|ません|なかった|ず|おらず|ておらず)|(?:して|されて)いるわけで|"
    r"は(?:事実で|してい)?(?:ない|なく)|を?(?:目指|狙|図|試み|阻|防|企|計画|予定|命|求)|しようと|"
    r"(?:する|を)(?:ため|よう|計画|方針|予定|目的|まで|こと(?:を|に|は))|に(?:向け|失敗|備え)|へ)"
)
"""What follows a word for a deed that is not done: 制圧していない, 制圧を目指す."""
_NEAR = re.compile(
    r"(?:[市町村州])?(?:方面|近郊|周辺|付近|郊外|近く|に近い|に向|へ|行き|出身|側の)"
)
"""What follows a place near which, and not in which, something happens."""
_INSIDE = re.compile(
    r"(?:の?(?:[東西南北]部|中部|沿岸部)?)?の?(?:[^、。をはがとや\s]{0,6}(?:要衝|都市|拠点|町|村|地区|州))?の?"
)
"""What stands between a place and one in it: A州+の要衝+B市."""
_ELSEWHERE = re.compile(r"[市町村州]?(?:で(?!き)|に(?!つい|関)|から|へ|との)")
"""What follows a place in which something else is taken: A州でB軍の陣地を制圧した."""
_CLEARED = re.compile(
    r"[市町村州]?から[^、。]{1,24}?を(?:追い出|追い払|撃退|排除|駆逐|一掃|掃討|撤退させ|退却させ|退け)"
)
"""What follows a place from which others are driven, to take it: B市からA軍を追い出し、奪還した."""
_REGION = ("州", "県", "省", "地方", "自治区", "準州")
_TERRITORY = re.compile(r"の?(?:領土|国土|領内|領(?!事|有|空|海))")
"""What makes the name of a state a place that is held: ウクライナ領土の20%."""
_WHOLE = re.compile(r"全域|全土|全体|完全")
_PART = re.compile(
    r"(?:北|南|東|西|中)(?:東|西)?部|中心(?:部|地)|市街地|大半|大部分|一部|半分|過半|郊外|[左右]岸"
)
_UNITS = (Unit.PERCENT, Unit.KM2, Unit.SETTLEMENT)
_HOLDERS = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
_SPEAKING = _HOLDERS | {ActorType.PERSON}
_UNDER = re.compile(r"(?:の?(?:軍|側|国防軍|部隊))*の(?:完全な|実効)?(?:支配|管理|統制|指揮)下")
_BY = re.compile(r"(?:の?(?:軍|側|部隊))*に(?:よって|より)?[^。、]{0,12}\Z")
_PASSIVE = re.compile(rf"{_MARK}され")
_INTO_HANDS = re.compile(r"(?:の?(?:軍|側|部隊))*の\Z")
_FALLS = re.compile(r"陥落|手に落ち")
"""A place falls without anybody taking it who is named: 「B市が陥落した」."""
_HOLDERLESS = (Hold.TAKEN, Hold.CONTESTED, Hold.SURROUNDED)
"""What is worth knowing though nobody is named who holds the place."""
_ENDS = "。\n"
_MOST = 6
"""Places of which one claim tells at most; a longer list is no claim of one deed."""


def control_in(claim: HeldClaim, analysis: Analysis) -> tuple[ControlFinding, ...]:
    """Return what a claim says of places, by the first who asserts it, else by what is denied."""
    for side in claim.sides:
        found = tuple(_told(side, analysis, denied=False))
        if found:
            return found
    return () if claim.sides else tuple(_told(claim.opener, analysis, denied=True))


def _told(side: Side, analysis: Analysis, *, denied: bool) -> Iterator[ControlFinding]:
    """Yield what one side says of each place; `denied` is true where it says so by denying it."""
    places = list(_places(side, analysis))
    for place in places if len(places) <= _MOST else ():
        end = _sentence_end(place.stop, side, analysis)
        found = _hold(place, end, side, analysis)
        if found is None:
            continue
        hold, word = found
        if not _is_meant(place, hold, word, analysis):
            continue
        if not denied and _NOT_DONE.match(analysis.text, word.end()):
            continue
        later = [p.begin for p in places if p.begin > place.begin and p.begin < word.start()]
        part = _part(place, min([word.start(), *later]), word.start(), analysis)
        holder = _holder(place, word, side, analysis, denied=denied)
        if holder is not None or hold in _HOLDERLESS or denied:
            yield ControlFinding(place.member, hold, holder, *part)


def _is_meant(place: Name, hold: Hold, word: re.Match[str], analysis: Analysis) -> bool:
    """Say whether it is the place that is held or taken, and not something in it."""
    if hold is Hold.LOST:
        return 0 <= word.start() - place.stop <= 1
    if hold in (Hold.CONTESTED, Hold.SURROUNDED) or word.start() < place.begin:
        return True
    if _CLEARED.match(analysis.text, place.stop, word.start()):
        return True
    if not _ELSEWHERE.match(analysis.text, place.stop):
        return True
    return any(n.unit in _UNITS for n in analysis.numbers.within(place.stop, word.start()))


def _places(side: Side, analysis: Analysis) -> Iterator[Name]:
    """Yield the names of places in what a side says, each place once, without regions they lie in."""
    text, content = analysis.text, side.content
    names: list[Name] = []
    for name in analysis.names.within(content.start, content.end):
        kind = analysis.member(name).type
        held = kind is ActorType.STATE and _TERRITORY.match(text, name.stop)
        if kind in (ActorType.PLACE, ActorType.FACILITY) or held:
            if not _NEAR.match(text, name.stop):
                names.append(name)
    own = [n for n, after in zip_longest(names, names[1:]) if not _holds(n, after, text)]
    towns = [n for n in own if not _is_region(n, analysis)]
    seen: set[str] = set()
    for name in towns or own:
        if name.member not in seen:
            seen.add(name.member)
            yield name


def _holds(name: Name, after: Name | None, text: str) -> bool:
    """Say whether a place is only named to say where the next one is: A州のB市."""
    return after is not None and _INSIDE.fullmatch(text, name.stop, after.begin) is not None


def _is_region(name: Name, analysis: Analysis) -> bool:
    if analysis.member(name).type is ActorType.STATE:
        return True
    return analysis.text.endswith(_REGION, name.start, name.stop)


def _sentence_end(place: int, side: Side, analysis: Analysis) -> int:
    """Where the sentence ends that a side says of a place; a part of a list goes on after its cut."""
    content, whole = side.content, side.statement.content
    end = whole.end if whole.overlaps(content) else content.end
    stops = [at for mark in _ENDS if (at := analysis.text.find(mark, place, end)) >= 0]
    return min(stops, default=max(end, place))


def _hold(
    place: Name, end: int, side: Side, analysis: Analysis
) -> tuple[Hold, re.Match[str]] | None:
    """What is said of a place: after its name, else right before it (制圧したB市)."""
    for hold, words in _WORDS:
        found = words.search(analysis.text, place.stop, end)
        if found is not None:
            return hold, found
    for hold, words in _WORDS:
        start = max(side.content.start, place.begin - 12)
        before = list(words.finditer(analysis.text, start, place.begin))
        if before:
            return hold, before[-1]
    return None


def _part(place: Name, near: int, end: int, analysis: Analysis) -> tuple[float | None, str | None]:
    """How much of a place: its share in percent, and the words that tell a part; neither for all.

    The number that stands by a place counts; one that stands by no place counts for each.
    """
    text = analysis.text
    before = analysis.numbers.within(max(0, place.begin - 24), place.begin)
    if before and before[-1].end == place.begin - 1 and text[place.begin - 1] == "の":
        return _amount(before[-1], text)
    for number in analysis.numbers.within(place.stop, near) or analysis.numbers.within(
        place.stop, end
    ):
        if number.unit in _UNITS:
            return _amount(number, text)
    if place.stop >= end or _WHOLE.search(text, place.stop, end):
        return None, None
    part = _PART.search(text, place.stop, min(end, place.stop + 8))
    return None, part.group() if part is not None else None


def _amount(number: Number, text: str) -> tuple[float | None, str]:
    share = number.value if number.unit is Unit.PERCENT else None
    return share, text[number.start : number.end]


def _holder(
    place: Name, word: re.Match[str], side: Side, analysis: Analysis, *, denied: bool
) -> str | None:
    """Who is said to hold or to have taken a place: who is named as the one that acts, else who says so.

    Who denies it says of another that he does.
    """
    text, content = analysis.text, side.statement.content
    start = max(text.rfind(mark, content.start, word.start()) for mark in _ENDS) + 1
    start = max(start, content.start)
    passive = _PASSIVE.match(text, word.end()) is not None
    for name in reversed(analysis.names.within(start, word.end())):
        if analysis.member(name).type not in _HOLDERS or name.member == place.member:
            continue
        if name.stop > word.start():
            continue
        rest = text[name.stop : word.start()]
        if _UNDER.match(text, name.stop) or ACTING.match(text, name.stop, word.start() + 1):
            return name.member
        if passive and _BY.match(rest):
            return name.member
        if word.group().startswith("手") and _INTO_HANDS.match(rest):
            return name.member
    member = analysis.cast.members.get(side.by)
    unnamed = passive or denied or _FALLS.match(word.group()) is not None
    if unnamed or member is None or member.type not in _SPEAKING:
        return None
    return side.camp
