"""An edition is of an act that the roadmap does not list.

Which text was in force when follows from `amendments:`, by which calendars know, too, that an event has changed. Two
editions of one day that are not listed cannot be told apart: either may have been the later one.

Bad:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-04-11-32.yaml
    edition: {kind: приказ, date: 11.04.2022, number: 32, digest: …}
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    amendments: [{kind: приказ, date: 11.04.2022, number: 32}]
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.editions.values import act_key

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM879"
SEVERITY = Severity.WARNING


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each edition that is neither of the order nor of a listed act."""
    plan = signed.plan
    known = {act_key(one.date, one.number) for one in plan.roadmap.amendments}
    for one in signed.editions.kept:
        key = act_key(one.act.date, one.act.number)
        if plan.signed and key not in known and key != _base_act(signed):
            message = Message("the roadmap does not list the {kind} of {day}", kind=one.act.kind, day=one.act.date)
            hint = Message("list it: amendments: [{{kind: …, date: …, number: …}}]; or correct date and number there")
            yield Finding(("edition",), message, hint, key=True, within=one.plan)


def _base_act(signed: Signed) -> tuple[object, str]:
    """Return the act that approved the plan: the order, else what the approval names."""
    order, approval = signed.plan.roadmap.order, signed.plan.roadmap.approval
    day = (order.date if order else None) or (approval.date if approval else None) or ""
    number = (order.number if order else None) or (approval.number if approval else None)
    return act_key(day, number)
