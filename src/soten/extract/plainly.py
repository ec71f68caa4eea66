"""Polite ends of clauses in plain words, so that one pattern reads both: しています is している."""

from __future__ import annotations

import re

_COPULA = {"でしょう": "だろう", "でした": "だった", "です": "だ"}
_I = "きぎしちにびみりい"
_ROWS = {
    "dictionary": dict(zip(_I, "くぐすつぬぶむるう", strict=True)),
    "negated": dict(zip(_I, "かがさたなばまらわ", strict=True)),
    "past": dict(
        zip(
            _I,
            ("いた", "いだ", "した", "った", "んだ", "んだ", "んだ", "った", "った"),
            strict=True,
        )
    ),
}
"""What a stem of five rows ends in before ます, without it."""
_SURU = re.compile(r"(?:[^\W話示出押指返渡隠壊ぁ-ん]|[にとを]|願い)し\Z")
"""A stem of する, and not of 話す."""
_ONE_ROW = re.compile(
    r"(?:[えけげせてでねべめれ]|でき|(?<![一-鿿])い|過ぎ|すぎ|[用率居強]い|起き|生き|落ち"
    r"|[感信応報論閉命演禁講転]じ|見|得)\Z"
)
"""Stems that keep their form before る, ない and た."""
_END = re.compile(
    r"(?P<none>ありません)(?P<was>でした)?|(?P<masu>ませんでした|ません|ました|ます)"
    r"|(?P<drop>(?<=い)です|です(?=か))|(?P<desu>でしょう|でした|です)"
)


def in_plain_words(clause: str) -> str:
    """Return `clause` with its polite forms plain; the length may change.

    >>> in_plain_words("支援しています"), in_plain_words("送りました"), in_plain_words("事実ではありません")
    ('支援している', '送った', '事実ではない')
    """
    parts: list[str] = []
    done = 0
    for match in _END.finditer(clause):
        parts.append(clause[done : match.start()])
        done = match.end()
        if match["none"]:
            parts.append("なかった" if match["was"] else "ない")
        elif match["desu"]:
            parts.append(_COPULA[match["desu"]])
        elif match["masu"]:
            stem = "".join(parts)
            parts = [_plain_verb(stem, match["masu"])]
    return "".join(parts) + clause[done:]


def _plain_verb(stem: str, ending: str) -> str:
    """Return a stem before ます with the plain ending that says the same."""
    is_past, is_negated = ending in ("ました", "ませんでした"), ending.startswith("ません")
    end = (
        "なかった"
        if is_past and is_negated
        else "ない"
        if is_negated
        else "た"
        if is_past
        else "る"
    )
    if not stem or _ONE_ROW.search(stem) or stem[-1] not in _I:
        return stem + end
    if _SURU.search(stem):
        return stem + end if is_past or is_negated else stem[:-1] + "する"
    row = "negated" if is_negated else "past" if is_past else "dictionary"
    last = _ROWS[row][stem[-1]]
    return stem[:-1] + last + (end if is_negated else "")
