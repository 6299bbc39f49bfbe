"""Proves that the cyclogram of every real roadmap is a landscape table of months that nothing overflows."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from lxml import etree

NAMES = ("choysky", "leningradsky", "lmr-sk", "mosalsky", "tsuntinsky", "verkhnyaya-pyshma")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_months(built: Path, name: str) -> None:
    """Fourteen columns on landscape pages: number, activity, twelve months whose names stand upright."""
    document = docx.Document(str(built / name / "cyclogram.docx"))
    assert all(section.orientation is WD_ORIENT.LANDSCAPE for section in document.sections)
    tables = [table for table in document.tables if len(table.columns) == 14]
    assert tables
    for table in tables:
        months = table.rows[1].cells[2:]
        assert {cell.text for cell in months} >= {"сентябрь", "май", "август"}
        assert all("btLr" in cell._tc.xml for cell in months)


@pytest.mark.parametrize("name", NAMES)
def test_shaded_months_say_why(built: Path, name: str) -> None:
    """What is shaded has a sign too, since paper may be black and white; what is not shaded is empty."""
    with ZipFile(built / name / "cyclogram.docx") as file:
        root = etree.fromstring(file.read("word/document.xml"))
    for cell in root.iter(f"{W}tc"):
        shaded = cell.find(f"{W}tcPr/{W}shd") is not None
        text = "".join(t.text or "" for t in cell.iter(f"{W}t"))
        assert not shaded or text
        if shaded:
            words = text.split(", ")
            assert text in {"–", "●"} or all(word.isdigit() for word in words) or _covers_months(cell)


def _covers_months(cell: etree._Element) -> bool:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return span is not None and int(span.get(f"{W}val") or 1) >= 4


def test_undated_work_is_listed(built: Path) -> None:
    """What has no dates stands below the tables, with the words of its deadline."""
    tables = docx.Document(str(built / "leningradsky" / "cyclogram.docx")).tables
    listed = [[cell.text for cell in row.cells] for row in tables[-1].rows]
    assert listed[0] == ["№\u00a0п/п", "Мероприятие", "Срок"]
    assert "По графику УО" in {row[2] for row in listed}
