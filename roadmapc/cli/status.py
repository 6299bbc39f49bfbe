"""`roadmapc status`: what is late, what falls due soon, and why a row stands as it does."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, cast

import typer

from roadmapc.cli import _output, _problems, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OfMunicipality, OfOwner, OutFile, Paths, Today, printed_as
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.due import rows_of
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.standing import Standing, ordered, standings
from roadmapc.workspace import executions, source_files

GROUP = "follow"
HELP = "Show how plans stand by the marks beside them: what is late and for how long, what falls due soon."
_FORMATS = ("table", "json", "csv")
_SOON = 30
"""Days within which what falls due is coming."""


def command(
    paths: Paths = None,
    as_of: Annotated[str | None, typer.Option(metavar="DAY", help=_("The day to look at; by default today."))] = None,
    by: Annotated[str, typer.Option(help=_("List by owner or by section."))] = "",
    days: Annotated[
        int | None, typer.Option(help=_("What falls due within so many days is coming; by default 30."))
    ] = None,
    owner: OfOwner = "",
    municipality: OfMunicipality = "",
    sums: Annotated[bool, typer.Option("--sums", help=_("Only the sums of each roadmap, and of all."))] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="ROW", help=_("Explain the state of one row; needs one roadmap."))
    ] = None,
    format: Annotated[str, printed_as(*_FORMATS)] = "table",
    out: OutFile = None,
    today: Today = None,
) -> int:
    """List late and coming rows; 1 where a roadmap or its marks could not be read."""
    _terminal.choice(format, "--format", _FORMATS)
    if by:
        _terminal.choice(by, "--by", ("owner", "section"))
    if days is not None and not 0 <= days <= 3660:
        raise UserError(Message("--days: a number of days from 0 to 3660"))
    _terminal.refuse_idle(
        (sums and (by or owner or explain), Message("--sums are of whole roadmaps: no --by, --owner, --explain")),
        (sums and days is not None, Message("--days goes with the lists: not with --sums")),
        (explain and (by or owner or days is not None), Message("--explain is of one row: no --by, --owner, --days")),
        (format != "table" and (by or sums or explain), Message("--by, --sums and --explain are for the screen alone")),
    )
    day = _terminal.day_of(today)
    shown = _terminal.named_day(as_of, "--as-of") if as_of else day
    files = source_files.sources(paths or [])
    read = executions.read_all(files, day, municipality, as_of=shown)
    _problems.tell(read.problems)
    plans = [execution for _path, execution in read.found]
    with _output.into(out, files):
        if explain is not None:
            _explain(plans, explain, shown)
        else:
            soon = _SOON if days is None else days
            _show(plans, shown, cast('Literal["owner", "section", ""]', by), soon, owner, format, sums=sums)
    return _terminal.PROBLEMS if read.problems else _terminal.OK


def _show(
    plans: list[Execution],
    as_of: date,
    by: Literal["owner", "section", ""],
    days: int,
    owner: str,
    format: str,
    *,
    sums: bool,
) -> None:
    found = [] if sums else ordered(one for plan in plans for one in _of_owner(plan, owner, as_of, days))
    if owner and plans and not found:
        raise UserError(Message("no activities of “{name}”", name=owner))
    if format == "json":
        from roadmapc.reporters import status_json

        _terminal.write(status_json.report(found))
        return
    if format == "csv":
        from roadmapc.reporters import status_csv

        _terminal.exact_line_ends()
        _terminal.write(status_csv.report(found, _))
        return
    from roadmapc.reporters import status_table

    screen = _terminal.laid_out_console()
    if not sums:
        status_table.show(screen, found, as_of, days, by, _, single=len(plans) == 1)
    if plans and not owner:
        if not sums:
            screen.print()
        status_table.show_sums(screen, plans, as_of, _)


def _of_owner(plan: Execution, owner: str, as_of: date, days: int) -> list[Standing]:
    wanted = {row.route for row in rows_of(plan.plan.dated_rows, owner)}
    return [one for one in standings(plan, as_of, days) if one.unit.row.route in wanted]


def _explain(plans: list[Execution], address: str, as_of: date) -> None:
    from roadmapc.plan.execution.targets import CannotMark, row_to_mark
    from roadmapc.reporters import status_table

    if len(plans) != 1:
        raise UserError(Message("--explain needs one roadmap: name its file"))
    try:
        row = row_to_mark(plans[0], address)
    except CannotMark as error:
        raise UserError(error.message, error.hint) from error
    status_table.explain(_terminal.laid_out_console(), plans[0], row, as_of, _)
