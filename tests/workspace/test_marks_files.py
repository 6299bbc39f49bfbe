"""Proves which marks belong to which roadmap, and what is said of those that belong to none."""

from __future__ import annotations

from pathlib import Path

from roadmapc.source.marks_name import is_marks, marks_path
from roadmapc.workspace import loading, marks_files


def test_marks_beside_a_roadmap(tmp_path: Path, clean: str) -> None:
    """By its name, whatever the suffix; one without marks has none."""
    roadmap = tmp_path / "plan.yml"
    roadmap.write_text(clean, "utf-8")
    assert marks_files.beside(roadmap) is None
    marks = marks_path(roadmap)
    marks.write_text("marks: [{at: 1.1, done: 01.05.2022}]\n", "utf-8")
    assert is_marks(marks)
    assert marks_files.roadmap_of(marks) == roadmap
    plan = loading.read(roadmap).plan
    assert plan
    assert [len(unit.marks) for unit in marks_files.execution(roadmap, plan).units] == [1]


def test_marks_that_belong_to_none(tmp_path: Path) -> None:
    """They are told of under their name, and their own errors first."""
    marks = tmp_path / "plan.marks.yaml"
    marks.write_text("marks: []\n", "utf-8")
    (problem,) = loading.read(marks).diagnostics
    assert "there is no roadmap beside these marks: plan.yaml" in str(problem.message)
    marks.write_text("marks: [{}]\n", "utf-8")
    assert loading.read(marks).diagnostics[0].code == "RM010"
