"""`soten show --why`: what spoke for each point at issue of a statement, clue by clue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from soten.records import Statement, UsageError
from soten.settings import Language

if TYPE_CHECKING:
    from soten.export.columns import Names
    from soten.export.exchange import Value
    from soten.extract.weighing import Vote
    from soten.query import Detail
    from soten.store import Ledger

_CANDIDATES, _CLUES = 5, 8
"""How many points, and how many clues of each, are told."""
_PLACES = {
    "sentence": ("同じ文のほかの語", "other words of the sentence"),
    "lead": ("記事の冒頭", "the lead of the story"),
    "story": ("記事全体", "the whole story"),
    "before": ("前の文", "the sentence before"),
    "earlier": ("二つ前の文", "the second sentence before"),
}
_STRENGTHS = {
    "none": ("語がない箇所", "no word of its own"),
    "weak": ("語が弱い箇所", "weak words of its own"),
    "firm": ("語が強い箇所", "firm words of its own"),
}
_CLUES_ALONE = {
    "share": ("この箇所の語に占める割合", "its share of the words"),
    "heaviest": ("この箇所で最も重い", "no point weighs more here"),
    "lighter": ("より重い争点がこの箇所にある", "another point weighs more here"),
    "certain word": ("決め手になる語がある", "a word that is certain"),
    "rivals": ("ほかの争点の語の重み", "the words of other points"),
    "point": ("この争点の出やすさ", "how often this point is meant"),
    "words": ("この争点の語がある", "words of this point"),
}


def reasons(detail: Detail, ledger: Ledger, packs: Sequence[str]) -> list[Vote]:
    """Return the candidates for the points at issue of a statement, the likeliest first.

    The document is read again with `packs`. Raises `UsageError` for what is no statement.
    """
    from soten.lexicon import load_lexicon
    from soten.pipeline import Reader  # brings the tokenizer, which is slow to import
    from soten.query import RecordDetail

    if not isinstance(detail, RecordDetail) or not isinstance(detail.row.record, Statement):
        raise UsageError("--why tells of statements only: why they are about their points at issue")
    evidence = detail.row.record.evidence
    text = ledger.text(detail.row.document.id, detail.row.document.version)
    span = evidence.span
    return Reader(load_lexicon(packs)).issue_reader(text).votes(span.start, span.end)


def reason_lines(votes: Sequence[Vote], names: Names) -> Iterator[str]:
    """Yield each candidate with its probability and the clues that add or take most."""
    at = 0 if names.language is Language.JA else 1
    yield ""
    yield (
        "争点の理由（確率と、手がかりごとの加点）",
        "why (probability, and what each clue adds)",
    )[at]
    for vote in votes[:_CANDIDATES]:
        yield f"  {names.issue(vote.issue)}  {vote.probability:.2f}"
        for clue, part in vote.clues[:_CLUES]:
            yield f"    {part:+.2f}  {in_words(clue)[at]}"


def in_words(clue: str) -> tuple[str, str]:
    """Return a clue in Japanese and in English.

    >>> in_words("words 3")[1], in_words("lead none")[1]
    ('its words weigh 3 or more', 'the lead of the story (no word of its own)')
    """
    head = clue.partition("|")[0].strip()
    first, _, last = head.rpartition(" ")
    if head in _CLUES_ALONE:
        return _CLUES_ALONE[head]
    if head in _PLACES:
        japanese, english = _PLACES[head]
        return f"{japanese}（この争点）", f"{english} (this point)"
    if first == "words":
        return f"語の重みが{last}以上", f"its words weigh {last} or more"
    if first == "back to":
        japanese, english = _PLACES[last]
        return f"前を受ける語があり、{japanese}", f"words that point back, and {english}"
    strength = next((word for word in head.split() if word in _STRENGTHS), None)
    if strength is None:
        return clue, clue
    japanese, english = _STRENGTHS[strength]
    place = next((word for word in head.split() if word in _PLACES), None)
    if place is None:
        return japanese, english
    most = ("で最も重い", "most told of in ") if first.startswith("first in") else ("", "")
    where = _PLACES[place]
    return f"{where[0]}{most[0]}（{japanese}）", f"{most[1]}{where[1]} ({english})"


def reason_values(votes: Sequence[Vote]) -> list[Value]:
    """Return the candidates as JSON."""
    return [
        {
            "issue": vote.issue,
            "probability": round(vote.probability, 4),
            "clues": {clue: round(part, 4) for clue, part in vote.clues},
        }
        for vote in votes
    ]
