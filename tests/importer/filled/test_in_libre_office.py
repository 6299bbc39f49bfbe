"""Proves that LibreOffice opens workbooks as they are meant, and that what it saves is read back: .xlsx and .ods."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from roadmapc.importer.filled import ReadBack, read_filled
from roadmapc.workspace import libre_office
from tests.workbooks import AS_OF, Values, key_of, tsuntinsky, workbook

PROGRAM = libre_office.find()
pytestmark = [pytest.mark.libreoffice, pytest.mark.skipif(PROGRAM is None, reason="needs LibreOffice")]
SECONDS = 120
FILLED: Values = {
    (key_of(tsuntinsky(), "4"), "done"): date(2023, 4, 18),
    (key_of(tsuntinsky(), "4"), "result"): "=Сделано\nв две строки",
    (key_of(tsuntinsky(), "4"), "reported"): "19.04.2023",
    (key_of(tsuntinsky(), "2.5"), "said"): None,
}
READ = {"done": "18.04.2023", "result": "=Сделано\nв две строки", "reported": "19.04.2023", "said": None}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with workbooks as LibreOffice saved them: as they were built, and filled in."""
    folder = tmp_path_factory.mktemp("saved")
    sources = []
    for name, data in (
        ("built", workbook(tsuntinsky(), by_owner=True)),
        ("filled", workbook(tsuntinsky(), FILLED)),
    ):
        sources.append(folder / f"{name}.xlsx")
        sources[-1].write_bytes(data)
    assert PROGRAM
    made = folder / "made"
    for kind in ("xlsx", "ods", "pdf"):
        libre_office.convert(PROGRAM, kind, made, sources, SECONDS)
        if not (made / f"built.{kind}").exists():
            pytest.skip("needs LibreOffice Calc")
    return made


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_it_saves_is_read_back(saved: Path, kind: str) -> None:
    """Of a workbook that nobody touched nothing; of one that was filled in just that."""
    assert read_filled(tsuntinsky(), (saved / f"built.{kind}").read_bytes(), AS_OF) == ReadBack()
    back = read_filled(tsuntinsky(), (saved / f"filled.{kind}").read_bytes(), AS_OF)
    assert {one.key: one.value for one in back.changes} == READ
    assert (back.problems, back.edited, back.remarks) == ((), (), ())


def test_what_may_be_typed_is_kept(saved: Path) -> None:
    """Its lists and days are those that were written, and so are colours, protection and headings on each page."""
    file = ZipFile(saved / "built.xlsx")
    book = file.read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet name="([^"]+)"', book)
    xml = file.read(f"xl/worksheets/sheet{names.index('Контроль') + 1}.xml").decode()
    found = re.findall(r'sqref="([A-Z]+)6:\1\d+" type="(\w+)"><formula1>(.*?)</formula1>', xml)
    assert sorted(found) == [
        ("J", "date", "36526"),
        ("K", "list", "&quot;частично,риск&quot;"),
        ("M", "list", "Списки!$A$2:$A$18"),
        ("N", "date", "36526"),
        ("U", "date", "36526"),
    ]
    assert xml.count("<cfRule ") >= 3
    assert '<sheetProtection sheet="true"' in xml
    assert "Print_Titles" in book
    assert 'state="hidden"' in book


def test_pages(saved: Path) -> None:
    """All on their side; the day of the state stands at the foot."""
    told = subprocess.run(
        ["pdfinfo", "-l", "99", saved / "built.pdf"], capture_output=True, check=True, text=True
    ).stdout
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(842, 595)}
    words = subprocess.run(["pdftotext", saved / "built.pdf", "-"], capture_output=True, check=True, text=True).stdout
    assert "Контроль. Состояние на 01.07.2023" in words
    assert "#####" not in words
