"""The same document stands in two files.

Two roadmaps of one municipality have the same title and the same period: one is a copy, and only one of them will be
kept up.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    document: {kind: дорожная карта, title: Дорожная карта развития служб., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    municipality: {name: Соседний район}
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.checks._finding import Finding
from roadmapc.checks._identity import identity
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM801"
SEVERITY = Severity.WARNING


def compare(plans: Sequence[Plan]) -> Iterator[tuple[Plan, Finding]]:
    """Report each later copy, with the file that has the first."""
    seen: dict[object, Plan] = {}
    for plan in plans:
        first = seen.setdefault(identity(plan), plan)
        if first is not plan:
            message = Message("the same document as in {file}", file=first.tree.source.name)
            yield plan, Finding(("document",), message, key=True)
