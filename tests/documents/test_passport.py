"""Proves how indicators stand in rows of a passport: in columns of one grid, in bands, after the text of their row."""

from __future__ import annotations

import re

import pytest

from roadmapc.documents._passport import PassportView, passport_view
from roadmapc.documents.attachment import files
from roadmapc.source.model import Passport
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN
from tests.plans import plan_of

SCHOOL_YEARS = ["2022/2023", "2023/2024", "2024/2025"]


def table(*years: str, name: str = "Доля школ", value: str = "7", **more: object) -> dict[str, object]:
    return {"years": years, "rows": [{"name": name, "unit": "%", "values": [value] * len(years)}], **more}


def view(*tables: dict[str, object] | None, numbers: bool = False) -> PassportView:
    """Return a passport with a row for each table, after one of text alone."""
    rows = [{"name": "Показатели", **({"indicators": one} if one else {})} for one in tables]
    flag = "да" if numbers else "нет"
    return passport_view(Passport.model_validate({"numbers": flag, "rows": [{"name": "Цель", "text": "Рост"}, *rows]}))


def spans(found: PassportView, row: int) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.columns) for cell in line] for line in found.grid[row].lines]


@pytest.mark.parametrize(("numbers", "widths"), [(True, (10, 45, 115)), (False, (50, 120))])
def test_without_indicators_there_are_two_columns_and_numbers(numbers: bool, widths: tuple[int, ...]) -> None:
    """Each row is one line, whether it has a text or none."""
    found = view(None, numbers=numbers)
    assert found.widths == widths
    assert [spans(found, 0), spans(found, 1)] == [[[("Рост", 1)]], [[("", 1)]]]


def test_indicators_part_the_column_of_texts() -> None:
    """Heads, then values, each in a column of its own; a text reaches over all of them."""
    found = view(table("2025", "2026"))
    assert found.widths == (50, 70, 20, 15, 15)
    assert spans(found, 0) == [[("Рост", 4)]]
    assert [[text for text, _ in line] for line in spans(found, 1)] == [
        ["Показатель", "Единица", "2025", "2026"],
        ["Доля школ", "%", "7", "7"],
    ]
    assert [cell.kind for line in found.grid[1].lines for cell in line] == ["head"] * 4 + ["", *["center"] * 3]


def test_rows_of_other_years_share_their_edges() -> None:
    """The columns are reckoned from the right; what stands at the left covers several of them."""
    found = view(table("2025", "2026"), table("2025", "2026", "2027"))
    assert found.widths == (50, 55, 15, 5, 15, 15, 15)
    assert sum(found.widths) == 170
    assert [columns for _, columns in spans(found, 1)[0]] == [2, 2, 1, 1]
    assert [columns for _, columns in spans(found, 2)[0]] == [1, 2, 1, 1, 1]
    assert all(sum(columns for _, columns in line) == 6 for row in range(3) for line in spans(found, row))


@pytest.mark.parametrize(
    ("given", "sizes"),
    [
        (table(*map(str, range(2025, 2030))), [5]),
        (table(*map(str, range(2025, 2032))), [4, 3]),
        (table(*map(str, range(2025, 2037))), [6, 6]),
        (table(*SCHOOL_YEARS), [3]),
        (table(*SCHOOL_YEARS, name="Обеспеченность профессиональными"), [2, 1]),
        (table("2025", "2026", value="1 200 000"), [2]),
        (table("2025", "2026", value="непрерывноеповышениеквалификации"), [1, 1]),
    ],
)
def test_years_that_have_no_room_stand_below(given: dict[str, object], sizes: list[int]) -> None:
    """With heads of their own, about as many in each band, so that no word is broken."""
    heads = [line for line in view(given).grid[1].lines if line[0].kind == "head"]
    assert [len(line) - 2 for line in heads] == sizes


def test_many_tables_have_no_more_columns_than_word_opens() -> None:
    """Whatever years and words they have."""
    tables = [table(*["9" * length] * years) for length in range(1, 40) for years in range(1, 13)]
    assert len(view(*tables).widths) < 40


def test_the_text_stands_above_the_title() -> None:
    """Both above the indicators, in one cell."""
    row = {"name": "Цель", "text": "Рост", "indicators": table("2025", title="Итоги")}
    found = passport_view(Passport.model_validate({"rows": [row]}))
    assert spans(found, 0)[0] == [("Рост\n\nИтоги", 3)]


