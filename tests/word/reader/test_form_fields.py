"""Proves that what a form shows is read: the entry that is chosen, the box that is ticked; and counted alike."""

from __future__ import annotations

import pytest

from roadmapc.importing.counting import counted, words_of
from roadmapc.word.reader.document import read_document
from tests.importing.counting.files import docx, p, r

ENTRIES = '<w:listEntry w:val="Иванова И.И."/><w:listEntry w:val="Петрова П.П."/>'


def field(data: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return begin + "<w:r><w:instrText> FORM </w:instrText></w:r>" + "".join(marks)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>', "Петрова П.П."),
        (f"<w:ddList>{ENTRIES}</w:ddList>", "Иванова И.И."),
        (f'<w:ddList><w:result w:val="7"/>{ENTRIES}</w:ddList>', ""),
        (f'<w:ddList><w:default w:val="1"/>{ENTRIES}</w:ddList>', "Петрова П.П."),
        (f'<w:ddList><w:result w:val="0"/><w:default w:val="1"/>{ENTRIES}</w:ddList>', "Иванова И.И."),
        ("<w:ddList/>", ""),
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:textInput/>", ""),
    ],
)
def test_what_a_form_shows(data: str, shown: str) -> None:
    file = docx(p("Ответственный: ", field(data), r(".")))
    (paragraph,) = read_document(file).paragraphs
    assert shown in paragraph.text
    assert sorted(words_of(paragraph.text)) == sorted(counted(file).printed.elements())


def test_a_field_with_text_of_its_own_shows_that() -> None:
    """LibreOffice writes the entry as text as well: it is there once."""
    begin, *rest = field(f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>').partition(
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    file = docx(p(begin, r("Петрова П.П."), "".join(rest)))
    (paragraph,) = read_document(file).paragraphs
    assert paragraph.text == "Петрова П.П."
    assert sorted(words_of(paragraph.text)) == sorted(counted(file).printed.elements())
