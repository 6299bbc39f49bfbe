"""Proves how a roadmap becomes a plan: rows in order, owners and days found, what cannot be read kept."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.plan import Assignee, Plan
from tests.conftest import CLEAN
from tests.plans import plan_of, plan_of_rows

OWNERS = "owners: {umo: {post: Управление, name: Иванов И.И., contacts: umo@example.org}}\n"


def words(plan: Plan) -> list[str]:
    """Return the owners' cells of a plan."""
    return [row.owners_text for row in plan.rows]


def test_owners_are_found_in_the_directory() -> None:
    """An alias brings post, person and contacts; other words stand for themselves; «as above» takes those above."""
    rows = """\
      - {activity: А, owners: [umo, завуч]}
      - {activity: Б, owners: {same_as_above: true}}
      - {activity: В}
      - {activity: Г, owners: {text: Все педагоги}}
"""
    plan = plan_of_rows(rows, more=OWNERS)
    both = (Assignee("Управление", "umo", "Иванов И.И.", "umo@example.org"), Assignee("завуч"))
    assert [row.assignees for row in plan.rows] == [both, both, (), (Assignee("Все педагоги"),)]
    assert ["owners" in row.shared for row in plan.rows] == [False, True, False, False]
    assert words(plan) == ["Управление\nзавуч", "Управление\nзавуч", "", "Все педагоги"]


@pytest.mark.parametrize(("style", "cell"), [("comma", "а, б, в"), ("lines", "а\nб\nв"), ("list", "- а;\n- б;\n- в")])
def test_how_owners_are_joined(style: str, cell: str) -> None:
    """By commas, in lines, or as a list."""
    rows = "      - {activity: А, owners: [а, б, в]}\n"
    assert words(plan_of_rows(rows, more=f"table: {{owners: {style}}}\n")) == [cell]


def test_days_beside_the_words_are_what_counts() -> None:
    """Dates, once each and in order, stand instead of what the words say; one that cannot be read is kept."""
    rows = """\
      - {activity: А, deadline: {text: май 2022, dates: [20.05.2022, 10.05.2022 – 12.05.2022, 20.05.2022]}}
      - {activity: Б, deadline: {text: май 2022, dates: [20.05.2022, скоро]}}
      - {activity: В, deadline: май 2022}
"""
    given, wrong, plain = plan_of_rows(rows).rows
    assert [(one.first, one.due) for one in given.occurrences] == [
        (date(2022, 5, 10), date(2022, 5, 12)),
        (date(2022, 5, 20), date(2022, 5, 20)),
    ]
    assert (given.has_dates, wrong.has_dates, plain.has_dates) == (True, False, False)
    assert wrong.dates_error
    assert wrong.dates_error[0] == 1
    assert wrong.occurrences == plain.occurrences


def test_what_cannot_be_read_is_kept() -> None:
    """Nothing raises: errors of deadline, period and calendar are values, and their rows have no days."""
    plan = plan_of_rows("      - {activity: А, deadline: 32 мая}\n", more="calendar: {terms: [скоро]}\n")
    (row,) = plan.rows
    assert row.deadline_error
    assert (row.dated, row.occurrences) == (None, ())
    assert plan.calendar_error
    assert plan.calendar_error.key == "terms"
    unknown = plan_of_rows("      - {activity: А, deadline: май}\n", period="когда-нибудь")
    assert unknown.period_error
    assert [(row.dated, row.deadline_error) for row in unknown.rows] == [(None, None)]


def test_ids_outlive_renumbering() -> None:
    """An id is made of the words of row and section, or is its author's; words that come again are counted."""
    rows = "      - {activity: Раз}\n      - {activity: 'раз '}\n      - {activity: Два, id: two}\n"
    first, again, named = (row.id for row in plan_of_rows(rows).rows)
    assert (again, named) == (f"{first}-2", "two")
    moved = [row.id for row in plan_of_rows("      - {activity: Ноль}\n" + rows).rows]
    assert moved[1:] == [first, again, named]


def test_a_section_may_be_a_row() -> None:
    """With a deadline, owners or a result of its own it is one, at the first level, before its rows."""
    source = CLEAN.replace("  - title: Мониторинг\n", "  - title: Мониторинг\n    result: Отчет\n")
    plan = plan_of(source)
    assert [(row.level, row.text) for row in plan.rows] == [(1, "Мониторинг"), (2, "Провести мониторинг")]
    assert plan.sections[0].own
    assert plan_of(CLEAN).sections[0].own is None


INHERITING = """\
      - activity: Мониторинг
        deadline: май 2022
        owners: методист
        activities:
          - {activity: Анкета}
          - {activity: Опрос, deadline: июнь 2022}
          - {activity: Сбор, owners: директор}
"""


def test_rows_below_another_inherit_its_days_and_owners() -> None:
    """What a row leaves out is that of the row above it; its own cells have no words."""
    parent, first, second, third = plan_of_rows(INHERITING).rows
    assert first.occurrences == third.occurrences == parent.occurrences
    assert second.occurrences != parent.occurrences
    assert first.assignees == second.assignees == parent.assignees
    assert [assignee.text for assignee in third.assignees] == ["директор"]
    assert (first.deadline_text, first.owners_text) == ("", "")
    assert [row.inherits for row in (parent, first, second, third)] == [
        frozenset(),
        frozenset({"deadline", "owners"}),
        frozenset({"owners"}),
        frozenset({"deadline"}),
    ]
