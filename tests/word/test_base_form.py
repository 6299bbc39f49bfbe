"""Proves that a form is taken over as it is, that the packaged one is up to date, and that bad ones say why."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Mm

from roadmapc.rendering.blocks import VOCABULARY, Document, PageSection, Paragraph
from roadmapc.rendering.markup import read
from roadmapc.rendering.markup.table_builder import ROW_STYLES
from roadmapc.word.new_form.form_parts import parts
from roadmapc.word.package.base_form import FormError, load_form
from roadmapc.word.package.form_facts import SHIPPED, SHIPPED_DIGEST
from roadmapc.word.package.form_reading import read_form
from roadmapc.word.package.pages import Page
from roadmapc.word.package.unpacking import unpack
from roadmapc.word.package.well_formed import MalformedPart
from roadmapc.word.writer.docx import write

FORM = Path(__file__).parents[2] / "templates" / "form.docx"


def changed(name: str, change: Callable[[bytes], bytes], copy: str = "") -> bytes:
    """Return the packaged form with one part changed; `copy` is a second name of its main part."""
    target = BytesIO()
    with ZipFile(FORM) as source, ZipFile(target, "w", ZIP_DEFLATED) as file:
        for part in source.namelist():
            file.writestr(part, change(source.read(part)) if part == name else source.read(part))
        if copy:
            file.writestr(copy, source.read("word/document.xml"))
    return target.getvalue()


def refusal(data: bytes) -> str:
    """Return why a form is refused."""
    with pytest.raises(FormError) as caught:
        load_form(data)
    return caught.value.message


def test_the_packaged_form_is_what_is_made() -> None:
    with ZipFile(FORM) as file:
        assert {name: file.read(name) for name in file.namelist()} == parts()


def test_the_packaged_form_keeps_the_standard() -> None:
    section = docx.Document(str(FORM)).sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [30, 10, 20, 20]
    assert section.page_width is not None
    assert section.header_distance is not None
    assert (round(section.page_width.mm), round(section.header_distance.mm)) == (210, 10)
    assert section.different_first_page_header_footer


def test_every_style_that_a_document_can_name_is_in_the_form() -> None:
    named = {style for tag in VOCABULARY.values() for style in tag.paragraphs.values()} | set(ROW_STYLES.values())
    assert (
        named | {"Heading1", "TableHead", "TableNumber", "TableTextSmall"} <= load_form(FORM.read_bytes()).styles.keys()
    )


def test_an_office_may_change_the_form() -> None:
    office = docx.Document(str(FORM))
    office.sections[0].left_margin = Mm(25)
    office.sections[0].first_page_header.paragraphs[0].text = "Герб"
    target = BytesIO()
    office.save(target)
    form = load_form(target.getvalue())
    assert form.page.left == 1417
    document = read('<document title="Т"><section><p>Текст</p></section></document>')
    section = docx.Document(BytesIO(write(document, form, title="", author="", created=None))).sections[0]
    assert section.first_page_header.paragraphs[0].text == "Герб"
    assert section.left_margin == Mm(25).twips * 635


def test_styles_are_found_by_name_because_word_makes_new_ids() -> None:
    form = load_form(changed("word/styles.xml", lambda data: data.replace(b'"Clause"', b'"a17"')))
    assert form.styles["Clause"] == "a17"


def test_an_id_of_a_style_may_hold_any_letter() -> None:
    """It stands in every paragraph; what it quotes in the form is quoted in documents."""
    form = load_form(changed("word/styles.xml", lambda data: data.replace(b'"Text"', b'"a&amp;&quot;b"')))
    document = read('<document title="Т"><section><p>Текст</p></section></document>')
    assert docx.Document(BytesIO(write(document, form, title="", author="", created=None))).paragraphs[0].text


def test_a_document_that_would_be_damaged_is_not_written() -> None:
    """No part leaves unproved: whatever brings in what XML forbids, nothing is written."""
    form = load_form(FORM.read_bytes())
    for text, draft in (("\x1b", ""), ("\ufffe", ""), ("Т", "\x01")):
        section = PageSection((Paragraph((text,)),))
        with pytest.raises(MalformedPart, match=r"word/(document|header)"):
            write(Document("Т", (section,), draft), form, title="", author="", created=None)


def test_missing_styles_are_named() -> None:
    renamed = changed(
        "word/styles.xml", lambda data: data.replace("Гриф".encode(), b"X").replace("Пункт".encode(), b"Y")
    )
    assert refusal(renamed) == "the form lacks these styles: «Пункт», «Гриф»"


def test_a_landscape_form_gives_the_upright_page() -> None:
    side = Page().turned().xml().encode()
    assert (
        load_form(changed("word/document.xml", lambda data: data.replace(Page().xml().encode(), side))).page == Page()
    )


@pytest.mark.parametrize("written", ["1701", "1700.9763779527559", "3cm", "30mm", "-1701"])
def test_a_margin_is_read_as_programs_write_it(written: str) -> None:
    """Google Docs and LibreOffice write fractions of a twip; a length may name its unit."""
    data = changed("word/document.xml", lambda data: data.replace(b'w:left="1701"', f'w:left="{written}"'.encode()))
    assert load_form(data).page == Page()


def test_the_page_before_a_tracked_change_is_not_the_forms() -> None:
    """A `w:sectPr` that Word keeps as the former one says nothing of the page."""
    former = (
        b'<w:sectPrChange w:id="1" w:author="a"><w:sectPr><w:pgSz w:w="9999" w:h="9999"/></w:sectPr></w:sectPrChange>'
    )
    data = changed("word/document.xml", lambda data: data.replace(b"</w:sectPr>", former + b"</w:sectPr>"))
    assert load_form(data).page == Page()
    assert load_form(data).references == load_form(FORM.read_bytes()).references


def test_parts_stay_as_they_are() -> None:
    """Whatever is read of a form, its parts go into documents byte for byte, broken relations among them."""
    relation = (
        b'<Relationship Id="gone" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    )
    data = changed(
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", relation + b' Target="NULL"/><!-- -->\n</Relationships>'),
    )
    with ZipFile(BytesIO(data)) as file:
        assert load_form(data).parts == {name: file.read(name) for name in file.namelist()}


def test_what_stands_of_the_shipped_form_is_what_python_docx_finds() -> None:
    assert sha256(FORM.read_bytes()).hexdigest() == SHIPPED_DIGEST
    assert read_form(unpack(FORM.read_bytes())) == SHIPPED


def test_a_form_is_read_once() -> None:
    assert load_form(FORM.read_bytes()) is load_form(bytes(bytearray(FORM.read_bytes())))


def test_a_form_without_properties_gets_a_place_for_them() -> None:
    bare = changed("_rels/.rels", lambda data: data.replace(b"metadata/core-properties", b"metadata/other"))
    form = load_form(bare)
    assert form.core == "docProps/core.xml"
    assert b"metadata/core-properties" in form.parts["_rels/.rels"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word document"),
        (b"PK\3\4 and so on", "not a Word document"),
        (FORM.read_bytes()[:3000], "not a Word document"),
        (changed("word/document.xml", lambda data: data[:-9]), "not well-formed"),
        (changed("word/styles.xml", lambda data: b"<!DOCTYPE x []>" + data.partition(b"?>")[2]), "not well-formed"),
        (changed("[Content_Types].xml", lambda data: data.replace(b"document.main", b"template.main")), "template"),
        (
            changed("word/document.xml", lambda data: data.replace(b'w:w="11906"', b'w:w="wide"')),
            "the page of the form",
        ),
        (
            changed("word/document.xml", lambda data: data.replace(b'w:left="1701"', b'w:left="17010"')),
            "the page of the",
        ),
        (changed("word/header.xml", lambda data: b"picture"), "its part word/header.xml is not well-formed"),
        (changed("word/header.xml", lambda data: b"<ftr/>"), "its part word/header.xml is not what it is said to be"),
        (changed("word/header.xml", lambda data: data[:-8]), "its part word/header.xml is not well-formed"),
        (changed("word/header.xml", lambda data: data.replace(b"w:p>", b"x:p>")), "word/header.xml is not well-formed"),
        (
            changed("word/header.xml", lambda data: data.replace(b"UTF-8", b"windows-1251")),
            "word/header.xml is not well-formed",
        ),
        (changed("word/styles.xml", lambda data: data + b"<a/>"), "its part word/styles.xml is not well-formed"),
        (changed("word/settings.xml", lambda data: data[:40]), "its part word/settings.xml is not well-formed"),
        (
            changed("word/_rels/document.xml.rels", lambda data: data.replace(b"header.xml", b"gone.xml")),
            "the header of the form",
        ),
        (changed("word/document.xml", lambda data: data, "../../evil"), "a name that leads out of it: ../../evil"),
        (changed("word/document.xml", lambda data: data, "/evil"), "a name that leads out of it: /evil"),
        (changed("word/document.xml", lambda data: data, "word\\evil"), "a name that leads out of it"),
        (changed("word/document.xml", lambda data: data, "C:evil"), "a name that leads out of it"),
        (changed("word/document.xml", lambda data: data, "word/./evil"), "a name that leads out of it"),
        (changed("word/document.xml", lambda data: data, "word/Styles.xml"), "two parts of one name"),
        (changed("word/styles.xml", lambda data: data.replace(b"UTF-8", b"nobody")), "not well-formed"),
        (changed("_rels/.rels", lambda data: data.replace(b"UTF-8", b"nobody")), "not well-formed"),
        (changed("_rels/.rels", lambda data: data.replace(b"relationships/officeDocument", b"other")), "not a Word"),
        (changed("_rels/.rels", lambda data: data.replace(b"word/document.xml", b"word/styles.xml")), "not a Word"),
        (
            changed("_rels/.rels", lambda data: data.replace(b"word/document.xml", b"word/copy.xml"), "word/copy.xml"),
            "not a Word",
        ),
        (
            changed(
                "word/document.xml",
                lambda data: b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body/></document>',
            ),
            "strict Open XML",
        ),
        (changed("docProps/core.xml", lambda data: b"0" * 20_000_000), "or is a bomb"),
    ],
)
def test_bad_forms_say_why(data: bytes, reason: str) -> None:
    assert reason in refusal(data)
