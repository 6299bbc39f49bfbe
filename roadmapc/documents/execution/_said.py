"""What marks say of a row, as far as it was known on the day of a report: results, proofs, reasons, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapc.deadlines import Period
from roadmapc.documents.execution._naming import day_text
from roadmapc.documents.execution._report import Report
from roadmapc.plan.execution import PRINTED, Outside, RowState, Status
from roadmapc.plan.execution.mark_days import day_of, is_known
from roadmapc.plan.execution.moves import Unfit, followed_moves
from roadmapc.plan.execution.placing import PlacedMark
from roadmapc.plan.execution.rows import UnitState
from roadmapc.rendering.prose import pieces
from roadmapc.russian.numerals import agreed_genitive, working_days
from roadmapc.source.model.marks import Moved, Progress, ProvingDocument

DONE = frozenset({Status.DONE, Status.DONE_LATE})
DEVIATIONS = frozenset({Status.DONE_LATE, Status.PARTLY, Status.MISSED, Status.AT_RISK})
"""They want a reason."""
_OVERDUE = frozenset({Status.MISSED, Status.PARTLY})
_GOING_ON = frozenset({Status.OPEN, Status.AT_RISK, Status.MOVED})
_DECIDED = frozenset({Outside.REMOVED, Outside.EXCLUDED})
_MOST_TIMES = 8
"""Times of a row that are told one by one."""


class Said:
    """What is known of one row; `units` are its times that the report tells of."""

    def __init__(self, report: Report, state: RowState) -> None:
        self.report, self.state, self.row = report, state, state.row
        self.as_of, self.days = report.as_of, report.days
        self.units = _told_of(state, self.days)
        self.is_recurring = len(state.units) > 1

    @property
    def goes_on(self) -> bool:
        """Say whether the row is work whose end has not come."""
        if not self.row.is_continuous or self.state.outside not in {None, Outside.GOES_ON}:
            return False
        return any(one.state.status in _GOING_ON for one in self.state.units)

    def words(self) -> Iterator[str]:
        """Yield what was said of the work: of each time, then of the intervals inside the period."""
        if self.is_recurring:
            told = [one for one in self.units if one.state.status is not Status.DONE or self.results(one)]
            yield from (self._time(one) for one in told[:_MOST_TIMES])
            if more := told[_MOST_TIMES:]:
                yield f"… и еще {len(more)}"
            yield from self._since_the_beginning()
        else:
            for one in self.units:
                yield from self.results(one)
                yield from self._decisions(one)
        yield from self._progress()
        delay = sum(one.state.delay for one in self.units)
        if not (self.is_recurring or self.row.is_continuous) and delay and self.state.status in _OVERDUE:
            yield f"Просрочка\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{working_days(delay)}."

    def of_the_work(self) -> tuple[str, ...]:
        """Return what was said of the work alone, without what follows from dates and decisions."""
        return (*(text for one in self.units for text in self.results(one)), *self._progress())

    def _time(self, one: UnitState) -> str:
        assert one.unit.occurrence is not None  # it is one of several times
        told = ". ".join(text.rstrip(".") for text in (*self.results(one), *self._decisions(one)))
        word = f"{one.unit.occurrence.due:%d.%m.%Y}\N{NO-BREAK SPACE}– {PRINTED[one.state.status]}"
        if one.state.done and one.state.status in DONE:
            word += f" {one.state.done:%d.%m.%Y}"
        return f"{word}. {told}." if told else f"{word}."

    def results(self, one: UnitState) -> list[str]:
        """Return what was said of a time, a paragraph a text."""
        found: list[str] = []
        for placed in one.unit.marks:
            mark = placed.mark
            if mark.result and is_known(mark, self.as_of):
                found += [f"{piece.mark} {piece.text}".strip() for piece in pieces(mark.result)]
            if mark.organisations and is_known(mark, self.as_of):
                counts = mark.organisations
                noun = agreed_genitive(counts.of, "организации", "организаций")
                missing = f"; не исполнили: {', '.join(counts.missing)}" if counts.missing else ""
                found.append(f"Исполнили {counts.done} из {counts.of} {noun}{missing}.")
        return found

    def _decisions(self, one: UnitState) -> Iterator[str]:
        for placed in one.unit.marks:
            removed, excluded = placed.mark.removed, placed.mark.excluded
            if one.state.status is Status.REMOVED and removed:
                yield f"{day_text(removed.date)}, {removed.by}."
            if one.state.status is Status.EXCLUDED and excluded:
                number = f" № {excluded.number}" if excluded.number else ""
                yield f"{excluded.act} от {day_text(excluded.date)}{number}."

    def _since_the_beginning(self) -> Iterator[str]:
        """Yield how often it was done of all times that have come, where the period is only a part of them."""
        units = (one for one in self.state.units if one.outside not in _DECIDED)
        come = [one for one in units if one.state.term and one.state.term <= self.as_of]
        if self.report.period and len(come) > len(self.state.counted) and self.state.counted:
            done = sum(min(*one.state.times) for one in come)
            yield f"С начала реализации: {done} из {sum(one.state.times[1] for one in come)}."

    def _progress(self) -> Iterator[str]:
        for one in self._intervals():
            first, last = day_of(one.since), day_of(one.until)
            text = " ".join(one.text.split())
            is_whole = self.report.period and (first, last) == tuple(self.days)
            yield text if is_whole else f"С {first:%d.%m.%Y} по {last:%d.%m.%Y}: {text}"

    def _intervals(self) -> Iterator[Progress]:
        for placed in _marks(self.state.units):
            for one in placed.mark.progress:
                first, last = day_of(one.since), day_of(one.until)
                if first <= min(self.as_of, self.days.last) and last >= self.days.first:
                    yield one

    def done_days(self) -> list[date]:
        """Return the days on which it was done, in order."""
        marks = (placed.mark for one in self.units for placed in one.unit.marks)
        days = {day_of(mark.done) for mark in marks if mark.done}
        return sorted(day for day in days if day <= self.as_of)

    def moved_too_late(self, one: UnitState) -> Iterator[Moved]:
        """Yield the decisions to move a term that were made after it, and do not count."""
        found = followed_moves(one.unit, self.as_of)
        return (followed.move for followed in found if followed.unfit is Unfit.TOO_LATE)

    def documents(self) -> tuple[str, ...]:
        """Return what proves it: documents in words, their links."""
        known = (placed.mark.documents for placed in _marks(self.units) if is_known(placed.mark, self.as_of))
        of_progress = (one.documents for one in self._intervals())
        return tuple(dict.fromkeys(line for some in (*known, *of_progress) for line in self._lines_of(some)))

    def _lines_of(self, documents: Iterable[ProvingDocument]) -> Iterator[str]:
        for one in documents:
            if one.date and day_of(one.date) > self.as_of:
                continue
            yield from (text for text in (document_words(one), one.link) if text)

    def reasons(self) -> tuple[str, ...]:
        """Return why it deviates and what is done about it; of recurring work behind the day of each time."""
        found: list[str] = []
        for one in self.units:
            told = list(self.reasons_of(one))
            at = f"{one.unit.occurrence.due:%d.%m.%Y}: " if self.is_recurring and one.unit.occurrence else ""
            found += [at + text for text in told[:1]] + told[1:]
        return tuple(dict.fromkeys(found))

    def reasons_of(self, one: UnitState) -> Iterator[str]:
        """Yield what was said of why a time deviates, and of what is done about it."""
        for placed in one.unit.marks:
            mark = placed.mark
            if is_known(mark, self.as_of):
                yield from (" ".join(text.split()) for text in (mark.reason, mark.measures) if text)
            if mark.removed and one.state.status is Status.REMOVED:
                yield " ".join(mark.removed.ground.split())
        yield from (" ".join(move.reason.split()) for move in one.state.moves if move.reason)


def _told_of(state: RowState, days: Period) -> tuple[UnitState, ...]:
    """Return the times of a row that a report tells of: those counted, else those that something became of.

    Beside those counted stand those that were removed within the period: nobody would know why they are not there.
    """
    if state.counted:
        return tuple(one for one in state.units if one.outside is None or _is_decided(one, days))
    if len(state.units) <= 1:
        return state.units
    return tuple(one for one in state.units if one.outside not in {Outside.NOT_YET, Outside.GOES_ON})


def _is_decided(one: UnitState, days: Period) -> bool:
    due = one.state.due
    return one.outside in _DECIDED and due is not None and days.first <= due <= days.last


def _marks(units: Iterable[UnitState]) -> Iterator[PlacedMark]:
    """Yield the marks of several times, each once."""
    found = {placed.index: placed for one in units for placed in one.unit.marks}
    yield from found.values()


def document_words(document: ProvingDocument) -> str:
    """Return a document in words: «приказ от 12.05.2023 № 01-07/39»."""
    parts = (
        document.kind or "",
        f"от {day_text(document.date)}" if document.date else "",
        f"№ {document.number}" if document.number else "",
    )
    return " ".join(part for part in parts if part)
