"""Two files speak of one municipality at one time.

Their periods overlap and their kinds are the same: the later one replaces the earlier one, or somebody else's name was
left in a copied file.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    document: {kind: дорожная карта, title: Дорожная карта поддержки школ, period: 2022-2025}

Good:
    document: {kind: дорожная карта, title: Дорожная карта развития служб, period: 2021-2024}
    # ---- b.yaml
    document: {kind: программа, title: Программа поддержки школ, period: 2022-2025}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roadmapc.checks._finding import Finding
from roadmapc.checks._identity import identity
from roadmapc.checks._likeness import plain
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM802"
SEVERITY = Severity.NOTE


def compare(plans: Sequence[Plan]) -> Iterator[tuple[Plan, Finding]]:
    """Report each later file whose municipality and kind an earlier one of an overlapping period has."""
    seen: dict[tuple[str, str], list[Plan]] = defaultdict(list)
    for plan in plans:
        known = seen[plain(plan.municipality), plain(plan.roadmap.document.kind)]
        other = next((one for one in known if _overlap(one, plan) and identity(one) != identity(plan)), None)
        if other:
            message = Message("{file} speaks of the same municipality at the same time", file=other.tree.source.name)
            yield plan, Finding(("municipality", "name"), message)
        known.append(plan)


def _overlap(one: Plan, other: Plan) -> bool:
    if one.period is None or other.period is None:
        return False
    return one.period.first <= other.period.last and other.period.first <= one.period.last
