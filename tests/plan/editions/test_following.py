"""Proves that on each day the edition in force is followed: three editions, and marks that were made over the years."""

from __future__ import annotations

from datetime import date

from roadmapc.deadlines import Period
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._signing import excluded_views
from roadmapc.plan.editions.following import execution_on, plan_on
from roadmapc.plan.editions.signed import Signed
from roadmapc.plan.editions.values import Editions, in_order
from roadmapc.plan.editions.writing import Act
from roadmapc.plan.execution import Execution, overall, row_states
from roadmapc.source.marks_file import MarksFile, read_marks
from tests.editions import amended, kept, signed
from tests.plan.editions.test_signed import FIRST, FROZEN
from tests.plans import plan_of

SECOND = Act("приказ", date(2022, 4, 11), "32")
THIRD = Act("приказ", date(2022, 6, 20), "41")
_ROW = (
    "      - {id: new, number: 1.1¹., activity: Описать опыт, deadline: июль 2022, owners: Методист, result: Сборник}\n"
)
"""Comes between by the second act."""
TWICE = amended(
    "".join(
        _ROW + line if "1.2." in line else line
        for line in FROZEN.replace("deadline: июнь 2022", "deadline: до 15.07.2022").splitlines(keepends=True)
    ),
    "11.04.2022",
    "32",
)
THRICE = amended("".join(line for line in TWICE.splitlines(keepends=True) if "1.3." not in line), "20.06.2022", "41")
THRICE = THRICE.replace(
    "  - {kind: приказ, date: 20.06.2022, number: 41}\n  - {kind: приказ, date: 11.04.2022, number: 32}\n",
    "  - {kind: приказ, date: 11.04.2022, number: 32}\n  - {kind: приказ, date: 20.06.2022, number: 41}\n",
)
"""The third act drops the last row."""
EDITIONS = (FIRST, kept(plan_of(TWICE), SECOND), kept(plan_of(THRICE), THIRD))
JANUARY, MAY, JULY = date(2022, 1, 20), date(2022, 5, 1), date(2022, 7, 1)


def marks(*lines: str) -> MarksFile:
    file = read_marks("a.marks.yaml", ("marks:\n" + "".join(f"  - {{{line}}}\n" for line in lines)).encode())
    assert not file.problems
    return file


def on(day: date, *lines: str, text: str = THRICE) -> Execution:
    return execution_on(signed(text, *EDITIONS), day, marks(*lines) if lines else None)


def test_rows_numbers_and_deadlines_of_the_day() -> None:
    """Each edition has its own."""
    found = {day: {row.number: row.deadline_text for row in on(day).plan.rows} for day in (JANUARY, MAY, JULY)}
    assert found[JANUARY] == {"1.1.": "май 2022", "1.2.": "июнь 2022", "1.3.": "ноябрь 2022"}
    assert found[MAY] == {"1.1.": "май 2022", "1.1¹.": "июль 2022", "1.2.": "до 15.07.2022", "1.3.": "ноябрь 2022"}
    assert found[JULY] == {"1.1.": "май 2022", "1.1¹.": "июль 2022", "1.2.": "до 15.07.2022"}


def test_dropped_rows_are_told_with_their_act() -> None:
    """From its day on; before it they are rows like others."""
    assert on(MAY).dropped == ()
    (one,) = on(JULY).dropped
    assert (one.row.number, one.act, one.day, one.number) == ("1.3.", "приказ", THIRD.day, "41")


def test_dropped_rows_are_outside_the_shares() -> None:
    """The report lists them; its rows are those in force."""
    execution = on(JULY, "at: 1.1, activity: Провести опрос, done: 20.05.2022")
    report = Report(execution, JULY)
    (view,) = excluded_views(report)
    assert (view.number, view.activity, view.act) == ("1.3", "Выпустить сборник статей", "приказ от 20.06.2022 № 41")
    assert len(row_states(execution, JULY)) == 3
    assert overall(row_states(execution, JULY, Period(date(2022, 1, 1), JULY))).due == 1


def test_a_row_that_a_mark_tells_to_be_dropped_is_told_once() -> None:
    """By its number, or by its id."""
    for address in ("1.3", "1-3-vypustit-sbornik-statei"):
        act = "{act: приказ, date: 20.06.2022, number: 41}"
        execution = on(JULY, f"at: {address}, activity: Выпустить сборник, excluded: {act}")
        assert not execution.misplaced
        assert len(excluded_views(Report(execution, JULY))) == 1


def test_marks_of_rows_of_other_editions_are_no_fault() -> None:
    """Of one that is dropped by now, of one that is not in force yet, of a row that nobody has: the last is one."""
    lines = (
        "at: 1.3, activity: Выпустить сборник, done: 01.06.2022",
        "at: 1.1^1, activity: Описать опыт, done: 01.06.2022",
        "at: 1.9, activity: Чего нет, done: 01.06.2022",
    )
    assert [one.index for one in on(JULY, *lines).misplaced] == [2]
    assert [one.index for one in on(JANUARY, *lines).misplaced] == [2]
    assert [one.index for one in on(JANUARY, *lines).placed] == [0]
    assert [one.index for one in on(JULY, *lines).placed] == [1]


def test_a_mark_by_an_old_number_follows_its_row() -> None:
    """The id tells which row it is, where an act has renumbered it against all custom."""
    text = THRICE.replace("number: 1.2.", "number: 1.7.")
    editions = (*EDITIONS[:2], kept(plan_of(text), THIRD))
    execution = execution_on(signed(text, *editions), JULY, marks("at: 1.2, activity: Обсудить, done: 01.07.2022"))
    assert not execution.misplaced
    assert [(one.row.number, one.mark.at) for one in execution.placed] == [("1.7.", "1.2")]


