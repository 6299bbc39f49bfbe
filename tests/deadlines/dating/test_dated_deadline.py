"""Proves of what kind a dated wording is, and what stops it from being dated."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import KINDS, DeadlineError, Period, read

YEARS = Period(date(2021, 1, 1), date(2024, 12, 31))
MAY = Period(date(2022, 5, 1), date(2022, 5, 31))


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("15 мая 2022", "date", 1),
        ("до 15 мая 2022", "date", 1),
        ("май 2022", "window", 1),
        ("15 мая", "recurring", 4),
        ("ежегодно май", "recurring", 4),
        ("2022-2023 гг. август", "recurring", 2),
        ("весь период", "continuous", 1),
        ("ежедневно", "continuous", 1),
        ("до 2023 года", "continuous", 1),
        ("2022-2023 годы", "continuous", 1),
        ("по графику", "conditional", 0),
        ("2022, по графику", "conditional", 0),
        ("после утверждения", "relative", 0),
        ("в течение месяца", "relative", 0),
    ],
)
def test_kinds(text: str, kind: str, count: int) -> None:
    """How often it is due and whether it has days at all."""
    found = read(text, YEARS)
    assert (found.kind, len(found.windows)) == (kind, count)
    assert kind in KINDS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("май 2019", "no day of it lies in the period"),
        ("2010-2015 годы", "no day of it lies in the period"),
        ("до 10 числа", "the month is not named"),
        ("29 февраля 2022", "there is no such date"),
    ],
)
def test_what_cannot_be_dated(text: str, why: str) -> None:
    """It is told why, and that clear words lie outside the period is no misunderstanding."""
    with pytest.raises(DeadlineError, match=why) as error:
        read(text, YEARS)
    assert error.value.outside == ("no day" in why)
    assert 0 <= error.value.start < error.value.end <= len(text)


def test_a_plan_of_one_month_knows_which_month_is_meant() -> None:
    """A bare number of a day is a day there, and «в течение месяца» is the month."""
    assert read("до 10 числа", MAY).windows == ((date(2022, 5, 1), date(2022, 5, 10)),)
    assert read("в течение месяца", MAY).windows == ((MAY.first, MAY.last),)


def test_a_condition_beside_dates_is_a_doubt() -> None:
    """The dates are taken, the condition is told."""
    found = read("май 2022, по графику", YEARS)
    assert found.kind == "window"
    assert any("по графику" in doubt for doubt in found.doubts)


def test_a_period_that_ends_before_it_begins() -> None:
    """Nothing is dated in it."""
    with pytest.raises(DeadlineError, match="ends before it begins"):
        read("май", Period(YEARS.last, YEARS.first))
