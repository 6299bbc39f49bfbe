"""Proves that a file is known by its bytes, whatever its name, and that what is not read is told with a remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.importing.reading.kinds import REFUSED, Kind, has_macros, is_lock, kind_of, readable
from roadmapc.importing.reading.unreadable import UnreadableFile
from tests.importing.files import compound, ods, packed, relations, row, sheet, table, xlsx
from tests.word.files import FORM

WORD = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relations(officeDocument="word/document.xml")}
BOOK = xlsx(sheet([["а"]]))
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
LOCKED_ODT = ODT | {"META-INF/manifest.xml": "<m:encryption-data/>"}
FILES: dict[str, tuple[bytes, Kind]] = {
    "docx": (FORM.read_bytes(), Kind.DOCX),
    "docm": (packed(WORD | {"word/document.xml": "<x/>", "word/vbaProject.bin": "x"}), Kind.DOCX),
    "xlsx": (BOOK, Kind.XLSX),
    "xlsb": (packed(WORD | {"xl/workbook.bin": "x"}), Kind.XLSB),
    "pptx": (packed(WORD | {"ppt/presentation.xml": "<x/>"}), Kind.SLIDES),
    "a package of another kind": (packed(WORD | {"visio/document.xml": "<x/>"}), Kind.OTHER),
    "strict": (packed(WORD | {"_rels/.rels": f'<x Type="{STRICT}"/>', "word/document.xml": "<x/>"}), Kind.STRICT),
    "odt": (packed(ODT), Kind.ODT),
    "ott": (packed(ODT | {"mimetype": ODT["mimetype"] + "-template"}), Kind.ODT),
    "ods": (ods(table(row())), Kind.ODS),
    "odp": (packed({"mimetype": "application/vnd.oasis.opendocument.presentation"}), Kind.SLIDES),
    "epub": (packed({"mimetype": "application/epub+zip"}), Kind.OTHER),
    "odt with a password": (packed(LOCKED_ODT), Kind.LOCKED),
    "zip": (packed({"план.docx": "x"}), Kind.ZIP),
    "half a docx": (FORM.read_bytes()[:4000], Kind.DAMAGED),
    "doc": (compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(8), "1Table": b"x"}), Kind.DOC),
    "doc with a password": (compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(6) + b"\0\x01"}), Kind.LOCKED),
    "xls": (compound({"Workbook": b"x"}), Kind.XLS),
    "xls of 1995": (compound({"Book": b"x"}), Kind.XLS),
    "ppt": (compound({"PowerPoint Document": b"x"}), Kind.SLIDES),
    "msg": (compound({"__properties_version1.0": b"x"}), Kind.MAIL),
    "docx with a password": (compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), Kind.LOCKED),
    "an old file of others": (compound({"VisioDocument": b"x"}), Kind.COMPOUND),
    "half a doc": (compound({"WordDocument": b"x"})[:700], Kind.DAMAGED),
    "rtf": (b"{\\rtf1\\ansi \\'cf}", Kind.RTF),
    "html": (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><html><table>", Kind.HTML),
    "html without a head": (b"<div><TABLE border=1>", Kind.HTML),
    "html of Word": ("\ufeff<html xmlns:o='x'>".encode("utf-16-le"), Kind.HTML),
    "mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Kind.MHTML),
    "mail": (b"From: a@b.ru\r\nMIME-Version: 1.0\r\n", Kind.MHTML),
    "xml of Word 2003": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', Kind.XML),
    "pdf": (b"%PDF-1.7\n", Kind.PDF),
    "pdf with something before it": (b"\r\n\r\n%PDF-1.4", Kind.PDF),
    "a roadmap": ("# Карта\nroadmapc: 1\n".encode(), Kind.ROADMAP),
    "its marks": (b"\xef\xbb\xbfmarks: 1\n", Kind.ROADMAP),
    "a text about a base": (b"base: words\n", Kind.TEXT),
    "png": (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    "jpeg": (b"\xff\xd8\xff\xe0", Kind.PICTURE),
    "tiff": (b"II*\0", Kind.PICTURE),
    "webp": (b"RIFF\1\1\1\1WEBP", Kind.PICTURE),
    "heic": (b"\0\0\0\x18ftypheic", Kind.PICTURE),
    "rar": (b"Rar!\x1a\x07", Kind.ARCHIVE),
    "7z": (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    "empty": (b"", Kind.EMPTY),
    "zeros": (bytes(5000), Kind.ZEROS),
    "text": ("№\tМероприятие\n".encode(), Kind.TEXT),
    "text of Windows": ("№\tМероприятие\r\n".encode("cp1251"), Kind.TEXT),
    "text in UTF-16": ("№\tМероприятие\r\n".encode("utf-16"), Kind.TEXT),
    "bytes": (b"\x7fELF\x02\x01\x01\0\0", Kind.OTHER),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_known_by_its_bytes(name: str) -> None:
    """One table of files, most of them named .docx by somebody once."""
    data, kind = FILES[name]
    assert kind_of(data, "план.docx") == kind


def test_what_is_kept_beside_an_open_document() -> None:
    """Word and LibreOffice keep a file beside a document that is open: its name tells it, whatever is in it."""
    assert kind_of(b"\x05name", "~$план.docx") == kind_of(FORM.read_bytes(), ".~lock.план.odt#") == Kind.LOCK
    assert not is_lock("план~$.docx")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind in REFUSED])
def test_what_is_not_read_has_a_remedy(kind: Kind) -> None:
    """Each kind that is not read has a message of its own and says what to do."""
    message, hint = REFUSED[kind]
    assert message
    assert hint
    assert [one for one, _ in REFUSED.values()].count(message) == 1


def test_kinds_that_are_read_are_not_refused() -> None:
    """Those that have a reader are returned; all the others are raised."""
    read = {Kind.DOCX, Kind.DOC, Kind.ODT, Kind.RTF, Kind.XLSX, Kind.XLS, Kind.ODS, Kind.TEXT}
    assert set(Kind) - set(REFUSED) == read
    assert readable(BOOK) == Kind.XLSX
    with pytest.raises(UnreadableFile, match="keeps no tables") as caught:
        readable(b"%PDF-1.4")
    assert caught.value.hint


def test_macros_are_seen() -> None:
    """So that it can be said that nobody ran them."""
    assert has_macros(FILES["docm"][0])
    assert not has_macros(BOOK)
    assert not has_macros(b"PK\x03\x04")


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 255)), max_size=9),
    st.data(),
)
def test_spoilt_files(name: str, changes: list[tuple[int, int]], data: st.DataObject) -> None:
    """Whatever bytes are changed or lost, a file is of some kind."""
    spoilt = bytearray(FILES[name][0])
    for at, byte in changes:
        if spoilt:
            spoilt[at % len(spoilt)] = byte
    cut = data.draw(st.integers(0, len(spoilt)))
    assert kind_of(bytes(spoilt)) in Kind
    assert kind_of(bytes(spoilt[:cut])) in Kind
