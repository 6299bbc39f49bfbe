"""Numbers are written in two styles.

Some numbers end with a point and some do not, or some name the section («1.1.») and some do not («2»). One document
keeps one style.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2, activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2., activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM403"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report once a document: how many numbers are of which style, at the first of the rarer one."""
    numbered = [row for row in plan.rows if row.number and row.level > 1]
    styles = Counter(_style(row) for row in numbered)
    if len(styles) < 2:
        return
    common = styles.most_common(1)[0][0]
    odd = next(row for row in numbered if _style(row) != common)
    usual = next(row for row in numbered if _style(row) == common)
    message = Message("two styles of numbers: “{odd}” and “{usual}”", odd=odd.number, usual=usual.number)
    yield Finding((*odd.route, "number"), message, labels=(((*usual.route, "number"), Message("most are like this")),))


def _style(row: Row) -> tuple[bool, bool]:
    return row.number.endswith("."), "." in row.number.rstrip(".")
