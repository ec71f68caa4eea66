"""Names as they stand in a text: listed ones, states' abbreviations, bodies named by their state.

What a name refers to in this document is settled afterwards (`cast`); people and bodies that nobody
listed are found by grammar (`discovery`, `compounds`, `barenames`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from soten.japanese.folding import fold
from soten.japanese.index import Hit, NameIndex, WordHit
from soten.japanese.tokens import Token
from soten.lexicon.entries import FormKind
from soten.records import ActorType


@dataclass(slots=True)
class Candidate:
    """A name in a text before it is known whom it means.

    `start`–`end` is the name, `stop` ends the title or honorific after it (`end` where there is
    none), `begin` starts the title before it. `entries` are the listed actors it may mean;
    `short` says that only a family name stands. `key` is set for names made by grammar,
    `family` for kanji names whose family part is known.
    """

    start: int
    end: int
    type: ActorType
    entries: tuple[str, ...] = ()
    short: bool = False
    key: str | None = None
    name_en: str | None = None
    side: str | None = None
    titles: tuple[str, ...] = ()
    family: str | None = None
    stop: int = 0
    begin: int = -1

    def __post_init__(self) -> None:
        self.stop = max(self.stop, self.end)
        self.begin = self.start if self.begin < 0 else self.begin


class Ground:
    """A text with its tokens and word hits: what every finder of names walks on."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        index: NameIndex,
        asides: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.asides = [(_before_space(text, start), start, end) for start, end in asides]
        """For each bracketed remark: where the word before it ends, its start, its end."""
        self.aside_before = {end: _before_space(text, start) for start, end in asides}
        self.text, self.tokens, self.index = text, tokens, index
        self.starts = [t.start for t in tokens]
        self.begins = {t.start: i for i, t in enumerate(tokens)}
        self.ends = {t.end: i for i, t in enumerate(tokens)}
        self.words: list[WordHit] = [w for w in index.words_in(text) if w.end in self.ends]
        self.word_at = {w.start: w for w in self.words}

    def token_over(self, place: int) -> int:
        """Return the index of the token that holds the character at `place`."""
        return max(bisect_left(self.starts, place + 1) - 1, 0)


