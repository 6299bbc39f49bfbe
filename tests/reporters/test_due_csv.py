"""Proves that a spreadsheet opens what is due by itself, and computes with none of it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from roadmapc.plan.due import entries
from roadmapc.reporters import due_csv
from tests.plans import plan_of_rows


def read(activity: str) -> tuple[list[str], list[str]]:
    """Return the head and the row of one activity."""
    row = f"      - {{activity: {json.dumps(activity)}, deadline: до 15 мая 2022 г., owners: [методист, завуч]}}\n"
    text = due_csv.report(list(entries(plan_of_rows(row), date(2022, 5, 1), date(2022, 5, 31))))
    head, found = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return head, found


def test_a_row() -> None:
    """Each column has its cell, days as people write them."""
    head, found = read('Раз; "два"\nтри')
    assert dict(zip(head, found, strict=True)) == {
        "\ufeffMunicipality": "Район",
        "No.": "1.1.",
        "Activity": 'Раз; "два"\nтри',
        "Deadline": "до 15 мая 2022 г.",
        "From": "01.01.2022",
        "Due": "15.05.2022",
        "Act by": "13.05.2022",
        "Owners": "методист; завуч",
        "Result": "",
        "Status": "due",
    }


@pytest.mark.parametrize(
    ("activity", "cell"),
    [("=1+1", "'=1+1"), ("+7 900", "'+7 900"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"), ("- раз", "– раз")],
)
def test_no_cell_is_a_formula(activity: str, cell: str) -> None:
    """What a spreadsheet would compute is text; a list keeps its dashes."""
    assert read(activity)[1][2] == cell
