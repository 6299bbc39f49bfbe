"""Proves which words of a workbook are counted, and as what."""

from __future__ import annotations

import pytest

from roadmapc.importing.counting import counted
from tests.importing.counting.files import archive, xlsx
from tests.importing.counting.test_word_file import told

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="[$-419]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="mmm"/>'
    '<numFmt numFmtId="166" formatCode="h:mm:ss"/><numFmt numFmtId="167" formatCode="0&quot; дней&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 164, 165, 166, 167))
    + '</cellXfs><dxfs><dxf><numFmt numFmtId="1" formatCode="d"/></dxf></dxfs>'
)


def cell(value: str, kind: str = "n", style: int = 0, at: str = "") -> str:
    return f'<c t="{kind}" s="{style}"{f" r={chr(34)}{at}{chr(34)}" if at else ""}><v>{value}</v></c>'


def row(*cells: str, more: str = "") -> str:
    return f"<row {more}>{''.join(cells)}</row>"


CELLS = {
    "number": (cell("12.5"), "12 5"),
    "date": (cell("45417", style=1), "05 05 2024"),
    "date with time": (cell("45417.75", style=2), "05 05 2024"),
    "month": (cell("45417", style=3), "05 05 2024"),
    "time": (cell("0.5", style=4), "0 5"),
    "number with words": (cell("45417", style=5), "45417"),
    "day that never was": (cell("60", style=1), "02 1900 29"),
    "first days": (cell("1", style=1), "01 01 1900"),
    "no date": (cell("много", style=1) + cell("1e400", style=1), "1e400 много"),
    "day out of all calendars": (cell("99999999", style=1), "99999999"),
    "written date": (cell("2024-05-31T00:00:00", "d"), "05 2024 31"),
    "formula": ("<c t='str'><f>A1&amp;B1</f><v>итог</v></c>", "итог"),
    "truth": (cell("1", "b") + cell("0", "b"), "истина ложь"),
    "error": (cell("#N/A", "e"), "a n"),
    "inline": ("<c t='inlineStr'><is><r><t>Мето</t></r><r><t>дист</t></r></is></c>", "методист"),
    "shared": (cell("0", "s") + cell("1", "s"), "до мая срок"),
    "not shared": (cell("7", "s") + cell("x", "s") + cell("-1", "s"), ""),
    "empty": ("<c/>", ""),
    "carriage return": (cell("а_x000D_б", "str"), "а б"),
    "neighbours": (cell("1") + cell("2"), "1 2"),
}


@pytest.mark.parametrize("name", CELLS)
def test_cells(name: str) -> None:
    content, expected = CELLS[name]
    strings = "<si><r><t>Сро</t></r><r><t>к</t></r><rPh><t>аид</t></rPh></si><si><t>до мая</t></si>"
    assert told(counted(xlsx(row(content), strings=strings, styles=STYLES))).get("", "") == expected


def test_dates_since_1904() -> None:
    data = xlsx(row(cell("0", style=1)), styles=STYLES, settings='<workbookPr date1904="1"/>')
    assert told(counted(data)) == {"": "01 01 1904"}


def test_hidden_rows_and_columns() -> None:
    """Columns are told by the cells' references, or else by their order."""
    rows = row(cell("1", at="A1"), cell("2", at="C1"), cell("3")) + row(cell("4"), cell("5"), cell("6"))
    rows += row(cell("7"), more='hidden="1"') + row(cell("8", at="AB9"))
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="28" max="99999999" hidden="true"/><col min="4"/></cols>'
    assert told(counted(xlsx(rows, before=columns))) == {"": "1 3 4", "hidden": "2 5 6 7 8"}


def test_hidden_sheets() -> None:
    """Sheets follow in the order of the workbook."""
    more = {"sheets": '<sheet r:id="s2" state="veryHidden"/>', "worksheets__sheet2": row(cell("2"))}
    assert told(counted(xlsx(row(cell("1")), **more))) == {"": "1", "hidden": "2"}


def test_comments() -> None:
    comments = "<authors><author>Иванов</author></authors><commentList>"
    comments += "<comment><text><r><t>Уточ</t></r><r><t>нить</t></r></text></comment></commentList>"
    assert told(counted(xlsx(row(cell("1")), comments1=comments))) == {"": "1", "comment": "уточнить"}


def test_headers_and_footers() -> None:
    """Signs for fonts, sizes, numbers of pages are no words; what is switched off is not printed."""
    after = (
        '<headerFooter differentFirst="1">'
        '<oddHeader>&amp;L&amp;"Arial,Bold"&amp;12 План&amp;C&amp;K00FF00Рост</oddHeader>'
        "<oddFooter>Стр. &amp;P из &amp;N, А&amp;&amp;Б</oddFooter><evenHeader>чётный</evenHeader>"
        "<firstHeader>Первая</firstHeader></headerFooter>"
    )
    assert told(counted(xlsx("", after=after))) == {"header": "первая план рост", "footer": "а б из стр"}


def test_a_workbook_without_its_parts() -> None:
    """Sheets that are not there have no words."""
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{relationships}">'
        f'<Relationship Id="a" Type="{office}/officeDocument" Target="XL/a.xml"/></Relationships>',
        "xl/A.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet r:id="s"/></sheets></workbook>',
    }
    assert told(counted(archive(parts))) == {}
