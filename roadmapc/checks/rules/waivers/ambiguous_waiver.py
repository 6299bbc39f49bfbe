"""A waiver names several rows by one address.

Where numbers begin anew in each section, a bare number means a row in each. A waiver is meant for one: write the section
before the number, or the row's id.

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {number: 1., activity: Провести мониторинг, deadline: до 30 мая 2021 г., owners: методист, result: Справка}
      - title: Обучение
        activities:
          - {number: 1., activity: Провести семинар, deadline: май 2022, owners: методист, result: Программа}
    waivers: [{rule: due-on-day-off, at: 1, reason: так утверждено}]

Good:
    …
    waivers: [{rule: due-on-day-off, at: 1/1, reason: так утверждено}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.addresses import address_of, find

CODE = "RM604"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report each place of a waiver that means more than one row, with an address for each of them."""
    hint = Message("write one of these instead, or give the row an “id:”")
    for at, waiver in enumerate(plan.roadmap.waivers):
        for index, place in enumerate(waiver.at):
            rows = find(plan, place)
            if len(rows) > 1:
                candidates = ", ".join(address_of(plan, row) for row in rows)
                message = Message("“{place}” means several rows: {candidates}", place=place, candidates=candidates)
                yield Finding(("waivers", at, "at", index), message, hint)
