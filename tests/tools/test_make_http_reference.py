"""The reference of the HTTP interface follows the code."""

from __future__ import annotations

from tools.make_http_reference import TARGET, description, http_reference


def test_the_page_in_docs_is_what_the_code_says() -> None:
    """`docs/http.md` is fresh; `make docs` writes it anew."""
    assert TARGET.read_text(encoding="utf-8") == http_reference()


def test_every_address_has_its_line() -> None:
    """The page names every address that is described."""
    page = http_reference()

    assert [path for path in description()["paths"] if f"{path}`" not in page] == []
