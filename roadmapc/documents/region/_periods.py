"""The period beside a former one, by municipality."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.execution._facts import NO_SENSE
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._summary import degree
from roadmapc.documents.region._tables import NO_DATA, NONE, UNREAD, RegionLineView, RegionTableView, table
from roadmapc.plan.execution import Totals
from roadmapc.plan.execution.totals import share
from roadmapc.plan.region import Member
from roadmapc.plan.region.periods import comparison_of


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the comparison, where a former period is named."""
    found = comparison_of(report.region)
    if found is None:
        return
    columns = [("Муниципалитет", 67)]
    for period in (found.former, found.now):
        columns += [(f"Срок наступил: {period.words}", 37), ("Исполнено", 22), ("Степень исполнения", 24)]
    columns.append(("Разница, п.\u00a0п.", 24))
    lines = [_line(report, one) for one in report.region.members]
    lines += [RegionLineView((one.name, UNREAD, *[NONE] * 6)) for one in report.region.unread]
    total = (*_cells(report, found.totals[0]), *_cells(report, found.totals[1]))
    name = f"Итого по тем, у кого есть данные за оба периода: {found.both} из {found.size}"
    lines.append(RegionLineView((name, *total, _difference(report, *found.totals)), "total"))
    note = (
        "Каждый период показан на следующий день после его окончания (или на день отчета, если он раньше): исполненное "
        "позже в нем не учтено."
    )
    yield table("Сравнение", "Сравнение периодов", tuple(columns), lines, notes=(note,))


def _line(report: RegionReport, one: Member) -> RegionLineView:
    cells = (*_cells(report, one.before), *_cells(report, one.within))
    return RegionLineView((one.name, *cells, _difference(report, one.before, one.within)))


def _cells(report: RegionReport, found: Totals | None) -> tuple[str | int, ...]:
    if found is None:
        return (NO_DATA, NONE, NONE)
    return (found.due, found.done if report.late_counts else found.in_time, degree(report, found))


def _difference(report: RegionReport, former: Totals | None, now: Totals | None) -> str:
    """Return the difference of the shares as they are printed; of nothing there is none."""
    if not former or not now or not former.due or not now.due:
        return NO_SENSE

    def tenths(found: Totals) -> int:
        return share(found.done if report.late_counts else found.in_time, found.due)

    change = tenths(now) - tenths(former)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{abs(change) // 10},{abs(change) % 10}"
