"""Proves that the file of what is remembered is whole or passed over, whatever stands in its place."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.workspace import cache
from roadmapc.workspace import kept as module
from tests.workspace.conftest import SHARING, A, B
from tests.workspace.test_cache import said

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_another_program_checks_anew(
    call: Run, project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version has found is never shown."""
    call("check", cwd=project)
    checked.clear()
    monkeypatch.setattr(module, "program", lambda libraries: "another")
    call("check", cwd=project)
    assert sorted(checked) == ["a.yaml", "b.yaml"]


def test_a_program_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed module makes another program; compiled files beside it do not."""
    package = tmp_path / "roadmapc"
    shutil.copytree(Path(module.__file__).parent, package / "cli")
    monkeypatch.setattr(module, "__file__", str(package / "cli" / "kept.py"))
    digest = module.program.__wrapped__
    before = digest()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert digest() == before
    (package / "cli" / "check.py").write_text("", "utf-8")
    assert digest() != before


@pytest.mark.parametrize("spoil", [lambda data: b"", lambda data: data[:-9], lambda data: data.replace(b"RM", b"RN")])
def test_a_spoilt_file_is_passed_over(
    call: Run, project: Path, checked: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    """What a stopped disk or a stranger left of the kept file costs time, never an answer."""
    first = said(call("check", cwd=project))
    (kept,) = (project.parent / "kept").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    checked.clear()
    assert said(call("check", cwd=project)) == first
    assert sorted(checked) == ["a.yaml", "b.yaml"]
    checked.clear()
    assert said(call("check", cwd=project)) == first
    assert checked == []


@pytest.mark.parametrize("problems", ["[1]", "[[]]", '[{"severity": []}]', "[null]", '["x"]'])
def test_a_forged_entry_is_a_miss(call: Run, project: Path, problems: str) -> None:
    """Whoever knows the key and the digest of the program has another run, not another answer."""
    first = said(call("check", cwd=project))
    (kept,) = (project.parent / "kept").iterdir()
    _digest, head, *lines = kept.read_bytes().split(b"\n")
    forged = [
        re.sub(rb'"problems":\[.*\],"checked"', b'"problems":%b,"checked"' % problems.encode(), line) for line in lines
    ]
    assert forged != lines
    body = b"\n".join([head, *forged])
    kept.write_bytes(module.digest(module.program(), body).encode() + b"\n" + body)
    assert said(call("check", cwd=project)) == first
    assert call("build", cwd=project).returncode == 1


def test_without_the_cache_nothing_is_taken_from_it(call: Run, project: Path, checked: list[str]) -> None:
    """`--no-cache` checks anew what is kept: else all comparisons with it would prove nothing."""
    call("check", cwd=project)
    checked.clear()
    call("check", "--no-cache", cwd=project)
    assert sorted(checked) == ["a.yaml", "b.yaml"]


def test_limits(call: Run, project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit files of other runs are forgotten, those of this one never; so are the oldest runs."""
    monkeypatch.setattr(module, "_MOST", 1)
    monkeypatch.setattr(cache, "_MOST_RUNS", 1)
    call("check", "roadmaps/a.yaml", cwd=project)
    call("check", "roadmaps/a.yaml", "roadmaps/b.yaml", cwd=project)
    (project / "roadmaps" / "a.yaml").write_text(SHARING, "utf-8")
    checked.clear()
    call("check", cwd=project)
    call("check", cwd=project)
    assert checked == ["a.yaml"]
    (project / "roadmaps" / "b.yaml").rename(project / "roadmaps" / "c.yaml")
    call("check", cwd=project)
    (kept,) = (project.parent / "kept").iterdir()
    _digest, runs, *files = kept.read_bytes().split(b"\n")
    assert sorted(json.loads(line.split(b"\t")[0]) for line in files) == ["roadmaps/a.yaml", "roadmaps/c.yaml"]
    assert len(json.loads(runs)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_what_is_no_file_is_passed_over(call: Run, project: Path) -> None:
    """A pipe, a folder or a link to itself in the place of the kept file is no error."""
    call("check", cwd=project)
    (kept,) = (project.parent / "kept").iterdir()
    for place in (os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)):
        kept.unlink(missing_ok=True)
        place(kept)
        assert said(call("check", cwd=project)) == said(call("check", "--no-cache", cwd=project))
        if kept.is_dir():
            kept.rmdir()


def test_where_there_is_no_home(call: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container without a home folder nothing is kept, and nothing else is different."""
    monkeypatch.setattr("platformdirs.user_cache_dir", nowhere)
    result = call("check", cwd=project, ROADMAPC_CACHE_DIR="")
    assert said(result) == said(call("check", "--no-cache", cwd=project))


def nowhere(*arguments: object, **options: object) -> str:
    raise RuntimeError("could not determine the home directory")


def test_where_nothing_can_be_kept(call: Run, project: Path) -> None:
    """A place that cannot be written is no error."""
    (project.parent / "kept").write_text("a file, not a folder", "utf-8")
    assert said(call("check", cwd=project)) == said(call("check", "--no-cache", cwd=project))


def test_what_keeps_nothing(call: Run, project: Path) -> None:
    """Without the cache, and with standard input, which changes with every key in an editor, nothing is written."""
    call("check", "--no-cache", cwd=project)
    subprocess.run(
        [sys.executable, "-m", "roadmapc", "check", "-"],
        cwd=project,
        input=A.encode(),
        capture_output=True,
        check=False,
    )
    assert not (project.parent / "kept").exists()


def test_many_files_are_checked_as_one_by_one(run: Run, project: Path) -> None:
    """Shared out to several processes, files are checked as they are one by one, in their order."""
    for number in range(40):
        text = (A, B, "roadmapc: 1\n", "a: [\n")[number % 4].replace("Район", f"Район {number}")
        (project / "roadmaps" / f"m{number:02}.yaml").write_text(text, "utf-8")
    names = sorted(path.relative_to(project).as_posix() for path in (project / "roadmaps").iterdir())
    together = run("check", "--no-cache", "--format", "json", "--ignore", "RM8", cwd=project)
    single = [
        run("check", "--no-cache", "--format", "json", "--ignore", "RM8", name, cwd=project) for name in names[::9]
    ]
    problems = json.loads(together.stdout)
    assert [p["file"] for p in problems] == sorted(p["file"] for p in problems)
    for name, one in zip(names[::9], single, strict=True):
        assert json.loads(one.stdout) == [problem for problem in problems if problem["file"] == name]
