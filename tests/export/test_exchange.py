"""Records as JSON objects."""

from __future__ import annotations

import json

import pytest

from soten.export.exchange import actor_object, actors_of, line, number, record_object
from soten.records import RECORD_TYPES, Actor, ActorType, Record, Role, Speaker, Statement
from tests.ledgers import later_reading
from tests.store.factory import document, full_reading, statement

RECORDS = [*full_reading().records, *later_reading().records]
FIELDS = {
    "mention": {"entity"},
    "date": {"edtf"},
    "statement": {"id", "speaker", "act", "quote", "issues", "date", "to", "via"},
    "talk": {"id", "participants", "place", "date", "form", "status", "outcome"},
    "figure": {"id", "value", "max", "bound", "unit", "what", "by"},
    "position": {"id", "party", "issue", "stance", "what", "date", "statement"},
    "claim": {"id", "what", "asserted", "denied", "unconfirmed", "control", "figure"},
    "commitment": {"id", "party", "what", "start", "end", "condition", "status"},
    "event": {"id", "type", "actor", "target", "place", "date"},
    "wording": {"id", "concept", "whose", "voice", "by"},
}


def test_the_hand_made_records_have_every_kind() -> None:
    """No kind of record is left out of these tests."""
    assert {record.kind for record in RECORDS} == set(FIELDS) == {k.kind for k in RECORD_TYPES}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.kind)
def test_every_field_of_the_format_is_there(record: Record) -> None:
    """Each kind has the format's fields, its document and its evidence, and is valid JSON."""
    found = json.loads(line(record_object(record)))

    assert set(found) >= FIELDS[record.kind] | {"kind", "document", "evidence"}
    assert found["evidence"] == {
        "start": record.evidence.span.start,
        "end": record.evidence.span.end,
        "exact": record.evidence.exact,
    }


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (Speaker("ko"), {"entity": "ko"}),
        (Speaker(anonymous="当局者"), {"anonymous": "当局者"}),
        (Speaker(author=True), {"author": True}),
        (None, None),
    ],
)
def test_a_speaker_is_one_of_three_or_unknown(
    speaker: Speaker | None, shown: dict[str, object] | None
) -> None:
    """An actor, a description, the writer, or null."""
    said = statement(document(), "停戦に応じる用意がある", speaker)

    assert record_object(said)["speaker"] == shown


def test_only_actors_are_declared() -> None:
    """Unnamed voices and the writer are no actors."""
    quiet: list[Statement] = [
        statement(document(), "停戦に応じる用意がある", Speaker(anonymous="当局者")),
        statement(document(), "停戦に応じる用意がある", Speaker(author=True)),
        statement(document(), "停戦に応じる用意がある", None),
    ]

    assert [list(actors_of(record)) for record in quiet] == [[], [], []]
    assert list(actors_of(statement(document(), "停戦に応じる用意がある", "ko"))) == ["ko"]


def test_an_actor_has_its_offices_and_external_ids() -> None:
    """Roles carry their dates, external ids only what is known."""
    actor = Actor(
        "aoki",
        ActorType.PERSON,
        "アオキ・ハル",
        roles=(Role("外相", "ko", "2024-10", None),),
        geonames=1,
    )
    found = actor_object(actor)

    assert found["roles"] == [{"title": "外相", "of": "ko", "from": "2024-10", "to": None}]
    assert found["external"] == {"geonames": 1}
    assert found["name_en"] is None


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    """NaN and infinity are no JSON."""
    with pytest.raises((ValueError, OverflowError)):
        line({"value": number(value)})
