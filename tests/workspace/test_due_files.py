"""Proves that `due` says what it would say if it read all anew, whatever has changed since the last run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import CLEAN

Run = Callable[..., subprocess.CompletedProcess[str]]
TWO = CLEAN.replace("owners: методист", "owners: umo").replace("Район", "Город")
LATER = CLEAN.replace("deadline: май 2022", "deadline: до 15 июня 2022")
MARKS = "marks:\n  - {at: '1.1', activity: Провести мониторинг, done: 27.05.2022}\n"
FILES: dict[str, tuple[str | None, ...]] = {
    "roadmaps/a.yaml": (CLEAN, LATER, CLEAN.replace("мониторинг", "опрос"), "roadmapc: [", None),
    "roadmaps/b.yaml": (TWO, TWO.replace("май", "июнь"), TWO.replace("deadline: май 2022", "deadline: когда-нибудь")),
    "roadmaps/a.marks.yaml": (MARKS, MARKS.replace("27", "20"), "marks: {", None),
    "roadmaps/owners.yaml": ("owners: {umo: Начальник УМО}\n", "owners: {umo: Методист}\n", "owners: {umo: [}\n", None),
    "roadmapc.toml": ("[calendar]\ndays_off = [2022-05-31]\n", "[execution.report_days]\nmonthly = 5\n", None),
}
CHANGES = st.sampled_from([(name, content) for name, contents in FILES.items() for content in contents])
ASKED = st.sampled_from(
    [
        ("--month", "may"),
        ("--month", "2022-06", "--format", "csv"),
        ("--from", "2022-01-01", "--until", "2023-12-31", "--format", "json"),
        ("--month", "may", "--owner", "методист"),
        ("--month", "may", "--municipality", "город"),
        ("--late", "--month", "may"),
        ("--open", "--month", "june"),
    ]
)
DAYS = st.sampled_from(["2022-05-02", "2022-06-10"])


def write(path: Path, content: str | None) -> None:
    """Write a file, or take it away."""
    path.parent.mkdir(exist_ok=True)
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(content, "utf-8")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(CHANGES, ASKED, DAYS), min_size=2, max_size=6))
def test_what_is_kept_changes_nothing(
    call: Run, tmp_path: Path, steps: list[tuple[tuple[str, str | None], tuple[str, ...], str]]
) -> None:
    """Not a byte, after each of any changes, whatever is asked."""
    project = tmp_path / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir()
    for name in FILES:
        write(project / name, FILES[name][0] if name in {"roadmaps/a.yaml", "roadmaps/b.yaml"} else None)
    for at, ((name, content), asked, day) in enumerate(steps):
        write(project / name, content)
        command = ("due", *asked, "--today", day, "--lang", "en")
        warm, clean = (
            call(*command, cwd=project, ROADMAPC_CACHE_DIR=str(project / place)) for place in ("kept", f"none-{at}")
        )
        assert (warm.returncode, warm.stdout, warm.stderr) == (clean.returncode, clean.stdout, clean.stderr)


def test_an_unchanged_project_loads_no_compiler(tmp_path: Path) -> None:
    """The second run is short, and says the same."""
    write(tmp_path / "roadmaps" / "a.yaml", CLEAN)
    command = [sys.executable, "-X", "importtime", "-m", "roadmapc", "due", "--month", "may", "--today", "2022-05-02"]
    runs = [subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False) for _ in "12"]
    first, second = (set(re.findall(r"\|\s+([\w.]+)$", run.stderr, re.MULTILINE)) for run in runs)
    heavy = {
        "pydantic",
        "ruamel.yaml",
        "roadmapc.compiler",
        "roadmapc.plan.row_making",
        "roadmapc.deadlines.grammar.parser",
    }
    assert heavy <= first
    assert not heavy & second
    assert runs[0].stdout == runs[1].stdout
    assert "мониторинг" in runs[1].stdout


@pytest.mark.parametrize("spoilt", [b"", b"{}\nx", b'null\n"roadmaps/a.yaml"\tKEY\t[1]'])
def test_what_is_spoilt_is_read_anew(tmp_path: Path, call: Run, spoilt: bytes) -> None:
    """It costs time, never an answer: an entry of another shape too, forged with its key."""
    write(tmp_path / "roadmaps" / "a.yaml", CLEAN)
    command = ("due", "--month", "may", "--today", "2022-05-02")
    kept = tmp_path / "kept"
    first = call(*command, cwd=tmp_path, ROADMAPC_CACHE_DIR=str(kept))
    (path,) = kept.glob("due-*.json")
    _digest, _head, line = path.read_bytes().split(b"\n")
    body = spoilt.replace(b"KEY", line.split(b"\t")[1])
    from roadmapc.workspace.kept import digest, program

    path.write_bytes(digest(program(), body).encode() + b"\n" + body)
    again = call(*command, cwd=tmp_path, ROADMAPC_CACHE_DIR=str(kept))
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)


def test_one_that_is_broken_costs_the_others_nothing(tmp_path: Path, call: Run) -> None:
    """It is told at each run; what could be read is kept. While the shared directory is broken nothing is."""
    write(tmp_path / "roadmaps" / "a.yaml", CLEAN)
    write(tmp_path / "roadmaps" / "b.yaml", "roadmapc: [")
    command, kept = ("due", "--month", "may", "--today", "2022-05-02", "--lang", "en"), tmp_path / "kept"
    said = [call(*command, cwd=tmp_path, ROADMAPC_CACHE_DIR=str(kept)) for _ in "12"]
    assert (said[0].returncode, said[0].stdout, said[0].stderr) == (1, said[1].stdout, said[1].stderr)
    (path,) = kept.glob("due-*.json")
    assert b"roadmaps/a.yaml" in path.read_bytes()
    assert b"roadmaps/b.yaml" not in path.read_bytes()
    path.unlink()
    write(tmp_path / "roadmaps" / "owners.yaml", "owners: {umo: [}\n")
    said = [call(*command, cwd=tmp_path, ROADMAPC_CACHE_DIR=str(kept)) for _ in "12"]
    assert "owners.yaml" in said[0].stderr
    assert said[0].stderr == said[1].stderr
    assert not list(kept.glob("due-*.json"))
