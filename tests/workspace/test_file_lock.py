"""Proves that two runs never change one file at once, and that a run that dies leaves it free."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.diagnostics.regular_files import LinkRefused
from roadmapc.workspace.file_lock import Locked, held, locked

HOLD = """
import sys, time
from pathlib import Path
from roadmapc.workspace.file_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_waits_and_is_told(tmp_path: Path) -> None:
    """Who holds it longer than one waits is said to be at work; once it is gone, even killed, the file is free."""
    path = tmp_path / "a.marks.yaml"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UserError, match="in use"), locked(path, wait=0.2):
            pass
        other.kill()
        other.wait()
    start = time.monotonic()
    with locked(path, wait=5):
        assert time.monotonic() - start < 5
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """It is an error of the system, for the caller to word."""
    with pytest.raises(OSError), locked(tmp_path / "none" / "a.yaml"):  # noqa: PT011
        pass


def test_a_lock_that_is_held_is_refused_at_once(tmp_path: Path) -> None:
    """By the second who wants it; given back, it is free."""
    path = tmp_path / "lock"
    with held(path), pytest.raises(Locked), held(path):
        pytest.fail("held twice")
    with held(path):
        pass


def test_a_link_is_no_lock(tmp_path: Path) -> None:
    """It would lead to a file of somebody else."""
    (tmp_path / "lock").symlink_to("elsewhere")
    with pytest.raises(LinkRefused), held(tmp_path / "lock"):
        pytest.fail("held")
    assert not (tmp_path / "elsewhere").exists()
