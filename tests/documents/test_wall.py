"""Proves that a wall calendar has a page for each year, and that all that falls due is on it or counted there."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from roadmapc.documents import wall
from roadmapc.documents._tasks import is_continuous, is_undated
from roadmapc.documents.wall import WallMonthView, wall_view
from tests.documents.test_summary import long_plan
from tests.paper import REAL, made, pages, printing, real_plan
from tests.plans import FOLLOWED, plan_of_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def month_of(rows: str, name: str, period: str = "2022 год") -> WallMonthView:
    """Return a month of the only page of a plan."""
    (page,) = wall_view(plan_of_rows(rows, period)).pages
    return next(month for month in page.months if month.name == name)


def row(activity: str, deadline: str) -> str:
    """Return a row of a source."""
    return f"      - {{activity: {activity}, deadline: {deadline}, owners: методист, result: Справка}}\n"


def test_what_a_month_says() -> None:
    """Days first, then the number and a few words; the sign of each day, and of days off that something is due."""
    month = month_of(row("Сдать", "до 14 мая 2022 г.") + row("Совет", "еженедельно по средам"), "Май")
    assert month.lines == ("4, 11, 18, 25 – 1.2. Совет", "14 – 1.1. Сдать")
    assert "".join(day.sign or "." for day in month.days) == "ввв●..вввв●..○в..●..вв..●..вв.."
    assert [day.off for day in month.days] == [day.sign in {"в", "○"} for day in month.days]
    assert month.missing == 0


def test_days_that_there_are_not() -> None:
    """February has three days fewer than the widest month."""
    month = month_of(row("Сдать", "май 2022"), "Февраль")
    assert (len(month.days), month.missing, month.lines) == (28, 3, ())


def test_days_off_are_those_of_the_production_calendar() -> None:
    """Moved by decree, a Saturday is worked and a weekday is off; shading never stands without a sign."""
    plan = plan_of_rows(row("Сдать", "май 2022"), "2022 год")
    (page,) = wall_view(plan).pages
    for number, month in enumerate(page.months, 1):
        off = [day for day, view in enumerate(month.days, 1) if view.off]
        assert off == [d for d in range(1, len(month.days) + 1) if not plan.calendar.is_working(date(2022, number, d))]
    root = etree.fromstring(ZipFile(BytesIO(made(plan, wall)["wall"])).read("word/document.xml"))
    shaded = [cell for cell in root.iter(f"{W}tc") if cell.find(f"{W}tcPr/{W}shd") is not None]
    assert len(shaded) == 118
    assert {"".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in shaded} == {"в"}


def test_years_in_which_nothing_is_due_have_no_page() -> None:
    """A page for each year, those of school from September; none where nothing is due."""
    rows = row("Раз", "май 2021") + row("Два", "май 2024")
    assert [page.heading for page in wall_view(plan_of_rows(rows)).pages] == ["2021 год", "2024 год"]
    (page,) = wall_view(plan_of_rows(FOLLOWED, "2021/2022 учебный год")).pages
    assert (page.heading, page.months[0].name, page.months[-1].name) == ("2021/2022 учебный год", "Сентябрь", "Август")
    assert made(plan_of_rows(row("Всегда", "весь период")), wall) == {}


def test_what_has_no_days_is_noted() -> None:
    """Continuous work and what has no date stand below by their numbers."""
    found = wall_view(plan_of_rows(FOLLOWED, "2021/2022 учебный год"))
    assert found.notes == ("В течение всего периода: 1.3.", "Без установленной даты: 1.4.")


def test_numbers_that_are_not_alone_have_words() -> None:
    """Two activities of one number could not be told apart by it."""
    rows = "".join(
        f"      - {{number: 1., activity: {name}, deadline: весь период}}\n" for name in ("Первое дело", "Второе дело")
    ) + row("Сдать", "май 2022")
    assert wall_view(plan_of_rows(rows)).notes == ("В течение всего периода: 1. Первое дело, 1. Второе дело.",)


def test_the_legend_tells_signs_that_are_used() -> None:
    """A year without anything due on a day off does not tell of it."""
    for deadline, signs in (("до 13 мая 2022 г.", ("●", "в")), ("до 14 мая 2022 г.", ("○", "в"))):
        (page,) = wall_view(plan_of_rows(row("Сдать", deadline))).pages
        assert page.signs == signs


def _told(lines: tuple[str, ...]) -> int:
    """Return of how many activities the lines of a month tell, those that they count with them."""
    text = "; ".join(lines)
    more = re.search(r"(?:и еще )?(\d+) – см\. календарный план$", text)
    numbers = re.findall(r"\b1\.\d+\b", text)
    return len(numbers) + (int(more[1]) if more else 0)


@pytest.mark.parametrize("count", [5, 30, 120, 400])
def test_nothing_is_dropped_in_silence(count: int) -> None:
    """Each month tells of every activity that is due in it, or says how many more there are."""
    plan = long_plan(count)
    assert len(wall_view(plan).pages) == 5
    for page in wall_view(plan).pages:
        for number, month in enumerate(page.months, 1):
            year = int(page.heading.split()[0])
            due = {
                one.route
                for one in plan.dated_rows
                if not is_continuous(one)
                for o in one.occurrences
                if (o.due.year, o.due.month) == (year, number)
            }
            assert _told(month.lines) == len(due)


@pytest.mark.parametrize("name", REAL)
def test_every_due_day_has_its_sign(roadmaps: Path, name: str) -> None:
    """Of each real roadmap, in the year of each page."""
    plan = real_plan(roadmaps, name)
    due = {o.due for one in plan.dated_rows if not is_continuous(one) for o in one.occurrences}
    signs = [day.sign for page in wall_view(plan).pages for month in page.months for day in month.days]
    assert sum(sign in {"●", "○"} for sign in signs) == len(due)
    told = " ".join(wall_view(plan).notes)
    assert not due or all(one.number.rstrip(".") in told for one in plan.dated_rows if is_undated(one))


@printing
@pytest.mark.libreoffice
def test_each_year_is_one_page(roadmaps: Path) -> None:
    """Of the real roadmaps, and of plans of every length, with a long title, too."""
    all_plans = [*(real_plan(roadmaps, name) for name in REAL), *map(long_plan, (5, 20, 60, 400))]
    long_title = f"План {'о развитии методической работы ' * 12}"
    all_plans.append(plan_of_rows(FOLLOWED, "2021/2022 учебный год", title=long_title))
    plans = [plan for plan in all_plans if wall_view(plan).pages]
    counted = [len(texts) for texts in pages(made(plan, wall)["wall"] for plan in plans)]
    assert counted == [len(wall_view(plan).pages) for plan in plans]


def test_the_paper_has_every_month() -> None:
    """A landscape table of twelve rows, and the same as a web page."""
    plan = plan_of_rows(row("Сдать", "май 2022"), "2022 год")
    (table,) = docx.Document(BytesIO(made(plan, wall)["wall"])).tables
    assert len(table.rows) == 13
    assert len(table.columns) == 33
    assert b"31 \xe2\x80\x93 1.1." in made(plan, wall, "html")["wall"]
