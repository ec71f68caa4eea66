from __future__ import annotations

import pytest

from soten.query import (
    ActorDetail,
    Filter,
    actors,
    identities,
    identity,
    reasons_of,
    show,
    statements,
)
from soten.query.naming import actor_named
from soten.records import UsageError
from soten.store import Ledger
from tests.store.crowds import NAME, actor_of, listed_report, put, report, town_report
from tests.store.factory import RUN


def test_an_identity_says_why_documents_speak_of_one_actor(ledger: Ledger) -> None:
    """Each document's actor comes with the surest reason that joins it, by day of the document."""
    one = report(NAME, "報道官", side="ko", file="一", at="2025-12-05")
    other = report(NAME, "大統領府報道官", side="ko", file="二", at="2025-12-04")
    third = report(NAME, file="三", at=None)
    put(ledger, one, other, third)

    found = identity(ledger, actor_of(third))

    assert found.id == min(map(actor_of, (one, other, third)))
    assert set(found.members) == set(map(actor_of, (one, other, third)))
    assert [(j.document.name, j.why, j.confidence) for j in found.joined] == [
        ("二.txt", "same-name", 0.97),
        ("一.txt", "same-name", 0.97),
        ("三.txt", "same-name", 0.85),
    ]
    assert {j.name for j in found.joined} == {NAME}


def test_offices_have_their_dates(ledger: Ledger) -> None:
    """A pack's offices have the pack's dates, others those of the reports that name them."""
    put(
        ledger,
        listed_report(),
        report("ドミーク・フェンスタル", "首相", file="一", at="2025-12-05"),
        report("ドミーク・フェンスタル", "首相", file="二", at="2025-12-09"),
    )

    offices = identity(ledger, "fens").offices

    assert [(o.title, o.of, o.start, o.end, len(o.documents)) for o in offices] == [
        ("外相", "ko", "2024-01", "2025-03-01", 0),
        ("首相", "ko", "2025-03-01", None, 0),
        ("首相", None, "2025-12-05", "2025-12-09", 2),
    ]


def test_names_say_whose_they_are(ledger: Ledger) -> None:
    """A side's own name for a town is shown as that side's."""
    put(ledger, town_report(("北市", None), ("ノルト", "ko")))

    names = identity(ledger, "kita").names

    assert {(n.form, n.mentions, n.whose and n.whose.ja) for n in names} == {
        ("北市", 1, None),
        ("ノルト", 1, "甲国"),
    }


def test_an_actor_alone_is_its_own_identity(ledger: Ledger) -> None:
    """Whoever nothing is joined to has one id and no reasons; so has one not joined yet."""
    one = report(NAME, file="一")
    ledger.put_reading(RUN, one)

    for _ in range(2):
        found = identity(ledger, actor_of(one))
        assert (found.id, found.members, found.joined) == (actor_of(one), (actor_of(one),), ())
        put(ledger)


def test_lists_show_joined_actors_once(ledger: Ledger) -> None:
    """Two documents' actor is one row with the counts of both, and any of its names leads to both."""
    one, other = report(NAME, file="一", forms=("ロデルマン",)), report(NAME, file="二")
    put(ledger, one, other)

    (row,) = actors(ledger).rows

    assert (row.mentions, row.documents, row.counts) == (3, 2, {"statement": 2})
    assert row.actor.aliases == (NAME, "ロデルマン")
    for name in (NAME, "ハインツ＝ロデルマン", "ロデルマン", actor_of(one), actor_of(other)):
        assert actor_named(ledger, name) == row.actor.id
        assert len(statements(ledger, Filter(speaker=name)).rows) == 2
    shown = show(ledger, actor_of(other))
    assert isinstance(shown, ActorDetail)
    assert (shown.identity.id, len(shown.latest)) == (row.actor.id, 2)


def test_a_name_of_two_found_in_texts_is_asked_back_with_documents(ledger: Ledger) -> None:
    """A family name that two documents use is refused, with what each document tells of it."""
    one = report("タノフ", "報道官", side="ko", file="一")
    other = report("タノフ", file="二")
    put(ledger, one, other)

    with pytest.raises(UsageError) as caught:
        actor_named(ledger, "タノフ")

    assert "is more than one actor" in str(caught.value)
    assert f"{actor_of(one)} (タノフ, 報道官, ko, 一の記事)" in str(caught.value)
    assert f"{actor_of(other)} (タノフ, 二の記事)" in str(caught.value)


def test_many_of_one_name_are_not_all_told(ledger: Ledger) -> None:
    """Of more than six actors of one name six are told, and how many more there are."""
    put(ledger, *(report("タノフ", file=str(n)) for n in range(8)))

    with pytest.raises(UsageError, match="or one of 2 more"):
        actor_named(ledger, "タノフ")


def test_a_listed_actor_wins_over_those_found(ledger: Ledger) -> None:
    """A name that a pack lists means the pack's actor, though texts have found others of it."""
    put(ledger, listed_report(), report("フェンスタル", file="一"))

    assert actor_named(ledger, "Fenstal") == "fens"
    assert actor_named(ledger, "フェンスタル") != "fens"


def test_identities_are_those_of_two_and_more(ledger: Ledger) -> None:
    """Whoever is alone is in no identity; each identity has the reasons for it."""
    first, second = report(NAME, file="一"), report(NAME, file="二")
    alone = report("タノフ", file="三")
    put(ledger, first, second, alone)

    (group,) = identities(ledger, map(actor_of, (first, second, alone)))

    assert set(group.members) == {actor_of(first), actor_of(second)}
    assert [r.why for r in reasons_of(ledger, [group])[group.id]] == ["same-name"]
