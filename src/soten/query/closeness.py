"""How close whoever voices a party's stance stands to the party.

It is read off the speaker: the office he held on the day, what kind of body speaks, or how the
report describes somebody unnamed. Titles are words of Japanese reporting, of no party and no war.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from soten.records import Actor, ActorType, Role, Speaker
from soten.records.edtf import bounds, is_edtf


class Closeness(StrEnum):
    """Who voices a stance, the closest to the party first; the last four do not speak for it."""

    HEAD = "head"
    """Head of state or government; of a body or a force: its leader."""
    MINISTER = "minister"
    """A minister, his deputies, a vice president."""
    BODY = "body"
    """The party itself or a body of its, no person named: 政府は, 外務省は."""
    SPOKESMAN = "spokesman"
    """A spokesman, named or not."""
    ENVOY = "envoy"
    """An envoy, a negotiator, an ambassador, a delegation."""
    OFFICIAL = "official"
    """Another named office: adviser, head of an agency, governor."""
    PARLIAMENT = "parliament"
    """A parliament or a member of one."""
    FORCES = "forces"
    """Its forces, or somebody in command of some."""
    ANONYMOUS = "anonymous"
    """Somebody of the party whom the report does not name: 当局者, 高官."""
    REPORT = "report"
    """The report's own account, or an outlet's: nobody of the party is quoted."""
    OTHER = "other"
    """Somebody of another party tells what this party wants."""
    UNKNOWN = "unknown"
    """The ledger does not know what the speaker is to the party."""

    @property
    def rank(self) -> int:
        """The place in this order, 0 for the closest.

        >>> Closeness.HEAD.rank < Closeness.ANONYMOUS.rank
        True
        """
        return _ORDER[self]

    @property
    def tier(self) -> int:
        """0: speaks for the party; 1: of the party, but need not speak for it; 2: not named as its.

        A shift needs a later voice of the same tier as the earlier one, or a nearer.
        """
        return _TIERS[self]


_ORDER: Mapping[Closeness, int] = {value: rank for rank, value in enumerate(Closeness)}
_LAST_FOR_PARTY = _ORDER[Closeness.ENVOY]
_LAST_OF_PARTY = _ORDER[Closeness.FORCES]
_TIERS: Mapping[Closeness, int] = {
    value: 0 if rank <= _LAST_FOR_PARTY else 1 if rank <= _LAST_OF_PARTY else 2
    for value, rank in _ORDER.items()
}

_TITLES: tuple[tuple[Closeness, re.Pattern[str]], ...] = (
    (
        Closeness.FORCES,
        re.compile(r"軍(?!事相|備|縮|政)|参謀|部隊|司令官|連隊|旅団|艦隊|指揮官|隊長"),
    ),
    (Closeness.SPOKESMAN, re.compile(r"報道|広報|スポークス")),
    (
        Closeness.PARLIAMENT,
        re.compile(r"[下上参衆]院|議員|国会|(?<!評)議会|最高会議|会派|ドゥーマ"),
    ),
    (Closeness.ENVOY, re.compile(r"大使|公使|特使|(?<!上級)代表|交渉|使節|団長|団員")),
    (
        Closeness.OFFICIAL,
        re.compile(r"補佐官|顧問|秘書|府(?:第1)?(?:副)?長官|知事|市長|書記$|会議副?議長"),
    ),
    (
        Closeness.MINISTER,
        re.compile(
            r"副(?:大統領|首相|総理|主席|総統)|(?<!首)相(?:代行)?$|大臣|次官|副大臣"
            r"|(?:国務|国防|財務|司法|商務|内務|官房|外務|戦争|エネルギー|厚生)(?:副)?長官|外交部長|上級代表"
        ),
    ),
    (
        Closeness.HEAD,
        re.compile(
            r"(?:大統領|首相|総理|主席|総書記|書記長|総統|国王|女王|天皇|皇帝|皇太子|教皇|法王|首長"
            r"|最高指導者|(?:国家評議会|主権評議会|常任)議長|国務委員長|国防委員長|事務総長)(?:代行)?$"
        ),
    ),
    (
        Closeness.OFFICIAL,
        re.compile(r"長官|局長|総裁|委員|幹部|調整官|検察|検事|総監|次長|書記|所長|首席"),
    ),
)
"""Titles and what they say, the first that fits: 空軍報道官 is of the forces, 国務次官 a minister's."""

