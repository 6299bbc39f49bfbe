"""Two directories give one owner differently.

An alias of the shared `owners.yaml` is written anew with another post or person, or two files of one municipality do
not agree on it: the documents of one office name different people.

Bad:
    owners: {umo: Начальник УМО}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: umo, result: Справка}
    # ---- owners.yaml
    owners: {umo: Руководитель УМО}

Good:
    sections:
    …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.checks.finding import Finding
from roadmapc.checks.summary import MunicipalityName, RoadmapSummary, Who
from roadmapc.diagnostics import Message, Severity

CODE = "RM803"
SEVERITY = Severity.WARNING


def compare(summaries: Sequence[RoadmapSummary]) -> Iterator[tuple[int, Finding]]:
    """Report each entry that differs from the shared one, or from an earlier file of the same municipality."""
    seen: dict[tuple[MunicipalityName, str], tuple[str, Who]] = {}
    for at, summary in enumerate(summaries):
        for alias, who in summary.owners.items():
            shared = [(summary.directory, summary.shared[alias])] if alias in summary.shared else []
            known = seen.setdefault((summary.municipality_name, alias), (summary.file, who))
            for file, other in [*shared, known]:
                if _differ(who, other):
                    message = Message("{file} gives “{alias}” as “{owner}”", file=file, alias=alias, owner=str(other))
                    yield at, Finding(("owners", alias), message)
                    break


def _differ(one: Who, other: Who) -> bool:
    return one.post != other.post or bool(one.person and other.person and one.person != other.person)
