from __future__ import annotations

from dataclasses import replace

from soten.records import (
    Act,
    Actor,
    ActorType,
    Published,
    Role,
    Span,
    Story,
)
from soten.store import Label, Ledger, Selection, open_ledger, parse_words
from tests.store.factory import (
    ACTORS,
    AOKI,
    LATER_RUN,
    RUN,
    TEXT,
    document,
    full_reading,
    mention,
    reading,
    statement,
)


def ids(ledger: Ledger, selection: Selection | None = None) -> set[str]:
    """Return the ids of the selected records."""
    return {stored.id for stored in ledger.records(selection or Selection())}


def test_a_reading_comes_back_as_it_was_put(ledger: Ledger) -> None:
    """Document, actors and records are read back equal, records in order of place."""
    d = document(
        url="https://example.org/a",
        title="北村をめぐり対立",
        stories=(Story(Span(0, 29), "甲国通信", Published()),),
    )
    put = full_reading(replace(d, origin=("乙国新聞",), author="記者", language="ja"))

    change = ledger.put_reading(RUN, put)

    assert (change.new, change.gone, change.kept, change.version) == (len(put.records), 0, 0, 1)
    assert list(ledger.documents()) == [put.document]
    stored = list(ledger.records())
    assert {record.record for record in stored} == set(put.records)
    starts = [record.record.evidence.span.start for record in stored]
    assert starts == sorted(starts)
    assert {actor.id: actor for actor in ledger.actors()} == {a.id: a for a in ACTORS}
    assert ledger.text(d.id) == TEXT


def test_a_ledger_opened_again_holds_what_was_put(where: str) -> None:
    """What was put stays when the ledger is closed and opened again."""
    with open_ledger(where) as first:
        first.put_reading(RUN, full_reading())
    with open_ledger(where, create=False) as second:
        assert len(list(second.records())) == len(full_reading().records)


def test_the_same_reading_changes_nothing(ledger: Ledger) -> None:
    """The same reading put again keeps every record."""
    ledger.put_reading(RUN, full_reading())
    before = list(ledger.records())

    change = ledger.put_reading(LATER_RUN, full_reading())

    assert (change.new, change.gone, change.kept, change.changed) == (0, 0, len(before), 0)
    assert list(ledger.records()) == before
    assert len(ledger.readings([change.document])[change.document]) == 2


def test_a_later_reading_replaces_what_the_earlier_found(ledger: Ledger) -> None:
    """Records not found again leave the ledger and stay known as gone, with the run."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", "aoki", Act.WILLING)
    denied = statement(d, "これを否定した", "otsu-mod", Act.DENY)
    found = statement(d, "攻撃を控える", "ko", Act.ANNOUNCE)
    ledger.put_reading(RUN, reading(d, [said, denied]))

    change = ledger.put_reading(
        LATER_RUN, reading(d, [replace(said, act=Act.ANNOUNCE, date="2025-12-03"), found])
    )

    assert (change.new, change.gone, change.kept, change.changed) == (1, 1, 1, 1)
    assert ids(ledger) == {said.id, found.id}
    stored = ledger.record(said.id)
    assert stored is not None
    assert stored.record == replace(said, act=Act.ANNOUNCE, date="2025-12-03")
    assert ledger.record(denied.id) is None
    (gone,) = ledger.gone()
    assert (gone.record, gone.run) == (denied, LATER_RUN)
    assert not list(ledger.records(Selection(words=parse_words("これを否定"))))
    assert list(ledger.records(Selection(words=parse_words("攻撃を控える"))))


def test_a_record_found_again_is_gone_no_more(ledger: Ledger) -> None:
    """A record that comes back is not reported as gone."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", "aoki")
    for run, found in ((RUN, [said]), (LATER_RUN, []), (RUN, [said])):
        ledger.put_reading(run, reading(d, found))

    assert list(ledger.gone()) == []
    assert ids(ledger) == {said.id}


