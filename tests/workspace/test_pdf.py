"""Proves that `build --pdf` makes a PDF of every document, the same each time, and says plainly where it cannot."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import libre_office, pdf

Call = Callable[..., subprocess.CompletedProcess[str]]
office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
posix = pytest.mark.skipif(os.name == "nt", reason="what stands for LibreOffice is a script for a shell")


VERTICAL = {
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
}
"""Heads that are turned upwards: their letters come apart in the text of a PDF."""

PAGES = {"choysky": 4, "leningradsky": 6, "lmr-sk": 1, "mosalsky": 10, "tsuntinsky": 3, "verkhnyaya-pyshma": 9}


def words_of(path: Path) -> str:
    """Return the text of a Word document, without its headers."""
    body = zipfile.ZipFile(path).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", " ", re.sub(r"</w:t></w:r><w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>", "", body))


def pages(path: Path) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


@pytest.fixture
def folder(tmp_path: Path, clean: str) -> Path:
    """Return a working folder with one roadmap in it."""
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    return tmp_path


@office
@pytest.mark.libreoffice
def test_every_document_becomes_pdf(roadmaps: Path, tmp_path: Path, call: Call) -> None:
    """Each Word document of a real roadmap has a PDF with pages and its text; building again gives the same bytes."""
    source = roadmaps / "tsuntinsky.yaml"
    for name in ("one", "two"):
        result = call("build", source, "--pdf", "--out", tmp_path / name)
        assert result.returncode == 0, result.stderr
    made = {path.stem: path for path in (tmp_path / "one" / "tsuntinsky").glob("*.pdf")}
    assert made.keys() == {path.stem for path in (tmp_path / "one" / "tsuntinsky").glob("*.docx")}
    assert {name: pages(made[name]) for name in ("order", "attachment", "cyclogram")} == {
        "order": 1,
        "attachment": 3,
        "cyclogram": 2,
    }
    assert all(pages(path) for path in made.values())
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", made["order"], "-"], capture_output=True, check=True).stdout
        assert "ПРИКАЗЫВАЮ:" in text.decode()
        assert "Г.К. Абакарова" in text.decode().replace("\u00a0", " ")
    for path in made.values():
        assert path.read_bytes() == (tmp_path / "two" / "tsuntinsky" / path.name).read_bytes()
    assert '"order.pdf"' in (tmp_path / "one" / "tsuntinsky" / "manifest.json").read_text(encoding="utf-8")


def test_where_there_is_no_libreoffice(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice one message says so, before anything is written."""
    monkeypatch.setattr(libre_office, "_USUAL", ())
    result = call("build", "a.yaml", "--pdf", "--lang", "en", cwd=folder, PATH="")
    assert result.returncode == 2
    assert result.stderr.startswith("roadmapc: --pdf needs LibreOffice, which is not installed here\n  = ")
    assert not (folder / "build").exists()


@posix
@pytest.mark.parametrize("script", ["exit 1", "exit 0", 'for last; do :; done; echo no > "${last%.docx}.pdf"'])
def test_an_office_that_fails(folder: Path, call: Call, tmp_path_factory: pytest.TempPathFactory, script: str) -> None:
    """A LibreOffice that makes no PDF, or one that is none, is one message, and nothing is written."""
    program = tmp_path_factory.mktemp("bin") / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    result = call("build", "a.yaml", "--pdf", "--lang", "en", cwd=folder, PATH=str(program.parent))
    assert result.returncode == 2
    assert "LibreOffice made no PDF of a document; nothing was written" in result.stderr
    assert not (folder / "build").exists()


@posix
def test_an_office_that_hangs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that does not finish is stopped with what it started."""
    program = folder / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "_SECONDS", 0.2)
    monkeypatch.setattr(pdf, "_SECONDS_EACH", 0)
    with pytest.raises(UserError, match="does not finish"):
        pdf.converted(program, [b""])


@pytest.mark.parametrize("value", ["pdf", "html,odt", ""])
def test_a_format_that_is_not_known(folder: Path, call: Call, value: str) -> None:
    """`--to` takes formats that there are."""
    result = call("build", "a.yaml", "--to", value, "--lang", "en", cwd=folder)
    assert result.returncode == 2
    assert "is not one of: docx, html" in result.stderr


def test_formats_may_be_named_in_any_way(folder: Path, call: Call) -> None:
    """`--to docx,html` and `--to html --to docx` mean the same; Word is always written."""
    found = []
    for name, arguments in {
        "a": ("--to", "docx,html"),
        "b": ("--to", "html", "--to", "docx"),
        "c": ("--to", "html"),
    }.items():
        assert call("build", "a.yaml", *arguments, "--out", name, cwd=folder).returncode == 0
        found.append({path.name for path in (folder / name / "a").iterdir()})
    assert found[0] == found[1] == found[2]
    assert {"attachment.docx", "attachment.html"} <= found[0]


@office
@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
def test_every_roadmap_becomes_pdf_with_all_its_words(roadmaps: Path, tmp_path: Path, call: Call) -> None:
    """Every document of every roadmap: its pages, and each of its words whole, not broken by a column too narrow."""
    assert call("build", roadmaps, "--pdf", "--out", tmp_path).returncode == 0
    documents = sorted(tmp_path.glob("*/*.docx"))
    missing = {}
    for document in documents:
        pdf = document.with_suffix(".pdf")
        assert pages(pdf)
        printed = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
        text = words_of(document)
        lost = set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", printed)) - VERTICAL
        if lost:
            missing[f"{document.parent.name}/{document.name}"] = lost
    assert missing == {}
    attachments = {path.parent.name: pages(path) for path in tmp_path.glob("*/attachment.pdf")}
    assert attachments == PAGES
