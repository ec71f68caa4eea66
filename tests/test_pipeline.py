"""From bytes to the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.pipeline import Reader, Summary, add_paths
from soten.records import (
    LexiconError,
    Reading,
    Statement,
)
from soten.store import open_ledger
from tests.readings import NEWS


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


def test_new_files_are_read(shelf: Shelf) -> None:
    """Files that the ledger does not hold are read, and what they tell is in it afterwards."""
    shelf.write("a.txt", NEWS)

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged, summary.failed) == (1, 0, 0, ())
    assert summary.characters == len(NEWS)
    assert "停戦に応じる用意がある" in shelf.statements()
    assert [(text, date) for _, text, date in shelf.documents()] == [(NEWS, "2031-05-05")]


def test_what_was_read_is_left_alone(shelf: Shelf) -> None:
    """A second run over the same files reads nothing and changes nothing."""
    shelf.write("a.txt", NEWS)
    shelf.add()
    before = shelf.statements()

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged, summary.records) == (0, 0, 1, 0)
    assert shelf.statements() == before


def test_a_changed_file_is_a_new_version(shelf: Shelf) -> None:
    """A file that changed is read again as the same document; what it no longer says is gone."""
    shelf.write("a.txt", NEWS)
    shelf.add()
    ((document, _, _),) = shelf.documents()
    changed = NEWS.replace("停戦に応じる用意がある", "停戦には応じない")
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
    shelf.write("a.txt", NEWS)
    shelf.write("b.txt", NEWS)

    summary = shelf.add()

    assert summary.read == 1
    assert len(shelf.documents()) == 1
    assert shelf.add().unchanged == 2


def test_files_that_cannot_be_read_are_named_and_the_rest_is_read(shelf: Shelf) -> None:
    """Empty, binary and missing files are told, a line each; the others are read."""
    shelf.write("a.txt", NEWS)
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
    shelf.write("a.txt", NEWS)
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
    shelf.write("a.txt", NEWS)
    shelf.add(packs=())

    summary = shelf.add()

    assert (summary.read, summary.changed, summary.unchanged) == (0, 1, 0)
    assert shelf.add().unchanged == 1


def test_an_unknown_pack_is_refused_before_anything_is_read(shelf: Shelf) -> None:
    """A pack that does not exist is an error, and no ledger is made."""
    shelf.write("a.txt", NEWS)

    with pytest.raises(LexiconError):
        shelf.add(packs=("no-such-pack",))
    assert not Path(shelf.ledger).exists()


def test_progress_is_told(shelf: Shelf) -> None:
    """Each file is told of as it is begun, with its number and the count."""
    shelf.write("a.txt", NEWS)
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
