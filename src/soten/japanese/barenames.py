"""People and places that no pack lists and no title introduces, found from the form of their names.

The tokenizer's dictionary knows family and given names and many places; what it does not tell is
where a name ends and whether the word stands for itself (大阪に) or only names something else
(大阪高裁). So a name counts where no noun goes on after it, and a katakana name of several parts
where its parts are names or words the dictionary does not hold. Names of one part that may be a
word or a place as well are left out unless a particle shows their part in the sentence.
"""

from __future__ import annotations

import re

from soten.japanese.names import Candidate, Cover, Ground
from soten.japanese.tokens import NOUNS, Token
from soten.records import ActorType

_KATAKANA = re.compile(r"[ァ-ヺー]+\Z")
_KANJI_OR_KANA = re.compile(r"[ぁ-ゖ一-龥々ヶ]+\Z")
_LATIN_OUTLET = re.compile(
    r"[A-Z][A-Za-z ]*(?:[Nn]ews|Times|Post|Press|Radio|TV|Daily|Herald|Tribune|Online|Gazette|Wire)"
)
"""Names in Latin letters that end as outlets' names do."""
_LATIN_PART = re.compile(r"[A-Z][A-Za-z]*\Z")
_INITIAL = re.compile(r"[A-ZＡ-Ｚ]\Z")
_ADDRESS = re.compile(r".+[都道府県市郡区].+\Z")
_GIVEN_KANJI = re.compile(r"[一-龥々]{1,2}\Z")
_NAME_PARTS = frozenset(("PERSON", "UNK"))
_ROLE_AFTER_NAME = frozenset(("は", "が", "と", "に", "を", "も", "の", "ら", "や", "へ"))
_PLACE_MARKS = frozenset(("の", "に", "で", "へ", "から", "まで", "や"))
_KATAKANA_MARKS = _PLACE_MARKS | {"は", "が", "を", "と", "も"}
_BATTLE = frozenset(("戦い", "乱", "変", "役", "森"))
_NEAR = frozenset(
    ("近郊", "郊外", "周辺", "付近", "近く", "沖", "市内", "出身", "生まれ", "滞在", "訪問", "在住")
)
"""Nouns that make a place of the name before them."""
_PEOPLE = ("者", "員", "人", "家", "師", "兵", "士", "手", "生", "住民", "市民", "男性", "女性")
"""Last parts of nouns for what somebody is, after which a name may stand."""
_PLURAL = frozenset(("ら", "たち", "等", "自身", "本人", "はじめ", "以下", "ほか"))
"""Endings that may follow a person's name and take nothing from it."""
_COMMON_WORDS = frozenset(("見方", "味方", "正義"))
"""Words the dictionary takes for a family or given name where they stand alone."""
_LOCATIVE = {
    "に": frozenset(
        "ある 位置 所在 住む 居住 生まれる 滞在 到着 着く 向かう 移送 避難 駐屯 駐留 侵攻 進攻 攻め込む "
        "逃れる 赴く 入港 寄港 展開".split()
    ),
    "で": frozenset(
        "開く 開催 会談 会う 死亡 死去 戦死 発生 起きる 起こる 見つかる 拘束 生まれる".split()
    ),
    "を": frozenset("訪れる 訪問 占領 制圧 砲撃 爆撃 空爆 包囲 奪還 出発 脱出 通過".split()),
    "へ": frozenset("向かう 移送 避難 到着 赴く 侵攻 進攻 進軍 逃れる 入る 撤退".split()),
    "から": frozenset("撤退 出発 脱出 避難 撤収 逃れる".split()),
}
"""Verbs and verbal nouns whose complement with this particle is a place."""
_SINGLE_FAMILY = frozenset(
    "金王李朴楊蔡盧徐劉陳趙呉胡郭馮袁鄧蒋蔣崔尹申姜習賈汪魏黄孫馬羅鄭謝曹許沈彭呂蘇"
)
"""Chinese and Korean family names of one kanji that the dictionary may take for another word."""


def find_bare_names(ground: Ground, taken: list[Candidate]) -> list[Candidate]:
    """Return people and places outside the names in `taken`, in the order of the text."""
    whole = [c for c in taken if not c.short or c.stop > c.end or c.begin < c.start]
    cover = Cover(sorted(whole, key=lambda c: c.start))
    found: list[Candidate] = []
    tokens, at = ground.tokens, 0
    while at < len(tokens):
        token = tokens[at]
        if (
            token.pos not in _NAME_PARTS
            and token.pos != "PLACE"
            and token.surface not in _SINGLE_FAMILY
        ):
            outlet = _latin_outlet(ground, at) if token.surface[-1].isascii() else None
            if outlet is not None and not (cover.holds(outlet.start) or cover.holds(token.start)):
                found.append(outlet)
            at += 1
            continue
        stop, name = at + 1, None
        if _is_address(token) and (edge := cover.end_over(token.start)) is not None:
            if edge < token.end:
                name = _place(ground, at)
        elif not cover.holds(token.start):
            stop, name = _name_at(ground, at)
        if name is not None and not cover.holds(name.end - 1):
            found.append(name)
        at = max(stop, at + 1)
    return found


