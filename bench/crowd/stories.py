"""What agencies write of what happens: which sentences, in whose words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import yaml

from bench.crowd.cast import HERE, Cast, Outlet
from bench.crowd.life import Step
from bench.crowd.passages import Sentence, Slot, Thing, needs
from bench.crowd.wording import of_speakers, of_talk, of_views, of_war

STYLES = ("usual", "held-out")
"""Nobody tunes a rule on the held-out one."""
HOUSES = 4
_BOILERPLATE = 45
"""For how many days an agency says the same of the conflict at large, word for word."""


@dataclass(frozen=True, slots=True)
class Article:
    """A story as an agency wrote it: what it says, before it is put in anybody's words."""

    id: str
    published: int
    agency: Outlet
    headlines: tuple[Sentence, ...]
    """The agency's own headline, and others that would fit."""
    paragraphs: tuple[tuple[Sentence, ...], ...]
    place: str | None
    """Where it was sent from, where it says so."""
    is_bulletin: bool = False


@cache
def templates(style: str) -> dict[str, Any]:
    """Return the templates of a style: those of talks, of the war, and other words."""
    folder = HERE / "templates" / style
    return {
        name: yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("talks", "war", "words")
    }


class Desk:
    """Where steps become articles."""

    def __init__(self, cast: Cast, seed: int, style: str) -> None:
        self.cast, self.seed = cast, seed
        told = templates(style)
        self.talks, self.war, self.words = told["talks"], told["war"], told["words"]

    def articles(self, step: Step) -> Iterator[Article]:
        """Yield what independent agencies write of one step, each in its own words."""
        dice = Random(f"desk:{self.seed}:{step.id}")
        bulletin = step.kind.startswith("bulletin")
        reporters = 1 if bulletin else 1 + sum(dice.random() < step.weight / 3 for _ in range(3))
        for agency in dice.sample(self.cast.agencies, reporters):
            published = step.day + (0 if bulletin else dice.choice([0, 0, 1]))
            yield _Writer(self, step, agency, published).article()

    def headlines(self, step: Step) -> list[str]:
        """Return the headlines that fit a step."""
        told = self.talks if step.talk is not None else self.war
        found: list[str] = told["headline"][step.kind.partition(".")[0]]
        return found


