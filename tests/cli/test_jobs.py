"""Proves that several processes do what one does, and that what stops them leaves whole files."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import CLEAN, ROADMAPS

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en", "--today", "2026-11-21")


def content(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a folder of 60 roadmaps, two of them with errors."""
    (tmp_path / "roadmaps").mkdir()
    for number in range(60):
        text = CLEAN.replace("Район", f"Район {number}")
        if number in {7, 41}:
            text = text.replace("deadline: май 2022", "deadline: когда-нибудь")
        (tmp_path / "roadmaps" / f"m{number:02}.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "command"),
    [
        (1, ("check", "--no-cache")),
        (1, ("build", "--force", "--out", "{jobs}", str(ROADMAPS))),
        (1, ("due", "--late", "--from", "2020-01-01")),
        (0, ("report", "--to", "docx,xlsx", "--as-of", "2023-01-10", "--out", "{jobs}")),
        (0, ("report", "--region", "--to", "html,xlsx", "--as-of", "2023-01-10", "--out", "{jobs}")),
        (0, ("site", "--internal", "--as-of", "2023-01-10", "--out", "{jobs}")),
    ],
)
def test_the_same(many: Path, call: Run, code: int, command: tuple[str, ...]) -> None:
    """What is printed, the exit code, and the bytes that are written."""
    seen = []
    for jobs in ("1", "2", "3"):
        words = [word.format(jobs=jobs) for word in command]
        result = call(*words, "roadmaps", "--jobs", jobs, *EN, cwd=many)
        said = [re.sub(rf"\b{jobs}/", "out/", text) for text in (result.stdout, result.stderr)]
        seen.append((result.returncode, said, content(many / jobs) if (many / jobs).exists() else None))
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] == code


@pytest.mark.slow
def test_the_same_files(many: Path, call: Run) -> None:
    """Sources are laid out, and documents imported, to the same bytes."""
    call("build", "roadmaps", "--draft", *EN, cwd=many)
    (many / "words").mkdir()
    for number in range(30):
        (many / "words" / f"w{number}.docx").write_bytes(
            (many / "build" / f"m{number:02}" / "attachment.docx").read_bytes()
        )
    (many / "words" / "broken.docx").write_bytes(b"PK")
    for path in (many / "roadmaps").iterdir():
        path.write_text(
            path.read_text("utf-8").replace("    activities", "      activities").replace("\n", "\r\n"), "utf-8"
        )
    seen = []
    for jobs in ("1", "2"):
        shutil.copytree(many / "roadmaps", many / jobs)
        laid = call("fmt", jobs, "--jobs", jobs, *EN[:2], cwd=many)
        made = call("import", "words", "--out", f"made-{jobs}", "--jobs", jobs, *EN[:2], cwd=many)
        said = [
            text.replace(f"made-{jobs}/", "").replace(f"{jobs}/", "")
            for text in (laid.stdout, made.stdout, made.stderr)
        ]
        seen.append((laid.returncode, made.returncode, said, content(many / jobs), content(many / f"made-{jobs}")))
    assert seen[0] == seen[1]
    assert {f"w{number}.yaml" for number in range(30)} <= seen[0][4].keys()


@pytest.mark.parametrize("jobs", ["0", "-3"])
@pytest.mark.parametrize("command", ["check", "build", "site", "due", "fmt", "import", "report"])
def test_a_number_that_is_none(many: Path, call: Run, command: str, jobs: str) -> None:
    result = call(command, "roadmaps", f"--jobs={jobs}", *EN[:2], cwd=many)
    assert (result.returncode, result.stderr) == (2, f"roadmapc: --jobs needs a number from 1 on: {jobs}\n")


@pytest.mark.parametrize("command", ["due", "due --late", "site", "report"])
def test_a_fault_of_what_they_share_is_told_by_any(tmp_path: Path, call: Run, command: str) -> None:
    """The errors of a base plan are told, whichever process has read it."""
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "base.yaml").write_text("base: 1\ndocument: {kind: план, titel: Модель}\n", "utf-8")
    for number in range(30):
        text = f"roadmapc: 1\nid: p{number}\nextends: ../base.yaml\nmunicipality: {{name: Район {number}}}\n"
        (tmp_path / "roadmaps" / f"m{number:02}.yaml").write_text(text, "utf-8")
    alone, shared = (call(*command.split(), "roadmaps", "--jobs", jobs, *EN, cwd=tmp_path) for jobs in ("1", "2"))
    assert (alone.returncode, alone.stdout, alone.stderr) == (shared.returncode, shared.stdout, shared.stderr)
    assert "base.yaml:2:" in shared.stderr


