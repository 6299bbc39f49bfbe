"""Two tables, attachments or indicators have one name.

Rows are called by table and attachment, built files by the number of the attachment, and `serves:` calls indicators by
their `id`, whichever table they stand in: a name given twice means two things.

Bad:
    attachments:
      - {number: 2, title: Состав рабочей группы, preface: [{text: Иванова А.А.}]}
      - {number: № 2, title: Перечень школ, preface: [{text: Школа № 1.}]}

Good:
    …
      - {number: № 3, title: Перечень школ, preface: [{text: Школа № 1.}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import normal_form
from roadmapc.russian.transliteration import slug

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
    numbers = {slug(number) for number in _of_roadmap(plan)}
    for at, attachment in enumerate(plan.roadmap.attachments):
        number = attachment.plain_number
        if not re.search(r"[^\W_]", number):
            yield Finding(("attachments", at, "number"), Message("the number has neither a figure nor a letter"))
        elif slug(number) in numbers:
            message = Message("there is such an attachment already: № {number}", number=number)
            yield Finding(("attachments", at, "number"), message)
        numbers.add(slug(number))
    yield from _indicators(plan)


def _indicators(plan: Plan) -> Iterator[Finding]:
    names: set[str] = set()
    for indicator, route in plan.indicators:
        if indicator.id and normal_form(indicator.id) in names:
            message = Message("there is such an indicator already: “{name}”", name=indicator.id)
            yield Finding((*route, "id"), message)
        names.add(normal_form(indicator.id or ""))


def _of_roadmap(plan: Plan) -> list[str]:
    """Return the number of the attachment that the roadmap itself is, where it says one."""
    mark = plan.roadmap.approval.attachment if plan.roadmap.approval else None
    return re.findall(r"№\s*(\S+)", mark or "")
