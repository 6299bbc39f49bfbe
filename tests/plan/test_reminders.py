"""Proves who is reminded, and what tells one reminder from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmapc.plan.execution import execution_of
from roadmapc.plan.reminders import by_owner, identity, is_named, summary_identity, week_of
from roadmapc.plan.reminding import Warnings, reminders
from tests.plans import plan_of_rows

PLAN = plan_of_rows(
    """\
      - {activity: Раз, deadline: до 31 мая 2023 г., owners: [umo, методист]}
      - {activity: Два, deadline: до 30 мая 2023 г., owners: [методист, Методист]}
      - {activity: Три, deadline: до 30 мая 2023 г.}
""",
    period="2023",
    more="owners: {umo: {post: Управление, name: Иванов И.И., email: a@example.ru}}\n",
)
FOUND = reminders(execution_of(PLAN), date(2023, 5, 30), Warnings())


def test_each_owner_of_a_row_is_reminded_once() -> None:
    owners = by_owner(FOUND)
    assert [(one.owner.text, [reminder.row.text for reminder in one.reminders]) for one in owners] == [
        ("Управление", ["Раз"]),
        ("методист", ["Два", "Раз"]),
    ]


def test_an_owner_is_named_by_a_part_of_what_is_known() -> None:
    owner = by_owner(FOUND)[0].owner
    assert [is_named(owner, words) for words in ("UMO", "иванов", "управ", "завуч")] == [True, True, True, False]


def test_what_tells_reminders_apart() -> None:
    """Address, roadmap, row, term and warning; not the case of letters in an address, nor a number that has changed."""
    one = FOUND[0]
    moved = replace(one, state=replace(one.state, term=date(2023, 6, 5)))
    renumbered = replace(one, unit=replace(one.unit, row=replace(one.row, number="9")))
    known = identity("a@example.ru", PLAN, one, "5d")
    assert known == identity("A@Example.ru", PLAN, one, "5d") == identity("a@example.ru", PLAN, renumbered, "5d")
    others = {
        identity("b@example.ru", PLAN, one, "5d"),
        identity("a@example.ru", PLAN, one, "1wd"),
        identity("a@example.ru", PLAN, FOUND[1], "5d"),
        identity("a@example.ru", PLAN, moved, "5d"),
        identity("a@example.ru", replace(PLAN, id="other"), one, "5d"),
        summary_identity("a@example.ru", PLAN, date(2023, 5, 30)),
    }
    assert len(others | {known}) == 7


def test_weeks_are_those_of_the_calendar() -> None:
    assert [week_of(date(2023, 1, 1)), week_of(date(2023, 5, 29))] == ["2022-W52", "2023-W22"]
