"""The same document stands in two files.

Two roadmaps of one municipality have the same title and the same period: one is a copy, and only one of them will be
kept up.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    document: {kind: дорожная карта, title: Дорожная карта развития «служб», period: 2021-2024}

Good:
    …
    municipality: {name: Соседний район}
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.checks.finding import Finding
from roadmapc.checks.summary import RoadmapSummary
from roadmapc.diagnostics import Message, Severity

CODE = "RM801"
SEVERITY = Severity.WARNING


def compare(summaries: Sequence[RoadmapSummary]) -> Iterator[tuple[int, Finding]]:
    """Report each later copy, with the file that has the first."""
    seen: dict[object, RoadmapSummary] = {}
    for at, summary in enumerate(summaries):
        first = seen.setdefault(summary.identity, summary)
        if first is not summary:
            yield at, Finding(("document",), Message("the same document as in {file}", file=first.file), key=True)
