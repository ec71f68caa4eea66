"""Papers named again in short: 朝日 and 毎日, where the text has named 朝日新聞 and 毎日新聞."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from soten.japanese.tokens import Token

_PAPER = "新聞"
_AFTER = frozenset("は や など によると".split())
"""What follows a paper named in short, and hardly a word like 毎日 or 朝日."""


def short_names(forms: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the short names of papers by key; `forms` are pairs of a form and its member's key.

    >>> short_names([("朝日新聞", "asahi"), ("日刊新聞社", "nikkan")])
    {'朝日': 'asahi'}
    """
    least = len(_PAPER) + 2
    return {
        form.removesuffix(_PAPER): key
        for form, key in forms
        if form.endswith(_PAPER) and len(form) >= least
    }


def find_short(
    papers: dict[str, str], tokens: list[Token], taken: list[tuple[int, int]]
) -> Iterator[tuple[Token, str]]:
    """Yield the tokens that name a paper in short; `taken` are the spans of other names, in order.

    「朝日は…と伝えた」; but not 「毎日が戦いだ」, nor a place like 東京 that a paper is named for.
    """
    at = 0
    for token, after in pairwise(tokens):
        key = papers.get(token.surface)
        if key is None or token.pos == "PLACE" or after.surface not in _AFTER:
            continue
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        if at == len(taken) or taken[at][0] >= token.end:
            yield token, key
