"""The matrix of the management cycle: what of each link a municipality has, a row, a document, a public link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapc.plan.cycle import DONE, LINKS, speaks_of
from roadmapc.plan.execution import Outside, RowState
from roadmapc.plan.plan import Plan
from roadmapc.plan.region.proofs import proofs_of, public_links

_PARTS = frozenset({"preface", "passport", "sections", "table", "tables"})
"""Keys of the texts in which a link may be named without a row of its own."""


@dataclass(frozen=True, slots=True)
class LinkOf:
    """A link of the cycle in one municipality: how many rows speak of it, how many documents prove them, public links.

    `is_named` says that any text before the table does, though perhaps no row.
    """

    link: str
    is_named: bool
    rows: int
    documents: int
    links: tuple[str, ...]


def links_of(plan: Plan, states: Sequence[RowState], as_of: date) -> Iterator[LinkOf]:
    """Yield the links of a plan's cycle, in their order."""
    texts = [(state, words_of(plan, state)) for state in states]
    named = "\0".join(words for printed, words in plan.printed_texts.texts() if printed.route[0] in _PARTS).lower()
    for link in LINKS:
        rows = [state for state, text in texts if speaks_of(link, text)]
        documents = [one for state in rows for one in proofs_of(state, as_of)]
        is_named = bool(rows) or (link not in DONE and speaks_of(link, named))
        yield LinkOf(link, is_named, len(rows), len(documents), public_links(documents))


def words_of(plan: Plan, state: RowState) -> str:
    """Return what a row is about, in small letters: its section's title, its activity and its result.

    Of a row with others below it there is nothing: they are done, and prove it.
    """
    if state.outside is Outside.PARENT:
        return ""
    row, section = state.row, plan.sections[state.row.section]
    return f"{section.title}\0{row.text}\0{row.result}".lower()
