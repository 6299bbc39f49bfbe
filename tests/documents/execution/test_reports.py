"""Proves what reports of a year of marks say, word for word.

`python -m tests.documents.execution.test_reports` writes the texts anew, which a person then reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmapc.cli.report import LAYOUTS
from roadmapc.diagnostics import Severity
from roadmapc.documents.execution._report import documents, report_files
from roadmapc.word.conformance import examine
from roadmapc.word.reader.document import read_document
from roadmapc.workspace.template_files import output_context
from tests.paper import REAL, real_plan
from tests.reports import DATA, PERIODS, execution, of_rows, report, texts, tsuntinsky, written
from tests.word.validity.validity import faults

GOLDEN = DATA / "reports"
WHO = {"compiler": "И.И. Иванов", "phone": "8 (88722) 55-06-16"}


def golden() -> Iterator[tuple[str, str]]:
    """Yield the texts of all reports: each period in full, the half-year in every layout."""
    found = tsuntinsky()
    for name, (words, day) in PERIODS.items():
        for layout in LAYOUTS if name == "half-year" else ("full", "network"):
            for document, text in texts(report(found, day, words, layout, **WHO)).items():
                if document != "letter" or layout == "full":
                    yield f"{name}-{document}.txt", text
    for document, text in texts(report(found, date(2023, 7, 1))).items():
        yield f"day-{document}.txt", text


def test_reports_say_what_they_said() -> None:
    """Quarter, half-year and school year, and the state on a day."""
    made = dict(golden())
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(made)
    for name, text in made.items():
        assert text == (GOLDEN / name).read_text("utf-8"), name


def test_every_document_is_found() -> None:
    """By being there; helpers are none."""
    names = [one.__name__.rpartition(".")[2] for one in documents()]
    assert names == [
        "covering_letter",
        "move_request",
        "report_full",
        "report_network",
        "report_short",
        "report_workbook",
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", REAL)
def test_every_roadmap_has_an_honest_empty_report(roadmaps: Path, name: str, layout: str) -> None:
    """Without marks nothing is done, nothing is said to be; Word files are whole, the standard's clauses are kept."""
    made = report(execution(real_plan(roadmaps, name)), date(2022, 7, 1), None, layout)
    for data in written(made).values():
        assert faults(data) == []
        seen = [one for clause in examine(read_document(data)) for one in clause.observations]
        assert [one for one in seen if one.severity is Severity.ERROR] == []
    assert "исполнено 0" in texts(made)["letter"] or "не наступил" in texts(made)["letter"]


def test_the_same_report_has_the_same_bytes() -> None:
    """In both formats."""
    found = report(tsuntinsky(), date(2023, 7, 1), "I полугодие 2023")
    context = output_context((), ("docx", "html"), "")
    assert list(report_files(found, context)) == list(report_files(found, context))


def test_no_cell_is_empty() -> None:
    """In the tables of both reports: «–», «х» or a blank to fill stands there."""
    for layout in ("full", "short"):
        for text in texts(report(tsuntinsky(), date(2023, 7, 1), "I полугодие 2023", layout)).values():
            assert "|  |" not in text


def test_parents_have_no_value() -> None:
    """Their cells say so, and the rows below them are counted alone."""
    text = texts(report(tsuntinsky(), date(2023, 7, 1)))["report"]
    row = next(line for line in text.splitlines() if line.startswith("| 3.2. |"))
    assert row.endswith("| х | х | х | х |")


def test_what_happened_later_is_not_known() -> None:
    """On a day in April nothing is told of May and June: no result, no document, no reason."""
    text = texts(report(tsuntinsky(), date(2023, 4, 29), "I полугодие 2023"))["report"]
    assert "Обучены" not in text
    assert "Опрошены 18 специалистов" not in text
    assert "01-07/39" not in text  # the document of 12.05.2023 proves what was done on 28.04.2023
    assert "перенесен" not in text


ROWS = """\
      - {activity: Сдать справку, deadline: 30 ноября 2022, owners: методист}
      - {activity: Провести совещание, deadline: 1 раз в квартал, owners: методист}
      - {activity: Помогать школам, deadline: по мере необходимости, owners: методист}
      - {activity: Вести сайт, deadline: весь период, owners: методист}
"""


