"""The passport has more or fewer headings than columns.

The passport prints two columns, names and texts; with `numbers: да` three. `columns` gives a heading to each of them: with
fewer a column has none, with more one is lost.

Bad:
    passport:
      columns: [№ п/п, Наименование, Содержание]
      rows: [{name: Исполнитель, text: Методический кабинет}]

Good:
    passport:
      columns: [№ п/п, Наименование, Содержание]
      numbers: да
      rows: [{name: Исполнитель, text: Методический кабинет}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM435"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the passports, of further attachments too, whose headings are not as many as their columns."""
    for content in plan.contents:
        passport = content.content.passport
        if passport and passport.columns and len(passport.columns) != passport.printed_columns:
            message = Message("headings: {n}, columns: {m}", n=len(passport.columns), m=passport.printed_columns)
            yield Finding((*content.route, "passport", "columns"), message, hint=_remedy(passport.numbers), key=True)


def _remedy(has_numbers: bool) -> Message:
    if has_numbers:
        return Message("give three headings: of numbers, names and texts")
    return Message("give two headings: of names and texts; a column of numbers is printed with “numbers: да”")
