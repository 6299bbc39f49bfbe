"""Proves that every kind of fault that spoils a Word file is caught, and that no document of a build has any."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from tests.word.files import FORM, changed, good, with_parts
from tests.word.validity.grammar import ATTRIBUTES, ORDERS
from tests.word.validity.validity import faults

TEXT = '<w:pStyle w:val="Text"/>'
RUN = "<w:r><w:t>В целях"
CELL = '<w:tc><w:tcPr><w:tcW w:w="794" w:type="dxa"/></w:tcPr>'
MARK = '<w:bookmarkStart w:id="1" w:name="{}"/>'
END = '<w:bookmarkEnd w:id="1"/>'
STYLE = '<w:basedOn w:val="Normal"/>'
NESTED = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl></w:tc>"

# Part, what stands there, what is put in its place, words of the fault.
BROKEN = [
    # the order of elements
    ("document", TEXT, "<w:keepNext/>" + TEXT, "w:pStyle stands after w:keepNext in w:pPr (17.3.1.26)"),
    ("document", TEXT, TEXT + TEXT, "w:pStyle comes twice in w:pPr"),
    ("document", TEXT, TEXT + "<w:b/>", "w:b may not stand in w:pPr"),
    ("document", RUN, f"<w:r><w:t>а</w:t><w:rPr/></w:r>{RUN}", "w:rPr stands after w:t in w:r"),
    ("document", RUN, f'<w:r><w:rPr><w:sz w:val="2"/><w:b/></w:rPr></w:r>{RUN}', "w:b stands after w:sz in w:rPr"),
    ("document", RUN, f"<w:p/>{RUN}", "w:p may not stand in w:p"),
    ("document", RUN, f"слово{RUN}", "text stands outside of w:t"),
    (
        "document",
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/>',
        '<w:tblLook w:val="0000"/><w:tblLayout/>',
        "in w:tblPr",
    ),
    (
        "document",
        "<w:trPr><w:cantSplit/>",
        "<w:trPr><w:trPrChange/><w:cantSplit/>",
        "w:cantSplit stands after w:trPrChange",
    ),
    (
        "document",
        '<w:tcPr><w:tcW w:w="794" w:type="dxa"/>',
        '<w:tcPr><w:vMerge/><w:tcW w:w="794"/>',
        "w:tcW stands after w:vMerge",
    ),
    ("document", "<w:titlePg/>", "<w:titlePg/><w:pgSz/>", "w:pgSz stands after w:titlePg in w:sectPr"),
    ("document", "<w:body>", "<w:body><w:sectPr/>", "w:sectPr in w:body"),
    ("document", "<w:tblGrid>", "<w:tr/><w:tblGrid>", "w:tblGrid stands after w:tr in w:tbl"),
    ("styles", STYLE, STYLE + '<w:name w:val="x"/>', "w:name stands after w:basedOn in w:style"),
    (
        "settings",
        "<w:decimalSymbol",
        '<w:zoom w:percent="1"/><w:decimalSymbol',
        "w:zoom stands after w:compat in w:settings",
    ),
    ("fontTable", '<w:pitch w:val="variable"/>', '<w:pitch/><w:charset w:val="CC"/>', "w:charset stands after w:pitch"),
    ("header", "<w:p>", "<w:r/><w:p>", "w:r may not stand in w:hdr"),
    # what may be said
    ("document", TEXT, TEXT + '<w:jc w:val="justify"/>', "w:val of w:jc cannot be “justify”"),
    ("document", TEXT, TEXT + "<w:jc/>", "w:jc needs w:val"),
    ("document", TEXT, TEXT + '<w:keepNext w:val="yes"/>', "w:val of w:keepNext cannot be “yes”"),
    ("document", TEXT, TEXT + '<w:spacing w:line="1.5"/>', "w:line of w:spacing cannot be “1.5”"),
    ("document", TEXT, TEXT + '<w:ind w:first="709"/>', "w:ind has no attribute w:first"),
    ("document", TEXT, '<w:pStyle val="Text"/>', "the attribute val has no namespace"),
    ("document", 'w:orient="landscape"', 'w:orient="side"', "w:orient of w:pgSz cannot be “side”"),
    ("document", 'w:header="567" ', "", "w:pgMar needs w:header"),
    ("document", 'w:w="11906"', 'w:w="40000"', "the page is larger than Word allows"),
    ("styles", 'w:sz="4"', 'w:sz="thin"', "w:sz of w:top cannot be “thin”"),
    ("styles", '<w:jc w:val="center"/>', '<w:jc w:val="center"><w:b/></w:jc>', "w:b may not stand in w:jc"),
    ("document", 'xml:space="preserve"', 'xml:space="keep"', "xml:space cannot be “keep”"),
    # tables
    ("document", CELL + "<w:p>", CELL + "</w:tc>" + CELL + "<w:p>", "a cell has no paragraph"),
    ("document", "</w:p></w:tc>", "</w:p>" + NESTED, "a cell ends with a table"),
    ("document", '<w:gridSpan w:val="5"/>', '<w:gridSpan w:val="6"/>', "row 3 spans 6 columns of 5"),
    ("document", CELL, CELL.replace("</w:tcPr>", "<w:vMerge/></w:tcPr>"), "w:vMerge continues nothing"),
    ("document", "<w:tblGrid>", "<w:tblGrid>" + 70 * "<w:gridCol/>", "columns; Word opens 63"),
    ("document", "<w:tr>", "<w:tr></w:tr><w:tr>", "row 1 has no cell"),
    ("document", "<w:p>", "<w:tbl><w:tblGrid/></w:tbl><w:p>", "a table has no w:tblPr"),
    ("document", "<w:p>", "<w:tbl><w:tblPr/></w:tbl><w:p>", "a table has no row"),
    # ids, styles, fields, spaces
    ("document", RUN, MARK.format("a") + END + MARK.format("b") + END + RUN, "bookmarkStart: the id “1” comes 2 times"),
    ("document", RUN, MARK.format("a") + RUN, "the bookmark “a” has no end"),
    ("document", TEXT, '<w:pStyle w:val="Nothing"/>', "no paragraph style has the id “Nothing”"),
    ("document", TEXT, TEXT + '<w:numPr><w:numId w:val="7"/></w:numPr>', "no numbering has the id “7”"),
    ("styles", 'w:styleId="Clause"', 'w:styleId="Text"', "style: the id “Text” comes 2 times"),
    ("document", RUN, f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{RUN}', "the beginnings and ends of fields"),
    ("document", RUN, f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{RUN}', "the beginnings and ends of fields"),
    ("document", RUN, f'<w:del w:id="1"><w:r><w:t>а</w:t></w:r></w:del>{RUN}', "deleted text stands in w:t"),
    ("document", "<w:t>В целях", "<w:t> В целях", "spaces at an end get lost"),
    (
        "document",
        RUN,
        f'<w14:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>{RUN}',
        "not declared as ignorable",
    ),
    # the package
    ("document", 'r:id="header"', "", "w:headerReference needs r:id"),
    ("document", 'r:id="header"', 'r:id="nothing"', "no relationship has the id “nothing”"),
    ("document", 'r:id="header"', 'r:id="styles"', "leads to a part of the kind styles"),
    (
        "document",
        '"header-first"/>',
        '"header-first"/><w:headerReference w:type="first" r:id="header"/>',
        "two headers or footers",
    ),
    (
        "word/_rels/document.xml.rels",
        'Target="styles.xml"',
        'Target="style.xml"',
        "leads to word/style.xml, which is no part",
    ),
    ("word/_rels/document.xml.rels", 'Id="fontTable"', 'Id="styles"', "the id “styles” comes 2 times"),
    ("[Content_Types].xml", 'PartName="/word/styles.xml"', 'PartName="/word/style.xml"', "word/style.xml is no part"),
    (
        "[Content_Types].xml",
        "wordprocessingml.styles+xml",
        "wordprocessingml.style+xml",
        "its content type is not that of styles",
    ),
    ("[Content_Types].xml", '<Default Extension="rels"', '<Default Extension="rel"', "_rels/.rels: no content type"),
    ("[Content_Types].xml", '<Default Extension="rels"', '<Default Extension="xml"', "*.xml has 2 types"),
    ("document", "</w:body>", "", "not well-formed"),
    ("docProps/core.xml", "</dc:title>", "</dc:title><dc:title/>", "title comes 2 times"),
    (
        "docProps/core.xml",
        "<dc:title>",
        '<dcterms:created xsi:type="dcterms:W3CDTF">20.10.2022</dcterms:created><dc:title>',
        "created is no date",
    ),
]


@pytest.mark.parametrize(("part", "old", "new", "fault"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_fault_is_caught(part: str, old: str, new: str, fault: str) -> None:
    """A good file with one thing wrong has a fault that says where and what."""
    found = faults(changed(good(), part, old, new))
    assert any(fault in line for line in found), found
    assert all(": " in line for line in found)


def test_a_good_file_has_no_fault() -> None:
    """The file that the others are made from, and the packaged form, have none."""
    assert faults(good()) == []
    assert faults(FORM.read_bytes()) == []


def test_missing_and_double_parts() -> None:
    """Parts that every package must have, and two parts of one name."""
    assert "[Content_Types].xml: missing" in faults(with_parts(good(), {"[Content_Types].xml": None}))
    assert "_rels/.rels: missing" in faults(with_parts(good(), {"_rels/.rels": None}))
    twice = with_parts(good(), {"word/Styles.xml": b"<a/>"})
    assert any("the package has this part 2 times" in fault for fault in faults(twice))
    stray = with_parts(good(), {"word/_rels/nothing.xml.rels": b"<a/>"})
    assert any("word/nothing.xml is no part" in fault for fault in faults(stray))
    picture = with_parts(good(), {"word/media/a.png": b"PNG"})
    assert "word/media/a.png: no content type" in faults(picture)


def test_what_is_no_package_has_one_fault() -> None:
    """Bytes that cannot be opened are one fault, not an error of the program."""
    assert len(faults(b"")) == len(faults(good()[:3000])) == 1


def test_what_other_programs_write_is_judged_fairly() -> None:
    """A document of python-docx with lists, merged cells and headers has its known fault alone."""
    document = docx.Document()
    document.add_heading("Заголовок")
    document.add_paragraph("пункт", style="List Bullet")
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 1)).text = "а"
    document.sections[0].header.paragraphs[0].text = "верх"
    document.add_section()
    target = BytesIO()
    document.save(target)
    assert faults(target.getvalue()) == ["word/settings.xml: /w:settings/w:zoom: w:zoom needs w:percent"]


def test_the_table_of_elements_is_consistent() -> None:
    """Clauses are those of WordprocessingML; attributes are of elements that may stand somewhere."""
    assert all(order.clause.startswith("17.") for order in ORDERS.values())
    children = {name for order in ORDERS.values() for name in order.places}
    ends = {name.rpartition("/")[2] for name in ATTRIBUTES} - {"*"}
    inner = {
        "gridCol",
        "lang",
        "basedOn",
        "tab",
        "ilvl",
        "numId",
        "name",
        "aliases",
        "next",
        "link",
        "altName",
        "style",
        "compatSetting",
    }
    assert ends - children <= inner
    assert {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tbl"} <= ORDERS.keys()


def test_what_is_built_has_no_fault(built: Path) -> None:
    """Every document of every real roadmap is one that Word opens as it is."""
    documents = sorted(built.rglob("*.docx"))
    assert len(documents) > 40
    assert {path.name: faults(path.read_bytes()) for path in documents if faults(path.read_bytes())} == {}
    for path in documents:
        with ZipFile(path) as file:
            assert file.testzip() is None
