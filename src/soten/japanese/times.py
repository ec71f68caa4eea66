"""Time expressions of Japanese reporting, found in one pass and still without anchor.

A scan stops only at characters that can begin an expression; the rules of that character are then
tried in order. Every pattern is bounded, so the work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from soten.japanese.anchoring import anchor_times
from soten.japanese.calendar import Precision
from soten.japanese.calendarterms import find_calendar_term, relation_after
from soten.japanese.moments import Base, Moment, Relation, Time, TimeExpression, TimeKind
from soten.japanese.numerals import whole_number
from soten.japanese.numericdates import find_numeric_date
from soten.japanese.timewords import (
    LOOSE_WORDS,
    MONTH_WORDS,
    NOT_AFTER,
    PLAIN_WORDS,
    WEEK_PARTS,
    WEEK_WORDS,
    WEEKDAYS,
    WINDOW_WORDS,
)

__all__ = ["Time", "TimeExpression", "anchor_times", "find_times"]

Rule = Callable[[str, int], TimeExpression | None]

_KANJI: Final = re.compile(r"[一-龥々]")
_COUNT = r"(?:[0-9０-９]、[0-9０-９](?=日)|[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|数)"
_UNIT = r"(?P<unit>時間|日|週|[かカヵヶケ箇]月|年)"
_VAGUE = 3
"""What 数 counts as."""

_WINDOW: Final = re.compile(
    rf"(?P<w>{'|'.join(WINDOW_WORDS)})の?(?:約|およそ|わずか)?(?P<n>{_COUNT}){_UNIT}間?(?:以内|中)?"
)
_AGO: Final = re.compile(
    rf"(?P<so>その)?(?P<n>{_COUNT}){_UNIT}間?(?:以上|ほど|余り|あまり|近く)?"
    r"(?P<way>前(?![後倒進提半日夜])|後(?![半退])|以内|中(?=に|、|で))"
)
_RANGE_BEFORE: Final = re.compile(r"[0-9０-９数][ 　]?[~～〜\-−–―][ 　]?$")
_ROUGHLY: Final = re.compile(r"(?:(?<![契公条制])約|およそ|ほぼ|[0-9０-９一二三四]、)$")
_MONTHS_UNTIL: Final = re.compile(
    rf"(?P<w>{'|'.join(MONTH_WORDS)})までの?約?(?P<n>{_COUNT})[かカヵヶケ箇]月間?"
)
_WEEK: Final = re.compile(
    rf"(?P<w>{'|'.join(sorted(WEEK_WORDS, key=len, reverse=True))})"
    rf"の?(?:(?P<day>[月火水木金土日])曜日?|(?P<part>{'|'.join(WEEK_PARTS)})(?![国東央]))?"
)
_WEEKDAY: Final = re.compile(
    r"(?P<day>[月火水木金土日])曜日?(?![紙版枠会市]|ドラマ|劇場|礼拝|学校)"
    r"(?:の?(?:未明|早朝|朝(?!刊)|午前|午後|夕方|夜|深夜))?"
)
_PLAIN: Final = re.compile(
    rf"(?P<w>{'|'.join(sorted(PLAIN_WORDS, key=len, reverse=True))})"
    r"(?:の?[月火水木金土日]曜日?)?(?:の?(?:未明|早朝|朝|午前|午後|夕方|夜|深夜))?"
)
_LOOSE: Final = tuple((re.compile(pattern), moment) for pattern, moment in LOOSE_WORDS)


def find_times(text: str) -> list[TimeExpression]:
    """Return every expression in `text` that can be anchored, in text order, without overlap.

    Durations (5時間), vague words (最近) and numbers that only look like dates are left out.

    >>> text = "協議は20日、5時間続いた。"
    >>> [text[time.start : time.end] for time in find_times(text)]
    ['20日']
    """
    found: list[TimeExpression] = []
    end = 0
    for trigger in _TRIGGER.finditer(text):
        start = trigger.start()
        if start < end:
            continue
        for rule in _RULES[trigger[0]]:
            expression = rule(text, start)
            if expression is not None:
                found.append(expression)
                end = expression.end
                break
    return found


def _window(text: str, start: int) -> TimeExpression | None:
    """ここ数週間, 過去24時間, 今後2年間, この10年."""
    match = _WINDOW.match(text, start)
    if match is None or not (count := _count(match["n"])):
        return None
    base, way = WINDOW_WORDS[match["w"]]
    unit, size = _unit(match["unit"])
    if match["unit"] == "時間":
        unit, size, count = Precision.DAY, 1, max(1, round(count / 24))
    if unit is Precision.DAY and match["w"] in ("過去", "今後"):
        base = Base.STORY
    told = unit
    if unit is Precision.MONTH and match["n"] == "数" and way < 0:
        told = Precision.DAY  # a stretch that ends today
    far = Moment(told, base, way * count * size, unit)
    near = Moment(told, base, 1 if way > 0 and unit is Precision.YEAR else 0, told)
    first, last = (far, near) if way < 0 else (near, far)
    return TimeExpression(start, match.end(), TimeKind.RELATIVE, first, last)


def _months_until(text: str, start: int) -> TimeExpression | None:
    """先月までの10か月間."""
    match = _MONTHS_UNTIL.match(text, start)
    if match is None or not (count := _count(match["n"])):
        return None
    base, shift = MONTH_WORDS[match["w"]]
    first = Moment(Precision.MONTH, base, shift - count + 1, Precision.MONTH)
    last = Moment(Precision.MONTH, base, shift, Precision.MONTH)
    return TimeExpression(start, match.end(), TimeKind.RELATIVE, first, last)


def _ago(text: str, start: int) -> TimeExpression | None:
    """3年前, 数日前, その2日後, 数日以内; not 期限の6カ月前まで or 5〜10年後."""
    match = _AGO.match(text, start)
    if match is None or match["unit"] == "時間" or not (count := _count(match["n"])):
        return None
    before = text[start - 1] if start else "\n"
    if before in "毎第" or _RANGE_BEFORE.search(text, max(0, start - 4), start):
        return None
    vague, way, end = match["n"] == "数", match["way"], match.end()
    if way == "前" and before == "の" and text.startswith("まで", end):
        return None
    unit, size = _unit(match["unit"])
    if way in ("以内", "中"):
        if not vague or before == "の":
            return None
        last = Moment(unit, Base.STORY, count * size, unit)
        return TimeExpression(
            start, end, TimeKind.ANAPHORIC, Moment(unit, Base.STORY, 0, unit), last, Relation.UNTIL
        )
    if way == "後":
        if not match["so"] and before not in "\n、。「 　":
            return None
        moment = Moment(unit, Base.STORY, count * size, unit)
        return TimeExpression(start, end, TimeKind.ANAPHORIC, moment, approximate=vague)
    vague = vague or bool(_ROUGHLY.search(text, max(0, start - 3), start))
    of_event = bool(match["so"]) or before in "るのたか"
    base = Base.STORY if of_event and before != "た" else Base.DOCUMENT
    kind = TimeKind.ANAPHORIC if base is Base.STORY else TimeKind.RELATIVE
    told = _COARSER.get(match["unit"][-1:], unit) if match["n"] == "数" else unit
    moment = Moment(told, base, -count * size, unit)
    return TimeExpression(start, end, kind, moment, None, relation_after(text, end), vague)


_IN_KANA: Final = frozenset(("あす", "きのう", "けさ", "その日", "あさって"))
"""Words that turn up inside others; only a particle may come before."""
_AFTER_NO_KANJI: Final = frozenset(
    ("当日", "前夜", "年末", "月末", "年初", "月内", "年内", "週末", "上旬", "中旬", "下旬")
)
"""Words that a compound may hold (革命前夜); a kanji or digit before makes them part of it."""


_PART_OF_WORD: Final = re.compile("[一-龥々ァ-ー0-9０-９]")
_NOWADAYS: Final = re.compile("では(?!な)|においても|に至るまで|的な")


def _week(text: str, start: int) -> TimeExpression | None:
    """先週, 今週月曜日, 来週初め, 先週末."""
    match = _WEEK.match(text, start)
    if match is None or _is_cut(text, match.end(), match["w"]):
        return None
    base, shift = WEEK_WORDS[match["w"]]
    kind = TimeKind.RELATIVE if base is Base.DOCUMENT else TimeKind.ANAPHORIC
    if match["day"]:
        day = WEEKDAYS[match["day"]]
        moment = Moment(Precision.DAY, base, shift, Precision.WEEK, weekday=day)
    else:
        part = WEEK_PARTS[match["part"]] if match["part"] else None
        moment = Moment(Precision.WEEK, base, shift, Precision.WEEK, part=part)
    relation = relation_after(text, match.end())
    return TimeExpression(start, match.end(), kind, moment, None, relation)


def _weekday(text: str, start: int) -> TimeExpression | None:
    """月曜日, 日曜; not 毎週月曜日."""
    match = _WEEKDAY.match(text, start)
    if match is None or text.endswith(("毎週", "毎", "曜", "隔週"), 0, start):
        return None
    moment = Moment(Precision.DAY, weekday=WEEKDAYS[match["day"]])
    relation = relation_after(text, match.end())
    return TimeExpression(start, match.end(), TimeKind.PARTIAL, moment, None, relation)


def _plain(text: str, start: int) -> TimeExpression | None:
    """きょう, 前日, 昨夏, 年内; not 前日本代表, 革命前夜."""
    match = _PLAIN.match(text, start)
    if match is None or _is_cut(text, match.end(), match["w"]):
        return None
    word, moment = match["w"], PLAIN_WORDS[match["w"]]
    before = text[start - 1] if start else "\n"
    if word in _AFTER_NO_KANJI and _PART_OF_WORD.match(before):
        return None
    if word == "今日" and _NOWADAYS.match(text, match.end()):
        return None
    if word in _IN_KANA and "ぁ" <= before <= "ん" and before not in "はがもにをのと":
        return None
    kind = _KINDS[moment.base]
    relation = relation_after(text, match.end())
    return TimeExpression(start, match.end(), kind, moment, None, relation)


def _loose(text: str, start: int) -> TimeExpression | None:
    """現在, 深夜に, 冬が来る前; not 2025年現在, 現在の体制, 厳冬."""
    before = text[start - 1] if start else "\n"
    if before.isdigit() or _KANJI.match(before):
        return None
    for pattern, moment in _LOOSE:
        match = pattern.match(text, start)
        if match is not None:
            return TimeExpression(start, match.end(), _KINDS[moment.base], moment)
    return None


def _is_cut(text: str, end: int, word: str) -> bool:
    return text[end : end + 1] != "" and text[end] in NOT_AFTER.get(word, "")


def _count(raw: str) -> int:
    return _VAGUE if raw == "数" else whole_number(raw[-1] if "、" in raw else raw) or 0


def _unit(word: str) -> tuple[Precision, int]:
    if word == "年":
        return Precision.YEAR, 1
    if word.endswith("月"):
        return Precision.MONTH, 1
    return Precision.DAY, 7 if word == "週" else 1


_COARSER: Final = {"月": Precision.YEAR, "週": Precision.MONTH}
"""数カ月前 names a year at best, 数週間前 a month."""

_KINDS: Final = {
    Base.CONTEXT: TimeKind.PARTIAL,
    Base.DOCUMENT: TimeKind.RELATIVE,
    Base.STORY: TimeKind.ANAPHORIC,
    Base.FIRST: TimeKind.PARTIAL,
}
_TRIGGERS: Final[dict[str, tuple[str, tuple[Rule, ...]]]] = {
    "0123456789": (
        r"(?<![0-9０-９一二三四五六七八九十])[{}]",
        (find_numeric_date, _ago, find_calendar_term),
    ),
    "０１２３４５６７８９〇一二三四五六七八九十": (
        r"(?<![0-9０-９〇一二三四五六七八九十])[{}]",
        (_plain, _ago, find_calendar_term),
    ),
    "令平昭大明": (r"[令平昭大](?=[和成正])|明(?=[日後朝晩夜治])", (find_calendar_term, _plain)),
    "今": (
        r"今(?=[日年月週夜晩朝夕後春夏秋冬])",
        (_week, _plain, _months_until, find_calendar_term, _window),
    ),
    "昨去再同翌来": (
        r"[昨去再同翌来](?=[年月週日夜晩夕朝春夏秋冬来々じ])",
        (_week, _plain, find_calendar_term),
    ),
    "先前本当": (
        r"[先前本当](?=[年月週日夜晩々])",
        (_week, _months_until, _plain, find_calendar_term),
    ),
    "こ": (
        r"こ(?=[このれ])|(?<![うくぐすずつづぬぶむるたいのなんだ])こ(?=とし[のはにも、0-9０-９一二三四五六七八九十])",
        (_window, _plain, find_calendar_term),
    ),
    "過向直最": (r"[過向直最](?=[去こ近])", (_window,)),
    "そ": (r"そ(?=の[0-9０-９一二三四五六七八九十数日])", (_ago, _plain)),
    "きあおけゆ": (r"[きあおけゆ](?=[ょのすさとう])", (_plain, find_calendar_term)),
    "月火水木金土日": (r"[月火水木金土日](?=曜)|月(?=[末初内])", (_weekday, _plain)),
    "週年": (r"[週年](?=[末初内明])", (_plain,)),
    "現深未早春夏秋冬": (r"[現深未早](?=[在夜明朝])|[春夏秋冬](?=[がにのまを])", (_loose,)),
    "上中下": (r"[上中下](?=旬)", (_plain,)),
    "数": (r"数(?=[日週年かカヵヶケ箇])", (_ago,)),
    "JFMASOND": (r"(?<![A-Za-z])[{}](?=[a-z]{{2}})", (find_numeric_date,)),
}
"""Characters that can begin an expression, where they can, and the rules to try in order."""

_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    character: rules for characters, (_, rules) in _TRIGGERS.items() for character in characters
}
_TRIGGER: Final = re.compile(
    "|".join(pattern.format(characters) for characters, (pattern, _) in _TRIGGERS.items())
)
