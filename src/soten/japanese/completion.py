"""Completing dates: the year of a month or day, the month of a bare day, the week of a weekday.

The writer's day, the tense of the clause and what was told just before decide; where they do not,
nothing is returned.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from soten.japanese.calendar import (
    Part,
    Precision,
    Stretch,
    day_of,
    month_of,
    part_of,
    season_of,
    shifted,
    week_of,
)
from soten.japanese.moments import Moment, Relation, TimeExpression
from soten.japanese.story import SENTENCE_END, Story
from soten.japanese.tense import Outlook

_NEAR_DAYS: Final = 1
"""A bare day this little after the writer's is tomorrow's date or another time zone's today."""
_OPEN_DAYS: Final = 10
"""The same where the clause does not tell; last month's days are rarely named without it."""
_AHEAD_DAYS: Final = 45
_AHEAD_MONTHS: Final = 5
_NEAR_MONTHS: Final = 3
"""How far ahead a month without a year may lie where no verb says that it is over, or where it ends
something (6月まで見送る)."""
"""A day of a named month this far ahead is taken as coming where the clause does not tell."""
_FAR_DAYS: Final = 45
"""A date told this far from the writer's day carries the bare days that follow it closely."""
_CLOSE: Final = 120
"""How many characters after such a date a bare day still belongs to its month."""
_NEWS_DAYS: Final = 2
"""A bare day set off by 、 this little before the writer's day is the day of the news."""


def told_day(moment: Moment, day: date) -> Stretch:
    """Return the day, or the week it lies in where the words tell a week."""
    return week_of(day) if moment.unit is Precision.WEEK else day_of(day)


def weekday_near(moment: Moment, story: Story, outlook: Outlook) -> Stretch | None:
    """Return the day of a bare weekday or 週末, the last one or, in a clause ahead, the next."""
    writer = story.writer
    if writer is None or writer.precision is not Precision.DAY:
        return None
    today = writer.last
    if moment.weekday is None:
        week = week_of(today)
        is_past = outlook is not Outlook.FUTURE and today.weekday() < 5
        return part_of(week_of(shifted(today, -1, Precision.WEEK)) if is_past else week, Part.END)
    back = (today.weekday() - moment.weekday) % 7
    if outlook is Outlook.FUTURE and back:
        return day_of(today + timedelta(days=7 - back))
    return day_of(today - timedelta(days=back))


def season_near(season: int, story: Story, outlook: Outlook) -> Stretch | None:
    """Return the season that goes on or comes next, as 冬が来る前に means it."""
    if story.writer is None:
        return None
    today = story.writer.last
    this = season_of(today.year - (season == 24 and today.month <= 2), season)
    if this.last < today:
        return season_of(this.first.year + 1, season)
    return this


def year_for(
    moment: Moment, expression: TimeExpression, text: str, story: Story, outlook: Outlook
) -> int | None:
    """Return the year of a month or day written without one."""
    month = moment.month or 1
    if story.year is not None and _continues(expression, text, story):
        return story.year
    writer = story.writer
    if writer is None:
        return None
    today = writer.last
    if outlook is Outlook.PAST and text.startswith("の", expression.end):
        outlook = Outlook.OPEN  # 6月末の訪問を決めた: the verb's past is not the visit's
    if moment.day is None:
        if (today.year, month) == (today.year, today.month):
            return today.year
        if month < today.month:
            return today.year + (outlook is Outlook.FUTURE and today.month - month >= 6)
        is_end = expression.relation is Relation.UNTIL and month - today.month <= _NEAR_MONTHS
        is_near = outlook is Outlook.OPEN and month - today.month <= _AHEAD_MONTHS
        coming = outlook is Outlook.FUTURE or is_end or is_near
        return today.year if coming else today.year - 1
    this = date(today.year, month, min(moment.day, 28))
    ahead = (this - today).days
    if ahead <= 0:
        is_next = -ahead > 300 and outlook is not Outlook.PAST
        return today.year + (is_next or (outlook is Outlook.FUTURE and -ahead > 240))
    if ahead <= _NEAR_DAYS or (outlook is Outlook.FUTURE and ahead < 330):
        return today.year
    return today.year if outlook is Outlook.OPEN and ahead <= _AHEAD_DAYS else today.year - 1


def _continues(expression: TimeExpression, text: str, story: Story) -> bool:
    """True where the year of a date told just before holds on: 2020年に始まり、6月に終わった."""
    last, writer = story.last, story.writer
    if writer is None:
        return _is_close(story.ended, expression, text)
    if last is None or abs((writer.last - last.last).days) < 300:
        return False
    return _is_close(story.last_end, expression, text)


def bare_day(
    moment: Moment, expression: TimeExpression, text: str, story: Story, outlook: Outlook
) -> Stretch | None:
    """Return the day of a month nobody names: the writer's month, the one before, or the next."""
    number = moment.day
    if number is None:
        return None
    carried = _carried_month(number, expression, text, story)
    if carried is not None:
        return told_day(moment, carried.replace(day=number))
    if story.writer is None or story.writer.precision is Precision.YEAR:
        return None
    today = story.writer.last
    if _follows(number, expression, text, story) and story.last:
        month = story.last.last.replace(day=1)
    elif number <= today.day:
        is_next = outlook is Outlook.FUTURE and today.day - number >= 15
        month = shifted(today.replace(day=1), int(is_next), Precision.MONTH)
    elif outlook is Outlook.FUTURE or number - today.day <= (
        _OPEN_DAYS if outlook is Outlook.OPEN else _NEAR_DAYS
    ):
        month = today.replace(day=1)
    else:
        month = shifted(today.replace(day=1), -1, Precision.MONTH)
        if month.month == 2 and number > 28:
            month = shifted(month, -1, Precision.MONTH) if number > 29 else month
        elif number > part_of(month_of(month.year, month.month), Part.END).last.day:
            month = today.replace(day=1)
    return told_day(moment, month.replace(day=number))


def _is_close(end: int, expression: TimeExpression, text: str) -> bool:
    """True where little and no end of a sentence stands between `end` and the expression."""
    if end < 0 or expression.start - end > _CLOSE:
        return False
    return not SENTENCE_END.search(text, end, expression.start)


def _follows(number: int, expression: TimeExpression, text: str, story: Story) -> bool:
    """True for the later day of 先月20日に始め、29日に延ばした: it is of the month just told."""
    last, writer = story.last, story.writer
    if last is None or writer is None or last.last >= writer.last or number <= last.last.day:
        return False
    is_clause = text.endswith("、", 0, expression.start)
    return is_clause and _is_close(story.last_end, expression, text)


def _carried_month(number: int, expression: TimeExpression, text: str, story: Story) -> date | None:
    """Return the month of a day told of the past: 2020年5月9日に始まり、11日に終わった.

    Left alone: the day of the news itself, 1月20日に就任した大統領は15日、…と述べた.
    """
    told = story.told
    if told is None:
        return None
    is_far = story.writer is None or abs((story.writer.last - told.last).days) > _FAR_DAYS
    if not is_far or expression.start - story.told_end > _CLOSE or number < told.last.day:
        return None
    is_topic = text[max(0, expression.start - 1) : expression.start] in ("は", "が", "も")
    is_news = is_topic and text.startswith("、", expression.end)
    is_news = is_news or text.startswith("の", story.told_end)
    if is_news and story.writer and 0 <= story.writer.last.day - number <= _NEWS_DAYS:
        return None
    return told.last.replace(day=1)
