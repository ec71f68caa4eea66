from __future__ import annotations

from pathlib import Path

import pytest

from soten.query import Filter, RecordDetail, disputes, joined_claims, show
from soten.query.disputes import Looked
from soten.query.steps import Step
from soten.records import Assertion, Claim, UsageError
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger, Selection, leading, open_ledger
from tests.query.frontline import ALL, put_reports
from tests.store.factory import RUN, claim, cut, document, figure, reading


def test_a_dispute_shows_both_sides_with_their_words(filled: Ledger) -> None:
    """Who asserts and who denies stand side by side, each with words and document."""
    (dispute,) = disputes(filled).rows

    (asserted,), (denied,) = dispute.asserted, dispute.denied
    assert (asserted.by.text(), asserted.evidence.exact) == ("甲国軍", "北村を制圧した")
    assert (denied.by.text(), denied.evidence.exact) == ("乙国国防省", "これを否定した")
    assert denied.document.name == "a.txt"


def test_a_claim_nobody_denies_is_no_dispute(ledger: Ledger) -> None:
    """Claims without a denial are not disputed."""
    d = document()
    ledger.put_reading(RUN, reading(d, [claim(d, "北村を制圧した", "ko-army")]))
    join_pending(ledger, JOINERS)

    assert disputes(ledger).rows == ()


def test_a_denial_in_another_document_names_that_document(filled: Ledger) -> None:
    """A claim denied elsewhere shows the other document as the source of the denial."""
    (first,) = filled.documents()
    second = document("乙国の国防省は否定した。南村も制圧していないという。", "b.txt")
    own = cut(second, "南村も制圧")
    denial = Assertion("otsu-mod", cut(first, "これを否定した"))
    across = Claim("cl-x", own, "南村", (Assertion("ko-army", own),), (denial,))
    filled.put_reading(RUN, reading(second, [across]))
    join_pending(filled, JOINERS)

    (dispute,) = disputes(filled, Filter(document="b.txt")).rows

    assert dispute.asserted[0].document.name == "b.txt"
    assert dispute.denied[0].document.name == "a.txt"


def test_a_dispute_over_a_number_carries_the_figures(ledger: Ledger) -> None:
    """The figures a claim is about come with it."""
    d = document()
    number = figure(d, "12人", 12, "ko")
    disputed = claim(d, "死者が12人に上る", "ko", ("otsu", "30人だとしている"), (number.id,))
    ledger.put_reading(RUN, reading(d, [number, disputed]))
    join_pending(ledger, JOINERS)

    (dispute,) = disputes(ledger).rows

    assert [row.record for row in dispute.figures] == [number]
    assert dispute.claim.record == disputed


def told(course: tuple[Step, ...]) -> list[tuple[str | None, str, str]]:
    """Return the steps of a course: day, what is done, by whom."""
    return [(step.when.edtf, step.move.value, step.by.id) for step in course]


def test_a_dispute_has_a_course_over_several_documents(ledger: Ledger, pack: Path) -> None:
    """Claimed on a day, denied the same day, not confirmed by a third, retaken weeks later."""
    put_reports(ledger, pack)
    (dispute,) = disputes(ledger, place="ファルケン").rows

    assert told(dispute.course) == [
        ("2031-11-20", "asserted", "norda-mod"),
        ("2031-11-20", "denied", "tesmia-forces"),
        ("2031-11-22", "unconfirmed", "author"),
        ("2031-12-17", "opposed", "tesmia-forces"),
    ]
    assert len(dispute.claims) == 2
    assert [reason.why for reason in dispute.why] == ["same-words"]
    assert dispute.support is not None
    assert (len(dispute.support.families), dispute.support.primary) == (2, ("norda-mod",))


def test_every_step_carries_the_words_of_each_report(ledger: Ledger, pack: Path) -> None:
    """What one voice says on one day in two reports is one step with the words of both."""
    put_reports(ledger, pack)
    (dispute,) = disputes(ledger, place="farken").rows

    words = [cite.evidence.exact for cite in dispute.course[0].cites]
    assert words == [
        "テスミア東部の要衝ファルケンを制圧した",
        "ノルダ軍はファルケン市を「解放」した",
    ]
    assert dispute.course[0].families == 2


