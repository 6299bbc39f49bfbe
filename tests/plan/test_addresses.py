"""Proves that a row has one address everywhere, and that an ambiguous one is told with all that it could mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmapc.compiler import Compilation
from roadmapc.plan import Plan
from roadmapc.plan.addresses import address_of, addresses_of, find, printed_address, raised, short_address
from tests.plans import plan_of_rows

Compile = Callable[[str], Compilation]

HEAD = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
"""
RESTARTED = (
    HEAD
    + """\
table: {numbering: printed}
sections:
  - number: I.
    title: Мониторинг
    activities:
      - {number: 1., activity: Первое, deadline: май 2022, owners: методист, result: Справка}
      - {number: 2., id: second, activity: Второе, deadline: май 2022, owners: методист, result: Справка}
      - {id: '4', activity: Без номера, deadline: май 2022, owners: методист, result: Справка}
  - number: II.
    title: Обучение
    deadline: июнь 2022
    owners: методист
    activities:
      - {number: 1., activity: Третье, deadline: май 2022, owners: методист, result: Справка}
      - {number: 2.1, activity: Четвертое, deadline: май 2022, owners: методист, result: Справка}
      - {number: 4., activity: Пятое, deadline: май 2022, owners: методист, result: Справка}
      - {number: 4., activity: Шестое, deadline: май 2022, owners: методист, result: Справка}
"""
)


@pytest.fixture
def plan(compile_text: Compile) -> Plan:
    """Return a plan whose numbers begin anew in each section."""
    plan = compile_text(RESTARTED).plan
    assert plan is not None
    return plan


def texts(plan: Plan, address: str) -> list[str]:
    return [row.text for row in find(plan, address)]


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("second", ["Второе"]),
        ("1/1", ["Первое"]),
        ("1/1.", ["Первое"]),
        ("I/1", ["Первое"]),
        ("II/1", ["Третье"]),
        ("2/2.1", ["Четвертое"]),
        ("2.1", ["Четвертое"]),
        ("2", ["Второе"]),
        ("II", ["Обучение"]),
        ("1", ["Первое", "Третье"]),
        ("2/4", ["Пятое", "Шестое"]),
        ("4", ["Без номера"]),
        ("3/1", []),
        ("", []),
        ("I/second", []),
    ],
)
def test_what_an_address_means(plan: Plan, address: str, rows: list[str]) -> None:
    """An id goes before numbers; a section is named by its place or its printed number, a full stop is no matter."""
    assert texts(plan, address) == rows


def test_every_row_has_an_address_of_its_own(plan: Plan) -> None:
    """In figures where no other row has them, else the id: it leads back to the row and is one of its addresses."""
    found = [address_of(plan, row) for row in plan.rows]
    assert found[:2] + found[4:6] == ["1/1", "1/2", "2/1", "2/2.1"]
    assert found[2] == "4"
    assert found[3] == "2/II"
    assert len(set(found)) == 8
    for row, address in zip(plan.rows, found, strict=True):
        assert find(plan, address) == (row,)
        assert address in addresses_of(plan, row)


def waived(compile_text: Compile, at: str) -> list[tuple[str, str, bool]]:
    """Return name, place and whether it is waived of what is found where two rows lack results."""
    text = RESTARTED.replace("deadline: май 2022, owners: методист, result: Справка}", "deadline: май 2022, result: С}")
    result = compile_text(text + f"waivers: [{{rule: missing-owner, at: {at}, reason: так утверждено}}]\n")
    names = {"missing-owner", "ambiguous-waiver", "unused-waiver"}
    return [(p.name, p.activity or "", p.waived is not None) for p in result.diagnostics if p.name in names]


def test_an_ambiguous_waiver_is_told_with_its_candidates(compile_text: Compile) -> None:
    """A number that two sections have is an error that names both; the waiver is otherwise taken at its word."""
    found = waived(compile_text, "[1, second]")
    assert ("ambiguous-waiver", "", False) in found
    assert [name for name, _, _ in found].count("ambiguous-waiver") == 1
    assert [number for name, number, settled in found if settled] == ["1.", "2.", "1."]
    told = compile_text(RESTARTED + "waivers: [{rule: missing-owner, at: 1, reason: так}]\n").diagnostics
    (problem,) = (one for one in told if one.code == "RM604")
    assert str(problem.message) == "“1” means several rows: 1/1, 2/1"
    assert str(problem.hint).startswith("write one of these")


@pytest.mark.parametrize("at", ["1/1", "[I/1, II/1]", "4", "sections.0"])
def test_an_exact_waiver_is_no_error(compile_text: Compile, at: str) -> None:
    """What names one row each, an id that is another row's number, and a key are exact."""
    found = waived(compile_text, at)
    assert not any(name == "ambiguous-waiver" for name, _, _ in found)
    assert any(settled for _, _, settled in found)


def test_an_id_that_is_a_number_of_another_row(compile_text: Compile) -> None:
    """The id means its row alone: the rows of that number are not covered."""
    found = waived(compile_text, "4")
    assert [number for name, number, settled in found if name == "missing-owner" and settled] == [""]


@pytest.mark.parametrize("typed", ["1.1¹", "1.1^1", "1.1(1)", "1.1¹.", "1/1.1^1"])
def test_an_additional_index(typed: str) -> None:
    """What an act puts between 1.1 and 1.2 is printed raised, and typed as keyboards can."""
    rows = "".join(
        f"      - {{number: {number}, activity: Дело {number}, deadline: май 2022, owners: Я, result: С}}\n"
        for number in ("1.1.", "1.1^1.", "1.1^12.", "1.2.")
    )
    plan = plan_of_rows(rows)
    assert [row.number for row in plan.rows] == ["1.1.", "1.1¹.", "1.1¹².", "1.2."]
    assert [row.number for row in find(plan, typed)] == ["1.1¹."]


@pytest.mark.parametrize("text", ["2.3^", "2.3()", "^1", "(1)", "2^x", "п. 2(1234)", "2.3^1234"])
def test_what_is_no_index(text: str) -> None:
    """It stays as it is."""
    assert raised(text) == text


def test_a_row_without_a_number_is_named_by_its_words() -> None:
    """An id that the program has made of them says nothing to anybody."""
    rows = "      - {activity: Провести конкурс, deadline: май}\n      - {id: own, activity: Два, deadline: май}\n"
    plan = plan_of_rows(rows, "2022", more="table: {numbering: printed}\n")
    assert [printed_address(plan, row) for row in plan.rows] == ["«Провести конкурс»", "own"]


def test_a_screen_names_rows_by_what_is_printed() -> None:
    """An id of the source, which `freeze` writes for every row, is nothing that people see in the document."""
    rows = "      - {id: long-id, activity: Раз, deadline: май}\n      - {number: 7., activity: Два, deadline: май}\n"
    rows += "      - {id: other, number: 7., activity: Три, deadline: май}\n"
    plan = plan_of_rows(rows, "2022")
    first, *others = plan.rows
    assert (short_address(plan, first), printed_address(plan, first)) == ("long-id", "1.1")
    assert [printed_address(plan, row) for row in others] == [address_of(plan, row) for row in others]
    assert all(find(plan, printed_address(plan, row)) == (row,) for row in plan.rows)
