"""Proves that workbooks become lines and tables with all their words, and that none of them does harm."""

from __future__ import annotations

import random
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.importing.material import Grid, Material, Place, Text
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.importing.reading.workbook import read_workbook
from tests.importing.files import cell, ods, ods_cell, relations, row, sheet, table, xlsx

PLAN_XLS = (Path(__file__).parents[2] / "data" / "import" / "plan.xls").read_bytes()
HEAD: list[object] = ["№", "Мероприятие", "Срок", "Ответственный"]
PLAN: list[list[object]] = [
    ["Дорожная карта", None, None, None],
    [None, None, None, "УТВЕРЖДЕНА"],
    [None, None, None, None],
    HEAD,
    ["1. Мониторинг", None, None, None],
    [1, "Провести\nмониторинг", "май 2022", "Методист"],
    [2, "Обсудить", 44713, None],
    [None, None, None, None],
    ["Начальник", None, None, "И.И. Иванов"],
]
MERGED = "A1:D1 A5:D5 D6:D7"


def shown(material: Material) -> list[str]:
    """Return the lines of a material, and its tables row by row: cells with what they cover, «^» for covered ones."""
    lines = []
    for block in material.blocks:
        if isinstance(block, Text):
            lines.append(block.text)
            continue
        for line in block.rows:
            cells = []
            for one in line.cells:
                spans = f"[{one.rowspan}×{one.colspan}]" if (one.rowspan, one.colspan) != (1, 1) else ""
                cells.append("^" if one.covered else "/".join(text.text for text in one.texts) + spans)
            lines.append(" | ".join(cells))
        lines.append("---")
    return lines


def grids(material: Material) -> list[Grid]:
    return [block for block in material.blocks if isinstance(block, Grid)]


def test_a_plan() -> None:
    """A title and lines of the approval above the table, merged cells, and the line of the signature below it."""
    material = read_workbook(xlsx(sheet(PLAN, MERGED).replace('<c r="C7" s="0">', '<c r="C7" s="2">')))
    assert shown(material) == [
        "Дорожная карта",
        "УТВЕРЖДЕНА",
        "№ | Мероприятие | Срок | Ответственный",
        "1. Мониторинг[1×4]",
        "1 | Провести\nмониторинг | май 2022 | Методист[2×1]",
        "2 | Обсудить | 01.06.2022 | ^",
        "---",
        "Начальник |  |  | И.И. Иванов",
        "---",
    ]
    first, second = grids(material)
    assert (first.ruled, second.ruled) == (True, False)
    assert first.place == Place(table=1, part="Лист1")
    assert first.rows[2].cells[3].place == Place(table=1, row=6, cell=4, part="Лист1")
    title, approval = (block for block in material.blocks if isinstance(block, Text))
    assert (title.place, title.indent) == (Place(paragraph=1, part="Лист1"), 0)
    assert approval.indent == 51


def test_the_same_plan_in_a_workbook_of_2003() -> None:
    """The same, in what another library wrote; a hidden sheet stands aside."""
    material = read_workbook(PLAN_XLS)
    assert shown(material)[:5] == [
        "Дорожная карта",
        "УТВЕРЖДЕНА",
        "№ | Мероприятие | Срок | Ответственный",
        "1. Мониторинг[1×4]",
        "1,1 | Провести\nмониторинг | 01.09.2024 | Методист[2×1]",
    ]
    assert [(aside.kind, aside.text, aside.place.part) for aside in material.asides] == [
        ("hidden", "скрыто", "Справочник")
    ]


