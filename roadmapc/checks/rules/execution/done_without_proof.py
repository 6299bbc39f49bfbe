"""A row is done, and no document proves it.

A row is taken off control when the document that proves it is shown. Name it by its date or number, or give a link
under which it can be opened; its kind alone finds nothing.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022

Good:
    …
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import proofs
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM861"
SEVERITY = Severity.NOTE


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report marks of what is done without a document that can be found."""
    for one in execution.placed:
        if not one.mark.done:
            continue
        found = [*proofs(one.route, one.mark)]
        if not found:
            hint = Message("name one: “documents: приказ от 12.05.2023 № 5”")
            yield Finding((*one.route, "done"), Message("done, and no document proves it"), hint, one.row)
        elif not any(proof.date or proof.number or proof.link for _place, proof in found):
            message = Message("the document has neither a date nor a number nor a link: it cannot be found")
            yield Finding((*one.route, "documents"), message, row=one.row)
