"""Names of people, taken apart so that two writings of one name can be told from two names.

クリム・タノフ and クリーム＝タノーフ are one name, クリム・タノフ and ドラ・タノフ are two, and of タノフ
alone nobody can say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from soten.japanese.folding import fold_form, fold_width, loosen
from soten.japanese.tokens import tokenize

_PART = re.compile("[・=＝゠]")
_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・=＝゠][ァ-ヺー]+)*")
_KANJI = re.compile(r"[々一-龥ぁ-ん]+")
_LATIN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'.\-]*(?: [A-Za-zÀ-ž][A-Za-zÀ-ž'.\-]*)+")
_LONG_E = re.compile("([エケゲセゼテデネヘベペメレ])イ")
_GLIDE = re.compile("([イキギシジチヂニヒビピミリィ])ヤ")
_VOICED = str.maketrans(
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
    "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ",
)
_LEAST_GIVEN, _LEAST_FAMILY = 4, 3
"""Characters a part must have (folded) for two spellings of it to be told from two names."""
_ALIKE = 0.8
"""Least similarity of two spellings of one family name (as within a document, `japanese.cast`)."""
_WEAK = 6
"""A katakana name of so many characters (folded) may well be borne by several: リ・ヨンホ."""


class Relation(IntEnum):
    """How two full names compare, the closer the higher."""

    DIFFERENT = 0
    SPELLING = 1
    """Both parts are spellings of one name: デトレフ・メフリス, デトレフ・メーリス."""
    MIDDLE = 2
    """One has a part more between the same first and last: a patronymic."""
    ORDER = 3
    """The same parts in another order: ビクトル・オルバン, オルバン・ビクトル."""
    EQUAL = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, each folded; `script` is katakana, kanji or latin.

    `is_full` is false where a family name stands alone. `is_weak` says that a full name is short
    enough for several people to bear it.
    """

    script: str
    parts: tuple[str, ...]
    is_full: bool
    is_weak: bool = False

    @property
    def families(self) -> tuple[str, ...]:
        """The parts that may be the family name: of キム・チョル both, of クリム・タノフ the last."""
        if self.script == "kanji":
            return self.parts[:1]
        if self.is_full and self.is_weak:
            return tuple(dict.fromkeys((self.parts[-1], self.parts[0])))
        return self.parts[-1:]

    @property
    def text(self) -> str:
        """The folded name in one."""
        return ("" if self.script == "kanji" else "・").join(self.parts)

    @property
    def key(self) -> str:
        """What writings of one full name have in common: its first and last part in any order."""
        return "・".join(sorted((self.parts[0], self.parts[-1])))

    @property
    def near(self) -> str | None:
        """What spellings of one katakana name have in common; None where it is too short to tell."""
        if self.script != "katakana" or not self.is_full or self.is_weak:
            return None
        first, last = unvoiced(self.parts[0]), unvoiced(self.parts[-1])
        is_long = len(first) >= _LEAST_GIVEN and len(last) >= _LEAST_FAMILY
        return f"{first}・{last[0]}" if is_long else None


@lru_cache(maxsize=8192)
def name_of(written: str) -> PersonName | None:
    """Return a person's name taken apart, None for what is no name in one script.

    >>> name_of("スティーヴ・ウィットコフ") == name_of("スティーブ＝ウィトコフ")
    True
    >>> name_of("山田花子").parts, name_of("山田").is_full
    (('山田', '花子'), False)
    """
    plain = fold_width(written).strip(" ・=＝゠")
    if _KATAKANA.fullmatch(plain):
        return _katakana(plain)
    if _KANJI.fullmatch(plain):
        return _kanji(plain)
    if _LATIN.fullmatch(plain):
        parts = tuple(part for part in plain.casefold().split() if not part.endswith("."))
        return PersonName("latin", parts, is_full=True) if len(parts) > 1 else None
    return None


