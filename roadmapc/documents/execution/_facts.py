"""What the cells of a report say of a row: its term, when and how it was done, the proof, the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.documents._table import NO_TEXT
from roadmapc.documents.execution._naming import day_text
from roadmapc.documents.execution._report import Report
from roadmapc.plan import Row
from roadmapc.plan.execution import PRINTED, Outside, RowState, Status
from roadmapc.plan.execution.placing import PlacedMark
from roadmapc.plan.execution.rows import UnitState
from roadmapc.plan.execution.statuses import day_of
from roadmapc.rendering.prose import pieces
from roadmapc.russian.numerals import agreed_genitive, working_days
from roadmapc.source.model.marks import ExecutionMark, Moved, Progress, ProvingDocument

NO_SENSE = "х"
"""Stands in cells that cannot have a value: the work is reported in the rows below."""
BLANK = "____________"
"""Stands where something is owed and was not said."""
DEVIATIONS = frozenset({Status.DONE_LATE, Status.PARTLY, Status.MISSED, Status.AT_RISK})
"""They want a reason."""
_DONE = frozenset({Status.DONE, Status.DONE_LATE})
_MOST_TIMES = 8
"""Times of a row that are told one by one."""
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
    return Facts(report, state).view()


def unfilled(report: Report) -> Iterator[Unfilled]:
    """Yield what rows of a report owe: blanks are left for it."""
    for state in report.rows:
        yield from Facts(report, state).unfilled()


class Facts:
    """What is known of one row by the day of the report."""

    def __init__(self, report: Report, state: RowState) -> None:
        self.report, self.state, self.row = report, state, state.row
        self.as_of, self.days = report.as_of, report.days
        self.units = _told(state)
        self.is_recurring = len(state.units) > 1

    def view(self) -> FactView:
        """Return the row's cells."""
        row = self.row
        number, activity = row.number or NO_TEXT, row.text.strip()
        owners = tuple(dict.fromkeys(one.text for one in row.assignees)) or (NO_TEXT,)
        if self.state.outside is Outside.PARENT:
            none = (NO_SENSE,)
            return FactView(number, activity, self.term(), owners, none, NO_SENSE, (), none, none, is_parent=True)
        return FactView(
            number=number,
            activity=activity,
            term=self.term(),
            owners=owners,
            done=self.done(),
            status=self.status(),
            words=tuple(self.words()),
            documents=self.documents(),
            reasons=self.reasons(),
        )

    def unfilled(self) -> Iterator[Unfilled]:
        """Yield what is owed and was not said."""
        if self.state.outside is Outside.PARENT:
            return
        if self.reasons() == (BLANK,):
            yield Unfilled(self.row, "reason")
        if self.documents() == (BLANK,):
            yield Unfilled(self.row, "document")
        if self.state.outside is Outside.GOES_ON:
            yield Unfilled(self.row, "progress")

    def term(self) -> Lines:
        """Return the roadmap's own words, and below them every decision to move the term."""
        plan = self.report.plan
        words = [one.deadline_text for one in (self.row, *self.row.later) if one.deadline_text]
        above = plan.row_at(self.row.route[:-2]) if not words and "deadline" in self.row.inherits else None
        if above:
            words = [above.deadline_text]
        return (*(" ".join(one.split()) for one in words), *self._moves()) or (NO_TEXT,)

    def _moves(self) -> Iterator[str]:
        for one in self.state.units:
            at = f"{one.unit.occurrence.due:%d.%m.%Y} " if self.is_recurring and one.unit.occurrence else ""
            for move in one.state.moves:
                yield f"{at}перенесен на {day_text(move.to)} ({_act_lines(move)})"
            for move in self._too_late(one):
                yield f"{at}перенос на {day_text(move.to)} решен после срока ({_act_lines(move)})"

    def _too_late(self, one: UnitState) -> Iterator[Moved]:
        known = (move for placed in one.unit.marks for move in placed.mark.moved if day_of(move.date) <= self.as_of)
        return (move for move in known if move not in one.state.moves)

    def done(self) -> Lines:
        """Return the days on which it was done."""
        found = sorted({day for one in self.units for day in self._done_days(one)})
        if len(found) > _MOST_TIMES:
            return (f"с {found[0]:%d.%m.%Y} по {found[-1]:%d.%m.%Y}",)
        return tuple(f"{day:%d.%m.%Y}" for day in found) or (NO_TEXT,)

    def _done_days(self, one: UnitState) -> Iterator[date]:
        for placed in one.unit.marks:
            if placed.mark.done and (day := day_of(placed.mark.done)) <= self.as_of:
                yield day

    def status(self) -> str:
        """Return the word of the status, with what it is to be understood by."""
        state = self.state
        word = PRINTED[state.status] if state.status else NO_TEXT
        if self._goes_on():
            return "Исполняется" if state.outside is None else "Исполняется, сведения не представлены"
        if state.outside is Outside.UNDATED and state.status is Status.OPEN:
            word = "без установленного срока"
        if self.is_recurring and (state.counted or state.status in _DONE):
            done, times = state.done_times
            word += f" ({done} из {times})" if state.status in _DONE else f" (исполнено {done} из {times})"
        if state.outside is Outside.EARLIER:
            word += " (до отчетного периода)"
        if state.outside is Outside.EARLY:
            word += " (досрочно)"
        return word[0].upper() + word[1:]

    def _goes_on(self) -> bool:
        """Say whether the row is work whose end has not come."""
        if not self.row.is_continuous or self.state.outside not in {None, Outside.GOES_ON}:
            return False
        return any(one.state.status in {Status.OPEN, Status.AT_RISK, Status.MOVED} for one in self.state.units)

    def words(self) -> Iterator[str]:
        """Yield what was said of the work: of each time, then of the intervals inside the period."""
        told = [one for one in self.units if one.state.status is not Status.DONE or self._results(one)]
        if self.is_recurring:
            for one in told[:_MOST_TIMES]:
                yield self._time(one)
            if more := told[_MOST_TIMES:]:
                yield f"… и еще {len(more)}"
            yield from self._since_the_beginning()
        else:
            for one in self.units:
                yield from self._results(one)
                yield from self._decisions(one)
                if one.state.delay and one.state.status in {Status.MISSED, Status.PARTLY}:
                    yield f"Просрочка – {working_days(one.state.delay)}."
        yield from self._progress()

    def _time(self, one: UnitState) -> str:
        assert one.unit.occurrence is not None  # it is one of several times
        told = ". ".join(text.rstrip(".") for text in (*self._results(one), *self._decisions(one)))
        word = f"{one.unit.occurrence.due:%d.%m.%Y} – {PRINTED[one.state.status]}"
        if one.state.done and one.state.status in _DONE:
            word += f" {one.state.done:%d.%m.%Y}"
        return f"{word}. {told}." if told else f"{word}."

    def _results(self, one: UnitState) -> list[str]:
        found: list[str] = []
        for placed in one.unit.marks:
            mark = placed.mark
            if not self._is_known(mark):
                continue
            if mark.result:
                found += [f"{piece.mark} {piece.text}".strip() for piece in pieces(mark.result)]
            if mark.organisations:
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
        come = [one for one in self.state.units if one.state.term and one.state.term <= self.as_of]
        if self.report.period and len(come) > len(self.state.counted) and self.state.counted:
            done = sum(min(*one.state.times) for one in come)
            yield f"С начала реализации: {done} из {sum(one.state.times[1] for one in come)}."

    def _progress(self) -> Iterator[str]:
        for one in self._intervals():
            first, last = day_of(one.since), day_of(one.until)
            text = " ".join(one.text.split())
            whole = self.report.period and (first, last) == tuple(self.days)
            yield text if whole else f"С {first:%d.%m.%Y} по {last:%d.%m.%Y}: {text}"

    def _intervals(self) -> Iterator[Progress]:
        for placed in _marks(self.state.units):
            for one in placed.mark.progress:
                first, last = day_of(one.since), day_of(one.until)
                if first <= min(self.as_of, self.days.last) and last >= self.days.first:
                    yield one

    def _is_known(self, mark: ExecutionMark) -> bool:
        """Say whether what a mark tells had been done and said by the day of the report."""
        days = [day_of(text) for text in (mark.done, mark.reported) if text]
        return all(day <= self.as_of for day in days)

    def documents(self) -> Lines:
        """Return what proves it; a blank for what is done and not proved."""
        found: dict[str, None] = {}
        for placed in _marks(self.units):
            if self._is_known(placed.mark):
                found |= dict.fromkeys(self._lines_of(placed.mark.documents))
        for one in self._intervals():
            found |= dict.fromkeys(self._lines_of(one.documents))
        if found:
            return tuple(found)
        is_owed = self.state.status in _DONE and not self._goes_on()
        return (BLANK,) if is_owed else (NO_TEXT,)

    def _lines_of(self, documents: Iterable[ProvingDocument]) -> Iterator[str]:
        for one in documents:
            if one.date and day_of(one.date) > self.as_of:
                continue
            if words := document_words(one):
                yield words
            if one.link:
                yield one.link

    def reasons(self) -> Lines:
        """Return why it deviates and what is done about it; a blank where that is owed, a dash where nothing is."""
        found: list[str] = []
        owed = False
        for one in self.units:
            told = list(self.reasons_of(one))
            owed = owed or (one.state.status in DEVIATIONS and not told)
            at = f"{one.unit.occurrence.due:%d.%m.%Y}: " if self.is_recurring and one.unit.occurrence else ""
            found += [at + text for text in told[:1]] + told[1:]
        if found:
            return tuple(dict.fromkeys(found))
        return (BLANK,) if owed else (NO_TEXT,)

    def reasons_of(self, one: UnitState) -> Iterator[str]:
        """Yield what was said of why a time deviates, and of what is done about it."""
        for placed in one.unit.marks:
            mark = placed.mark
            if self._is_known(mark):
                yield from (" ".join(text.split()) for text in (mark.reason, mark.measures) if text)
            if mark.removed and one.state.status is Status.REMOVED:
                yield " ".join(mark.removed.ground.split())
        yield from (" ".join(move.reason.split()) for move in one.state.moves if move.reason)


def _told(state: RowState) -> tuple[UnitState, ...]:
    """Return the times of a row that a report tells of: those counted, else those that something became of."""
    if state.counted or len(state.units) <= 1:
        return state.counted or state.units
    return tuple(one for one in state.units if one.outside not in {Outside.NOT_YET, Outside.GOES_ON})


def _marks(units: Iterable[UnitState]) -> Iterator[PlacedMark]:
    """Yield the marks of several times, each once."""
    seen: set[int] = set()
    for one in units:
        for placed in one.unit.marks:
            if placed.index not in seen:
                seen.add(placed.index)
                yield placed


def _act_lines(move: Moved) -> str:
    """Return the deciding act; its number begins a line, for a narrow column would part it at its hyphens."""
    number = f"\n№ {move.number}" if move.number else ""
    return f"{move.act} от {day_text(move.date)}{number}"


def document_words(document: ProvingDocument) -> str:
    """Return a document in words: «приказ от 12.05.2023 № 01-07/39»."""
    parts = (
        document.kind or "",
        f"от {day_text(document.date)}" if document.date else "",
        f"№ {document.number}" if document.number else "",
    )
    return " ".join(part for part in parts if part)
