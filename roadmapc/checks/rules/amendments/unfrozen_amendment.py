"""An amending act is listed, and its text is not kept.

The last edition is older than the act: what changes from now on cannot be told from what the act has signed, and
reports count by the old text. `roadmapc freeze` keeps the new one.

Bad:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    amendments:
      - {kind: приказ, date: 11.04.2022, number: 32}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    approval: {act: приказом управления, date: 10.01.2022, number: 5}

Good:
    …
    # ---- editions/a/2022-04-11-32.yaml
    edition: {kind: приказ, date: 11.04.2022, number: 32, digest: …}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM875"
SEVERITY = Severity.WARNING


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each act behind that of the last edition."""
    for at, act in signed.unkept:
        message = Message(
            "no edition is kept of the {kind} of {day}: the last one is older", kind=act.kind, day=act.date
        )
        hint = Message("keep the text as that act has made it: roadmapc freeze {file}", file=signed.file)
        yield Finding(("amendments", at), message, hint)