class _Writer:
    """One agency writing of one step."""

    def __init__(self, desk: Desk, step: Step, agency: Outlet, published: int) -> None:
        self.desk, self.step, self.agency, self.published = desk, step, agency, published
        self.id = f"{step.id}-{agency.id}"
        self.random = Random(f"writer:{desk.seed}:{self.id}")
        self.count = 0
        self.used: set[str] = set()
        self.things: dict[str, Thing] = {}
        self.slots = self._slots()

    def article(self) -> Article:
        """Return the article."""
        bulletin = self.step.kind.startswith("bulletin")
        paragraphs = self._bulletin() if bulletin else self._paragraphs()
        fitting = [t for t in self.desk.headlines(self.step) if needs(t) <= self.slots.keys()]
        self.random.shuffle(fitting)
        if self.step.talk is not None:
            fitting = [f"<t>{template}</t>" for template in fitting]
        headlines = tuple(self._sentence(template, "headline") for template in fitting)
        place = self.step.talk.place if self.step.talk is not None else None
        dated = self.random.random() < 0.4 and not bulletin
        return Article(
            self.id,
            self.published,
            self.agency,
            headlines,
            tuple(map(tuple, paragraphs)),
            place if dated else None,
            bulletin,
        )

    def _slots(self) -> Mapping[str, Slot]:
        step, cast = self.step, self.desk.cast
        slots: dict[str, Slot] = {"today": lambda v: v.date(step.day)}
        slots["hday"] = slots["today"]
        slots |= of_views(self.desk.words, self.random, step.topic)
        if step.talk is not None:
            state = self.random.choice(step.talk.sides)
            slots |= of_talk(cast, step.talk) | self._around()
            if step.old is not None:
                old = step.old
                slots |= {"old": lambda v: v.date(old.day)}
                if old.place is not None:
                    slots["oldat"] = lambda v: v.venue(old.place or "") + "で"
            self.things["t"] = ("talk", step.talk.id)
        else:
            state = step.who if step.who in cast.states else "norda"
            slots |= of_war(cast, step, self.random)
            self._name_things()
        slots["own"] = lambda v: v.state(state)
        slots |= of_speakers(cast, state, step.day, self.agency)
        return slots | self._third(state)

    def _around(self) -> dict[str, Slot]:
        """Return the talks before and after the one it is about."""
        slots: dict[str, Slot] = {}
        if self.step.before is not None:
            slots |= of_talk(self.desk.cast, self.step.before, "o")
            self.things["o"] = ("talk", self.step.before.id)
        if self.step.after is not None:
            slots |= of_talk(self.desk.cast, self.step.after, "n")
            self.things["n"] = ("talk", self.step.after.id)
        return slots

    def _third(self, state: str) -> dict[str, Slot]:
        """Return a third state and its minister, who take no part."""
        busy = {*(self.step.talk.sides if self.step.talk else ("norda", "tesmia")), state}
        others = [s for s in self.desk.cast.states if s not in busy]
        third = self.step.who if self.step.kind == "pledged" else self.random.choice(others)
        minister = self.desk.cast.holder(third or "", "minister", self.step.day)
        slots: dict[str, Slot] = {"state3": lambda v: v.state(third or "")}
        if minister is not None:
            slots["who3"] = lambda v: v.person(minister.id)
        return slots

    def _name_things(self) -> None:
        step = self.step
        self.things["c"] = ("claim", step.claim or step.id)
        self.things["k"] = ("commitment", step.claim or step.id)
        self.things["p"] = ("position", f"{step.who}:{step.topic}")
        for name, series in (
            ("losses", "losses-of-tesmia"),
            ("downed", "drones-shot-by-norda"),
            ("launched", "drones-launched-by-norda"),
            ("shot", "drones-shot-by-tesmia"),
            ("enemy", "losses-of-norda"),
            ("bombs", "bombs-shot-by-norda"),
            ("armour", "armour-of-tesmia"),
            ("guns", "guns-of-tesmia"),
            ("clashes", "clashes-a-day"),
            ("share", f"share-of-{step.town}"),
            ("pledged", f"pledged-by-{step.who}"),
        ):
            self.things[f"f:{name}"] = ("series", series)

    def _fit(self, options: list[str], *, own: bool = False) -> str:
        """Return one of the templates of which every place can be filled; `own`: of this house."""
        fitting = [(n, t) for n, t in enumerate(options) if needs(t) <= self.slots.keys()]
        house = [t for n, t in fitting if n % HOUSES == self.agency.house]
        pool = house if own and house else [t for _, t in fitting]
        picked = self.random.choice([t for t in pool if t not in self.used] or pool)
        self.used.add(picked)
        return picked

    def _sentence(self, template: str, key: str | None = None) -> Sentence:
        self.count += 1
        return Sentence(template, self.slots, self.things, key or f"{self.count}")

    def _paragraphs(self) -> list[list[Sentence]]:
        lead = [self._sentence(self._lead())]
        told = self.desk.talks if self.step.talk is not None else {}
        body: list[list[Sentence]] = [lead]
        if self.step.kind == "held":
            lead.append(self._other(self.desk.words["outcomes"]))
        if self.step.kind == "captured" and self.random.random() < 0.5:
            lead.append(self._sentence(self._fit(self.desk.war["capture_denied"], own=True)))
        if self.step.kind == "strike" and self.step.who == "denied":
            lead.append(self._sentence(self._fit(self.desk.war["strike_denied"])))
        if self.step.claim and self.step.town and self.random.random() < 0.25:
            lead.append(self._sentence(self._fit(self.desk.war["unconfirmed"])))
        if self.step.kind == "retaken" and self.random.random() < 0.6:
            body.append([self._recalled()])
        for _ in range(self.random.choice([1, 1, 2, 2, 3])):
            body.append(self._more())
        if self.step.before is not None and self.random.random() < 0.45:
            body.append([self._sentence(self._fit(told["background"], own=True))])
        if self.step.after is not None and self.random.random() < 0.6:
            body.append([self._sentence(self._fit(told["next"]))])
        if self.random.random() < 0.2:
            body.append([self._boilerplate()])
        return body

    def _recalled(self) -> Sentence:
        captured = (self.step.claim or "").replace("-retaken", "-captured")
        things = {**self.things, "c": ("claim", captured)}
        template = self._fit(self.desk.war["capture_recalled"])
        return Sentence(template, self.slots, things, f"recalled-{self.count}")

    def _lead(self) -> str:
        told = self.desk.talks if self.step.talk is not None else self.desk.war
        kind, _, inner = self.step.kind.partition(".")
        options: list[str] = told[kind][inner] if inner else told[kind]
        return self._fit(options, own=True)

    def _more(self) -> list[Sentence]:
        return [self._other(self.desk.words["details"]) for _ in range(self.random.choice([1, 2]))]

    def _other(self, options: list[str]) -> Sentence:
        """Return a sentence with topics and a quotation of its own."""
        views = of_views(self.desk.words, self.random, self.step.topic)
        made = self._sentence(self._fit(options, own=True))
        return Sentence(made.template, {**self.slots, **views}, made.things, made.key)

    def _boilerplate(self) -> Sentence:
        """Return the paragraph on the conflict at large that the agency has been using of late."""
        period = self.published // _BOILERPLATE
        dice = Random(f"boilerplate:{self.desk.seed}:{self.agency.id}:{period}")
        views = of_views(self.desk.words, dice, dice.randrange(20))
        template = dice.choice(self.desk.words["history"])
        slots = {**self.slots, **views, "state1": "ノルダ", "state2": "テスミア"}
        return Sentence(template, slots, self.things, "boilerplate")

    def _bulletin(self) -> list[list[Sentence]]:
        return [[self._sentence(line)] for line in self.desk.war[self.step.kind]]
