"""A new row has the number of a row that was dropped.

Minutes, reports and marks that cite the number mean the other row. A dropped number stays vacant: what comes at the end
takes the next one, what comes between others an additional index (2.3¹).

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
          - {id: sbornik, number: 1.2, activity: Выпустить сборник статей, deadline: ноябрь 2022, owners: директор, result: Сборник}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
          - {id: itogi, number: 1.2, activity: Обсудить итоги, deadline: июнь 2022, owners: методист, result: Протокол}

Good:
    …
          - {id: itogi, number: 1.2, activity: Обсудить итоги, deadline: июнь 2022, owners: методист, result: Протокол}
    # ---- editions/a/2022-01-10-5.yaml
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM877"
SEVERITY = Severity.WARNING


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each new row whose number was another row's."""
    for row, gone in signed.reused:
        message = Message(
            "the number {number} was that of a row that is dropped: “{words}”",
            number=row.number.rstrip("."),
            words=gone.row.title,
        )
        hint = Message("give it the next number, or an additional one: 2.3¹")
        yield Finding((*row.route, "number"), message, hint, row)
