"""Proves that each fault put into clean marks is caught by exactly the rule that should, at whatever row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.checks.running import rule_name, rules
from roadmapc.compiler import Compilation, check_marks
from roadmapc.plan.execution import execution_of
from roadmapc.russian.calendar import parse_date
from roadmapc.source.marks_file import read_marks
from tests.checks.test_mutations import TOP, Row, changed, plans, source
from tests.conftest import TODAY

Compile = Callable[[str], Compilation]
Mark = dict[str, str]
LAST_DAY = "31.12.2024"


def due(row: Row) -> date:
    day = parse_date(row["deadline"].removeprefix("до "))
    assert day is not None
    return day


def before(day: str, days: int) -> str:
    """Return the day so many days before another one, as people write it."""
    found = parse_date(day)
    assert found is not None
    return f"{found - timedelta(days):%d.%m.%Y}"


@st.composite
def marked_plans(draw: st.DrawFn) -> tuple[list[Row], list[Mark]]:
    """Return the rows of a clean plan and a clean mark of each: in time, late with a reason, moved, or not done."""
    rows = draw(plans())
    return rows, [draw(marks(row)) for row in rows]


@st.composite
def marks(draw: st.DrawFn, row: Row) -> Mark:
    day = due(row)
    mark = {"at": row["number"].rstrip("."), "activity": row["activity"][: draw(st.integers(12, 40))]}
    kind = draw(st.sampled_from(["in time", "late", "moved", "not done"]))
    done = day + timedelta(draw(st.integers(1, 20)) if kind in {"late", "moved"} else -draw(st.integers(0, 20)))
    if kind == "not done":
        return {**mark, "result": "Собраны анкеты", "reason": "Карантин"}
    proof = row["result"].partition(" ")[0].lower()
    mark |= {"done": f"{done:%d.%m.%Y}", "result": "Все сделано, как намечено"}
    mark["documents"] = f"[{proof} от {done:%d.%m.%Y} № {mark['at']}/1]"
    if kind == "late":
        mark["reason"] = "Карантин"
    if kind == "moved":
        moved, decided = day + timedelta(25), day - timedelta(draw(st.integers(0, 10)))
        mark["moved"] = f"{{to: {moved:%d.%m.%Y}, act: приказ, date: {decided:%d.%m.%Y}, reason: Карантин}}"
    return mark


def text_of(marks: list[Mark], waivers: str = "") -> str:
    lines = ["marks:"]
    for mark in marks:
        lines += [f"  {'- ' if at == 0 else '  '}{key}: {value}" for at, (key, value) in enumerate(mark.items())]
    return "\n".join(lines) + "\n" + waivers


def done_mark(row: Row, **keys: str | None) -> Mark:
    """Return the mark of a row that is done in time, with other keys; those without a value are left out."""
    day = f"{due(row):%d.%m.%Y}"
    number = row["number"].rstrip(".")
    proof = f"[{row['result'].partition(' ')[0].lower()} от {day} № {number}/1]"
    mark = {"at": number, "activity": row["activity"], "done": day, "documents": proof, **keys}
    return {key: value for key, value in mark.items() if value is not None}


def open_mark(row: Row, **keys: str) -> Mark:
    """Return the mark of a row that is not done, with a reason."""
    return {"at": row["number"].rstrip("."), "activity": row["activity"], "reason": "Карантин", **keys}


def late(row: Row, **keys: str) -> Mark:
    return done_mark(row, done=f"{due(row) + timedelta(3):%d.%m.%Y}", **keys)


def moved(row: Row, to: int, decided: int) -> Mark:
    """Return an open mark that moves the term by some days, decided some days before it."""
    day = f"{due(row):%d.%m.%Y}"
    return open_mark(row, moved=f"{{to: {before(day, -to)}, act: приказ, date: {before(day, decided)}, number: 7}}")


FAULTS: dict[str, Callable[[Row], Mark]] = {
    "misplaced-mark": lambda row: done_mark(row, activity="Такого мероприятия нет"),
    "mark-without-words": lambda row: done_mark(row, activity=None),
    "mark-before-signing": lambda row: done_mark(row, done="10.01.2021"),
    "mark-in-the-future": lambda row: open_mark(row, reported=f"{TODAY + timedelta(1):%d.%m.%Y}"),
    "words-contradict-dates": lambda row: open_mark(row, result="Исполнено в срок."),
    "unfit-move": lambda row: moved(row, to=20, decided=-1),
    "missing-reason": late,
    "proof-of-another-kind": lambda row: done_mark(row, documents="[протокол от 01.02.2021 № 900]"),
    "unsafe-link": lambda row: done_mark(row, documents="[{link: 'http://localhost/a.pdf'}]"),
    "done-without-proof": lambda row: done_mark(row, documents=None),
    "excluded-row-is-there": lambda row: open_mark(row, excluded="{act: приказ, date: 01.02.2022}"),
    "reported-out-of-order": lambda row: done_mark(row, reported=before(f"{due(row):%d.%m.%Y}", 1)),
    "organisations-miscounted": lambda row: open_mark(row, organisations="{done: 5, of: 4}"),
    "moved-beyond-period": lambda row: open_mark(
        row, moved="{to: 01.01.2025, act: приказ, date: 12.01.2021, number: 7}"
    ),
    "progress-of-dated-row": lambda row: open_mark(
        row, progress="{from: 12.01.2021, until: 15.01.2021, text: Собраны анкеты}"
    ),
}
"""A mark with one fault for any row."""


def found_in(compile_text: Compile, rows: list[Row], text: str) -> set[str]:
    plan = compile_text(source(rows, **TOP)).plan
    assert plan is not None
    file = read_marks("a.marks.yaml", text.encode())
    assert file.problems == ()
    found = check_marks(execution_of(plan, file), today=TODAY).diagnostics
    return {problem.name for problem in found if problem.waived is None}


@settings(max_examples=60)
@given(marked_plans())
def test_the_marks_are_clean(compile_text: Compile, marked: tuple[list[Row], list[Mark]]) -> None:
    """The marks that are spoilt below are clean before, so what is found comes of the fault."""
    rows, marks = marked
    assert found_in(compile_text, rows, text_of(marks)) == set()


@pytest.mark.parametrize("name", FAULTS)
@settings(max_examples=15)
@given(marked=marked_plans(), data=st.data())
def test_a_fault_is_caught_by_its_rule_alone(
    compile_text: Compile, name: str, marked: tuple[list[Row], list[Mark]], data: st.DataObject
) -> None:
    """One mark among clean ones is spoilt: the one rule speaks and no other."""
    rows, marks = marked
    at = data.draw(st.integers(0, len(rows) - 1))
    if name == "proof-of-another-kind":
        rows = changed(rows, at, result="Справка")
    marks[at] = FAULTS[name](rows[at])
    assert found_in(compile_text, rows, text_of(marks)) == {name}


@settings(max_examples=15)
@given(marked=marked_plans(), data=st.data())
def test_a_fault_of_several_marks_is_caught(
    compile_text: Compile, marked: tuple[list[Row], list[Mark]], data: st.DataObject
) -> None:
    """One proof for two rows, a mark that says nothing, a mark left out, one given twice, a waiver of nothing."""
    rows, marks = marked
    at = data.draw(st.integers(0, len(rows) - 1))
    twice = [*marks, marks[at]]
    assert found_in(compile_text, rows, text_of(twice)) == {"misplaced-mark"}
    left_out = [mark for mark in marks if mark is not marks[at]]
    assert found_in(compile_text, rows, text_of(left_out)) == {"missing-reason"}
    shared = [*marks]
    for n in (at, at - 1):
        shared[n] = done_mark(rows[n], documents="[{link: 'https://uo.edu.ru/a.pdf'}]")
    assert found_in(compile_text, rows, text_of(shared)) == {"one-proof-for-many"}
    waiver = "waivers: [{rule: missing-reason, at: 1.1, reason: так и есть}]\n"
    assert found_in(compile_text, rows, text_of(marks, waiver)) == {"waiver-of-marks"}


@settings(max_examples=15)
@given(marked=marked_plans(), data=st.data())
def test_faults_of_open_rows_are_caught(
    compile_text: Compile, marked: tuple[list[Row], list[Mark]], data: st.DataObject
) -> None:
    """Work that goes on to the end of the plan: its intervals; a mark of it that says nothing."""
    rows, marks = marked
    at = data.draw(st.integers(0, len(rows) - 1))
    rows = changed(rows, at, deadline="весь период", result="Сайт")
    named = {"at": marks[at]["at"], "activity": marks[at]["activity"]}

    def told(*intervals: tuple[str, str]) -> set[str]:
        words = [f"{{from: {first}, until: {last}, text: Начат}}" for first, last in intervals]
        marks[at] = {**named, "progress": f"[{', '.join(words)}]"}
        return found_in(compile_text, rows, text_of(marks))

    assert told(("12.01.2021", "30.06.2022"), ("01.07.2022", LAST_DAY)) == set()
    assert told(("12.01.2021", "01.07.2022"), ("01.07.2022", LAST_DAY)) == {"unfit-progress"}
    assert told(("12.01.2021", "01.07.2025")) == {"unfit-progress"}
    marks[at] = {**named, "due": LAST_DAY}
    assert found_in(compile_text, rows, text_of(marks)) == {"empty-mark", "missing-reason"}


def test_every_rule_of_marks_is_tried() -> None:
    """Here, or by the tests of several marks."""
    told = {"one-proof-for-many", "waiver-of-marks", "unfit-progress", "empty-mark", *FAULTS}
    assert told == {rule_name(rule) for rule in rules() if hasattr(rule, "judge") or hasattr(rule, "review_marks")}
