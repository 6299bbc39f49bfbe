"""Proves that text with tabs becomes the tables that it was copied from, whatever program put it there."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.importing.material import Grid, Material, Place, Text
from roadmapc.importing.reading.pasted import decoded, material_of, read_pasted
from roadmapc.importing.reading.unreadable import UnreadableFile

PLAN = '''Дорожная карта
Управления образования

№\tМероприятие\tСрок\t
1. Мониторинг
1.1.\t"Провести
""опрос"""\tмай\t
1.2.\t"Точка роста" в школе\tиюнь
* сроки уточняются

Начальник\tИ.И. Иванов
'''


def shown(material: Material) -> list[str | list[str]]:
    """Return the lines, and each table as its rows; «*» after a cell that covers several columns."""
    return [
        block.text
        if isinstance(block, Text)
        else [" | ".join(cell.words + "*" * (cell.colspan > 1) for cell in row.cells) for row in block.rows]
        for block in material.blocks
    ]


EXPECTED: list[str | list[str]] = [
    "Дорожная карта",
    "Управления образования",
    [
        "№ | Мероприятие | Срок",
        "1. Мониторинг*",
        '1.1. | Провести "опрос" | май',
        '1.2. | "Точка роста" в школе | июнь',
    ],
    "* сроки уточняются",
    ["Начальник | И.И. Иванов"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_plan(encoding: str, end: str) -> None:
    """In every encoding that an office has, with every line end."""
    assert shown(read_pasted(PLAN.replace("\n", end).encode(encoding))) == EXPECTED


def test_places() -> None:
    """Paragraphs and rows are counted as lines of the text, a cell of several lines as one; tables one by one."""
    blocks = material_of(PLAN).blocks
    assert [block.place for block in blocks] == [
        Place(paragraph=1),
        Place(paragraph=2),
        Place(table=1),
        Place(paragraph=8),
        Place(table=2),
    ]
    grid = blocks[2]
    assert isinstance(grid, Grid)
    assert grid.columns == 3
    assert grid.rows[2].cells[1].place == Place(table=1, row=6, cell=2)
    assert [text.text for text in grid.rows[2].cells[1].texts] == ['Провести\n"опрос"']


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"а, б"\tв', ["а, б", "в"]),
        ('"Рост"\tв', ['"Рост"', "в"]),
        ('"Рост" и "Сад"\tв', ['"Рост" и "Сад"', "в"]),
        ('"не закрыта\tв', ['"не закрыта', "в"]),
        ('"""Рост"""\tв', ['"Рост"', "в"]),
        ("а\vб\tв", ["а\nб", "в"]),
        ("а\u2028б\tв", ["а\nб", "в"]),
        ("т\x1eр\x1fи\x00\x07\tв", ["т-ри", "в"]),
        ("\t\tв", ["", "", "в"]),
    ],
)
def test_cells(text: str, cells: list[str]) -> None:
    """Quotes that a program put there go, those that people wrote stay; line breaks of Word are line breaks."""
    (grid,) = material_of(decoded(text.encode())).blocks
    assert isinstance(grid, Grid)
    assert ["".join(one.text for one in cell.texts) for cell in grid.rows[0].cells] == cells


def test_a_stray_quote_takes_in_no_other_row() -> None:
    """A cell that begins with a quote and never ends it leaves the rows below alone."""
    assert shown(material_of('"а\tб\nв\tг"\n')) == [['"а | б', 'в | г"']]


def test_nothing() -> None:
    """Of empty lines and tabs nothing is made."""
    assert material_of("\n\t\t\n \n").blocks == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a" + b"\ta" * 63, "more than 63 columns"),
        (b"a\tb\n" * 20_001, "more than 20000 lines"),
        (b"", "empty"),
        (b"PK\x03\x04", "damaged"),
        (b"{\\rtf1 a\tb}", "no document that can be imported"),
        (b"<html><table>", "web page"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    """What is no text, or is larger than a plan can be."""
    with pytest.raises(UnreadableFile, match=words):
        read_pasted(data)


def test_many_quotes() -> None:
    """A text of quotes alone is gone through in one pass of its own length."""
    assert len(material_of('"\t' * 40 + '\n"a' * 15_000).blocks) >= 1


@given(st.binary(max_size=400) | st.text('"\t\n\rаб, \v').map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Whatever they are, they are read or told of, and no word of a text is lost."""
    with suppress(UnreadableFile):
        words = "".join("".join(text.text for text in read_pasted(data).texts).split())
        assert sorted(words.replace('"', "")) == sorted("".join(decoded(data).replace('"', "").split()))
