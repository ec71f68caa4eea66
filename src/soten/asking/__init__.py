"""Reading questions: who, where, what point, when, and what is sought, in Japanese or English."""

from soten.asking.reader import QuestionReader

__all__ = ["QuestionReader"]
