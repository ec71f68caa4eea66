"""Invented stories as joiners see them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from soten.ingest import Draft
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Basis, Published, document_id
from soten.resolve.joining import Keyed, Link, Source
from soten.resolve.stories import StoryJoiner
from tests.resolve.wirepairs import Pair

JOINER = StoryJoiner()


class StoryReader:
    """Reads stories with the invented pack, each as published on a day, or on none."""

    def __init__(self, pack: Path) -> None:
        self.reader = Reader(load_lexicon([str(pack)]))

    def source(self, text: str, day: str | None, name: str = "a.txt") -> Source:
        """Return a text as joiners see it; texts under two names are two documents."""
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        published = Published(day, Basis.STATED if day else Basis.NONE)
        draft = Draft(
            name, text, digest, digest, len(raw), "utf-8", "text/plain", published=published
        )
        reading = self.reader.read(draft, document_id(f"{name} {digest}"))
        return Source(
            reading.document, reading.records, {actor.id: actor for actor in reading.actors}
        )

    def items(self, pair: Pair) -> tuple[Keyed, Keyed]:
        """Return the stories of a pair."""
        return (
            one_story(self.source(pair.one, pair.days[0], "one.txt")),
            one_story(self.source(pair.other, pair.days[1], "other.txt")),
        )


def one_story(source: Source) -> Keyed:
    """Return the only story of a document."""
    (story,) = JOINER.items(source)
    return story


def links_of(*stories: Keyed) -> set[Link]:
    """Return all links between stories, under all keys they share."""
    keys = sorted({key for story in stories for key in story.keys})
    return {
        link
        for key in keys
        for link in JOINER.links(key, [story.item for story in stories if key in story.keys])
    }
