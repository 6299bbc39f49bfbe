"""The words of the page, in the reader's language; what a roadmap says stands as it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.plan.execution import Status
from roadmapc.plan.execution.titles import TITLES

Translate = Callable[[str], str]
UNKNOWN, UNDATED, PARENT = "unknown", "undated", "parent"
"""States that are none: nobody has told of the row, it has no day, the rows below it are looked at."""
STATES: Mapping[str, Message] = {
    **{
        one.value: TITLES[one]
        for one in (
            *(Status.MISSED, Status.PARTLY, Status.AT_RISK, Status.OPEN, Status.MOVED, Status.AHEAD),
            *(Status.DONE_LATE, Status.DONE, Status.REMOVED, Status.EXCLUDED),
        )
    },
    UNKNOWN: Message("due, no marks"),
    UNDATED: Message("without a day"),
    PARENT: Message("see the rows below"),
}
"""All states of a row, in the order in which they are of interest."""
KINDS: Mapping[str, Message] = {
    "date": Message("one day"),
    "window": Message("some days or months"),
    "recurring": Message("repeated"),
    "continuous": Message("going on"),
    "relative": Message("after an event"),
    "conditional": Message("on a condition"),
    "undated": Message("without a day"),
    "unread": Message("not understood"),
}
_MONTHS = (
    *(Message("January"), Message("February"), Message("March"), Message("April"), Message("May"), Message("June")),
    *(Message("July"), Message("August"), Message("September"), Message("October"), Message("November")),
    Message("December"),
)
_WEEKDAYS = (
    *(Message("Mon"), Message("Tue"), Message("Wed"), Message("Thu"), Message("Fri"), Message("Sat"), Message("Sun")),
)
_WORDS: Mapping[str, Message] = {
    "skip": Message("To the content"),
    "views": Message("Views"),
    "year": Message("Year"),
    "list": Message("List"),
    "calendar": Message("Calendar"),
    "load": Message("Load"),
    "documents": Message("Documents"),
    "region": Message("Municipalities"),
    "filters": Message("Filters"),
    "problems": Message("Not read, or with problems"),
    "municipality": Message("Municipality"),
    "plan": Message("Municipality"),
    "total": Message("Total"),
    "activities": Message("Activities"),
    "activity": Message("Activity"),
    "number": Message("No."),
    "section": Message("Section"),
    "deadline": Message("Deadline"),
    "due": Message("Due"),
    "owners": Message("Owners"),
    "owner": Message("Owner"),
    "status": Message("State"),
    "state": Message("State"),
    "chart": Message("Chart"),
    "month": Message("Month"),
    "kind": Message("Kind of deadline"),
    "result": Message("Information"),
    "understood": Message("Understood as"),
    "details": Message("The activity"),
    "legend": Message("Legend"),
    "search": Message("Search"),
    "zoom": Message("Show the time"),
    "whole": Message("the whole period"),
    "quarter": Message("quarter"),
    "all": Message("all"),
    "reset": Message("Clear filters"),
    "csv": Message("Save the list as CSV"),
    "more": Message("Show more"),
    "shown": Message("Activities: {{n}} of {{all}}"),
    "and_more": Message("and {{n}} more"),
    "before": Message("earlier"),
    "after": Message("later"),
    "by_week": Message("by week"),
    "by_month": Message("by month"),
    "day_off": Message("day off"),
    "tables": Message("Tables of the region"),
    "back": Message("To the roadmaps"),
    "no_documents": Message("No built documents lie beside this page."),
}


def page_words(translate: Translate) -> dict[str, Any]:
    """Return all words of the page."""
    words: dict[str, Any] = {name: text.text(translate) for name, text in _WORDS.items()}
    return {
        **words,
        "states": {name: text.text(translate) for name, text in STATES.items()},
        "kinds": {name: text.text(translate) for name, text in KINDS.items()},
        "months": [one.text(translate) for one in _MONTHS],
        "short": [one.text(translate)[:3].lower() for one in _MONTHS],
        "weekdays": [one.text(translate) for one in _WEEKDAYS],
    }
