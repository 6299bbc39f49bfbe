"""Proves that shared work is the same, however processes begin, and that what stops one costs no more than time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, sys
from itertools import islice
from roadmapc.workspace import executor
{before}

def power(base, exponent):
    if base == 50:
        {what}
    return base ** exponent

if __name__ == "__main__":
    main = os.getpid()
    work = executor.Processes(2, begin=int, lost=lambda: print("lost"))
    rows = [(base, 2) for base in range(100)]
    {use}
"""
SHARED = "print({shown}(work.map(power, rows)))"
BEGUN = """with work.begun(power, rows) as results:
        if {asked}:
            print(results())"""
NO_SEMAPHORES = """
from multiprocessing import synchronize

def refused(*arguments):
    raise OSError(38, "not here")

synchronize._multiprocessing.SemLock = refused
"""
SPAWNED = "executor.SPLITS = False"
KILLED = "os._exit(9) if __import__('multiprocessing').parent_process() else None"
BEGINNINGS = [SPAWNED] + ([""] if sys.platform == "linux" else [])
SQUARES = f"{[base**2 for base in range(100)]}\n"


def started(folder: Path, what: str, before: str, use: str) -> subprocess.CompletedProcess[str]:
    """Use processes in a process of its own: this one has threads."""
    program = folder / "program.py"
    program.write_text(PROGRAM.format(what=what, before=before, use=use), "utf-8")
    command = [sys.executable, "-W", "error", str(program)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)


def ran(folder: Path, what: str, before: str = "", shown: str = "list") -> subprocess.CompletedProcess[str]:
    """Run shared work."""
    return started(folder, what, before, SHARED.format(shown=shown))


@pytest.mark.parametrize("before", BEGINNINGS)
def test_the_results_come_in_order(tmp_path: Path, before: str) -> None:
    done = ran(tmp_path, "pass", before)
    assert (done.stdout, done.stderr) == (SQUARES, "")


@pytest.mark.parametrize("before", BEGINNINGS)
def test_what_a_killed_process_had_is_done_here(tmp_path: Path, before: str) -> None:
    """Nothing is lost but time, and it is said."""
    done = ran(tmp_path, KILLED, before)
    assert (done.stdout, done.stderr) == (f"lost\n{SQUARES}", "")


def test_a_system_without_semaphores(tmp_path: Path) -> None:
    """Where there can be no processes this one does it all, in silence."""
    done = ran(tmp_path, "pass", NO_SEMAPHORES)
    assert (done.stdout, done.stderr) == (SQUARES, "")


@pytest.mark.parametrize("before", BEGINNINGS)
def test_a_fault_of_the_work_is_not_hidden(tmp_path: Path, before: str) -> None:
    """What the work itself raises reaches the caller."""
    done = ran(tmp_path, "raise KeyError(base)", before)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "KeyError: 50")


@pytest.mark.parametrize("before", BEGINNINGS)
def test_work_that_is_given_up(tmp_path: Path, before: str) -> None:
    """Whoever takes some results and goes away leaves no process behind: this one ends at once."""
    done = ran(tmp_path, "__import__('time').sleep(0.2)", before, shown="(lambda found: list(islice(found, 3)))")
    assert (done.stdout, done.stderr) == ("[0, 1, 4]\n", "")


def looked(folder: Path, what: str, before: str = "", *, asked: bool = True) -> subprocess.CompletedProcess[str]:
    """Begin work that looks, and ask for what it makes or not."""
    return started(folder, what, before, BEGUN.format(asked=asked))


@pytest.mark.parametrize("before", [*BEGINNINGS, NO_SEMAPHORES])
def test_what_has_begun_is_asked_for_later(tmp_path: Path, before: str) -> None:
    """All results, in the order of the rows."""
    done = looked(tmp_path, "pass", before)
    assert (done.stdout, done.stderr) == (SQUARES, "")


@pytest.mark.parametrize("before", BEGINNINGS)
def test_what_a_killed_process_has_begun_is_done_here(tmp_path: Path, before: str) -> None:
    done = looked(tmp_path, KILLED, before)
    assert (done.stdout, done.stderr) == (f"lost\n{SQUARES}", "")


@pytest.mark.parametrize("before", BEGINNINGS)
def test_a_fault_of_what_has_begun_is_told_here(tmp_path: Path, before: str) -> None:
    """Once, by this process."""
    done = looked(tmp_path, "raise KeyError(base)", before)
    assert (done.returncode, done.stderr.splitlines()[-1], done.stderr.count("Traceback")) == (1, "KeyError: 50", 1)


@pytest.mark.parametrize("before", BEGINNINGS)
def test_what_has_begun_and_is_not_asked_for(tmp_path: Path, before: str) -> None:
    """It is given up: nothing waits for it."""
    done = looked(tmp_path, "time.sleep(50)", before, asked=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are split")
def test_this_process_has_no_thread_meanwhile(tmp_path: Path) -> None:
    """So that it can be split again."""
    use = BEGUN.format(asked="not print(__import__('threading').active_count()) and False")
    assert started(tmp_path, "pass", "", use).stdout == "1\n"
