"""Proves that what calamine does not tell of a sheet is found: borders, percents, widths, hidden rows, comments."""

from __future__ import annotations

import pytest

from roadmapc.importing.reading.sheet_facts import SheetFacts
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.importing.reading.workbook_facts import facts_of
from roadmapc.word.package.unpacking import unpack
from tests.importing.files import MAIN, OFFICE, cell, ods, ods_cell, row, sheet, table, xlsx


def facts(data: bytes) -> dict[str, SheetFacts]:
    """Return what is known of the sheets of a workbook."""
    return facts_of({name: part for name, part in unpack(data).items() if name != "mimetype"})


def test_looks() -> None:
    """A border of any side, a format with «%» of one's own or of every workbook, widths of columns."""
    cells = "".join(cell(f"{letter}1", 1, style) for style, letter in enumerate("ABCDE"))
    columns = '<cols><col min="1" max="2" width="10"/><col min="3" max="16384" width="20" hidden="1"/></cols>'
    (known,) = facts(xlsx(f'{columns}<sheetData><row r="1" hidden="true">{cells}</row></sheetData>')).values()
    assert (known.ruled, known.percents, known.hidden) == ({(0, 1)}, {(0, 3), (0, 4)}, 1)
    assert (known.widths[0], known.widths[1], known.widths[2], len(known.widths)) == (19, 19, 0, 63)


def test_sheets_are_told_by_name() -> None:
    """Each has its own."""
    found = facts(xlsx(sheet([["а"]], style=1), sheet([["б"]])))
    assert {name: known.ruled for name, known in found.items()} == {"Лист1": {(0, 0)}, "Лист2": set()}


def test_a_prefix_changes_nothing() -> None:
    """Names count, whatever prefix an office program gives them."""
    rows = '<x:sheetData xmlns:x="a"><x:row r="1"><x:c r="BL1"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    with pytest.raises(UnreadableFile, match="63 columns"):
        facts(xlsx(rows))


@pytest.mark.parametrize(
    "part", ["<a>", "<a/><b/>", "<!DOCTYPE a><a/>", '<?xml version="1.0" encoding="koi8-r"?><a/>', "\x00", ""]
)
def test_parts_that_are_no_xml(part: str) -> None:
    """Every part that calamine might read is held to the same."""
    for name in ("xl/sharedStrings.xml", "xl/anything.xml"):
        with pytest.raises(UnreadableFile, match="damaged"):
            facts(xlsx(sheet([["а"]]), more={name: part}))


def test_a_percent_that_is_repeated() -> None:
    """All cells that it stands for are percents."""
    repeated = ' office:value-type="percentage" table:number-columns-repeated="2"'
    (known,) = facts(ods(table(row(f"<table:table-cell{repeated}/>", more=' table:number-rows-repeated="2"')))).values()
    assert known.percents == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_ranges_without_end() -> None:
    """More merged ranges than a sheet of the limits can need are refused."""
    spanned = '<table:table-cell office:value-type="string" table:number-columns-spanned="2"/>'
    rows = (row(spanned * 60) for _ in range(700))
    with pytest.raises(UnreadableFile, match="merged ranges"):
        facts(ods(table(*rows)))


def test_formulas() -> None:
    """A cell that computes its value, and every cell of a range that one formula fills, are told."""
    cells = (
        '<c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f t="array" ref="C1:D2">A1</f><v>2</v></c><c r="E1"><v>2</v></c>'
    )
    (known,) = facts(xlsx(f'<sheetData><row r="1">{cells}</row></sheetData>')).values()
    assert known.formulas == [(0, 1, 0, 1), (0, 2, 0, 2), (0, 2, 1, 3)]
    computed = '<table:table-cell office:value-type="float" table:formula="of:=1" table:number-columns-repeated="2"/>'
    (known,) = facts(ods(table(row(ods_cell("а"), computed)))).values()
    assert known.formulas == [(0, 1, 0, 2)]


def test_formulas_without_end() -> None:
    """More formulas than a sheet of the limits can need are refused."""
    cells = "<c><f/></c>" * 60
    rows = f"<row>{cells}</row>" * 1_700
    with pytest.raises(UnreadableFile, match="100000 formulas"):
        facts(xlsx(f"<sheetData>{rows}</sheetData>"))


def test_days_counted_from_1904() -> None:
    """The workbook says so for all its sheets."""
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="Лист1" sheetId="1" r:id="worksheet1"/></sheets></workbook>'  # noqa: E501
    (known,) = facts(xlsx(sheet([[1]]), more={"xl/workbook.xml": book})).values()
    assert known.from_1904
    (known,) = facts(xlsx(sheet([[1]]))).values()
    assert not known.from_1904
