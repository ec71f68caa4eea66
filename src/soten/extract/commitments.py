"""Commitments: who binds himself to what, from when until when, on what condition."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from soten.extract.agreements import find_agreements, find_plans
from soten.extract.carriers import HELD
from soten.extract.deeds import Deed, DeedReader
from soten.extract.findings import CommitmentFinding, StatementFinding
from soten.extract.keeping import find_kept
from soten.extract.outcomes import settle
from soten.extract.parties import inner_party, party_of
from soten.extract.rules import Rules
from soten.extract.terms import term_of
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, ActorType, CommitmentStatus, Span

_BINDING = frozenset((Act.WILLING, Act.ANNOUNCE, Act.ACCEPT, Act.CONFIRM, Act.PROPOSE))
_DECLARING = frozenset((Act.ANNOUNCE, Act.ASSERT, Act.CONFIRM, Act.ACCEPT, Act.WILLING, Act.WARN))
"""Acts whose content, if it is a deed still to be done, binds the speaker."""
_THREATENING = frozenset((Act.CRITICIZE, Act.EXPLAIN))
"""Acts that bind only where the content says 我々 or names the party."""
_PERSONAL = frozenset(
    "会談する 協議する 会う 訪れる 訪問する 出席する 面会する 渡航する 帰国する 出馬する 立候補する "
    "辞任する 辞職する 退任する 引退する 退く".split()
)
"""What a person promises to do in person: a meeting, a journey."""
_TAKEN_ON = re.compile(
    r"(?:停戦|休戦|延長|交換|撤退|撤収|解放|釈放|武装解除|返還|引き渡し|再開|停止|派遣|協力)(?:案|の提案)?\Z"
)
"""What binds whoever accepts it, though no predicate says what will be done."""
_MERELY_OPEN = re.compile(
    r"(?:協議|交渉|対話|会談|検討)(?:する|に応じる|を行う)(?:用意|準備)|前向き|準備はできている|意思がある|したい\Z|応じるだろう"
)
"""Readiness that binds nobody."""
_DAY_BEFORE = 14
"""Characters before the content in which the day of what is promised may stand."""
_APPOSED = re.compile(
    r"という、?[^。「」]{0,16}(?:プロジェクト|計画|構想|事業|案|目標|仕組み)(?!を(?:発表|表明|示))"
)
"""What follows words that only say what a plan is about: 「線路を敷くという、遅れた事業」."""
_TELLING = 10
"""Characters at the end of a promise that tell it from another of the same party."""
_LISTED = 3
"""Lines that make a list of deeds."""
_PROMISING = frozenset(("約束する", "確約する", "誓う", "保証する", "誓約する"))


def find_commitments(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[CommitmentFinding]:
    """Return the promises of a document: those of statements, of agreements, of plans told."""
    found: list[CommitmentFinding] = []
    reader = DeedReader(analysis, rules)
    for statement in statements:
        if _tells_of_another(statement, statements):
            continue
        promise = _promise(analysis, rules, reader, statement)
        if promise is not None:
            _add(found, promise)
    for item in _listed(analysis, reader, found):
        _add(found, item)
    for told in (*find_agreements(analysis, rules), *find_plans(analysis, rules)):
        _add(found, told)
    for kept in find_kept(analysis, statements):
        _add(found, kept)
    found.sort(key=lambda c: (c.span.start, c.span.end))
    settle(analysis, found)
    return found


def _tells_of_another(statement: StatementFinding, statements: list[StatementFinding]) -> bool:
    """「声明によると、双方は…を約束した」: those who promise are 双方, not who issued the statement."""
    return statement.rule == "according-to" and any(
        other.sentence == statement.sentence
        and other.speaker != statement.speaker
        and other.content != statement.content
        and other.content.overlaps(statement.content)
        for other in statements
    )


def _listed(
    analysis: Analysis, reader: DeedReader, found: list[CommitmentFinding]
) -> list[CommitmentFinding]:
    """Return the deeds listed a line each right after a promise, as its party's.

    「A国は次の措置をとると発表した。/関係を断絶する。/通信を止める。/…」, three lines or more.
    """
    listed: list[CommitmentFinding] = []
    by_sentence: dict[int, CommitmentFinding] = {}
    for promise in found:
        view = analysis.sentence_of(promise.span.start)
        if view is not None:
            by_sentence.setdefault(view.index, promise)
    at = 0
    while at < len(analysis.sentences):
        run = _run(analysis, reader, at)
        lead = by_sentence.get(at - 1)
        if lead is not None and len(run) >= _LISTED:
            listed += [
                replace(
                    lead,
                    span=s,
                    what=s.cut(analysis.text),
                    start=None,
                    end=None,
                    condition=None,
                    rule="deed-listed",
                )
                for s in run
            ]
        at += max(1, len(run))
    return listed


def _run(analysis: Analysis, reader: DeedReader, at: int) -> list[Span]:
    """Return the lines from the sentence `at` on that each end with a deed of nobody named."""
    run: list[Span] = []
    for view in islice(analysis.sentences, at, None):
        alone = view.start == 0 or analysis.text[view.start - 1] in "\n・ 　"
        last = view.phrases[-1] if view.phrases else None
        if last is None or not alone or last.joint != "end" or last.past:
            break
        deed = reader.deed(view.phrases)
        if deed is None or deed.party is not None or deed.own:
            break
        run.append(Span(view.start, last.end))
    return run


def _add(found: list[CommitmentFinding], promise: CommitmentFinding) -> None:
    """Add a promise unless the same party made it in the same words, or there, before."""
    for known in found:
        if known.party != promise.party:
            continue
        if known.end is not None and promise.end is not None and known.end != promise.end:
            continue
        if known.span.overlaps(promise.span) or _closing(known) == _closing(promise):
            return
    found.append(promise)


def _closing(promise: CommitmentFinding) -> str:
    """The words with which a promise ends, by which one told twice is known."""
    return promise.what.rstrip("。」』 ").removesuffix("こと")[-_TELLING:]


def _promise(
    analysis: Analysis, rules: Rules, reader: DeedReader, statement: StatementFinding
) -> CommitmentFinding | None:
    if _tells_plan(analysis, statement):
        return None
    own = party_of(statement.speaker, analysis)
    party = inner_party(analysis, statement) or own
    deed = reader.read(statement.content)
    doer = deed.party if deed is not None else None
    if statement.act is Act.WILLING and doer is not None:
        party = doer
    if party is not None and doer in (None, party) and _binds(analysis, rules, statement):
        return _commitment(analysis, statement, _in_person(analysis, statement, deed, party))
    if deed is None or statement.negated or _is_merely_open(analysis, statement):
        return None
    if analysis.text.startswith("よう", statement.content.end):
        return None
    if statement.act is Act.ASSERT and _APPOSED.match(analysis.text, statement.content.end):
        return None
    party = _declared(analysis, statement, deed, own)
    if party is None:
        return None
    return _commitment(analysis, statement, _in_person(analysis, statement, deed, party))


def _in_person(
    analysis: Analysis, statement: StatementFinding, deed: Deed | None, party: str
) -> str:
    """Return the speaker where what he will do is a meeting or journey of his own, else the party."""
    speaker = statement.speaker.entity if statement.speaker is not None else None
    if statement.act is Act.ACCEPT:
        return party
    if deed is None or deed.lemma not in _PERSONAL or deed.party is not None or speaker is None:
        return party
    is_person = analysis.cast.members[speaker].type is ActorType.PERSON
    return speaker if is_person else party


def _tells_plan(analysis: Analysis, statement: StatementFinding) -> bool:
    """「Aは派遣する方針だ」, 「Aは派遣するという」: a plan told (`find_plans`), and no promise."""
    if statement.rule == "hearsay" and statement.speaker is None:
        return True
    content = statement.content
    ends_with_noun = content.cut(analysis.text).endswith(statement.verb)
    return statement.verb in HELD and ends_with_noun and statement.frame.end - content.end <= 4


def _is_merely_open(analysis: Analysis, statement: StatementFinding) -> bool:
    content = statement.content
    return _MERELY_OPEN.search(analysis.text, content.start, content.end) is not None


def _declared(
    analysis: Analysis, statement: StatementFinding, deed: Deed, own: str | None
) -> str | None:
    """Whom a deed told as still to be done binds: 「A国は部隊を派遣すると発表した」."""
    if statement.act in _DECLARING:
        if deed.party is None:
            return own
        if deed.party == own or _is_relayed(analysis, statement):
            return deed.party
    if statement.act in _THREATENING:
        if deed.own or (deed.party is not None and deed.party == own):
            return own
        if deed.party is not None and _is_relayed(analysis, statement):
            return deed.party
    return None


def _is_relayed(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether the one who tells it is nobody's party: an outlet, or a source without a name."""
    if statement.speaker is None or statement.speaker.entity is None:
        return True
    return analysis.cast.members[statement.speaker.entity].type is ActorType.OUTLET


