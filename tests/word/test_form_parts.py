"""Proves that a form made of answers is one that Word opens and documents are built on, the same for the same ones."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmapc.word.conformance import examine
from roadmapc.word.new_form.answers import NewForm, read_page
from roadmapc.word.new_form.form_parts import form_file
from roadmapc.word.package.base_form import load_form
from roadmapc.word.reader.document import read_document
from tests.word.pictures import jpeg, png
from tests.word.test_letterhead import HEAD, TEXT, document, printed
from tests.word.test_openxml_audit import complaints
from tests.word.validity.validity import faults

LONG = NewForm(("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "«Школа & сад» <1>"), ("ул. Школьная, 1",), "ПРИКАЗ", arms=png())
CORNER = replace(LONG, is_corner=True, kind="", page=read_page("20 10 20 20", "5"), font="Arial", size=24)
FORMS = {
    "lengthwise": LONG,
    "corner": CORNER,
    "bare": NewForm(("УПРАВЛЕНИЕ",)),
    "jpeg": replace(CORNER, arms=jpeg(300, 200), kind="РАСПОРЯЖЕНИЕ"),
    "none": NewForm(),
}


@pytest.mark.parametrize("answers", FORMS.values(), ids=FORMS)
def test_word_opens_it(answers: NewForm, tmp_path: Path) -> None:
    """The form and the order on it have no fault, by our judgement and another's; the same answers, the same bytes."""
    data = form_file(answers)
    assert data == form_file(replace(answers))
    order = document(HEAD + TEXT, load_form(data, named=True))
    for name, one in {"form": data, "order": order}.items():
        assert faults(one) == []
        (tmp_path / f"{name}.docx").write_bytes(one)
        assert complaints(tmp_path / f"{name}.docx") == []


def test_along_the_whole_width() -> None:
    """Arms, name, details and kind; date, number and place stand below, as templates print them."""
    form = load_form(form_file(LONG), named=True)
    assert form.letterhead is not None
    assert form.letterhead.fields == {"kind"}
    assert printed(document(HEAD + TEXT, form)) == [
        *("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "«Школа &amp; сад» &lt;1&gt;", "ул. Школьная, 1", "ПРИКАЗ"),
        *("20.10.2022", "№\u00a05 &amp; 6", "с. Цунта", "О карте", "Текст."),
    ]


def test_in_the_corner() -> None:
    """All of the letterhead is there, filled by the order; the heading is below it, as wide."""
    form = load_form(form_file(CORNER), named=True)
    assert form.letterhead is not None
    assert form.letterhead.fields == {"kind", "date", "number", "place"}
    assert printed(document(HEAD + TEXT, form))[3:] == [
        *("ПРИКАЗ", "20.10.2022 №\u00a05 &amp; 6", "с. Цунта", "О карте", "Текст."),
    ]
    styles = docx.Document(BytesIO(form_file(CORNER))).styles
    heading = styles["Заголовок к тексту"].paragraph_format
    width = CORNER.page.text_width
    assert (heading.left_indent, heading.right_indent) == (0, (width - 4252) * 635)


def test_page_and_type() -> None:
    """Margins, font and size are the answers'; no type is larger than the text, and the гриф stays at the right."""
    form = docx.Document(BytesIO(form_file(CORNER)))
    section, styles = form.sections[0], form.styles
    assert section.left_margin is not None
    assert round(section.left_margin.mm) == 25
    defaults = styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii | w:docDefaults//w:sz/@w:val")
    assert defaults == ["Arial", "24"]
    small = replace(CORNER, size=20)
    sizes = docx.Document(BytesIO(form_file(small))).styles.element.xpath(
        "w:style[w:name/@w:val != 'header']//w:sz/@w:val"
    )
    assert max(map(int, sizes)) == 20
    assert styles["Гриф"].paragraph_format.left_indent == (CORNER.page.text_width - 4252) * 635


def test_the_coat_of_arms_keeps_its_shape() -> None:
    """It is 20 mm high, or 40 wide where it is a broad one, and 10 mm below the edge of the sheet."""
    for arms, size in ((png(60, 72), (16.7, 20)), (png(90, 20), (40, 8.9))):
        form = docx.Document(BytesIO(form_file(replace(LONG, arms=arms))))
        anchor = form.element.xpath("//wp:anchor")[0]
        assert [round(int(one) / 36000, 1) for one in anchor.xpath("wp:extent/@cx | wp:extent/@cy")] == [*size]
        assert anchor.xpath("wp:positionV/wp:posOffset")[0].text == "360000"


@pytest.mark.parametrize("name", ["lengthwise", "corner"])
def test_the_order_keeps_the_standard(name: str) -> None:
    """What `inspect` looks for is found in either layout: kind, number, heading."""
    answers = replace(FORMS[name], page=LONG.page, font=LONG.font)
    order = document(HEAD + TEXT + '<p class="resolution">ПРИКАЗЫВАЮ:</p>', load_form(form_file(answers), named=True))
    found = {one.name: one for one in examine(read_document(order))}
    for clause in ("kind_of_act", "registration_number", "subject", "typeface", "margins"):
        assert not any(one.severity for one in found[clause].observations), clause
