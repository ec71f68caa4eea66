"""Ledgers of reports that name one actor, for tests of what is known across documents."""

from __future__ import annotations

from collections.abc import Sequence

from soten.records import Act, Actor, ActorType, Reading, Role, Speaker, Wording, record_id
from soten.records import Voice as WhoseWord
from soten.resolve.grouping import join_pending
from soten.resolve.identities import ActorJoiner
from soten.store import Ledger
from tests.store.factory import ACTORS, RUN, cut, document, mention, reading, statement

NAME = "ハインツ・ロデルマン"
LISTED = Actor(
    "fens",
    ActorType.PERSON,
    "ドミク・フェンスタル",
    "Domik Fenstal",
    ("ドミク・フェンスタル",),
    "ko",
    (Role("外相", "ko", "2024-01", "2025-03-01"), Role("首相", "ko", "2025-03-01")),
)
TOWN = Actor("kita", ActorType.PLACE, "北市", "Kita", ("北市",), side="otsu")
EVERYBODY = (*ACTORS, LISTED, TOWN)


def report(
    name: str = NAME,
    *titles: str,
    side: str | None = None,
    at: str | None = "2025-12-04",
    file: str = "",
    forms: Sequence[str] = (),
) -> Reading:
    """Return a report in which somebody whom no pack lists says something."""
    others = "".join(f"{form}は帰った。" for form in forms)
    text = f"{file}。{name}は「橋は残る」と述べた。{others}"
    d = document(text, f"{file or name}.txt", edtf=at, title=f"{file}の記事")
    id = record_id("actor", d.id, name)
    roles = tuple(Role(title) for title in titles)
    found = Actor(id, ActorType.PERSON, name, None, (name, *forms), side, roles, known=False)
    said = statement(d, "橋は残る", Speaker(id), Act.ANNOUNCE)
    named = [mention(d, form, id) for form in (name, *forms)]
    return reading(d, [*named, said], (*EVERYBODY, found))


def listed_report(words: str = "ドミク・フェンスタル", at: str = "2025-12-01") -> Reading:
    """Return a report that names the listed person."""
    d = document(f"{words}は会談した。", f"{words}{at}.txt", edtf=at)
    return reading(d, [mention(d, words, "fens")], EVERYBODY)


def town_report(*names: tuple[str, str | None]) -> Reading:
    """Return a report that writes the town's name in these ways, each somebody's usage."""
    d = document("".join(f"{form}で橋が落ちた。" for form, _ in names), "town.txt")
    mentions = [mention(d, form, "kita") for form, _ in names]
    wordings = [
        Wording(record_id("wording", d.id, form), cut(d, form), "name:kita", whose, WhoseWord.OWN)
        for form, whose in names
    ]
    return reading(d, [*mentions, *wordings], EVERYBODY)


def actor_of(one: Reading) -> str:
    """Return the id of the actor that a report found."""
    return next(actor.id for actor in one.actors if not actor.known)


def put(ledger: Ledger, *readings: Reading) -> None:
    """Put readings into a ledger and join what they name."""
    for one in readings:
        ledger.put_reading(RUN, one)
    join_pending(ledger, [ActorJoiner()])