@pytest.mark.parametrize("command", ["due", "report", "site"])
def test_standard_input_is_read_by_any(many: Path, command: str) -> None:
    """Other processes have none: with it the work is done by the one that has."""
    own = CLEAN.replace("Район", "Присланный район").replace("municipality:", "id: sent\nmunicipality:", 1)
    words = (command, "-", "roadmaps", "--as-of", "2023-01-10") if command != "due" else (command, "-", "roadmaps")
    line = [sys.executable, "-m", "roadmapc", *words, "--jobs", "2", *EN]
    result = subprocess.run(line, cwd=many, input=own, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "RM002" not in result.stderr
    if command == "report":
        assert (many / "build" / "reports" / "sent").is_dir()


def test_one_file_needs_no_processes(many: Path, call: Run) -> None:
    """What the option would do nothing for refuses it."""
    result = call("import", "x.docx", "--into", "roadmaps/m00.yaml", "--jobs", "2", *EN[:2], cwd=many)
    assert (result.returncode, result.stderr) == (2, "roadmapc: --jobs does not go with --into ROADMAP\n")


def test_more_processes_than_files(tmp_path: Path, call: Run) -> None:
    """There are no more of them than there is work."""
    (tmp_path / "a.yaml").write_text(CLEAN, "utf-8")
    result = call("build", ".", "--jobs", "500", *EN, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_fault_of_a_template_is_told_as_ever(many: Path, call: Run) -> None:
    """Words cross from one process to another with their place."""
    (many / "templates").mkdir()
    (many / "templates" / "attachment.html").write_text("<document>\n{{ nothing.at.all }}</document>", "utf-8")
    alone, shared = (call("build", "roadmaps", "--jobs", jobs, *EN, cwd=many) for jobs in ("1", "2"))
    assert (alone.returncode, alone.stderr) == (shared.returncode, shared.stderr)
    assert "template attachment.html:2" in alone.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_an_interrupted_build(many: Path, interruptible: None) -> None:
    """Ctrl+C stops all processes at once; each folder that is there is whole, and the next build goes on from there."""
    command = [sys.executable, "-m", "roadmapc", "build", "roadmaps", "--jobs", "2", *EN]
    process = subprocess.Popen(
        command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    build = many / "build"
    while not (build.is_dir() and len(list(build.glob("*/manifest.json"))) > 2):
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to all of them
    _out, err = process.communicate(timeout=20)
    assert (process.returncode, err.splitlines()[-1]) == (2, "roadmapc: stopped")
    assert "Traceback" not in err
    for manifest in build.glob("*/manifest.json"):
        for file in json.loads(manifest.read_text("utf-8"))["files"]:
            assert sha256((manifest.parent / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert not [path for path in build.rglob(".*") if path.is_file()]
    done = subprocess.run(command, cwd=many, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.search(r"up to date: \d+", done.stdout)


def test_two_builds_at_once(many: Path) -> None:
    """Into one folder: each file there is whole, by whichever build; a fault is one sentence."""
    command = [sys.executable, "-m", "roadmapc", "build", "roadmaps", "--force", "--jobs", "1", *EN]
    builds = [
        subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in "12"
    ]
    for build in builds:
        _out, err = build.communicate(timeout=120)
        assert build.returncode in {1, 2}, err
        assert "Traceback" not in err
    assert any(build.returncode == 1 for build in builds)
    again = subprocess.run(command, cwd=many, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    for manifest in (many / "build").glob("*/manifest.json"):
        for file in json.loads(manifest.read_text("utf-8"))["files"]:
            assert sha256((manifest.parent / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert not [path for path in (many / "build").rglob("*") if path.name.startswith(".")]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_a_process_that_is_killed(many: Path) -> None:
    """It is said, and this one does the work."""
    command = [sys.executable, "-m", "roadmapc", "build", "roadmaps", "--jobs", "2", *EN]
    process = subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not list(many.glob("build/*/manifest.json")):
        assert process.poll() is None
        time.sleep(0.005)
    for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split():
        os.kill(int(child), signal.SIGKILL)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in err
    assert len(list(many.glob("build/*/manifest.json"))) == 58
