"""What the person at the edge chose, read once and frozen. Standard library only."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

DEFAULT_LEDGER = "soten.db"
DEFAULT_PACKS = ("core", "ukraine")


class Language(StrEnum):
    """The language of labels; what documents say stays in their own words."""

    JA = "ja"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, which knowledge packs are read, which language labels are in.

    `ledger` is a file (SQLite) or a `postgresql://` URL. `packs` are names of bundled packs or
    folders; `core` is always read first, listed or not.
    """

    ledger: str = DEFAULT_LEDGER
    packs: tuple[str, ...] = DEFAULT_PACKS
    language: Language = Language.EN


def read_settings(
    environment: Mapping[str, str],
    *,
    ledger: str | None = None,
    packs: Sequence[str] = (),
    language: str | None = None,
) -> Settings:
    """Return the settings: what was asked for, else the environment, else the default.

    `SOTEN_PACKS` separates packs by commas. An unknown `SOTEN_LANG` counts as unset.

    >>> read_settings({"SOTEN_LEDGER": "a.db", "SOTEN_LANG": "ja"}, ledger="b.db").ledger
    'b.db'
    >>> read_settings({"SOTEN_PACKS": "core, my/pack"}).packs
    ('core', 'my/pack')
    """
    named = [part.strip() for part in environment.get("SOTEN_PACKS", "").split(",")]
    return Settings(
        ledger=ledger or environment.get("SOTEN_LEDGER") or DEFAULT_LEDGER,
        packs=tuple(packs) or tuple(part for part in named if part) or DEFAULT_PACKS,
        language=_language(environment, language),
    )


def _language(environment: Mapping[str, str], asked: str | None) -> Language:
    for value in (asked, environment.get("SOTEN_LANG")):
        if value and value.lower() in {language.value for language in Language}:
            return Language(value.lower())
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return Language.JA if value.lower().startswith("ja") else Language.EN
    return Language.JA if _system_locale().lower().startswith("ja") else Language.EN


def _system_locale() -> str:
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
