"""Which encoding a file is taken to be in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.ingest.encodings import declared_charset, decode, looks_japanese
from soten.records import InputError

TEXT = (
    "両国の外務省は四日、捕虜の交換について次官級の協議を来週開くと発表した。"
    "報道官は記者団に「準備は整った」と述べたが、開催地については明らかにしなかった。\n"
)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp932", "cp932"),
        ("euc_jp", "euc-jp"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)
def test_each_encoding_of_japanese_is_recognized(codec: str, encoding: str) -> None:
    """The same sentences in each encoding give the same text, and the encoding is named."""
    assert decode(TEXT.encode(codec), "a.txt") == (TEXT, encoding)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
@pytest.mark.parametrize("sentence", ["停戦の協議。", "大統領は否定した。", "合意に達したという。"])
def test_short_sentences_are_recognized(codec: str, sentence: str) -> None:
    """A sentence of a few characters is enough to tell the encodings apart."""
    assert decode(sentence.encode(codec), "a.txt")[0] == sentence


def test_big_endian_utf_16_is_read_by_its_mark() -> None:
    """UTF-16 in either byte order is read where it begins with a mark."""
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt")[0] == TEXT


@pytest.mark.parametrize("label", ["Shift_JIS", "x-sjis", "windows-31j"])
def test_every_name_of_shift_jis_is_cp932(label: str) -> None:
    """A page that calls itself Shift_JIS may hold vendors' signs, as in browsers."""
    assert decode("①髙～".encode("cp932"), "a.html", label) == ("①髙～", "cp932")


def test_a_false_declaration_yields_to_utf_8() -> None:
    """Where the declared charset cannot be the one, the text is still read."""
    assert decode(TEXT.encode(), "a.html", "euc-jp") == (TEXT, "utf-8")


@pytest.mark.parametrize("label", ["zlib", "rot13", "unicode_escape", "idna", "nonsense", "utf-7"])
def test_a_declared_charset_is_never_any_codec_of_python(label: str) -> None:
    """A page cannot choose a codec that is no encoding of the web."""
    assert decode(b"a\\u0041+AGE-", "a.html", label) == ("a\\u0041+AGE-", "utf-8")


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<meta charset="EUC-JP">', "EUC-JP"),
        (
            b"<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>",
            "Shift_JIS",
        ),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p>charset=euc-jp</p>", None),
        (b" " * 5000 + b'<meta charset="EUC-JP">', None),
    ],
)
def test_a_charset_counts_only_where_a_page_declares_it(page: bytes, charset: str | None) -> None:
    """The charset is read from a meta element or XML declaration near the start only."""
    assert declared_charset(page) == charset


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="image"),
        pytest.param(bytes(range(1, 256)) * 4, id="all-bytes"),
        pytest.param("Договорились о встрече.".encode("cp1251"), id="cyrillic"),
        pytest.param(b"caf\xe9 \xe0 la carte", id="latin"),
        pytest.param(b"\xff\xfeA", id="half-utf-16"),
        pytest.param(b"\xef\xbb\xbf\xff", id="broken-utf-8-with-mark"),
    ],
)
def test_other_bytes_are_refused_by_name(raw: bytes) -> None:
    """Bytes that are no text, or no Japanese where the encoding is a guess, are refused."""
    with pytest.raises(InputError, match=r"^a\.txt: "):
        decode(raw, "a.txt")


@pytest.mark.parametrize("codecs", [("cp932", "euc_jp"), ("euc_jp", "cp932"), ("utf-8", "cp932")])
def test_a_wrong_reading_does_not_look_japanese(codecs: tuple[str, str]) -> None:
    """Japanese decoded with another encoding's table is not taken for Japanese."""
    assert not looks_japanese(TEXT.encode(codecs[0]).decode(codecs[1], "replace"))
    assert looks_japanese(TEXT)


@given(st.binary(max_size=200), st.sampled_from([None, "euc-jp", "x-sjis", "iso-2022-jp", "?"]))
def test_any_bytes_are_decoded_or_refused(raw: bytes, declared: str | None) -> None:
    """Arbitrary bytes give a text or an `InputError`, nothing else."""
    try:
        text, _ = decode(raw, "a", declared)
    except InputError:
        return
    text.encode()
