"""Proves what rules ask of a deadline: whether it names a day, runs backwards, or counts from nothing."""

from __future__ import annotations

import json

import pytest

from roadmapc.checks.rules._deadlines import lacks_event, names_a_day, runs_backwards
from roadmapc.plan import Row
from tests.plans import plan_of_rows


def row(deadline: str, more: str = "") -> Row:
    """Return the row of a deadline."""
    (found,) = plan_of_rows(f"      - {{activity: А, deadline: {{text: {json.dumps(deadline)}{more}}}}}\n").rows
    return found


@pytest.mark.parametrize(
    ("deadline", "names"),
    [
        ("до 15 мая 2022", True),
        ("15.05", True),
        ("до 25 числа", True),
        ("15\u00a0мая", True),
        ("май 2022", False),
        ("05.2022", False),
        ("II квартал 2022", False),
        ("2 раза в год", False),
    ],
)
def test_a_day_is_named(deadline: str, names: bool) -> None:
    """A number before a month or a number of the month; a month and a year are none."""
    assert names_a_day(row(deadline)) == names


@pytest.mark.parametrize(
    ("deadline", "backwards"),
    [
        ("с 15.05.2022 по 01.05.2022", True),
        ("май 2023 – май 2022", True),
        ("2023 – 2022 учебный год", False),
        ("с 01.05.2022 по 15.05.2022", False),
        ("октябрь – май", False),
        ("32 мая", False),
        ("с 15.05.2030 по 16.05.2030", False),
    ],
)
def test_a_range_that_runs_backwards(deadline: str, backwards: bool) -> None:
    """Only one whose years are named; one outside the plan, or unreadable, is another fault."""
    assert runs_backwards(row(deadline)) == backwards


@pytest.mark.parametrize(
    ("deadline", "lacks"),
    [
        ("через 10 дней", True),
        ("в течение 5 дней после", True),
        ("в 10-дневный срок", True),
        ("в течение 10 дней со дня", True),
        ("в течение 10 дней после утверждения", False),
        ("через 3 дня со дня подписания", False),
        ("май 2022", False),
        ("по графику", False),
    ],
)
def test_days_that_are_counted_from_nothing(deadline: str, lacks: bool) -> None:
    """A length of time alone, or one that ends with the word for what is missing."""
    assert lacks_event(row(deadline)) == lacks


def test_days_beside_the_words_settle_it() -> None:
    """Where its author gives the days, nothing is missing."""
    assert not lacks_event(row("через 10 дней", ", dates: [15.05.2022]"))
    assert not runs_backwards(row("с 15.05.2022 по 01.05.2022", ", dates: [15.05.2022]"))
