"""Two tables or two attachments have one name.

Rows are called by table and attachment, and built files by the number of the attachment: a name given twice means two
things.

Bad:
    attachments:
      - {number: 2, title: Состав рабочей группы, preface: [{text: Иванова А.А.}]}
      - {number: № 2, title: Перечень школ, preface: [{text: Школа № 1.}]}

Good:
    …
      - {number: № 3, title: Перечень школ, preface: [{text: Школа № 1.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM432"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the second use of a name or number."""
    tables: set[tuple[int, str]] = set()
    for table in plan.tables:
        if (table.content, table.name) in tables:
            route = (*table.source.route, "id")
            yield Finding(route, Message("there is such a table already: “{name}”", name=table.name))
        tables.add((table.content, table.name))
    numbers: set[str] = set()
    for at, attachment in enumerate(plan.roadmap.attachments):
        number = attachment.plain_number
        if number in numbers:
            message = Message("there is such an attachment already: № {number}", number=number)
            yield Finding(("attachments", at, "number"), message)
        numbers.add(number)
