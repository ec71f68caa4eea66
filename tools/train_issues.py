"""Train the model that names points at issue, and show how well it does on unseen documents.

    python tools/train_issues.py [--write]

Learns from the annotated statements of samples/gold and, where a folder `shared` stands beside the
repository, of its annotated reports. Prints precision, recall and F1 of the words alone and of the
model, each document read by a model that has not seen it; --write puts the weights of a model
trained on all documents into src/soten/extract/issue_weights.json. The same annotations and packs
give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from bench.accuracy import CORPORA, Corpus
from soten.evaluation.gold import read_gold
from soten.evaluation.matching import half_overlap, pairs
from soten.extract.pointing import OTHER, Clues
from soten.extract.weighing import ANY, IssueModel, IssueReader, probability
from soten.ingest import read_source
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Statement

WEIGHTS = Path(__file__).resolve().parent.parent / "src/soten/extract/issue_weights.json"
FOLDS = 12
RESTRAINT = 2.0
"""How strongly weights are held near 0; tuned by cross-validation among 1, 2, 5 and 10."""
LEAST, SHARE = 0.35, 0.5
"""From which probability on a second point is named; tuned among 0.3–0.45 and 0.4–0.6."""
_ROUNDS = 12
_STILL = 1e-6
_DIGITS = 3

Row = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated statement: the clues for each point that may be meant, and those that are.

    `is_found` says whether the reading finds the statement: only then is it scored. `by_words` is
    what the words of the content, else of the sentence, name without a model.
    """

    corpus: str
    document: str
    candidates: dict[str, Clues]
    wanted: frozenset[str]
    is_found: bool
    by_words: tuple[str, ...]


def examples_of(corpora: Sequence[Corpus]) -> Iterator[Example]:
    """Yield the annotated statements of the corpora, document by document."""
    for corpus in corpora:
        reader = Reader(load_lexicon(corpus.packs))
        for path in sorted(corpus.gold.glob("*.json")):
            draft = read_source(corpus.documents / path.name.removesuffix(".json"))
            gold = read_gold(path, draft.text).statements
            records = reader.read(draft, f"d-{draft.name}").records
            found = [record for record in records if isinstance(record, Statement)]
            matched = dict(pairs(gold, found, lambda g, s: half_overlap(g.span, s.evidence.span)))
            issues = reader.issue_reader(draft.text)
            for number, statement in enumerate(gold):
                at = matched.get(number)
                span = statement.span if at is None else found[at].evidence.span
                yield Example(
                    corpus.name,
                    path.name,
                    issues.pointers.clues(span),
                    statement.issues,
                    at is not None,
                    by_words(issues, span.start, span.end),
                )


def by_words(issues: IssueReader, start: int, end: int) -> tuple[str, ...]:
    """Return what the words of a stretch name, else those of its sentence: no model, two at most."""
    layer, view = issues.pointers.layer, issues.pointers.analysis.sentence_of(start)
    weights = layer.weigh(start, end)
    if view is not None and max(weights.values(), default=0) < 2:
        weights += layer.weigh(view.start, view.end)
    ranked = sorted((-weight, issue) for issue, weight in weights.items() if weight >= 2)
    return tuple(issue for weight, issue in ranked[:2] if weight <= ranked[0][0] / 2) or (OTHER,)


def train(examples: Sequence[Example]) -> IssueModel:
    """Return the model that fits the examples best while its weights stay near 0."""
    names = sorted({clue for e in examples for clues in e.candidates.values() for clue in clues})
    number = {name: at for at, name in enumerate(names)}
    rows: list[Row] = []
    wanted: list[float] = []
    for example in examples:
        for issue, clues in sorted(example.candidates.items()):
            rows.append([(number[clue], value) for clue, value in sorted(clues.items())])
            wanted.append(float(issue in example.wanted))
    fitted = fit(rows, wanted, len(names))
    weights = {name: round(fitted[at], _DIGITS) for name, at in number.items()}
    return IssueModel(weights | _averages(weights), LEAST, SHARE)


