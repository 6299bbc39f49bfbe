"""Proves that the words of a condition end where a date or another clause begins, and nowhere else."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.date_ahead import sees_clause, sees_date, sees_date_behind, sees_dates_in_brackets
from roadmapc.deadlines.grammar.lexer import tokens


def at(text: str, place: int = 0) -> Cursor:
    cursor = Cursor(text, tokens(text))
    cursor.at = place
    return cursor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, True) for text in ("15-20 октября", "2 и 4 пятница октября", "осень", "зимние каникулы")),
        *((text, True) for text in ("конец октября", "в I полугодии", "по пятницам", "1, 3 четверть", "вторник")),
        *((text, False) for text in ("осени", "среды", "проверки школ", "15 школ", "каждого класса")),
    ],
)
def test_a_date_begins(text: str, expected: bool) -> None:
    """A season or a day of the week in the genitive belongs to the words before it, as does a number of things."""
    assert sees_date(at(text)) == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("графику, до 15 мая", 1, True),
        ("графику, по вторникам", 1, True),
        ("графику, но не реже 1 раза в год", 1, True),
        ("графику, планам школ", 1, False),
        ("15, 16 октября", 1, False),
        ("26 октября – 3 ноября", 2, False),
    ],
)
def test_a_clause_begins_behind_a_sign(text: str, place: int, expected: bool) -> None:
    """What has begun goes on behind the sign: a list of days, a range."""
    assert sees_clause(at(text, place)) == expected


def test_dates_behind_a_bracket_and_a_colon() -> None:
    """Looking moves the cursor nowhere."""
    for text, sees in (("(не позднее 26 января)", sees_dates_in_brackets), (": ноябрь", sees_date_behind)):
        cursor = at(text)
        assert sees(cursor)
        assert cursor.at == 0
    assert not sees_dates_in_brackets(at("(по заявкам)"))
    assert not sees_date_behind(at(": отчет"))
