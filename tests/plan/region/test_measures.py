"""Proves which rows carry out a regional measure, and that likeness alone is never counted."""

from __future__ import annotations

from roadmapc.plan.execution import Status
from roadmapc.plan.region import Asked, roll_up
from roadmapc.plan.region.making import member_of
from roadmapc.plan.region.measures import measures_of
from roadmapc.source.basing.base_plan import read_base
from tests.executions import executed_rows
from tests.regions import AS_OF, BASE, LINK, region


def test_rows_that_serve_a_measure_by_either_way() -> None:
    """The row of the base, and one of the municipality's own beside it; each extending municipality has an entry."""
    survey = measures_of(region()).measures[0]
    assert (survey.id, survey.text) == ("survey", "Провести опрос педагогов")
    borisovsky, ivanovsky = survey.entries
    assert [one.number for one in ivanovsky.rows] == ["1.1", "1.2"]
    assert [one.number for one in borisovsky.rows] == ["1.1"]
    assert not borisovsky.member.has_data
    assert (survey.due, survey.done) == (1, 1)


def test_only_a_public_link_is_one() -> None:
    survey, data, _seminar = measures_of(region()).measures
    first, second = survey.entries[1].rows
    assert (first.link, second.link) == (LINK, "")
    assert second.document
    assert second.document.kind == "протокол"
    (late,) = data.entries[1].rows
    assert (late.status, late.link) == (Status.DONE_LATE, "")
    assert late.document


def test_what_is_removed_tells_why() -> None:
    """A removed section takes its measures with it."""
    seminar = measures_of(region()).measures[2]
    borisovsky, ivanovsky = seminar.entries
    assert (borisovsky.rows, borisovsky.removed) == ((), "обучает регион")
    assert ivanovsky.rows[0].status is Status.MISSED
    assert (seminar.due, seminar.done) == (1, 0)


def test_likeness_is_a_proposal() -> None:
    """Those that extend nothing are named; their rows that are worded alike are counted nowhere."""
    found = measures_of(region())
    assert [one.name for one in found.without_base] == ["Андреевский район", "Яковлевский район"]
    assert [(one.member.name, one.row.number, one.measure, one.alike) for one in found.proposals] == [
        ("Андреевский район", "1.1", "survey", 100),
        ("Яковлевский район", "1.1", "survey", 100),
    ]
    counted = {entry.member.name for measure in found.measures for entry in measure.entries}
    assert counted == {"Борисовский район", "Ивановский район"}


def test_an_edition_in_force_holds_the_rows_of_the_base() -> None:
    """It names no base any more: that of the source tells which measures there are."""
    row = "      - {activity: Опрос, deadline: май 2025, owners: методист, result: Справка, serves: survey}\n"
    edition = executed_rows(row, "  - {at: '1.1', done: 05.05.2025}\n", "2025-2027")
    assert edition.plan.base is None
    found = measures_of(
        roll_up([member_of(edition, read_base("base.yaml", BASE.encode()), Asked(AS_OF))], [], Asked(AS_OF))
    )
    assert [(one.id, one.due, one.done) for one in found.measures] == [
        ("survey", 1, 1),
        ("data", 0, 0),
        ("seminar", 0, 0),
    ]
    assert found.without_base == ()
