"""Proves that files are written whole or not at all: what is stopped anywhere leaves the old file or the new one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from roadmapc.diagnostics.regular_files import LinkRefused
from roadmapc.workspace.atomic_writes import left_over, remove_left_over, replace, write_each
from tests.interrupts import interrupted

OLD, NEW = b"old" * 1_000, b"new" * 1_000


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights are others there")
def test_one_file_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    """A link is followed, what it leads to is replaced; a folder in its place is told."""
    target, link = tmp_path / "a", tmp_path / "link"
    target.write_bytes(OLD)
    target.chmod(0o640)
    link.symlink_to(target)
    replace(link, NEW)
    assert (target.read_bytes(), link.is_symlink()) == (NEW, True)
    assert target.stat().st_mode & 0o777 == 0o640
    with pytest.raises(IsADirectoryError):
        replace(tmp_path, NEW)
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        replace(tmp_path / "one", NEW)


WRITER = """
import sys
from pathlib import Path
from roadmapc.workspace.atomic_writes import replace

print("ready", flush=True)
while True:
    for data in (b"old", b"new"):
        replace(Path(sys.argv[1]), data * 100_000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
@pytest.mark.parametrize("wait", [0.0, 0.01, 0.03])
def test_a_killed_process_leaves_a_whole_file(tmp_path: Path, wait: float) -> None:
    """Killed at any moment, without a chance to clean up: the file is the old or the new one, never half of one."""
    target = tmp_path / "a"
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    while not target.exists():
        time.sleep(0.001)
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert target.read_bytes() in {b"old" * 100_000, b"new" * 100_000}
    replace(target, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["a"], "what was left of it goes with the next write"


def test_what_others_left_stays(tmp_path: Path) -> None:
    """Temporary files of another program, of a process that runs, and links are nobody's here."""
    stay = {".abcd1234.tmp", f".roadmapc-{os.getppid()}-abc.tmp", ".roadmapc-x-abc.tmp", ".roadmapc-1-a.tmp.docx"}
    go = {f".roadmapc-{os.getpid()}-abc.tmp", ".roadmapc-4194999-abc.tmp", ".roadmapc-9999999999-abc.tmp"}
    for name in stay | go:
        (tmp_path / name).write_bytes(OLD)
    (tmp_path / ".roadmapc-4194999-link.tmp").symlink_to(".abcd1234.tmp")
    assert {path.name for path in left_over(tmp_path)} == go
    remove_left_over(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == stay | {".roadmapc-4194999-link.tmp"}


def test_no_device_is_written(tmp_path: Path) -> None:
    """A pipe would keep the program waiting for a reader."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=os.strerror(errno.ESPIPE)):
        replace(tmp_path / "pipe", NEW)


def test_several_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full at the second file the first is as it was; a link is not written through."""
    write_each(tmp_path / "a", [("1", OLD), ("2", OLD)])
    calls = iter(range(9))

    def full(_: int) -> None:
        if next(calls):
            raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space left"):
            write_each(tmp_path / "a", [("1", NEW), ("2", NEW)])
    assert {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()} == {"1": OLD, "2": OLD}
    (tmp_path / "a" / "1").unlink()
    (tmp_path / "a" / "1").symlink_to("2")
    (tmp_path / "b").symlink_to("a")
    for folder in ("a", "b"):
        with pytest.raises(LinkRefused):
            write_each(tmp_path / folder, [("1", NEW)])
    assert (tmp_path / "a" / "2").read_bytes() == OLD


@pytest.mark.parametrize(
    "work", [lambda path: replace(path, b"new"), lambda path: write_each(path.parent, [("a", b"new")])]
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")  # just opened
def test_an_interrupt_at_any_line(tmp_path: Path, work: Callable[[Path], None]) -> None:
    """It leaves the old file or the new one, and nothing else."""
    for at in count():
        path = tmp_path / str(at) / "a"
        path.parent.mkdir()
        path.write_bytes(b"old")
        was_stopped = interrupted(at, partial(work, path))
        assert [one.name for one in path.parent.iterdir()] == ["a"], at
        assert path.read_bytes() in {b"old", b"new"}
        if not was_stopped:
            break
    assert at > 30
