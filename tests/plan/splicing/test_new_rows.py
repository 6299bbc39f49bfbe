"""Proves how rows of a new plan are written into a table of the old one."""

from __future__ import annotations

from roadmapc.plan.changes import changes
from roadmapc.plan.splicing.new_rows import NewRows, joined
from tests.plan.changes.plans import SOURCE, edited
from tests.plan.changes.test_tables import NEW, SECOND
from tests.plans import plan_of

BELOW = NEW.replace("Сайт}", "Сайт, activities: [{activity: Выбрать имя}]}")


def rows() -> NewRows:
    new = edited((SECOND, SECOND + BELOW))
    old = plan_of(SOURCE)
    return NewRows(old, new, changes(old, new).all)


def test_a_row_brings_the_new_rows_below_it() -> None:
    """Cells stand in the order of the format; numbers are written where the table writes them."""
    found = rows()
    row = next(one for one in found.new.rows if one.text == "Создать сайт")
    assert found.row(row, ("sections", 0)) == {
        "activity": "Создать сайт",
        "deadline": "май",
        "owners": "umo",
        "result": "Сайт",
        "activities": [{"activity": "Выбрать имя"}],
    }


def test_a_cell_of_owners_keeps_words_that_the_list_does_not_print() -> None:
    """Aliases beside the words; marks of a list are no part of a name."""
    found = rows()
    assert found.owners(["Начальник УМО", "директор"], "Начальник УМО\nдиректор", "lines") == ["umo", "директор"]
    assert found.owners(["Начальник УМО"], "Начальник УМО (по согласованию)", "lines") == {
        "who": ["umo"],
        "text": "Начальник УМО (по согласованию)",
    }
    assert found.owners(["- директор;", "- завуч"], "- директор;\n- завуч", "list") == ["директор", "завуч"]


def test_owners_are_joined_as_tables_print_them() -> None:
    """In three ways."""
    assert [joined(["а", "б"], style) for style in ("comma", "lines", "list")] == ["а, б", "а\nб", "- а;\n- б"]
