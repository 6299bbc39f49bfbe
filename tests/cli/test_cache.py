"""Proves that what `check` remembers changes its speed alone: never a word, never a code, whatever has changed."""

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
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapc.cli import _cache
from roadmapc.cli._judge import Judge
from roadmapc.reporters import formats
from tests.conftest import ROADMAPS

Run = Callable[..., subprocess.CompletedProcess[str]]

A = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
owners: {umo: Начальник УМО}
sections:
  - title: Мониторинг
    activities:
      - {activity: 'Провести опрос , обсудить', deadline: май 2022, owners: umo, result: Справка}
      - {activity: Обсудить итоги, deadline: июнь 2022, result: Протокол}
"""
B = A.replace("Карта,", "Карта развития,").replace("Район", "Город")
WAIVED = A + "waivers: [{rule: missing-owner, at: 1.2, reason: так утверждено, until: 31.12.2026}]\n"
SHARED = "owners: {umo: Начальник управления}\n"
SHARING = A.replace("owners: {umo: Начальник УМО}\n", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two roadmaps that remembers beside itself."""
    monkeypatch.setenv("ROADMAPC_CACHE_DIR", str(tmp_path / "kept"))
    project = tmp_path / "project"
    (project / "roadmaps").mkdir(parents=True)
    (project / "roadmaps" / "a.yaml").write_text(A, "utf-8")
    (project / "roadmaps" / "b.yaml").write_text(B, "utf-8")
    return project


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are judged, as they come."""
    names: list[str] = []
    alone = Judge.alone

    def counted(self: Judge, name: Path, data: bytes) -> _cache.Record:
        names.append(name.name)
        return alone(self, name, data)

    monkeypatch.setattr(Judge, "alone", counted)
    return names


def said(result: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return result.returncode, result.stdout, result.stderr


@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_second_run_says_the_same(call: Run, folder: Path, judged: list[str], format: str, lang: str) -> None:
    """In all formats and both languages, on real roadmaps and faulty ones; and nothing is judged twice."""
    shutil.copytree(ROADMAPS, folder / "roadmaps", dirs_exist_ok=True)
    (folder / "roadmaps" / "c.yaml").write_text("roadmapc: 1\nmunicipality: {nam: Село}\n", "utf-8")
    (folder / "roadmaps" / "d.yaml").write_bytes(A.encode("cp1251"))
    for options in ((), ("--no-waivers",), ("--show-waived",)):
        command = ("check", "--lang", lang, "--format", format, *options)
        fresh = said(call(*command, "--no-cache", cwd=folder))
        first = said(call(*command, cwd=folder))
        judged.clear()
        assert said(call(*command, cwd=folder)) == first == fresh
        assert judged == []


def test_only_what_changed_is_judged(call: Run, folder: Path, judged: list[str]) -> None:
    """A file, the directory of its folder, the settings and the rules each make new what depends on them, no more."""
    roadmaps = folder / "roadmaps"

    def again(*options: str) -> list[str]:
        judged.clear()
        fresh = said(call("check", "--no-cache", *options, cwd=folder))
        judged.clear()
        assert said(call("check", *options, cwd=folder)) == fresh
        return sorted(judged)

    assert again() == ["a.yaml", "b.yaml"]
    assert again() == []
    (roadmaps / "a.yaml").write_text(A.replace("опрос ,", "опрос,"), "utf-8")
    assert again() == ["a.yaml"]
    os.utime(roadmaps / "a.yaml", (0, 0))
    assert again() == []
    (roadmaps / "owners.yaml").write_text(SHARED, "utf-8")
    assert again() == ["a.yaml", "b.yaml", "owners.yaml"]
    (folder / "roadmapc.toml").write_text('[check]\nignore = ["RM5"]\n', "utf-8")
    assert again() == ["a.yaml", "b.yaml", "owners.yaml"]
    assert again("--select", "RM3") == ["a.yaml", "b.yaml", "owners.yaml"]
    (roadmaps / "b.yaml").rename(roadmaps / "c.yaml")
    assert again("--select", "RM3") == ["c.yaml"], "messages name the file"


def test_another_program_judges_anew(
    call: Run, folder: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version has found is never shown."""
    call("check", cwd=folder)
    judged.clear()
    monkeypatch.setattr(_cache, "program", lambda: "another")
    call("check", cwd=folder)
    assert sorted(judged) == ["a.yaml", "b.yaml"]


