"""Proves that a workbook that comes back says what was typed into it: that, at its cell, nothing silently."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from xml.sax.saxutils import unescape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.diagnostics import UserError
from roadmapc.documents._workbook.book import control_sheets
from roadmapc.documents._workbook.sheets import Cell, Row
from roadmapc.importer.filled import ReadBack, edits_of, read_filled
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan.control.columns import BY_NAME, MARK_KEYS, columns_of
from roadmapc.plan.control.lines import control_lines
from roadmapc.plan.control.mark_cells import mark_cells
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.russian.calendar import parse_date
from roadmapc.source.marks_file import MarksFile, read_marks
from roadmapc.source.model.marks import ExecutionMark, Marks
from tests.conftest import ROADMAPS
from tests.plan.control.test_mark_values import mark_of, marks
from tests.plans import plan_of_rows
from tests.workbooks import AS_OF, Values, changed, key_of, marked, real_plan, tsuntinsky, workbook, written

LAST = date(2099, 12, 31)
NAMES = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))
PLAN = plan_of_rows(
    """\
      - {activity: Один раз, deadline: май 2022, owners: [Методист, Директор], result: Справка}
      - {activity: Каждый год, deadline: ежегодно май, owners: Методист}
      - {activity: Всегда, deadline: весь период, owners: Директор}
      - {activity: По случаю, deadline: по мере необходимости, owners: Методист}
      - {activity: Пять раз, deadline: 5 раз в год, owners: Методист}
