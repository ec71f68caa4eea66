"""The brief as one self-contained page, without script, for screen, phone and paper."""

from __future__ import annotations

from importlib.resources import files

from soten.export.briefview import brief_view
from soten.export.briefwords import Words
from soten.export.columns import Names
from soten.export.neutral import plain
from soten.query.brief import Brief


def brief_page(brief: Brief, names: Names) -> str:
    """Return the page. Text of documents is escaped without exception; nothing is fetched."""
    # Jinja2 takes 0.1 s to import, and only this page needs it.
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    templates = files("soten.export") / "templates"
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        finalize=_harmless,
    )
    template = environment.from_string((templates / "brief.html.jinja").read_text("utf-8"))
    # Our own file, the only text that is not escaped.
    styles = Markup((templates / "brief.css").read_text("utf-8"))
    words = Words(names.language)
    return template.render(view=brief_view(brief, names), words=words, styles=styles)


def _harmless(value: object) -> object:
    """Show control and direction signs of a text; leave what the template itself has made."""
    return plain(value) if type(value) is str else value
