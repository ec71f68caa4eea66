from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.records import Document, Figure, Reading
from soten.records.joins import Neighbourhood
from soten.resolve.grouping import components, join_pending
from soten.resolve.joining import PARTS, Item, Keyed, Link, Source
from soten.store import Ledger, Selection
from tests.store.cluster import ledger_place
from tests.store.factory import RUN, document, figure, reading


class Near:
    """Joins figures that differ by one at most, of those that share their tens."""

    kind: ClassVar[str] = "figure"
    version: ClassVar[int] = 1
    equal: ClassVar[str | None] = "same-number"

    def items(self, source: Source) -> Iterator[Keyed]:
        """Offer every figure under its tens and the next tens."""
        for record in source.records:
            if isinstance(record, Figure):
                tens = int(record.value) // 10
                keys = (str(tens), str(tens + 1))
                yield Keyed(Item(record.id, {"value": record.value}), keys, "2025-01-01")

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Link numbers that follow each other."""
        for one, other in itertools.combinations(sorted(items, key=lambda item: item.id), 2):
            first, second = one.features["value"], other.features["value"]
            assert isinstance(first, float)
            assert isinstance(second, float)
            if abs(first - second) <= 1:
                yield Link(one.id, other.id, "next-number", 0.9)


class Careful(Near):
    """Joins likewise, and keeps numbers apart that differ by three or more."""

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Link numbers that follow each other, part those that are far from each other."""
        yield from super().links(key, items)
        for one, other in itertools.combinations(sorted(items, key=lambda item: item.id), 2):
            first, second = one.features["value"], other.features["value"]
            assert isinstance(first, float)
            assert isinstance(second, float)
            if abs(first - second) >= 3:
                yield Link(one.id, other.id, "far-number", PARTS)


