"""Names that do not close the phrase they speak in: 山田太郎研究幹事は, A省資料は, A府（B国大統領府）は."""

from __future__ import annotations

import re

from soten.extract.unnamed import SPEAKING
from soten.japanese.analysis import Analysis
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType, Speaker

_OFFICE = re.compile(
    r"[一-龥]{1,9}(?:長|員|官|事|授|士|使|相|師|監|督|将|佐|尉|代表|大臣|総裁|司令|記者|担当)ら?"
)
"""Offices by their last part: 研究幹事, 首席研究員."""
_OF_OUTLETS = frozenset("放送 ニュース テレビ ラジオ 紙 誌 記事 報道 サイト".split())
_PAPERS = frozenset("資料 発表資料 白書 公式サイト 公式ホームページ ホームページ サイト".split())


def before_noun(phrase: Phrase, analysis: Analysis) -> Name | None:
    """The person before an office that no pack lists, 「山田太郎研究幹事は」, or 「A紙ニュースは」.

    Not 「山田案は」. A body's papers are its words too: 「A省資料によると」.
    """
    for name in analysis.names.within(phrase.start, phrase.head_end):
        noun, type_ = analysis.text[name.stop : phrase.head_end], analysis.member(name).type
        if type_ is ActorType.PERSON and _OFFICE.fullmatch(noun):
            return name
        if type_ is ActorType.OUTLET and noun in _OF_OUTLETS:
            return name
        if type_ in (ActorType.ORGANIZATION, ActorType.FORCE) and noun in _PAPERS:
            return name
    return None


def before_aside(phrase: Phrase, analysis: Analysis) -> tuple[Speaker, ...]:
    """「クレムリン（ロシア大統領府）は」: the name stands before the brackets."""
    start = analysis.aside_starts_by_end.get(phrase.head_end, -1)
    if start <= phrase.start or analysis.text[phrase.head_end - 1] not in ")）":
        return ()
    name = analysis.name_by_stop.get(start)
    if name is None or analysis.member(name).type not in SPEAKING:
        return ()
    return (Speaker(entity=name.member),)
