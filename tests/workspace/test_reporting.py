"""Proves that reports are made of what was read, and of nothing that was changed since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.plan.region import Asked
from roadmapc.workspace import reporting, source_files
from roadmapc.workspace.executor import HERE
from roadmapc.workspace.reporting import Readable, ReadingOptions, ReportOptions
from tests.conftest import CLEAN

DAY = date(2023, 1, 10)
READING = ReadingOptions(DAY, DAY, False, None)
OPTIONS = ReportOptions(None, "short", "", "", "", True, ("html",), "")
MARKS = "marks:\n  - {at: '1.1', done: 30.05.2022}\n"


@pytest.fixture
def roadmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a roadmap with marks, in a folder where nothing is remembered."""
    monkeypatch.chdir(tmp_path)
    source_files.forget()
    path = Path("plan.yaml")
    path.write_text(CLEAN, "utf-8")
    path.with_name("plan.marks.yaml").write_text(MARKS, "utf-8")
    return path


def read(path: Path, reading: ReadingOptions = READING) -> Readable:
    """Return what was read of a file."""
    (one,) = reporting.read_all([path], reading, HERE)
    return one


def test_what_is_read_and_reported(roadmap: Path) -> None:
    """The folder is that of the day and layout; what is owed is told by row."""
    one = read(roadmap)
    assert (one.is_fit, one.problems, one.member) == (True, (), None)
    made = reporting.report_one(one, READING, OPTIONS)
    assert made.folder == Path("reports", one.id, "2023-01-10-short")
    assert [file.name for file in made.files] == ["letter.html", "report-short.html"]
    assert made.data == roadmap.read_bytes()
    assert ("document", "1.1") in made.owed


def test_what_a_roll_up_tells_of_it(roadmap: Path) -> None:
    found = read(roadmap, READING._replace(asked=Asked(DAY))).member
    assert found
    assert (found.municipality, found.has_data, found.totals.in_time) == ("Район", True, 1)


@pytest.mark.parametrize("name", ["plan.yaml", "plan.marks.yaml"])
def test_what_was_changed_meanwhile(roadmap: Path, name: str) -> None:
    """Neither of the two may be another than the one that was read."""
    one = read(roadmap)
    changed = Path(name)
    changed.write_text(changed.read_text("utf-8") + "# more\n", "utf-8")
    source_files.forget()
    with pytest.raises(UserError, match="was changed"):
        reporting.report_one(one, READING, OPTIONS)


def test_errors_keep_a_roadmap_from_being_reported_on(roadmap: Path) -> None:
    """Those of its marks, too, but for a draft; a broken roadmap is none at all."""
    marks = roadmap.with_name("plan.marks.yaml")
    marks.write_text(MARKS.replace("1.1", "9.9"), "utf-8")
    one = read(roadmap)
    assert (one.is_fit, [problem.name for problem in one.problems]) == (False, ["misplaced-mark"])
    assert read(roadmap, READING._replace(draft=True)).is_fit
    roadmap.write_text("roadmapc: 1\nmunicipality: {nam: Район}\n", "utf-8")
    source_files.forget()
    assert not read(roadmap, READING._replace(draft=True)).is_fit
