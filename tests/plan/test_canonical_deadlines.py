"""Proves that deadlines are put into canonical words exactly where those say all that the author's say."""

from __future__ import annotations

import pytest

from roadmapc.plan.canonical_deadlines import reworded
from tests.plans import plan_of_rows


def canonical(text: str) -> str:
    """Return the words that a deadline gets."""
    plan = plan_of_rows(f"      - {{activity: А, deadline: '{text}'}}\n")
    return str(reworded(plan).data["sections"][0]["activities"][0]["deadline"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до 31.05.2022", "до 31 мая 2022 г."),
        ("май 2022г.", "май 2022 г."),
        ("ежегодно, до 1 сентября", "ежегодно до 1 сентября"),
        ("в течении всего периода", "весь период"),
    ],
)
def test_plain_words(text: str, expected: str) -> None:
    """Where nothing is lost, the canonical words stand."""
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "до 31.05.2022*",
        "до 31.05.2022 вкл.",
        "до 31.05.2022, 10:00",
        "не реже 1 раза в месяц",
        "по графику УО",
        "когда-нибудь",
        "32 мая",
    ],
)
def test_words_that_say_more_stay(text: str) -> None:
    """A footnote, a time of day, «not less often»; what is in doubt or cannot be read stays as well."""
    assert canonical(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "до 31.05.2022",
        "ежегодно, до 1 сентября",
        "I квартал 2022",
        "сентябрь-ноябрь 2021",
        "2 раза в год",
        "1 раз в четверть",
    ],
)
def test_the_meaning_stays(text: str) -> None:
    """What falls due is the same, and canonical words are their own canonical words."""
    plan = plan_of_rows(f"      - {{activity: А, deadline: '{text}'}}\n")
    (row,), words = plan.rows, canonical(text)
    (again,) = plan_of_rows(f"      - {{activity: А, deadline: '{words}'}}\n").rows
    assert again.occurrences == row.occurrences != ()
    assert canonical(words) == words


def test_the_long_form_keeps_its_dates() -> None:
    """Words beside dates are put in order too, and nothing else of the source is touched."""
    plan = plan_of_rows("      - {activity: А, deadline: {text: май 2022г., dates: [15.05.2022]}, result: Б}\n")
    before = plan.tree.data["sections"][0]["activities"][0]
    after = reworded(plan).data["sections"][0]["activities"][0]
    assert after == {**before, "deadline": {"text": "май 2022 г.", "dates": before["deadline"]["dates"]}}
    assert before["deadline"]["text"] == "май 2022г."
