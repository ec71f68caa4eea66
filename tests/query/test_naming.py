from __future__ import annotations

import pytest

from soten.query.naming import (
    actor_named,
    documents_named,
    issue_named,
    key_of_name,
    kinds_named,
    value_named,
)
from soten.records import Actor, ActorType, UsageError
from soten.store import Label, Ledger


@pytest.mark.parametrize(
    "name",
    ["aoki", "アオキ・ハル", "ｱｵｷ・ﾊﾙ", "アオキ＝ハル", "アオキ", "Haru Aoki", "haru aoki", "AOKI"],
)
def test_an_actor_is_found_by_id_and_by_every_form(filled: Ledger, name: str) -> None:
    """Width, case, separators and the family name alone all lead to the actor."""
    assert actor_named(filled, name) == "aoki"


def test_a_main_name_wins_over_a_further_form(filled: Ledger) -> None:
    """A name that is one actor's own and another's alias is the first's."""
    other = Actor("ko-party", ActorType.ORGANIZATION, "甲国党", aliases=("甲国",))
    filled.put_actors([other])

    assert actor_named(filled, "甲国") == "ko"
    assert actor_named(filled, "甲国党") == "ko-party"


def test_a_name_of_two_actors_is_asked_back(filled: Ledger) -> None:
    """A form that two actors share is refused with both ids."""
    filled.put_actors([Actor("aoki-2", ActorType.PERSON, "アオキ・ジロ", "Jiro Aoki")])

    with pytest.raises(UsageError, match="more than one actor: say aoki, aoki-2"):
        actor_named(filled, "Aoki")


def test_an_unknown_name_brings_near_ones(filled: Ledger) -> None:
    """A misspelt name is refused with what was probably meant; nonsense without."""
    with pytest.raises(UsageError, match=r"no actor is called 'Haro Aokki'; did you mean .*aoki"):
        actor_named(filled, "Haro Aokki")
    with pytest.raises(UsageError, match=r"no actor is called '〒〒〒'$"):
        actor_named(filled, "〒〒〒")


def test_an_issue_is_found_by_id_and_label(filled: Ledger) -> None:
    """A point at issue goes by its id or either label; an unknown one brings near ones."""
    filled.put_issues([Label("ceasefire", "停戦", "Ceasefire terms")])

    for name in ("ceasefire", "停戦", "ceasefire TERMS"):
        assert issue_named(filled, name) == "ceasefire"
    with pytest.raises(UsageError, match=r"did you mean .*ceasefire"):
        issue_named(filled, "cease-fires")


def test_values_and_kinds_are_those_of_the_records(filled: Ledger) -> None:
    """A value is found in any case; what is no value or kind is refused."""
    assert value_named("EUR") == value_named("eur") == "EUR"
    assert value_named("disputed") == "disputed"
    assert kinds_named(["talk", "talk"]) == ("talk",)
    with pytest.raises(UsageError, match=r"did you mean .*reject"):
        value_named("rejects!")
    with pytest.raises(UsageError, match="kinds are mention, date"):
        kinds_named(["rumour"])
    with pytest.raises(UsageError, match=r"did you mean a\.txt"):
        documents_named(filled, "b.txt")


def test_different_names_have_different_keys() -> None:
    """Folding of spelling variants does not make one name of two."""
    assert key_of_name("ヴィトコフ") == key_of_name("ビトコフ")
    assert key_of_name("ウィトコフ") != key_of_name("ビトコフ")
    assert key_of_name("カサ") != key_of_name("ガザ")
