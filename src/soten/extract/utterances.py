"""Utterances: words that are somebody's though no verb of their own sentence reports them.

「A氏：「…」」 and the heading 「「…」とA氏」 name who speaks beside the words; 「A氏は次のように述べた。
「…」」, 「「…」。A氏はこう語った。」 and 「…。と、A氏は述べた。」 in another sentence; a quotation that
stands alone goes on with the speaker before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from soten.extract.coreference import Scene
from soten.extract.rules import Rules
from soten.extract.speakers import Subject, speakers_at
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import chunk
from soten.lexicon.entries import Frame, SourceKind
from soten.records import ActorType, Quote, Span, Speaker

_LEAST = 6
"""Letters of the shortest words that count."""
_LONGEST_NAME = 30
"""Characters of the longest name with title beside a quotation."""
_SIGNS = " 　：:、,=＝—―–-〜~（）()【】[]❗️❓・▼■◆●◇○◎★☆※"
_MARKED = re.compile(r"[：:、,＝=]\s*\Z")
_AFTER = re.compile(r"\s*(?P<to>と)?[\s　＝=—―–\-（(]*")
_POINTING = re.compile(
    r"(?:次|以下|下記|つぎ)の(?:よう|通り|とおり|点|内容|項目|理由|条件)|こう(?!した)|このように|以下に"
)
"""What in a report points at words before or after it: 次のように述べた, こう語った."""
_PREDICATE = re.compile(
    r"(?:[うくぐすつぬぶむるいただ]|です|ます|ません|ない|せよ)[。！？!?」』”\"]*\Z"
)
_CLOSING = frozenset(
    "述べる 語る 言う 話す 指摘する 強調する 説明する 付け加える つけ加える 主張する コメントする 明言する "
    "断言する 警告する 訴える 続ける 書く 投稿する".split()
)
"""Verbs that close words without marks: 「橋は残る。A氏は語った。」."""
_FRAMING = (
    "で",
    "に",
    "には",
    "にて",
    "に対し",
    "に対して",
    "を前に",
    "との",
    "の",
    "から",
    "では",
    "",
)
"""Particles of what a report without content may hold besides its subject: 記者団に, 会見で."""


_MEETING = frozenset("応じる 答える 応える 開く 受ける 臨む 出演する 出席する".split())
_TOLD_AT = ("インタビュー", "取材", "会見", "質問", "番組", "会合", "集会", "会議")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words with whom they are of; `view` is the sentence that holds the words."""

    view: SentenceView
    content: Span
    speakers: tuple[Speaker, ...]
    quote: Quote
    rule: str


@dataclass(slots=True)
class Lead:
    """A report whose words stand in the sentences around it."""

    speakers: tuple[Speaker, ...]
    sentence: int


