"""Disputes: which claims of others a statement contests."""

from __future__ import annotations

from soten.extract.contesting import (
    ANSWERING,
    CRITICISM,
    FALSEHOOD,
    HELD,
    LAID_TO,
    NEGATED,
    OPPOSITE,
    OWNED,
    RECOGNIZING,
    WITHHELD,
)
from soten.extract.contrasts import Contrast
from soten.extract.denials import Denial
from soten.extract.heldclaims import HeldClaim, HeldClaims, Side
from soten.japanese.analysis import Analysis
from soten.records import Act


def contested_by(
    side: Side, held: HeldClaims, analysis: Analysis, *, denies: bool = False
) -> list[HeldClaim]:
    """Return the claims of others that a statement contests; `denies` is true of one that denies."""
    content = side.statement.content
    told = CRITICISM.search(analysis.text, content.start, content.end) is not None
    answers = told or side.statement.verb in ANSWERING
    if refuses(side, analysis) or not (denies or answers):
        return Contrast(side, held, analysis).claims()
    return Denial(side, held, analysis, answers=answers).claims()


def refuses(side: Side, analysis: Analysis) -> bool:
    """Say whether a statement refuses to recognize something: 「選挙の結果を認めない」."""
    content = side.statement.content
    refused = side.statement.verb in RECOGNIZING and side.statement.act in (Act.DENY, Act.REJECT)
    return refused and WITHHELD.search(analysis.text, content.start, content.end) is not None


def is_own_account(side: Side, analysis: Analysis) -> bool:
    """Say whether who contests a claim also claims something else: 「A軍が越境した」."""
    start, end = side.content.start, side.content.end
    if side.statement.act is Act.DENY:
        return False
    charges = side.statement.act is Act.CRITICIZE
    answers = (OPPOSITE, LAID_TO, *((OWNED, FALSEHOOD) if charges else (HELD, NEGATED)))
    return not any(p.search(analysis.text, start, end) for p in answers)
