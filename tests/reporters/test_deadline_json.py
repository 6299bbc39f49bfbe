"""Proves that a reading is one object: an error with its place, words, or words with days."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import DeadlineError, Period, parse, read
from roadmapc.reporters.deadline_json import entry
from roadmapc.russian.calendar import DEFAULT_CALENDAR

PERIOD = Period(date(2021, 1, 1), date(2024, 12, 31))


def test_days() -> None:
    """Each time with its first day, due day and the day to act by."""
    text = "до 15 мая 2022"
    found = entry(text, read(text, PERIOD), DEFAULT_CALENDAR)
    assert (found["text"], found["understood"], found["doubts"]) == (text, "до 15 мая 2022 г.", [])
    assert found["windows"] == [
        {"first": "2022-01-01", "due": "2022-05-15", "act_by": "2022-05-13", "remind": "2022-05-13"}
    ]


def test_words() -> None:
    """Without a period there is nothing but words."""
    assert entry("май", parse("май"), DEFAULT_CALENDAR) == {"text": "май", "understood": "май"}


def test_an_error() -> None:
    """The place in characters leads to the very word; the sentence is in the reader's language."""
    text = "до 32 мая"
    with pytest.raises(DeadlineError) as error:
        parse(text)
    found = entry(text, error.value, DEFAULT_CALENDAR, lambda words: f"⟦{words}⟧")
    assert found.keys() == {"text", "error"}
    assert text[found["error"]["start"] : found["error"]["end"]].startswith("32")
    assert found["error"]["message"].startswith("⟦")
