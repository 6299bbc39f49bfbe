"""Proves that a roll-up prints every municipality in every table, with figures that add up, the same each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roadmapc.documents.region._report import RegionReport, region_files
from roadmapc.documents.region._tables import WIDTH, RegionTableView
from roadmapc.documents.region._view import region_view
from roadmapc.plan.execution import parse_report_period
from roadmapc.plan.region import Asked, roll_up
from roadmapc.plan.region.criteria import SHIPPED
from roadmapc.plan.region.making import member_of
from roadmapc.source.criteria_file import read_criteria
from roadmapc.source.model.criteria import Criteria
from roadmapc.workspace.template_files import output_context
from tests.executions import executed
from tests.regions import AS_OF, LINK, alone, region

ALL = ("Андреевский район", "Борисовский район", "Ивановский район", "Яковлевский район", "roadmaps/zzz.yaml")
NAMES = ["Сводка", "Не представили", "По мероприятиям", "Предложения", "Цикл", "Рейтинг", "Сравнение", *["Позиции"] * 4]


def shipped() -> Criteria:
    """Return the criteria of the program."""
    found = read_criteria("a.yaml", SHIPPED.read_bytes()).criteria
    assert found
    return found


def report() -> RegionReport:
    """Return the roll-up of a quarter beside the one before, with the criteria of the program."""
    now, former = parse_report_period("III квартал 2025"), parse_report_period("II квартал 2025")
    return RegionReport(region(now, former=former, criteria=shipped()))


def tables() -> dict[str, RegionTableView]:
    """Return the tables by name, of the forms the first."""
    found = region_view(report()).tables
    assert [one.name for one in found] == NAMES
    return {one.name: one for one in reversed(found)}


@pytest.mark.parametrize("name", ["Сводка", "Цикл", "Рейтинг", "Сравнение"])
def test_nobody_is_dropped(name: str) -> None:
    """Neither who has told nothing nor what could not be read."""
    lines = [one for one in tables()[name].lines if one.kind == "row"]
    assert sorted(str(one.cells[0]) for one in lines) == sorted(ALL)


def test_who_is_in_no_regional_plan_is_named() -> None:
    notes = " ".join(tables()["По мероприятиям"].notes)
    assert (
        notes
        == "Не основаны на региональном плане: Андреевский район; Яковлевский район. Не прочитаны: roadmaps/zzz.yaml."
    )


def test_every_line_fills_its_table() -> None:
    for one in region_view(report()).tables:
        assert sum(one.widths) == WIDTH, one.name
        assert all(len(line.cells) == (1 if line.kind == "section" else len(one.columns)) for line in one.lines)


def test_the_summary_adds_up() -> None:
    """The sum is that of the lines with a share; in each line what is due and what is outside make the rows."""
    lines = tables()["Сводка"].lines
    told = [one.cells for one in lines if one.kind == "row" and isinstance(one.cells[3], int)]
    (total,) = (one.cells for one in lines if one.kind == "total")
    assert total[0] == "Итого по представившим: 2 из 5"
    figures = [[int(cells[at]) for cells in told] for at in range(1, 8)]
    assert list(total[1:8]) == [sum(column) for column in figures]
    rows, due, in_time, late, partly, missed, outside = (int(one) for one in total[1:8])
    assert (due + outside, in_time + late + partly + missed) == (rows, due)


def test_who_has_reported_nothing() -> None:
    found = [one.cells for one in tables()["Не представили"].lines]
    assert found == [
        ("Андреевский район", "отметок об исполнении нет", "–"),
        ("Борисовский район", "отметок об исполнении нет", "–"),
        ("roadmaps/zzz.yaml", "карта или отметки не прочитаны", "–"),
    ]


def test_five_links_and_what_is_above_them() -> None:
    """The last cell holds what the form has no room for."""
    from roadmapc.documents.region._positions import _cells

    links = tuple("abcdefg")
    assert _cells(links) == ("a", "b", "c", "d", "e\nf\ng")
    assert _cells(links[:2]) == ("a", "b", "", "", "")
    assert _cells(links[:5]) == tuple("abcde")
    assert _cells(()) == ("",) * 5


def test_what_is_printed() -> None:
    """The page has the day, the figures with their denominators, the words of positions with their points."""
    (file,) = region_files(report(), output_context((), ("html",), ""))
    text = file.data.decode().replace("\u00a0", " ")
    for part in (
        "По состоянию на 01.10.2025",
        "Сведения об исполнении представлены по 2 из 5 дорожных карт (40,0 %).",
        "за III квартал 2025 года",
        "Наличие муниципальных целей методической работы (1 балл – наличие, 0 баллов – отсутствие)",
        "исключено: обучает регион",
        LINK,
        "Область",
    ):
        assert part in text
    assert "localhost" not in text


def test_the_same_bytes() -> None:
    """Word, page and workbook, whatever was made before."""
    made = [[*region_files(report(), output_context((), ("docx", "html", "xlsx"), "ПРОЕКТ"))] for _ in range(2)]
    assert [one.name for one in made[0]] == ["region.docx", "region.html", "region.xlsx"]
    assert made[0] == made[1]


def test_nothing_to_tell() -> None:
    """A region of which nothing can be read is told as such."""
    empty = replace(report(), region=replace(region(), members=()))
    view = region_view(empty)
    assert view.sentences[0] == "Сведения об исполнении представлены по 0 из 1 дорожной карты (0,0\u00a0%)."
    assert [one.name for one in view.tables] == ["Сводка", "Не представили", "Цикл"]
    assert len([*region_files(empty, output_context((), ("docx", "xlsx"), ""))]) == 2


def test_a_text_of_a_later_day_is_marked() -> None:
    """Without kept editions the text of today is counted, and the table says that it is none of that day."""
    acts = "amendments: [{kind: приказ, date: 01.09.2025, number: 1}, {kind: приказ, date: 05.10.2025, number: 2}]\n"
    made = executed(alone("Район", acts), "  - {at: '1.1', done: 02.05.2025}\n")
    asked = Asked(AS_OF)
    (line, _total) = region_view(RegionReport(roll_up([member_of(made, None, asked)], [], asked))).tables[0].lines
    assert line.cells[-2:] == ("02.05.2025", "изм. 2 от 05.10.2025\nпозже дня отчета")
