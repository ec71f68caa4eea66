"""The writer's own theses: opinion and inference outside any report, in texts that argue.

Each story of a page is looked at for itself: in news copy the odd 〜とみられる is no statement of the
writer, an analysis has a few theses, and an essay has one in most of its sentences. Where a writer
says that his own view comes next, he argues from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.acts import act_of_content
from soten.extract.arguing import (
    Degree,
    Mark,
    Utterance,
    act_of,
    degree_of,
    is_thesis,
    label_of,
    marks_of,
)
from soten.extract.findings import StatementFinding
from soten.extract.rules import Rules
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Act, Quote, Span, Speaker

_SHORTEST = 9
_PLAIN = frozenset({Act.ASSERT, Act.EXPLAIN})
_CUED = frozenset({Act.DEMAND, Act.REJECT, Act.DENY, Act.WARN, Act.DOUBT, Act.CRITICIZE})
"""What the words of a thesis may make of it; a writer himself offers and accepts nothing."""
_LEADS_IN = re.compile(
    "(?:(?:から|より)の?(?:引用|抜粋|転載|抄訳|翻訳|訳)?[：:]|(?:引用|抜粋|転載|抄訳|翻訳)(?:する|します|した|開始)?[。：:）)]?"
    "|(?:要旨|要約|概要|全文|内容|引用|抜粋)は(?:こう|次|以下)[^。]{0,6}|(?:次の|以下の?)(?:よう|とおり|通り)(?:に[^。]{2,10}|だ|である|です)?"
    "|こう(?:伝え|報じ|書い|論じ|述べ|記し|指摘し)[^。]{1,4})[。：:]?\\Z"
)
"""How a line ends that says that somebody else's words follow in the next paragraph."""
_COPULA = re.compile("(?:である|です|だ|だった|であった)。?")


def find_author_statements(
    analysis: Analysis, rules: Rules, issues: IssueReader, reported: list[StatementFinding]
) -> list[StatementFinding]:
    """Return the theses of arguing writers; nothing where no story argues."""
    taken = {statement.sentence for statement in reported}
    found: list[StatementFinding] = []
    for span in analysis.stories or (Span(0, max(len(analysis.text), 1)),):
        views = [v for v in analysis.sentences if span.start <= v.start < span.end]
        views = list(_outside_excerpts(analysis, views))
        free = [v for v in views if v.index not in taken and _is_prose(analysis, v)]
        last = max((v.paragraph for v in views if _is_prose(analysis, v)), default=-1)
        read = [(view, _utterance(analysis, view, last)) for view in free]
        labelled = label_of(analysis.text[span.start : span.end])
        for view, act in _theses(read, labelled):
            found.append(_statement(analysis, rules, issues, view, act))
    return found


def _theses(
    read: list[tuple[SentenceView, Utterance]], labelled: Degree
) -> Iterator[tuple[SentenceView, Act]]:
    degree = degree_of([utterance for _, utterance in read], labelled)
    for view, utterance in read:
        if Mark.OPENS in utterance.marks:
            degree = Degree.ARGUES
        elif is_thesis(utterance, degree):
            yield view, _act(utterance, degree)


def _outside_excerpts(analysis: Analysis, views: list[SentenceView]) -> Iterator[SentenceView]:
    """Leave out the paragraph after a line that says whose words follow, and lines quoted by ＞."""
    excerpt, before = -1, None
    for view in views:
        if before is not None and before.paragraph != view.paragraph:
            led_in = _LEADS_IN.search(analysis.text, max(before.start, before.end - 40), before.end)
            excerpt = view.paragraph if led_in else -1
        if view.paragraph != excerpt and analysis.text[view.start] not in ">＞":
            yield view
        before = view


def _is_prose(analysis: Analysis, view: SentenceView) -> bool:
    return view.end - view.start >= _SHORTEST and analysis.text[view.end - 1] in "。！？!?"


def _utterance(analysis: Analysis, view: SentenceView, last: int) -> Utterance:
    marks = marks_of(analysis.text[view.start : view.end])
    if _names_somebody(analysis, view):
        marks -= {Mark.NAMES}
    dated = bool(analysis.times.within(view.start, view.end))
    return Utterance(marks, view.paragraph == last, dated)


def _names_somebody(analysis: Analysis, view: SentenceView) -> bool:
    """Say whether a sentence only says who somebody is, as in 相手は外相のハナコである."""
    names = analysis.names.within(view.start, view.end)
    return any(_COPULA.fullmatch(analysis.text, name.stop, view.end) for name in names)


def _statement(
    analysis: Analysis, rules: Rules, issues: IssueReader, view: SentenceView, act: Act
) -> StatementFinding:
    end = view.end - (analysis.text[view.end - 1] == "。")
    content = Span(view.start, end)
    told = act_of_content(act, content, rules, analysis.text)
    if act in _PLAIN and told in _CUED:
        act = told
    return StatementFinding(
        content,
        Speaker(author=True),
        act,
        Quote.DIRECT,
        "author-argues",
        view.index,
        content,
        issues.name(view.start, end),
        date=analysis.published,
    )


def _act(utterance: Utterance, degree: Degree) -> Act:
    known = act_of(utterance)
    if known is not None:
        return known
    explains = degree is Degree.WEIGHS and Mark.SURMISES not in utterance.marks
    return Act.EXPLAIN if explains else Act.ASSERT
