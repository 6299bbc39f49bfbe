"""The approval block has no date or no number.

Without them the block prints blanks to be filled in by hand. That suits a draft; a signed document has both, either
here or in the order. A person who approves («УТВЕРЖДАЮ») writes the date by hand.

Bad:
    approval: {act: приказом управления образования, date: 20.10.2021}

Good:
    approval: {act: приказом управления образования, date: 20.10.2021, number: 01-07/93}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM205"
SEVERITY = Severity.WARNING
_MISSING = {
    "date": Message("the approval block has no date"),
    "number": Message("the approval block has no number"),
}


def check(plan: Plan) -> Iterator[Finding]:
    """Report what neither the approval block nor the order gives; an order alone is judged too."""
    approval, order = plan.roadmap.approval, plan.roadmap.order
    if (approval is None and order is None) or (approval and approval.by):
        return
    if approval and not approval.act and order is None:
        hint = Message("add “act:”, or “by:” with position and name")
        yield Finding(("approval",), Message("the approval block says neither by what act nor by whom"), hint, key=True)
    base = "order" if order else "approval"  # what the order says serves the block too
    lacking = [key for key in _MISSING if not getattr(approval, key, None) and not getattr(order, key, None)]
    if len(lacking) > 1:
        hint = Message("fill in “date:” and “number:” of “{base}:”", base=base)
        yield Finding((base, "date"), Message("the approval block has neither date nor number"), hint, key=True)
    elif lacking:
        (key,) = lacking
        yield Finding(
            (base, key), _MISSING[key], Message("fill in “{key}:” of “{base}:”", key=key, base=base), key=True
        )
