"""Proves that the HTML subset is read as it is documented, and that what is not in it is refused at its place."""

from __future__ import annotations

import pytest

from roadmapc.rendering.blocks import VOCABULARY, DocumentError, PageBreak, Paragraph, Run, TableBlock, TwoSidedLine
from roadmapc.rendering.markup import read


def page(blocks: str) -> str:
    """Return a document with the blocks; they begin at line 2."""
    return f'<document title="Т"><section>\n{blocks}</section></document>'


def block(html: str) -> Paragraph | TwoSidedLine | TableBlock | PageBreak:
    """Return the first block that the text gives."""
    return read(page(html)).sections[0].blocks[0]


def table(html: str) -> TableBlock:
    """Return the table that the text gives."""
    found = block(html)
    assert isinstance(found, TableBlock)
    return found


def fault(html: str) -> DocumentError:
    """Return the error that the blocks give."""
    with pytest.raises(DocumentError) as caught:
        read(page(html))
    return caught.value


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("  Утвердить\n   карту  ", ("Утвердить карту",)),
        ("№&nbsp;5 \u00a0", ("№\u00a05 \u00a0",)),
        ("Дорожная карта <br/> района<br/>", ("Дорожная карта\nрайона",)),
        ("а<tab/>б", ("а\tб",)),
        ("один <b> два </b> три", ("один ", Run("два ", bold=True), "три")),
        ("<b>жирный <i>и косой</i></b>", (Run("жирный ", bold=True), Run("и косой", bold=True, italic=True))),
        ("R&amp;D &lt; &laquo;&#1103;&raquo;", ("R&D < «я»",)),
    ],
)
def test_text(html: str, content: tuple[str | Run, ...]) -> None:
    assert block(f"<p>{html}</p>") == Paragraph(content)


def test_classes_name_styles() -> None:
    assert block('<p class="item" mark="–">да</p>') == Paragraph(("да",), "Item", "–")
    assert block("<h1>Карта</h1>") == Paragraph(("Карта",), "Heading1")
    assert block('<div class="approval"><p>УТВЕРЖДЕНА</p></div>') == Paragraph(("УТВЕРЖДЕНА",), "Approval")
    ends = block('<div class="signature">\n<span>Начальник</span>\n<span>И.И. Иванов</span></div>')
    assert ends == TwoSidedLine(("Начальник",), ("И.И. Иванов",), "Signature")


def test_an_empty_paragraph_prints_nothing() -> None:
    blocks = read(page('<p> </p><p>да</p><p class="blank"/>')).sections[0].blocks
    assert blocks == (Paragraph(("да",)), Paragraph((), "Blank"))


def test_kept_blocks_let_go_of_what_follows() -> None:
    blocks = read(page('<div class="keep"><p>а</p><p>б</p></div><p>в</p>')).sections[0].blocks
    assert [paragraph.keep_next for paragraph in blocks if isinstance(paragraph, Paragraph)] == [True, False, False]


def test_sections() -> None:
    sections = '<section class="landscape restart"><p>а</p><pagebreak/><p>б</p></section><section><p>в</p></section>'
    document = read(f'<document title="Т" draft="ПРОЕКТ">{sections}</document>')
    assert (document.title, document.draft) == ("Т", "ПРОЕКТ")
    assert [(section.landscape, section.restart) for section in document.sections] == [(True, True), (False, False)]
    assert document.sections[0].blocks[1] == PageBreak()


def test_table() -> None:
    found = table(
        '<table widths="1 2" class="small"><thead><tr><th>А</th><th>Б</th></tr></thead><tbody>'
        '<tr class="section"><td colspan="2">Раздел</td></tr>'
        '<tr><td class="number" rowspan="2">1</td><td><p>да</p><p class="item" mark="•">нет</p></td></tr>'
        '<tr><td class="center shaded"/></tr></tbody></table>'
    )
    assert (found.widths, found.head, found.grid, found.small) == ((1, 2), 1, True, True)
    assert [row.kind for row in found.rows] == ["head", "section", "", ""]
    styles = [[p.style for cell in row.cells for p in cell.paragraphs] for row in found.rows]
    assert styles[:3] == [["TableHead"] * 2, ["TableSection"], ["TableNumber", "TableText", "TableItem"]]
    assert [(cell.colspan, cell.rowspan) for row in found.rows for cell in row.cells][2:] == [
        (2, 1),
        (1, 2),
        (1, 1),
        (1, 0),
        (1, 1),
    ]
    last = found.rows[3].cells[1]
    assert (last.align, last.shaded, last.paragraphs) == ("center", True, (Paragraph((), "TableText"),))