def test_the_same_plan_in_an_open_document() -> None:
    """calamine knows no merged ranges of .ods: they are taken from the file; so are dates and percents."""
    down, across = ' table:number-rows-spanned="2"', ' table:number-columns-spanned="2"'
    percent = '<table:table-cell office:value-type="percentage" office:value="0.85"><text:p>85 %</text:p>'
    percent += "</table:table-cell>"
    date = '<table:table-cell office:value-type="date" office:date-value="2022-06-01"><text:p>1 июня</text:p>'
    date += "<office:annotation><text:p>уточнить</text:p></office:annotation></table:table-cell>"
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    rows = [
        row(ods_cell("План"), empty),
        row(empty, more=' table:number-rows-repeated="2"'),
        row(ods_cell("а", down), ods_cell("б", across), "<table:covered-table-cell/>"),
        row("<table:covered-table-cell/>", date, percent, empty),
        row(empty, more=' table:number-rows-repeated="1000000"'),
    ]
    styles = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
    styles = f"<office:automatic-styles>{styles}</style:style></office:automatic-styles>"
    hidden = table(row(ods_cell("тайна")), name="Второй", more=' table:style-name="h"')
    material = read_workbook(ods(table(*rows), hidden, styles=styles))
    assert shown(material) == ["План", "а[2×1] | б[1×2]", "^ | 01.06.2022 | 85%", "---"]
    assert [(aside.kind, aside.text) for aside in material.asides] == [("comment", "уточнить"), ("hidden", "тайна")]


def test_tabs_and_line_breaks_of_an_open_document_part_words() -> None:
    """calamine leaves them out, and the words would run together."""
    material = read_workbook(ods(table(row(ods_cell("до<text:tab/>мая<text:line-break/>2022")))))
    assert [text.text for text in material.texts] == ["до мая\n2022"]


@pytest.mark.parametrize(
    ("style", "value", "printed"),
    [
        (0, 3, "3"),
        (0, 3.0, "3"),
        (0, 0.1 + 0.2, "0,3"),
        (0, 12345678901, "12345678901"),
        (2, 44713, "01.06.2022"),
        (2, 44713.5, "01.06.2022 12:00"),
        (3, 0.85, "85%"),
        (4, 0.125, "12,5%"),
        (3, 0.07, "7%"),
        (0, " Совет\r\n школы\u2028района ", "Совет\n школы\nрайона"),
    ],
)
def test_values(style: int, value: object, printed: str) -> None:
    """Each as an official would have typed it."""
    (text,) = read_workbook(xlsx(f'<sheetData><row r="1">{cell("A1", value, style)}</row></sheetData>')).texts
    assert text.text == printed


def test_other_values() -> None:
    """Truths, faults, results of formulas, and rich text with its pronunciation left out."""
    cells = '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><f>A1</f><v>итог</v></c>'
    rich = '<c r="D1" t="inlineStr"><is><r><t>ри</t></r><r><t>ч</t></r><rPh><t>нет</t></rPh></is></c>'
    assert shown(read_workbook(xlsx(f'<sheetData><row r="1">{cells}{rich}</row></sheetData>'))) == [
        "ИСТИНА |  | итог | рич",
        "---",
    ]


def test_two_tables_in_a_sheet_and_two_sheets() -> None:
    """An empty row parts tables; they are counted through the whole file; empty columns at their edges are cut."""
    first = sheet([["а", "б"], ["в", "г"], [None], [None, "д", "е"], [None, "ж", "з"]])
    material = read_workbook(xlsx(first, sheet([["и", "к"], ["л", "м"]])))
    assert shown(material) == ["а | б", "в | г", "---", "д | е", "ж | з", "---", "и | к", "л | м", "---"]
    assert [(grid.place.table, grid.place.part) for grid in grids(material)] == [
        (1, "Лист1"),
        (2, "Лист1"),
        (3, "Лист2"),
    ]


