"""Proves that signs of Word's symbol fonts are read as what they look like, and none is lost."""

from __future__ import annotations

import pytest

from roadmapc.word.reader.document import read_document
from roadmapc.word.reader.symbols import in_font, sign
from tests.importing.counting.files import docx, p, r


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("symbol", "00A3", "≤"),
        ("Symbol", "F0B1", "±"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"),
        ("Symbol", "F061", "\uf061"),
        ("Webdings", "F0B3", "\uf0b3"),
        ("Symbol", "", "\ufffd"),
        ("Symbol", "110000", "\ufffd"),
    ],
)
def test_signs(font: str, code: str, shown: str) -> None:
    """Greek letters and fonts that are not known keep their private codes, of which `check` tells."""
    assert sign(font, code) == shown


def test_old_texts_hold_places_of_the_font() -> None:
    assert in_font("не менее \uf0b3 80", "Symbol") == "не менее ≥ 80"
    assert in_font("не менее \uf0b3 80", "Arial") == "не менее \uf0b3 80"


def test_a_sign_stands_in_its_text() -> None:
    """«Доля ≥ 80»: without the sign the result would be another one."""
    body = p("Доля ", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', r(" 80"))
    (paragraph,) = read_document(docx(body)).paragraphs
    assert paragraph.text.replace(" ", "") == "Доля≥80"
