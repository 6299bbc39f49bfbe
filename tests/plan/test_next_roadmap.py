"""Proves that next year's plan is this year's some years later: what moves, what stays, what a person is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.compiler import Compilation, compile_source
from roadmapc.deadlines.dating.periods import parse_period
from roadmapc.diagnostics import Source
from roadmapc.plan import Plan
from roadmapc.plan.next_roadmap import MARK, NextRoadmap, NotMovable, moved
from roadmapc.plan.year_moves import moved_day
from roadmapc.source.parsing import parse_yaml
from tests.conftest import ROADMAPS, TODAY

Compile = Callable[[str], Compilation]

PLAN = """\
# наш план
roadmapc: 1
id: plan-2026
municipality: {name: Район}
document:
  kind: дорожная карта  # вид
  title: Дорожная карта на 2026/2027 учебный год
  period: 2026/2027 учебный год
approval: {act: приказом управления, date: 20.10.2026, number: 5}
order:
  name: ПРИКАЗ
  date: 20.10.2026
  number: 01-15
  subject: Об утверждении Дорожной карты на 2026/2027 учебный год
  preamble: В соответствии с приказом от 12.05.2021 № 5 и Стратегией до 2030 года
  items: [Утвердить.]
  signature: {position: Начальник, name: И.И. Иванов}
sections:
  - title: Мониторинг  # раздел
    activities:
      - id: first
        activity: Провести мониторинг
        deadline: до 15 октября 2026 г.
        result: Справка
      - activity: Провести семинары
        deadline: {text: по графику, dates: [15.03.2027, 01.04.2027 – 05.04.2027]}
      - activity: Обсудить
        deadline: 29.02.2028
waivers:
  - {rule: missing-owner, reason: так утверждено}
"""


def plan_of(text: str) -> Plan:
    """Return the plan of a text."""
    plan = compile_source(Source("a.yaml", text), today=TODAY).plan
    assert plan is not None
    return plan


def next_of(text: str, period: str = "2027/2028 учебный год") -> NextRoadmap:
    """Return a plan's text for another period."""
    return moved(plan_of(text), period, parse_period(period))


def test_years_move_and_all_else_stays() -> None:
    """Period, title and dates move; comments, layout and ids stay; an act keeps its date."""
    text = next_of(PLAN).text
    for words in (
        "# наш план",
        "id: plan-2027",
        "kind: дорожная карта  # вид",
        "title: Дорожная карта на 2027/2028 учебный год",
        "period: 2027/2028 учебный год",
        "approval: {act: приказом управления}",
        "приказом от 12.05.2021 № 5",
        "  - title: Мониторинг  # раздел",
        "- id: first",
        "deadline: до 15 октября 2027 г.",
        "dates: [15.03.2028, 01.04.2028 – 05.04.2028]",
    ):
        assert words in text
    assert not re.search(r"^  (?:date|number):", text, re.MULTILINE)


def test_waivers_are_dropped_and_counted() -> None:
    """They were for last year's text."""
    found = next_of(PLAN)
    assert found.waivers == 1
    assert found.text.endswith("waivers: []\n")


def test_acts_that_changed_the_former_plan_are_left_out() -> None:
    """The new order is none that they changed; a person sees to the gaps that they left."""
    acts = "".join(f"  - {{kind: приказ, date: 20.0{month}.2027, number: 1{month}}}\n" for month in (1, 2))
    found = next_of(PLAN.replace("sections:", f"amendments:\n{acts}sections:"))
    assert "amendments: []\n" in found.text
    assert "number: 1" not in found.text
    assert found.text.count(MARK) == next_of(PLAN).text.count(MARK) + 1


def test_what_needs_a_person_is_marked_and_told_with_its_line() -> None:
    """A comment above the line, which `check` reports as an error until it is deleted."""
    found = next_of(PLAN)
    lines = found.text.split("\n")
    told = [lines[place.line - 1].split(":")[0].strip() for place in found.places]
    assert told == ["order", "preamble", "deadline"]
    marks = [line for line in lines if MARK in line]
    assert len(marks) == 3
    assert "2030: far from the plan’s years" in marks[1]
    errors = compile_source(Source("a.yaml", found.text), today=TODAY).errors
    assert sum(problem.name == "unfilled-mark" for problem in errors) == 3


@pytest.mark.parametrize(
    "order",
    [
        "order: {name: ПРИКАЗ, date: 20.10.2026, number: 1, subject: А, items: [Б.], SIGN}",
        "order: {date: 20.10.2026, name: ПРИКАЗ, subject: А, items: [Б.], SIGN, number: 1}",
        "order: {subject: А, items: [Б.],\n  date: 20.10.2026, SIGN,\n  number: 1 # раз\n  }",
        "order:\n  number: 1 # раз\n  subject: А\n  items:\n  - Б.\n  date:   '20.10.2026'\n  SIGN",
    ],
)
def test_the_orders_date_and_number_are_taken_out_alone(order: str) -> None:
    """In brackets or on lines of their own, first or last: the other keys stay."""
    head, rest = PLAN[: PLAN.index("approval:")], PLAN[PLAN.index("sections:") :]
    order = order.replace("SIGN", "signature: {position: В, name: Г}")
    after = plan_of(next_of(head + order + "\n" + rest).text).roadmap.order
    assert after is not None
    assert (after.date, after.number, after.subject, after.signature.name) == (None, None, "А", "Г")
    assert [item.text for item in after.items] == ["Б."]


