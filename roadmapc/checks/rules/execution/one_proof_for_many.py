"""One document proves several rows.

It may be so: an order can approve a programme and a schedule. More often a line was copied, and the second row has no
proof of its own. Name the document of each row, or let the problem stand with a reason.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Обсудить итоги, deadline: июнь 2022, owners: методист, result: Справка}
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
      - at: 1.2
        activity: Обсудить итоги
        done: 16.06.2022
        documents: справка от 27.05.2022 № 5

Good:
    …
        documents: справка от 16.06.2022 № 6
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import proofs
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Row
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.model.marks import ProvingDocument

CODE = "RM859"
SEVERITY = Severity.WARNING

_MOST_ROWS = 10
"""Rows that are named."""


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report each document that marks of several rows name, once: where the second of them does."""
    places: dict[tuple[str, ...], list[tuple[Route, Row]]] = defaultdict(list)
    for one in execution.placed:
        for place, proof in proofs(one.route, one.mark):
            for key in _keys(proof):
                places[key].append((place, one.row))
    told: set[Route] = set()
    for found in places.values():
        rows = {row.route: row for _place, row in found}
        if len(rows) < 2:
            continue
        first, row = found[0]
        second, other = next((place, one) for place, one in found if one is not row)
        if second not in told:
            told.add(second)
            names = [printed_address(execution.plan, one) for one in [*rows.values()][:_MOST_ROWS]]
            names += ["…"] * (len(rows) > _MOST_ROWS)
            message = Message("the same document proves several rows: {rows}", rows=", ".join(names))
            yield Finding(second, message, row=other, labels=((first, Message("named here first")),))


def _keys(proof: ProvingDocument) -> Iterator[tuple[str, ...]]:
    """Yield what tells a document from all others: its kind, date and number, and its link."""
    if proof.date and proof.number:
        number = "".join(compared_form(proof.number).lstrip("№n ").split())
        yield compared_form(proof.kind or ""), day_of(proof.date).isoformat(), number
    if proof.link:
        yield (proof.link.partition("#")[0].rstrip("/"),)