def _is_stated(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether the words end with what is so, or with another's saying, and no promise."""
    content = statement.content
    tail = max(content.start, content.end - 16)
    return _STATED.search(analysis.text, tail, content.end) is not None


_UNBINDING = re.compile(
    r"(?:ませんでした|できない|できません|でしょうか|ですか|ますか|ながら|お願いします|ください|べきだ|かもしれない|のか|だろうか|"
    r"ことはない|ことはありません|ていない|ていません)[。？?！」』 ]*\Z"
)
_TOLD_PAST = re.compile(r"(?:た|ました|ています|ている)[。！」』 ]*\Z")
"""How words end that bind nobody though they hold a word for a promise."""
_GIVEN = re.compile(r"約束|確約|誓|合意|同意|保証|一致")
"""Words by which a past tells a promise given."""
_STATED = re.compile(
    r"(?:(?<=[一-龥々ァ-ヶー」』])(?:である|だった|であった|です|でした)(?:こと)?|"
    r"と(?:述べ|語っ|話し|示唆し|明らかにし|指摘し|説明し|主張し|強調し|表明し|発表し|報じ|伝え)(?:た|ました))"
    r"[。」』 ]*\Z"
)
"""How words end that tell what is so or was said: 「良い計画であること」 is nothing one will do."""


def _binds(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    if statement.verb in _PROMISING and not statement.negated:
        return not _is_stated(analysis, statement)
    if statement.act is Act.WILLING:
        return not (_is_merely_open(analysis, statement) or _is_stated(analysis, statement))
    if statement.act is Act.ACCEPT and statement.verb != "合意する" and not statement.negated:
        content = statement.content
        if _TAKEN_ON.search(analysis.text, content.start, content.end):
            return True
    if statement.act not in _BINDING and statement.act is not Act.ASSERT:
        return False
    content = statement.content
    tail = max(content.start, content.end - 40)
    hit = rules.cues[CueKind.COMMITMENT].best(analysis.text, tail, content.end)
    if hit is None:
        return False
    if _UNBINDING.search(analysis.text, tail, content.end):
        return False
    is_given = _GIVEN.search(analysis.text, hit.start, hit.end) is not None
    return is_given or _TOLD_PAST.search(analysis.text, tail, content.end) is None


def _commitment(analysis: Analysis, statement: StatementFinding, party: str) -> CommitmentFinding:
    content = statement.content
    term = term_of(analysis, _with_day(analysis, content), planned=True)
    return CommitmentFinding(
        content,
        party,
        content.cut(analysis.text),
        term.start,
        term.end,
        term.condition,
        CommitmentStatus.PLANNED if statement.act is Act.PROPOSE else CommitmentStatus.OPEN,
        f"promise-by-{statement.act.value}",
    )


def _with_day(analysis: Analysis, content: Span) -> Span:
    """The content with the day to come that stands right before it: 「18日に、首都を訪れる」."""
    start = content.start
    for time in reversed(analysis.times.within(max(0, start - _DAY_BEFORE), start)):
        between = analysis.text[time.end : start]
        if time.is_future and between in ("", "に", "に、", "、", "には", "にも"):
            return Span(time.start, content.end)
    return content
