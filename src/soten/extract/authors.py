"""The writer's own theses: opinion and inference outside any report, in texts that argue.

A text argues where its unattributed sentences judge, surmise or draw conclusions again and again;
in news copy the odd 〜とみられる is no statement of the writer.
"""

from __future__ import annotations

import re

from soten.extract.findings import StatementFinding
from soten.extract.rules import Rules
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import CueKind
from soten.records import Act, Quote, Span, Speaker

_JUDGING = re.compile(
    r"(?:だろう|でしょう|はずだ|はずである|に違いない|かもしれない|かもしれません|べきだ|べきである|と思う|と思います|"
    r"とは思えない|なければならない|(?:こと|必要)(?:も|が)(?:必要|ある)(?:だ|である)?|が必要だ|が必要である|"
    r"確かである|明らかである|明らかだ|ありそうにない|おしまいだ|わけではありません|"
    r"可能性が(?:高い|高まっている)|可能性は[^。]{0,12}(?:高まっている|高い)|気はない|のである|のだ|のです|必要なのだ|"
    r"(?:ことに)なります|ことを意味(?:する|している)|に他ならない|程遠い)(?:ことを示している)?。?\Z"
)
"""Endings by which a writer judges or surmises."""
_CONCLUDING = re.compile(
    r"\A(?:これ|この[^、。]{1,12}|このこと|こう(?:した|して)[^、。]{1,12}|このような[^、。]{1,14}|それ)は、?.{6,}"
    r"(?:示して|意味して|示唆して|明らかにして|物語って|浮き彫りにして|なって|なった|意味する|示す|あり|ある|いる)"
)
"""Sentences that draw a conclusion from the one before."""
_FIRST_PERSON = re.compile(r"(?:私たち|我々|われわれ|私|筆者)(?:は|が|の|に|も)")
_LABELLED = re.compile(
    r"\A.{0,60}?(?:【(?:解説|社説|論説|コラム|オピニオン|視点|論考|考察|寄稿|評論|分析)】|による(?:分析|論考|考察|解説|コラム|論評)"
    r"|(?:社説|論説|コラム|オピニオン|論点)[：:])"
)
"""What the head of a text says that is an argument throughout."""
_WEIGHING = re.compile(
    r"(?:まい|だろうか|少ない|乏しい|難しい|厳しい|遠い|疑わしい|危うい|に等しい|にすぎない|に過ぎない|恐れがある"
    r"|おそれがある|可能性(?:が|も)(?:ある|高い)|リスク(?:が|を)[^。、]{1,8}|ことだ|ことである|からだ|ためだ|必要だ"
    r"|べきではない|ざるを得ない|かねない|しかない)。?\Z"
)
"""Endings by which the writer of such a text weighs things."""
_LEAST = 3
"""Judging sentences that make a text an argument."""
_SHARE = 0.08
"""Least share of all unattributed sentences that must judge."""


def find_author_statements(
    analysis: Analysis, rules: Rules, issues: IssueReader, reported: list[StatementFinding]
) -> list[StatementFinding]:
    """Return the theses of an arguing writer; nothing where the text does not argue."""
    taken = {statement.sentence for statement in reported}
    free = [
        view for view in analysis.sentences if view.index not in taken and _is_prose(analysis, view)
    ]
    if _LABELLED.match(analysis.text):
        weighed = [view for view in free if _weighs(analysis, view)]
        return [_statement(analysis, rules, issues, view) for view in weighed]
    theses = [view for view in free if _is_thesis(analysis, view)]
    judging = [view for view in theses if _judges(analysis, view)]
    if len(judging) < _LEAST or len(judging) < _SHARE * max(len(free), 1):
        return []
    return [_statement(analysis, rules, issues, view) for view in theses]


def _is_prose(analysis: Analysis, view: SentenceView) -> bool:
    return view.end - view.start >= 12 and analysis.text[view.end - 1] in "。！？!?"


def _judges(analysis: Analysis, view: SentenceView) -> bool:
    sentence = analysis.text[view.start : view.end]
    return bool(_JUDGING.search(sentence)) or bool(_FIRST_PERSON.match(sentence))


def _weighs(analysis: Analysis, view: SentenceView) -> bool:
    sentence = analysis.text[view.start : view.end]
    return bool(_WEIGHING.search(sentence)) or _is_thesis(analysis, view)


def _is_thesis(analysis: Analysis, view: SentenceView) -> bool:
    sentence = analysis.text[view.start : view.end]
    return _judges(analysis, view) or bool(_CONCLUDING.match(sentence))


def _statement(
    analysis: Analysis, rules: Rules, issues: IssueReader, view: SentenceView
) -> StatementFinding:
    end = view.end - (analysis.text[view.end - 1] == "。")
    content = Span(view.start, end)
    hit = rules.cues[CueKind.ACT].best(analysis.text, max(view.start, end - 40), end)
    own = Act.ASSERT if _judges(analysis, view) else Act.EXPLAIN
    act = hit.cue.value if hit is not None and isinstance(hit.cue.value, Act) else own
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