def _name_at(ground: Ground, at: int) -> tuple[int, Candidate | None]:
    """Return the first token after the name that begins with the token `at`, and the name."""
    token = ground.tokens[at]
    if _KATAKANA.match(token.surface):
        stop = _end_of_parts(ground.tokens, at)
        if stop - at > 1:
            return stop, _katakana_person(ground, at, stop)
        if token.pos == "PERSON":
            return stop, _single(ground, at)
        return stop, _place(ground, at)
    if _single_family(ground, at):
        stop = _end_of_given(ground.tokens, at)
        if stop > at + 1:
            return stop, _kanji_person(ground, at, stop)
    if token.pos == "PERSON" or _opens_kanji_name(ground, at):
        stop = _end_of_kanji_name(ground.tokens, at)
        return stop, _kanji_person(ground, at, stop)
    return at + 1, _place(ground, at) if token.pos == "PLACE" else None


def _latin_outlet(ground: Ground, at: int) -> Candidate | None:
    """Return an outlet in Latin letters that ends with the token `at`: Nepalnewsによると, Lodna Postは."""
    tokens = ground.tokens
    after = _after(tokens, at + 1)
    if after is None or after.pos != "P":
        return None
    first = at
    while first and tokens[first - 1].end + 1 == tokens[first].start:
        if not _LATIN_PART.match(tokens[first - 1].surface):
            break
        first -= 1
    start, end = tokens[first].start, tokens[at].end
    if _LATIN_OUTLET.fullmatch(ground.text, start, end) is None:
        return None
    return Candidate(start, end, ActorType.OUTLET)


# --- people ---------------------------------------------------------------------------------------
def _end_of_parts(tokens: list[Token], at: int) -> int:
    """Return the token after a katakana name whose parts are joined by ・ or ＝."""
    stop = at + 1
    while stop + 1 < len(tokens) and tokens[stop].surface in "・＝=":
        part = tokens[stop + 1]
        joined = tokens[stop].start == tokens[stop - 1].end and part.start == tokens[stop].end
        if not joined or not (_KATAKANA.match(part.surface) or _INITIAL.match(part.surface)):
            break
        stop += 2
    return stop


def _opens_quote(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].surface in '「『《〈“"'


def _katakana_person(ground: Ground, at: int, stop: int) -> Candidate | None:
    """エドガー・ラミス, W・エドガー・ラミス; but not ニュース・アンカー, nor カーサ・パイラル博物館."""
    tokens = ground.tokens
    parts = [token for token in tokens[at:stop:2] if not _INITIAL.match(token.surface)]
    kinds = {token.pos for token in parts}
    if not kinds <= _NAME_PARTS or _goes_on(tokens, stop):
        return None
    if "PERSON" not in kinds and not (_has_role(tokens, stop) and not _opens_quote(tokens, at)):
        return None
    first = at
    while (
        first > 1
        and tokens[first - 1].surface == "・"
        and _INITIAL.match(tokens[first - 2].surface)
    ):
        first -= 2
    if first == at and _joined_before(tokens, at) and tokens[at - 1].surface in "・＝":
        return None
    return Candidate(tokens[first].start, tokens[stop - 1].end, ActorType.PERSON)


def _single(ground: Ground, at: int) -> Candidate | None:
    """Return a katakana name of one part with a particle after it: ラミスは."""
    tokens = ground.tokens
    token = tokens[at]
    if len(token.surface) < 3:
        return None
    if _joined_before(tokens, at) and not _is_kind_of_person(tokens[at - 1]):
        return None
    if not _has_role(tokens, _after_aside(ground, at)):
        return None
    return Candidate(token.start, token.end, ActorType.PERSON, short=True)


def _is_kind_of_person(token: Token) -> bool:
    """Say whether a noun before a name tells what the person is: 年金生活者+ラミス."""
    return token.pos == "N" and len(token.surface) > 1 and token.surface.endswith(_PEOPLE)


def _after_aside(ground: Ground, at: int) -> int:
    """Return the first token after the token `at` and a remark in brackets: ラミス（27）+は."""
    end = ground.tokens[at].end
    if ground.text[end : end + 1] not in ("(", "（"):
        return at + 1
    close = next((stop for _, start, stop in ground.asides if start == end), None)
    return at + 1 if close is None else ground.token_over(close - 1) + 1


def _opens_kanji_name(ground: Ground, at: int) -> bool:
    """Say whether a word the dictionary takes for a place is a family name: 兵庫 in 兵庫次郎."""
    tokens = ground.tokens
    if tokens[at].pos != "PLACE" or at + 1 >= len(tokens):
        return False
    given = tokens[at + 1]
    return given.pos == "PERSON" and given.fine == "名" and given.start == tokens[at].end


def _single_family(ground: Ground, at: int) -> bool:
    """Say whether a family name of one kanji stands here: 林 in 林文察."""
    token = ground.tokens[at]
    if token.surface not in _SINGLE_FAMILY and not (
        token.pos == "PERSON" and len(token.surface) == 1
    ):
        return False
    return not _joined_before(ground.tokens, at)


