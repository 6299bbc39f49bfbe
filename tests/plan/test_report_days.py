"""Proves on which days reports are due, and about what time each is."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import Period
from roadmapc.plan.report_days import ReportDays, day_and_month, reports_due

YEAR = Period(date(2022, 9, 1), date(2023, 8, 31))


@pytest.mark.parametrize(
    ("days", "first", "last", "expected"),
    [
        (
            ReportDays(quarterly=5),
            date(2023, 1, 1),
            date(2023, 6, 30),
            ["05.01 IV квартал 2022", "05.04 I квартал 2023"],
        ),
        (ReportDays(half_yearly=10), date(2023, 1, 1), date(2023, 12, 31), ["10.01 II пол", "10.07 I пол"]),
        (ReportDays(monthly=3), date(2022, 10, 1), date(2022, 11, 30), ["03.10 сентябрь 2022", "03.11 октябрь 2022"]),
        (ReportDays(yearly="15.02"), date(2023, 1, 1), date(2024, 12, 31), ["15.02 2022 год", "15.02 2023 год"]),
        (ReportDays(), date(2023, 1, 1), date(2023, 12, 31), []),
    ],
)
def test_days_of_reports(days: ReportDays, first: date, last: date, expected: list[str]) -> None:
    """In the month that follows; only about times that the plan has days of."""
    found = [f"{one.due:%d.%m} {one.words}" for one in reports_due(days, YEAR, first, last)]
    assert len(found) == len([one for one in found if any(one.startswith(words) for words in expected)])
    assert [words for words in expected if not any(one.startswith(words) for one in found)] == []


def test_a_day_and_a_month() -> None:
    assert day_and_month("15.02") == (15, 2)
    assert day_and_month("31.02") is None
    assert day_and_month("скоро") is None
