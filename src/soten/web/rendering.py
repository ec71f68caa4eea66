"""Templates: every word from a ledger is text, never markup.

Jinja2 escapes without exception; no filter of ours returns markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

from soten import __version__
from soten.export.labels import kind_label, label
from soten.export.neutral import plain
from soten.export.wording import date_words, figure_words
from soten.query import Basis, When
from soten.records.edtf import bounds
from soten.settings import Language
from soten.web.drawing import day_number, fitted, outline, text_width
from soten.web.words import WORDS, Pair, Words

if TYPE_CHECKING:
    from soten.web.negotiation import Asked
    from soten.web.site import Address, Site

FOLDER = Path(__file__).parent

NAVIGATION = (
    ("/", "nav.now"),
    ("/timeline", "nav.timeline"),
    ("/positions", "nav.positions"),
    ("/disputes", "nav.disputes"),
    ("/talks", "nav.talks"),
    ("/commitments", "nav.commitments"),
    ("/statements", "nav.statements"),
    ("/actors", "nav.actors"),
    ("/map", "nav.map"),
    ("/sources", "nav.sources"),
    ("/search", "nav.search"),
    ("/review", "nav.review"),
)
"""The pages of the menu in order; those without a route are left out."""

BELONGS = {"claims": "/disputes", "figures": "/disputes", "places": "/disputes"}
"""Pages of no entry of their own in the menu, by the first part of their path: where they belong."""


class _Calls(Context):
    """Calls what a template names as it is: nothing here asks for the context or the environment.

    Jinja looks for that at each of the thousands of calls of a page, which takes longer than most.
    """

    def call(self, obj: Callable[..., object], /, *args: object, **named: object) -> object:
        """Return what a macro or a function gives."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*args, **named)


class Renderer:
    """Makes pages of templates."""

    def __init__(self, paths: set[str], words: Mapping[str, Pair]) -> None:
        """Take the paths that have routes, and the words of all pages."""
        self._words = {**WORDS, **words}
        self._navigation = [(path, key) for path, key in NAVIGATION if path in paths]
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.context_class = _Calls
        self._environment.globals.update(
            version=__version__,
            label=label,
            kind_label=kind_label,
            outline=outline,
            fitted=fitted,
            day=day_number,
            width=text_width,
            zip=zip,
        )
        self._environment.filters.update(
            plain=plain,
            precision=precision,
            belongs=lambda path: BELONGS.get(path.split("/")[1]),
        )

    def words(self, language: Language) -> Words:
        """Return the wordings of a language."""
        return Words(self._words, language)

    def page(
        self,
        template: str,
        site: Site,
        asked: Asked,
        address: Address,
        context: Mapping[str, object],
    ) -> str:
        """Return a page."""
        names = site.names(asked.language)
        return self._environment.get_template(template).render(
            **context,
            t=self.words(asked.language),
            names=names,
            site=site,
            asked=asked,
            lang=asked.language.value,
            language=asked.language,
            address=address,
            navigation=self._navigation,
            date=lambda edtf: date_words(edtf, asked.language),
            amount=lambda figure: figure_words(figure, asked.language),
        )


def precision(edtf: str) -> str:
    """Return how much time a date covers, as the style sheet names it.

    >>> precision("2025-12-03"), precision("2025-12"), precision("2025-12-03/2025-12-08")
    ('day', 'month', 'span')
    """
    return When(edtf, *bounds(edtf), Basis.OWN).precision.value
