"""Finding again what a decision is about: its words in a text, its record in a reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from soten.records import (
    Anchor,
    Claim,
    Commitment,
    DateMention,
    Event,
    Evidence,
    Figure,
    Mention,
    Position,
    Record,
    Span,
    Statement,
    Story,
    Talk,
    Wording,
)
from soten.store.codec import decode_fields, encode_fields

CONTEXT = 32
"""How many characters before and after the evidence an anchor keeps."""

_SURE = 12
"""So many characters, of the words and those around them, must stand together to be the place."""

_SAYS: dict[str, tuple[str, ...]] = {
    Mention.kind: ("entity",),
    DateMention.kind: ("edtf",),
    Statement.kind: ("speaker", "act"),
    Talk.kind: ("participants", "date", "form"),
    Figure.kind: ("value", "unit", "by"),
    Position.kind: ("party", "issue", "stance"),
    Claim.kind: ("asserted", "denied", "unconfirmed"),
    Commitment.kind: ("party",),
    Event.kind: ("type", "actor", "target"),
    Wording.kind: ("concept", "by"),
}
"""Kind → the fields that make two records of one place the same or not."""

_SIDES = ("asserted", "denied", "unconfirmed")

_OWN: dict[str, tuple[str, ...]] = {Position.kind: ("party", "issue")}
"""Kind → fields that must agree, because many such records rest on the same words."""


def locate(text: str, exact: str, near: int, before: str = "", after: str = "") -> Span | None:
    """Return where words stand in a text that may have changed, None where that is not sure.

    Of several places the one with the most of the old words around it counts, then the nearest.

    >>> locate("追記。3日、首相は否定した。", "首相は否定した", 3, before="3日、")
    Span(start=6, end=13)
    >>> locate("首相は認めた。", "首相は否定した", 0) is None
    True
    """
    if text[near : near + len(exact)] == exact and _around(text, near, exact, before, after)[2]:
        return Span(near, near + len(exact))
    best: tuple[int, int] | None = None
    place = text.find(exact) if exact else -1
    while place >= 0:
        left, right, is_whole = _around(text, place, exact, before, after)
        is_told = is_whole and bool(before or after)
        if is_told or left + right + len(exact) >= _SURE:
            found = (-(left + right), abs(place - near))
            if best is None or found < best:
                best, at = found, place
        place = text.find(exact, place + 1)
    return None if best is None else Span(at, at + len(exact))


def _around(text: str, place: int, exact: str, before: str, after: str) -> tuple[int, int, bool]:
    """Return how many characters before and after a place are the old ones; whether all are."""
    end = place + len(exact)
    left = _common(reversed(text[max(0, place - len(before)) : place]), reversed(before))
    right = _common(text[end : end + len(after)], after)
    return left, right, left == len(before) and right == len(after)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def anchor_to(record: Record, id: str, text: str, sha256: str, first: str | None = None) -> Anchor:
    """Return the anchor of a record of a text."""
    span = record.evidence.span
    return Anchor(
        kind=record.kind,
        id=id,
        first=first if first != id else None,
        evidence=record.evidence,
        sha256=sha256,
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        snapshot=encode_fields(record),
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A document's present text, in which evidence is looked for."""

    document: str
    text: str
    sha256: str

    def place_of(self, anchor: Anchor) -> Span | None:
        """Return where the anchored words stand, None where they do not."""
        evidence = anchor.evidence
        if evidence is None:
            return None
        exact, near = evidence.exact, evidence.span.start
        if anchor.sha256 == self.sha256:
            is_there = self.text[near : evidence.span.end] == exact
            return evidence.span if is_there else None
        return locate(self.text, exact, near, anchor.before, anchor.after)

    def restored(self, anchor: Anchor) -> Record | None:
        """Return the record as a person saw it, on the present text; None where it cannot be.

        Further evidence that is not found again is left out.
        """
        place = self.place_of(anchor)
        if place is None or anchor.evidence is None or not isinstance(anchor.snapshot, dict):
            return None
        evidence = Evidence(self.document, place, anchor.evidence.exact)
        record = decode_fields(anchor.kind, anchor.id, evidence, anchor.snapshot)
        if anchor.sha256 == self.sha256 and anchor.evidence.document == self.document:
            return record
        shift = place.start - anchor.evidence.span.start
        old, new = anchor.evidence.document, self.document
        if isinstance(record, Talk):
            mentions = (self._moved(e, old, new, shift) for e in record.mentions)
            return replace(record, mentions=tuple(e for e in mentions if e is not None))
        if isinstance(record, Claim):
            sides = {
                name: tuple(
                    replace(side, evidence=moved)
                    for side in getattr(record, name)
                    if (moved := self._moved(side.evidence, old, new, shift)) is not None
                )
                for name in _SIDES
            }
            return replace(
                record,
                asserted=sides["asserted"],
                denied=sides["denied"],
                unconfirmed=sides["unconfirmed"],
            )
        return record

    def _moved(self, evidence: Evidence, old: str, new: str, shift: int) -> Evidence | None:
        """Return further evidence of the document on its present text."""
        if evidence.document != old:
            return evidence
        near = evidence.span.start + shift
        place = locate(self.text, evidence.exact, max(near, 0))
        return None if place is None else Evidence(new, place, evidence.exact)


