"""The words of the interface."""

from __future__ import annotations

from enum import StrEnum

import pytest

from soten.export.labels import KINDS, kind_label, label
from soten.records import (
    RECORD_TYPES,
    Act,
    Actor,
    ActorType,
    Basis,
    Bound,
    CommitmentStatus,
    Document,
    EventType,
    Outcome,
    Quote,
    Stance,
    TalkForm,
    TalkStatus,
    Unit,
)
from soten.settings import Language

SETS: list[type[StrEnum]] = [
    *(Act, ActorType, Basis, Bound, CommitmentStatus, EventType, Outcome, Quote, Stance),
    *(TalkForm, TalkStatus, Unit),
]


@pytest.mark.parametrize("closed", SETS)
@pytest.mark.parametrize("language", list(Language))
def test_every_value_has_a_word(closed: type[StrEnum], language: Language) -> None:
    """Every value of the vocabulary has a word in both languages; an unknown unit has none."""
    for value in closed:
        assert bool(label(value, language)) is (value is not Unit.OTHER)


@pytest.mark.parametrize("closed", SETS)
def test_words_of_a_set_differ(closed: type[StrEnum]) -> None:
    """No two values of one set are called alike."""
    for language in Language:
        words = [label(value, language) for value in closed]

        assert len(words) == len(set(words))


def test_values_spelled_alike_keep_their_own_word() -> None:
    """`planned` of a talk and of a commitment are looked up apart."""
    assert label(EventType.OTHER, Language.JA) == "その他"
    assert label(Unit.OTHER, Language.JA) == ""


def test_every_kind_has_a_word() -> None:
    """Every kind of record is named in both languages."""
    assert {kind.kind for kind in (*RECORD_TYPES, Document, Actor)} == set(KINDS)
    assert kind_label("entity", Language.EN) == "actors"
