"""The days of a mark do not follow each other: done, proved, reported.

Nobody reports on what is not done yet, nor names a document that does not exist. One of the days is mistyped, or the
mark was carried on and the day of its report was left as it was.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
        reported: 20.05.2022

Good:
    …
        documents: справка от 27.05.2022 № 5
        reported: 30.05.2022
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import all_marks
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.mark_days import day_of

CODE = "RM863"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report marks reported before the work was done, else documents dated after the report."""
    for route, mark in all_marks(execution):
        if not mark.reported:
            continue
        reported, place = day_of(mark.reported), (*route, "reported")
        if mark.done and day_of(mark.done) > reported:
            message = Message("reported on {day:%d.%m.%Y}, before it was done on {done}", day=reported, done=mark.done)
            yield Finding(place, message, labels=(((*route, "done"), Message("done here")),))
            continue
        for at, proof in enumerate(mark.documents):
            if proof.date and day_of(proof.date) > reported:
                message = Message("the document is dated after the report of {day:%d.%m.%Y}", day=reported)
                where = (*route, "documents", at, "date")
                yield Finding(where, message, labels=((place, Message("reported here")),))
