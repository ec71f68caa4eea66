"""The characters with which a match of a pattern can begin."""

from __future__ import annotations

import pytest

from soten.extract.beginnings import beginnings


@pytest.mark.parametrize(
    ("pattern", "chars"),
    [
        ("攻撃", "攻"),
        ("攻撃|砲撃", "攻砲"),
        ("(?:大|小)?規模", "大小規"),
        ("(?:空|砲){0,2}撃", "空砲撃"),
        ("(?:空|砲)+撃", "空砲"),
        ("[にへ][^。]{0,4}行", "にへ"),
        ("[ア-ウ]軍", "アィイゥウ"),
        ("(?<!攻)(?=撃)撃つ(?!な)", "撃"),
        (r"\Aはい|いいえ\Z", "はい"),
        ("(?:(?:a|b)?c)?d", "abcd"),
        ("(?P<name>戦)争", "戦"),
        (r"\(注\)", "("),
    ],
)
def test_beginnings_are_read_off_a_pattern(pattern: str, chars: str) -> None:
    """Alternatives, options, sets and what only looks around are followed."""
    assert beginnings(pattern) == frozenset(chars)


@pytest.mark.parametrize("pattern", ["", "(?:戦)?", ".争", "[^戦]争", r"\d人", "(?:戦|.)争", "戦*"])
def test_some_patterns_begin_anyhow(pattern: str) -> None:
    """No character is known where a pattern may match nothing, or any character first."""
    assert beginnings(pattern) is None
