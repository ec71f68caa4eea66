"""Occasions: when and where a talk takes place, by the times and places of its own clause.

A time in another clause (「4日に着いた長官と」) or of the report (「A省は3日、…と発表した」) is not the
talk's where the talk has one of its own.
"""

from __future__ import annotations

import datetime
import re

from soten.extract.gatherings import Gathering, Use, clause_start
from soten.extract.triggers import is_heading
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation, Time
from soten.japanese.phrases import Phrase
from soten.records import ActorType, TalkStatus
from soten.records.edtf import bounds

_TO_COME = frozenset((TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN))
_LINKS = frozenset(
    [
        *"の との での による 間の らとの をめぐる に関する に向けた における と や 、 を含む な "
        "側との 間での らの".split(),
        "",
    ]
)
_AT = ("で", "にて", "での", "において", "に於いて", "では")
_REACHED = frozenset(
    "訪れる 訪問する 入る 到着する 着く 招く 飛ぶ 入りする 集まる 集う 会する".split()
)


_REMEMBERED = 4
"""Sentences back in which the day of a talk may have been told."""
_NEWS = 100
"""Days before the writer's beyond which what was signed is history."""
_RECENT = 31
"""Days before the writer's within which a talk without a day of its own took place."""
_LONG_AGO = re.compile(r"かつて|以前|在任|当時|これまで|過去|歴代|何度|何回|従来|長年")
"""Words of a clause that tells of other times; its talk has no day."""


def chain_start(gathering: Gathering) -> int:
    """The first phrase of the words that modify the noun for a talk."""
    phrases = gathering.view.phrases
    first = gathering.at
    if gathering.use is Use.DONE and gathering.tells == gathering.at:  # a verb has no such words
        return first
    while first > 0:
        before = phrases[first - 1]
        if before.joint == "adnominal":
            first = _clause_of(phrases, first - 1)
        elif before.particle in _LINKS and before.joint is None and not _parts(before):
            first -= 1
        else:
            break
    return first


def _parts(phrase: Phrase) -> bool:
    return phrase.comma and phrase.particle not in ("", "と", "や", "の")


def _clause_of(phrases: list[Phrase], predicate: int) -> int:
    """The first phrase of the clause that an adnominal predicate closes."""
    first = predicate
    while first > 0:
        before = phrases[first - 1]
        if before.particle.endswith("は") or (before.comma and before.joint != "adnominal"):
            break
        if before.lemma is not None and before.joint in ("stem", "but", "if", "end", "quoted"):
            break
        if before.joint == "te" and before.comma:
            break
        first -= 1
    return first


def date_of(analysis: Analysis, gathering: Gathering, status: TalkStatus | None) -> str | None:
    """Return the time that the sentence gives for a talk, in EDTF, or None."""
    own = _own_times(analysis, gathering)
    is_named = status is TalkStatus.HELD and _is_headline(analysis, gathering)
    if own and (status is TalkStatus.PLANNED or is_named):
        ahead = _day_to_come(analysis, own[0], gathering)
        if ahead is not None:
            return ahead
    fitting = [t for t in own if _fits(t, status, analysis.published, gathering)]
    if fitting:
        return fitting[0].edtf
    ahead_of = [t for t in own if is_named and _is_ahead(t, analysis.published)]
    return ahead_of[0].edtf if ahead_of else None


def _is_headline(analysis: Analysis, gathering: Gathering) -> bool:
    """Say whether a line only names a talk: no 。 closes it, and no predicate tells of the talk."""
    view = gathering.view
    is_line = analysis.text[view.end - 1] != "。" and view.end - view.start < _LINE
    return is_line and gathering.tells in (None, gathering.at)


_LINE = 50
"""Characters up to which a line is a headline."""


def _is_ahead(time: Time, published: str | None) -> bool:
    return published is not None and bounds(time.edtf)[0] > bounds(published)[1]


def _day_to_come(analysis: Analysis, time: Time, gathering: Gathering) -> str | None:
    """The day of a plan told by its number alone, read as gone by: 「24日に会談を行うと述べた」.

    A day that の or 、 parts from the talk may be the day of the report: 「4日、…を行うことで合意」.
    """
    published, text = analysis.published, analysis.text
    if published is None or not len(published) == len(time.edtf) == len("2031-05-06"):
        return None
    tells = gathering.predicate
    is_inside = tells is not None and gathering.end <= time.start < tells.start
    if not (is_inside or text.startswith("に", time.end)) or gathering.use is Use.NAMED:
        return None
    view = gathering.view
    if time.edtf >= published or _WAS_SET.search(text, view.start, view.end):
        return None
    if _NUMBER.fullmatch(text, time.start, time.end) is None:
        return None
    day, last = (datetime.date.fromisoformat(d) for d in (time.edtf, published))
    later = day
    while later < last:
        later = (later.replace(day=1) + datetime.timedelta(days=31)).replace(day=1)
        if day.day > _days_of(later):
            return None
        later = later.replace(day=day.day)
    return later.isoformat() if (last - day).days < _LONGEST else None


