"""A person's decisions on the ledger: taken, taken back, listed, exchanged. The only way to them."""

from soten.review.deciding import JOINED, Reviewer
from soten.review.exchange import Import, read_decisions, take_in
from soten.review.fields import read_fields
from soten.review.queue import NEWEST, REASONS, Doubt, Due, queue
from soten.review.reports import History, history, orphans

__all__ = [
    "JOINED",
    "NEWEST",
    "REASONS",
    "Doubt",
    "Due",
    "History",
    "Import",
    "Reviewer",
    "history",
    "orphans",
    "queue",
    "read_decisions",
    "read_fields",
    "take_in",
]
