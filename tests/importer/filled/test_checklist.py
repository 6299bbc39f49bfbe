"""Proves that a checklist filled in with Word says what was written into it, and leaves to people what is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from io import BytesIO

import docx
import pytest
from docx.table import Table, _Row

from roadmapc.documents import checklist
from roadmapc.documents.checklist import expected_lines
from roadmapc.documents.output import OutputContext
from roadmapc.importer.filled import ReadBack, edits_of, read_filled
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan import Plan
from roadmapc.plan.execution import execution_of
from roadmapc.workspace import template_files
from tests.conftest import ROADMAPS
from tests.plans import plan_of_rows
from tests.workbooks import AS_OF, marked, real_plan, tsuntinsky

PLAN = plan_of_rows(
    """\
      - {activity: Один раз, deadline: май 2022, owners: Методист, result: Справка}
      - {activity: Каждый год, deadline: ежегодно май, owners: Методист, result: Справка}
      - {activity: Всегда, deadline: весь период, owners: Методист, result: Справка}
      - {activity: По случаю, deadline: по мере необходимости, owners: Методист, result: Справка}
      - {activity: "Со списком:\\n- раз", deadline: "3 марта 2022, 10 марта 2022", owners: Методист, result: Акт}
"""
)
EMPTY = execution_of(PLAN)
NAMES = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))
Cells = dict[str, tuple[str, str]]


@cache
def context() -> OutputContext:
    """Return what documents are made with, as packaged."""
    return template_files.output_context((), ("docx",), "")


def files(plan: Plan) -> dict[str, bytes]:
    """Return the checklists of a plan."""
    return {file.name: file.data for file in checklist.files(plan, context())}


def only(plan: Plan) -> bytes:
    """Return its only checklist."""
    (data,) = files(plan).values()
    return data


def edited(data: bytes, edit: Callable[[Table], None]) -> bytes:
    """Return a document whose table was edited in Word."""
    document = docx.Document(BytesIO(data))
    edit(document.tables[0])
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def rows_of(table: Table) -> Iterator[_Row]:
    """Yield the rows of activities."""
    yield from (row for row in table.rows[1:] if len({id(cell._tc) for cell in row.cells}) > 1)


def filled(data: bytes, by_activity: Cells) -> bytes:
    """Return a checklist with words written into the last two columns, by the first words of activities."""

    def fill(table: Table) -> None:
        for row in rows_of(table):
            for start, (mark, day) in by_activity.items():
                if row.cells[1].text.startswith(start):
                    row.cells[-2].paragraphs[0].add_run(mark)
                    row.cells[-1].paragraphs[0].add_run(day)

    return edited(data, fill)


def said(back: ReadBack) -> list[tuple[str, str, str]]:
    """Return what changed, by number and key; there is nothing else to tell."""
    assert not back.problems, back.problems
    assert not back.edited
    assert not back.remarks
    return [(one.line.row.number, one.key, one.value) for one in back.changes]


def problem(back: ReadBack) -> str:
    """Return the only problem; nothing was taken."""
    assert not back.changes
    (found,) = back.problems
    return str(found.message)


@pytest.mark.parametrize("name", NAMES)
def test_a_checklist_that_nobody_touched_says_nothing(name: str) -> None:
    """Of every owner of every real plan, with marks or without."""
    plan = real_plan(name)
    for execution in (execution_of(plan), *((tsuntinsky(),) if name == "tsuntinsky" else ())):
        assert {read_filled(execution, data, AS_OF) for data in files(plan).values()} == {ReadBack()}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_that_is_filled_is_a_change_or_a_problem(name: str) -> None:
    """Nothing that was written is passed over."""
    plan = real_plan(name)
    for data in files(plan).values():
        count = 0

        def fill(table: Table) -> None:
            nonlocal count
            for row in rows_of(table):
                row.cells[-1].paragraphs[0].add_run("28.04.2023")
                count += 1

        back = read_filled(execution_of(plan), edited(data, fill), AS_OF)
        assert len(back.changes) + len(back.problems) == count
        assert {one.value for one in back.changes} <= {"28.04.2023"}


def test_a_date_is_done_and_words_are_the_result() -> None:
    """What stands beside the date is who signed; boxes that were printed are no words."""
    data = filled(only(PLAN), {"Один": ("Проведено", "12.05.2022, Иванова И.И."), "По случаю": ("", "3 мая 2022 г.")})
    back = read_filled(EMPTY, data, AS_OF)
    assert said(back) == [
        ("1.1.", "done", "12.05.2022"),
        ("1.1.", "result", "Проведено"),
        ("1.1.", "by", "Иванова И.И."),
        ("1.4.", "done", "03.05.2022"),
    ]
    assert [edit.values["at"] for edit in edits_of(EMPTY, back.changes)] == ["1.1", "1.4"]


def test_a_row_of_each_year() -> None:
    """Its months tell which day is meant."""

    def fill(table: Table) -> None:
        rows = [row for row in rows_of(table) if row.cells[1].text.startswith("Каждый год")]
        rows[1].cells[-1].paragraphs[0].add_run("05.05.2022")

    back = read_filled(EMPTY, edited(only(PLAN), fill), AS_OF)
    (edit,) = edits_of(EMPTY, back.changes)
    assert edit.values == {"at": "1.2", "activity": "Каждый год", "due": "31.05.2022", "done": "05.05.2022"}


@pytest.mark.parametrize(
    ("start", "mark", "day", "why"),
    [
        ("Один", "", "в мае", "no single date"),
        ("Один", "", "12.05.2022, 13.05.2022", "no single date"),
        ("Один", "", "31.02.2022", "no single date"),
        ("Один", "+", "", "no date says when"),
        ("Один", "", "12.05.2030", "still to come"),
        ("Всегда", "", "12.05.2022", "which day"),
        ("Со списком", "", "04.03.2022", "which day"),
    ],
)
def test_what_cannot_be_told_is_left_to_people(start: str, mark: str, day: str, why: str) -> None:
    """Each with its row; nothing of it is taken."""
    back = read_filled(EMPTY, filled(only(PLAN), {start: (mark, day)}), AS_OF)
    assert why in problem(back)
    assert "row" in back.problems[0].place


def test_a_tick_with_a_date_says_no_more_than_the_date() -> None:
    """«+», «выполнено» are no words on what was done; words without a date are information."""
    data = filled(only(PLAN), {"Один": ("выполнено", "12.05.2022"), "По случаю": ("Случаев не было", "")})
    assert said(read_filled(EMPTY, data, AS_OF)) == [
        ("1.1.", "done", "12.05.2022"),
        ("1.4.", "result", "Случаев не было"),
    ]


def test_what_the_marks_say_already() -> None:
    """The same is nothing new; another day is told, and the mark stays."""
    known = marked(PLAN, "marks: [{at: '1.1', activity: Один, done: 12.05.2022}]\n")
    assert read_filled(known, filled(only(PLAN), {"Один": ("", "12.05.2022")}), AS_OF) == ReadBack()
    back = read_filled(known, filled(only(PLAN), {"Один": ("", "13.05.2022")}), AS_OF)
    assert "says already: 12.05.2022" in problem(back)


def test_a_deadline_that_was_edited() -> None:
    """It is told, and no date of that row is taken."""

    def edit(table: Table) -> None:
        row = next(row for row in rows_of(table) if row.cells[1].text.startswith("Один"))
        row.cells[2].paragraphs[0].text = "июнь 2022"
        row.cells[-1].paragraphs[0].text = "12.06.2022"

    back = read_filled(EMPTY, edited(only(PLAN), edit), AS_OF)
    assert [one.new for one in back.edited] == ["июнь 2022"]
    assert "no row of the plan" in problem(back)


def test_a_row_that_was_put_in_or_doubled() -> None:
    """Both are told."""

    def edit(table: Table) -> None:
        first = next(iter(rows_of(table)))
        first.cells[-1].paragraphs[0].text = "12.05.2022"
        new = table.add_row()  # type: ignore[no-untyped-call]
        new.cells[1].text, new.cells[-1].text = "Еще одно дело", "12.05.2022"
        copied = table.add_row()  # type: ignore[no-untyped-call]
        for before, after in zip(first.cells, copied.cells, strict=True):
            after.text = before.text

    back = read_filled(EMPTY, edited(only(PLAN), edit), date(2023, 7, 1))
    assert len(back.changes) == 1
    first, second = (str(one.message) for one in back.problems)
    assert first.startswith("no row of the plan")
    assert second == "this row stands here twice"


def test_other_documents() -> None:
    """A checklist of another roadmap, a document without such a table, a file of another kind."""
    other = next(iter(files(real_plan("choysky")).values()))
    assert "none of its rows" in problem(read_filled(EMPTY, other, AS_OF))
    made = BytesIO()
    docx.Document().save(made)
    assert "no table with the columns" in problem(read_filled(EMPTY, made.getvalue(), AS_OF))
    with pytest.raises(UnreadableFile, match="workbooks and checklists"):
        read_filled(EMPTY, "текст".encode(), AS_OF)


def test_every_line_is_known_by_its_row() -> None:
    """The lines of all checklists, in the order in which they print, with what they are about."""
    found = list(expected_lines(PLAN))
    printed = [line for view in checklist.checklists(PLAN) for group in view.groups for line in group.lines]
    assert [one.line for one in found] == printed
    for one in found:
        assert one.line.number == one.row.number
        assert all(str(day.due.year) in one.line.dates for day in one.occurrences)
