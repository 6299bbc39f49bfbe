"""The options of `report --request`, and what they ask for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

if TYPE_CHECKING:
    from roadmapc.documents.execution._report import Report


class Request(NamedTuple):
    """What the options say: file and row, the proposed day, why, what has been done, which of several days is moved."""

    file_and_row: tuple[Path, str] | None
    move_to: str | None
    reason: str
    done_so_far: str
    due: str | None

    @property
    def address(self) -> str:
        """Return how the row is named."""
        return self.file_and_row[1] if self.file_and_row else ""

    def refuse_idle(
        self, paths: list[Path] | None, period: str | None, layout: str, formats: tuple[str, ...], jobs: int | None
    ) -> None:
        """Refuse options that would do nothing, and a request that lacks what it is about."""
        if self.file_and_row is None:
            given = {
                "--move-to": self.move_to,
                "--reason": self.reason,
                "--done-so-far": self.done_so_far,
                "--due": self.due,
            }
            for name, value in given.items():
                _terminal.refuse_idle((value, Message("{option} goes with --request alone", option=name)))
            return
        _terminal.refuse_idle(
            (paths, Message("--request names its file itself: no PATHS beside it")),
            (period, Message("--period does not go with --request")),
            (jobs is not None, Message("--jobs does not go with --request")),
            (layout != "full", Message("--layout does not go with --request")),
            (formats == ("xlsx",), Message("a request is a letter: no --to xlsx")),
        )
        if not self.move_to:
            raise UserError(Message("--request needs the day that is proposed"), Message("name it: --move-to DAY"))
        if not self.reason.strip():
            raise UserError(Message("--request needs a reason"), Message("say why: --reason TEXT"))

    def put_into(self, report: Report) -> Report:
        """Return a report as the request to move the term of a row; says so where it comes after the term."""
        from roadmapc.documents.execution._asking import asked_for
        from roadmapc.documents.execution._report import MoveRequest
        from roadmapc.plan.execution import state_of

        if self.file_and_row is None:
            return report
        to = _terminal.named_day(self.move_to or "", "--move-to")
        day = _terminal.named_day(self.due, "--due") if self.due else None
        row, unit = asked_for(report.execution, self.address, to, report.as_of, day)
        state = state_of(unit, report.as_of, report.plan.calendar)
        if state.term and report.as_of > state.term:
            message = Message(
                "warning: the term passed on {day:%d.%m.%Y}: a move that is asked for after it does not cure the delay",
                day=state.term,
            )
            _terminal.console(stderr=True).print(message.text(_))
        return replace(report, request=MoveRequest(row, unit, to, self.reason.strip(), self.done_so_far.strip()))
