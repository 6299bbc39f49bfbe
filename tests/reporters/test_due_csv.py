"""Proves that a spreadsheet opens what is due by itself, and computes with none of it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from roadmapc.plan.due import entries
from roadmapc.plan.due_making import due_plan
from roadmapc.reporters import due_csv
from tests.plans import plan_of_rows


def read(activity: str) -> tuple[list[str], list[str]]:
    """Return the head and the row of one activity."""
    row = f"      - {{activity: {json.dumps(activity)}, deadline: до 15 мая 2022 г., owners: [методист, завуч]}}\n"
    text = due_csv.report(list(entries(due_plan(plan_of_rows(row)), date(2022, 5, 1), date(2022, 5, 31))))
    head, found = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return head, found


def test_a_row() -> None:
    """Each column has its cell, days as people write them."""
    head, found = read('Раз; "два"\nтри')
    assert dict(zip(head, found, strict=True)) == {
        "\ufeffMunicipality": "Район",
        "No.": "1.1.\t",
        "Activity": 'Раз; "два"\nтри',
        "Deadline": "до 15 мая 2022 г.",
        "From": "01.01.2022",
        "Due": "15.05.2022",
        "Act by": "13.05.2022",
        "Owners": "методист; завуч",
        "Result": "",
        "Status": "due",
        "Section": "1. Мониторинг",
        "State": "",
    }


@pytest.mark.parametrize(
    ("activity", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+7 900", "'+7 900"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("＝1", "'＝1"),
        ("﹢1", "'﹢1"),
        ("－1", "'－1"),
        ("﹣1", "'﹣1"),
        ("−1", "'−1"),
        ("⁼1", "'⁼1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\u200e\u2060=1", "'\u200e\u2060=1"),
        ("\u00ad=1", "'\u00ad=1"),
        ('"=1"', '\'"=1"'),
        ("«=1»", "'«=1»"),
        (" =1", "'=1"),
        ("Раз\n=1\n+2", "Раз\n'=1\n'+2"),
        ("- раз\n- два", "– раз\n– два"),
        ("Раз = два", "Раз = два"),
    ],
)
def test_no_cell_is_a_formula(activity: str, cell: str) -> None:
    """What a spreadsheet would compute is text, in each line, whatever hides the sign; a list keeps its dashes."""
    assert read(activity)[1][2] == cell


@pytest.mark.parametrize(
    "words",
    ["1.1.", "1.10", "2-3", "1/2", "май 2022", "Май", "15 мая", "15 мая 2022 г.", "10%", "007", "12:30", "1E5", "5 р."],
)
def test_words_are_no_numbers(words: str) -> None:
    """What a spreadsheet would take for a day or a number ends with a tab, which none shows."""
    assert read(words)[1][2] == f"{words}\t"


@pytest.mark.parametrize("words", ["12", "Провести 2 семинара", "до 15 мая", "1 раз", "Майская встреча", "5 классов"])
def test_words_stay(words: str) -> None:
    """What no spreadsheet takes for anything else is as it was written."""
    assert read(words)[1][2] == words


def test_days_are_days() -> None:
    """The columns of dates can be sorted by the sheet."""
    assert read("Раз")[1][4:7] == ["01.01.2022", "15.05.2022", "13.05.2022"]
