"""Proves that the body of a form that a roadmap names is the head of its orders, pictures and all, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from roadmapc.rendering.markup import read
from roadmapc.word.package.base_form import Form, FormError, load_form
from roadmapc.word.package.form_facts import MARKS
from roadmapc.word.writer.docx import write
from tests.word.files import FORM
from tests.word.pictures import jpeg, office_form, png
from tests.word.test_openxml_audit import complaints
from tests.word.validity.validity import faults

LETTERHEAD = '<div class="letterhead"><p class="organisation">Старое название</p><p>ул. Школьная, 1</p></div>'
HEAD = (
    f'{LETTERHEAD}<p class="kind">ПРИКАЗ</p>'
    '<div class="requisites"><span>20.10.2022</span><span>№&nbsp;5 &amp; 6</span></div><p class="center">с. Цунта</p>'
)
TEXT = '<p class="subject">О карте</p><p>Текст.</p>'
ARMS = png(30, 30)


def document(blocks: str, form: Form, draft: str = "") -> bytes:
    """Return the bytes of a document of these blocks."""
    html = f'<document title="Т" draft="{draft}"><section>{blocks}</section></document>'
    return write(read(html), form, title="Т", author="", created=None)


def made(change: Callable[[WordDocument], object]) -> bytes:
    """Return the packaged form with its body changed."""
    form = docx.Document(str(FORM))
    change(form)
    target = BytesIO()
    form.save(target)
    return target.getvalue()


def lines(*texts: str) -> bytes:
    """Return a form with lines in its body."""
    return made(lambda form: [form.add_paragraph(text) for text in texts])


def printed(data: bytes) -> list[str]:
    """Return the texts of a document in order, those of tables too."""
    with ZipFile(BytesIO(data)) as file:
        paragraphs = re.findall(r"<w:p[ >].*?</w:p>", file.read("word/document.xml").decode())
    texts = ("".join(re.findall(r"<w:t[^>]*>([^<]*)", paragraph)) for paragraph in paragraphs)
    return [text for text in texts if text]


def media(data: bytes) -> dict[str, bytes]:
    """Return the pictures of a file."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if "/media/" in name}


def test_pictures_stay_where_they_belong(tmp_path: Path) -> None:
    """That of the header on every document, that of the body in the order alone, byte for byte and at its place."""
    form = load_form(office_form(header=png(), body=ARMS, lines=("УПРАВЛЕНИЕ",)), named=True)
    order, other = document(HEAD + TEXT, form), document("<h1>Карта</h1>", form)
    assert sorted(media(order).values()) == sorted([png(), ARMS])
    assert list(media(other).values()) == [png()]
    for number, data in enumerate((order, other, document("<h1>Карта</h1>", form, "ПРОЕКТ"))):
        assert faults(data) == []
        path = tmp_path / f"{number}.docx"
        path.write_bytes(data)
        assert complaints(path) == []
        first = docx.Document(str(path)).sections[0].first_page_header
        assert len(first._element.xpath(".//pic:pic")) == 1
    word = docx.Document(BytesIO(order))
    assert len(word.paragraphs[0]._p.xpath(".//pic:pic")) == 1
    embedded = word.paragraphs[0]._p.xpath(".//a:blip/@r:embed")[0]
    assert word.part.related_parts[embedded].blob == ARMS
    assert printed(order)[:2] == ["УПРАВЛЕНИЕ", "ПРИКАЗ"]


def test_one_picture_in_both_places_stays() -> None:
    """Word keeps a picture that comes twice once: what the header shows is not taken away with the body."""
    form = load_form(office_form(header=ARMS, body=ARMS, lines=("УПРАВЛЕНИЕ",)), named=True)
    assert list(media(document("<h1>Карта</h1>", form)).values()) == [ARMS]


