"""Statements told twice in one document: a lead and the body that says it again.

Both stay, each with its own evidence; the later one is known to say nothing new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from soten.extract.findings import StatementFinding

_LEAST = 12
"""Characters of content below which likeness proves nothing: 停戦を求める."""
_WINDOW = 5
"""Characters of the pieces that like contents share."""
_ALIKE = 0.72
"""Least likeness (normalized Indel similarity) of two tellings of one statement: of the leads and
bodies of broadcasts read for this, retellings scored 0.75 and more, different statements below 0.6."""


def repeats_of(statements: Sequence[StatementFinding], text: str) -> list[int | None]:
    """Return for each statement the index of the earlier one it repeats, None where it is new.

    `statements` are in the order of the text. Only statements of one speaker are compared, each with
    the earlier one that shares most pieces with it, so that the work is linear in the text.
    """
    found: list[int | None] = []
    pieces: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        found.append(None)
        content = statement.content.cut(text)
        if statement.speaker is None or len(content) < _LEAST:
            continue
        speaker = statement.speaker.key
        keys = {(speaker, content[at : at + _WINDOW]) for at in range(len(content) - _WINDOW + 1)}
        shared = Counter(first for key in keys for first in pieces[key][:2])
        for earlier, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:1]:
            if _is_retold(statements[earlier], statement, text):
                again = found[earlier]
                found[number] = earlier if again is None else again
        for key in keys:
            pieces[key].append(number)
    return found


def _is_retold(first: StatementFinding, second: StatementFinding, text: str) -> bool:
    """Say whether two statements in different places are of one content."""
    if first.content.end > second.content.start:
        return False
    one, other = first.content.cut(text), second.content.cut(text)
    return Indel.normalized_similarity(one, other) >= _ALIKE