def _before_space(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at


def find_listed(ground: Ground) -> list[Candidate]:
    """Return the listed names, the states in kanji compounds and the states' bodies, in order."""
    folded = fold(ground.text)
    hits = ground.index.names_in(ground.text, folded.text, folded.places)  # type: ignore[arg-type]  # array indexes like a list
    stops = {h.start for h in hits}
    before = -1
    found: list[Candidate] = []
    for hit in hits:
        if _stands_whole(ground, hit, before, stops) and not _is_common(ground, hit):
            found.append(_from_hit(ground, hit))
            before = hit.end
    taken = {c.start for c in found}
    found += _find_kanji_states(ground, found, taken)
    found.sort(key=lambda c: c.start)
    return _join_bodies(ground, found)


_AS_SOURCE = re.compile(
    r"(?:紙|など)?(?:の(?:別の)?(?:記事|報道|取材|電子版)[はにが]?)?(?:に?よ(?:ると|れば)|は、|[がは](?:報|伝))"
    r"|[ 　]?[)）】＝]|[・、—―－](?:共同|時事|朝日|読売|毎日|産経|日経|中日)"
)
"""What shows that a newspaper's short name, a common word as well, is the newspaper."""


def _is_common(ground: Ground, hit: Hit) -> bool:
    """Say whether the short name of an outlet is no more than the word it is: 毎日 but not 毎日によると."""
    if any(form.kind is not FormKind.SHORT for _, form in hit.readings):
        return False
    if any(ground.index.actors[e].type is not ActorType.OUTLET for e, _ in hit.readings):
        return False
    return _AS_SOURCE.match(ground.text, hit.end) is None


def _stands_whole(ground: Ground, hit: Hit, before: int, next_starts: set[int]) -> bool:
    """Say whether a listed form is a word here (国連総会) and no part of another (NATO in SENATOR)."""
    if _is_name_piece(ground, hit, next_starts) or _closes_name(ground, hit, before):
        return False
    start_ok = hit.start in ground.begins or hit.start == before
    end_ok = hit.end in ground.ends or hit.end in next_starts
    if start_ok and end_ok:
        return True
    text = ground.text
    if _is_katakana(text[hit.start]):
        left = hit.start == 0 or not _is_katakana(text[hit.start - 1]) or hit.start == before
        right = hit.end == len(text) or not _is_katakana(text[hit.end]) or hit.end in next_starts
        return left and right
    if text[hit.start].isascii():
        left = (
            hit.start == 0 or not text[hit.start - 1].isascii() or not text[hit.start - 1].isalnum()
        )
        right = hit.end == len(text) or not text[hit.end].isascii() or not text[hit.end].isalnum()
        return left and right
    if start_ok and len(hit.readings[0][1].text) >= 3 and _is_person(ground, hit):
        return True
    # a kanji name may open a compound word (国連総会) but not close or split one (米国 in 米国務長官)
    token = ground.tokens[ground.token_over(hit.start)]
    if token.surface in ground.index.kanji:
        return False
    if token.pos == "NAME" and _is_place(ground, hit) and not _is_body(ground, hit.end, token.end):
        return False  # 日本航空 is not Japan
    return start_ok and hit.end - hit.start >= 2 and token.pos in ("NAME", "N", "PLACE", "VN")


def _is_place(ground: Ground, hit: Hit) -> bool:
    places = (ActorType.PLACE, ActorType.STATE)
    return all(ground.index.actors[e].type in places for e, _ in hit.readings)


def _is_body(ground: Ground, start: int, end: int) -> bool:
    """Say whether the rest of a word names a body or an office of the state before it."""
    rest = ground.text[start:end]
    return rest in ground.index.bodies or rest in ground.index.titles or rest in _OF_A_STATE


_OF_A_STATE = frozenset(("人", "側", "軍", "国内", "国民", "語", "系"))
"""What may follow a state's name within one word and leaves it a name."""


def _is_name_piece(ground: Ground, hit: Hit, next_starts: set[int]) -> bool:
    """Say whether a family name is the first part of a longer name: アウン in アウン・サン廟."""
    if any(form.kind is not FormKind.SHORT for _, form in hit.readings):
        return False
    text, end = ground.text, hit.end
    goes_on = text[end : end + 1] in ("・", "＝") and _is_katakana(text[end + 1 : end + 2] or " ")
    return goes_on and end + 1 not in next_starts


def _closes_name(ground: Ground, hit: Hit, before: int) -> bool:
    """Say whether a family name is the last part of a longer one: サラム in アブドルサラム."""
    if hit.start in (before, 0) or not _is_katakana(ground.text[hit.start - 1]):
        return False
    if not _is_katakana(ground.text[hit.start]) or not _is_person(ground, hit):
        return False
    if any(form.kind is not FormKind.SHORT for _, form in hit.readings):
        return False
    return ground.tokens[ground.token_over(hit.start - 1)].pos in ("PERSON", "UNK")


def _is_person(ground: Ground, hit: Hit) -> bool:
    return all(ground.index.actors[e].type is ActorType.PERSON for e, _ in hit.readings)


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヺ" or char == "ー"


def _from_hit(ground: Ground, hit: Hit) -> Candidate:
    entries = tuple(dict.fromkeys(entry for entry, _ in hit.readings))
    actors = [ground.index.actors[entry] for entry in entries]
    short = all(form.kind is FormKind.SHORT for _, form in hit.readings)
    short = short and actors[0].type is not ActorType.OUTLET
    sides = {ground.index.side_of(actor) for actor in actors}
    side = sides.pop() if len(sides) == 1 else None
    return Candidate(hit.start, hit.end, actors[0].type, entries, short, side=side)


def _find_kanji_states(ground: Ground, listed: list[Candidate], taken: set[int]) -> list[Candidate]:
    """Find 米, 露 and the like, in compounds of states and before words for bodies and offices.

    米ロ, 日米韓; 英政府, 露外相, 米紙.
    """
    covered = Cover(listed)
    found: list[Candidate] = []
    kanji = ground.index.kanji
    for i, token in enumerate(ground.tokens):
        first = token.surface[0]
        if first not in kanji or token.start in taken or covered.holds(token.start):
            continue
        found += _states_of(ground, i, token)
    return found


_NOT_STATES = frozenset(("ソロ", "日中", "朝日", "中日", "日独伊", "南中", "中南"))
"""Words that are spelled with states' letters: 日中 (daytime), the newspapers 朝日 and 中日."""
_FORMER = frozenset(("前", "元", "旧", "現"))
"""What may stand before a state and an office: 前英首相, 元米高官."""


def _states_of(ground: Ground, i: int, token: Token) -> list[Candidate]:
    """Return the states whose kanji a word is made of, or begins with: 米ロ, 米紙; but not 日中, 米価."""
    kanji, surface = ground.index.kanji, token.surface
    following = ground.tokens[i + 1] if i + 1 < len(ground.tokens) else None
    adjacent = following is not None and following.start == token.end
    if len(surface) == 1:
        introduced = adjacent and following is not None and _introduces(ground, i, following)
        if not introduced and not _ends_states(ground, i):
            return []
        return [_state(ground, token.start, surface)]
    letters = [c for c in surface if c in kanji]
    if len(surface) <= 4 and len(letters) == len(surface):
        if token.pos in ("NAME", "PLACE", "N", "VN") and surface not in _NOT_STATES:
            return [_state(ground, token.start + k, c) for k, c in enumerate(surface)]
        if (
            surface == "日中"
            and adjacent
            and following is not None
            and following.pos in ("N", "VN")
        ):
            return [_state(ground, token.start + k, c) for k, c in enumerate(surface)]
        return []
    rest = surface[1:]
    if (
        rest in ground.index.bodies
        or rest in ground.index.titles
        or rest in ("紙", "誌", "軍", "側")
    ):
        return [_state(ground, token.start, surface[0])]
    return []


def _introduces(ground: Ground, i: int, following: Token) -> bool:
    """Say whether what stands around a single kanji makes it a state: 英外相, but not この日外相は."""
    before = ground.tokens[i - 1] if i else None
    if before is not None and before.end == ground.tokens[i].start:
        if before.pos == "ADN" and ground.tokens[i].surface == "日":
            return False
        is_noun = before.pos in ("NUM", "N", "VN", "PERSON", "NAME", "SUF")
        if is_noun and before.surface not in _FORMER:
            if before.surface[-1] not in ground.index.kanji:
                return False
    word = ground.word_at.get(following.start)
    if word is not None and (word.text in ground.index.bodies or word.text in ground.index.titles):
        return True
    if following.surface[0] in ground.index.kanji and len(following.surface) == 1:
        return True
    return (
        following.pos in ("NAME", "PLACE", "UNK", "N", "VN") and following.surface[:1] not in "々"
    )


def _ends_states(ground: Ground, i: int) -> bool:
    """Say whether a single kanji closes a compound of states: 韓 in 日米韓, but not 中 in 年中."""
    before = ground.tokens[i - 1] if i else None
    if before is None or before.end != ground.tokens[i].start or len(before.surface) < 2:
        return False
    return before.surface not in _NOT_STATES - {"日中"} and all(
        c in ground.index.kanji for c in before.surface
    )


def _state(ground: Ground, at: int, kanji: str) -> Candidate:
    entry = ground.index.kanji[kanji]
    return Candidate(at, at + 1, ActorType.STATE, (entry,), side=entry)


class Cover:
    """Which characters the names of a sorted list cover."""

    def __init__(self, names: list[Candidate]) -> None:
        self.starts = [c.start for c in names]
        self.stops = [c.end for c in names]

    def holds(self, place: int) -> bool:
        """Say whether a name covers the character at `place`."""
        return self.end_over(place) is not None

    def end_over(self, place: int) -> int | None:
        """Return where the name that covers the character at `place` ends."""
        at = bisect_left(self.starts, place + 1) - 1
        return self.stops[at] if at >= 0 and place < self.stops[at] else None


def _join_bodies(ground: Ground, names: list[Candidate]) -> list[Candidate]:
    """Make one name of a state and the body named after it: ロシア+外務省, 英+政府, ウクライナの+大統領府."""
    joined: list[Candidate] = []
    for name in names:
        if name.type is ActorType.STATE:
            body = _body_after(ground, name)
        else:
            body = _rule_of(ground, name) or _side_after(ground, name)
        if body is None:
            joined.append(name)
            continue
        joined.append(body)
    return joined


def _rule_of(ground: Ground, name: Candidate) -> Candidate | None:
    """Take a listed head of state with 政権 for the state: 「バイデン政権」."""
    if name.type is not ActorType.PERSON or name.side is None or len(name.entries) != 1:
        return None
    word = ground.word_at.get(name.end)
    state = ground.index.actors.get(name.side)
    if word is None or word.text != "政権" or state is None or state.type is not ActorType.STATE:
        return None
    return Candidate(name.start, word.end, ActorType.STATE, (state.id,), side=state.id)


def _side_after(ground: Ground, name: Candidate) -> Candidate | None:
    """Take 側 into the name of an organization or force: 「LTTE側」."""
    if name.type not in (ActorType.ORGANIZATION, ActorType.FORCE):
        return None
    token = ground.begins.get(name.end)
    if token is None or ground.tokens[token].surface != "側":
        return None
    stop = ground.tokens[token].end
    return Candidate(name.start, stop, name.type, name.entries, key=name.key, side=name.side)


def _body_after(ground: Ground, name: Candidate) -> Candidate | None:
    """Return a state's name with the body after it: 英政府, 英国の外務省; but not 英国、外務省."""
    at = name.end
    linked = ground.text[at : at + 1] == "の"
    word = ground.word_at.get(at + 1 if linked else at)
    entry = ground.index.bodies.get(word.text) if word is not None else None
    if word is None or entry is None or (linked and entry.suffix is None):
        return None
    state = name.entries[0]
    if entry.suffix is None:
        return Candidate(name.start, word.end, ActorType.STATE, name.entries, side=name.side)
    key = f"{state}-{entry.suffix}"
    known = ground.index.actors.get(key)
    return Candidate(
        name.start,
        word.end,
        entry.type if known is None else known.type,
        () if known is None else (key,),
        key=key,
        name_en=f"{ground.index.actors[state].name_en} {entry.en}",
        side=name.side,
    )
