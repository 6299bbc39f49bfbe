"""Proves that `build --to xlsx` alone reads marks, and builds no roadmap whose marks cannot be read."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.importing.reading.opened_workbook import opened_sheets
from roadmapc.importing.reading.workbook import text_of
from tests.conftest import ROADMAPS
from tests.workbooks import MARKS

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--today", "2023-07-01", "--lang", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a real roadmap and its marks."""
    shutil.copy(ROADMAPS / "tsuntinsky.yaml", tmp_path)
    shutil.copy(MARKS, tmp_path)
    return tmp_path


def made(folder: Path) -> dict[str, bytes]:
    """Return what was built of the roadmap."""
    return {path.name: path.read_bytes() for path in sorted((folder / "build" / "tsuntinsky").iterdir())}


def test_the_workbook_has_the_marks(folder: Path, call: Run) -> None:
    """It lies among the other files, which are the same with it or without, with marks or without."""
    assert call("build", "tsuntinsky.yaml", *DAY, cwd=folder).returncode == 0
    before = made(folder)
    assert "workbook.xlsx" not in before
    result = call("build", "tsuntinsky.yaml", "--to", "xlsx", *DAY, cwd=folder)
    assert result.returncode == 0, result.stderr
    after = made(folder)
    assert set(after) - set(before) == {"workbook.xlsx"}
    assert all(after[name] == data for name, data in before.items() if name != "manifest.json")
    control = next(one for one in opened_sheets(after["workbook.xlsx"]) if one.name == "Контроль")
    words = {text_of(value) for row in control.rows for value in row}
    assert {"исполнено", "не исполнено", "есть риск неисполнения"} <= words
    call("build", "tsuntinsky.yaml", "--to", "xlsx", *DAY, cwd=folder)
    assert made(folder) == after


def test_a_sheet_of_each_owner(folder: Path, call: Run) -> None:
    """The option says something of workbooks, and is refused without one."""
    result = call("build", "tsuntinsky.yaml", "--to", "html,xlsx", "--by-owner", *DAY, cwd=folder)
    assert result.returncode == 0, result.stderr
    assert "МКУ «УОМПС и Т»" in {one.name for one in opened_sheets(made(folder)["workbook.xlsx"])}
    result = call("build", "tsuntinsky.yaml", "--by-owner", *DAY, cwd=folder)
    assert result.returncode == 2
    assert "--to xlsx" in result.stderr


def test_marks_that_cannot_be_read(folder: Path, call: Run) -> None:
    """They are told at their place; nothing of their roadmap is written, all of another one is."""
    (folder / "tsuntinsky.marks.yaml").write_text("marks:\n  - at: 1.1\n    done: [\n", encoding="utf-8")
    shutil.copy(ROADMAPS / "lmr-sk.yaml", folder)
    result = call("build", "tsuntinsky.yaml", "lmr-sk.yaml", "--to", "xlsx", *DAY, cwd=folder)
    assert result.returncode == 1
    assert "tsuntinsky.marks.yaml:" in result.stderr
    assert "tsuntinsky.yaml: not built: its marks cannot be read" in result.stderr
    assert not (folder / "build" / "tsuntinsky").exists()
    assert (folder / "build" / "lmr-sk" / "workbook.xlsx").exists()
    assert call("build", "tsuntinsky.yaml", *DAY, cwd=folder).returncode == 0


def test_a_workbook_that_was_filled_in_is_never_overwritten(folder: Path, call: Run) -> None:
    """What people typed into it stays under another name."""
    arguments = ("build", "tsuntinsky.yaml", "--to", "xlsx", *DAY)
    call(*arguments, cwd=folder)
    path = folder / "build" / "tsuntinsky" / "workbook.xlsx"
    path.write_bytes(path.read_bytes() + b"typed")
    result = call(*arguments, cwd=folder)
    assert "was changed by hand" in result.stderr
    assert any(data.endswith(b"typed") for data in made(folder).values())
