"""Attendees: whom a talk is between, who came for each side, and of which level it is."""

from __future__ import annotations

import re

from soten.records import Actor, ActorType, Mention, Role, Talk, TalkForm
from soten.records.edtf import bounds
from soten.resolve.joining import Source

_PARTIES = 2
_LEVELS = (
    ("leaders", re.compile(r"首脳|サミット")),
    (
        "ministers",
        re.compile(
            r"(?:外相|外務大臣|国防相|閣僚)(?:級|レベル)?(?:会談|会合|会議|協議)|"
            r"(?<=[の両とや])(?:外相|外務大臣|国防相|国防長官)(?:同士)?(?:の|が|は|ら|による)"
        ),
    ),
    (
        "officials",
        re.compile(r"実務者|事務レベル|次官級|局長級|専門家会合|(?:代表|交渉|使節)団"),
    ),
)
"""What says of which level a talk is."""
_OFFICES = (
    ("leaders", re.compile(r"大統領|首相|国家主席|総書記|国王|総理大臣|総理|国務委員長|首長|議長")),
    (
        "ministers",
        re.compile(r"外相|外務大臣|外務相|国務長官|国防相|国防長官|防衛相|防衛大臣|外交部長"),
    ),
)
"""Whose office makes a talk one of leaders, or of ministers."""
STATES = "states"
"""The level of a talk of which only the states are told: hardly one of leaders."""
_OPEN = ("会談", "首脳会議", "サミット", "直接会談", "電話会談", "電話協議")
"""Nouns for talks of any level."""


_ONE_AT_A_TIME = re.compile(
    r"大統領|首相|国家主席|総書記|国王|総理大臣|外相|外務大臣|国務長官|国防相|国防長官|防衛相"
)
"""Offices that one person of a state holds at a time."""

_SPEAKS = re.compile(r"報道官|広報官|広報担当|スポークス(?:マン|パーソン|ウーマン)")


def actor_of(source: Source, id: str) -> Actor | None:
    """Return an actor as far as the document knows it."""
    return source.actors.get(source.who(id)) or source.actors.get(id)


def sides_of(
    source: Source, participants: tuple[str, ...], host: str | None = None
) -> tuple[str, ...]:
    """Return the states and bodies that take part; people and ministries count as their state.

    Where packs list two of them, those discovered in the text are left out: they may be another
    spelling. A `host` of whom nobody is named is left out where there are two besides.
    """
    found: set[str] = set()
    for id in participants:
        actor = actor_of(source, id)
        side = source.side(id)
        is_person = actor is not None and actor.type is ActorType.PERSON
        if not (is_person and side == source.who(id)):
            found.add(side)
    listed = {side for side in found if is_listed(source, side)}
    found = listed if len(listed) >= _PARTIES else found
    present = {side for _, side in people_of(source, participants)}
    if host not in present and len(found - {host}) >= _PARTIES:
        found.discard(host or "")
    return tuple(sorted(found))


def bodies_of(source: Source, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sides that are known, and no states: a council, a court, a union."""
    actors = ((side, actor_of(source, side)) for side in sides)
    return tuple(
        s for s, actor in actors if actor is not None and actor.type is not ActorType.STATE
    )


def is_listed(source: Source, id: str) -> bool:
    """Say whether a pack lists an actor."""
    actor = actor_of(source, id)
    return actor is not None and actor.known


def people_of(source: Source, participants: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the people among those who take part, each with the side stood for.

    Without spokespeople: who is named beside a talk and speaks for a side tells of it.
    """
    people = [id for id in _people(source, participants) if not _is_spokesperson(source, id)]
    return tuple(sorted({(source.who(id), source.side(id)) for id in people}))


def _is_spokesperson(source: Source, person: str) -> bool:
    titles = _titles(source, person)
    return bool(titles) and all(_SPEAKS.search(title) for title in titles)


def named_in(source: Source, talk: Talk) -> tuple[str, ...]:
    """Return who takes part, without people whom another sentence names: they may be others.

    両首脳 and its like stand for those told before.
    """
    spans = [talk.evidence.span, *(evidence.span for evidence in talk.mentions)]
    text = source.document.text
    if talk.form is TalkForm.SUMMIT or any(_BOTH.search(text, s.start, s.end) for s in spans):
        return talk.participants
    named = {
        record.entity
        for record in source.records
        if isinstance(record, Mention)
        and any(s.start <= record.evidence.span.start < s.end for s in spans)
    }
    away = {id for id in _people(source, talk.participants) if id not in named}
    return tuple(id for id in talk.participants if id not in away)


_BOTH = re.compile(r"両(?:氏|首脳|外相|大統領|国防相|首相|長官|閣僚|特使)")


def _people(source: Source, participants: tuple[str, ...]) -> list[str]:
    """Return the people among those who take part, by the ids the document has for them."""
    actors = ((id, actor_of(source, id)) for id in participants)
    return [id for id, actor in actors if actor is not None and actor.type is ActorType.PERSON]


def strangers_of(source: Source, participants: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people whom no pack lists."""
    people = _people(source, participants)
    return tuple(sorted({source.who(id) for id in people if not is_listed(source, id)}))


def offices_of(source: Source, participants: tuple[str, ...], date: str | None) -> tuple[str, ...]:
    """Return `person:office` for those who hold an office that one person holds at a time."""
    found = {
        f"{source.who(id)}:{title}"
        for id in _people(source, participants)
        for title in _titles(source, id, date)
        if _ONE_AT_A_TIME.fullmatch(title)
    }
    return tuple(sorted(found))


def _titles(source: Source, person: str, date: str | None = None) -> list[str]:
    """Return the offices of a person: all, or those held on a date."""
    actor = actor_of(source, person)
    roles = () if actor is None else actor.roles
    return [role.title for role in roles if holds(role, date)]


def level_of(source: Source, talk: Talk) -> str | None:
    """Return of which level a talk is: by its noun, the offices of those named, or its sentence.

    None where none of these says, or the sentence says two.
    """
    if talk.form is TalkForm.SUMMIT:
        return "leaders"
    noun = talk.rule.removeprefix("talk-noun-")
    by_noun = _levels_in(noun)
    by_office = _level_by_office(source, talk)
    if by_noun or by_office:
        return by_noun[0] if by_noun else by_office
    told = _levels_in(talk.evidence.exact)
    if told:
        return told[0] if len(told) == 1 else None
    is_bare = not people_of(source, talk.participants) and noun not in _OPEN
    return STATES if is_bare else None


def _levels_in(words: str) -> list[str]:
    return [level for level, pattern in _LEVELS if pattern.search(words)]


def _level_by_office(source: Source, talk: Talk) -> str | None:
    """Return the level of the people named where those of two sides hold offices of one level."""
    found: dict[str, set[str]] = {}
    for id in _people(source, talk.participants):
        titles = _titles(source, id, talk.date)
        levels = {level for level, office in _OFFICES for t in titles if office.fullmatch(t)}
        found.setdefault(source.side(id), set()).update(levels)
    if len(found) < _PARTIES:
        return None
    shared = set.intersection(*found.values())
    return next((level for level, _ in _OFFICES if level in shared), None)


def holds(role: Role, date: str | None) -> bool:
    """Say whether an office was held on the first day of a date, as far as that is known."""
    if date is None:
        return True
    day = bounds(date)[0]
    starts = role.start is None or bounds(role.start)[0] <= day
    return starts and (role.end is None or day <= bounds(role.end)[1])
