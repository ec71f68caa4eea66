"""People that no pack lists, found from how Japanese reporting introduces them.

[国/組織+の] 名前+役職 (クロード・ヘラー国連大使), 役職+名前 (報道官のデーブ・バトラー), 名前+氏, and
compounds that end like an organization or a place (〜委員会, 〜州). A bare katakana word is no person.
"""

from __future__ import annotations

import re

from soten.japanese.index import NameIndex, WordHit
from soten.japanese.names import Candidate, Ground
from soten.japanese.tokens import NOUNS, Token
from soten.lexicon.entries import TitleKind
from soten.records import ActorType

_KATAKANA = re.compile(r"(?:[ァ-ヺー・＝]+|=)\Z")
_ASIDE = re.compile(r"[(（][^)）]*[)）]")
_FULL_NAME = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
_PREFIXES = frozenset(
    ("前", "元", "副", "現", "新", "次期", "旧", "故", "正", "筆頭", "第一", "臨時", "暫定")
)
_MAX_GAP = 7
"""Tokens of office between a name and the title that closes it (国家安全保障・国防会議 before 書記)."""


def find_titled(ground: Ground, listed: list[Candidate]) -> list[Candidate]:
    """Give listed people the titles they stand with, and return the people found by their titles."""
    by_end = {c.end: c for c in listed}
    by_start = {c.start: c for c in listed}
    found: list[Candidate] = []
    for word in ground.words:
        title = ground.index.titles.get(word.text)
        if title is None:
            continue
        person = _name_before(ground, word, title.kind, by_end)
        if person is None and title.kind is not TitleKind.HONORIFIC:
            person = _name_after(ground, word, by_start)
        if person is not None and not _is_known(person, by_start):
            by_start[person.start] = by_end[person.end] = person
            found.append(person)
    for person in (*listed, *found):
        if person.type is ActorType.PERSON:
            _note_side(ground, person, by_end)
    return found


def _is_known(person: Candidate, by_start: dict[int, Candidate]) -> bool:
    """Say whether the person is noted already; a place that only opens the name is not him."""
    known = by_start.get(person.start)
    return known is not None and (known is person or known.end >= person.end)


def _drop_state(run: list[Token], index: NameIndex) -> int:
    """Return how many tokens at the start of a katakana run name a state: アメリカ・オバマ大統領."""
    if len(run) > 2 and run[1].surface in "・＝=" and index.is_state(run[0].surface):
        return 2
    return 0


def _name_before(
    ground: Ground, word: WordHit, kind: TitleKind, by_end: dict[int, Candidate]
) -> Candidate | None:
    """Return the person whose name stands before a title, with the title noted."""
    tokens = ground.tokens
    inside = by_end.get(word.start)
    if inside is not None and inside.type is ActorType.PERSON and word.start not in ground.begins:
        # the dictionary holds some names with their title as one word
        return _with_title(inside, word, ground.text)
    first = ground.token_over(word.start)
    edge = tokens[first].start
    if edge != word.start and ground.text[edge : word.start] not in _PREFIXES:
        if kind is TitleKind.HONORIFIC or tokens[first].pos != "NAME":  # but 党代表 in 民主党代表
            return None
    known_one = _known_before(ground, first, by_end)
    if known_one is not None and kind is not TitleKind.HONORIFIC:
        return _with_title(known_one, word, ground.text)
    at, gap = first - 1, 0
    limit = 0 if kind is TitleKind.HONORIFIC else _MAX_GAP
    while at >= 0:
        if tokens[at].end != edge:
            break
        if tokens[at].surface in _PREFIXES:
            edge, at = tokens[at].start, at - 1
            continue
        if tokens[at].surface in ")）" and edge in ground.aside_before:
            edge = ground.aside_before[edge]
            at = ground.token_over(edge - 1)
            continue
        known = by_end.get(edge) or _before_dot(ground, at, gap, by_end)
        if known is not None and known.type is ActorType.PERSON:
            return _with_title(known, word, ground.text)
        if known is None or known.type is ActorType.PERSON:
            person = _unlisted_before(ground, at, gap)
            if person is not None:
                return _with_title(person, word, ground.text)
        if gap >= limit or not _may_stand_between(tokens[at]):
            return None
        edge = tokens[at].start if known is None else known.start
        at = ground.token_over(edge) - 1
        gap += 1
    return None


