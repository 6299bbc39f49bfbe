"""Proves what `check` says of marks through the program: at their line, of a folder or by name, and anew each day."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from tests.conftest import CLEAN

Run = Callable[..., subprocess.CompletedProcess[str]]
DATA = Path(__file__).parent.parent / "data" / "execution"
MARKS = """\
# что сделано
marks:
  - at: 1.1
    activity: Провести мониторинг
    done: 27.05.2022   # в срок
    documents: справка от 27.05.2022 № 5
"""
WITHOUT_PROOF = MARKS.replace("    documents: справка от 27.05.2022 № 5\n", "")
TODAY = ("--today", "2026-11-21", "--lang", "en")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a roadmap and its marks that remembers beside itself."""
    monkeypatch.setenv("ROADMAPC_CACHE_DIR", str(tmp_path / "kept"))
    place = tmp_path / "project"
    (place / "roadmaps").mkdir(parents=True)
    (place / "roadmaps" / "a.yaml").write_text(CLEAN, "utf-8")
    (place / "roadmaps" / "a.marks.yaml").write_text(MARKS, "utf-8")
    return place


def write(project: Path, text: str, name: str = "a.marks.yaml") -> None:
    (project / "roadmaps" / name).write_text(text, "utf-8")


def lines(result: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the first lines of the problems: file, place, code, severity, words."""
    return [line for line in result.stdout.splitlines() if line.startswith("roadmaps/")]


def test_a_folder_with_marks(project: Path, call: Run) -> None:
    """What is right passes; what is wrong is told at its line in the file of the marks, and fails the check."""
    assert (call("check", *TODAY, cwd=project).returncode, lines(call("check", *TODAY, cwd=project))) == (0, [])
    write(project, MARKS.replace("1.1", "1.7").replace("27.05.2022   #", "27.05.2122   #"))
    result = call("check", *TODAY, cwd=project)
    assert result.returncode == 1
    missed, gone, future = lines(result)
    row = "row 1.1 “Провести мониторинг” is not done 1112 working days after the term 31.05.2022, and has no mark"
    assert missed == f"roadmaps/a.marks.yaml:2:1: RM857 warning: {row} [missing-reason]"
    assert gone == "roadmaps/a.marks.yaml:3:9: RM851 error: the roadmap has no row “1.7” [misplaced-mark]"
    assert future.startswith("roadmaps/a.marks.yaml:5:11: RM854 error: 27.05.2122 has not come")
    assert result.stdout.endswith("1 file; 2 errors; 1 warning; 0 notes; 0 waived\n")


def test_one_roadmap_or_its_marks_by_name(project: Path, call: Run) -> None:
    """Either brings what is said of the marks; the marks alone nothing of the roadmap."""
    write(project, WITHOUT_PROOF)
    told = ["roadmaps/a.marks.yaml:5:11: RM861 note: done, and no document proves it [done-without-proof]"]
    for name in ("a.yaml", "a.marks.yaml"):
        result = call("check", f"roadmaps/{name}", *TODAY, cwd=project)
        assert (result.returncode, lines(result)) == (0, told), name
    both = call("check", "roadmaps/a.yaml", "roadmaps/a.marks.yaml", *TODAY, cwd=project)
    assert lines(both) == told


def test_nothing_of_marks_is_promised_to_be_fixed(project: Path, call: Run) -> None:
    """What a row is done is a person's word: `--fix` leaves the file as it is."""
    write(project, MARKS.replace("    activity: Провести мониторинг\n", ""))
    result = call("check", "--fix", "roadmaps/a.yaml", "roadmaps/a.marks.yaml", *TODAY, cwd=project)
    assert "RM852 warning: the mark names row 1.1 by its number alone" in result.stdout
    assert "write below it: activity: Провести мониторинг" in result.stdout
    assert "--fix" not in result.stdout
    assert "activity" not in (project / "roadmaps" / "a.marks.yaml").read_text("utf-8")


def test_marks_without_their_roadmap(project: Path, call: Run) -> None:
    """They are told of where they are named: nobody reads them."""
    (project / "roadmaps" / "a.yaml").rename(project / "roadmaps" / "b.yaml")
    result = call("check", "roadmaps/a.marks.yaml", *TODAY, cwd=project)
    assert result.returncode == 1
    assert lines(result) == [
        "roadmaps/a.marks.yaml:1:1: RM014 error: there is no roadmap beside these marks: a.yaml [not-a-roadmap]"
    ]


def test_marks_of_a_roadmap_that_is_broken(project: Path, call: Run) -> None:
    """The roadmap is told of at its place, the marks that nobody knows whether they fit."""
    write(project, CLEAN.replace("roadmapc: 1", "roadmapc: 1\nregion: Край"), "a.yaml")
    result = call("check", *TODAY, cwd=project)
    assert result.returncode == 1
    assert [line.partition(" error: ")[0] for line in lines(result)] == [
        "roadmaps/a.marks.yaml:1:1: RM014",
        "roadmaps/a.yaml:2:1: RM011",
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (MARKS.replace("done: ", "done:: "), "5:5", "RM011"),
        (MARKS + "  - at: [1.2\n", "7:9", "RM001"),
        (MARKS.replace("    activity", "\tactivity"), "4:1", "RM001"),
        (MARKS.replace("27.05.2022   #", "вчера   #"), "5:11", "RM013"),
        (MARKS.replace("27.05.2022   #", "44708   #"), "5:11", "RM013"),
        (MARKS.replace("done:", "doen:"), "5:5", "RM011"),
        (MARKS + "    done: 28.05.2022\n", "7:5", "RM004"),
        (MARKS.replace("  - at: 1.1\n    activity", "  - activity"), "3:5", "RM010"),
        ("", "1:1", "RM002"),
    ],
)
def test_marks_half_written(project: Path, call: Run, text: str, place: str, words: str) -> None:
    """Broken YAML, a date as a serial number, a key mistyped or given twice: told at the place, and nothing is lost."""
    write(project, text)
    result = call("check", *TODAY, cwd=project)
    assert result.returncode == 1
    assert f"roadmaps/a.marks.yaml:{place}: {words} error: " in result.stdout
    assert (project / "roadmaps" / "a.marks.yaml").read_text("utf-8") == text


