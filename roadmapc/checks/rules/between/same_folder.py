"""Two files would be built into one folder.

The folder of built documents is named by `id:`, else by the file's name; letters' case makes no folder of its own. The
documents of one roadmap would stand in the place of the other's, so `build` refuses both.

Bad:
    id: plan
    # ---- b.yaml
    id: Plan
    municipality: {name: Соседний район}

Good:
    …
    id: sosedny
    municipality: {name: Соседний район}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.checks.finding import Finding
from roadmapc.checks.summary import RoadmapSummary
from roadmapc.diagnostics import Message, Severity

CODE = "RM804"
SEVERITY = Severity.ERROR


def compare(summaries: Sequence[RoadmapSummary]) -> Iterator[tuple[int, Finding]]:
    """Report each later file of a folder, with the first one."""
    seen: dict[str, RoadmapSummary] = {}
    for at, summary in enumerate(summaries):
        first = seen.setdefault(summary.id.casefold(), summary)
        if first is not summary:
            message = Message("{file} would be built into the same folder", file=first.file)
            yield at, Finding(("id",), message, Message("set “id:” in one of them"))
