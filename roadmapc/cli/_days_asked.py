"""Which days options mean: `--month may`, `--from`, `--until`; the year of a month may be for each roadmap to tell."""

from __future__ import annotations

from datetime import date

from roadmapc.cli import _terminal
from roadmapc.cli._month import parse_month
from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.due import month_in
from roadmapc.russian.calendar import month_end

Asked = Period | int
"""Days, or the number of a month whose year each roadmap decides."""


def asked(month: str | None, year: int | None, since: str | None, until: str | None, today: date) -> Asked | None:
    """Return the days asked for; None where no option names any."""
    if since or until:
        if month is not None or year is not None:
            raise UserError(Message("--from and --until do not go with --month and --year"))
        first = _terminal.named_day(since, "--from") if since else today
        last = _terminal.named_day(until, "--until") if until else date.max
        if last < first:
            raise UserError(Message("--until is before --from"))
        return Period(first, last)
    if month is None:
        return None if year is None else Period(_year(year), date(year, 12, 31))
    number, named_year = parse_month(month)
    if named_year is not None and year is not None and named_year != year:
        raise UserError(Message("--month and --year name different years"))
    chosen = year if named_year is None else named_year
    return number if chosen is None else Period(_year(chosen).replace(month=number), month_end(chosen, number))


def _year(year: int) -> date:
    if not 1 <= year <= 9998:
        raise UserError(Message("there is no year {year}", year=year))
    return date(year, 1, 1)


def days_in(name: str, period: Period | None, asked: Asked, today: date) -> tuple[Period | None, Message | None]:
    """Return the days asked for in the period of a municipality's plan, none where it has no such month.

    Besides, what is to be told of them.
    """
    if not isinstance(asked, int):
        return asked, None
    if period is None:
        return None, None
    nearest = month_in(period, asked, today)
    if nearest is None:
        return None, Message("{name}: no such month in its period", name=name)
    year, past = nearest
    note = None
    if past:
        over = Message("the period is over") if period.last < today else Message("the last such month is past")
        note = Message("{name}: {why}; shown is {month:02}.{year}", name=name, why=over, month=asked, year=year)
    return Period(date(year, asked, 1), month_end(year, asked)), note
