"""Proves what rules about marks share: marks and proofs with their places, names of rows."""

from __future__ import annotations

from datetime import date

from roadmapc.checks.rules._marks import (
    all_marks,
    decisions,
    has_words,
    marked_units,
    proofs,
    states,
)
from roadmapc.plan.execution import Execution, Status, execution_of
from roadmapc.source.marks_file import read_marks
from tests.plans import plan_of_rows

ROWS = """\
      - {number: 1., activity: Провести опрос, deadline: май 2022, owners: методист, result: Анкета}
      - {activity: Вести сайт, deadline: "30.06.2022, 30.11.2022", owners: методист, result: Страница}
"""
MARKS = """\
marks:
  - at: 1
    activity: Провести опрос
    moved:
      - {to: 20.07.2022, act: приказ, date: 02.06.2022}
      - {to: 20.06.2022, act: приказ, date: 05.05.2022}
    documents: справка от 05.05.2022 № 1
    progress: {from: 01.05.2022, until: 05.05.2022, text: Начат, documents: [справка № 2, справка № 3]}
    excluded: {act: приказ, date: 03.06.2022}
  - {at: 1.2, activity: Вести сайт, removed: {date: 01.07.2022, by: начальник, ground: закрыт}}
  - {at: 7.7, done: 01.06.2022}
"""


def execution() -> Execution:
    return execution_of(plan_of_rows(ROWS), read_marks("a.marks.yaml", MARKS.encode()))


def test_marks_with_their_places() -> None:
    """Those too that mean no row; a mark of a whole row is one of all its times."""
    found = execution()
    assert [(route, mark.at) for route, mark in all_marks(found)] == [
        (("marks", 0), "1"),
        (("marks", 1), "1.2"),
        (("marks", 2), "7.7"),
    ]
    placed = [(unit.row.number, one.index) for unit, one in marked_units(found)]
    assert placed == [("1.", 0), ("1.2.", 1), ("1.2.", 1)]
    assert [*all_marks(execution_of(found.plan))] == []


def test_what_was_decided_and_what_proves_it() -> None:
    """With the place of each in the file."""
    (route, mark), *_others = all_marks(execution())
    assert [(place[2:], day) for place, day in decisions(route, mark)] == [
        (("moved", 0, "date"), date(2022, 6, 2)),
        (("moved", 1, "date"), date(2022, 5, 5)),
        (("excluded", "date"), date(2022, 6, 3)),
    ]
    assert [(place[2:], proof.number) for place, proof in proofs(route, mark)] == [
        (("documents", 0), "1"),
        (("progress", 0, "documents", 0), "2"),
        (("progress", 0, "documents", 1), "3"),
    ]


def test_what_became_of_each_time() -> None:
    """On the day asked for."""
    assert [state.status for _unit, state in states(execution(), date(2022, 7, 2))] == [
        Status.EXCLUDED,
        Status.REMOVED,
        Status.REMOVED,
    ]


def test_a_dash_says_nothing() -> None:
    assert [text for text in ("–", "", None, "х", "карантин") if has_words(text)] == ["х", "карантин"]
