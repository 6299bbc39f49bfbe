"""Proves that blocks become the WordprocessingML that Word wants: styles, tables, sections, what is kept together."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from roadmapc.rendering.blocks import Document, PageSection, Paragraph, TableBlock, TableCell, TableRow
from roadmapc.rendering.markup import read
from roadmapc.word.package.base_form import Form, load_form
from roadmapc.word.package.well_formed import MalformedPart
from roadmapc.word.writer.body import body
from roadmapc.word.writer.docx import write
from roadmapc.word.writer.remembered import new_in
from roadmapc.word.writer.text import runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1]}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ROW = "<tr><td>1.1.</td><td>Разработка дорожной карты</td></tr>"
TEXT = "<p>Текст.</p>"
SIGNATURE = '<div class="signature"><span>Начальник</span><span>И.И.&nbsp;Иванов</span></div>'


@pytest.fixture(scope="module")
def form() -> Form:
    """Return the packaged form."""
    return load_form((Path(__file__).parents[2] / "templates" / "form.docx").read_bytes())


def page(blocks: str, classes: str = "portrait") -> str:
    """Return a document of one section."""
    return f'<document title="Т"><section class="{classes}">{blocks}</section></document>'


def table(rows: str, head: str = "", widths: str = "1 9") -> str:
    """Return a document of one table."""
    return page(f'<table widths="{widths}"><thead>{head}</thead><tbody>{rows}</tbody></table>')


def xml(html: str, form: Form) -> etree._Element:
    """Return the body that is written for a document."""
    root = etree.fromstring(b"".join(body(read(html), form, form.references)))
    return root[0]


def found(element: etree._Element, path: str) -> list[str]:
    """Return what an XPath finds, as text."""
    result = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(result, list)
    return [str(item) for item in result]


def count(element: etree._Element, path: str) -> int:
    """Return how many elements an XPath finds."""
    return len(found(element, path))


def test_a_paragraph(form: Form) -> None:
    written = xml(page('<p class="clause" mark="1.">Да &amp; <b>нет</b><br/> <i>все</i></p>'), form)
    paragraph = written[0]
    assert found(paragraph, "w:pPr/w:pStyle/@w:val") == ["Clause"]
    assert found(paragraph, "w:r/w:t/text()") == ["1.", "Да & ", "нет", "все"]
    assert count(paragraph, "w:r/w:tab") == count(paragraph, "w:r/w:br") == 1
    assert found(paragraph, "w:r[w:rPr/w:b]/w:t/text()") == ["нет"]
    assert found(paragraph, "w:r[w:rPr/w:i]/w:t/text()") == ["все"]
    assert count(written, "w:p/w:pPr/w:numPr") == 0


@given(st.text(st.sampled_from("аб \n\t\u00a0"), max_size=8))
def test_no_space_is_lost(text: str) -> None:
    """Word drops the spaces at both ends of a `w:t` that does not say to keep them; one without any need not."""
    root = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{runs((text,))}</w:p>')
    shown = root.findall(f"{W}r/{W}t")
    kept = [one.text or "" if one.get(SPACE) else (one.text or "").strip(" ") for one in shown]
    assert "".join(kept) == text.replace("\n", "").replace("\t", "")
    plain = not set(text) & set(" \n\t\u00a0")
    assert not (plain and any(one.get(SPACE) for one in shown))


def test_a_head_repeats_and_short_rows_stay_whole(form: Form) -> None:
    head = '<tr><th>№</th><th>Что</th></tr><tr class="numbers"><th>1</th><th>2</th></tr>'
    long = f"<tr><td>2</td><td>{'Длинный текст. ' * 200}</td></tr>"
    written = xml(table(ROW + long, head), form)
    assert [count(row, "w:trPr/w:tblHeader") for row in written.iter(f"{W}tr")] == [1, 1, 0, 0]
    assert [count(row, "w:trPr/w:cantSplit") for row in written.iter(f"{W}tr")] == [1, 1, 1, 0]


def test_a_section_row_stays_with_the_next(form: Form) -> None:
    written = xml(table('<tr class="section"><td colspan="2">Раздел</td></tr>' + ROW), form)
    assert [count(row, ".//w:keepNext") for row in written.iter(f"{W}tr")] == [1, 0]


def test_merged_cells_fill_one_grid(form: Form) -> None:
    rows = (
        '<tr><td rowspan="2" colspan="2">а</td><td>б</td></tr><tr><td>в</td></tr>'
        '<tr><td>г</td><td colspan="2">д</td></tr>'
    )
    written = xml(table(rows, widths="14 100.5 38"), form)
    grid = [int(width) for width in found(written, "w:tbl/w:tblGrid/w:gridCol/@w:w")]
    assert sum(grid) == form.page.text_width == int(found(written, "w:tbl/w:tblPr/w:tblW/@w:w")[0])
    assert found(written, "w:tbl/w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    for row in written.iter(f"{W}tr"):
        at = 0
        for cell in row.iter(f"{W}tc"):
            spans = [int(span) for span in found(cell, "w:tcPr/w:gridSpan/@w:val")] or [1]
            assert int(found(cell, "w:tcPr/w:tcW/@w:w")[0]) == sum(grid[at : at + spans[0]])
            at += spans[0]
        assert at == len(grid)
    merges = [found(row, "w:tc/w:tcPr/w:vMerge/@w:val") for row in written.iter(f"{W}tr")]
    assert merges == [["restart"], [], []]
    assert count(written, "w:tbl/w:tr[2]/w:tc[1]/w:tcPr/w:vMerge[not(@w:val)]") == 1


def test_every_cell_ends_with_a_paragraph(form: Form) -> None:
    written = xml(table('<tr><td/><td rowspan="2"><p>а</p><p class="blank"/></td></tr><tr><td> </td></tr>'), form)
    assert all(cell[-1].tag == f"{W}p" for cell in written.iter(f"{W}tc"))


def test_tables_do_not_touch_and_a_paragraph_ends_the_body(form: Form) -> None:
    written = xml(page(2 * f'<table widths="1 9"><tbody>{ROW}</tbody></table>'), form)
    assert [child.tag.removeprefix(W) for child in written] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_sections_turn_the_page(form: Form) -> None:
    sections = f'<section>{TEXT}</section><section class="landscape">{TEXT}</section>'
    written = xml(f'<document title="Т">{sections}<section class="restart">{TEXT}</section></document>', form)
    assert found(written, ".//w:pgSz/@w:w") == ["11906", "16838", "11906"]
    assert found(written, ".//w:pgSz/@w:orient") == ["landscape"]
    margins = [found(written, f".//w:sectPr/w:pgMar/@w:{side}") for side in ("top", "right", "bottom", "left")]
    assert [side[:2] for side in margins] == [["1134", "1701"], ["567", "1134"], ["1134", "567"], ["1701", "1134"]]
    assert [count(section, "w:titlePg") for section in written.iter(f"{W}sectPr")] == [1, 0, 1]
    assert [found(section, "w:pgNumType/@w:start") for section in written.iter(f"{W}sectPr")] == [[], [], ["1"]]
    assert [count(section, "w:headerReference") for section in written.iter(f"{W}sectPr")] == [2, 2, 2]
    assert count(written, "w:p[not(w:r)]") == 0  # no paragraph only to carry a section


def test_a_page_break_needs_no_paragraph_of_its_own(form: Form) -> None:
    written = xml(page(f"{TEXT}<pagebreak/>{TEXT}"), form)
    assert [count(paragraph, "w:pPr/w:pageBreakBefore") for paragraph in written.iter(f"{W}p")] == [0, 1]


def test_three_lines_go_with_a_signature(form: Form) -> None:
    written = xml(page(5 * TEXT + SIGNATURE), form)
    assert [count(child, "w:pPr/w:keepNext") for child in written.iterchildren(f"{W}p")][:5] == [0, 0, 1, 1, 1]
    assert found(written, "w:tbl/w:tr/w:tc/w:p/w:r/w:t/text()") == ["Начальник", "И.И.\u00a0Иванов"]
    assert found(written, "w:tbl/w:tr/w:tc[2]/w:tcPr/w:vAlign/@w:val") == ["bottom"]
    assert found(written, "w:tbl/w:tr/w:tc[2]/w:p/w:pPr/w:jc/@w:val") == ["right"]


def test_a_signature_is_the_last_row_of_the_table_before_it(form: Form) -> None:
    """It has no lines, parts at a column's border where one is near, and two rows are kept with it."""
    rows = 3 * "<tr><td>а</td><td>б</td><td>в</td></tr>"
    written = xml(page(f'<table widths="1 5 4"><tbody>{rows}</tbody></table>{SIGNATURE}'), form)
    assert [child.tag.removeprefix(W) for child in written] == ["tbl", "p", "sectPr"]
    assert [count(row, ".//w:keepNext") for row in written[0].iter(f"{W}tr")] == [0, 3, 3, 0]
    assert found(written, ".//w:tr[4]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert count(written, ".//w:tr[4]/w:tc/w:tcPr/w:tcBorders/*[@w:val='nil']") == 6
    assert found(written, ".//w:tr[4]//w:t/text()") == ["Начальник", "И.И.\u00a0Иванов"]
    assert found(written, ".//w:tr[4]/w:tc[2]/w:p/w:pPr/w:jc/@w:val") == ["right"]


def test_a_column_is_parted_for_a_signature_where_no_border_is_near(form: Form) -> None:
    """Its other cells cover both parts of the column, and all widths agree."""
    written = xml(page(f'<table widths="1 9"><tbody>{ROW}</tbody></table>{SIGNATURE}'), form)
    grid = [int(width) for width in found(written, "w:tbl/w:tblGrid/w:gridCol/@w:w")]
    assert (len(grid), sum(grid)) == (3, form.page.text_width)
    assert found(written, ".//w:tr[1]/w:tc[2]/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert found(written, ".//w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == [str(grid[0]), str(sum(grid[1:]))]
    assert found(written, ".//w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w") == [str(sum(grid[:2])), str(grid[2])]


def test_the_name_of_whoever_signs_stands_on_one_line(form: Form) -> None:
    """It has as much of the width as it needs, up to three fifths; a short one has two."""
    shares = []
    for name in ("И.И.&nbsp;Ли", "И.И.&nbsp;Переверзев-Северодонецкий", "И" * 90):
        written = xml(page(3 * TEXT + SIGNATURE.replace("И.И.&nbsp;Иванов", name)), form)
        left, right = map(int, found(written, "w:tbl/w:tblGrid/w:gridCol/@w:w"))
        shares.append(round(right * 100 / (left + right)))
    assert shares[0] == 40
    assert shares[2] == 60 > shares[1] > 45


def test_a_long_mark_has_room_in_a_cell(form: Form) -> None:
    """«10)» is wider than what the style leaves for «1)»: a tab would go far to the right."""
    cell = '<p mark="9)">Раз</p><p mark="10)">Два</p>'
    written = xml(table(f"<tr><td>1.</td><td>{cell}</td></tr>"), form)
    assert found(written, ".//w:ind/@w:hanging") == ["397"]


@pytest.mark.parametrize(("letters", "kept"), [(10, [0, 2, 2, 0]), (2_000, [0, 0, 2, 0])])
def test_a_long_last_row_goes_with_a_signature_alone(form: Form, letters: int, kept: list[int]) -> None:
    """Where the last row is lines enough, the one before it may stay on the page before."""
    last = f"<tr><td>1.2.</td><td>{'слово ' * (letters // 6)}</td></tr>"
    written = xml(page(f'<table widths="1 9"><tbody>{2 * ROW}{last}</tbody></table>{SIGNATURE}'), form)
    assert [count(row, ".//w:keepNext") for row in written[0].iter(f"{W}tr")] == kept


def test_text_does_not_touch_the_table_below(form: Form) -> None:
    """What stands before a table has a gap behind it; a heading has its own."""
    rows = f'<table widths="1 9"><tbody>{ROW}</tbody></table>'
    written = xml(page(f"{TEXT}{TEXT}{rows}<h2>Часть</h2>{rows}{TEXT}"), form)
    assert [found(p, "w:pPr/w:spacing/@w:after") for p in written.iterchildren(f"{W}p")] == [[], ["120"], [], []]


def test_broken_lines_are_not_stretched(form: Form) -> None:
    """The packaged form's settings say so; with a form that does not, justified text with breaks stands at the left."""
    broken = page("<p>раз<br/>два</p><p>три</p>")
    assert not form.stretches_broken_lines
    assert found(xml(broken, form), "w:p/w:pPr/w:jc/@w:val") == []
    settings = form.parts["word/settings.xml"].replace(b"<w:doNotExpandShiftReturn/>", b"")
    other = replace(form, parts={**form.parts, "word/settings.xml": settings})
    assert other.stretches_broken_lines
    assert [found(p, "w:pPr/w:jc/@w:val") for p in xml(broken, other).iterchildren(f"{W}p")] == [["left"], []]


def test_a_line_to_write_on_ends_with_the_text(form: Form) -> None:
    written = xml(page('<p class="blank">Исполнено</p>'), form)
    assert found(written, "w:p/w:pPr/w:tabs/w:tab/@w:pos") == [str(form.page.text_width)]
    assert found(written, "w:p/w:pPr/w:tabs/w:tab/@w:leader") == ["underscore"]
    assert count(written, "w:p/w:r/w:tab") == 1
    assert count(xml(table('<tr><td/><td><p class="blank">а</p></td></tr>'), form), ".//w:r/w:tab") == 1


def test_cells_may_be_shaded_aligned_and_vertical(form: Form) -> None:
    head = '<tr><th class="vertical">сентябрь</th><th>Что</th></tr>'
    written = xml(table('<tr><td class="shaded center">×</td><td>а</td></tr>', head), form)
    assert found(written, ".//w:tr[1]/w:tc[1]/w:tcPr/w:textDirection/@w:val") == ["btLr"]
    assert count(written, ".//w:tr[1]/w:trPr/w:trHeight") == 1
    assert count(written, ".//w:tr[2]/w:tc[1]/w:tcPr/w:shd") == 1
    assert found(written, ".//w:tr[2]/w:tc/w:p/w:pPr/w:jc/@w:val") == ["center"]


def test_small_tables_have_small_styles(form: Form) -> None:
    written = xml(page(f'<table class="small" widths="1 9"><tbody>{ROW}</tbody></table>'), form)
    assert found(written, "w:tbl//w:pStyle/@w:val") == ["TableTextSmall"] * 2


@pytest.mark.parametrize(("rows", "columns"), [(2000, 5), (30, 40), (3, 63)])
def test_large_tables(form: Form, rows: int, columns: int) -> None:
    row = f"<tr>{'<td>а</td>' * columns}</tr>"
    written = xml(table(row * rows, widths="1 " * columns), form)
    assert count(written, "w:tbl/w:tr") == rows
    assert count(written, "w:tbl/w:tr[last()]/w:tc/w:p/w:r/w:t") == columns
    assert sum(int(width) for width in found(written, "w:tbl/w:tblGrid/w:gridCol/@w:w")) == form.page.text_width


def test_a_long_cell_is_written_whole(form: Form) -> None:
    text = "слово " * 4000
    assert found(xml(table(f"<tr><td/><td>{text}</td></tr>"), form), ".//w:t/text()") == [text.strip()]


def test_python_docx_reads_the_same_text_in_order(form: Form) -> None:
    html = page(
        f'<h1>Карта</h1><p>R&amp;D &lt;b&gt; {{{{ 7*7 }}}} \u200f"«»</p><p class="item" mark="–">пункт</p>'
        f'<table widths="5 5"><tbody>{ROW}</tbody></table>{SIGNATURE}'
    )
    written = docx.Document(BytesIO(write(read(html), form, title="Т", author="", created=None)))
    texts: list[str] = []
    for block in written.iter_inner_content():
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row.cells]
        else:
            texts.append(block.text)
    said = ["Карта", 'R&D <b> {{ 7*7 }} \u200f"«»', "–\tпункт", "1.1.", "Разработка дорожной карты"]
    assert [text for text in texts if text] == [*said, "Начальник", "И.И.\u00a0Иванов"]


@pytest.mark.parametrize(("rows", "kept"), [(3, [2, 2, 0, 0]), (60, [0] * 61)])
def test_rows_that_share_a_cell_stay_on_one_page(form: Form, rows: int, kept: list[int]) -> None:
    """Unless they are too many for a page."""
    shared = f'<tr><td>а</td><td rowspan="{rows}">общее</td></tr>' + "<tr><td>б</td></tr>" * (rows - 1)
    written = xml(table(shared + "<tr><td>в</td><td>г</td></tr>"), form)
    assert [count(row, ".//w:keepNext") for row in written[0].iter(f"{W}tr")] == kept


PAGES = (
    f'<document title="Т"><section>{{table}}</section><section class="landscape">{{table}}{SIGNATURE}</section>'
    '<section class="landscape"><p>Текст</p>{table}</section></document>'
)
MANY = (
    '<table widths="1 1 9"><thead><tr><th class="vertical">№</th><th colspan="2">Что</th></tr></thead><tbody>'
    + "".join(
        f"<tr><td>{at % 3}.</td><td></td><td>Провести{' &amp; провести' * (at % 5)}</td></tr>" for at in range(40)
    )
    + '<tr class="section"><td colspan="3">Раздел</td></tr></tbody></table>'
)


def cells(document: bytes) -> list[bytes]:
    """Return the cells of a document as they are written."""
    return re.findall(rb"<w:tc>.*?</w:tc>", document)


def test_what_is_proved_holds_every_cell_once(form: Form) -> None:
    """What repeats is not read twice; all else is, and it is well-formed as the whole is."""
    parts = [*body(read(PAGES.replace("{table}", MANY)), form, form.references)]
    whole, new = b"".join(parts), new_in(parts)
    etree.fromstring(whole)
    etree.fromstring(new)
    assert set(cells(new)) == set(cells(whole))
    assert len(cells(new)) < len(cells(whole)) / 4
    assert re.sub(rb"<w:tc>.*?</w:tc>", b"", whole) == re.sub(rb"<w:tc>.*?</w:tc>", b"", new)


def test_tables_of_one_shape_are_written_alike(form: Form) -> None:
    """What is remembered of a table is that of its own widths: on a page that is turned cells are wider."""
    one, two, three = (
        re.sub(rb"<w:tr>(?:(?!<w:tr>).)*Signature.*?</w:tr>", b"", found)
        for found in re.findall(
            rb"<w:tbl>.*?</w:tbl>", b"".join(body(read(PAGES.replace("{table}", MANY)), form, form.references))
        )
    )
    alone = re.findall(rb"<w:tbl>.*?</w:tbl>", b"".join(body(read(page(MANY)), form, form.references)))
    turned = re.findall(rb"<w:tbl>.*?</w:tbl>", b"".join(body(read(page(MANY, "landscape")), form, form.references)))
    assert ([one], [three]) == (alone, turned)
    assert one != two != three


@pytest.mark.parametrize("at", [0, 1, 7])
def test_a_damaged_cell_is_found_wherever_it_stands(form: Form, at: int) -> None:
    row = TableRow((TableCell((Paragraph(("а",), "TableText"),)),) * 2)
    bad = TableRow((row.cells[0], TableCell((Paragraph(("\x1b",), "TableText"),))))
    table = TableBlock((1, 9), (*[row] * at, bad, *[row] * 3))
    for shown in (table, replace(table, rows=(*table.rows, *[bad] * 600))):
        with pytest.raises(MalformedPart):
            write(Document("Т", (PageSection((shown,)),)), form, title="", author="", created=None)
