"""Talk remarks: statements that deny a talk (「会談の予定はない」) or confirm one, tied to it.

A remark is compared like a talk: its speaker's side and whom it names are the parties, the days it
names are the talk's. What it leaves out is that of the talk told last in its story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from soten.records import (
    Act,
    ActorType,
    Mention,
    Statement,
    Talk,
    TalkForm,
)
from soten.resolve.attendees import actor_of, people_of, sides_of
from soten.resolve.joining import Source
from soten.resolve.meetings import Meeting, dates_in, first_day, hinted_days
from soten.resolve.sametalk import Fit, is_elsewhere, on_days, parties
from soten.resolve.spans import days_between

_TALK = r"(?:会談|協議|会合|会議|交渉|対話|話し合い|面会|接触|サミット)"
_HOLDING = (
    r"(?:行わ|行う|行っ|開か|開く|開い|開催|実施|予定|計画|設定|持た|持つ|調整|あっ|ある|され)"
)
_DENIED = re.compile(
    rf"{_TALK}(?:[のはがをも]|する|した|など|予定|計画)[^。、「」]{{0,12}}?"
    rf"(?:(?:予定|計画|事実|合意|約束)(?:は|も|が)?(?:一切|全く|まだ)?(?:な[いかく]|存在し|ありません|入っていない)|"
    rf"{_HOLDING}[^。、「」]{{0,4}}(?:ない|なかった|ません|おらず))|"
    rf"{_TALK}(?:は|を|も)?(?:しない|していない|しなかった|していません)"
)
"""What is denied is that there is a talk: 「会談の予定はない」, 「協議は行われていない」."""
_REPORTED = re.compile(
    rf"{_TALK}(?:[をがは]|の)?[^。、「」]{{0,8}}?{_HOLDING}[^。、「」]{{0,8}}"
    rf"(?:報道|情報|話|うわさ|噂|主張|発表|見方|説|こと|の)?\Z"
)
"""What a denial of somebody else's words contests: 「会談が行われるとの報道」を否定した."""
_CONFIRMED = re.compile(rf"{_TALK}[^。「」]{{0,24}}{_HOLDING}|予定通り|予定どおり")
_CALL = re.compile(r"電話|オンライン|ビデオ")
_BEFORE = 600
"""Characters back in which the talk that a remark is about was told."""
_SOON = (-1, 7)
"""Days from a remark without a day to the talk it can be about."""
_PARTIES = 2


def remarks_of(
    source: Source, talks: Sequence[tuple[Talk, Meeting]]
) -> Iterator[tuple[str, Meeting]]:
    """Yield the statements of a document that deny or confirm a talk, each as a meeting."""
    told = [talk.evidence.span for talk, _ in talks]
    for record in source.records:
        if not isinstance(record, Statement) or record.speaker is None or record.repeats:
            continue
        role = role_of(record)
        span = record.evidence.span
        if role == "confirmation" and any(s.start < span.end and span.start < s.end for s in told):
            continue
        made = None if role is None else _meeting(source, record, role, talks)
        if made is not None:
            yield record.id, made


def role_of(statement: Statement) -> str | None:
    """Return whether a statement denies or confirms that a talk takes place, None for neither."""
    words = statement.evidence.exact
    if re.search(_TALK, words) is None:
        return None
    if statement.act in (Act.DENY, Act.REJECT):
        is_denied = _DENIED.search(words) or (
            statement.act is Act.DENY and _REPORTED.search(words.rstrip("。"))
        )
        return "denial" if is_denied else None
    if _DENIED.search(words) and statement.act in (Act.ASSERT, Act.EXPLAIN, Act.ANNOUNCE):
        return "denial"
    return "confirmation" if statement.act is Act.CONFIRM and _CONFIRMED.search(words) else None


def _meeting(
    source: Source, remark: Statement, role: str, talks: Sequence[tuple[Talk, Meeting]]
) -> Meeting | None:
    assert remark.speaker is not None
    named = _named(source, remark)
    by = [] if remark.speaker.entity is None else [remark.speaker.entity]
    sides = sides_of(source, (*by, *named))
    span = remark.evidence.span
    stretches = [hinted_days(date) for date in dates_in(source, span.start, span.end)]
    days = next((pair for pair in stretches if pair is not None), None)
    is_call = _CALL.search(remark.evidence.exact) is not None
    made = Meeting(
        sides=sides,
        people=people_of(source, tuple(named)),
        days=days,
        form=(TalkForm.CALL if is_call else TalkForm.MEETING).value,
        stage="ahead",
        said=first_day(source.published(span.start)),
        role=role,
        only=remark.id,
    )
    about = _about(source, remark, made, talks)
    if about is not None:
        made = replace(
            made,
            sides=about.sides,
            people=about.people,
            days=days or about.days,
            moved=() if days else about.moved,
            place=about.place,
            around=about.around,
            state=about.state,
            form=about.form,
        )
    return made if len(made.sides) >= _PARTIES else None


def _named(source: Source, remark: Statement) -> list[str]:
    """Return who is named in a remark: states, bodies and people, but no places."""
    span, text = remark.evidence.span, source.document.text
    found: list[str] = []
    for record in source.records:
        if not isinstance(record, Mention):
            continue
        place = record.evidence.span
        if not (span.start <= place.start and place.end <= span.end):
            continue
        actor = actor_of(source, record.entity)
        kinds = (ActorType.STATE, ActorType.ORGANIZATION, ActorType.PERSON, ActorType.FORCE)
        if actor is not None and actor.type in kinds and not text.startswith("で", place.end):
            found.append(record.entity)
    return found


def _about(
    source: Source, remark: Statement, made: Meeting, talks: Sequence[tuple[Talk, Meeting]]
) -> Meeting | None:
    """Return the talk told last before a remark that can be the one it is about."""
    start = remark.evidence.span.start
    story = source.story_at(start)
    before = [
        (talk.evidence.span.start, meeting)
        for talk, meeting in talks
        if start - _BEFORE <= talk.evidence.span.start <= remark.evidence.span.end
        and source.story_at(talk.evidence.span.start) == story
    ]
    for _, meeting in sorted(before, key=lambda pair: -pair[0]):
        is_day = made.days is None or on_days(made, meeting) is not None
        if is_day and set(made.sides) <= set(meeting.sides) and len(meeting.sides) >= _PARTIES:
            return meeting
    return None


def concerns(remark: Meeting, talk: Meeting) -> Fit | None:
    """Return why a remark is about a talk: the same parties, and its day or one soon after."""
    if parties(remark, talk) is None or is_elsewhere(remark, talk):
        return None
    if (remark.form == TalkForm.CALL.value) is not (talk.form == TalkForm.CALL.value):
        return None
    if remark.persons and talk.persons and not remark.persons & talk.persons:
        return None
    why = "talk-denied" if remark.role == "denial" else "talk-confirmed"
    if remark.days is not None:
        day = on_days(remark, talk)
        return None if day is None else Fit(why, 0.9, day)
    if talk.days is None or remark.said is None:
        return None
    ahead = days_between(remark.said, talk.days[0])
    return Fit(why, 0.82, talk.days[0]) if _SOON[0] <= ahead <= _SOON[1] else None
