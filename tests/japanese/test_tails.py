"""Bodies named in full once and by the last part of their name afterwards."""

from __future__ import annotations

import pytest

from tests.japanese.world import cast_of


def meant(text: str) -> list[tuple[str, str]]:
    """Return each name of a text with the first form of whom it means."""
    cast = cast_of(text)
    return [(text[n.start : n.end], cast.members[n.member].name) for n in cast.names]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        pytest.param(
            "ロドナ制裁委員会が集まった。制裁委員会は報告した。",
            "制裁委員会",
            "ロドナ制裁委員会",
            id="compound",
        ),
        pytest.param(
            "ロドナ人民党は応じた。人民党はさらに求めた。", "人民党", "ロドナ人民党", id="party"
        ),
        pytest.param(
            "ベルダ外務省は応じた。外務省報道官は述べた。", "外務省", "ベルダ外務省", id="ministry"
        ),
        pytest.param(
            "ロドナ制裁委員会が集まった。同委員会は報告した。",
            "委員会",
            "ロドナ制裁委員会",
            id="the-same",
        ),
    ],
)
def test_the_last_part_of_a_name_means_the_body_named_in_full(
    text: str, part: str, whole: str
) -> None:
    """After the full name its last part means the same body."""
    assert (part, whole) in meant(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param(
            "制裁委員会は報告した。ロドナ制裁委員会が集まった。", "制裁委員会", id="before"
        ),
        pytest.param(
            "ロドナ制裁委員会とヴェリア制裁委員会は別だ。制裁委員会は報告した。",
            "制裁委員会",
            id="two-of-a-kind",
        ),
        pytest.param("ベルダ外務省は応じた。ノルガの外務省は黙った。", "外務省", id="anothers"),
        pytest.param("ベルダ軍は動いた。軍は増えた。", "軍", id="every-state-has-one"),
        pytest.param("ロドナ人民党は応じた。新人民党は別だ。", "人民党", id="part-of-another"),
        pytest.param("ロドナ人民党は応じた。人民党員は別だ。", "人民党", id="goes-on"),
    ],
)
def test_a_last_part_that_may_be_anybodys_means_nobody(text: str, part: str) -> None:
    """Before the full name, between two bodies or inside another word it is left alone."""
    assert part not in [form for form, _ in meant(text)]


def test_a_kind_of_body_that_nobody_names_in_full_is_somebody_unknown() -> None:
    """外務省は acts without an owner; once owners are named, it takes a full name to tell whose."""
    assert meant("外務省は応じた。") == [("外務省", "外務省")]
    assert meant("外務省の発表によると応じた。") == [("外務省", "外務省")]
    assert meant("外務省の前に集まった。") == []
    cast = cast_of("外務省は応じた。")
    assert [member.side for member in cast.members.values()] == [None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("外務省前に集まった。", id="no-actor"),
        pytest.param("在外務省は応じた。", id="part-of-a-word"),
        pytest.param("政府は応じた。", id="the-state-itself"),
    ],
)
def test_a_kind_of_body_that_does_not_act_is_nobody(text: str) -> None:
    """Places, parts of words and words for the state are no bodies of their own."""
    assert meant(text) == []
