"""Workbooks (.xlsx, .xls, .ods) → material: each visible sheet its lines and tables, hidden ones aside.

calamine reads the values. It meets a package only once every part of it was read under limits; see `workbook_facts`.
What it is given is packed anew from those parts alone, so that two readers of archives cannot see two files in one.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetMetadata
from python_calamine import SheetTypeEnum as SheetType
from python_calamine import SheetVisibleEnum as Visibility

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Aside, Grid, Material, Place, Text
from roadmapc.importing.reading.kinds import WORKBOOKS, Kind, has_macros, readable, refused
from roadmapc.importing.reading.old_workbook import check_old
from roadmapc.importing.reading.sheet_blocks import Sheet, blocks_of, spans_of
from roadmapc.importing.reading.sheet_facts import MOST_MERGED, Range, SheetFacts
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.importing.reading.workbook_facts import facts_of
from roadmapc.word.package.unpacking import MOST_BYTES, MOST_ENTRIES, NotWordFile, PackageError, unpack

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/.*\.(?:xml|rels)|mimetype|content\.xml|META-INF/manifest\.xml"
)
_PLAIN = frozenset({"mimetype"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_MOST_SHEETS = 300


def read_workbook(data: bytes) -> Material:
    """Return what a workbook holds; raises UnreadableFile for what is none, is damaged, locked or too large."""
    kind = readable(data)
    if kind not in WORKBOOKS:
        raise refused(Kind.OTHER)
    facts: Mapping[str, SheetFacts] = {}
    remarks = [Message("the file has macros; none of them was run")] if has_macros(data) else []
    if kind == Kind.XLS:
        check_old(data)
    else:
        parts = _parts(data)
        facts = facts_of({name: part for name, part in parts.items() if name not in _PLAIN})
        data = _packed(parts)
    with _no_fault(), _silence(), CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        return _material(book, facts, remarks)


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


def _material(book: CalamineWorkbook, facts: Mapping[str, SheetFacts], remarks: list[Message]) -> Material:
    blocks: list[Text | Grid] = []
    asides: list[Aside] = []
    tables = 0
    if len(book.sheets_metadata) > _MOST_SHEETS:
        raise UnreadableFile(Message("the workbook has more than {most} sheets", most=_MOST_SHEETS))
    for at, about in enumerate(book.sheets_metadata):
        if about.typ != SheetType.WorkSheet:
            continue
        known = facts.get(about.name, SheetFacts())
        rows, merged = _values(book.get_sheet_by_index(at), known)
        if about.visible != Visibility.Visible:
            asides += _hidden(rows, about)
            continue
        sheet = Sheet(rows, spans_of(merged, rows), frozenset(known.ruled), known.widths, _clean(about.name))
        found = blocks_of(sheet, tables)
        tables += sum(isinstance(block, Grid) for block in found)
        blocks += found
        asides += _comments(known, sheet.name)
        if known.hidden:
            remarks.append(Message("sheet “{name}”: rows that are hidden in it are read as well", name=sheet.name))
    return Material(tuple(blocks), tuple(asides), remarks=tuple(remarks))


def _values(sheet: CalamineSheet, facts: SheetFacts) -> tuple[list[list[str]], list[Range]]:
    """Return the texts of a sheet from its first row and column on, and its merged ranges."""
    top, left = sheet.start or (0, 0)
    width = left + sheet.width
    rows = [[""] * width for _ in range(top)]
    for row, values in enumerate(sheet.to_python(), top):
        texts = [_text(value, (row, column) in facts.percents) for column, value in enumerate(values, left)]
        rows.append([""] * left + texts)
    ranges = sheet.merged_cell_ranges
    merged = [(*first, *last) for first, last in (ranges or ())[:MOST_MERGED]] if ranges is not None else facts.merged
    return rows, merged


def _hidden(rows: list[list[str]], about: SheetMetadata) -> Iterator[Aside]:
    """Yield the words of a hidden sheet, row by row."""
    for at, row in enumerate(rows, 1):
        if words := " ".join(" ".join(text.split()) for text in row if text):
            yield Aside("hidden", words, Place(paragraph=at, part=_clean(about.name)))


def _comments(facts: SheetFacts, name: str) -> Iterator[Aside]:
    for (row, column), words in sorted(facts.comments):
        yield Aside("comment", _clean(words), Place(row=row + 1, cell=column + 1, part=name))


def _text(value: Value, is_percent: bool) -> str:
    """Return a value as it would be typed: a date as 01.09.2024, a whole number without a fraction, a decimal comma."""
    match value:
        case str():
            return _clean(value)
        case bool():
            return "ИСТИНА" if value else "ЛОЖЬ"
        case int() | float():
            return _number(round(value * 100, 10)) + "%" if is_percent else _number(value)
        case datetime.datetime() if value.time() != datetime.time():
            return f"{_text(value.date(), False)} {value.hour}:{value.minute:02}"
        case datetime.date():
            return f"{value.day:02}.{value.month:02}.{value.year}"
        case datetime.time():
            return f"{value.hour}:{value.minute:02}"
        case _:
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"


def _number(value: float) -> str:
    return f"{value:.15g}".replace(".", ",")


def _clean(text: str) -> str:
    """Return a text without what no document holds; its line breaks are «\\n»."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", text)).strip()
