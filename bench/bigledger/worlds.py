"""How a year happens again: in another year, and to other states, people and towns.

What is read of a document is one long string: its text and all that stands in the rows of its
records, whatever column it is in. Whoever changes a name, a year or an id changes it everywhere at
once, by as many characters as there were: every place of every record stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

_ROWS = (
    "カキクケコ",
    "サシスセソ",
    "タチツテト",
    "ナニヌネノ",
    "ハヒフヘホ",
    "マミムメモ",
    "ラリルレロ",
)
_SOUNDED = ("ガギグゲゴ", "ザジズゼゾ", "ダヂヅデド", "バビブベボ")
_NAME = re.compile("[ァ-ヴー]{2,}")
_ROMAN = ("", " II", " III", " IV", " V", " VI", " VII")
MOST_WORLDS = len(_ROMAN)

_ID = re.compile(r"\b((?:st|tk|fg|po|cl|co|ev|wd|d|a|mn|dt)-[a-z2-7]{14})[a-z2-7]{2}(?![a-z2-7])")
_YEAR = re.compile(r"(?<![0-9A-Za-z])20([0-4][0-9])(?![0-9A-Za-z])")
_DAY = re.compile(r'"day":(\d+)')
_OF_COPY = "\x02"
_OF_YEAR = 0xF100
"""The first of fifty private characters that stand for 2000, 2001 … until the year is known."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True, slots=True)
class World:
    """One of several conflicts: how names of the first one are written in it."""

    number: int
    names: Mapping[str, str]
    ids: Mapping[str, str]

    @classmethod
    def of(cls, number: int, names: Iterable[str], ids: Mapping[str, str]) -> World:
        """Return a world whose names are those given with other sounds; world 0 is as read.

        `names` are written in katakana, `ids` are of listed actors, with their English names.

        >>> World.of(1, ["ハルディア"], {}).named("ハルディア側とトラック")
        'マクベィア側とトラック'
        """
        sounds = _turned(_ROWS, number) | _turned(_SOUNDED, number)
        spelled = {part for name in names for part in _NAME.findall(name)}
        told = {part: part.translate(sounds) for part in spelled}
        known = {id: f"{id}{number + 1}" for id in ids}
        known |= {en: en + _ROMAN[number] for en in ids.values()}
        return cls(number, told if number else {}, known if number else {})

    def named(self, text: str) -> str:
        """Return text with the names of this world."""
        if not self.number:
            return text
        text = _NAME.sub(lambda found: self.names.get(found[0], found[0]), text)
        return self._listed().sub(lambda found: self.ids[found[0]], text)

    def _listed(self) -> re.Pattern[str]:
        longest = sorted(self.ids, key=lambda id: (-len(id), id))
        return re.compile(
            f"(?<![A-Za-z0-9-])({'|'.join(map(re.escape, longest)) or '(?!)'})(?![A-Za-z0-9])"
        )


def _turned(rows: tuple[str, ...], by: int) -> dict[int, str]:
    return {
        ord(sound): rows[(at + by) % len(rows)][place]
        for at, row in enumerate(rows)
        for place, sound in enumerate(row)
    }


def marked(text: str) -> str:
    """Return text in which what differs from copy to copy is marked: ids and years."""
    text = _ID.sub(lambda found: found[1] + _OF_COPY * 2, text)
    return _YEAR.sub(lambda found: chr(_OF_YEAR + int(found[1])), text)


def copied(text: str, copy: int, years: int) -> str:
    """Return marked text as the copy with this number tells it, so many years earlier.

    >>> copied(marked('{"record":"st-d77zu6i36avjuikc","date":"2031-01-15"}'), 33, 5)
    '{"record":"st-d77zu6i36avjuibb","date":"2026-01-15"}'
    """
    text = text.replace(_OF_COPY * 2, code_of(copy))
    for year in range(50):
        text = text.replace(chr(_OF_YEAR + year), str(2000 + year - years))
    return _DAY.sub(lambda found: f'"day":{_earlier(int(found[1]), years)}', text)


def _earlier(day: int, years: int) -> int:
    then = date.fromordinal(day)
    return then.replace(year=then.year - years, day=min(then.day, 28)).toordinal()


def code_of(copy: int) -> str:
    """Return the two letters that ids of a copy end in.

    >>> code_of(0), code_of(33)
    ('aa', 'bb')
    """
    return _LETTERS[copy // 32] + _LETTERS[copy % 32]