def test_a_mark_of_a_day_that_was_moved() -> None:
    """It tells of the time that has its place now; where there is none, it counts for nothing and is no fault."""
    text = FROZEN.replace("deadline: май 2022", 'deadline: "31.05.2022, 30.11.2022"')
    later = amended(text.replace("30.11.2022", "20.12.2022"), "11.04.2022", "32")
    both = signed(later, kept(plan_of(text)), kept(plan_of(later), SECOND))
    file = marks("at: 1.1, activity: Провести опрос, due: 30.11.2022, done: 01.03.2022")
    assert [one.index for one in execution_on(both, JANUARY, file).placed] == [0]
    assert execution_on(both, MAY, file).misplaced == ()
    (unit,) = [one for one in execution_on(both, MAY, file).units if one.marks]
    assert unit.occurrence
    assert unit.occurrence.due == date(2022, 12, 20)
    fewer = amended(text.replace("31.05.2022, 30.11.2022", "31.05.2022"), "11.04.2022", "32")
    both = signed(fewer, kept(plan_of(text)), kept(plan_of(fewer), SECOND))
    assert (execution_on(both, MAY, file).misplaced, execution_on(both, MAY, file).placed) == ((), ())


def test_marks_of_a_rhythm_whose_day_an_act_has_changed() -> None:
    """«до 5 числа» is «до 10 числа» now: each mark is of its month, none of them vanishes."""
    text = FROZEN.replace("deadline: май 2022", "deadline: ежемесячно до 5 числа")
    later = amended(text.replace("до 5 числа", "до 10 числа"), "11.04.2022", "32")
    both = signed(later, kept(plan_of(text)), kept(plan_of(later), SECOND))
    file = marks(
        *(f"at: 1.1, activity: Провести опрос, due: 05.0{month}.2022, done: 0{month}.0{month}.2022" for month in (2, 3))
    )
    units = [one for one in execution_on(both, MAY, file).units if one.marks]
    assert [one.occurrence.due for one in units if one.occurrence] == [date(2022, 2, 10), date(2022, 3, 10)]


def moved(before: str, after: str, *due: str) -> list[date]:
    """Return the days that marks stand for since an act has changed the deadline of their row."""
    text = FROZEN.replace("deadline: май 2022", f'deadline: "{before}"')
    later = amended(text.replace(before, after), "11.04.2022", "32")
    both = signed(later, kept(plan_of(text)), kept(plan_of(later), SECOND))
    file = marks(*(f"at: 1.1, activity: Провести опрос, due: {day}, done: 01.02.2022" for day in due))
    execution = execution_on(both, MAY, file)
    assert not execution.misplaced
    return [one.occurrence.due for one in execution.units if one.marks and one.occurrence]


def test_two_marks_never_stand_for_one_day() -> None:
    """A day of both editions is its own; a month that has gone has none."""
    days = ("05.05.2022", "25.05.2022")
    assert moved("05.05.2022, 25.05.2022", "25.05.2022, 05.06.2022", *days) == [date(2022, 5, 25), date(2022, 6, 5)]
    monthly = ("ежемесячно до 5 числа с февраля по май", "ежемесячно до 10 числа с февраля по март")
    assert moved(*monthly, "05.03.2022", "05.04.2022") == [date(2022, 3, 10)]


def test_a_row_that_comes_back_is_not_dropped() -> None:
    """An act drops it, a later one takes it in again."""
    last = amended(TWICE, "01.12.2022", "77")
    four = signed(last, *EDITIONS, kept(plan_of(last), Act("приказ", date(2022, 12, 1), "77")))
    assert execution_on(four, date(2022, 12, 2), None).dropped == ()


def test_what_nobody_has_signed_is_not_in_force() -> None:
    """The last edition is followed, not the draft of the next act."""
    draft = THRICE.replace("до 15.07.2022", "до 15.08.2022")
    assert {row.deadline_text for row in on(JULY, text=draft).plan.rows} == {"май 2022", "июль 2022", "до 15.07.2022"}


def test_an_act_whose_text_is_not_kept() -> None:
    """The source is followed from its day on, and what it no longer has is told by that act."""
    two = signed(THRICE, *EDITIONS[:2])
    assert plan_on(two, JULY) is two.plan
    assert [(one.row.number, one.number) for one in execution_on(two, JULY, None).dropped] == [("1.3.", "41")]
    assert len(execution_on(two, MAY, None).plan.rows) == 4


def test_the_source_is_followed_where_it_says_the_same() -> None:
    """And where nothing is kept at all."""
    assert plan_on(signed(THRICE, *EDITIONS), JULY).tree.source.name == "a.yaml"
    assert execution_on(signed(THRICE), JULY, None).dropped == ()


def test_people_are_those_of_today() -> None:
    """A post is signed; who holds it and how he is reached is not."""
    text = (
        FROZEN.replace("owners: Методист", "owners: umo") + "owners: {umo: {post: Методист, email: old@example.ru}}\n"
    )
    later = text.replace("old@", "new@").replace("июнь 2022", "август 2022")
    plan = plan_of(later)
    both = Signed(plan, Editions(in_order([kept(plan_of(text))], plan)))
    found = {one.email for row in plan_on(both, JULY).rows for one in row.assignees if one.alias}
    assert found == {"new@example.ru"}
    assert "июнь 2022" in {row.deadline_text for row in plan_on(both, JULY).rows}
