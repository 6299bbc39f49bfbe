"""Proves what stands in the months of a network chart, and that no table of it has more than twelve."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapc.documents.execution.report_network import NetworkRowView, NetworkView, network_view
from tests.paper import REAL, real_plan
from tests.reports import execution, of_rows, report, tsuntinsky

ROWS = """\
      - {activity: Окно, deadline: март – май 2022, owners: методист}
      - {activity: Всегда, deadline: весь период, owners: методист}
      - {activity: Часто, deadline: еженедельно, owners: методист}
      - {activity: Иногда, deadline: по мере необходимости, owners: методист}
"""


def chart(marks: str, as_of: date = date(2022, 12, 31), period: str | None = None) -> NetworkView:
    """Return the chart of a plan of one year."""
    return network_view(report(of_rows(ROWS, marks), as_of, period, "network"))


def row(found: NetworkView, number: str) -> NetworkRowView:
    """Return a row of the first table."""
    return next(row for group in found.tables[0].groups for row in group.rows if row.number == number)


@pytest.mark.parametrize(
    ("mark", "done"),
    [
        ("done: 20.05.2022", {5: "20"}),
        ("done: 03.06.2022", {6: "3 оп"}),
        ("said: частично", {5: "ч"}),
        ("removed: {date: 01.04.2022, by: начальник, ground: Так}", {5: "с"}),
        ("result: Готовится", {5: "н"}),
    ],
)
def test_what_became_of_a_row(mark: str, done: dict[int, str]) -> None:
    """In the month in which it was done, else in that of its term: by letters, never by a colour alone."""
    found = row(chart(f"marks: [{{at: '1.1', {mark}}}]\n"), "1.1.")
    assert found.planned == ("", "", "–", "–", "31", *[""] * 7)
    assert {at: text for at, text in enumerate(found.done, 1) if text} == done


def test_moves_and_risks() -> None:
    """The new day stands in its month, and the risk there too."""
    moved = "{to: 15.07.2022, act: приказ, date: 01.05.2022}"
    found = row(chart(f"marks: [{{at: '1.1', moved: {moved}}}]\n", date(2022, 6, 1)), "1.1.")
    assert found.planned == ("", "", "–", "–", "31", "", "15 пер", *[""] * 5)
    risk = row(chart("marks: [{at: '1.1', said: риск}]\n", date(2022, 4, 1)), "1.1.")
    assert risk.done[4] == "р"


def test_work_that_goes_on_or_comes_often() -> None:
    """Of weekly work it is counted how often it was done; of work that goes on it is said where something is told."""
    marks = """\
marks:
  - {at: '1.2', progress: {from: 01.02.2022, until: 31.03.2022, text: Помогали}}
  - {at: '1.3', due: 09.01.2022, done: 09.01.2022}
"""
    found = chart(marks, date(2022, 1, 31))
    assert row(found, "1.3.").planned[0] == "●"
    assert row(found, "1.3.").done[0].startswith("1 из ")
    later = row(chart(marks), "1.2.")
    assert set(later.planned) == {"●"}
    assert [at for at, text in enumerate(later.done, 1) if text == "в"] == [2, 3]


def test_the_legend_tells_what_stands_there() -> None:
    """And nothing else; what has no day is listed below."""
    found = chart("marks: [{at: '1.1', done: 03.06.2022}]\n", date(2022, 6, 30), "I полугодие 2022")
    told = "; ".join((*found.planned_legend, *found.done_legend))
    assert "«оп» – с опозданием" in told
    assert "«пер»" not in told
    assert [one.number for one in found.undated] == ["1.4."]
    assert found.tables[0].months == ("январь", "февраль", "март", "апрель", "май", "июнь")


@pytest.mark.parametrize("name", REAL)
def test_no_table_is_longer_than_a_year(roadmaps: Path, name: str) -> None:
    """A long time is parted by its years; every table is as wide as the sheet, every row that is due is there."""
    found = network_view(report(execution(real_plan(roadmaps, name)), date(2022, 7, 1), None, "network"))
    for table in found.tables:
        assert len(table.months) == sum(count for _year, count in table.parts) <= 12
        assert sum(table.widths) == 257
        assert all(len(row.planned) == len(table.months) for group in table.groups for row in group.rows)
    rows = sum(1 for one in real_plan(roadmaps, name).rows if one.occurrences)
    shown = {row.activity for table in found.tables for group in table.groups for row in group.rows}
    assert len(shown) >= rows * 0.9


def test_a_short_period_shows_what_happens_in_it() -> None:
    """Rows of other months are left out; those above the rows shown are there."""
    found = network_view(report(tsuntinsky(), date(2023, 4, 1), "I квартал 2023", "network"))
    numbers = [row.number for group in found.tables[0].groups for row in group.rows]
    assert numbers == ["1.2.", "2.2.", "2.3.", "3.1.", "3.2.", "3.2.1.", "3.2.2.", "3.2.3.", "4."]
