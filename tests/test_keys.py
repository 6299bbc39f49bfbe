"""Proves that the keys of tables, columns and attachments are known everywhere: a test for each key and each place.

Word and HTML print it or are laid out by it, `due` and the calendars count it, `check` refuses a slip in it, `fmt`
keeps it, the schema takes it and the pages of the format tell of it.
"""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import jsonschema
import pytest

from docs.generate.format import page
from roadmapc.compiler import Compilation, compile_source
from roadmapc.diagnostics import Source
from roadmapc.documents.output import build_files
from roadmapc.plan import Plan
from roadmapc.source.formatting import lay_out
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.schema import roadmap_schema
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN, TODAY

HEAD = CLEAN[: CLEAN.index("sections:")]
ROWS = CLEAN[CLEAN.index("sections:") :]
PLAIN = "activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка"
IN_MONTH = PLAIN.replace("май 2022", "до 10 числа")
SAME = "{same_as_above: да}"
COLUMNS = "columns: [number, activity, deadline, owners, result, {key: place, heading: Место}%s]"


class Key(NamedTuple):
    """A key: a source that has it, the words that it prints, the days that it makes due, a slip and its message."""

    source: str
    prints: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    slip: tuple[str, str] = ("", "")
    told: str = ""


def listed(columns: str, cells: str) -> str:
    return f"table: {{{COLUMNS % columns}}}\nsections: [{{title: Р, activities: [{{{PLAIN}{cells}}}]}}]\n"


def row(more: str, second: str = "") -> str:
    return f"sections: [{{title: Р, activities: [{{{PLAIN}{more}}}{second}]}}]\n"


