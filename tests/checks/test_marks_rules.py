"""Proves which marks the rules know for a fault, and which only look like one."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.compiler import check_marks
from roadmapc.diagnostics import Diagnostic
from roadmapc.plan.execution import execution_of
from roadmapc.source.marks_file import read_marks
from tests.plans import plan_of_rows

ROWS = """\
      - {number: 1.1, activity: Провести опрос, deadline: до 31.05.2022, owners: методист, result: Справка}
      - {number: 1.2, activity: Обсудить итоги, deadline: "30.06.2022, 30.11.2022", owners: методист, result: Протокол}
      - {number: 1.3, activity: Вести сайт, deadline: весь период, owners: методист, result: Страница}
      - {number: 1.4, activity: Помогать школам, deadline: по мере необходимости, owners: методист, result: Совет}
      - number: 1.5
        activity: Учить
        deadline: до 01.12.2022
        owners: методист
        result: Обучено
        activities:
          - {number: 1.5.1, activity: Учить молодых, deadline: до 01.12.2022, owners: методист, result: Приказ}
"""
SIGNED = "approval: {act: приказом управления, date: 10.01.2022, number: 5}\n"
OF_SURVEY = "at: 1.1, activity: Провести опрос"
DONE = f"{OF_SURVEY}, done: 27.05.2022, documents: [справка от 27.05.2022 № 5]"
LATE = f"{OF_SURVEY}, done: 07.06.2022, documents: [справка от 07.06.2022 № 5]"
FIRST = "{to: 10.06.2022, act: приказ, date: 20.05.2022, reason: нет зала}"
OF_SITE = "at: 1.3, activity: Вести сайт"
MOVED = "moved: {to: 30.06.2022, act: приказ, date: 20.05.2022, number: 7, reason: карантин}"


def found_in(*marks: str, today: date = date(2022, 6, 15), more: str = "") -> list[Diagnostic]:
    """Return what the rules find in marks, each a record in brackets; `more` are other keys of their file."""
    text = "marks:\n" + "".join(f"  - {{{mark}}}\n" for mark in marks) + more
    file = read_marks("a.marks.yaml", text.encode())
    assert file.problems == (), file.problems
    return [*check_marks(execution_of(plan_of_rows(ROWS, more=SIGNED), file), today=today).diagnostics]


def names(*marks: str, today: date = date(2022, 6, 15), more: str = "") -> list[str]:
    return sorted(one.name for one in found_in(*marks, today=today, more=more) if one.waived is None)


def test_what_is_right() -> None:
    """A mark that is done, proved and named by its words."""
    assert names(DONE) == []


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("at: 1.7, activity: Обсудить, done: 27.05.2022", "the roadmap has no row “1.7”"),
        ("at: 1.1, activity: Обсудить итоги, done: 27.05.2022", "the row 1.1 is another one now"),
        ("at: 1.2, activity: Обсудить итоги, done: 27.05.2022", "the row is due several times"),
        ("at: 1.2, activity: Обсудить итоги, due: 29.06.2022, done: 27.05.2022", "the row is not due on 29.06.2022"),
        ("at: 1.4, activity: Помогать школам, due: 29.06.2022, done: 27.05.2022", "the row has no day"),
        ("at: 1.5, activity: Учить, done: 27.05.2022", "the row has rows below it"),
    ],
)
def test_a_mark_that_means_no_row_or_day(mark: str, words: str) -> None:
    """It is told at the key that does not fit, and nothing else is said of it."""
    (problem,) = [one for one in found_in(mark, DONE) if one.route[:2] == ("marks", 0)]
    assert problem.name == "misplaced-mark"
    assert str(problem.message).startswith(words)


def test_two_marks_for_one_day() -> None:
    """Neither counts, and that is told of both; that the row has none then is not told."""
    assert [(one.name, one.route) for one in found_in(DONE, DONE)] == [
        ("misplaced-mark", ("marks", 0, "at")),
        ("misplaced-mark", ("marks", 1, "at")),
    ]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (DONE.replace("activity: Провести опрос, ", ""), ["mark-without-words"]),
        (DONE.replace("done: 27.05.2022", "done: 09.01.2022"), ["mark-before-signing"]),
        (DONE.replace("done: 27.05.2022", "done: 10.01.2022"), []),
        (DONE.replace("от 27.05.2022", "от 27.05.2021"), []),
        (f"{OF_SITE}, progress: [{{from: 01.12.2021, until: 09.01.2022, text: Начат}}]", ["mark-before-signing"]),
        (f"{OF_SITE}, progress: [{{from: 01.12.2021, until: 31.01.2022, text: Начат}}]", []),
        (f"{DONE}, {MOVED}".replace("20.05.2022", "20.12.2021"), ["mark-before-signing"]),
        (f"{OF_SURVEY}, removed: {{date: 01.01.2022, by: начальник, ground: нет}}", ["mark-before-signing"]),
    ],
)
def test_rows_by_number_and_days_before_the_signing(mark: str, expected: list[str]) -> None:
    """Documents may be older than the plan, and work may have begun before."""
    assert names(mark, *([DONE] if mark.startswith(OF_SITE) else [])) == expected


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (("done: 27.05.2022", "done: 16.06.2022, reason: карантин"), "done"),
        (("от 27.05.2022", "от 16.06.2022"), "documents"),
        (("done: 27.05.2022", "done: 27.05.2022, reported: 16.06.2022"), "reported"),
        (("done: 27.05.2022", "moved: {to: 30.07.2022, act: приказ, date: 16.06.2022, number: 7}"), "moved"),
        (("done: 27.05.2022", "removed: {date: 16.06.2022, by: начальник, ground: нет}, reason: нет"), "removed"),
    ],
)
def test_a_day_that_has_not_come(change: tuple[str, str], at: str) -> None:
    """It is told at its key, and the same day is right once it has come."""
    mark = DONE.replace(*change)
    assert at in [one.route[2] for one in found_in(mark) if one.name == "mark-in-the-future"]
    assert "mark-in-the-future" not in names(mark, today=date(2022, 6, 16))


@pytest.mark.parametrize(("until", "end"), [("30.06.2022", "until"), ("16.06.2022", "until")])
def test_of_an_interval_one_end_is_told(until: str, end: str) -> None:
    """Its last day, or its first where nothing of it has come."""
    mark = f"{OF_SITE}, progress: [{{from: 01.02.2022, until: {until}, text: Начат}}]"
    assert [one.route[-1] for one in found_in(mark, DONE)] == [end]
    assert [one.route[-1] for one in found_in(mark.replace("01.02.2022", "16.06.2022"), DONE)] == ["from"]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (f"{DONE}, result: Исполнено в срок.", []),
        (f"{DONE}, result: Исполнено с нарушением срока.", ["words-contradict-dates"]),
        (f"{DONE}, result: Не исполнено.", ["words-contradict-dates"]),
        (f"{DONE}, result: Исполнено частично.", ["words-contradict-dates"]),
        (f"{DONE}, result: План выполнен на 80 %.", []),
        (f"{DONE}, result: Снято с контроля.", ["words-contradict-dates"]),
        (f"{LATE}, reason: карантин, result: Исполнено в срок.", ["words-contradict-dates"]),
        (f"{LATE}, reason: карантин, result: Не исполнено в срок.", []),
        (f"{LATE}, reason: карантин, result: Исполнено с опозданием.", []),
        (f"{OF_SURVEY}, reason: карантин, result: Исполнено.", ["words-contradict-dates"]),
        (f"{OF_SURVEY}, reason: карантин, result: Не исполнено.", []),
        (f"{OF_SURVEY}, reason: карантин, result: Исполнено частично.", ["words-contradict-dates"]),
        (f"{OF_SURVEY}, reason: карантин, said: частично, result: Исполнено частично.", []),
        (f"{OF_SURVEY}, reason: карантин, result: Срок не наступил.", ["words-contradict-dates"]),
        (f"{OF_SURVEY}, reason: карантин, reported: 20.05.2022, result: Срок не наступил.", []),
        (f"{OF_SURVEY}, reason: карантин, result: Срок перенесен на 30.06.2022.", ["words-contradict-dates"]),
        (f"{OF_SURVEY}, {MOVED}, result: Срок перенесен на 30.06.2022.", []),
        (f"{OF_SURVEY}, removed: {{date: 01.06.2022, by: он, ground: нет}}, result: Исполнено частично.", []),
        (
            f"{OF_SURVEY}, reason: карантин, result: Риск неисполнения., reported: 20.05.2022",
            ["words-contradict-dates"],
        ),
        (f"{DONE}, said: частично", ["words-contradict-dates"]),
        (f"{DONE}, said: риск", ["words-contradict-dates"]),
        (f"{DONE}, organisations: {{done: 18, of: 22}}", ["words-contradict-dates"]),
        (f"{DONE}, organisations: {{done: 22, of: 22}}", []),
        (f"{OF_SURVEY}, reason: карантин, said: частично, organisations: {{done: 18, of: 22}}", []),
        (f"{DONE}, organisations: {{done: 23, of: 22}}", ["organisations-miscounted"]),
        (
            f"{OF_SURVEY}, reason: карантин, organisations: {{done: 20, of: 22, missing: [СОШ № 3]}}",
            ["organisations-miscounted"],
        ),
        (f"{OF_SURVEY}, reason: карантин, organisations: {{done: 21, of: 22, missing: [СОШ № 3]}}", []),
    ],
)
def test_words_and_counts_against_dates(mark: str, expected: list[str]) -> None:
    """Status words typed by hand, words of a person, counts of organisations."""
    assert names(mark) == expected


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ("{to: 30.06.2022, act: приказ, date: 31.05.2022, reason: нет зала}", []),
        ("{to: 30.06.2022, act: приказ, date: 01.06.2022, reason: нет зала}", ["unfit-move"]),
        ("{to: 31.05.2022, act: приказ, date: 20.05.2022, reason: нет зала}", ["unfit-move"]),
        ("{to: 30.06.2025, act: приказ, date: 20.05.2022, reason: нет зала}", ["moved-beyond-period"]),
        ("{to: 30.06.2022, act: приказ, date: 20.05.2022}", ["missing-reason"]),
        (f"[{FIRST}, {{to: 30.06.2022, act: приказ, date: 10.06.2022, reason: ремонт}}]", []),
        (f"[{{to: 30.06.2022, act: приказ, date: 10.06.2022, reason: ремонт}}, {FIRST}]", []),
        (f"[{{to: 30.06.2022, act: приказ, date: 11.06.2022, reason: ремонт}}, {FIRST}]", ["unfit-move"]),
    ],
)
def test_moves(moved: str, expected: list[str]) -> None:
    """Each decision is held against the term that it moves, in the order of their days."""
    reason = ", reason: карантин" if "unfit" in str(expected) else ""
    assert names(f"{OF_SURVEY}, moved: {moved}{reason}") == expected


def test_a_move_of_what_has_no_day() -> None:
    """Nothing is moved there."""
    assert names(DONE, f"at: 1.4, activity: Помогать школам, {MOVED}") == ["unfit-move"]


@pytest.mark.parametrize(
    ("mark", "today", "expected"),
    [
        (LATE, date(2022, 6, 15), ["missing-reason"]),
        (f"{LATE}, reason: карантин", date(2022, 6, 15), []),
        (f"{LATE}, reason: –", date(2022, 6, 15), ["missing-reason"]),
        (f"{OF_SURVEY}, measures: напомнили", date(2022, 5, 31), []),
        (f"{OF_SURVEY}, measures: напомнили", date(2022, 6, 1), ["missing-reason"]),
        (f"{OF_SURVEY}, {MOVED}", date(2022, 6, 30), []),
        (f"{OF_SURVEY}, {MOVED}, result: Начат", date(2022, 7, 1), ["missing-reason", "missing-reason"]),
        (f"{OF_SURVEY}, said: частично", date(2022, 6, 1), ["missing-reason"]),
        (f"{OF_SURVEY}, removed: {{date: 01.06.2022, by: он, ground: нет}}", date(2022, 6, 15), []),
    ],
)
def test_reasons(mark: str, today: date, expected: list[str]) -> None:
    """From the day after the term in force, what is late wants one; what is taken off control does not.

    On 1 July the row that is due on 30 June is missed too.
    """
    assert names(mark, today=today) == expected


def test_rows_without_a_mark() -> None:
    """Each is told once, with all of its terms, at the key of the marks."""
    found = found_in(DONE, today=date(2022, 12, 1))
    (one,) = [one for one in found if one.activity == "1.2"]
    assert one.message == "row 1.2 “Обсудить итоги” is not done 2 times, and has no mark for it: 30.06.2022, 30.11.2022"
    assert one.source.text[slice(*one.span)] == "marks"
    late = [one for one in found_in(DONE, today=date(2022, 12, 5)) if one.activity == "1.5.1"]
    assert [str(one.message) for one in late] == [
        "row 1.5.1 “Учить молодых” is not done 2 working days after the term 01.12.2022, and has no mark"
    ]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ("[протокол от 27.05.2022 № 5]", ["proof-of-another-kind"]),
        ("[протокол от 27.05.2022 № 5, справка от 27.05.2022 № 6]", []),
        ("[{link: 'https://uo.edu.ru/a.pdf'}]", []),
        ("[{kind: справка, link: 'http://10.0.0.1/a.pdf'}]", ["unsafe-link"]),
        ("[справка]", ["done-without-proof"]),
        ("[]", ["done-without-proof"]),
        ("[справка от 27.05.2022]", []),
    ],
)
def test_proofs(documents: str, expected: list[str]) -> None:
    """Of the promised kind, to be found, under an address that others can open."""
    assert names(f"{OF_SURVEY}, done: 27.05.2022, documents: {documents}") == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("{kind: справка, date: 27.05.2022, number: 5}", "{kind: Справка, date: 27 мая 2022, number: № 5}", True),
        ("{kind: справка, date: 27.05.2022, number: 5}", "{kind: справка, date: 27.05.2022, number: 6}", False),
        ("{kind: справка, date: 27.05.2022, number: 5}", "{kind: справка, date: 28.05.2022, number: 5}", False),
        ("{kind: справка, date: 27.05.2022}", "{kind: справка, date: 27.05.2022}", False),
        ("{link: 'https://a.ru/b.pdf'}", "{link: 'https://a.ru/b.pdf#page=2'}", True),
        ("{link: 'https://a.ru/b.pdf'}", "{link: 'https://a.ru/c.pdf'}", False),
    ],
)
def test_one_document_for_two_rows(one: str, other: str, same: bool) -> None:
    """Kind, date and number tell it, or its address; without a number two of a day may be two."""
    second = f"at: 1.5.1, activity: Учить молодых, done: 27.05.2022, documents: [приказ от 01.06.2022 № 1, {other}]"
    found = names(f"{OF_SURVEY}, done: 27.05.2022, documents: [{one}]", second)
    assert found == (["one-proof-for-many"] if same else [])


def test_one_document_for_two_terms_of_a_row() -> None:
    """That is no copy: minutes may be of both."""
    proof = "documents: [протокол от 30.05.2022 № 5]"
    marks = [
        f"at: 1.2, activity: Обсудить итоги, due: {due}, done: 30.05.2022, {proof}"
        for due in ("30.06.2022", "30.11.2022")
    ]
    assert names(DONE, *marks) == []


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (f"{DONE}, reported: 27.05.2022", []),
        (f"{DONE}, reported: 26.05.2022", ["reported-out-of-order"]),
        (f"{DONE}, reported: 28.05.2022".replace("от 27.", "от 29."), ["reported-out-of-order"]),
        (f"{DONE}, reported: 26.05.2022, said: риск", ["reported-out-of-order"]),
        (f"{OF_SURVEY}, excluded: {{act: приказ, date: 20.05.2022}}", ["excluded-row-is-there"]),
        (f"{OF_SURVEY}, reported: 26.05.2022", ["empty-mark", "missing-reason"]),
    ],
)
def test_other_marks(mark: str, expected: list[str]) -> None:
    assert names(mark) == expected


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([("01.02.2022", "31.03.2022"), ("01.04.2022", "15.06.2022")], []),
        ([("01.02.2022", "01.02.2022")], []),
        ([("01.04.2022", "31.03.2022")], ["unfit-progress"]),
        ([("01.02.2022", "31.03.2022"), ("31.03.2022", "15.06.2022")], ["unfit-progress"]),
        (
            [("01.02.2022", "15.06.2022"), ("01.03.2022", "31.03.2022"), ("01.05.2022", "31.05.2022")],
            ["unfit-progress"] * 2,
        ),
        ([("31.12.2020", "31.03.2022")], ["unfit-progress"]),
    ],
)
def test_intervals(intervals: list[tuple[str, str]], expected: list[str]) -> None:
    """They follow each other inside the plan."""
    told = ", ".join(f"{{from: {first}, until: {last}, text: Начат}}" for first, last in intervals)
    assert names(DONE, f"{OF_SITE}, progress: [{told}]") == expected


def test_intervals_of_what_falls_due() -> None:
    """Of work on a day they count for nothing; of work as the need arises they tell what it was."""
    progress = "progress: [{from: 01.05.2022, until: 27.05.2022, text: Начат}]"
    assert names(f"{DONE}, {progress}") == ["progress-of-dated-row"]
    assert names(DONE, f"at: 1.2, activity: Обсудить итоги, {progress}") == ["progress-of-dated-row"]
    assert names(DONE, f"at: 1.4, activity: Помогать школам, {progress}") == []


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ("{rule: missing-reason, at: 1.1, reason: карантин известен}", []),
        ("{rule: RM857, at: 1/1.1, reason: карантин известен}", []),
        ("{rule: missing-reason, reason: карантин известен}", []),
        ("{rule: missing-reason, at: 1.1}", ["missing-reason", "waiver-of-marks"]),
        ("{rule: missing-reason, at: 1.1, reason: а, until: 14.06.2022}", ["missing-reason", "waiver-of-marks"]),
        ("{rule: missing-reason, at: 1.2, reason: а}", ["missing-reason", "waiver-of-marks"]),
        ("{rule: missing-reasons, at: 1.1, reason: а}", ["missing-reason", "waiver-of-marks"]),
        ("{rule: missing-owner, at: 1.1, reason: а}", ["missing-reason", "waiver-of-marks"]),
        ("{rule: [missing-reason, unsafe-link], at: 1.1, reason: а}", ["waiver-of-marks"]),
    ],
)
def test_waivers_beside_marks(waiver: str, expected: list[str]) -> None:
    """Those of a roadmap are no better: a reason, a rule that there is, a place at which it speaks."""
    assert names(LATE, more=f"waivers: [{waiver}]\n") == expected


def test_a_row_without_a_mark_is_waived_by_its_address() -> None:
    """And a mark that means no row by the words of its own."""
    waiver = "waivers: [{rule: missing-reason, at: 1.1, reason: будет сделано}]\n"
    assert names(f"{OF_SITE}, result: Начат", more=waiver) == []
    waiver = "waivers: [{rule: misplaced-mark, at: 7.7, reason: прежняя редакция}]\n"
    assert names(DONE, "at: 7.7, activity: Нет, done: 27.05.2022", more=waiver) == []
