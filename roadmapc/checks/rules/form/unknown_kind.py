"""The approval word cannot be taken from the kind of the document.

«УТВЕРЖДЕНА» agrees with the document: карта, программа; «УТВЕРЖДЕН»: план, график. For other nouns write the word
yourself: `approval: {word: УТВЕРЖДЕНО, …}`.

Bad:
    document: {kind: альманах, title: Альманах, period: 2021-2024}
    approval: {act: приказом управления, date: 20.10.2021, number: 1}

Good:
    document: {kind: альманах, title: Альманах, period: 2021-2024}
    approval: {word: УТВЕРЖДЕН, act: приказом управления, date: 20.10.2021, number: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.agreement import approval_word

CODE = "RM407"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report an approval block in form II whose word is not known."""
    approval, kind = plan.roadmap.approval, plan.roadmap.document.kind
    if approval and not approval.by and approval.form == "II" and not approval.word and approval_word(kind) is None:
        message = Message("“{kind}”: УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО or УТВЕРЖДЕНЫ?", kind=kind)
        yield Finding(("document", "kind"), message, Message("write it: “approval: {{word: …}}”"))
