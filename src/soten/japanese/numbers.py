"""Figures (数値): every number that measures something, with its unit and bound.

Dates, ordinals, ages, model numbers and words that hold a numeral (一方, 千葉) are no figures. One
pass over the numerals of the text; which counters exist is data (`units.yaml` of the packs).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Protocol

from soten.japanese.bounds import bound_around
from soten.japanese.counting import is_counted, is_listed_group, is_spelled_group
from soten.japanese.numerals import (
    ARABIC_NUMERAL,
    DIGIT,
    KANJI_NUMERAL,
    VAGUE_NUMERAL,
    numeral_value,
)
from soten.lexicon.entries import UnitEntry
from soten.records import Bound, Unit


class Located(Protocol):
    """Anything with a place in the text, such as a time expression."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it is over."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as the text gives it.

    `start` to `end` covers the words of its bound and its counter; `digits` is where the numeral
    itself begins. `max` is set for ranges only. `counter` is the counter as written, empty where
    the text has none (150を超える).
    """

    start: int
    end: int
    value: float
    max: float | None
    bound: Bound
    unit: Unit
    counter: str
    digits: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its counter, before bounds."""

    start: int
    end: int
    value: float
    unit: Unit
    counter: str
    is_vague: bool = False
    is_kanji: bool = False


_NUMERAL: Final = re.compile(
    rf"(?P<vague>{VAGUE_NUMERAL})|(?P<arabic>{ARABIC_NUMERAL})|(?P<kanji>{KANJI_NUMERAL})"
    r"|(?P<half>(?<!過)半(?:[数分](?!ず|程|島)|減(?!期)))"
)
_LINK: Final = re.compile(r"[ 　]?(?:から|ないし|または|[~～〜\-−–—―])[ 　]?")
_CHANGE: Final = re.compile(r"[にへ](?:まで)?(?:増|減|拡|縮|引|上|下|急|修|な|変|達|増え|減ら|削)")
_FRACTION: Final = re.compile(rf"分の([{DIGIT}]+|[一二三四五六七八九十]+)")
_TENTHS: Final = re.compile(rf"([{DIGIT}]|[一二三四五六七八九])分(?![間の])")
_MONTHS: Final = re.compile(rf"年([{DIGIT}]{{1,2}})[かカヵヶケ箇]月")
_HOURS: Final = re.compile(rf"時間([{DIGIT}]{{1,2}})分")
_LARGE: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}
_YEARS: Final = re.compile(
    r"年(?=半(?![ば期])|ぶり|に(?:わた|及|も及|続)|近く|ごと|連続|を迎え|[とに]な|の(?:停戦|猶予|期間|任期|契約|実刑|懲役|歳月|内戦)|以上|余|も?(?:たっ|たた|経)|の歴史|[がを](?:過ぎ|経|超)|"
    r"越し|超|足らず|以内)"
)
_YEARS_AFTER: Final = re.compile(
    r"(?:約|ほぼ|およそ|丸|最大|最長|少なくとも|計|懲役|禁錮|禁固|任期|(?:期間|期限|任期|刑期|刑)[はがを]|"
    r"(?<!年)から)$"
)
_DAYS: Final = re.compile(
    r"日(?=で|ぶり|以上|以内|近く|に(?:わた|及)|足らず|余|連続|の間|ほど|程度|未満|という期間|は[短長]|"
    r"の(?:一時)?(?:停戦|休戦)|の(?:猶予|休暇|余裕|遅れ|遅延|期間))"
)
_MINUTES: Final = re.compile(
    r"分(?=で|ほど|程度|余|以上|以内|近く|足らず|未満|に(?:わた|及)|ぶり|ごとに|待ち|遅れ|"
    r"の(?:会談|協議|電話|演説|遅れ|映像|動画)|[もを](?:超|要|費))"
)
_ABOUT: Final = re.compile(r"(?:約|およそ|ほぼ|わずか|計)$")
_RECORD: Final = re.compile(rf"分([{DIGIT}]{{1,2}})秒")
_MINUS: Final = re.compile(
    r"(?:マイナス|零下|氷点下|(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ %％])[-−－])[ 　]?$"
)
_CURRENCY: Final = {"$": Unit.USD, "＄": Unit.USD, "€": Unit.EUR, "¥": Unit.JPY, "￥": Unit.JPY}
_EXCEEDS: Final = re.compile(r"を(?:超|上回)|超(?!大|党)")
_OF_THINGS: Final = re.compile(
    r"の(?=[一-龥]{1,}|[ァ-ヶ]{2})(?!計|合計|総|他|内|倍|位|方|後|前|間|時|日|月|年|人$)"
)
_SETTLEMENTS: Final = re.compile(
    r"の[^、。はがをに]{0,8}?(?:集落|入植地|村|町|居住地|都市)(?![一-龥])"
)
"""What makes a number without a counter of its own count places: 4つの入植地, 約120のユダヤ人入植地."""
_MAGNITUDE: Final = "マグニチュード"
_GREAT: Final = re.compile(r"大(?=[一-龥]{2})(?![会隊学統臣使])")
_TALLY: Final = re.compile(r"(?:賛成|反対|棄権|無効|白票|党)$")
_COUNTERLESS_LEAST: Final = 3
_STRONGEST: Final = 10
"""No earthquake's magnitude reaches this."""
_SCORE: Final = re.compile(rf"[{DIGIT}][ 　]?[-−–―ー対][ 　]?$")
_YEAR_DIGITS: Final = 4
_YEARS_OF_NAMES: Final = range(1900, 2100)
"""What stands in the name of a fair or a plan (2030の公約) is its year."""
_AFTER_LETTER: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ] ?$")
_NO_CAPITAL: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][\-－]?$")


