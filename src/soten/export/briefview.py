"""A brief put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from soten.export.attribution import Attribution
from soten.export.columns import Names
from soten.export.labels import kind_label, label
from soten.export.promises import bearing_words, due_words, nothing_told, unique_rows
from soten.export.views import (
    BriefView,
    CellView,
    Chunk,
    DisputeView,
    FiguresView,
    Line,
    Lines,
    SourceView,
)
from soten.export.wording import date_words, figure_words, number_words
from soten.query import (
    Basis,
    Cell,
    Disagreement,
    Dispute,
    Label,
    Row,
    SourceRow,
    When,
)
from soten.query.brief import Brief, News, Shift, TalkGroup
from soten.query.changed import Changes, ClaimChange
from soten.query.commitments import JoinedCommitment
from soten.query.joinedtalks import JoinedTalk
from soten.query.steps import Move, Step
from soten.query.talksteps import Step as TalkStep
from soten.records import (
    Event,
    Figure,
    Position,
    Statement,
)

MOST = 40
"""How many lines a list of the brief has at most; it says how many more there are."""

MOST_NEWS = 15
"""The same for the lists of what changed."""

_CITES = 3
"""So many reports of one step of a dispute are cited."""
_MOST_BEFORE = 2
_COLUMNS = 4
_MOST_SINCE = 4
"""Of so many things told since a promise the words are shown; all are named."""

T = TypeVar("T")


def brief_view(brief: Brief, names: Names) -> BriefView:
    """Return a brief in the language of `names`."""
    return _Composer(brief, names).view()


class _Composer(Attribution):
    """Puts one brief into words."""

    def view(self) -> BriefView:
        brief, words = self.brief, self.words
        since = brief.news.since
        return BriefView(
            language=self.names.language.value,
            title=words("title-about", self.names.issue(brief.about))
            if brief.about
            else words("title"),
            facts=tuple(self.facts()),
            talks=(
                self.listed("ahead", brief.ahead, self.talk, "soten talks"),
                self.listed("off", brief.off, self.talk, "soten talks"),
                self.listed("held", brief.held, self.talk, "soten talks"),
            ),
            matrix=tuple(self.chunks()),
            disputes=tuple(self.dispute(found) for found in brief.disputes[:MOST]),
            disputes_more=self.more(brief.disputes, "soten disputes"),
            figures=tuple(self.figures(found) for found in brief.figures[:MOST]),
            figures_more=self.more(brief.figures, "soten figures"),
            commitments=self.listed(
                "commitments", brief.commitments, self.commitment, "soten commitments"
            ),
            news_title=words("news", date_words(since, self.names.language))
            if since
            else words("news", "—"),
            news_none=words("none" if since else "news-none"),
            news=tuple(self.news(brief.news)),
            sources=tuple(self.source(row) for row in brief.sources),
        )

    def facts(self) -> Iterator[tuple[str, str]]:
        brief, words, language = self.brief, self.words, self.names.language
        period = words("period-none")
        if brief.first_day is not None and brief.last_day is not None:
            one = brief.first_day == brief.last_day
            period = date_words(
                brief.first_day if one else f"{brief.first_day}/{brief.last_day}", language
            )
        yield words("period"), period
        yield (
            words("documents"),
            words("documents-count", f"{len(brief.sources):,}", f"{brief.characters:,}"),
        )
        if brief.news.since is not None:
            yield words("since"), date_words(brief.news.since, language)

    def listed(
        self,
        title: str,
        items: Sequence[T],
        line: Callable[[T], Line],
        command: str,
        most: int = MOST,
    ) -> Lines:
        shown = tuple(line(item) for item in items[:most])
        return Lines(self.words(title), shown, self.more(items, command, most))

    def more(self, items: Sequence[object], command: str, most: int = MOST) -> str:
        return self.words("more", len(items) - most, command) if len(items) > most else ""

    # Talks

    def talk(self, group: TalkGroup) -> Line:
        row = group.latest
        record, language = row.record, self.names.language
        people = self.joined(self.names.who(row, id) for id in record.participants)
        place = next((r.record.place for r in group.reports if r.record.place), None)
        outcome = next((r.record.outcome for r in group.reports if r.record.outcome), None)
        statuses = dict.fromkeys(label(r.record.status, language) for r in group.reports)
        return Line(
            date=self.dated(row, record.date),
            head=people or self.words("no-participants"),
            tags=(
                " / ".join(statuses),
                label(record.form, language),
                label(outcome, language) if outcome else self.words("no-outcome"),
                self.words("at", self.names.who(row, place)) if place else self.words("no-place"),
            ),
            cites=tuple(self.cite(report) for report in group.reports),
            marks=self.marked(row, record.participants),
        )

    # Positions

    def chunks(self) -> Iterator[Chunk]:
        matrix = self.brief.matrix
        for start in range(0, len(matrix.parties), _COLUMNS):
            parties = matrix.parties[start : start + _COLUMNS]
            rows = []
            for issue in matrix.issues:
                found = [matrix.cell(issue.id, party.id) for party in parties]
                if any(found):
                    cells = tuple(self.cell(cell) if cell else None for cell in found)
                    rows.append((self.issue(issue), cells))
            yield Chunk(tuple(self.marks[party.id] for party in parties), tuple(rows))

    def issue(self, issue: Label) -> str:
        name = self.names.issue(issue.id)
        return issue.text(self.names.language) if name == issue.id else name

    def cell(self, cell: Cell) -> CellView:
        before = _changes(cell)
        shown = before[:_MOST_BEFORE]
        left = len(before) - len(shown)
        return CellView(
            now=self.position(cell.latest),
            before=tuple(self.position(row) for row in shown),
            more=self.words("more-before", left) if left else "",
        )

    def position(self, row: Row[Position]) -> Line:
        record = row.record
        return Line(
            date=self.dated(row, record.date),
            head=label(record.stance, self.names.language),
            cites=(self.cite(row),),
        )

    # Disputes and figures

    def dispute(self, dispute: Dispute) -> DisputeView:
        def lines(*moves: Move) -> tuple[Line, ...]:
            return tuple(self.step(step) for step in dispute.course if step.move in moves)

        return DisputeView(
            what=dispute.claim.record.what,
            asserted=lines(Move.ASSERTED, Move.REPEATED, Move.CONCEDED),
            denied=lines(Move.DENIED, Move.WITHDRAWN),
            others=lines(Move.UNCONFIRMED, Move.OPPOSED, Move.OTHERWISE),
            figures=tuple(self.figure(row) for row in dispute.figures),
        )

    def step(self, step: Step) -> Line:
        """Return what one voice said on one day; of many reports the first few are cited."""
        mark = self.marks.get(step.by.id) or self.marks.get(step.by.side or "")
        return Line(
            date=self.dated_as(step.when),
            head=self.named(step.by),
            tags=(label(step.move, self.names.language),),
            cites=tuple(self.cited(c.evidence, c.document, c.claim) for c in step.cites[:_CITES]),
            marks=(mark,) if mark else (),
        )

    def dated_as(self, when: When) -> str:
        """Return the day something was said, or that of its report."""
        if when.edtf is None:
            return self.words("no-date")
        told = date_words(when.edtf, self.names.language)
        return self.words("reported", told) if when.basis is Basis.DOCUMENT else told

    def figures(self, found: Disagreement) -> FiguresView:
        rows = [row for group in found.groups for row in group]
        lines = tuple(self.figure(row, found.shared) for row in rows)
        return FiguresView(found.shared or label(found.unit, self.names.language), lines)

    def figure(self, row: Row[Figure], heading: str = "") -> Line:
        return Line(
            date=self.dated(row, None),
            head=figure_words(row.record, self.names.language),
            tags=(self.who(row, row.record.by, "no-by"),),
            note=row.record.what if row.record.what and row.record.what != heading else "",
            cites=(self.cite(row),),
            marks=self.marked(row, [row.record.by] if row.record.by else []),
        )

    # Commitments and what changed

    def commitment(self, promise: JoinedCommitment) -> Line:
        row, language = promise.rows[0], self.names.language
        tags = [label(row.record.status, language)]
        if promise.start is not None:
            tags.append(self.words("from", date_words(promise.start, language)))
        if promise.last_day is not None:
            tags.append(due_words(promise, language))
        tags += [f"→ {bearing_words(later, self.names)}" for later in promise.since]
        if promise.is_overdue:
            tags.append(f"→ {nothing_told(language)}")
        told = [later.row for later in promise.since[:_MOST_SINCE]]
        return Line(
            date=self.words("until", date_words(promise.end, language))
            if promise.end is not None
            else self.words("no-end"),
            head=promise.party.text(language),
            tags=tuple(tags),
            note=self.words("condition", promise.condition) if promise.condition else "",
            cites=tuple(self.cite(found) for found in unique_rows((*promise.rows, *told))),
            marks=self.marked(row, [row.record.party]),
        )

    def news(self, news: News) -> Iterator[Lines]:
        since = f"--since {news.since}"
        most = MOST_NEWS
        lists = (
            *self.changes(news.changes),
            self.listed("shifts", news.shifts, self.shift, f"soten positions {since}", most),
            self.listed("talks", news.talks, self.talk, f"soten talks {since}", most),
            self.listed(
                "commitments", news.commitments, self.commitment, f"soten commitments {since}", most
            ),
            self.listed("events", news.events, self.event, f"soten timeline {since}", most),
            self.listed(
                "statements", news.statements, self.statement, f"soten statements {since}", most
            ),
        )
        yield from (found for found in lists if found.lines)

    def changes(self, changes: Changes | None) -> Iterator[Lines]:
        """Yield what fresh reports move, deny, or say of promises."""
        if changes is None:
            return
        ask = f"soten changes --since {changes.since}"
        lists: tuple[tuple[str, Sequence[Line]], ...] = (
            ("moved", [self.talk_step(c.talk, c.steps) for c in changes.moved_talks]),
            ("denied-now", [self.claim_step(c) for c in changes.disputes]),
            ("due", [self.promise(one) for one in changes.due]),
            ("overdue", [self.promise(one) for one in changes.overdue]),
            ("broken", [self.promise(one) for one in changes.broken]),
        )
        for title, lines in lists:
            yield self.listed(title, lines, lambda line: line, ask, MOST_NEWS)

    def talk_step(self, talk: JoinedTalk, steps: Sequence[TalkStep]) -> Line:
        step, language = steps[-1], self.names.language
        return Line(
            date=self.words("no-date") if talk.date is None else date_words(talk.date, language),
            head="・".join(one.text(language) for one in talk.participants[:4]),
            tags=(label(talk.form, language), label(talk.status, language)),
            cites=(self.cite(step.row),),
        )

    def claim_step(self, change: ClaimChange) -> Line:
        denial = next(step for step in change.steps if step.move is Move.DENIED)
        row = change.dispute.claim
        cite = denial.cites[0]
        return Line(
            date=self.dated_as(denial.when),
            head=self.named(denial.by),
            tags=(label(denial.move, self.names.language),),
            cites=(self.cite(row), self.cited(cite.evidence, cite.document, cite.claim)),
        )

    def promise(self, one: JoinedCommitment) -> Line:
        language = self.names.language
        end = self.words("no-end") if one.end is None else date_words(one.end, language)
        return Line(
            date=self.words("until", end) if one.end is not None else end,
            head=one.party.text(language),
            tags=(due_words(one, language),),
            cites=(self.cite(one.rows[0]),),
        )

    def shift(self, shift: Shift) -> Line:
        row, language = shift.after, self.names.language
        mark = self.marks.get(shift.cell.party)
        now = label(row.record.stance, language)
        issue = next(i for i in self.brief.matrix.issues if i.id == shift.cell.issue)
        cites = [self.cite(row)]
        if shift.before is not None:
            then = label(shift.before.record.stance, language)
            moved = f"{then} → {now}"
            cites.insert(0, self.cite(shift.before))
        else:
            moved = f"{now}・{self.words('first')}" if language == "ja" else f"{now} (first seen)"
        return Line(
            date=self.dated(row, row.record.date),
            head=mark.name if mark else self.names.who(row, row.record.party),
            tags=(self.issue(issue), moved),
            cites=tuple(cites),
            marks=(mark,) if mark else (),
        )

    def statement(self, row: Row[Statement]) -> Line:
        record = row.record
        tags = [label(record.act, self.names.language)]
        if record.to is not None:
            tags.append(self.words("to", self.names.who(row, record.to)))
        speaker = record.speaker.key if record.speaker else None
        return Line(
            date=self.dated(row, record.date),
            head=self.who(row, speaker, "no-speaker"),
            tags=(*tags, *(self.names.issue(issue) for issue in record.issues)),
            cites=(self.cite(row),),
            marks=self.marked(row, [speaker] if speaker else []),
        )

    def event(self, row: Row[Event]) -> Line:
        record = row.record
        tags = [label(record.type, self.names.language)]
        if record.target is not None:
            tags.append(self.words("target", self.names.who(row, record.target)))
        if record.place is not None:
            tags.append(self.words("at", self.names.who(row, record.place)))
        return Line(
            date=self.dated(row, record.date),
            head=self.who(row, record.actor, "no-actor"),
            tags=tuple(tags),
            cites=(self.cite(row),),
            marks=self.marked(row, [record.actor] if record.actor else []),
        )

    # Sources

    def source(self, row: SourceRow) -> SourceView:
        document, words, language = row.document, self.words, self.names.language
        published = document.published
        date = date_words(published.edtf, language) if published.edtf else ""
        basis = words("undated" if not date else published.basis.value)
        if date and published.why:
            basis = f"{basis} — {words('why', published.why)}"
        details = [words("characters", f"{document.chars:,}"), *self.counted(row.counts)]
        if document.origin:
            details.append(words("taken", " → ".join(document.origin)))
        return SourceView(
            number=self.numbers[document.id],
            title=document.title or PurePosixPath(document.name).name,
            publisher=document.publisher or "",
            date=date,
            basis=basis,
            id=document.id,
            details=tuple(details),
        )

    def counted(self, counts: Mapping[str, int]) -> Iterator[str]:
        for kind in ("statement", "talk", "position", "claim", "figure", "commitment", "event"):
            if count := counts.get(kind):
                name = kind_label(kind, self.names.language)
                yield f"{name} {number_words(count, self.names.language)}"


def _changes(cell: Cell) -> list[Row[Position]]:
    """Return the earlier positions that differ in stance from the one that followed."""
    found, stance = [], cell.latest.record.stance
    for row in cell.history:
        if row.record.stance is not stance:
            found.append(row)
            stance = row.record.stance
    return found
