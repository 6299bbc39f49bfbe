"""Proves on which days rhythms and reports are due, inside their cycles and after them."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import Period, read

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ежемесячно", 12),
        ("еженедельно по средам", 52),
        ("ежемесячно третий четверг", 12),
        ("ежемесячно с сентября по ноябрь", 3),
        ("еженедельно по средам с 1 по 15 октября", 2),
        ("ежеквартально", 4),
        ("до 20 числа последнего месяца квартала", 4),
        ("1 раз в полугодие: до 10 января, до 10 июля", 2),
    ],
)
def test_how_often(text: str, days: int) -> None:
    """In one year."""
    assert len(read(text, YEAR).windows) == days


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("ежемесячно до 31 числа", "01.01 – 31.01", "01.02 – 28.02"),
        ("ежемесячно 15 числа", "15.01 – 15.01", "15.02 – 15.02"),
        ("ежемесячно с 10 по 15 число", "10.01 – 15.01", "10.02 – 15.02"),
        ("до 20 числа последнего месяца квартала", "01.01 – 20.03", "01.04 – 20.06"),
        ("еженедельно по понедельникам", "03.01 – 03.01", "10.01 – 10.01"),
        ("до 15 числа месяца, следующего за отчетным кварталом", "01.04 – 15.04", "01.07 – 15.07"),
        ("до 10 числа второго месяца, следующего за отчетным кварталом", "01.04 – 10.05", "01.07 – 10.08"),
        ("до 5 числа месяца, следующего за отчетным месяцем", "01.02 – 05.02", "01.03 – 05.03"),
    ],
)
def test_days_inside_and_after_cycles(text: str, first: str, second: str) -> None:
    """A due day's window opens with its cycle; short months end on their last day; a report follows a whole cycle."""
    windows = read(text, YEAR).windows
    assert [f"{one.first:%d.%m} – {one.last:%d.%m}" for one in windows[:2]] == [first, second]


def test_a_report_of_a_cycle_that_the_plan_does_not_hold_is_not_due() -> None:
    """That of the last quarter falls behind the plan; a quarter that is cut has no report."""
    assert len(read("до 15 числа месяца, следующего за отчетным кварталом", YEAR).windows) == 3
    cut = Period(date(2022, 2, 1), date(2022, 12, 31))
    assert len(read("до 15 числа месяца, следующего за отчетным кварталом", cut).windows) == 2
