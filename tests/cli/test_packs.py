"""Packs from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

PACK = "id: aland\ntitle: 島の交渉\nversion: '1'\n"


def test_bundled_packs_are_listed(run: Run) -> None:
    """Every bundled pack stands in the list with its version."""
    found = run("pack", "list")

    assert found.exit_code == 0
    listed = [line.split()[0] for line in found.stdout.splitlines()[2:]]
    assert listed == ["core", "karabakh", "ukraine"]


def test_a_pack_is_shown(run: Run) -> None:
    """What a pack holds is counted by type, and its points at issue are named."""
    found = run("pack", "show", "core")

    assert found.exit_code == 0
    assert "state" in found.stdout
    assert "ceasefire" in found.stdout


def test_a_good_pack_passes(run: Run, tmp_path: Path) -> None:
    """A folder that keeps to the schema passes its check."""
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")

    assert run("pack", "check", tmp_path).exit_code == 0


def test_a_broken_pack_is_named_with_file_and_line(run: Run, tmp_path: Path) -> None:
    """What must be mended is named with its file and line, and the code is 2."""
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "issues.yaml").write_text("- {id: x, ja: 何か, cues: {語: 9}}\n", "utf-8")

    found = run("pack", "check", tmp_path)

    assert found.exit_code == 2
    assert "issues.yaml:1" in found.stdout


def test_no_pack_is_wrong_use(run: Run, tmp_path: Path) -> None:
    """A folder that is no pack draws one line and code 2."""
    for command in ("show", "check"):
        found = run("pack", command, tmp_path)

        assert (found.exit_code, len(found.stderr.splitlines())) == (2, 1)