def test_templates_of_before_print_a_list() -> None:
    """Rows are still number, name and text, in which nothing is lost."""
    found = view(table("2025", "2026", title="Итоги"))
    assert found.rows[0] == ("1", "Цель", "Рост")
    assert found.rows[1] == ("2", "Показатели", "Итоги\n- Доля школ, %: 2025 – 7; 2026 – 7")


def test_indicators_with_numbers_and_without_units() -> None:
    """The columns of several tables still stand below one another, as far as both have them."""
    numbered = table("2025", columns={"number": "№ п/п", "name": "Наименование показателя", "unit": "Ед. изм."})
    plain: dict[str, object] = {"years": ["2025"], "rows": [{"name": "Доля", "values": ["9"]}]}
    plain["columns"] = {"unit": None}
    found = view(numbered, plain)
    assert found.widths == (50, 15, 70, 20, 15)
    assert spans(found, 1) == [
        [("№ п/п", 1), ("Наименование показателя", 1), ("Ед. изм.", 1), ("2025", 1)],
        [("1", 1), ("Доля школ", 1), ("%", 1), ("7", 1)],
    ]
    assert [cell.kind for cell in found.grid[1].lines[1]] == ["number", "", "center", "center"]
    assert spans(found, 2) == [[("Показатель", 3), ("2025", 1)], [("Доля", 3), ("9", 1)]]


def test_what_one_table_has_not_is_left_to_its_years() -> None:
    """Numbers and units of another table take no room from it."""
    wide: dict[str, object] = {"years": [*map(str, range(2025, 2030))], "columns": {"unit": None}}
    wide |= {"rows": [{"name": "Доля", "values": ["1 200"] * 5}]}
    found = view(table("2025", columns={"number": "№ п/п"}), wide)
    assert [len(line) for line in found.grid[2].lines] == [6, 6]


def test_numbers_stand_in_each_band_of_years() -> None:
    """Each band is a table that is read by itself."""
    found = view(table(*map(str, range(2025, 2037)), columns={"number": "№"}))
    assert [line[0].text for line in found.grid[1].lines] == ["№", "1"] * 3


@pytest.mark.parametrize(
    ("numbers", "columns", "head"),
    [
        (False, [], []),
        (False, ["Что", "Чего"], [("Что", 1), ("Чего", 4)]),
        (True, ["№", "Что", "Чего"], [("№", 1), ("Что", 1), ("Чего", 4)]),
        (True, ["Что", "Чего"], [("Что", 1), ("Чего", 1), ("", 4)]),
        (False, ["№", "Что", "Чего"], [("№", 1), ("Что", 4)]),
    ],
)
def test_headings(numbers: bool, columns: list[str], head: list[tuple[str, int]]) -> None:
    """One for each column, of a draft too; the last reaches over the columns of indicators."""
    rows = [{"name": "Цель", "indicators": table("2025", "2026")}]
    given = {"numbers": "да" if numbers else "нет", "columns": columns, "rows": rows}
    found = passport_view(Passport.model_validate(given))
    assert [(cell.text, cell.columns) for cell in found.head] == head


def test_a_long_heading_of_numbers_widens_their_column() -> None:
    """At the cost of the text: names are words that must not be broken."""
    given = {"numbers": "да", "columns": ["Номер", "Что", "Чего"], "rows": [{"name": "Цель"}]}
    assert passport_view(Passport.model_validate(given)).widths == (15, 45, 110)


def test_the_name_stands_beside_all_its_lines() -> None:
    """Its cell and that of the number reach down over head and rows."""
    text = """\
passport:
  numbers: да
  rows:
    - {name: Цели, text: Рост, indicators: {years: ['2025'], rows: [{name: Доля, values: ['7']}]}}
    - {name: Срок}
"""
    (file,) = files(plan_of(CLEAN + text), output_context((), ("html",), ""))
    page = file.data.decode()
    cells = re.findall(r'<td role="cell"([^>]*)><p class="Table\w+">([^<]*)</p>', page[: page.index("</table>")])
    assert [
        (words, re.findall(r'((?:row|col)span="\d")', given)) for given, words in cells if "again" not in given
    ] == [
        ("1", ['rowspan="3"']),
        ("Цели", ['rowspan="3"']),
        ("Рост", ['colspan="3"']),
        ("Доля", []),
        ("–", []),
        ("7", []),
        ("2", []),
        ("Срок", []),
        ("–", ['colspan="3"']),
    ]
