"""Proves that ranges of days are cut to the period, and that a named day is never moved to its end."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import DeadlineError, Period, read

TO_20_MAY = Period(date(2022, 9, 15), date(2023, 5, 20))


@pytest.mark.parametrize(
    ("text", "last", "count"),
    [
        ("ежемесячно", "20.05.2023", 9),
        ("ежемесячно до 25 числа", "25.04.2023", 8),
        ("ежемесячно до 20 числа", "20.05.2023", 9),
        ("до 25 числа последнего месяца квартала", "25.03.2023", 3),
    ],
)
def test_due_days(text: str, last: str, count: int) -> None:
    """A cycle without a day of its own ends with the period; a day behind it is none of the plan."""
    windows = read(text, TO_20_MAY).windows
    assert (f"{windows[-1].last:%d.%m.%Y}", len(windows)) == (last, count)


def test_a_day_that_is_left_out_is_told() -> None:
    """Whoever wrote the period may have meant it."""
    told = "the last of the days lies behind the period and is left out"
    assert told in {str(one) for one in read("ежемесячно до 25 числа", TO_20_MAY).doubts}
    assert read("ежемесячно до 20 числа", TO_20_MAY).doubts == ()


def test_no_day_in_the_period() -> None:
    with pytest.raises(DeadlineError):
        read("ежемесячно до 25 числа", Period(date(2023, 5, 1), date(2023, 5, 20)))
