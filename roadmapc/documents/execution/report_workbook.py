"""The report as a workbook: its eight columns, its figures, and the sheet «Контроль» on which marks are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapc.documents._workbook.book import control_sheets
from roadmapc.documents._workbook.sheets import Cell, Row, Sheet, across, height_of, lines_needed, needed_height
from roadmapc.documents._workbook.writer import write
from roadmapc.documents.execution._facts import FactView
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._sums import CountView
from roadmapc.documents.execution.report_full import ReportView, report_view
from roadmapc.documents.output import File, OutputContext, about

REPORT, SUMS = "Отчет", "Итоги"
_HEADINGS = (
    *("№ п/п", "Мероприятие", "Срок исполнения (план)", "Ответственный", "Дата исполнения (факт)"),
    *("Информация об исполнении", "Подтверждающий документ", "Причины отклонения, принятые меры"),
)
_WIDTHS = (6.0, 32.0, 16.0, 18.0, 12.0, 30.0, 18.0, 18.0)
_COUNTS = (
    *("", "Всего", "Срок наступил", "Исполнено в срок", "С нарушением срока", "Исполнено частично", "Не исполнено"),
    *("Вне расчета", "Степень исполнения"),
)
_COUNT_WIDTHS = (52.0, 9.0, 11.0, 12.0, 13.0, 12.0, 13.0, 11.0, 14.0)
_SEVERAL = "Мероприятие нескольких ответственных учтено у каждого из них, поэтому сумма строк больше общего числа."


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `report.xlsx`, where workbooks are wanted."""
    if context.workbooks and report.request is None:
        yield File("report.xlsx", report_workbook(report, context.draft))


def report_workbook(report: Report, draft: str = "") -> bytes:
    """Return a report as a workbook."""
    plan, view = report.plan, report_view(report)
    title = _title(view, draft)
    control = control_sheets(report.execution, report.as_of, about(plan, draft).title)
    return write([_report(view, title), _sums(view, title), *control], title, plan.signed)


def _title(view: ReportView, draft: str) -> str:
    name = view.name
    parts = (f"{name.kind.capitalize()} об исполнении {name.document}", name.approved, name.time)
    title = ", ".join(part for part in parts if part)
    return " ".join(f"{draft + '. ' if draft else ''}{title}".split())


def _report(view: ReportView, title: str) -> Sheet:
    total = sum(_WIDTHS)
    rows = [across(title, "title", _WIDTHS), _head(_HEADINGS, _WIDTHS)]
    for row in view.rows:
        if row.cells:
            cells = tuple(_cells(row.cells))
            rows.append(Row(cells, needed_height(cells, _WIDTHS)))
        else:
            section = (Cell(row.heading, "section", across=len(_WIDTHS)),)
            rows.append(Row(section, height_of(lines_needed(row.heading, total))))
    rows += _below(view)
    return Sheet(REPORT, title, _WIDTHS, tuple(rows), head=1, foot=_state(view))


def _state(view: ReportView) -> str:
    return f". Состояние на {view.name.as_of}"


def _head(headings: Iterable[str], widths: tuple[float, ...]) -> Row:
    cells = tuple(Cell(heading, "head") for heading in headings)
    return Row(cells, needed_height(cells, [width * 0.8 for width in widths]))


def _cells(fact: FactView) -> Iterator[Cell]:
    yield Cell(fact.number, "center")
    yield Cell(fact.activity)
    yield Cell("\n".join(fact.term))
    yield Cell("\n".join(fact.owners))
    yield Cell("\n".join(fact.done), "center")
    yield Cell("\n".join((fact.status, *fact.words)), "center" if fact.is_parent else "text")
    yield Cell("\n".join(fact.documents), "center" if fact.is_parent else "text")
    yield Cell("\n".join(fact.reasons), "center" if fact.is_parent else "text")


def _below(view: ReportView) -> Iterator[Row]:
    """Yield rows that were dropped from the plan, who signs, who has compiled it."""
    if view.excluded:
        yield across("Исключены из плана, в долях не учитываются:", "note", _WIDTHS)
    for one in view.excluded:
        yield across(f"пункт {one.number} «{one.activity}» – {one.act}.", "note", _WIDTHS)
    signed = view.signature
    yield Row((Cell(None, "plain"),))
    yield Row(
        (
            Cell(signed.position, "plain", across=5),
            *[None] * 4,
            Cell(None, "plain"),
            Cell(signed.name, "plain", across=2),
        )
    )
    if view.compiler:
        told = "\n".join(text for text in (view.compiler.name, view.compiler.phone) if text)
        yield across(told, "note", _WIDTHS)


def _sums(view: ReportView, title: str) -> Sheet:
    sums = view.sums
    rows = [across(title, "title", _COUNT_WIDTHS)]
    rows += [across(sentence, "plain", _COUNT_WIDTHS) for sentence in sums.sentences]
    head = len(rows)
    rows += [_head(("Показатель", *_COUNTS[1:]), _COUNT_WIDTHS), _count(sums.whole)]
    if sums.shares:
        share = ("х", "100,0\u00a0%", *sums.shares, "х", "х")
        cells = (Cell("Доля в числе тех, срок которых наступил"), *(Cell(text, "center") for text in share))
        rows.append(Row(cells, needed_height(cells, _COUNT_WIDTHS)))
    for heading, counts in (("По разделам", sums.sections), ("По ответственным", sums.owners)):
        if counts:
            rows.append(across(heading, "section", _COUNT_WIDTHS))
            rows += map(_count, counts)
    if sums.several:
        rows.append(across(_SEVERAL, "note", _COUNT_WIDTHS))
    return Sheet(SUMS, title, _COUNT_WIDTHS, tuple(rows), head, foot=_state(view))


def _count(one: CountView) -> Row:
    """Return a line of figures, which are numbers, so that they can be reckoned with."""
    numbers = (one.rows, one.due, one.in_time, one.late, one.partly, one.missed, one.outside)
    cells = (Cell(one.name), *(Cell(number, "number") for number in numbers), Cell(one.share, "center"))
    return Row(cells, needed_height(cells, _COUNT_WIDTHS))
