"""The record reference follows the code."""

from soten.records import RECORD_TYPES, Role
from soten.records.plover import PLOVER_TYPES
from soten.records.vocabulary import EventType
from tools.make_record_reference import TARGET, field_notes, record_reference


def test_the_page_in_docs_is_what_the_code_says() -> None:
    """`docs/records.md` is fresh; `make docs` writes it anew."""
    assert TARGET.read_text(encoding="utf-8") == record_reference()


def test_every_kind_of_record_has_its_section() -> None:
    """The page names every kind that a ledger can hold."""
    page = record_reference()

    assert [kind.kind for kind in RECORD_TYPES if f"— `{kind.kind}`" not in page] == []


def test_a_class_without_notes_has_none() -> None:
    """A class whose fields carry no notes yields no notes."""
    assert field_notes(Role) == {}


def test_every_event_type_has_its_line_in_the_mapping() -> None:
    """Each event type says which PLOVER type it is, or that there is none."""
    assert set(PLOVER_TYPES) == set(EventType)
