"""From bytes to the ledger, and what holds whatever is read."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soten.lexicon import load_lexicon
from soten.pipeline import Reader, Summary, add_paths
from soten.records import (
    Actor,
    Basis,
    Claim,
    DateMention,
    LexiconError,
    Mention,
    Reading,
    Record,
    Statement,
    Talk,
)
from soten.store import open_ledger
from tests.readings import write_pack

_NEWS = (
    "【2031年5月5日 アルデ通信】ノルダのベルカ大統領は4日、ジルヴァンでテスミアのトセフ首相と会談した。\n"
    "ベルカ大統領は「停戦に応じる用意がある」と述べた。\n"
    "テスミア国防省は、ノルダ軍がファルケンの80%を制圧したと発表した。"
    "カンデル報道官はこれを否定した。\n"
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pack of the invented states is."""
    return write_pack(tmp_path_factory.mktemp("packs"))


@pytest.fixture(scope="module")
def reader(pack: Path) -> Reader:
    """Return a reader with the pack of the invented states."""
    return Reader(load_lexicon([str(pack)]))


class Shelf:
    """A folder of texts with a ledger beside it."""

    def __init__(self, root: Path, pack: Path) -> None:
        self.root, self.pack = root, pack
        self.texts = root / "texts"
        self.texts.mkdir()
        self.ledger = str(root / "ledger.db")

    def write(self, name: str, text: str) -> Path:
        """Write a text into the folder."""
        path = self.texts / name
        path.write_text(text, encoding="utf-8")
        return path

    def add(self, *paths: Path, packs: tuple[str, ...] | None = None) -> Summary:
        """Add paths, by default the folder, to the ledger."""
        chosen = (str(self.pack),) if packs is None else packs
        return add_paths(paths or (self.texts,), self.ledger, chosen)

    def statements(self) -> list[str]:
        """Return the words of the statements in the ledger."""
        with open_ledger(self.ledger) as ledger:
            found = [stored.record for stored in ledger.records()]
        return [r.evidence.exact for r in found if isinstance(r, Statement)]

    def documents(self) -> list[tuple[str, str, str | None]]:
        """Return id, text and date of the documents in the ledger."""
        with open_ledger(self.ledger) as ledger:
            return [(d.id, d.text, d.published.edtf) for d in ledger.documents()]


@pytest.fixture
def shelf(tmp_path: Path, pack: Path) -> Shelf:
    """Return an empty shelf."""
    return Shelf(tmp_path, pack)


def check(reading: Reading) -> None:
    """Fail unless every record of a reading rests on its words and every actor is declared."""
    text = reading.document.text
    declared = {actor.id for actor in reading.actors}
    seen: set[str] = set()
    for record in reading.records:
        record.evidence.check(text)
        if isinstance(record, Claim):
            for side in (*record.asserted, *record.denied):
                side.evidence.check(text)
        if isinstance(record, Talk):
            for mention in record.mentions:
                mention.check(text)
            assert set(record.participants) <= declared
        if isinstance(record, Mention):
            assert record.entity in declared
        if isinstance(record, Statement) and record.speaker and record.speaker.entity:
            assert record.speaker.entity in declared
        if not isinstance(record, Mention | DateMention):
            assert record.id not in seen
            seen.add(record.id)
    for story in reading.document.stories:
        assert 0 <= story.span.start < story.span.end <= len(text)


def as_json(reading: Reading) -> str:
    """Return a reading as JSON, to the last field."""
    whole: list[Record | Actor] = [*reading.records, *reading.actors]
    return json.dumps([dataclasses.asdict(item) for item in whole], ensure_ascii=False)


# --- adding files ----------------------------------------------------------------------------------
def test_new_files_are_read(shelf: Shelf) -> None:
    """Files that the ledger does not hold are read, and what they tell is in it afterwards."""
    shelf.write("a.txt", _NEWS)

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged, summary.failed) == (1, 0, 0, ())
    assert summary.characters == len(_NEWS)
    assert "停戦に応じる用意がある" in shelf.statements()
    assert [(text, date) for _, text, date in shelf.documents()] == [(_NEWS, "2031-05-05")]


def test_what_was_read_is_left_alone(shelf: Shelf) -> None:
    """A second run over the same files reads nothing and changes nothing."""
    shelf.write("a.txt", _NEWS)
    shelf.add()
    before = shelf.statements()

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged, summary.records) == (0, 0, 1, 0)
    assert shelf.statements() == before


def test_a_changed_file_is_a_new_version(shelf: Shelf) -> None:
    """A file that changed is read again as the same document; what it no longer says is gone."""
    shelf.write("a.txt", _NEWS)
    shelf.add()
    ((document, _, _),) = shelf.documents()
    changed = _NEWS.replace("停戦に応じる用意がある", "停戦には応じない")
    shelf.write("a.txt", changed)

    summary = shelf.add()

    assert (summary.read, summary.changed) == (0, 1)
    assert [(found, text) for found, text, _ in shelf.documents()] == [(document, changed)]
    assert "停戦に応じる用意がある" not in shelf.statements()
    assert "停戦には応じない" in shelf.statements()
    with open_ledger(shelf.ledger) as ledger:
        assert len(ledger.versions(document)) == 2


