"""Workbooks (.xlsx, .xls, .ods) → material: each visible sheet its lines and tables, hidden ones aside."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Aside, Grid, Material, Place, Text
from roadmapc.importing.reading.kinds import has_macros
from roadmapc.importing.reading.opened_workbook import OpenedSheet, Value, opened_sheets
from roadmapc.importing.reading.sheet_blocks import Sheet, blocks_of, spans_of
from roadmapc.importing.reading.sheet_facts import SheetFacts

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def read_workbook(data: bytes) -> Material:
    """Return what a workbook holds; raises UnreadableFile for what is none, is damaged, locked or too large."""
    sheets = opened_sheets(data)
    remarks = [Message("the file has macros; none of them was run")] if has_macros(data) else []
    return _material(sheets, remarks)


def _material(sheets: Sequence[OpenedSheet], remarks: list[Message]) -> Material:
    blocks: list[Text | Grid] = []
    asides: list[Aside] = []
    tables = 0
    for one in sheets:
        name = _clean(one.name)
        rows = _texts(one)
        if not one.is_visible:
            asides += _hidden(rows, name)
            continue
        sheet = Sheet(rows, spans_of(one.merged, rows), frozenset(one.facts.ruled), one.facts.widths, name)
        found = blocks_of(sheet, tables)
        tables += sum(isinstance(block, Grid) for block in found)
        blocks += found
        asides += _comments(one.facts, name)
        if one.facts.hidden:
            remarks.append(Message("sheet “{name}”: rows that are hidden in it are read as well", name=name))
    return Material(tuple(blocks), tuple(asides), remarks=tuple(remarks))


def _texts(sheet: OpenedSheet) -> list[list[str]]:
    percents = sheet.facts.percents
    return [
        [text_of(value, (row, column) in percents) for column, value in enumerate(values)]
        for row, values in enumerate(sheet.rows)
    ]


def _hidden(rows: list[list[str]], name: str) -> Iterator[Aside]:
    """Yield the words of a hidden sheet, row by row."""
    for at, row in enumerate(rows, 1):
        if words := " ".join(" ".join(text.split()) for text in row if text):
            yield Aside("hidden", words, Place(paragraph=at, part=name))


def _comments(facts: SheetFacts, name: str) -> Iterator[Aside]:
    for (row, column), words in sorted(facts.comments):
        yield Aside("comment", _clean(words), Place(row=row + 1, cell=column + 1, part=name))


def text_of(value: Value, is_percent: bool = False) -> str:
    """Return a value as it would be typed: a date as 01.09.2024, a whole number without a fraction, a decimal comma."""
    match value:
        case str():
            return _clean(value)
        case bool():
            return "ИСТИНА" if value else "ЛОЖЬ"
        case int() | float():
            return _number(round(value * 100, 10)) + "%" if is_percent else _number(value)
        case datetime.datetime() if value.time() != datetime.time():
            return f"{text_of(value.date())} {value.hour}:{value.minute:02}"
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
