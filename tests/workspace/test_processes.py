"""Proves that shared work is the same work, and that what stops it is no more than lost time."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are split on Linux alone")

PROGRAM = """
import os
{before}
from roadmapc.workspace.processes import shared_out

def power(base, exponent):
    if base == 50:
        {what}
    return base ** exponent

print(shared_out(power, [(base, 2) for base in range(100)]))
"""
NO_SEMAPHORES = """
from multiprocessing import synchronize

def refused(*arguments):
    raise OSError(38, "not here")

synchronize._multiprocessing.SemLock = refused
"""


def ran(what: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run shared work in a process of its own: this one has threads."""
    command = [sys.executable, "-W", "error", "-c", PROGRAM.format(what=what, before=before)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_the_results_come_in_order() -> None:
    done = ran("pass")
    assert (done.stdout, done.stderr) == (f"{[base**2 for base in range(100)]}\n", "")


def test_where_there_are_no_processes_there_is_no_result() -> None:
    """Where a worker is killed, or the system has no semaphores, the caller is told to work alone."""
    for done in (ran("os._exit(9)"), ran("pass", NO_SEMAPHORES)):
        assert (done.stdout, done.stderr) == ("None\n", "")


def test_a_fault_of_the_work_is_not_hidden() -> None:
    """What the work itself raises reaches the caller."""
    done = ran("raise KeyError(base)")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "KeyError: 50")
