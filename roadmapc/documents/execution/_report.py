"""What documents on execution are made of: a plan with its marks, the day, the period, who compiles them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from types import ModuleType

from roadmapc.deadlines import Period
from roadmapc.documents import execution as package
from roadmapc.documents.output import File, OutputContext, proved
from roadmapc.plan import Plan, Row
from roadmapc.plan.execution import Execution, ReportPeriod, RowState, Unit, row_states


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """A request to move a term: of which time at which a row is due, to what day, why, and what has been done."""

    row: Row
    unit: Unit
    to: date
    reason: str
    done_so_far: str = ""


@dataclass(frozen=True)
class Report:
    """An execution at the end of a day, in a period or (None) from the beginning, and how it is to be reported.

    `layout` is the table of eight columns (full), the one of four (short), or the network chart by months (network).
    `late_counts` says which share is the «степень исполнения»; `addressee` are the words of whom a letter is for, in
    the case that they need. With a `request` it is the letter for that alone.
    """

    execution: Execution
    as_of: date
    period: ReportPeriod | None = None
    layout: str = "full"
    late_counts: bool = True
    compiler: str = ""
    phone: str = ""
    addressee: str = ""
    request: MoveRequest | None = None

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        return self.execution.plan

    @cached_property
    def rows(self) -> tuple[RowState, ...]:
        """Return all rows as they stand on the day."""
        return row_states(self.execution, self.as_of, self.period.days if self.period else None)

    @cached_property
    def days(self) -> Period:
        """Return the days that are reported on."""
        return self.period.days if self.period else Period(date.min, self.as_of)


@cache
def documents() -> tuple[ModuleType, ...]:
    """Return all documents on execution."""
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if info.name[0] != "_"]
    return tuple(importlib.import_module(f"{package.__name__}.{name}") for name in sorted(names))


def report_files(report: Report, context: OutputContext) -> Iterator[File]:
    """Yield every file of a report, each proved to be whole; raises DamagedFile."""
    for document in documents():
        yield from map(proved, document.files(report, context))