def says_the_same(one: Record, other: Record) -> bool:
    """Say whether two records of one kind and place say the same."""
    return _agreement(one, other, _SAYS[one.kind]) == len(_SAYS[one.kind])


Likeness = tuple[int, int, float, int]
"""More is better: whether it says the same, equal words, the share of the words, equal fields."""


def likeness(seen: Record, found: Record) -> Likeness | None:
    """Return how well a record of the present reading fits one a person saw, None for not at all.

    Both rest on the present text.
    """
    if seen.kind != found.kind:
        return None
    if _agreement(seen, found, own := _OWN.get(seen.kind, ())) < len(own):
        return None
    one, other = seen.evidence.span, found.evidence.span
    shared = min(one.end, other.end) - max(one.start, other.start)
    if 2 * shared < min(one.end - one.start, other.end - other.start) or shared <= 0:
        return None
    union = max(one.end, other.end) - min(one.start, other.start)
    equal = _agreement(seen, found, _SAYS[seen.kind])
    return int(equal == len(_SAYS[seen.kind])), int(one == other), shared / union, equal


def _agreement(one: Record, other: Record, names: Sequence[str]) -> int:
    return sum(_plain(one, name) == _plain(other, name) for name in names)


def _plain(record: Record, name: str) -> object:
    """Return what a field says; of the sides of a claim, who they are."""
    value = getattr(record, name)
    if name in _SIDES:
        return tuple(sorted({side.by for side in value}))
    return tuple(sorted(value)) if name == "participants" else value


def assign(
    seen: Mapping[str, Sequence[tuple[str, Record]]],
    found: Mapping[str, Record],
    strict: Collection[str] = (),
) -> dict[str, str]:
    """Return which present record each subject is: subject → id.

    `seen` gives, for each subject, under which ids and as what it was seen (on the present text),
    the latest last; `found` are the records of the present reading. An id that stayed wins, then
    the best likeness where one is best; subjects in `strict` are only what says the same in the
    same words, and two subjects share a record only then.
    """
    given = {
        subject: id
        for subject, ways in seen.items()
        for id, record in ways
        if id in found and _is_there(record, found[id])
    }
    taken = set(given.values())
    wishes: list[tuple[Likeness, str, str]] = []
    for subject in sorted(seen.keys() - given.keys()):
        fit, id = _best(seen[subject][-1][1], found, taken)
        is_enough = fit is not None and (subject not in strict or (fit[0] and fit[1]))
        if fit is not None and id is not None and is_enough:
            wishes.append((fit, subject, id))
    for _, subject, id in sorted(wishes, key=lambda wish: (*(-n for n in wish[0]), wish[1])):
        if id not in taken:
            given[subject] = id
            taken.add(id)
    for subject in sorted(seen.keys() - given.keys()):
        twins = [id for id in sorted(taken) if _is_twin(seen[subject][-1][1], found[id])]
        if len(twins) == 1:
            given[subject] = twins[0]
    return given


def _best(
    seen: Record, found: Mapping[str, Record], taken: set[str]
) -> tuple[Likeness | None, str | None]:
    """Return the best free record and its likeness; none where two are equally good."""
    fits = [
        (fit, id)
        for id, record in found.items()
        if id not in taken and (fit := likeness(seen, record)) is not None
    ]
    if not fits:
        return None, None
    top = max(fit for fit, _ in fits)
    best = [id for fit, id in fits if fit == top]
    return (top, best[0]) if len(best) == 1 else (None, None)


def _is_there(seen: Record, found: Record) -> bool:
    return seen.kind == found.kind and seen.evidence.span.overlaps(found.evidence.span)


def _is_twin(seen: Record, found: Record) -> bool:
    is_one = seen.kind == found.kind and seen.evidence.span == found.evidence.span
    return is_one and says_the_same(seen, found)


HEAD = 80
"""How many characters a story is known by."""


def story_at(text: Text, stories: Sequence[Story], anchor: Anchor) -> int | None:
    """Return the number of the story that begins with the anchored words, None for none."""
    place = text.place_of(anchor)
    if place is None:
        return None
    inside = (n for n, story in enumerate(stories) if story.span.contains(place))
    return next(inside, None if stories else 0)