def _averages(weights: dict[str, float]) -> dict[str, float]:
    """Return what a clue weighs on average over the points, for a point of some other pack."""
    kinds: dict[str, list[float]] = defaultdict(list)
    for name, weight in weights.items():
        kind, bar, issue = name.partition("|")
        if bar and issue != OTHER:
            kinds[f"{kind}|{ANY}"].append(weight)
    return {kind: round(sum(known) / len(known), _DIGITS) for kind, known in kinds.items()}


def fit(rows: Sequence[Row], wanted: Sequence[float], size: int) -> list[float]:
    """Return the weights of a logistic regression, by Newton's method.

    >>> [round(w, 2) for w in fit([[(0, 1.0)], [(0, 1.0)], [(1, 1.0)]], [1, 1, 0], 2)]
    [0.4, -0.22]
    """
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [RESTRAINT * weight for weight in weights]
        curve = [[0.0] * size for _ in range(size)]
        for at in range(size):
            curve[at][at] = RESTRAINT
        for row, target in zip(rows, wanted, strict=True):
            chance = probability(sum(weights[at] * value for at, value in row))
            spread = chance * (1 - chance)
            for at, value in row:
                slope[at] += (chance - target) * value
                line, part = curve[at], spread * value
                for other, beside in row:
                    line[other] += part * beside
        step = solve(curve, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step), default=0.0) < _STILL:
            break
    return weights


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Return x of matrix · x = right, for a symmetric positive matrix (Cholesky).

    >>> [round(x, 6) for x in solve([[4.0, 0.0], [0.0, 2.0]], [8.0, 3.0])]
    [2.0, 1.5]
    """
    size = len(right)
    low = [[0.0] * (at + 1) for at in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(map(mul, low[i][:j], low[j][:j]))
            low[i][j] = math.sqrt(rest) if i == j else rest / low[j][j]
    half: list[float] = []
    for i in range(size):
        half.append((right[i] - sum(map(mul, low[i][:i], half))) / low[i][i])
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = half[i] - sum(low[k][i] * found[k] for k in range(i + 1, size))
        found[i] = rest / low[i][i]
    return found


def unseen(examples: Sequence[Example]) -> list[tuple[str, ...]]:
    """Return what is named in each example by a model that has not seen its document."""
    documents = sorted({example.document for example in examples})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    named: list[tuple[str, ...]] = [()] * len(examples)
    for part in range(min(FOLDS, len(documents))):
        model = train([e for e in examples if fold[e.document] != part])
        for at, example in enumerate(examples):
            if fold[example.document] == part:
                named[at] = model.choose(example.candidates)
    return named


Measured = tuple[float, float, float]


def measure(examples: Sequence[Example], named: Sequence[Sequence[str]], corpus: str) -> Measured:
    """Return precision, recall and F1 over the statements of a corpus that the reading finds."""
    right = wanted = given = 0
    for example, points in zip(examples, named, strict=True):
        if example.is_found and example.corpus == corpus:
            right += len(example.wanted & set(points))
            wanted += len(example.wanted)
            given += len(points)
    precision, recall = right / max(1, given), right / max(1, wanted)
    return precision, recall, 2 * right / max(1, given + wanted)


def main() -> None:
    """Print the measured table; write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write the weights")
    options = parser.parse_args()
    present = [corpus for corpus in CORPORA if corpus.gold.is_dir()]
    examples = list(examples_of(present))
    model = train(examples)
    ways: list[tuple[str, Callable[[], Sequence[Sequence[str]]]]] = [
        ("words alone", lambda: [e.by_words for e in examples]),
        ("model, unseen", lambda: unseen(examples)),
        ("model, seen", lambda: [model.choose(e.candidates) for e in examples]),
    ]
    print(f"{len(examples)} statements, {len(model.weights)} weights; precision recall F1")
    for way, name in ways:
        named = name()
        for corpus in present:
            measured = "  ".join(f"{part:.3f}" for part in measure(examples, named, corpus.name))
            print(f"{way:14} {corpus.name:8} {measured}")
    if options.write:
        raw = {"least": LEAST, "share": SHARE, "weights": dict(sorted(model.weights.items()))}
        WEIGHTS.write_text(json.dumps(raw, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
