"""Proves that a table of activities becomes the settings, columns and rows of the format."""

from __future__ import annotations

from typing import Any

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.owners import owners_in
from roadmapc.importing.understanding.table import read_table, table_values
from tests.importing.understanding.building import UP, grid, span

HEAD = ["№ п/п", "Мероприятие", "Сроки", "Ответственный"]
ROW = ["1.", "Провести мониторинг", "май 2022", "Методист"]


def understood(table: Grid) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    draft = Draft()
    return table_values(read_table(table, draft), draft)


def test_a_plain_table() -> None:
    """The columns are the plain ones under their own headings; those that are missing are said to be none."""
    settings, sections = understood(grid(HEAD, ROW))
    assert settings["columns"] == {
        "number": "№ п/п", "activity": "Мероприятие", "deadline": "Сроки", "owners": "Ответственный", "result": None,
    }  # fmt: skip
    assert settings["numbering"] == "printed"
    row = sections[0]["activities"][0]
    assert (row["number"], row["activity"], row["deadline"]) == ("1.", "Провести мониторинг", "май 2022")
    assert row["owners"].who == ("Методист",)


def test_columns_of_ones_own_have_keys_of_their_headings() -> None:
    """Two of one kind have a key each; none is a key that the format uses for something else."""
    head = ["№", "Мероприятие", "Место проведения", "Срок", "Срок представления отчета", "Title"]
    settings, sections = understood(grid(head, ["1", "Сбор", "Актовый зал", "май", "июнь", "важно"]))
    assert [(one.get("key"), one.get("is", "text")) for one in settings["columns"]] == [
        (None, "number"), (None, "activity"), ("mesto-provedeniia", "text"), (None, "deadline"),
        ("srok-predstavleniia-otcheta", "deadline"), ("column-6", "text"),
    ]  # fmt: skip
    assert sections[0]["activities"][0] == {
        "number": "1", "activity": "Сбор", "mesto-provedeniia": "Актовый зал", "deadline": "май",
        "srok-predstavleniia-otcheta": "июнь", "column-6": "важно",
    }  # fmt: skip


def test_a_head_of_two_rows() -> None:
    """The words of a group speak for each of its columns."""
    table = grid(
        [span("№", 1, 2), span("Мероприятие", 1, 2), span("Срок", 2)],
        [UP, UP, "начало", "окончание"],
        ["1", "а", "май", "июнь"],
    )
    assert [one.kind for one in read_table(table, Draft()).columns] == ["number", "activity", "start", "deadline"]


def test_a_table_without_a_head() -> None:
    """It says so, and prints none."""
    settings, sections = understood(grid(ROW, ["2.", "Обучить педагогов", "июнь 2022", "Завуч"]))
    assert settings["head"] == "нет"
    assert len(sections[0]["activities"]) == 2


def test_numbers_of_columns_are_a_setting() -> None:
    settings, _ = understood(grid(HEAD, ["1", "2", "3", "4"], ROW))
    assert settings["column_numbers"] == "да"


def test_cells_shared_with_the_row_above() -> None:
    head = [*HEAD, "Результат"]
    table = grid(head, ["1.", "а", span("май", 1, 2), "Завуч", "Отчет"], ["2.", "б", UP, "Завуч", "Отчет"])
    assert understood(table)[1][0]["activities"][1]["deadline"] == {"same_as_above": "да"}


def test_an_empty_column_is_filled_in_by_hand() -> None:
    settings, _ = understood(grid([*HEAD, "Отметка о выполнении"], [*ROW, ""]))
    assert settings["columns"][-1]["is"] == "blank"


def test_a_column_of_dashes_is_no_place_to_write_in() -> None:
    settings, _ = understood(grid([*HEAD, "Примечание"], [*ROW, "–"]))
    assert "is" not in settings["columns"][-1]


def test_a_row_that_goes_on_adds_to_the_cells_above() -> None:
    """Where the cell of the activity reaches down, the words beside it are further lines; the activity stays."""
    table = grid(HEAD, ["1.", span("а", 1, 2), "май", "Завуч"], ["", UP, "июнь", "Школы"])
    (row,) = understood(table)[1][0]["activities"]
    assert (row["activity"], row["deadline"], row["owners"].who) == ("а", "май\nиюнь", ("Завуч", "Школы"))


def test_the_rest_of_a_table_has_the_columns_of_its_beginning() -> None:
    """Its own head, if it has one, is a repetition."""
    draft = Draft()
    first = read_table(grid(HEAD, ROW), draft)
    rest = read_table(grid(HEAD, ["2.", "б", "", ""]), draft, first)
    assert rest.columns == first.columns
    assert [one.text for one in draft.repeated] == [" ".join(HEAD)]
    assert [line.number for line in rest.lines] == ["2."]


def test_marks_that_say_the_same_are_cells_shared_with_that_above() -> None:
    table = grid(HEAD, ROW, ["2.", "б", "—//—", "- « -"], ["3.", "в", '"', "май // июнь"])
    found = understood(table)[1][0]["activities"][1:]
    assert [row["deadline"] for row in found] == [{"same_as_above": "да"}] * 2
    assert found[0]["owners"] == {"same_as_above": "да"}
    assert found[1]["owners"].who == ("май // июнь",)


def test_who_is_meant_by_those_above() -> None:
    """From row to row; a cell that is one with that above names nobody new."""
    table = grid(HEAD, ROW, ["2.", "б", "май", "Она же"], ["3.", "в", "июнь", "—//—"], ["4.", "г", "июль", "та же"])
    found = understood(table)[1][0]["activities"]
    assert [found[at]["owners"].who for at in (1, 3)] == [owners_in(ROW[3]).who] * 2


def test_a_row_that_a_page_has_parted_is_one() -> None:
    """Without a number and an activity it goes on with the one above."""
    (row,) = understood(grid(HEAD, ROW, ["", "", "", "Школы"]))[1][0]["activities"]
    assert row["owners"].text.endswith("\nШколы")
