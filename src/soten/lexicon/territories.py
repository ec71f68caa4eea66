"""Every country and territory of ISO 3166, with its Japanese and English name from CLDR."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from soten.lexicon.drafts import ActorDraft
from soten.lexicon.problems import Problem
from soten.records import ActorType

_PARENTHESIS = re.compile(r"\s*[(（][^)）]*[)）]")


def territory_version() -> str:
    """Return the releases of the packages that the names and codes come from."""
    from importlib.metadata import version

    return f"babel {version('babel')} pycountry {version('pycountry')}"


def with_territories(drafts: list[ActorDraft], problems: list[Problem]) -> list[ActorDraft]:
    """Return `drafts` with every territory among them that none of them refines.

    A draft with an `iso` code takes from CLDR the names it leaves out and counts as a state
    unless it says otherwise; a code nobody has written an entry for becomes a state of its own.
    Unknown codes and codes used twice are added to `problems`.
    """
    names = _territory_names()
    used: dict[str, str] = {}
    found = []
    for draft in drafts:
        if draft.iso is None:
            found.append(draft)
            continue
        if draft.iso not in names:
            problems.append(_problem(draft, f"iso {draft.iso!r} is no code that CLDR names"))
        elif draft.iso in used:
            reason = f"iso {draft.iso!r} belongs to {used[draft.iso]!r} already"
            problems.append(_problem(draft, reason))
        else:
            used[draft.iso] = draft.id
            found.append(_completed(draft, *names[draft.iso]))
    for code, (japanese, english) in names.items():
        if code not in used:
            bare = ActorDraft(_slug(english), f"CLDR territory {code}", 0, iso=code)
            found.append(_completed(bare, japanese, english))
    return found


def _completed(draft: ActorDraft, japanese: str, english: str) -> ActorDraft:
    return replace(
        draft,
        type=draft.type or ActorType.STATE,
        ja=draft.ja or japanese,
        en=draft.en or english,
        source=draft.source or f"CLDR territory {draft.iso}",
    )


def _territory_names() -> dict[str, tuple[str, str]]:
    import pycountry  # heavy: only a run that reads packs pays for it
    from babel import Locale  # heavy: only a run that reads packs pays for it

    japanese, english = Locale("ja").territories, Locale("en").territories
    codes = sorted({country.alpha_2 for country in pycountry.countries} | {"XK"})
    return {
        code: (_PARENTHESIS.sub("", japanese[code]), _PARENTHESIS.sub("", english[code]))
        for code in codes
        if code in japanese and code in english
    }


def _slug(name: str) -> str:
    """Return a name as a kebab-case id.

    >>> _slug("Côte d’Ivoire"), _slug("Antigua & Barbuda")
    ('cote-divoire', 'antigua-and-barbuda')
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", "and").replace("’", ""))
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower()))


def _problem(draft: ActorDraft, reason: str) -> Problem:
    return Problem(draft.file, draft.lines.get("iso", draft.line), draft.id, reason)
