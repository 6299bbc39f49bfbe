"""Proves that python-docx gets no part that was not checked, and opens what Word opens though python-docx would not."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import parser
from docx.oxml.document import CT_Document
from docx.oxml.text.paragraph import CT_P
from lxml import etree

from roadmapc.word.package import opening
from roadmapc.word.package.attributes import W
from roadmapc.word.package.opening import open_package, parse_part
from roadmapc.word.package.parts import CONTENT_TYPES, MAIN, MAIN_RELATIONS, with_relation
from roadmapc.word.package.unpacking import PackageError, unpack
from roadmapc.word.reader.document import read_document
from tests.word.files import good, with_parts

PARTS = unpack(good())
TEXT = "".join(paragraph.text for paragraph in read_document(good()).paragraphs)


def related(kind: str, target: str, data: bytes = b"") -> dict[str, bytes]:
    """Return the parts of the good document with one more relation, and the part that it leads to if there is one."""
    parts = {**PARTS, MAIN_RELATIONS: with_relation(PARTS[MAIN_RELATIONS], f"to-{target}", kind, target)}
    return {**parts, f"word/{target}": data} if data else parts


def text(parts: dict[str, bytes]) -> str:
    """Return what is read of unpacked parts."""
    read = read_document(with_parts(good(), {name: parts.get(name) for name in {*PARTS, *parts}}))
    return "".join(paragraph.text for paragraph in read.paragraphs)


def refusal(parts: dict[str, bytes]) -> str:
    """Return why unpacked parts are refused."""
    with pytest.raises(PackageError) as caught:
        open_package(parts)
    return str(caught.value.message)


def test_a_file_is_python_docx_from_there_on() -> None:
    """Its objects answer as if it had opened the file itself."""
    file, plain = open_package(PARTS), docx.Document(BytesIO(good()))
    assert file.title == plain.core_properties.title == "Об утверждении Дорожной карты"
    assert file.package.main_document_part is file.main
    ours, theirs = file.main.document, plain
    assert [p.text for p in ours.paragraphs] == [p.text for p in theirs.paragraphs]
    assert [p.style.name for p in ours.paragraphs if p.style] == [p.style.name for p in theirs.paragraphs if p.style]
    assert [s.page_width for s in ours.sections] == [s.page_width for s in theirs.sections]
    assert ours.sections[1].header.paragraphs[0].text == theirs.sections[1].header.paragraphs[0].text


def test_python_docx_parses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets elements: its own parser would take a document type."""
    monkeypatch.setattr(parser, "oxml_parser", None)
    assert text(PARTS) == TEXT


@pytest.mark.parametrize("target", ["NULL", "../NULL", "#_Toc1", "media/gone.png"])
def test_relations_that_lead_nowhere(target: str) -> None:
    """Word leaves such behind, and passes over them; python-docx does not."""
    parts = related("image", target)
    with pytest.raises(KeyError):
        docx.Document(BytesIO(with_parts(good(), dict(parts))))
    assert text(parts) == TEXT


def test_a_second_part_of_a_kind() -> None:
    """The first one counts."""
    parts = related("styles", "styles2.xml", PARTS["word/styles.xml"].replace(b"Clause", b"Other"))
    assert open_package(parts).part("styles") is not None
    assert text(parts) == TEXT


def test_a_file_without_content_types() -> None:
    assert text({name: data for name, data in PARTS.items() if name != CONTENT_TYPES}) == TEXT


def test_comments_and_instructions_part_no_text() -> None:
    """python-docx's parser would keep them, and a text would end before the first."""
    parts = {**PARTS, MAIN: PARTS[MAIN].replace("ПРИКАЗЫВАЮ".encode(), "ПРИКА<!-- -->ЗЫ<?a b?>ВАЮ".encode())}
    assert text(parts) == TEXT


@pytest.mark.parametrize(("space", "blanks"), [(' xml:space="preserve"', "  "), ("", "")])
def test_blanks_stay_where_they_are_to_be_kept(space: str, blanks: str) -> None:
    """As in Word, which drops spaces at the ends of a text that does not say so."""
    added = f"ПРИКАЗЫВАЮ:</w:t><w:t{space}>  ".encode()
    parts = {**PARTS, MAIN: PARTS[MAIN].replace("ПРИКАЗЫВАЮ:".encode(), added)}
    assert text(parts) == TEXT.replace("ПРИКАЗЫВАЮ:", f"ПРИКАЗЫВАЮ:{blanks}")


def test_what_a_file_lacks_is_not_made_up() -> None:
    """python-docx would add its own styles, settings and title."""
    parts = {name: data for name, data in PARTS.items() if name in ("_rels/.rels", MAIN)}
    file = open_package(parts)
    assert file.title == ""
    assert [file.part(kind) for kind in ("styles", "settings", "numbering", "theme", "extended-properties")] == 5 * [
        None
    ]
    assert file.story("header") is None


def test_parts_of_other_roots_say_nothing() -> None:
    """python-docx's objects would fail on them later on."""
    odd = dict.fromkeys(("docProps/core.xml", "word/styles.xml", "word/settings.xml"), b"<a/>")
    file = open_package({**PARTS, **odd})
    assert (file.title, file.part("styles"), file.part("settings")) == ("", None, None)


def test_only_what_is_asked_for_is_parsed() -> None:
    parts = {**PARTS, "word/settings.xml": b"no part", "word/header.xml": b"no part"}
    file = open_package(parts, ("styles",))
    assert file.part("styles") is not None
    assert file.part("settings") is None
    assert refusal(parts) == "the Word file is damaged: one of its parts is not well-formed"


def test_a_part_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many relations lead to it."""
    relations = PARTS[MAIN_RELATIONS]
    for number in range(50):
        relations = with_relation(relations, f"again-{number}", "header", "header.xml")
    seen: list[bytes] = []

    def parse(data: bytes) -> etree._Element:
        seen.append(data)
        return parse_part(data)

    monkeypatch.setattr(opening, "parse_part", parse)
    file = open_package({**PARTS, MAIN_RELATIONS: relations})
    assert seen.count(PARTS["word/header.xml"]) == 1
    assert file.story("again-0") is file.story("again-49") is not None


@pytest.mark.parametrize(
    "declaration",
    [
        b"<!DOCTYPE a>",
        b"<!DOCTYPE a []>",
        b'<!DOCTYPE a [<!ENTITY b "c">]>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "other.xml">]>',
    ],
)
@pytest.mark.parametrize("name", [MAIN, "word/styles.xml", "word/header.xml", MAIN_RELATIONS, "docProps/core.xml"])
def test_document_types_are_refused(name: str, declaration: bytes) -> None:
    """In every part that is read, before anything of it is used; nothing is fetched."""
    start, end = PARTS[name].split(b"?>", 1)
    assert "not well-formed" in refusal({**PARTS, name: start + b"?>" + declaration + end})


def test_elements_are_python_docx_ones() -> None:
    """Also of a part in another encoding."""
    body = f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p/></w:body></w:document>'
    for encoding in ("utf-8", "utf-16", "windows-1251"):
        root = parse_part(f'<?xml version="1.0" encoding="{encoding}"?>{body}'.encode(encoding))
        assert isinstance(root[0][0], CT_P)
        assert isinstance(root, CT_Document)


def test_a_strict_document_is_told_from_another_file() -> None:
    strict = b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    assert "strict Open XML" in refusal({**PARTS, MAIN: strict})
    assert "not a Word document" in refusal({**PARTS, MAIN: b"<a/>"})
    assert "not a Word document" in refusal({MAIN: PARTS[MAIN]})
