"""Words of an imported file have no place yet.

`roadmapc import` puts under `unplaced:` what it could not place: a header, a text box, a note behind the signature.
None of it is printed. Write each where it belongs, or delete it if the document can do without; when nothing is left,
delete the key.

Bad:
    unplaced:
      - text: Срок хранения – постоянно
        at: колонтитул

Good:
    unplaced: []
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM434"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report each piece at its line."""
    hint: Message | None = Message("write them where they belong, or delete them")
    for at, _one in enumerate(plan.roadmap.unplaced):
        yield Finding(("unplaced", at), Message("these words of the imported file are printed nowhere"), hint)
        hint = None  # once is enough
