"""On which points stances are."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        pytest.param("ベルカ大統領は戦闘の停止を求めた。", "ceasefire", id="fighting-ended"),
        pytest.param(
            "ベルカ大統領は占領した地域からの退去を求めた。", "territory", id="ground-left"
        ),
        pytest.param(
            "ベルカ大統領は拘束した兵士の解放を求めた。", "children-prisoners", id="freed"
        ),
    ],
)
def test_what_is_wanted_is_never_the_fighting_itself(
    read: TextReader, text: str, issue: str
) -> None:
    """Words of fighting in what is wanted mean its end, the ground or the prisoners."""
    assert [p.issue for p in read(text).findings.positions] == [issue]
