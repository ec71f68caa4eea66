"""How well a reading agrees with hand-made annotations."""

from soten.evaluation.gold import Gold, read_gold
from soten.evaluation.readings import ReadDocument, read_documents
from soten.evaluation.scoring import Count, Difference, Measure, Scores, score

__all__ = [
    "Count",
    "Difference",
    "Gold",
    "Measure",
    "ReadDocument",
    "Scores",
    "read_documents",
    "read_gold",
    "score",
]
