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
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: umo, result: Справка}
    # ---- owners.yaml
    owners: {umo: Руководитель УМО}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.checks._finding import Finding
from roadmapc.checks._likeness import plain
from roadmapc.diagnostics import Message, Severity
from roadmapc.model import Owner
from roadmapc.plan import Plan

CODE = "RM803"
SEVERITY = Severity.WARNING


def compare(plans: Sequence[Plan]) -> Iterator[tuple[Plan, Finding]]:
    """Report each entry that differs from the shared one, or from an earlier file of the same municipality."""
    seen: dict[tuple[str, str], tuple[str, Owner]] = {}
    for plan in plans:
        shared = plan.directory
        for alias, owner in plan.roadmap.owners.items():
            others = [(shared.source.name, shared.owners[alias])] if shared and alias in shared.owners else []
            known = seen.setdefault((plain(plan.municipality), alias), (plan.tree.source.name, owner))
            for file, other in [*others, known]:
                if _differ(owner, other):
                    message = Message(
                        "{file} gives “{alias}” as “{owner}”", file=file, alias=alias, owner=_words(other)
                    )
                    yield plan, Finding(("owners", alias), message)
                    break


def _differ(one: Owner, other: Owner) -> bool:
    return one.post != other.post or bool(one.name and other.name and one.name != other.name)


def _words(owner: Owner) -> str:
    return f"{owner.post}, {owner.name}" if owner.name else owner.post
