"""What a file is, by its bytes and not by its name; what is not read is told with a remedy.

Sources: [MS-CFB] and [MS-DOC] (files of Word up to 2003, and those that a password locks), ECMA-376 part 2 (packages),
OASIS OpenDocument 1.3 part 2 (the entry «mimetype»), RFC 2557 (a page saved with its pictures in one file).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from roadmapc.diagnostics import Message
from roadmapc.importing.reading.compound import SIGNATURE, Compound, DamagedCompound
from roadmapc.importing.reading.unreadable import UnreadableFile

MOST_BYTES = 50_000_000
"""No file of words and tables is larger; one with pictures may be, and is told of."""


class Kind(StrEnum):
    """What a file is: the first ones are read, by the name that they have here."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    ZIP = "zip"
    EMPTY = "empty"
    ZEROS = "zeros"
    LOCK = "lock"
    LOCKED = "locked"
    STRICT = "strict"
    XLSB = "xlsb"
    SLIDES = "slides"
    MAIL = "mail"
    COMPOUND = "compound"
    HTML = "html"
    MHTML = "mhtml"
    XML = "xml"
    PDF = "pdf"
    PICTURE = "picture"
    ROADMAP = "roadmap"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    OTHER = "other"


BY_LIBREOFFICE = frozenset({Kind.DOC, Kind.ODT, Kind.RTF})
"""What LibreOffice makes .docx of before it is read."""
WORKBOOKS = frozenset({Kind.XLSX, Kind.XLS, Kind.ODS})

