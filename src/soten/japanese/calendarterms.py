"""Calendar terms: 2025年11月20日, 令和7年, 去年5月, 20日, 月末, 1月30日から31日."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from soten.japanese.calendar import SEASONS, Part, Precision, era_year
from soten.japanese.moments import Base, Moment, Relation, TimeExpression, TimeKind
from soten.japanese.numerals import fold_digits, whole_number
from soten.japanese.timewords import MONTH_WORDS, PARTS, YEAR_WORDS


def _longest_first(words: dict[str, object] | dict[str, tuple[Base, int]]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_N = r"(?:[0-9０-９]{1,2}|[〇一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:1[5-9]|2[01])\d\d|[１２][０-９]{3}|[一二][〇一二三四五六七八九]{3})"
_ERA = r"(?:令和|平成|昭和|大正|明治)"
_CLOCK = r"[0-9０-９]{1,2}時(?:半|[0-9０-９]{1,2}分)?"
_DAYTIME = (
    r"(?:の?(?:未明|早朝|朝方|朝|午前中?|正午|昼過ぎ|昼|午後|夕方|夕|夜間|夜半|夜遅く|夜|深夜)"
    rf"(?![日刊])(?:の?{_CLOCK})?|{_CLOCK})"
)
_NOTE = r"[ 　]?[(（][月火水木金土日](?:曜日?)?(?:[・、]?祝日?)?[)）]"
_PART = (
    rf"の?(?:{'|'.join(sorted(PARTS, key=len, reverse=True))})(?![期端])"
    r"|中(?=に|、|の|で(?!き)|も|は)|内(?=に|、|の|で)"
)

_SHORT_YEAR = (
    r"末|初め|初頭|度|以降|以来|までに|時点|当時|[春夏秋冬](?!間)|から(?!の?[0-9０-９])|"
    r"に(?!わた|及|も|[一1１0-9０-９]|な[っりる]|迫|達|延|短|上|満|相当|近|かけ|つき|渡|減|伸|増|し|す|引|改|変|定|決|縮|拡|分|入)"
)
"""What follows 24年 where it is a year and no length: 24年末, 24年以降, 24年に; not 20年にわたり."""
_TERM: Final = re.compile(
    rf"(?:(?:(?P<yw>{_longest_first(YEAR_WORDS)})度?"
    rf"|(?P<era>{_ERA})(?P<ey>元|{_N})年度?"
    rf"|(?P<y>{_YEAR})(?:年?[ ]?[(（]{_ERA}(?:元|{_N})年?[)）]年?|[ ]?年)(?P<decade>代)?度?"
    rf"|[’'‘]?(?P<y2>[0-9０-９]{{2}})年(?={_N}月)"
    rf"|(?P<y3>[0123][0-9]|[89][0-9])年(?={_SHORT_YEAR})度?)"
    rf"(?:[ 　](?={_N}[ ]?月)|の(?={_N}月|[初始は上中下半な前後末春夏秋冬いう当]))?)?"
    rf"(?:(?P<mw>{_longest_first(MONTH_WORDS)})(?:の(?={_N}日|[初始は上中下半な前後末]))?"
    rf"|(?:(?P<m1>{_N})[ ]?[~～〜\-−–、・][ ]?)?(?P<m>{_N})[ ]?月(?![間面光給])"
    rf"(?:の(?={_N}日)|[ 　](?={_N}[ ]?日))?)?"
    rf"(?:(?P<d1>{_N})[ ]?[~～〜\-−–、・][ ]?(?P<d2>{_N})[ ]?(?:の?両)?日(?!間)"
    rf"|(?P<d>{_N})[ ]?日(?!間))?"
    rf"(?P<note>{_NOTE})?"
    rf"(?P<part>{_PART}|の?[春夏秋冬](?![季期至分眠日樹山葉]))?"
)
_DURATION: Final = re.compile(
    r"以上|以内|以下|前(?![日夜])|後(?!半)|ぶり|連続|目|分|余|ほど|程度|たっ|たた|かけ|[をが]経|"
    r"[がを]過ぎ|にわた|足らず|未満|あた|当た|[0-9０-９一二三四五]+[回度人食]|平均|限り|がかり|酔|"
    r"月(?!曜)|本[人国政海語側]|中ずっと|も早|の間(?![柄取])|の(?:一時)?停戦[案期]|"
    r"戦争|ルール|計画|の(?:猶予|休暇|余裕|遅れ|遅延|期間)|という(?:期間|時間|長さ|短さ|短い|長い)|は(?:短|長)[すい]"
)
_RANGE_BEFORE: Final = re.compile(r"[0-9０-９][ 　]?[~～〜\-−–―、][ 　]?$")
_SHORT_TRUCE: Final = re.compile(r"[で中]|の(?:一時)?(?:停戦|休戦|停止|中断)")
_MOST_TRUCE_DAYS: Final = 7
"""2〜3日の停戦 lasts two or three days; 9〜11日の停戦 is from the 9th to the 11th."""
_KANJI_DAY: Final = re.compile(r"[にのはかま、付夜午未早朝夕深正（(]|以降")
_RANGE: Final = re.compile(r"[ 　]?(?:から|[~～〜\-−–—])[ 　]?")
_SPAN: Final = re.compile(rf"から(?P<n>{_N})日間")
_WEEK: Final = re.compile(r"(?:から|に)始まる週|の週(?![末間])")
_TAIL: Final = re.compile(rf"(?:{_DAYTIME})?(?:{_NOTE})?")
_ROUGHLY: Final = re.compile("ごろ|頃|前後")
_UNTIL: Final = re.compile(r"まで|迄|[をが]?期限")
_SINCE: Final = re.compile(r"から|より|以降|以後|以来")
_DIGITS: Final = "0123456789０１２３４５６７８９〇一二三四五六七八九十"
_NUMBER_BEFORE: Final = "第約毎丸計各満.．,，数" + _DIGITS


def relation_after(text: str, end: int) -> Relation:
    """Return whether the words after a time make it an end (まで) or a beginning (から)."""
    if _UNTIL.match(text, end):
        return Relation.UNTIL
    return Relation.SINCE if _SINCE.match(text, end) else Relation.AT


def find_calendar_term(text: str, start: int) -> TimeExpression | None:
    """Return the year, month or day, or range of such, that begins at `start`, if one does.

    Left alone: durations (5日間, 1日3回), ordinals (第3日), 毎月20日, 三日月, 前年比.
    """
    if text[start] in _DIGITS and start and text[start - 1] in _NUMBER_BEFORE:
        return None
    match = _TERM.match(text, start)
    if match is None or match.end() == start or _is_other(text, start, match):
        return None
    first, last = _moments(match)
    if first is None:
        return None
    end, kind = match.end(), _kind(match)
    if last is None and first.unit is Precision.DAY:
        week = _WEEK.match(text, end)
        if week is not None:
            first = replace(first, unit=Precision.WEEK)
            return TimeExpression(start, week.end(), kind, first)
    if last is None:
        last, end = _range_end(text, first, end)
    return _finished(text, start, end, kind, first, last)


def _finished(
    text: str, start: int, end: int, kind: TimeKind, first: Moment, last: Moment | None
) -> TimeExpression:
    if (last or first).unit is Precision.DAY and (last or first).day is not None:
        tail = _TAIL.match(text, end)
        end = end if tail is None else tail.end()
    roughly = _ROUGHLY.match(text, end)
    end = end if roughly is None else roughly.end()
    relation = relation_after(text, end)
    return TimeExpression(start, end, kind, first, last, relation, roughly is not None)


def _is_no_day(text: str, start: int, end: int, number: str) -> bool:
    """True where a bare 日 counts days (2日で使う), returns (毎月20日) or begins a word (三日月)."""
    if text.startswith("の間", end) and text.endswith("日と", 0, start):
        return False
    if _DURATION.match(text, end) or text.endswith(("毎月", "毎年"), 0, start):
        return True
    after = text[end : end + 1]
    if after == "で" and start and text[start - 1] in "がはもをに":
        return True
    if number[0] in "一二三四五六七八九十" and not _KANJI_DAY.match(text, end):
        return True
    return number == "一" and after not in ("付", "夜")


def _is_length(text: str, end: int, first: str, last: str) -> bool:
    """True where 2〜3日 counts days: 2〜3日の停戦, 2、3日で; 両 and 付 mark days of the month."""
    low, high = whole_number(first) or 0, whole_number(last) or 0
    is_close = high - low == 1 and high <= _MOST_TRUCE_DAYS
    return is_close and _SHORT_TRUCE.match(text, end) is not None


def _is_other(text: str, start: int, match: re.Match[str]) -> bool:
    """True where the words matched are a duration, a repeated time or part of another word."""
    end = match.end()
    after = text[end : end + 1]
    if match["d"] and not (match["m"] or match["mw"]):
        is_rest = _RANGE_BEFORE.search(text, max(0, start - 4), start) is not None
        return is_rest or _is_no_day(text, start, end, match["d"])
    if match["d2"] and not (match["m"] or match["mw"]):
        day = text.index("日", match.end("d2"))
        is_count = text[day - 1] != "両" and _is_no_day(text, start, end, match["d1"])
        return is_count or _is_length(text, day + 1, match["d1"], match["d2"])
    if match["d"] or match["d2"]:
        return False
    if match["part"] and not (
        match["m"] or match["mw"] or match["yw"] or match["y"] or match["y3"] or match["era"]
    ):
        return True
    if match["m"] and not (match["y"] or match["yw"] or match["era"] or match["y2"]):
        return text.endswith("毎年", 0, start) or after in ("号", "党", "革", "雨")
    if match["y3"] and (
        not _BEFORE_YEAR.search(text, max(0, start - 1), start)
        or _SHORT_YEAR_DURATION.match(text, end)
    ):
        return True
    if match["y"] and not match["m"] and _YEAR_DURATION.match(text, end):
        return True
    only_word = bool(match["yw"]) and not match["m"] and not match["part"]
    return (only_word or bool(match["mw"])) and after in ("比", "同", "代")


_BEFORE_YEAR: Final = re.compile(r"(?:^|[\s、。（(「『はがのにもとで])$")
_YEAR_DURATION: Final = re.compile(r"間|ぶり|以上|余り|前(?![半期])|来の|の歴史|問題")
_SHORT_YEAR_DURATION: Final = re.compile(r"に(?:続く|続い|わた|及)")


def _kind(match: re.Match[str]) -> TimeKind:
    if match["y"] or match["era"] or match["y2"] or match["y3"]:
        return TimeKind.ABSOLUTE
    word = YEAR_WORDS.get(match["yw"] or "") or MONTH_WORDS.get(match["mw"] or "")
    if word is None:
        return TimeKind.PARTIAL
    return TimeKind.RELATIVE if word[0] is Base.DOCUMENT else TimeKind.ANAPHORIC


def _moments(match: re.Match[str]) -> tuple[Moment | None, Moment | None]:
    year = _year(match)
    month, day = _small(match["m1"] or match["m"], 12), _small(match["d1"] or match["d"], 31)
    if 0 in (year, month, day):
        return None, None
    part, season = _part(match["part"])
    base, shift, shift_unit = _base(match)
    if match["decade"]:
        return Moment(Precision.DECADE, year=year, part=part), None
    unit = (
        Precision.DAY
        if day is not None
        else Precision.SEASON
        if season is not None
        else Precision.MONTH
        if month is not None or match["mw"]
        else Precision.YEAR
    )
    first = Moment(
        unit, base, shift, shift_unit, year, month, day, season=season, part=None if day else part
    )
    if match["d2"]:
        return first, _last(match["d2"], 31, Precision.DAY)
    if match["m1"]:
        if day is not None:
            return None, None
        return replace(first, part=None), _last(match["m"], 12, Precision.MONTH)
    return first, None


def _last(raw: str, most: int, unit: Precision) -> Moment | None:
    number = _small(raw, most)
    if not number:
        return None
    if unit is Precision.DAY:
        return Moment(unit, Base.FIRST, day=number)
    return Moment(unit, Base.FIRST, month=number)


def _base(match: re.Match[str]) -> tuple[Base, int, Precision | None]:
    if match["yw"]:
        base, shift = YEAR_WORDS[match["yw"]]
        return base, shift, Precision.YEAR
    if match["mw"]:
        base, shift = MONTH_WORDS[match["mw"]]
        return base, shift, Precision.MONTH
    return Base.CONTEXT, 0, None


def _year(match: re.Match[str]) -> int | None:
    """Return the year written, 0 where it cannot be, None where none is."""
    if match["y"]:
        return int(fold_digits(match["y"]))
    if match["era"]:
        number = 1 if match["ey"] == "元" else whole_number(match["ey"])
        return era_year(match["era"], number or 0) or 0
    if match["y2"] or match["y3"]:
        short = int(fold_digits(match["y2"] or match["y3"]))
        return 2000 + short if short < 60 else 1900 + short
    return None


def _small(raw: str | None, most: int) -> int | None:
    """Return a month or day, 0 where it is out of range, None where none is written."""
    if raw is None:
        return None
    number = whole_number(raw)
    return number if number is not None and 1 <= number <= most else 0


def _part(raw: str | None) -> tuple[Part | None, int | None]:
    word = (raw or "").removeprefix("の")
    if word in SEASONS:
        return None, SEASONS[word]
    return (Part.WHOLE if word in ("中", "内") else PARTS.get(word)), None


def _range_end(text: str, first: Moment, end: int) -> tuple[Moment | None, int]:
    """Return the other end of a range that begins before `end`, and where it is over."""
    span = _SPAN.match(text, end) if first.unit is Precision.DAY else None
    if span is not None:
        days = whole_number(span["n"]) or 1
        return Moment(Precision.DAY, Base.FIRST, days - 1, Precision.DAY), span.end()
    daytime = _TAIL.match(text, end) if first.unit is Precision.DAY else None
    link = _RANGE.match(text, daytime.end() if daytime else end)
    other = _TERM.match(text, link.end()) if link else None
    if link is None or other is None or other.end() == link.end():
        return None, end
    last, nothing = _moments(other)
    if last is None or nothing is not None:
        return None, end
    if _is_other(text, link.end(), other) and not text.startswith("の間", other.end()):
        return None, end
    if last.base is Base.CONTEXT and last.year is None:
        last = replace(last, base=Base.FIRST)
    return last, other.end()
