"""Proves that marks are written whole or not at all, and never against the rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.plan.execution import Execution
from roadmapc.source.tree import Tree
from roadmapc.workspace import loading
from roadmapc.workspace.marking import mark

DAY = date(2022, 6, 10)


@pytest.fixture
def roadmap(tmp_path: Path, clean: str) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(clean, "utf-8")
    return path


def put(roadmap: Path, text: str, *, write: bool = True) -> object:
    plan = loading.read(roadmap).plan
    assert plan

    def change(tree: Tree, execution: Execution) -> str:
        return f"marks:\n  - {text}\n"

    return mark(roadmap, plan, change, DAY, write=write)


def test_it_is_written(roadmap: Path) -> None:
    done = put(roadmap, "{at: 1.1, activity: Провести, done: 31.05.2022, documents: справка от 31.05.2022 № 1}")
    assert done.written  # type: ignore[attr-defined]
    assert "31.05.2022" in roadmap.with_name("plan.marks.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "wrong",
    ["{at: 1.1, done: 31.05.2032}", "{at: 7.7, done: 31.05.2022}", "{at: 1.1, done: скоро}", "{at: 1.1, done: "],
)
def test_what_is_wrong_is_not_written(roadmap: Path, wrong: str) -> None:
    """The future, a row that there is none of, no date, no YAML."""
    done = put(roadmap, wrong)
    assert done.errors  # type: ignore[attr-defined]
    assert not roadmap.with_name("plan.marks.yaml").exists()


def test_a_trial_writes_nothing(roadmap: Path) -> None:
    put(roadmap, "{at: 1.1, done: 31.05.2022}", write=False)
    assert [path.name for path in roadmap.parent.iterdir()] == ["plan.yaml"]


def test_a_folder_that_is_none(roadmap: Path) -> None:
    plan = loading.read(roadmap).plan
    assert plan
    with pytest.raises(UserError, match="cannot write"):
        mark(roadmap.parent / "none" / "plan.yaml", plan, lambda tree, execution: "", DAY)