def test_as_json(project: Path, call: Run) -> None:
    """The report has the file of the marks, the row's number and the place of the mark in it."""
    write(project, WITHOUT_PROOF)
    result = call("check", "--format", "json", *TODAY, cwd=project)
    (problem,) = problems(result)
    assert (problem["file"], problem["line"], problem["column"]) == ("roadmaps/a.marks.yaml", 5, 11)
    assert (problem["name"], problem["severity"]) == ("done-without-proof", "note")
    jsonschema.validate(json.loads(result.stdout), OUTPUT_SCHEMAS["diagnostics.schema.json"]())


def problems(result: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return list(json.loads(result.stdout))


def test_another_day_judges_anew(project: Path, call: Run) -> None:
    """What was not late yesterday is late today, though no file has changed."""
    write(project, "marks:\n  - {at: 1.1, activity: Провести мониторинг, result: Собраны анкеты}\n")
    for day, late in (("2022-05-31", False), ("2022-06-01", True), ("2022-05-31", False)):
        result = call("check", "--today", day, "--lang", "en", cwd=project)
        assert ("missing-reason" in result.stdout) == late, day


def test_a_changed_roadmap_judges_its_marks_anew(project: Path, call: Run) -> None:
    """The marks are the same bytes, and the row that they mean is another one now."""
    assert lines(call("check", *TODAY, cwd=project)) == []
    write(project, CLEAN.replace("Провести мониторинг", "Провести опрос"), "a.yaml")
    (line, *_others) = lines(call("check", *TODAY, cwd=project))
    assert "RM851 error: the row 1.1 is another one now: “Провести опрос”" in line
    write(project, CLEAN, "a.yaml")
    assert lines(call("check", *TODAY, cwd=project)) == []


def test_changed_marks_are_judged_anew(project: Path, call: Run) -> None:
    """And what was kept of a run is told again in the same words."""
    write(project, WITHOUT_PROOF)
    first = call("check", *TODAY, cwd=project)
    assert call("check", *TODAY, cwd=project).stdout == first.stdout
    assert len(lines(first)) == 1
    write(project, MARKS)
    assert lines(call("check", *TODAY, cwd=project)) == []


def test_settings_choose_rules_of_marks(project: Path, call: Run) -> None:
    """By the name, the code or its beginning."""
    write(project, WITHOUT_PROOF)
    for chosen in (("--ignore", "done-without-proof"), ("--ignore", "RM86"), ("--select", "RM851")):
        assert lines(call("check", *chosen, *TODAY, cwd=project)) == [], chosen


def test_a_baseline_knows_problems_of_marks(project: Path, call: Run) -> None:
    """What is known does not count, and lines that move above it do not make it new."""
    write(project, WITHOUT_PROOF.replace("27.05.2022", "27.06.2022"))
    assert call("check", *TODAY, cwd=project).returncode == 1
    call("check", "--write-baseline", "known.json", *TODAY, cwd=project)
    write(project, "# еще строка\n" + WITHOUT_PROOF.replace("27.05.2022", "27.06.2022"))
    result = call("check", "--baseline", "known.json", *TODAY, cwd=project)
    assert (result.returncode, lines(result)) == (0, [])


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2023-07-01", [("3:1", "4")]),
        ("2026-11-28", [("3:1", "3.2.3"), ("3:1", "4"), ("75:9", "3.2.1"), ("86:9", "3.2.2")]),
    ],
)
def test_the_made_up_year_of_a_real_plan(
    tmp_path: Path, roadmaps: Path, call: Run, day: str, told: list[tuple[str, str]]
) -> None:
    """Only what is so: row 4 has no mark; of 3.2.1 – 3.2.3 no mark tells of the end, once their time is over."""
    shutil.copy(roadmaps / "tsuntinsky.yaml", tmp_path)
    shutil.copy(DATA / "tsuntinsky.marks.yaml", tmp_path)
    found = problems(call("check", ".", "--format", "json", "--today", day, cwd=tmp_path))
    shown = [one for one in found if one["file"].endswith(".marks.yaml") and not one["waived"]]
    assert {one["name"] for one in shown} == {"missing-reason"}
    assert [(f"{one['line']}:{one['column']}", one["activity"].rstrip(".")) for one in shown] == told