def _row(marks: str, number: str, as_of: date = date(2022, 12, 31), period: str | None = None) -> list[str]:
    text = texts(report(of_rows(ROWS, marks), as_of, period))["report"]
    row = next(line for line in text.splitlines() if line.startswith(f"| {number} |"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_a_late_row_without_a_reason_leaves_room_for_it() -> None:
    """So does one without a document; a dash would say that there is nothing to say."""
    cells = _row("marks: [{at: '1.1', done: 05.12.2022}]\n", "1.1.")
    assert cells[4:] == ["05.12.2022", "Исполнено с нарушением срока", "____________", "____________"]
    assert _row("marks: []\n", "1.1.", date(2022, 11, 1))[4:] == ["–", "Срок не наступил", "–", "–"]


def test_each_time_of_recurring_work_is_told() -> None:
    """With its day, how it was done, its words; the whole has how many of how many."""
    marks = """\
marks:
  - {at: '1.2', due: 31.03.2022, done: 30.03.2022, documents: протокол от 30.03.2022 № 1}
  - {at: '1.2', due: 30.06.2022, done: 04.07.2022, reason: Отпуска, result: Обсуждены итоги года}
"""
    cells = _row(marks, "1.2.", date(2022, 10, 1))
    assert cells[4] == "30.03.2022 / 04.07.2022"
    assert cells[5] == (
        "Не исполнено (исполнено 2 из 3) / 30.06.2022 – исполнено с нарушением срока 04.07.2022. "
        "Обсуждены итоги года. / 30.09.2022 – не исполнено."
    )
    assert cells[6:] == ["протокол от 30.03.2022 № 1", "30.06.2022: Отпуска / 30.09.2022: ____________"]
    assert "С начала реализации: 2 из 3." in _row(marks, "1.2.", date(2022, 10, 1), "III квартал 2022")[5]


def test_a_removed_time_of_recurring_work_is_told() -> None:
    """Who removed it, when and why; it is in no count, neither of the period nor since the beginning."""
    removed = "{date: 20.06.2022, by: начальник управления, ground: Карантин}"
    marks = f"""\
marks:
  - {{at: '1.2', due: 31.03.2022, done: 30.03.2022, documents: протокол от 30.03.2022 № 1}}
  - {{at: '1.2', due: 30.06.2022, removed: {removed}}}
"""
    cells = _row(marks, "1.2.", date(2022, 10, 1))
    assert cells[5] == (
        "Не исполнено (исполнено 1 из 2) / 30.06.2022 – снято с контроля. 20.06.2022, начальник управления. / "
        "30.09.2022 – не исполнено."
    )
    assert cells[7] == "30.06.2022: Карантин / 30.09.2022: ____________"
    assert "С начала реализации" not in _row(marks, "1.2.", date(2022, 10, 1), "9 месяцев 2022")[5]


def test_work_without_a_term_and_work_that_goes_on() -> None:
    """What was done of them in the period is told, with its days; what was not told is said to be missing."""
    marks = """\
marks:
  - {at: '1.3', result: Необходимости не возникало.}
  - {at: '1.4', progress: {from: 01.07.2022, until: 30.09.2022, text: Размещено 12 новостей.}}
"""
    assert _row(marks, "1.3.")[5] == "Без установленного срока / Необходимости не возникало."
    day = date(2022, 10, 1)
    assert _row(marks, "1.4.", day, "III квартал 2022")[5] == "Исполняется / Размещено 12 новостей."
    assert _row(marks, "1.4.", day)[5] == "Исполняется / С 01.07.2022 по 30.09.2022: Размещено 12 новостей."
    assert _row(marks, "1.4.", day, "I квартал 2022")[5] == "Исполняется, сведения не представлены"


def test_decisions_stand_where_they_belong() -> None:
    """A move below the plan's own words, one made too late says so; a removal names its day, who, and the ground."""
    moved = "{to: 20.12.2022, act: приказ, date: 15.11.2022, number: 7, reason: Карантин}"
    cells = _row(f"marks: [{{at: '1.1', moved: {moved}}}]\n", "1.1.", date(2022, 12, 1))
    assert cells[2] == "30 ноября 2022 / перенесен на 20.12.2022 (приказ от 15.11.2022 ⏎ № 7)"
    assert (cells[5], cells[7]) == ("Срок перенесен", "Карантин")
    late = moved.replace("15.11", "02.12")
    cells = _row(f"marks: [{{at: '1.1', moved: {late}}}]\n", "1.1.", date(2022, 12, 5))
    assert cells[2].endswith("/ перенос на 20.12.2022 решен после срока (приказ от 02.12.2022 ⏎ № 7)")
    assert cells[5].startswith("Не исполнено")
    removed = "marks: [{at: '1.1', removed: {date: 01.11.2022, by: начальник, ground: Проведено регионом}}]\n"
    assert _row(removed, "1.1.")[4:] == ["–", "Снято с контроля / 01.11.2022, начальник.", "–", "Проведено регионом"]


def test_rows_that_are_gone_are_listed_below() -> None:
    """Outside the shares, with the act that dropped them."""
    marks = "marks: [{at: '1.9', activity: Конкурс, excluded: {act: приказ, date: 01.06.2022, number: 9}}]\n"
    text = texts(report(of_rows(ROWS, marks), date(2022, 12, 31)))["report"]
    assert "пункт 1.9 «Конкурс» – исключено (приказ от 01.06.2022 № 9)." in text


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, text in golden():
        (GOLDEN / name).write_text(text, "utf-8")