def test_a_date_learned_later_moves_the_records(ledger: Ledger) -> None:
    """When a document's date becomes known, its undated records are found under it."""
    d = document(edtf=None)
    said = statement(d, "停戦に応じる用意がある", "aoki")
    ledger.put_reading(RUN, reading(d, [said, mention(d, "甲国", "ko")]))
    december = Selection(since="2025-12-01", until="2025-12-31")
    assert ids(ledger, december) == set()

    dated = replace(d, published=Published("2025-12"))
    ledger.put_reading(LATER_RUN, reading(dated, [said, mention(d, "甲国", "ko")]))

    assert len(ids(ledger, december)) == 2


def test_what_a_pack_knows_wins_over_what_texts_say(ledger: Ledger) -> None:
    """A discovered actor never replaces a known one, a known one replaces it; forms add up."""
    found = Actor("aoki", ActorType.PERSON, "アオキ", aliases=("アオキ外相",), known=False)
    ledger.put_actors([found])
    ledger.put_actors([AOKI])
    ledger.put_actors([replace(found, aliases=("アオキ氏",), side="otsu")])

    (stored,) = ledger.actors(["aoki"])

    assert replace(stored, aliases=()) == replace(AOKI, aliases=())
    assert set(stored.aliases) == {"アオキ・ハル", "アオキ", "アオキ外相", "アオキ氏"}


def test_texts_add_up_to_what_is_known_of_a_discovered_actor(ledger: Ledger) -> None:
    """What one text leaves open about a discovered actor another may fill."""
    found = Actor("sato", ActorType.PERSON, "サトウ", known=False, roles=(Role("外相"),))
    more = replace(found, name_ja=None, side="ko", roles=(Role("特使"),))
    ledger.put_actors([found, more])
    ledger.put_actors([more])

    (stored,) = ledger.actors(["sato"])

    assert (stored.name_ja, stored.side) in {("サトウ", "ko"), (None, "ko")}
    assert Role("特使") in stored.roles


def test_actors_no_record_names_any_more_are_told(ledger: Ledger) -> None:
    """A discovered actor left over from an older reading is not among those named."""
    d = document()
    found = Actor("sato", ActorType.PERSON, "サトウ", known=False)
    actors = (*ACTORS, found)
    ledger.put_reading(RUN, reading(d, [mention(d, "甲国", "sato")], actors))
    assert ledger.unnamed_actors() == set()

    ledger.put_reading(LATER_RUN, reading(d, [mention(d, "甲国", "ko")], actors))

    assert ledger.unnamed_actors() == {"sato"}


def test_issues_are_called_as_last_told(ledger: Ledger) -> None:
    """Labels of points at issue replace earlier ones, and ids in use are listed with them."""
    ledger.put_reading(RUN, full_reading())
    ledger.put_issues([Label("territory", "領土", "territory"), Label("ceasefire", "停戦")])
    ledger.put_issues([Label("ceasefire", "停戦", "ceasefire")])
    ledger.put_issues([])

    assert ledger.issue_labels()["ceasefire"] == Label("ceasefire", "停戦", "ceasefire")
    assert ledger.issue_ids() == ["ceasefire", "territory"]


def test_documents_are_counted_by_day_and_point(ledger: Ledger) -> None:
    """A document counts once for each point it touches, on the day it was published."""
    ledger.put_reading(RUN, full_reading())

    assert ledger.days_touched(["ceasefire", "territory"]) == {"ceasefire": {"2025-12-04": 1}}
    assert ledger.days_touched([]) == {}


def test_selections_are_counted(ledger: Ledger) -> None:
    """A count is that of the records a list would hold."""
    ledger.put_reading(RUN, full_reading())

    assert ledger.count() == len(list(ledger.records()))
    assert ledger.count(Selection(kinds=("figure",))) == 2
    assert ledger.count(Selection(kinds=("figure",), party="otsu")) == 1


def test_actors_are_found_by_what_is_written(ledger: Ledger) -> None:
    """A form finds everybody who has it, exactly as it stands; others are left out."""
    ledger.put_reading(RUN, full_reading())

    assert ledger.actors_spelled(["アオキ", "甲", "乙", "甲国"]) == {
        "アオキ": ("aoki",),
        "甲": ("ko",),
        "甲国": ("ko",),
    }