_LEADERS = re.compile(r"(?:議長|委員長|総裁|会長|事務局長|代表|党首|司令官|専務理事|指導者)$")
"""Titles of whoever leads the very body they are of."""

_PARLIAMENTS = re.compile(r"(?<!評)議会|国会|[下上参衆]院|最高会議|ドゥーマ")


def closeness_of(
    speaker: Speaker | None,
    party: str,
    day: str | None,
    actors: Mapping[str, Actor],
    *,
    is_told: bool = False,
) -> Closeness:
    """Return how close a speaker is to `party` (a side's id) on an ISO day.

    `is_told` says that no statement carries the stance: the report tells of it. `actors` holds
    the speaker; where it does not, how close it is stays unknown.
    """
    if is_told or (speaker is not None and speaker.author):
        return Closeness.REPORT
    if speaker is None:
        return Closeness.UNKNOWN
    if speaker.anonymous is not None:
        return _by_title(speaker.anonymous, among=(Closeness.SPOKESMAN,)) or Closeness.ANONYMOUS
    actor = actors.get(speaker.entity or "")
    if actor is None:
        return Closeness.BODY if speaker.entity == party else Closeness.UNKNOWN
    return _of_actor(actor, party, day)


def _of_actor(actor: Actor, party: str, day: str | None) -> Closeness:
    if actor.type is ActorType.OUTLET:
        return Closeness.REPORT
    if party not in (actor.id, actor.side):
        return Closeness.UNKNOWN if actor.side is None and not actor.known else Closeness.OTHER
    if actor.type is ActorType.PERSON:
        return _by_office(actor, party, day)
    if actor.type is ActorType.FORCE and actor.id != party:
        return Closeness.FORCES
    is_parliament = any(map(_PARLIAMENTS.search, (actor.name_ja or "", *actor.aliases)))
    return Closeness.PARLIAMENT if is_parliament else Closeness.BODY


def _by_office(actor: Actor, party: str, day: str | None) -> Closeness:
    found = [_of_role(role, party) for role in actor.roles if day is None or _holds(role, day)]
    return min(
        (closeness for closeness in found if closeness is not None),
        key=lambda closeness: closeness.rank,
        default=Closeness.UNKNOWN,
    )


def _of_role(role: Role, party: str) -> Closeness | None:
    if role.of == party and _LEADERS.search(role.title):
        return Closeness.HEAD
    if role.title.startswith(("元", "前")):
        return None
    return _by_title(role.title)


def _holds(role: Role, day: str) -> bool:
    """Say whether a role may have been held on a day; what is not dated may."""
    first = bounds(role.start)[0] if role.start and is_edtf(role.start) else ""
    last = bounds(role.end)[1] if role.end and is_edtf(role.end) else "9999-12-31"
    return first <= day <= last


def _by_title(title: str, among: Iterable[Closeness] = ()) -> Closeness | None:
    """Return what a title says, None where it says nothing here.

    >>> _by_title("外相").value, _by_title("国連大使").value, _by_title("首相補佐官").value
    ('minister', 'envoy', 'official')
    >>> _by_title("空軍報道官").value, _by_title("大統領").value, _by_title("小説家")
    ('forces', 'head', None)
    """
    wanted = tuple(among)
    for closeness, pattern in _TITLES:
        if pattern.search(title) and (not wanted or closeness in wanted):
            return closeness
    return None
