"""The pages, one module a group: a `router` and the `WORDS` its templates use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from fastapi import APIRouter

from soten.web.counting import Count
from soten.web.pages import (
    account,
    actors,
    atlas,
    beginning,
    changes,
    commitments,
    correcting,
    disputes,
    documents,
    figures,
    now,
    places,
    positions,
    records,
    review,
    searching,
    sources,
    statements,
    switches,
    talks,
    timeline,
)
from soten.web.site import Site
from soten.web.words import Pair


class Pages(Protocol):
    """A module of pages."""

    router: APIRouter
    WORDS: Mapping[str, Pair]


AHEAD: tuple[Callable[[Site], Iterable[Count[object]]], ...] = (
    now.counted_ahead,
    atlas.counted_ahead,
    places.counted_ahead,
    timeline.counted_ahead,
    actors.counted_ahead,
    sources.counted_ahead,
)
"""What is counted over a large ledger as soon as it is served."""

PAGES: tuple[Pages, ...] = (
    now,
    timeline,
    positions,
    beginning,
    changes,
    statements,
    talks,
    commitments,
    disputes,
    figures,
    places,
    actors,
    atlas,
    sources,
    documents,
    records,
    switches,
    searching,
    account,
    review,
    correcting,
)
