"""An edition lies among those of another roadmap.

Its id or its municipality is another's: the file was copied or the roadmap renamed. Nothing is judged by it.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    id: b
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
    id: a
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM878"
SEVERITY = Severity.ERROR


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each edition whose id or municipality is another one's."""
    for one in signed.editions.foreign:
        if one.plan.id != signed.plan.id:
            message = Message("this is an edition of “{id}”, not of “{mine}”", id=one.plan.id, mine=signed.plan.id)
            route: tuple[str, ...] = ("id",) if one.plan.roadmap.id else ("edition",)
        else:
            names = (one.plan.municipality, signed.plan.municipality)
            message = Message("this is an edition of “{id}”, not of “{mine}”", id=names[0], mine=names[1])
            route = ("municipality", "name")
        hint = Message("move it into the folder of its own roadmap: editions/<id>/")
        yield Finding(route, message, hint, within=one.plan)
