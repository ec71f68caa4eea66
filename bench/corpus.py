"""The text that the speed is measured on: Japanese reports, repeated to a given size."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def reports() -> tuple[str, list[str]]:
    """Return where the reports come from and their texts: shared seeds if there, else samples."""
    for folder in (SHARED / "seeds", ROOT / "samples"):
        texts = [path.read_text(encoding="utf-8") for path in _plain_texts(folder)]
        if texts:
            return folder.name, texts
    raise SystemExit("no reports to measure on: samples/ is empty")


def _plain_texts(folder: Path) -> list[Path]:
    """Return the .txt files of a folder that are UTF-8, in order."""
    return [path for path in sorted(folder.glob("*.txt")) if _is_utf8(path.read_bytes())]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def repeated(texts: list[str], characters: int) -> list[str]:
    r"""Return documents of at least `characters` in all; each is a report under a line of its own.

    The first line differs from copy to copy, so that no two documents are the same by content.

    >>> repeated(["交渉は続く。"], 20)
    ['第1部\n交渉は続く。', '第2部\n交渉は続く。']
    """
    documents: list[str] = []
    total = 0
    while total < characters:
        document = f"第{len(documents) + 1}部\n{texts[len(documents) % len(texts)]}"
        documents.append(document)
        total += len(document)
    return documents


def write_folder(documents: list[str], folder: Path) -> None:
    """Write the documents as numbered .txt files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, document in enumerate(documents):
        (folder / f"{number:05}.txt").write_text(document, encoding="utf-8")
