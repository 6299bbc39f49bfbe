"""Proves that municipalities are told apart by their names, not by the words around them."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.checks.summary import RoadmapSummary


def summary(municipality: str, period: tuple[date, date] | None = None) -> RoadmapSummary:
    return RoadmapSummary(
        file="a.yaml",
        id="a",
        municipality=municipality,
        kind="план",
        title="План",
        period=period,
        owners={},
        directory=None,
        shared={},
    )


@pytest.mark.parametrize(
    ("one", "two", "are_same"),
    [
        ("Ивановский район", "Ивановский муниципальный район", True),
        ("Ивановский район", "МО «Ивановский район»", True),
        ("Ивановский МР", "Ивановский район", True),
        ("г. Тула", "город Тула", True),
        ("Ивановский район", "Ивановский городской округ", False),
        ("Ивановский район", "Петровский район", False),
    ],
)
def test_names_of_municipalities(one: str, two: str, are_same: bool) -> None:
    """The sort of a municipality is said before its name or behind it, in full or in letters."""
    assert (summary(one).municipality_name == summary(two).municipality_name) == are_same


def test_periods_that_overlap() -> None:
    """One day in common is enough; a period that is not known overlaps none."""
    spring = summary("Район", (date(2022, 3, 1), date(2022, 5, 31)))
    summer = summary("Район", (date(2022, 5, 31), date(2022, 8, 31)))
    autumn = summary("Район", (date(2022, 9, 1), date(2022, 11, 30)))
    assert spring.overlaps(summer)
    assert not spring.overlaps(autumn)
    assert not summary("Район").overlaps(spring)