def _days_of(day: datetime.date) -> int:
    return (
        (day.replace(day=1) + datetime.timedelta(days=31)).replace(day=1) - day.replace(day=1)
    ).days


_WAS_SET = re.compile(r"(?:予定|はず|見通し|計画|方針)(?:だった|でした|となっていた|と?されてい)")
_NUMBER = re.compile(r"[0-9０-９一二三十]{1,3}日")
_LONGEST = 100
"""Days back to which a day told by its number alone may have been put wrongly."""


def _own_times(analysis: Analysis, gathering: Gathering) -> list[Time]:
    """The times that may be the talk's, the likeliest first; none that a bracketed remark adds."""
    times = _likely_times(analysis, gathering)
    view = gathering.view
    asides = analysis.asides.within(view.start, view.end)
    line = _DATELINE.match(analysis.text, view.start)
    head = view.start if line is None else line.end()
    return [
        t for t in times if t.start >= head and not any(a.start < t.start < a.end for a in asides)
    ]


_DATELINE = re.compile(r"【[^】\n]{1,40}】")
"""Where and when a report was written: its day is not that of the talk."""


def _likely_times(analysis: Analysis, gathering: Gathering) -> list[Time]:
    phrases = gathering.view.phrases
    chain = phrases[chain_start(gathering)].start
    within = analysis.times.within
    inside = list(within(chain, gathering.start))[::-1]
    if gathering.use in (Use.NAMED, Use.AROUND):  # 「A省は3日、Bとの会談について」: not its day
        return [t for t in inside if not analysis.text.startswith("、", t.end)]
    last = phrases[gathering.tells if gathering.tells is not None else gathering.at]
    level = [t for t in within(gathering.view.start, chain) if _is_level(analysis, gathering, t)]
    after = [
        t
        for t in within(gathering.end, last.start)
        if not _is_nested(analysis.text, phrases, t, last)
    ]
    own = clause_start(gathering)
    near = [t for t in level if t.start >= phrases[own].start][::-1]
    far = [t for t in level if t.start < phrases[own].start][::-1]
    later = [t for t in within(last.start, gathering.view.end) if gathering.use is Use.OCCURS]
    return [*inside, *near, *after, *far, *later]


def _is_level(analysis: Analysis, gathering: Gathering, time: Time) -> bool:
    """Say whether a time stands in the talk's clause and in none inside it."""
    phrases = gathering.view.phrases
    for k, phrase in enumerate(phrases[: gathering.at + 1]):
        if phrase.end <= time.start:
            continue
        if k == gathering.at:
            return True
        if phrase.particle.startswith("の") and not phrase.comma:
            return False
        if phrase.comma or phrase.particle.endswith("は"):
            return True
        for later in phrases[k : gathering.at]:
            if later.joint == "adnominal":
                return False
            if later.comma or later.joint in ("te", "stem"):
                return True
        return True
    return False


_BEGINNING = frozenset("始まる 始める 開始する 再開する スタートする 開幕する".split())
_SINCE = ("以降", "以後")
"""What after a day with の makes it the talk's all the same: 「10日の就任以降になる」."""


def _is_nested(text: str, phrases: list[Phrase], time: Time, last: Phrase) -> bool:
    """Say whether a time after the noun stands in a clause that modifies another noun."""
    bearer = next((p for p in phrases if p.start <= time.start < p.end), None)
    if bearer is not None and bearer.particle.startswith("の"):
        is_since = text.endswith(_SINCE, bearer.end, phrases[phrases.index(bearer) + 1].head_end)
        return bearer.head_end - time.end != len("予定") and not is_since
    following = (p for p in phrases if p.start >= time.end and p.start < last.start)
    return any(p.lemma is not None and p.joint == "adnominal" for p in following)


def _fits(
    time: Time, status: TalkStatus | None, published: str | None, gathering: Gathering
) -> bool:
    """Say whether a time agrees with what became of the talk: no plan for a day gone by."""
    predicate = gathering.predicate
    lemma = predicate.lemma if predicate is not None else None
    lasts = status is TalkStatus.ONGOING or lemma == "続く"
    if lasts and time.relation is Relation.UNTIL:
        return False
    if published is None or status is None:
        return True
    (start, end), (first, last) = bounds(time.edtf), bounds(published)
    if status is TalkStatus.ONGOING and lemma in _BEGINNING and start > last:
        return True  # 「協議が15日に始まる」
    was_set = lemma == "予定する" and predicate is not None and predicate.past
    if status in _TO_COME and gathering.use is not Use.NAMED and not was_set:
        is_reported = predicate is not None and predicate.joint == "quoted"
        return end > first or (end == first and (time.is_future or not is_reported))
    return start <= last if status in (TalkStatus.HELD, TalkStatus.ONGOING) else True


