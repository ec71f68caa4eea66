"""How close a speaker is to the party."""

from __future__ import annotations

import pytest

from soten.query.closeness import Closeness, closeness_of
from soten.records import Actor, ActorType, Role, Speaker


def person(*roles: Role, side: str | None = "ko", known: bool = True) -> dict[str, Actor]:
    """Return somebody with these roles."""
    who = Actor("x", ActorType.PERSON, "アオキ", None, (), side=side, roles=roles, known=known)
    return {"x": who}


@pytest.mark.parametrize(
    ("title", "closeness"),
    [
        ("大統領", Closeness.HEAD),
        ("暫定大統領", Closeness.HEAD),
        ("首相", Closeness.HEAD),
        ("国家評議会議長", Closeness.HEAD),
        ("副大統領", Closeness.MINISTER),
        ("国防相", Closeness.MINISTER),
        ("外務次官", Closeness.MINISTER),
        ("官房長官", Closeness.MINISTER),
        ("上級代表", Closeness.MINISTER),
        ("大統領報道官", Closeness.SPOKESMAN),
        ("国連大使", Closeness.ENVOY),
        ("特別代表", Closeness.ENVOY),
        ("首相補佐官", Closeness.OFFICIAL),
        ("大統領府副長官", Closeness.OFFICIAL),
        ("安全保障会議書記", Closeness.OFFICIAL),
        ("下院議長", Closeness.PARLIAMENT),
        ("下院外交委員長", Closeness.PARLIAMENT),
        ("空軍報道官", Closeness.FORCES),
        ("参謀総長", Closeness.FORCES),
        ("大統領夫人", Closeness.UNKNOWN),
        ("実業家", Closeness.UNKNOWN),
        ("元大統領", Closeness.UNKNOWN),
    ],
)
def test_a_title_says_how_close_its_bearer_is(title: str, closeness: Closeness) -> None:
    """An office is read off the words of its title; what says nothing stays unknown."""
    assert closeness_of(Speaker("x"), "ko", None, person(Role(title))) is closeness


def test_an_office_counts_on_the_days_it_was_held() -> None:
    """Who is no longer in office does not speak as the head; the nearest office held counts."""
    roles = person(Role("大統領", "ko", "2020", "2024-06"), Role("特使", "ko", "2019"))

    assert closeness_of(Speaker("x"), "ko", "2023-01-01", roles) is Closeness.HEAD
    assert closeness_of(Speaker("x"), "ko", "2025-01-01", roles) is Closeness.ENVOY


def test_the_leader_of_the_very_body_is_its_head() -> None:
    """A chairman is the head of the party he is chairman of, and an official elsewhere."""
    assert closeness_of(Speaker("x"), "ko", None, person(Role("委員長", "ko"))) is Closeness.HEAD
    assert closeness_of(Speaker("x"), "ko", None, person(Role("委員長", "z"))) is Closeness.OFFICIAL


@pytest.mark.parametrize(
    ("speaker", "closeness"),
    [
        (Speaker(anonymous="当局者"), Closeness.ANONYMOUS),
        (Speaker(anonymous="大統領府の報道官"), Closeness.SPOKESMAN),
        (Speaker(author=True), Closeness.REPORT),
        (Speaker("nobody"), Closeness.UNKNOWN),
        (Speaker("ko"), Closeness.BODY),
        (None, Closeness.UNKNOWN),
    ],
)
def test_who_is_no_listed_person(speaker: Speaker | None, closeness: Closeness) -> None:
    """The unnamed, the writer and the party itself have a place of their own."""
    assert closeness_of(speaker, "ko", None, {}) is closeness


@pytest.mark.parametrize(
    ("type", "name", "side", "closeness"),
    [
        (ActorType.ORGANIZATION, "甲国外務省", "ko", Closeness.BODY),
        (ActorType.ORGANIZATION, "甲国議会", "ko", Closeness.PARLIAMENT),
        (ActorType.FORCE, "甲国軍", "ko", Closeness.FORCES),
        (ActorType.OUTLET, "甲国日報", "ko", Closeness.REPORT),
        (ActorType.ORGANIZATION, "乙国外務省", "otsu", Closeness.OTHER),
    ],
)
def test_bodies_that_speak(type: ActorType, name: str, side: str, closeness: Closeness) -> None:
    """A body is told by what it is and whose; an outlet only reports."""
    actors = {"x": Actor("x", type, name, side=side)}

    assert closeness_of(Speaker("x"), "ko", None, actors) is closeness


def test_what_no_statement_carries_is_the_report_s() -> None:
    """A stance that the report tells without quoting anybody is nobody's voice."""
    assert closeness_of(None, "ko", None, {}, is_told=True) is Closeness.REPORT


def test_a_force_that_is_the_party_speaks_for_itself() -> None:
    """An army that is a party of its own is a body, not forces of somebody."""
    army = {"rebels": Actor("rebels", ActorType.FORCE, "反乱軍")}

    assert closeness_of(Speaker("rebels"), "rebels", None, army) is Closeness.BODY


def test_the_order_is_that_of_the_tiers() -> None:
    """Nobody of a farther tier stands before one of a nearer."""
    tiers = [closeness.tier for closeness in Closeness]

    assert tiers == sorted(tiers)
    assert set(tiers) == {0, 1, 2}
