"""Proves that a mark is set at the row and the day that it means, and that none is ever guessed."""

from __future__ import annotations

import pytest

from roadmapc.plan.execution import Execution
from tests.executions import executed_rows

ROWS = """\
      - {activity: Провести опрос, deadline: до 31 мая 2022 г., owners: методист}
      - {activity: Собрать отчеты, deadline: "до 30 мая 2022 г.; до 30 ноября 2022 г.", owners: методист}
      - {id: forum, activity: Провести форум, deadline: 5 раз в год, owners: методист}
      - activity: Организовать
        deadline: весь период
        owners: методист
        activities:
          - {activity: Обучение, deadline: до 1 марта 2022 г.}
          - {activity: Стажировки, deadline: до 1 апреля 2022 г.}
      - {activity: Помогать школам, deadline: по мере необходимости, owners: методист}
"""


def placed(marks: str) -> Execution:
    """Return the rows with marks."""
    return executed_rows(ROWS, marks, "2022")


def test_a_mark_has_the_words_of_the_table_or_of_a_checklist() -> None:
    """There a part of a sentence stands with what leads it in."""
    rows = '      - {activity: "Провести:", activities: [{activity: опрос школ, deadline: до 1 марта 2022 г.}]}\n'
    for words in ("опрос школ", "Провести: опрос"):
        found = executed_rows(rows, f'  - {{at: 1.1.1, activity: "{words}", done: 01.03.2022}}\n', "2022")
        assert not found.misplaced
        assert [len(unit.marks) for unit in found.units] == [1]


@pytest.mark.parametrize(
    ("mark", "address"),
    [
        ("{at: 1.1, activity: Провести опрос, done: 01.05.2022}", "1.1."),
        ("{at: 1/1.1, done: 01.05.2022}", "1.1."),
        ('{at: "1.1.", activity: "ПРОВЕСТИ  опрос …", done: 01.05.2022}', "1.1."),
        ("{at: forum, due: 31.12.2022, done: 01.05.2022}", "1.3."),
        ("{at: 1.2, due: 30.11.2022, done: 01.05.2022}", "1.2."),
        ("{at: 1.4.2, done: 01.05.2022}", "1.4.2."),
    ],
)
def test_a_mark_at_its_row(mark: str, address: str) -> None:
    """By number, by section and number, by id; first words may be spaced otherwise and cut short."""
    execution = placed(f"  - {mark}\n")
    assert execution.misplaced == ()
    marked = [unit for unit in execution.units if unit.marks]
    assert [unit.row.number for unit in marked] == [address]


@pytest.mark.parametrize(
    ("mark", "key", "words", "hint"),
    [
        ("{at: 7.7, done: 01.05.2022}", "at", "no row “7.7”", "excluded"),
        ("{at: 7.7, activity: Провести форум, done: 01.05.2022}", "at", "no row “7.7”", "begins so is forum"),
        ("{at: 1.2, activity: Провести опрос, due: 30.05.2022}", "activity", "another one now", "begins so is 1.1"),
        ("{at: 1.1, activity: Про что-то, done: 01.05.2022}", "activity", "another one now", "correct"),
        ("{at: 1.2, done: 01.05.2022}", "at", "due several times", "30.05.2022, 30.11.2022"),
        ("{at: 1.2, due: 01.05.2022, done: 01.05.2022}", "due", "not due on 01.05.2022", "30.05.2022"),
        ("{at: 1.5, due: 01.05.2022, done: 01.05.2022}", "due", "no day", "take"),
        ("{at: 1.4, done: 01.05.2022}", "at", "rows below it", "mark those"),
    ],
)
def test_what_means_no_row_or_day(mark: str, key: str, words: str, hint: str) -> None:
    """It is told with what to do, and counts for nothing."""
    execution = placed(f"  - {mark}\n")
    (found,) = execution.misplaced
    assert (found.key, found.index) == (key, 0)
    assert words in str(found.message)
    assert hint in str(found.hint)
    assert not [unit for unit in execution.units if unit.marks]


def test_a_number_of_two_rows() -> None:
    """Rows of two sections with one number are told apart by the words, else by nobody."""
    rows = "      - {number: 1, activity: Раз, deadline: май 2022, owners: а}\n" * 1
    rows += "      - {number: 1, activity: Два, deadline: май 2022, owners: а}\n"
    assert executed_rows(rows, "  - {at: 1, activity: Два, done: 01.05.2022}\n").misplaced == ()
    (found,) = executed_rows(rows, "  - {at: 1, done: 01.05.2022}\n").misplaced
    assert "any of several" in str(found.message)


def test_two_marks_of_one_day_are_both_told() -> None:
    """Neither is taken: nobody knows which is right."""
    two = "  - {at: 1.1, done: 01.05.2022}\n  - {at: 1/1.1, due: 31.05.2022, done: 02.05.2022}\n"
    execution = placed(two)
    assert [one.index for one in execution.misplaced] == [0, 1]
    assert not [unit for unit in execution.units if unit.marks]


def test_as_many_marks_as_times() -> None:
    """A row that is due five times in a window takes five marks, and no sixth."""
    five = "  - {at: forum, done: 01.05.2022}\n" * 5
    assert placed(five).misplaced == ()
    assert len(placed(five + "  - {at: forum, done: 02.05.2022}\n").misplaced) == 6


def test_cases_of_a_row_without_a_day() -> None:
    """Work done where it was needed may be marked as often as it was."""
    cases = "  - {at: 1.5, done: 01.05.2022}\n  - {at: 1.5, done: 01.06.2022}\n"
    execution = placed(cases)
    assert execution.misplaced == ()
    assert [len(unit.marks) for unit in execution.units if unit.row.number == "1.5."] == [2]


def test_a_mark_of_the_whole_row() -> None:
    """What was decided of all times of a row is said once."""
    taken = "  - {at: 1.2, removed: {date: 01.05.2022, by: начальник, ground: не нужно}}\n"
    execution = placed(taken)
    assert [len(unit.marks) for unit in execution.units if unit.row.number == "1.2."] == [1, 1]


def test_a_row_that_an_act_has_dropped() -> None:
    """Its mark outlives it, and is no fault."""
    mark = "  - {at: 7.7, activity: Старое, excluded: {act: приказ, date: 01.03.2022}}\n"
    execution = placed(mark)
    assert execution.misplaced == ()
    assert [index for index, _mark in execution.excluded] == [0]


def test_rows_with_rows_below_are_no_units() -> None:
    """Leaves alone are done or not."""
    execution = placed("  []\n")
    assert [unit.row.number for unit in execution.units if unit.row.number.startswith("1.4")] == ["1.4.1.", "1.4.2."]
    assert len(execution.parents) == 1


GONE = "excluded: {act: приказ, date: 16.05.2022, number: 41}"


@pytest.mark.parametrize("where", ["at: 1.7", "at: 1.7, activity: Подвести черту", "at: 1.1, activity: Подвести черту"])
def test_a_dropped_row_whose_number_the_next_one_has(where: str) -> None:
    """It is dropped all the same."""
    found = placed(f"  - {{{where}, {GONE}}}\n")
    assert [index for index, _mark in found.excluded] == [0]
    assert (found.placed, found.misplaced) == ((), ())


@pytest.mark.parametrize("where", ["at: 1.7, activity: Провести опрос", "at: 1.2, activity: Провести опрос"])
def test_a_row_that_only_moved_is_not_dropped(where: str) -> None:
    """It is in the plan under another number, which is told."""
    found = placed(f"  - {{{where}, {GONE}}}\n")
    assert found.excluded == ()
    assert ["1.1" in str(one.hint) for one in found.misplaced] == [True]
