"""The pack that `docs/packs.md` shows is one that loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soten.lexicon import check_pack, load_lexicon

PAGE = Path(__file__).resolve().parents[2] / "docs" / "packs.md"
_FILE = re.compile(r"^`aland/([\w/]+\.yaml)` .*?^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def shown_pack(tmp_path: Path) -> Path:
    """Return a folder with the files that the page shows."""
    folder = tmp_path / "aland"
    for name, content in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def test_the_pack_shown_has_nothing_wrong(shown_pack: Path) -> None:
    """The example pack loads on `core` without an error or a warning."""
    assert [str(problem) for problem in check_pack(shown_pack)] == []


def test_the_pack_shown_holds_what_the_page_says(shown_pack: Path) -> None:
    """The example pack adds its actors, points at issue and words to `core`."""
    lexicon = load_lexicon([shown_pack])

    assert {"mariehamn", "hjalmar-branting", "sweden"} <= set(lexicon.actors)
    assert {"sovereignty", "demilitarization"} <= set(lexicon.issues)
    assert {word.whose for word in lexicon.words if word.pack == "aland"} == {"sweden", "finland"}


def test_a_mistake_in_the_pack_is_named_with_its_line(shown_pack: Path) -> None:
    """A misspelled key is reported with file and line, and nothing else is."""
    issues = shown_pack / "issues.yaml"
    issues.write_text(issues.read_text(encoding="utf-8").replace("cues:", "cue:", 1), "utf-8")

    (problem,) = check_pack(shown_pack)
    assert (Path(problem.file).name, problem.line) == ("issues.yaml", 4)