def test_a_period_of_another_length_is_told() -> None:
    """All deadlines are to be looked through."""
    found = next_of(PLAN.replace("29.02.2028", "май"), "2027-2029")
    assert any("not as long" in place.message for place in found.places)
    assert "period: 2027-2029" in found.text


def test_what_begins_with_the_plan_begins_with_the_next_one() -> None:
    """«до 1 декабря» of a school year and of a calendar year are due on the same day: nothing is to be looked at."""
    text = PLAN.replace("до 15 октября 2026 г.", "до 1 декабря 2026 г.")
    lines = next_of(text, "2027").text.split("\n")
    at = next(n for n, line in enumerate(lines) if "до 1 декабря 2027" in line)
    assert MARK not in lines[at - 1]
    assert "–, " not in "\n".join(lines)


def test_without_a_period_nothing_moves() -> None:
    """A period that is not understood tells no difference of years."""
    with pytest.raises(NotMovable, match="its own period"):
        next_of(PLAN.replace("period: 2026/2027 учебный год", "period: когда-нибудь"))


def _later(period: str) -> str:
    return re.sub(r"20\d\d", lambda year: str(int(year[0]) + 3), period)


@pytest.mark.parametrize("path", sorted(ROADMAPS.glob("*.yaml")), ids=lambda path: path.stem)
def test_real_plans_three_years_later(path: Path) -> None:
    """They read, have the same rows under the same ids, and every comment but those on waivers."""
    text = path.read_text("utf-8")
    before = plan_of(text)
    found = next_of(text, _later(before.roadmap.document.period))
    after = plan_of(found.text)
    assert [row.id for row in after.rows][:1] == [row.id for row in before.rows][:1]
    assert [row.text.count("\n") for row in after.rows] == [row.text.count("\n") for row in before.rows]
    kept = text[: text.index("waivers:")] if "waivers:" in text else text
    comments = re.findall(r"^ *#.*$", kept, re.MULTILINE)
    assert [line for line in comments if line not in found.text] == []
    for old, new in zip(before.rows, after.rows, strict=True):
        assert bool(old.deadline_error) == bool(new.deadline_error)


DAYS = st.dates(parse_period("2026/2027 учебный год").first, parse_period("2026/2027 учебный год").last)
MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
WORDED = st.one_of(
    DAYS.map(lambda day: f"до {day:%d.%m.%Y}"),
    DAYS.map(lambda day: f"до {day.day} {MONTHS[day.month - 1]} {day.year} г."),
    DAYS.map(lambda day: f"до {day.day} {MONTHS[day.month - 1]}"),
    st.sampled_from(
        ["май", "октябрь, март", "ежегодно (май-июнь)", "весь период", "ежеквартально", "2026-2027", "май 2027"]
    ),
    st.sampled_from(["сентябрь 2026 – май 2027", "в течение 2026/2027 учебного года", "до конца 2026 года"]),
)


@given(st.lists(WORDED, min_size=1, max_size=5), st.integers(1, 4))
def test_every_row_is_due_when_it_was_some_years_later(deadlines: list[str], years: int) -> None:
    """Its due days are the old ones moved; where that cannot be, the row is among the places to look at."""
    rows = "".join(f"      - {{id: r{at}, activity: Дело, deadline: '{text}'}}\n" for at, text in enumerate(deadlines))
    head = PLAN[: PLAN.index("      - id: first")]
    first = 2026 + years
    found = next_of(head + rows, f"{first}/{first + 1} учебный год")
    before, after = plan_of(head + rows), plan_of(found.text)
    told = {found.text.split("\n")[place.line - 1].strip() for place in found.places}
    for old, new in zip(before.rows, after.rows, strict=True):
        wanted = [moved_day(one.due, years) for one in old.occurrences]
        line = next(line.strip() for line in found.text.split("\n") if f"id: {new.id}," in line)
        same = [one.due for one in new.occurrences] == wanted
        assert same or line in told or any(day is None for day in wanted) or _ends_in_february(wanted)


def _ends_in_february(days: Sequence[date | None]) -> bool:
    """Say whether a month's end is among them that has another last day in the new year."""
    return any(day is not None and (day.month, day.day) >= (2, 28) and day.month == 2 for day in days)


def test_the_marks_change_nothing_that_is_said() -> None:
    """With the comments taken out, the text is the same data."""
    found = next_of(PLAN).text
    plain = "\n".join(line for line in found.split("\n") if MARK not in line)
    one, other = (parse_yaml(Source("a", text))[0] for text in (found, plain))
    assert one is not None
    assert other is not None
    assert one.data == other.data
