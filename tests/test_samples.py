"""The samples hold what their gold says: exact evidence, known ids, legal values, EDTF dates."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any  # gold files are JSON, read as they stand

import pytest

from soten.records import (
    Act,
    ActorType,
    Basis,
    Bound,
    CommitmentStatus,
    EventType,
    Outcome,
    Quote,
    Stance,
    TalkForm,
    TalkStatus,
    Unit,
)
from soten.records.edtf import is_edtf

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
GOLD = SAMPLES / "gold"
DOCUMENTS = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html"}
)
SHIFT_JIS = {"ukraine-09-wire.txt"}
WITHOUT_METADATA = {
    "ukraine-03-analysis.txt",
    "ukraine-05-blog.txt",
    "ukraine-06-clippings.txt",
    "karabakh-03-analysis.txt",
    "sudan-02-broadcaster.txt",
}
ISSUES = {
    "territory",
    "security-guarantees",
    "nato",
    "ceasefire",
    "nuclear-plant",
    "forces",
    "sanctions",
    "assets-finance",
    "energy",
    "military-aid",
    "justice",
    "children-prisoners",
    "legitimacy",
    "third-party",
    "nuclear-weapons",
    "cbrn",
    "battlefield",
    "process",
    "disinformation",
    "other",
}
KINDS = ("statements", "talks", "figures", "positions", "commitments", "events")


class MainText(HTMLParser):
    """The words of a page's `main` element, without ruby readings, navigation and asides."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.skipped = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a tag."""
        self.depth += tag == "main"
        self.skipped += tag in {"rt", "rp", "aside", "nav"}
        if tag in {"h1", "p"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        self.depth -= tag == "main"
        self.skipped -= tag in {"rt", "rp", "aside", "nav"}

    def handle_data(self, data: str) -> None:
        """Keep words that belong to the main text."""
        if self.depth and not self.skipped:
            self.parts.append(data)


def text_of(name: str) -> str:
    """Return the text of a sample as a plain reading of its format gives it."""
    text = (SAMPLES / name).read_bytes().decode("cp932" if name in SHIFT_JIS else "utf-8")
    if name.endswith(".md"):
        return text.split("---\n", 2)[2]
    if name.endswith(".html"):
        page = MainText()
        page.feed(text)
        return "".join(page.parts)
    return text


def gold_of(name: str) -> dict[str, Any]:  # JSON
    """Return the gold file of a sample."""
    gold: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text("utf-8"))  # JSON
    return gold


def evidence_of(gold: dict[str, Any]) -> Iterator[tuple[str, int]]:  # JSON
    """Yield the words and the occurrence of every piece of evidence."""
    items = [item for kind in ("dates", *KINDS) for item in gold[kind]]
    items += [side for claim in gold["claims"] for side in claim["asserted"] + claim["denied"]]
    for item in items:
        yield item["text"], item.get("nth", 1)
    for story in gold["stories"]:
        yield story["text_start"], 1


def references_of(gold: dict[str, Any]) -> Iterator[str]:  # JSON
    """Yield every id of an entity that a record points at."""
    for statement in gold["statements"]:
        yield from (statement["speaker"], statement["to"] or "author", *statement["via"])
    for talk in gold["talks"]:
        yield from (*talk["participants"], talk["place"] or "author")
    for record in gold["positions"] + gold["commitments"]:
        yield record["party"]
    for figure in gold["figures"]:
        yield figure["by"] or "author"
    for claim in gold["claims"]:
        yield from (side["by"] for side in claim["asserted"] + claim["denied"])
    for event in gold["events"]:
        yield from (event[role] or "author" for role in ("actor", "target", "place"))


def dates_of(gold: dict[str, Any]) -> Iterator[str]:  # JSON
    """Yield every date of a gold file, as EDTF."""
    yield gold["published"]["edtf"]
    yield from (date["edtf"] for date in gold["dates"])
    for kind in ("statements", "talks", "positions", "events"):
        yield from (item["date"] for item in gold[kind] if item["date"] is not None)
    for promise in gold["commitments"]:
        yield from (promise[end] for end in ("start", "end") if promise[end] is not None)


