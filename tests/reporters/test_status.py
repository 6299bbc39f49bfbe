"""Proves how states are said: sums with their denominators, shares with a comma, nothing cut."""

from __future__ import annotations

import io
import json
from datetime import date

from rich.console import Console

from roadmapc.plan.execution import PRINTED, Status, overall, row_states
from roadmapc.plan.execution.standing import ordered, standings
from roadmapc.plan.execution.titles import TITLES
from roadmapc.reporters import status_csv, status_json, status_table
from tests.executions import real_year

DAY = date(2023, 7, 1)


def test_every_status_has_its_words() -> None:
    assert set(TITLES) == set(Status) == set(PRINTED)


def test_sums_of_several_plans() -> None:
    """They are joined number by number; a line for each plan and one for all."""
    execution = real_year()
    out = io.StringIO()
    status_table.show_sums(Console(file=out, width=400), [execution, execution], DAY, str)
    *_, one, whole = out.getvalue().splitlines()
    assert "activities: 16; due: 13; done: 11 (84,6 %)" in one
    assert "activities: 32; due: 26; done: 22 (84,6 %)" in whole
    assert status_table.percent(1, 3) == "33,3"
    assert overall(row_states(execution, DAY)).rows == 16


def test_json_and_csv_have_all_rows() -> None:
    found = ordered(standings(real_year(), DAY, 30))
    assert len(json.loads(status_json.report(found))) == len(found) == 16
    assert status_csv.report(found).count("\r\n") == 17
