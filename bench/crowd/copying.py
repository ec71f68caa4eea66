"""What papers make of an agency's story: reprints, clips, rewritings, other translations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.crowd.cast import Cast, Outlet
from bench.crowd.passages import Passage, Sentence, Words
from bench.crowd.stories import Article
from bench.crowd.voices import Voice, calendar_day

_DRIFT = {"own": 0.0, "reprinted": 0.0, "clipped": 0.0, "rewritten": 0.15, "translated": 0.85}
_HOW = ("reprinted", "clipped", "rewritten", "translated")
_OFTEN = (4, 3, 3, 2)
_REACH = (30, 25, 18, 12, 8, 7)
"""How often a story is reprinted by none, one, two … papers."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A story as one publisher prints it."""

    article: Article
    outlet: Outlet
    how: str
    published: int
    credit: str
    """Where it says whose story it is: "head", "tail" or nowhere ("")."""

    def written(self, cast: Cast, seed: int) -> tuple[Passage, Passage]:
        """Return the headline and the text below it."""
        by = f"{self.outlet.id}:{self.how}"
        words = Words(f"{seed}:{self.article.id}", _DRIFT[self.how], by)
        spells = self.outlet.spells
        tone = self.article.agency.tone if self.how != "translated" else self.outlet.tone
        voice = Voice(cast, words, self.article.published, spells=spells, tone=tone)
        kept = self._kept(Random(f"kept:{seed}:{self.article.id}:{by}"))
        between = "\n" if self.article.is_bulletin else "\n\n"
        body = Passage.joined(
            [Passage.joined([s.written(voice) for s in part]) for part in kept], between
        )
        return self._headline(cast, seed, by), self._credited(voice, body)

    def _kept(self, dice: Random) -> list[tuple[Sentence, ...]]:
        """Return the paragraphs that are printed; who clips keeps the beginning."""
        parts = list(self.article.paragraphs)
        if self.how == "clipped" and not self.article.is_bulletin:
            return parts[: max(2, dice.randrange(len(parts) // 2, len(parts) + 1))]
        if self.how == "rewritten" and len(parts) > 3:
            del parts[dice.randrange(2, len(parts))]
        return parts

    def _headline(self, cast: Cast, seed: int, by: str) -> Passage:
        """Return a headline: the agency's own, or one that the paper sets."""
        of = "own" if self.how == "own" else by
        words = Words(f"{seed}:{self.article.id}:{of}")
        voice = Voice(cast, words, self.article.published, spells=self.outlet.spells)
        words.turn("which")
        heads = self.article.headlines
        head = heads[0] if self.how == "own" else words.choose(heads)
        return head.written(voice)

    def _credited(self, voice: Voice, body: Passage) -> Passage:
        agency, place = self.article.agency.ja, self.article.place
        day = f"{calendar_day(self.article.published).day}日"
        if self.credit == "tail":
            return body + f"（{agency}）"
        if self.credit == "head" and place is not None:
            venue = voice.cast.venues[place]
            name = voice.spelled(venue.ja, venue.spelled)
            return Passage(f"【{name}{day}＝{agency}】") + body
        return body


def copies(article: Article, cast: Cast, seed: int) -> Iterator[Copy]:
    """Yield the story as its agency prints it, and as papers take it up."""
    dice = Random(f"copies:{seed}:{article.id}")
    credit = "head" if article.place is not None else ""
    yield Copy(article, article.agency, "own", article.published, credit)
    reach = dice.choices(range(len(_REACH)), _REACH)[0]
    for paper in dice.sample([p for p in cast.papers if p.id != "clippings"], reach):
        how = dice.choices(_HOW, _OFTEN)[0]
        later = article.published + dice.choice([0, 0, 1])
        yield Copy(article, paper, how, later, dice.choice(["head", "tail", "tail", ""]))
