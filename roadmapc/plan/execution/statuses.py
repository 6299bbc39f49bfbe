"""The status of a time at which a row is due, on a day: computed from marks and the term in force, never typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmapc.diagnostics import Message
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.execution.moves import FollowedMove, Unfit, act_words, followed_moves
from roadmapc.plan.execution.placing import Unit
from roadmapc.russian.calendar import Calendar
from roadmapc.source.model.marks import ExecutionMark, Moved, Organisations


class Status(StrEnum):
    """What became of a row: the first six but PARTLY follow from dates; PARTLY and AT_RISK are said by a person."""

    DONE = "done"
    DONE_LATE = "done-late"
    PARTLY = "partly"
    MISSED = "missed"
    AHEAD = "ahead"
    OPEN = "open"
    MOVED = "moved"
    REMOVED = "removed"
    EXCLUDED = "excluded"
    AT_RISK = "at-risk"


PRINTED: dict[Status, str] = {
    Status.DONE: "исполнено",
    Status.DONE_LATE: "исполнено с нарушением срока",
    Status.PARTLY: "исполнено частично",
    Status.MISSED: "не исполнено",
    Status.AHEAD: "срок не наступил",
    Status.OPEN: "в работе",
    Status.MOVED: "срок перенесен",
    Status.REMOVED: "снято с контроля",
    Status.EXCLUDED: "исключено",
    Status.AT_RISK: "есть риск неисполнения",
}
"""The words of official documents, which are never translated."""
CLOSED = frozenset({Status.DONE, Status.DONE_LATE, Status.REMOVED, Status.EXCLUDED})
"""Nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class State:
    """A status with what it follows from.

    `term` is the last day in force, `due` the printed one; `is_over` says whether the term has passed. `done` is the
    day of (the last) execution, `times` how often it was done of how many times it is due; `delay` are working days
    after the term. `why` explains it, a step a message; `moves` are the decisions in force, the last one last.
    """

    status: Status
    due: date | None
    term: date | None
    is_over: bool = False
    done: date | None = None
    times: tuple[int, int] = (0, 1)
    delay: int = 0
    moves: tuple[Moved, ...] = ()
    why: tuple[Message, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Say whether nothing more is to be done."""
        return self.status in CLOSED

    @property
    def is_late(self) -> bool:
        """Say whether its term has passed and it is not done; on days off after it no working day is lost yet."""
        return self.is_over and not self.is_closed


def state_of(unit: Unit, as_of: date, calendar: Calendar) -> State:
    """Return what became of a unit by the end of a day; what happened later is not known on it."""
    return _Judge(unit, as_of, calendar).state()


class _Judge:
    """Judges one unit on one day; `why` gathers the reasons as they are found."""

    def __init__(self, unit: Unit, as_of: date, calendar: Calendar) -> None:
        self.unit, self.as_of, self.calendar = unit, as_of, calendar
        self.marks: Sequence[ExecutionMark] = [one.mark for one in unit.marks]
        self.due = unit.occurrence.due if unit.occurrence else None
        self.term = self.due
        self.moves: list[Moved] = []
        self.why: list[Message] = []

    def state(self) -> State:
        """Return the state."""
        self._find_term()
        done = sorted(day for mark in self.marks if mark.done and (day := day_of(mark.done)) <= self.as_of)
        times = self.unit.occurrence.times if self.unit.occurrence else 1
        if self.unit.row.is_continuous:
            status = self._continuous(done)
        elif len(done) >= times:
            status = self._done(done[times - 1])
        else:
            if times > 1:
                self.why.append(Message("done {n} times of {times}", n=len(done), times=times))
            status = self._not_done()
        delay = self._delay(status, done)
        last = done[-1] if done else None
        moves = tuple(self.moves)
        is_over = self.term is not None and self.as_of > self.term
        return State(status, self.due, self.term, is_over, last, (len(done), times), delay, moves, tuple(self.why))

    def _find_term(self) -> None:
        """Follow the decisions that were made by the day, each before the term that it moves."""
        if self.due is None:
            self.why.append(Message("the row has no day on which it is due"))
            return
        self.why.append(Message("the term of the plan: {day:%d.%m.%Y}", day=self.due))
        for one in followed_moves(self.unit, self.as_of):
            self.why.append(_moved_words(one))
            if one.unfit is None:
                self.term = one.to
                self.moves.append(one.move)
        if self.term is not None and not self.calendar.is_working(self.term):
            self.why.append(self._day_off(self.term))

    def _day_off(self, term: date) -> Message:
        occurrence = self.unit.occurrence
        own = occurrence is not None and term == occurrence.due
        act_by = occurrence.act_by if occurrence and own else self.calendar.act_by(term)
        if act_by == term:
            return Message("the term is a day off")
        return Message("the term is a day off; by the setting “shift” one acts on {day:%d.%m.%Y}", day=act_by)

    def _done(self, day: date) -> Status:
        self.why.append(Message("done on {day:%d.%m.%Y}", day=day))
        if self.term is None or day <= self.term:
            return Status.DONE
        self.why.append(Message("that is after the term {day:%d.%m.%Y}", day=self.term))
        return Status.DONE_LATE

    def _not_done(self) -> Status:
        if status := self._decided():
            return status
        if counts := next((mark.organisations for mark in self.marks if mark.organisations), None):
            self.why.append(organisations_words(counts))
        occurrence = self.unit.occurrence
        if occurrence is None or self.term is None:
            if self._says("частично"):
                return Status.PARTLY
            self.why.append(Message("nothing is overdue without a day"))
            return Status.AT_RISK if self._says("риск") else Status.OPEN
        is_begun = self.as_of >= occurrence.first
        is_over = self.as_of > self.term
        if (is_over or is_begun) and self._says("частично"):
            return Status.PARTLY
        if is_over:
            self.why.append(Message("the term has passed, and no mark says that it is done"))
            return Status.MISSED
        if self.moves:
            return Status.MOVED
        if self._says("риск"):
            return Status.AT_RISK
        if is_begun:
            self.why.append(Message("the work has begun, the term has not passed"))
            return Status.OPEN
        self.why.append(Message("it is not yet time: from {day:%d.%m.%Y}", day=occurrence.first))
        return Status.AHEAD

    def _decided(self) -> Status | None:
        """Return what was decided of the row by the day, whatever was done."""
        for mark in self.marks:
            if mark.excluded and day_of(mark.excluded.date) <= self.as_of:
                self.why.append(Message("dropped from the plan by an act of {day}", day=mark.excluded.date))
                return Status.EXCLUDED
        for mark in self.marks:
            if mark.removed and day_of(mark.removed.date) <= self.as_of:
                by, ground = mark.removed.by, mark.removed.ground
                self.why.append(
                    Message("taken off control on {day} ({by}): {ground}", day=mark.removed.date, by=by, ground=ground)
                )
                return Status.REMOVED
        return None

    def _says(self, word: str) -> bool:
        """Say whether a person has said so by the day."""
        for mark in self.marks:
            if mark.said == word and (mark.reported is None or day_of(mark.reported) <= self.as_of):
                self.why.append(Message("so said by a person: {word}", word=word))
                return True
        return False

    def _continuous(self, done: Sequence[date]) -> Status:
        """Return the status of work that goes on: what is done in between never ends it."""
        if status := self._decided():
            return status
        occurrence = self.unit.occurrence
        assert occurrence is not None  # what is continuous has its days
        known = [*progress_of(self.unit, self.as_of)]
        if known:
            self.why.append(Message("words on the work up to {day:%d.%m.%Y}", day=max(last for _first, last in known)))
        if self.as_of < occurrence.first:
            return Status.AHEAD
        if self.as_of <= (self.term or occurrence.due):
            if self._says("риск"):
                return Status.AT_RISK
            self.why.append(Message("the work goes on"))
            return Status.OPEN
        if done or any(last >= (self.term or occurrence.due) for _first, last in known):
            return Status.DONE
        if self._says("частично"):
            return Status.PARTLY
        self.why.append(Message("its time is over, and no mark tells of its end"))
        return Status.MISSED

    def _delay(self, status: Status, done: Sequence[date]) -> int:
        if self.term is None or status not in {Status.MISSED, Status.DONE_LATE, Status.PARTLY}:
            return 0
        until = done[-1] if status is Status.DONE_LATE else self.as_of
        return self.calendar.working_days_after(self.term, until)


def _moved_words(one: FollowedMove) -> Message:
    to, day = one.move.to, one.move.date
    if one.unfit is Unfit.TOO_LATE:
        return Message("the move to {to} was decided on {day}, after the term: it does not count", to=to, day=day)
    if one.unfit is Unfit.NO_LATER:
        return Message("the move to {to} sets no later term: it does not count", to=to)
    return Message("moved to {to}: {act} of {day}", to=to, act=act_words(one.move), day=day)


def progress_of(unit: Unit, as_of: date) -> Iterator[tuple[date, date]]:
    """Yield the intervals of which a mark tells what was done, those that have begun by a day."""
    for placed in unit.marks:
        for one in placed.mark.progress:
            first, last = day_of(one.since), day_of(one.until)
            if first <= as_of:
                yield first, last


def organisations_words(counts: Organisations) -> Message:
    """Return how many organisations have done it, and which have not."""
    if not counts.missing:
        return Message("organisations that have done it: {done} of {of}", done=counts.done, of=counts.of)
    missing = ", ".join(counts.missing)
    return Message(
        "organisations that have done it: {done} of {of}; not: {missing}",
        done=counts.done,
        of=counts.of,
        missing=missing,
    )
