"""Proves which roadmaps are followed, with which marks, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import source_files
from roadmapc.workspace.executions import each, read_all
from tests.conftest import CLEAN

TODAY = date(2022, 6, 1)
MARK = "marks: [{at: 1.1, activity: Провести мониторинг, done: 01.05.2022}]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a folder of two roadmaps of other districts."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(CLEAN, encoding="utf-8")
    Path("b.yaml").write_text(CLEAN.replace("Район", "Округ"), encoding="utf-8")
    source_files.forget()
    yield tmp_path
    source_files.forget()


FILES = [Path("a.yaml"), Path("b.yaml")]


def test_marks_are_read_with_their_roadmap() -> None:
    Path("a.marks.yaml").write_text(MARK, encoding="utf-8")
    found = read_all(FILES, TODAY)
    assert [(path.name, sum(len(unit.marks) for unit in one.units)) for path, one in found.found] == [
        ("a.yaml", 1),
        ("b.yaml", 0),
    ]
    assert found.problems == ()


def test_one_municipality() -> None:
    """By a part of its name; a name that none has is refused."""
    assert [path.name for path, _one in read_all(FILES, TODAY, "округ").found] == ["b.yaml"]
    with pytest.raises(UserError, match="край"):
        read_all(FILES, TODAY, "край")


@pytest.mark.parametrize(
    ("name", "text"), [("a.yaml", CLEAN.replace("period", "perio")), ("a.marks.yaml", "marks: [{}]\n")]
)
def test_what_cannot_be_read_is_left_out_and_told(name: str, text: str) -> None:
    """Of a roadmap whose marks cannot be read nobody knows what is done."""
    Path(name).write_text(text, encoding="utf-8")
    found = read_all(FILES, TODAY)
    assert [path.name for path, _one in found.found] == ["b.yaml"]
    assert {one.source.name for one in found.problems} == {name}
    first, _second = each(FILES, TODAY)
    assert bool(first.execution) == (name == "a.marks.yaml")
    assert first.problems


def test_marks_that_mean_no_row_are_told() -> None:
    """The roadmap is followed all the same, by its other marks."""
    Path("a.marks.yaml").write_text(MARK.replace("1.1", "7.7"), encoding="utf-8")
    found = read_all(FILES, TODAY)
    assert [path.name for path, _one in found.found] == ["a.yaml", "b.yaml"]
    assert [one.name for one in found.problems] == ["misplaced-mark"]


def test_what_is_shared_is_told_once() -> None:
    Path("owners.yaml").write_text("owners: [\n", encoding="utf-8")
    assert {one.source.name for one in read_all(FILES, TODAY).problems} == {"owners.yaml"}
