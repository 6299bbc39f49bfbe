"""Proves which columns and rows the table of activities has, and how its cells cover others."""

from __future__ import annotations

import pytest

from roadmapc.documents._table import table_rows, table_view
from roadmapc.documents.attachment import attachment_view
from roadmapc.plan.columns import printed_columns
from tests.conftest import CLEAN
from tests.plans import plan_of, plan_of_rows


def test_the_table() -> None:
    """Five columns make a landscape table; a row has a cell for each, «–» where nothing is."""
    view = attachment_view(plan_of(CLEAN))
    assert view.tables[0].landscape
    assert [name for name, _ in view.tables[0].columns] == ["number", "activity", "deadline", "owners", "result"]
    section, row = view.tables[0].rows
    assert section.section
    assert section.section.title == "Мониторинг"
    assert [cell.text for cell in row.cells] == ["1.1.", "Провести мониторинг", "май 2022", "методист", "Справка"]


def test_a_column_may_be_left_out() -> None:
    """A column without a heading is not printed; four stand upright."""
    four = plan_of(CLEAN + "table: {columns: {result: null}}\n")
    assert len(printed_columns(four.tables[0])) == 4
    assert not attachment_view(four).tables[0].landscape


@pytest.mark.parametrize(("sections", "head"), [("[{}]", True), ("[{activities: [{activity: Раз}]}]", False)])
def test_a_table_of_no_rows_has_its_head(sections: str, head: bool) -> None:
    """In a draft it is printed with it, though the source wants none: without a row there would be no table."""
    text = CLEAN[: CLEAN.index("sections:")] + f"table: {{head: нет}}\nsections: {sections}\n"
    assert attachment_view(plan_of(text)).tables[0].head is head


SHARED = """\
      - {activity: А, owners: методист}
      - {activity: Б, owners: {same_as_above: true}}
      - {activity: В, owners: {same_as_above: true}}
      - {activity: Г, owners: директор}
"""


def test_a_shared_cell_of_owners_covers_its_rows() -> None:
    """«Same as above» makes one cell of as many rows as say so, and only in its column."""
    cells = [cell for row in table_view(plan_of_rows(SHARED).tables[0]).rows for cell in row.cells]
    assert [cell.rows for cell in cells if cell.column == "owners"] == [3, 0, 0, 1]
    assert {cell.rows for cell in cells if cell.column != "owners"} == {1}


@pytest.mark.parametrize("style", ["title", "cell"])
@pytest.mark.parametrize("task", ["", "    task: Раз\n"])
@pytest.mark.parametrize("columns", ["{activity: Что}", "{number: №, activity: Что, owners: Кто}"])
def test_rows_fill_the_grid(style: str, task: str, columns: str) -> None:
    """Whatever a section has, its rows and those of activities take the whole width of the table."""
    table = f"table: {{section_number: {style}, columns: {columns}}}\n"
    section = f"- title: Мониторинг\n    number: I.\n{task}"
    view = table_view(plan_of(table + CLEAN.replace("- title: Мониторинг\n", section)).tables[0])
    rows = table_rows(view)
    assert [row.kind for row in rows] == ["section", *(["task"] if task else []), ""]
    assert {sum(cell.colspan for cell in row.cells) for row in rows} == {len(view.columns)}


def test_cells_hold_paragraphs_and_items() -> None:
    """A list in a cell has its own style; an empty cell prints a dash, a covered one nothing."""
    rows = """\
      - {activity: "Раз:\\n- два", owners: методист}
      - {activity: Три, owners: {same_as_above: true}}
"""
    _, first, second = table_rows(table_view(plan_of_rows(rows).tables[0]))
    styles = [[(p.style, p.content) for p in cell.paragraphs] for cell in first.cells]
    assert styles[0] == [("TableNumber", ("1.1.",))]
    assert styles[1] == [("TableText", ("Раз:",)), ("TableItem", ("два",))]
    assert styles[2] == [("TableText", ("–",))]
    assert second.cells[3].rowspan == 0
    assert second.cells[3].paragraphs[0].content == ()


INHERITING = """\
      - activity: Мониторинг
        deadline: май 2022
        owners: методист
        activities:
          - {activity: Анкета}
          - {activity: Опрос}
          - {activity: Итоги, deadline: июнь 2022, owners: директор}
          - {activity: Вывод}
"""


@pytest.mark.parametrize(("inherited", "rows"), [("dash", [1, 1, 1, 1, 1]), ("merged", [3, 0, 0, 1, 1])])
def test_cells_that_rows_inherit(inherited: str, rows: list[int]) -> None:
    """A dash, or one cell with the row above; behind a row with its own words it is a dash again."""
    view = table_view(plan_of_rows(INHERITING, more=f"table: {{inherited: {inherited}}}\n").tables[0])
    for column in ("deadline", "owners"):
        assert [cell.rows for row in view.rows for cell in row.cells if cell.column == column] == rows
    assert [row.cells[2].text for row in view.rows if row.cells][-1] == "–"


TOGETHER = """\
      - activity: "К началу учебного года:"
        together: да
        owners: директор
        activities:
          - {activity: составить списки, deadline: до 5 сентября 2022 г., result: Списки}
          - {activity: провести собрание, deadline: 9 сентября 2022 г., owners: [завуч, методист]}
      - {activity: Отчитаться, deadline: май 2023, owners: завуч}
"""


def test_parts_in_one_row() -> None:
    """Tasks, days and owners of one row are tied together by numbers; to calendars each is a row."""
    plan = plan_of_rows(TOGETHER)
    _, one, other = table_view(plan.tables[0]).rows
    assert {cell.column: cell.text for cell in one.cells} == {
        "number": "1.1.",
        "activity": "К началу учебного года:\n1) составить списки\n2) провести собрание",
        "deadline": "1) до 5 сентября 2022 г.\n2) 9 сентября 2022 г.",
        "owners": "директор\n1) –\n2) завуч, методист",
        "result": "1) Списки\n2) –",
    }
    assert [cell.text for cell in other.cells][:2] == ["1.2.", "Отчитаться"]
    assert [row.number for row in plan.rows] == ["1.1.", "1.1.1.", "1.1.2.", "1.2."]


def test_a_cell_that_covers_others_takes_the_room_of_one() -> None:
    """What is not printed has no part in the widths, however many rows it would stand in."""
    owner = "Начальник управления образования и его заместитель"
    first = f"      - {{activity: Провести семинар, deadline: май 2022, owners: {owner}}}\n"
    below = "      - {activity: Провести семинар, deadline: май 2022, owners: {same_as_above: true}}\n"
    once, shared, repeated = (
        table_view(plan_of_rows(rows).tables[0]).widths[3] for rows in (first + below, first + below * 9, first * 10)
    )
    assert shared <= once < repeated
