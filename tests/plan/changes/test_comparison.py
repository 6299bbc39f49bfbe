"""Proves that differences come in the order of the document, apart by what they are, and in time linear in the rows."""

from __future__ import annotations

from roadmapc.plan.changes import RowAdded, RowMoved, RowRemoved, RowRenumbered
from roadmapc.plan.changes.comparison import compare
from tests.plan.changes.plans import SOURCE, edited
from tests.plans import plan_of
from tests.work import lines_run

HEAD = "roadmapc: 1\nmunicipality: {name: Район}\ndocument: {kind: план, period: 2022}\nsections:\n"


def plan(*sections: tuple[str, list[str]]) -> str:
    """Return the text of a plan of sections with rows."""
    text = HEAD
    for title, rows in sections:
        text += f"- title: {title}\n  activities:\n" + "".join(f"  - activity: {row}\n" for row in rows)
    return text


def test_changes_come_as_the_document_goes() -> None:
    """A new row stands where it is new, one that is gone where it stood, whatever kind of change it is."""
    old = plan(("А", ["Провести опрос", "Издать приказ", "Купить мел"]), ("Б", ["Обучить педагогов", "Собрать отчёты"]))
    new = plan(
        ("А", ["Провести опрос школ", "Купить белый мел", "Создать сайт"]),
        ("В", ["Открыть музей"]),
        ("Б", ["Собрать все отчёты"]),
    )
    found = compare(plan_of(old), plan_of(new))
    told = [one.new or one.old for one in found.words if not isinstance(one, RowRenumbered)]
    assert told == [
        "Провести опрос школ",
        "Издать приказ",
        "Купить белый мел",
        "Создать сайт",
        "В",
        "Открыть музей",
        "Обучить педагогов",
        "Собрать все отчёты",
    ]


def test_typography_stands_apart() -> None:
    """A dash of another kind is no change of words; alone it is not nothing either."""
    found = compare(plan_of(SOURCE), edited(("2021–2024 годы", "2021-2024 годы")))
    assert (len(found.words), len(found.typography), found.is_nothing) == (0, 1, False)


def test_the_same_plan_is_nothing() -> None:
    """Neither words nor days differ."""
    found = compare(plan_of(SOURCE), plan_of(SOURCE))
    assert found.is_nothing
    assert not found.is_of_two_plans


def test_a_calendar_alone_is_not_nothing() -> None:
    """No word differs, but days do."""
    cell = "deadline: {text: июнь 2022, dates: [15.06.2022]}"
    found = compare(edited(("deadline: июнь 2022", cell)), edited(("deadline: июнь 2022", cell.replace("15.", "16."))))
    assert (found.words, found.is_nothing, found.follows) == ((), False, True)


def test_plans_that_have_nothing_in_common() -> None:
    """They are said to be two plans; few rows tell nothing."""
    old = plan(("А", ["Провести опрос", "Издать приказ", "Купить мел"]))
    new = plan(("Я", ["Отремонтировать крышу", "Заменить окна", "Покрасить забор"]))
    assert compare(plan_of(old), plan_of(new)).is_of_two_plans
    few = plan(("Я", ["Отремонтировать крышу"]))
    assert not compare(plan_of(old), plan_of(few)).is_of_two_plans


def test_everything_renumbered() -> None:
    """A section put first renumbers all; no row is taken for another."""
    sections = [(title, [f"{verb} {title.lower()}" for verb in ("Создать", "Издать")]) for title in ("Кадры", "Отчёты")]
    new = plan(("Итоги", ["Подвести итоги года"]), *sections)
    found = compare(plan_of(plan(*sections)), plan_of(new))
    assert {type(one) for one in found.words if isinstance(one, RowRemoved | RowMoved)} == set()
    assert sum(isinstance(one, RowRenumbered) for one in found.words) == 6
    assert sum(type(one) is RowAdded for one in found.words) == 1
    assert not found.uncertain


def test_two_rows_with_one_id() -> None:
    """The id tells neither; their words do."""
    old = "  - {id: a, activity: Издать приказ, deadline: май}\n  - {id: a, activity: Купить мел, deadline: май}\n"
    text = f"{HEAD}- activities:\n{old}"
    [change] = compare(plan_of(text), plan_of(text.replace("мел, deadline: май", "мел, deadline: июнь"))).words
    assert (change.old, change.new) == ("май", "июнь")


def test_work_grows_with_the_rows_alone() -> None:
    """Five times the rows are about five times the work."""

    def work(count: int) -> int:
        rows = [f"Провести мероприятие{at % 97} школы{at} района{at % 13}" for at in range(count)]
        edited_rows = [row.replace("Провести", "Организовать") if not at % 10 else row for at, row in enumerate(rows)]
        old, new = plan_of(plan(("А", rows))), plan_of(plan(("А", edited_rows[5:])))
        return lines_run(lambda: compare(old, new))

    assert work(1000) < 7 * work(200)
