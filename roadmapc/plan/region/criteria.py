"""The form «Позиция оценивания · Ссылка 1–5»: positions of a pack, filled with public links of what proves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from roadmapc.plan.execution import RowState
from roadmapc.plan.plan import Plan
from roadmapc.plan.region.cycle import LinkOf, words_of
from roadmapc.plan.region.proofs import proofs_of, public_links
from roadmapc.russian.stems import stems
from roadmapc.source.model.criteria import Position

SHIPPED = Path(__file__).with_name("methodical-work.yaml")
"""Positions on methodical work, for regions that have none of their own."""


def filled(
    position: Position, cycle: Sequence[LinkOf], plan: Plan, states: Sequence[RowState], as_of: date
) -> tuple[str, ...]:
    """Return all public links of documents that prove a position; the form has room for five of them."""
    if not position.proved_by:
        return next(one.links for one in cycle if one.link == position.component)
    wanted = [frozenset(stems(words)) for words in position.proved_by]
    documents = []
    for state in states:
        about = {*stems(words_of(plan, state))}
        for one in proofs_of(state, as_of):
            said = about | {*stems((one.kind or "").lower())}
            documents += [one] if any(words <= said for words in wanted) else []
    return public_links(documents)