def test_a_program_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed module makes another program; compiled files beside it do not."""
    package = tmp_path / "roadmapc"
    shutil.copytree(Path(_cache.__file__).parent, package / "cli")
    monkeypatch.setattr(_cache, "__file__", str(package / "cli" / "_cache.py"))
    digest = _cache.program.__wrapped__
    before = digest()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert digest() == before
    (package / "cli" / "check.py").write_text("", "utf-8")
    assert digest() != before


def test_waivers_expire(call: Run, folder: Path) -> None:
    """What a waiver covered to its last day is told of on the next, though no file has changed."""
    (folder / "roadmaps" / "a.yaml").write_text(WAIVED, "utf-8")
    (folder / "roadmaps" / "b.yaml").unlink()
    for day, code in (("2026-12-31", 0), ("2027-01-01", 1), ("2026-12-31", 0)):
        assert call("check", "--ignore", "RM5", "--today", day, cwd=folder).returncode == code


def test_files_are_compared_anew(call: Run, folder: Path, judged: list[str]) -> None:
    """A copy of an unchanged file is found, at its place, and is gone with the copy."""
    call("check", cwd=folder)
    (folder / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    judged.clear()
    assert "duplicate-document" in call("check", cwd=folder).stdout
    assert judged == ["b.yaml"]
    (folder / "roadmaps" / "b.yaml").write_text(B, "utf-8")
    assert "duplicate-document" not in call("check", cwd=folder).stdout
    assert "duplicate-document" not in call("check", "roadmaps/a.yaml", cwd=folder).stdout


@pytest.mark.parametrize("spoil", [lambda data: b"", lambda data: data[:-9], lambda data: data.replace(b"RM", b"RN")])
def test_a_spoilt_file_is_passed_over(
    call: Run, folder: Path, judged: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    """What a stopped disk or a stranger left of the kept file costs time, never an answer."""
    first = said(call("check", cwd=folder))
    (kept,) = (folder.parent / "kept").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    judged.clear()
    assert said(call("check", cwd=folder)) == first
    assert sorted(judged) == ["a.yaml", "b.yaml"]
    judged.clear()
    assert said(call("check", cwd=folder)) == first
    assert judged == []


def test_without_the_cache_nothing_is_taken_from_it(call: Run, folder: Path, judged: list[str]) -> None:
    """`--no-cache` judges anew what is kept: else all comparisons with it would prove nothing."""
    call("check", cwd=folder)
    judged.clear()
    call("check", "--no-cache", cwd=folder)
    assert sorted(judged) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("owners", ["", "#" * 2_000_001, "owners: [\n"], ids=["empty", "too large", "broken"])
def test_a_directory_that_is_gone(call: Run, folder: Path, owners: str) -> None:
    """What a directory that cannot be read kept silent is told when it is gone, and the reverse."""
    (folder / "roadmaps" / "a.yaml").write_text(SHARING, "utf-8")
    for _ in range(2):
        (folder / "roadmaps" / "owners.yaml").write_text(owners, "utf-8")
        assert "unknown-owner" not in call("check", cwd=folder).stdout
        (folder / "roadmaps" / "owners.yaml").unlink()
        assert "unknown-owner" in call("check", cwd=folder).stdout


def test_a_verdict_holds_on_another_day(call: Run, folder: Path, judged: list[str]) -> None:
    """A day later only a file whose waivers expire is judged again."""
    (folder / "roadmaps" / "a.yaml").write_text(WAIVED, "utf-8")
    call("check", "--today", "2026-11-21", cwd=folder)
    judged.clear()
    call("check", "--today", "2026-11-22", cwd=folder)
    assert judged == ["a.yaml"]


def test_waivers_between_files_expire(call: Run, folder: Path) -> None:
    """A waiver of a rule between files ends with its last day, though no file has changed."""
    waiver = "waivers: [{rule: duplicate-document, reason: два экземпляра, until: 31.12.2026}]\n"
    (folder / "roadmaps" / "b.yaml").write_text(A + waiver, "utf-8")
    for day, count in (("2026-12-31", 0), ("2027-01-01", 1), ("2026-12-31", 0)):
        found = call("check", "--format", "json", "--select", "RM801", "--today", day, cwd=folder)
        assert sum(not one["waived"] for one in json.loads(found.stdout)) == count


def test_files_in_another_order(call: Run, folder: Path) -> None:
    """Of two copies the later one is told of, in whichever order they are named."""
    (folder / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    for names in (("a", "b"), ("b", "a")):
        found = call(
            "check", "--format", "json", "--select", "RM801", *(f"roadmaps/{x}.yaml" for x in names), cwd=folder
        )
        assert [one["file"] for one in json.loads(found.stdout)] == [f"roadmaps/{names[1]}.yaml"]


def test_problems_stand_in_order_of_place(call: Run, folder: Path) -> None:
    """What is found between files stands among the rest, by line; a broken directory is told of once."""
    (folder / "roadmaps" / "b.yaml").write_text(A, "utf-8")
    (folder / "roadmaps" / "owners.yaml").write_text("owners: [\n", "utf-8")
    for names in ((), ("roadmaps", "roadmaps/owners.yaml")):
        found = json.loads(call("check", "--format", "json", *names, cwd=folder).stdout)
        places = [(one["file"], one["line"]) for one in found if one["file"] != "roadmaps/owners.yaml"]
        assert places == sorted(places)
        assert len(found) - len(places) == 1
        assert "duplicate-document" in {one["name"] for one in found}
    assert "1 file judged by no rule" not in call("check", "--lang", "en", cwd=folder).stdout


def test_standard_input_hides_no_file(folder: Path) -> None:
    """Standard input under the name of the directory does not stand for the one on the disk."""
    (folder / "roadmaps" / "owners.yaml").write_text("owners: [\n", "utf-8")
    command = [sys.executable, "-m", "roadmapc", "check", "-", "roadmaps", "--stdin-filename", "roadmaps/owners.yaml"]
    done = subprocess.run(command, cwd=folder, input=b"owners: {x: a}\n", capture_output=True, check=False)
    assert done.returncode == 1
    assert b"not-yaml" in done.stdout


def test_limits(call: Run, folder: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit files of other runs are forgotten, those of this one never; so are the oldest runs."""
    monkeypatch.setattr(_cache, "_MOST", 1)
    monkeypatch.setattr(_cache, "_MOST_RUNS", 1)
    call("check", "roadmaps/a.yaml", cwd=folder)
    call("check", "roadmaps/a.yaml", "roadmaps/b.yaml", cwd=folder)
    (folder / "roadmaps" / "a.yaml").write_text(SHARING, "utf-8")
    judged.clear()
    call("check", cwd=folder)
    call("check", cwd=folder)
    assert judged == ["a.yaml"]
    (folder / "roadmaps" / "b.yaml").rename(folder / "roadmaps" / "c.yaml")
    call("check", cwd=folder)
    (kept,) = (folder.parent / "kept").iterdir()
    content = json.loads(kept.read_bytes().split(b"\n", 1)[1])
    assert sorted(content["files"]) == ["roadmaps/a.yaml", "roadmaps/c.yaml"]
    assert len(content["runs"]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_what_is_no_file_is_passed_over(call: Run, folder: Path) -> None:
    """A pipe, a folder or a link to itself in the place of the kept file is no error."""
    call("check", cwd=folder)
    (kept,) = (folder.parent / "kept").iterdir()
    for place in (os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)):
        kept.unlink(missing_ok=True)
        place(kept)
        assert said(call("check", cwd=folder)) == said(call("check", "--no-cache", cwd=folder))
        if kept.is_dir():
            kept.rmdir()