def told(name: str, *numbers: int) -> Reading:
    """Return a reading of a report that tells these numbers."""
    text = "。".join(f"{name}は{number}人" for number in numbers) + "。"
    d = document(text, f"{name}.txt")
    return reading(d, [figure(d, f"は{number}人", float(number), None) for number in numbers])


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger in each kind of database."""
    with Ledger(ledger_place(request.param, tmp_path)) as ledger:
        yield ledger


def put(shelf: Ledger, *readings: Reading, joiner: Near | None = None) -> None:
    """Put readings into the ledger and join them."""
    for one in readings:
        shelf.put_reading(RUN, one)
        join_pending(shelf, [joiner or Near()], batch=2)


def grouped(shelf: Ledger) -> set[frozenset[float]]:
    """Return the numbers of each group of figures."""
    values = {r.id: r.record.value for r in shelf.records() if isinstance(r.record, Figure)}
    return {frozenset(values[id] for id in group.members) for group, _ in shelf.groups("figure")}


def test_what_links_connect_is_one_group(shelf: Ledger) -> None:
    """1 and 2 are one, 2 and 3 are one, so 1 and 3 are; 7 stands alone."""
    put(shelf, told("甲", 1, 7), told("乙", 3), told("丙", 2))

    assert grouped(shelf) == {frozenset({1, 2, 3}), frozenset({7})}


def test_equal_items_are_one_group_for_the_reason_the_joiner_gives(shelf: Ledger) -> None:
    """Two reports of 5 are one thing because the number is the same."""
    put(shelf, told("甲", 5), told("乙", 5))

    ((group, _),) = shelf.groups("figure")

    assert len(group.members) == 2
    assert [reason.why for reason in shelf.reasons("figure", [group.id])] == ["same-number"]


def test_what_has_no_key_stands_alone(shelf: Ledger) -> None:
    """Two reports of 5 that are compared with nothing are two things, though they look alike."""

    class Keyless(Near):
        def items(self, source: Source) -> Iterator[Keyed]:
            """Offer every figure without a key."""
            for keyed in super().items(source):
                yield Keyed(keyed.item, (), keyed.day)

    put(shelf, told("甲", 5), told("乙", 5), joiner=Keyless())

    assert len(shelf.groups("figure")) == 2


def test_a_link_says_why(shelf: Ledger) -> None:
    """Reasons of a group name two items, the reason and its confidence."""
    put(shelf, told("甲", 5), told("乙", 6))

    ((group, _),) = shelf.groups("figure")
    (reason,) = shelf.reasons("figure", [group.id])

    assert {reason.one, reason.other} == set(group.members)
    assert (reason.why, reason.confidence) == ("next-number", 0.9)


def test_what_is_not_told_any_more_connects_nothing(shelf: Ledger) -> None:
    """When a report is changed so that the number between goes, the group falls apart."""
    middle = told("丙", 2)
    put(shelf, told("甲", 1), told("乙", 3), middle)
    text = "丙は99人。"
    changed = document(text, "丙.txt", id=middle.document.id)
    put(shelf, reading(changed, [figure(changed, "は99人", 99.0, None)]))

    assert grouped(shelf) == {frozenset({1}), frozenset({3}), frozenset({99})}


def test_what_a_joiner_parts_stays_apart(shelf: Ledger) -> None:
    """3 follows 2 and 4 follows 3, but 4 and 1 are too far from each other to be one."""
    put(shelf, told("甲", 1, 2), told("乙", 4), told("丙", 3), joiner=Careful())

    assert len(grouped(shelf)) == 2
    assert not any({1, 4} <= group for group in grouped(shelf))


def test_weak_links_are_proposed_the_surest_first(shelf: Ledger) -> None:
    """What is too weak to join is proposed, page by page, and joins nothing."""

    class Doubting(Near):
        def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
            """Link likewise, the less surely the higher the numbers."""
            value = {item.id: item.features["value"] for item in items}
            for link in super().links(key, items):
                first = value[link.one]
                assert isinstance(first, float)
                yield Link(link.one, link.other, link.why, 0.7 - first / 100)

    put(shelf, told("甲", 1, 11), told("乙", 2, 12), joiner=Doubting())

    found = shelf.proposals("figure", limit=9)
    sure = [reason.confidence for reason, _ in found]
    assert len(set(sure)) == 2
    assert sure == sorted(sure, reverse=True)
    assert shelf.proposals("figure", limit=9, after=found[0][1]) == found[1:]
    assert shelf.proposals("talk", limit=9) == []
    assert len(shelf.groups("figure")) == 4


def test_what_is_parted_is_no_proposal(shelf: Ledger) -> None:
    """That two things are not one is nothing to ask a person about."""
    put(shelf, told("甲", 1), told("乙", 9), joiner=Careful())

    assert shelf.proposals("figure", limit=9) == []


def test_what_parted_two_goes_with_its_report(shelf: Ledger) -> None:
    """When the report of 1 is changed, nothing keeps 2, 3 and 4 apart."""
    first = told("丁", 1)
    put(shelf, told("甲", 2), told("乙", 4), told("丙", 3), first, joiner=Careful())
    changed = document("丁は99人。", "丁.txt", id=first.document.id)
    put(shelf, reading(changed, [figure(changed, "は99人", 99.0, None)]), joiner=Careful())

    assert frozenset({2, 3, 4}) in grouped(shelf)


@pytest.mark.parametrize("joiner", [Near(), Careful()])
@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=4, unique=True), max_size=6),
    st.randoms(use_true_random=False),
)
def test_order_of_arrival_changes_nothing(
    joiner: Near,
    tmp_path_factory: pytest.TempPathFactory,
    numbers: list[list[int]],
    random: object,
) -> None:
    """Whatever order reports come in, the groups, their ids and reasons are the same."""
    reports = [told(f"甲{at}", *some) for at, some in enumerate(numbers)]
    shuffled = list(reports)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 - hypothesis gives no type
    seen = []
    for order in (reports, shuffled):
        with Ledger(tmp_path_factory.mktemp("order") / "l.db") as ledger:
            put(ledger, *order, joiner=joiner)
            groups = [group for group, _ in ledger.groups("figure")]
            seen.append((groups, ledger.reasons("figure", [group.id for group in groups])))

    assert seen[0] == seen[1]


def test_groups_come_in_pages(shelf: Ledger) -> None:
    """A cursor goes on behind the last group of a page."""
    put(shelf, told("甲", 1, 5, 9))

    first = shelf.groups("figure", limit=2)
    rest = shelf.groups("figure", after=first[-1][1])

    assert len(first) == 2
    assert len({group.id for group, _ in first + rest}) == 3


def test_a_selection_lets_a_group_through_where_it_lets_a_member(shelf: Ledger) -> None:
    """Groups of a document are those of which it tells something, with all their members."""
    one = told("甲", 1, 8)
    put(shelf, one, told("乙", 2), told("丙", 30))

    found = shelf.groups("figure", Selection(documents=(one.document.id,)))

    assert sorted(len(group.members) for group, _ in found) == [1, 2]


def test_a_joiner_of_another_version_joins_everything_again(shelf: Ledger) -> None:
    """What an older joiner joined is joined anew, without reading any document again."""

    class Stricter(Near):
        version: ClassVar[int] = 2

        def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
            """Link nothing."""
            return ()

    put(shelf, told("甲", 1), told("乙", 2))
    join_pending(shelf, [Stricter()])

    assert grouped(shelf) == {frozenset({1}), frozenset({2})}


def test_nothing_connects_what_a_person_parted() -> None:
    """A verdict holds also where others would connect the two in a roundabout way."""
    links = [("a", "b", 0.9), ("b", "c", 1.0), ("c", "d", 1.0)]
    near = Neighbourhood(dict.fromkeys("abcd", 1), links, (), [("a", "d")])

    assert components(near) == [["a"], ["b", "c", "d"]]


def test_a_person_is_right_where_a_joiner_parts() -> None:
    """A verdict joins what a joiner says is two."""
    near = Neighbourhood({"a": 1, "b": 2}, (), [("a", "b")], (), [("a", "b")])

    assert components(near) == [["a", "b"]]


def test_what_a_person_joined_comes_before_any_link() -> None:
    """A verdict joins what no link connects."""
    near = Neighbourhood({"a": 1, "b": 2}, (), [("a", "b")], ())

    assert components(near) == [["a", "b"]]


def test_a_document_without_items_joins_nothing(shelf: Ledger) -> None:
    """A report that tells no number leaves no group and is not looked at again."""
    d: Document = document("何も伝えない。", "e.txt")
    put(shelf, reading(d, []))

    assert shelf.groups("figure") == []
    assert shelf.pending_count() == 0
