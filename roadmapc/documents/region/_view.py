"""A whole roll-up as its outputs show it: heading, figures, tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents.execution._signing import CompilerView
from roadmapc.documents.region import _cycle, _measures, _periods, _positions, _rating, _summary
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import RegionTableView

_TABLES = (_summary, _measures, _cycle, _rating, _periods, _positions)


@dataclass(frozen=True, slots=True)
class RegionView:
    """A roll-up: the region where all roadmaps name the same, the period in words or «», the day, figures, tables."""

    region: str
    time: str
    as_of: str
    sentences: tuple[str, ...]
    tables: tuple[RegionTableView, ...]
    compiler: CompilerView | None

    @property
    def title(self) -> str:
        """Return the title of the document."""
        time = f" за {self.time}" if self.time else ""
        return f"Сводная информация об исполнении дорожных карт муниципалитетов{time}"


def region_view(report: RegionReport) -> RegionView:
    """Return a roll-up as its outputs show it."""
    region, asked = report.region, report.region.asked
    names = {one.region for one in region.members}
    compiler = CompilerView(report.compiler, report.phone) if report.compiler or report.phone else None
    return RegionView(
        region=names.pop() if len(names) == 1 else "",
        time=asked.period.words if asked.period else "",
        as_of=f"{asked.as_of:%d.%m.%Y}",
        sentences=tuple(one.replace(" – ", "\N{NO-BREAK SPACE}– ") for one in _summary.sentences(report)),
        tables=tuple(_tables(report)),
        compiler=compiler,
    )


def _tables(report: RegionReport) -> Iterator[RegionTableView]:
    for module in _TABLES:
        yield from module.tables(report)