def test_a_changed_sidecar_is_read_again(shelf: Shelf) -> None:
    """A text whose stated date changes is read again, with the new date."""
    path = shelf.write("a.txt", "ベルカ大統領は5日、「橋は残る」と述べた。\n")
    beside = path.with_name("a.txt.meta.json")
    beside.write_text('{"published": "2031-05-06"}', encoding="utf-8")
    shelf.add()
    beside.write_text('{"published": "2031-06-06"}', encoding="utf-8")

    summary = shelf.add()

    assert summary.changed == 1
    assert [date for _, _, date in shelf.documents()] == ["2031-06-06"]
    assert shelf.add().unchanged == 1


def test_the_same_text_under_two_names_is_one_document(shelf: Shelf) -> None:
    """A copy of a text is no second document."""
    shelf.write("a.txt", _NEWS)
    shelf.write("b.txt", _NEWS)

    summary = shelf.add()

    assert summary.read == 1
    assert len(shelf.documents()) == 1
    assert shelf.add().unchanged == 2


def test_files_that_cannot_be_read_are_named_and_the_rest_is_read(shelf: Shelf) -> None:
    """Empty, binary and missing files are told, a line each; the others are read."""
    shelf.write("a.txt", _NEWS)
    shelf.write("empty.txt", "")
    (shelf.texts / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 40)

    summary = shelf.add(shelf.texts, shelf.root / "missing.txt")

    assert summary.read == 1
    assert len(summary.failed) == 3
    for name in ("empty.txt", "binary.txt", "missing.txt"):
        assert any(name in line for line in summary.failed)


