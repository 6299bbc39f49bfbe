"""Proves that what a file shows and nobody reads is told, never passed over in silence."""

from __future__ import annotations

import pytest

from roadmapc.importing.reading.from_word import read_word
from roadmapc.word.reader.document import read_document
from roadmapc.word.reader.unread import Unread
from tests.importing.counting.files import docx, p

A = "http://schemas.openxmlformats.org/drawingml/2006/"
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
PICTURE = f'<w:drawing><pic:pic xmlns:pic="{A}picture"/></w:drawing>'
SHOWN = {
    "a picture": (p(f"<w:r>{PICTURE}</w:r>"), [Unread("picture")], True),
    "an old picture": (p(f"<w:r><w:pict><v:imagedata {V}/></w:pict></w:r>"), [Unread("picture")], True),
    "a chart": (p(f'<w:r><w:drawing><c:chart xmlns:c="{A}chart"/></w:drawing></w:r>'), [Unread("chart")], True),
    "SmartArt": (p(f'<w:r><w:drawing><d:relIds xmlns:d="{A}diagram"/></w:drawing></w:r>'), [Unread("diagram")], False),
    "WordArt": (
        p(f'<w:r><w:pict><v:textpath {V} string="УТВЕРЖДЕНО"/></w:pict></w:r>'),
        [Unread("word art", "УТВЕРЖДЕНО")],
        False,
    ),
    "a table of Excel with its picture": (
        p(
            f"<w:r><w:object><v:imagedata {V}/>"
            '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
        ),
        [Unread("object")],
        True,
    ),
    "another file": ('<w:altChunk w:id="x"/>' + p("а"), [Unread("file")], False),
    "a part of a large document": (p('<w:subDoc w:id="x"/>'), [Unread("file")], False),
    "struck-out words": (
        p(
            "<w:r><w:rPr><w:strike/></w:rPr><w:t>май</w:t></w:r>"
            '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>июнь</w:t></w:r>'
        ),
        [Unread("struck", "май")],
        True,
    ),
    "a change of how words look": (
        p(
            '<w:r><w:rPr><w:rPrChange w:id="1" w:author="а"><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr>'
            "<w:t>май</w:t></w:r>"
        ),
        [],
        True,
    ),
    "words struck out twice": (
        p("<w:r><w:rPr><w:strike/><w:dstrike/></w:rPr><w:t>май</w:t></w:r>"),
        [Unread("struck", "май")],
        True,
    ),
    "a coloured cell with a picture": (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="92D050"/></w:tcPr>{p(f"<w:r>{PICTURE}</w:r>")}</w:tc>'
        "</w:tr></w:tbl>" + p("а"),
        [Unread("picture")],
        True,
    ),
    "a cell that is coloured": (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="92D050"/></w:tcPr><w:p/></w:tc>'
        '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="auto"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>' + p("а"),
        [Unread("colour")],
        True,
    ),
    "text alone": (p("а"), [], True),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_and_not_read(name: str) -> None:
    """Each is a remark of the import; where words are lost with it, the file is not whole."""
    body, expected, is_whole = SHOWN[name]
    assert [*read_document(docx(body)).unread] == expected
    material = read_word(docx(body))
    assert len(material.remarks) == len(expected)
    assert material.is_whole == is_whole
