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

from roadmapc.checks.card import Card, Place
from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.russian.stems import plain

CODE = "RM802"
SEVERITY = Severity.NOTE


def compare(cards: Sequence[Card]) -> Iterator[tuple[int, Finding]]:
    """Report each later file whose municipality and kind an earlier one of an overlapping period has."""
    seen: dict[tuple[Place, str], list[Card]] = defaultdict(list)
    for at, card in enumerate(cards):
        known = seen[card.place, plain(card.kind)]
        other = next((one for one in known if one.overlaps(card) and one.identity != card.identity), None)
        if other:
            message = Message("{file} speaks of the same municipality at the same time", file=other.file)
            yield at, Finding(("municipality", "name"), message)
        known.append(card)
