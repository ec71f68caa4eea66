"""Positions that a clause tells of its subject: 「中国は決議を棄権した」, 「AはBの提案に同意し」."""

from __future__ import annotations

from dataclasses import replace

from soten.extract.coreference import Scene
from soten.extract.findings import PositionFinding, StatementFinding
from soten.extract.parties import party_of
from soten.extract.speakers import Subject, find_subjects
from soten.extract.stancecontents import PROCEDURE
from soten.extract.stanceholders import HolderReader
from soten.extract.stancepoints import LISTING, PointReader
from soten.extract.stancereading import Expression, StanceReader
from soten.extract.stancewords import REQUIRING
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.records import Act, Span, Speaker, Stance

_SAME_END = 10
"""Characters after the words of stance in a statement of which they are the predicate."""
_UNREAL = ("可能性", "かもしれ", "とみられ", "恐れ", "だろう", "見通し", "かどうか")
_TRUCES = ("停戦", "休戦", "和平", "撤退", "撤収", "撤去", "武装解除", "終結")
"""What two sides that agree accept; what else they agree on is an outcome of their talk."""
_REACH = 6
"""Phrases before the words of stance in which their time stands."""
_STRETCH = 200
"""Characters of the stretches by which what is known is found again."""
_YEARS = 2
"""Years after which a stance told with its year is history."""
_ALLEGED = frozenset((Stance.SUPPORTS, Stance.ACCEPTS))
"""Stances that another party is only said to take; what is asked or refused is known from acts."""
_UNTOLD = frozenset((Act.DENY, Act.DEMAND, Act.DOUBT, Act.WARN, Act.PROPOSE))
"""Acts whose content is not told as a fact."""


def find_told_stances(
    analysis: Analysis,
    issues: IssueReader,
    statements: list[StatementFinding],
    known: list[PositionFinding],
) -> list[PositionFinding]:
    """Return the positions that clauses with a party as subject tell, those in `known` left out."""
    return _Teller(analysis, issues, statements, known).tell()


