"""The periods that options name."""

from __future__ import annotations

from roadmapc.deadlines import DeadlineError
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.execution import ReportPeriod, parse_report_period


def named_period(text: str | None, option: str) -> ReportPeriod | None:
    """Return the period that an option names, none where it is not given; raises UserError."""
    if text is None:
        return None
    try:
        return parse_report_period(text)
    except DeadlineError as error:
        hint = Message("for example: “I квартал 2023”, “I полугодие 2023”, “2023”, “2022/2023 учебный год”")
        message = Message("{option}: “{text}”: {why}", option=option, text=text, why=error.message)
        raise UserError(message, hint) from error
