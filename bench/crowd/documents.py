"""The crowd's documents in the order of their arrival, with the truth of each."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from bench.crowd.cast import Cast, load_cast, write_pack
from bench.crowd.copying import Copy, copies
from bench.crowd.life import Life
from bench.crowd.passages import Mark, Passage
from bench.crowd.stories import Desk
from bench.crowd.voices import calendar_day

YEARS = 3 * 365
_WHOLE = 50_000
_PAGES = 0.012
"""Share of documents that are pages of clippings."""
TRUTH = "truth.jsonl"


@dataclass(frozen=True, slots=True)
class Family:
    """A story of a document: where it stands and whose it is; copies of one story have one id."""

    id: str
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document of the crowd with its truth."""

    name: str
    text: str
    publisher: str
    title: str
    published: str
    url: str
    stories: tuple[Family, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a crowd is made from; `style` is "usual", or "held-out", on which nobody tunes."""

    size: int
    seed: int = 1
    style: str = "usual"

    @property
    def span(self) -> int:
        """For how many days the world lives: three years for 50,000 documents, less for fewer."""
        return max(45, round(YEARS * math.sqrt(min(1.0, self.size / _WHOLE))))

    def reports(self) -> Iterator[Report]:
        """Yield the documents in order of arrival."""
        cast = load_cast()
        seen: set[str] = set()
        for copied in self._in_order(cast):
            report = _report(cast, self.seed, len(seen), copied)
            if report.text not in seen:  # a ledger takes two files of one content for one document
                seen.add(report.text)
                yield report
            if len(seen) == self.size:
                return

    def _in_order(self, cast: Cast) -> list[list[Copy]]:
        """Return what is printed on each document, by day; more than is asked for."""
        talks, found = self.size // 24 + 3, list[list[Copy]]()
        while len(found) < self.size * 1.1:
            life = Life(cast, self.seed, self.span, talks)
            desk = Desk(cast, self.seed, self.style)
            written = [a for step in life.steps() for a in desk.articles(step)]
            found = [[c] for a in written for c in copies(a, cast, self.seed)]
            talks = talks * 9 // 8 + 1
        dice = Random(f"order:{self.seed}")
        dice.shuffle(found)
        found.sort(key=lambda copied: copied[0].published)
        return _with_pages(cast, found, dice)


def crowd_of(size: int, seed: int = 1, style: str = "usual") -> Iterator[Report]:
    """Yield a crowd's documents in order of arrival; the same options give the same ones."""
    yield from Crowd(size, seed, style).reports()


def _with_pages(cast: Cast, found: list[list[Copy]], dice: Random) -> list[list[Copy]]:
    """Return the documents with pages of clippings among them: stories of the last days."""
    keeper = cast.papers[-1]
    whole: list[list[Copy]] = []
    for at, copied in enumerate(found):
        whole.append(copied)
        if at > 40 and dice.random() < _PAGES:
            recent = dice.sample(found[at - 40 : at], dice.choice([3, 4, 5]))
            unlike = {c[0].article.id: c[0] for c in recent}.values()
            day = copied[0].published
            whole.append([Copy(c.article, keeper, "clipped", day, "tail") for c in unlike])
    return whole


def _report(cast: Cast, seed: int, number: int, copied: list[Copy]) -> Report:
    first = copied[0]
    whole, families = Passage(""), list[Family]()
    title = ""
    for copy in copied:
        head, body = copy.written(cast, seed)
        title = title or head.text
        story = head + "\n\n" + body
        if whole.text:
            whole = whole + "\n\n――――――――――\n\n"
        start = len(whole.text)
        whole = whole + story
        families.append(Family(copy.article.id, start, len(whole.text), copy.how))
    name = f"{number:06}-{first.outlet.id}.txt"
    return Report(
        name,
        whole.text + "\n",
        first.outlet.ja,
        "切り抜き" if len(copied) > 1 else title,
        calendar_day(first.published).isoformat(),
        f"https://{first.outlet.id}.example/{number}",
        tuple(families),
        whole.marks,
    )


def write_crowd(crowd: Crowd, folder: Path) -> Path:
    """Write documents with sidecars, the pack and `truth.jsonl` into `folder`; return the truth."""
    write_pack(load_cast(), folder)
    papers = folder / "documents"
    papers.mkdir(parents=True, exist_ok=True)
    with (folder / TRUTH).open("w", encoding="utf-8") as truth:
        for report in crowd.reports():
            (papers / report.name).write_text(report.text, encoding="utf-8")
            told = {"publisher": report.publisher, "title": report.title, "url": report.url}
            sidecar = json.dumps({**told, "published": report.published}, ensure_ascii=False)
            (papers / f"{report.name}.meta.json").write_text(sidecar, encoding="utf-8")
            line = {k: v for k, v in asdict(report).items() if k in ("name", "stories", "marks")}
            truth.write(json.dumps(line, ensure_ascii=False) + "\n")
    return folder / TRUTH
