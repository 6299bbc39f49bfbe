"""Proves how what two clauses say is put together."""

from __future__ import annotations

from roadmapc.deadlines.grammar.statement import NOTHING, Statement, joined
from roadmapc.deadlines.values import At, Every, Month, Until

MAY, JUNE = At(Month(5)), Until(Month(6))


def test_nothing_adds_nothing() -> None:
    """Before or behind, a clause that says nothing changes nothing."""
    said = Statement(items=(MAY,), frame=(2021, 2024), yearly=True)
    assert joined(NOTHING, said) == joined(said, NOTHING) == said


def test_clauses_keep_their_order() -> None:
    """Items, conditions and events come one after another; the later frame holds."""
    one, other = Statement((MAY,), conditions=("а",), frame=(2021, 2022)), Statement((JUNE,), conditions=("б",))
    assert joined(one, other) == Statement((MAY, JUNE), conditions=("а", "б"), frame=(2021, 2022))
    assert joined(one, other._replace(frame=(2023, 2024))).frame == (2023, 2024)


def test_weekdays_go_into_the_rhythm_before_them() -> None:
    """«еженедельно, по четвергам и вторникам»: once, in order; a rhythm that has its days keeps them."""
    weekly = Statement(rhythms=(Every("week"),))
    assert joined(weekly, Statement(weekdays=(3, 1, 3))) == Statement(rhythms=(Every("week", weekdays=(1, 3)),))
    monthly = Statement(rhythms=(Every("month"),))
    assert joined(monthly, Statement(weekdays=(3,))).weekdays == (3,)


def test_a_rhythm_said_again_more_exactly_stands_alone() -> None:
    """«ежеквартально, до 20 числа последнего месяца квартала» is one rhythm."""
    exact = Every("quarter", items=(JUNE,), month=-1)
    assert joined(Statement(rhythms=(Every("quarter"),)), Statement(rhythms=(exact,))).rhythms == (exact,)
