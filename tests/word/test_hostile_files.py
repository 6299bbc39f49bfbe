"""Proves that no Word file of a few kilobytes keeps `inspect` busy: what is read once is read once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.hostile.word_files import BODIES, CHAINS


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are those of POSIX")
def test_each_is_inspected_within_the_limits_of_a_process() -> None:
    """Many runs, columns, sections, chains and rings of styles: none takes longer than its size says."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.inspect_files"], capture_output=True, text=True, check=True
    )
    said = [line.rpartition(": ") for line in run.stdout.splitlines()]
    assert len(said) == len(BODIES) + len(CHAINS)
    assert [name for name, _, outcome in said if outcome != "inspected"] == []
