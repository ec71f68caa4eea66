"""The lexicon compiled for extraction."""

from __future__ import annotations

from soten.extract.rules import Rules
from soten.lexicon.entries import (
    AttitudeEntry,
    CueKind,
    Frame,
    IssueEntry,
    Lexicon,
    VerbEntry,
)
from soten.records import Act
from tests.readings import TextReader


def lexicon(*, verbs: tuple[VerbEntry, ...] = (), issues: tuple[IssueEntry, ...] = ()) -> Lexicon:
    """Return a lexicon that knows nothing else."""
    known = {issue.id: issue for issue in issues}
    attitudes = (AttitudeEntry("懸念", Act.DOUBT),)
    return Lexicon((), {}, (), verbs, (), (), known, (), (), attitudes=attitudes)


def test_a_word_may_point_at_two_issues() -> None:
    """A cue word that two points at issue share is one hit that weighs for both."""
    rules = Rules(
        lexicon(
            issues=(
                IssueEntry("nuclear", "核", "nuclear", {"核施設": 2}),
                IssueEntry("energy", "電力", "energy", {"核施設": 1, "電力": 3}),
            )
        )
    )

    hits = rules.issue_hits("核施設の電力")

    assert [(hit.start, hit.end) for hit in hits] == [(0, 3), (4, 6)]
    assert dict(hits[0].weights) == {"nuclear": 2, "energy": 1}
    assert rules.issue_ids == {"nuclear", "energy"}


def test_the_longest_issue_word_is_found() -> None:
    """停戦違反 is read as one word, 停戦 inside it is not counted again."""
    entry = IssueEntry("ceasefire", "停戦", "ceasefire", {"停戦": 1, "停戦違反": 3})

    (hit,) = Rules(lexicon(issues=(entry,))).issue_hits("停戦違反があった")

    assert dict(hit.weights) == {"ceasefire": 3}


def test_short_verbs_in_suru_are_known_by_their_other_form() -> None:
    """A verb like 評する is found under 評す too, which is what stands before れる."""
    rules = Rules(
        lexicon(
            verbs=(
                VerbEntry("評する", {Frame.TO: Act.ASSERT}),
                VerbEntry("発表する", {Frame.TO: Act.ANNOUNCE}),
            )
        )
    )

    assert rules.verbs["評す"] is rules.verbs["評する"]
    assert "発表す" not in rules.verbs


def test_attitudes_are_known_by_their_noun() -> None:
    """A noun of attitude gives its act."""
    assert Rules(lexicon()).attitudes == {"懸念": Act.DOUBT}


def test_every_kind_of_cue_is_in_core(read: TextReader) -> None:
    """The core pack has cues of every kind, and each of its patterns compiles."""
    assert [kind for kind in CueKind if not read.rules.cues[kind].cues] == []


def test_two_words_near_each_other_are_a_cue() -> None:
    """Words joined by … count together in one clause, in this order, and not alone."""
    issue = IssueEntry("truce", "休戦", "truce", {"攻撃…停止": 3, "停止": 1})
    rules = Rules(lexicon(issues=(issue,)))

    def found(text: str) -> list[tuple[str, int]]:
        return [(text[h.start : h.end], h.weights[0][1]) for h in rules.issue_hits(text)]

    assert found("攻撃を直ちに停止する") == [("攻撃を直ちに停止", 3), ("停止", 1)]
    assert found("停止した攻撃") == [("停止", 1)]
    assert found("攻撃があり、鉄道は停止した") == [("停止", 1)]
    assert found("攻撃は港の倉庫と駅と橋と市場と役所に及び停止") == [("停止", 1)]
