"""For which body a person acts, as the document names them together."""

from __future__ import annotations

import pytest

from soten.extract.parties import party_of
from soten.records import Speaker
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("ノルダ進歩党のマルク・ベネスタ代表が帰った。", "ノルダ進歩党", id="of"),
        pytest.param(
            "ノルダ進歩党報道官のマルク・ベネスタ氏が帰った。", "ノルダ進歩党", id="office-before"
        ),
        pytest.param(
            "マルク・ベネスタ氏が率いるノルダ進歩党が動いた。", "ノルダ進歩党", id="whom-he-leads"
        ),
        pytest.param("ノルダ進歩党元代表のマルク・ベネスタ氏が帰った。", None, id="former"),
        pytest.param("ノルダ進歩党は敗れ、マルク・ベネスタ氏が帰った。", None, id="apart"),
        pytest.param("ノルダ進歩党とマルク・ベネスタ氏が争う。", None, id="beside"),
    ],
)
def test_a_person_acts_for_the_body_named_with_him(
    read: TextReader, text: str, body: str | None
) -> None:
    """The body before the name, in its office or led by it; not one that only stands near."""
    analysis = read(text).analysis
    person = next(m for m in analysis.cast.members.values() if "ベネスタ" in m.name)
    found = analysis.cast.members.get(analysis.bodies.get(person.key, ""))

    assert (found.name if found is not None else None) == body


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param("ノルダ進歩党のマルク・ベネスタ代表が帰った。", "ノルダ進歩党", id="party"),
        pytest.param(
            "ノルダ商工会議所のマルク・ベネスタ会頭が帰った。", "ノルダ商工会議所", id="trade"
        ),
        pytest.param("ノルダのマルク・ベネスタ外相が帰った。", "norda", id="state"),
        pytest.param("ノルダ外務省のマルク・ベネスタ次官が帰った。", "norda", id="ministry"),
        pytest.param("ノルダ大学のマルク・ベネスタ教授が帰った。", None, id="professor"),
    ],
)
def test_who_acts_for_a_body_of_its_own_speaks_for_it(
    read: TextReader, text: str, party: str | None
) -> None:
    """Parties and associations are parties of their own, a ministry's people their state's."""
    analysis = read(text).analysis
    person = next(m for m in analysis.cast.members.values() if "ベネスタ" in m.name)
    key = party_of(Speaker(entity=person.key), analysis) or ""
    found = analysis.cast.members.get(key)

    assert party in (found.name if found is not None else None, key or None)
