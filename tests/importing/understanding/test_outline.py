"""Proves what stands below what: sections, tasks, activities and their parts."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.outline import Outline
from roadmapc.importing.understanding.rows import Line, read_rows
from tests.importing.understanding.building import UP, grid, span, t

KINDS = ("number", "activity", "deadline", "owners")
HEADS = ("№ п/п", "Мероприятие", "Срок", "Ответственный")


def values(line: Line, title: str) -> dict[str, Any]:
    found: dict[str, Any] = {"number": line.number} if line.number else {}
    return found | {title: line.cells.get(1, ""), **{KINDS[at]: words for at, words in line.cells.items() if at > 1}}


def outlined(table: Grid, kinds: tuple[str, ...] = KINDS) -> list[str]:
    """Return the rows as an outline: «= number title» of a section, «! task», dashes for the depth of an activity."""
    found = Outline(read_rows(table.rows, kinds, HEADS).lines, kinds, values).read()
    return [line for section in found for line in _section(section)]


def _section(section: dict[str, Any]) -> list[str]:
    head = f"= {section.get('number', '')} {section.get('title', '')}"
    task = [f"! {section['task']}"] if "task" in section else []
    return [" ".join(head.split()), *task, *_activities(section.get("activities", ()), "-")]


def _activities(rows: Any, sign: str) -> list[str]:
    found = []
    for row in rows:
        rest = [row[key].replace("\n", "/") for key in ("number", "activity", "deadline", "owners") if row.get(key)]
        found += [f"{sign} {' '.join(rest)}", *_activities(row.get("activities", ()), sign + "-")]
    return found


ROW = ["1.1.", "Мониторинг", "май", "методист"]
OUTLINES: dict[str, tuple[Grid, list[str]]] = {
    "items of a list in rows of their own": (
        grid(
            ["1", "Выставки:", "", ""],
            ["", "– «Новинки»;", "май", ""],
            ["", "– «Юбиляры».", "июнь", ""],
            ["2", "Урок", "", ""],
        ),
        ["=", "- 1 Выставки:", "-- - «Новинки»; май", "-- - «Юбиляры». июнь", "- 2 Урок"],
    ),
    "letters in the column of numbers": (
        grid(["1", "Выставки", "", ""], ["а)", "Новинки", "май", ""], ["2", "Урок", "", ""]),
        ["=", "- 1 Выставки", "-- а) Новинки май", "- 2 Урок"],
    ),
    "a row without a number, or with an odd one, among parts": (
        grid(
            [span("Раздел", 4)],
            ["1.1.", "Опрос", "май", ""],
            ["1.1.1.", "Анкета", "май", ""],
            ["2.1.2.", "Свод", "июнь", ""],
            ["", "Сбор", "июнь", ""],
            ["1.1.3.", "Справка", "июль", ""],
            ["", "Итоги", "август", ""],
        ),
        [
            "= Раздел",
            "- 1.1. Опрос май",
            "-- 1.1.1. Анкета май",
            "-- 2.1.2. Свод июнь",
            "-- Сбор июнь",
            "-- 1.1.3. Справка июль",
            "- Итоги август",
        ],
    ),
    "a row without a number between two of the same depth": (
        grid(["1.", "Опрос", "май", ""], ["", "Сбор", "июнь", ""], ["2.", "Свод", "июнь", ""]),
        ["=", "- 1. Опрос май", "- Сбор июнь", "- 2. Свод июнь"],
    ),
    "a row of a number alone": (
        grid(ROW, ["1.2.", "", "", ""], ["1.3.", "Итоги", "июнь", "методист"]),
        ["=", "- 1.1. Мониторинг май методист", "- 1.2.", "- 1.3. Итоги июнь методист"],
    ),
    "a sum over all columns": (
        grid(ROW, [span("Итого по разделу: 1", 4)], ["1.2.", "Итоги", "июнь", "методист"]),
        ["=", "- 1.1. Мониторинг май методист", "- Итого по разделу: 1", "- 1.2. Итоги июнь методист"],
    ),
    "activities with rows below them, under names of sections": (
        grid(
            [span("Кадры", 4)],
            ["1", "Слет", "май", "методист"],
            ["1.1", "Заявки", "май", "завуч"],
            ["2", "Итоги", "июнь", ""],
        ),
        ["= Кадры", "- 1 Слет май методист", "-- 1.1 Заявки май завуч", "- 2 Итоги июнь"],
    ),
    "a name that begins with a number": (
        grid([span("I этап", 4)], ROW, [span("2 Блок", 4)], ROW),
        ["= I этап", "- 1.1. Мониторинг май методист", "= 2 Блок", "- 1.1. Мониторинг май методист"],
    ),
    "a section over the table": (
        grid([span("Раздел 1. Мониторинг", 4)], ROW),
        ["= Раздел 1. Мониторинг", "- 1.1. Мониторинг май методист"],
    ),
    "numbers in sections' names": (
        grid([span("1. Мониторинг", 4)], ROW, [span("II. Кадры", 4)], ["2.1.", "Курсы", "", ""]),
        ["= 1. Мониторинг", "- 1.1. Мониторинг май методист", "= II. Кадры", "- 2.1. Курсы"],
    ),
    "a section with its number apart": (
        grid(["1.", span("Мониторинг", 3)], ROW),
        ["= 1. Мониторинг", "- 1.1. Мониторинг май методист"],
    ),
    "parts of an activity in rows of their own": (
        grid(
            ["1.", "Изучить документы:", "", ""],
            ["", "а) порядок", "май", ""],
            ["", "б) письма", "июнь", ""],
            ["2.", "Курсы", "", ""],
        ),
        ["=", "- 1. Изучить документы:", "-- а) порядок май", "-- б) письма июнь", "- 2. Курсы"],
    ),
    "a total is no section": (
        grid(ROW, [span("Итого мероприятий: 1", 4)]),
        ["=", "- 1.1. Мониторинг май методист", "- Итого мероприятий: 1"],
    ),
    "a section in the number's cell": (
        grid(["Мониторинг", "", "", ""], ROW),
        ["= Мониторинг", "- 1.1. Мониторинг май методист"],
    ),
    "a section in its own cell": (
        grid(["I.", "Мониторинг", "", ""], ["1.", "Опрос", "май", "методист"]),
        ["= I. Мониторинг", "- 1. Опрос май методист"],
    ),
    "a section that is an activity, too": (
        grid(["1.", "Мониторинг", "весь период", "методист"], ROW),
        ["= 1. Мониторинг", "- 1.1. Мониторинг май методист"],
    ),
    "a task below a section": (
        grid([span("Раздел 1", 4)], [span("Задача 1: изучить", 4)], ROW),
        ["= Раздел 1", "! Задача 1: изучить", "- 1.1. Мониторинг май методист"],
    ),
    "tasks that head the rows": (
        grid([span("Задача 1. Изучить", 4)], ["1", "а", "", ""], [span("Задача 2. Обучить", 4)], ["2", "б", "", ""]),
        ["=", "! Задача 1. Изучить", "- 1 а", "=", "! Задача 2. Обучить", "- 2 б"],
    ),
    "rows below rows": (
        grid(
            [span("1. А", 4)],
            ["1.1.", "б", "", ""],
            ["1.1.1.", "в", "май", ""],
            ["1.1.2.", "г", "", ""],
            ["1.2.", "д", "", ""],
        ),
        ["= 1. А", "- 1.1. б", "-- 1.1.1. в май", "-- 1.1.2. г", "- 1.2. д"],
    ),
    "no sections": (
        grid(["1.", "а", "май", ""], ["2.", "б", "", "завуч"]),
        ["=", "- 1. а май", "- 2. б завуч"],
    ),
    "numbers that begin anew": (
        grid([span("А", 4)], ["1.", "а", "", ""], [span("Б", 4)], ["1.", "б", "", ""]),
        ["= А", "- 1. а", "= Б", "- 1. б"],
    ),
    "a row that goes on": (
        grid(["1.", span("а", 1, 2), "май", "завуч"], ["", UP, "июнь", "школы"]),
        ["=", "- 1. а май/июнь завуч/школы"],
    ),
    "an empty row": (grid(["1.", "а", "", ""], ["", "", "", ""], ["2.", "б", "", ""]), ["=", "- 1. а", "- 2. б"]),
    "a head that came again": (grid(["1.", "а", "", ""], list(HEADS), ["2.", "б", "", ""]), ["=", "- 1. а", "- 2. б"]),
    "numbers of the columns": (grid(["1", "2", "3", "4"], ["1.", "а", "", ""]), ["=", "- 1. а"]),
    "raised marks at numbers": (grid([span("1. А", 4)], ["1.1.¹", "а", "", ""]), ["= 1. А", "- 1.1.¹ а"]),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_rows_stand_below_one_another(name: str) -> None:
    table, expected = OUTLINES[name]
    assert outlined(table) == expected


def test_a_bold_row_of_words_alone_is_a_section() -> None:
    """Where the rows below it are not bold."""
    bold = grid(["", "Мониторинг", "", ""]).rows[0]
    bold = bold._replace(cells=tuple(c._replace(texts=(t(c.texts[0].text, bold=True),)) for c in bold.cells))
    table = grid(["", "а", "", ""], ["", "Опрос", "май", ""])
    assert outlined(table._replace(rows=(bold, *table.rows[1:]))) == ["= Мониторинг", "- Опрос май"]
