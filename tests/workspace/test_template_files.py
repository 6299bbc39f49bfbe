"""Proves which templates and forms a build uses: the folder named, the project's, the packaged set."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.rendering.blocks import Document, PageSection, Paragraph
from roadmapc.rendering.packaged import packaged
from roadmapc.workspace.template_files import FORM, PROJECT, is_packaged, load_form, output_context, overrides


def test_who_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder named before the project's; without either there is the packaged set alone."""
    monkeypatch.chdir(tmp_path)
    assert overrides(None) == {}
    PROJECT.mkdir()
    given = tmp_path / "given"
    given.mkdir()
    assert list(overrides(given).items()) == [("given", given), ("project", PROJECT)]


def test_the_packaged_set_is_no_projects_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout of the program its `templates/` override nothing."""
    monkeypatch.chdir(packaged("templates").parent)
    assert is_packaged(PROJECT)
    assert overrides(None) == {}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """What the user names must be a folder."""
    with pytest.raises(UserError, match="there is no such folder"):
        overrides(tmp_path / "none")


@pytest.mark.parametrize(("data", "why"), [(None, "there is no such file"), (b"PK", "")])
def test_a_form_that_cannot_serve(tmp_path: Path, data: bytes | None, why: str) -> None:
    """It is named with the reason."""
    path = tmp_path / FORM
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError, match=r"form\.docx: ") as error:
        load_form(path)
    assert why in error.value.message


def test_a_document_in_every_format_asked_for() -> None:
    """Word and web pages, in the order of the request."""
    context = output_context((), ("html", "docx"), "ПРОЕКТ")
    document = Document("Т", (PageSection((Paragraph(("Слово",)),)),))
    found = {suffix: write(document, date(2022, 5, 1)) for suffix, write in context.formats.items()}
    assert (list(found), context.draft) == (["html", "docx"], "ПРОЕКТ")
    assert "Слово" in found["html"].decode()
    assert found["docx"].startswith(b"PK")


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the packaged set would be taken in silence for what an office has."""
    iterdir = Path.iterdir

    def refused(path: Path) -> object:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(UserError, match=r"cannot read .*: no permission"):
        overrides(tmp_path)
