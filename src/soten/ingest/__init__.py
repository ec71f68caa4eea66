"""From the bytes of a file to a `Draft`, and from a page's text to its stories.

Only what comes with a text is taken from it here; what the text itself says is read later.
HTML parsing lives nowhere else.
"""

from soten.ingest.draft import Draft
from soten.ingest.origins import find_origin
from soten.ingest.reading import MAX_BYTES, MAX_CHARACTERS, read_paths, read_source
from soten.ingest.sources import MEDIA_TYPES, find_sources
from soten.ingest.stories import cut_stories

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MEDIA_TYPES",
    "Draft",
    "cut_stories",
    "find_origin",
    "find_sources",
    "read_paths",
    "read_source",
]
