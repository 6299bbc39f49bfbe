"""Proves that no word beside the text is lost or taken for the text: headers, notes, comments, boxes, hidden words."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmapc.importing.counting import counted, words_of
from roadmapc.word.reader.document import read_document
from tests.importing.counting.files import docx, p, r, table

HIDDEN = r("тайное", "<w:vanish/>")
HIDING = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
SIMPLE = f'<w:fldSimple w:instr=" PAGE \\* X">{r("3")}</w:fldSimple>'
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def refers(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    separators = f'<w:{kind} w:type="separator" w:id="-1">{p("черта")}</w:{kind}>'
    return separators + "".join(f'<w:{kind} w:id="{n}">{text}</w:{kind}>' for n, text in enumerate(texts, 1))


def section(*references: str) -> str:
    inner = "".join(
        f'<w:{name.rstrip("0123456789")}Reference w:type="{pages}" r:id="{name}"/>'
        for name, pages in (one.split(":") for one in references)
    )
    return f"<w:sectPr>{inner}</w:sectPr>"


def field(code: str, shown: str) -> str:
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return ends[0] + r(code, tag="instrText") + ends[1] + r(shown) + ends[2]


CASES: dict[str, tuple[bytes, str, str]] = {
    "hidden words": (docx(p("вид", HIDDEN, "но")), "видно", "hidden 0: тайное"),
    "hidden by a style": (
        docx(p(r("а", '<w:rStyle w:val="H"/>'), "б"), styles=HIDING),
        "б",
        "hidden 0: а",
    ),
    "a footnote": (
        docx(p("а") + p("б", refers("footnote", 1)), footnotes=notes("footnote", p("сноска"))),
        "а|б¹",
        "footnote 1: сноска",
    ),
    "a note of several paragraphs": (
        docx(p("а", refers("endnote", 1)), endnotes=notes("endnote", p("раз") + p("два"))),
        "а",
        "endnote 0: раз\nдва",
    ),
    "a note that nobody refers to": (docx(p("а"), footnotes=notes("footnote", p("сноска"))), "а", ""),
    "notes in the order of the text": (
        docx(p(refers("footnote", 2), refers("footnote", 1)), footnotes=notes("footnote", p("а"), p("б"))),
        "¹²",
        "footnote 0: б; footnote 0: а",
    ),
    "a note in a cell": (
        docx(p("а") + table((p("б"), p("в", refers("footnote", 1)))), footnotes=notes("footnote", p("г"))),
        "а|б|в¹",
        "footnote 2: г",
    ),
    "a comment": (docx(p("а", refers("comment", 1)), comments=notes("comment", p("зачем?"))), "а", "comment 0: зачем?"),
    "a box": (docx(p("а", BOX.format(p("раз") + p("два")))), "а", "text box 0: раз\nдва"),
    "a box written for two programs": (docx(p("а", TWICE.format(p("раз")))), "а", "text box 0: раз"),
    "a choice without the program": (
        docx(p("<w:r><mc:AlternateContent><mc:Fallback><w:t>запас</w:t></mc:Fallback></mc:AlternateContent></w:r>")),
        "запас",
        "",
    ),
    "a box in a cell": (docx(table((p("а", BOX.format(p("раз"))),))), "а", "text box 0: раз"),
    "a table in a box": (docx(p("а", BOX.format(table((p("раз"), p("два")))))), "а", "text box 0: раз\nдва"),
    "hidden words in a box": (docx(p("а", BOX.format(p("раз ", HIDDEN)))), "а", "text box 0: раз ; hidden 0: тайное"),
    "hidden words in a note": (
        docx(p("а", refers("footnote", 1)), footnotes=notes("footnote", p("раз ", HIDDEN))),
        "а¹",
        "footnote 0: раз ; hidden 0: тайное",
    ),
    "a header once": (
        docx(p("а", properties=section("header1:default")) + p("б") + section("header1:default"), header1=p("шапка")),
        "а|б",
        "header -1: шапка",
    ),
    "all kinds of headers": (
        docx(
            p("а") + section("header1:default", "header2:first", "footer3:even"),
            header1=p("раз"),
            header2=p("два"),
            footer3=p("три"),
        ),
        "а",
        "header -1: раз; header -1: два; footer -1: три",
    ),
    "the number of a page": (
        docx(
            p("а") + section("footer1:default"),
            footer1=p("стр. ", field(" PAGE ", "12"), " из ", field("NUMPAGES", "40")),
        ),
        "а",
        "footer -1: стр.  из ",
    ),
    "a number alone": (docx(p("а") + section("header1:default"), header1=p(SIMPLE)), "а", ""),
    "a year beside the number of a page": (
        docx(p("а") + section("footer1:default"), footer1=p("План 2026, с. ", field("PAGE", "3"))),
        "а",
        "footer -1: План 2026, с. ",
    ),
    "a box in a header": (
        docx(p("а") + section("header1:default"), header1=p("шапка", TWICE.format(p("угол")))),
        "а",
        "header -1: шапка; text box -1: угол",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_beside_the_text_are_told(name: str) -> None:
    """Each with its kind and the paragraph that it belongs to, counted from 0; the text has none of them."""
    data, text, told = CASES[name]
    read = read_document(data)
    assert "|".join(one.text for one in read.paragraphs) == text
    assert "; ".join(f"{one.kind} {one.at}: {one.text}" for one in read.asides) == told


@pytest.mark.parametrize("name", CASES)
def test_the_count_of_words_agrees(name: str) -> None:
    """The count, which shares no code with the reader, has the same words of each kind."""
    data = CASES[name][0]
    found: dict[str, Counter[str]] = {}
    for one in read_document(data).asides:
        found.setdefault(one.kind, Counter()).update(words_of(one.text))
    assert found == counted(data).aside
