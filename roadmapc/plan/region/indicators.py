"""What a roadmap plans of its indicators for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.plan.plan import Plan


class IndicatorValue(NamedTuple):
    """An indicator with what is planned of it for a year, as it is printed."""

    name: str
    unit: str
    value: str


def values_of(plan: Plan, year: str) -> Iterator[IndicatorValue]:
    """Yield the values of a year; of a table without that year there is none."""
    for content in plan.contents:
        for table, _route in content.indicators:
            at = next((at for at, heading in enumerate(table.years) if year in re.findall(r"\d{4}", heading)), None)
            for row in table.rows if at is not None else ():
                if at is not None and at < len(row.values):
                    name, value = (" ".join(text.split()) for text in (row.name, row.values[at]))
                    yield IndicatorValue(name, row.unit or "", value)
