"""Proves that a file whose name keeps it from being read is told of, with the name that it should have."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import misnamed
from roadmapc.workspace.source_files import sources


@pytest.mark.parametrize(
    ("name", "right"), [("plan.txt", "plan.yaml"), ("plan.yaml.txt", "plan.yaml"), ("План.YML.TXT", "План.YML")]
)
def test_a_text_is_to_be_renamed(tmp_path: Path, clean: str, name: str, right: str) -> None:
    """Named itself or found in a folder, where it would be passed over in silence."""
    (tmp_path / name).write_text(clean, encoding="utf-8")
    for paths in ([tmp_path / name], [tmp_path]):
        with pytest.raises(UserError) as caught:
            sources(paths)
        assert caught.value.hint == f"rename it: {right}"


def test_other_texts_in_a_folder_are_let_be(tmp_path: Path, clean: str) -> None:
    """A note is no roadmap."""
    (tmp_path / "plan.yaml").write_text(clean, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("заметки: 1\n", encoding="utf-8")
    assert sources([tmp_path]) == [tmp_path / "plan.yaml"]


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan.XLSX"])
def test_a_document_is_no_roadmap(tmp_path: Path, name: str) -> None:
    """It says so, and how to begin one."""
    (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(UserError, match="is no roadmap") as caught:
        sources([tmp_path / name])
    assert "roadmapc new" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("there", "wanted", "hint"),
    [
        ("plan.yaml.txt", "plan.yaml", "there is “plan.yaml.txt”: rename it to plan.yaml"),
        ("plan.txt", "plan.yaml", "there is “plan.txt”: rename it to plan.yaml"),
        ("leningradsky.yaml", "leningradski.yaml", "leningradsky.yaml”"),
        ("a.yaml", "something-else.yaml", "files here: a.yaml"),
        ("notes.md", "plan.yaml", "roadmapc new"),
    ],
)
def test_a_name_that_leads_nowhere(tmp_path: Path, there: str, wanted: str, hint: str) -> None:
    """What was meant instead: another ending, a slip, or nothing yet."""
    (tmp_path / there).write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="no such file") as caught:
        sources([tmp_path / wanted])
    assert hint in str(caught.value.hint)


def test_a_roadmap_beside_the_missing_folder_is_named(tmp_path: Path, clean: str) -> None:
    """Where there is no `roadmaps/` but a roadmap here, its name is given."""
    assert "roadmapc new" in misnamed.begin(tmp_path)
    (tmp_path / "plan.yaml").write_text(clean, encoding="utf-8")
    assert misnamed.begin(tmp_path) == "name a file or a folder: plan.yaml"


def test_a_folder_that_is_not_there_hides_nothing(tmp_path: Path) -> None:
    """Nothing to look at is no fault of its own."""
    assert "roadmapc new" in misnamed.hint_for(tmp_path / "none" / "a.yaml")
