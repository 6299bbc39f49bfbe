"""Proves what a value says of its parts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from roadmapc.deadlines.values import (
    LAST,
    At,
    Day,
    Deadline,
    Every,
    FromTo,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearPart,
    lacks_year,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message
from tests.deadlines.strategies import deadlines


@pytest.mark.parametrize(
    ("part", "yearless", "monthless"),
    [
        (Day(15), True, True),
        (Day(15, 5), True, False),
        (Day(15, 5, 2022), False, False),
        (Month(5), True, False),
        (MonthPart("week", 1), True, True),
        (NthWeekday(LAST, 0, 5, 2022), False, False),
        (YearPart("quarter", 1), True, False),
        (Year(2022), False, False),
    ],
)
def test_what_a_part_lacks(part: Any, yearless: bool, monthless: bool) -> None:
    """A year it may lack, a month only a day and parts of a month."""
    assert (lacks_year(part), needs_month(part)) == (yearless, monthless)


def test_the_parts_that_an_item_names() -> None:
    """Both ends of a range, those inside a rhythm, that of a report, in order."""
    may, june = Month(5), Month(6)
    assert parts_of(FromTo(may, june)) == (may, june)
    assert parts_of(Every("year", items=(At(june), FromTo(may, june)))) == (june, may, june)
    assert parts_of(Every("year")) == ()
    assert parts_of(Report("year", Until(may))) == parts_of(At(may)) == (may,)


@given(deadlines())
def test_remarks_make_no_difference(deadline: Deadline) -> None:
    """Two that mean the same are equal, whatever doubts lie in the words; both can be keys."""
    import dataclasses

    doubtful = dataclasses.replace(deadline, remarks=(Message("m"),))
    assert doubtful == deadline
    assert len({doubtful, deadline}) == 1
