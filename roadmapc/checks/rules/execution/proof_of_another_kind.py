"""A row promises one kind of document, and another one proves it.

The plan promises an order, and the mark names minutes: whoever checks asks for the order. Name the promised document
too, or say in the words of the mark why there is none.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: протокол от 27.05.2022 № 5

Good:
    …
        documents: [протокол от 27.05.2022 № 5, справка от 27.05.2022 № 7]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._document_kinds import is_of_kind, promised_kinds
from roadmapc.checks.rules._marks import proofs
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM858"
SEVERITY = Severity.WARNING


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report what is done and proved by documents of other kinds than the result that the row promises."""
    for one in execution.placed:
        if not one.mark.done or not (promised := promised_kinds(one.row.result)):
            continue
        found = [*proofs(one.route, one.mark)]
        kinds = [proof.kind for _place, proof in found if proof.kind]
        if not found or len(kinds) < len(found):  # without a kind nobody knows which it is
            continue
        if not any(is_of_kind(kind, stem) for kind in kinds for stem in promised):
            message = Message(
                "the result promised is “{promised}”, proved by “{kinds}”",
                promised=", ".join(promised.values()),
                kinds=", ".join(dict.fromkeys(kinds)),
            )
            yield Finding(found[0][0], message, Message("name the promised document, too"), one.row)
