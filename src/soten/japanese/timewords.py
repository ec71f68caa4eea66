"""The words of time, as tables: which day, week, month or year each names, from where."""

from __future__ import annotations

from typing import Final

from soten.japanese.calendar import Part, Precision
from soten.japanese.moments import Base, Moment

_DAY, _WEEK, _MONTH = Precision.DAY, Precision.WEEK, Precision.MONTH
_SEASON, _YEAR = Precision.SEASON, Precision.YEAR
_DOCUMENT, _STORY = Base.DOCUMENT, Base.STORY

YEAR_WORDS: Final[dict[str, tuple[Base, int]]] = {
    "今年": (_DOCUMENT, 0),
    "ことし": (_DOCUMENT, 0),
    "本年": (_DOCUMENT, 0),
    "昨年": (_DOCUMENT, -1),
    "去年": (_DOCUMENT, -1),
    "一昨年": (_DOCUMENT, -2),
    "おととし": (_DOCUMENT, -2),
    "来年": (_DOCUMENT, 1),
    "再来年": (_DOCUMENT, 2),
    "同年": (_STORY, 0),
    "前年": (_STORY, -1),
    "翌年": (_STORY, 1),
}
MONTH_WORDS: Final[dict[str, tuple[Base, int]]] = {
    "今月": (_DOCUMENT, 0),
    "先月": (_DOCUMENT, -1),
    "先々月": (_DOCUMENT, -2),
    "来月": (_DOCUMENT, 1),
    "再来月": (_DOCUMENT, 2),
    "同月": (_STORY, 0),
    "前月": (_STORY, -1),
    "翌月": (_STORY, 1),
}
WEEK_WORDS: Final[dict[str, tuple[Base, int]]] = {
    "今週": (_DOCUMENT, 0),
    "先週": (_DOCUMENT, -1),
    "先々週": (_DOCUMENT, -2),
    "来週": (_DOCUMENT, 1),
    "再来週": (_DOCUMENT, 2),
    "前週": (_STORY, -1),
    "翌週": (_STORY, 1),
}
WEEKDAYS: Final = {"月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6}

PARTS: Final[dict[str, Part]] = {
    "初め": Part.EARLY,
    "始め": Part.EARLY,
    "はじめ": Part.EARLY,
    "初頭": Part.EARLY,
    "初旬": Part.EARLY,
    "上旬": Part.EARLY,
    "当初": Part.EARLY,
    "中旬": Part.MIDDLE,
    "半ば": Part.MIDDLE,
    "なかば": Part.MIDDLE,
    "中ごろ": Part.MIDDLE,
    "中頃": Part.MIDDLE,
    "下旬": Part.LATE,
    "終盤": Part.LATE,
    "末": Part.END,
    "末日": Part.END,
    "前半": Part.FIRST_HALF,
    "上半期": Part.FIRST_HALF,
    "後半": Part.SECOND_HALF,
    "下半期": Part.SECOND_HALF,
    "いっぱい": Part.WHOLE,
}
"""Parts of a month or year. 中 and 内 mean the whole, where no other word begins with them."""

WEEK_PARTS: Final[dict[str, Part]] = {
    "初め": Part.EARLY,
    "半ば": Part.MIDDLE,
    "末": Part.END,
    "前半": Part.FIRST_HALF,
    "後半": Part.SECOND_HALF,
    "中": Part.WHOLE,
}

WINDOW_WORDS: Final[dict[str, tuple[Base, int]]] = {
    "過去": (_DOCUMENT, -1),
    "直近": (_DOCUMENT, -1),
    "最近": (_DOCUMENT, -1),
    "ここ": (_DOCUMENT, -1),
    "この": (_DOCUMENT, -1),
    "今後": (_DOCUMENT, 1),
    "向こう": (_DOCUMENT, 1),
    "これから": (_DOCUMENT, 1),
}
"""Words that turn a duration into a stretch before (-1) or after (1) the writer's day."""


def _day(base: Base, shift: int) -> Moment:
    return Moment(_DAY, base, shift, _DAY)


def _season(shift: int, season: int) -> Moment:
    return Moment(_SEASON, _DOCUMENT, shift, _YEAR, season=season)


PLAIN_WORDS: Final[dict[str, Moment]] = {
    **dict.fromkeys(
        ("きょう", "今日", "本日", "けさ", "今朝", "今夜", "今晩", "今夕"), _day(_DOCUMENT, 0)
    ),
    **dict.fromkeys(("きのう", "昨日", "昨夜", "昨晩", "昨夕", "ゆうべ"), _day(_DOCUMENT, -1)),
    **dict.fromkeys(("一昨日", "おととい"), _day(_DOCUMENT, -2)),
    **dict.fromkeys(("明日", "あす", "明朝", "明晩", "明夜"), _day(_DOCUMENT, 1)),
    **dict.fromkeys(("明後日", "あさって"), _day(_DOCUMENT, 2)),
    **dict.fromkeys(("同日", "同じ日", "この日", "その日", "当日"), _day(_STORY, 0)),
    **dict.fromkeys(("前日", "前夜", "前晩"), _day(_STORY, -1)),
    **dict.fromkeys(("翌日", "翌朝", "翌晩", "翌夜"), _day(_STORY, 1)),
    "前々日": _day(_STORY, -2),
    "翌々日": _day(_STORY, 2),
    "今春": _season(0, 21),
    "昨春": _season(-1, 21),
    "来春": _season(1, 21),
    "今夏": _season(0, 22),
    "この夏": _season(0, 22),
    "昨夏": _season(-1, 22),
    "来夏": _season(1, 22),
    "今秋": _season(0, 23),
    "この秋": _season(0, 23),
    "昨秋": _season(-1, 23),
    "来秋": _season(1, 23),
    "今冬": _season(0, 24),
    "この冬": _season(0, 24),
    "昨冬": _season(-1, 24),
    "来冬": _season(1, 24),
    "週末": Moment(_WEEK, part=Part.END),
    "週明け": Moment(_DAY, weekday=0),
    "週内": Moment(_WEEK, _DOCUMENT, 0, _WEEK),
    "月末": Moment(_MONTH, _DOCUMENT, 0, _MONTH, part=Part.END),
    "月初め": Moment(_MONTH, _DOCUMENT, 0, _MONTH, part=Part.EARLY),
    "月内": Moment(_MONTH, _DOCUMENT, 0, _MONTH, part=Part.END),
    "年末": Moment(_YEAR, _DOCUMENT, 0, _YEAR, part=Part.END),
    "年内": Moment(_YEAR, _DOCUMENT, 0, _YEAR, part=Part.END),
    "年初": Moment(_MONTH, _DOCUMENT, 0, _YEAR, month=1),
    "年明け": Moment(_MONTH, month=1),
    "上旬": Moment(_MONTH, _STORY, 0, _MONTH, part=Part.EARLY),
    "中旬": Moment(_MONTH, _STORY, 0, _MONTH, part=Part.MIDDLE),
    "下旬": Moment(_MONTH, _STORY, 0, _MONTH, part=Part.LATE),
}
"""Words that name a time by themselves."""

LOOSE_WORDS: Final[tuple[tuple[str, Moment], ...]] = (
    (r"現在(?!の(?!ところ)|進行|地|位|形|実効|に至|使|値)(?:のところ)?", _day(_DOCUMENT, 0)),
    (r"(?:深夜|未明|早朝)(?=[にのか、])", _day(_STORY, 0)),
    (r"春(?=が来|になる|になっ|に入|の間|までに|を迎|が近)", Moment(_SEASON, season=21)),
    (r"夏(?=が来|になる|になっ|に入|の間|までに|を迎|が近)", Moment(_SEASON, season=22)),
    (r"秋(?=が来|になる|になっ|に入|の間|までに|を迎|が近)", Moment(_SEASON, season=23)),
    (r"冬(?=が来|になる|になっ|に入|の間|までに|を迎|が近|が間近)", Moment(_SEASON, season=24)),
)
"""Words that name a time only in some surroundings, as patterns."""

NOT_AFTER: Final = {
    "今日": "的本",
    "前日": "本比",
    "同日": "本選",
    "同じ日": "本程付数系米",
    "週末": "なご",
    "当日": "本券",
    "昨日": "本",
    "明日": "本香",
    "前年": "比同",
    "前月": "比同",
    "前週": "比",
    "同年": "代齢輩",
    "同月": "比",
    "その日": "暮本",
    "この日": "本",
    "本年": "予",
    "きょう": "だい",
    "あす": "かぱぺ",
}
"""The characters after which a word is part of another word: 前年比, 同年代, この日本."""
