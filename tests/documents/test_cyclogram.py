"""Proves what stands in the months of a cyclogram, and that on paper it is a table that nothing overflows."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from lxml import etree

from roadmapc.documents import cyclogram
from roadmapc.documents.cyclogram import CyclogramView, MonthsView, cyclogram_view
from tests.paper import made, pages, printing
from tests.plans import FOLLOWED, plan_of_rows

NAMES = ("choysky", "leningradsky", "lmr-sk", "mosalsky", "tsuntinsky", "verkhnyaya-pyshma")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_months(built: Path, name: str) -> None:
    """Fourteen columns on landscape pages: number, activity, twelve months whose names stand upright."""
    document = docx.Document(str(built / name / "cyclogram.docx"))
    assert all(section.orientation is WD_ORIENT.LANDSCAPE for section in document.sections)
    tables = [table for table in document.tables if len(table.columns) == 14]
    assert tables
    for table in tables:
        months = table.rows[1].cells[2:]
        assert {cell.text for cell in months} >= {"сентябрь", "май", "август"}
        assert all("btLr" in cell._tc.xml for cell in months)


@pytest.mark.parametrize("name", NAMES)
def test_shaded_months_say_why(built: Path, name: str) -> None:
    """What is shaded has a sign too, since paper may be black and white; what is not shaded is empty."""
    with ZipFile(built / name / "cyclogram.docx") as file:
        root = etree.fromstring(file.read("word/document.xml"))
    for cell in root.iter(f"{W}tc"):
        shaded = cell.find(f"{W}tcPr/{W}shd") is not None
        text = "".join(t.text or "" for t in cell.iter(f"{W}t"))
        assert not shaded or text
        if shaded:
            words = text.split(", ")
            assert text in {"–", "●"} or all(word.isdigit() for word in words) or _covers_months(cell)


def _covers_months(cell: etree._Element) -> bool:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return span is not None and int(span.get(f"{W}val") or 1) >= 4


def test_undated_work_is_listed(built: Path) -> None:
    """What has no dates ends the last table, with the words of its deadline over the months."""
    rows = docx.Document(str(built / "leningradsky" / "cyclogram.docx")).tables[-1].rows
    words = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in rows]
    last = words[words.index(["Без установленной даты"]) + 1 :]
    assert [row[0] for row in last] == ["1.3", "1.4", "2.3."]
    assert last[1][2] == "По графику УО"


def test_a_plan_without_any_date_is_a_list() -> None:
    """Where there are no months what has no dates stands in a table of its own, and no legend above it."""
    rows = "      - {activity: Сверить, deadline: по графику УО, owners: методист, result: Справка}\n"
    document = _document(rows)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["№\u00a0п/п", "Мероприятие", "Срок"]
    assert "Условные обозначения" not in "".join(paragraph.text for paragraph in document.paragraphs)


def _document(rows: str, period: str = "2021-2024") -> docx.document.Document:
    return docx.Document(BytesIO(made(plan_of_rows(rows, period), cyclogram)["cyclogram"]))


@pytest.mark.parametrize(
    ("deadline", "signs", "legend"),
    [
        ("31 октября", ("день",), ["число –"]),
        ("октябрь – ноябрь", ("день", "–"), ["число –", "«–» –"]),
        ("весь период", ("месяц",), ["«●» – мероприятие выполняется весь месяц."]),
        ("еженедельно", ("часто",), ["«●» – мероприятие выполняется более трех дней в месяц."]),
    ],
)
def test_the_legend_tells_signs_that_are_used(deadline: str, signs: tuple[str, ...], legend: list[str]) -> None:
    """A sign that stands in no month is not told of."""
    rows = f"      - {{activity: Дело, deadline: {deadline}, owners: методист, result: Справка}}\n"
    period = "октябрь – декабрь 2022"
    assert cyclogram_view(plan_of_rows(rows, period)).signs == signs
    told = [one.text for one in _document(rows, period).paragraphs if one.text.startswith("Условные обозначения")]
    assert len(told) == bool(legend)
    assert all(words in told[0] for words in legend)
    assert not told or told[0].count(";") == len(legend) - 1


def months_of(found: CyclogramView, activity: str, year: int = 0) -> list[str]:
    """Return what stands in the months of an activity, a stretch written out."""
    rows = chain.from_iterable(group.rows for group in found.years[year].groups)
    row = next(row for row in rows if row.activity == activity)
    return [cell.text for cell in row.months for _ in range(cell.columns)]


def test_a_school_year_is_one_table() -> None:
    """A plan for a school year has the months from September, under the names of their years."""
    (year,) = cyclogram_view(plan_of_rows(FOLLOWED, "2021/2022 учебный год")).years
    assert year.heading == "2021/2022 учебный год"
    assert (year.months[0], year.months[-1]) == ("сентябрь", "август")
    assert year.parts == (("2021 год", 4), ("2022 год", 8))


def test_what_stands_in_the_months() -> None:
    """The due month has its day, a month of work before it «–», frequent work «●», continuous work its words."""
    found = cyclogram_view(plan_of_rows(FOLLOWED, "2021/2022 учебный год"))
    assert months_of(found, "Один раз") == [*[""] * 8, "31", *[""] * 3]
    assert months_of(found, "Окно") == ["–", "–", "30", *[""] * 9]
    assert months_of(found, "Часто") == ["●"] * 12
    assert months_of(found, "Всегда") == ["весь период"] * 12
    assert months_of(found, "Со списком") == ["–"] * 4 + ["15"] + [""] * 7
    always = next(row for group in found.years[0].groups for row in group.rows if row.activity == "Всегда")
    assert always.months == (MonthsView("весь период", 12),)
    assert [task.activity for task in found.undated] == ["По графику"]


def test_neighbours_that_are_alike_share_a_table() -> None:
    """Years in which the same happens are one table where no other lies between them: the tables go by time."""
    rows = """\
      - {activity: Каждый год, deadline: ежегодно август, owners: методист, result: Справка}
      - {activity: Один раз, deadline: май 2022, owners: методист, result: Справка}
