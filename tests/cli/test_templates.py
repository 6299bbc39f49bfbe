"""Proves that `templates` tells what is used from where, copies the packaged set, and names what cannot be used."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from roadmapc.rendering.packaged import packaged

Call = Callable[..., subprocess.CompletedProcess[str]]
NAMES = {path.name for path in packaged("templates").iterdir()}


def listed(result: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """Return name → origin as listed."""
    return dict(line.split(maxsplit=1) for line in result.stdout.splitlines())


def form_without(style: str) -> bytes:
    """Return the packaged form with one style renamed."""
    data = BytesIO()
    with ZipFile(packaged("templates") / "form.docx") as old, ZipFile(data, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(f'w:val="{style}"'.encode(), 'w:val="Другое"'.encode()))
    return data.getvalue()


def test_the_packaged_set(tmp_path: Path, call: Call) -> None:
    """Without own templates all are packaged ones."""
    result = call("templates", "--lang", "en", cwd=tmp_path)
    assert (result.returncode, listed(result)) == (0, dict.fromkeys(NAMES, "packaged"))


def test_the_checkout_is_no_project(call: Call) -> None:
    """In a checkout of the program `templates/` is the packaged set, not an override of it."""
    result = call("templates", "--lang", "en", cwd=packaged("templates").parent)
    assert set(listed(result).values()) == {"packaged"}


def test_own_templates_come_first(tmp_path: Path, call: Call) -> None:
    """The folder given comes before the project's, that before the packaged set; own names are shown too."""
    for folder, names in {"forms": ["order.html", "mine.html"], "templates": ["order.html", "calendar.html"]}.items():
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text("<document/>", encoding="utf-8")
    result = call("templates", "--templates", "forms", "--lang", "en", cwd=tmp_path)
    found = listed(result)
    assert result.returncode == 0
    assert found["order.html"] == "given: forms/order.html"
    assert found["calendar.html"] == "project: templates/calendar.html"
    assert found["attachment.html"] == "packaged"
    assert found["mine.html"].startswith("forms/mine.html: used only where another template includes")


def test_copying(tmp_path: Path, call: Call) -> None:
    """The whole set is copied out, byte by byte, and is then the project's."""
    assert call("templates", "copy", cwd=tmp_path).returncode == 0
    for name in NAMES:
        assert (tmp_path / "templates" / name).read_bytes() == (packaged("templates") / name).read_bytes()
    found = listed(call("templates", "--lang", "en", cwd=tmp_path))
    assert found["form.docx"] == "project: templates/form.docx (as packaged)"


def test_copying_replaces_nothing_unless_forced(tmp_path: Path, call: Call) -> None:
    """Files that are there stay, and nothing else is copied; --force replaces them."""
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "order.html").write_text("mine", encoding="utf-8")
    result = call("templates", "copy", "forms", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 2
    assert "order.html" in result.stderr
    assert [path.name for path in (tmp_path / "forms").iterdir()] == ["order.html"]
    assert (tmp_path / "forms" / "order.html").read_text(encoding="utf-8") == "mine"
    assert call("templates", "copy", "forms", "--force", cwd=tmp_path).returncode == 0
    assert {path.name for path in (tmp_path / "forms").iterdir()} == NAMES


@pytest.mark.parametrize("arguments", [("copy", "."), ("paste",), ("--templates", "none")])
def test_what_cannot_be_done(call: Call, arguments: tuple[str, ...]) -> None:
    """The packaged set is not copied onto itself; an unknown action and a missing folder are one message."""
    result = call("templates", *arguments, "--force", cwd=packaged("templates"))
    assert result.returncode == 2
    assert result.stderr.startswith("roadmapc: ")
    assert "Traceback" not in result.stderr


def test_a_form_that_lacks_a_style(tmp_path: Path, clean: str, call: Call) -> None:
    """An own form is used; the styles that it lacks are named, by `templates` and by `build`."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "form.docx").write_bytes(form_without("Гриф"))
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    result = call("templates", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == "form templates/form.docx: the form lacks these styles: «Гриф»\n"
    built = call("build", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert built.returncode == 2
    assert "the form lacks these styles: «Гриф»" in built.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("content", [b"text", b"PK\x03\x04 not a zip"])
def test_a_form_that_is_no_word_file(tmp_path: Path, clean: str, call: Call, content: bytes) -> None:
    """A form that Word cannot have written is one plain message."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "form.docx").write_bytes(content)
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    result = call("build", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr == (
        "roadmapc: form templates/form.docx: this is not a Word document (.docx), or it is damaged or locked\n"
    )


def test_a_broken_template_is_named(tmp_path: Path, call: Call) -> None:
    """A template that cannot be compiled is named with its line."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "order.html").write_text("<document>\n{% fi %}", encoding="utf-8")
    result = call("templates", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr.startswith("template order.html:2: the template is broken: ")


def test_file_names_from_odd_names(tmp_path: Path, clean: str, call: Call) -> None:
    """Quotes, slashes and letters of other scripts in owners stay out of the names of files."""
    source = clean.replace("owners: методист", "owners: ['\"Имя\" ../..\\\\ <ИМЦ>:|?*', '\u05d0\u05d1', 'CON']")
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    assert call("build", "a.yaml", cwd=tmp_path).returncode == 0
    names = {path.name for path in (tmp_path / "build" / "a").glob("checklist-*")}
    assert names == {"checklist-imia-imts.docx", "checklist-x.docx", "checklist-con.docx"}
