"""A text of the source reaches no document.

Other settings leave no place for it: beside `by:` (УТВЕРЖДАЮ) neither the act nor its number is printed, form I has no
word of approval, a table without a head has no headings, a form with a letterhead of its own prints that one. Nothing is
dropped in silence: take the text out, or change the setting.

Bad:
    table: {head: нет, columns: {deadline: Сроки}}

Good:
    table: {columns: {deadline: Сроки}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan, PlanTable
from roadmapc.source.model import Approval

CODE = "RM421"
SEVERITY = Severity.WARNING
_DASHES = " –—-"


def check(plan: Plan) -> Iterator[Finding]:
    """Report the texts that the approval block, the table and the form have no place for."""
    if plan.roadmap.approval:
        yield from _of_approval(plan.roadmap.approval)
    for table in plan.tables:
        yield from _of_table(plan, table)
        yield from _of_numbers(plan, table)
    if plan.form_has_letterhead and plan.roadmap.order and plan.roadmap.order.letterhead:
        message = Message("this letterhead is not printed: the form has its own")
        hint = Message("take it out, or empty the body of the form “{form}”", form=plan.roadmap.form)
        yield Finding(("order", "letterhead"), message, hint, key=True)


def _of_approval(approval: Approval) -> Iterator[Finding]:
    for at, one in enumerate(approval.beside):
        for key in () if one.act and not one.by else ("number",) if one.by else ("date", "number"):
            if getattr(one, key):
                yield _unprinted(
                    ("approval", "beside", at, key), Message("“act:” prints date and number, “by:” the date")
                )
    if approval.year and approval.date:
        yield _unprinted(("approval", "year"), Message("the date has its own year"))
    if approval.by:
        hint = Message("“by:” prints «УТВЕРЖДАЮ», who signs, and the date")
        for key in ("act", "number", "word"):
            if getattr(approval, key):
                yield _unprinted(("approval", key), hint)
    elif approval.form == "I" and approval.word:
        yield _unprinted(("approval", "word"), Message("“form: I” prints «Приложение к …» without such a word"))


def _of_table(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    if table.source.table.head:
        return
    for column in table.source.columns:
        route = (*column.route, "heading") if table.source.is_listed else column.route
        if route in plan.tree.values and (column.heading or "").strip(_DASHES):  # a dash stands for none
            yield _unprinted(route, Message("“head: нет” prints no headings"))


def _of_numbers(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    """Yield the numbers of rows that print in the row above them."""
    together = [row.route for row in table.rows if row.together]
    for row in table.rows if together else ():
        route = (*row.route, "number")
        if route in plan.tree.values and any(row.route[: len(one)] == one != row.route for one in together):
            yield _unprinted(route, Message("“together: да” prints the parts of a row without their numbers"))


def _unprinted(route: Route, hint: Message) -> Finding:
    return Finding(route, Message("this text is not printed anywhere"), hint=hint)
