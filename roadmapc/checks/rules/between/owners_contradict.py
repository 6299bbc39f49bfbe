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

from roadmapc.checks.card import Card, Place, Who
from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity

CODE = "RM803"
SEVERITY = Severity.WARNING


def compare(cards: Sequence[Card]) -> Iterator[tuple[int, Finding]]:
    """Report each entry that differs from the shared one, or from an earlier file of the same municipality."""
    seen: dict[tuple[Place, str], tuple[str, Who]] = {}
    for at, card in enumerate(cards):
        for alias, who in card.owners.items():
            shared = [(card.directory, card.shared[alias])] if alias in card.shared else []
            known = seen.setdefault((card.place, alias), (card.file, who))
            for file, other in [*shared, known]:
                if _differ(who, other):
                    message = Message("{file} gives “{alias}” as “{owner}”", file=file, alias=alias, owner=str(other))
                    yield at, Finding(("owners", alias), message)
                    break


def _differ(one: Who, other: Who) -> bool:
    return one.post != other.post or bool(one.person and other.person and one.person != other.person)
