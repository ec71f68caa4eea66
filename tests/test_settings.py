"""The settings read at the edge."""

from __future__ import annotations

import pytest

from soten.settings import DEFAULT_PACKS, Language, Settings, read_settings


def test_nothing_chosen_gives_the_defaults() -> None:
    """Without options and environment the ledger is a file here and the packs are the bundled."""
    settings = read_settings({"LANG": "C"})

    assert settings == Settings("soten.db", DEFAULT_PACKS, Language.EN)


@pytest.mark.parametrize(
    ("environment", "asked", "language"),
    [
        pytest.param({"LANG": "ja_JP.UTF-8"}, None, Language.JA, id="locale"),
        pytest.param({"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, None, Language.EN, id="LC_ALL-wins"),
        pytest.param({"SOTEN_LANG": "en", "LANG": "ja_JP"}, None, Language.EN, id="environment"),
        pytest.param({"SOTEN_LANG": "en"}, "ja", Language.JA, id="option"),
        pytest.param({"SOTEN_LANG": "tlh", "LANG": "ja_JP"}, None, Language.JA, id="unknown"),
    ],
)
def test_language_comes_from_the_nearest_choice(
    environment: dict[str, str], asked: str | None, language: Language
) -> None:
    """An option wins over SOTEN_LANG, SOTEN_LANG over the locale."""
    assert read_settings(environment, language=asked).language is language


def test_options_win_over_the_environment() -> None:
    """What is asked for on the command line wins over the environment."""
    environment = {"SOTEN_LEDGER": "env.db", "SOTEN_PACKS": "core,env"}

    settings = read_settings(environment, ledger="option.db", packs=["core", "option"])

    assert (settings.ledger, settings.packs) == ("option.db", ("core", "option"))


def test_empty_values_count_as_unset() -> None:
    """An empty environment variable is no choice."""
    settings = read_settings({"SOTEN_LEDGER": "", "SOTEN_PACKS": " , ", "LANG": "C"})

    assert settings == read_settings({"LANG": "C"})