def values_of(gold: dict[str, Any]) -> Iterator[tuple[str, Collection[str]]]:  # JSON
    """Yield every value of a closed set together with that set."""
    yield gold["published"]["basis"], set(Basis)
    for entity in gold["entities"]:
        yield entity["kind"], set(ActorType)
    for statement in gold["statements"]:
        yield statement["act"], set(Act)
        yield statement["quote"], set(Quote)
        yield from ((issue, ISSUES) for issue in statement["issues"])
    for talk in gold["talks"]:
        yield talk["form"], set(TalkForm)
        yield talk["status"], set(TalkStatus)
        if talk["outcome"] is not None:
            yield talk["outcome"], set(Outcome)
    for figure in gold["figures"]:
        yield figure["bound"], set(Bound)
        yield figure["unit"], set(Unit)
    for position in gold["positions"]:
        yield position["issue"], ISSUES
        yield position["stance"], set(Stance)
    for promise in gold["commitments"]:
        yield promise["status"], set(CommitmentStatus)
    for event in gold["events"]:
        yield event["type"], set(EventType)


def test_every_sample_has_gold_and_every_gold_a_sample() -> None:
    """Samples and gold files stand in pairs."""
    assert len(DOCUMENTS) >= 14
    assert {f"{name}.json" for name in DOCUMENTS} == {path.name for path in GOLD.glob("*.json")}
    assert all(gold_of(name)["document"] == name for name in DOCUMENTS)


def test_metadata_agrees_with_gold() -> None:
    """A sidecar states the date that the gold gives; the texts meant to have none have none."""
    for name in DOCUMENTS:
        sidecar = SAMPLES / f"{name}.meta.json"
        assert sidecar.exists() == (name.endswith(".txt") and name not in WITHOUT_METADATA), name
        if sidecar.exists():
            meta = json.loads(sidecar.read_text("utf-8"))
            assert meta["published"] == gold_of(name)["published"]["edtf"]
            assert (meta["publisher"], meta["language"]) == ("Soten sample", "ja")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_sample_is_a_short_text(name: str) -> None:
    """A sample has 300 to 1,200 characters, the clipping page up to 2,000."""
    assert 300 <= len(text_of(name)) <= (2000 if "clippings" in name else 1200)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_evidence_stands_in_the_text(name: str) -> None:
    """Every piece of gold evidence is in the text as often as its `nth` says."""
    text = text_of(name)

    missing = [(part, nth) for part, nth in evidence_of(gold_of(name)) if text.count(part) < nth]

    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_aliases_stand_in_the_text(name: str) -> None:
    """Every written form of an entity occurs, and no entity is listed twice."""
    text, entities = text_of(name), gold_of(name)["entities"]

    assert [a for entity in entities for a in entity["aliases"] if a not in text] == []
    assert len({entity["id"] for entity in entities}) == len(entities)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_references_resolve(name: str) -> None:
    """Every speaker, party and place is an entity of the file, anonymous, or the author."""
    gold = gold_of(name)
    known = {entity["id"] for entity in gold["entities"]} | {"author"}

    unknown = [
        ref for ref in references_of(gold) if ref not in known and not ref.startswith("anonymous:")
    ]

    assert unknown == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_values_are_of_their_closed_sets(name: str) -> None:
    """Acts, stances, units and the like are values of the exchange format."""
    assert [value for value, allowed in values_of(gold_of(name)) if value not in allowed] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_dates_are_edtf(name: str) -> None:
    """Every date is EDTF as the ledger holds it."""
    assert [date for date in dates_of(gold_of(name)) if not is_edtf(date)] == []


def test_every_kind_of_record_and_every_act_is_shown() -> None:
    """The samples together show every kind of record and every speech act."""
    golds = [gold_of(name) for name in DOCUMENTS]

    assert all(any(gold[kind] for gold in golds) for kind in ("dates", "claims", *KINDS))
    acts = {statement["act"] for gold in golds for statement in gold["statements"]}
    assert acts == set(Act)
