"""Score what is joined across a crowd of reports whose truth is known, and what joining costs.

    make bench-joins      or: python -m bench.joins [--size 50000] [--style held-out] [--errors talk]

Writes out/joins.json and fails if a floor of bench/floors-joins.json is broken.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.corpus import ROOT
from bench.crowd.documents import Crowd, write_crowd
from bench.crowd.judging import (
    KINDS,
    Judged,
    Unit,
    end_to_end,
    joined_alone,
    judge,
    read_truth,
)
from bench.crowd.stories import STYLES
from soten.lexicon import load_lexicon
from soten.pipeline import Reader, add_sources
from soten.store import Ledger, open_ledger

CHECKPOINTS = (100, 1_000, 10_000, 49_900)
"""After so many documents the cost of adding one more is measured."""
SINGLES = 20
"""So many are added one at a time there."""
FLOORS = ROOT / "bench" / "floors-joins.json"
_BATCH = 500
_TOLD = 5_000
_SHOWN = 90


def add_crowd(ledger: Ledger, folder: Path) -> dict[str, float]:
    """Add a crowd's documents; return processor seconds a document: one at a time, in batches.

    Those that are there already, from a run that was stopped, are passed over.
    """
    reader = Reader(load_lexicon([str(folder / "crowd")]))
    papers = sorted((folder / "documents").glob("*.txt"))
    cost: dict[str, float] = {}
    done = sum(1 for _ in ledger.documents())

    def timed(some: Sequence[Path]) -> float:
        begun = time.process_time()
        add_sources(ledger, reader, list(some))
        return (time.process_time() - begun) / len(some)

    while done < len(papers):
        if done in CHECKPOINTS:
            singles = papers[done : done + SINGLES]
            cost[f"one after {done}"] = statistics.median(timed([paper]) for paper in singles)
            done += len(singles)
            continue
        ahead = [point for point in CHECKPOINTS if point > done]
        end = min(done + _BATCH, *ahead, len(papers)) if ahead else done + _BATCH
        cost[f"in a batch up to {end}"] = timed(papers[done:end])
        done = end
        if done % _TOLD == 0:
            print(f"{done:,} documents", file=sys.stderr, flush=True)
    return cost


def main() -> None:
    """Make a crowd, read it, judge it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", type=int, default=50_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--style", choices=STYLES, default="usual")
    arguments.add_argument("--keep", type=Path, help="where crowd and ledger are left, or found")
    arguments.add_argument("--errors", choices=list(KINDS), help="list what is joined wrongly")
    arguments.add_argument("--limit", type=int, default=20, help="how many errors are listed")
    options = arguments.parse_args()
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        path = folder / "ledger.db"
        cost: dict[str, float] = {}
        crowd = Crowd(options.size, options.seed, options.style)
        if not path.exists():
            write_crowd(crowd, folder)
        with open_ledger(path) as ledger:
            cost = add_crowd(ledger, folder)
            judged = judge(ledger, read_truth(folder))
            report(judged, cost, path.stat().st_size)
            if options.errors:
                for line in errors(ledger, judged[options.errors], options.limit):
                    print(line)
    broken = _write(scores_of(judged), cost) if options.style == "usual" else []
    if broken:
        raise SystemExit("\n".join(broken))


def report(judged: dict[str, Judged], cost: dict[str, float], size: int) -> None:
    """Print the scores and costs for a person."""
    print(
        f"{'':10}{'units':>9}{'things':>8}   {'joins alone: P':>14}{'R':>8}   end to end: P{'R':>8}"
    )
    for kind, found in judged.items():
        alone, whole = joined_alone(found), end_to_end(found)
        things = len({unit.truth for unit in found.units if not unit.is_own})
        own = sum(unit.is_own for unit in found.units)
        mixed, missed = sum(unit.is_mixed for unit in found.units), found.missed.total()
        print(
            f"{KINDS[kind]:10}{len(found.units) - own:9,}{own:8,}{mixed:7,}{missed:8,}{things:8,}"
            f"   {alone.precision:14.4f}"
            f"{alone.recall:8.4f}   {whole.precision:13.4f}{whole.recall:8.4f}"
        )
    for what, seconds in cost.items():
        if what.startswith("one") or what.endswith("000"):
            print(f"{what}: {seconds * 1000:.1f} ms a document")
    print(f"ledger: {size / 1e6:.1f} MB")


