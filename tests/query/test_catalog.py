from __future__ import annotations

from soten.query import Filter, actors, declared_actors, documents, sources
from soten.records import Actor, ActorType
from soten.store import Ledger
from tests.store.factory import (
    ACTORS,
    LATER_RUN,
    RUN,
    document,
    full_reading,
    mention,
    reading,
)


def test_actors_come_with_counts(filled: Ledger) -> None:
    """An actor's row has mentions, documents and records by kind; pages follow each other."""
    page = actors(filled)

    (row,) = [row for row in page.rows if row.actor.id == "otsu"]
    assert (row.mentions, row.documents) == (1, 1)
    assert row.counts == {"figure": 1, "talk": 1}
    assert row.label.text() == "乙国"
    first = actors(filled, limit=2)
    rest = actors(filled, limit=2, after=first.next)
    assert [row.actor.id for row in first.rows + rest.rows] == [r.actor.id for r in page.rows]
    assert rest.next is None


def test_actors_of_a_side_and_a_time(filled: Ledger) -> None:
    """A party limits actors to its side, days limit the mentions that count."""
    assert {row.actor.id for row in actors(filled, Filter(party="甲国")).rows} == {"ko", "aoki"}
    assert actors(filled, Filter(since="2026")).rows == ()


def test_sources_tell_how_each_was_dated_and_read(filled: Ledger) -> None:
    """A source has its names, its date with its basis, counts by kind and readings."""
    filled.identify("copy.txt", None, next(iter(filled.documents())).sha256)
    filled.put_reading(LATER_RUN, full_reading())

    (row,) = sources(filled).rows

    assert row.names == ("a.txt", "copy.txt")
    assert (row.document.published.edtf, row.document.published.why) == ("2025-12-04", "dateline")
    assert row.counts["figure"] == 2
    assert [(reading.run.id, reading.new) for reading in row.readings] == [
        ("run-1", 11),
        ("run-2", 0),
    ]


def test_sources_are_listed_newest_first_and_filtered(ledger: Ledger) -> None:
    """Days of publication limit the sources; undated ones come last."""
    for name, edtf in (("a", "2025-10"), ("b", None), ("c", "2025-12-01")):
        ledger.put_reading(RUN, reading(document(name * 3, name, edtf=edtf)))

    assert [row.document.name for row in sources(ledger).rows] == ["c", "a", "b"]
    assert [row.document.name for row in sources(ledger, limit=2).rows] == ["c", "a"]
    assert [r.document.name for r in sources(ledger, Filter(since="2025-11")).rows] == ["c"]


def test_exports_declare_whom_records_name(ledger: Ledger) -> None:
    """Actors of packs and actors that records name are declared, leftovers are not."""
    found = Actor("sato", ActorType.PERSON, "サトウ", known=False)
    d = document()
    everybody = (*ACTORS, found)
    ledger.put_reading(RUN, reading(d, [mention(d, "甲国", "sato")], everybody))
    assert {actor.id for actor in declared_actors(ledger)} == {a.id for a in everybody}

    ledger.put_reading(RUN, reading(d, [], everybody))

    assert "sato" not in {actor.id for actor in declared_actors(ledger)}
    assert [document.name for document in documents(ledger, Filter(document="a"))] == ["a.txt"]
