"""Proves that every printed field of a roadmap yields its change, with both routes and both words, and nothing else."""

from __future__ import annotations

import pytest

from roadmapc.plan.changes import (
    AttachmentAdded,
    AttachmentRemoved,
    FieldChanged,
    ItemAdded,
    ItemRemoved,
    TableAdded,
    TableRemoved,
    changes,
)
from roadmapc.plan.changes.comparing import row_pairs
from tests.plan.changes.plans import SOURCE, TABLE, TABLES, edited, found
from tests.plans import plan_of

FIELDS = [
    ("План работы", "План мероприятий", "title", ("document", "title")),
    ("2021-2024}", "2021-2025}", "period", ("document", "period")),
    ("приказом управления", "приказом отдела", "approval.act", ("approval", "act")),
    ("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "ОТДЕЛ", "order.letterhead.organisation", ("order", "letterhead", "organisation", 0)),
    ("Об утверждении", "О введении", "order.subject", ("order", "subject")),
    ("В целях развития", "Во исполнение", "order.preamble", ("order", "preamble")),
    ("Проверить план.", "Проверить план сегодня.", "order.items", ("order", "items", 1, "items", 1)),
    ("оставляю за собой", "возложить на Петрова", "order.items", ("order", "control")),
    ("И.И. Иванов", "А.А. Орлов", "order.signature.name", ("order", "signature", "name")),
    ("heading: Цели", "heading: Задачи", "preface.heading", ("preface", 0, "heading")),
    ("- обучение.", "- наставничество.", "preface.text", ("preface", 0, "text")),
    ("2021–2024 годы", "2021–2025 годы", "passport.text", ("passport", "rows", 0, "text")),
    ("name: Исполнители", "name: Соисполнители", "passport.rows", ("passport", "rows", 1)),
    ('"2023"]', '"2024"]', "indicators 1.years 2", ("indicators", "years", 1)),
    ('"30"]', '"45"]', "indicators.values 2", ("indicators", "rows", 0, "values", 1)),
    ('"%"', "ед.", "indicators.unit", ("indicators", "rows", 0, "unit")),
    ("По согласованию", "По договору", "table.notes", ("table", "notes")),
    ("Нормативное обеспечение", "Нормативная база", "section.title", ("sections", 0, "title")),
    ("Создать правила", "Изменить правила", "section.task", ("sections", 0, "task")),
    ("П.П. Петрова", "О.О. Орлова", "signature", ("signature",)),
    ("Состав группы", "Список группы", "title", ("attachments", 0, "title")),
]


@pytest.mark.parametrize(("old", "new", "field", "route"), FIELDS)
def test_a_field_that_is_printed_once_yields_one_change(
    old: str, new: str, field: str, route: tuple[str | int, ...]
) -> None:
    """Each field is named by its key, with the route of its value and the words before and after."""
    [one] = found((old, new))
    assert isinstance(one, FieldChanged)
    assert (one.field, one.old_route) == (field, route)
    assert one.old != one.new


def test_dates_of_the_order_show_in_the_approval_too() -> None:
    """The approval block prints the order's date and number where it has none of its own."""
    assert [one.field for one in found(("20.10.2022", "21.10.2022"))] == ["order.date", "approval.date"]


def test_the_same_plan_differs_in_nothing() -> None:
    """A plan beside itself yields no change."""
    plan = plan_of(SOURCE)
    assert not changes(plan, plan)


def test_items_are_added_and_removed() -> None:
    """An item of the order that is new or no more is told with its place."""
    [added] = found(("    - text: Отделу", "    - Разместить план на сайте.\n    - text: Отделу"))
    assert isinstance(added, ItemAdded)
    assert (added.new, added.behind) == ("Разместить план на сайте.", ("order", "items", 0))
    [removed] = found(("    - {name: Исполнители, text: Школы района}\n", ""))
    assert isinstance(removed, ItemRemoved)
    assert removed.old_route == ("passport", "rows", 1)


def test_a_part_of_the_preface_is_added_as_a_whole() -> None:
    """A new heading with its text is one new part, whatever stood before it."""
    new = found(("passport:", "  - heading: Риски\n    text: Нехватка кадров.\npassport:"))
    assert [(type(one), one.new, one.new_route) for one in new] == [
        (ItemAdded, "Риски", ("preface", 1, "heading")),
        (ItemAdded, "Нехватка кадров.", ("preface", 1, "text")),
    ]


def test_where_parts_end_makes_no_difference() -> None:
    """Two texts that follow one another print as two paragraphs of one."""
    one = "  - heading: Цели\n    text: |-\n      Развитие методической службы.\n"
    assert not found((one, f"{one.rstrip()}\n  - text: |-\n"))


def test_attachments_are_matched_by_their_numbers() -> None:
    """A further attachment that only one side has is told as a whole."""
    last = "      - activities: [{activity: Сидоров С.С.}]\n"
    [added] = found((last, f"{last}  - number: 3\n    title: Смета\n"))
    assert isinstance(added, AttachmentAdded)
    assert added.new == "3: Смета"
    old, new = edited((last, f"{last}  - number: 3\n")), plan_of(SOURCE)
    assert [type(one) for one in changes(old, new).all] == [AttachmentRemoved]


def test_a_table_that_only_one_side_has_is_told() -> None:
    """It is told as a whole, by its heading or its first row; which table it is its words tell."""
    one, two = plan_of(SOURCE), edited((TABLE, TABLES))
    [added] = changes(one, two).all
    assert isinstance(added, TableAdded)
    assert (added.new, added.new_route) == ("Смета", ("attachments", 0, "tables", 1))
    [removed] = changes(two, one).all
    assert isinstance(removed, TableRemoved)
    assert (removed.old, removed.old_route) == ("Смета", ("attachments", 0, "tables", 1))
    [whole] = found((TABLE, ""))
    assert isinstance(whole, TableRemoved)
    assert whole.old == "Сидоров С.С. (№ п/п; Мероприятие; Срок исполнения; Ответственный)"


def test_rows_of_a_lone_table_have_no_other_side() -> None:
    """Those of a table or an attachment that is new, or no more, are among the pairs, for what follows from them."""
    [new] = [pair.new for pair in row_pairs(edited((TABLE, "")), plan_of(SOURCE)) if pair.old is None]
    assert new is not None
    assert new.text == "Сидоров С.С."
    attachment = f"attachments:\n  - number: 2\n    title: Состав группы\n{TABLE}"
    [old] = [pair.old for pair in row_pairs(plan_of(SOURCE), edited((attachment, ""))) if pair.new is None]
    assert old is not None
    assert old.text == "Сидоров С.С."


def test_typography_counts_when_it_is_asked_for() -> None:
    """Kinds of spaces and dashes are no change; with the option they are one that says so."""
    pair = ("2021–2024 годы", "2021-2024\u00a0годы")
    assert not found(pair)
    [one] = found(pair, typography=True)
    assert one.typography
    [other] = found(("По согласованию.", "По договору."), typography=True)
    assert not other.typography


def test_what_is_not_printed_is_no_change() -> None:
    """Ids, aliases and settings reach no document."""
    assert not found(("id: order", "id: prikaz"), ("owners: {umo:", "calendar: {shift: next}\nowners: {umo:"))
