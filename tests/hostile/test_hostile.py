"""Proves that no bad input brings the program down, keeps it waiting, fills the memory, or lets it touch other files.

The tables are the other modules here, one for each group; a row more is a case more. Figures of all of them are printed
at the end. The program is only ever let loose in a folder that the test has made.
"""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from tests import hostile
from tests.hostile.case import ROADMAP, Case, Command
from tests.hostile.watching import (
    MOST_MEMORY,
    MOST_SECONDS,
    damaged,
    english_in,
    forget_peak,
    peak_memory,
    snapshot,
)

Call = Callable[..., subprocess.CompletedProcess[str]]
_QUICK = 4
"""Every fourth case of a group may be tried by `make quick`, which takes some of them."""
_PATIENCE = 30  # seconds by the clock, after which a command is taken for hanging
_MOST_ADDRESSES = 2_000_000_000


def _cases() -> Iterator[object]:
    for info in pkgutil.iter_modules(hostile.__path__):
        module = importlib.import_module(f"{hostile.__name__}.{info.name}")
        for number, case in enumerate(module.cases() if hasattr(module, "cases") else ()):
            marks = [pytest.mark.slow] if case.in_child or number % _QUICK else []
            yield pytest.param(case, id=f"{info.name}: {case.name}", marks=marks)


class Hang(BaseException):
    """The command does not end."""


class Answer(NamedTuple):
    """What came of one command: its code (none where it was brought down), what it said, what it took."""

    code: int | None
    said: str
    seconds: float
    memory: int


def _in_process(call: Call, command: Command, folder: Path, stdin: bytes | None) -> Answer:
    """Run a command in this process."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Hang

    before, memory = time.process_time(), forget_peak()
    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    code: int | None = None
    said = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"))
        try:
            done = call(*command, cwd=folder)
            code, said = done.returncode, done.stdout + done.stderr
        except Hang:
            said = "hangs"
        except Exception as error:  # noqa: BLE001 (that is what is looked for)
            said = f"Traceback: {error!r}"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, former)
    seconds = float(_PATIENCE) if said == "hangs" else time.process_time() - before
    return Answer(code, said, seconds, peak_memory() - memory)


def _in_child(command: Command, folder: Path, stdin: bytes | None) -> Answer:
    """Run a command in a process of its own, with little memory and not for ever."""

    kept = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "LANG", "COV_"))}
    (folder / ".said").touch()
    with (folder / ".said").open("w+b") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "roadmapc", *command],
            cwd=folder,
            env={**kept, "LANG": "ru_RU.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (_MOST_ADDRESSES, _MOST_ADDRESSES))
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE))
        if process.stdin and stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        status, seconds, memory = _waited(process)
        said.seek(0)
        text = said.read().decode(errors="replace")
    (folder / ".said").unlink()
    code = os.waitstatus_to_exitcode(status)
    is_down = code < 0 or "Traceback" in text
    return Answer(None if is_down else code, text, seconds, memory)


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, float, int]:
    """Wait for a process, but not for ever; return its status, the time that it worked, and its memory."""
    end, memory = time.monotonic() + _PATIENCE, 0
    while True:
        memory = max(memory, peak_memory(process.pid))
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return status, used.ru_utime + used.ru_stime, memory
        if time.monotonic() > end:
            process.kill()
        time.sleep(0.01)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Return a working folder with another one beside it that nobody may touch."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "mine.txt").write_text("mine", "utf-8")
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def _set_up(case: Case, folder: Path) -> None:
    for name, content in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode(errors="surrogatepass") if isinstance(content, str) else content)
    if case.make:
        case.make(folder)


@pytest.mark.parametrize("case", _cases())
def test_bad_input(case: Case, world: Path, call: Call, record_property: Callable[[str, object], None]) -> None:
    """Each is refused or taken with a code that says so, in the reader's language, and nothing else happens."""
    _set_up(case, world)
    before = snapshot(world.parent, ()), snapshot(world, case.writes)
    faults: list[tuple[str, str]] = []
    codes: dict[str, int | None] = {}
    said = ""
    known = [*(content for content in case.files.values() if isinstance(content, str)), *case.files]
    for command in case.commands:
        run = _in_child if case.in_child else lambda *words: _in_process(call, *words)
        answer = run(command, world, case.stdin)
        codes[command[0]] = answer.code
        said += answer.said
        faults += _faults(case, command, answer, [*known, *(word for one in case.commands for word in one)])
    if case.agree and codes.get("check") == 0 and codes.get("build") != 0:
        faults.append(("wrong codes", f"check passes what build refuses: {said}"))
    if case.says and case.says not in said:
        faults.append(("unsaid", f"{case.says!r} is not in {said!r}"))
    outside = {name: state for name, state in before[0].items() if not name.startswith("work")}
    now = {name: state for name, state in snapshot(world.parent, ()).items() if not name.startswith("work")}
    if outside != now or before[1] != snapshot(world, case.writes):
        faults.append(("outside", f"{before[1]} is now {snapshot(world, case.writes)}"))
    for written in case.writes:
        if (world / written).is_dir() and not (world / written).is_symlink():
            faults += [("damaged", name) for name in damaged(world / written)]
    record_property("hostile", ["tried", *{kind for kind, _ in faults}])
    assert faults == []


def _faults(case: Case, command: Command, answer: Answer, known: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an answer: the figure that it counts for, and the words for a reader."""
    what = f"{' '.join(command)[:80]}: {answer.said[-400:]}"
    if answer.seconds > MOST_SECONDS * (2 if case.in_child else 1):  # starting takes its time too
        yield "hangs", f"{answer.seconds:.1f} s, {what}"
    if answer.memory > MOST_MEMORY:
        yield "memory", f"{answer.memory / 1e6:.0f} MB, {what}"
    if answer.code is None:
        yield "tracebacks", what
    elif answer.code not in (case.codes | {0, 1} if command[0] == "fmt" else case.codes):
        yield "wrong codes", f"{answer.code}, {what}"
    elif not _is_for_programs(command, answer) and (english := english_in(answer.said, *known)):
        yield "English", f"{english}, {what}"


def _is_for_programs(command: Command, answer: Answer) -> bool:
    """Say whether an answer is read by another program: its keys are the same in every language."""
    return answer.code == 0 and (command[0] == "schema" or "json" in command)


def test_there_are_many_kinds() -> None:
    """Of every command, and no name comes twice in a table."""
    found = [param.values[0] for param in _cases()]  # type: ignore[attr-defined]
    assert len(found) >= 300
    commands = {command[0] for case in found for command in case.commands if command}
    assert {
        "check",
        "build",
        "due",
        "fmt",
        "deadline",
        "inspect",
        "import",
        "templates",
        "explain",
        "rules",
        "schema",
    } <= commands
    assert ROADMAP in {word for case in found for command in case.commands for word in command}
