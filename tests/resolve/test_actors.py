"""The actors of a document."""

from __future__ import annotations

from soten.records import Actor, ActorType
from soten.resolve.actors import actors_of, ids_of
from tests.readings import TextReader


def actors(read: TextReader, text: str, *referred: str) -> dict[str, Actor]:
    """Return the actors of a text and those that records refer to besides, by id."""
    found = read(text)
    made = actors_of("d-1", found.analysis.cast, read.lexicon.actors, referred)
    assert [actor.id for actor in made] == sorted(actor.id for actor in made)
    return {actor.id: actor for actor in made}


def test_a_listed_actor_has_what_the_pack_knows(read: TextReader) -> None:
    """Somebody the pack lists has its names, side and roles, and the forms written in the text."""
    belka = actors(read, "ベルカ大統領は帰った。")["belka"]

    assert belka.known
    assert (belka.name_ja, belka.name_en) == ("ドラン・ベルカ", "Doran Belka")
    assert (belka.side, belka.type) == ("norda", ActorType.PERSON)
    assert [role.title for role in belka.roles] == ["大統領"]
    assert belka.aliases[0] == "ドラン・ベルカ"
    assert "ベルカ" in belka.aliases


def test_the_side_of_an_actor_is_declared(read: TextReader) -> None:
    """The state somebody serves is among the actors even where the text does not name it."""
    found = actors(read, "ベルカ大統領は帰った。")

    assert found["norda"].type is ActorType.STATE


def test_somebody_discovered_is_not_known(read: TextReader) -> None:
    """A person whom no pack lists is declared by name and title, as not known."""
    found = actors(read, "ガルト連盟のハイン・ロダ報道官は「橋は残る」と述べた。")
    (unknown,) = (actor for actor in found.values() if not actor.known)

    assert (unknown.name_ja, unknown.type) == ("ハイン・ロダ", ActorType.PERSON)
    assert [role.title for role in unknown.roles] == ["報道官"]


def test_who_is_referred_to_is_declared(read: TextReader) -> None:
    """A listed actor that only a record refers to is declared with its side; others are not."""
    found = actors(read, "市場は開いていた。", "tosef", "no-such-actor", "anonymous:高官")

    assert set(found) == {"tosef", "tesmia"}


def test_a_text_without_names_has_no_actors(read: TextReader) -> None:
    """Where nobody is named or referred to, nobody is declared."""
    assert actors(read, "市場は開いていた。") == {}


def test_somebody_discovered_is_of_his_document(read: TextReader) -> None:
    """Whoever no pack lists has an id in each document; whom one lists has one id everywhere."""
    text = "ノルダ外務省のロダ報道官は、ベルカ大統領に会った。"
    cast = read(text).analysis.cast
    here, there = ids_of("d-1", cast), ids_of("d-2", cast)

    assert {key for key in cast.members if here[key] == there[key]} == {"norda-mfa", "belka"}
    assert set(here.values()).isdisjoint(set(there.values()) - {"norda-mfa", "belka"})
    assert ids_of("d-1", cast) == here
