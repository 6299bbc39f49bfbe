"""Proves what `status` lists on four days of a year, as table, JSON and CSV, and how it explains a row."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from tests.conftest import ROADMAPS
from tests.executions import YEAR

Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = ("--today", "2026-11-28", "--lang", "en")


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Return a folder with the real plan and its made-up year."""
    shutil.copy(ROADMAPS / "tsuntinsky.yaml", tmp_path)
    shutil.copy(YEAR, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("day", "late", "coming"),
    [
        ("01.12.2022", [], ["3.4."]),
        ("01.05.2023", ["4.", "2.2."], ["1.3.", "5."]),
        ("01.07.2023", ["4.", "2.4."], []),
        ("15.08.2023", ["4.", "2.4."], ["2.5."]),
    ],
)
def test_four_days_of_the_year(year: Path, call: Run, day: str, late: list[str], coming: list[str]) -> None:
    """Late rows come first, the longest delay at the top; then what falls due within thirty days."""
    found = json.loads(call("status", year, "--as-of", day, "--format", "json", *TODAY).stdout)
    jsonschema.validate(found, OUTPUT_SCHEMAS["status.schema.json"]())
    assert [one["number"] for one in found if one["group"] == "late"] == late
    assert [one["number"] for one in found if one["group"] == "coming"] == coming
    assert {one["group"] for one in found if one["state"] == "missed"} <= {"late"}
    table = call("status", year, "--as-of", day, *TODAY).stdout
    assert f"Late: {len(late)}\n" in table
    assert f"Due within 30 days: {len(coming)}\n" in table


def test_by_owner_and_section(year: Path, call: Run) -> None:
    """Rows stand under the owner or the section; of several owners each has them."""
    table = call("status", year, "--as-of", "01.05.2023", "--by", "owner", *TODAY).stdout
    assert table.count("дефицитов и затруднений") == 2
    table = call("status", year, "--as-of", "01.05.2023", "--by", "section", *TODAY).stdout
    assert "2. Развитие кадрового потенциала ММС: 1\n" in table


def test_csv_is_headed_in_russian(year: Path, call: Run) -> None:
    """Each column, as the screen is: no heading is left without a translation."""
    text = call("status", year, "--as-of", "01.07.2023", "--format", "csv", "--today", "2023-07-01").stdout
    head = next(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert not [one for one in head if one.isascii()]


def test_csv_and_sums(year: Path, call: Run) -> None:
    """A spreadsheet opens it; the sums name what each number is out of."""
    text = call("status", year, "--as-of", "01.07.2023", "--format", "csv", *TODAY).stdout
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == 16
    sums = call("status", year, "--as-of", "01.07.2023", "--sums", *TODAY).stdout
    assert "due: 13; done: 11 (84,6 %); of them in time: 9 (69,2 %); partly done: 1; not done: 1" in sums


def test_what_was_not_known_yet_is_not_told(year: Path, call: Run) -> None:
    """Words that were said later are not those of the day; all marks of a row that were known have theirs."""
    plan, marks = year / "tsuntinsky.yaml", year / "tsuntinsky.marks.yaml"
    row = "  - {at: '2.4', reported: %s, said: частично, result: Сказано %s, reason: Так}\n"
    for day, words in (("05.07.2023", ""), ("15.07.2023", "Сказано позже")):
        marks.write_text("marks:\n" + row % ("10.07.2023", "позже"), "utf-8")
        (one,) = [
            one
            for one in json.loads(call("status", plan, "--as-of", day, "--format", "json", *TODAY).stdout)
            if one["number"] == "2.4."
        ]
        assert (one["result"] or "", bool(one["reason"])) == (words, bool(words))
        assert one["state"] == ("partly" if words else "missed")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--sums", "--days", "5"), "--days goes with the lists"),
        (("--explain", "1.3", "--days", "5"), "--explain is of one row"),
        (("--explain", "1.3", "--owner", "x"), "--explain is of one row"),
        (("--days", "-1"), "a number of days"),
    ],
)
def test_options_that_would_do_nothing(year: Path, call: Run, options: tuple[str, ...], said: str) -> None:
    """They are refused."""
    result = call("status", year / "tsuntinsky.yaml", *options, *TODAY)
    assert result.returncode == 2
    assert said in result.stderr


def test_marks_that_are_wrong_are_told_where_a_row_is_explained(year: Path, call: Run) -> None:
    """The answer is what can be said without them, and the code tells that something was left out."""
    marks = year / "tsuntinsky.marks.yaml"
    marks.write_text("marks:\n  - {at: '9.9', done: 01.05.2023}\n", "utf-8")
    result = call("status", year / "tsuntinsky.yaml", "--explain", "1.3", *TODAY)
    assert (result.returncode, "9.9" in result.stderr, "31.05.2023" in result.stdout) == (1, True, True)


