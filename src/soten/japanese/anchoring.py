"""Anchoring: from what a time expression says to days of the calendar.

The writer's day is the document's or story's own date; the story's day is the last date told that
is not still to come. Where neither settles an expression, it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from soten.japanese.calendar import (
    Part,
    Precision,
    Stretch,
    day_of,
    decade_of,
    month_of,
    parse_edtf,
    part_of,
    season_of,
    shifted,
    week_of,
    year_of,
)
from soten.japanese.completion import bare_day, season_near, told_day, weekday_near, year_for
from soten.japanese.moments import Base, Moment, Time, TimeExpression, TimeKind
from soten.japanese.story import SENTENCE_END, Story
from soten.japanese.tense import Outlook, outlook_after

_SPOKEN_DAYS: Final = 7
"""Words quoted from a day longer ago than this are not reckoned from it."""
_LONGEST_QUOTE: Final = 400
_SPEAKING: Final = re.compile(
    r"[、に]|の[^、。]{0,12}?(?:会見|演説|声明|講演|インタビュー|投稿|番組|国会|委員会|会合)[でに]"
)
"""What follows the day on which quoted words were said."""
_OF_EVENT: Final = re.compile(r"(?:(?<!そ)の|[るか一-龥ァ-ヺー]|(?<!ま)た)$")


def anchor_times(
    expressions: Sequence[TimeExpression],
    text: str,
    reference: str | None,
    breaks: Mapping[int, str | None] | None = None,
) -> list[Time]:
    """Return the expressions that can be anchored, in order; what cannot be settled is left out.

    `reference` is the document's own date (EDTF) or None. `breaks` maps offsets at which a new
    story begins to that story's own date, None for the document's; anchors start afresh there.

    >>> from soten.japanese.times import find_times
    >>> text = "3日、外相が会談した。前日の砲撃を非難した。"
    >>> [time.edtf for time in anchor_times(find_times(text), text, "2031-05-04")]
    ['2031-05-03', '2031-05-02']
    """
    starts = sorted((breaks or {}).items())
    story, position = Story(parse_edtf(reference)), 0
    anchored: list[Time] = []
    following = (*expressions[1:], None)[: len(expressions)]
    for expression, after in zip(expressions, following, strict=True):
        while position < len(starts) and starts[position][0] <= expression.start:
            story = Story(parse_edtf(starts[position][1] or reference))
            position += 1
        time = _anchored(expression, text, story, after)
        if time is not None:
            anchored.append(time)
    return anchored


def _anchored(
    expression: TimeExpression, text: str, story: Story, after: TimeExpression | None
) -> Time | None:
    outlook = outlook_after(text, expression.end)
    try:
        stretch = _named_twice(expression, text, story, after) or _stretch(
            expression, text, story, outlook
        )
    except (ValueError, OverflowError):
        return None
    if stretch is None:
        if expression.first.base is Base.CONTEXT:
            story.forget()
        return None
    is_future = _is_future(stretch, story, outlook)
    story.remember(stretch, expression.end, is_future)
    edtf = stretch.edtf
    if expression.approximate and "/" not in edtf and stretch.season is None:
        edtf += "~"
    return Time(
        expression.start,
        expression.end,
        edtf,
        stretch.precision,
        expression.kind,
        expression.relation,
        is_future,
    )


def _is_future(stretch: Stretch, story: Story, outlook: Outlook) -> bool:
    if story.writer is None:
        return outlook is Outlook.FUTURE
    if stretch.first > story.writer.last + timedelta(days=1):
        return True
    return stretch.last >= story.writer.first and outlook is Outlook.FUTURE


def _named_twice(
    expression: TimeExpression, text: str, story: Story, after: TimeExpression | None
) -> Stretch | None:
    """Return the day of 前日の25日: the word counts from whatever day makes it the 25th."""
    moment = expression.first
    if story.twice is not None and story.twice[0] == expression.start:
        return story.twice[1]
    if after is None or moment.unit is not Precision.DAY or moment.shift_unit is not Precision.DAY:
        return None
    if moment.base is Base.CONTEXT or text[expression.end : after.start] not in ("の", "、", ""):
        return None
    other = after.first
    if after.last is not None or other.base is not Base.CONTEXT or other.year is not None:
        return None
    for known in (story.told, story.last, story.writer):
        if known is None or known.precision is not Precision.DAY:
            continue
        day = shifted(known.last, moment.shift, Precision.DAY)
        if day.day == other.day and other.month in (None, day.month):
            story.twice = after.start, day_of(day)
            return day_of(day)
    return None


def _stretch(
    expression: TimeExpression, text: str, story: Story, outlook: Outlook
) -> Stretch | None:
    first = _resolved(expression.first, expression, text, story, outlook)
    if first is None or expression.last is None:
        return first
    if expression.last.base is Base.FIRST:
        last = _from_first(expression.last, first)
    else:
        last = _resolved(expression.last, expression, text, story, outlook)
    if last is None or last.last < first.first:
        return None
    if first.precision is Precision.YEAR and last.precision is Precision.YEAR:
        return first if first == last else first.to(last)
    return first.to(last)


def _from_first(moment: Moment, first: Stretch) -> Stretch | None:
    """Return the end of a range, its open fields taken from the beginning."""
    if moment.shift_unit is not None:
        return day_of(shifted(first.last, moment.shift, moment.shift_unit))
    start = first.first
    if moment.month is None and moment.day is not None:
        month = start if moment.day >= start.day else shifted(start, 1, Precision.MONTH)
        return day_of(month.replace(day=moment.day))
    if moment.month is None:
        return part_of(month_of(start.year, start.month), moment.part) if moment.part else None
    year = start.year if moment.month >= start.month else start.year + 1
    if moment.day is not None:
        return day_of(date(year, moment.month, moment.day))
    return part_of(month_of(year, moment.month), moment.part)


def _resolved(
    moment: Moment, expression: TimeExpression, text: str, story: Story, outlook: Outlook
) -> Stretch | None:
    if moment.base is Base.DOCUMENT:
        spoken = _day_of_speech(moment, expression, text, story)
        if spoken is not None:
            return _around(moment, spoken, Precision.DAY)
        return _from_writer(moment, story, outlook)
    if moment.base is Base.STORY:
        return _from_story(moment, expression, text, story)
    if moment.year is not None:
        return _in_year(moment, moment.year)
    if moment.day is None and (moment.weekday is not None or moment.unit is Precision.WEEK):
        return weekday_near(moment, story, outlook)
    if moment.season is not None:
        return season_near(moment.season, story, outlook)
    if moment.month is not None:
        year = year_for(moment, expression, text, story, outlook)
        return None if year is None else _in_year(moment, year)
    return bare_day(moment, expression, text, story, outlook)


def _in_year(moment: Moment, year: int) -> Stretch:
    if moment.unit is Precision.DECADE:
        return decade_of(year, moment.part)
    if moment.season is not None:
        return season_of(year, moment.season)
    if moment.month is None:
        return part_of(year_of(year), moment.part)
    if moment.day is None:
        return part_of(month_of(year, moment.month), moment.part)
    return told_day(moment, date(year, moment.month, moment.day))


# --- counted from the writer's day -------------------------------------------------------------


def _from_writer(moment: Moment, story: Story, outlook: Outlook) -> Stretch | None:
    writer = story.writer
    if writer is None:
        return None
    unit = moment.shift_unit or moment.unit
    if writer.precision is not Precision.DAY and unit in (Precision.DAY, Precision.WEEK):
        return writer if moment.shift == 0 and unit is Precision.DAY else None
    if writer.precision is Precision.YEAR and unit is Precision.MONTH:
        return None
    stretch = _around(moment, writer.last, unit)
    is_this = unit in (Precision.WEEK, Precision.MONTH) and moment.shift == 0
    looks_back = outlook is not Outlook.FUTURE and moment.part not in (Part.END, Part.LATE)
    looks_back = looks_back and (moment.weekday is None or outlook is Outlook.PAST)
    if is_this and looks_back and stretch.first >= writer.last:
        return _around(moment, shifted(writer.last, -1, unit), unit)
    return stretch


def _day_of_speech(
    moment: Moment, expression: TimeExpression, text: str, story: Story
) -> date | None:
    """Return the day that きょう means in words quoted from it: 17日、「きょう終わった」と述べた."""
    told, writer = story.told, story.writer
    is_day = moment.unit is Precision.DAY and moment.shift_unit is Precision.DAY
    if told is None or writer is None or not is_day or told.precision is not Precision.DAY:
        return None
    if not 0 < (writer.last - told.last).days <= _SPOKEN_DAYS:
        return None
    low = max(story.told_end, expression.start - _LONGEST_QUOTE)
    opened = text.rfind("「", low, expression.start)
    if opened < 0 or "」" in text[opened : expression.start]:
        return None
    if opened - story.told_end > _LONGEST_QUOTE:
        return None
    gap = text[story.told_end : opened]
    is_its_day = gap == "" or _SPEAKING.match(gap) is not None
    return told.last if is_its_day and not SENTENCE_END.search(gap) else None


def _around(moment: Moment, anchor: date, unit: Precision) -> Stretch:
    """Return what `moment` names, counted from `anchor`."""
    if moment.season is not None:
        year = anchor.year - (moment.season == 24 and anchor.month <= 2) + moment.shift
        return season_of(year, moment.season)
    day = shifted(anchor, moment.shift, unit)
    if unit is Precision.YEAR and (moment.month is not None or moment.unit is Precision.YEAR):
        return _in_year(moment, day.year)
    if unit is Precision.MONTH and moment.day is not None:
        return day_of(day.replace(day=moment.day))
    if unit is Precision.WEEK and moment.weekday is not None:
        return day_of(week_of(day).first + timedelta(days=moment.weekday))
    if moment.unit is Precision.WEEK:
        return part_of(week_of(day), moment.part)
    if moment.unit is Precision.MONTH:
        return part_of(month_of(day.year, day.month), moment.part)
    return year_of(day.year) if moment.unit is Precision.YEAR else day_of(day)


# --- counted from what was told before ---------------------------------------------------------


def _from_story(
    moment: Moment, expression: TimeExpression, text: str, story: Story
) -> Stretch | None:
    unit = moment.shift_unit or moment.unit
    anchor = _story_anchor(moment, unit, expression, text, story)
    return None if anchor is None else _around(moment, anchor, unit)


def _story_anchor(
    moment: Moment, unit: Precision, expression: TimeExpression, text: str, story: Story
) -> date | None:
    today = story.writer.last if story.writer else None
    told_or_before = today if moment.shift < 0 else None
    is_of_event = bool(moment.shift) and expression.kind is TimeKind.ANAPHORIC
    if is_of_event and _is_of_event(text, expression):
        if SENTENCE_END.search(text, max(0, story.ended), expression.start) or story.ended < 0:
            return None
        if unit in (Precision.DAY, Precision.WEEK):
            return story.last.first if story.last and story.last_end == story.ended else None
    if unit is Precision.YEAR:
        return date(story.year, 1, 1) if story.year else told_or_before
    if unit is Precision.MONTH:
        return date(*story.month, 1) if story.month is not None else told_or_before
    if story.told is not None:
        return story.told.last
    if story.writer is not None and story.writer.precision is Precision.DAY:
        return story.writer.last if moment.shift <= 0 or expression.last else None
    return None


def _is_of_event(text: str, expression: TimeExpression) -> bool:
    """True for 会談の前日, 会談した翌日, 選挙前日 and 侵攻する3週間前: what stands before them counts."""
    return _OF_EVENT.search(text, max(0, expression.start - 2), expression.start) is not None
