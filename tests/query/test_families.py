from __future__ import annotations

from itertools import product

import pytest

from soten.query import Filter
from soten.query.families import FirstBy, compare, copies_of, families, family_of
from soten.records import UsageError
from soten.store import Ledger
from tests.query.wires import carried, put, three_carriers
from tests.resolve.wirepairs import RAID, SUMMIT


def test_a_family_has_its_carriers_the_first_known_first(ledger: Ledger) -> None:
    """Of two on the earliest day the one that the other credits had it first."""
    paper, wire, clips, _ = documents = three_carriers()
    put(ledger, *documents)

    (family,) = families(ledger).rows

    assert [carrier.id for carrier in family.stories] == [
        f"{wire.id}.0",
        f"{paper.id}.0",
        f"{clips.id}.1",
    ]
    assert family.first_by is FirstBy.CREDIT
    assert {reason.why for reason in family.reasons} <= {"near-text", "clipped"}
    assert family.stories[1].origin == "アルデ通信"


@pytest.mark.parametrize(
    ("days", "first_by", "first"),
    [
        pytest.param(("2031-05-07", "2031-05-06"), FirstBy.DAY, 1, id="earlier"),
        pytest.param(("2031-05-06", "2031-05-06"), FirstBy.LENGTH, 0, id="longer"),
        pytest.param((None, None), FirstBy.NONE, None, id="undated"),
    ],
)
def test_how_the_first_carrier_is_known(
    ledger: Ledger, days: tuple[str | None, str | None], first_by: FirstBy, first: int | None
) -> None:
    """The day decides, then the length; without days nobody is known to be first."""
    put(ledger, carried("a", *SUMMIT, day=days[0]), carried("b", *SUMMIT[:7], day=days[1]))

    (family,) = families(ledger).rows

    assert family.first_by is first_by
    assert (family.first and family.first.document.name) == (
        None if first is None else f"{'ab'[first]}.txt"
    )


def test_stories_without_copies_are_no_families(ledger: Ledger) -> None:
    """A list of families holds stories that somebody copied."""
    put(ledger, carried("a", *SUMMIT), carried("b", *RAID))

    assert families(ledger).rows == ()


def test_families_are_filtered_and_paged(ledger: Ledger) -> None:
    """Days and documents limit families; the latest come first, page by page."""
    put(
        ledger,
        carried("a", *SUMMIT, day="2031-05-06"),
        carried("b", *SUMMIT[:6], day="2031-05-06"),
        carried("c", *RAID, day="2031-06-06"),
        carried("d", *RAID[:6], day="2031-06-07"),
    )

    latest = families(ledger, limit=1)
    rest = families(ledger, limit=1, after=latest.next)

    assert latest.rows[0].stories[0].document.name == "c.txt"
    assert rest.rows[0].stories[0].document.name == "a.txt"
    assert rest.next is None
    assert families(ledger, Filter(since="2031-06")).rows == latest.rows
    assert families(ledger, Filter(until="2031-05-31")).rows == rest.rows
    assert families(ledger, Filter(document="d.txt")).rows == latest.rows


def test_a_page_of_families_of_any_days_is_part_of_the_whole(ledger: Ledger) -> None:
    """A family is let through by any of its stories, none by the days between two of them."""
    days = ("2031-05-06", "2031-05-07", "2031-05-08", "2031-05-09")
    put(
        ledger,
        carried("a", *SUMMIT, day=days[0]),
        carried("b", *SUMMIT[:6], day=days[1]),
        carried("c", *RAID, day=days[0]),
        carried("d", *RAID[:6], day=days[2]),
    )
    every = families(ledger).rows
    assert len(every) == 2

    for since, until in product((None, *days), repeat=2):
        wanted = [
            family.id
            for family in every
            if any((since or "") <= str(one.published) <= (until or "~") for one in family.stories)
        ]
        found, after = list[str](), None
        for _ in every:
            page = families(ledger, Filter(since=since, until=until), limit=1, after=after)
            found += [family.id for family in page.rows]
            after = page.next
            if after is None:
                break
        assert found == wanted, (since, until)


def test_a_family_is_found_by_any_of_its_stories(ledger: Ledger) -> None:
    """A story alone is a family of one; an unknown id is none."""
    paper, wire, _, raid = documents = three_carriers()
    put(ledger, *documents)

    found = family_of(ledger, f"{paper.id}.0")
    alone = family_of(ledger, f"{raid.id}.0")

    assert found == family_of(ledger, f"{wire.id}.0")
    assert alone is not None
    assert len(alone.stories) == 1
    assert family_of(ledger, "d-none.0") is None


def test_documents_know_their_copies(ledger: Ledger) -> None:
    """A page of clippings has a family for each of its stories that somebody else carries."""
    _, _, clips, raid = documents = three_carriers()
    put(ledger, *documents)

    found = copies_of(ledger, [clips.id, raid.id])

    assert [len(group.members) for group in found[clips.id]] == [3]
    assert found[raid.id] == ()


def test_two_stories_are_laid_side_by_side(ledger: Ledger) -> None:
    """Spans are places in the documents' texts, also of a story that stands on a page."""
    _, wire, clips, _ = documents = three_carriers()
    put(ledger, *documents)

    found = compare(ledger, "wire.txt", "clips.txt")

    assert (found.one.id, found.other.id) == (f"{wire.id}.0", f"{clips.id}.1")
    assert found.family == families(ledger).rows[0].id
    assert found.shared == 1.0
    assert [d.before for d in found.differences] == list(SUMMIT[4:])
    reversed_ = compare(ledger, f"{clips.id}.1", f"{wire.id}.0")
    for each in reversed_.differences:
        assert each.other is not None
        assert each.other.cut(wire.text) == each.after


def test_stories_that_are_no_copies_are_compared_too(ledger: Ledger) -> None:
    """Two stories of different families share nothing and have no family."""
    documents = three_carriers()
    put(ledger, *documents)

    found = compare(ledger, "wire.txt", "raid.txt")

    assert found.family is None
    assert found.reasons == ()
    assert found.shared < 0.3


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        pytest.param("wire.txt", "wire.txt", "compared with itself", id="itself"),
        pytest.param("wire.txt", "none.txt", "no document or story", id="unknown"),
        pytest.param("clips.txt", "raid.txt", "which stories", id="several"),
        pytest.param("wire.txt", ".txt", "more than one", id="ambiguous"),
    ],
)
def test_what_does_not_settle_two_stories_is_refused(
    ledger: Ledger, one: str, other: str, said: str
) -> None:
    """The answer says which stories there are to choose from."""
    put(ledger, *three_carriers())

    with pytest.raises(UsageError, match=said):
        compare(ledger, one, other)


def test_a_story_number_that_is_too_high_is_refused(ledger: Ledger) -> None:
    """A document of one story has no second."""
    _, wire, _, _ = documents = three_carriers()
    put(ledger, *documents)

    with pytest.raises(UsageError, match="numbered from 0"):
        compare(ledger, f"{wire.id}.1", "raid.txt")
