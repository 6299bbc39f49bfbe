"""The documents that prove what marks say of a row, and the marks themselves, as far as they were known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapc.plan.execution import Execution, RowState
from roadmapc.plan.execution.mark_days import day_of, is_known
from roadmapc.source.model.marks import ExecutionMark, ProvingDocument
from roadmapc.source.public_links import link_fault


def known_marks(execution: Execution, as_of: date) -> Iterator[ExecutionMark]:
    """Yield the marks whose content was known on a day, those of dropped rows too."""
    marks = (*(one.mark for one in execution.placed), *(mark for _index, mark in execution.excluded))
    return (mark for mark in marks if is_known(mark, as_of))


def proofs_of(state: RowState, as_of: date) -> Iterator[ProvingDocument]:
    """Yield the documents of a row in the order of its marks, each mark once."""
    placed = {one.index: one.mark for unit in state.units for one in unit.unit.marks}
    for mark in placed.values():
        some = [mark.documents] if is_known(mark, as_of) else []
        some += [one.documents for one in mark.progress if day_of(one.until) <= as_of]
        for document in (one for documents in some for one in documents):
            if not document.date or day_of(document.date) <= as_of:
                yield document


def public_links(documents: Iterable[ProvingDocument]) -> tuple[str, ...]:
    """Return the links that anybody can open, each once: a region judges by nothing else."""
    links = (one.link for one in documents if one.link and link_fault(one.link) is None)
    return tuple(dict.fromkeys(links))
