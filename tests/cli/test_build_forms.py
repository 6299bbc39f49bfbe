"""Proves that each roadmap is built on the form that it names, and that forms are opened once and never overwritten."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from roadmapc.rendering.packaged import packaged
from roadmapc.word.package import base_form, form_proof
from tests.word.pictures import office_form, png

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")
MANY = 40
SHIPPED = packaged("templates") / "form.docx"


def office(name: str) -> bytes:
    """Return the form of an office, which has its name at the top of every first page."""
    form = docx.Document(str(SHIPPED))
    form.sections[0].left_margin = Mm(25)
    form.sections[0].first_page_header.paragraphs[0].text = name
    target = BytesIO()
    form.save(target)
    return target.getvalue()


def head(path: Path) -> str:
    """Return what stands at the top of the first page."""
    return str(docx.Document(str(path)).sections[0].first_page_header.paragraphs[0].text)


def named(clean: str, form: str, name: str = "Район") -> str:
    """Return a clean roadmap that names a form."""
    return clean.replace("roadmapc: 1\n", f"roadmapc: 1\nform: {form}\n").replace("Район", name)


@pytest.fixture
def project(tmp_path: Path, clean: str) -> Path:
    """Return a project of a roadmap on a form of its own, and one without."""
    for folder in ("roadmaps", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "tsunta.docx").write_bytes(office("Цунта"))
    (tmp_path / "roadmaps" / "a.yaml").write_text(named(clean, "tsunta"), "utf-8")
    (tmp_path / "roadmaps" / "b.yaml").write_text(clean.replace("Район", "Город"), "utf-8")
    return tmp_path


def test_forty_municipalities_on_forty_forms(
    tmp_path: Path, clean: str, call: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One run builds them all, each on its own; every form is opened and proved once."""
    proved: Counter[str] = Counter()
    prove_form = form_proof.prove_form

    def counted(parts: Any) -> None:
        proved[hashlib.sha256(parts["word/header-first.xml"]).hexdigest()] += 1
        prove_form(parts)

    monkeypatch.setattr(base_form, "prove_form", counted)
    base_form.load_form.cache_clear()
    for folder in ("roadmaps", "templates"):
        (tmp_path / folder).mkdir()
    for number in range(MANY):
        (tmp_path / "templates" / f"form-{number}.docx").write_bytes(office(f"Район {number}"))
        source = named(clean, f"form-{number}", f"Район {number}")
        (tmp_path / "roadmaps" / f"r{number}.yaml").write_text(source, "utf-8")
    assert call("build", "--jobs", "1", cwd=tmp_path).returncode == 0
    assert set(proved.values()) == {1}
    assert len(proved) == MANY
    for number in range(MANY):
        assert head(tmp_path / "build" / f"r{number}" / "attachment.docx") == f"Район {number}"


def test_with_and_without(project: Path, clean: str, call: Run, tmp_path: Path) -> None:
    """A roadmap without the key is built as if there were no other form at all; the manifest names a form that is."""
    assert call("build", cwd=project).returncode == 0
    assert head(project / "build" / "a" / "attachment.docx") == "Цунта"
    assert head(project / "build" / "b" / "attachment.docx") == ""
    manifest = json.loads((project / "build" / "a" / "manifest.json").read_text("utf-8"))
    digest = hashlib.sha256((project / "templates" / "tsunta.docx").read_bytes()).hexdigest()
    assert manifest["form"] == {"name": "templates/tsunta.docx", "sha256": digest}
    assert "form" not in json.loads((project / "build" / "b" / "manifest.json").read_text("utf-8"))
    alone = tmp_path / "alone"
    (alone / "roadmaps").mkdir(parents=True)
    (alone / "roadmaps" / "b.yaml").write_text(clean.replace("Район", "Город"), "utf-8")
    assert call("build", cwd=alone).returncode == 0
    for path in (alone / "build" / "b").iterdir():
        assert path.read_bytes() == (project / "build" / "b" / path.name).read_bytes()


def test_a_form_of_no_use_stops_its_roadmap_alone(project: Path, call: Run) -> None:
    """It is an error at its key, for a draft and with a waiver too; `check` says the same, the others are built."""
    source = project / "roadmaps" / "a.yaml"
    waiver = "waivers: [{rule: unusable-form, at: form, reason: так надо}]\n"
    source.write_text(source.read_text("utf-8").replace("form: tsunta", "form: tsunte") + waiver, "utf-8")
    for options in ((), ("--draft",)):
        result = call("build", *options, *EN, cwd=project)
        assert result.returncode == 1
        assert "roadmaps/a.yaml:2:7: RM429 error: there is no form “tsunte”" in result.stderr
        assert "perhaps “tsunta”" in result.stderr
        assert not (project / "build" / "a").exists()
    assert (project / "build" / "b").is_dir()
    assert "a.yaml:2:7: RM429 error: there is no form “tsunte”" in call("check", *EN, cwd=project).stdout


