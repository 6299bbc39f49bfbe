"""The years that a plan is shown by: calendar years, or school years where its period is made of them."""

from __future__ import annotations

from roadmapc.deadlines import Period
from roadmapc.plan import Plan

Months = tuple[tuple[int, int], ...]


def goes_by_school_years(plan: Plan) -> bool:
    """Say whether the period of a plan is made of school years: from August or 1 September until May to August."""
    return plan.period is not None and _in_school_years(plan.period)


def _in_school_years(period: Period) -> bool:
    first, last = period
    return (first.month == 8 or (first.month, first.day) == (9, 1)) and 5 <= last.month <= 8


def year_of(year: int, month: int, school: bool) -> int:
    """Return the year in which a month lies; a school year is named by its first."""
    return year - (school and month < 9)


def months_in(year: int, school: bool) -> Months:
    """Return the twelve months of a year, as years and months."""
    return tuple((year + n // 12, n % 12 + 1) for n in (range(8, 20) if school else range(12)))


def years_name(years: list[int], school: bool) -> str:
    """Return «2022 год», «2021, 2023 годы», «2021–2023 годы»; of school years their own names."""
    many = len(years) > 1
    if school:
        return ", ".join(f"{year}/{year + 1}" for year in years) + (" учебные годы" if many else " учебный год")
    names = [str(year) for year in years]
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        names = [f"{years[0]}–{years[-1]}"]
    return ", ".join(names) + (" годы" if many else " год")
