"""Days that marks name."""

from __future__ import annotations

from datetime import date

from roadmapc.russian.calendar import parse_date


def day_of(text: str) -> date:
    """Return a date of a mark: its shape was judged when the file was read."""
    day = parse_date(text)
    assert day is not None  # a DateText
    return day
