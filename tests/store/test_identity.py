from __future__ import annotations

from dataclasses import replace

import pytest

from soten.store import Identity, Ledger, parse_words
from tests.store.factory import (
    LATER_RUN,
    RUN,
    TEXT,
    document,
    reading,
    statement,
)


def test_a_text_is_known_by_its_digest_whatever_its_name(ledger: Ledger) -> None:
    """The same text under another name is the same document, found at one more place."""
    d = document()
    assert ledger.identify("a.txt", None, d.sha256) == Identity(d.id, 1, True, False)
    ledger.put_reading(RUN, reading(d))

    found = ledger.identify("copy/b.txt", "https://example.org/b", d.sha256)

    assert found == Identity(d.id, 1, False, False)
    assert set(ledger.names([d.id])[d.id]) == {"a.txt", "copy/b.txt", "https://example.org/b"}


@pytest.mark.parametrize(
    ("name", "url"),
    [("a.txt", None), ("elsewhere.txt", "https://example.org/a")],
    ids=["name", "url"],
)
def test_a_changed_text_under_a_known_name_is_a_new_version(
    ledger: Ledger, name: str, url: str | None
) -> None:
    """A known name or URL with another text is the next version of the same document."""
    d = document(url="https://example.org/a")
    said = statement(d, "停戦に応じる用意がある", "aoki")
    gone = statement(d, "攻撃を控える", "ko")
    ledger.put_reading(RUN, reading(d, [said, gone]))
    edited = document(TEXT[: TEXT.index("両国")] + "訂正した。\n", name, url=url)

    identity = ledger.identify(name, url, edited.sha256)
    second = replace(edited, id=identity.document)
    change = ledger.put_reading(RUN, reading(second, [said]))

    assert identity == Identity(d.id, 2, False, True)
    assert (change.version, change.kept, change.gone) == (2, 1, 1)
    assert ledger.text(d.id) == edited.text
    assert ledger.text(d.id, 1) == TEXT
    assert [facts.version for facts in ledger.versions(d.id)] == [1, 2]
    (record,) = ledger.records()
    assert record.version == 2
    assert ledger.documents_with(parse_words("訂正"), limit=5)
    assert not ledger.documents_with(parse_words("約束"), limit=5)


def test_a_text_is_read_once_by_a_reader(ledger: Ledger) -> None:
    """A text is read when this very reader has read it with the same facts."""
    d = document()
    assert not ledger.is_read(d.sha256, RUN.reader)
    ledger.put_reading(RUN, reading(d), facts="f1")

    assert ledger.is_read(d.sha256, RUN.reader)
    assert ledger.is_read(d.sha256, RUN.reader, "f1")
    assert not ledger.is_read(d.sha256, RUN.reader, "f2")
    assert not ledger.is_read(d.sha256, LATER_RUN.reader)


def test_copies_with_other_facts_are_each_read_once(ledger: Ledger) -> None:
    """Two copies of a text with different sidecars do not make each other due again."""
    d = document()
    for name, facts in (("a.txt", "f1"), ("b.txt", "f2")):
        ledger.identify(name, None, d.sha256)
        assert not ledger.is_read(d.sha256, RUN.reader, facts, name=name)
        ledger.put_reading(RUN, reading(replace(d, name=name)), facts=facts)

    for name, facts in (("a.txt", "f1"), ("b.txt", "f2")):
        ledger.identify(name, None, d.sha256)
        assert ledger.is_read(d.sha256, RUN.reader, facts)
        assert ledger.is_read(d.sha256, RUN.reader, facts, name=name)
    assert not ledger.is_read(d.sha256, RUN.reader, "f1", name="b.txt")


def test_a_copy_of_an_older_version_stays_an_older_version(ledger: Ledger) -> None:
    """Two files with two versions of a text do not take turns at being current."""
    old, new = document("古い記事。", "a.txt"), document("新しい記事。", "a.txt")
    ledger.put_reading(RUN, reading(old))
    ledger.identify("archive/a.txt", None, old.sha256)
    ledger.put_reading(RUN, reading(replace(new, id=old.id)))

    for _ in range(2):
        for name, source in (("a.txt", new), ("archive/a.txt", old)):
            ledger.identify(name, None, source.sha256)
            assert ledger.is_read(source.sha256, RUN.reader)
    assert ledger.text(old.id) == "新しい記事。"


def test_a_file_that_goes_back_is_due_again(ledger: Ledger) -> None:
    """A file that again holds the text of an older version makes that version current."""
    old, new = document("古い記事。", "a.txt"), document("新しい記事。", "a.txt")
    ledger.put_reading(RUN, reading(old))
    ledger.put_reading(RUN, reading(replace(new, id=old.id)))

    identity = ledger.identify("a.txt", None, old.sha256)
    assert identity == Identity(old.id, 1, False, False)
    assert not ledger.is_read(old.sha256, RUN.reader)
    ledger.put_reading(RUN, reading(old))

    assert ledger.text(old.id) == "古い記事。"
    assert ledger.is_read(old.sha256, RUN.reader)
