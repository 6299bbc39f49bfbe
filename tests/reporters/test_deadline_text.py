"""Proves that a wording is shown as it was understood, or with a caret under the word that was not."""

from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console

from roadmapc.deadlines import DeadlineError, Period, parse, read
from roadmapc.reporters import deadline_text
from roadmapc.russian.calendar import DEFAULT_CALENDAR

PERIOD = Period(date(2021, 1, 1), date(2030, 12, 31))


def shown(text: str, width: int = 100, *, dated: bool = True, period: Period = PERIOD) -> list[str]:
    """Return the lines printed of a wording, spaces at their ends aside."""
    out = io.StringIO()
    try:
        reading = read(text, period) if dated else parse(text)
    except DeadlineError as error:
        deadline_text.show(Console(file=out, width=width), text, error, DEFAULT_CALENDAR)
    else:
        deadline_text.show(Console(file=out, width=width), text, reading, DEFAULT_CALENDAR)
    return [line.rstrip() for line in out.getvalue().rstrip().split("\n")]


def test_a_wording_with_its_days() -> None:
    """Canonical words, kind, and each time with its weekday and the day to act."""
    lines = shown("до  15.05.2022")
    assert lines[:2] == ["до 15.05.2022", "  understood: до 15 мая 2022 г."]
    assert lines[-1].split() == ["01.01.2022", "15.05.2022", "вс", "13.05.2022", "пт"]


@pytest.mark.parametrize(
    ("width", "cells"), [(70, "31.12.2029    пн     31.12.2029 пн *"), (69, "31.12.2029 пн; act by: 31.12.2029 пн *")]
)
def test_a_table_where_there_is_room(width: int, cells: str) -> None:
    """In a narrow terminal each time is a line; a year without a decree is marked."""
    lines = shown("декабрь 2029", width)
    assert any(cells in line for line in lines)
    assert lines[-1] == "  * days off of that year are not decreed yet"


def test_a_year_that_is_not_in_the_table() -> None:
    """It was decreed long ago: the program does not know how, and does not say that it is to come."""
    lines = shown("до 3 мая 2010", period=Period(date(2010, 1, 1), date(2010, 12, 31)))
    assert lines[-1] == "  * days off moved in that year are not in the table"
    assert "*" not in "".join(shown("до 3 мая 2019", period=Period(date(2019, 1, 1), date(2019, 12, 31))))


def test_words_alone() -> None:
    """Without a period there are no days to show."""
    assert shown("ежегодно май", dated=False)[0] == "ежегодно май"
    assert len(shown("ежегодно май", dated=False)) == 2


@pytest.mark.parametrize("text", ["до 32 мая 2022", "раз:\n  до 32 мая 2022\nтри", "до\t32 мая 2022", "32 мая"])
def test_a_caret_under_the_word(text: str) -> None:
    """The line of the fault alone is shown, whatever stands before it, and the mark is under the fault."""
    with pytest.raises(DeadlineError) as error:
        read(text, PERIOD)
    line, mark, why, *_ = shown(text)
    at = mark.index("^")
    assert line[at : at + mark.count("^")] == text[error.value.start : error.value.end].split("\n")[0].replace(
        "\t", " "
    )
    assert why.startswith("  not understood: ")
