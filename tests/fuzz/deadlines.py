"""An atheris target: `pip install atheris`, then `python tests/fuzz/deadlines.py -runs=100000`.

It runs outside the quick suite. Any text is either dated inside the period or refused with DeadlineError; what is
understood reads back as the same value.
"""

from __future__ import annotations

import sys
from datetime import date

import atheris

with atheris.instrument_imports():
    from roadmapc.deadlines import DeadlineError, Period, parse, read
    from roadmapc.deadlines.wording import wording

PERIODS = (
    Period(date(2021, 1, 1), date(2024, 12, 31)),
    Period(date(2022, 9, 1), date(2023, 8, 31)),
    Period(date(2022, 5, 1), date(2022, 5, 31)),
)


def one(data: bytes) -> None:
    """Try one text in three periods."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(200)
    try:
        deadline = parse(text)
    except DeadlineError:
        return
    if not (deadline.event or deadline.condition):
        assert parse(wording(deadline)) == deadline, text
    for period in PERIODS:
        try:
            schedule = read(text, period)
        except DeadlineError:
            continue
        assert all(period.first <= a <= b <= period.last for a, b in schedule.windows), text


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
