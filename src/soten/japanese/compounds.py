"""Bodies, places and facilities that no pack lists, named by the last word of a noun compound.

〜委員会, 〜州, 〜通信, 〜部隊; and what such endings say of a place inside: 札幌 in 札幌オリンピック is
no place, ボルチモア in ボルチモア・レイブンズ neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from soten.japanese.index import NameIndex, WordHit
from soten.japanese.names import Candidate, Cover, Ground
from soten.japanese.tokens import NOUNS
from soten.lexicon.entries import SuffixKind
from soten.records import ActorType

_KATAKANA = re.compile(r"[ァ-ヺー・＝]+\Z")
_GENERIC = tuple("同両各新旧当諸全本他約計第数前後")
_ANY_COUNCIL = frozenset(
    "地方 最高 中央 地区 地域 部族 住民 学生 長老 市民 上級 軍事 政治 大学 労働者".split()
)
"""What tells which kind of council (評議会) it is, not which one: 平和評議会 is one, 地方評議会 none."""
_COUNTED_PARTIES = re.compile("[二三四五六七八九十]+党")
"""How many parties an alliance has, by which it goes: 五党連合."""
_SUFFIX_TYPES = {
    SuffixKind.ORGANIZATION: ActorType.ORGANIZATION,
    SuffixKind.FORCE: ActorType.FORCE,
    SuffixKind.PLACE: ActorType.PLACE,
    SuffixKind.FACILITY: ActorType.FACILITY,
    SuffixKind.OUTLET: ActorType.OUTLET,
}


def find_compounds(ground: Ground, names: list[Candidate]) -> list[Candidate]:
    """Return unlisted organizations, forces, places, facilities and outlets, named by their ending."""
    found: list[Candidate] = []
    starts = sorted(c.start for c in names)
    by_start = {c.start: c for c in names}
    for word in ground.words:
        kind = _kind_of_ending(ground.index, word.text)
        if kind is None:
            continue
        first = _compound_start(ground, word)
        if first is None:
            continue
        start = ground.tokens[first].start
        if kind is SuffixKind.PLACE and ground.text[word.end : word.end + 1] == "立":
            continue  # 仙台市立博物館
        if _is_taken(names, starts, by_start, start, word.end):
            continue
        opening = by_start.get(start)
        if kind is SuffixKind.OUTLET and opening is not None and opening.type is ActorType.OUTLET:
            continue  # 〜新聞ニュース is that paper's
        if not _is_proper(ground, first, word, kind) or _is_only_owner(ground, word):
            continue
        compound = Candidate(start, word.end, _SUFFIX_TYPES[kind])
        inner = by_start.get(start)
        compound.side = inner.side if inner is not None else None
        if inner is not None and _is_its_town(ground, inner, word):
            compound.entries = inner.entries
        found.append(compound)
    return found


def _is_its_town(ground: Ground, listed: Candidate, word: WordHit) -> bool:
    """Say whether a listed place is only said to be a town: ロドナ市; but ロドナ州 is another place."""
    return listed.end == word.start and word.text in _TOWNS and _is_listed_place(ground, listed)


def _is_listed_place(ground: Ground, listed: Candidate) -> bool:
    return bool(listed.entries) and all(
        ground.index.actors[entry].type is ActorType.PLACE for entry in listed.entries
    )


_TOWNS = ("市", "町", "村")

_KINDS_OF_BODY = {
    ActorType.ORGANIZATION: SuffixKind.ORGANIZATION,
    ActorType.FORCE: SuffixKind.FORCE,
    ActorType.OUTLET: SuffixKind.OUTLET,
}


def _kind_of_ending(index: NameIndex, word: str) -> SuffixKind | None:
    """Return what a name that ends with a word names: 委員会, or a kind of body every state has."""
    suffix = index.suffixes.get(word)
    if suffix is not None:
        return None if suffix.kind is SuffixKind.THING else suffix.kind
    body = index.bodies.get(word)
    if body is None or body.suffix is None:
        return None
    return _KINDS_OF_BODY.get(body.type)


def _is_only_owner(ground: Ground, word: WordHit) -> bool:
    """Say whether a kind of body only owns what follows: 陸軍 in 〜陸軍基地; but 〜外務省報道官."""
    if word.text in ground.index.suffixes:
        return False
    at = ground.ends[word.end] + 1
    if at >= len(ground.tokens) or ground.tokens[at].start != word.end:
        return False
    after = ground.word_at.get(word.end)
    is_title = after is not None and after.text in ground.index.titles
    return ground.tokens[at].pos in NOUNS and not is_title


def without_things(ground: Ground, listed: list[Candidate]) -> list[Candidate]:
    """Leave out places and states whose name is part of a thing's: 札幌 in 札幌オリンピック."""
    things = []
    for word in ground.words:
        suffix = ground.index.suffixes.get(word.text)
        if suffix is None or suffix.kind is not SuffixKind.THING:
            continue
        first = _compound_start(ground, word)
        if first is not None:
            things.append(Candidate(ground.tokens[first].start, word.end, ActorType.PLACE))
    cover, names = Cover(things), {c.start for c in listed}
    places = (ActorType.PLACE, ActorType.STATE)
    return [
        c
        for c in listed
        if c.type not in places or not (cover.holds(c.start) or _is_in_a_brand(ground, c, names))
    ]


