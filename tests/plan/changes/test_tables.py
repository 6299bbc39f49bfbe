"""Proves what is told of rows, cells, owners, columns and sections of a table."""

from __future__ import annotations

from roadmapc.plan.changes import (
    CellChanged,
    ColumnAdded,
    ColumnRemoved,
    FieldChanged,
    OwnersChanged,
    RowAdded,
    RowMoved,
    RowRemoved,
    RowRenumbered,
    SectionAdded,
    SectionRemoved,
    changes,
)
from tests.plan.changes.plans import SOURCE, edited, found
from tests.plans import plan_of

SECOND = (
    "      - {activity: Провести совещание директоров школ, deadline: июнь 2022, "
    "owners: [umo, методист], result: Протокол}\n"
)
THIRD = "      - {activity: Подготовить отчёт о работе группы, deadline: август 2022, owners: umo, result: Отчёт}\n"
NEW = "      - {activity: Создать сайт, deadline: май, owners: umo, result: Сайт}\n"


def test_a_cell_is_told_by_its_column() -> None:
    """Old words and new ones, the number of the row, the heading of the column."""
    [one] = found(("deadline: июнь 2022", "deadline: июль 2022"))
    assert isinstance(one, CellChanged)
    assert (one.number, one.field, one.heading, one.old, one.new) == (
        "1.2.",
        "deadline",
        "Срок исполнения",
        "июнь 2022",
        "июль 2022",
    )
    assert one.old_route == ("sections", 0, "activities", 1, "deadline")


def test_owners_tell_who_came_and_who_went() -> None:
    """Owners are compared as people, not as words alone."""
    [one] = found(("[umo, методист]", "[umo, директор]"))
    assert isinstance(one, OwnersChanged)
    assert (one.gained, one.lost, one.now) == (("директор",), ("методист",), ("Начальник УМО", "директор"))


def test_a_new_row_stands_behind_an_old_one_and_renumbers_those_below() -> None:
    """The old row before it and the section that holds it are told; numbers follow."""
    added, *others = [one for one in found((SECOND, SECOND + NEW)) if isinstance(one, RowAdded)]
    assert not others
    assert (added.behind, added.within) == (("sections", 0, "activities", 1), ("sections", 0))
    numbers = [(one.old, one.new) for one in found((SECOND, SECOND + NEW)) if isinstance(one, RowRenumbered)]
    assert numbers == [("1.3.", "1.4.")]


def test_new_rows_in_a_run_follow_one_another() -> None:
    """Each but the first says which new row it comes behind."""
    first, second = (one for one in found((SECOND, SECOND + NEW + NEW)) if isinstance(one, RowAdded))
    assert first.follows is None
    assert second.follows == first.new_route


def test_a_row_is_removed() -> None:
    """The row is told once, with its old route."""
    [one] = [one for one in found((SECOND, "")) if isinstance(one, RowRemoved)]
    assert one.old_route == ("sections", 0, "activities", 1)


def test_rows_in_another_order_have_moved() -> None:
    """The fewest rows are said to have moved."""
    moved = [one for one in found((SECOND + THIRD, THIRD + SECOND)) if isinstance(one, RowMoved)]
    assert len(moved) == 1


def test_a_row_below_another_section_has_moved() -> None:
    """It is neither removed nor added."""
    last = "result: Список}\n"
    kinds = {type(one) for one in found((THIRD, ""), (last, last + THIRD))}
    assert kinds == {RowMoved, RowRenumbered}


def test_sections_are_added_and_removed_with_their_rows() -> None:
    """Rows of a new section are told below it; those of one that is gone go with it."""
    section = "  - title: Итоги\n    activities:\n" + NEW
    told = found(("  - title: Обучение педагогов", section + "  - title: Обучение педагогов"))
    assert [type(one) for one in told if not isinstance(one, RowRenumbered)] == [SectionAdded, RowAdded]
    gone = changes(
        edited(("  - title: Обучение педагогов", section + "  - title: Обучение педагогов")), plan_of(SOURCE)
    )
    assert [type(one) for one in gone.all if not isinstance(one, RowRenumbered)] == [SectionRemoved]


def test_columns_are_added_renamed_and_removed() -> None:
    """A column is known by its heading, then by what is in it."""
    columns = "table:\n  columns: {number: № п/п, activity: Мероприятие, owners: Кто, deadline: Срок исполнения"
    [renamed] = found(("table:", columns + ", result: Результат}"))
    assert isinstance(renamed, FieldChanged)
    assert (renamed.field, renamed.old, renamed.new) == ("column.owners", "Ответственный", "Кто")
    removed = found(("table:", "table:\n  columns: {result: null}"))
    assert ColumnRemoved in {type(one) for one in removed}
    added = changes(edited(("table:", "table:\n  columns: {result: null}")), plan_of(SOURCE))
    assert ColumnAdded in {type(one) for one in added.all}
