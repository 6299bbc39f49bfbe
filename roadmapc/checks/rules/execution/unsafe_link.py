"""A link is no public address.

Whoever reads the report opens it to see the proof. A path on a disk, an address inside the office's network or one with
a password in it shows him nothing, or more than it should. Publish the document, and give its address on the site.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: [{kind: справка, date: 27.05.2022, number: 5, link: 'http://192.168.0.7/spravka.pdf'}]

Good:
    …
        documents: [{kind: справка, date: 27.05.2022, number: 5, link: 'https://uo.edu.ru/spravka.pdf'}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import all_marks, proofs
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution
from roadmapc.source.public_links import link_fault

CODE = "RM860"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report links of documents that are no public addresses of http or https."""
    for route, mark in all_marks(execution):
        for place, proof in proofs(route, mark):
            if proof.link and (fault := link_fault(proof.link)):
                hint = Message("give the address at which everyone can open the document: https://…")
                yield Finding((*place, "link"), fault, hint)
