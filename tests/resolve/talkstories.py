"""Invented reports of talks as the joiner of talks sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from soten.records import Statement, Talk
from soten.resolve.joining import CONNECTS, Item, Keyed, Link, Source
from soten.resolve.meetings import Meeting
from soten.resolve.talks import TalkJoiner

JOINER = TalkJoiner()
DAY = "2031-05-08"
LEADERS = (("belka", "norda"), ("tosef", "tesmia"))


def met(
    day: str | None = DAY,
    *,
    sides: Sequence[str] = ("norda", "tesmia"),
    people: Sequence[tuple[str, str]] = (),
    place: str | None = "zirvan",
    state: str | None = "haldia",
    form: str = "meeting",
    stage: str = "told",
    level: str | None = None,
    round: int | None = None,
    moved: Sequence[str] = (),
    said: str | None = None,
    last: str | None = None,
    is_late: bool = False,
    bodies: Sequence[str] = (),
) -> Meeting:
    """Return a meeting, of the same two states at the same place on the same day unless told."""
    return Meeting(
        sides=tuple(sides),
        people=tuple(people),
        days=None if day is None else (day, last or day),
        form=form,
        stage=stage,
        place=place,
        state=state,
        level=level,
        round=round,
        moved=tuple((day, day) for day in moved),
        said=said,
        is_late=is_late,
        bodies=tuple(bodies),
    )


def together(*documents: Iterable[Keyed]) -> list[set[str]]:
    """Return which items of documents are one, by number: 0a is the first of the first document."""
    named = {
        keyed.item.id: f"{number}{chr(ord('a') + at)}"
        for number, document in enumerate(documents)
        for at, keyed in enumerate(document)
    }
    groups = [{name} for name in named.values()]
    for link in links_of([keyed for document in documents for keyed in document]):
        one = next(g for g in groups if named[link.one] in g)
        other = next(g for g in groups if named[link.other] in g)
        if one is not other and link.confidence >= CONNECTS:
            groups.remove(other)
            one |= other
    return sorted(groups, key=min)


def links_of(items: Sequence[Keyed]) -> list[Link]:
    """Return the links that make one of items: those of equal ones, and those under each key."""
    found: list[Link] = []
    for one, other in combinations(items, 2):
        if one.item.features == other.item.features and set(one.keys) == set(other.keys):
            found.append(Link(one.item.id, other.item.id, "talk-equal"))
    blocks: dict[str, list[Item]] = defaultdict(list)
    for keyed in items:
        for key in keyed.keys:
            blocks[key].append(keyed.item)
    for key, block in blocks.items():
        found += JOINER.links(key, block)
    return found


def offered(source: Source) -> list[Keyed]:
    """Return what a document offers, talks before remarks."""
    return list(JOINER.items(source))


def talks_of(source: Source) -> list[Talk]:
    """Return the talks of a document."""
    return [record for record in source.records if isinstance(record, Talk)]


def statements_of(source: Source) -> list[Statement]:
    """Return the statements of a document."""
    return [record for record in source.records if isinstance(record, Statement)]
