"""Proves which act signs a text, and how its file is named."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.plan.editions.acts import file_name, signing_act
from roadmapc.plan.editions.writing import Act
from tests.editions import ORDER, SIGNED, amended
from tests.plans import plan_of

SECOND = Act("приказ", date(2022, 4, 11), "32")
AMENDED = amended(SIGNED, "11.04.2022", "32")


def test_the_order_signs_the_first_text() -> None:
    assert signing_act(plan_of(SIGNED)) == ORDER


def test_the_last_amendment_signs_the_next() -> None:
    assert signing_act(plan_of(AMENDED)) == SECOND


def test_an_approval_without_an_order() -> None:
    """Its words tell the kind, in whatever case they stand."""
    head, _, rest = SIGNED.partition("order:")
    text = (
        head + "approval: {act: распоряжением главы, date: 12.01.2022, number: 7-р}\n" + rest[rest.index("sections") :]
    )
    assert signing_act(plan_of(text)) == Act("распоряжение", date(2022, 1, 12), "7-р")


@pytest.mark.parametrize(
    ("day", "number", "act"),
    [
        (date(2022, 1, 10), None, ORDER),
        (date(2022, 1, 10), "№ 01-07/5", ORDER),
        (date(2022, 4, 11), None, SECOND),
        (None, "32", SECOND),
        (date(2022, 5, 20), "41", Act("приказ", date(2022, 5, 20), "41")),
        (date(2022, 5, 20), None, Act("приказ", date(2022, 5, 20))),
    ],
)
def test_an_act_that_is_named(day: date | None, number: str | None, act: Act) -> None:
    """One of those in the file where it is one; else another of the same kind."""
    assert signing_act(plan_of(AMENDED), day, number) == act


def test_nobody_has_signed() -> None:
    """Without any day there is no act; a day that is named makes one."""
    text = SIGNED.replace("  date: 10.01.2022\n", "")
    assert signing_act(plan_of(text)) is None
    assert signing_act(plan_of(text), None, "5") is None
    assert signing_act(plan_of(text), date(2022, 1, 10)) == Act("приказ", date(2022, 1, 10))


@pytest.mark.parametrize(
    ("number", "name"),
    [("01-07/93", "2022-10-20-01-07-93.yaml"), ("", "2022-10-20.yaml"), ("../x", "2022-10-20-x.yaml")],
)
def test_names_of_files(number: str, name: str) -> None:
    """Day and number; nothing in a number leads anywhere."""
    assert file_name(Act("приказ", date(2022, 10, 20), number)) == name
