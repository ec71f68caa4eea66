"""Talks as a calendar (iCalendar, RFC 5545): as wide as what is known of their day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from soten import __version__
from soten.export.columns import Names
from soten.export.labels import label
from soten.export.neutral import plain
from soten.export.talks import who
from soten.export.wording import date_words
from soten.query import JoinedTalk
from soten.records import TalkStatus
from soten.records.edtf import bounds
from soten.settings import Language

LONGEST_DAYS = 7
"""A talk whose day is known less exactly stands in no calendar: no day of a month is its day."""

_STATUS = {
    TalkStatus.HELD: "CONFIRMED",
    TalkStatus.ONGOING: "CONFIRMED",
    TalkStatus.CANCELLED: "CANCELLED",
    TalkStatus.POSTPONED: "CANCELLED",
}


def talks_calendar(talks: Iterable[JoinedTalk], names: Names, base: str) -> bytes:
    """Return talks as a calendar; `base` is the server's address. Those without a day are left out.

    An event takes a whole day, or the days between which the talk lies; no hour is made up.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Soten//Soten {__version__}//{names.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "争点 会談" if names.language is Language.JA else "Soten: talks")
    for talk in talks:
        days = days_of(talk)
        if days is not None:
            calendar.add_component(_event(talk, days, names, base))
    return bytes(calendar.to_ical())


def days_of(talk: JoinedTalk) -> tuple[date, date] | None:
    """Return the first and last day a talk may be on, None where that is unknown or too wide."""
    if talk.date is None:
        return None
    try:
        first, last = (date.fromisoformat(day) for day in bounds(talk.date))
    except ValueError:  # a year that no calendar has
        return None
    is_close = (last - first).days < LONGEST_DAYS and last.year < date.max.year
    return (first, last) if is_close else None


def _event(talk: JoinedTalk, days: tuple[date, date], names: Names, base: str) -> Event:
    language, row = names.language, talk.latest
    told = label(talk.status, language)
    source = row.document.publisher or row.document.title or row.document.name.rpartition("/")[2]
    dated = talk.date or ""
    mark = "" if days[0] == days[1] else f" [{date_words(dated, language)}]"
    event = Event()
    event.add("uid", f"{talk.id}@soten.invalid")
    event.add("dtstamp", _moment(row.document.added_at))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", _STATUS.get(talk.status, "TENTATIVE"))
    form = label(talk.form, language)
    event.add("summary", plain(f"{told}: {form} — {who(talk, names)}{mark}"))
    if talk.places:
        event.add("location", plain(talk.places[0].text(language)))
    event.add("description", plain(f"「{row.evidence.exact}」 {source}"))
    event.add("url", f"{base}/talks/{talk.id}")
    return event


def _moment(at: str) -> datetime:
    told = datetime.fromisoformat(at)
    return (
        (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    )