def find_numbers(text: str, times: Sequence[Located], units: Sequence[UnitEntry]) -> list[Number]:
    """Return the figures of `text` in order; nothing inside one of `times` is a figure.

    `times` must be in text order. A numeral whose counter `units` does not list is left out,
    except where the wording shows that things are counted (150を超える, 26の研究所).

    >>> units = [UnitEntry("人", Unit.PERSON), UnitEntry("ユーロ", Unit.EUR)]
    >>> text = "少なくとも1万9000人が避難し、300億ユーロが要る。"
    >>> [(n.value, n.bound.value, n.unit.value) for n in find_numbers(text, [], units)]
    [(19000.0, 'at-least', 'person'), (30000000000.0, 'exact', 'EUR')]
    """
    counters = _counters(tuple(units))
    numbers: list[Number] = []
    taken, position = 0, 0
    tally_end = -100
    groups: set[float] = set()
    for match in _NUMERAL.finditer(text):
        start = match.start()
        if start < taken:
            continue
        while position < len(times) and times[position].end <= start:
            position += 1
        if position < len(times) and _is_inside(text, start, times[position]):
            continue
        quantity = _quantity(text, match, counters)
        if quantity is None:
            tally = _tally(text, match, tally_end)
            if tally is not None:
                numbers.append(tally)
                tally_end = taken = tally.end
            continue
        number = _bounded(text, quantity, counters)
        if number is not None and not _is_known_group(text, number, groups):
            numbers.append(number)
            taken = number.end
    return numbers


def _is_known_group(text: str, number: Number, groups: set[float]) -> bool:
    """True for 3カ国 after 英仏独 or once X、Y、Zの3カ国 has named them; fills `groups`."""
    if not number.counter.endswith("国") or number.bound is not Bound.EXACT:
        return False
    is_known = number.value in groups or is_spelled_group(text, number.start, number.value)
    if is_known or is_listed_group(text, number.start, number.value):
        groups.add(number.value)
    return is_known


def _is_inside(text: str, start: int, time: Located) -> bool:
    """True where a numeral belongs to a time; in 26日から5日間, 5日間 is a figure of its own."""
    is_length = start - time.start > 2 and text.startswith("から", start - 2)
    return time.start <= start and not is_length


# --- a numeral and its counter ------------------------------------------------------------------


class _Counters:
    """The counters by their first character, longest first."""

    def __init__(self, units: tuple[UnitEntry, ...]) -> None:
        self._by_first: dict[str, list[UnitEntry]] = {}
        for unit in sorted(units, key=lambda entry: -len(entry.text)):
            self._by_first.setdefault(unit.text[0], []).append(unit)

    def at(self, text: str, start: int) -> tuple[UnitEntry, int] | None:
        """Return the counter that stands at `start`, after at most one space, and its end."""
        if text[start : start + 1] in (" ", "　"):
            start += 1
        for unit in self._by_first.get(text[start : start + 1], ()):
            end = start + len(unit.text)
            if text.startswith(unit.text, start) and not _goes_on(text, end, unit.text):
                return unit, end
        return None


@lru_cache(maxsize=8)
def _counters(units: tuple[UnitEntry, ...]) -> _Counters:
    return _Counters(units)


def _goes_on(text: str, end: int, counter: str) -> bool:
    """True where a counter is only the beginning of a longer word (3ドンバス, 155mmx)."""
    after, last = text[end : end + 1], counter[-1]
    if "ァ" <= last <= "ヺ" or last == "ー":
        return "ァ" <= after <= "ヺ" or after == "ー"
    return last.isascii() and last.isalpha() and after.isascii() and after.isalnum()


