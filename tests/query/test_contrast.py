"""Which claims about one place exclude each other."""

from __future__ import annotations

import pytest

from soten.query import Move
from soten.query.contrast import contrast_of
from soten.records import Control, Hold

TOOK = Control("farken", Hold.TAKEN, "north-army")
SIDES = {"north-army": "north", "south-army": "south"}


@pytest.mark.parametrize(
    ("other", "move"),
    [
        pytest.param(Control("farken", Hold.HELD, "south-army"), Move.OPPOSED, id="held"),
        pytest.param(Control("farken", Hold.RETAKEN, "south"), Move.OPPOSED, id="retaken"),
        pytest.param(Control("farken", Hold.CONTESTED, "south"), Move.OPPOSED, id="fought-over"),
        pytest.param(Control("farken", Hold.LOST, "north"), Move.OPPOSED, id="lost"),
        pytest.param(
            Control("farken", Hold.TAKEN, "north", 75.0, "75%"), Move.OTHERWISE, id="a-part"
        ),
        pytest.param(Control("farken", Hold.TAKEN, "north"), None, id="the-same"),
        pytest.param(Control("farken", Hold.HELD, "north"), None, id="holds-what-it-took"),
        pytest.param(Control("farken", Hold.CONTESTED, "north"), None, id="its-own-fighting"),
        pytest.param(Control("farken", Hold.LOST, "south"), None, id="the-other-lost-it"),
    ],
)
def test_what_another_claim_tells_of_the_place(other: Control, move: Move | None) -> None:
    """Another holder, a loss or fighting told by the other side oppose; another part differs."""
    assert contrast_of(TOOK, other, lambda id: SIDES.get(id or "", id)) is move
