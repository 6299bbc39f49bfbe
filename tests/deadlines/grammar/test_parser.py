"""Proves that a wording is one value, refused at the word that is not understood, and never guessed at."""

from __future__ import annotations

import pytest

from roadmapc.deadlines import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import Day, Deadline, Until


def test_a_value() -> None:
    """Words become frozen values, equal where they say the same."""
    assert parse("до 15 мая 2022 г.") == parse("не позднее 15.05.2022") == Deadline((Until(Day(15, 5, 2022)),))


@pytest.mark.parametrize("text", ["", "–", " , ; ", "\n"])
def test_nothing_is_no_deadline(text: str) -> None:
    """Signs alone say nothing."""
    with pytest.raises(ValueError, match="no deadline is given"):
        parse(text)


@pytest.mark.parametrize("text", ["5 класс май, 6 класс июнь", "с 1 мая, до 5 июня"])
def test_two_deadlines_in_one_are_refused_whole(text: str) -> None:
    """What would have to be two rows is told so, and the whole wording is marked."""
    with pytest.raises(DeadlineError, match="as two rows"):
        parse(text)