KEYS = {
    "table.columns.key": Key(
        listed("", ", place: Гимназия"), ("Место", "Гимназия"), slip=(", place:", ", plase:"), told="RM011"
    ),
    "table.columns.is": Key(
        listed(", {key: report, is: deadline, heading: Отчет}", ", report: до 10 июня 2022"),
        ("Отчет", "до 10 июня 2022"),
        ("31.05.2022", "10.06.2022"),
        ("is: deadline", "is: deadlin"),
        "RM013",
    ),
    "table.columns.heading": Key(listed("", ", place: Зал"), ("Место",), slip=("heading:", "heeding:"), told="RM011"),
    "table.columns.width": Key(
        listed(", {key: room, heading: Зал, width: 30}", ", room: Малый"),
        ("Малый",),
        slip=("width: 30", "width: 3"),
        told="RM013",
    ),
    "tables": Key(
        f"tables: [{{id: a, heading: Первая, {row('').strip()}}}]\n", ("Первая",), slip=("id: a", "ib: a"), told="RM011"
    ),
    "table.period": Key(
        f"tables: [{{period: июнь 2022, sections: [{{activities: [{{{IN_MONTH}}}]}}]}}]\n",
        ("до 10 числа",),
        ("10.06.2022",),
        ("июнь 2022", "июнь"),
        "RM201",
    ),
    "table.notes": Key(
        "table: {notes: Сноска под таблицей}\n" + ROWS, ("Сноска",), slip=("notes", "nots"), told="RM011"
    ),
    "sections.period": Key(
        row("").replace("title: Р", "title: Р, period: июнь 2022").replace("май 2022", "до 10 числа"),
        ("до 10 числа",),
        ("10.06.2022",),
        ("июнь 2022", "когда-то"),
        "RM201",
    ),
    "sections.activities.result.same_as_above": Key(
        row(
            "",
            f", {{activity: Два, deadline: {SAME}, owners: {SAME}, result: {SAME}}}",
        ),
        ("Справка",),
        ("31.05.2022", "31.05.2022"),
        ("result: {same_as_above: да}", "result: {same_as_abov: да}"),
        "RM011",
    ),
    "sections.activities.together": Key(
        row(", together: да, activities: [{activity: часть, deadline: 3 июня 2022}]"),
        ("1)",),
        ("31.05.2022", "03.06.2022"),
        ("together: да", "together: вместе"),
        "RM012",
    ),
    "sections.activities.serves": Key(
        "indicators: {years: [2022], rows: [{id: share, name: Доля школ, unit: доля, values: ['7']}]}\n"
        + row(", serves: share"),
        slip=("serves: share", "serves: shore"),
        told="RM704",
    ),
    "indicators": Key(
        "indicators: {title: Показатели, years: ['2022'], rows: [{name: Доля школ, unit: процент, values: ['17']}]}\n"
        + ROWS,
        ("Показатели", "Доля школ", "процент", "17"),
        slip=("values: ['17']", "values: ['17', '18']"),
        told="RM703",
    ),
    "passport.rows.indicators": Key(
        "passport: {rows: [{name: Цели, text: Рост, indicators: {title: Итоги, years: ['2021', '2022'], "
        "rows: [{name: Доля школ, unit: процент, values: ['17', '19']}]}}]}\n" + ROWS,
        ("Цели Рост Итоги Показатель Единица 2021 2022", "Доля школ процент 17 19"),
        slip=("values: ['17', '19']", "values: ['17']"),
        told="RM703",
    ),
    "passport.columns": Key(
        "passport: {columns: [№ п/п, Что, Содержание], numbers: да, rows: [{name: Цели, text: Рост}]}\n" + ROWS,
        ("№ п/п Что Содержание 1 Цели Рост",),
        slip=("numbers: да", "numbers: нет"),
        told="RM435",
    ),
    "attachments.passport.columns": Key(
        "attachments: [{number: 2, passport: {columns: [Что, Содержание], rows: [{name: Цели, text: Рост}]}}]\n" + ROWS,
        ("Что Содержание Цели Рост",),
        slip=("[Что, Содержание]", "[Содержание]"),
        told="RM435",
    ),
    "indicators.columns.number": Key(
        "indicators: {columns: {number: № п/п}, years: ['2022'], rows: [{name: Доля, values: ['17']}]}\n" + ROWS,
        ("№ п/п Показатель Единица 2022 1 Доля – 17",),
        slip=("number:", "numbr:"),
        told="RM011",
    ),
    "indicators.columns.name": Key(
        "indicators: {columns: {name: Что измеряем}, years: ['2022'], rows: [{name: Доля, values: ['17']}]}\n" + ROWS,
        ("Что измеряем Единица 2022 Доля – 17",),
        slip=("name: Что измеряем", "name: null"),
        told="RM012",
    ),
    "indicators.columns.unit": Key(
        "indicators: {columns: {unit: В чем}, years: ['2022'], rows: [{name: Доля, unit: '%', values: ['17']}]}\n"
        + ROWS,
        ("Показатель В чем 2022 Доля % 17",),
        slip=("unit: В чем", "unit: null"),
        told="RM420",
    ),
    "passport.rows.indicators.columns.number": Key(
        "passport: {rows: [{name: А, indicators: {columns: {number: № п/п, name: Что, unit: В чем}, years: ['2022'], "
        "rows: [{name: Доля, unit: '%', values: ['17']}]}}]}\n" + ROWS,
        ("А № п/п Что В чем 2022", "1 Доля % 17"),
        slip=("number:", "numbr:"),
        told="RM011",
    ),
    "passport.rows.indicators.columns.unit": Key(
        "passport: {rows: [{name: А, indicators: {columns: {unit: null}, years: ['2022'], "
        "rows: [{name: Доля, values: ['17']}]}}]}\n" + ROWS,
        ("А Показатель 2022", "Доля 17"),
        slip=("values: ['17']", "unit: доля, values: ['17']"),
        told="RM420",
    ),
    "passport.rows.indicators.rows.id": Key(
        "passport: {rows: [{name: А, indicators: {years: [2022], rows: [{id: share, name: Доля, values: ['7']}]}}]}\n"
        + row(", serves: share"),
        slip=("id: share", "id: shore"),
        told="RM704",
    ),
    "attachments": Key(
        "attachments: [{number: 2, kind: состав, title: Состав группы, preface: [{text: Иванова}]}]\n" + ROWS,
        ("Приложение № 2", "Состав группы", "Иванова"),
        slip=("number: 2", "number: '№'"),
        told="RM432",
    ),
    "approval.beside": Key(
        "approval: {by: {position: Директор, name: И.И. Иванов}, year: 2026, beside: [{word: ПРИНЯТ, act: советом}]}\n"
        + ROWS,
        ("ПРИНЯТ", "советом", "2026 г."),
        slip=("year: 2026", "year: 26"),
        told="RM013",
    ),
    "preface.orientation": Key(
        "preface: [{text: Схема, orientation: landscape}]\n" + ROWS,
        ("Схема",),
        slip=("landscape", "landskape"),
        told="RM013",
    ),
    "signature": Key(
        "signature: [{position: Директор, name: А.А. Белов}, {position: Методист, name: В.В. Глебов}]\n" + ROWS,
        ("Белов", "Глебов"),
        slip=("name: В.В.", "nam: В.В."),
        told="RM011",
    ),
}
NAMES = pytest.mark.parametrize("name", KEYS)


