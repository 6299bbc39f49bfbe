"""Proves which decisions move a term: made before it passes, for a later day, each from the term before it."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.plan.execution import Unit
from roadmapc.plan.execution.moves import Unfit, act_words, followed_moves, placed_moves
from tests.executions import executed_rows


def unit(*moves: tuple[str, str], deadline: str = "до 31 мая 2022 г.") -> Unit:
    """Return the only unit with decisions: the new term, and when it was decided."""
    rows = f"      - {{id: a, activity: Раз, deadline: {deadline}, owners: методист}}\n"
    lines = "".join(f"      - {{to: {to}, act: приказ, date: {day}, number: 5}}\n" for to, day in moves)
    return executed_rows(rows, f"  - at: a\n    moved:\n{lines}", "2022").units[0]


@pytest.mark.parametrize(
    ("moves", "unfit", "terms"),
    [
        ([("15.06.2022", "31.05.2022")], [None], [31]),
        ([("15.06.2022", "01.06.2022")], [Unfit.TOO_LATE], [31]),
        ([("31.05.2022", "01.05.2022")], [Unfit.NO_LATER], [31]),
        ([("15.06.2022", "20.05.2022"), ("30.06.2022", "15.06.2022")], [None, None], [31, 15]),
        ([("15.06.2022", "20.05.2022"), ("10.06.2022", "01.06.2022")], [None, Unfit.NO_LATER], [31, 15]),
        ([("15.06.2022", "01.06.2022"), ("30.06.2022", "10.06.2022")], [Unfit.TOO_LATE] * 2, [31, 31]),
        ([("20.05.2022", "01.05.2022"), ("15.06.2022", "25.05.2022")], [Unfit.NO_LATER, None], [31, 31]),
    ],
)
def test_what_counts(moves: list[tuple[str, str]], unfit: list[Unfit | None], terms: list[int]) -> None:
    """A decision that does not count moves nothing, and the next one is judged by the term before it."""
    found = [*followed_moves(unit(*moves))]
    assert [one.unfit for one in found] == unfit
    assert [one.term.day for one in found] == terms


def test_the_order_of_their_days() -> None:
    """However they are written, with the place of each; what is decided later is not known."""
    one = unit(("20.07.2022", "10.06.2022"), ("15.06.2022", "20.05.2022"))
    assert [(route[3], move.to) for route, move in placed_moves(one)] == [(1, "15.06.2022"), (0, "20.07.2022")]
    assert [followed.to.month for followed in followed_moves(one)] == [6, 7]
    assert [followed.to.month for followed in followed_moves(one, date(2022, 6, 9))] == [6]


def test_without_a_day_nothing_is_moved() -> None:
    """The rule tells of it."""
    assert not [*followed_moves(unit(("20.07.2022", "10.06.2022"), deadline="по мере необходимости"))]


def test_the_act() -> None:
    """It is named without its date."""
    assert act_words(unit(("20.07.2022", "10.05.2022")).marks[0].mark.moved[0]) == "приказ № 5"