def _end_of_given(tokens: list[Token], at: int) -> int:
    """Return the token after a given name of one or two kanji: 文察 in 林文察."""
    stop, length = at + 1, 0
    while stop < len(tokens) and tokens[stop].start == tokens[stop - 1].end:
        token = tokens[stop]
        if not _GIVEN_KANJI.match(token.surface) or token.pos not in NOUNS - {"NUM", "VN"}:
            break
        length += len(token.surface)
        stop += 1
    return stop if 1 <= length <= 2 and _has_role(tokens, stop) else at + 1


def _end_of_kanji_name(tokens: list[Token], at: int) -> int:
    stop = at + 1
    while (
        stop < len(tokens)
        and tokens[stop].pos == "PERSON"
        and tokens[stop].start == tokens[stop - 1].end
        and not _KATAKANA.match(tokens[stop].surface)
    ):
        stop += 1
    return stop


def _kanji_person(ground: Ground, at: int, stop: int) -> Candidate | None:
    """山田花子, 俳優山田花子, 山田は; but not 山田製作所, nor one kanji alone."""
    tokens = ground.tokens
    start, end = tokens[at].start, tokens[stop - 1].end
    name = ground.text[start:end]
    if len(name) < 2 or name in _COMMON_WORDS or not _KANJI_OR_KANA.match(name):
        return None
    if _goes_on(tokens, stop) and not (stop - at == 2 and len(name) > 3 and _ends(tokens, stop)):
        return None
    if stop - at == 1:
        whole = tokens[at].fine not in ("姓", "名")
        if _joined_before(tokens, at) or (not whole and not _has_role(tokens, stop)):
            return None
        return Candidate(start, end, ActorType.PERSON, short=not whole)
    if _joined_before(tokens, at) and (len(name) < 3 or tokens[at - 1].pos not in ("N", "SYM")):
        return None
    return Candidate(start, end, ActorType.PERSON, family=tokens[at].surface)


def _is_address(token: Token) -> bool:
    """Say whether one word of the dictionary names a place within a place: 宮城県仙台市."""
    return token.pos == "PLACE" and bool(_ADDRESS.match(token.surface))


# --- places ---------------------------------------------------------------------------------------
def _place(ground: Ground, at: int) -> Candidate | None:
    """Return a place the dictionary knows, or one that a word for surroundings shows: ラミス近郊."""
    tokens = ground.tokens
    token, after = tokens[at], _after(tokens, at + 1)
    if len(token.surface) < 2 or after is None:
        return None
    if _joined_before(tokens, at) and not _in_place(tokens, at):
        return None
    near = after.surface in _NEAR
    marked = after.pos == "P" and after.surface in _PLACE_MARKS
    if token.pos == "PLACE":
        battle = after.surface == "の" and _lemma(tokens, at + 2) in _BATTLE
        clear = _KATAKANA.match(token.surface) and after.surface in _KATAKANA_MARKS
        closed = token.surface[-1] in "県市町村区州省" and after.pos in ("P", "SYM")
        if battle or not (near or marked or clear or closed):
            return None
    elif token.pos != "UNK" or not (
        near or _lemma(tokens, at + 2) in _LOCATIVE.get(after.surface, ())
    ):
        return None
    return Candidate(token.start, token.end, ActorType.PLACE)


def _in_place(tokens: list[Token], at: int) -> bool:
    """Say whether a larger place stands right before: フロリダ州+ペンサコーラ."""
    return tokens[at - 1].pos == "PLACE" or tokens[at - 1].surface in ("州", "省", "県", "市", "郡")


# --- what stands around ---------------------------------------------------------------------------
def _after(tokens: list[Token], at: int) -> Token | None:
    """Return the token at `at` if it follows without a gap."""
    if at >= len(tokens) or tokens[at].start != tokens[at - 1].end:
        return None
    return tokens[at]


def _lemma(tokens: list[Token], at: int) -> str | None:
    return tokens[at].lemma if at < len(tokens) else None


def _ends(tokens: list[Token], at: int) -> bool:
    """Say whether the noun after a full name begins a phrase of its own: 山田花子監督, 山田花子主演."""
    after = tokens[at]
    return (
        after.pos in ("N", "VN") and len(after.surface) > 1 and not _KATAKANA.match(after.surface)
    )


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Say whether a noun goes on after the name, so that it names something else."""
    after = _after(tokens, at)
    return after is not None and after.pos in NOUNS and after.surface not in _PLURAL


def _has_role(tokens: list[Token], at: int) -> bool:
    after = _after(tokens, at)
    return after is not None and after.surface in _ROLE_AFTER_NAME


def _joined_before(tokens: list[Token], at: int) -> bool:
    """Say whether a noun or ・ stands right before the token, so that it is part of a longer name."""
    if at == 0 or tokens[at - 1].end != tokens[at].start:
        return False
    before = tokens[at - 1]
    return before.pos in NOUNS or before.surface in "・＝="
