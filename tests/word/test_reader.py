"""Proves that a finished file is read as it looks, and that what is no such file says why."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from roadmapc.word.reader import document as reading
from roadmapc.word.reader.document import UnreadableDocument, WordDocument, WordParagraph, WordTable, read_document
from tests.word.files import changed, good, with_parts, written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f'<w:document {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'


def saved(document: docx.document.Document) -> WordDocument:
    """Return what is read of a document made with python-docx."""
    target = BytesIO()
    document.save(target)
    return read_document(target.getvalue())


def body(xml: str) -> WordDocument:
    """Return what is read of a body in the packaged form."""
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="567"/></w:sectPr>'
    content = f"{BODY}{xml}{page}</w:body></w:document>".encode()
    return read_document(with_parts(good(), {"word/document.xml": content}))


def first(xml: str) -> WordParagraph:
    """Return the first paragraph of a body."""
    return body(xml).paragraphs[0]


def refusal(data: bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data)
    return str(caught.value.message)


def test_looks_come_from_the_whole_chain() -> None:
    """Defaults, a style, the style that is based on it and the paragraph's own: the nearest word counts."""
    document = docx.Document()
    normal, base = document.styles["Normal"], document.styles.add_style("Base", 1)
    style = document.styles.add_style("Own", 1)
    normal.font.name, normal.font.size = "Arial", Pt(10)
    base.font.size, base.paragraph_format.first_line_indent = Pt(13), Cm(1.25)
    base.paragraph_format.line_spacing, base.paragraph_format.keep_with_next = 1.5, True
    base.base_style, style.base_style, style.font.bold = normal, base, True
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph = document.add_paragraph("Текст ", style="Own")
    paragraph.paragraph_format.left_indent = Cm(1)
    paragraph.add_run("курсив").font.size = Pt(11.5)
    read = saved(document).paragraphs[0]
    assert (read.style, read.align, read.line_spacing, read.keep_next) == ("Own", "both", 1.5, True)
    assert (read.left_indent, read.first_line_indent, read.outline_level) == (567, 709, -1)
    assert [(run.text, run.font, run.size, run.bold) for run in read.runs] == [
        ("Текст ", "Arial", 13, True),
        ("курсив", "Arial", 11.5, True),
    ]


def test_fonts_of_a_theme_are_found() -> None:
    """A font that is named by the theme is the theme's."""
    document = docx.Document()
    document.add_paragraph("Текст")
    assert saved(document).paragraphs[0].runs[0].font == "Cambria"


@pytest.mark.parametrize(
    ("spacing", "line"),
    [
        ('w:line="240"', 1.0),
        ('w:line="360" w:lineRule="auto"', 1.5),
        ('w:line="322" w:lineRule="exact"', 1.0),
        ('w:line="18pt" w:lineRule="atLeast"', 1.118),
    ],
)
def test_line_spacing_is_in_single_lines(spacing: str, line: float) -> None:
    """An exact spacing is compared with the single line of its type."""
    xml = f"<w:p><w:pPr><w:spacing {spacing}/></w:pPr><w:r><w:t>Текст</w:t></w:r></w:p>"
    assert first(xml).line_spacing == pytest.approx(line, abs=0.001)


def test_text_is_what_is_printed() -> None:
    """Inserted text, fields, links and controls count; deleted and hidden text, codes and text boxes do not."""
    box = "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>рамка</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        "<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/></w:r><w:ins><w:r><w:t>в</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>нет</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>г</w:t></w:r></w:hyperlink>"
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>5</w:t></w:r></w:fldSimple>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>нет</w:t></w:r>"
        "<w:r><w:instrText>DATE</w:instrText></w:r><w:sdt><w:sdtContent><w:r><w:rPr><w:caps/></w:rPr><w:t>д</w:t></w:r>"
        f"</w:sdtContent></w:sdt><w:r>{box}</mc:Choice></mc:AlternateContent></w:r></w:p>"
    )
    read = body(xml)
    assert [paragraph.text for paragraph in read.paragraphs] == ["а\tб\nвг5Д"]


def test_raised_figures_stay_raised() -> None:
    """«2¹.» is a number between 2 and 3, and no 21; a raised letter is a letter."""
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    xml = f"<w:p><w:r><w:t>2</w:t></w:r>{raised.format('1')}<w:r><w:t>. м</w:t></w:r>{raised.format('2а')}</w:p>"
    assert first(xml).text == "2¹. м²а"


