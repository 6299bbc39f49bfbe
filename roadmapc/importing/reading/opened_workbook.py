"""Workbooks (.xlsx, .xls, .ods) → the values of their sheets. The one module that opens them.

calamine reads the values. It meets a package only once every part of it was read under limits; see `workbook_facts`.
What it is given is packed anew from those parts alone, so that two readers of archives cannot see two files in one.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetTypeEnum as SheetType
from python_calamine import SheetVisibleEnum as Visibility

from roadmapc.diagnostics import Message
from roadmapc.importing.reading.kinds import WORKBOOKS, Kind, readable, refused
from roadmapc.importing.reading.old_workbook import check_old
from roadmapc.importing.reading.sheet_facts import MOST_MERGED, Range, SheetFacts
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.importing.reading.workbook_facts import facts_of
from roadmapc.word.package.unpacking import MOST_BYTES, MOST_ENTRIES, NotWordFile, PackageError, unpack

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
"""What is in a cell; nothing is «»."""
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/.*\.(?:xml|rels)|mimetype|content\.xml|META-INF/manifest\.xml"
)
_PLAIN = frozenset({"mimetype"})
_MOST_SHEETS = 300


@dataclass(frozen=True)
class OpenedSheet:
    """A sheet: its values from the first row and column on, its merged ranges, what is known of it beside values."""

    name: str
    is_visible: bool
    rows: list[list[Value]]
    merged: list[Range]
    facts: SheetFacts


def opened_sheets(data: bytes) -> list[OpenedSheet]:
    """Return the sheets of a workbook; raises UnreadableFile for what is none, is damaged, locked or too large."""
    kind = readable(data)
    if kind not in WORKBOOKS:
        raise refused(Kind.OTHER)
    facts: Mapping[str, SheetFacts] = {}
    if kind == Kind.XLS:
        check_old(data)
    else:
        parts = _parts(data)
        facts = facts_of({name: part for name, part in parts.items() if name not in _PLAIN})
        data = _packed(parts)
    with _no_fault(), _silence(), CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        return list(_sheets(book, facts))


@contextmanager
def _no_fault() -> Iterator[None]:
    """Turn what calamine raises into what people are told; its panics are no exceptions of the usual kind."""
    try:
        yield
    except PasswordError:
        raise refused(Kind.LOCKED) from None
    except (CalamineError, ValueError, OverflowError):
        raise refused(Kind.DAMAGED) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise refused(Kind.DAMAGED) from None
        raise


@contextmanager
def _silence() -> Iterator[None]:
    """Shut the stream of errors: a panic of calamine, at bytes of .xls alone, prints itself before it is caught."""
    try:
        kept = os.dup(2)
    except OSError:  # nothing is printed there
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts that hold sheets and their words, unpacked under the limits of Word files."""
    try:
        parts = unpack(data)
    except NotWordFile:
        raise refused(Kind.DAMAGED) from None
    except PackageError:
        megabytes = MOST_BYTES // 1_000_000
        why = Message(
            "the workbook has more than {parts} parts, unpacks to more than {most} MB, or is a bomb",
            parts=MOST_ENTRIES,
            most=megabytes,
        )
        raise UnreadableFile(why, Message("copy the sheet with the roadmap into a new workbook")) from None
    return {name: part for name, part in parts.items() if _NEEDED.fullmatch(name)}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of parts; calamine leaves out tabs and line breaks within a paragraph, which part words."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in parts.items():
            plain = part.replace(b"<text:tab/>", b" ").replace(b"<text:line-break/>", b"\n")
            archive.writestr(ZipInfo(name), plain if name == "content.xml" else part)
    return made.getvalue()


def _sheets(book: CalamineWorkbook, facts: Mapping[str, SheetFacts]) -> Iterator[OpenedSheet]:
    if len(book.sheets_metadata) > _MOST_SHEETS:
        raise UnreadableFile(Message("the workbook has more than {most} sheets", most=_MOST_SHEETS))
    for at, about in enumerate(book.sheets_metadata):
        if about.typ == SheetType.WorkSheet:
            known = facts.get(about.name, SheetFacts())
            rows, merged = _values(book.get_sheet_by_index(at), known)
            yield OpenedSheet(about.name, about.visible == Visibility.Visible, rows, merged, known)


def _values(sheet: CalamineSheet, facts: SheetFacts) -> tuple[list[list[Value]], list[Range]]:
    """Return the values of a sheet from its first row and column on, and its merged ranges."""
    top, left = sheet.start or (0, 0)
    width = left + sheet.width
    rows: list[list[Value]] = [[""] * width for _ in range(top)]
    rows += [[*[""] * left, *values] for values in sheet.to_python()]
    ranges = sheet.merged_cell_ranges
    merged = [(*first, *last) for first, last in (ranges or ())[:MOST_MERGED]] if ranges is not None else facts.merged
    return rows, merged
