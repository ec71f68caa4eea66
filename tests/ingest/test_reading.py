"""From a file to a draft, or to one clear reason why not."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from soten.ingest import Draft, read_paths, read_source
from soten.ingest import reading as reading_module
from soten.records import Basis, InputError, Published

TEXT = (
    "両国の外務省は四日、捕虜の交換について次官級の協議を来週開くと発表した。\n"
    "報道官は記者団に「準備は整った」と述べたが、開催地については明らかにしなかった。\n"
)


def put(path: Path, content: bytes | str) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_comes_with_its_source(tmp_path: Path) -> None:
    """A draft says where its text is from, how it was decoded and what both digests are."""
    path = put(tmp_path / "a.txt", TEXT.encode("euc_jp"))
    draft = read_source(path)

    assert draft.text == TEXT
    assert draft.name == str(path)
    assert draft.encoding == "euc-jp"
    assert draft.media_type == "text/plain"
    assert draft.raw_bytes == len(TEXT.encode("euc_jp"))
    assert draft.raw_sha256 == hashlib.sha256(TEXT.encode("euc_jp")).hexdigest()
    assert draft.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert draft.title is None
    assert draft.published == Published()


def test_only_newlines_and_the_mark_are_changed(tmp_path: Path) -> None:
    """Line ends become one sign and the mark goes; widths, marks and spaces stay as they are."""
    path = put(tmp_path / "a.txt", "\ufeff一行目　ＡＢ㈱ｶﾞ\r\n二行目か\u3099\r\u2028\u0085三\n")

    assert read_source(path).text == "一行目　ＡＢ㈱ｶﾞ\n二行目か\u3099\n\u2028\u0085三\n"


def test_hostile_text_is_kept_as_text(tmp_path: Path) -> None:
    """Markup, direction marks, zero-width signs, formulas and endless lines are only text."""
    text = (
        "<script>alert(1)</script>\u202e逆\u202c\u200b=cmd|' /C calc'!A0 %s {0} '; DROP TABLE x\n"
        + "長" * 100_000
        + "\x1b[31m赤"
    )
    path = put(tmp_path / "a.txt", text)

    assert read_source(path).text == text


def test_a_page_in_euc_jp_is_read_by_its_declaration(tmp_path: Path) -> None:
    """A page's declared charset decides, and its main text is the draft's text."""
    first_line = TEXT.partition("\n")[0]
    page = (
        '<html><head><meta charset="EUC-JP"><title>次官級協議は来週に</title></head><body><article>'
        f"<h1>次官級協議は来週に</h1><p>{first_line}</p></article></body></html>"
    )
    draft = read_source(put(tmp_path / "a.html", page.encode("euc_jp")))

    assert draft.text == first_line
    assert draft.encoding == "euc-jp"
    assert draft.media_type == "text/html"
    assert draft.title == "次官級協議は来週に"


def test_a_sidecar_goes_over_front_matter(tmp_path: Path) -> None:
    """Metadata beside a file overrules its front matter, which is taken off the text."""
    path = put(tmp_path / "a.md", f"---\ntitle: 題\npublished: 2025-10-03\n---\n{TEXT}")
    put(tmp_path / "a.md.meta.json", json.dumps({"published": "2025-10-04"}))
    draft = read_source(path)

    assert draft.text == TEXT
    assert draft.title == "題"
    assert draft.published.edtf == "2025-10-04"
    assert draft.published.basis is Basis.STATED


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", " \n\u3000\u200b\ufeff", "white space", id="white-space"),
        pytest.param("a.md", "---\ntitle: 題\n---\n \n", "white space", id="front-matter-only"),
        pytest.param("a.txt", "文\0字".encode(), "binary", id="nul"),
        pytest.param("a.txt", b"\x01\x02\x03\x04 abc", "binary", id="controls"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary", id="image"),
        pytest.param("a.txt", b"\xff\xfe\0\0A\0\0\0", "binary", id="utf-32"),
        pytest.param("a.txt", b"caf\xe9 bar", "not decodable", id="latin"),
        pytest.param("a.html", "<html><body></body></html>", "without main text", id="no-text"),
        pytest.param("a.md", "---\npublished: 昨日\n---\n文。", "'published'", id="front-matter"),
        pytest.param("a.pdf", "文。", "type", id="other-type"),
    ],
)
def test_a_bad_file_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes | str, words: str
) -> None:
    """A file that cannot be read is refused in one line with its name and the reason."""
    path = put(tmp_path / name, content)
    with pytest.raises(InputError) as caught:
        read_source(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_enormous_file_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file over the limit of bytes, or a text over the limit of characters, is refused."""
    path = put(tmp_path / "a.txt", TEXT)
    monkeypatch.setattr(reading_module, "MAX_CHARACTERS", 10)
    with pytest.raises(InputError, match="longer than 10 characters"):
        read_source(path)
    monkeypatch.setattr(reading_module, "MAX_BYTES", 20)
    with pytest.raises(InputError, match="larger than 20 bytes"):
        read_source(path)


def test_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    """What is not a regular file is refused and never waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="no such file"):
        read_source(tmp_path / "no.txt")
    with pytest.raises(InputError, match="not a regular file"):
        read_source(tmp_path / "pipe.txt")


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Every file gives a draft or an error, in order."""
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "b.txt", b"")
    put(tmp_path / "c.txt", TEXT)
    put(tmp_path / "c.txt.meta.json", "{")
    put(tmp_path / "d.txt", TEXT)
    kinds = [type(found) for found in read_paths([tmp_path])]

    assert kinds == [Draft, InputError, InputError, Draft]


def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    """The draft of a file whose name is not decodable has a name that can be written."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    try:
        put(path, TEXT)
    except OSError:
        pytest.skip("the file system refuses such names")

    read_source(path).name.encode()


def test_importing_ingest_loads_no_parser() -> None:
    """The parsers of HTML and YAML and the detector are loaded only when a file needs them."""
    code = (
        "import sys, soten.ingest;"
        "print([m for m in ('trafilatura', 'lxml', 'chardet', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert done.stdout.strip() == "[]"
