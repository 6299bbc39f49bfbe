"""A cell is to be that of the row above, and there is none.

`same_as_above: да` makes one cell with the row above it in the same table. The first row has none above it, and a cell
that has words of its own beside it would lose them.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - activity: Описать опыт
            deadline: май 2022
            owners: {same_as_above: да, text: Все методисты}
            result: Сборник

Good:
    …
            owners: {same_as_above: да}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.source.model.fields import is_yes

CODE = "RM431"
SEVERITY = Severity.ERROR

_WORDS = ("text", "who", "dates")


def check(plan: Plan) -> Iterator[Finding]:
    """Report cells of the first row, and those with words that would not be printed."""
    if "same_as_above" not in plan.tree.source.text:  # hardly any file says so
        return
    for row in plan.rows:
        for column in plan.tables[row.table].source.columns:
            route = (*row.route, column.key)
            value = plan.tree.value(route) if route in plan.tree.keys else None
            if not isinstance(value, dict) or not is_yes(value.get("same_as_above")):
                continue
            if column.key not in row.shared:
                yield Finding((*route, "same_as_above"), Message("there is no row above"), row=row)
            elif any(value.get(key) for key in _WORDS):
                message = Message("the cell is one with that above: its own words would be lost")
                yield Finding(route, message, Message("leave out the words, or “same_as_above”"), row)
