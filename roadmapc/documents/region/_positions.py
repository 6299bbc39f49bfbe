"""The form «Позиция оценивания · Ссылка 1–5», one for each municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import RegionLineView, RegionTableView, section, table
from roadmapc.plan.region import Member
from roadmapc.russian.numerals import agreed
from roadmapc.source.model.criteria import Criteria, Points, Position

NAME = "Позиции"
_LINKS = 5
_COLUMNS = (("Позиция оценивания", 82), *((f"Ссылка {at}", 35) for at in range(1, _LINKS + 1)))


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the form of each municipality."""
    criteria = report.region.asked.criteria
    if criteria is None or report.is_brief:
        return
    notes = (f"Критерии: {criteria.source}.",) if criteria.source else ()
    for one in report.region.members:
        lines = [*_lines(criteria, one)]
        yield table(NAME, f"{criteria.title}: {one.name}", _COLUMNS, lines, left=1 + _LINKS, notes=notes)
        notes = ()  # once is enough


def _lines(criteria: Criteria, member: Member) -> Iterator[RegionLineView]:
    positions = zip(criteria.criteria, member.form, strict=True)
    for component, some in groupby(positions, key=lambda one: one[0].component):
        yield section(component[0].upper() + component[1:])
        for position, links in some:
            yield RegionLineView((_words(position), *_cells(links)))


def _cells(links: Sequence[str]) -> tuple[str, ...]:
    """Return five cells; links above that number stand in the last one, so that none is lost."""
    first = links[: _LINKS - 1]
    cells = (*first, "\n".join(links[_LINKS - 1 :]))
    return (*cells[: len(first)], *[""] * (_LINKS - 1 - len(first)), cells[-1])


def _words(position: Position) -> str:
    points = ", ".join(map(_points, position.points))
    return " ".join(position.text.split()) + (f" ({points})" if points else "")


def _points(one: Points) -> str:
    """Return «1 балл – наличие»; a part of a point is «0,5 балла»."""
    number = one.points.replace(".", ",")
    noun = agreed(int(number), "балл", "балла", "баллов") if number.isdecimal() else "балла"
    return f"{number} {noun} – {one.words}"
