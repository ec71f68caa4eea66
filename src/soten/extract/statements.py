"""Statements: reports with their speakers, acts, points at issue and the hands they came through."""

from __future__ import annotations

import re

from soten.extract.findings import StatementFinding
from soten.extract.issues import IssueLayer
from soten.extract.reports import Report, content_start, find_reports
from soten.extract.rules import Rules
from soten.extract.speakers import (
    Scene,
    Subject,
    choose_speakers,
    describe,
    find_subjects,
    speakers_at,
)
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import CueKind, Frame
from soten.records import Act, ActorType, Quote, Span, Speaker

_ACCORDING = ("によると", "によれば", "によりますと", "によって伝えられたところでは", "の話では", "の話によると")
_HEARSAY = frozenset(("いう", "言う"))
_ASSERTIVE = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.EXPLAIN))
_RELAYING = frozenset("伝える 報じる 報道する 配信する 放送する".split())
_POINTING = frozenset(("これ", "それ", "こうした主張", "この主張", "これら", "同報道", "その主張", "この報道", "主張"))
_DONE = re.compile(r"(?:た|だ|した模様|たという)\Z")
"""〜によると with what was done makes it known; with what is or may be, explains it."""
_CONCESSION = re.compile(r"(?:可能性|考え|意向|譲歩|割譲|参加|撤退|撤回|応じる(?:こと|考え)|用意)\Z")
"""To rule these out is to refuse, not to contest a fact."""
_ANAPHOR = re.compile(r"この|その|これ|それ|同(?:案|計画|決議|提案|報告)|こうした|そうした|提案|計画|要求|決議|案")
_TRIM = " 　、。，．"
_BULLET = re.compile(r"(?![「『（(【\[])[^\w\s][\ufe0f\s]*")


def find_statements(
    analysis: Analysis, rules: Rules, issues: IssueLayer
) -> list[StatementFinding]:
    """Return the statements of a document in the order of its sentences."""
    return _StatementReader(analysis, rules, issues).read()


