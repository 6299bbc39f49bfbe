"""Proves where the forms that roadmaps name are found, that none lies outside the project, and what faults are told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.rendering.packaged import packaged
from roadmapc.source.form_names import FormFault
from roadmapc.workspace import forms, loading, source_files
from roadmapc.workspace.template_files import FORM
from tests.workspace.conftest import A

SOURCE = Path("roadmaps/a.yaml")
WHOLE = (packaged("templates") / FORM).read_bytes()


@pytest.fixture(autouse=True)
def _inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in the project, which has a form of the office among its templates, and forget what other tests have read."""
    monkeypatch.chdir(project)
    Path("templates").mkdir()
    Path("templates/tsunta.docx").write_bytes(WHOLE)
    source_files.forget()
    yield
    source_files.forget()


def fault(text: str, templates: Path | None = None) -> FormFault:
    """Return why a form is not found."""
    found = forms.find(text, SOURCE, templates)
    assert isinstance(found, FormFault)
    return found


def test_by_name() -> None:
    """Among the project's templates, after the folder given, before the packaged set."""
    assert forms.find("tsunta", SOURCE) == Path("templates/tsunta.docx")
    assert forms.find("form", SOURCE) == packaged("templates") / FORM
    Path("given").mkdir()
    Path("given/tsunta.docx").write_bytes(WHOLE)
    source_files.forget()
    assert forms.find("tsunta", SOURCE, Path("given")) == Path("given/tsunta.docx")


def test_by_path() -> None:
    """From the roadmap's folder, told from the project's."""
    assert forms.find("../templates/tsunta.docx", SOURCE) == Path("templates/tsunta.docx")
    Path("roadmaps/own.docx").write_bytes(WHOLE)
    assert forms.find("own.docx", SOURCE) == Path("roadmaps/own.docx")


def test_what_is_not_there() -> None:
    """The nearest form is named, else those that there are, and how to make one."""
    near = fault("tsunte")
    assert near.message == "there is no form “tsunte” (templates/tsunte.docx)"
    assert near.hint == "perhaps “tsunta”; to make one: roadmapc templates new-form tsunte"
    assert fault("x/tsunta.docx").hint == "perhaps “tsunta”; to make one: roadmapc templates new-form tsunta"
    assert fault("омск").hint == "forms here: tsunta; to make one: roadmapc templates new-form омск"
    Path("templates/tsunta.docx").unlink()
    assert fault("омск").hint == "to make one: roadmapc templates new-form омск"
    Path("templates/folder.docx").mkdir()
    assert "there is no form" in fault("folder").message
    assert "the name is too long" in fault("о" * 200).message


def test_nothing_leads_out(project: Path) -> None:
    """A path, and a link, of the form or of a folder on its way, stay inside the project."""
    outside = project.parent / "outside.docx"
    outside.write_bytes(WHOLE)
    assert "leads out of the project" in fault("../../outside.docx").message
    Path("templates/link.docx").symlink_to(outside)
    assert "leads out of the project" in fault("link").message
    Path("roadmaps/out").symlink_to(project.parent)
    assert "leads out of the project" in fault("out/outside.docx").message


def test_links_inside_the_project() -> None:
    """Forty roadmaps may share one form under forty names."""
    Path("shared").mkdir()
    Path("shared/all.docx").write_bytes(WHOLE)
    Path("templates/one.docx").symlink_to("../shared/all.docx")
    Path("templates/two.docx").symlink_to("tsunta.docx")
    assert forms.find("one", SOURCE) == Path("shared/all.docx")
    assert forms.find("two", SOURCE) == Path("templates/tsunta.docx")


def test_a_refused_text_touches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows even to look at a network path gives away a login."""
    touched: list[object] = []
    for name in ("stat", "lstat", "readlink", "scandir", "listdir"):
        monkeypatch.setattr(os, name, lambda *path, **_: touched.append(path))
    for text in (r"\\host\share\a.docx", "//host/share/a.docx", "C:a.docx", "NUL", "COM¹.docx"):
        assert isinstance(forms.find(text, SOURCE), FormFault)
    assert touched == []


def test_what_cannot_serve() -> None:
    """What is wrong is told of the form by its name, once it is opened; a build would be stopped by it."""
    Path("templates/tsunta.docx").write_bytes(b"PK")
    read = loading.read(SOURCE, data=A.replace("roadmapc: 1\n", "roadmapc: 1\nform: tsunta\n").encode())
    plan = forms.with_form(read, SOURCE).plan
    assert plan is not None
    assert plan.form_fault is not None
    assert plan.form_fault.message.startswith("form templates/tsunta.docx: this is not a Word document")
    with pytest.raises(UserError, match="this is not a Word document"):
        forms.usable(Path("templates/tsunta.docx"))
    with pytest.raises(UserError, match="there is no such file"):
        forms.bytes_of(Path("templates/gone.docx"))
    assert forms.found(plan.roadmap.form, SOURCE) == Path("templates/tsunta.docx")


def test_a_roadmap_without_a_form() -> None:
    """Nothing is looked for."""
    read = loading.read(SOURCE)
    assert forms.with_form(read, SOURCE) is read
    assert forms.found(None, SOURCE) is None