"""
    found = cyclogram_view(plan_of_rows(rows))
    assert [year.heading for year in found.years] == ["2021 год", "2022 год", "2023, 2024 годы"]
    assert months_of(found, "Один раз", 1)[4] == "31"
    every = "      - {activity: Каждый год, deadline: ежегодно август, owners: методист, result: Справка}\n"
    (year,) = cyclogram_view(plan_of_rows(every)).years
    assert (year.heading, year.parts) == ("2021–2024 годы", (("2021–2024 годы", 12),))


def test_every_row_fills_the_grid() -> None:
    """The months of each row are twelve, stretches counted."""
    for period in ("2021-2024", "2021/2022 учебный год", "сентябрь 2021 – май 2022", "ноябрь 2021 – октябрь 2022"):
        for year in cyclogram_view(plan_of_rows(FOLLOWED, period)).years:
            assert sum(count for _, count in year.parts) == len(year.months) == 12
            for group in year.groups:
                assert all(sum(cell.columns for cell in row.months) == 12 for row in group.rows)


@printing
@pytest.mark.libreoffice
def test_undated_work_is_never_alone_on_a_page() -> None:
    """However many rows there are before it: a page that has undated work has dated work above it."""
    documents = []
    for count in range(14, 30):
        rows = [f"      - {{activity: Дело {n}, deadline: май 2022, owners: методист}}\n" for n in range(count)]
        rows.append("      - {activity: Сверить, deadline: по графику УО, owners: методист}\n")
        documents.append(made(plan_of_rows("".join(rows), "2022 год"), cyclogram)["cyclogram"])
    found = [page for texts in pages(documents) for page in texts if "Сверить" in page]
    assert len(found) == len(documents)
    assert all(page.find("Дело") < page.index("Без установленной даты") for page in found)
    assert all("Дело" in page for page in found)
