from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from soten.resolve.skeleton import bones_of, same_text_form
from soten.resolve.sketches import Drawn, Fact, Sketch, draw
from tests.resolve.wirepairs import RAID, SUMMIT


def drawn(text: str, day: int | None = 700_000) -> Drawn:
    """Return the sketch of a text with one fact."""
    return draw(bones_of(text), same_text_form(text), [Fact(7, 200, "F")], day)


def test_a_sketch_is_the_same_after_its_features_were_stored() -> None:
    """JSON keeps a sketch as it is."""
    sketch = drawn("\n".join(RAID)).sketch

    assert Sketch.of(json.loads(json.dumps(dict(sketch.features())))) == sketch


def test_an_undated_story_stays_undated() -> None:
    """No day is no day after storing, too."""
    assert Sketch.of(drawn("停戦", None).sketch.features()).day is None


def test_the_sketch_of_a_long_text_stays_small() -> None:
    """A text of many pages takes a few kilobytes."""
    text = "".join(f"第{n}師団は{n * 7}年に{n * 3}両の車両を受け取った。" for n in range(900))

    assert len(json.dumps(dict(drawn(text).sketch.features()))) < 6000


def test_alike_texts_share_bands_and_others_do_not() -> None:
    """One word changed leaves most bands equal; another story shares none."""
    text = "\n".join(SUMMIT)
    bands = set(drawn(text).bands)

    assert len(bands & set(drawn(text.replace("隔たり", "溝")).bands)) >= 5
    assert not bands & set(drawn("\n".join(RAID)).bands)


def test_an_empty_text_has_no_bands() -> None:
    """Where nothing is told, nothing is alike."""
    assert drawn("").bands == ()


@given(st.text(max_size=300))
def test_every_text_has_a_sketch_that_can_be_stored(text: str) -> None:
    """Whatever characters a text holds, its sketch comes back from JSON as it was."""
    sketch = drawn(text).sketch

    assert Sketch.of(json.loads(json.dumps(dict(sketch.features())))) == sketch
