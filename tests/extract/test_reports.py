"""Reporting predicates with the content they take."""

from __future__ import annotations

import pytest

from soten.extract.reporting import Report
from soten.extract.reports import find_reports
from soten.lexicon.entries import Frame
from soten.records import Act
from tests.readings import TextReader


def reports_in(read: TextReader, text: str) -> list[Report]:
    """Return the reports of the first sentence."""
    found = read(text)
    return find_reports(found.analysis.sentences[0], found.analysis, found.rules)


@pytest.mark.parametrize(
    ("text", "frame", "act", "lemma"),
    [
        pytest.param("首相は橋は残ると述べた。", Frame.TO, Act.ASSERT, "述べる", id="と述べた"),
        pytest.param("首相は橋は残ると報じた。", Frame.TO, Act.ANNOUNCE, "報じる", id="報じる"),
        pytest.param("首相は橋を直すよう命じた。", Frame.YOU, Act.DEMAND, "命じる", id="命じる"),
        pytest.param("首相は停戦に応じた。", Frame.NI, Act.ACCEPT, "応じる", id="応じる"),
        pytest.param(
            "首相は無理だと結論付けた。", Frame.TO, Act.ASSERT, "結論付ける", id="結論付ける"
        ),
        pytest.param(
            "首相は橋は残ると知らせた。", Frame.TO, Act.ANNOUNCE, "知らせる", id="知らせる"
        ),
        pytest.param("首相は退去を拒んだ。", Frame.WO, Act.REJECT, "拒む", id="を拒んだ"),
        pytest.param("首相は退去に反対した。", Frame.NI, Act.REJECT, "反対する", id="に反対した"),
        pytest.param(
            "首相は退去するよう求めた。", Frame.YOU, Act.DEMAND, "求める", id="よう求めた"
        ),
        pytest.param("首相は遅れに懸念を示した。", Frame.WO, Act.DOUBT, "懸念", id="懸念を示した"),
        pytest.param(
            "首相は遅いとの懸念を示した。", Frame.TO, Act.DOUBT, "懸念", id="との懸念を示した"
        ),
        pytest.param(
            "首相は遅いという見方を示した。", Frame.TO, Act.EXPLAIN, "見方", id="という見方"
        ),
        pytest.param(
            "首相はコメントを控えた。", Frame.NONE, Act.DECLINE, "コメントを控える", id="控えた"
        ),
    ],
)
def test_the_frame_decides_the_act(
    read: TextReader, text: str, frame: Frame, act: Act, lemma: str
) -> None:
    """A reporting verb is found in every form it is written in, with the act of its frame."""
    (report,) = reports_in(read, text)

    assert (report.frame, report.act, report.lemma) == (frame, act, lemma)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("橋は川の上にある。", id="no-verb-of-saying"),
        pytest.param("政府は医療を中心とした支援を続ける。", id="を中心とした-of-a-noun"),
        pytest.param("政府は橋を直そうとした。", id="attempt"),
        pytest.param("委員会は合意に達しようとしている。", id="attempt-going-on"),
        pytest.param("ファルケンという町に橋がある。", id="という-names"),
        pytest.param("首相は公然と語った。", id="adverb-in-と"),
        pytest.param("首相はゆっくりと話した。", id="adverb-with-と"),
        pytest.param("首相は記者団と話した。", id="companion"),
        pytest.param("首相はベルカ大統領と話した。", id="companion-named"),
        pytest.param("特使は声明を発表した。", id="bare-word-for-saying"),
        pytest.param("特使に詳細を説明した。", id="bare-detail"),
        pytest.param("特使は会談を重要な機会として迎えた。", id="として"),
        pytest.param("特使が停戦を受け入れれば、道は開く。", id="condition"),
        pytest.param("特使が停戦に応じるかどうかは分からない。", id="whether"),
        pytest.param("特使は停戦に応じるのかと首をかしげた。", id="question"),
    ],
)
def test_what_reports_nothing(read: TextReader, text: str) -> None:
    """Verbs in other uses, attempts, conditions, questions and empty objects report nothing."""
    reports = [
        r for r in reports_in(read, text) if not (r.is_empty or (r.weak and r.quoted is None))
    ]

    assert [r.lemma for r in reports] == []


def test_two_reports_share_a_sentence(read: TextReader) -> None:
    """Each predicate of a sentence takes the content after the predicate before it."""
    first, second = reports_in(read, "首相は「橋は残る」と述べ、敵の発表を否定した。")

    assert (first.act, second.act) == (Act.ASSERT, Act.DENY)
    assert second.since == first.verb + 1


def test_a_report_inside_another_is_embedded(read: TextReader) -> None:
    """A predicate followed by と stands inside the content of the next."""
    inner, outer = reports_in(read, "首相は、外相が辞任を拒否したと明らかにした。")

    assert (inner.embedded, outer.embedded) == (True, False)


@pytest.mark.parametrize(
    ("text", "negated", "passive"),
    [
        pytest.param("首相は陥落を認めた。", False, False, id="plain"),
        pytest.param("首相は陥落を認めなかった。", True, False, id="negated"),
        pytest.param("案は無謀だと批判された。", False, True, id="passive"),
    ],
)
def test_negation_and_passive_are_noted(
    read: TextReader, text: str, negated: bool, passive: bool
) -> None:
    """A report says whether its predicate is negated and whether it is passive."""
    (report,) = reports_in(read, text)

    assert (report.negated, report.passive) == (negated, passive)


def test_content_after_its_verb_is_found(read: TextReader) -> None:
    """「…は認めた、…であると。」 has its content behind the verb."""
    text = "外相は認めた、国境は最も難しい課題であると。"
    (report,) = reports_in(read, text)

    assert report.postposed == text.index("国境")
    assert report.act is Act.CONFIRM


def test_a_quotation_is_all_of_the_content_only_at_its_end(read: TextReader) -> None:
    """`quoted` is set where the quotation closes the content, not where words follow it."""
    text = "首相は「橋は残る」と述べた。"
    (whole,) = reports_in(read, text)
    (part,) = reports_in(read, "首相は「橋」は残ると述べた。")

    assert whole.quoted is not None
    assert whole.quoted.cut(text) == "橋は残る"
    assert part.quoted is None
