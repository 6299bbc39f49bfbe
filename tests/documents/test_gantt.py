"""Proves that the picture shows each activity at its days, whole or saying what it leaves out, and is valid SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents import gantt
from roadmapc.documents._gantt import sheets as paper
from roadmapc.documents._gantt.chart import Span, groups_of
from roadmapc.documents._gantt.fitted_lines import lines_of
from roadmapc.documents._gantt.labels import Label
from roadmapc.documents._gantt.marks import Marks, marks_of
from roadmapc.documents._gantt.scale import DIAMOND, SMALL, Scale
from roadmapc.documents._gantt.sheets import Sheet, sheets_of, top_of
from roadmapc.documents._gantt.svg import plain, words
from roadmapc.plan import Plan
from roadmapc.rendering.letters import width_of
from roadmapc.workspace.template_files import output_context
from tests.documents.test_summary import long_plan
from tests.paper import REAL, real_plan
from tests.plans import FOLLOWED, plan_of, plan_of_rows

SVG = "{http://www.w3.org/2000/svg}"
YEAR = Scale(date(2022, 1, 1), date(2022, 12, 31), 100, 365)
"""A day is a millimetre wide."""
TINY = 1e-6

TWO_COLUMNS = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: план, title: План, period: 2022 год}
tables:
  - heading: Первая таблица
    columns:
      - {key: number}
      - {key: activity}
      - {key: deadline, is: deadline, heading: Срок района}
      - {key: later, is: deadline, heading: Срок школ}
    sections:
      - title: Раздел
        activities:
          - {activity: Сдать, deadline: до 5 мая, later: июнь}
  - heading: Вторая таблица
    sections:
      - activities: [{activity: Послать, deadline: май, owners: методист}]
"""


def made(plan: Plan, draft: str = "") -> dict[str, bytes]:
    """Return the pictures of a plan by their names."""
    return {file.name: file.data for file in gantt.files(plan, output_context((), ("docx", "svg"), draft))}


def texts(data: bytes) -> list[str]:
    """Return the words that are drawn on a picture."""
    return [node.text or "" for node in ElementTree.fromstring(data).iter(f"{SVG}text")]


def row(activity: str, deadline: str) -> str:
    """Return a row of a source."""
    return f"      - {{activity: {activity}, deadline: {deadline}, owners: методист, result: Справка}}\n"


def marks(deadline: str, scale: Scale = YEAR, period: str = "2022 год") -> Marks:
    """Return the marks of a row with a deadline, in a year whose days are a millimetre wide."""
    (group,) = groups_of(plan_of_rows(row("Сдать", deadline), period))
    return marks_of(group.rows[0].spans, scale)


def day(month: int, number: int) -> float:
    """Return where a day of 2022 begins in that year."""
    return 100.0 + (date(2022, month, number) - date(2022, 1, 1)).days


@pytest.mark.parametrize(
    ("deadline", "bars"),
    [
        ("май", [(day(5, 1), day(6, 1))]),
        ("с 10 по 20 мая", [(day(5, 10), day(5, 21))]),
        ("март – апрель", [(day(3, 1), day(5, 1))]),
        ("май; август", [(day(5, 1), day(6, 1)), (day(8, 1), day(9, 1))]),
        ("1 раз в полугодие", [(day(1, 1), day(7, 1)), (day(7, 1), 465.0)]),
    ],
)
def test_a_window_is_a_bar_over_its_days(deadline: str, bars: list[tuple[float, float]]) -> None:
    """From the beginning of the first to the end of the last; a rhythm is a bar each time."""
    found = marks(deadline)
    assert [(bar.x, bar.end) for bar in found.bars] == [pytest.approx(bar) for bar in bars]
    assert (found.days, found.strokes, found.threads) == ((), (), ())


def test_a_day_is_a_mark_in_its_middle() -> None:
    """That until which something is due, too: in the time before it nothing falls due."""
    assert marks("до 14 мая").days == pytest.approx((day(5, 14) + 0.5,))
    assert marks("ежемесячно до 25 числа").days == pytest.approx([day(n, 25) + 0.5 for n in range(1, 13)])
    assert len(marks("еженедельно по средам").days) == 52


def test_days_too_near_for_their_marks_are_strokes() -> None:
    """What stands apart in the same row keeps its mark."""
    found = marks("5 мая; 7 мая; 30 сентября")
    assert found.strokes == pytest.approx((day(5, 5) + 0.5, day(5, 7) + 0.5))
    assert found.days == pytest.approx((day(9, 30) + 0.5,))
    assert [label.text for label in found.labels] == ["5, 7", "30"]


def test_work_all_the_time_is_a_line() -> None:
    """Over its days; it has no end where it goes on beyond the sheet."""
    (whole,) = marks("весь период").threads
    assert (whole.x, whole.end) == pytest.approx((100, 465))
    assert (whole.begins, whole.stops) == (True, True)
    found = marks("весь период", period="2021-2022")
    assert (found.threads[0].begins, found.threads[0].stops, found.before, found.after) == (False, True, True, False)