def test_a_number_of_a_list_brings_its_indents() -> None:
    """The indents of a list's level hold unless the paragraph has its own."""
    document = docx.Document()
    document.add_paragraph("пункт", style="List Number")
    own = document.add_paragraph("пункт", style="List Number")
    own.paragraph_format.left_indent = Cm(3)
    plain, changed_one = saved(document).paragraphs
    assert (plain.left_indent, plain.first_line_indent) == (360, -360)
    assert (changed_one.left_indent, changed_one.first_line_indent) == (1701, -360)


def test_sections_and_their_headers() -> None:
    """Each section has its page; headers that it does not name are those of the one before."""
    read = read_document(good())
    order, attachment, table = read.sections
    assert (order.page.width, order.page.left, order.title_page, order.start) == (11906, 1701, True, None)
    assert (attachment.title_page, attachment.start) == (True, 1)
    assert (table.page.width, table.page.top, table.title_page) == (16838, 1701, False)
    header = table.header_footer("header", "default")
    assert header is not None
    assert header.number == "center"
    assert order.header_footer("footer", "default") is None
    assert [read.tables[index].section for index in (0, 1, 2)] == [0, 0, 2]


def test_headers_are_inherited_and_fields_found() -> None:
    """A page number in a complex field is found, in the footer too; a second section inherits it."""
    document = docx.Document()
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for kind, text in (("begin", ""), ("", " PAGE  \\* MERGEFORMAT"), ("end", "")):
        run = paragraph.add_run()._r
        field = run.makeelement(qn("w:fldChar" if kind else "w:instrText"))
        field.set(qn("w:fldCharType"), kind)
        field.text = text
        run.append(field)
    section = document.add_section()
    section.orientation, section.page_width, section.left_margin = WD_ORIENT.LANDSCAPE, Mm(297), Mm(25)
    read = saved(document)
    numbers = [found.number for one in read.sections for found in one.headers_footers if found.kind == "footer"]
    assert numbers == ["right", "right"]
    assert (read.sections[1].page.width, read.sections[1].page.left) == (16838, 1417)


def test_tables_are_read_with_their_grid() -> None:
    """Grid, widths, spans, repeated rows, heads and where a cell begins."""
    read = read_document(good())
    order, _, table, _ = read.tables
    assert order.is_layout
    assert not table.is_layout
    assert table.heads == ("№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат")
    assert (table.fixed, table.ruled, table.width, sum(table.grid)) == (True, True, 14570, 14570)
    assert [(row.head, row.whole) for row in table.rows] == [(True, True), (True, True), (False, True), (False, True)]
    assert [(cell.column, cell.colspan, cell.width) for cell in table.rows[2].cells] == [(0, 5, 14570)]
    assert [cell.paragraphs[0].offset for cell in table.rows[3].cells[:3]] == [0, 794, 6463]
    html = (
        '<table widths="1 1"><tbody><tr><td rowspan="2">а</td><td class="vertical">б</td></tr>'
        "<tr><td>в</td></tr></tbody></table>"
    )
    cells = [
        (cell.text, cell.covered, cell.vertical)
        for row in read_document(written(f'<document title="Т"><section>{html}</section></document>')).tables[0].rows
        for cell in row.cells
    ]
    assert cells == [("а", False, False), ("б", False, True), ("", True, False), ("в", False, False)]


def test_a_last_row_without_lines_is_a_table_of_its_own() -> None:
    """As a signature is kept with the rows above it: neither table loses a row, nor takes the other's for its own."""
    rows = 2 * "<tr><td>а</td><td>б</td></tr>"
    signature = '<div class="signature"><span>Начальник</span><span>И.И.&nbsp;Иванов</span></div>'
    table = f'<table widths="5 5"><tbody>{rows}</tbody></table>'
    document = read_document(written(f'<document title="Т"><section>{table}{signature}{table}</section></document>'))
    assert [(len(one.rows), one.ruled, one.is_layout) for one in document.tables] == [
        (2, True, False),
        (1, False, True),
        (2, True, False),
    ]
    texts = {(p.table, p.text) for p in document.paragraphs if p.text}
    assert texts == {(0, "а"), (0, "б"), (1, "Начальник"), (1, "И.И.\u00a0Иванов"), (2, "а"), (2, "б")}
    assert document.tables[0].rows[-1].cells[0].paragraphs[0].keep_next


def test_blocks_keep_their_order() -> None:
    """Paragraphs and tables follow each other as in the file; content controls are looked through."""
    xml = (
        "<w:p/><w:sdt><w:sdtContent><w:p><w:r><w:t>а</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>"
        "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt><w:p/>"
    )
    assert [type(block) for block in body(xml).blocks] == [WordParagraph, WordParagraph, WordTable, WordParagraph]


