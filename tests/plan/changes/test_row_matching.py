"""Proves which rows are taken for one and the same, and that it is said where that is not certain."""

from __future__ import annotations

from roadmapc.plan import Plan
from roadmapc.plan.changes import CellChanged, RowAdded, RowRemoved, changes, consequences
from tests.plans import plan_of
from tests.work import lines_run

HEAD = "roadmapc: 1\nmunicipality: {name: Район}\ndocument: {kind: план, period: 2022}\nsections:\n- activities:\n"


def plan(*rows: str) -> Plan:
    return plan_of(HEAD + "".join(f"  - {{{row}}}\n" for row in rows))


def test_an_id_outlives_all_words() -> None:
    """Where both plans name a row, nothing else is asked."""
    old = plan("id: a, activity: Издать приказ", "activity: Другое дело")
    new = plan("activity: Другое дело", "id: a, activity: Провести совещание с родителями")
    assert not [one for one in changes(old, new).all if isinstance(one, RowAdded | RowRemoved)]


def test_alike_words_are_found_behind_a_removed_row() -> None:
    """A row whose number moved up is known by its words, not by the number that another had."""
    old = plan(
        "activity: Издать приказ", "activity: Провести совещание директоров", "activity: Подготовить отчёт о группе"
    )
    new = plan("activity: Издать приказ", "activity: Подготовить отчёт о рабочей группе")
    told = [one for one in changes(old, new).all if one.field != "number"]
    assert {type(one) for one in told} == {CellChanged, RowRemoved}
    assert [one.old for one in told if isinstance(one, RowRemoved)] == ["Провести совещание директоров"]


def test_a_row_of_other_words_under_the_same_number_is_uncertain() -> None:
    """It is taken for the same row, and said so."""
    [one] = changes(plan("activity: Издать приказ"), plan("activity: Провести совещание")).all
    assert isinstance(one, CellChanged)
    assert one.uncertain


def test_a_number_alone_makes_no_row_move() -> None:
    """A new row that came by the number of one that is gone, above others, is a new one."""
    old = plan("activity: Издать приказ", "activity: Провести совещание", "activity: Собрать анкеты школ района")
    new = plan(
        "activity: Издать приказ", "activity: Купить мел", "activity: Созвать родителей", "activity: Провести совещание"
    )
    told = [one for one in changes(old, new).all if one.field != "number"]
    assert [(type(one), one.old or one.new) for one in told] == [
        (RowRemoved, "Собрать анкеты школ района"),
        (RowAdded, "Купить мел"),
        (RowAdded, "Созвать родителей"),
    ]


def test_cells_alone_make_no_row_move() -> None:
    """A new row with the deadline and the owners of one that is gone, below others, is a new one."""
    cells = "deadline: май, owners: Иванов"
    old = plan(f"activity: Купить мел, {cells}", "activity: Провести совещание", "activity: Собрать анкеты школ района")
    new = plan("activity: Провести совещание", f"activity: Созвать родителей, {cells}")
    told = [one for one in changes(old, new).all if one.field != "number"]
    assert {(type(one), one.old or one.new) for one in told} == {
        (RowRemoved, "Купить мел"),
        (RowRemoved, "Собрать анкеты школ района"),
        (RowAdded, "Созвать родителей"),
    }


def test_of_two_alike_rows_the_one_with_the_same_cells_is_meant() -> None:
    """Words of which a third were changed tell less than a deadline and a result that stand once in the section."""
    short = "Информировать педагогов о новинках литературы"
    long = "Информировать педагогов о конкурсах школ и о грантах области"
    old = plan(f"activity: {short}, result: Читают", f"activity: {long}, result: Участвуют")
    new = plan("activity: Информировать педагогов о конкурсах, result: Участвуют")
    removed = [one.old for one in changes(old, new).all if isinstance(one, RowRemoved)]
    assert removed == [short]


def test_repeated_words_are_taken_in_their_order() -> None:
    """Of rows that say the same the first is the first."""
    old = plan("activity: Совещание, deadline: май", "activity: Совещание, deadline: июнь")
    new = plan("activity: Совещание, deadline: май", "activity: Совещание, deadline: июль")
    [one] = changes(old, new).all
    assert (one.old, one.new) == ("июнь", "июль")


def test_work_grows_with_the_number_of_rows_alone() -> None:
    """Five times the rows, of which each tenth has changed, are about five times the work."""

    def work(count: int) -> int:
        rows = [
            f"activity: Провести мероприятие{at % 97} школы{at} района{at % 13}, deadline: май" for at in range(count)
        ]
        old = plan(*rows)
        new = plan(*(row.replace("Провести", "Организовать") if not at % 10 else row for at, row in enumerate(rows)))
        assert len(changes(old, new).all) == count / 10
        assert not consequences(old, new).deadlines
        return lines_run(lambda: (changes(old, new), consequences(old, new)))

    assert work(1000) < 7 * work(200)
