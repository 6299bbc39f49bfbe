"""Proves where a new form goes, that it takes no other's place, and which pictures it may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.rendering.packaged import packaged
from roadmapc.word.new_form.answers import NewForm
from roadmapc.workspace import new_form
from tests.word.pictures import png

ANSWERS = NewForm(("УПРАВЛЕНИЕ",))


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty project."""
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")


def test_a_new_form() -> None:
    """It lies among the templates; its name may be said with its end."""
    path = new_form.path_of("tsunta")
    assert path == Path("templates/tsunta.docx") == new_form.path_of("tsunta.docx")
    new_form.write(path, ANSWERS)
    assert path.read_bytes().startswith(b"PK")


def test_nothing_is_written_over() -> None:
    """A form, a link or a folder of that name stays what it is, and one that comes meanwhile, too."""
    path = new_form.path_of("tsunta")
    path.parent.mkdir()
    path.symlink_to("nowhere")
    for attempt in (lambda: new_form.path_of("tsunta"), lambda: new_form.write(path, ANSWERS)):
        with pytest.raises(UserError, match=r"templates/tsunta\.docx is there already"):
            attempt()
    assert path.is_symlink()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../tsunta", "is no plain name"),
        (r"a\b", "is no plain name"),
        ("nul", "is a device"),
        ("C:a", "names a drive"),
        ("", "the path is empty"),
        ("tsunta.odt", "is no form"),
        ("Form", "is the form of roadmaps that name none"),
    ],
)
def test_names_that_cannot_be(name: str, why: str) -> None:
    """It is one plain name, and not that of the form which all others are built on."""
    with pytest.raises(UserError, match=why):
        new_form.path_of(name)


def test_the_packaged_set_is_not_added_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout of the program `templates/` is no project's."""
    monkeypatch.chdir(packaged("templates").parent)
    with pytest.raises(UserError, match="is the packaged set itself"):
        new_form.path_of("tsunta")


def test_pictures(tmp_path: Path) -> None:
    """Of the project alone, links followed, and such as documents may have."""
    Path("gerb.png").write_bytes(png())
    (tmp_path / "gerb.png").write_bytes(png())
    Path("link.png").symlink_to("../gerb.png")
    Path("text.png").write_bytes(b"text")
    assert new_form.picture("gerb.png") == png()
    for text, why in {
        str(tmp_path / "gerb.png"): "does not begin here",
        "../gerb.png": "leads out of the project",
        "link.png": "leads out of the project",
        "//host/gerb.png": "another computer",
        "none.png": "there is no such file",
        ".": "a folder stands where a file must be",
        "text.png": "neither a PNG nor a JPEG",
    }.items():
        with pytest.raises(UserError, match=why):
            new_form.picture(text)


def test_what_cannot_be_written() -> None:
    """A file stands where the folder must be."""
    Path("templates").write_text("", "utf-8")
    with pytest.raises(UserError, match="cannot write"):
        new_form.write(new_form.path_of("tsunta"), ANSWERS)
