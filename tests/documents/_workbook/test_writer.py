"""Proves that workbooks are written whole, the same twice, and that nothing XlsxWriter leaves out goes unnoticed."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.documents._workbook.sheets import DAYS, Allowed, Cell, Row, Rule, Sheet
from roadmapc.documents._workbook.writer import WorkbookFault, range_of, write

DAY = date(2022, 10, 20)
HEAD = Row((Cell("Слово", "head"), Cell("День", "head")))


def sheet(*rows: Row, **options: object) -> Sheet:
    """Return a sheet of two columns below its headings."""
    return Sheet("Лист", "Название", (20, 12), (HEAD, *rows), 0, **options)  # type: ignore[arg-type]


def part(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    """Return a part of a workbook."""
    return ZipFile(BytesIO(data)).read(name).decode()


def test_texts_days_and_numbers_keep_their_types() -> None:
    """A day is a number with a format, a text is a text whatever it begins with; nothing is computed or linked."""
    texts = ("=1+1", "+7", "-5", "@а", "0012", "1.10.", "https://example.org")
    data = write([sheet(*(Row((Cell(text, "mark"), Cell(DAY, "date"))) for text in texts))], "Название", DAY)
    xml = part(data)
    assert "<f>" not in xml
    assert "<hyperlink" not in xml
    assert xml.count("<v>44854</v>") == len(texts)
    words = re.findall("<t[^>]*>(.*?)</t>", part(data, "xl/sharedStrings.xml"))
    assert words == ["Слово", "День", *texts]


def test_the_same_sheets_are_the_same_bytes() -> None:
    """The day of making is that of the order, not of the clock."""
    data = write([sheet(Row((Cell("а"),)))], "Название", DAY)
    assert data == write([sheet(Row((Cell("а"),)))], "Название", DAY)
    assert "2022-10-20T00:00:00Z" in part(data, "docProps/core.xml")
    assert "2000-01-01T00:00:00Z" in part(write([sheet()], "Название", None), "docProps/core.xml")


def test_a_page() -> None:
    """A4 on its side, as wide as the sheet, headings on each page, the title and numbers of pages around it."""
    data = write([sheet(Row((Cell("а"),)), filtered=True, kept=1, protected=True)], "Название", DAY)
    xml = part(data)
    assert 'paperSize="9"' in xml
    assert 'orientation="landscape"' in xml
    assert 'fitToHeight="0"' in xml
    assert '<pane xSplit="1" ySplit="1"' in xml
    assert '<autoFilter ref="A1:B2"/>' in xml
    assert "Стр. &amp;P из &amp;N" in xml
    assert "Название" in xml
    assert 'sheetProtection sheet="1"' in xml
    assert "password" not in xml
    assert "_xlnm.Print_Titles" in part(data, "xl/workbook.xml")


def test_titles_with_signs_of_headers() -> None:
    """«&» begins a command in a header; a title of any length is cut at a word."""
    made = Sheet("Лист", "R&D " + "слово " * 100, (20,), (Row((Cell("а", "head"),)),), 0)
    (header,) = re.findall("<oddHeader>(.*?)</oddHeader>", part(write([made], "Название", DAY)))
    assert "R&amp;&amp;D" in header
    assert header.endswith("слово …")


def test_what_may_be_typed() -> None:
    """Days between two, words of a short list, or those of a range on another sheet."""
    allowed = (
        Allowed(1, DAYS, "Дата"),
        Allowed(0, ("частично", "риск"), "Слово"),
        Allowed(0, range_of("Списки", 0, 1, 3), "Вид", strictly=False),
    )
    xml = part(write([sheet(Row((Cell("а"),)), allowed=allowed)], "Название", DAY))
    assert re.findall("<formula1>(.*?)</formula1>", xml) == ["36526", '"частично,риск"', "'Списки'!$A$2:$A$4"]
    assert re.findall('sqref="([^"]+)"><formula1>', xml) == ["B2", "A2", "A2"]


def test_what_would_be_left_out_is_an_error() -> None:
    """XlsxWriter only warns of a list that is too long, of a merged range of one cell, of a doubled name."""
    long = (Allowed(0, tuple(f"слово {n}" for n in range(60)), "Слово"),)
    with pytest.raises(WorkbookFault, match="255"):
        write([sheet(Row((Cell("а"),)), allowed=long)], "Название", DAY)
    with pytest.raises(WorkbookFault):
        write([sheet(), sheet()], "Название", DAY)
    with pytest.raises(WorkbookFault):
        write([sheet(Row((Cell("а", across=2), Cell("б", across=2))))], "Название", DAY)


def test_a_text_that_no_cell_holds() -> None:
    """It is told with its beginning, and nothing is cut."""
    assert write([sheet(Row((Cell("а" * 32_767),)))], "Название", DAY)
    with pytest.raises(UserError, match="32768 characters"):
        write([sheet(Row((Cell("а" * 32_768),)))], "Название", DAY)


def test_colours_are_told_by_formulas() -> None:
    """Each for the cells below the head; the first one that holds is taken."""
    rules = (Rule((0,), '$A2="а"', "done"), Rule((0,), '$A2="б"', "late"))
    xml = part(write([sheet(Row((Cell("а"),)), rules=rules)], "Название", DAY))
    assert re.findall("<formula>(.*?)</formula>", xml) == ['$A2="а"', '$A2="б"']
    assert xml.count('stopIfTrue="1"') == 2