"""
)
EMPTY = execution_of(PLAN)


def read(execution: Execution, values: Values | None = None, as_of: date = AS_OF) -> ReadBack:
    """Return what is read of a workbook with cells filled in."""
    return read_filled(execution, workbook(execution, values), as_of)


def said(back: ReadBack) -> dict[tuple[str, str], Any]:
    """Return the values that changed by key of the line and key of the mark; there is nothing else to tell."""
    assert not back.problems, back.problems
    assert not back.edited, back.edited
    return {(one.line.key, one.key): one.value for one in back.changes}


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_that_nobody_touched_says_nothing(name: str) -> None:
    """Of every real plan, with a sheet of each owner or without; twice the same bytes."""
    execution = tsuntinsky() if name == "tsuntinsky" else execution_of(real_plan(name))
    for by_owner in (False, True):
        data = workbook(execution, by_owner=by_owner)
        assert read_filled(execution, data, AS_OF) == ReadBack()
        assert workbook(execution, by_owner=by_owner) == data


def cells_as_typed(values: dict[str, Any]) -> dict[str, str | date]:
    """Return the cells of a mark as people type them, days as days."""
    cells = mark_cells(mark_of(values))
    return {
        name: (parse_date(text) if BY_NAME[name].is_date and text else None) or text for name, text in cells.items()
    }


@given(st.dictionaries(st.sampled_from([line.key for line in control_lines(EMPTY) if line.unit]), marks, max_size=4))
@settings(max_examples=60)
def test_what_is_typed_is_what_is_read(typed: dict[str, dict[str, Any]]) -> None:
    """Marks of any kind, set into any lines, are read as those, and written into the file they stand in those lines."""
    values = {(key, name): value for key, mark in typed.items() for name, value in cells_as_typed(mark).items()}
    data = workbook(EMPTY, values)
    back = read_filled(EMPTY, data, LAST)
    assert said(back) == {(key, name): value for key, mark in typed.items() for name, value in mark.items()}
    after = with_edits(EMPTY, back)
    assert not after.misplaced
    found = [(unit_of(line.key), line.marked) for line in control_lines(after) if line.mark]
    assert sorted(found, key=str) == sorted(
        ((unit_of(key), mark_cells(mark_of(mark))) for key, mark in typed.items() if mark), key=str
    )
    assert read_filled(after, data, LAST) == ReadBack()
    assert read_filled(after, workbook(after), LAST) == ReadBack()


def unit_of(key: str) -> str:
    """Return the work that a line is about: which of its lines a mark has is the order of the file."""
    return key.rpartition("|")[0]


def with_edits(execution: Execution, back: ReadBack) -> Execution:
    """Return a plan with the marks that were read put into its file."""
    before = list(execution.file.marks.marks) if execution.file and execution.file.marks else []
    for edit in edits_of(execution, back.changes):
        mark = model(edit.values)
        if edit.index is None:
            before.append(mark)
        else:
            before[edit.index] = mark
    source = read_marks("a.marks.yaml", b"marks:\n").source
    return execution_of(execution.plan, MarksFile(source, marks=Marks(marks=tuple(before))))


def model(values: dict[str, Any]) -> ExecutionMark:
    """Return a mark of the values of an edit."""
    texts = {key: value for key, value in values.items() if key != "organisations"}
    if counts := values.get("organisations"):
        texts["organisations"] = {key: str(one) if isinstance(one, int) else one for key, one in counts.items()}
    return ExecutionMark.model_validate(texts)


def test_marks_copied_into_an_empty_workbook_are_the_same_marks() -> None:
    """The real year of marks, typed into the workbook of the plan without marks."""
    filled = tsuntinsky()
    empty = execution_of(filled.plan)
    values: dict[tuple[str, str], Any] = {
        (line.key, name): parse_date(text) if BY_NAME[name].is_date else text
        for line in control_lines(filled)
        for name, text in line.marked.items()
        if text
    }
    after = with_edits(empty, read(empty, values))
    shown = {line.key: line.marked for line in control_lines(filled)}
    assert {line.key: line.marked for line in control_lines(after)} == shown


def test_marks_that_are_there_are_changed_in_their_place() -> None:
    """The mark keeps what nobody touched, in the order of the format; what is emptied is taken away."""
    execution = tsuntinsky()
    key = key_of(execution, "1.3")
    values: Values = {(key, "done"): date(2023, 6, 19), (key, "result"): None, (key, "document-number"): "01-07/58"}
    back = read(execution, values)
    (edit,) = edits_of(execution, back.changes)
    assert (edit.index, edit.changed) == (2, ("done", "result", "documents"))
    assert list(edit.values) == ["at", "activity", "done", "documents", "moved"]
    assert edit.values["documents"] == [
        {"kind": "приказ", "date": "16.06.2023", "number": "01-07/58"},
        {"kind": "справка", "date": "09.06.2023", "link": "https://example.org/opros.pdf"},
    ]
    assert edit.values["moved"]["number"] == "01-07/41"


def test_a_mark_emptied_has_nothing_to_say() -> None:
    """Whoever empties all its cells wants it gone."""
    execution = marked(PLAN, "marks: [{at: '1.1', activity: Один, done: 12.05.2022}]\n")
    (edit,) = edits_of(execution, read(execution, {(key_of(execution, "1.1"), "done"): None}).changes)
    assert (edit.index, edit.values) == (0, {"at": "1.1", "activity": "Один"})


def test_how_new_marks_name_their_rows() -> None:
    """By number and first words; of several days by the day, of all of them by none."""
    first, second = key_of(EMPTY, "1.2", 1), key_of(EMPTY, "1.2", 2)
    values: Values = {
        (first, "done"): date(2021, 5, 3),
        (second, "done"): date(2022, 5, 4),
        (key_of(EMPTY, "1.2"), "by"): "Директор",
    }
    found = [edit.values for edit in edits_of(EMPTY, read(EMPTY, values).changes)]
    named = {"at": "1.2", "activity": "Каждый год"}
    assert found == [
        {**named, "by": "Директор"},
        {**named, "due": "31.05.2021", "done": "03.05.2021"},
        {**named, "due": "31.05.2022", "done": "04.05.2022"},
    ]


def test_days_however_they_are_typed() -> None:
    """A date, words, ISO, a number that no program shows as a day; «2023» is none."""
    key = key_of(EMPTY, "1.1")
    for typed in (date(2022, 5, 12), "12.05.2022", "12.5.2022 г.", "12 мая 2022 г.", "2022-05-12", 44693):
        assert said(read(EMPTY, {(key, "done"): typed})) == {(key, "done"): "12.05.2022"}, typed
    for typed in (2022, 120522, "май"):
        (problem,) = read(EMPTY, {(key, "done"): typed}).problems
        assert "not a date" in problem.message
        assert str(problem.place) == "Контроль!J6"


def edited(data: bytes, edit: Callable[[str], str], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Return a workbook with one of its parts edited."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, edit(content.decode()).encode() if name == part else content)
    return made.getvalue()


def test_days_counted_from_1904() -> None:
    """A workbook of an old Mac has other numbers for the same days."""
    key = key_of(EMPTY, "1.1")
    data = workbook(EMPTY, {(key, "done"): 44693 - 1462, (key, "reported"): date(2022, 5, 13)})
    book = "xl/workbook.xml"
    data = edited(data, lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" '), book)
    back = read_filled(EMPTY, data, LAST)
    found = {one.key: one.value for one in back.changes}
    assert found["done"] == "12.05.2022"
    assert found["reported"] == "14.05.2026"  # the number of the 13th, as that workbook counts


def test_a_formula_is_no_mark() -> None:
    """Whatever value it has, and though it is the one that was there; in a cell of the plan it is an edited cell."""
    key = key_of(EMPTY, "1.1")
    data = workbook(EMPTY, {(key, "result"): "СЛОВО"})
    data = edited(
        data,
        lambda xml: re.sub(r'(<c r="L6"[^>]*?) t="s"><v>\d+</v>', r'\1 t="str"><f>"СЛО"&amp;"ВО"</f><v>СЛОВО</v>', xml),
    )
    back = read_filled(EMPTY, data, AS_OF)
    assert [(str(one.place), str(one.message)) for one in back.problems] == [("Контроль!L6", "a formula is no mark")]
    assert not back.changes
    data = edited(
        workbook(EMPTY), lambda xml: re.sub(r'(<c r="D6"[^>]*?) t="s"><v>\d+</v>', r'\1 t="str"><f>A1</f><v>1</v>', xml)
    )
    assert [str(one.place) for one in read_filled(EMPTY, data, AS_OF).edited] == ["Контроль!D6"]


def test_what_stands_beside_a_formula_is_told() -> None:
    """A document is of three cells: where one of them cannot be read, the others are not lost without a word."""
    key = key_of(EMPTY, "1.1")
    data = workbook(EMPTY, {(key, "document-kind"): "справка", (key, "document-number"): "СЛОВО"})
    formula = r'<c r="\1" t="str"><f>"СЛО"&amp;"ВО"</f><v>СЛОВО</v>'
    data = edited(data, lambda xml: re.sub(r'<c r="(O6)"[^>]*? t="s"><v>\d+</v>', formula, xml))
    (problem,) = read_filled(EMPTY, data, AS_OF).problems
    assert str(problem.message) == "a formula is no mark; “справка” beside it is not read either"


def test_texts_that_look_like_formulas_are_texts() -> None:
    """They are written as texts and come back as such."""
    key = key_of(EMPTY, "1.1")
    for text in ("=1+1", "+7 928", "-5", "@сумма", "https://example.org", "0012", "=HYPERLINK(1)"):
        data = workbook(EMPTY, {(key, "result"): text})
        assert b"<f>" not in ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
        assert said(read_filled(EMPTY, data, AS_OF)) == {(key, "result"): text}


def test_a_cell_of_the_plan_that_was_edited_is_told() -> None:
    """Never taken; the marks of the row are, unless it is another activity now."""
    key = key_of(EMPTY, "1.1")
    back = read(EMPTY, {(key, "due"): date(2023, 6, 1), (key, "status"): "исполнено", (key, "done"): date(2022, 5, 2)})
    assert [(str(one.place), one.heading, one.new) for one in back.edited] == [
        ("Контроль!F6", "Срок (дата)", "01.06.2023"),
        ("Контроль!I6", "Статус", "исполнено"),
    ]
    assert [one.value for one in back.changes] == ["02.05.2022"]
    back = read(EMPTY, {(key, "activity"): "Другое", (key, "done"): date(2022, 5, 2)})
    assert not back.changes
    assert "another than it was" in back.problems[0].message


def test_a_mark_made_meanwhile_is_never_undone() -> None:
    """What the workbook did not touch says nothing; what both changed is told, unless they say the same."""
    key = key_of(EMPTY, "1.1")
    now = marked(PLAN, "marks: [{at: '1.1', activity: Один, done: 12.05.2022, by: Я}]\n")
    assert read_filled(now, workbook(EMPTY), AS_OF) == ReadBack()
    same = workbook(EMPTY, {(key, "done"): date(2022, 5, 12), (key, "reason"): "Карантин"})
    back = read_filled(now, same, AS_OF)
    assert said(back) == {(key, "reason"): "Карантин"}
    assert edits_of(now, back.changes)[0].index == 0
    other = read_filled(now, workbook(EMPTY, {(key, "done"): date(2022, 5, 13)}), AS_OF)
    assert not other.changes
    assert "changed since" in other.problems[0].message


def test_a_row_that_the_plan_has_changed_since() -> None:
    """Another deadline: the marks are not taken. Another number: they are, and it is told."""
    data = workbook(EMPTY, {(key_of(EMPTY, "1.1"), "done"): date(2022, 5, 2)})
    moved = execution_of(with_row("      - {id: a, activity: Один раз, deadline: май 2022 г.}\n"))
    before = execution_of(with_row("      - {id: a, activity: Один раз, deadline: май 2022}\n"))
    data = workbook(before, {(key_of(before, "1.1"), "done"): date(2022, 5, 2)})
    back = read_filled(moved, data, AS_OF)
    assert not back.changes
    assert "changed this row since" in back.problems[0].message
    shifted = execution_of(
        with_row(
            "      - {activity: Новое, deadline: май 2022}\n      - {id: a, activity: Один раз, deadline: май 2022}\n"
        )
    )
    back = read_filled(shifted, data, AS_OF)
    assert [one.line.row.number for one in back.changes] == ["1.2."]
    assert "same row" in back.remarks[0].message
    assert edits_of(shifted, back.changes)[0].values == {"at": "a", "done": "02.05.2022"}


def with_row(rows: str) -> Any:
    """Return a plan of rows."""
    return plan_of_rows(rows)


def test_days_still_to_come() -> None:
    """Nothing was done on them; documents may be dated later."""
    key = key_of(EMPTY, "1.1")
    back = read(EMPTY, {(key, "done"): date(2023, 7, 2), (key, "document-date"): date(2023, 7, 2)})
    assert [one.key for one in back.changes] == ["documents"]
    assert "still to come" in back.problems[0].message


def shuffled(execution: Execution, values: Values, edit: Callable[[list[Row]], list[Row]], **options: Any) -> bytes:
    """Return a workbook whose rows below the headings are edited."""
    sheet, *others = [changed(one, values) for one in control_sheets(execution, AS_OF, "План", **options)]
    rows = [*sheet.rows[: sheet.head + 1], *edit(list(sheet.rows[sheet.head + 1 :]))]
    return written([replace(sheet, rows=tuple(rows)), *others])


DONE = {(key_of(EMPTY, "1.1"), "done"): date(2022, 5, 2)}


def test_rows_by_key_and_never_by_position() -> None:
    """Sorted, filtered down to one, with empty rows between: the same is read."""
    blank = Row(tuple(Cell(None) for _ in range(26)))
    for edit in (
        lambda rows: rows[::-1],
        lambda rows: rows[:1],
        lambda rows: [one for row in rows for one in (blank, row)],
        lambda rows: [row._replace(hidden=True) for row in rows],
    ):
        assert list(said(read_filled(EMPTY, shuffled(EMPTY, DONE, edit), AS_OF)).values()) == ["02.05.2022"]


def problem_of(data: bytes) -> tuple[str, str]:
    """Return the place and the message of the only problem; nothing was taken."""
    back = read_filled(EMPTY, data, AS_OF)
    assert not back.changes
    found = {str(one.message): str(one.place) for one in back.problems}
    assert len(found) == 1, back.problems
    return next(iter(found.values())), next(iter(found))


def test_keys_that_are_doubled_unknown_or_missing() -> None:
    """Each is a problem with its cell."""
    doubled = shuffled(EMPTY, DONE, lambda rows: [*rows, rows[0]])
    _place, message = problem_of(doubled)
    assert "twice" in message
    lost = shuffled(EMPTY, DONE, lambda rows: [with_cell(rows[0], 0, None), *rows[1:]])
    assert "has no key" in problem_of(lost)[1]
    assert problem_of(lost)[0] == "Контроль!B6"
    old = shuffled(EMPTY, DONE, lambda rows: [with_cell(rows[0], 0, key_of(EMPTY, "1.1") + "9"), *rows[1:]])
    assert "no such row or day any more" in problem_of(old)[1]
    spoilt = shuffled(EMPTY, DONE, lambda rows: [with_cell(rows[0], 1, "number=1"), *rows[1:]])
    assert "hidden cells of this row were changed" in problem_of(spoilt)[1]


def with_cell(row: Row, at: int, value: Any) -> Row:
    """Return a row with another value in a cell."""
    cells = list(row.cells)
    cells[at] = Cell(value)
    return row._replace(cells=tuple(cells))


def test_a_row_that_somebody_put_in() -> None:
    """It has no key: what stands in it is told with its cell."""
    new = Row((None, None, None, Cell("Новое мероприятие")))
    data = shuffled(EMPTY, {}, lambda rows: [rows[0], new, *rows[1:]])
    assert problem_of(data) == ("Контроль!D7", "this row was put in and has no key: it is not read")


def test_cells_that_were_joined() -> None:
    """Nobody can tell which row they are about."""
    wide = dict.fromkeys([(key_of(EMPTY, "1.1"), "result")], "Сделано")

    def join(rows: list[Row]) -> list[Row]:
        cells = list(rows[0].cells)
        cells[11] = Cell("Сделано", "mark", down=2)
        below = list(rows[1].cells)
        below[11] = None
        return [rows[0]._replace(cells=tuple(cells)), rows[1]._replace(cells=tuple(below)), *rows[2:]]

    place, message = problem_of(shuffled(EMPTY, wide, join))
    assert (place, "joined" in message) == ("Контроль!L6", True)


def test_columns_deleted_and_headings_renamed() -> None:
    """Columns are known by hidden names; one that is gone leaves its marks as they are."""
    execution = tsuntinsky()
    sheet, lists = control_sheets(execution, AS_OF, "План")

    def without(row: Row) -> Row:
        return (
            row._replace(cells=tuple(cell for at, cell in enumerate(row.cells) if at != 11))
            if len(row.cells) > 12
            else row
        )

    cut = replace(sheet, rows=tuple(map(without, sheet.rows)), widths=sheet.widths[:-1], allowed=(), rules=())
    back = read_filled(execution, written([cut, lists]), AS_OF)
    assert not back.changes
    assert not back.problems
    assert "«Информация" in back.remarks[0].message or "Информация" in back.remarks[0].message
    head = list(sheet.rows[4].cells)
    head[9] = Cell("Когда сделано", "head")
    renamed = replace(sheet, rows=(*sheet.rows[:4], sheet.rows[4]._replace(cells=tuple(head)), *sheet.rows[5:]))
    back = read_filled(execution, written([renamed, lists]), AS_OF)
    assert [(str(one.place), one.new) for one in back.edited] == [("Контроль!J5", "Когда сделано")]
    assert not back.changes


def test_the_row_of_names_gone() -> None:
    """The headings serve as well."""
    sheet, lists = control_sheets(EMPTY, AS_OF, "План")
    data = written([replace(changed(sheet, DONE), rows=changed(sheet, DONE).rows[1:], head=sheet.head - 1), lists])
    assert [one.value for one in read_filled(EMPTY, data, AS_OF).changes] == ["02.05.2022"]


def test_sheets_of_owners() -> None:
    """A mark on either sheet counts; two that differ are told; the same on both is one."""
    key = key_of(EMPTY, "1.1")
    whole, *owners, lists = control_sheets(EMPTY, AS_OF, "План", by_owner=True)
    assert [one.name for one in owners] == ["Методист", "Директор"]
    filled = [changed(one, {(key, "done"): date(2022, 5, 2)}) for one in owners]
    other = changed(owners[1], {(key, "done"): date(2022, 5, 3)})
    assert list(said(read_filled(EMPTY, written([whole, filled[0], owners[1], lists]), AS_OF)).values()) == [
        "02.05.2022"
    ]
    assert list(said(read_filled(EMPTY, written([whole, *filled, lists]), AS_OF)).values()) == ["02.05.2022"]
    back = read_filled(EMPTY, written([whole, filled[0], other, lists]), AS_OF)
    assert [str(one.place) for one in back.problems] == ["Методист!J6", "Директор!J6"]
    assert not back.changes


def test_a_workbook_of_another_roadmap() -> None:
    """It is refused whole; one row of it among ours is told alone."""
    data = workbook(execution_of(real_plan("choysky")))
    assert "this is the workbook of another roadmap" in problem_of(data)[1]
    foreign = control_sheets(execution_of(real_plan("choysky")), AS_OF, "План")[0].rows[5]
    mixed = shuffled(EMPTY, {}, lambda rows: [*rows, foreign])
    assert "of another roadmap" in problem_of(mixed)[1]


def test_sheets_deleted_and_other_workbooks() -> None:
    """The sheet is named that is missed."""
    _control, lists = control_sheets(EMPTY, AS_OF, "План")
    shown = replace(lists, hidden=False)
    assert "no sheet “Контроль”" in problem_of(written([shown]))[1]
    assert (
        "hidden columns of the sheet “Контроль” are gone" in problem_of(written([replace(shown, name="Контроль")]))[1]
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04junk", b"%PDF-1.4", "просто текст".encode()])
def test_what_is_no_workbook(data: bytes) -> None:
    """It is refused with its own words."""
    with pytest.raises(UnreadableFile):
        read_filled(EMPTY, data, AS_OF)


def test_a_number_that_became_a_day() -> None:
    """«01-05» typed into a cell of another format is a day for an office program: nobody can tell it back."""
    key = key_of(EMPTY, "1.1")
    (problem,) = read(EMPTY, {(key, "document-number"): date(2023, 5, 1)}).problems
    assert "made a date of the number" in problem.message
    assert str(problem.place).endswith("O6")


def test_every_key_of_a_mark_has_a_column() -> None:
    """What the format has can be filled in, but for where a mark belongs."""
    where = {"at", "activity", "due"}
    assert set(MARK_KEYS) == set(ExecutionMark.model_fields) - where
    assert all(columns_of(key) for key in MARK_KEYS)


BUILT = workbook(EMPTY, {(key_of(EMPTY, "1.1"), "done"): date(2022, 5, 2)}, by_owner=True)
PARTS = sorted(name for name in ZipFile(BytesIO(BUILT)).namelist() if name.startswith("xl/"))


@given(
    st.sampled_from(PARTS),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(["0", "9", "A1", "<", '"', "</c>", "<f>1</f>", "-", "я", "e9"])),
        max_size=4,
    ),
)
@settings(max_examples=150)
def test_whatever_is_spoilt_is_refused_or_told(part: str, edits: list[tuple[float, str]]) -> None:
    """Characters put anywhere into any part of a workbook: no fault of the program, and nothing that stands nowhere."""

    def spoil(xml: str) -> str:
        for where, what in edits:
            at = int(where * len(xml))
            xml = xml[:at] + what + xml[at:]
        return xml

    spoilt = edited(BUILT, spoil, part)
    try:
        back = read_filled(EMPTY, spoilt, AS_OF)
    except UserError:
        return
    with ZipFile(BytesIO(spoilt)) as package:
        written = unescape("\n".join(package.read(name).decode() for name in package.namelist()))
    for one in back.changes:
        assert parse_date(one.new) or all(word in written for word in one.new.split())
