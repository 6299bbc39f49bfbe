"""`roadmapc compare`: what differs between two plans, and what follows from it in days and work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from roadmapc.cli import _output, _problems, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile, Today, printed_as
from roadmapc.diagnostics import Message, UserError

GROUP = "check"
HELP = "Compare two plans: what was added, dropped and changed, which deadlines moved, who gains or loses work."
_FORMATS = ("text", "json", "markdown")
Files = Annotated[
    list[Path],
    typer.Argument(metavar="[OLD] NEW", help=_("The old file and the new one; or the new one alone, with --since.")),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        help=_("Compare with the file at this revision or tag of git; by default with the text last signed."),
    ),
]


def command(
    files: Files,
    since: Since = None,
    typography: Annotated[
        bool, typer.Option("--typography", help=_("List also what differs in spaces, dashes and dots of lists alone."))
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help=_("Exit with 1 where anything differs: as it is, differences exit with 0.")),
    ] = False,
    format: Annotated[str, printed_as(*_FORMATS)] = "text",
    out: OutFile = None,
    today: Today = None,
) -> int:
    """Compare; 1 where a file has errors of form or the two are no editions of one plan, 2 where one cannot be read."""
    _terminal.choice(format, "--format", _FORMATS)
    _terminal.refuse_idle((typography and format == "json", Message("--typography is idle: json has all changes")))
    day = _terminal.day_of(today)
    from roadmapc.plan.changes.comparison import compare
    from roadmapc.reporters._changes import Side
    from roadmapc.workspace.two_plans import two_plans, unsafe_ids

    named = two_plans(files, since)
    if named.plans is None:
        _problems.tell(named.problems)
        return _terminal.PROBLEMS
    _problems.tell(unsafe_ids(named, day))
    found = compare(*named.plans)
    sides = Side(named.old.name, named.old.revision), Side(named.new.name, named.new.revision)
    with _output.into(out, files):
        if format == "json":
            from roadmapc.reporters import compare_json

            _terminal.write(compare_json.report(found, *sides))
        elif format == "markdown":
            from roadmapc.reporters import compare_markdown

            _terminal.write(compare_markdown.report(found, sides, day, _, typography=typography))
        else:
            from roadmapc.reporters import compare_text

            compare_text.show(_terminal.laid_out_console(), found, sides, day, _, typography=typography)
    if found.is_of_two_plans:
        hint = Message("were the right files named? Two editions of one plan share most of their words")
        _terminal.fail(UserError(Message("these are hardly two editions of one plan: their rows differ"), hint))
        return _terminal.PROBLEMS
    return _terminal.PROBLEMS if exit_code and not found.is_nothing else _terminal.OK
