"""Proves places and points of a rating, and that nobody is left out of one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from roadmapc.plan.region.rating import number_of, points_of, ratings_of
from tests.regions import region


def test_equal_values_share_a_place() -> None:
    """30 and 30,0 are equal; the next one is third; what is not comparable comes last, without a place."""
    (rating,) = ratings_of(region())
    assert (rating.name, rating.unit, rating.year) == ("Доля школ с наставниками", "%", "2025")
    assert [(one.member.name.split()[0], one.value, one.points, one.place) for one in rating.rated] == [
        ("Борисовский", "30,0", 1000, 1),
        ("Ивановский", "30", 1000, 1),
        ("Яковлевский", "20", 667, 3),
        ("Андреевский", "не более 5", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20", Fraction(20)),
        ("не менее 35,5 %", Fraction("35.5")),
        ("≥ 3", Fraction(3)),
        ("-1", Fraction(-1)),
        ("не более 5", None),
        ("да", None),
        ("20–30", None),
        ("", None),
    ],
)
def test_what_is_a_number(text: str, number: Fraction | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("number", "best", "points"), [(30, 30, 1000), (20, 30, 667), (0, 30, 0), (-5, 30, 0), (-5, -2, 0), (0, 0, 1000)]
)
def test_points_are_in_relation_to_the_best(number: int, best: int, points: int) -> None:
    assert points_of(Fraction(number), Fraction(best)) == points
