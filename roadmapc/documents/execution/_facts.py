"""What the cells of a report say of a row: its term, when and how it was done, the proof, the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._table import NO_TEXT
from roadmapc.documents.execution._naming import day_text
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._said import DEVIATIONS, DONE, Said
from roadmapc.plan import Row
from roadmapc.plan.execution import PRINTED, Outside, RowState, Status
from roadmapc.source.model.marks import Moved

NO_SENSE = "х"
"""Stands in cells that cannot have a value: the work is reported in the rows below."""
BLANK = "____________"
"""Stands where something is owed and was not said."""
_MOST_DAYS = 8
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A row of a report, a text a line in each cell; `is_parent` tells that the rows below it are reported instead.

    `status` is its word, `words` what was said of it.
    """

    number: str
    activity: str
    term: Lines
    owners: Lines
    done: Lines
    status: str
    words: Lines
    documents: Lines
    reasons: Lines
    is_parent: bool = False


@dataclass(frozen=True, slots=True)
class Unfilled:
    """What a row owes and does not say: «reason», «document» or «progress»."""

    row: Row
    what: str


def fact_view(report: Report, state: RowState) -> FactView:
    """Return what a report says of a row."""
    row, said = state.row, Said(report, state)
    number, activity = row.number or NO_TEXT, row.text.strip()
    owners = tuple(dict.fromkeys(one.text for one in row.assignees)) or (NO_TEXT,)
    if state.outside is Outside.PARENT:
        none = (NO_SENSE,)
        return FactView(number, activity, term_lines(said), owners, none, NO_SENSE, (), none, none, is_parent=True)
    return FactView(
        number=number,
        activity=activity,
        term=term_lines(said),
        owners=owners,
        done=_done_lines(said),
        status=_status(said),
        words=tuple(said.words()),
        documents=document_lines(said),
        reasons=reason_lines(said),
    )


def unfilled(report: Report) -> Iterator[Unfilled]:
    """Yield what rows of a report owe: blanks are left for it."""
    for state in report.rows:
        if state.outside is Outside.PARENT:
            continue
        said = Said(report, state)
        if any(line.endswith(BLANK) for line in reason_lines(said)):
            yield Unfilled(state.row, "reason")
        if document_lines(said) == (BLANK,):
            yield Unfilled(state.row, "document")
        if state.outside is Outside.GOES_ON:
            yield Unfilled(state.row, "progress")


def term_lines(said: Said) -> Lines:
    """Return the roadmap's own words, and below them every decision to move the term."""
    row = said.row
    words = [one.deadline_text for one in (row, *row.later) if one.deadline_text]
    above = said.report.plan.row_at(row.route[:-2]) if not words and "deadline" in row.inherits else None
    if above and above.deadline_text:
        words = [above.deadline_text]
    return (*(" ".join(one.split()) for one in words), *_moves(said)) or (NO_TEXT,)


def _moves(said: Said) -> Iterator[str]:
    for one in said.state.units:
        at = f"{one.unit.occurrence.due:%d.%m.%Y} " if said.is_recurring and one.unit.occurrence else ""
        for move in one.state.moves:
            yield f"{at}перенесен на {day_text(move.to)} ({_act_lines(move)})"
        for move in said.moved_too_late(one):
            yield f"{at}перенос на {day_text(move.to)} решен после срока ({_act_lines(move)})"


def _act_lines(move: Moved) -> str:
    """Return the deciding act; its number begins a line, for a narrow column would part it at its hyphens."""
    number = f"\n№ {move.number}" if move.number else ""
    return f"{move.act} от {day_text(move.date)}{number}"


def _done_lines(said: Said) -> Lines:
    found = said.done_days()
    if len(found) > _MOST_DAYS:
        return (f"с {found[0]:%d.%m.%Y} по {found[-1]:%d.%m.%Y}",)
    return tuple(f"{day:%d.%m.%Y}" for day in found) or (NO_TEXT,)


def _status(said: Said) -> str:
    """Return the word of the status, with what it is to be understood by."""
    state = said.state
    if said.goes_on:
        return "Исполняется" if state.outside is None else "Исполняется, сведения не представлены"
    word = PRINTED[state.status] if state.status else NO_TEXT
    if state.outside is Outside.UNDATED and state.status is Status.OPEN:
        word = "без установленного срока"
    if said.is_recurring and (state.counted or state.status in DONE):
        done, times = state.done_times
        word += f" ({done} из {times})" if state.status in DONE else f" (исполнено {done} из {times})"
    if state.outside is Outside.EARLIER:
        word += " (до отчетного периода)"
    if state.outside is Outside.EARLY:
        word += " (досрочно)"
    return word[0].upper() + word[1:]


def document_lines(said: Said) -> Lines:
    """Return what proves it; a blank for what is done and not proved, a dash where nothing is to be."""
    is_done = any(one.state.status in DONE for one in said.units) if said.is_recurring else said.state.status in DONE
    is_owed = is_done and not said.goes_on
    return said.documents() or ((BLANK,) if is_owed else (NO_TEXT,))


def reason_lines(said: Said) -> Lines:
    """Return why it deviates and what is done about it; a blank where that is owed, a dash where nothing is.

    Of recurring work each time that deviates without a word has a blank of its own.
    """
    owed = [one for one in said.units if one.state.status in DEVIATIONS and not any(said.reasons_of(one))]
    told = said.reasons()
    if not (told and owed):
        return told or ((BLANK,) if owed else (NO_TEXT,))
    days = (one.unit.occurrence.due for one in owed if one.unit.occurrence)
    return (*told, *(f"{day:%d.%m.%Y}: {BLANK}" for day in days))
