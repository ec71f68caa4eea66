"""Seams: the places of a page where a story may begin, and the signs that one does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from soten.ingest.openings import (
    credit_at_end,
    goes_on,
    has_dateline,
    introduced_name,
    is_attributed,
    is_lead,
    names_a_day,
)
from soten.ingest.paragraphs import BODY, DIVIDERS, HEADINGS, Paragraph, ParagraphKind, Style

LOOK_AHEAD = 5
LOOK_BACK = 6
STYLE_RUN = 3
STRANGE = 0.04
"""Share of words in common under which two neighbours tell of different things.

Tuned on 150 pages of four unrelated news articles each, joined without a mark: of dated openings
0.04 marks 78 % of those between two articles and 5 % of those within one; at 0.1 it is 97 and 24.
"""

_FEW_WORDS = 12
_HEADLINE = 14
_WORDS = re.compile(r"[ァ-ヴー]{2,}|[一-龥々]{2}|[A-Za-z]{2,}")
_NAMES = re.compile(r"[ァ-ヴー・＝]{3,}")


class Divider(StrEnum):
    """What stands between two stories on a page that divides them regularly."""

    TAG = "tag"
    LINK = "link"
    RULE = "rule"
    BRACKETED = "bracketed"
    CREDIT = "credit"
    DATELINE = "dateline"


_CLOSING = frozenset({Divider.TAG, Divider.CREDIT})
"""What stands after a report rather than before one."""


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of a page, the outlets known, and the words that stand all over it."""

    paragraphs: Sequence[Paragraph]
    outlets: Mapping[str, str]
    common: frozenset[str]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], outlets: Mapping[str, str]) -> Page:
        """Return the page that `paragraphs` make up."""
        counts: Counter[str] = Counter()
        for paragraph in paragraphs:
            counts.update(_words([paragraph]))
        often = max(2, len(paragraphs) * 0.12)
        return cls(
            paragraphs, outlets, frozenset(w for w, count in counts.items() if count > often)
        )


@dataclass(frozen=True, slots=True)
class Seam:
    """A place where a story may begin."""

    first: int
    """The paragraph it would begin with: a heading, or the body itself."""
    body: int
    before: int
    """The last line of body before it."""


def find_seams(page: Page) -> Iterator[Seam]:
    """Yield the seams of a page: bodies after a blank line, a heading or a divider."""
    before: int | None = None
    first: int | None = None
    for at, paragraph in enumerate(page.paragraphs):
        if paragraph.kind in DIVIDERS:
            first = None
        elif paragraph.kind in HEADINGS:
            apart = paragraph.after_blank or at == 0 or page.paragraphs[at - 1].kind in DIVIDERS
            first = at if first is None and apart else first
        else:
            opens = paragraph.after_blank or page.paragraphs[at - 1].kind not in BODY
            if before is not None and (opens or has_dateline(paragraph.text, page.outlets)):
                yield Seam(at if first is None else first, at, before)
            first, before = None, at


def weigh_seams(page: Page, seams: Sequence[Seam], likely: int) -> list[int]:
    """Return for each seam the weight of the signs that a story opens there.

    What re-introduces a name, or tells of other things, is judged against the text since the last
    seam of at least `likely`.
    """
    weights: list[int] = []
    names: set[str] = set()
    read = last = datelines = 0
    for seam in seams:
        for paragraph in page.paragraphs[read : seam.before + 1]:
            names.update(_NAMES.findall(paragraph.text))
            datelines += has_dateline(paragraph.text, page.outlets)
        read = seam.before + 1
        weight = _weight(page, seam, last, names, datelines > 0)
        weights.append(weight)
        if weight >= likely:
            last = seam.first
            names.clear()
    return weights


def _weight(page: Page, seam: Seam, last: int, names: set[str], agency: bool) -> int:
    body = page.paragraphs[seam.body].text
    if has_dateline(body, page.outlets):
        return 4 if agency else 1
    if goes_on(body):
        return 0
    weight = _divided(page, seam) + _restyled(page, seam)
    if is_lead(body):
        weight += 1 + (introduced_name(body) in names)
    elif dividers_at(page, seam) & _CLOSING and names_a_day(body):
        weight += 1
    between = {p.kind for p in page.paragraphs[seam.before + 1 : seam.body]}
    if between.intersection(HEADINGS) and opens_strangely(page, seam, last):
        weight += 2 if ParagraphKind.BRACKETED in between else 1
    return weight