def place_of(analysis: Analysis, gathering: Gathering) -> str | None:
    """Return the place that belongs to a talk: the nearest with で before it, else after it."""
    phrases = gathering.view.phrases
    last = phrases[gathering.tells if gathering.tells is not None else gathering.at]
    is_named = gathering.use in (Use.NAMED, Use.AROUND)
    first = chain_start(gathering) if is_named else max(0, clause_start(gathering) - 3)
    start = phrases[first].start
    chosen: str | None = None
    for name in analysis.names.within(start, last.end):
        kind = analysis.member(name).type
        if kind not in (ActorType.PLACE, ActorType.FACILITY, ActorType.STATE):
            continue
        if chosen is not None and name.start > gathering.start:
            break
        if _is_seat(analysis, gathering, name.start, name.stop, kind):
            chosen = name.member
    return chosen


def _is_seat(
    analysis: Analysis, gathering: Gathering, start: int, stop: int, kind: ActorType
) -> bool:
    """Say whether a name stands as the place of a talk: 「アンカラでの」, 「アンカラ会談」."""
    phrases = gathering.view.phrases
    at = next((k for k, p in enumerate(phrases) if p.start <= start < p.end), None)
    if at is None:
        return False
    phrase = phrases[at]
    if at == gathering.at:
        inside = analysis.text[stop : gathering.end]
        return kind is not ActorType.STATE and _PLACED.match(inside) is not None
    if phrase.particle == "での" and at + 1 < gathering.at and _is_topic(phrases, at, gathering):
        return False
    if phrase.particle in _AT and phrase.head_end - stop <= _BUILDING:
        return True
    following = phrases[at + 1] if at + 1 < len(phrases) else None
    if following is not None and phrase.particle in ("を", "に", "入りし", "へ"):
        return following.lemma in _REACHED and kind is not ActorType.STATE
    if phrase.lemma == "入りする":
        return kind is not ActorType.STATE
    return phrase.particle == "の" and at + 1 == gathering.at and kind is not ActorType.STATE


def _is_topic(phrases: list[Phrase], at: int, gathering: Gathering) -> bool:
    """Say whether での belongs to what the talk is about: 「A地区での停戦に向けた協議」."""
    between = phrases[at + 1 : gathering.at]
    return any(p.particle not in ("と", "との", "の", "や", "") for p in between)


_PLACED = re.compile(r"(?:会談|協議|会議|会合|交渉|首脳会談|首脳会議|サミット|対話)\Z")
_BUILDING = 12
"""Characters that may follow a place before で: 「アンカラの大統領府で」, 「モスクワ市内で」."""


def date_near(analysis: Analysis, gathering: Gathering, status: TalkStatus) -> str | None:
    """When a talk without a day of its own takes place: what goes on, on the writer's day."""
    published = analysis.published
    view = gathering.view
    if status is TalkStatus.ONGOING or (
        status is TalkStatus.UNCERTAIN and _goes_on(analysis, gathering)
    ):
        return _day_of_report(analysis, gathering) or published
    if status is not TalkStatus.HELD or is_heading(analysis, view):
        return None
    if _LONG_AGO.search(analysis.text, view.start, gathering.end):
        return None
    floor = analysis.sentences[max(0, view.index - _REMEMBERED)].start
    times = analysis.times.within(floor, gathering.start)
    days = [t.edtf for t in times if len(t.edtf) == 10 and not t.is_future]
    if days and (published is None or _is_recent(days[-1], published)):
        return days[-1]
    return _since_last_day(analysis, view, published)


def _goes_on(analysis: Analysis, gathering: Gathering) -> bool:
    """Say whether a talk of which something else is uncertain goes on: 「協議しており、合意もありうる」."""
    predicate = gathering.predicate
    if predicate is None or gathering.use is not Use.DONE:
        return False
    return _GOING_ON.search(analysis.text, predicate.start, predicate.end) is not None


_GOING_ON = re.compile(r"[てで](?:い(?:る|ます)|おり|お(?:る|り))")


def _day_of_report(analysis: Analysis, gathering: Gathering) -> str | None:
    """The day on which somebody said that a talk was going on: 「A氏は2日、「…協議している」と述べた」."""
    outer = analysis.sentences[gathering.view.index]
    until = gathering.view.start
    if gathering.view is outer:
        later = outer.phrases[gathering.at if gathering.tells is None else gathering.tells :]
        if not any(p.joint == "quoted" for p in later):
            return None
        until = gathering.start
    times = analysis.times.within(outer.start, until)
    days = [t.edtf for t in times if len(t.edtf) == 10 and not t.is_future]
    return days[-1] if days else None


def _since_last_day(analysis: Analysis, view: SentenceView, published: str | None) -> str | None:
    """Between the day told last in the story and the writer's day."""
    if published is None or len(published) != 10:
        return None
    days = [t for t in analysis.times.within(0, view.start) if len(t.edtf) == 10]
    if not days or days[-1].edtf >= published:
        return published if days else None
    return f"{days[-1].edtf}/{published}"


def is_news(analysis: Analysis, time: str) -> bool:
    """Say whether a time is one that a writer still tells of for its own sake."""
    return analysis.published is None or _is_recent(bounds(time)[1], analysis.published, _NEWS)


def _is_recent(day: str, published: str, days: int = _RECENT) -> bool:
    """Say whether a day is one on which what is told now can have taken place."""
    first = datetime.date.fromisoformat(bounds(published)[0])
    return datetime.date.fromisoformat(day) >= first - datetime.timedelta(days=days)
