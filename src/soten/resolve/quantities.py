"""Which quantity a figure is of: unit, thing, what is done to it, whose, where, for how long.

Two figures are of one quantity where all of these are equal; a figure that leaves one of them
open is of no quantity, and stands alone. Words are taken from the sentence a figure stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from soten.japanese.folding import fold_form
from soten.records import ActorType, Unit
from soten.resolve.clauses import (
    DOERS,
    JOIN,
    PLACES,
    REACH,
    RUN,
    Clause,
    Named,
    Noun,
    noun_of,
    period_of,
)
from soten.resolve.heldshares import share_of
from soten.resolve.quantitywords import (
    EACH,
    OF_DOER,
    OF_PERSONS,
    OF_PLACE,
    OF_THINGS,
    ONE_OFF,
    PLANNED,
    RATIO,
    acts_in,
    thing_named,
    without_acts,
)

MONEY: Final = frozenset((Unit.EUR, Unit.USD, Unit.JPY))
LENGTHS: Final = frozenset((Unit.HOUR, Unit.DAY, Unit.MONTH, Unit.YEAR))
"""How long something lasts is told of one thing; no series is made of it."""

_PREDICATE_ENDS: Final = tuple("しりきいれえめけせげたてびみ")
_THERE: Final = re.compile(r"[市州県郡村町]?(?:で|では|における|での|上空|国内|に(?!よ))")
_PART: Final = re.compile("の(?:うち|内|ほか|他)")
_QUOTED: Final = re.compile("「[^」]*」")
_GIVEN: Final = re.compile(r"(?:側|政府)?(?:[にへ]|向け|のため)(?!よ)")
_DIGITS: Final = r"[0-9０-９.．,，一二三四五六七八九十百千万億兆]"
_AROUND: Final = re.compile(
    rf"^.*{_DIGITS}|(?:以上|以下|近く|ほど|程度|前後|余り?|あまり|超|未満|足らず|強|弱|ぶり|を[超上突].*)+$"
)
_COUNTRIES: Final = re.compile(r"[かカヵヶケ箇個]?国")
_BEFORE: Final = 14
"""So near before what is counted stands a clause that says what is done to it: 撃墜した無人機は80機."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure counts.

    `of` is whose: the side that loses, holds, launches, gives. `at` is the place it is counted
    in or a share of, for money the side it goes to. `on` is set for what happens once.
    """

    unit: Unit
    act: str
    thing: str
    period: str
    counter: str = ""
    of: str = ""
    at: str = ""
    on: str = ""
    is_each: bool = False
    is_planned: bool = False


def quantity_of(clause: Clause, before: Quantity | None = None) -> Quantity | None:
    """Return the quantity a figure is of, None where its sentence leaves it open.

    `before` is that of the figure before it in the sentence: what 「B国側は30人」 counts is left
    out where 「A国側は死者を12人」 went before.
    """
    if clause.unit in LENGTHS:
        return None
    told = replace(clause, sentence=_masked(clause.sentence))
    if clause.unit is Unit.CELSIUS:
        place = _place(told, told_only=True) or _last_place(told)
        return Quantity(clause.unit, "", "temperature", "", at=place) if place else None
    share = share_of(told)
    if share is not None:
        return Quantity(clause.unit, "held", "", share.period, of=share.holder, at=share.place)
    noun = noun_of(told)
    if told.described is not None:
        noun = Noun(told.described, told.start, told.start, "told")
    act, rest = _act(told, noun)
    if not noun.words and not act:
        return before if before is not None and before.unit is told.unit else None
    thing = _thing(told, noun, act)
    if before is not None and before.act == "launched" and act == "shot-down":
        if told.left.endswith(("うち", "うちの")) and not thing:
            return replace(before, act=act, of=told.by_side or "", at=before.of)
    made = Quantity(
        clause.unit,
        act,
        thing,
        period_of(told),
        counter=_counter(told, thing),
        is_each=EACH.search(told.sentence, max(0, told.start - 12), told.end + 4) is not None,
        is_planned=PLANNED.search(rest[:20]) is not None,
    )
    return _placed(made, told, noun)


def _masked(sentence: str) -> str:
    """Return a sentence, as long, with nouns written in kana put as kanji."""
    for kana, kanji in (("子ども", "子供＿"), ("こども", "子供＿"), ("けが", "負傷")):
        sentence = sentence.replace(kana, kanji)
    return sentence


def _act(clause: Clause, noun: Noun) -> tuple[str, str]:
    """Return what is done, and what is told from there on."""
    inside = [act for _, act in acts_in(noun.words) if _may_be(act, clause)]
    if inside:
        return inside[-1], _told_of(clause.right)
    right = _told_of(_QUOTED.sub("", clause.right))
    behind = [(at, act) for at, act in acts_in(right) if _may_be(act, clause)]
    first = (behind[0][1], right[behind[0][0] :]) if behind else ("", "")
    if noun.how in ("behind", "told"):
        return first if noun.how == "behind" else ("", "")
    start = max(clause.left.rfind("、", 0, noun.start), 0, noun.start - _BEFORE)
    before = [act for _, act in acts_in(clause.left[start:]) if _may_be(act, clause)]
    if before and before[-1] not in ONE_OFF and (noun.how == "topic" or not behind):
        return before[-1], ""
    return first


def _may_be(act: str, clause: Clause) -> bool:
    if act in OF_PERSONS:
        return clause.unit is Unit.PERSON
    if act in OF_THINGS:
        return clause.unit is not Unit.PERSON
    return act != "demanded" or clause.unit in MONEY


def _told_of(right: str) -> str:
    """Return what is said of the number: up to the comma that ends the first predicate."""
    if _PART.match(right):
        return ""
    for comma in re.finditer("、", right):
        if right[comma.start() - 1 : comma.start()] in _PREDICATE_ENDS:
            return right[: comma.start()]
    return right[:REACH]


def _thing(clause: Clause, noun: Noun, act: str) -> str:
    """Return the name of what is counted, without names of actors and words of what is done.

    A topic names what is counted only where it says so itself: 「死者は3人」, not 「列車が…3人」.
    """
    if not noun.words:
        return ""
    signs = list(noun.words)
    for name in clause.names:
        for at in range(max(name.start, noun.start), min(name.end, noun.start + len(signs))):
            signs[at - noun.start] = "/"
    whole = re.split("[ぁ-ん]*[ぁ-んっ](?<!の)(?<!ける)(?<!で)", "".join(signs))[-1]
    parts = re.split(rf"{JOIN}|/+|[ぁ-ん＿]+", whole)
    plain = [part.strip("・") for part in parts if not re.search("[0-9０-９]|過去|時間", part)]
    nouns = [without_acts(part).removesuffix("数") for part in plain]
    known = [thing_named(word) for word in nouns if word]
    if noun.how == "topic" and act and not acts_in(noun.words):
        known = [
            name for name, word in zip(known, filter(None, nouns), strict=True) if name != word
        ]
    return fold_form("".join([name for name in known if name][-2:]))


def _counter(clause: Clause, thing: str) -> str:
    """Return the counter, where the unit leaves open what is counted and no thing says it."""
    if clause.unit not in (Unit.OTHER, Unit.ITEM) or (clause.unit is Unit.ITEM and thing):
        return ""
    counter = _AROUND.sub("", _AROUND.sub("", clause.sentence[clause.start : clause.end])).strip()
    return "カ国" if _COUNTRIES.fullmatch(counter) else counter


def _placed(made: Quantity, clause: Clause, noun: Noun) -> Quantity | None:
    """Return the quantity with whose it is and where; None where too little says what it is."""
    within = [n for n in clause.names if noun.start <= n.start and n.end <= noun.end]
    of = next((n.side for n in within if n.type in DOERS or n.type is ActorType.PERSON), "")
    place = next((n.id for n in within if n.type in PLACES and n.side != of), "")
    if made.unit in MONEY:
        return _money(made, clause, of)
    if made.unit is Unit.OTHER and (not made.counter or RATIO.match(made.counter)):
        return None
    if not made.act:
        is_told = noun.how != "topic" and len(made.thing) > 1 and (of or place)
        return replace(made, of=of, at=place) if is_told else None
    return None if made.unit is Unit.PERCENT else _done(made, clause, of, place)


def _done(made: Quantity, clause: Clause, of: str, place: str) -> Quantity | None:
    """Return the quantity of what something is done to, with whose and where."""
    if made.act in ONE_OFF:
        day = _day(clause)
        return replace(made, of=of, on=day, period="") if day else None
    if made.act == "exchanged":
        return _exchanged(made)
    if made.act in OF_PLACE:
        if made.period == "day" and made.act != "losses":
            made = replace(made, period="")  # a toll is of what happened, on whatever day
        at = place or ("" if made.act == "losses" else _place(clause))
        return replace(made, of=of, at=at or ("" if of else clause.here))
    if made.act in OF_DOER:
        doer = of or _doer(clause)
        at = place or _place(clause, told_only=True)
        return replace(made, of=doer, at=at) if doer and (made.thing or made.counter) else None
    return replace(made, of=of, at=place) if of or place else None


def _exchanged(made: Quantity) -> Quantity | None:
    """Prisoners or bodies handed over: each side gives as many, so whose they are is left out."""
    if made.unit is not Unit.PERSON or made.thing not in ("", "prisoner", "soldier", "body"):
        return None
    thing = "body" if made.thing == "body" else "prisoner"
    period = "total" if made.period == "total" else ""
    return replace(made, thing=thing, period=period, is_each=False)


def _money(made: Quantity, clause: Clause, of: str) -> Quantity | None:
    """Money: who gives (or asks), and to whom."""
    if made.act not in ("pledged", "demanded"):
        return None
    giver = _doer(clause) or of or clause.by_side
    to = [n.side for n in clause.names if _GIVEN.match(clause.sentence, n.end)]
    if not giver:
        return None
    period = "total" if made.period == "total" else ""
    return replace(
        made, thing="", period=period, of=giver, at=next((t for t in to if t != giver), "")
    )


def _doer(clause: Clause) -> str:
    """Return the side that does what is counted: the last one named as doing before the number."""
    named = [
        n
        for n in clause.names
        if n.end <= clause.start and n.type in DOERS and _is_subject(clause, n)
    ]
    told = [n for n in named if n.id != clause.by] or named
    return told[-1].side if told else clause.by_side or ""


def _is_subject(clause: Clause, name: Named) -> bool:
    """「北国軍が」, 「北国の防空部隊は」; in 「北国の戦争が続く中」 it is not the name that does."""
    behind = clause.sentence[name.end : clause.start]
    return re.match(rf"(?:{RUN}{{0,8}}(?:[はが]|によ)|の{RUN}{{1,10}}は)", behind) is not None


def _place(clause: Clause, *, told_only: bool = False) -> str:
    """Return where it is counted: a place told as such in the sentence, else the nearest before."""
    places = [n for n in clause.names if n.type in PLACES]
    there = [n for n in places if _THERE.match(clause.sentence, n.end)]
    before = [n for n in there if n.end <= clause.start]
    if before:
        return before[-1].id
    behind = [n for n in there if clause.end <= n.start < clause.end + REACH]
    if behind or told_only:
        return behind[0].id if behind else ""
    bare = [n for n in (*clause.near, *places) if n.type is ActorType.PLACE]
    near = [n for n in bare if n in clause.near or n.end <= clause.start]
    return near[-1].id if near else ""


def _last_place(clause: Clause) -> str:
    places = [n for n in clause.names if n.type is ActorType.PLACE and n.end <= clause.start]
    return places[-1].id if places else ""


def _day(clause: Clause) -> str:
    days = [d.edtf for d in clause.dates if len(d.edtf) == 10 and d.end <= clause.start]
    return days[-1] if days else ""
