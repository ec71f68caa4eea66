"""Rescheduling: for when a talk was set before it was moved, and which of a series it is.

「8日に予定されていた会談を10日に延期する」 tells of one talk and two days; 「会談は当初8日に予定されていた」
after a talk on the 10th tells of that talk.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from soten.extract.findings import TalkFinding
from soten.extract.sides import sides_of
from soten.japanese.analysis import Analysis
from soten.japanese.moments import Time
from soten.japanese.numerals import whole_number
from soten.records import ActorType, Span, TalkStatus
from soten.records.edtf import bounds

_SET = re.compile(
    r"(?:の|に)?(?:[^、。]{0,14}で)?(?:開催|実施)?(?:が|を|の)?"
    r"(?:予定|設定|計画)(?:され|して|だっ|でし|となって|になって)"
)
"""What follows the day a talk was set for: 「8日に予定されていた」, 「8日の予定だった」."""
_FIRST = re.compile(
    r"(?:当初|もともと|元々|本来)(?:は|の)?、?(?:の?(?:予定|計画|日程)(?:の|である|だった|では、?))?\Z"
)
"""What comes before it: 「当初は8日」, 「当初予定の8日」."""
_TO = re.compile(
    r"[夜朝]?(?:午前|午後)?(?:に|へ|まで|以降に|以降へ)(?:と|も)?"
    r"(?:再?延期|変更|先送り|順延|繰り延べ|繰り下げ|繰り上げ|前倒し|ずら|ずれ|移[しさすっ]|延び|延ば)"
)
"""What follows the day it is moved to: 「10日に延期する」."""
_FROM = re.compile(r"[夜朝]?から")
_WAS = re.compile(
    r"(?:の|に)?[^、。]{0,24}?(?:予定|設定|計画)(?:(?:され|し)(?:てい)?た|だった)|の開催が見送られ"
)
"""What follows the day a talk was set for, told as gone by: 「8日に首都で予定していた会談は」."""
_ANEW = re.compile(r"に(?:[^。、]{0,20}?)(?:改めて|再び|行|開|実施|開催|設定)")
"""What follows the day it will take place on instead: 「10日に開く」."""
_MOVED = re.compile(r"延期|変更|先送り|順延|繰り延べ|前倒し|ずれ込|ずらし|延び|見送")
_ROUND = re.compile(
    r"(?:会談|協議|会合|交渉|会議|対話)(?:は|としては|が|、)?(?:[^。]{0,20}?、)?(?:今回(?:が|で|は))?"
    r"(?:第)?([0-9０-９一二三四五六七八九十]{1,2})(?:回目|度目|ラウンド目)(?:[。とでにだの、]|\Z)"
)
"""「会談は3月以来、2回目」, 「協議は今回が3回目となる」."""
_BACK = 2
"""Sentences back in which the talk is told that another sentence tells the first date of."""
_STANDING = (TalkStatus.HELD, TalkStatus.ONGOING, TalkStatus.PLANNED)
_OFF = (TalkStatus.POSTPONED, TalkStatus.CANCELLED)
_IT = re.compile(
    r"\A[^。]*(?:会談|協議|会合|会議|交渉|対話|サミット)(?:は|が|を|については?)、?[^。、]{0,16}\Z|\A、\Z"
)
"""What stands between the two days: the talk, of which the second one is told."""


def settle_dates(found: list[TalkFinding], analysis: Analysis) -> list[TalkFinding]:
    """Tell talks what days they were moved from and to, and which of a series they are.

    A finding that only tells for when the talk before it was first set becomes part of that one.
    """
    kept: list[TalkFinding] = []
    for talk in sorted(found, key=lambda talk: talk.sentence):
        _count(talk, analysis)
        first = _move(talk, analysis)
        later = None if first is None else _moved_later(talk, first, kept, analysis)
        if later is None:
            kept.append(talk)
        else:
            later.moved_from = later.moved_from or first
            later.mentions.append(talk.span)
    return [talk for talk in found if any(talk is other for other in kept)]


def _count(talk: TalkFinding, analysis: Analysis) -> None:
    for span in (talk.span, *talk.mentions):
        match = _ROUND.search(analysis.text, span.start, span.end)
        if match is not None and talk.round is None:
            talk.round = int(whole_number(match.group(1)) or 0) or None


def _move(talk: TalkFinding, analysis: Analysis) -> str | None:
    """Note the days a talk was moved from and to; return the day it was first set for."""
    first: str | None = None
    for span in (talk.span, *talk.mentions):
        times = analysis.times.within(span.start, span.end)
        to = next((t.edtf for t in times if _TO.match(analysis.text, t.end)), None)
        before = next((t.edtf for t in times if _is_first(analysis.text, t, span)), None)
        if to is not None and "/" in to:  # 「8日から10日に変更」 is no stretch of days
            before, to = _to_come(to, talk, analysis.published)
        if to is not None and before is None:
            before = next((t.edtf for t in times if _FROM.match(analysis.text, t.end)), None)
        anew = _set_anew(analysis, span) if to is None else None
        if anew is not None:
            before, to = anew[0].edtf, anew[1].edtf
            talk.status = TalkStatus.PLANNED if talk.status in _OFF else talk.status
            talk.place = _place_after(analysis, anew[1], span)
        if to is not None:
            _set_days(talk, before, to)
        elif before is not None and talk.date is not None and before != talk.date:
            talk.moved_from = talk.moved_from or before
        first = first or before
    return first


def _set_anew(analysis: Analysis, span: Span) -> tuple[Time, Time] | None:
    """Return the two days of 「8日に予定していた会談は10日に開く」."""
    times = analysis.times.within(span.start, span.end)
    for one, other in pairwise(times):
        if _WAS.match(analysis.text, one.end) and _ANEW.match(analysis.text, other.end):
            was = _WAS.match(analysis.text, one.end)
            is_other = bounds(other.edtf)[0] != bounds(one.edtf)[0]
            if was is not None and is_other and _IT.search(analysis.text[was.end() : other.start]):
                return one, other
    return None


def _place_after(analysis: Analysis, time: Time, span: Span) -> str | None:
    """Return the place that stands behind the new day; one before it is where it was to be."""
    for name in analysis.names.within(time.end, span.end):
        kind = analysis.member(name).type
        if kind in (ActorType.PLACE, ActorType.FACILITY) and analysis.text.startswith(
            "で", name.end
        ):
            return name.member
    return None


def _to_come(days: str, talk: TalkFinding, published: str | None) -> tuple[str, str]:
    """Return the two days of a plan; days that would be gone by are those of the month after."""
    first, last = (date.fromisoformat(day) for day in bounds(days))
    is_ahead = talk.status is TalkStatus.PLANNED and published is not None
    if is_ahead and published is not None and last.isoformat() < bounds(published)[0]:
        first, last = _month_after(first), _month_after(last)
    return first.isoformat(), last.isoformat()


def _month_after(day: date) -> date:
    month = day.replace(day=1) + timedelta(days=31)
    try:
        return month.replace(day=day.day)
    except ValueError:
        return day


def _set_days(talk: TalkFinding, before: str | None, to: str) -> None:
    """Put two days where they belong: `date` stays the day a talk that is put off was set for."""
    if talk.status in _OFF and talk.date != to:
        talk.moved_to = to
        if before is not None:
            talk.date = talk.day = before
    elif talk.status is TalkStatus.PLANNED or talk.date in (to, before):
        talk.date = talk.day = to
        talk.moved_from = before if before != to else None


def _is_first(text: str, time: Time, span: Span) -> bool:
    """Say whether a time is the one a talk was set for, of a talk that was moved."""
    if _FIRST.search(text, max(span.start, time.start - 12), time.start) is not None:
        return True
    if _SET.match(text, time.end) is None:
        return False
    return _MOVED.search(text, time.end, span.end) is not None


def _moved_later(
    talk: TalkFinding, first: str, kept: list[TalkFinding], analysis: Analysis
) -> TalkFinding | None:
    """Return the talk told before that was set for `first` before it was moved."""
    if talk.status not in _OFF or talk.moved_to is not None:
        return None
    sides = sides_of(talk.participants, analysis)
    for known in reversed(kept):
        if talk.sentence - max(known.sentence, known.latest) > _BACK or known.day is None:
            continue
        is_later = bounds(known.day)[0] > bounds(first)[1]
        if (
            known.status in _STANDING
            and is_later
            and sides_of(known.participants, analysis) == sides
        ):
            return known
    return None