def _before_dot(
    ground: Ground, at: int, gap: int, by_end: dict[int, Candidate]
) -> Candidate | None:
    """Return the listed person named before the dot `at`: クリム・タノフ+・+カラナ外相."""
    if ground.tokens[at].surface != "・" or not gap:
        return None
    known = by_end.get(ground.tokens[at].start)
    is_person = known is not None and known.type is ActorType.PERSON
    is_whole = known is not None and ground.text[known.start - 1 : known.start] != "・"
    return known if is_person and is_whole else None


def _known_before(ground: Ground, first: int, by_end: dict[int, Candidate]) -> Candidate | None:
    """Return the listed person whose name ends in the noun compound before the token `first`."""
    tokens, at = ground.tokens, first
    while at > 0 and first - at < _MAX_GAP and tokens[at - 1].end == tokens[at].start:
        known = by_end.get(tokens[at].start)
        if known is not None:
            if known.short and tokens[at].pos == "PERSON":  # 朴 is not 朴槿恵 in 朴吉淵国連大使
                return None
            return known if known.type is ActorType.PERSON else None
        if not _may_stand_between(tokens[at - 1]):
            return None
        at -= 1
    return None


def _may_stand_between(token: Token) -> bool:
    """Say whether a word may part a name from its title: 国連 in 〜国連大使, but not は."""
    return token.pos in NOUNS or token.surface in ("・", "(", ")", "（", "）")


def _with_title(person: Candidate, word: WordHit, text: str) -> Candidate:
    title = _ASIDE.sub("", text[person.end : word.end]).strip("・")
    person.stop = max(person.stop, word.end)
    if word.text not in ("氏", "さん", "様"):
        person.titles = (*person.titles, word.text)
        if title != word.text and len(title) <= 20:
            person.titles = (*person.titles, title)
    return person


def _unlisted_before(ground: Ground, at: int, gap: int) -> Candidate | None:
    """Return the person whose unlisted name ends with the token `at`."""
    token = ground.tokens[at]
    if _KATAKANA.match(token.surface):
        return _katakana_name(ground, at, gap)
    return _kanji_name(ground, at, gap)


def _katakana_name(ground: Ground, at: int, gap: int) -> Candidate | None:
    """Return the katakana name that ends with a token; `gap` words part it from its title.

    クリム・タノフ外相, タノフ外相; but not ホテル報道官, nor テレビ before 国際会議議長.
    """
    tokens = ground.tokens
    first = at
    while first > 0 and tokens[first - 1].end == tokens[first].start:
        if not _KATAKANA.match(tokens[first - 1].surface):
            break
        first -= 1
    if "・" not in (tokens[at].surface, ground.text[tokens[at].end : tokens[at].end + 1]):
        first += _drop_state(tokens[first : at + 1], ground.index)  # not マリ・タノフ・ノルガ首相
    first += first < at and tokens[first].surface in "・＝="  # 夫・タノフ氏
    while at > first and ground.index.is_state(tokens[at].surface):
        at, gap = at - 1, gap + 1
    start, end = tokens[first].start, tokens[at].end
    name = ground.text[start:end].strip("・＝=")
    start = ground.text.index(name, start) if name else start
    run = tokens[first : at + 1]
    whole = bool(_FULL_NAME.fullmatch(name))
    odd = any(t.pos in ("UNK", "PERSON", "NAME") for t in run)
    owned = _is_owned(ground, first)
    posted = ground.text.startswith("駐", tokens[at].end)  # タノフ駐日大使
    odd, owned = odd or posted, owned or (posted and len(name) > 2)
    joined = len(run) > 1 and not all(t.pos in ("UNK", "PERSON") for t in run)
    if len(name) < 2 or (not whole and not owned and (joined or not odd)):
        return None
    if gap and not whole and not owned and run[0].pos != "UNK":
        return None
    if not odd and gap and not owned:
        return None
    return Candidate(start, start + len(name), ActorType.PERSON, short=not whole)


