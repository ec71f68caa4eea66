"""Statements: reports with their speakers, acts, points at issue and the hands they came through."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from soten.extract.acts import act_of_content, act_of_information, act_of_report, act_of_saying
from soten.extract.contents import content_start
from soten.extract.coreference import Scene
from soten.extract.findings import StatementFinding
from soten.extract.gapping import part_gapped
from soten.extract.hearsay import hearsay_end
from soten.extract.pairs import group_in, pair_in
from soten.extract.qualifying import is_mere_label, note_tones, only_modifies
from soten.extract.relaying import contents_of, find_relayed
from soten.extract.remarks import RemarkList
from soten.extract.reporting import Report
from soten.extract.reports import find_reports
from soten.extract.rules import Rules
from soten.extract.settling import (
    Choice,
    Standing,
    are_outlets,
    only_relays,
    only_tell,
    passes_source,
    settle,
)
from soten.extract.sources import Source, find_source, is_hearsay, is_passed_on, relayed_by, told_by
from soten.extract.speakers import (
    RELAYING,
    Subject,
    choose_speakers,
    find_subjects,
    speakers_at,
)
from soten.extract.telling import (
    Told,
    add_told,
    addressee,
    antecedent,
    findings_of,
    interviewers,
    is_stressed,
    quoted_or_trimmed,
)
from soten.extract.transcripts import Transcript
from soten.extract.unnamed import issues_document, note_documents
from soten.extract.utterances import Utterances
from soten.extract.voices import holders_of
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import Frame
from soten.records import Act, ActorType, Quote, Span, Speaker

_HEARSAY = frozenset(("いう", "言う"))
_MEDIA = "報道"
"""Who says what 報じられた or 伝えられた, in words of the text's own kind."""
_AGENTS = ("によって", "により", "から", "側から", "からは")
"""Particles after those who do what a passive tells."""
_HEARD_WITHIN = 2
"""Sentences after which 〜という is no longer the last speaker's."""
_SHORTEST = 2


def find_statements(
    analysis: Analysis, rules: Rules, issues: IssueReader
) -> list[StatementFinding]:
    """Return the statements of a document in the order of its sentences."""
    return _StatementReader(analysis, rules, issues).read()


def _needs_speaker(report: Report, view: SentenceView) -> bool:
    """Say whether a report counts only where somebody known makes it."""
    if report.lemma == "する" and report.frame is Frame.TO and not report.embedded:
        phrase = view.phrases[report.verb]  # 「…としている。」 at the end tells what somebody says
        if phrase.joint == "end" and view.phrases[report.marker].joint == "quoted":
            return False
    is_slight = report.weak or report.frame in (Frame.WO, Frame.NI, Frame.ABOUT)
    return report.embedded or (is_slight and report.quoted is None)


