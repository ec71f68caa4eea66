"""EUC-JP and ISO-2022-JP are decoded as browsers decode them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.ingest.jis import decode_euc_jp, decode_iso_2022_jp

SENTENCES = [
    "両国の外務省は四日、次官級の協議を来週開くと発表した。",
    "報道官は「準備は整った」と述べ、ﾐｻｲﾙの件には触れなかった。",
    "An agreement was near, 代表団は言った。\n次の行。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_euc_jp_comes_back_as_it_was(sentence: str) -> None:
    """What Python encodes as EUC-JP is decoded to the same text."""
    assert decode_euc_jp(sentence.encode("euc_jp")) == sentence


@pytest.mark.parametrize("sentence", [SENTENCES[0], SENTENCES[2]])
def test_iso_2022_jp_comes_back_as_it_was(sentence: str) -> None:
    """What Python encodes as ISO-2022-JP is decoded to the same text."""
    assert decode_iso_2022_jp(sentence.encode("iso2022_jp")) == sentence


@given(st.integers(0x81, 0x9F), st.integers(0x40, 0xFC))
def test_each_place_of_jis_x_0208_is_what_cp932_has(lead: int, trail: int) -> None:
    """A double-byte sign of cp932 has the same meaning at its place in EUC-JP and ISO-2022-JP."""
    try:
        sign = bytes((lead, trail)).decode("cp932")
    except UnicodeDecodeError:
        return
    if len(sign) != 1:
        return
    even = trail >= 0x9F
    row = (lead - 0x70) * 2 - (0 if even else 1)
    cell = trail - (0x7E if even else 0x20 if trail >= 0x80 else 0x1F)
    assert decode_euc_jp(bytes((row | 0x80, cell | 0x80))) == sign
    assert decode_iso_2022_jp(b"\x1b$B" + bytes((row, cell)) + b"\x1b(B") == sign


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("ada1", "①", id="nec-row-13"),
        pytest.param("a1c1", "～", id="wave"),
        pytest.param("8eb1", "ｱ", id="half-width-kana"),
        pytest.param("8fb0a1", "丂", id="jis-x-0212"),
        pytest.param("fce2", "髙", id="ibm-extension"),
        pytest.param("5c7e", "\\~", id="ascii"),
    ],
)
def test_signs_beyond_the_standard_are_read_in_euc_jp(data: str, text: str) -> None:
    """Signs that only vendors defined, half-width kana and supplementary kanji are read."""
    assert decode_euc_jp(bytes.fromhex(data)) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"\x1b(J\\~\x1b(B\\~", "¥\u203e\\~", id="jis-roman"),
        pytest.param(b"\x1b(I1\x1b(B1", "ｱ1", id="half-width-kana"),
        pytest.param(b"\x1b$@;d\n;d\x1b(B", "私\n私", id="newline-inside"),
    ],
)
def test_every_state_of_iso_2022_jp_is_read(data: bytes, text: str) -> None:
    """JIS Roman, half-width kana and the older escape of JIS X 0208 are read."""
    assert decode_iso_2022_jp(data) == text


@pytest.mark.parametrize("data", [b"\xa4", b"\xa4\x41", b"\x80", b"\x8e\x41", b"\xa9\xa1\xff"])
def test_bytes_that_fit_nowhere_are_refused_in_euc_jp(data: bytes) -> None:
    """A broken or unassigned EUC-JP sequence raises instead of giving a replacement sign."""
    with pytest.raises(UnicodeDecodeError):
        decode_euc_jp(data)


@pytest.mark.parametrize("data", [b"\x1b$B;", b"\x1b$B\x7f\x7f", b"\x1b$(D0!", b"\xa4\xa2"])
def test_bytes_that_fit_nowhere_are_refused_in_iso_2022_jp(data: bytes) -> None:
    """A broken, unassigned or unknown ISO-2022-JP sequence raises."""
    with pytest.raises(UnicodeDecodeError):
        decode_iso_2022_jp(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Arbitrary bytes give a text or a `UnicodeDecodeError`, nothing else."""
    for decoder in (decode_euc_jp, decode_iso_2022_jp):
        try:
            decoder(data)
        except UnicodeDecodeError:
            continue
