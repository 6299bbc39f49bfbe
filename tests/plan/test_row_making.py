"""Proves what rows are made of their columns: further deadlines, starts, parts that print in their row."""

from __future__ import annotations

from roadmapc.documents._tasks import is_undated
from roadmapc.plan import Plan
from roadmapc.plan.due_making import due_plan
from tests.plans import plan_of_rows

COLUMNS = """\
table:
  columns:
    - activity
    - {key: begin, is: start}
    - {key: end, is: deadline}
    - {key: report, is: deadline, heading: Срок отчета}
    - owners
    - {key: partners, is: owners, heading: Соисполнители}
    - {key: place, heading: Место}
owners: {umo: {post: Управление, name: Иванов И.И.}}
"""


def plan(rows: str) -> Plan:
    return plan_of_rows(rows, more=COLUMNS)


def days(found: Plan) -> list[str]:
    return [f"{one.first:%d.%m}–{one.due:%d.%m}" for row in found.dated_rows for one in row.occurrences]


def test_a_start_and_an_end_make_one_time() -> None:
    """Each start goes with its end; without a start the end stands alone."""
    assert days(plan("      - {activity: А, begin: 10.01.2022, end: 25.02.2022}\n")) == ["10.01–25.02"]
    assert days(plan("      - {activity: А, end: 25.02.2022}\n")) == ["25.02–25.02"]
    two = "      - {activity: А, begin: '10.01.2022, 10.03.2022', end: '25.02.2022, 25.04.2022'}\n"
    assert days(plan(two)) == ["10.01–25.02", "10.03–25.04"]


def test_a_start_that_does_not_fit_changes_nothing() -> None:
    """Behind its end, or of another number: the end stays as it is, and a rule tells."""
    assert days(plan("      - {activity: А, begin: 10.03.2022, end: 25.02.2022}\n")) == ["25.02–25.02"]
    assert days(plan("      - {activity: А, begin: '10.01.2022, 10.02.2022', end: 25.02.2022}\n")) == ["25.02–25.02"]


def test_two_deadlines_are_due_twice() -> None:
    """The further one is a row of its own to whatever looks for days, and says what it is."""
    found = plan("      - {activity: Провести мониторинг., end: 25.02.2022, report: 15.03.2022}\n")
    (row,) = found.rows
    assert [one.text for one in found.dated_rows] == ["Провести мониторинг.", "Срок отчета: Провести мониторинг."]
    assert days(found) == ["25.02–25.02", "15.03–15.03"]
    assert row.deadline_route == (*row.route, "end")
    assert [later.deadline_route for later in row.later] == [(*row.route, "report")]


def test_two_deadlines_have_the_owners_above() -> None:
    """A row without owners has those of the row above it for each of its deadlines, so no list leaves one out."""
    below = "activities: [{activity: Б, end: 25.02.2022, report: 15.03.2022}]"
    _, first, later = plan(f"      - {{activity: А, end: 25.02.2022, owners: umo, {below}}}\n").dated_rows
    assert [one.alias for one in first.assignees] == [one.alias for one in later.assignees] == ["umo"]
    assert "owners" in later.inherits


def test_rows_know_what_they_serve() -> None:
    """One name or several."""
    one, two = plan("      - {activity: А, serves: share}\n      - {activity: Б, serves: [share, sum]}\n").rows
    assert (one.serves, two.serves) == (("share",), ("share", "sum"))


def test_what_stands_above_behind_parts_in_one_row() -> None:
    """It is the row that prints, not its parts."""
    rows = """\
      - {activity: А, together: да, owners: Завуч, result: Акт, activities: [{activity: а}, {activity: б}]}
      - {activity: Б, owners: {same_as_above: да}, result: {same_as_above: да}}
"""
    *_, last = plan_of_rows(rows).rows
    assert ([one.text for one in last.assignees], last.result) == (["Завуч"], "Акт")


def test_a_row_that_is_due_by_its_parts() -> None:
    """It has no deadline, and those below it have theirs: it is not without a date."""
    rows = """\
      - activity: А
        activities: [{activity: Б, deadline: май}, {activity: В}]
      - activity: Г
        deadline: июнь
        activities: [{activity: Д}]
"""
    found = plan_of_rows(rows, period="2022")
    assert [row.text for row in found.rows if row.by_parts] == ["А"]
    assert [row.text for row in found.rows if is_undated(row)] == ["В"]
    assert [row.text for row in due_plan(found).dated_rows if not row.times] == ["В"]


def test_a_month_of_its_own_says_in_which_month_the_days_are() -> None:
    """«Месяц | Дата»: the day alone is the deadline, the month where there is no day, once for several rows."""
    columns = (
        "table: {columns: [activity, {key: m, is: deadline, heading: Месяц}, {key: d, is: deadline, heading: Дата}]}\n"
    )
    rows = """\
      - {activity: А, m: Сентябрь, d: '5'}
      - {activity: Б, m: {same_as_above: да}, d: до 15}
      - {activity: В, m: Октябрь}
"""
    assert days(plan_of_rows(rows, period="2022", more=columns)) == ["05.09–05.09", "01.09–15.09", "01.10–31.10"]


def test_words_above_lead_a_part_of_their_sentence_in() -> None:
    """Where it stands apart from them; what is a sentence of its own needs none, nor does what no colon announces."""
    rows = """\
      - activity: "Провести:"
        activities:
          - {activity: опрос школ, end: 25.02.2022, report: 15.03.2022}
          - {activity: а) анализ планов}
          - {activity: Семинар для директоров}
          - {activity: "встречи:", activities: [{activity: с завучами}]}
      - {activity: Обучить, activities: [{activity: педагогов}]}
"""
    assert [row.text_apart for row in plan(rows).dated_rows] == [
        "Провести:",
        "Провести: опрос школ",
        "Срок отчета: Провести: опрос школ",
        "Провести: а) анализ планов",
        "Семинар для директоров",
        "Провести: встречи:",
        "Провести: встречи: с завучами",
        "Обучить",
        "педагогов",
    ]


def test_a_short_title_has_the_words_above_too() -> None:
    """A long one has not: its own words are those by which it is known."""
    rows = '      - {{activity: "{lead}:", activities: [{{activity: опрос школ}}]}}\n'
    for lead, title in (("Провести", "Провести: опрос школ"), ("Провести " * 20, "опрос школ")):
        assert plan(rows.format(lead=lead.strip())).rows[-1].title_apart == title
