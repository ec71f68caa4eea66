"""What something rests on, in words: independent reports, never copies."""

from __future__ import annotations

from soten.query.support import Support
from soten.settings import Language


def support_words(support: Support, language: Language) -> str:
    """Return how many independent reports tell something; "" for one."""
    count = len(support.families)
    if count < 2:
        return ""
    if language is Language.JA:
        return f"独立した報道{count}系統"
    return f"{count} independent reports"
