"""A country's worth of 2,300 roadmaps: whole processes of the commands, and `check` by workers of a scheduler.

The six real roadmaps in turn, each file with a municipality of its own. The peers are GNU make, which only looks at
times, for a build in which nothing has changed, and the local processes for the workers. `ROADMAPS` in the environment
sets how many roadmaps there are.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from benchmarks.paired import table

ROADMAPS = Path(__file__).parent.parent / "roadmaps"
FILES = int(os.environ.get("ROADMAPS", "2300"))
TODAY = ("--today", "2022-05-01")
PORT = 18786
_NAME = re.compile(r"(?m)^(  name: .*?)(['\"]?)$")


class Cost(NamedTuple):
    """Seconds by the clock, seconds of processors, megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float

    @property
    def cells(self) -> tuple[str, str, str]:
        """Return it as cells of a table."""
        return f"{self.wall:.1f}", f"{self.cpu:.1f}", f"{self.memory:.0f}"


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "roadmaps").mkdir()
        sources = sorted(path for path in ROADMAPS.glob("*.yaml") if not path.stem.endswith(".marks"))
        for number in range(FILES):
            text = sources[number % len(sources)].read_text("utf-8")
            (folder / "roadmaps" / f"m{number:04}.yaml").write_text(
                _NAME.sub(rf"\1 {number}\2", text, count=1), "utf-8"
            )
        _whole(folder)
        print()
        _workers(folder)


def _whole(folder: Path) -> None:
    build = ("build", "roadmaps", *TODAY)
    one = folder / "roadmaps" / "m0000.yaml"
    cold = _run(folder, *build)  # checks them as well
    for kept in ("build", "kept"):
        shutil.rmtree(folder / kept)
    rows = [
        ("build, all new and not checked yet", cold),
        ("check, all new, one process", _run(folder, "check", "roadmaps", "--no-cache", "--jobs", "1", *TODAY)),
        ("check, all new", _run(folder, "check", "roadmaps", *TODAY)),
        ("check, nothing changed", _run(folder, "check", "roadmaps", *TODAY)),
        ("due, all new", _run(folder, "due", "roadmaps", "--month", "2025-05", *TODAY)),
        ("due, nothing changed", _run(folder, "due", "roadmaps", "--month", "2025-05", *TODAY)),
        ("report", _run(folder, "report", "roadmaps", *TODAY)),
        ("report --region", _run(folder, "report", "roadmaps", "--region", *TODAY)),
        ("site", _run(folder, "site", "roadmaps", *TODAY)),
        ("build, all new, checked before", _run(folder, *build)),
        ("build, nothing changed", _run(folder, *build)),
    ]
    one.write_text(one.read_text("utf-8") + "\n# changed\n", "utf-8")
    rows += [("build, one changed", _run(folder, *build)), ("make, nothing changed", _make(folder))]
    print(f"{FILES} roadmaps, {os.cpu_count()} processors: whole processes, once each")
    print(table(("", "s", "CPU s", "MB"), [(name, *cost.cells) for name, cost in rows]))


def _make(folder: Path) -> Cost:
    """Return what GNU make takes to see that as many targets are newer than their sources."""
    names = [path.stem for path in sorted((folder / "roadmaps").iterdir())]
    rules = "".join(f"build/{name}/manifest.json: roadmaps/{name}.yaml\n" for name in names)
    goal = " ".join(f"build/{name}/manifest.json" for name in names)
    (folder / "Makefile").write_text(f"all: {goal}\n{rules}", "utf-8")
    for name in names:
        (folder / "build" / name / "manifest.json").touch()
    return _measured(folder, "make", "--silent")


def _workers(folder: Path) -> None:
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        print("workers of a scheduler: the extra “fleet” is not installed")
        return
    check = ("check", "roadmaps", "--no-cache", *TODAY)
    here = _run(folder, *check)
    rows = [("processes here", f"{here.wall:.1f}", "1")]
    for count in (1, 2, 3, 4):
        with _fleet(folder, count) as address:
            _run(folder, *check, "--scheduler", address)  # they load the program
            cost = _run(folder, *check, "--scheduler", address)
        rows.append((f"workers: {count}", f"{cost.wall:.1f}", f"{cost.wall / here.wall:.2f}"))
    print(f"check of {FILES} roadmaps, all new; workers on this machine")
    print(table(("", "s", "times as long"), rows))


@contextmanager
def _fleet(folder: Path, count: int) -> Iterator[str]:
    """Run a scheduler with workers on the loopback."""
    address, module = f"tcp://127.0.0.1:{PORT}", "distributed.cli.dask_"
    quiet = ("--no-dashboard",)
    commands: list[tuple[str, ...]] = [(f"{module}scheduler", "--host", address, "--no-show", *quiet)]
    for number in range(count):
        place = folder / "workers" / f"{count}-{number}"
        place.mkdir(parents=True)
        commands.append(
            (f"{module}worker", address, "--nthreads", "1", "--no-nanny", "--local-directory", str(place), *quiet)
        )
    environment = {**os.environ, "PYTHONPATH": str(ROADMAPS.parent)}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    try:
        sleep(4)  # all of them are there
        yield address
    finally:
        for process in running:
            process.kill()
            process.wait()


def _run(folder: Path, *arguments: str) -> Cost:
    return _measured(folder, sys.executable, "-m", "roadmapc", *arguments)


def _measured(folder: Path, *command: str) -> Cost:
    found = shutil.which(command[0])
    assert found, command[0]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROADMAPS.parent),
        "PYTHONDONTWRITEBYTECODE": "",  # an installed program is compiled
        "ROADMAPC_CACHE_DIR": str(folder / "kept"),
        "LANG": "C.UTF-8",
    }
    start = perf_counter()
    process = subprocess.Popen(
        [found, *command[1:]], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, _status, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
