"""Finding again what was decided on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soten.records import Act, Span, Speaker
from soten.store.anchoring import Text, anchor_to, assign, likeness, locate
from tests.store.factory import TEXT, cut, document, figure, statement

D = document()
SAID = statement(D, "停戦に応じる用意がある", "aoki", Act.WILLING)


def text(words: str, sha256: str = "other") -> Text:
    """Return another version of the document."""
    return Text(D.id, words, sha256)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param(TEXT, 12, id="where-it-was"),
        pytest.param("追記。" + TEXT, 15, id="moved"),
        pytest.param("停戦に応じる用意があるか。" + TEXT, 25, id="beside-the-old-words"),
        pytest.param(TEXT.replace("用意がある", "考えだ"), None, id="changed"),
    ],
)
def test_words_are_found_again(words: str, place: int | None) -> None:
    """Words are found where the old text around them is, or not at all."""
    found = text(words).place_of(anchor_to(SAID, SAID.id, TEXT, D.sha256))

    assert (found and found.start) == place


def test_short_words_elsewhere_are_not_the_place() -> None:
    """Two characters that occur in a text of other words are not taken for the old ones."""
    assert locate("乙国側は12人だ。", "12人", 70, before="甲国政府は死者が", after="に上る") is None
    assert (
        locate(
            "乙国政府は死者が12人に上る。", "12人", 70, before="甲国政府は死者が", after="に上ると"
        )
        is not None
    )


def test_a_changed_snapshot_is_nowhere() -> None:
    """An anchor whose words do not stand in the very text it names is not believed."""
    anchor = anchor_to(SAID, SAID.id, TEXT, D.sha256)
    assert anchor.evidence is not None
    other = replace(anchor, evidence=replace(anchor.evidence, exact="停戦に応じない"))

    assert text(TEXT, D.sha256).place_of(other) is None
    assert text(TEXT, D.sha256).restored(other) is None


def test_a_wider_span_is_the_same_record() -> None:
    """A record on mostly the same words is the one that was seen, where no other is nearer."""
    wider = replace(SAID, id="st-2", evidence=cut(D, "停戦に応じる用意があると述べた"))
    other = replace(wider, id="st-3", speaker=Speaker(anonymous="外相"))

    assert assign({"st-1": [("st-1", SAID)]}, {"st-2": wider}) == {"st-1": "st-2"}
    assert assign({"st-1": [("st-1", SAID)]}, {"st-3": other, "st-2": wider}) == {"st-1": "st-2"}


def test_two_equally_near_are_none() -> None:
    """Where two records are equally near, neither is taken."""
    one = replace(SAID, id="st-2", evidence=cut(D, "停戦に応じる用意があると述べた"))

    assert assign({"st-1": [("st-1", SAID)]}, {"st-2": one, "st-3": replace(one, id="st-3")}) == {}


def test_an_id_on_other_words_is_another_record() -> None:
    """The id of a place is no proof once the text moved under it."""
    elsewhere = replace(SAID, evidence=cut(D, "攻撃を控える"))

    assert assign({SAID.id: [(SAID.id, SAID)]}, {SAID.id: elsewhere}) == {}


def test_what_was_seen_apart_stays_apart() -> None:
    """Two records that were decided on are not both found in one."""
    ours = replace(SAID, id="st-a", evidence=cut(D, "停戦に応じる"))
    theirs = replace(SAID, id="st-b", evidence=cut(D, "応じる用意がある"))
    given = assign({"st-a": [("st-a", ours)], "st-b": [("st-b", theirs)]}, {SAID.id: SAID})

    assert len(given) == 1


def test_added_records_are_found_only_in_what_says_the_same() -> None:
    """What a person added beside a record of the reader is not taken for that record."""
    theirs = replace(SAID, id="st-2", speaker=Speaker("ko"))

    assert assign({"st-2": [("st-2", theirs)]}, {SAID.id: SAID}, strict={"st-2"}) == {}
    assert assign({"st-2": [("st-2", SAID)]}, {SAID.id: SAID}, strict={"st-2"}) == {"st-2": SAID.id}


def test_records_of_different_kinds_are_not_alike() -> None:
    """A figure is no statement, and words that hardly touch are others."""
    assert likeness(SAID, figure(D, "12人", 12, "ko")) is None
    far = replace(SAID, evidence=cut(D, "がある"))
    touching = replace(SAID, evidence=replace(far.evidence, span=Span(22, 40)))
    assert likeness(SAID, touching) is None