def test_what_makes_no_sense_is_read_all_the_same() -> None:
    """Values that no schema allows, styles in a ring and ids that lead nowhere do not stop the reading."""
    xml = (
        '<w:p><w:pPr><w:pStyle w:val="none"/><w:numPr><w:numId w:val="99"/></w:numPr><w:ind w:left="far"/>'
        '<w:spacing w:line="99999999999999999999"/><w:outlineLvl w:val="-1"/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val=""/></w:rPr><w:t>Текст</w:t></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    read = body(xml)
    assert read.paragraphs[0].text == "Текст"
    ring = changed(good(), "styles", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Clause"/>')
    assert read_document(ring).paragraphs[0].text == "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"


def test_bare_parts_are_enough() -> None:
    """A file of a main part alone, at an unusual place, is read; its page is what Word takes."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="x/y.xml"/>'
        "</Relationships>"
    )
    content = f"{BODY}<w:p><w:r><w:t>Текст</w:t></w:r></w:p></w:body></w:document>"
    target = BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr("_rels/.rels", relation)
        file.writestr("x/y.xml", content)
    read = read_document(target.getvalue())
    assert (read.title, read.pages, len(read.sections)) == ("", 0, 1)
    assert read.sections[0].page.width == 12240
    assert read.paragraphs[0].text == "Текст"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word document"),
        (b"roadmapc: 1\n", "not a Word document"),
        (good()[:4000], "not a Word document"),
        (with_parts(good(), {"_rels/.rels": None}), "not a Word document"),
        (with_parts(good(), {"word/document.xml": None}), "not a Word document"),
        (with_parts(good(), {"word/document.xml": b"<a/>"}), "not a Word document"),
        (changed(good(), "document", "</w:body>", ""), "not well-formed"),
        (with_parts(good(), {"word/styles.xml": b""}), "not well-formed"),
        (with_parts(good(), {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "not well-formed"),
        (with_parts(good(), {"_rels/.rels": b"<!DOCTYPE a []><a/>"}), "not well-formed"),
        (
            with_parts(
                good(), {"word/document.xml": b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml"/>'}
            ),
            "strict Open XML",
        ),
        (with_parts(good(), {"word/media/a.png": b"0" * 30_000_000}), "or is a bomb"),
    ],
)
def test_what_is_no_document_says_why(data: bytes, reason: str) -> None:
    """Nothing, another file, a truncated one, parts that are missing, broken or dangerous: one sentence."""
    assert reason in refusal(data)


def test_a_document_has_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of millions of elements is refused before it fills the memory."""
    monkeypatch.setattr(reading, "MOST_TAGS", 100)
    assert refusal(good()) == "the Word file is too large to be inspected"


def test_other_compressions_are_refused() -> None:
    """A part packed in a way that Word does not know is no part of a Word file."""
    target = BytesIO()
    with ZipFile(BytesIO(good())) as source, ZipFile(target, "w", ZIP_LZMA) as file:
        for name in source.namelist():
            file.writestr(name, source.read(name))
    assert "not a Word document" in refusal(target.getvalue())


def test_damaged_bytes_never_raise_anything_else() -> None:
    """Files with bytes changed anywhere are read or refused."""
    numbers = random.Random(4)
    for _ in range(300):
        data = bytearray(good())
        for _ in range(numbers.choice((1, 3, 20))):
            data[numbers.randrange(len(data))] = numbers.randrange(256)
        try:
            read_document(bytes(data))
        except UnreadableDocument as error:
            assert error.message  # noqa: PT017


@pytest.mark.slow
def test_damaged_parts_never_raise_anything_else() -> None:
    """Parts with characters changed anywhere are read or refused."""
    numbers = random.Random(5)
    with ZipFile(BytesIO(good())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for _ in range(300):
        name = numbers.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(numbers.choice((1, 3))):
            content[numbers.randrange(len(content))] = numbers.choice(b'"<>/ 0159azw:&;')
        try:
            read_document(with_parts(good(), {name: bytes(content)}))
        except UnreadableDocument as error:
            assert error.message  # noqa: PT017


def test_every_built_document_is_read(built: Path) -> None:
    """What `build` writes is read with its title, its pages and its text."""
    for path in built.rglob("*.docx"):
        read = read_document(path.read_bytes())
        assert read.title
        assert read.paragraphs
        assert {section.page.width for section in read.sections} <= {11906, 16838}