class _StatementReader:
    def __init__(self, analysis: Analysis, rules: Rules, issues: IssueReader) -> None:
        self.analysis, self.rules, self.issues = analysis, rules, issues
        self.scene = Scene()
        self.found: list[StatementFinding] = []
        self.remarks = RemarkList(analysis)
        self.utterances = Utterances(analysis, rules)
        self.transcript = Transcript(analysis)
        self.standing = Standing()

    def read(self) -> list[StatementFinding]:
        for view in self.analysis.sentences:
            self.scene.place = view.start
            self._read_sentence(view)
            self._note_people(view)
            note_documents(view, self.analysis, self.scene)
            self.scene.note_parties(pair_in(view, self.analysis))
            group = group_in(view, self.analysis)
            if group:
                self.scene.groups[len(group)] = group
        return self.found

    # --- one sentence ------------------------------------------------------------------------------
    def _read_sentence(self, view: SentenceView) -> None:
        if self._read_line(view):
            return
        subjects = find_subjects(view, self.analysis, self.scene)
        source = find_source(view, subjects, self.analysis, self.scene)
        since = 0 if source is None or source.phrase > 3 else source.phrase + 1
        reports = part_gapped(
            find_reports(view, self.analysis, self.rules, since), view, self.analysis
        )
        note_tones(reports, view)
        via = () if source is None else source.hands
        self.standing = Standing() if source is None else source.standing
        first = next((s.speakers for s in subjects if s.topic), ())
        if are_outlets(first, self.analysis):
            self.standing.topic = first
        before = len(self.found)
        done: list[Report] = []
        for report in reports:
            if is_hearsay(report, view):
                continue
            outer = any(r.embedded and r.verb <= report.marker for r in done)
            outer = outer and report.marker >= done[-1].verb
            current = self._read_report(report, view, subjects, via, outer=outer)
            self.standing.current = current
            done.append(report)
        if source is not None and source.is_hand:
            self.scene.press, self.scene.press_sentence = source.speakers, view.index
        elif source is not None:
            self.scene.source, self.scene.source_sentence = source.speakers, view.index
        spoke = {statement.speaker for statement in self.found[before:]}
        if source is not None and (
            not spoke or not (is_passed_on(source, done, view) or spoke & set(source.speakers))
        ):
            self._read_source(view, source)
        elif source is None and len(self.found) == before:
            self._read_hearsay(view)
        if len(self.found) == before:
            self._read_utterance(view, subjects)
        else:
            self.utterances.reset()
        if len(self.found) == before:
            self._note_topic(view, subjects)

    def _read_line(self, view: SentenceView) -> bool:
        """Add a turn of a transcript or a listed remark; say whether nothing else is to be read."""
        turn, is_label = self.transcript.read(view, self.scene)
        if turn is not None:
            act = act_of_content(Act.ASSERT, turn, self.rules, self.analysis.text)
            speakers = self.transcript.speakers
            self._tell(view, turn, speakers, "turn-of-speaker", act, Quote.DIRECT)
        if is_label:
            return True
        remark, is_done = self.remarks.read(view)
        if remark is not None:
            told = Act.ANNOUNCE if self.remarks.is_summary else Act.ASSERT
            act = act_of_content(told, remark, self.rules, self.analysis.text)
            self._tell(view, remark, self.remarks.speakers, "list-of-remarks", act)
        return is_done

    def _read_utterance(self, view: SentenceView, subjects: list[Subject]) -> None:
        """Add words that no verb of their sentence reports."""
        said = self.utterances.read(view, subjects, self.scene)
        if said is None:
            return
        act = act_of_content(Act.ASSERT, said.content, self.rules, self.analysis.text)
        self._tell(said.view, said.content, said.speakers, said.rule, act, said.quote)
        self._note(said.speakers, view)

    def _read_report(
        self,
        report: Report,
        view: SentenceView,
        subjects: list[Subject],
        via: tuple[str, ...],
        *,
        outer: bool,
    ) -> tuple[Speaker, ...]:
        """Add what one report says; return who is speaking from here on."""
        current = self.standing.current
        if report.is_empty:
            return self._note_issuers(report, view, subjects) or current
        if is_mere_label(report, view):
            return current
        if report.is_spread or report.passive:
            read = self._read_spread if report.is_spread else self._read_passive
            read(report, view, via)
            return current
        chosen = Choice(*choose_speakers(report, subjects, view, self.analysis, outer=outer))
        speakers, after, rule = settle(
            chosen, report, view, self.standing, self.scene, self.analysis
        )
        if passes_source(report, speakers, self.standing, self.analysis):
            via = (*via, *(s.entity for s in speakers if s.entity is not None))
            speakers, after, rule = self.standing.relayed, self.standing.told_from, "according-to"
        if (not speakers and _needs_speaker(report, view)) or only_modifies(
            report, view, subjects, rule, self.analysis
        ):
            return current
        if outer and only_relays(speakers, report, self.analysis):
            self._pass_through(speakers)
            return current
        if self._read_relayed(report, view, speakers, after, via):
            return speakers or current
        start = content_start(report, after, view, self.analysis)
        if self._is_stressed(report, view, speakers, start):
            return speakers
        content = antecedent(report, view, start, self.found, self.analysis) or Span(
            start, report.content_end
        )
        self._add(report, view, speakers, content, via, rule)
        if not report.embedded and speakers:
            self._note(speakers, view)
        return speakers or current

    def _is_stressed(
        self, report: Report, view: SentenceView, speakers: tuple[Speaker, ...], start: int
    ) -> bool:
        """Let 「…と述べ、これを非難した」 tell how what was just said was meant; say whether it does."""
        if not is_stressed(report, Span(start, report.content_end), self.analysis):
            return False
        own = takewhile(lambda s: s.sentence == view.index, reversed(self.found))
        said = [s for s in own if s.speaker in speakers]
        for statement in said:
            statement.act = report.act
        return bool(said)

    def _note(self, speakers: tuple[Speaker, ...], view: SentenceView) -> None:
        self.scene.note(speakers, view)
        if are_outlets(speakers, self.analysis):
            self.scene.press, self.scene.press_sentence = speakers, view.index
        else:
            self.scene.voice, self.scene.voice_sentence = speakers, view.index

    def _note_topic(self, view: SentenceView, subjects: list[Subject]) -> None:
        """Remember of whom a sentence without statement tells, and who issued a document in it."""
        main = next((s for s in subjects if s.topic), None)
        issuer = main or next((s for s in subjects if s.bound is None), None)
        if issuer is not None and issues_document(issuer.phrase, view, self.analysis):
            self._note(issuer.speakers, view)
        elif main is not None and main.speakers[-1].entity is not None:
            self.scene.topic, self.scene.topic_sentence = main.speakers, view.index

    def _read_relayed(
        self,
        report: Report,
        view: SentenceView,
        speakers: tuple[Speaker, ...],
        after: int,
        via: tuple[str, ...],
    ) -> bool:
        """「A紙は、当局者の話として…と伝えた」: the official speaks, by the hand of A."""
        relayed = find_relayed(report, self.standing.told_from, view, self.analysis, self.scene)
        if not relayed:
            return False
        hands = tuple(s.entity for s in speakers if s.entity is not None)
        is_hand = not speakers or only_relays(speakers, report, self.analysis)
        outer = (*via, *(h for h in hands if h not in via))
        for source, content in contents_of(relayed, after, report, view, self.analysis):
            part = replace(report, quoted=None) if content.end < report.content_end else report
            self._add(part, view, source.speakers, content, outer, "relayed-words")
            if not is_hand:
                self._add(part, view, speakers, content, via, "subject-before-content")
        self._note(relayed[-1].speakers, view)
        return True

    def _note_issuers(
        self, report: Report, view: SentenceView, subjects: list[Subject]
    ) -> tuple[Speaker, ...]:
        """「共同声明を発表した」 tells nothing but who speaks in the sentences that follow."""
        speakers, _, _ = choose_speakers(report, subjects, view, self.analysis, outer=False)
        if speakers and not report.passive and not report.embedded:
            self._note(speakers, view)
        return speakers

    def _read_passive(self, report: Report, view: SentenceView, via: tuple[str, ...]) -> None:
        """「A氏によって「…」と評された」: the agent speaks; what is 報じられた the media say."""
        start = content_start(report, report.since, view, self.analysis)
        for at in range(report.since, report.verb):
            if view.phrases[at].particle in _AGENTS:
                speakers = speakers_at(at, view, self.analysis, self.scene)
                if speakers and at < report.marker:
                    start = view.phrases[at + 1].start
                content = report.quoted or Span(start, report.content_end)
                if speakers and content.start < content.end:
                    self._add(report, view, speakers, content, via, "agent-of-passive")
                    return
        before = view.phrases[report.since : report.marker]
        told = report.frame is Frame.TO or any(p.particle == "からは" for p in before)
        if told and report.lemma in RELAYING and not report.negated and not via:
            content = Span(start, report.content_end)
            self._add(report, view, (Speaker(anonymous=_MEDIA),), content, via, "told-by-media")

    def _read_spread(self, report: Report, view: SentenceView, via: tuple[str, ...]) -> None:
        """「専門家から…との懸念が上がっている」: those speak whom から or の間では names, if any."""
        speakers, after = holders_of(report, view, self.analysis, self.scene)
        start = content_start(report, after, view, self.analysis)
        if not speakers:  # 「A紙によると…との見方もある」: A tells so
            speakers, via = tuple(Speaker(entity=hand) for hand in via), ()
        self._add(report, view, speakers, Span(start, report.content_end), via, "voices-heard")

    def _pass_through(self, speakers: tuple[Speaker, ...]) -> None:
        """Note the outlet as the outermost hand of the statements just found in its report."""
        hands = tuple(s.entity for s in speakers if s.entity is not None)
        if not self.found:
            return
        sentence = self.found[-1].sentence
        for statement in reversed(self.found):
            if statement.sentence != sentence:
                break
            if statement.speaker is None and len(hands) == 1 and statement.rule == "voices-heard":
                statement.speaker = speakers[0]
                continue
            statement.via = (*statement.via, *(h for h in hands if h not in statement.via))

    def _read_source(self, view: SentenceView, source: Source) -> None:
        """Add what the sentence tells from its source."""
        content = told_by(source, view, self.analysis)
        if content is None:
            return
        named = view.phrases[source.phrase].head_end
        act = act_of_information(content, self.rules, self.analysis.text, named)
        if source.speakers and (not self.found or self.found[-1].sentence != view.index):
            self._note(source.speakers, view)
        relayed = relayed_by(source, view, self.analysis, self.scene)
        if relayed is not None:
            speakers, content = relayed[0], Span(relayed[1], content.end)
            self._tell(view, content, speakers, "relayed-words", act, via=source.hands)
            return
        self._tell(view, content, source.speakers, "according-to", act)

    def _read_hearsay(self, view: SentenceView) -> None:
        """「…という。」, 「…とのこと。」 go on with what the speaker of the sentence before said."""
        end = hearsay_end(view, self.analysis)
        if end is None:
            return
        is_near = view.index - self.scene.last_sentence <= _HEARD_WITHIN
        speakers = self.scene.last if is_near else ()
        if view.index - self.scene.source_sentence == 1:  # what a source tells goes on
            speakers = self.scene.source
        content = Span(view.start, end)
        act = act_of_content(Act.ANNOUNCE, content, self.rules, self.analysis.text)
        self._tell(view, content, speakers, "hearsay", act)
        if speakers:
            self._note(speakers, view)

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
        text = self.analysis.text
        content = quoted_or_trimmed(report, content, text)
        if sum(map(str.isalnum, text[content.start : content.end])) < _SHORTEST:
            return
        if report.act is Act.ASSERT:
            tells = only_tell(speakers, self.analysis)
            report = replace(report, act=act_of_saying(report, rule, only_tells=tells))
        act = act_of_report(report, content, self.rules, text)
        if act is None:
            return
        told = Told(
            view,
            content,
            Span(view.phrases[report.since].start, view.phrases[report.verb].end),
            act,
            Quote.INDIRECT if report.quoted is None else Quote.DIRECT,
            rule,
            (*via, *interviewers(report, content, view, self.analysis)),
            addressee(report, view, speakers, self.analysis),
            report.negated,
            report.lemma,
        )
        new = findings_of(told, speakers, self.analysis, self.issues)
        add_told(self.found, new, self.analysis)

    def _tell(
        self,
        view: SentenceView,
        content: Span,
        speakers: tuple[Speaker, ...],
        rule: str,
        act: Act,
        quote: Quote = Quote.INDIRECT,
        via: tuple[str, ...] = (),
    ) -> None:
        """Add content that no reporting verb carries."""
        told = Told(view, content, Span(view.start, view.end), act, quote, rule, via)
        self.found += findings_of(told, speakers, self.analysis, self.issues)

    def _note_people(self, view: SentenceView) -> None:
        for name in self.analysis.names.within(view.start, view.end):
            if self.analysis.member(name).type is ActorType.PERSON:
                people = self.scene.people
                if people and people[-1] == name.member:
                    continue
                people.append(name.member)
        if len(self.scene.people) > 60:
            del self.scene.people[:30]
