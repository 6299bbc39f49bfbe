"""Proves what reports call the parts of a plan, and how they count days."""

from __future__ import annotations

from datetime import date

from roadmapc.plan.changes.comparison import compare
from roadmapc.reporters._changes import Entry, entries, headed, kinds, shift_words, shifts
from tests.plan.changes.plans import TABLE, edited


def told(*pairs: tuple[str, str]) -> list[Entry]:
    """Return the changes that come of edits."""
    found = compare(edited(), edited(*pairs))
    return entries(found, found.words)


def test_parts_of_a_document_have_their_titles() -> None:
    """Of a row the section and the heading of the column; of all else what the format calls it."""
    pairs = (
        ("И.И. Иванов", "А.А. Орлов"),
        ("Проверить план.", "Проверить план сегодня."),
        ("июнь 2022", "июль 2022"),
        ("Создать правила", "Изменить правила"),
        ("Сидоров С.С.", "Сидоров А.А."),
    )
    assert [(one.heading, one.address, one.label) for one in told(*pairs)] == [
        ("Приказ", "", "Подпись: Подпись"),
        ("Приказ", "", "Пункты 2: Подпункты 2"),
        ("1. Нормативное обеспечение", "1", "Задача"),
        ("1. Нормативное обеспечение", "1.2", "Срок исполнения"),
        ("Приложение № 2: 1", "2/1/1.1", "Мероприятие"),
    ]


def test_a_table_of_an_attachment_stands_under_it() -> None:
    """What lies in no section is named by the attachment alone."""
    [one] = told((TABLE, f"    table: {{heading: Список}}\n{TABLE}"))
    assert one.heading == "Приложение № 2"


def test_a_heading_comes_once() -> None:
    """What is listed under it follows in order."""
    some = told(("июнь 2022", "июль 2022"), ("май 2022", "март 2022"), ("оставляю за собой", "возложить на Ким"))
    assert [(heading, len(listed)) for heading, listed in headed(some)] == [
        ("Приказ", 1),
        ("1. Нормативное обеспечение", 2),
    ]


def test_kinds_are_plain_words() -> None:
    """Every class of changes has one, the common ones of which none is made have not."""
    assert {"cell-changed", "row-added", "layout-changed", "attachment-removed"} <= {*kinds()}
    assert "row-change" not in kinds()
    assert "change" not in kinds()


def test_days_between_due_days() -> None:
    """Of as many days on both sides each moves; of others nothing is said."""
    first, second, third = date(2022, 5, 1), date(2022, 5, 11), date(2022, 5, 21)
    assert shifts((first, second), (second, third)) == [10, 10]
    assert str(shift_words((first, second), (second, third))) == "later by 10 d."
    assert str(shift_words((third,), (first,))) == "earlier by 20 d."
    assert (shifts((first,), (second, third)), shift_words((first,), (second, third))) == ([], None)
    assert shift_words((first, second), (second, second)) is None
