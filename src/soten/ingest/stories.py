"""Stories: the reports that one page holds, cut apart.

A wrong cut costs more than a missing one: a page is one story unless several independent signs
agree that it is made of clippings, and only then are the weaker seams looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soten.ingest.origins import banner_length, find_origin, issuer_of
from soten.ingest.paragraphs import DIVIDERS, Paragraph, find_paragraphs
from soten.ingest.seams import Page, Seam, dividers_at, find_seams, opens_strangely, weigh_seams
from soten.records import Span, Story

SURE = 4
"""Weight of signs at which one seam alone is a cut."""

LIKELY = 3
"""Weight at which two or more seams of a page are cuts together."""

POSSIBLE = 2
"""Weight at which a seam is a cut on a page that is known to hold clippings."""


def cut_stories(text: str, outlets: Mapping[str, str] | None = None) -> tuple[Story, ...]:
    """Return the stories of a page in order; one for a single article, none for a blank text.

    `outlets` gives the id of each outlet by the forms of its name. Addresses and tags between
    stories belong to none. A story's origin is what the page itself shows, else None; when it was
    published stays unknown here.
    """
    forms = outlets or {}
    paragraphs = find_paragraphs(text)
    paragraphs = paragraphs[banner_length(paragraphs) :]
    starts = [0, *_cuts(Page.of(paragraphs, forms))]
    stories: list[Story] = []
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        part = _without_dividers(paragraphs[start:end])
        if part:
            span = Span(part[0].span.start, part[-1].span.end)
            stories.append(Story(span, _origin(part, span.cut(text), forms)))
    return tuple(stories)


def _cuts(page: Page) -> list[int]:
    seams = list(find_seams(page))
    weighed = list(zip(seams, weigh_seams(page, seams, LIKELY), strict=True))
    likely = [seam for seam, weight in weighed if weight >= LIKELY]
    if len(likely) < 2:
        return [seam.first for seam, weight in weighed if weight >= SURE]
    regular = frozenset.intersection(*(dividers_at(page, seam) for seam in likely))
    if regular:  # a page that divides its stories by a mark divides them all by it
        possible = [seam for seam, weight in weighed if weight >= POSSIBLE]
        return [seam.first for seam in possible if dividers_at(page, seam) & regular]
    return _clippings(page, weighed)


def _clippings(page: Page, weighed: Sequence[tuple[Seam, int]]) -> list[int]:
    cuts: list[int] = []
    for seam, weight in weighed:
        last = cuts[-1] if cuts else 0
        if weight >= POSSIBLE or opens_strangely(page, seam, last):
            cuts.append(seam.first)
    return cuts


def _without_dividers(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    told = [at for at, p in enumerate(paragraphs) if p.kind not in DIVIDERS]
    return paragraphs[told[0] : told[-1] + 1] if told else ()


def _origin(part: Sequence[Paragraph], text: str, outlets: Mapping[str, str]) -> str | None:
    shown = find_origin(text, outlets)
    return shown[0] if shown else issuer_of(part)
