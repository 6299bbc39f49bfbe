"""Proves by which years a plan is shown, and how they are called."""

from __future__ import annotations

import pytest

from roadmapc.documents._years import goes_by_school_years, months_in, year_of, years_name
from tests.plans import FOLLOWED, plan_of_rows


@pytest.mark.parametrize(
    ("period", "school"),
    [
        ("2022 год", False),
        ("2021-2024", False),
        ("2021/2022 учебный год", True),
        ("сентябрь 2021 – май 2022", True),
        ("ноябрь 2021 – октябрь 2022", False),
    ],
)
def test_which_years(period: str, school: bool) -> None:
    """School years where the period is made of them, else those of the calendar."""
    assert goes_by_school_years(plan_of_rows(FOLLOWED, period)) is school


@pytest.mark.parametrize("school", [False, True])
def test_a_year_has_its_twelve_months(school: bool) -> None:
    """Each of them lies in the year that it is taken from."""
    months = months_in(2021, school)
    assert len(set(months)) == 12
    assert {year_of(year, month, school) for year, month in months} == {2021}


def test_names_of_years() -> None:
    """One, several, a run of them; school years."""
    assert years_name([2022], False) == "2022 год"
    assert years_name([2021, 2023], False) == "2021, 2023 годы"
    assert years_name([2021, 2022, 2023], False) == "2021–2023 годы"
    assert years_name([2021], True) == "2021/2022 учебный год"
    assert years_name([2021, 2022], True) == "2021/2022, 2022/2023 учебные годы"
