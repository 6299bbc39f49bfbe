"""Proves that what pydantic cannot know of tables is told beside what it knows, each at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmapc.compiler import Compilation
from roadmapc.source.table_errors import own_keys
from tests.conftest import CLEAN

Compile = Callable[[str], Compilation]
HEAD = CLEAN[: CLEAN.index("sections:")]
ROW = "{activity: Что, deadline: май 2022, owners: методист, result: Справка, place: Школа}"
SECTIONS = f"sections: [{{title: Раздел, activities: [{ROW}]}}]"
COLUMNS = "columns: [activity, deadline, owners, result, {key: place, heading: Место}]"


def told(result: Compilation) -> list[str]:
    assert result.plan is None
    return [str(problem.message) for problem in result.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f"table: {{{COLUMNS}}}\n{SECTIONS}\n",
        f"table: {{{COLUMNS}, {SECTIONS}}}\n",
        f"tables: [{{{COLUMNS}, {SECTIONS}}}]\n",
        f"{CLEAN[CLEAN.index('sections:') :]}attachments: [{{number: 2, table: {{{COLUMNS}}}, {SECTIONS}}}]\n",
        f"{CLEAN[CLEAN.index('sections:') :]}attachments: [{{number: 2, tables: [{{{COLUMNS}, {SECTIONS}}}]}}]\n",
    ],
)
def test_cells_of_listed_columns(compile_text: Compile, text: str) -> None:
    """A key of a row is that of a column of its own table, wherever the table is written; else it is unknown."""
    assert compile_text(HEAD + text).plan is not None
    slip = text.replace("place: Школа", "plase: Школа")
    result = compile_text(HEAD + slip)
    assert told(result) == ["unknown key “plase”"]
    assert str(result.diagnostics[0].hint) == "perhaps “place”"


def test_a_column_of_another_table_is_none_here(compile_text: Compile) -> None:
    """Tables have columns of their own."""
    other = f"{{columns: [activity, deadline, owners, result], {SECTIONS}}}"
    assert told(compile_text(HEAD + f"tables: [{{{COLUMNS}, {SECTIONS}}}, {other}]\n")) == ["unknown key “place”"]


def test_a_slip_is_told_beside_other_faults(compile_text: Compile) -> None:
    """One run tells all; the value of an unknown key is not told of as well."""
    text = CLEAN.replace("result: Справка", "rezult: {а: {б: в}}\n        number: [1]")
    assert sorted(told(compile_text(text))) == [
        "one text is expected here, not a list",
        "unknown key “rezult”",
    ]


def test_no_table_at_all(compile_text: Compile) -> None:
    """The key that most roadmaps have is the one that is missing."""
    assert told(compile_text(HEAD)) == ["the key “sections” is missing"]


@pytest.mark.parametrize("beside", ["table: {heading: Таблица}", SECTIONS.replace(", place: Школа", "")])
def test_both_forms_at_once(compile_text: Compile, beside: str) -> None:
    """Which of them is meant nobody can know."""
    tables = f"tables: [{{{COLUMNS}, {SECTIONS}}}]\n"
    assert told(compile_text(f"{HEAD}{tables}{beside}\n")) == [
        "“tables” stand in the place of “table” and “sections”: one or the other"
    ]


@pytest.mark.parametrize(
    ("columns", "keys"),
    [
        (["activity", "place", {"key": "by", "is": "owners"}, {"is": "start"}], {"place", "by", "start"}),
        ([{"is": "blank", "heading": "Отметка"}, {"key": "mark", "is": "blank"}, "blank"], set()),
        ({"deadline": "Сроки"}, set()),
        ("place", set()),
        ([None, ["a"], {"key": ["a"]}], set()),
        (None, set()),
    ],
)
def test_own_keys(columns: object, keys: set[str]) -> None:
    """Those of listed columns that rows fill; what is not written as a list of columns has none."""
    assert own_keys(columns) == keys
