"""The exchange format of a whole ledger."""

from __future__ import annotations

import json
from typing import Any  # JSON values

import pytest

from soten.export.archive import document_text, jsonl_lines
from soten.query import Filter
from soten.records import UsageError
from soten.store import Ledger
from tests.ledgers import HOSTILE, LATER, later_reading
from tests.store.factory import TEXT


def objects(ledger: Ledger, filter: Filter | None = None) -> list[dict[str, Any]]:
    """Return the exported objects."""
    lines = jsonl_lines(ledger) if filter is None else jsonl_lines(ledger, filter)
    return [json.loads(line) for line in lines]


def test_ids_are_declared_before_they_are_used(ledger: Ledger) -> None:
    """Documents come first, then actors, then records; a record comes after what it refers to."""
    found = objects(ledger)
    kinds = [each["kind"] for each in found]
    declared: set[str] = set()

    assert kinds == sorted(kinds, key=lambda kind: {"document": 0, "entity": 1}.get(kind, 2))
    for each in found:
        used = [each.get(key) for key in ("document", "statement", "party", "entity", "place")]
        assert {id for id in used if id} <= declared
        declared.add(each.get("id", ""))


def test_evidence_is_what_the_text_says(ledger: Ledger) -> None:
    """Every record's words stand at its place in the text that `export text` prints."""
    texts = {
        each["id"]: document_text(ledger, each["id"])
        for each in objects(ledger)
        if each["kind"] == "document"
    }

    for each in objects(ledger):
        if each["kind"] not in ("document", "entity"):
            place = each["evidence"]
            assert texts[each["document"]][place["start"] : place["end"]] == place["exact"]


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger) -> None:
    """An export can be compared with the last one line by line."""
    assert list(jsonl_lines(ledger)) == list(jsonl_lines(ledger))


def test_only_actors_that_records_name_are_written(ledger: Ledger) -> None:
    """Actors are those in use, with the sides they stand on."""
    found = objects(ledger, Filter(speaker="aoki"))
    actors = {each["id"] for each in found if each["kind"] == "entity"}

    assert actors == {"aoki", "ko"}
    assert {each["kind"] for each in found} == {"document", "entity", "statement"}


def test_exports_obey_filters(ledger: Ledger) -> None:
    """Only what the filter lets through is written, and the documents it quotes."""
    document = later_reading().document.id

    found = objects(ledger, Filter(document="b.txt"))

    assert [each["id"] for each in found if each["kind"] == "document"] == [document]
    assert {each["document"] for each in found if "document" in each} == {document}


def test_unknown_is_null(ledger: Ledger) -> None:
    """What a text does not settle is null, and whole numbers are written as such."""
    event = next(each for each in objects(ledger) if each["kind"] == "event")
    figure = next(each for each in objects(ledger) if each.get("bound") == "at-least")

    assert (event["actor"], event["target"], event["place"]) == (None, None, None)
    assert figure["value"] == 19000
    assert type(figure["value"]) is int
    assert figure["by"] == "anonymous:当局者"


def test_claims_name_the_document_of_each_side(ledger: Ledger) -> None:
    """Each side of a claim carries its own evidence and document."""
    claim = next(each for each in objects(ledger) if each["kind"] == "claim")
    (asserted,), (denied,) = claim["asserted"], claim["denied"]

    assert asserted["evidence"]["exact"] == "北村を制圧した"
    assert denied == {
        "by": "otsu-mod",
        "document": claim["document"],
        "date": None,
        "via": [],
        "evidence": denied["evidence"],
    }


def test_text_is_printed_exactly(ledger: Ledger) -> None:
    """A document is found by name, and its text comes as stored."""
    assert document_text(ledger, "a.txt") == TEXT
    assert document_text(ledger, "b.txt") == LATER


def test_an_unclear_document_is_refused(ledger: Ledger) -> None:
    """A part of two names, or of none, draws an error."""
    with pytest.raises(UsageError, match="more than one document"):
        document_text(ledger, ".txt")
    with pytest.raises(UsageError):
        document_text(ledger, "zzz.txt")


def test_hostile_words_stay_data(hostile: Ledger) -> None:
    """Markup, queries and escape sequences come out as the JSON strings they are."""
    lines = list(jsonl_lines(hostile))
    words = [json.loads(line).get("evidence", {}).get("exact", "") for line in lines]

    assert any(HOSTILE.splitlines()[0] in word for word in words)
    assert all("\x1b" not in line for line in lines)
