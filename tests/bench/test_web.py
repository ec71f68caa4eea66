"""The benchmark of the pages, on a big ledger in small."""

from __future__ import annotations

from pathlib import Path

from bench.addresses import Walk, held
from bench.web import Measured, measure, table
from soten.web.app import create_app
from soten.web.site import Options
from tests.bench.test_bigledger import big

__all__ = ["big"]


def test_every_kind_of_page_answers(big: Path) -> None:
    """Several readers get an answer to all they ask, and the table has a line for each kind."""
    found = measure(big, readers=3, each=3, seed=1, pause=0)

    assert [line for one in found for line in one.failed] == []
    assert all(len(one.ms) == 3 and min(one.sent) > 0 for one in found)
    lines = list(table(found))
    assert len(lines) == len(found) + 2
    assert {"/", "/talks", "/documents/{id}", "/search", "/review"} <= {one.path for one in found}


def test_readers_ask_for_what_the_ledger_holds(big: Path) -> None:
    """The same seed gives the same addresses, another one others; hardly any come twice."""
    app = create_app(Options(str(big)))
    described = app.openapi()
    app.state.site.close()

    def addresses(seed: int) -> list[str]:
        walk = Walk(described, held(big, 1, some=50), seed)
        return [walk.address("/statements") for _ in range(40)]

    assert addresses(1) == addresses(1) != addresses(2)
    assert len(set(addresses(1))) > 25


def test_what_misses_a_floor_is_named() -> None:
    """Slow at the median, slow at times, heavy, failing."""
    assert Measured("/", [10.0] * 100, [1000]).misses() == []
    assert Measured("/", [160.0] * 100, [1000]).misses() == ["median"]
    assert Measured("/", [10.0] * 90 + [500.0] * 10, [1000]).misses() == ["p95"]
    assert Measured("/", [10.0], [299_000], assets=2_000).misses() == ["weight"]
    assert Measured("/", [10.0], [1], failed=["500 /"]).misses() == ["failed"]
