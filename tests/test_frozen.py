"""Proves that the folder for computers without Python has all that the program needs, and starts itself no more often.

It is made once, by PyInstaller as .ci/roadmapc.spec says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmapc.cli.main import _commands
from tests.conftest import CLEAN, TODAY

fcntl = pytest.importorskip("fcntl", reason="a lock of POSIX")

ROOT = Path(__file__).parent.parent
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a workflow makes it and tries it"),
]
DAY = ("--today", str(TODAY), "--lang", "en")
COMMANDS = {
    "amend": ("amend", "roadmaps/a.yaml", "--against", "roadmaps/b.yaml", "--out", "amended", "--draft"),
    "build": ("build", "roadmaps", "--to", "html,xlsx,svg", *DAY),
    "check": ("check", "roadmaps", "--no-cache", *DAY),
    "compare": ("compare", "roadmaps/a.yaml", "roadmaps/b.yaml"),
    "deadline": ("deadline", "до 15 мая 2022"),
    "doctor": ("doctor", "--lang", "en"),
    "due": ("due", "roadmaps", "--month", "may", *DAY),
    "explain": ("explain", "RM301"),
    "fmt": ("fmt", "roadmaps", "--check"),
    "freeze": ("freeze", "--help"),
    "import": ("import", "build/a/attachment.docx", "--out", "imported", "--lang", "en"),
    "inspect": ("inspect", "build/a/attachment.docx", "--lang", "en"),
    "mark": ("mark", "--help"),
    "new": ("new", "--help"),
    "remind": ("remind", "--help"),
    "report": ("report", "roadmaps/a.yaml", *DAY),
    "rules": ("rules", "--lang", "en"),
    "schema": ("schema", "roadmap"),
    "serve": ("serve", "--help"),
    "site": ("site", "roadmaps", *DAY),
    "status": ("status", "roadmaps", *DAY),
    "templates": ("templates", "copy", "own"),
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder, once for all processes that run tests; return its program."""
    place = tmp_path_factory.getbasetemp().parent / "frozen"
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "dist").exists():
            words = ["--log-level", "ERROR", "--distpath", str(place / "dist"), "--workpath", str(place / "work")]
            command = [sys.executable, "-m", "PyInstaller", "-y", *words, str(ROOT / ".ci" / "roadmapc.spec")]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
    return place / "dist" / "roadmapc" / "roadmapc"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with two roadmaps."""
    (tmp_path / "roadmaps").mkdir()
    for name, text in (("a", CLEAN), ("b", CLEAN.replace("мониторинг", "опрос").replace("Район", "Село"))):
        (tmp_path / "roadmaps" / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    """Return an environment with nothing of Python in it."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "ru_RU.UTF-8"}


def run(program: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run it."""
    return subprocess.run(
        [str(program), *words],
        cwd=cwd,
        env=surroundings(cwd),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_every_command_is_tried() -> None:
    assert {name.rstrip("_") for name in _commands("")} == COMMANDS.keys()


def test_all_commands(program: Path, project: Path) -> None:
    """What is found by being there is there: rules, documents, reporters, templates, words of help."""
    run(program, *COMMANDS["build"], cwd=project)
    for name, command in COMMANDS.items():
        done = run(program, *command, cwd=project)
        assert done.returncode in ((0, 1) if name != "amend" else (0, 1, 2)), (name, done.stderr)
        assert "Traceback" not in done.stderr, name
        assert done.stdout or name in {"import", "amend"}, (name, done.stderr)


def test_the_same_bytes(program: Path, built: Path, roadmaps: Path, tmp_path: Path) -> None:
    """What it builds is what is built here."""
    done = run(program, "build", str(roadmaps), "--out", "build", *DAY[:2], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for folder in built.iterdir():
        made = {path.name: path.read_bytes() for path in (tmp_path / "build" / folder.name).iterdir()}
        assert made == {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("begun", ["", "spawn"])
def test_it_starts_no_more_of_itself_than_asked_for(program: Path, tmp_path: Path, begun: str) -> None:
    """Processes that begin anew, as on Windows, do their work and end; without a limit they would begin for ever."""
    (tmp_path / "roadmaps").mkdir()
    for number in range(20):
        (tmp_path / "roadmaps" / f"m{number}.yaml").write_text(CLEAN.replace("Район", f"Район {number}"), "utf-8")
    words = ("check", "roadmaps", "--no-cache", *DAY, "--jobs")
    alone = run(program, *words, "1", cwd=tmp_path)
    done = subprocess.Popen(
        [program, *words, "2"],
        cwd=tmp_path,
        env={**surroundings(tmp_path), "ROADMAPC_PROCESSES": begun},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert (*done.communicate(timeout=120), done.returncode) == (alone.stdout, alone.stderr, alone.returncode)
    end = time.monotonic() + 20
    while is_any_left(done.pid):  # the last of them ends when it sees that the others have
        assert time.monotonic() < end
        time.sleep(0.05)


def is_any_left(group: int) -> bool:
    """Say whether a group of processes has one."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
