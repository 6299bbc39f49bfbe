"""Proves that no state of the standard streams stops the work, makes a traceback or a false code."""

from __future__ import annotations

import io
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from roadmapc.cli import _streams
from tests.conftest import CLEAN

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams are closed by the shell")
slow = pytest.mark.slow
FULL = Path("/dev/full")


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which «roadmapc» is the program; its output is buffered as it is for users."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUNB"))}
    program = f"roadmapc() {{ '{sys.executable}' -m roadmapc --lang en \"$@\"; }}; "
    return subprocess.run(
        ["bash", "-c", program + command],
        cwd=folder,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three clean roadmaps."""
    for name in "abc":
        text = CLEAN.replace("name: Район", f"name: Район {name}").replace("карта, period", f"карта {name}, period")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@slow
def test_a_closed_pipe_stops_no_work(folder: Path) -> None:
    """All is built though nobody reads of it, and the code is that of the work."""
    result = shell("roadmapc build . --out out | true; echo ${PIPESTATUS[0]}", folder)
    assert (result.stdout, result.stderr) == ("0\n", "")
    assert {path.name for path in (folder / "out").iterdir()} == {"a", "b", "c"}


@slow
def test_a_closed_pipe_stops_no_import(folder: Path) -> None:
    """All files become roadmaps, in the order of their names, though nobody reads what is said of them."""
    for name in ("d", "e", "f"):
        (folder / f"{name}.txt").write_text("№\tМероприятие\tСрок\n1\tОпрос\tмай 2022\n", encoding="utf-8")
    result = shell("roadmapc import . --out out | true; echo ${PIPESTATUS[0]}", folder)
    assert (result.stdout, result.stderr) == ("0\n", "")
    assert {path.name for path in (folder / "out").iterdir()} == {"d.yaml", "e.yaml", "f.yaml"}
    result = shell("roadmapc import - --out in <&-", folder)
    assert (result.returncode, result.stdout) == (2, "")
    assert "standard input is closed" in result.stderr


@slow
def test_a_closed_pipe_changes_no_code(folder: Path) -> None:
    """A clean file is clean, one with a problem is not, and a list of rules is no problem."""
    (folder / "b.yaml").write_text(CLEAN.replace("owners: методист", "id: x"), encoding="utf-8")
    for command, code in (("rules", 0), ("check a.yaml", 0), ("check b.yaml", 1), ("nothing", 2)):
        result = shell(f"roadmapc {command} 2>&1 | true; echo ${{PIPESTATUS[0]}}", folder)
        assert result.stdout == f"{code}\n", command


@slow
@pytest.mark.parametrize(
    ("command", "code"),
    [("check - <&-", 2), ("deadline <&-", 2), ("fmt - <&-", 2), ("rules >&-", 0), ("nothing 2>&-", 2)],
)
def test_closed_streams(command: str, code: int, folder: Path) -> None:
    """What cannot be read is told in one line; what nobody can read is not printed."""
    result = shell(f"roadmapc {command}", folder)
    assert result.returncode == code
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == ("<&-" in command)


@slow
def test_what_is_opened_later_is_not_printed_to(folder: Path) -> None:
    """A file that a closed stream's number would fall to stays as it is."""
    before = (folder / "a.yaml").read_bytes()
    assert shell("roadmapc check a.yaml <&- >&- 2>&-", folder).returncode == 0
    assert (folder / "a.yaml").read_bytes() == before


@slow
@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", ["rules", "schema", "check a.yaml", "build . --out out", "--help", "--version"])
def test_a_full_disk(command: str, folder: Path) -> None:
    """What was not printed is told, in one line and by the code; where only errors are lost, it is not."""
    result = shell(f"roadmapc {command} > /dev/full", folder)
    assert (result.returncode, result.stderr) == (2, "roadmapc: cannot write: the disk is full\n")
    assert shell(f"roadmapc {command} 2> /dev/full", folder).returncode == 0
    if "build" in command:
        assert (folder / "out" / "c" / "manifest.json").exists()


class Failing(io.RawIOBase):
    """A stream that fails with an error, or is not ready the first time."""

    def __init__(self, error: OSError | None) -> None:
        self.taken = b""
        self.tries = 0
        self._error = error

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1

    def write(self, data: Any) -> int | None:
        self.tries += 1
        if self._error:
            raise self._error
        if self.tries == 1:
            return None
        self.taken += bytes(data)
        return len(data)


def printed_to(raw: Failing, monkeypatch: pytest.MonkeyPatch) -> OSError | None:
    """Print twice to a stream and return why that failed."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(raw)))
        with _streams.enduring() as streams:
            for _ in range(2):
                sys.stdout.write("да")
                sys.stdout.flush()
            return streams.failure()


@pytest.mark.parametrize(("number", "told"), [(32, False), (28, True)])
def test_what_fails_once_is_not_tried_again(number: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first error is kept; that nobody reads is none."""
    raw = Failing(OSError(number, ""))
    error = printed_to(raw, monkeypatch)
    assert raw.tries == 1
    assert (error is not None) is told


def test_a_stream_that_is_not_ready_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of what is printed is lost."""
    monkeypatch.setattr(select, "select", lambda *_: ([], [1], []))
    raw = Failing(None)
    assert printed_to(raw, monkeypatch) is None
    assert raw.taken.decode() == "дада"


def test_the_streams_come_back() -> None:
    """Whoever called the program has its own streams afterwards."""
    before = sys.stdout, sys.stderr
    with _streams.enduring():
        assert sys.stdout.encoding == "utf-8"
        assert sys.stdout is not before[0]
    assert (sys.stdout, sys.stderr) == before
