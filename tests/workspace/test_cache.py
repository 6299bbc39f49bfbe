"""Proves that what `check` remembers changes its speed alone: never a word, never a code, whatever has changed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapc.reporters import formats
from roadmapc.workspace import kept
from tests.conftest import ROADMAPS
from tests.workspace.conftest import SHARED, SHARING, WAIVED, A, B

Run = Callable[..., subprocess.CompletedProcess[str]]


def said(result: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return result.returncode, result.stdout, result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_second_run_says_the_same(call: Run, project: Path, checked: list[str], format: str, lang: str) -> None:
    """In all formats and both languages, on real roadmaps and faulty ones; and nothing is checked twice."""
    shutil.copytree(ROADMAPS, project / "roadmaps", dirs_exist_ok=True)
    (project / "roadmaps" / "c.yaml").write_text("roadmapc: 1\nmunicipality: {nam: Село}\n", "utf-8")
    (project / "roadmaps" / "d.yaml").write_bytes(A.encode("cp1251"))
    for options in ((), ("--no-waivers",), ("--show-waived",)):
        command = ("check", "--lang", lang, "--format", format, *options)
        fresh = said(call(*command, "--no-cache", cwd=project))
        first = said(call(*command, cwd=project))
        checked.clear()
        assert said(call(*command, cwd=project)) == first == fresh
        assert checked == []


def test_only_what_changed_is_checked(call: Run, project: Path, checked: list[str]) -> None:
    """A file, the directory of its folder, the settings and the rules each make new what depends on them, no more."""
    roadmaps = project / "roadmaps"

    def again(*options: str) -> list[str]:
        checked.clear()
        fresh = said(call("check", "--no-cache", *options, cwd=project))
        checked.clear()
        assert said(call("check", *options, cwd=project)) == fresh
        return sorted(checked)

    assert again() == ["a.yaml", "b.yaml"]
    assert again() == []
    (roadmaps / "a.yaml").write_text(A.replace("опрос ,", "опрос,"), "utf-8")
    assert again() == ["a.yaml"]
    os.utime(roadmaps / "a.yaml", (0, 0))
    assert again() == []
    (roadmaps / "owners.yaml").write_text(SHARED, "utf-8")
    assert again() == ["a.yaml", "b.yaml", "owners.yaml"]
    (project / "roadmapc.toml").write_text('[check]\nignore = ["RM5"]\n', "utf-8")
    assert again() == ["a.yaml", "b.yaml", "owners.yaml"]
    assert again("--select", "RM3") == ["a.yaml", "b.yaml", "owners.yaml"]
    (roadmaps / "b.yaml").rename(roadmaps / "c.yaml")
    assert again("--select", "RM3") == ["c.yaml"], "messages name the file"


def test_waivers_expire(call: Run, project: Path) -> None:
    """What a waiver covered to its last day is told of on the next, though no file has changed."""
    (project / "roadmaps" / "a.yaml").write_text(WAIVED, "utf-8")
    (project / "roadmaps" / "b.yaml").unlink()
    for day, code in (("2026-12-31", 0), ("2027-01-01", 1), ("2026-12-31", 0)):
        assert call("check", "--ignore", "RM5", "--today", day, cwd=project).returncode == code


def test_files_are_compared_anew(call: Run, project: Path, checked: list[str]) -> None:
    """A copy of an unchanged file is found, at its place, and is gone with the copy."""
    call("check", cwd=project)
    (project / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    checked.clear()
    assert "duplicate-document" in call("check", cwd=project).stdout
    assert checked == ["b.yaml"]
    (project / "roadmaps" / "b.yaml").write_text(B, "utf-8")
    assert "duplicate-document" not in call("check", cwd=project).stdout
    assert "duplicate-document" not in call("check", "roadmaps/a.yaml", cwd=project).stdout


@pytest.mark.parametrize("owners", ["", "#" * 2_000_001, "owners: [\n"], ids=["empty", "too large", "broken"])
def test_a_directory_that_is_gone(call: Run, project: Path, owners: str) -> None:
    """What a directory that cannot be read kept silent is told when it is gone, and the reverse."""
    (project / "roadmaps" / "a.yaml").write_text(SHARING, "utf-8")
    for _ in range(2):
        (project / "roadmaps" / "owners.yaml").write_text(owners, "utf-8")
        assert "unknown-owner" not in call("check", cwd=project).stdout
        (project / "roadmaps" / "owners.yaml").unlink()
        assert "unknown-owner" in call("check", cwd=project).stdout


def test_a_result_holds_on_another_day(call: Run, project: Path, checked: list[str]) -> None:
    """A day later only a file whose waivers expire is checked again."""
    (project / "roadmaps" / "a.yaml").write_text(WAIVED, "utf-8")
    call("check", "--today", "2026-11-21", cwd=project)
    checked.clear()
    call("check", "--today", "2026-11-22", cwd=project)
    assert checked == ["a.yaml"]


def test_waivers_between_files_expire(call: Run, project: Path) -> None:
    """A waiver of a rule between files ends with its last day, though no file has changed."""
    waiver = "waivers: [{rule: duplicate-document, reason: два экземпляра, until: 31.12.2026}]\n"
    (project / "roadmaps" / "b.yaml").write_text(A + waiver, "utf-8")
    for day, count in (("2026-12-31", 0), ("2027-01-01", 1), ("2026-12-31", 0)):
        found = call("check", "--format", "json", "--select", "RM801", "--today", day, cwd=project)
        assert sum(not one["waived"] for one in json.loads(found.stdout)) == count


def test_files_in_another_order(call: Run, project: Path) -> None:
    """Of two copies the later one is told of, in whichever order they are named."""
    (project / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    for names in (("a", "b"), ("b", "a")):
        found = call(
            "check", "--format", "json", "--select", "RM801", *(f"roadmaps/{x}.yaml" for x in names), cwd=project
        )
        assert [one["file"] for one in json.loads(found.stdout)] == [f"roadmaps/{names[1]}.yaml"]


def test_problems_stand_in_order_of_place(call: Run, project: Path) -> None:
    """What is found between files stands among the rest, by line; a broken directory is told of once."""
    (project / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    (project / "roadmaps" / "owners.yaml").write_text("owners: [\n", "utf-8")
    for names in ((), ("roadmaps", "roadmaps/owners.yaml")):
        found = json.loads(call("check", "--format", "json", *names, cwd=project).stdout)
        places = [(one["file"], one["line"]) for one in found if one["file"] != "roadmaps/owners.yaml"]
        assert places == sorted(places)
        assert len(found) - len(places) == 1
        assert "duplicate-document" in {one["name"] for one in found}
    assert "1 file judged by no rule" not in call("check", "--lang", "en", cwd=project).stdout


def test_standard_input_hides_no_file(project: Path) -> None:
    """Standard input under the name of the directory does not stand for the one on the disk."""
    (project / "roadmaps" / "owners.yaml").write_text("owners: [\n", "utf-8")
    command = [sys.executable, "-m", "roadmapc", "check", "-", "roadmaps", "--stdin-filename", "roadmaps/owners.yaml"]
    done = subprocess.run(command, cwd=project, input=b"owners: {x: a}\n", capture_output=True, check=False)
    assert done.returncode == 1
    assert b"not-yaml" in done.stdout


def test_an_unchanged_project_loads_no_compiler(project: Path) -> None:
    """A run in which nothing has changed loads neither the rules nor pydantic nor the YAML library: it is short."""
    command = [sys.executable, "-X", "importtime", "-m", "roadmapc", "check", "--today", "2026-11-21"]
    runs = [subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False) for _ in "12"]
    first, second = (set(re.findall(r"\|\s+([\w.]+)$", run.stderr, re.MULTILINE)) for run in runs)
    ours = {"roadmapc.compiler", "roadmapc.checks.running", "roadmapc.deadlines", "roadmapc.source.model"}
    heavy = {"pydantic", "ruamel.yaml", *ours}
    assert heavy <= first
    assert not heavy & second
    assert runs[0].stdout == runs[1].stdout


FILES = {
    "roadmaps/a.yaml": (A, WAIVED, A.replace("июнь", "июль"), "roadmapc: 1\n", SHARING, None),
    "roadmaps/b.yaml": (B, A, WAIVED, B.replace("Начальник УМО", "Методист"), None),
    "roadmaps/owners.yaml": (SHARED, "owners: {umo: [}\n", "owners: {umo: Методист}\n", "", "#" * 2_000_001, None),
    "roadmapc.toml": (
        '[check]\nignore = ["RM301"]\n',
        '[check.severity]\nRM3 = "note"\n',
        "[calendar]\ndays_off = [2022-06-30]\n",
        None,
    ),
}
CHANGES = st.sampled_from([(name, content) for name, contents in FILES.items() for content in contents])
OPTIONS = st.sampled_from(
    [(), ("--no-waivers",), ("--select", "RM8"), ("--today", "2027-01-01"), ("--format", "json"), ("roadmaps/c.yaml",)]
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(CHANGES, OPTIONS), min_size=2, max_size=6))
def test_no_order_of_changes_shows_an_old_answer(
    call: Run, project: Path, steps: list[tuple[tuple[str, str | None], tuple[str, ...]]]
) -> None:
    """Whatever changes between runs, a run that remembers says what one that does not says."""
    for name in FILES:
        (project / name).unlink(missing_ok=True)
    (project / "roadmaps" / "c.yaml").write_text(B.replace("Город", "Село"), "utf-8")
    for (name, content), options in steps:
        if content is None:
            (project / name).unlink(missing_ok=True)
        else:
            (project / name).write_text(content, "utf-8")
        assert said(call("check", *options, cwd=project)) == said(call("check", "--no-cache", *options, cwd=project))


def test_a_frozen_program_has_a_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library that is packed into the program has no file of its own: it is as new as the program."""
    packed = ModuleSpec("pydantic", None, origin=str(tmp_path / "program" / "pydantic" / "__init__.pyc"))
    packed.has_location = True
    monkeypatch.setattr(kept, "find_spec", lambda name: packed if name == "pydantic" else find_spec(name))
    kept.program.cache_clear()
    try:
        assert len(kept.program()) == 64
    finally:
        kept.program.cache_clear()