@pytest.mark.parametrize(
    ("html", "message", "line"),
    [
        ("<p>а</p>\n<tabel/>", "unknown tag <tabel>; perhaps <table>", 3),
        ('\n<p class="itm">а</p>', "<p> has no class «itm»; perhaps item", 3),
        ('<div class="aproval"/>', "<div> has no class «aproval»; perhaps approval", 2),
        (
            '<table widths="1"><tbody><tr clas="section"/></tbody></table>',
            "<tr> has no attribute clas; perhaps class",
            2,
        ),
        ('<p style="color: red">а</p>', "<p> has no attribute style", 2),
        ('<b class="x">а</b>', "<b> may not stand in <section>", 2),
        ("<td>а</td>", "<td> may not stand in <section>", 2),
        ("\n\nслово", "text may not stand in <section>", 4),
        ("<p>а\n<b>б</p>", "<b> is not closed before this place", 3),
        ("<p>&nbps;</p>", "no character is known by this name", 2),
        ("<p>а</p>\n<p>\x0b</p>", "the character U+000B cannot stand in a document", 3),
        ("<p>а\ud800</p>", "the character U+D800 cannot stand in a document", 2),
        ("<p>\uffff</p>", "the character U+FFFF cannot stand in a document", 2),
        ("<p>а</p><pagebreak/>", "a section must end with something to print", 2),
        ('<div class="signature"><span>а</span></div>', "here must stand two <span>: ", 2),
        ("<table><tbody/></table>", "widths must be 1 to 63 numbers above 0", 2),
        ('<table widths="1 -1"><tbody/></table>', "widths must be 1 to 63 numbers above 0", 2),
        ('<table widths="1"><tbody/></table>', "a table needs rows", 2),
        ('<table widths="1 1"><tbody>\n<tr><td>а</td>\n</tr></tbody></table>', "the row fills 1 of the table's 2", 3),
        ('<table widths="1"><tbody><tr><td/><td/></tr></tbody></table>', "the row has more cells than", 2),
        ('<table widths="1"><tbody><tr><td colspan="2"/></tr></tbody></table>', "a cell reaches over the columns", 2),
        ('<table widths="1"><tbody><tr><td rowspan="2"/></tr></tbody></table>', "a cell reaches below the last row", 2),
        ('<table widths="1"><tbody><tr><td rowspan="x"/></tr></tbody></table>', "rowspan must be a whole number", 2),
        ('<table widths="1"><tbody><tr><td>а<p>б</p></td></tr></tbody></table>', "a cell holds text or paragraphs", 2),
    ],
)
def test_mistakes_are_named_at_their_line(html: str, message: str, line: int) -> None:
    error = fault(html)
    assert error.message.startswith(message)
    assert error.line == line


def test_a_column_counts_characters() -> None:
    assert fault("<p>привет</p><tabel/>").column == 14


def test_no_entities_can_be_declared() -> None:
    with pytest.raises(DocumentError, match="a document type may not be declared"):
        read('<!DOCTYPE d [<!ENTITY a "аааааа"><!ENTITY b "&a;&a;&a;">]><document title="Т"/>')


def test_a_reference_to_a_forbidden_character_is_refused() -> None:
    assert fault("<p>&#1;</p>").line == 2


def test_the_vocabulary_is_closed() -> None:
    known = {name.partition(".")[0] for name in VOCABULARY}
    assert all(tag.holds <= known for tag in VOCABULARY.values())
