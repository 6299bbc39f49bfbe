"""A kept edition is not what it was when it was written.

An edition is the signed text: nobody edits it. Its digest tells that somebody has. Bring the file back from the
history; what was really signed otherwise is frozen anew.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: 0cc175b9c0f1b6a8}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM876"
SEVERITY = Severity.ERROR


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each edition, of whatever roadmap, whose digest is not that of its content."""
    for one in (*signed.editions.kept, *signed.editions.foreign):
        if not one.file.is_whole:
            message = Message("the edition was changed after it was kept: its digest is another")
            hint = Message("bring the signed text back from the history of the file; nobody edits it")
            yield Finding(("edition", "digest"), message, hint, within=one.plan)