class Utterances:
    """Follows the sentences of a document in which no verb reports."""

    def __init__(self, analysis: Analysis, rules: Rules) -> None:
        self.analysis, self.rules = analysis, rules
        sources, titles = analysis.index.sources, analysis.index.titles
        self.persons = tuple(w for w, e in sources.items() if e.kind is SourceKind.PERSON)
        self.persons += tuple(titles)
        """Words for somebody unnamed who is one person."""
        self.lead: Lead | None = None
        self.loose: SentenceView | None = None
        """The sentence before, if nobody said it so far."""

    def read(self, view: SentenceView, subjects: list[Subject], scene: Scene) -> Utterance | None:
        """Return what a sentence without report adds, if it adds or completes words of somebody."""
        loose, self.loose = self.loose, view
        said = self._beside_name(view, scene) or self._after_name(view, scene)
        if said is None:
            said = self._alone(view, scene)
        if said is None:
            said = self._led(view, subjects, loose)
        if said is not None:
            self.loose = None
        return said

    def reset(self) -> None:
        """Forget what waits for a speaker: the sentence just read was reported by its own verb."""
        self.loose = None

    # --- named in the same line --------------------------------------------------------------------
    def _beside_name(self, view: SentenceView, scene: Scene) -> Utterance | None:
        """「A氏：「…」」, 「A氏「…」」: a name, and the words that end the line."""
        text = self.analysis.text
        end = view.start + len(text[view.start : view.end].rstrip("。 】"))
        quotation = self.analysis.quotation_ending_at(end)
        if quotation is None or quotation.depth or quotation.start <= view.start:
            return None
        before = text[view.start : quotation.start]
        name_end = view.start + len(before.rstrip(_SIGNS))
        speakers = named_in(view, view.start, name_end, self.analysis, scene)
        if not speakers and "、" in before and text[end : end + 1] not in ("。", "」"):
            comma = view.start + before.index("、")
            named = named_in(view, view.start, comma, self.analysis, scene)
            if named and view.end == end:  # 「A国、輸出を再開　「…」」
                content = Span(quotation.inner_start, quotation.inner_end)
                is_said = self._is_speech(quotation.inner_start, quotation.inner_end)
                return (
                    Utterance(view, content, named, Quote.DIRECT, "beside-name")
                    if is_said
                    else None
                )
        if not speakers or not self._is_speech(quotation.inner_start, quotation.inner_end):
            return None
        marked = bool(_MARKED.search(before))
        if not (marked or self._are_people(speakers)):
            return None
        content = Span(quotation.inner_start, quotation.inner_end)
        return Utterance(view, content, speakers, Quote.DIRECT, "beside-name")

    def _after_name(self, view: SentenceView, scene: Scene) -> Utterance | None:
        """「「…」とA氏」, 「「…」＝A氏」: headings that end with whose words they are."""
        text, start = self.analysis.text, view.start
        while start < view.end and text[start] in _SIGNS:
            start += 1
        quotation = self.analysis.quotation_at.get(start)
        if quotation is None or text[view.end - 1] in "。":
            return None
        between = _AFTER.match(text, quotation.end, view.end)
        if between is None:  # an endless quotation, cut into sentences
            return None
        end = view.start + len(text[view.start : view.end].rstrip(_SIGNS))
        speakers = named_in(view, between.end(), end, self.analysis, scene)
        if not speakers or not self._is_speech(quotation.inner_start, quotation.inner_end):
            return None
        if between.end() == quotation.end and not self._are_people(speakers):
            return None
        content = Span(quotation.inner_start, quotation.inner_end)
        return Utterance(view, content, speakers, Quote.DIRECT, "beside-name")

    def _are_people(self, speakers: tuple[Speaker, ...]) -> bool:
        members = self.analysis.cast.members
        return all(
            members[s.entity].type is ActorType.PERSON
            if s.entity is not None
            else (s.anonymous or "").endswith(self.persons)
            for s in speakers
        )

    def _is_speech(self, start: int, end: int) -> bool:
        """Say whether words are long enough, and no title: 『…』 names books and articles."""
        text = self.analysis.text
        return text[start - 1] != "『" and sum(map(str.isalnum, text[start:end])) >= _LEAST

    # --- said in another sentence ------------------------------------------------------------------
    def _alone(self, view: SentenceView, scene: Scene) -> Utterance | None:
        """A quotation that is a sentence of its own: by who was led in, or goes on speaking."""
        quotation = self.analysis.quotation_at.get(view.start)
        if quotation is None or not self._is_speech(quotation.inner_start, quotation.inner_end):
            return None
        rest = self.analysis.text[quotation.end : view.end].strip("。 　")
        content = Span(quotation.inner_start, quotation.inner_end)
        lead = self.lead
        if lead is not None and view.index - lead.sentence == 1:
            if rest[:1] not in tuple("とはがをのにもでや"):
                return Utterance(view, content, lead.speakers, Quote.DIRECT, "led-in")
        if rest or not _PREDICATE.search(content.cut(self.analysis.text)):
            return None
        is_next = view.index - scene.last_sentence == 1 and view.paragraph - scene.paragraph <= 2
        if is_next and scene.last:
            return Utterance(view, content, scene.last, Quote.DIRECT, "speaker-goes-on")
        return None

    def _led(
        self, view: SentenceView, subjects: list[Subject], loose: SentenceView | None
    ) -> Utterance | None:
        """「A氏は語った。」: a report without words of its own, that leads them in or closes them."""
        speakers = self._bare_reporter(view, subjects)
        if not speakers:
            return None
        words = self.analysis.text[view.start : view.end]
        points = bool(_POINTING.search(words))
        closes = words.startswith(("と、", "と "))
        self.lead, self.loose = Lead(speakers, view.index), None
        if loose is None or view.index - loose.index != 1:
            return None
        quotation = self.analysis.quotation_at.get(loose.start)
        is_quoted = quotation is not None and quotation.end >= loose.end - 1
        is_near = loose.paragraph == view.paragraph or closes or self._are_lines(loose, view)
        if quotation is not None and is_quoted and (is_near or points):
            content = Span(quotation.inner_start, quotation.inner_end)
            return Utterance(loose, content, speakers, Quote.DIRECT, "closed-by-report")
        if not is_near or (points and not closes) or view.phrases[-1].lemma not in _CLOSING:
            return None
        end = loose.end - (self.analysis.text[loose.end - 1] == "。")
        if sum(map(str.isalnum, self.analysis.text[loose.start : end])) < _LEAST:
            return None
        return Utterance(
            loose, Span(loose.start, end), speakers, Quote.INDIRECT, "closed-by-report"
        )

    def _are_lines(self, loose: SentenceView, view: SentenceView) -> bool:
        """Say whether two sentences are lines of one paragraph, in a text that breaks after each."""
        return self.analysis.text[loose.end : view.start] == "\n"

    def _bare_reporter(self, view: SentenceView, subjects: list[Subject]) -> tuple[Speaker, ...]:
        """Who reports in a sentence that holds only a subject, its circumstances and a verb of saying."""
        last = view.phrases[-1] if view.phrases else None
        if last is None or last.lemma is None or last.negated or last.passive or not subjects:
            return ()
        verb = self.rules.verbs.get(last.lemma)
        if verb is None or Frame.TO not in verb.acts or last.joint != "end":
            return ()
        if verb.weak and last.lemma not in ("言う", "続ける", "加える", "書く"):
            return ()
        subject = subjects[-1]
        since = _after_attributes(subject.phrase, view)
        for at, phrase in enumerate(view.phrases[:-1]):
            if at == subject.phrase or (at == 0 and phrase.particle == "と"):
                continue
            if since <= at < subject.phrase or _answers(at, view, self.analysis):
                continue
            if phrase.lemma is not None and phrase.joint not in (None, "other"):
                return ()
            if phrase.particle not in _FRAMING or (
                phrase.quote is not None and phrase.particle != "の"
            ):
                return ()
        return subject.speakers