def test_numbers_that_differ_stand_beside_each_other(ledger: Ledger, pack: Path) -> None:
    """75% and 70% of one town are two claims; each shows the other as another extent."""
    put_reports(ledger, pack)
    (dispute,) = disputes(ledger, place="rodona").rows

    assert told(dispute.course) == [
        ("2031-11-23", "asserted", "belka"),
        ("2031-11-23", "denied", "tosef"),
        ("2031-11-24", "otherwise", "norda-mod"),
    ]
    assert dispute.course[2].control[0].part == "70%"


def test_order_of_arrival_does_not_change_a_course(pack: Path, tmp_path: Path) -> None:
    """The same reports in another order make the same disputes."""
    seen = []
    for at, reports in enumerate((ALL, tuple(reversed(ALL)))):
        with open_ledger(tmp_path / f"{at}.db") as ledger:
            put_reports(ledger, pack, reports)
            found = joined_claims(ledger).rows
            seen.append([(dispute.id, told(dispute.course)) for dispute in found])

    assert seen[0] == seen[1]


def test_claims_come_in_pages(ledger: Ledger, pack: Path) -> None:
    """A cursor goes on behind the last claim of a page; none comes twice."""
    put_reports(ledger, pack)
    every = joined_claims(ledger).rows
    first = joined_claims(ledger, limit=2)
    rest = joined_claims(ledger, after=first.next)

    assert [d.id for d in (*first.rows, *rest.rows)] == [d.id for d in every]


def test_a_claim_is_shown_with_its_course(ledger: Ledger, pack: Path) -> None:
    """Whichever of the joined claims is asked for, the whole course comes with it."""
    put_reports(ledger, pack)
    (dispute,) = disputes(ledger, place="farken").rows

    for row in dispute.claims:
        detail = show(ledger, row.id)
        assert isinstance(detail, RecordDetail)
        assert detail.joined == dispute


def test_an_unknown_place_is_refused(filled: Ledger) -> None:
    """A name that the ledger does not know is told as such."""
    with pytest.raises(UsageError, match="アトランティス"):
        disputes(filled, place="アトランティス")


def test_pages_are_the_same_however_far_one_looks_among_the_latest(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is let through is found among the latest claims, and behind them."""
    put_reports(ledger, pack)
    whole = [one.id for one in disputes(ledger).rows]
    for at_once, steps in ((1, 1), (1, 3), (100, 5)):
        monkeypatch.setattr("soten.store.joined._AT_ONCE", at_once)
        monkeypatch.setattr("soten.store.joined._STEPS", steps)
        found: list[str] = []
        after = None
        while True:
            page = disputes(ledger, limit=1, after=after)
            found += [one.id for one in page.rows]
            after = page.next
            if after is None:
                break
        assert found == whole


def test_claims_about_places_and_others_are_all(ledger: Ledger, pack: Path) -> None:
    """Each is the one or the other."""
    put_reports(ledger, pack)
    every = {one.id for one in joined_claims(ledger).rows}
    placed = {one.id for one in joined_claims(ledger, is_of_place=True).rows}
    other = {one.id for one in joined_claims(ledger, is_of_place=False).rows}

    assert placed | other == every
    assert not placed & other
    assert all(one.claim.record.control for one in joined_claims(ledger, is_of_place=True).rows)


def test_of_a_claim_told_often_the_first_and_the_latest_reports_are_read(
    ledger: Ledger, pack: Path
) -> None:
    """How many are left out is told; at a glance no other claims stand beside it."""
    put_reports(ledger, pack)
    (dispute,) = disputes(ledger, place="farken", looked=Looked(reports=1, beside=0)).rows

    assert (len(dispute.claims), dispute.left_out) == (1, 1)
    assert "opposed" not in {step.move.value for step in dispute.course}


def test_groups_in_no_order_are_those_in_order(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many records meet what is asked, the same groups are let through."""
    claims = [
        Selection(kinds=("claim",)),
        Selection(kinds=("claim",), is_denied=True),
        Selection(kinds=("claim",), party="otsu", is_denied=True),
        Selection(kinds=("claim",), party="ko", since="2025-12-05"),
    ]
    expected = [{group.id for group, _ in filled.groups("claim", asked)} for asked in claims]

    for few in (3_000, -1):
        monkeypatch.setattr(leading, "FEW", few)
        assert [set(filled.some_groups("claim", asked, 100)) for asked in claims] == expected
    assert len(filled.some_groups("claim", Selection(kinds=("claim",)), 1)) == 1
