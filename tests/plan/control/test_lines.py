"""Proves that the control list has a line for whatever may be marked on its own, by a key of its own."""

from __future__ import annotations

import pytest

from roadmapc.plan.control.fingerprints import all_fingerprints, fingerprint, identity_of, read_fingerprints
from roadmapc.plan.control.lines import ControlLine, control_lines
from roadmapc.plan.execution import execution_of
from tests.conftest import ROADMAPS
from tests.plans import plan_of_rows
from tests.workbooks import marked, real_plan, tsuntinsky

PLAN = plan_of_rows(
    """\
      - {id: once, activity: Один раз, deadline: май 2022, owners: [Методист, Директор]}
      - {id: yearly, activity: Каждый год, deadline: ежегодно май, owners: Методист}
      - {id: always, activity: Всегда, deadline: весь период}
      - {id: cases, activity: По случаю, deadline: по мере необходимости}
      - {id: five, activity: Пять раз, deadline: 5 раз в год, owners: Методист}
      - {id: none, activity: Без срока}
""",
    "2021-2022",
)


def lines_of(marks: str = "") -> dict[str, list[ControlLine]]:
    """Return the lines of each row by its id."""
    execution = marked(PLAN, f"marks:\n{marks}") if marks else execution_of(PLAN)
    found: dict[str, list[ControlLine]] = {}
    for line in control_lines(execution):
        found.setdefault(line.row.id, []).append(line)
    return found


def test_a_line_for_each_time() -> None:
    """A row of several days has one for all of them as well; work that is due five times in a window has five."""
    found = lines_of()
    assert {name: len(lines) for name, lines in found.items()} == {
        "once": 1,
        "yearly": 1 + 2,
        "always": 1,
        "cases": 1,
        "five": 1 + 5 * 2,
        "none": 1,
    }
    assert [line.unit is None for line in found["yearly"]] == [True, False, False]
    assert [line.printed["due"] for line in found["yearly"]] == ["–", "31.05.2021", "31.05.2022"]
    assert found["yearly"][0].printed["deadline"] == "ежегодно май (обо всех сроках)"
    assert found["five"][2].printed["deadline"] == "5 раз в год (2-й раз из 5)"
    assert found["once"][0].printed["owners"] == "Методист\nДиректор"


def test_where_marks_stand() -> None:
    """At their day, at all days; a case more for work that is done when the case arises."""
    found = lines_of(
        "  - {at: yearly, due: 31.05.2022, done: 12.05.2022}\n"
        "  - {at: yearly, removed: {date: 12.05.2022, by: начальник, ground: не нужно}}\n"
        "  - {at: cases, done: 12.05.2022}\n  - {at: cases, done: 13.05.2022}\n"
        "  - {at: five, due: 31.12.2022, done: 12.05.2022}\n  - {at: five, due: 31.12.2022, done: 13.05.2022}\n"
    )
    assert [line.mark.index if line.mark else None for line in found["yearly"]] == [1, None, 0]
    assert [line.marked["done"] for line in found["cases"]] == ["12.05.2022", "13.05.2022", ""]
    assert [line.marked["done"] for line in found["five"][6:]] == ["12.05.2022", "13.05.2022", "", "", ""]
    assert found["yearly"][0].marked["removed"] == "12.05.2022 начальник\nне нужно"


def test_what_may_be_said_of_all_days() -> None:
    """Nothing that belongs to one of them."""
    whole, first, _second = lines_of()["yearly"]
    assert whole.keys == ("by", "reported", "progress", "removed", "excluded")
    assert "done" in first.keys


@pytest.mark.parametrize("name", sorted(path.stem for path in ROADMAPS.glob("*.yaml")))
def test_every_unit_and_every_mark_has_a_line(name: str) -> None:
    """No two have one key; each begins with what tells the roadmap from others."""
    execution = tsuntinsky() if name == "tsuntinsky" else execution_of(real_plan(name))
    lines = control_lines(execution)
    assert len({line.key for line in lines}) == len(lines)
    assert {id(line.unit) for line in lines if line.unit} == {id(unit) for unit in execution.units}
    assert sorted(line.mark.index for line in lines if line.mark) == sorted(one.index for one in execution.placed)
    assert all(line.key.startswith(identity_of(execution.plan) + "|") for line in lines)


def test_fingerprints() -> None:
    """Spaces, ends of lines and what cannot be seen do not count; every letter does."""
    assert fingerprint("два  слова \r\nи\u00a0еще\u00ad") == fingerprint("два слова\nи еще")
    assert fingerprint("слово") != fingerprint("Слово")
    cells = {"number": "1.1.", "document-kind": ""}
    assert read_fingerprints(all_fingerprints(cells, cells)) == {
        name: fingerprint(text) for name, text in cells.items()
    }
    assert read_fingerprints("нет number=12 activity=zzzzzzzz") == {}


def test_municipalities_with_plans_of_one_name() -> None:
    """The lines of one are none of the other's."""
    assert identity_of(real_plan("choysky")) != identity_of(real_plan("mosalsky"))
