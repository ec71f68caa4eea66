from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soten.query.closeness import Closeness
from soten.query.objects import WordingReader
from soten.query.saidsource import Said
from soten.query.sayings import Saying, merged, told_about_then
from soten.records import Stance
from soten.records.edtf import FIRST_DAY
from soten.store import Ledger
from tests.query.stands import say

_READ = WordingReader().read
_WORDS = ("停戦を拒む", "停戦には応じない", "無条件の停戦", "停戦案", "双方とも受け入れていない")
_DAYS = (FIRST_DAY, *(f"2025-11-{day:02}" for day in range(1, 29, 3)))


@st.composite
def _saying(draw: st.DrawFn, number: int) -> Saying:
    document = draw(st.sampled_from(("d1", "d2", "d3", "d4")))
    day = draw(st.sampled_from(_DAYS))
    return Saying(
        id=f"p{number}",
        issue="ceasefire",
        party="ko",
        stance=draw(st.sampled_from((Stance.REJECTS, Stance.OPEN))),
        first_day=day,
        last_day=day,
        is_dated=draw(st.booleans()),
        document=document,
        arrival=int(document[1:]),
        place=number,
        closeness=draw(st.sampled_from((Closeness.BODY, Closeness.MINISTER, Closeness.REPORT))),
        speaker=None,
        statement=None,
        repeats=None,
        story=f"{document}.{draw(st.integers(0, 1))}",
        wording=_READ(draw(st.sampled_from(_WORDS))),
        reports=(f"p{number}",),
    )


_SAYINGS = st.integers(0, 9).flatmap(lambda n: st.tuples(*(_saying(at) for at in range(n))))
_STORIES = [f"d{document}.{number}" for document in range(1, 5) for number in (0, 1)]
_FAMILIES = st.fixed_dictionaries({story: st.sampled_from(("a", "b")) for story in _STORIES})


@given(_SAYINGS, _FAMILIES)
def test_only_stories_told_about_then_need_their_families(
    sayings: tuple[Saying, ...], families: dict[str, str]
) -> None:
    """Copies are the same ones, whether the families of further stories are known or not."""
    asked = told_about_then(sayings)

    some = {story: family for story, family in families.items() if story in asked}

    assert merged(sayings, some) == merged(sayings, families)


def test_what_is_behind_a_window_goes_on_from_it(ledger: Ledger) -> None:
    """Two windows, one behind the other, hold what one of both sizes does."""
    for day in range(1, 8):
        say(ledger, f"2025-11-{day:02}", f"{day}回目の停戦を拒む", Stance.REJECTS)
    said, cell = Said(ledger), ("ceasefire", "ko")
    whole = said.window(cell, 5)

    first = said.windows({cell: []}, 2)[cell]
    further = said.windows({cell: first}, 3)[cell]

    assert [*first, *further] == whole
