"""Scores as a table, as JSON, and the differences behind them."""

from __future__ import annotations

from collections.abc import Iterator

from soten.evaluation.comparison import Changes
from soten.evaluation.scoring import Count, Measure, Scores
from soten.export.exchange import Object
from soten.export.neutral import plain


def report_lines(scores: Scores) -> Iterator[str]:
    """Yield a table of precision, recall and F1 a kind, then the further measures."""
    yield f"{'kind':24}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>10}{'found':>10}"
    for measure, count in scores.kinds.items():
        yield (
            f"{measure.value:24}{count.precision:10.3f}{count.recall:10.3f}{count.f1:10.3f}"
            f"{count.gold:10}{count.system:10}"
        )
    yield ""
    for name, value in _further(scores).items():
        yield f"{name:24}{value:10.3f}" if isinstance(value, float) else f"{name:24}{value:10}"


def scores_object(scores: Scores) -> Object:
    """Return the scores as a JSON object, a kind's counts under its name."""
    kinds: Object = {measure.value: _count(count) for measure, count in scores.kinds.items()}
    return {**kinds, **_further(scores), "documents": scores.documents}


def _count(count: Count) -> Object:
    return {
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
        "gold": count.gold,
        "system": count.system,
    }


def _further(scores: Scores) -> dict[str, float | int]:
    return {
        "act_accuracy": scores.acts.recall,
        "issue_f1": scores.issues.f1,
        "talk_status_accuracy": scores.talk_status.recall,
        "published_accuracy": scores.published.recall,
        "evidence_not_in_text": scores.evidence_not_in_text,
    }


def change_lines(changes: Changes) -> Iterator[str]:
    """Yield what was gained (>) and what was lost (<), a count and the items a kind."""
    for measure in Measure:
        gained = [item for item in changes.gained if item.measure is measure]
        lost = [item for item in changes.lost if item.measure is measure]
        if gained or lost:
            yield f"{measure.value}: {len(gained)} gained, {len(lost)} lost"
        for sign, items in ((">", gained), ("<", lost)):
            for item in items:
                yield (
                    f"  {sign} {plain(item.document)} 「{plain(item.words)}」 {plain(item.details)}"
                )


def changes_object(changes: Changes) -> Object:
    """Return what was gained and lost as a JSON object with two lists."""
    return {
        name: [
            {
                "measure": item.measure.value,
                "document": item.document,
                "words": item.words,
                "details": item.details,
            }
            for item in items
        ]
        for name, items in (("gained", changes.gained), ("lost", changes.lost))
    }


def difference_lines(scores: Scores, measure: Measure) -> Iterator[str]:
    """Yield what was missed (-) and what was reported and matches nothing (+), by document."""
    document = None
    for found in scores.differences[measure]:
        if found.document != document:
            document = found.document
            yield f"== {plain(document)}"
        sign = "-" if found.missed else "+"
        yield f"  {sign} 「{plain(found.words)}」 {plain(found.details)}"
