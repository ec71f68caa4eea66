"""What will be done, and by whom."""

from __future__ import annotations

import pytest

from soten.extract.deeds import Deed, DeedReader
from soten.records import Span
from tests.readings import TextReader


def _deed(read: TextReader, text: str) -> Deed | None:
    found = read(text)
    return DeedReader(found.analysis, found.rules).read(Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "party", "own"),
    [
        pytest.param("部隊を派遣する", None, False, id="nobody-named"),
        pytest.param("ノルダは部隊を派遣する", "norda", False, id="party"),
        pytest.param("我々は必要な手段をとる", None, True, id="we"),
        pytest.param("検問所を再開させる", None, False, id="causative"),
        pytest.param("古い橋は落ちた。今後は道を変えていく。", None, False, id="last-sentence"),
        pytest.param("テスミアが応じれば、捕虜を返す", None, False, id="condition-of-another"),
        pytest.param("部隊を派遣すること", None, False, id="nominalized"),
    ],
)
def test_a_deed_is_what_one_decides_to_do(
    read: TextReader, text: str, party: str | None, own: bool
) -> None:
    """A verb of doing in the present is a deed, of the party named or of 我々."""
    deed = _deed(read, text)

    assert deed is not None
    assert (deed.party, deed.own, deed.intended) == (party, own, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("部隊を派遣する方針", id="noun-for-intent"),
        pytest.param("派遣の用意がある", id="noun-with-aru"),
        pytest.param("検問所を廃止する考え", id="thought"),
    ],
)
def test_a_noun_may_say_that_it_is_meant(read: TextReader, text: str) -> None:
    """方針, 用意, 考え after a deed say that it is meant to be done."""
    deed = _deed(read, text)

    assert deed is not None
    assert deed.intended


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("部隊を派遣した", id="past"),
        pytest.param("部隊が派遣される", id="passive"),
        pytest.param("部隊を派遣していない", id="not-done"),
        pytest.param("部隊を派遣したい", id="wish"),
        pytest.param("部隊を派遣すべきだ", id="should"),
        pytest.param("橋がある", id="state"),
        pytest.param("戦争は終わる", id="nobody-s-will"),
        pytest.param("完全な停戦", id="noun"),
        pytest.param("よい機会である", id="nominal"),
        pytest.param("道は遠いと考える", id="thinking"),
        pytest.param("橋を渡れ", id="imperative"),
        pytest.param("条約は町を守る", id="thing-as-subject"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_deed(read: TextReader, text: str) -> None:
    """What is past, passive, wished, a state or done by a thing is no deed of a party."""
    assert _deed(read, text) is None
