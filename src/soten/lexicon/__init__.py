"""What is known before reading, as data: knowledge packs, loaded and checked.

`core` holds what is true of any conflict; further packs are layered on it. A pack is a folder of
YAML files (and tables of places); `docs/packs.md` tells how to write one.
"""

from soten.lexicon.entries import Lexicon
from soten.lexicon.loading import bundled_packs, check_pack, load_lexicon
from soten.lexicon.problems import Problem, Severity
from soten.records import LexiconError

__all__ = [
    "Lexicon",
    "LexiconError",
    "Problem",
    "Severity",
    "bundled_packs",
    "check_pack",
    "load_lexicon",
]
