"""The brief as Markdown, and as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from soten.export import neutral
from soten.export.briefview import brief_view
from soten.export.briefwords import Words
from soten.export.columns import Names
from soten.export.views import (
    BriefView,
    Chunk,
    DisputeView,
    FiguresView,
    Line,
    Lines,
    Mark,
    SourceView,
)
from soten.query.brief import Brief

Harmless = Callable[[str], str]


def brief_markdown(brief: Brief, names: Names) -> str:
    """Return the brief as Markdown; what documents say is shown as it is, never as markup."""
    return _whole(brief, names, neutral.markdown)


def brief_text(brief: Brief, names: Names) -> str:
    """Return the brief for a terminal: the same lines, with no escapes and no control signs."""
    return _whole(brief, names, neutral.plain)


def _whole(brief: Brief, names: Names, harmless: Harmless) -> str:
    writer = _Writer(Words(names.language), harmless)
    return "\n".join(writer.lines(brief_view(brief, names))) + "\n"


class _Writer:
    def __init__(self, words: Words, harmless: Harmless) -> None:
        self.words = words
        self.safe = harmless

    def lines(self, view: BriefView) -> Iterator[str]:
        words = self.words
        yield f"# {self.safe(view.title)}"
        yield ""
        yield from (f"- {name}: {self.safe(value)}" for name, value in view.facts)
        yield from ("", words("voice"))
        news: list[Iterable[str]] = [self.titled(found) for found in view.news]
        news = news or [["", view.news_none]]
        yield from self.section(view.news_title, news)
        yield from self.section(words("talks"), (self.titled(found) for found in view.talks))
        yield from self.section(words("positions"), [self.matrix(view.matrix)])
        yield from self.section(words("disputes"), map(self.dispute, view.disputes))
        yield from self.rest(view.disputes_more)
        yield from self.section(words("figures"), map(self.figures, view.figures))
        yield from self.rest(view.figures_more)
        yield from self.section(words("commitments"), [self.listed(view.commitments)])
        yield from self.section(words("sources"), map(self.source, view.sources))

    def section(self, title: str, parts: Iterable[Iterable[str]]) -> Iterator[str]:
        yield from ("", f"## {title}")
        empty = True
        for part in parts:
            yield from part
            empty = False
        if empty:
            yield from ("", self.words("none"))

    def titled(self, found: Lines) -> Iterator[str]:
        yield from ("", f"### {found.title}")
        yield from self.listed(found)

    def listed(self, found: Lines) -> Iterator[str]:
        yield ""
        for line in found.lines:
            yield from self.line(line)
        if not found.lines:
            yield self.words("none")
        yield from self.rest(found.more)

    def rest(self, more: str) -> Iterator[str]:
        if more:
            yield from ("", more)

    def line(self, line: Line, indent: str = "") -> Iterator[str]:
        told = [_marks(line.marks) + self.safe(line.head), *map(self.safe, line.tags)]
        yield f"{indent}- {self.safe(line.date)} | {' / '.join(told)}"
        if line.note:
            yield f"{indent}  - {self.safe(line.note)}"
        for cite in line.cites:
            number = f" ({cite.number})" if cite.number is not None else ""
            said = f"「{self.safe(cite.words)}」 {self.safe(cite.according)}{number}"
            yield f"{indent}  - {said} [{cite.id}]"

    def matrix(self, chunks: Iterable[Chunk]) -> Iterator[str]:
        by_issue: dict[str, list[str]] = {}
        for chunk in chunks:
            for issue, cells in chunk.rows:
                lines = by_issue.setdefault(issue, [])
                for mark, cell in zip(chunk.parties, cells, strict=True):
                    if cell is None:
                        continue
                    lines.append(f"- {_marks([mark])}{self.safe(mark.name)}")
                    lines.extend(self.line(cell.now, "  "))
                    if cell.before:
                        lines.append(f"  - {self.words('before')}")
                        lines.extend(x for line in cell.before for x in self.line(line, "    "))
                    lines.extend(f"    - {more}" for more in [cell.more] if more)
        if not by_issue:
            yield from ("", self.words("none"))
        for issue, lines in by_issue.items():
            yield from ("", f"### {self.safe(issue)}", "", *lines)

    def dispute(self, dispute: DisputeView) -> Iterator[str]:
        yield from ("", f"### {self.words('disputed')}: {self.safe(dispute.what)}", "")
        sides = (("asserted", dispute.asserted), ("denied", dispute.denied))
        for title, voices in sides:
            yield f"- {self.words(title)}"
            for voice in voices:
                yield from self.line(voice, "  ")
            if not voices:
                yield f"  - {self.words(f'no-{title}')}"
        for line in (*dispute.others, *dispute.figures):
            yield from self.line(line)

    def figures(self, figures: FiguresView) -> Iterator[str]:
        yield from ("", f"### {self.safe(figures.what)}", "")
        for line in figures.lines:
            yield from self.line(line)

    def source(self, source: SourceView) -> Iterator[str]:
        publisher = f" / {self.safe(source.publisher)}" if source.publisher else ""
        yield ""
        yield f"- ({source.number}) {source.date or '—'} | {self.safe(source.title)}{publisher} [{source.id}]"
        yield f"  - {self.safe(source.basis)}"
        yield f"  - {' / '.join(map(self.safe, source.details))}"


def _marks(marks: Iterable[Mark]) -> str:
    return "".join(f"{mark.letter}{mark.shape} " for mark in marks)