def _main_groups(units: Sequence[Unit]) -> dict[str, str]:
    """Return the group in which most of each thing is."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        if not unit.is_own and not unit.is_mixed:
            found[unit.truth][unit.group] += 1
    return {truth: max(groups, key=lambda g: (groups[g], g)) for truth, groups in found.items()}


def _majorities(units: Sequence[Unit]) -> dict[str, str]:
    """Return what most of each group is."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        if not unit.is_own and not unit.is_mixed:
            found[unit.group][unit.truth] += 1
    return {group: max(truths, key=lambda t: (truths[t], t)) for group, truths in found.items()}


def errors(ledger: Ledger, judged: Judged, limit: int) -> Iterator[str]:
    """Yield what is joined wrongly and what is left apart, the words beside each other."""
    main_group, majority = _main_groups(judged.units), _majorities(judged.units)
    known = [unit for unit in judged.units if not unit.is_own and not unit.is_mixed]
    wrong = [unit for unit in known if majority[unit.group] != unit.truth]
    apart = [unit for unit in known if main_group[unit.truth] != unit.group]
    apart = [unit for unit in apart if majority[unit.group] == unit.truth]
    yield f"\n{len(wrong)} of {len(known)} are joined with others, {len(apart)} left apart"
    sample = {(unit.group, unit.truth): unit for unit in known}
    of_item = {unit.item: unit for unit in known}
    for unit in _spread(wrong, limit):
        other = sample[unit.group, majority[unit.group]]
        yield f"WRONG {unit.truth} is in the group of {other.truth}"
        yield from (_shown(ledger, unit), _shown(ledger, other))
        yield from _wrong_links(ledger, judged.kind, unit, of_item)
    for unit in _spread(apart, limit):
        yield f"APART {unit.truth}"
        other = sample[main_group[unit.truth], unit.truth]
        yield from (_shown(ledger, unit), _shown(ledger, other))


def _spread(units: Sequence[Unit], limit: int) -> list[Unit]:
    """Return at most `limit` units, one of a thing and group, from all over the crowd."""
    each = list({(unit.group, unit.truth): unit for unit in units}.values())
    return each[:: max(1, len(each) // limit)][:limit]


def _wrong_links(
    ledger: Ledger, kind: str, unit: Unit, of_item: Mapping[str, Unit]
) -> Iterator[str]:
    """Yield links of the unit's group between its thing and another one, with what they link."""
    for reason in ledger.reasons(kind, [unit.group]):
        ends = [of_item[end] for end in (reason.one, reason.other) if end in of_item]
        if (
            len(ends) == 2
            and ends[0].truth != ends[1].truth
            and unit.truth in {e.truth for e in ends}
        ):
            yield f"  by {reason.why} {reason.confidence:.2f} {reason.detail or ''}"
            yield from (_shown(ledger, end) for end in ends)
            return


def _shown(ledger: Ledger, unit: Unit) -> str:
    facts = ledger.facts([unit.document])[unit.document]
    words = unit.span.cut(ledger.text(unit.document)).replace("\n", "／")
    return f"    {facts.published.edtf} {unit.item} {Path(facts.name).name}: {words[:_SHOWN]}"


def scores_of(judged: dict[str, Judged]) -> dict[str, dict[str, float]]:
    """Return precision and recall of the joins alone, by what is joined."""
    found: dict[str, dict[str, float]] = {}
    for kind, each in judged.items():
        score = joined_alone(each)
        found[KINDS[kind]] = {"precision": score.precision, "recall": score.recall}
    return found


def _write(scores: dict[str, dict[str, float]], cost: dict[str, float]) -> list[str]:
    """Write the figures to out/joins.json; return a line for each floor that does not hold."""
    target = ROOT / "out" / "joins.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"scores": scores, "cost_s": cost}, indent=2) + "\n")
    return [
        f"FLOOR BROKEN: {what} {measure}: {scores[what][measure]:.4f}, floor {floor}"
        for what, held in json.loads(FLOORS.read_text(encoding="utf-8")).items()
        for measure, floor in held.items()
        if scores[what][measure] < floor
    ]


if __name__ == "__main__":
    main()
