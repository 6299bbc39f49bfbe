"""Proves that rows print the numbers they have, or those of their place, in the style of the document."""

from __future__ import annotations

import pytest

from tests.conftest import CLEAN
from tests.plans import plan_of

ROWS = """\
sections:
  - title: Раз
    activities:
      - {activity: А{FIRST}}
      - activity: Б
        activities: [{activity: В}, {activity: Г, number: своя}]
  - activities: [{activity: Д}]
"""


def numbers(more: str = "", first: str = "") -> list[str]:
    """Return the numbers of sections and rows, in the order of the table."""
    rows = ROWS.replace("{FIRST}", f", number: {first}" if first else "")
    plan = plan_of(CLEAN.partition("sections:")[0] + more + rows)
    return [n for section in plan.sections for n in (section.number, *(row.number for row in section.rows))]


@pytest.mark.parametrize(
    ("more", "first", "expected"),
    [
        ("", "", ["1.", "1.1", "1.2", "1.2.1", "своя", "", "2.1"]),
        ("", "1.1", ["1.", "1.1", "1.2", "1.2.1", "своя", "", "2.1"]),
        ("", "7.", ["1.", "7.", "1.2.", "1.2.1.", "своя", "", "2.1."]),
        ("table: {numbering: printed}\n", "7.", ["", "7.", "", "", "своя", "", ""]),
    ],
)
def test_numbers(more: str, first: str, expected: list[str]) -> None:
    """Written ones stay; computed ones count all rows, and end with a full stop unless the first written does not."""
    assert numbers(more, first) == expected


def test_every_computed_number_is_of_its_own() -> None:
    """However deep rows stand, their numbers are their places."""
    deep = "".join(f"{'  ' * n}  - activity: А\n{'  ' * n}    activities:\n" for n in range(2, 6))
    rows = f"sections:\n  - title: Раз\n    activities:\n{deep}{'  ' * 6}  - activity: Б\n"
    found = [row.number for row in plan_of(CLEAN.partition("sections:")[0] + rows).rows]
    assert found == ["1.1.", "1.1.1.", "1.1.1.1.", "1.1.1.1.1.", "1.1.1.1.1.1."]
