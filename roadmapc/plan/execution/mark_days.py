"""Days that marks name."""

from __future__ import annotations

from datetime import date

from roadmapc.russian.calendar import parse_date
from roadmapc.source.model.marks import ExecutionMark


def day_of(text: str) -> date:
    """Return a date of a mark: its shape was judged when the file was read."""
    day = parse_date(text)
    assert day is not None  # a DateText
    return day


def is_known(mark: ExecutionMark, as_of: date) -> bool:
    """Say whether what a mark tells had been done and said by a day."""
    return all(day_of(text) <= as_of for text in (mark.done, mark.reported) if text)
