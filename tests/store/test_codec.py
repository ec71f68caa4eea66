from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.records import (
    RECORD_TYPES,
    Evidence,
    LedgerError,
    Mention,
    Record,
    Role,
    Span,
    Speaker,
    Story,
)
from soten.store.codec import decode, decode_record, encode, encode_record
from soten.store.traits import key_of

st.register_type_strategy(
    Speaker,
    st.one_of(
        st.builds(Speaker, entity=st.text(min_size=1)),
        st.builds(Speaker, anonymous=st.text(min_size=1)),
        st.just(Speaker(author=True)),
    ),
)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
EVIDENCE = Evidence("d-1", Span(0, 2), "甲国")


@settings(max_examples=200)
@given(record=st.one_of([st.from_type(kind) for kind in RECORD_TYPES]))
def test_every_record_comes_back_as_it_was(record: Record) -> None:
    """Any record of any kind is read back equal from its columns and its body."""
    body = encode_record(record)

    assert decode_record(record.kind, key_of(record), record.evidence, body) == record


@given(story=st.from_type(Story), role=st.from_type(Role))
def test_parts_of_documents_and_actors_come_back_as_they_were(story: Story, role: Role) -> None:
    """Stories and roles are read back equal after a way through JSON text."""
    assert decode(Story, json.loads(json.dumps(encode(story)))) == story
    assert decode(Role, json.loads(json.dumps(encode(role)))) == role


def test_a_body_leaves_out_what_columns_and_defaults_say() -> None:
    """A body holds neither id nor evidence nor fields with their default value."""
    assert encode_record(Mention(EVIDENCE, "ko")) == '{"entity":"ko"}'


def test_a_body_with_a_field_of_a_newer_schema_is_read() -> None:
    """A field that this code does not know is passed over."""
    found = decode_record("mention", "mn-1", EVIDENCE, '{"entity":"ko","newer":1}')

    assert found == Mention(EVIDENCE, "ko")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("mention", "{}", id="field-missing"),
        pytest.param("mention", "[]", id="no-object"),
        pytest.param("mention", "{", id="no-json"),
        pytest.param("rumour", "{}", id="no-such-kind"),
        pytest.param("figure", '{"value":1,"bound":"so-so","unit":"km2"}', id="no-such-value"),
    ],
)
def test_a_body_that_cannot_be_read_is_named(kind: str, body: str) -> None:
    """What is no record raises a LedgerError that names the record."""
    with pytest.raises(LedgerError, match="record x-1"):
        decode_record(kind, "x-1", EVIDENCE, body)


def test_a_type_without_a_codec_is_refused() -> None:
    """A type that JSON cannot hold has no codec."""
    with pytest.raises(TypeError, match="no codec"):
        encode({1, 2})