_SAVE_AS_DOCX = Message("open it in Word or LibreOffice and save it as a Word document (.docx)")
_SAVE_AS_XLSX = Message("open it in Excel or LibreOffice and save it as a workbook (.xlsx)")
_SCAN = Message("letters in pictures are not recognised here: take the file that was printed and signed, or retype it")
REFUSED: Mapping[Kind, tuple[Message, Message]] = {
    Kind.ZIP: (Message("this is an archive (.zip), not a document"), Message("unpack it and name the files in it")),
    Kind.EMPTY: (Message("the file is empty"), Message("copy it again from where it came")),
    Kind.ZEROS: (
        Message("the file has a size but no content: nothing but zeros"),
        Message("it was not fetched from the cloud, or the disk failed: copy it again from where it came"),
    ),
    Kind.LOCK: (
        Message("this is no document: Word or LibreOffice keeps such a file while the document is open"),
        Message("name the document itself; its name has no “~$” or “.~lock.” before it"),
    ),
    Kind.LOCKED: (
        Message("the file is locked with a password"),
        Message("open it and save it without the password: File, Info, Protect Document, Encrypt with Password"),
    ),
    Kind.STRICT: (
        Message("this is a strict Open XML file"),
        Message("save it as a plain document (.docx, .xlsx), not as “Strict Open XML”"),
    ),
    Kind.XLSB: (Message("this is a binary workbook (.xlsb)"), _SAVE_AS_XLSX),
    Kind.SLIDES: (
        Message("this is a presentation"),
        Message("copy the table from it into a Word document"),
    ),
    Kind.MAIL: (Message("this is a letter of Outlook"), Message("save the file that is attached to it")),
    Kind.COMPOUND: (Message("this is a file of an old program, neither of Word nor of Excel"), _SAVE_AS_DOCX),
    Kind.HTML: (Message("this is a web page, whatever its name says"), _SAVE_AS_DOCX),
    Kind.MHTML: (Message("this is a web page in one file (.mht), whatever its name says"), _SAVE_AS_DOCX),
    Kind.XML: (Message("this is an XML file, whatever its name says"), _SAVE_AS_DOCX),
    Kind.PDF: (
        Message("this is a PDF, which keeps no tables"),
        Message("take the Word file that it was made of, or open the PDF in Word and save it as .docx; not a scan"),
    ),
    Kind.PICTURE: (Message("this is a picture: a scan or a photograph"), _SCAN),
    Kind.ROADMAP: (
        Message("this is a roadmap already, or a file that belongs to one: there is nothing to import"),
        Message("name the Word file or the workbook; the roadmap that is to take its changes stands behind --into"),
    ),
    Kind.ARCHIVE: (
        Message("this is an archive, and of a kind that is not opened (.rar, .7z, .gz)"),
        Message("unpack it and name the files in it"),
    ),
    Kind.DAMAGED: (
        Message("the file is damaged: it begins as a document and does not go on as one"),
        Message("copy it again from where it came; perhaps Word can still open and repair it"),
    ),
    Kind.OTHER: (
        Message("this is no document that can be imported"),
        Message("those that can: .docx, .doc, .odt, .rtf, .xlsx, .xls, .ods, and text with tabs"),
    ),
}

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\0", Kind.PICTURE),
    (b"MM\0*", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"AT&TFORM", Kind.PICTURE),
    (b"Rar!\x1a", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
)
_FURTHER_ON = ((b"WEBP", 8, Kind.PICTURE), (b"ftyphei", 4, Kind.PICTURE), (b"ftypmif1", 4, Kind.PICTURE))
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_ROADMAP = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:#[^\n]*+|---)?+\r?\n)*+(?:roadmapc|edition|base|marks|criteria)[ ]*:[ ]*\d"
    rb"|(?s:.)*?^roadmapc:[ ]*\d[ ]*\r?$",
    re.MULTILINE,
)
_MHTML = re.compile(rb"(?:mime-version|from|content-type|message-id):", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UNPRINTED = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1e\x1f"))
"""Bytes that no text has; Word writes the last two for hyphens."""
_HEAD = 4096
_STRICT = b"purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_ODF = {"text": Kind.ODT, "spreadsheet": Kind.ODS, "presentation": Kind.SLIDES}
_FOLDERS = {"word": Kind.DOCX, "xl": Kind.XLSX, "ppt": Kind.SLIDES}
_MOST_IN_ENTRY = 1_000_000
_ENCRYPTED_BY_WORD = 0x0100  # a bit of FibBase in [MS-DOC] 2.5.2


def kind_of(data: bytes, name: str = "") -> Kind:
    """Return what a file is; its name tells only what programs keep beside a document that is open."""
    if is_lock(name):
        return Kind.LOCK
    if not data.strip(b"\0"):
        return Kind.ZEROS if data else Kind.EMPTY
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if data.startswith(SIGNATURE):
        return _in_compound(data)
    text = Kind.ROADMAP if _ROADMAP.match(data) else Kind.TEXT
    return _by_beginning(data) or (text if _is_text(data) else Kind.OTHER)


def readable(data: bytes, name: str = "") -> Kind:
    """Return what a file is; raises UnreadableFile, with a remedy, for what is not read."""
    kind = kind_of(data, name)
    if kind in REFUSED:
        raise refused(kind)
    return kind


def refused(kind: Kind) -> UnreadableFile:
    """Return the error for a kind of file that is not read."""
    return UnreadableFile(*REFUSED[kind])


def is_lock(name: str) -> bool:
    """Say whether a file name is one that Word or LibreOffice gives beside a document that is open."""
    return re.split(r"[/\\]", name)[-1].startswith(("~$", ".~lock."))


def has_macros(data: bytes) -> bool:
    """Say whether a package has macros, which nobody runs here; only words are read of it."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
    except (BadZipFile, OSError, ValueError):
        return False


def _by_beginning(data: bytes) -> Kind | None:
    found = next((kind for start, kind in _BEGINNINGS if data.startswith(start)), None)
    found = found or next((kind for sign, at, kind in _FURTHER_ON if data.startswith(sign, at)), None)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if found or b"%PDF-" in head[:1024]:
        return found or Kind.PDF
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", "replace").encode().lstrip()
    if head.startswith(b"<"):
        return Kind.HTML if _PAGE.search(head) else Kind.XML if head.startswith(b"<?xml") else None
    return Kind.MHTML if _MHTML.match(head) and b"mime-version:" in head.lower() else None


def _is_text(data: bytes) -> bool:
    if data.startswith(_UTF_16):
        return len(data) % 2 == 0
    return not data.translate(None, bytes(set(range(256)) - set(_UNPRINTED)))


def _in_zip(data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            return _odf(archive, names) if "mimetype" in names else _open_xml(archive, names)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return Kind.DAMAGED


def _odf(archive: ZipFile, names: list[str]) -> Kind:
    kind = _entry(archive, "mimetype")[:200].decode("latin-1").strip()
    if "META-INF/manifest.xml" in names and b"encryption-data" in _entry(archive, "META-INF/manifest.xml"):
        return Kind.LOCKED
    what = kind.removeprefix("application/vnd.oasis.opendocument.").removesuffix("-template")
    return _ODF.get(what, Kind.OTHER)


def _open_xml(archive: ZipFile, names: list[str]) -> Kind:
    if "[Content_Types].xml" not in names:
        return Kind.ZIP
    if "_rels/.rels" in names and _STRICT in _entry(archive, "_rels/.rels"):
        return Kind.STRICT
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    folders = (name.partition("/")[0] for name in names)
    return next((_FOLDERS[folder] for folder in folders if folder in _FOLDERS), Kind.OTHER)


def _entry(archive: ZipFile, name: str) -> bytes:
    """Return the beginning of an entry, as much as it needs at most."""
    with archive.open(name) as file:
        return file.read(_MOST_IN_ENTRY)


def _in_compound(data: bytes) -> Kind:
    try:
        file = Compound(data)
        names = file.names
        if "encryptedpackage" in names:
            return Kind.LOCKED
        if "worddocument" in names:
            head = file.stream("WordDocument", 12).ljust(12, b"\0")
            return Kind.LOCKED if int.from_bytes(head[10:12], "little") & _ENCRYPTED_BY_WORD else Kind.DOC
    except DamagedCompound:
        return Kind.DAMAGED
    if names & {"workbook", "book"}:
        return Kind.XLS
    if "powerpoint document" in names:
        return Kind.SLIDES
    return Kind.MAIL if "__properties_version1.0" in names else Kind.COMPOUND
