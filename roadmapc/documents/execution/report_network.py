"""The network chart (сетевой график): for each month what was planned and what is done, then why it deviates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roadmapc.documents._short_names import ShortNames
from roadmapc.documents._signature import SignatureView
from roadmapc.documents._table import NO_TEXT
from roadmapc.documents.execution._facts import NO_SENSE, FactView, fact_view, reason_lines
from roadmapc.documents.execution._months import DONE, PLANNED, MonthsSpan, done, planned, signs_in, spans, touches
from roadmapc.documents.execution._naming import NameView, name_view, organisation
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._said import Said
from roadmapc.documents.execution._signing import CompilerView, ExcludedView, compiler_view, excluded_views, signed_by
from roadmapc.documents.execution._sums import SumsView, sums_view
from roadmapc.documents.execution._table import by_sections
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.columns import MOST_WIDTH
from roadmapc.plan.execution import Outside, RowState
from roadmapc.russian.calendar import MONTHS

_NUMBER, _LABEL, _OWNERS = 13, 8, 33
_MONTH, _WIDE_MONTH, _MANY = 9, 12, 9  # millimetres; months from which on they are narrow


@dataclass(frozen=True, slots=True)
class NetworkRowView:
    """An activity: `planned` and `done` are the cells of the months, `reasons` why it deviates in them.

    Activity and owners are named whole for the first time, then by their first words.
    """

    number: str
    activity: str
    owners: str
    is_parent: bool
    reasons: tuple[str, ...]
    planned: tuple[str, ...]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkGroupView:
    """The activities of a section; the heading may be empty."""

    heading: str
    rows: tuple[NetworkRowView, ...]


@dataclass(frozen=True, slots=True)
class NetworkTableView:
    """A table of at most twelve months: `parts` are the years over them and how many months each covers."""

    heading: str
    months: tuple[str, ...]
    parts: tuple[tuple[str, int], ...]
    widths: tuple[int, ...]
    groups: tuple[NetworkGroupView, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network chart; `undated` are the activities without a day of their own, the legends tell the signs in it.

    `shortened` tells that what comes again is named by its first words.
    """

    name: NameView
    organisation: tuple[str, ...]
    tables: tuple[NetworkTableView, ...]
    undated: tuple[FactView, ...]
    shortened: bool
    planned_legend: tuple[str, ...]
    done_legend: tuple[str, ...]
    sums: SumsView
    excluded: tuple[ExcludedView, ...]
    signature: SignatureView
    compiler: CompilerView | None


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `report-network.docx` in the layout of a chart."""
    if report.layout == "network" and report.request is None:
        view = network_view(report)
        yield from context.files(report.plan, "report-network", "report-network.html", {"network": view})


def network_view(report: Report) -> NetworkView:
    """Return the network chart of a report."""
    names = ShortNames([state.row for state in report.rows])
    tables = tuple(table for span in spans(report) if (table := _table(report, span, names)).groups)
    rows = [row for table in tables for group in table.groups for row in group.rows]
    return NetworkView(
        name=name_view(report),
        organisation=organisation(report.plan),
        tables=tables,
        undated=tuple(fact_view(report, state) for state in report.rows if _is_undated(state)),
        shortened=names.shortened,
        planned_legend=signs_in((text for row in rows for text in row.planned), PLANNED),
        done_legend=signs_in((text for row in rows for text in row.done), DONE),
        sums=sums_view(report),
        excluded=excluded_views(report),
        signature=signed_by(report.plan.roadmap),
        compiler=compiler_view(report),
    )


def _is_undated(state: RowState) -> bool:
    return state.outside is not Outside.PARENT and all(one.unit.occurrence is None for one in state.units)


def _table(report: Report, span: MonthsSpan, names: ShortNames) -> NetworkTableView:
    shown = _shown(report, [state for state in report.rows if _happens(report, state, span)])
    count = len(span.months)
    return NetworkTableView(
        heading=span.heading,
        months=tuple(MONTHS[month - 1][0] for _year, month in span.months),
        parts=span.parts,
        widths=_widths(count),
        groups=tuple(
            NetworkGroupView(heading, tuple(_row(report, state, span, names) for state in rows))
            for heading, rows in by_sections(report, shown)
        ),
    )


def _shown(report: Report, rows: Sequence[RowState]) -> list[RowState]:
    """Return rows in which something happens with those above them, in the order of the table."""
    routes = {state.row.route[:end] for state in rows for end in range(2, len(state.row.route) + 1)}
    return [state for state in report.rows if state.row.route in routes]


def _happens(report: Report, state: RowState, span: MonthsSpan) -> bool:
    return any(planned(state, month) or done(state, month, report.as_of) for month in span.months)


def _row(report: Report, state: RowState, span: MonthsSpan, names: ShortNames) -> NetworkRowView:
    here = replace(state, units=tuple(one for one in state.units if touches(one, span)))
    is_parent = state.outside is Outside.PARENT
    return NetworkRowView(
        state.row.number or NO_TEXT,
        names.activity(state.row),
        names.owners(state.row),
        is_parent,
        (NO_SENSE,) if is_parent else reason_lines(Said(report, here)),
        tuple(planned(state, month) for month in span.months),
        tuple(done(state, month, report.as_of) for month in span.months),
    )


def _widths(months: int) -> tuple[int, ...]:
    """Return the widths of number, activity, owners, the line's letter, the months and the reasons."""
    month = _MONTH if months > _MANY else _WIDE_MONTH
    rest = MOST_WIDTH["landscape"] - _NUMBER - _OWNERS - _LABEL - month * months
    reasons = rest * 2 // 5
    return (_NUMBER, rest - reasons, _OWNERS, _LABEL, *[month] * months, reasons)
