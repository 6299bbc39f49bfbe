"""Proves that values are read as leniently as Word reads them."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.section import CT_PageMar

from roadmapc.word.package.attributes import W, child, count, is_on, length, twips, value

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


@pytest.mark.parametrize(
    ("text", "twentieths"),
    [
        ("0", 0),
        ("567", 567),
        ("-567", -567),
        (" 567 ", 567),
        ("1133.8582677165355", 1134),
        ("12pt", 240),
        ("1cm", 567),
        ("10mm", 567),
        ("1 in", 1440),
        ("1pc", 240),
        ("1pi", 240),
    ],
)
def test_lengths(text: str, twentieths: int) -> None:
    assert twips(text) == length(text, 7) == twentieths


@pytest.mark.parametrize("text", ["", "wide", "1km", "1e3", "inf", "nan", "٣", "99999999999", "--1", "1,5"])
def test_no_lengths(text: str) -> None:
    assert twips(text) is None
    assert length(text, 7) == 7


def test_no_text_is_no_length() -> None:
    assert length(None, 7) == 7


def test_what_python_docx_refuses_is_read() -> None:
    """The reason why its conversions are not used; once they take a fraction, this test says so."""
    element = parse_xml(f'<w:pgMar {NAMESPACE} w:left="1133.8582677165355"/>')
    assert isinstance(element, CT_PageMar)
    with pytest.raises(ValueError, match="invalid literal"):
        assert element.left
    assert length(value(element, "left")) == 1134


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("-1", None), ("", None), ("²", None), ("1" * 10, None)]
)
def test_counts(text: str, number: int | None) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("attribute", "on"),
    [("", True), ('w:val="1"', True), ('w:val="maybe"', True), ('w:val="0"', False), ('w:val="off"', False)],
)
def test_switches(attribute: str, on: bool) -> None:
    """A switch without a value is on; one that is not there is off."""
    properties = parse_xml(f"<w:rPr {NAMESPACE}><w:b {attribute}/></w:rPr>")
    assert is_on(child(properties, "b")) is on
    assert not is_on(child(properties, "i"))
    assert not is_on(child(None, "b"))