def test_a_text_on_which_the_reader_fails_is_named(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in reading one text is told with its file, and the rest is read."""
    shelf.write("a.txt", _NEWS)
    shelf.write("b.txt", "ベルカ大統領は「橋は残る」と述べた。\n")
    read = Reader.read

    def failing(self: Reader, draft: object, document: str) -> Reading:
        if "80%" in getattr(draft, "text", ""):
            raise ValueError("no such word")
        return read(self, draft, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "read", failing)
    summary = shelf.add()

    assert summary.read == 1
    (line,) = summary.failed
    assert "a.txt" in line
    assert "no such word" in line


def test_changed_packs_read_again(shelf: Shelf) -> None:
    """With other packs the same texts are read again, for other names are known."""
    shelf.write("a.txt", _NEWS)
    shelf.add(packs=())

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged) == (0, 1, 0)
    assert shelf.add().unchanged == 1


def test_an_unknown_pack_is_refused_before_anything_is_read(shelf: Shelf) -> None:
    """A pack that does not exist is an error, and no ledger is made."""
    shelf.write("a.txt", _NEWS)

    with pytest.raises(LexiconError):
        shelf.add(packs=("no-such-pack",))
    assert not Path(shelf.ledger).exists()


def test_progress_is_told(shelf: Shelf) -> None:
    """Each file is told of as it is begun, with its number and the count."""
    shelf.write("a.txt", _NEWS)
    shelf.write("b.txt", "市場は開いていた。\n")
    told: list[tuple[str, int, int]] = []

    add_paths(
        [shelf.texts],
        shelf.ledger,
        [str(shelf.pack)],
        lambda name, number, count: told.append((Path(name).name, number, count)),
    )

    assert told == [("a.txt", 1, 2), ("b.txt", 2, 2)]


def test_nothing_to_read_is_no_error(shelf: Shelf) -> None:
    """An empty folder gives an empty summary or a line that says so."""
    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged, summary.records) == (0, 0, 0, 0)


# --- reading texts ---------------------------------------------------------------------------------
def test_the_same_text_gives_the_same_json(reader: Reader, pack: Path) -> None:
    """A text read twice, also by another reader, gives the same records and actors."""
    first = as_json(reader.read_text(_NEWS))

    assert as_json(reader.read_text(_NEWS)) == first
    assert as_json(Reader(load_lexicon([str(pack)])).read_text(_NEWS)) == first


def test_reading_one_text_leaves_no_trace_in_the_next(reader: Reader) -> None:
    """What one document names does not show in the reading of another."""
    text = "同大統領は「橋は残る」と述べた。\n"
    before = as_json(reader.read_text(text))
    reader.read_text(_NEWS)

    assert as_json(reader.read_text(text)) == before


def test_runs_of_one_reader_are_told_apart(reader: Reader) -> None:
    """Two runs have ids of their own and the same reader."""
    first, second = reader.run(), reader.run()

    assert first.id != second.id
    assert first.reader == second.reader


def test_a_text_is_dated_by_its_own_words(reader: Reader) -> None:
    """The date a text states is its date of publication, and dates its records."""
    reading = reader.read_text(_NEWS)

    assert reading.document.published.edtf == "2031-05-05"
    assert reading.document.published.basis is not Basis.NONE
    assert "2031-05-04" in [r.edtf for r in reading.records if isinstance(r, DateMention)]


_LONG = "ベルカ大統領は、橋を直し、道を開き、"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" ", id="space"),
        pytest.param("\n", id="newline"),
        pytest.param("。", id="full-stop"),
        pytest.param("「」『』（）【】、。！？…‥・〜―ー" * 30, id="only-marks"),
        pytest.param("「" * 500, id="only-opening"),
        pytest.param("」" * 500, id="only-closing"),
        pytest.param("（「（「（「" * 100 + "と述べた。", id="nested-and-open"),
        pytest.param("1,2,3,4.5%%%%万億兆千百十", id="only-numbers"),
        pytest.param("年月日時分秒" * 50, id="only-units"),
        pytest.param("と述べた。" * 50, id="only-verbs"),
        pytest.param("によると、" * 50, id="only-sources"),
        pytest.param("ベルカ大統領" * 200, id="only-names"),
        pytest.param("は" * 300 + "と述べた。", id="only-particles"),
        pytest.param(
            "The minister said that nothing had been agreed on 5 May.\n" * 5, id="english"
        ),
        pytest.param("<html><p>ベルカ大統領は「橋<br>は残る」と述べた。</p>&nbsp;", id="markup"),
        pytest.param("{{ベルカ大統領|said}} [[橋]] '''残る''' {| |}", id="wiki"),
        pytest.param("\u202eベルカ大統領は「橋は残る」と述べた。\u202c", id="bidi"),
        pytest.param("ベ\u200bル\u200bカ大統領は「橋\u200dは残る」と述べた。", id="zero-width"),
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", id="decomposed"),
        pytest.param("ﾍﾞﾙｶ大統領は｢橋は残る｣と述べた｡", id="half-width"),
        pytest.param("😀👨‍👩‍👧‍👦🇯🇵𠮷野家は「𩸽」と述べた。", id="beyond-the-plane"),
        pytest.param(
            "ベルカ大統領は「橋は残る」と述べた。\r\nさらに\t「急ぐ」と\x0b述べた。", id="controls"
        ),
        pytest.param("﷽" * 100 + "ﬁ㍻㌔㍑①⑳Ⅷ", id="compatibility"),
        pytest.param("0000年00月00日、9999年99月99日、5月32日", id="impossible-days"),
        pytest.param("9" * 400 + "人が倒れた。", id="endless-number"),
    ],
)
def test_garbage_is_read_without_error(reader: Reader, text: str) -> None:
    """Whatever the text, reading raises nothing and every record rests on words of it."""
    check(reader.read_text(text))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param((_LONG * 6000)[:100_000], id="no-full-stop"),
        pytest.param(("ベルカ大統領は「橋は残る」と述べ、" * 6000)[:100_000], id="statements"),
        pytest.param("橋" * 100_000, id="one-sign"),
        pytest.param("「" * 50_000 + "」" * 50_000, id="nested"),
        pytest.param("3日、" * 25_000, id="dates"),
        pytest.param("ノルダとテスミアは協議し、" * 7_700, id="talks"),
    ],
)
def test_a_very_long_line_is_read_in_time(reader: Reader, line: str) -> None:
    """A line of 100,000 characters is read within half a minute, with evidence that matches."""
    begun = time.perf_counter()
    check(reader.read_text(line))

    assert time.perf_counter() - begun < 30


_FRAGMENTS = [
    *(
        "ベルカ大統領",
        "トセフ首相",
        "ノルダ",
        "テスミア",
        "ファルケン",
        "アルデ通信",
        "ノルダ国防省",
    ),
    *(
        "は",
        "が",
        "を",
        "に",
        "と",
        "の",
        "で",
        "も",
        "によると",
        "に対し",
        "について",
        "から",
        "まで",
    ),
    *("「", "」", "『", "』", "（", "）", "、", "。", "\n", "・", "…", "！", " ", "　"),
    *(
        "停戦",
        "会談",
        "協議",
        "砲撃",
        "撤退",
        "制裁",
        "約束",
        "これ",
        "同氏",
        "両国",
        "高官",
        "可能性",
    ),
    *(
        "述べた",
        "否定した",
        "求めた",
        "報じた",
        "発表し",
        "合意した",
        "会談する予定だ",
        "という",
        "だろう",
    ),
    *("3日", "5月6日", "来週", "2031年", "30機", "約80%", "1200人", "第76師団", "58歳"),
    *("ではない", "れば", "なかった", "べきだ", "ようと", "として", "さらに", "一方", "された"),
]


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    parts=st.lists(
        st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=3)), min_size=1, max_size=60
    )
)
def test_any_mixture_is_read_with_matching_evidence(reader: Reader, parts: list[str]) -> None:
    """However fragments and marks are mixed, nothing is raised and all evidence matches."""
    text = "".join(parts)
    reading = reader.read_text(text)

    check(reading)
    assert as_json(reader.read_text(text)) == as_json(reading)