def test_hidden_sheets_rows_and_macros() -> None:
    """Hidden sheets stand aside, very hidden ones too; hidden rows are read, and both are told; so are macros."""
    rows = sheet([["а", "б"], ["в", "г"]]).replace('<row r="2">', '<row r="2" hidden="1">')
    data = xlsx(rows, sheet([["раз", "два"]]), sheet([["три"]]), states=("", "hidden", "veryHidden"))
    material = read_workbook(data)
    assert shown(material) == ["а | б", "в | г", "---"]
    assert [(one.kind, one.text, one.place) for one in material.asides] == [
        ("hidden", "раз два", Place(paragraph=1, part="Лист2")),
        ("hidden", "три", Place(paragraph=1, part="Лист3")),
    ]
    assert material.remarks == ("sheet “Лист1”: rows that are hidden in it are read as well",)
    made = BytesIO(data)
    with ZipFile(made, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Shell")
    assert read_workbook(made.getvalue()).remarks[0] == "the file has macros; none of them was run"


def test_comments() -> None:
    """What somebody noted at a cell stands aside, with its place."""
    note = '<comment ref="B7"><text><r><t>кто </t></r><t>это?</t></text></comment>'
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(comments="../comments1.xml"),
        "xl/comments1.xml": f"<comments><commentList>{note}</commentList></comments>",
    }
    (aside,) = read_workbook(xlsx(sheet([["а"]]), more=more)).asides
    assert (aside.kind, aside.text, aside.place) == ("comment", "кто это?", Place(row=7, cell=2, part="Лист1"))


def test_cells_without_references() -> None:
    """Some programs leave references out: cells then follow one another."""
    one = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = f"<row>{one.format('а')}{one.format('б')}</row><row>{one.format('в')}{one.format('г')}</row>"
    assert shown(read_workbook(xlsx(f"<sheetData>{rows}</sheetData>"))) == ["а | б", "в | г", "---"]


def test_formats_without_values_are_no_cells() -> None:
    """Cells that have a format alone, to the end of a sheet, and a size that is a million rows, are none."""
    wide = '<dimension ref="A1:XFD1048576"/><sheetData><row r="1">' + cell("A1", "а") + cell("B1", "б")
    wide += '<c r="XFD1" s="1"/></row><row r="1048576" spans="1:16384"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert shown(
        read_workbook(
            xlsx(
                wide,
            )
        )
    ) == ["а | б", "---"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f'<sheetData><row r="1">{cell("BL1", 1)}</row></sheetData>', "more than 63 columns"),
        (f'<sheetData><row r="20001">{cell("A20001", 1)}</row></sheetData>', "more than 20000 rows"),
        (f'<sheetData><row r="1">{cell("A1", 1)}{cell("XFD1048576", 1)}</row></sheetData>', "more than 63 columns"),
        (f'<sheetData><row r="1048576">{cell("A1", 1)}</row></sheetData>', "more than 20000 rows"),
        ('<sheetData><row r="1048576"><c><v>1</v></c></row></sheetData>', "more than 20000 rows"),
        (f"<sheetData><row>{'<c/>' * 70}<c><v>1</v></c></row></sheetData>", "more than 63 columns"),
        (f"<sheetData>{'<row/>' * 20_001}<row><c><v>1</v></c></row></sheetData>", "more than 20000 rows"),
        (f'<sheetData><row>{"<c/>" * 70}<c r="A1"/><c><v>1</v></c></row></sheetData>', "more than 63 columns"),
        ('<sheetData><row r="1"><c r="A99999999999"><v>1</v></c></row></sheetData>', "damaged"),
        ('<sheetData><row r="1"><c r="A1"><v>1', "damaged"),
        (sheet([["а"]], "A1:"), "damaged"),
        (sheet([["а"]]) + "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 20_001 + "</mergeCells>", "merged ranges"),
    ],
)
def test_sheets_that_are_refused(inside: str, words: str) -> None:
    """A cell beyond the limits wherever the file says that it is, and what is no sheet."""
    with pytest.raises(UnreadableFile, match=words):
        read_workbook(xlsx(inside))


