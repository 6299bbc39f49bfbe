"""All sheets of a plan, drawn."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._gantt.drawing import Frame, drawn
from roadmapc.documents._gantt.fitted_lines import lines_of
from roadmapc.documents._gantt.sheets import LEFT, RIGHT, SIZE, TITLE, sheets_of
from roadmapc.documents._gantt.svg import plain
from roadmapc.documents.output import AboutView
from roadmapc.plan import Plan

_MOST_TITLES = 3


def pictures(plan: Plan, about: AboutView) -> Iterator[bytes]:
    """Yield the sheets of a plan."""
    titles = lines_of(plain(about.title), RIGHT - LEFT, TITLE, _MOST_TITLES)
    (period,) = lines_of(plain(f"{about.municipality}. Период: {about.period}"), RIGHT - LEFT, SIZE, 1)
    sheets = sheets_of(plan, len(titles))
    frame = Frame(titles, period, plain(about.draft), len(sheets))
    yield from (drawn(sheet, at, frame) for at, sheet in enumerate(sheets, 1))
