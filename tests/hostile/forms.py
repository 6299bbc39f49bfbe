"""Base forms that are damaged, forged, or no forms at all."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from tests.conftest import ROADMAPS
from tests.hostile.case import BUILD, FAILED, Case, beside_a_roadmap

FORM = ROADMAPS.parent / "templates" / "form.docx"
MAIN, TYPES = "word/document.xml", "[Content_Types].xml"
OK = frozenset({0})


def _parts() -> dict[str, bytes]:
    with ZipFile(FORM) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, bytes], kind: int = ZIP_DEFLATED) -> bytes:
    """Return a zip of parts."""
    target = BytesIO()
    with ZipFile(target, "w", kind) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def spoilt(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the packaged form with one part changed."""
    parts = _parts()
    return packed({**parts, name: change(parts[name])})


def added(**more: bytes) -> bytes:
    """Return the packaged form with more parts."""
    return packed({**_parts(), **more})


def _without(name: str) -> bytes:
    return packed({key: data for key, data in _parts().items() if key != name})


DAMAGE: Mapping[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-20],
    "empty": lambda data: b"",
    "noise": lambda data: bytes(range(256)),
    "twice": lambda data: data + data,
    "of another root": lambda data: b"<a/>",
    "with a document type": lambda data: data.replace(b"?>", b"?><!DOCTYPE a [<!ENTITY b 'c'>]>", 1),
    "of an encoding that nobody knows": lambda data: data.replace(b"UTF-8", b"nosuch", 1),
    "of another encoding": lambda data: data.replace(b"UTF-8", b"windows-1251", 1),
    "with a character that XML forbids": lambda data: data.replace(b"><", b">\x01<", 1),
    "with half a character": lambda data: data.replace(b"><", b">\xff<", 1),
    "with an unbound name": lambda data: data.replace(b"><", b"><zz:a/><", 1),
    "with an attribute twice": lambda data: data.replace(b"><", b"><a b='1' b='1'/><", 1),
    "deep": lambda data: data.replace(b"?>", b"?>" + b"<a>" * 100_000, 1),
    "with an entity that nobody knows": lambda data: data.replace(b"><", b">&nobody;<", 1),
}
READ = (
    *("word/styles.xml", "word/header.xml", "word/settings.xml", MAIN, "word/_rels/document.xml.rels", "_rels/.rels"),
    TYPES,
)
NAMES = (
    *("../../evil", "../evil.xml", "/evil", "word/../../evil", "C:/evil", "word\\evil", "..\\..\\evil", "a//b", "./a"),
    *("word/Document.xml", "word/styles.XML", "a\nb", "a*b", "a|b"),
)
PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
MACROS = b"application/vnd.ms-word.document.macroEnabled.main"
GONE = (
    b'<Relationship Id="zz" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    b' Target="NULL"/></Relationships>'
)
FILES: Mapping[str, bytes] = {
    "nothing": b"",
    "text": b"a form",
    "a zip that is cut short": FORM.read_bytes()[:4_000],
    "a zip without its end": FORM.read_bytes()[:-30],
    "a zip of nothing": packed({}),
    "a zip of one text": packed({"a": b"a"}),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000),
    "a zip by bzip2": packed(_parts(), ZIP_BZIP2),
    "a zip by lzma": packed(_parts(), ZIP_LZMA),
    "a wrong sum": FORM.read_bytes().replace(FORM.read_bytes()[60:64], b"\0\0\0\0", 1),
    "a bomb": packed({**_parts(), "a": bytes(60_000_000)}),
    "a bomb of one part": packed({"a": bytes(40_000_000)}),
    "too many parts": packed({f"{at}.xml": b"<a/>" for at in range(2_100)}),
    "a template": spoilt(TYPES, lambda data: data.replace(b"document.main", b"template.main")),
    "macros": spoilt(TYPES, lambda data: data.replace(PLAIN, MACROS)),
    "a page of no size": spoilt(MAIN, lambda data: data.replace(b'w:w="11906"', b'w:w="0"')),
    "a page without end": spoilt(MAIN, lambda data: data.replace(b'w:w="11906"', b'w:w="999999999"')),
    "margins over each other": spoilt(MAIN, lambda data: data.replace(b'w:left="1701"', b'w:left="99999"')),
    "no styles": spoilt("word/styles.xml", lambda data: data.replace("Пункт".encode(), b"X")),
    "a header that is gone": _without("word/header.xml"),
    "no main part": _without(MAIN),
    "no types": _without(TYPES),
    "no relations": _without("_rels/.rels"),
    "a zip in a zip": packed({"form.docx": FORM.read_bytes()}),
    "a stream of zlib": zlib.compress(FORM.read_bytes()),
}
TAKEN: Mapping[str, bytes] = {
    "stored": packed(_parts(), ZIP_STORED),
    "with a picture": added(**{"word/media/a.png": b"\x89PNG"}),
    "with a relation to nothing": spoilt(
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", GONE),
    ),
    "with an id of odd letters": spoilt(
        "word/styles.xml", lambda data: data.replace(b'w:styleId="Text"', b'w:styleId="a&amp;&quot;&lt;"')
    ),
    "of any capitals": spoilt("word/styles.xml", lambda data: data.replace("Пункт".encode(), "ПУНКТ".encode())),
}


def _commands(*more: str) -> tuple[tuple[str, ...], ...]:
    return ((*BUILD, *more, "--templates", "t"), (*BUILD, *more, "--draft", "--templates", "t"))


def _form(name: str, data: bytes, codes: frozenset[int] = FAILED) -> Case:
    return beside_a_roadmap(f"form of {name}", *_commands(), files={"t/form.docx": data}, codes=codes)


def _placed(target: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / "t").mkdir()
        (folder / "t" / "form.docx").symlink_to(target)

    return make


def cases() -> Iterator[Case]:
    """Yield what a form may be; those that can be taken are, and documents made of them are whole."""
    for part in READ:
        for name, change in DAMAGE.items():
            yield _form(f"{part} {name}", spoilt(part, change))
    for part in ("word/theme/theme1.xml", "word/footer1.xml", "word/fontTable.xml", "docProps/custom.xml"):
        yield _form(f"a broken {part}", added(**{part: b"<a>"}))
    for name in NAMES:
        yield _form(f"a part {name!r}", added(**{name: b"<a/>"}))
    for name, data in FILES.items():
        yield _form(name, data)
    for name, data in TAKEN.items():
        yield _form(name, data, OK)
    for name in ("cut short", "noise"):
        data = spoilt("word/styles.xml", DAMAGE[name])
        command = ("templates", "--templates", "t")
        yield beside_a_roadmap(f"listed form {name}", command, files={"t/form.docx": data}, codes=frozenset({1}))
    for name, target in {"a device": "/dev/zero", "a folder": ".", "nowhere": "nowhere"}.items():
        commands = (_commands()[0], ("templates", "--templates", "t"))
        yield beside_a_roadmap(f"form is {name}", *commands, make=_placed(target), codes=frozenset({1, 2}))
    yield beside_a_roadmap("form is huge", _commands()[0], make=_huge, codes=FAILED, in_child=True)


def _huge(folder: Path) -> None:
    (folder / "t").mkdir()
    with (folder / "t" / "form.docx").open("wb") as file:
        file.truncate(5_000_000_000)