def compiled(text: str) -> Compilation:
    return compile_source(Source("a.yaml", HEAD + text), today=TODAY)


def plan_of(name: str) -> Plan:
    result = compiled(KEYS[name].source)
    assert not result.errors, [str(one.message) for one in result.errors]
    assert result.plan
    return result.plan


def words(data: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", data)).replace("\u00a0", " ").split())


@NAMES
def test_word_prints_it(name: str) -> None:
    files = build_files(plan_of(name), output_context((), ("docx",), ""))
    parts = [
        ZipFile(BytesIO(one.data)).read("word/document.xml").decode() for one in files if one.name.endswith("docx")
    ]
    text = words(" ".join(parts))
    assert all(word in text for word in KEYS[name].prints)


@NAMES
def test_html_prints_it(name: str) -> None:
    files = build_files(plan_of(name), output_context((), ("html",), ""))
    text = words(" ".join(one.data.decode() for one in files if one.name.endswith("html")))
    assert all(word in text for word in KEYS[name].prints)


@NAMES
def test_it_is_due(name: str) -> None:
    """The days that it says, or those that the row has without it."""
    found = [f"{one.due:%d.%m.%Y}" for each in plan_of(name).dated_rows for one in each.occurrences]
    assert found == [*(KEYS[name].due or ("31.05.2022",))]


@NAMES
def test_calendars_show_it(name: str) -> None:
    """Each row that is due is an event."""
    plan = plan_of(name)
    calendar = next(one for one in build_files(plan, output_context((), (), "")) if one.name == "calendar.ics")
    due = sum(len(each.occurrences) for each in plan.dated_rows)
    assert calendar.data.count(b"BEGIN:VEVENT") == due


@NAMES
def test_check_refuses_a_slip(name: str) -> None:
    old, new = KEYS[name].slip
    assert old in KEYS[name].source
    assert KEYS[name].told in {one.code for one in compiled(KEYS[name].source.replace(old, new)).errors}


@NAMES
def test_fmt_keeps_it(name: str) -> None:
    """What is laid out means the same, and is laid out no more."""
    tree, _ = parse_yaml(Source("a.yaml", HEAD + KEYS[name].source))
    assert tree
    laid = lay_out(tree)
    again, _ = parse_yaml(Source("a.yaml", laid))
    assert again
    assert again.data == tree.data
    assert lay_out(again) == laid


@NAMES
def test_the_schema_knows_it(name: str) -> None:
    tree, _ = parse_yaml(Source("a.yaml", HEAD + KEYS[name].source))
    assert tree
    jsonschema.validate(tree.data, roadmap_schema())


@NAMES
@pytest.mark.parametrize("english", [True, False])
def test_the_page_tells_of_it(name: str, english: bool) -> None:
    key = name.rpartition(".")[2]
    assert re.search(rf"^\| `{key}`", page(english=english), re.MULTILINE)
