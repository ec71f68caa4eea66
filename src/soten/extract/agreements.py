"""Agreements and plans told by the writer: what binds parties without a statement of theirs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from soten.extract.coreference import Scene
from soten.extract.deeds import DeedReader
from soten.extract.events import clauses
from soten.extract.findings import CommitmentFinding
from soten.extract.parties import party_of, party_of_member, side_by_side
from soten.extract.rules import Rules
from soten.extract.speakers import Subject, find_subjects
from soten.extract.terms import term_of
from soten.extract.together import ALL, Together
from soten.extract.triggers import is_heading
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.moments import Relation, Time
from soten.japanese.phrases import Phrase
from soten.records import ActorType, CommitmentStatus, Span, Speaker

_BEFORE = 24
"""Characters before a deadline that say what is to be done."""
_DEED = re.compile(
    r"返還|引き渡|撤退|撤収|停止|廃止|断つ|削減|派遣|支払|実施|解除|完了|終え|開始|交換|提出|提供|設置|"
    r"縮小|延長|解体|破棄|除去|再開|禁止|終了|釈放"
)
"""Deeds that a party can be held to."""
_AGREEING = re.compile(
    r"(?:(?:こと|事|強化|実施|開催|継続|再開|停止|撤退|撤収|交換|推進|必要性|停戦|休戦|解放|釈放|延長|削減|縮小|解除|設置|派遣|"
    r"返還|協力|拡大|引き渡し)(?:で|に|について|でも|にも)[^。、「」]{0,24}(?:合意|一致|同意|応じ)(?:に達)?[したっ]|"
    r"(?:停戦|休戦|撤退|撤収|交換|解放|延長|返還|協力)(?:に関する|についての|の)?(?:合意書?|協定|覚書|合意文書)に[^。、「」]{0,8}"
    r"(?:署名|調印)し|意向書に署名し|"
    r"こと(?:など)?(?:を|で|について)(?:互いに|相互に|改めて|それぞれ)?(?:確認|約束|申し合わせ|取り決め|誓約|決め)[しまたて])"
)
_CONFIRMING = re.compile(r"(?:確認|約束|申し合わせ|取り決め|誓約|決め).?\Z")
"""What only several together agree on: 「双方は…することを確認した」."""
_EACH = re.compile(r"こと(?:や|、|と、|など|及び|および|並びに|を|で)")
"""What ends one of several things agreed on."""
_HEARD = frozenset(
    (
        "いう",
        "のこと",
        "のことだ",
        "こと",
        "のことです",
        "いいます",
        "の事",
        "の事だ",
        "の事です",
        "いうことだ",
    )
)
"""What closes hearsay after と."""
_MEANT = re.compile(
    r"(?:予定|方針|計画|意向|考え|構え|決意|運び|見込み)(?:で(?:あり|すが|あるが)?|だが)(?:、|\Z)|"
    r"予定して(?:いる(?:が|ほか)|いますが|おり|い)、?"
)
"""How a clause ends that tells a plan and goes on: 「する方針で、」, 「を予定しており、」."""
_DECIDING = frozenset(("決める", "決定する", "閣議決定する", "承認する"))
_PARTIES = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE, ActorType.PERSON))


def find_agreements(analysis: Analysis, rules: Rules) -> list[CommitmentFinding]:
    """What parties agree to do binds them: 「AとBは…することで合意した」, 「AはBと…で合意した」."""
    found: list[CommitmentFinding] = []
    together = Together(analysis)
    reader = DeedReader(analysis, rules)
    for view in analysis.sentences:
        if _AGREEING.search(analysis.text, view.start, view.end) is None:
            together.read(view)
            continue
        subjects = find_subjects(view, analysis, Scene(place=view.start))
        current: Subject | None = None
        for first, last in clauses(view):
            own = [s for s in subjects if first <= s.phrase < last]
            current = own[0] if own else current
            span = Span(view.phrases[first].start, view.phrases[last - 1].end)
            match = _AGREEING.search(analysis.text, span.start, span.end)
            predicate = view.phrases[last - 1]
            if (
                match is None
                or predicate.negated
                or _is_mentioned(analysis, view, match.end(), last)
            ):
                continue
            parties = _agreeing(analysis, view, (first, last), current, together)
            if _is_bare(match.group()) and len(parties) < 2:
                continue
            for part in _parts(analysis, span):
                deed = reader.read(part)
                if _CONFIRMING.search(match.group()) and (len(parties) < 2 or deed is None):
                    continue
                bound = [deed.party] if deed is not None and deed.party is not None else parties
                found += _bound(analysis, part, bound)
        together.read(view)
    return found


def _parts(analysis: Analysis, span: Span) -> list[Span]:
    """Return the things agreed on in a clause, each up to its こと; the clause where it is one."""
    ends = [m.start() + 2 for m in _EACH.finditer(analysis.text, span.start, span.end)]
    if len(ends) < 2:
        return [span]
    parts: list[Span] = []
    start = span.start
    for end in ends:
        while analysis.text[start] in "、やと":
            start += 1
        parts.append(Span(start, end))
        start = end
    return parts


def _is_bare(words: str) -> bool:
    """Say whether only a noun is agreed to, which one party alone may do to anything: 停戦に応じた."""
    if "応じ" in words:
        return False
    return "こと" not in words and "署名" not in words and "調印" not in words


def _is_mentioned(analysis: Analysis, view: SentenceView, end: int, last: int) -> bool:
    """「同意したことには…」 only comes back to what is known; 「同意した旨を発表」 tells it."""
    for phrase, head in pairwise(view.phrases[:last]):
        if phrase.start < end <= phrase.end + 1 and phrase.joint == "adnominal":
            noun = analysis.text[head.start : head.head_end]
            return not (noun in ("旨", "こと") and head.particle in ("を", "が"))
    return False


def _agreeing(
    analysis: Analysis,
    view: SentenceView,
    clause: tuple[int, int],
    current: Subject | None,
    together: Together,
) -> list[str]:
    """The parties to an agreement: its subjects, whom it is made with, or 双方."""
    first = clause[0] if current is None else min(current.phrase + 1, clause[0])
    phrases = view.phrases[first : clause[1]]
    for phrase in phrases:
        words = analysis.text[phrase.start : phrase.head_end]
        if ALL.search(words) and phrase.particle.endswith(("は", "が", "も")):
            return together.meant(words)
    told = [party_of(s, analysis) for s in current.speakers] if current is not None else []
    if not any(told):
        topics = [p for p in view.phrases[: clause[1]] if p.particle.endswith("は")]
        told = [_members(analysis, p.start, p.end) for p in topics]
    parties = [party for party in told if party is not None]
    if current is not None and len(parties) < 2:
        parties = [*side_by_side(analysis, view, current.phrase), *parties]
    for phrase in phrases:
        name = analysis.name_by_stop.get(phrase.head_end)
        if phrase.particle == "と" and name is not None and parties:
            member = analysis.member(name)
            if member.type in _PARTIES:
                other = party_of_member(member, analysis)
                if other is not None and member.side not in parties:
                    parties.append(other)
    return list(dict.fromkeys(parties))


def _members(analysis: Analysis, start: int, end: int) -> str | None:
    """「連盟加盟国は」: the members together are the organization."""
    for name in analysis.names.within(start, end):
        member = analysis.member(name)
        if member.type is ActorType.ORGANIZATION:
            if re.match(
                r"(?:[（(][^（）()]*[)）])?の?(?:加盟|各)国は", analysis.text[name.stop : end]
            ):
                return party_of_member(member, analysis)
    return None


def _bound(analysis: Analysis, span: Span, parties: list[str]) -> list[CommitmentFinding]:
    term = term_of(analysis, span, planned=True)
    return [
        CommitmentFinding(
            span,
            party,
            span.cut(analysis.text),
            term.start,
            term.end,
            term.condition,
            CommitmentStatus.OPEN,
            "agreement-to-act",
        )
        for party in parties
    ]


def find_plans(analysis: Analysis, rules: Rules) -> list[CommitmentFinding]:
    """What a party is to do: 「A国は地区を15日までに返還する」, 「A国は部隊を派遣する方針だ」."""
    found: list[CommitmentFinding] = []
    reader = DeedReader(analysis, rules)
    for view in analysis.sentences:
        until = [
            time
            for time in analysis.times.within(view.start, view.end)
            if time.relation is Relation.UNTIL and time.is_future
        ]
        rule, end = _plan(analysis, view, reader)
        inner = _plans_within(analysis, view, reader)
        if not until and not rule and not inner:
            continue
        subjects = find_subjects(view, analysis, Scene(place=view.start))
        for first, last in inner:
            found += _held(analysis, view, first, last, subjects)
        since = view.start
        for time in until:
            found += _deadline(analysis, view, time, since, subjects)
            since = time.end
        topic = next((s for s in reversed(subjects) if s.topic), subjects[-1] if subjects else None)
        if rule and topic is not None:
            span = Span(min(view.phrases[topic.phrase].end, end), end)
            found += _planned(analysis, span, topic.speakers, rule)
    return found


def _plan(analysis: Analysis, view: SentenceView, reader: DeedReader) -> tuple[str, int]:
    """By what rule a sentence of the writer ends with a deed still to be done, and where it ends."""
    phrases, is_hearsay = _without_hearsay(analysis, view.phrases)
    if not phrases or (not is_hearsay and phrases[-1].joint != "end"):
        return "", 0
    end = phrases[-1].end
    if _is_decision(analysis, phrases):
        return "deed-decided", end
    if is_heading(analysis, view):
        return "", 0
    deed = reader.deed(phrases)
    if deed is None or (deed.own and not deed.intended):
        return "", 0
    if phrases[-1].past and not deed.intended:
        return "", 0
    term = term_of(analysis, Span(view.start, end), planned=True)
    if not deed.intended and not is_hearsay and term.end is None:
        return "", 0
    return "plan-told", end


def _plans_within(
    analysis: Analysis, view: SentenceView, reader: DeedReader
) -> list[tuple[int, int]]:
    """Return the clauses before the last that tell a plan: 「撤退する予定で、」, 「署名を予定しており、」."""
    if is_heading(analysis, view) or _MEANT.search(analysis.text, view.start, view.end) is None:
        return []
    found: list[tuple[int, int]] = []
    first = 0
    for at, phrase in enumerate(view.phrases[:-1]):
        if not phrase.comma and phrase.joint not in ("end", "quoted"):
            continue
        told = _MEANT.search(analysis.text, phrase.start, phrase.end)
        if told is not None and not phrase.negated:
            if phrase.lemma == "予定する" or reader.deed(view.phrases[first : at + 1]) is not None:
                found.append((first, at + 1))
        first = at + 1
    return found


def _held(
    analysis: Analysis, view: SentenceView, first: int, last: int, subjects: list[Subject]
) -> list[CommitmentFinding]:
    """The plan of the clause `first` to `last`, its own subject's or that of the clause before."""
    before = [s for s in subjects if s.phrase < last - 1]
    if not before:
        return []
    topic = before[-1]
    span = Span(view.phrases[max(first, topic.phrase + 1)].start, view.phrases[last - 1].end)
    return _planned(analysis, span, topic.speakers, "plan-told")


