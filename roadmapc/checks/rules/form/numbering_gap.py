"""A number is left out.

After 1.2 comes 1.4: a row was dropped, or the number is a slip. Minutes and reports that cite 1.3 lead nowhere. Once a
document is signed, what an act drops leaves its number vacant, and a gap is no fault.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.3., activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник}

Good:
    …
          - {number: 1.2., activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._numbers import neighbours, renumbering
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanTable, Row

CODE = "RM409"
SEVERITY = Severity.WARNING

_LAST = re.compile(r"(?:(?P<head>.*)\.)?(?P<last>\d{1,4})\.?")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each gap between neighbours of one level: sections, activities, and those below them."""
    if plan.keeps_numbers:
        return
    yield from _between_sections(plan)
    for table in plan.tables:
        yield from _between_rows(plan, table)


def _between_sections(plan: Plan) -> Iterator[Finding]:
    for (former, one), (section, two) in neighbours(plan):
        if two > one + 1:
            message = Message("after {one} comes {two}", one=former.number.rstrip("."), two=section.number.rstrip("."))
            label = ((*former.route, "number"), Message("the number before"))
            yield Finding((*section.route, "number"), message, labels=(label,))


def _between_rows(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    """Report gaps between rows; the fix renumbers what follows where nothing cites it.

    A section's first number is 1, or goes on from the section before.
    """
    above: dict[tuple[object, ...], tuple[Row, int]] = {}
    last = 0
    for row in table.rows:
        former, unnumbered = above.get(row.route[:-1], (None, 0))
        two = _LAST.fullmatch(row.number)
        if two is None or (*row.route, "number") not in plan.tree.values:
            if former:
                above[row.route[:-1]] = (former, unnumbered + 1)
            continue
        if former and former.number == row.number:  # duplicate-number tells of it
            above[row.route[:-1]] = (former, unnumbered + 1)
            continue
        above[row.route[:-1]] = (row, 0)
        one = _LAST.fullmatch(former.number) if former else None
        number = int(two["last"])
        if former and one and one["head"] == two["head"] and number > int(one["last"]) + 1 + unnumbered:
            message = Message("after {one} comes {two}", one=former.number.rstrip("."), two=row.number.rstrip("."))
            label = ((*former.route, "number"), Message("the number before"))
            fix = renumbering(plan, row, int(one["last"]) + 1 + unnumbered - number)
            yield Finding((*row.route, "number"), message, row=row, labels=(label,), fix=fix)
        elif former is None and row.level > 1 and number not in {1, last + 1}:
            message = Message("the first number of the section is {number}", number=row.number.rstrip("."))
            yield Finding((*row.route, "number"), message, row=row)
        last = number if row.level > 1 else last
