"""Proves that .doc, .odt and .rtf become Word documents with their words, and are told of where they cannot."""

from __future__ import annotations

import os
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.importing.reading.kinds import Kind, kind_of
from roadmapc.workspace import libre_office, office
from tests.importing.files import compound, odt

installed = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
posix = pytest.mark.skipif(os.name == "nt", reason="what stands for LibreOffice is a script for a shell")
RTF = (
    "{\\rtf1\\ansi\\ansicpg1251 {\\b "
    + "".join(f"\\'{byte:02x}" for byte in "План".encode("cp1251"))
    + "}\\par\\trowd\\cellx2000\\cellx4000\\intbl 1.\\cell two\\cell\\row}"
).encode()
TABLE = (
    "<table:table><table:table-column table:number-columns-repeated='2'/><table:table-row><table:table-cell>"
    "<text:p>№</text:p></table:table-cell><table:table-cell><text:p>Срок</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)
FINISHED = """for last; do
case $last in *.rtf) name=${last##*/}; printf "PK\003\004 PK\005\006" > "$out/${name%.rtf}.docx";; esac
done"""


def script(folder: Path, lines: str) -> Path:
    """Return a program that stands for LibreOffice; `$out` is the folder that it is to write into."""
    program = folder / "soffice"
    find = 'for word; do [ "$was" = --outdir ] && out=$word; was=$word; done'
    program.write_text(f"#!/bin/sh\n{find}\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def words(data: bytes | UserError) -> str:
    """Return the text of a Word document that was made."""
    assert isinstance(data, bytes), data
    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    return " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", body))


@installed
@pytest.mark.libreoffice
def test_real_files(tmp_path: Path) -> None:
    """Each kind, several in one call, in order; a damaged one among them spoils no other."""
    program = office.find_office()
    text = odt(f"<text:p>Дорожная карта</text:p>{TABLE}")
    source = tmp_path / "0.odt"
    source.write_bytes(text)
    libre_office.convert(program, "doc:MS Word 97", tmp_path, [source], 60)
    doc = (tmp_path / "0.doc").read_bytes()
    assert [kind_of(data) for data in (doc, text, RTF)] == [Kind.DOC, Kind.ODT, Kind.RTF]
    damaged = compound({"WordDocument": b"\xec\xa5\xc1\0"})
    documents = [(Kind.DOC, doc), (Kind.DOC, damaged), (Kind.ODT, text), (Kind.RTF, RTF)]
    first, second, third, fourth = office.as_docx(program, documents)
    assert words(first) == words(third) == "Дорожная карта № Срок"
    assert isinstance(second, UserError)
    assert second.message == "LibreOffice cannot read the file"
    assert words(fourth) == "План 1. two"
    assert kind_of(first if isinstance(first, bytes) else b"") == Kind.DOCX


@posix
@pytest.mark.parametrize(
    "lines", ["exit 0", "exit 1", 'echo no > "$out/0.docx"', 'printf "PK\\003\\004" > "$out/0.docx"']
)
def test_an_office_that_makes_nothing(tmp_path: Path, lines: str) -> None:
    """What it says of itself is not believed: there is a whole document, or there is none."""
    (made,) = office.as_docx(script(tmp_path, lines), [(Kind.DOC, b"x")])
    assert isinstance(made, UserError)
    assert made.message == "LibreOffice cannot read the file"
    assert made.hint


@posix
def test_one_that_hangs_spoils_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where time is up for all, each has a run of its own; the one that hangs is told of with its time."""
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    monkeypatch.setattr(office, "_SECONDS_EACH", 0)
    hang = 'case "$*" in *.doc*" "*|*.doc) sleep 30;; esac'
    made = office.as_docx(script(tmp_path, f"{hang}\n{FINISHED}"), [(Kind.DOC, b"x"), (Kind.RTF, b"y")])
    assert isinstance(made[0], UserError)
    assert made[0].message == "LibreOffice does not finish with the file in 0.5 seconds"
    assert made[1] == b"PK\x03\x04 PK\x05\x06"


def test_nothing_to_do(tmp_path: Path) -> None:
    """No document starts no program."""
    assert office.as_docx(tmp_path / "none", []) == []


def test_where_there_is_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """One message says so, with what to do."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libre_office, "_USUAL", ())
    with pytest.raises(UserError, match="not installed here") as caught:
        office.find_office()
    assert caught.value.hint == "install it from libreoffice.org, or open them in Word and save them as .docx"
