"""From an HTML page to its main text and what the page states about itself."""

from __future__ import annotations

import re
from typing import Any, Protocol

from soten.ingest.metadata import Metadata, is_language_code, is_web_address
from soten.records import Basis, InputError, Published

_XML_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_READINGS = ("rt", "rp", "rtc")
_NEVER_TEXT = ("script", "style", "noscript", "template")
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
"""Only dates that the page states as its own; none guessed from its prose or from today."""

_TITLE_SEPARATORS = " 　|｜-–—―:：/／<＜«»・"


class _Page(Protocol):
    """What trafilatura finds out about a page."""

    title: str | None
    author: str | None
    url: str | None
    sitename: str | None
    date: str | None


def read_page(html: str, name: str) -> tuple[str, Metadata]:
    """Return a page's main text, a paragraph a line, and its metadata.

    Ruby readings are dropped and their base kept; scripts and styles are never text; a heading
    that only repeats the title is dropped from the text. Nothing is fetched. Raises `InputError`
    naming `name` where the page has no main text or cannot be taken apart.
    """
    from trafilatura import extract, extract_metadata, load_html  # lxml is slow to load

    try:
        tree = load_html(_XML_DECLARATION.sub("", html))
        if tree is None:
            raise InputError(f"{name}: HTML without main text")
        _drop(tree, _READINGS)
        page = extract_metadata(tree, date_config=dict(_DATE_SEARCH))
        metadata = _stated(page, tree)
        _drop(tree, _NEVER_TEXT)
        text = extract(tree, output_format="txt", include_comments=False)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as e:
        # whatever a malformed page trips in the parser belongs to that page alone
        raise InputError(f"{name}: HTML that cannot be taken apart ({type(e).__name__})") from e
    if not text or not text.strip():
        raise InputError(f"{name}: HTML without main text")
    text = _without_title(text, metadata.title)
    if not text.strip():
        raise InputError(f"{name}: HTML without main text")
    return text, metadata


def _drop(tree: Any, tags: tuple[str, ...]) -> None:  # Any: lxml ships no types
    for element in [found for tag in tags for found in tree.iter(tag)]:
        if element.getparent() is not None:
            element.drop_tree()


def _stated(page: _Page, tree: Any) -> Metadata:  # Any: lxml ships no types
    url = page.url if page.url and is_web_address(page.url) else None
    language = (tree.get("lang") or "").strip()
    published = Published(page.date, Basis.STATED, "page metadata") if page.date else None
    return Metadata(
        title=_words(page.title),
        publisher=_words(page.sitename),
        author=_words(page.author or _meta_author(tree)),
        url=url,
        published=published,
        language=language if is_language_code(language) else None,
    )


def _meta_author(tree: Any) -> str | None:  # Any: lxml ships no types
    """Return the author meta of a page; trafilatura leaves out names without a space."""
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").lower() == "author":
            return meta.get("content") or None
    return None


def _words(value: str | None) -> str | None:
    words = " ".join("".join(c if c.isprintable() else " " for c in value or "").split())
    return words or None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    heading = " ".join(first.split()).lstrip("# ")
    if not title or not heading:
        return text
    tail = title[len(heading) :]
    repeats = title.startswith(heading) and (not tail or tail[0] in _TITLE_SEPARATORS)
    return rest if repeats else text
