from __future__ import annotations

import pytest

from soten.query import Filter, records, statements, talks
from soten.query.filters import select_by
from soten.records import UsageError
from soten.store import Ledger, Selection


def test_every_name_is_settled_to_an_id(filled: Ledger) -> None:
    """Names become ids, dates become days, documents become a tuple of ids."""
    (document,) = filled.documents()
    asked = Filter(
        party="甲国",
        speaker="アオキ",
        issue="ceasefire",
        act="Willing",
        since="2025-12",
        until="2025",
        document="a.txt",
    )

    assert select_by(filled, asked, ("statement",)) == Selection(
        kinds=("statement",),
        party="ko",
        speaker="aoki",
        issue="ceasefire",
        value="willing",
        since="2025-12-01",
        until="2025-12-31",
        documents=(document.id,),
    )


@pytest.mark.parametrize(
    ("about", "involves", "issue"),
    [("乙国", "otsu", None), ("ceasefire", None, "ceasefire")],
)
def test_about_is_an_actor_or_an_issue(
    filled: Ledger, about: str, involves: str | None, issue: str | None
) -> None:
    """What a page is about may be an actor or a point at issue."""
    found = select_by(filled, Filter(about=about))

    assert (found.involves, found.issue) == (involves, issue)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Filter(about="nothing-at-all"), "no actor is called"),
        (Filter(about="ceasefire", issue="ceasefire"), ""),
        (Filter(since="昨日"), "not a date"),
        (Filter(kinds=("talk",)), "not talk"),
    ],
)
def test_what_cannot_be_asked_is_wrong_use(filled: Ledger, asked: Filter, message: str) -> None:
    """Unknown names, dates that are none and kinds a list is not of raise UsageError."""
    if not message:
        assert select_by(filled, asked).issue == "ceasefire"
        return
    with pytest.raises(UsageError, match=message):
        statements(filled, asked)


@pytest.mark.parametrize("speaker", ["author", "anonymous", "anonymous:当局者"])
def test_voices_that_are_no_actor_are_speakers(filled: Ledger, speaker: str) -> None:
    """The writer and unnamed voices need no actor."""
    assert statements(filled, Filter(speaker=speaker)).rows == ()


def test_a_side_stands_for_those_on_it(filled: Ledger) -> None:
    """The statement of a state's foreign minister is found under the state."""
    (row,) = statements(filled, Filter(party="甲国")).rows

    assert row.label("aoki").text() == "アオキ・ハル"
    assert len(talks(filled, Filter(party="otsu")).rows) == 1
    assert statements(filled, Filter(party="otsu")).rows == ()


def test_kinds_limit_a_list_of_everything(filled: Ledger) -> None:
    """A list of all kinds can be narrowed to some."""
    found = records(filled, Filter(kinds=("figure", "talk")))

    assert [row.record.kind for row in found] == ["figure", "figure", "talk"]


def test_words_narrow_a_list(filled: Ledger) -> None:
    """A record is let through that holds the words, in any spelling of a name."""
    assert len(statements(filled, Filter(words="停戦")).rows) == 1
    assert statements(filled, Filter(words="領土")).rows == ()
