"""The crowd: invented reports whose truth is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.crowd import Crowd, Report, crowd_of, write_crowd
from bench.crowd.cast import load_cast, write_pack
from bench.crowd.passages import Words, chosen
from bench.crowd.stories import STYLES, templates
from bench.crowd.voices import polite
from soten.lexicon import load_lexicon


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Return a small crowd."""
    return list(crowd_of(300))


def test_the_same_options_give_the_same_reports(reports: list[Report]) -> None:
    """A crowd follows from its options alone; another seed gives another crowd."""
    assert list(crowd_of(300)) == reports
    assert next(crowd_of(300, seed=2)) != reports[0]


@pytest.mark.parametrize("style", STYLES)
def test_every_kind_of_news_can_be_written(style: str) -> None:
    """A crowd large enough that everything happens is written to its end in every style."""
    assert sum(1 for _ in crowd_of(4000, style=style)) == 4000


def test_reports_come_in_the_order_of_their_days(reports: list[Report]) -> None:
    """As many reports as are asked for arrive, by day."""
    days = [report.published for report in reports]

    assert len(reports) == 300
    assert days == sorted(days)


def test_no_two_reports_are_of_one_content(reports: list[Report]) -> None:
    """Every report is a document of its own."""
    assert len({report.text for report in reports}) == len(reports)


def test_every_place_of_a_template_is_filled(reports: list[Report]) -> None:
    """No brace, bracket or tag of a template is left in a text."""
    assert [r.name for r in reports if any(sign in r.text for sign in "{}[]<>|")] == []


def test_marks_stand_on_names(reports: list[Report]) -> None:
    """What is marked as an actor is one of the actor's names."""
    cast = load_cast()
    for report in reports:
        for mark in report.marks:
            if mark.kind == "actor" and mark.id in cast.persons:
                person = cast.persons[mark.id]
                written = report.text[mark.start : mark.end]
                assert written.endswith((person.last, *person.spelled))


def test_copies_of_a_story_tell_of_the_same_talk(reports: list[Report]) -> None:
    """A family has one lead, and so one talk that its first paragraph tells of."""
    told: dict[str, set[str]] = {}
    for report in reports:
        for story in report.stories:
            inside = [m for m in report.marks if story.start <= m.start < story.end]
            talks = [m.id for m in inside if m.kind == "talk"]
            told.setdefault(story.id, set()).update(talks[:1])

    assert {id: talks for id, talks in told.items() if len(talks) > 1} == {}


def test_quieter_worlds_are_shorter() -> None:
    """Fewer documents cover fewer days, so that a day is never empty of news."""
    assert Crowd(100).span < Crowd(10_000).span < Crowd(50_000).span == 3 * 365


def test_crowd_is_written_with_its_pack_and_truth(tmp_path: Path) -> None:
    """A folder holds each document with its sidecar, a line of truth each, and a pack that loads."""
    truth = write_crowd(Crowd(20), tmp_path)

    assert len(truth.read_text(encoding="utf-8").splitlines()) == 20
    assert len(list((tmp_path / "documents").iterdir())) == 40
    assert "doran-belka" in load_lexicon([str(tmp_path / "crowd")]).actors


def test_people_that_the_pack_does_not_know_are_named(
    reports: list[Report], tmp_path: Path
) -> None:
    """Some people must be discovered: the pack does not list them, the reports name them."""
    cast = load_cast()
    listed = load_lexicon([str(write_pack(cast, tmp_path))]).actors
    named = {m.id for r in reports for m in r.marks if m.kind == "actor"}

    assert {id for id in named if id in cast.persons and id not in listed}


def sentences(told: object) -> Iterator[str]:
    """Yield the templates of sentences in what a file of templates holds, headlines left out."""
    if isinstance(told, str):
        yield from [told] if told.endswith("。") else []
    elif isinstance(told, list):
        for each in told:
            yield from sentences(each)
    elif isinstance(told, dict):
        for name, each in told.items():
            yield from sentences(each) if name not in ("headline", "bulletin_mod") else ()


@pytest.mark.parametrize("style", ["usual", "held-out"])
def test_every_sentence_can_end_politely(style: str) -> None:
    """A broadcaster ends every sentence in です or ます."""
    blunt: set[str] = set()
    for template in (t for told in templates(style).values() for t in sentences(told)):
        for seed in "12345":
            spoken = re.sub("「[^」]*」", "", polite(chosen(template, Words(seed))))
            ends = re.findall(r"([^。]*?)(?:</[a-z:]+>)?。", spoken)
            soft = "です ます ました ません でした politely} 人 発 門 撃墜".split()
            blunt |= {end for end in ends if end and not end.endswith(tuple(soft))}

    assert blunt == set()


def test_held_out_words_are_other_words() -> None:
    """No sentence of the held-out style stands among the usual ones."""
    usual, held_out = (
        {t for told in templates(s).values() for t in sentences(told)} for s in STYLES
    )

    assert usual & held_out == set()
