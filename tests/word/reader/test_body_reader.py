"""Proves that every word of a body is read, in its order and its cell, whatever it is wrapped in."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmapc.importing.counting import counted, words_of
from roadmapc.word.reader.document import WordTable, read_document
from tests.importing.counting.files import docx, p, r, table

GRID = "<w:tblGrid>" + 3 * '<w:gridCol w:w="1000"/>' + "</w:tblGrid>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{GRID}{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def laid_out(body: str) -> str:
    """Return the paragraphs, and the tables in brackets: rows parted by «/», cells by «|», column and span before."""
    found = []
    for block in read_document(docx(body)).blocks:
        if isinstance(block, WordTable):
            rows = ("|".join(f"{c.column}+{c.colspan} {c.text}".strip() for c in row.cells) for row in block.rows)
            found.append(f"[{' / '.join(rows)}]")
        else:
            found.append(block.text)
    return " ".join(found)


TEXT = "0+1 а|1+1 б"
PLACES = {
    "a paragraph": (control(p("а")) + p("б"), "а б"),
    "runs": (p("а", control(r("б")), "в"), "абв"),
    "a table": (control(table((p("а"), p("б")))), f"[{TEXT}]"),
    "a row": (tbl(control(tr(tc(p("а")), tc(p("б"))))), f"[{TEXT}]"),
    "a cell": (tbl(tr(control(tc(p("а"))), tc(p("б")))), f"[{TEXT}]"),
    "what a cell holds": (tbl(tr(tc(control(p("а"))), tc(control(control(p("б")))))), f"[{TEXT}]"),
}


@pytest.mark.parametrize("name", PLACES)
def test_controls_are_looked_through(name: str) -> None:
    """A content control may wrap a paragraph, runs, a table, a row, a cell, what a cell holds; or another control."""
    body, expected = PLACES[name]
    assert laid_out(body) == expected


WRAPS = {
    "a link": "<w:hyperlink>{}</w:hyperlink>",
    "a smart tag": '<w:smartTag w:element="place">{}</w:smartTag>',
    "custom XML": "<w:customXml>{}</w:customXml>",
    "a field": '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
    "an insertion": "<w:ins>{}</w:ins>",
    "a move": "<w:moveTo>{}</w:moveTo>",
    "a direction": '<w:dir w:val="ltr">{}</w:dir>',
    "an override of it": '<w:bdo w:val="ltr">{}</w:bdo>',
    "several": "<w:ins><w:hyperlink><w:smartTag>{}</w:smartTag></w:hyperlink></w:ins>",
}


@pytest.mark.parametrize("name", WRAPS)
def test_wraps_of_runs_are_looked_through(name: str) -> None:
    """A word is whole though its middle is a link, a field, an insertion."""
    assert laid_out(p("сло", WRAPS[name].format(r("в")), "о")) == "слово"


SIGNS = {
    "soft hyphen": (p("сло", r("<w:softHyphen/>"), "во"), "слово"),
    "no-break hyphen": (p("план", r("<w:noBreakHyphen/>"), "график"), "план\u2011график"),
    "tab": (p("а", r("<w:tab/>"), "б"), "а\tб"),
    "tab to a margin": (p("а", r('<w:ptab w:alignment="right"/>'), "б"), "а\tб"),
    "line": (p("а", r("<w:br/>"), "б", r("<w:cr/>"), "в"), "а\nб\nв"),
    "page": (p("а", r('<w:br w:type="page"/>'), "б"), "а\nб"),
    "capitals": (p(r("глава", "<w:caps/>"), r(" Главы", "<w:smallCaps/>")), "ГЛАВА Главы"),
    "formula": (p("а ", "<m:oMath><m:r><m:t>х+у</m:t></m:r></m:oMath>"), "а х+у"),
    "code of a field": (p(r("DATE", tag="instrText"), "а"), "а"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs_in_a_text(name: str) -> None:
    """What parts words parts them, what is not seen does not."""
    body, expected = SIGNS[name]
    assert laid_out(body) == expected


TABLES = {
    "a cell over columns": (
        tbl(tr(tc(p("а"), '<w:gridSpan w:val="2"/>'), tc(p("б"))), tr(tc(p("в")), tc(p("г")), tc(p("д")))),
        "[0+2 а|2+1 б / 0+1 в|1+1 г|2+1 д]",
    ),
    "a row that begins later": (tbl(tr(tc(p("а")), properties='<w:gridBefore w:val="2"/>')), "[2+1 а]"),
    "an empty table": (tbl(), "[]"),
    "a row without cells": (tbl(tr(), tr(tc(p("а")))), "[ / 0+1 а]"),
    "a cell without paragraphs": (tbl(tr(tc(""), tc(p("а")))), "[0+1|1+1 а]"),
    "two tables side by side in the file": (tbl(tr(tc(p("а")))) + tbl(tr(tc(p("б")))), "[0+1 а] [0+1 б]"),
}


@pytest.mark.parametrize("name", TABLES)
def test_cells_stand_in_their_columns(name: str) -> None:
    """Spans and columns left out at the start are counted; what is empty is there."""
    body, expected = TABLES[name]
    assert laid_out(body) == expected


@pytest.mark.parametrize(
    ("mark", "covered"), [("<w:vMerge/>", True), ('<w:vMerge w:val="continue"/>', True), ("", False)]
)
def test_a_cell_that_reaches_down_covers_those_below(mark: str, covered: bool) -> None:
    """`vMerge` without a value goes on; words that Word hides in a covered cell are read all the same."""
    first = tr(tc(p("а"), '<w:vMerge w:val="restart"/>'), tc(p("б")))
    (read,) = read_document(docx(tbl(first, tr(tc(p("тут"), mark), tc(p("в")))))).tables
    assert [cell.covered for row in read.rows for cell in row.cells] == [False, False, covered, False]
    assert read.rows[1].cells[0].text == "тут"


def test_a_table_in_a_cell_is_part_of_the_cell() -> None:
    """Its paragraphs say in which row and cell of it they stand; rows count through all tables of the cell."""
    inner = tbl(tr(tc(p("1")), tc(p("2") + p("3"))), tr(tc(p("4") + tbl(tr(tc(p("5")), tc(p("6")))))))
    (read,) = read_document(docx(tbl(tr(tc(p("до") + inner + p("после")), tc(p("рядом")))))).tables
    first, second = read.rows[0].cells
    assert [(one.text, one.inner) for one in first.paragraphs] == [
        ("до", (0, 0)), ("1", (1, 1)), ("2", (1, 2)), ("3", (1, 2)), ("4", (2, 1)), ("5", (2, 1)), ("6", (2, 1)),
        ("после", (0, 0)),
    ]  # fmt: skip
    assert second.text == "рядом"


@pytest.mark.parametrize("name", [*PLACES, *SIGNS, *TABLES])
def test_the_count_of_words_agrees(name: str) -> None:
    """The count, which shares no code with the reader, finds the same words."""
    data = docx({**PLACES, **SIGNS, **TABLES}[name][0])
    read = Counter(word for one in read_document(data).paragraphs for word in words_of(one.text))
    assert read == counted(data).printed


def test_a_table_in_a_frame_is_a_table() -> None:
    """A table of one cell that holds another one only frames it; so does a frame in a frame, a few times over."""
    inner = tbl(tr(tc(p("а")), tc(p("б"))), tr(tc(p("в")), tc(p("г"))))
    framed = tbl(tr(tc(p("до") + inner + p("после"))))
    assert laid_out(framed) == "до [0+1 а|1+1 б / 0+1 в|1+1 г] после"
    assert laid_out(tbl(tr(tc(framed + p(""))))).startswith("до [0+1 а|1+1 б")
    many = inner
    for _ in range(8):
        many = tbl(tr(tc(many + p(""))))
    assert "а" in laid_out(many)
    assert laid_out(tbl(tr(tc(tbl(tr(tc(p("а")))))))) == "[0+1 а]"


def test_a_cell_that_spans_millions_of_columns() -> None:
    """Word opens no table with more than 63 columns: a damaged span takes no memory and no time."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc>'
    table = read_document(docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).blocks[0]
    assert isinstance(table, WordTable)
    assert table.rows[0].cells[0].colspan == 63
