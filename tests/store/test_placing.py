"""How much each place has a day, and where towns lie."""

from __future__ import annotations

from soten.records import (
    Actor,
    ActorType,
    Event,
    EventType,
    Record,
    Talk,
    TalkForm,
    TalkStatus,
    Voice,
    Wording,
    record_id,
)
from soten.store import Ledger, PlaceDay
from tests.store.factory import ACTORS, RUN, cut, document, reading

NORTH = Actor("north", ActorType.PLACE, "北州", "North", ("北州",), side="ko")
VILLAGE = Actor(
    "kitamura", ActorType.PLACE, "北村", "Kitamura", ("北村",), side="north", geonames=1,
    latitude=40.5, longitude=20.25,
)  # fmt: skip
TEXT = "両国は５日に北村で会った。北村では６日に砲撃があった。\n"


def fill(ledger: Ledger) -> None:
    """Put a talk and an event in a village into a ledger."""
    d = document(TEXT, edtf="2031-05-07")
    met, shelled = cut(d, "両国は５日に北村で会った"), cut(d, "北村では６日に砲撃があった")
    told: list[Record] = [
        Talk(
            record_id("talk", d.id, met.span.start), met, ("ko", "otsu"), TalkForm.MEETING,
            TalkStatus.HELD, place="kitamura", date="2031-05-05",
        ),
        Event(
            record_id("event", d.id, shelled.span.start), shelled, EventType.ASSAULT,
            place="kitamura", date="2031-05-06",
        ),
    ]  # fmt: skip
    told.append(Wording("wd-1", cut(d, "北村"), "name:kitamura", "otsu", Voice.OWN))
    ledger.begin_run(RUN)
    ledger.put_reading(RUN, reading(d, told, (*ACTORS, NORTH, VILLAGE)))


def test_talks_and_events_are_counted_by_place_and_day(ledger: Ledger) -> None:
    """Each on its first day."""
    fill(ledger)

    assert ledger.place_days() == [
        PlaceDay("kitamura", "event", "2031-05-06", 1),
        PlaceDay("kitamura", "talk", "2031-05-05", 1),
    ]


def test_towns_are_found_by_what_they_lie_in(ledger: Ledger) -> None:
    """A region has those that its pack says lie right in it."""
    fill(ledger)

    assert ledger.towns_in(["north", "kitamura"]) == {"north": [(40.5, 20.25)]}
