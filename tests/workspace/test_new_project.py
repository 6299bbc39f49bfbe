"""Proves that a new folder gets what is missing in it and keeps what is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace.new_project import begin, refuse_taken


def test_what_is_missing_is_written_and_the_rest_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second roadmap in the same folder finds all but itself."""
    monkeypatch.chdir(tmp_path)
    first = begin(Path("roadmaps/a.yaml"), "раз\n")
    assert (len(first.written), first.kept) == (7, [])
    second = begin(Path("roadmaps/b.yaml"), "два\n")
    assert (second.written, len(second.kept)) == ([Path("roadmaps/b.yaml")], 6)
    assert (tmp_path / "roadmaps" / "a.yaml").read_text("utf-8") == "раз\n"


@pytest.mark.parametrize("folder", [".", "plans/2027"])
def test_the_editor_is_told_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Wherever the roadmaps are, the schemas are of that folder."""
    monkeypatch.chdir(tmp_path)
    begin(Path(folder) / "a.yaml", "раз\n")
    schemas = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    prefix = "" if folder == "." else f"{folder}/"
    assert [f"{prefix}*.yaml", f"!{prefix}owners.yaml"] in schemas.values()


def test_a_file_that_is_there_is_refused_with_a_free_name(tmp_path: Path) -> None:
    """The name offered is free; a link that leads nowhere is a file too."""
    for name in ("a.yaml", "a-2.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "none")
    with pytest.raises(UserError) as caught:
        refuse_taken(tmp_path / "a.yaml")
    assert "a-3.yaml" in str(caught.value.hint)
    with pytest.raises(UserError):
        refuse_taken(tmp_path / "b.yaml")


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error of the environment."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roadmaps").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="cannot write"):
        begin(Path("roadmaps/a.yaml"), "раз\n")
