"""Proves that a file is read with the settings of its project and the directory of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.checks.selection import ALL
from roadmapc.diagnostics import UserError
from roadmapc.source.decoding import MAX_BYTES
from roadmapc.workspace import loading, source_files
from tests.conftest import CLEAN

SHARED = "owners: {umo: Управление}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty project in which nothing was read yet."""
    monkeypatch.chdir(tmp_path)
    source_files.forget()
    return tmp_path


def test_a_roadmap_with_all_that_it_goes_by(folder: Path) -> None:
    """Settings of the working folder, the directory beside the file, the id from its name."""
    (folder / "roadmapc.toml").write_text('[calendar]\nshift = "next"\n', "utf-8")
    (folder / "owners.yaml").write_text(SHARED, "utf-8")
    (folder / "my plan.yaml").write_text(CLEAN, "utf-8")
    plan = loading.read(Path("my plan.yaml")).plan
    assert plan
    assert (plan.id, plan.calendar.shift, plan.owners["umo"].post) == ("my-plan", "next", "Управление")


def test_content_and_name_stand_in_for_the_file(folder: Path) -> None:
    """Standard input is read as the file that it will be."""
    one = loading.read(source_files.STDIN, Path("other.yaml"), CLEAN.encode())
    assert (one.source.name, one.plan.id if one.plan else "") == ("other.yaml", "other")


def test_the_directory_is_no_roadmap(folder: Path) -> None:
    """It is judged by its own shape, and has no plan."""
    good, bad = (loading.read(folder / "owners.yaml", data=text.encode()) for text in (SHARED, "ownes: {}"))
    assert (good.plan, good.diagnostics) == (None, ())
    assert [problem.code for problem in bad.diagnostics] == ["RM011"]


def test_directories_are_told_of_once(folder: Path) -> None:
    """However many roadmaps share one; a folder without one has nothing to tell."""
    for name in ("a", "b", "c"):
        (folder / name).mkdir()
    (folder / "a" / "owners.yaml").write_text("ownes: {}", "utf-8")
    (folder / "b" / "owners.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    paths = [folder / name for name in ("a/1.yaml", "a/2.yaml", "a/owners.yaml", "b/1.yaml", "c/1.yaml")]
    assert [[p.code for p in one.diagnostics] for one in loading.directories(paths)] == [["RM011"], ["RM003"]]


def test_spelling_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a rule that needs it is to run and it is not installed, it is told how to get it."""
    loading.needs_spelling(ALL)
    monkeypatch.setattr(loading, "find_spec", lambda _: None)
    loading.needs_spelling(ALL)
    with pytest.raises(UserError) as error:
        loading.needs_spelling(type(ALL)(spell=True))
    assert "spell" in str(error.value.hint)