def test_sixty_three_columns() -> None:
    """So many are read."""
    made = read_workbook(xlsx(f'<sheetData><row r="1">{cell("A1", "а")}{cell("BK1", "я")}</row></sheetData>'))
    assert grids(made)[0].columns == 63


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((row(ods_cell("а", ' table:number-columns-repeated="64"')),), "more than 63 columns"),
        ((row(ods_cell("а"), more=' table:number-rows-repeated="1048576"'),), "more than 20000 rows"),
        ((row("<table:table-cell/>", more=' table:number-rows-repeated="20000"'), row(ods_cell("а"))), "20000 rows"),
        ((row(ods_cell("а" + table(row(ods_cell("б"))))),), "damaged"),
        ((row("<table:table-cell><table:table-cell/></table:table-cell>"),), "damaged"),
        ((row(ods_cell("а", ' table:number-columns-repeated="много"')),), "damaged"),
    ],
)
def test_open_documents_that_are_refused(rows: tuple[str, ...], words: str) -> None:
    """Repeated cells are counted before anybody lays them out."""
    with pytest.raises(UnreadableFile, match=words):
        read_workbook(ods(table(*rows)))


ENTITY = '<!DOCTYPE x [<!ENTITY a "аааааааааа"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "outside.txt">]>'


@pytest.mark.parametrize("prolog", [ENTITY, OUTSIDE, "<!DOCTYPE x>"])
def test_a_document_type(prolog: str) -> None:
    """No part may declare one: neither text multiplied nor another file comes in by it."""
    with pytest.raises(UnreadableFile, match="damaged"):
        read_workbook(xlsx(sheet([["&b;" if "ENTITY" in prolog else "а"]]), prolog=prolog))


def test_a_bomb() -> None:
    """A file that unpacks to far more than it weighs, or to more than may be, is not unpacked."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * 60_000_000)
    with pytest.raises(UnreadableFile, match="is a bomb"):
        read_workbook(made.getvalue())


def test_merged_ranges_beyond_all_measure() -> None:
    """Ranges larger than the sheet are cut to it; of those that overlap the first one counts."""
    material = read_workbook(xlsx(sheet([["а", "б"], ["в", "г"]], "A1:XFD1048576 A1:B1 A2:A2")))
    assert shown(material) == ["а[2×2]", "^", "---"]


def test_two_archives_in_one_name() -> None:
    """Of entries of one name the one that was held to the limits is the one that is read."""
    made = BytesIO(xlsx(sheet([["а", "б"]])))
    with ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{sheet([['в', 'г']])}</worksheet>")
    assert shown(read_workbook(made.getvalue())) == ["в | г", "---"]


def test_many_rows() -> None:
    """Ten thousand rows are read with their merged cells."""
    rows: list[list[object]] = [[n, f"Мероприятие {n}", "май 2022", None] for n in range(10_000)]
    merged = " ".join(f"C{n}:D{n}" for n in range(2, 10_002))
    (grid,) = grids(read_workbook(xlsx(sheet([HEAD, *rows], merged))))
    assert len(grid.rows) == 10_001
    assert grid.rows[-1].cells[2].colspan == 2


SEEDS = (xlsx(sheet(PLAN, MERGED), sheet([["а"]])), PLAN_XLS, ods(table(row(ods_cell("а"), ods_cell("б")))))


@settings(max_examples=300)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 20))
def test_spoilt_bytes(data: bytes, seed: int, changes: int) -> None:
    """Whatever bytes are changed, a workbook is read or told of."""
    chance = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(changes):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    _read(bytes(spoilt))


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.integers(1, 12), st.booleans())
def test_spoilt_parts(seed: int, changes: int, is_open: bool) -> None:
    """Whatever characters are changed in its parts, too: within an archive whose sums agree."""
    chance = random.Random(seed)
    made = BytesIO()
    with ZipFile(BytesIO(SEEDS[2 if is_open else 0])) as archive, ZipFile(made, "w") as spoilt:
        for name in archive.namelist():
            part = bytearray(archive.read(name))
            for _ in range(changes):
                at = chance.randrange(len(part))
                part[at : at + chance.randrange(3)] = bytes([chance.choice(b'<>/"0129ABZrstc= ')])
            spoilt.writestr(name, bytes(part))
    _read(made.getvalue())


def _read(data: bytes) -> None:
    with suppress(UnreadableFile):
        read_workbook(data)
