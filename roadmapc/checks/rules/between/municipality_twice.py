"""Two files speak of one municipality at one time.

Their periods overlap and their kinds are the same: the later one replaces the earlier one, or somebody else's name was
left in a copied file.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    document: {kind: дорожная карта, title: Дорожная карта поддержки школ, period: 2022-2025}

Good:
    …
    document: {kind: программа, title: Программа поддержки школ, period: 2022-2025}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roadmapc.checks.finding import Finding
from roadmapc.checks.summary import MunicipalityName, RoadmapSummary
from roadmapc.diagnostics import Message, Severity
from roadmapc.russian.stems import plain

CODE = "RM802"
SEVERITY = Severity.NOTE


def compare(summaries: Sequence[RoadmapSummary]) -> Iterator[tuple[int, Finding]]:
    """Report each later file whose municipality and kind an earlier one of an overlapping period has."""
    seen: dict[tuple[MunicipalityName, str], list[RoadmapSummary]] = defaultdict(list)
    for at, summary in enumerate(summaries):
        known = seen[summary.municipality_name, plain(summary.kind)]
        other = next((one for one in known if one.overlaps(summary) and one.identity != summary.identity), None)
        if other:
            message = Message("{file} speaks of the same municipality at the same time", file=other.file)
            yield at, Finding(("municipality", "name"), message)
        known.append(summary)