def test_where_there_is_no_home(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container without a home folder nothing is kept, and nothing else is different."""
    monkeypatch.setattr("platformdirs.user_cache_dir", nowhere)
    result = call("check", cwd=folder, ROADMAPC_CACHE_DIR="")
    assert said(result) == said(call("check", "--no-cache", cwd=folder))


def nowhere(*arguments: object, **options: object) -> str:
    raise RuntimeError("could not determine the home directory")


def test_where_nothing_can_be_kept(call: Run, folder: Path) -> None:
    """A place that cannot be written is no error."""
    (folder.parent / "kept").write_text("a file, not a folder", "utf-8")
    assert said(call("check", cwd=folder)) == said(call("check", "--no-cache", cwd=folder))


def test_what_keeps_nothing(call: Run, folder: Path) -> None:
    """Without the cache, and with standard input, which changes with every key in an editor, nothing is written."""
    call("check", "--no-cache", cwd=folder)
    subprocess.run(
        [sys.executable, "-m", "roadmapc", "check", "-"], cwd=folder, input=A.encode(), capture_output=True, check=False
    )
    assert not (folder.parent / "kept").exists()


def test_an_unchanged_project_loads_no_compiler(folder: Path) -> None:
    """A run in which nothing has changed loads neither the rules nor pydantic nor the YAML library: it is short."""
    command = [sys.executable, "-X", "importtime", "-m", "roadmapc", "check", "--today", "2026-11-21"]
    runs = [subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False) for _ in "12"]
    first, second = (set(re.findall(r"\|\s+([\w.]+)$", run.stderr, re.MULTILINE)) for run in runs)
    heavy = {"pydantic", "ruamel.yaml", "roadmapc.compiler", "roadmapc.checks", "roadmapc.deadlines", "roadmapc.model"}
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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(CHANGES, OPTIONS), min_size=2, max_size=6))
def test_no_order_of_changes_shows_an_old_answer(
    call: Run, folder: Path, steps: list[tuple[tuple[str, str | None], tuple[str, ...]]]
) -> None:
    """Whatever changes between runs, a run that remembers says what one that does not says."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
    (folder / "roadmaps" / "c.yaml").write_text(B.replace("Город", "Село"), "utf-8")
    for (name, content), options in steps:
        if content is None:
            (folder / name).unlink(missing_ok=True)
        else:
            (folder / name).write_text(content, "utf-8")
        assert said(call("check", *options, cwd=folder)) == said(call("check", "--no-cache", *options, cwd=folder))


def test_many_files_are_judged_as_one_by_one(run: Run, folder: Path) -> None:
    """Shared out to several processes, files are judged as they are one by one, in their order."""
    for number in range(40):
        text = (A, B, "roadmapc: 1\n", "a: [\n")[number % 4].replace("Район", f"Район {number}")
        (folder / "roadmaps" / f"m{number:02}.yaml").write_text(text, "utf-8")
    names = sorted(path.relative_to(folder).as_posix() for path in (folder / "roadmaps").iterdir())
    together = run("check", "--no-cache", "--format", "json", "--ignore", "RM8", cwd=folder)
    single = [
        run("check", "--no-cache", "--format", "json", "--ignore", "RM8", name, cwd=folder) for name in names[::9]
    ]
    problems = json.loads(together.stdout)
    assert [p["file"] for p in problems] == sorted(p["file"] for p in problems)
    for name, one in zip(names[::9], single, strict=True):
        assert json.loads(one.stdout) == [problem for problem in problems if problem["file"] == name]
