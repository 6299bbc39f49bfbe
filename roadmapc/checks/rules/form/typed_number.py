"""A number is typed into a text that the program numbers.

It would be printed twice: «1. 1. Утвердить». Items of the order, rows of a numbered passport, and sections and activities
whose number stands in the column of numbers, are numbered by the program.

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [1. Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Route, Severity, Span
from roadmapc.plan import Plan
from roadmapc.plan.columns import has_column

CODE = "RM422"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(
    r"(?:[Рр]аздел[ \0]+|[Пп]ункт[ \0]+)?(?:№[ \0]*)?(?P<number>\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[IVX]{1,5}\.)[ \0]+(?=\S)"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix takes the typed number out, safely where the program prints the same one."""
    numbered = dict(_numbers(plan))
    for printed, text in plan.printed_texts.texts():
        route = printed.route
        if route not in numbered and not _is_item(route):
            continue
        if match := _NUMBER.match(text):
            span = Span(printed.start, printed.start + match.end())
            same = _item_number(route) if _is_item(route) else numbered[route]
            safe = match.start("number") == 0 and match["number"].strip(".)") == same.strip(".")
            message = Message("the number “{number}” would be printed twice", number=match["number"])
            hint = Message("take it out of the text: the program numbers it")
            yield Finding(route, message, hint, span=span, fix=Fix((Edit(span, ""),), safe=safe))


def _numbers(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Yield the routes of the texts beside which a number is printed, with that number."""
    for table in plan.tables:
        for row in table.rows if has_column(table, "number") else ():
            if row.number:
                yield (*row.route, "activity"), row.number
    for section in plan.sections:
        if section.number:
            yield (*section.route, "title"), section.number
    passport = plan.roadmap.passport
    if passport and passport.numbers:
        for at in range(len(passport.rows)):
            yield ("passport", "rows", at, "name"), str(at + 1)


def _is_item(route: Route) -> bool:
    return route[:2] == ("order", "items")


def _item_number(route: Route) -> str:
    return ".".join(str(part + 1) for part in route if isinstance(part, int))
