"""Files that are given to be inspected: no Word files, damaged ones, and such as would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.hostile.case import ANY, FAILED, Case, Command
from tests.hostile.forms import DAMAGE, FILES, MAIN, NAMES, added, spoilt

INSPECTED: tuple[Command, ...] = (("inspect", "a.docx"),)
RELATED = (
    "word/styles.xml",
    "word/settings.xml",
    "word/header.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
)


def _opened(tag: bytes, part: bytes) -> bytes:
    return part.replace(b"<w:body>", b"<w:body>" + tag * 200)


def _huge(folder: Path) -> None:
    with (folder / "a.docx").open("wb") as file:
        file.truncate(5_000_000_000)


def _device(folder: Path) -> None:
    (folder / "a.docx").symlink_to("/dev/zero")


def cases() -> Iterator[Case]:
    """Yield what may be inspected: what can be read at all has its verdicts."""
    for name, data in FILES.items():
        yield Case(f"file of {name}", INSPECTED, {"a.docx": data}, codes=ANY)
    for part in (MAIN, *RELATED):
        for name, change in DAMAGE.items():
            data = spoilt(part, change)
            yield Case(f"{part} {name}", INSPECTED, {"a.docx": data}, codes=ANY)
    for name in NAMES:
        data = added(**{name: b"<a/>"})
        yield Case(f"a part {name!r}", INSPECTED, {"a.docx": data}, codes=ANY)
    for tag in (b"<w:p>", b"<w:tbl>", b"<w:tr><w:tc>", b"<w:r>"):
        data = spoilt(MAIN, partial(_opened, tag))
        yield Case(f"open {tag.decode()}", INSPECTED, {"a.docx": data}, codes=FAILED)
    yield Case("a device", INSPECTED, make=_device, codes=FAILED)
    yield Case("a huge file", INSPECTED, make=_huge, codes=FAILED, in_child=True)
    yield Case("none", (("inspect", "no.docx"), ("inspect", "a\udcffb.docx")), codes=FAILED)
    yield Case("several, one of them none", (("inspect", "a.docx", "no.docx"),), {"a.docx": added()}, codes=FAILED)
