"""The words of a mark say another status than its dates.

The status in a report is computed from dates. Where the words beside it say something else, the reader believes neither.
Write down the fact (“done:”, “moved:”, “said:” …), and leave the word of the status to the program.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        result: Исполнено в срок.
        reason: карантин

Good:
    …
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
        result: Исполнено в срок.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import marked_units
from roadmapc.checks.rules._status_words import Claim, claims
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution, PlacedMark, State, Status, Unit, state_of
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.source.model.marks import ExecutionMark

CODE = "RM855"
SEVERITY = Severity.ERROR

_DONE = frozenset({Status.DONE, Status.DONE_LATE})
_SAY_DONE = frozenset({Claim.DONE, Claim.IN_TIME, Claim.LATE})
_SAY_OPEN = frozenset({Claim.PARTLY, Claim.NOT_DONE, Claim.AHEAD, Claim.OPEN, Claim.AT_RISK})
_LEAVE_OUT = Message("leave the word of the status out: the report adds it from the dates")
_FACTS = {
    Claim.PARTLY: "said: частично",
    Claim.AT_RISK: "said: риск",
    Claim.MOVED: "moved: {to: …, act: …, date: …, number: …}",
    Claim.REMOVED: "removed: {date: …, by: …, ground: …}",
    Claim.EXCLUDED: "excluded: {act: …, date: …, number: …}",
}
"""What is decided or said by a person is a fact of its own beside the words."""


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report what is said in words against the dates: the result, the word of a person, the count of organisations."""
    known: dict[tuple[int, date], State] = {}
    for unit, placed in marked_units(execution):
        mark = placed.mark
        if mark.done:
            yield from _against_done(placed)
        if not mark.result or not (said := claims(mark.result)):
            continue
        as_of = _as_of(unit, mark, today)
        state = known.get((id(unit), as_of)) or state_of(unit, as_of, execution.plan.calendar)
        known[id(unit), as_of] = state
        for claim in dict.fromkeys(said) if state.status not in {Status.REMOVED, Status.EXCLUDED} else ():
            is_done = bool(mark.done) or state.status in _DONE
            if fault := _against_dates(claim, unit, state, is_done=is_done) or _unsaid(claim, unit, is_done=is_done):
                yield Finding((*placed.route, "result"), *fault)


def _as_of(unit: Unit, mark: ExecutionMark, today: date) -> date:
    """Return the day on which the words of a mark were so: a row without a day is the same on all of them."""
    if unit.occurrence is None or not mark.reported:
        return today
    return max(day_of(text) for text in (mark.reported, mark.done) if text)


def _against_done(placed: PlacedMark) -> Iterator[Finding]:
    """Yield what contradicts that it is done; words said before are gone once it is."""
    mark, counts = placed.mark, placed.mark.organisations
    is_late_report = mark.reported and mark.done and day_of(mark.reported) < day_of(mark.done)  # told by another rule
    if mark.said and not is_late_report:
        message = Message("“{word}” is said of what is done", word=mark.said)
        yield Finding((*placed.route, "said"), message, Message("take “said” away, or “done”"))
    if counts and counts.done < counts.of:
        message = Message(
            "{done} of {of} organisations have done it, so it is not done", done=counts.done, of=counts.of
        )
        hint = Message("take “done” away; what was reached so far is “said: частично”")
        yield Finding((*placed.route, "organisations", "done"), message, hint)


def _against_dates(claim: Claim, unit: Unit, state: State, *, is_done: bool) -> tuple[Message, Message] | None:
    """Return how a status that the words say contradicts the dates, and what to do; nothing where it does not."""
    if claim in _SAY_DONE and not is_done:
        hint = Message("write the day as a fact (“done:”): the report adds the word of the status from it")
        return Message("the words say that it is done, the dates do not"), hint
    if claim in _SAY_OPEN and is_done and not unit.row.is_continuous:
        return Message("the words say that it is not done, the date says that it is"), _LEAVE_OUT
    if claim in {Claim.LATE, Claim.NOT_IN_TIME} and state.status is Status.DONE:
        return Message("the words say that it is late, the dates do not"), _LEAVE_OUT
    if claim is Claim.IN_TIME and state.status is Status.DONE_LATE:
        return Message("the words say “in time”, and the term was {term:%d.%m.%Y}", term=state.term), _LEAVE_OUT
    if claim is Claim.AHEAD and state.status is Status.MISSED:
        message = Message("the words say that the term is to come, and it passed on {term:%d.%m.%Y}", term=state.term)
        return message, _LEAVE_OUT
    return None


def _unsaid(claim: Claim, unit: Unit, *, is_done: bool) -> tuple[Message, Message] | None:
    """Return that what is decided, or said by a person, stands in the words alone."""
    if claim not in _FACTS or (is_done and claim in _SAY_OPEN):
        return None
    word = {Claim.PARTLY: "частично", Claim.AT_RISK: "риск"}.get(claim)
    marks = (one.mark for one in unit.marks)
    if any(one.said == word if word else getattr(one, claim.value) for one in marks):
        return None
    hint = Message("write it as a fact: {fact}", fact=_FACTS[claim])
    return Message("this stands in the words alone, so that it does not count"), hint