def _without_hearsay(analysis: Analysis, phrases: list[Phrase]) -> tuple[list[Phrase], bool]:
    """Return the phrases before a closing という or とのこと, and whether there was one."""
    for at in range(max(0, len(phrases) - 3), len(phrases)):
        if phrases[at].joint == "quoted" and at + 1 < len(phrases):
            rest = analysis.text[phrases[at + 1].start : phrases[-1].end]
            if rest in _HEARD:
                return phrases[: at + 1], True
    return phrases, False


def _is_decision(analysis: Analysis, phrases: list[Phrase]) -> bool:
    """Say whether the clause ends with a deed decided on: 「撤退を決めた」, 「派遣することを決定した」."""
    if len(phrases) < 2 or phrases[-1].lemma not in _DECIDING or not phrases[-1].past:
        return False
    if phrases[-1].negated or phrases[-1].passive:
        return False
    noun = phrases[-2]
    words = analysis.text[noun.start : noun.head_end]
    return noun.particle == "を" and (words == "こと" or _DEED.search(words) is not None)


def _deadline(
    analysis: Analysis, view: SentenceView, time: Time, since: int, subjects: list[Subject]
) -> list[CommitmentFinding]:
    """What is to be done by a time; the words after `since` say what."""
    before = [s for s in subjects if view.phrases[s.phrase].start < time.start]
    deed = next(
        (p for p in view.phrases if p.start >= time.end and p.lemma is not None and not p.past),
        None,
    )
    if not before or deed is None or deed.negated or not _DEED.search(deed.lemma or ""):
        return []
    topic = next((s for s in before if s.topic), before[0])
    start = max(view.phrases[topic.phrase].end, time.start - _BEFORE, since)
    found = _planned(analysis, Span(start, deed.end), topic.speakers, "deed-by-a-day")
    return [replace(promise, end=time.edtf.split("/")[-1]) for promise in found]


def _planned(
    analysis: Analysis, span: Span, speakers: tuple[Speaker, ...], rule: str
) -> list[CommitmentFinding]:
    term = term_of(analysis, span, planned=True)
    parties = dict.fromkeys(party_of(s, analysis) for s in speakers)
    return [
        CommitmentFinding(
            span,
            party,
            span.cut(analysis.text),
            term.start,
            term.end,
            term.condition,
            CommitmentStatus.PLANNED,
            rule,
        )
        for party in parties
        if party is not None
    ]
