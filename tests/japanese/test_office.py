"""What the names of a document tell of its date."""

from __future__ import annotations

from dataclasses import replace

from soten.japanese.cast import Cast
from soten.japanese.index import NameIndex
from soten.japanese.inference import DatedName
from soten.japanese.office import dated_names, western_forms, western_states
from soten.records import ActorType, Role
from tests.japanese.world import body, cast_of, lexicon_of, person, state

TERMS = (
    Role("外相", "velda", "2031-02", "2033-05"),
    Role("首相", "velda", "2034-01", None),
    Role("顧問", "velda"),
)
BENCI = replace(person("carlo-benci", "カルロ・ベンチ", "velda", "外相"), roles=TERMS)
WEST = tuple(
    replace(body(f"west-{i}", ActorType.PLACE, name, "velda"), latitude=10.0, longitude=degrees)
    for i, (name, degrees) in enumerate([("ロドナ", -70.0), ("カルガ", -40.0)])
)
EAST = replace(body("east", ActorType.PLACE, "ゼルナ", "noruga"), latitude=0.0, longitude=20.0)
INDEX = NameIndex(
    lexicon_of(state("velda", "ベルダ"), state("noruga", "ノルガ"), BENCI, *WEST, EAST)
)


def names(text: str) -> list[DatedName]:
    """Return the dated names of a text."""
    return dated_names(cast_of(text, INDEX), INDEX)


def test_a_listed_person_bounds_the_date_with_each_dated_office() -> None:
    """A listed person's form comes with every role that has a date, and with no other."""
    assert names("ベンチ外相は着いた。") == [
        DatedName("ベンチ", "外相", "2031-02", "2033-05"),
        DatedName("ベンチ", "首相", "2034-01", None),
    ]


def test_each_written_form_bounds_by_itself() -> None:
    """Every form in which the document names a person is a dated name."""
    assert {n.form for n in names("カルロ・ベンチ外相は着いた。ベンチ氏は帰った。")} == {
        "カルロ・ベンチ",
        "ベンチ",
    }


def test_nobody_else_bounds_the_date() -> None:
    """Unlisted people, states, places and people whom the document does not name give no dates."""
    assert names("クリム・タノフ外相はベルダのロドナに着いた。ベンチに座った。") == []
    assert dated_names(Cast(), INDEX) == []


def test_states_lie_where_their_places_lie() -> None:
    """A state is western if its listed places lie, on average, west of the Atlantic's middle."""
    assert western_states(INDEX) == {"velda"}


def test_a_state_without_places_is_not_western() -> None:
    """A state none of whose places has a longitude is on no side of the Atlantic."""
    assert western_states(NameIndex(lexicon_of(state("velda", "ベルダ"), BENCI))) == frozenset()


def test_one_far_place_does_not_move_a_state() -> None:
    """One western place among eastern ones leaves its state in the east."""
    far = replace(body("far", ActorType.PLACE, "ハルナ", "noruga"), longitude=-50.0)

    assert western_states(NameIndex(lexicon_of(*WEST, EAST, far))) == {"velda"}


def test_western_forms_are_those_of_western_members() -> None:
    """The forms of a western state, its people, bodies and places are western; others are not."""
    cast = cast_of("ベルダのベンチ外相はロドナからノルガのゼルナに着いた。ベルダ外務省も。", INDEX)

    assert sorted(western_forms(cast, INDEX)) == sorted(
        ["ベルダ", "ベンチ", "ロドナ", "ベルダ外務省"]
    )


def test_a_document_of_the_east_has_no_western_forms() -> None:
    """Where no western state, person or place is named, nothing is western."""
    assert western_forms(cast_of("ノルガはゼルナに軍を送った。", INDEX), INDEX) == []
