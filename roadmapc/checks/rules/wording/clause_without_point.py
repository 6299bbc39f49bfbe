"""An item of the order ends without a full stop.

Items of an order are sentences: each begins with a capital letter and ends with a full stop, or with a colon where more
follows.

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: Об утверждении карты, date: 10.01.2021, number: 1, items: [Утвердить карту], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: Об утверждении карты, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Route, Severity, Span
from roadmapc.plan import Plan

CODE = "RM520"
SEVERITY = Severity.NOTE

_LAST = re.compile(r"[\w»)%]\s*$")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*\s*$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each at its last character; the fix, to be read over, writes the full stop. Lists below items are none."""
    texts = plan.printed_texts
    for printed, text in chain(texts.below(("order", "items")), texts.below(("order", "control"))):
        above = (*printed.route[:3], "items") in plan.tree.values  # «Руководителям школ:» has a colon, or nothing
        last = _LAST.search(text)
        if last and not above and not _is_sub_item(printed.route) and not _ADDRESS.search(text):
            at = printed.start + last.start()
            fix = Fix((Edit(Span(at + 1, at + 1), "."),), safe=False)
            yield Finding(
                printed.route, Message("an item of an order ends with a full stop"), span=Span(at, at + 1), fix=fix
            )


def _is_sub_item(route: Route) -> bool:
    """Say whether an item stands below another: such lists end in semicolons as well."""
    return list(route).count("items") > 1
