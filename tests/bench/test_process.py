"""Commands are measured as they run."""

import sys

import pytest

from bench.process import CommandError, cost_of


def test_what_a_command_took_is_returned() -> None:
    """The cost of a command is its time, its own peak memory and what it printed."""
    cost = cost_of([sys.executable, "-c", "kept = 'x' * 60_000_000; print('done')"])

    assert cost.output == "done\n"
    assert cost.seconds > 0
    assert 60 < cost.peak_mb < 200


def test_a_command_that_fails_is_an_error() -> None:
    """A command that ends with another code than 0 raises, with its last words."""
    with pytest.raises(CommandError, match="no such thing"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_the_peak_is_not_that_of_the_process_that_asks() -> None:
    """However much we hold ourselves, a small command is told to be small."""
    ours = bytearray(400_000_000)

    cost = cost_of([sys.executable, "-c", "print('done')"])

    assert len(ours) == 400_000_000
    assert cost.peak_mb < 100


def test_a_command_that_is_not_there_is_an_error() -> None:
    """What cannot be started raises as well."""
    with pytest.raises(CommandError, match="could not be run"):
        cost_of(["no-such-command-anywhere"])
