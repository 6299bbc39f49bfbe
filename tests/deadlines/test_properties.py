"""Laws of the deadline language, over values and texts that hypothesis makes."""

from __future__ import annotations

import contextlib
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.deadlines import KINDS, Deadline, DeadlineError, Period, parse, read
from roadmapc.deadlines.grammar.parser import LIMIT
from roadmapc.deadlines.wording import wording
from tests.deadlines.strategies import deadlines, texts

periods = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)),
    st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    st.integers(0, 2200),
)


@settings(max_examples=1500, derandomize=True)
@given(deadlines())
def test_every_value_reads_back(deadline: Deadline) -> None:
    """`parse(wording(d)) == d` for every value."""
    assert parse(wording(deadline)) == deadline


@settings(max_examples=1500, derandomize=True)
@given(texts, periods)
def test_any_text_is_dated_inside_the_period_or_refused(text: str, period: Period) -> None:
    """Whatever the text: a schedule with windows inside the period, sorted, first ≤ last, or a DeadlineError."""
    schedule = None
    place = (0, 0)
    try:
        schedule = read(text, period)
    except DeadlineError as error:
        place = (error.start, error.end)
    assert 0 <= place[0] <= place[1] <= max(len(text), 1)
    if schedule is None:
        return
    assert schedule.kind in KINDS
    assert list(schedule.windows) == sorted(set(schedule.windows))
    assert all(period.first <= first <= last <= period.last for first, last in schedule.windows)
    assert bool(schedule.windows) == (schedule.kind not in {"conditional", "relative"})


@settings(max_examples=600, derandomize=True)
@given(deadlines(), periods)
def test_canonical_words_are_dated_like_any_other(deadline: Deadline, period: Period) -> None:
    """Canonical words mean the same windows as the value they came from."""
    words = wording(deadline)
    try:
        schedule = read(words, period)
    except DeadlineError:
        return
    assert schedule.deadline == deadline
    assert all(period.first <= first <= last <= period.last for first, last in schedule.windows)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "абв ",
        "12.",
        "1, ",
        "(",
        "до ",
        "с 1 по ",
        "ежегодно, ",
        "– ",
        "по графику и ",
        "\n",
        "10:00 ",
        "(2) ",
        "5 дней ",
        "май (",
        "– 7 дней ",
        "после, ",
        "2022; май; ",
        "(май) понедельник; ",
    ],
)
def test_work_grows_with_length_alone(piece: str) -> None:
    """Garbage ten times as long takes ten times as many steps, up to the limit: nothing is tried twice."""

    def steps(length: int) -> int:
        """Return how many functions are called while a text is read."""
        text, calls = piece * (length // len(piece)), 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            with contextlib.suppress(DeadlineError):
                read(text, Period(date(2021, 1, 1), date(2024, 12, 31)))
        finally:
            sys.setprofile(None)
        return calls

    assert steps(LIMIT) < 12 * steps(LIMIT // 10)


def test_what_is_too_long_is_refused_unread() -> None:
    """A text of the limit is read to its end, a longer one not at all, be it a deadline or garbage."""
    text = "май".ljust(LIMIT)
    assert parse(text) == parse("май")
    for long in (text + " ", "абв " * LIMIT):
        with pytest.raises(DeadlineError, match=f"too long for a deadline: {len(long)} characters") as caught:
            read(long, Period(date(2021, 1, 1), date(2024, 12, 31)))
        assert (caught.value.start, caught.value.end) == (0, len(long))