class _StatementReader:
    def __init__(self, analysis: Analysis, rules: Rules, issues: IssueLayer) -> None:
        self.analysis, self.rules, self.issues = analysis, rules, issues
        self.scene = Scene()
        self.found: list[StatementFinding] = []
        self.list_speaker: tuple[Speaker, ...] = ()
        self.list_paragraph = -9

    def read(self) -> list[StatementFinding]:
        for view in self.analysis.sentences:
            self.scene.place = view.start
            self._read_sentence(view)
            self._note_people(view)
        return self.found

    # --- one sentence ------------------------------------------------------------------------------
    def _read_sentence(self, view: SentenceView) -> None:
        if self._read_list_line(view):
            return
        subjects = find_subjects(view, self.analysis, self.scene)
        source = self._according_to(view)
        since = 0 if source is None or source > 3 else source + 1
        reports = find_reports(view, self.analysis, self.rules, since)
        via, relayed = self._source_parts(view, source)
        before = len(self.found)
        current: tuple[Speaker, ...] = ()
        done: list[Report] = []
        for at, report in enumerate(reports):
            outer = any(r.embedded and r.verb <= report.marker for r in done)
            outer = outer and report.marker >= done[-1].verb
            current = self._read_report(
                report, view, subjects, current, via, outer=outer, more=reports[at + 1 :]
            )
            done.append(report)
        if source is not None and len(self.found) == before:
            self._read_according(view, source, relayed)
        elif source is None and len(self.found) == before:
            self._read_hearsay(view)

    def _read_report(
        self,
        report: Report,
        view: SentenceView,
        subjects: list[Subject],
        current: tuple[Speaker, ...],
        via: tuple[str, ...],
        *,
        outer: bool,
        more: list[Report],
    ) -> tuple[Speaker, ...]:
        """Add what one report says; return who is speaking from here on."""
        if self._is_mere_label(report, view):
            return current
        if report.passive:
            self._read_passive(report, view, via)
            return current
        speakers, after, rule = choose_speakers(report, subjects, view, self.scene, outer=outer)
        speakers, after, rule = self._settle(report, view, speakers, after, rule, current)
        if not speakers and (report.weak or report.frame in (Frame.WO, Frame.NI)):
            if report.quoted is None:
                return current
        if not speakers and report.embedded:
            return current
        if outer and self._only_relays(speakers, report):
            self._pass_through(speakers)
            return current
        if self._only_modifies(report, view, subjects, rule):
            return current
        start = content_start(report, after, view, self.analysis)
        content = self._antecedent(report, view, start) or Span(start, report.content_end)
        self._add(report, view, speakers, content, via, rule)
        if not report.embedded and speakers:
            self.scene.note(speakers, view)
        return speakers or current

    def _settle(
        self,
        report: Report,
        view: SentenceView,
        speakers: tuple[Speaker, ...],
        after: int,
        rule: str,
        current: tuple[Speaker, ...],
    ) -> tuple[tuple[Speaker, ...], int, str]:
        """Settle a report whose subject is dropped or doubtful."""
        phrase = view.phrases[report.verb]
        if phrase.joint == "adnominal" and not speakers and report.verb + 1 < len(view.phrases):
            head = speakers_at(report.verb + 1, view, self.analysis, self.scene)
            if head and all(speaker.entity is not None for speaker in head):
                return head, report.since, "speaker-modified"
        if current and speakers and rule == "subject-before-content" and report.since > 0:
            if self._is_inside(report, view, after - 1):
                return current, report.since, "subject-kept"
        if speakers:
            return speakers, after, rule
        if current:
            return current, report.since, "subject-kept"
        near = view.index - self.scene.last_sentence <= 2
        if near and not report.embedded and self._is_main(report, view):
            return self.scene.last, report.since, "subject-carried"
        return (), report.since, "speaker-unsettled"

    def _only_modifies(
        self, report: Report, view: SentenceView, subjects: list[Subject], rule: str
    ) -> bool:
        """「大幅な譲歩を求める和平案」: a clause before a noun reports only with a subject of its own."""
        if view.phrases[report.verb].joint != "adnominal" or rule == "speaker-modified":
            return False
        if report.frame is Frame.TO and report.quoted is not None:
            return False
        own = [s for s in subjects if report.since <= s.phrase < report.verb and not s.topic]
        return not own

    def _antecedent(self, report: Report, view: SentenceView, start: int) -> Span | None:
        """What 「これを否定した」 denies: the content of the statement before."""
        words = self.analysis.text[start : report.content_end]
        if report.act is not Act.DENY or words not in _POINTING or not self.found:
            return None
        last = self.found[-1]
        return last.content if view.index - last.sentence <= 1 else None

    def _read_passive(self, report: Report, view: SentenceView, via: tuple[str, ...]) -> None:
        """「A氏によって「…」と評された」: the agent speaks; without one nobody does."""
        for at in range(report.since, report.verb):
            if view.phrases[at].particle in ("によって", "により", "から"):
                speakers = speakers_at(at, view, self.analysis, self.scene)
                if speakers and report.frame is Frame.TO:
                    start = view.phrases[at + 1].start
                    content = report.quoted or Span(start, report.content_end)
                    if content.start < content.end:
                        self._add(report, view, speakers, content, via, "agent-of-passive")
                    return

    def _is_inside(self, report: Report, view: SentenceView, subject: int) -> bool:
        """In 「Aは…とし、Bは…と述べた」 B belongs to what A says, unless 、 or 一方 sets it apart."""
        before = view.phrases[report.since - 1]
        if report.frame is not Frame.TO or view.phrases[subject].particle.endswith("も"):
            return False
        if before.joint not in ("te", "stem", "while") or not 0 <= subject < len(view.phrases):
            return False
        if before.joint == "while" and self.analysis.text.startswith("一方", before.end):
            return False
        return not view.phrases[subject].comma

    def _is_main(self, report: Report, view: SentenceView) -> bool:
        joint = view.phrases[report.verb].joint
        return joint in ("end", "te", "stem", "but", "while")

    def _is_mere_label(self, report: Report, view: SentenceView) -> bool:
        """「…を中心とした」, 「…を目的とする」 and adnominal 「…とする報告」 without subject say nothing."""
        if report.lemma != "する":
            return False
        marker = view.phrases[report.marker]
        if marker.quote is not None and report.quoted is None and marker.lemma is None:
            return False
        before = view.phrases[report.marker - 1] if report.marker > report.since else None
        nominal = marker.quote is None and marker.lemma is not None and marker.particle == "と"
        return nominal and before is not None and before.particle == "を"

    def _only_relays(self, speakers: tuple[Speaker, ...], report: Report) -> bool:
        """An outlet that reports what somebody said is a hand, no speaker."""
        members = self.analysis.cast.members
        outlets = [s.entity is not None and members[s.entity].type is ActorType.OUTLET for s in speakers]
        return all(outlets) and (bool(speakers) or report.lemma in _RELAYING)

    def _pass_through(self, speakers: tuple[Speaker, ...]) -> None:
        """Note the outlet as the outermost hand of the statements just found in its report."""
        hands = tuple(s.entity for s in speakers if s.entity is not None)
        if not self.found:
            return
        sentence = self.found[-1].sentence
        for statement in reversed(self.found):
            if statement.sentence != sentence:
                break
            statement.via = (*statement.via, *(h for h in hands if h not in statement.via))

    # --- 〜によると ----------------------------------------------------------------------------------
    def _according_to(self, view: SentenceView) -> int | None:
        for at, phrase in enumerate(view.phrases):
            if phrase.particle.endswith(_ACCORDING):
                return at
        return None

    def _source_parts(
        self, view: SentenceView, source: int | None
    ) -> tuple[tuple[str, ...], tuple[Speaker, ...]]:
        if source is None:
            return (), ()
        speakers = speakers_at(source, view, self.analysis, self.scene)
        if self.analysis.text[view.phrases[source].start :].startswith("ところ"):
            told = [s for s in find_subjects(view, self.analysis, self.scene) if s.phrase < source]
            speakers = told[-1].speakers if told else ()
        else:
            speakers = speakers or (describe(source, view, self.analysis),)
        members = self.analysis.cast.members
        outlets = tuple(
            s.entity
            for s in speakers
            if s.entity is not None and members[s.entity].type is ActorType.OUTLET
        )
        return outlets, speakers

    def _read_according(
        self, view: SentenceView, source: int, speakers: tuple[Speaker, ...]
    ) -> None:
        phrases = view.phrases
        start = phrases[source + 1].start if source + 1 < len(phrases) else view.end
        if source + 1 >= len(phrases):
            return
        end = self._content_end(view)
        if end <= start:
            return
        frame = Span(view.start, view.end)
        for speaker in speakers or (None,):
            told = Act.ANNOUNCE if _DONE.search(self.analysis.text, start, end) else Act.EXPLAIN
            act = self._act_of_content(told, start, end)
            self._append(Span(start, end), speaker, act, Quote.INDIRECT, "according-to", view, frame)
        if speakers:
            self.scene.note(speakers, view)

    def _content_end(self, view: SentenceView) -> int:
        """Where the content of 〜によると ends: before 〜という, とのこと, とされる or the full stop."""
        last = view.phrases[-1]
        end = last.end
        if last.lemma in _HEARSAY and len(view.phrases) > 1:
            end = view.phrases[-2].end
            end -= 1 if self.analysis.text[end - 1] == "と" else 0
        return end

    def _read_hearsay(self, view: SentenceView) -> None:
        """「…という。」 goes on with what the speaker of the sentence before said."""
        if not view.phrases or not self.scene.last:
            return
        last = view.phrases[-1]
        near = view.index - self.scene.last_sentence == 1 and view.paragraph == self.scene.paragraph
        if not near or last.lemma not in _HEARSAY or last.joint != "end" or len(view.phrases) < 3:
            return
        if not view.phrases[-2].particle.endswith(("と", "とも")):
            return
        end = self._content_end(view)
        frame = Span(view.start, view.end)
        for speaker in self.scene.last:
            act = self._act_of_content(Act.ANNOUNCE, view.start, end)
            self._append(Span(view.start, end), speaker, act, Quote.INDIRECT, "hearsay", view, frame)
        self.scene.note(self.scene.last, view)

    # --- lists of remarks --------------------------------------------------------------------------
    def _read_list_line(self, view: SentenceView) -> bool:
        """Lines with marks under a line that only names somebody are that speaker's remarks."""
        line = self.analysis.text[view.start : view.end]
        named = self._line_speaker(view, line)
        if named:
            self.list_speaker = named
            return True
        bullet = _BULLET.match(line)
        if bullet is None and view.paragraph != self.list_paragraph:
            self.list_speaker = ()
        if not self.list_speaker:
            return False
        self.list_paragraph = view.paragraph
        start = view.start + (bullet.end() if bullet else 0)
        end = view.end - (1 if line.endswith("。") else 0)
        if end - start < 8 or any(
            p.particle.endswith("と") and p.quote is not None for p in view.phrases
        ):
            return False
        frame = Span(view.start, view.end)
        for speaker in self.list_speaker:
            act = self._act_of_content(Act.ANNOUNCE, start, end)
            self._append(Span(start, end), speaker, act, Quote.INDIRECT, "list-of-remarks", view, frame)
        return True

    def _line_speaker(self, view: SentenceView, line: str) -> tuple[Speaker, ...]:
        """The person or body that a short line without full stop names last, and alone.

        「🔸 ゲラシモフ参謀総長」, 「11月20日の概要 露国防省」.
        """
        analysis = self.analysis
        if len(line) > 40 or line.endswith(("。", "」", "】")) or "「" in line:
            return ()
        names = analysis.names.within(view.start, view.end)
        last = max(names, key=lambda n: n.stop, default=None)
        if last is None or last.stop < len(line.rstrip("：: 】")) + view.start:
            return ()
        member = analysis.member(last)
        alone = not re.sub(r"[\W_]+", "", analysis.text[view.start : last.begin])
        if member.type is ActorType.PERSON and (alone or len(names) <= 2):
            return (Speaker(entity=member.key),)
        if member.type is ActorType.ORGANIZATION and "概要" in line:
            return (Speaker(entity=member.key),)
        return ()

    # --- making findings ---------------------------------------------------------------------------
    def _add(
        self,
        report: Report,
        view: SentenceView,
        speakers: tuple[Speaker, ...],
        content: Span,
        via: tuple[str, ...],
        rule: str,
    ) -> None:
        direct = report.quoted is not None
        if direct and report.quoted is not None:
            lead = self.analysis.text[content.start : report.quoted.start - 1]
            if lead.strip(_TRIM) == "":
                content = report.quoted
        content = self._trim(content)
        if content.end - content.start < 2:
            return
        act = self._act_of(report, content)
        if act is None:
            return
        quote = Quote.DIRECT if direct else Quote.INDIRECT
        frame = Span(view.phrases[report.since].start, view.phrases[report.verb].end)
        to = self._addressee(report, view, speakers)
        for speaker in speakers or (None,):
            hands = tuple(v for v in via if speaker is None or v != speaker.entity)
            self._append(content, speaker, act, quote, rule, view, frame, hands, report, to)

    def _append(
        self,
        content: Span,
        speaker: Speaker | None,
        act: Act,
        quote: Quote,
        rule: str,
        view: SentenceView,
        frame: Span,
        via: tuple[str, ...] = (),
        report: Report | None = None,
        to: str | None = None,
    ) -> None:
        issues = self.issues.name(content.start, content.end, *self._around(view, content))
        self.found.append(
            StatementFinding(
                content,
                speaker,
                act,
                quote,
                rule,
                view.index,
                frame,
                issues,
                date=self._date(view, content),
                to=to,
                via=via,
                negated=report.negated if report else False,
                verb=report.lemma if report else "",
            )
        )

    def _around(self, view: SentenceView, content: Span) -> list[tuple[int, int]]:
        """Where else to look for the point at issue: the sentence; for 「この提案」 the one before."""
        around = [(view.start, view.end)]
        if view.index and _ANAPHOR.search(self.analysis.text, content.start, content.end):
            around.append((self.analysis.sentences[view.index - 1].start, view.start))
        return around

    def _trim(self, span: Span) -> Span:
        text, start, end = self.analysis.text, span.start, span.end
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        return Span(start, end)

    def _date(self, view: SentenceView, content: Span) -> str | None:
        """The one date the sentence gives outside the content."""
        outside = [
            t
            for t in self.analysis.times.within(view.start, view.end)
            if not content.start <= t.start < content.end
        ]
        return outside[0].edtf if outside else None

    def _addressee(
        self, report: Report, view: SentenceView, speakers: tuple[Speaker, ...]
    ) -> str | None:
        """Whom it is said to: 〜に対し, 〜に at a demand."""
        for phrase in view.phrases[report.since : report.verb]:
            name = self.analysis.name_by_stop.get(phrase.head_end)
            if name is None or not phrase.particle.startswith(("に対し", "に")):
                continue
            if phrase.particle in ("に対し", "に対して", "に", "に対しては", "に対しても"):
                if all(s.entity != name.member for s in speakers):
                    if self.analysis.member(name).type is not ActorType.PLACE:
                        return name.member
        return None

    def _act_of(self, report: Report, content: Span) -> Act | None:
        """The act of the verb, unless the content itself does something else."""
        act = report.act
        if report.negated:
            act_or_none = _NEGATED.get(act, act)
            if act_or_none is None:
                return None
            return act_or_none
        if act is Act.DENY and _CONCESSION.search(self.analysis.text, content.start, content.end):
            return Act.REJECT
        if act in _ASSERTIVE:
            return self._act_of_content(act, content.start, content.end)
        return act

    def _act_of_content(self, act: Act, start: int, end: int) -> Act:
        tail = max(start, end - 40)
        hit = self.rules.cues[CueKind.ACT].best(self.analysis.text, tail, end)
        return hit.cue.value if hit is not None and isinstance(hit.cue.value, Act) else act

    def _note_people(self, view: SentenceView) -> None:
        for name in self.analysis.names.within(view.start, view.end):
            if self.analysis.member(name).type is ActorType.PERSON:
                people = self.scene.people
                if people and people[-1] == name.member:
                    continue
                people.append(name.member)
        if len(self.scene.people) > 60:
            del self.scene.people[:30]


_NEGATED: dict[Act, Act | None] = {
    Act.CONFIRM: Act.DENY,
    Act.ACCEPT: Act.REJECT,
    Act.ANNOUNCE: Act.DECLINE,
    Act.ASSERT: None,
    Act.EXPLAIN: None,
    Act.DENY: None,
    Act.PRAISE: None,
    Act.REJECT: None,
    Act.DEMAND: None,
    Act.PROPOSE: None,
    Act.WILLING: None,
    Act.WARN: None,
    Act.CRITICIZE: None,
    Act.DOUBT: None,
}
