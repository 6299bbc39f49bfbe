"""A number is left out.

After 1.2 comes 1.4: a row was dropped, or the number is a slip. Minutes and reports that cite 1.3 lead nowhere.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.3., activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2., activity: Описать опыт, deadline: май 2022, owners: методист, result: Сборник}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._numbers import renumbering
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM409"
SEVERITY = Severity.WARNING

_LAST = re.compile(r"(?:(?P<head>.*)\.)?(?P<last>\d+)\.?")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each gap between neighbours of one level; the fix renumbers what follows where nothing cites it."""
    above: dict[tuple[object, ...], Row] = {}
    for row in plan.rows:
        siblings = row.route[:-1]
        former = above.get(siblings)
        above[siblings] = row
        if former is None or (*row.route, "number") not in plan.tree.values:
            continue
        one, two = _LAST.fullmatch(former.number), _LAST.fullmatch(row.number)
        if one and two and one["head"] == two["head"] and int(two["last"]) > int(one["last"]) + 1:
            message = Message("after {one} comes {two}", one=former.number.rstrip("."), two=row.number.rstrip("."))
            label = ((*former.route, "number"), Message("the number before"))
            fix = renumbering(plan, row, int(one["last"]) + 1 - int(two["last"]))
            yield Finding((*row.route, "number"), message, row=row, labels=(label,), fix=fix)