def test_a_style_that_the_form_lacks_is_named(project: Path, call: Run) -> None:
    """By `check` as by `build`, at the key."""
    form = project / "templates" / "tsunta.docx"
    office_form = docx.Document(str(form))
    office_form.styles["Таблица текст"].element.name_val = "Другое"
    office_form.save(str(form))
    for command in ("check", "build"):
        result = call(command, *EN, cwd=project)
        assert result.returncode == 1
        assert "RM429 error: form templates/tsunta.docx: the form lacks these styles: «Таблица текст»" in (
            result.stdout + result.stderr
        )


def test_the_folder_given_comes_first(project: Path, call: Run) -> None:
    """`--templates` of `build` and of `check` is where forms are looked for first."""
    (project / "given").mkdir()
    (project / "given" / "other.docx").write_bytes(office("Другая"))
    source = project / "roadmaps" / "a.yaml"
    source.write_text(source.read_text("utf-8").replace("form: tsunta", "form: other"), "utf-8")
    assert call("check", cwd=project).returncode == 1
    assert call("check", "--templates", "given", cwd=project).returncode == 0
    assert call("build", "--templates", "given", cwd=project).returncode == 0
    assert head(project / "build" / "a" / "attachment.docx") == "Другая"


def test_no_document_takes_the_place_of_a_form(project: Path, call: Run) -> None:
    """A form that lies where a document would be written is a source: nothing is changed."""
    place = project / "build" / "a"
    place.mkdir(parents=True)
    (place / "attachment.docx").write_bytes(office("Бланк"))
    source = project / "roadmaps" / "a.yaml"
    text = source.read_text("utf-8").replace("form: tsunta", "form: ../build/a/attachment.docx")
    source.write_text(text, "utf-8")
    result = call("build", "roadmaps/a.yaml", *EN, cwd=project)
    assert result.returncode == 2
    assert "build/a/attachment.docx is a source: a document would take its place" in result.stderr
    assert [path.name for path in place.iterdir()] == ["attachment.docx"]
    assert head(place / "attachment.docx") == "Бланк"


@pytest.mark.parametrize("form", [r"'\\host\share\a.docx'", "//host/a.docx", "C:a.docx", "../../a.docx", "NUL.docx"])
def test_a_form_of_another_place(project: Path, call: Run, form: str) -> None:
    """It is refused by its text, with how forms are named."""
    source = project / "roadmaps" / "a.yaml"
    source.write_text(source.read_text("utf-8").replace("form: tsunta", f"form: {form}"), "utf-8")
    for command in ("check", "build"):
        result = call(command, *EN, cwd=project)
        assert result.returncode == 1
        assert "RM429 error" in result.stdout + result.stderr


ORDER = """\
order:
  letterhead: {organisation: ОТДЕЛ ОБРАЗОВАНИЯ}
  name: ПРИКАЗ
  date: 10.01.2021
  number: 1
  subject: О карте
  items: [Утвердить карту.]
  signature: {position: Начальник, name: И.И. Иванов}
approval: {act: приказом отдела образования}
"""


@pytest.fixture
def with_letterhead(project: Path) -> Path:
    """Return the project with an order on a form that has pictures and a letterhead."""
    form = office_form(header=png(), body=png(30, 30), lines=("УПРАВЛЕНИЕ",))
    (project / "templates" / "tsunta.docx").write_bytes(form)
    source = project / "roadmaps" / "a.yaml"
    source.write_text(source.read_text("utf-8") + ORDER, "utf-8")
    return project


def test_one_letterhead_is_printed_and_the_other_told_of(with_letterhead: Path, call: Run) -> None:
    """The form's; without one in the source nothing is missing, and without one in the form that of the source is."""
    result = call("check", *EN, cwd=with_letterhead)
    assert "RM421 warning: this letterhead is not printed: the form has its own" in result.stdout
    source = with_letterhead / "roadmaps" / "a.yaml"
    source.write_text(
        source.read_text("utf-8").replace("  letterhead: {organisation: ОТДЕЛ ОБРАЗОВАНИЯ}\n", ""), "utf-8"
    )
    assert call("check", *EN, cwd=with_letterhead).returncode == 0
    assert call("build", *EN, cwd=with_letterhead).returncode == 0
    order = docx.Document(str(with_letterhead / "build" / "a" / "order.docx"))
    assert [one.text for one in order.paragraphs if one.text][:2] == ["УПРАВЛЕНИЕ", "ПРИКАЗ"]
    (with_letterhead / "templates" / "tsunta.docx").write_bytes(office("Цунта"))
    assert "RM426" in call("check", *EN, cwd=with_letterhead).stdout


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.libreoffice
def test_pictures_are_seen(with_letterhead: Path, call: Run) -> None:
    """LibreOffice draws both in the order, and in the attachment that of the header alone."""
    assert call("build", "roadmaps/a.yaml", "--pdf", cwd=with_letterhead).returncode == 0
    folder = with_letterhead / "build" / "a"
    seen = {name: (folder / f"{name}.pdf").read_bytes().count(b"/Subtype/Image") for name in ("order", "attachment")}
    assert seen == {"order": 2, "attachment": 1}
