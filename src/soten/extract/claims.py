"""Claims: facts that somebody asserts and others could check or deny.

A denial is joined to the assertion it contests when both speak of the same places, actors or things;
a denial of something nobody in the document asserts stands alone.
"""

from __future__ import annotations

from soten.extract.checkable import is_checkable
from soten.extract.contesting import DENYING, HOLDING, JUDGED, WORDLESS
from soten.extract.control import control_in
from soten.extract.disputes import contested_by, is_own_account, refuses
from soten.extract.findings import ClaimFinding, StatementFinding
from soten.extract.heldclaims import HeldClaims, Side
from soten.extract.rules import Rules
from soten.extract.unconfirmed import UNCONFIRMED, note_unconfirmed
from soten.extract.writersaccount import told_by_writer, told_in_denial
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, ActorType, Span

_DENYING = HOLDING - {Act.CONFIRM}
_OPPOSING = frozenset((Act.REJECT, Act.DEMAND, Act.DOUBT))
"""Acts that may contest what another has declared, and claim nothing themselves."""
_A_VERB = 8
"""Characters of a verb with its particle after what it reports: 「…を否定する」."""


def find_claims(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[ClaimFinding]:
    """Return the claims of a document, each with its assertions and denials in order."""
    held = HeldClaims(analysis, rules)
    relays = _relays(statements)
    for at, statement in enumerate(statements):
        if statement.speaker is None or at in relays:
            continue
        if _is_unconfirmed(analysis, statement):
            continue
        side = Side(statement, analysis, rules)
        if statement.act is Act.DENY or _denies(analysis, rules, statement):
            _deny(side, held, analysis, rules)
            continue
        branded = told_in_denial(side, analysis, branded=True)
        if branded is not None:
            held.add_denied(side, branded)
        contested = contested_by(side, held, analysis)
        for claim in contested:
            claim.deny(side)
        if is_checkable(analysis, rules, statement):
            if not contested or is_own_account(side, analysis):
                for part in _parts(side, analysis, rules):
                    held.hold(part)
        elif statement.act in HOLDING and not contested:
            held.note(side)
    note_unconfirmed(held, analysis, rules)
    for claim in held.claims:
        claim.finding.control = control_in(claim, analysis)
    return held.findings()


def _is_unconfirmed(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether a statement ends by saying that something could not be confirmed."""
    content, frame = statement.content, statement.frame
    end = max(content.end, frame.end) if frame.overlaps(content) else content.end
    ends = [m.end() for m in UNCONFIRMED.finditer(analysis.text, content.start, end)]
    return bool(ends) and content.end - ends[-1] <= _A_VERB


def _relays(statements: list[StatementFinding]) -> set[int]:
    """Which statements hold little but another's: 「A紙によると、B氏は…と述べた」 is B's."""
    by_sentence: dict[int, list[int]] = {}
    for at, statement in enumerate(statements):
        by_sentence.setdefault(statement.sentence, []).append(at)
    found: set[int] = set()
    for group in by_sentence.values():
        for at in group:
            outer = statements[at].content
            for other in group:
                inner = statements[other].content
                held = outer.start <= inner.start and inner.end < outer.end
                own = statements[at].speaker == statements[other].speaker
                if own and outer == inner and statements[other].act is Act.DENY:
                    if statements[at].act is not Act.DENY:
                        found.add(at)  # 「…とするA国の主張を否定した」
                own = own and outer.end - inner.end <= _A_VERB
                if held and (own or 2 * (inner.end - inner.start) >= outer.end - outer.start):
                    found.add(at)
    return found


def _denies(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    if statement.act not in _DENYING:
        return False
    content = statement.content
    hits = rules.cues[CueKind.DENIAL].hits(analysis.text, content.start, content.end)
    return next(iter(hits), None) is not None


def _deny(side: Side, held: HeldClaims, analysis: Analysis, rules: Rules) -> None:
    """Add a denial to what it denies, or by itself; what is denied is a claim, whatever it says."""
    contested = contested_by(side, held, analysis, denies=True)
    for claim in contested:
        claim.deny(side)
    again = held.is_denied_again(side)
    if contested or again or refuses(side, analysis):
        return
    told = told_in_denial(side, analysis) or told_by_writer(side, analysis, rules)
    already = [] if told is None else held.told_at(told[1], side)
    for claim in already:
        claim.deny(side)
    if already:
        return
    content = side.statement.content
    empty = WORDLESS.match(analysis.text, content.start, content.end)
    weighed = JUDGED.match(analysis.text, content.start, content.end)
    if told is not None or not (empty or (weighed and side.statement.verb not in DENYING)):
        held.add_denied(side, told)


def _parts(side: Side, analysis: Analysis, rules: Rules) -> list[Side]:
    """Cut a claim about several places, each with its number, into one for each place.

    「A市の70%、B市の80%以上を制圧した」.
    """
    content = side.statement.content
    cuts: list[int] = []
    for number in analysis.numbers.within(content.start, content.end):
        before = analysis.text[max(content.start, number.start - 1) : number.start]
        place = analysis.name_by_stop.get(number.start - 1) if before == "の" else None
        if place is not None and analysis.member(place).type is ActorType.PLACE:
            cuts.append(number.end)
    if len(cuts) < 2:
        return [side]
    starts = [content.start, *(_after_joint(cut, analysis.text) for cut in cuts[:-1])]
    spans = zip(starts, [*cuts[:-1], content.end], strict=True)
    return [Side(side.statement, analysis, rules, Span(a, b)) for a, b in spans]


def _after_joint(place: int, text: str) -> int:
    return place + text.startswith(("、", "，", "と", "や"), place)
