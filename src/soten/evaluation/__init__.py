"""How well a reading agrees with hand-made annotations."""

from soten.evaluation.comparison import Changes, changes, recorded_lines
from soten.evaluation.gold import Gold, read_gold
from soten.evaluation.readings import ReadDocument, read_documents
from soten.evaluation.scoring import Annotated, Count, Difference, Measure, Scores, score

__all__ = [
    "Annotated",
    "Changes",
    "Count",
    "Difference",
    "Gold",
    "Measure",
    "ReadDocument",
    "Scores",
    "changes",
    "read_documents",
    "read_gold",
    "recorded_lines",
    "score",
]
