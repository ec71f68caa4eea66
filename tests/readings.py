"""Reading short texts with a knowledge pack of two invented states."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from soten.extract.findings import ClaimFinding, Findings, StatementFinding
from soten.extract.issues import IssueLayer
from soten.extract.reading import extract
from soten.extract.rules import Rules
from soten.extract.weighing import IssueReader, bundled_model
from soten.japanese.analysis import Analysis, Layer
from soten.japanese.index import NameIndex
from soten.japanese.numbers import find_numbers
from soten.japanese.times import anchor_times
from soten.lexicon import Lexicon, load_lexicon
from soten.records import Act, Span

PUBLISHED = "2031-05-06"
"""The day on which the texts of the tests appear, a Tuesday."""

_PACK = """\
id: invented
title: 架空の紛争
version: "1"
description: Two states, with people and places, that exist nowhere.
"""
_ACTORS = """\
- {id: norda, type: state, ja: ノルダ, en: Norda, forms: [ノルダ共和国]}
- {id: tesmia, type: state, ja: テスミア, en: Tesmia, forms: [テスミア王国]}
- {id: haldia, type: state, ja: ハルディア, en: Haldia}
- {id: garto-league, type: organization, ja: ガルト連盟, en: Garto League}
- {id: arde-news, type: outlet, ja: アルデ通信, en: Arde News}
- {id: belka, type: person, ja: ドラン・ベルカ, en: Doran Belka, side: norda,
   roles: [{title: 大統領, of: norda}]}
- {id: kandel, type: person, ja: ミロ・カンデル, en: Milo Kandel, side: norda,
   roles: [{title: 報道官, of: norda}]}
- {id: tosef, type: person, ja: イルマ・トセフ, en: Irma Tosef, side: tesmia,
   roles: [{title: 首相, of: tesmia}]}
- {id: orsok, type: person, ja: ネリ・オルソク, en: Neri Orsok, side: tesmia,
   roles: [{title: 外相, of: tesmia}]}
- {id: farken, type: place, ja: ファルケン, en: Farken, parent: tesmia, forms: [ファルケン市]}
- {id: rodona, type: place, ja: ロドナ, en: Rodona, parent: tesmia, forms: [ロドナ市]}
- {id: zirvan, type: place, ja: ジルヴァン, en: Zirvan, parent: haldia}
"""


NEWS = (
    "【2031年5月5日 アルデ通信】ノルダのベルカ大統領は4日、ジルヴァンでテスミアのトセフ首相と会談した。\n"
    "ベルカ大統領は「停戦に応じる用意がある」と述べた。\n"
    "テスミア国防省は、ノルダ軍がファルケンの80%を制圧したと発表した。"
    "カンデル報道官はこれを否定した。\n"
)
"""A dispatch with a talk, a promise, a claim and its denial."""


def write_pack(folder: Path) -> Path:
    """Write the pack of the invented states into `folder` and return where it is."""
    pack = folder / "invented"
    (pack / "actors").mkdir(parents=True)
    (pack / "pack.yaml").write_text(_PACK, encoding="utf-8")
    (pack / "actors" / "all.yaml").write_text(_ACTORS, encoding="utf-8")
    return pack


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with what was found in it, in words that tests compare."""

    analysis: Analysis
    rules: Rules
    findings: Findings

    @property
    def text(self) -> str:
        """The text itself."""
        return self.analysis.text

    @property
    def issues(self) -> IssueReader:
        """What names the points at issue of stretches of the text."""
        layer = IssueLayer(self.rules.issue_hits(self.text))
        return IssueReader(self.analysis, layer, bundled_model())

    def cut(self, span: Span) -> str:
        """Return the words of a span."""
        return span.cut(self.text)

    @property
    def statements(self) -> list[tuple[str | None, str]]:
        """Who says what."""
        return [(speaker_of(s), self.cut(s.content)) for s in self.findings.statements]

    @property
    def acts(self) -> list[Act]:
        """What the statements do."""
        return [s.act for s in self.findings.statements]

    def sides(self, claim: ClaimFinding) -> tuple[list[str], list[str]]:
        """Return who asserts and who denies a claim."""
        return [s.by for s in claim.asserted], [s.by for s in claim.denied]


def speaker_of(statement: StatementFinding) -> str | None:
    """Return the speaker of a statement as one string."""
    return statement.speaker.key if statement.speaker is not None else None


class TextReader:
    """Reads texts with one lexicon, each as published on a day."""

    def __init__(self, pack: Path) -> None:
        self.lexicon: Lexicon = load_lexicon([str(pack)])
        self.index = NameIndex(self.lexicon)
        self.rules = Rules(self.lexicon)

    def __call__(self, text: str, published: str | None = PUBLISHED) -> ReadText:
        """Return all that is found in `text`."""
        analysis = Analysis(text, self.index)
        expressions = analysis.expressions.items
        analysis.published = published
        analysis.times = Layer(anchor_times(expressions, text, published))
        analysis.numbers = Layer(find_numbers(text, expressions, self.lexicon.units))
        return ReadText(analysis, self.rules, extract(analysis, self.rules))
