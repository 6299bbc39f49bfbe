"""Proves what a roadmap says that nobody has signed, and in which order signed texts came into force."""

from __future__ import annotations

from datetime import date

from roadmapc.plan.editions.numbers import with_numbers
from roadmapc.plan.editions.values import Editions, in_order
from roadmapc.plan.editions.writing import Act
from roadmapc.plan.row_ids import with_ids
from tests.editions import SIGNED, amended, kept, signed
from tests.plans import plan_of

SECOND = Act("приказ", date(2022, 4, 11), "32")


def frozen(text: str) -> str:
    """Return a source with ids and numbers, as `freeze` leaves it."""
    found = with_ids(plan_of(text))
    assert found is not None
    return with_numbers(plan_of(found[0].source.text))[0].source.text


FROZEN = frozen(SIGNED)
FIRST = kept(plan_of(FROZEN))


def test_nothing_was_changed() -> None:
    """Comments, contacts and settings are no part of what is signed."""
    text = FROZEN.replace("# опрос", "# анкета") + "owners: {x: {post: Некто, email: x@example.ru}}\n"
    one = signed(text, FIRST)
    assert not one.changes
    assert (one.unsigned, one.renumbered, one.unkept, list(one.reused)) == ((), (), (), [])


def test_without_editions_nothing_is_said() -> None:
    assert not signed(FROZEN).unsigned
    assert not list(signed(FROZEN).reused)


def test_a_change_that_no_act_has_signed() -> None:
    (change,) = signed(FROZEN.replace("май 2022", "апрель 2022"), FIRST).unsigned
    assert (change.field, change.old, change.new) == ("deadline", "май 2022", "апрель 2022")


def test_an_act_that_is_listed_signs_it() -> None:
    """Then its text is not kept yet; once it is, the next change is unsigned again."""
    text = amended(FROZEN.replace("май 2022", "апрель 2022"), "11.04.2022", "32")
    one = signed(text, FIRST)
    assert not one.unsigned
    assert [act.number for _at, act in one.unkept] == ["32"]
    again = signed(text.replace("апрель 2022", "июль 2022"), FIRST, kept(plan_of(text), SECOND))
    assert (len(again.unsigned), again.unkept) == (1, ())


def test_acts_before_the_first_edition_need_none() -> None:
    """Who begins to keep texts late has no older ones."""
    text = amended(amended(FROZEN, "11.04.2022", "32"), "01.02.2022", "12")
    assert [act.number for _at, act in signed(text, kept(plan_of(text), SECOND)).unkept] == []


def test_numbers_that_shift() -> None:
    """They are told by themselves, each row once."""
    one = signed(FROZEN.replace("number: 1.3.", "number: 1.4."), FIRST)
    assert [(change.old, change.new) for change in one.renumbered] == [("1.3.", "1.4.")]
    assert not one.unsigned


def test_a_gap_and_an_additional_index() -> None:
    """What is dropped leaves its number vacant, what comes between takes 1.1¹: nothing shifts, nothing is reused."""
    lines = FROZEN.splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if "Обсудить итоги" in line)
    lines[at] = (
        lines[at]
        .replace("1-2-obsudit-itogi-soveshchanii", "new")
        .replace("1.2.", "1.1¹.")
        .replace("Обсудить", "Описать")
    )
    one = signed("".join(lines), FIRST)
    assert not one.renumbered
    assert not list(one.reused)


def test_the_number_of_a_dropped_row() -> None:
    """An id tells that it is another row, though its number and place are the same; a reworded row keeps its id."""
    other = FROZEN.replace("1-2-obsudit-itogi-soveshchanii", "opisat").replace(
        "Обсудить итоги на совещании", "Описать опыт школ"
    )
    ((row, gone),) = signed(other, FIRST).reused
    assert (row.id, row.number, gone.row.text, gone.by) == ("opisat", "1.2.", "Обсудить итоги на совещании", None)
    assert not list(signed(FROZEN.replace("Обсудить итоги на совещании", "Описать опыт школ"), FIRST).reused)


def test_a_number_that_was_dropped_long_ago() -> None:
    """The text of the last act does not have the row any more, one before it had."""
    without = "".join(line for line in FROZEN.splitlines(keepends=True) if "1.2." not in line)
    second = kept(plan_of(amended(without, "11.04.2022", "32")), SECOND)
    row = (
        "      - {id: new, number: 1.2., activity: Провести съезд, deadline: май 2023, owners: Я, result: Резолюция}\n"
    )
    ((_row, gone),) = signed(amended(without + row, "11.04.2022", "32"), FIRST, second).reused
    assert gone.by is second


def test_the_order_of_editions() -> None:
    """By day; of one day as the acts are listed, whatever their numbers."""
    text = amended(amended(FROZEN, "11.04.2022", "9"), "11.04.2022", "10")
    plan = plan_of(text)
    editions = [kept(plan, Act("приказ", date(2022, 4, 11), number)) for number in ("9", "10")]
    assert [one.act.number for one in in_order([*editions, FIRST], plan)] == ["01-07/5", "10", "9"]


def test_the_edition_in_force() -> None:
    """From the day of its act; before the first one was, nothing older is known."""
    editions = Editions(in_order([FIRST, kept(plan_of(FROZEN), SECOND)], plan_of(FROZEN)))
    days = (date(2021, 1, 1), date(2022, 1, 10), date(2022, 4, 10), date(2022, 4, 11), date(2030, 1, 1))
    found = [one.act.number if (one := editions.on(day)) else None for day in days]
    assert found == ["01-07/5", "01-07/5", "01-07/5", "32", "32"]
    assert Editions().on(date(2022, 1, 1)) is None
