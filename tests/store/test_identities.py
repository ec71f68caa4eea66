from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from soten.records import Action, Actor, ActorType, Role
from soten.store import Label, Ledger, Proposal, Selection, WrittenName, open_ledger
from tests.store.crowds import LISTED, NAME, actor_of, listed_report, put, report, town_report


def test_filters_reach_every_id_of_an_actor(ledger: Ledger) -> None:
    """Whoever is asked for by one id is found by all ids that are one with it."""
    one = report(NAME, "報道官", side="ko", file="一")
    other = report(NAME, "報道官", file="二", at="2025-12-05")
    alone = report("ロデルマン", file="三")
    put(ledger, one, other, alone)
    both = {one.document.id, other.document.id}

    for asked in (actor_of(one), actor_of(other)):
        for selection in (
            Selection(speaker=asked),
            Selection(involves=asked, kinds=("mention",)),
            Selection(party=asked),
        ):
            assert {found.document for found in ledger.records(selection)} == both


def test_whoever_is_one_with_somebody_of_a_side_is_of_that_side(ledger: Ledger) -> None:
    """A report that does not say whose he is counts for his side, since he is somebody's."""
    told, untold = report(NAME, side="ko", file="一"), report(NAME, file="二")
    put(ledger, told, untold)

    found = {record.document for record in ledger.records(Selection(party="ko"))}

    assert found == {told.document.id, untold.document.id}


def test_actors_that_are_one_are_counted_once(ledger: Ledger) -> None:
    """Mentions, documents and records are counted over all that are one; pages go on."""
    readings = [
        report(NAME, file="一", forms=("ロデルマン",)),
        report(NAME, file="二"),
        report("ドミーク・フェンスタル", "首相", file="三"),
        listed_report(),
    ]
    put(ledger, *readings)
    known = min(actor_of(readings[0]), actor_of(readings[1]))

    found = [(c.actor, c.mentions, c.documents) for c, _ in ledger.actor_counts()]

    assert found == [(known, 3, 2), ("fens", 2, 2)]
    (first, cursor), *_ = ledger.actor_counts(limit=1)
    assert first.actor == known
    assert [count.actor for count, _ in ledger.actor_counts(after=cursor)] == ["fens"]
    assert ledger.roles_by_actor([known, "fens"]) == {
        known: {"statement": 2},
        "fens": {"statement": 1},
    }
    assert [c.documents for c, _ in ledger.actor_counts(Selection(ids=("fens",)))] == [2]
    assert [c.actor for c, _ in ledger.actor_counts(Selection(party="ko"))] == ["fens"]


def test_labels_are_those_an_actor_is_known_by(ledger: Ledger) -> None:
    """Of those joined to a pack's actor the pack's name is shown, of others the longest."""
    variant = report("ドミーク・フェンスタル", "首相", file="三")
    short = report("ソーデル", "外相", side="otsu", file="四")
    full = report("クロ・ソーデル", "外相", side="otsu", file="五")
    put(ledger, variant, listed_report(), short, full)

    labels = ledger.labels([actor_of(variant), actor_of(short), "otsu", "nobody"])

    assert labels[actor_of(variant)] == ledger.labels(["fens"])["fens"]
    assert labels[actor_of(variant)].text("en") == "Domik Fenstal"
    assert labels[actor_of(short)].ja == "クロ・ソーデル"
    assert labels["otsu"] == Label("otsu", "乙国", "Otsu", labels["otsu"].type)
    assert "nobody" not in labels


def test_a_known_actor_tells_what_all_that_are_one_tell(ledger: Ledger) -> None:
    """Forms of all are kept, the pack's first; a pack's roles stand, others are put together."""
    variant = report("ドミーク・フェンスタル", "首相", file="三")
    one, other = (
        report(NAME, "団長", side="ko", file="一"),
        report(NAME, "特使", side="ko", file="二"),
    )
    put(ledger, variant, listed_report(), one, other)
    known = min(actor_of(one), actor_of(other))

    actors = ledger.known_actors(["fens", known, "nobody"])

    assert actors["fens"].aliases == ("ドミク・フェンスタル", "ドミーク・フェンスタル")
    assert actors["fens"].roles == LISTED.roles
    assert set(actors[known].roles) == {Role("団長"), Role("特使")}
    assert set(actors) == {"fens", known}


