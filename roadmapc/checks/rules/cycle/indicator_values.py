"""An indicator has not one value for each year.

The table of indicators has a column for each of `years`: with fewer values a cell stays empty, with more one is lost.

Bad:
    indicators:
      years: [2022, 2023]
      rows: [{name: Доля школ с наставниками, unit: "%", values: [20]}]

Good:
    indicators:
      years: [2022, 2023]
      rows: [{name: Доля школ с наставниками, unit: "%", values: [20, 35]}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM703"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the indicators whose values are more or fewer than the years."""
    for content in plan.contents:
        for indicators, route in content.indicators:
            for at, row in enumerate(indicators.rows):
                if len(row.values) != len(indicators.years):
                    message = Message("values: {n}, years: {m}", n=len(row.values), m=len(indicators.years))
                    yield Finding((*route, "rows", at, "values"), message, key=True)