def test_what_a_place_does_not_tell_is_told_in_numbers() -> None:
    """Days within months, and how often: in a bar, behind it, before it where the year ends."""
    assert [label.text for label in marks("май").labels] == []
    assert [label.text for label in marks("с 10 по 20 мая").labels] == ["10–20"]
    assert [(label.text, label.inside) for label in marks("15 января – 20 марта").labels] == [("15.01–20.03", True)]
    assert [label.text for label in marks("5 раз в год").labels] == ["5 раз"]
    (last,) = marks("31 декабря").labels
    assert last.x < day(12, 31) - DIAMOND


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Return days of a row around 2022, in their order."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        first = date(2021, 10, 1) + timedelta(draw(st.integers(0, 500)))
        kind = draw(st.sampled_from(("window", "day", "always")))
        length = 0 if kind == "day" else draw(st.integers(1, 300))
        found.append(Span(first, first + timedelta(length), kind, draw(st.sampled_from((1, 1, 3)))))  # type: ignore[arg-type]
    return sorted(set(found), key=lambda span: (span.first, span.last, span.times))


@given(spans(), st.floats(90, 400))
def test_marks_lie_inside_and_apart(found: list[Span], width: float) -> None:
    """Bars are as long as their days and share no lane; numbers stand on nothing, and nothing leaves the plot."""
    scale = Scale(YEAR.first, YEAR.last, 100, width)
    one = marks_of(found, scale)
    here = [span for span in found if span.first <= scale.last and span.last >= scale.first]
    windows = [span for span in here if span.kind == "window"]
    for bar, span in zip(one.bars, windows, strict=True):
        shown = (min(span.last, scale.last) - max(span.first, scale.first)).days + 1
        assert bar.end - bar.x == pytest.approx(width * shown / 365)
        assert scale.left - TINY <= bar.x < bar.end <= scale.left + width + TINY
        assert 0 <= bar.lane < bar.lanes
    if all(bar.lanes < 4 for bar in one.bars):
        assert all(a.lane != b.lane or a.end <= b.x + TINY for a, b in combinations(one.bars, 2))
    middles = {scale.middle(span.first) for span in here if span.kind == "day"}
    assert middles == {*one.days, *one.strokes}
    assert all(b - a >= 2 * DIAMOND for a, b in pairwise(sorted(one.days)))
    assert len(one.threads) == len([span for span in here if span.kind == "always"])
    _labels_are_apart(one, scale)


def _labels_are_apart(one: Marks, scale: Scale) -> None:
    beside = [label for label in one.labels if not label.inside]
    taken = [(bar.x, bar.end) for bar in one.bars] + [(x - DIAMOND, x + DIAMOND) for x in one.days]
    taken += [(thread.x, thread.end) for thread in one.threads] + [(x, x) for x in one.strokes]
    for label in one.labels:
        assert scale.left - TINY <= label.x
        assert label.x + label.width <= scale.left + scale.width + TINY
    for label in beside:
        assert all(end <= label.x or start >= label.x + label.width for start, end in taken)
    assert all(_apart(a, b) for a, b in combinations(one.labels, 2))


def _apart(a: Label, b: Label) -> bool:
    return a.x + a.width <= b.x + TINY or b.x + b.width <= a.x + TINY


@given(
    st.text(st.sampled_from("абвгд жщШ«»(). -W№\u4e00"), max_size=200).map(plain), st.floats(12, 90), st.integers(1, 3)
)
def test_words_are_whole_or_say_that_they_go_on(text: str, width: float, most: int) -> None:
    """In no more lines than there is room for, each within its width."""
    found = lines_of(text, width, 2.82, most)
    assert len(found) <= most
    assert all(width_of(line, 2.82) <= width + TINY for line in found)
    joined = "".join(found).replace("\xa0", "").replace(" ", "")
    assert joined == text.replace(" ", "") or "…" in joined


@given(st.text())
def test_any_text_is_valid_xml(text: str) -> None:
    """What XML forbids is dropped, the rest comes back as it was."""
    data = words("text", text, id=text).encode()
    assert plain(ElementTree.fromstring(data).text or "") == plain(text)


@pytest.mark.parametrize("count", [1, 17, 40, 150])
def test_each_row_stands_once_on_the_sheets_of_a_year(count: int) -> None:
    """In the order of the table, on sheets that are not overfull and no more than are needed."""
    plan = long_plan(count)
    rows = [one for group in groups_of(plan) for one in group.rows]
    by_year: dict[str, list[Sheet]] = {}
    for sheet in sheets_of(plan, 2):
        by_year.setdefault(sheet.heading, []).append(sheet)
    for found in by_year.values():
        scale = found[0].scale
        shown = [line.row for sheet in found for line in sheet.lines if isinstance(line, paper.RowLine)]
        assert shown == [one for one in rows if one.is_in(scale.first, scale.last)]
        room = paper.BOTTOM - paper.LEGEND - paper.MONTHS_HEIGHT - top_of(2)
        heights = [sum(line.height for line in sheet.lines) for sheet in found]
        assert max(heights) <= room + TINY
        assert all(isinstance(sheet.lines[-1], paper.RowLine) for sheet in found)
        assert len(found) <= sum(heights) / (room - 25) + 1