def test_a_row_is_explained(year: Path, call: Run) -> None:
    """Step by step, with the decision that moved its term."""
    text = call("status", year / "tsuntinsky.yaml", "--explain", "1.3", "--as-of", "10.06.2023", *TODAY).stdout
    assert text.splitlines()[1:] == [
        "31.05.2023: moved",
        "  – the term of the plan: 31.05.2023",
        "  – moved to 20.06.2023: приказ № 01-07/41 of 15.05.2023",
    ]
    for row in ("1.1", "1.2", "2.1", "2.2", "2.4", "2.5", "3.1", "3.2.1", "3.2.3", "3.4", "4", "5"):
        result = call("status", year, "--explain", row, "--as-of", "01.07.2023", *TODAY)
        assert result.returncode == 0
        assert result.stdout.count("  – ") >= 1
    assert call("status", year, "--explain", "3.2", *TODAY).returncode == 2
    assert call("status", year, "--explain", "9.9", *TODAY).returncode == 2


def test_due_by_the_term_in_force(year: Path, call: Run) -> None:
    """A moved row is due on its new day, and says which day the plan has; states are chosen."""
    june = ("due", year, "--month", "june", "--year", "2023", "--format", "json", "--today", "2023-06-18")
    found = {one["number"]: one for one in json.loads(call(*june).stdout)}
    assert (found["1.3."]["due"], found["1.3."]["moved_from"]) == ("2023-06-20", "2023-05-31")
    assert (found["1.3."]["state"], found["1.3."]["done"]) == ("done", "2023-06-16")
    may = ("due", year, "--month", "may", "--year", "2023", "--format", "json", "--today", "2023-07-01")
    assert "1.3." not in {one["number"] for one in json.loads(call(*may).stdout) if one["status"] == "due"}
    april = ("due", year, "--month", "april", "--year", "2023", "--format", "json", "--today", "2023-07-01")
    assert [one["number"] for one in json.loads(call(*april, "--late").stdout)] == ["4."]
    assert [one["number"] for one in json.loads(call(*april, "--done").stdout)] == ["1.2.", "2.2.", "2.3."]


def test_reports_that_are_due(year: Path, call: Run) -> None:
    """By the settings, on their days, in the table and for programs."""
    settings = "[execution]\nquarterly_report = 5\nyearly_report = '15.02'\n"
    (year / "roadmapc.toml").write_text(settings, "utf-8")
    result = call("due", ".", "--from", "2023-01-01", "--until", "2023-04-30", "--format", "json", cwd=year)
    found = [one for one in json.loads(result.stdout) if one["kind"] == "report"]
    jsonschema.validate(json.loads(result.stdout), OUTPUT_SCHEMAS["due.schema.json"]())
    assert [(one["due"], one["activity"]) for one in found] == [
        ("2023-01-05", "Отчет об исполнении за IV квартал 2022 года"),
        ("2023-02-15", "Отчет об исполнении за 2022 год"),
        ("2023-04-05", "Отчет об исполнении за I квартал 2023 года"),
    ]
    assert "Отчет об исполнении за I квартал" in call("due", ".", "--month", "2023-04", cwd=year).stdout


@pytest.mark.parametrize("line", ["quarterly_report = 31", "yearly_report = '31.02'", "warn_days = [0]", "late = 1"])
def test_settings_that_do_not_fit(year: Path, call: Run, line: str) -> None:
    """They are named."""
    (year / "roadmapc.toml").write_text(f"[execution]\n{line}\n", "utf-8")
    result = call("status", ".", *TODAY, cwd=year)
    assert result.returncode == 2
    assert line.split(" ")[0] in result.stderr


def test_broken_marks_are_told_and_left_out(year: Path, call: Run) -> None:
    """Nobody knows what is done of it, so that nothing of it is called late."""
    (year / YEAR.name).write_text("marks:\n  - {at: 1.1, done: скоро}\n", "utf-8")
    result = call("status", year, *TODAY)
    assert result.returncode == 1
    assert "tsuntinsky.marks.yaml:2:" in result.stderr
    assert "Late: 0\n" in result.stdout


def test_a_plan_without_marks(tmp_path: Path, call: Run) -> None:
    """It is said that there are none."""
    shutil.copy(ROADMAPS / "tsuntinsky.yaml", tmp_path)
    assert "(no marks)" in call("status", tmp_path, *TODAY).stdout
