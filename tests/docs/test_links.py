"""Documents lead where they say and name only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_NO_SLUG = re.compile(r"[^\w\- ]")

PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "bench/*.md", "samples/*.md")
    for page in ROOT.glob(pattern)
)


def links_in(text: str) -> list[str]:
    """Return the targets of a page's links, those in code blocks left out."""
    return _LINK.findall(_FENCE.sub("", text))


def anchors_of(text: str) -> set[str]:
    """Return the anchors of a page's headings, as code hosts make them."""
    plain = (_NO_SLUG.sub("", heading.lower()) for heading in _HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in plain}


def broken(page: Path, target: str) -> bool:
    """Say whether a relative link of a page leads nowhere."""
    if re.match(r"[a-z]+:", target):
        return False
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if not file.exists() or not file.is_relative_to(ROOT):
        return True
    return bool(anchor) and anchor not in anchors_of(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    """A page's links to files and headings of this repository all resolve."""
    text = page.read_text(encoding="utf-8")

    assert [target for target in links_in(text) if broken(page, target)] == []


def test_a_link_to_nothing_is_found() -> None:
    """A link to a missing file, a missing heading, or out of the repository is broken."""
    page = ROOT / "README.md"

    assert [t for t in ("no-such.md", "#no-such", "../../x.md") if not broken(page, t)] == []


def test_links_in_code_are_no_links() -> None:
    """What looks like a link inside a code block is not followed."""
    assert links_in("```\n[a](b)\n```\n[c](d.md)") == ["d.md"]
