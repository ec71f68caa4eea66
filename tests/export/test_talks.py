"""Joined talks for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.export.answers import talk_answer
from soten.export.archive import jsonl_lines
from soten.export.columns import Names
from soten.export.talks import KIND, STEPS, history_lines, joined_talk_object, talk_table
from soten.query import Filter, StepKind, TalkHistory, history_of, joined_talks
from soten.settings import Language
from soten.store import Ledger, open_ledger
from tests.talkledger import ANNOUNCED, BEFORE, CALL, COURSE, fill

JA, EN = Names(Language.JA, {}), Names(Language.EN, {})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, pack: Path) -> Iterator[Ledger]:
    """Return a ledger on the course of one talk, with one before it and a call after it."""
    with open_ledger(str(tmp_path_factory.mktemp("talks") / "l.db")) as opened:
        fill(opened, pack, (BEFORE, *COURSE, CALL))
        yield opened


def history(ledger: Ledger) -> TalkHistory:
    """Return the history of the talk with the longest one."""
    talk = max(joined_talks(ledger).rows, key=lambda talk: len(talk.steps))
    found = history_of(ledger, talk.id)
    assert found is not None
    return found


@pytest.mark.parametrize("names", [JA, EN])
def test_every_step_has_a_word(names: Names) -> None:
    """Every kind of step has its word in both languages."""
    assert all(STEPS[kind][names.language is Language.EN] for kind in StepKind)


@pytest.mark.parametrize("names", [JA, EN])
def test_a_row_is_a_talk(ledger: Ledger, names: Names) -> None:
    """The table has one row a talk, with how many independent reports tell of it."""
    talks = joined_talks(ledger).rows
    table = "\n".join(talk_table(talks, names, 400))

    assert len(table.splitlines()) == 2 + len(talks)
    assert all(talk.id in table and talk.latest.evidence.exact in table for talk in talks)
    assert list(talk_table([], names, 80)) == []


@pytest.mark.parametrize("names", [JA, EN])
def test_a_history_shows_every_step_with_its_words(ledger: Ledger, names: Names) -> None:
    """Each step stands with the exact words, who denies is named, and so are the rounds."""
    found = history(ledger)
    lines = "\n".join(history_lines(found, names))

    assert all(step.evidence.exact in lines and step.row.id in lines for step in found.talk.steps)
    assert "2031-05-08 → 2031-05-10" in lines
    assert ("カンデル" if names is JA else "Kandel") in lines
    assert found.rounds.previous is not None
    assert found.rounds.previous.id in lines


def test_a_plan_gone_by_is_said_to_be_open(tmp_path: Path, pack: Path) -> None:
    """Of a plan whose day is gone by it is said that nothing further is known."""
    with open_ledger(str(tmp_path / "l.db")) as opened:
        fill(opened, pack, (ANNOUNCED, CALL))
        plan = joined_talks(opened).rows[1]
        found = history_of(opened, plan.id)
        assert found is not None

        assert "その後の報道なし" in "\n".join(history_lines(found, JA))
        assert "nothing further known" in "\n".join(history_lines(found, EN))


def test_objects_are_json(ledger: Ledger) -> None:
    """What pipes get says the same: members, statuses, history with evidence, links."""
    found = history(ledger)
    told = json.loads(json.dumps(joined_talk_object(found.talk, found.rounds)))

    assert told["kind"] == KIND
    assert told["status"] == "held"
    assert [step["kind"] for step in told["history"]] == [s.kind.value for s in found.talk.steps]
    assert told["history"][1]["by"] == "kandel"
    assert all(step["evidence"]["exact"] for step in told["history"])
    assert {link["why"] for link in told["links"]} >= {"talk-denied", "talk-moved"}
    assert told["previous"] is not None
    assert len(talk_answer(found.talk)["reports"]) == len(told["members"])  # type: ignore[arg-type]


def test_the_export_ends_with_joined_talks(ledger: Ledger) -> None:
    """Joined talks stand behind the records they hold, unless other kinds are asked for."""
    lines = [json.loads(line) for line in jsonl_lines(ledger)]
    joined = [line for line in lines if line["kind"] == KIND]
    seen = {line["id"] for line in lines if line["kind"] == "talk"}

    assert {id for line in joined for id in line["members"]} == seen
    assert lines.index(joined[0]) > max(n for n, li in enumerate(lines) if li["kind"] == "talk")
    only = [json.loads(line) for line in jsonl_lines(ledger, Filter(kinds=("statement",)))]
    assert not any(line["kind"] == KIND for line in only)
