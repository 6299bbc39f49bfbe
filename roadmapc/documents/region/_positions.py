"""The form «Позиция оценивания · Ссылка 1–5», one for each municipality."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import RegionLineView, RegionTableView, section, table
from roadmapc.plan.region.criteria import Filled, FilledForm, forms_of
from roadmapc.russian.numerals import agreed
from roadmapc.source.model.criteria import Points, Position

NAME = "Позиции"
_LINKS = 5
_COLUMNS = (("Позиция оценивания", 82), *((f"Ссылка {at}", 35) for at in range(1, _LINKS + 1)))


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the form of each municipality."""
    title = report.criteria.title
    notes = (f"Критерии: {report.criteria.source}.",) if report.criteria.source else ()
    for form in forms_of(report.region, report.criteria):
        lines = [*_lines(form)]
        yield table(NAME, f"{title}: {form.member.name}", _COLUMNS, lines, left=1 + _LINKS, notes=notes)
        notes = ()  # once is enough


def _lines(form: FilledForm) -> Iterator[RegionLineView]:
    for component, positions in groupby(form.positions, key=lambda one: one.position.component):
        yield section(component[0].upper() + component[1:])
        for one in positions:
            yield RegionLineView((_words(one.position), *_cells(one)))


def _cells(one: Filled) -> tuple[str, ...]:
    """Return five cells; links above that number stand in the last one, so that none is lost."""
    first = one.links[: _LINKS - 1]
    cells = (*first, "\n".join(one.links[_LINKS - 1 :]))
    return (*cells[: len(first)], *[""] * (_LINKS - 1 - len(first)), cells[-1])


def _words(position: Position) -> str:
    points = ", ".join(map(_points, position.points))
    return " ".join(position.text.split()) + (f" ({points})" if points else "")


def _points(one: Points) -> str:
    """Return «1 балл – наличие»; a part of a point is «0,5 балла»."""
    number = one.points.replace(".", ",")
    noun = agreed(int(number), "балл", "балла", "баллов") if number.isdecimal() else "балла"
    return f"{number} {noun} – {one.words}"