def dividers_at(page: Page, seam: Seam) -> frozenset[Divider]:
    """Return what divides the stories at a seam, besides plain headings."""
    between = {p.kind.value for p in page.paragraphs[seam.before + 1 : seam.body]}
    found = {divider for divider in Divider if divider.value in between}
    if credit_at_end(page.paragraphs[seam.before].text, page.outlets):
        found.add(Divider.CREDIT)
    if has_dateline(page.paragraphs[seam.body].text, page.outlets):
        found.add(Divider.DATELINE)
    return frozenset(found)


def opens_strangely(page: Page, seam: Seam, last: int) -> bool:
    """Say whether a dated opening shares next to no words with what stands before it."""
    body = page.paragraphs[seam.body]
    if body.kind is not ParagraphKind.PROSE or len(body.text) < 40:
        return False
    if goes_on(body.text) or is_attributed(body.text) or not names_a_day(body.text):
        return False
    behind = page.paragraphs[max(last, seam.before - LOOK_BACK + 1) : seam.before + 1]
    ahead = page.paragraphs[seam.body : seam.body + LOOK_AHEAD]
    old, new = (_words(part) - page.common for part in (behind, ahead))
    fewer = min(len(old), len(new))
    return fewer >= _FEW_WORDS and len(old & new) < STRANGE * fewer


def _divided(page: Page, seam: Seam) -> int:
    """Weigh what stands between two bodies: tags, addresses, rules, credits and headings."""
    dividers = dividers_at(page, seam)
    body = page.paragraphs[seam.body]
    weight = 2 * (Divider.TAG in dividers) + 2 * (Divider.CREDIT in dividers)
    weight += (Divider.LINK in dividers) + (Divider.RULE in dividers)
    if Divider.BRACKETED in dividers:
        if body.kind is ParagraphKind.BULLETIN or is_lead(body.text):
            return weight + 3
        return weight + (2 if _is_headline(page, seam) and names_a_day(body.text) else 1)
    headed = page.paragraphs[seam.first].kind is ParagraphKind.HEADING
    return weight + (headed and body.after_blank)


def _is_headline(page: Page, seam: Seam) -> bool:
    """Say whether the bracketed heading at a seam is long enough to tell a piece of news."""
    return any(
        len(p.text) >= _HEADLINE
        for p in page.paragraphs[seam.first : seam.body]
        if p.kind is ParagraphKind.BRACKETED
    )


def _restyled(page: Page, seam: Seam) -> int:
    """Weigh a change of hand: from bulletin to prose, or between である and です・ます."""
    before, body = page.paragraphs[seam.before], page.paragraphs[seam.body]
    if body.kind is not ParagraphKind.PROSE or not body.after_blank:
        return 0
    if before.kind is ParagraphKind.BULLETIN:
        return 2 if is_lead(body.text) else 1
    if {before.style, body.style} != {Style.PLAIN, Style.POLITE}:
        return 0
    if not any(names_a_day(p.text) for p in page.paragraphs[seam.body : seam.body + STYLE_RUN]):
        return 0
    shorter = min(_run(page, seam.body, 1), _run(page, seam.before, -1))
    return shorter if shorter >= 2 else 0


def _run(page: Page, at: int, step: int) -> int:
    """Count the body in the style of the paragraph at `at`, from it on; `STYLE_RUN` at most."""
    style, count = page.paragraphs[at].style, 0
    while 0 <= at < len(page.paragraphs) and count < STYLE_RUN:
        paragraph = page.paragraphs[at]
        if paragraph.kind in BODY:
            if paragraph.style not in (style, Style.NONE):
                break
            count += 1
        at += step
    return count


def _words(paragraphs: Sequence[Paragraph]) -> set[str]:
    return {word for p in paragraphs if p.kind in BODY for word in _WORDS.findall(p.text)}