class _Teller:
    def __init__(
        self,
        analysis: Analysis,
        issues: IssueReader,
        statements: list[StatementFinding],
        known: list[PositionFinding],
    ) -> None:
        self.analysis, self.points = analysis, PointReader(analysis, issues)
        self.reader = StanceReader(analysis)
        self.said: dict[int, list[StatementFinding]] = {}
        for statement in statements:
            self.said.setdefault(statement.sentence, []).append(statement)
        self.taken = {(p.party, p.issue, p.stance) for p in known}
        self.known: dict[tuple[str, int], list[tuple[PositionFinding, StatementFinding]]] = {}
        """The stances of statements, by their party and each stretch that they touch."""
        for position in known:
            if position.statement is not None:
                stated, span = (position, statements[position.statement]), position.span
                for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1):
                    self.known.setdefault((position.party, stretch), []).append(stated)
        self.found: list[PositionFinding] = []
        self.scene = Scene()
        self.holders = HolderReader(analysis, self.reader, self.scene)

    def tell(self) -> list[PositionFinding]:
        for view in self.analysis.sentences:
            self._read(view)
        return self.found

    def _add(self, position: PositionFinding) -> None:
        key = (position.party, position.issue, position.stance)
        if key not in self.taken:
            self.taken.add(key)
            self.found.append(position)

    def _read(self, view: SentenceView) -> None:
        self.scene.place = view.start
        subjects = find_subjects(view, self.analysis, self.scene)
        done = -1
        for at in range(len(view.phrases) - 1, -1, -1):
            if done >= 0 and at >= done:
                continue
            expression = self.reader.read(view.phrases, at)
            if expression is None:
                continue
            done = expression.first
            speakers, start = self.holders.read(view, subjects, expression)
            if speakers and not self._is_unreal(view, start, expression):
                self._tell(view, speakers, start, expression)
        self._tell_terms(view, subjects)
        topics = [s for s in subjects if s.topic]
        if topics:
            self.scene.note(topics[-1].speakers, view)
            if len(topics[0].speakers) > 1:
                self.scene.pair = topics[0].speakers

    def _tell_terms(self, view: SentenceView, subjects: list[Subject]) -> None:
        """「撤退を停戦の条件として挙げた」: what is asked, and what is granted for it."""
        phrases = view.phrases
        for at in range(1, len(phrases) - 1):
            if not self.reader.words(phrases[at]).endswith("条件"):
                continue
            if phrases[at].particle not in ("と", "に", "として"):
                continue
            granted = at - 1 if phrases[at - 1].particle == "の" else at
            asked = granted - 1
            last = next((k for k in range(at + 1, len(phrases)) if phrases[k].lemma), None)
            if asked < 0 or last is None or phrases[asked].particle != "を":
                continue
            if phrases[last].lemma not in REQUIRING:
                continue
            told = Expression(Stance.DEMANDS, asked, asked, last)
            speakers, start = self.holders.read(view, subjects, told)
            if not speakers or self._is_unreal(view, start, told):
                continue
            first = phrases[_object_start(phrases, start, asked)].start
            for issue in self.points.name(Span(first, phrases[asked].end)):
                self._tell(view, speakers, start, told, issue)
            if granted < at:
                share = replace(told, stance=Stance.ACCEPTS_IF)
                for issue in self.points.name(Span(phrases[granted].start, phrases[granted].end))[
                    :1
                ]:
                    self._tell(view, speakers, start, share, issue)

    def _is_unreal(self, view: SentenceView, start: int, told: Expression) -> bool:
        phrases = view.phrases
        words = self.analysis.text[phrases[start].start : phrases[told.last].end]
        if any(word in words for word in _UNREAL) or self._is_past(view, told):
            return True
        if phrases[told.core].lemma == "合意する" and not any(w in words for w in _TRUCES):
            return True
        if self._is_procedure(phrases, told):
            return True
        if told.stance is Stance.ACCEPTS and phrases[told.last].joint in ("adnominal", "other"):
            return True  # 調印したときの: what was before
        place = phrases[told.core].start
        return any(
            s.act in _UNTOLD and s.content.start <= place < s.content.end
            for s in self.said.get(view.index, ())
        )

    def _is_procedure(self, phrases: list[Phrase], told: Expression) -> bool:
        """Say whether it is only agreed how to go on: 「来週協議することに合意した」."""
        end = phrases[told.core].start
        agreed = phrases[told.core].lemma in ("合意する", "同意する", "一致する")
        start = phrases[max(0, told.core - _REACH)].start
        return agreed and PROCEDURE.search(self.analysis.text, start, end) is not None

    def _is_past(self, view: SentenceView, told: Expression) -> bool:
        """Say whether the clause dates the stance years back: 「2000年に署名した」."""
        now = self.analysis.published
        start = view.phrases[max(0, told.first - _REACH)].start
        for time in self.analysis.times.within(start, view.phrases[told.first].end):
            year = time.edtf[:4]
            after = next((p for p in view.phrases if p.start > time.start and p.lemma), None)
            if now is None or not year.isdigit() or after is None:
                continue
            if after.end >= view.phrases[told.core].end and int(now[:4]) - int(year) > _YEARS:
                return True
        return False

    def _tell(
        self,
        view: SentenceView,
        speakers: tuple[Speaker, ...],
        start: int,
        told: Expression,
        issue: str | None = None,
    ) -> None:
        analysis, phrases = self.analysis, view.phrases
        span = Span(phrases[start].start, phrases[told.last].end)
        content = Span(phrases[_object_start(phrases, start, told.first)].start, span.end)
        named = (issue,) if issue else self._issues(content, told.stance)
        times = analysis.times.within(span.start, span.end)
        for party in dict.fromkeys(party_of(s, analysis) for s in speakers):
            if party is None or (
                told.stance in _ALLEGED and self._is_alleged(view, party, phrases[told.core])
            ):
                continue
            if self._is_known(party, phrases[told.core], phrases[told.last]):
                continue
            for point in named:
                if told.stance is Stance.ACCEPTS and point == "process":
                    continue  # what it agreed to is not told
                self._add(
                    PositionFinding(
                        span,
                        party,
                        point,
                        told.stance,
                        span.cut(analysis.text),
                        times[0].edtf if times else None,
                        None,
                        f"told-{told.stance.value}",
                    )
                )

    def _is_alleged(self, view: SentenceView, party: str, core: Phrase) -> bool:
        """Say whether another party says so: 「B国は戦争を望んでいる」 said by A国."""
        for statement in self.said.get(view.index, ()):
            if statement.content.start <= core.start < statement.content.end:
                by = party_of(statement.speaker, self.analysis)
                if by is not None and by != party:
                    return True
        return False

    def _issues(self, content: Span, stance: Stance) -> tuple[str, ...]:
        """The points a stance is on: the first, each where several things are asked or refused."""
        named = self.points.name(content)
        several = stance in (Stance.DEMANDS, Stance.REJECTS)
        if several and LISTING.search(self.analysis.text, content.start, content.end):
            return named
        return named[:1]

    def _is_known(self, party: str, core: Phrase, last: Phrase) -> bool:
        """Say whether a statement with the same predicate tells the party's stance already."""
        for position, statement in self.known.get((party, core.start // _STRETCH), ()):
            if not position.span.start <= core.start < position.span.end:
                continue
            content = statement.content
            closes = content.end - _SAME_END <= core.end and core.start <= content.end + 2
            if closes or statement.verb in (core.lemma, last.lemma):
                return True
        return False


def _object_start(phrases: list[Phrase], start: int, first: int) -> int:
    """The phrase with which the last clause up to the words of stance begins, its subject left out."""
    k = min(start + 1, first)
    for at in range(k, first):
        phrase = phrases[at]
        if phrase.comma and (
            phrase.joint in ("te", "stem", "but", "while") or phrase.lemma is None
        ):
            if phrase.particle not in ("", "の", "や", "と", "を", "に"):
                k = at + 1
    return k