def _after_attributes(subject: int, view: SentenceView) -> int:
    """The phrase from which all only says who the subject is: 「首都を+訪問中の+A氏は」."""
    at = subject
    while at > 0 and not view.phrases[at - 1].comma and view.phrases[at - 1].lemma is None:
        before = view.phrases[at - 1]
        if before.particle != "の" and not (before.particle in ("を", "に") and at < subject):
            break
        at -= 1
    return at


def _answers(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether the phrase belongs to 「取材に+応じ、」 or 「会見を+開き、」, which only tell where."""
    phrase = view.phrases[at]
    if at + 1 >= len(view.phrases):
        return False
    verb = phrase if phrase.lemma is not None else view.phrases[at + 1]
    told = phrase if phrase.lemma is None else view.phrases[at - 1] if at else None
    if told is None or verb.lemma not in _MEETING or verb.joint not in ("te", "stem"):
        return False
    words = analysis.text[told.start : told.head_end]
    return told.particle in ("に", "を", "で") and words.endswith(_TOLD_AT)


def named_in(
    view: SentenceView, start: int, end: int, analysis: Analysis, scene: Scene
) -> tuple[Speaker, ...]:
    """Return whom a stretch of a sentence names that holds nothing but a name with what is tied to it."""
    if not 0 < end - start <= _LONGEST_NAME:
        return ()
    tokens = analysis.tokens
    first = view.first
    while first < view.last and tokens[first].start < start:
        first += 1
    last = first
    while last < view.last and tokens[last].end <= end:
        last += 1
    phrases = chunk(tokens, first, last, analysis.closes)
    if not phrases or any(p.lemma or p.quote is not None for p in phrases):
        return ()
    if phrases[-1].particle or any(p.particle not in ("の", "") for p in phrases[:-1]):
        return ()
    part = SentenceView(view.index, start, end, view.paragraph, first, last, phrases)
    return speakers_at(len(phrases) - 1, part, analysis, scene)