def test_written_names_are_counted_with_whose_they_are(ledger: Ledger) -> None:
    """A name's forms are counted in texts; a form that is one side's usage says whose."""
    put(ledger, town_report(("北市", None), ("ノルト", "ko")), town_report(("ノルト", "ko")))

    assert ledger.written_names(["kita"]) == [
        WrittenName("ノルト", 2, 2),
        WrittenName("北市", 1, 1),
    ]
    assert ledger.whose_names(["kita"]) == {"ノルト": "ko"}
    assert ledger.names_of_sides() == {"kita": {"ノルト": "ko"}}


def test_names_lead_to_actors(ledger: Ledger) -> None:
    """An exact name or form leads to every actor that has it; found names are listed."""
    one = report(NAME, file="一", forms=("ロデルマン",))
    put(ledger, one, listed_report())

    assert ledger.actors_called("ロデルマン") == [actor_of(one)]
    assert ledger.actors_called("Domik Fenstal") == ["fens"]
    assert ledger.actors_called("ロデル") == []
    assert set(ledger.found_names()) == {(actor_of(one), NAME), (actor_of(one), "ロデルマン")}
    assert "fens" in {actor.id for actor in ledger.listed_actors()}
    assert ledger.documents_naming([actor_of(one)]) == {actor_of(one): one.document.id}


def test_whom_a_person_parted_stays_two(ledger: Ledger) -> None:
    """A verdict that two are different is obeyed, however equal their names."""
    one, other = report(NAME, "団長", file="一"), report(NAME, "団長", file="二")
    put(ledger, one, other)
    assert ledger.canon([actor_of(one), actor_of(other)])

    ledger.decide([Proposal(Action.SPLIT, (actor_of(one), actor_of(other)), "actor")], by="aoki")
    put(ledger)

    assert not ledger.canon([actor_of(one), actor_of(other)])


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_arrival_changes_nothing(tmp_path: Path, order: tuple[int, ...]) -> None:
    """Whatever comes first, the same actors are one, for the same reasons."""
    readings = [
        report(NAME, "団長", side="ko", file="一"),
        report(NAME, file="二"),
        report("ドミーク・フェンスタル", "首相", file="三"),
        listed_report(),
    ]
    with open_ledger(tmp_path / "l.db") as ledger:
        for at in order:
            put(ledger, readings[at])
        groups = {group.id: sorted(group.members) for group, _ in ledger.groups("actor")}
        reasons = ledger.reasons("actor", sorted(groups))
    assert sorted(len(members) for members in groups.values()) == [1, 2, 2]
    assert groups["fens"] == sorted(["fens", actor_of(readings[2])])
    assert sorted((r.why, r.confidence) for r in reasons) == [
        ("same-name", 0.85),
        ("same-name", 0.92),
    ]


def test_whoever_is_of_one_document_is_as_it_was_read_last(ledger: Ledger) -> None:
    """A newer reading's forms, titles and side replace those of the older one."""
    first = report(NAME, "団長", side="ko", file="一", forms=("ロデルマン",))
    again = report(NAME, "特使", file="一", forms=("ロデルマン",))
    newer = replace(again.actors[-1], id=actor_of(first), aliases=(NAME,))
    put(ledger, first)
    ledger.put_actors([newer])

    assert ledger.actors([actor_of(first)]) == [newer]


def test_the_fullest_name_of_a_states_body_is_taken(ledger: Ledger) -> None:
    """Whichever text comes first, a state's body has the name that says most without の."""
    names = ("甲国防省", "甲国の国防省", "甲国国防省")
    for at, order in enumerate(permutations(names)):
        body = Actor(f"ko-mod-{at}", ActorType.ORGANIZATION, known=False, side="ko")
        for name in order:
            ledger.put_actors([replace(body, name_ja=name, aliases=(name,))])
        (stored,) = ledger.actors([body.id])
        assert stored.name_ja == "甲国国防省"
        assert sorted(stored.aliases) == sorted(names)
