from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soten.export.annotation import Utf16, selectors
from soten.records import Evidence, Span


@given(st.text(), st.integers(0, 50))
def test_utf16_offsets_are_those_of_a_browser(text: str, at: int) -> None:
    """The offset of a place is the number of UTF-16 units before it."""
    at = min(at, len(text))

    units = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2

    assert Utf16(text).offset(at) == units


def test_a_quotation_is_told_with_what_stands_around_it() -> None:
    """Thirty-two characters on each side, fewer at the edges; offsets count code points."""
    text = "𠮷" * 40 + "停戦" + "い" * 10
    evidence = Evidence.cut("d", text, Span(40, 42))

    position, quote = selectors(text, evidence)

    assert position == {"type": "TextPositionSelector", "start": 40, "end": 42}
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "停戦",
        "prefix": "𠮷" * 32,
        "suffix": "い" * 10,
    }
    assert Utf16(text).place(evidence.span) == {"start": 80, "end": 82}
