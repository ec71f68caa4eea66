"""What sidecars and front matter may state, and how they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.ingest.metadata import Metadata, read_sidecar, split_front_matter
from soten.records import Basis, InputError, Published


def sidecar_of(folder: Path, content: object) -> Metadata:
    """Write a sidecar and read it."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / "a.txt.meta.json").write_bytes(raw)
    return read_sidecar(folder / "a.txt", "a.txt")


def test_a_sidecar_states_what_it_says(tmp_path: Path) -> None:
    """Every key of a sidecar is taken over, and its date is a stated one."""
    stated = sidecar_of(
        tmp_path,
        {
            "url": "https://example.org/talks",
            "title": "次官級協議は来週に",
            "publisher": "試験新報",
            "author": "山田花子",
            "published": "2025-10-04",
            "translated_from": "en",
            "language": "ja",
        },
    )

    assert stated.title == "次官級協議は来週に"
    assert stated.translated_from == "en"
    assert stated.published == Published("2025-10-04", Basis.STATED, "metadata beside the file")


def test_no_sidecar_states_nothing(tmp_path: Path) -> None:
    """Where there is no sidecar everything is unknown."""
    assert read_sidecar(tmp_path / "a.txt", "a.txt") == Metadata()


def test_null_in_a_sidecar_is_unknown(tmp_path: Path) -> None:
    """A key without a value states nothing."""
    assert sidecar_of(tmp_path, {"author": None, "title": "題"}) == Metadata(title="題")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"{", "not JSON", id="broken"),
        pytest.param(b"\xff\xfe{}", "not JSON", id="not-utf-8"),
        pytest.param(b"[" * 200_000, "not JSON", id="deep"),
        pytest.param([], "not a JSON object", id="list"),
        pytest.param({"titel": "題"}, "unknown key 'titel'", id="unknown-key"),
        pytest.param({"published": "2025-13"}, "'published' is not an EDTF", id="no-such-month"),
        pytest.param({"published": "10月4日"}, "'published' is not an EDTF", id="japanese-date"),
        pytest.param({"title": 3}, "'title' must be words", id="number"),
        pytest.param({"title": " "}, "'title' must be words", id="blank"),
        pytest.param({"title": "a\nb"}, "'title' holds control", id="newline"),
        pytest.param({"author": "\ud800"}, "'author' holds", id="half-a-character"),
        pytest.param({"language": "日本語"}, "'language' is not", id="language"),
        pytest.param({"url": "javascript:alert(1)"}, "'url' is not", id="script-address"),
        pytest.param(b'{"title": "a", "title": "b"}', "'title' stands twice", id="twice"),
        pytest.param(b" " * 1_000_001, "larger than", id="enormous"),
    ],
)
def test_a_bad_sidecar_is_refused_by_name(tmp_path: Path, content: object, words: str) -> None:
    """A sidecar that breaks a rule is refused with its name and what is wrong."""
    with pytest.raises(InputError) as caught:
        sidecar_of(tmp_path, content)

    assert str(caught.value).startswith("a.txt.meta.json: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_front_matter_is_taken_off_the_text() -> None:
    """A block of known keys at the start is metadata and leaves the text."""
    block = '---\ntitle: "協議: 来週に"\npublished: 2025-10-04\nauthor:\n---\n\n本文である。\n'
    stated, text = split_front_matter(block, "a.md")

    assert text == "\n本文である。\n"
    assert stated.title == "協議: 来週に"
    assert stated.published == Published("2025-10-04", Basis.STATED, "front matter")
    assert stated.author is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\n本文である。\n---\n続き。\n", id="rule"),
        pytest.param("---\ntags: [a, b]\ntitle: 題\n---\n本文。\n", id="unknown-key"),
        pytest.param("---\ntitle: 題\n本文。\n", id="not-closed"),
        pytest.param("\n---\ntitle: 題\n---\n本文。\n", id="not-at-the-start"),
        pytest.param("---\n---\n本文。\n", id="nothing-in-it"),
        pytest.param("本文。", id="no-block"),
    ],
)
def test_any_other_block_stays_text(text: str) -> None:
    """A block that is not made of known keys alone is part of the text."""
    assert split_front_matter(text, "a.txt") == (Metadata(), text)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        pytest.param("title: [a, b]", "'title' must be words", id="list"),
        pytest.param("published: 昨日", "'published' is not an EDTF", id="date"),
        pytest.param("title: 'open", "not YAML", id="broken"),
        pytest.param("title: a\ntitle: b", "'title' stands twice", id="twice"),
        pytest.param("title: &a [x]\nauthor: *a", "must be words", id="alias"),
        pytest.param("title: " + "[" * 5000, "not YAML", id="deep"),
        pytest.param('title: "\\0"', "control characters", id="nul"),
        pytest.param("title: !!python/object:os.system x\npublished: x", "EDTF", id="tag"),
    ],
)
def test_bad_front_matter_is_refused_by_name(block: str, words: str) -> None:
    """Front matter with a broken value is refused with the file's name and what is wrong."""
    with pytest.raises(InputError) as caught:
        split_front_matter(f"---\n{block}\n---\n本文。\n", "a.md")

    assert str(caught.value).startswith("a.md: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_stronger_statement_goes_over_the_weaker() -> None:
    """What is stated twice is taken from the stronger source; the rest from the weaker."""
    strong, weak = Metadata(title="題"), Metadata(title="別題", author="山田花子")

    assert strong.over(weak) == Metadata(title="題", author="山田花子")
