"""Whatever reports come together, in whatever order: what holds of all links between actors."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from soten.records.joins import CONNECTS, Item
from tests.resolve.castings import JOINER, keyed, told

CROWD = [
    told(name, *titles, side=side, at=at)
    for name in ("クロ・ソーデル", "ドラ・ソーデル", "ソーデル", "クロ・イリヴィチ・ソーデル")
    for titles in ((), ("外相",), ("議員",))
    for side in (None, "norda", "tesmia")
    for at in ("2031-05-06", "2033-05-06", None)
]
ITEMS = {
    key: [one.item for one in keyed(CROWD).values() if key in one.keys]
    for key in sorted({key for one in keyed(CROWD).values() for key in one.keys})
}


@given(st.data())
def test_the_order_of_items_changes_no_link(data: st.DataObject) -> None:
    """Links are a function of the set of items under a key."""
    key = data.draw(st.sampled_from(sorted(ITEMS)))
    chosen = data.draw(st.lists(st.sampled_from(ITEMS[key]), unique_by=lambda item: item.id))
    shuffled: list[Item] = data.draw(st.permutations(chosen))

    assert list(JOINER.links(key, chosen)) == list(JOINER.links(key, shuffled))


@given(st.data())
def test_no_set_holds_two_given_names_or_two_states(data: st.DataObject) -> None:
    """However many reports are joined, no two given names and no two states become one."""
    key = data.draw(st.sampled_from(sorted(ITEMS)))
    chosen = data.draw(st.lists(st.sampled_from(ITEMS[key]), unique_by=lambda item: item.id))
    sets = {item.id: {item.id} for item in chosen}
    for link in JOINER.links(key, chosen):
        if link.confidence >= CONNECTS:
            both = sets[link.one] | sets[link.other]
            for id in both:
                sets[id] = both
    features = {item.id: item.features for item in chosen}
    for ids in sets.values():
        for one, other in combinations(sorted(ids), 2):
            names = str(features[one]["names"]) + str(features[other]["names"])
            assert not ("クロ" in names and "ドラ" in names)
            assert len({features[id]["side"] for id in (one, other)} - {None}) <= 1