def _katakana(plain: str) -> PersonName | None:
    parts = tuple(filter(None, map(skeleton, _PART.split(plain))))
    if not parts:
        return None
    short = min(len(parts[0]), len(parts[-1])) <= 2
    is_weak = short or sum(map(len, parts)) <= _WEAK
    return PersonName("katakana", parts, len(parts) > 1, is_weak and len(parts) < 3)


def _kanji(plain: str) -> PersonName | None:
    """Return a kanji name; where the dictionary sees one family or given name, it is not full."""
    tokens = tokenize(plain)
    if len(tokens) == 1:
        is_full = tokens[0].fine == "一般" and tokens[0].pos == "PERSON"
        return PersonName("kanji", (plain,), is_full) if plain[0] > "ん" else None
    if tokens[0].fine == "名":
        return None
    first = tokens[0].surface
    return PersonName("kanji", (first, plain[len(first) :]), is_full=True, is_weak=len(plain) < 3)


@lru_cache(maxsize=8192)
def skeleton(part: str) -> str:
    """Return a part of a katakana name with what is written in several ways written in one.

    >>> skeleton("ヴィクトーリヤ") == skeleton("ビクトリア"), skeleton("デイビッド") == skeleton("デービッド")
    (True, True)
    """
    return loosen(fold_form(_GLIDE.sub(r"\1ア", _LONG_E.sub(r"\1", part))))


def unvoiced(part: str) -> str:
    """Return a part of a name without the marks of voicing: クリメンド and クリメント are one."""
    return part.translate(_VOICED)


def relation(one: PersonName, other: PersonName) -> Relation | None:
    """Say how two full names compare; None where they are of two scripts and cannot be compared."""
    if one.script != other.script:
        return None
    if one.parts == other.parts:
        return Relation.EQUAL
    if one.script == "kanji":
        return Relation.EQUAL if "".join(one.parts) == "".join(other.parts) else Relation.DIFFERENT
    if sorted(one.parts) == sorted(other.parts):
        return Relation.ORDER
    short, long = sorted((one, other), key=lambda name: len(name.parts))
    if short.key == long.key and len(short.parts) == 2 < len(long.parts):
        return Relation.MIDDLE
    return Relation.SPELLING if _are_spellings(one, other) else Relation.DIFFERENT


def _are_spellings(one: PersonName, other: PersonName) -> bool:
    """Say whether all parts but the last are equal but for voicing, and the last ones alike.

    アレクサンドル and アレクサンドラ, ヨジョン and ヨンジョン are two people; so are short names that
    differ in one character.
    """
    if one.near is None or one.near != other.near or len(one.parts) != len(other.parts):
        return False
    if [*map(unvoiced, one.parts[:-1])] != [*map(unvoiced, other.parts[:-1])]:
        return False
    first, second = unvoiced(one.parts[-1]), unvoiced(other.parts[-1])
    return Indel.normalized_similarity(first, second) >= _ALIKE and _same_ending(first, second)


def _same_ending(one: str, other: str) -> bool:
    """Say whether no ending of a woman's name stands against a man's: タノフ, タノワ."""
    return one[-1] == other[-1] or not {one[-1], other[-1]} & set("ハアフナカ")


def compared(
    ones: Iterable[PersonName], others: Iterable[PersonName]
) -> tuple[Relation, PersonName] | None:
    """Return how two people's full names compare, and by which name.

    Kanji decide, then letters that are the same, then katakana: 金永日 is not 金英日, though both be
    キム・ヨンイル. None where no two names can be compared.
    """
    best: dict[str, tuple[Relation, PersonName]] = {}
    listed = tuple(others)
    for one in ones:
        for other in listed:
            found = relation(one, other)
            if found is not None and (one.script not in best or best[one.script][0] < found):
                best[one.script] = (found, one)
    latin = best.get("latin")
    if "kanji" in best:
        return best["kanji"]
    if latin is not None and latin[0] is not Relation.DIFFERENT:
        return latin
    return best.get("katakana", latin)
