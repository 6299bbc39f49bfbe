"""Proves that what is due is told to programs by one shape, with the old name of the day to act by beside the new."""

from __future__ import annotations

import json
from datetime import date

from roadmapc.plan.due import entries
from roadmapc.plan.due_making import due_plan
from roadmapc.reporters import due_json
from tests.plans import plan_of_rows

ROWS = """\
      - {id: a, activity: ' Раз ', deadline: до 15 мая 2022 г., owners: [методист, завуч], result: Справка}
      - {id: b, activity: Дни, deadline: {dates: [16.05.2022]}}
"""


def test_objects() -> None:
    """Days in ISO, lists as lists; what is not there is null."""
    plan = plan_of_rows(ROWS, more="table: {numbering: printed}\n")
    first, second = json.loads(due_json.report(list(entries(due_plan(plan), date(2022, 5, 1), date(2022, 5, 31)))))
    assert first == {
        "municipality": "Район",
        "roadmap": plan.id,
        "id": "a",
        "section": "Мониторинг",
        "number": None,
        "activity": "Раз",
        "deadline": "до 15 мая 2022 г.",
        "first": "2022-01-01",
        "due": "2022-05-15",
        "act_by": "2022-05-13",
        "remind": "2022-05-13",
        "kind": first["kind"],
        "owners": ["методист", "завуч"],
        "result": "Справка",
        "status": "due",
        "state": None,
        "done": None,
        "delay": 0,
        "moved_from": None,
    }
    assert (second["deadline"], second["owners"], second["result"], second["kind"]) == (None, [], None, "date")
    assert second["act_by"] == second["remind"] == "2022-05-16"


def test_nothing_due_is_an_empty_list() -> None:
    """A program need not tell nothing from something."""
    assert due_json.report([]) == "[]\n"