def _quantity(text: str, match: re.Match[str], counters: _Counters) -> Quantity | None:
    start, end = match.span()
    if match["half"]:
        return Quantity(start, end, 50.0, Unit.PERCENT, match[0])
    value = numeral_value(match[0])
    if value is None or _is_part_of_name(text, start):
        return None
    is_kanji, is_vague = bool(match["kanji"]), bool(match["vague"])
    if is_vague and value < 10:
        return None
    special = None if is_vague else _special(text, start, end, value)
    if special is not None:
        return special
    counter = counters.at(text, end)
    if counter is None and not (is_kanji or is_vague):
        return _lower_end(text, start, end, value, counters) or _counterless(
            text, start, end, value
        )
    if counter is None:
        return None
    unit, unit_end = counter
    if unit.text == "つ" and _SETTLEMENTS.match(text, unit_end):
        return Quantity(start, unit_end, value, Unit.SETTLEMENT, unit.text, is_vague, is_kanji)
    amount = round(value * unit.factor, 9)
    quantity = Quantity(start, unit_end, amount, unit.unit, unit.text, is_vague, is_kanji)
    if unit.text == "割" and (tenths := _TENTHS.match(text, unit_end)) is not None:
        more = numeral_value(tenths[1]) or 0.0
        quantity = Quantity(start, tenths.end(), amount + more, Unit.PERCENT, "割")
    return _with_half(text, quantity, unit.factor)


def _with_half(text: str, quantity: Quantity, factor: float) -> Quantity:
    """Return 2時間半, 1年半 and 3カ月半 with their half."""
    if quantity.unit not in (Unit.HOUR, Unit.MONTH, Unit.YEAR):
        return quantity
    if not text.startswith("半", quantity.end) or text.startswith(("ば", "期"), quantity.end + 1):
        return quantity
    return replace(quantity, end=quantity.end + 1, value=quantity.value + factor / 2)


def _lower_end(
    text: str, start: int, end: int, value: float, counters: _Counters
) -> Quantity | None:
    """Return the lower end of a range that has its counter at the upper end only: 5〜6キロ."""
    link = _LINK.match(text, end)
    upper = _NUMERAL.match(text, link.end()) if link else None
    most = numeral_value(upper[0]) if upper and upper["arabic"] else None
    if upper is None or not most:
        return None
    length = _special(text, upper.start(), upper.end(), most)
    if length is not None and length.unit is Unit.DAY and value < most:
        return Quantity(start, end, value, Unit.DAY, "")
    counter = counters.at(text, upper.end())
    if counter is None:
        return None
    if upper[0][-1] in _LARGE and value < (numeral_value(upper[0][:-1]) or 0.0):
        value *= _LARGE[upper[0][-1]]
    if most <= value:
        return None
    return Quantity(start, end, round(value * counter[0].factor, 9), counter[0].unit, "")


def _is_part_of_name(text: str, start: int) -> bool:
    """True after a letter or mark that makes a numeral a name: KH-101, 第76, 07:00, F16."""
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:] or "\n"
    if before in "第:：/／#＃№.．何幾" or (
        before == "・" and start > 1 and text[start - 2].isdigit()
    ):
        return True
    return _NO_CAPITAL.search(text, max(0, start - 2), start) is not None


def _special(text: str, start: int, end: int, value: float) -> Quantity | None:
    """Return a fraction, a magnitude, a length in years or days, or money with its sign in front."""
    if text.endswith(_MAGNITUDE, 0, start) and value < _STRONGEST:
        return Quantity(start - len(_MAGNITUDE), end, value, Unit.OTHER, _MAGNITUDE)
    if (fraction := _FRACTION.match(text, end)) is not None and value:
        share = round(100 * (numeral_value(fraction[1]) or 0.0) / value, 2)
        return Quantity(start, fraction.end(), share, Unit.PERCENT, "分の")
    if (months := _MONTHS.match(text, end)) is not None and value < 1000:
        count = 12 * value + (numeral_value(months[1]) or 0.0)
        return Quantity(start, months.end(), count, Unit.MONTH, "カ月")
    if value < 1000 and text.startswith("年", end):
        is_length = _YEARS.match(text, end) or _YEARS_AFTER.search(text, max(0, start - 5), start)
        if is_length and not text.startswith(("間", "度", "代"), end + 1):
            return _with_half(text, Quantity(start, end + 1, value, Unit.YEAR, "年"), 1)
    if (minutes := _HOURS.match(text, end)) is not None:
        length = round(value + (numeral_value(minutes[1]) or 0.0) / 60, 6)
        return Quantity(start, minutes.end(), length, Unit.HOUR, "時間")
    if text.startswith("分", end) and text[start].isdigit() and not text.endswith("時", 0, start):
        return _minutes(text, start, end, value)
    if (value > 1 and _DAYS.match(text, end)) or (value > 31 and text.startswith("日", end)):
        return Quantity(start, end + 1, value, Unit.DAY, "日")
    currency = _CURRENCY.get(text[start - 1]) if start else None
    return Quantity(start, end, value, currency, text[start - 1]) if currency else None