def test_the_head_of_the_order_is_the_forms() -> None:
    """It takes the place of the organisation; kind, date and number follow as the order says them."""
    form = load_form(lines("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "Цунтинского района"), named=True)
    assert printed(document(HEAD + TEXT, form)) == [
        *("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "Цунтинского района", "ПРИКАЗ", "20.10.2022", "№\u00a05 &amp; 6", "с. Цунта"),
        *("О карте", "Текст."),
    ]
    assert printed(document(HEAD.removeprefix(LETTERHEAD) + TEXT, form))[:2] == [
        "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",
        "Цунтинского района",
    ]
    assert printed(document(TEXT, form)) == ["О карте", "Текст."]


def test_marks_are_filled() -> None:
    """What the letterhead has a place for stands there and nowhere else; an unknown mark is text."""
    form = load_form(lines("УПРАВЛЕНИЕ", "[вид]", "от [дата] № [номер]", "[место] [телефон]"), named=True)
    assert printed(document(HEAD + TEXT, form)) == [
        *("УПРАВЛЕНИЕ", "ПРИКАЗ", "от 20.10.2022 № 5 &amp; 6", "с. Цунта [телефон]", "О карте", "Текст."),
    ]


def test_an_order_that_does_not_say_what_is_marked() -> None:
    """Nothing is printed for a mark, rather than the mark, and no empty line for a line of nothing else."""
    form = load_form(lines("[вид]", "[дата] [место]"), named=True)
    bare = document(HEAD.replace("с. Цунта", "").replace("ПРИКАЗ", "") + TEXT, form)
    with ZipFile(BytesIO(bare)) as file:
        assert file.read("word/document.xml").count(b"<w:p>") == 4
    assert printed(document(HEAD.replace("с. Цунта", "").replace("ПРИКАЗ", "") + TEXT, form))[0] == "20.10.2022 "


@pytest.mark.parametrize(
    "cuts", [("от [", "да", "та] №", " [номер]"), ("от [дата", "] № [но", "мер", "]"), ("от [дата] № [номер]",)]
)
def test_a_mark_may_be_cut(cuts: tuple[str, ...]) -> None:
    """Word cuts a text into runs wherever it was edited or checked."""

    def change(form: WordDocument) -> None:
        paragraph = form.add_paragraph()
        for cut in cuts:
            paragraph.add_run(cut)

    assert printed(document(HEAD + TEXT, load_form(made(change), named=True)))[0] == "от 20.10.2022 № 5 &amp; 6"


def test_a_kind_of_act_in_words_is_the_forms() -> None:
    """A form for one kind of act prints it once."""

    def change(form: WordDocument) -> None:
        form.add_paragraph("РАСПОРЯЖЕНИЕ", form.styles["Вид документа"])

    form = load_form(made(change), named=True)
    assert form.letterhead is not None
    assert form.letterhead.fields == {"kind"}
    assert "ПРИКАЗ" not in printed(document(HEAD + TEXT, form))


def test_a_letterhead_in_a_table() -> None:
    """Two columns of two languages; the line of date and number, a table too, does not grow into it."""

    def change(form: WordDocument) -> None:
        table = form.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "УПРАВЛЕНИЕ", "[дата]"

    form = load_form(made(change), named=True)
    assert form.letterhead is not None
    assert form.letterhead.ends_with_table
    line = '<div class="requisites"><span>1</span><span>2</span></div>'
    for blocks in (HEAD + TEXT, LETTERHEAD + line, TEXT):
        assert faults(document(blocks, form)) == []


def test_an_empty_body_is_no_letterhead() -> None:
    """Empty paragraphs print nothing, and a form that no roadmap names has none whatever stands in its body."""
    empty = lines("", "  ")
    assert load_form(empty, named=True).letterhead is None
    assert load_form(lines("УПРАВЛЕНИЕ")).letterhead is None
    assert printed(document(HEAD + TEXT, load_form(lines("УПРАВЛЕНИЕ"))))[0] == "Старое название"
    assert document(HEAD + TEXT, load_form(empty, named=True)) == document(HEAD + TEXT, load_form(empty))


def test_pages_and_what_ends_the_body_stay_behind() -> None:
    """Sections of the form are no pages of a document, empty lines at the end no lines of it."""

    def change(form: WordDocument) -> None:
        form.add_paragraph("УПРАВЛЕНИЕ")
        form.add_section()
        for _ in range(3):
            form.add_paragraph()

    form = load_form(made(change), named=True)
    assert form.letterhead is not None
    _, (block, field), *others = form.letterhead.blocks
    assert "sectPr" not in block
    assert block.rstrip().endswith("УПРАВЛЕНИЕ</w:t></w:r></w:p>")
    assert (field, others) == ("", [])


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<w:altChunk/>", "altChunk"),
        ('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;\\\\host\\a.png&quot; "/></w:p>', "INCLUDEPICTURE"),
        (
            "<w:p><w:r><w:instrText> INCLU</w:instrText></w:r><w:r><w:instrText>DETEXT a</w:instrText></w:r></w:p>",
            "INCLUDETEXT",
        ),
        ("<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>", "DDEAUTO"),
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/header.xml"])
def test_what_brings_in_another_file_is_refused(inside: str, what: str, part: str) -> None:
    """Word would fetch it, perhaps from another computer, when somebody opens the document."""
    target = BytesIO()
    with ZipFile(FORM) as source, ZipFile(target, "w") as file:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == part:
                data = re.sub(r"(<w:body>|<w:hdr[^>]*>)", lambda start: start[0] + inside, data, count=1)
            file.writestr(name, data)
    with pytest.raises(FormError, match=f"brings in another file: {what}"):
        load_form(target.getvalue(), named=True)


def test_hyperlinks_and_page_numbers_are_let_be() -> None:
    """Only fields that read files are refused."""

    def change(form: WordDocument) -> None:
        form.add_paragraph("УПРАВЛЕНИЕ")._p.append(
            parse_xml(
                '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
                ' w:instr=" HYPERLINK &quot;https://example.org&quot; "><w:r><w:t>сайт</w:t></w:r></w:fldSimple>'
            )
        )

    assert printed(document(HEAD + TEXT, load_form(made(change), named=True)))[0] == "УПРАВЛЕНИЕсайт"


def test_names_that_word_may_ignore_stay_named() -> None:
    """What Word writes for itself is marked as such in the document, too, else other programs refuse the file."""
    word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    target = BytesIO()
    with ZipFile(BytesIO(lines("УПРАВЛЕНИЕ"))) as source, ZipFile(target, "w") as file:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == "word/document.xml":
                space = (
                    f'<w:document xmlns:w14="{word14}" mc:Ignorable="w14"'
                    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
                )
                data = data.replace("<w:document", space, 1).replace("<w:p>", '<w:p w14:paraId="1A2B3C4D">', 1)
                data = data.replace(
                    '<w:pStyle w:val="Text"/></w:pPr>', '<w:pStyle w:val="Text"/></w:pPr><w:r><w:t>А</w:t></w:r>'
                )
            file.writestr(name, data)
    built = document(HEAD + TEXT, load_form(target.getvalue(), named=True))
    with ZipFile(BytesIO(built)) as file:
        main = file.read("word/document.xml").decode()
    assert 'mc:Ignorable="w14"' in main
    assert 'w14:paraId="1A2B3C4D"' in main
    assert faults(built) == []


def test_a_jpeg_serves(tmp_path: Path) -> None:
    """As a PNG does; python-docx asks its head alone, and so do we."""
    form = load_form(office_form(header=jpeg(), lines=("УПРАВЛЕНИЕ",)), named=True)
    assert list(media(document(HEAD + TEXT, form)).values()) == [jpeg()]


def test_marks_are_those_of_the_manual() -> None:
    """They are words of a user's files: they stay what they are."""
    assert MARKS == {"kind": "[вид]", "date": "[дата]", "number": "[номер]", "place": "[место]"}
