"""`roadmapc mark`: write down that something is done, moved or taken off control."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _marked, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._mark_values import GivenMark
from roadmapc.cli._options import Today
from roadmapc.diagnostics import Message
from roadmapc.plan.execution.targets import CannotMark, Target, target_of
from roadmapc.russian.calendar import parse_date

if TYPE_CHECKING:
    from roadmapc.plan.execution import Execution
    from roadmapc.plan.splicing.mark_edits import Values

GROUP = "follow"
HELP = "Write down what is done, moved or taken off control; the roadmap stays as it was signed."

_File = Annotated[
    Path | None, typer.Argument(metavar="FILE", help=_("The roadmap; without rows the open ones are asked for."))
]
_Rows = Annotated[
    list[str] | None, typer.Argument(metavar="ROW…", help=_("Rows by id, number or “section/number”: 2.3 3.1."))
]
_Due = Annotated[
    str | None, typer.Option(metavar="DAY", help=_("Which of several deadlines of the row: its day in the plan."))
]
_Done = Annotated[str | None, typer.Option(metavar="DAY", help=_("The day on which it was done."))]
_Result = Annotated[str | None, typer.Option(help=_("What was done: a sentence or two."))]
_Document = Annotated[
    list[str] | None, typer.Option(help=_("A document that proves it: “приказ от 12.05.2023 № 01-05/44”; several too."))
]
_Link = Annotated[
    list[str] | None,
    typer.Option(help=_("The public address of the document; of several documents one each, in order.")),
]
_Reason = Annotated[str | None, typer.Option(help=_("Why it was done late, is not done, or is moved."))]
_Measures = Annotated[str | None, typer.Option(help=_("What was done so that it will be."))]
_By = Annotated[str | None, typer.Option(help=_("Who told of it; with --removed who took it off control."))]
_Said = Annotated[str | None, typer.Option(help=_("частично (partly done) or риск (at risk): words of a person."))]
_Reported = Annotated[
    str | None, typer.Option(metavar="DAY", help=_("The day on which it was told; of --said by default today."))
]
_MovedTo = Annotated[str | None, typer.Option(metavar="DAY", help=_("The new term, with --decision."))]
_Decision = Annotated[
    str | None, typer.Option(help=_("The document that moved the term: “приказ от 20.05.2023 № 01-05/51”."))
]
_Removed = Annotated[str | None, typer.Option(metavar="DAY", help=_("The day on which it was taken off control."))]
_Progress = Annotated[str | None, typer.Option(help=_("Of work that goes on: what was done, with --from and --until."))]
_Since = Annotated[str | None, typer.Option("--from", metavar="DAY", help=_("The first day of --progress."))]
_Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help=_("The last day of --progress."))]
_Organisations = Annotated[str | None, typer.Option(help=_("How many of how many have done it: 18/22."))]
_Missing = Annotated[list[str] | None, typer.Option(help=_("An organisation that has not; several too."))]
_Undo = Annotated[bool, typer.Option("--undo", help=_("Take back what a mark says was done; decisions stay."))]
_Read = Annotated[
    Path | None,
    typer.Option("--read", metavar="FILE", help=_("Read marks from a filled workbook or Word checklist.")),
]
_Apply = Annotated[bool, typer.Option("--apply", help=_("With --read: write the marks that were read."))]
_DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show what would be written; write nothing."))]
_Owner = Annotated[str, typer.Option(help=_("Asked for: only rows of this owner (part of the name or alias)."))]
_Month = Annotated[str | None, typer.Option(help=_("Asked for: only rows due in this month: may, 5 or 2022-05."))]


def command(
    file: _File = None,
    rows: _Rows = None,
    done: _Done = None,
    due: _Due = None,
    result: _Result = None,
    document: _Document = None,
    link: _Link = None,
    reason: _Reason = None,
    measures: _Measures = None,
    by: _By = None,
    said: _Said = None,
    reported: _Reported = None,
    moved_to: _MovedTo = None,
    decision: _Decision = None,
    removed: _Removed = None,
    progress: _Progress = None,
    since: _Since = None,
    until: _Until = None,
    organisations: _Organisations = None,
    missing: _Missing = None,
    undo: _Undo = False,
    read: _Read = None,
    apply: _Apply = False,
    dry_run: _DryRun = False,
    owner: _Owner = "",
    month: _Month = None,
    today: Today = None,
) -> int:
    """Write marks; 1 where a row cannot be marked, or rules call a mark an error: then nothing is written."""
    day = _terminal.day_of(today)
    given = GivenMark(
        *(done, result, document or [], link or [], reason, measures, by, said, reported, moved_to, decision),
        *(removed, progress, since, until, organisations, missing or []),
    )
    values = given.values(day)
    if read is not None:
        _terminal.refuse_idle(
            (
                rows or values or due or undo or owner or month,
                Message("--read goes alone, or with --apply"),
            ),
            (file is None, Message("name the roadmap of the workbook: roadmapc mark FILE --read WORKBOOK")),
        )
        assert file is not None
        from roadmapc.cli._mark_read import read_back

        return read_back(file, read, day, apply=apply and not dry_run)
    if not rows:
        _terminal.refuse_idle(
            (values or due or undo, Message("name the rows that are meant, behind the file")),
            (apply, Message("--apply goes with --read")),
        )
        from roadmapc.cli._mark_questions import ask_all

        return ask_all(file, owner, month, day, write=not dry_run)
    _terminal.refuse_idle(
        (apply, Message("--apply goes with --read")),
        (owner or month, Message("--owner and --month choose what is asked for: leave them out where rows are named")),
        (undo and values, Message("--undo takes back: nothing else goes with it")),
        (undo and len(rows) > 1, Message("--undo takes back one mark at a time")),
        (not undo and not values, Message("say what is to be marked: --done DAY, --moved-to, --removed, --said …")),
    )
    assert file is not None  # rows stand behind it
    named = _terminal.named_day(due, "--due") if due else None
    if undo:
        return _marked.take_back(file, rows[0], named, day, write=not dry_run)
    return _marked.put(file, lambda execution: _wanted(execution, rows, named, values), day, write=not dry_run)


def _wanted(execution: Execution, rows: list[str], due: date | None, values: Values) -> list[tuple[Target, Values]]:
    """Return each row that is meant, with what is to be marked there; raises CannotMark."""
    wanted = [(target_of(execution, row, due, values), values) for row in dict.fromkeys(rows)]
    if len({target.row.route for target, _values in wanted}) < len(wanted):
        raise CannotMark(Message("one row is named twice"))
    for target, said in wanted:
        ends = target.unit.occurrence.due if target.unit and target.unit.occurrence else None
        done = parse_date(str(said.get("done", "")))
        if target.row.is_continuous and ends and done and done < ends:
            message = Message("the work of this row goes on to {day:%d.%m.%Y}: it is not done before", day=ends)
            raise CannotMark(message, Message("tell what was done so far with --progress"))
    return wanted