def _is_in_a_brand(ground: Ground, place: Candidate, names: set[int]) -> bool:
    """Say whether a place is part of a club's or firm's name: ボルチモア・レイブンズ, ラジオ・アメリカ."""
    first = ground.begins.get(place.start, 0)
    if first > 1 and ground.tokens[first - 1].surface == "・":
        part = ground.tokens[first - 2]
        whole = part.end == place.start - 1 and _KATAKANA.match(part.surface)
        if whole and part.pos in ("N", "NAME") and part.start not in names:
            return True
    at = ground.ends.get(place.end)
    if at is None or at + 2 >= len(ground.tokens) or ground.tokens[at + 1].surface != "・":
        return False
    part = ground.tokens[at + 2]
    return (
        part.start == place.end + 1
        and part.pos in ("N", "NAME")
        and part.start not in names
        and bool(_KATAKANA.match(part.surface))
    )


def _compound_start(ground: Ground, word: WordHit) -> int | None:
    """Return the first token of the noun compound that a suffix ends: ロドナ in ロドナ州, but none in 5州."""
    tokens = ground.tokens
    at = ground.token_over(word.start)
    last = at
    while at > 0 and tokens[at - 1].end == tokens[at].start and last - at < 8:
        before = tokens[at - 1]
        if before.pos not in NOUNS and before.surface != "・":
            break
        if before.pos in ("NUM", "SUF") and not before.surface.isalpha():
            break
        at -= 1
    if at + 1 < last and (tokens[at].fine, tokens[at + 1].fine) == ("姓", "名"):
        at += 2  # 山口信夫+日本商工会議所会頭
    while tokens[at].surface == "・" or tokens[at].pos in ("SUF",):
        at += 1
        if at > last:
            return None
    return at if tokens[at].start < word.start else None


def _is_taken(
    names: list[Candidate],
    starts: list[int],
    by_start: dict[int, Candidate],
    start: int,
    end: int,
) -> bool:
    """Say whether a listed name already covers the compound or a person stands in it."""
    at = bisect_left(starts, start + 1) - 1
    if at >= 0:
        before = by_start[starts[at]]
        if before.end >= end or before.start < start < before.end:
            return True
    for place in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
        if by_start[place].type is ActorType.PERSON or by_start[place].end >= end:
            return True
    return False


def _is_proper(ground: Ground, first: int, word: WordHit, kind: SuffixKind) -> bool:
    """Say whether the compound names something (カラナ空港) rather than describing it (国際空港)."""
    tokens = ground.tokens
    last = ground.ends[word.end]
    run = tokens[first : last + 1]
    stem = ground.text[tokens[first].start : word.start]
    if tokens[first].surface.startswith(_GENERIC) or len(stem) < 2:
        return False
    proper = any(t.pos in ("NAME", "PLACE", "UNK", "PERSON") for t in run if t.start < word.start)
    if kind is SuffixKind.PLACE and tokens[last].start < word.start:
        return len(run) == 1 and tokens[last].pos == "PLACE"  # 富山 is no mountain, 都市 no city
    if kind in (SuffixKind.PLACE, SuffixKind.OUTLET, SuffixKind.FACILITY):
        return proper and len(run) <= 4
    if word.text == "評議会" and len(run) == 2 and stem not in _ANY_COUNCIL:
        return True
    if _COUNTED_PARTIES.fullmatch(stem) and word.text in ("同盟", "連合"):
        return True
    return proper or (len(stem) >= 4 and len(word.text) >= 3)
