"""The Gantt as a picture for paper: activities on the left, months as columns, the days of each as marks under them.

A sheet is A4 on its side; a year has as many as its rows need at a size that is read on paper. It is made where
pictures are asked for. Like all that is signed it never reads marks: nothing in it tells what is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.output import File, OutputContext, about
from roadmapc.plan import Plan

ORDER = 48


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `gantt.svg`, `gantt-2.svg` …, where pictures are wanted and the plan has a time to be shown in."""
    if not context.pictures:
        return
    from roadmapc.documents._gantt.pictures import pictures

    for at, data in enumerate(pictures(plan, about(plan, context.draft)), 1):
        yield File("gantt.svg" if at == 1 else f"gantt-{at}.svg", data)