def _minutes(text: str, start: int, end: int, value: float) -> Quantity | None:
    """Return 約40分 and 40分で in hours; 午後3時40分 is a clock time, 40分 alone may be one."""
    if (record := _RECORD.match(text, end)) is not None:
        seconds = 60 * value + (numeral_value(record[1]) or 0.0)
        return Quantity(start, record.end(), round(seconds / 3600, 6), Unit.HOUR, "秒")
    if text.startswith("間", end + 1):
        return None
    if not (_MINUTES.match(text, end) or _ABOUT.search(text, max(0, start - 3), start)):
        return None
    return Quantity(start, end + 1, round(value / 60, 6), Unit.HOUR, "分")


def _counterless(text: str, start: int, end: int, value: float) -> Quantity | None:
    if value < _COUNTERLESS_LEAST or _AFTER_LETTER.search(text, max(0, start - 2), start):
        return None
    if _SCORE.search(text, max(0, start - 4), start):
        return None
    if _EXCEEDS.match(text, end) or _GREAT.match(text, end):
        great = _GREAT.match(text, end)
        return Quantity(start, great.end() if great else end, value, Unit.OTHER, "")
    if (
        _OF_THINGS.match(text, end)
        and value == int(value)
        and not (end - start == _YEAR_DIGITS and value in _YEARS_OF_NAMES)
        and text[start - 1] not in "秒分時年月日"
    ):
        is_place = _SETTLEMENTS.match(text, end) is not None
        return Quantity(start, end, value, Unit.SETTLEMENT if is_place else Unit.ITEM, "")
    return None


def _tally(text: str, match: re.Match[str], last_end: int) -> Number | None:
    """Return one entry of a count of votes or seats: 賛成31、反対4."""
    start, end = match.span()
    if not match["arabic"] or text[end : end + 1] in _TALLY_NEVER_BEFORE:
        return None
    chained = 2 <= start - last_end <= 12 and not _TALLY_GAP.search(text, last_end, start)
    if not chained and not _TALLY.search(text, max(0, start - 2), start):
        return None
    value = numeral_value(match[0])
    if value is None:
        return None
    return Number(start, end, value, None, Bound.EXACT, Unit.OTHER, "", start)


_TALLY_NEVER_BEFORE: Final = frozenset("年月日時分歳代位号番条項次期第のつ")
_TALLY_GAP: Final = re.compile(r"[。「」\n（(0-9０-９はがを]")


# --- bounds and ranges --------------------------------------------------------------------------


def _bounded(text: str, quantity: Quantity, counters: _Counters) -> Number | None:
    value, start = quantity.value, quantity.start
    minus = _MINUS.search(text, max(0, start - 5), start)
    if minus is not None:
        value, start = -value, minus.start()
    ranged = _range(text, quantity, counters)
    end = ranged.end if ranged else quantity.end
    around = bound_around(text, start, end, is_negative=minus is not None)
    bound = around.bound
    if ranged is not None:
        bound = Bound.RANGE
    elif quantity.is_vague:
        bound = Bound.AT_LEAST
    if ranged is None and not is_counted(
        text,
        quantity.start,
        quantity.end,
        quantity.value,
        quantity.unit,
        quantity.counter,
        is_bounded=bound is not Bound.EXACT or minus is not None,
        is_vague=quantity.is_vague,
        is_kanji=quantity.is_kanji,
    ):
        return None
    maximum = None if ranged is None else (-ranged.value if minus else ranged.value)
    unit, counter = (ranged or quantity).unit, (ranged or quantity).counter
    return Number(around.start, around.end, value, maximum, bound, unit, counter, quantity.start)


def _range(text: str, quantity: Quantity, counters: _Counters) -> Quantity | None:
    """Return the upper end of a range that begins with `quantity`: 40%から50%, 3万人ないし4万人."""
    link = _LINK.match(text, quantity.end)
    other = _NUMERAL.match(text, link.end()) if link else None
    if link is None or other is None or other["half"] or other["vague"]:
        return None
    upper = _quantity(text, other, counters)
    if upper is None or upper.value <= quantity.value:
        return None
    if upper.unit is not quantity.unit and not upper.counter.startswith(quantity.counter):
        return None
    if "から" in link[0] and _CHANGE.match(text, upper.end):
        return None
    return upper
