"""A row has another number than the one that was signed.

Minutes, reports and later acts cite rows by their numbers: after the signing no number may shift. What is dropped leaves
its number vacant, what comes between 2.3 and 2.4 is 2.3¹. `roadmapc freeze` writes the numbers out.

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.2, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {number: 1.1, activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
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

CODE = "RM874"
SEVERITY = Severity.WARNING


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each row and section of another number."""
    for change in signed.renumbered:
        message = Message("the signed number is {old}, here it is {new}", old=change.old or "–", new=change.new or "–")
        hint = Message("keep signed numbers: leave a gap for what is dropped, put 2.3¹ between 2.3 and 2.4")
        route = change.new_route or ()
        yield Finding((*route, "number") if route[-1:] != ("number",) else route, message, hint, change.row)
