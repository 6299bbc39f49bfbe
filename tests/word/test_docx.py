"""Proves that a .docx depends on its input alone, carries its properties, and shows a draft's mark on every page."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from lxml import etree

from roadmapc.rendering.markup import read
from roadmapc.word.package.archive import archive, deflate
from roadmapc.word.package.base_form import Form, load_form
from roadmapc.word.writer.docx import write

FORM = Path(__file__).parents[2] / "templates" / "form.docx"
DRAFT = '<document title="Т" draft="ПРОЕКТ"><section><p>Текст</p></section></document>'
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def form() -> Form:
    """Return the packaged form."""
    return load_form(FORM.read_bytes())


def written(html: str, form: Form, title: str = "Карта", created: datetime.date | None = None) -> bytes:
    """Return the .docx of a text."""
    return write(read(html), form, title=title, author="Управление", created=created)


def without_headers() -> Form:
    """Return the packaged form as if an office had taken its headers away."""
    with ZipFile(FORM) as file:
        parts = {name: file.read(name) for name in file.namelist() if "header" not in name}
    for name in ("word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"):
        root = etree.fromstring(parts[name])
        for element in list(root.iter()):
            parent = element.getparent()
            if parent is not None and any("header" in value for value in element.attrib.values()):
                parent.remove(element)
        parts[name] = etree.tostring(root)
    return load_form(archive((name, deflate(data)) for name, data in parts.items()))


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (written(DRAFT, load_form(FORM.read_bytes())) for _ in range(2))
    assert first == second


def test_the_archive_is_plain(form: Form) -> None:
    with ZipFile(BytesIO(written(DRAFT, form))) as file:
        assert file.testzip() is None
        infos = file.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert [info.filename for info in infos[1:]] == sorted(info.filename for info in infos[1:])
    kinds = {(info.date_time, info.create_system, info.external_attr, info.compress_type) for info in infos}
    assert kinds == {((1980, 1, 1, 0, 0, 0), 0, 0, ZIP_DEFLATED)}


def test_untouched_parts_are_those_of_the_form(form: Form) -> None:
    with ZipFile(BytesIO(written(DRAFT, form))) as file, ZipFile(FORM) as original:
        assert file.read("word/styles.xml") == original.read("word/styles.xml")
        assert sorted(file.namelist()) == sorted(original.namelist())


def test_properties(form: Form) -> None:
    data = written(DRAFT, form, "Карта «А»\x01 & Б", datetime.date(2022, 10, 20))
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author) == ("Карта «А»  & Б", "Управление")
    assert properties.created is not None
    assert properties.created.date() == datetime.date(2022, 10, 20)


def test_without_a_date_none_is_invented(form: Form) -> None:
    with ZipFile(BytesIO(written(DRAFT, form))) as file:
        assert b"dcterms:created" not in file.read("docProps/core.xml")


@pytest.mark.parametrize("own_headers", [True, False])
def test_a_draft_is_marked_on_every_page(form: Form, own_headers: bool) -> None:
    section = docx.Document(BytesIO(written(DRAFT, form if own_headers else without_headers()))).sections[0]
    assert section.different_first_page_header_footer
    for header in (section.header, section.first_page_header):
        assert not header.is_linked_to_previous
        assert header.paragraphs[0].text == "ПРОЕКТ"
        assert header.paragraphs[0].style is not None
        assert header.paragraphs[0].style.name == "Пометка проекта"
    assert bool(list(section.header.part.element.iter(f"{WORD}fldSimple"))) == own_headers


def test_a_final_document_bears_no_mark(form: Form) -> None:
    section = docx.Document(BytesIO(written(DRAFT.replace(' draft="ПРОЕКТ"', ""), form))).sections[0]
    assert "ПРОЕКТ" not in section.header.paragraphs[0].text