def _is_owned(ground: Ground, first: int) -> bool:
    """Say whether a listed state with の stands right before: ノルウェーの+ソールハイム+開発相."""
    if first < 2 or ground.tokens[first - 1].surface != "の":
        return False
    return ground.index.is_state(ground.tokens[first - 2].surface)


def _kanji_name(ground: Ground, at: int, gap: int) -> Candidate | None:
    """Return the kanji name that ends with a token: 山田花子教授, 林氏; but not 外務省報道官, 同氏."""
    tokens = ground.tokens
    first = at
    while first > 0 and tokens[first - 1].end == tokens[first].start and at - first < 3:
        if not _is_name_part(tokens[first - 1]):
            break
        first -= 1
    run = tokens[first : at + 1]
    persons = [t for t in run if t.pos == "PERSON"]
    name = ground.text[tokens[first].start : tokens[at].end]
    if not persons or not 1 < len(name) <= 6 or not all(_is_name_part(t) for t in run):
        if len(persons) != len(run) or len(name) != 1 or gap:
            return None
    before = tokens[first - 1].surface if first else "、"
    if gap and len(run) < 2 or gap and len(persons) < 2 and before not in "の、。（(「":
        return None
    family = tokens[first].surface if len(run) > 1 else None
    start, end = tokens[first].start, tokens[at].end
    return Candidate(start, end, ActorType.PERSON, short=len(run) == 1, family=family)


def _is_name_part(token: Token) -> bool:
    """Say whether a token may be of a kanji name: one of the dictionary's, or a single kanji."""
    if token.pos == "PERSON":
        return True
    single = len(token.surface) == 1 and "一" <= token.surface <= "龥"
    return single and token.pos in ("N", "NAME", "SUF", "UNK")


def _name_after(ground: Ground, word: WordHit, by_start: dict[int, Candidate]) -> Candidate | None:
    """Return the person whose full name follows a title: 報道官のデーブ・バトラー, 特使スティーブ・…."""
    text, at = ground.text, word.end
    while text[at : at + 1] in ("の", "、", "・", " ") and at - word.end < 2:
        at += 1
    known = by_start.get(at)
    if known is not None:
        if known.type is ActorType.PERSON and not (known.short and at > word.end):
            known.titles = (*known.titles, word.text)
            known.begin = min(known.begin, word.start)
            return known
        return None
    name = _FULL_NAME.match(text, at)
    if name is None or at not in ground.begins or name.end() not in ground.ends:
        return None
    run = ground.tokens[ground.begins[at] : ground.ends[name.end()] + 1]
    if not any(t.pos in ("UNK", "PERSON") for t in run):
        return None
    person = Candidate(at, name.end(), ActorType.PERSON, titles=(word.text,))
    person.begin = word.start
    return person


def _note_side(ground: Ground, person: Candidate, by_end: dict[int, Candidate]) -> None:
    """Read whose person it is from what stands before: ウクライナの〜首相, クレムリンの外交顧問〜."""
    if person.side is not None:
        return
    for place in _reach_left(ground, person.start):
        owner = by_end.get(place)
        if owner is not None and owner.type is not ActorType.PERSON:
            person.side = owner.side
            return
    for place in range(person.end + 1, person.stop):
        owner = by_end.get(place)
        if owner is not None and owner.start >= person.end and owner.side is not None:
            person.side = owner.side
            return


def _reach_left(ground: Ground, start: int) -> list[int]:
    """Return the places before a name where its owner's name may end, nearest first."""
    places, at = [start], ground.token_over(start) - 1
    edge, linked = start, 0
    while at >= 0 and len(places) < _MAX_GAP:
        token = ground.tokens[at]
        if token.end != edge:
            break
        if token.surface == "の" and linked < 2:
            linked += 1
        elif not _may_stand_between(token):
            break
        places.append(token.start)
        edge, at = token.start, at - 1
    return places