def test_a_section_that_goes_on_is_named_again() -> None:
    """So that a sheet on a wall is understood alone."""
    first, second, *_ = sheets_of(long_plan(40), 1)
    assert first.heading == second.heading
    head = second.lines[0]
    assert isinstance(head, paper.HeadLine)
    assert head.lines[-1].endswith("(продолжение)")


def test_years_are_sheets() -> None:
    """Calendar years or those of school, with the months of the period alone; none where nothing happens."""
    calendar = sheets_of(plan_of_rows(row("Раз", "май 2021") + row("Два", "май 2024")), 1)
    assert [(sheet.heading, sheet.others) for sheet in calendar] == [("2021 год", True), ("2024 год", True)]
    (school,) = sheets_of(plan_of_rows(FOLLOWED, "сентябрь 2021 – май 2022"), 1)
    assert (school.heading, len(school.months), school.others) == ("2021/2022 учебный год", 9, False)
    assert (school.scale.first, school.scale.last) == (date(2021, 9, 1), date(2022, 5, 31))


def test_rows_without_a_day_say_so() -> None:
    """In the words of the document, whether they depend on something, are unreadable, or there are none."""
    rows = row("Раз", "по мере необходимости") + row("Два", "30 мартя 2022") + "      - {activity: Три}\n"
    (data,) = made(plan_of_rows(rows, "2022 год")).values()
    told = texts(data)
    assert "без срока: по мере необходимости" in told
    assert "срок не прочитан: 30 мартя 2022" in told
    assert "без срока" in told


def test_tables_and_columns_of_deadlines_have_their_names() -> None:
    """Each further deadline of an activity is a row of its own."""
    first, second = groups_of(plan_of(TWO_COLUMNS))
    assert [(one.text, one.spans[0].kind) for one in first.rows] == [("Сдать", "day"), ("то же: Срок школ", "window")]
    assert first.headings == ("Первая таблица", "1. Раздел")
    assert second.headings[0] == "Вторая таблица"


def test_lists_are_told_in_a_line() -> None:
    """No mark of an item ends a line."""
    (group,) = groups_of(plan_of_rows(FOLLOWED, "2021/2022 учебный год"))
    assert group.rows[-1].text == "Со списком: –\xa0раз –\xa0два"


def test_what_stands_on_the_picture() -> None:
    """Title, period, months, the activity with its number, a legend of the signs that are there, the draft mark."""
    (data,) = made(plan_of_rows(row("Сдать", "май"), "2022 год", title="'План <b> & \"другой\"'"), "ПРОЕКТ").values()
    told = texts(data)
    assert told[:4] == ["Диаграмма Ганта на 2022 год", "ПРОЕКТ", 'План <b> & "другой"', "Район. Период: 2022\xa0год"]
    assert {"январь", "декабрь", "2022 год", "1.1.", "Сдать", "1. Мониторинг"} <= set(told)
    assert told[-1] == "срок – эти дни"
    root = ElementTree.fromstring(data)
    assert [root[n].tag for n in (0, 1)] == [f"{SVG}title", f"{SVG}desc"]
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("297mm", "210mm", "0 0 297 210")


def test_a_picture_is_made_only_where_it_is_asked_for() -> None:
    """And only where there is a time to show."""
    plan = plan_of_rows(row("Сдать", "май 2022"))
    assert list(gantt.files(plan, output_context((), ("docx", "html"), ""))) == []
    assert list(made(plan)) == ["gantt.svg"]


def numbers(data: bytes, attribute: str) -> Iterator[float]:
    """Yield the values of an attribute."""
    for node in ElementTree.fromstring(data).iter():
        if value := node.get(attribute):
            yield float(value)


@pytest.mark.parametrize("name", REAL)
def test_real_roadmaps(roadmaps: Path, name: str) -> None:
    """Valid, within the paper, in letters that can be read, with no reference to anything; the same twice."""
    plan = real_plan(roadmaps, name)
    found = made(plan)
    assert found == made(real_plan(roadmaps, name))
    assert list(found) == ["gantt.svg", *(f"gantt-{n}.svg" for n in range(2, len(found) + 1))]
    for data in found.values():
        assert min(numbers(data, "font-size")) >= SMALL
        assert all(0 <= x <= 297 for key in ("x", "x1", "x2") for x in numbers(data, key))
        assert all(0 <= y <= 205 for key in ("y", "y1", "y2") for y in numbers(data, key))
        assert not re.search(rb"href|url\(|<script|<style|@import", data)
    drawn = {text for data in found.values() for text in texts(data)}
    assert {plain(one.number) for one in plan.dated_rows} - {""} <= drawn
