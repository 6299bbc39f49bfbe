"""`roadmapc freeze`: the signed text of a roadmap kept, its numbers written out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _diff, _problems, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import Today
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.source.marks_name import is_marks
from roadmapc.workspace import misnamed, source_files
from roadmapc.workspace.settings import selection_of
from roadmapc.workspace.source_files import OWNERS_FILE, STDIN

if TYPE_CHECKING:
    from roadmapc.workspace.freezing import Frozen

GROUP = "prepare"
HELP = "Keep the text of a roadmap as it is signed, and write its numbers out: from then on they do not shift."

_File = Annotated[Path, typer.Argument(metavar="FILE", help=_("The roadmap that is signed."))]


def command(
    file: _File,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help=_("The day of the act; else that of the last one in the file."))
    ] = None,
    number: Annotated[str | None, typer.Option(help=_("The number of the act; else as in the file."))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help=_("The folder to write into."))] = None,
    no_ids: Annotated[bool, typer.Option("--no-ids", help=_("Give no ids to rows that have none."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would be written; write nothing."))] = False,
    today: Today = None,
) -> int:
    """Freeze one roadmap; 1 where it has errors: what is signed has none."""
    from roadmapc.workspace import freezing

    _refuse_other_files(file)
    day = _terminal.named_day(date, "--date") if date else None
    data, problem = source_files.content(file)
    errors = [problem] if problem else _errors(file, data, today)
    if errors:
        _problems.tell(errors)
        message = Message("{name}: not frozen, errors: {n}", name=file, n=len(errors))
        _terminal.console(stderr=True).print(message.text(_))
        return _terminal.PROBLEMS
    made = freezing.frozen(file, data, freezing.Wanted(day, number, not no_ids, out))
    if dry_run:
        _show(made)
        return _terminal.OK
    if made.changes_source or made.text is not None:
        freezing.write(made)
    _tell(made)
    return _terminal.OK


def _refuse_other_files(path: Path) -> None:
    if path == STDIN:
        raise UserError(Message("a roadmap is frozen in its file: standard input has none"))
    if source_files.is_folder(path):
        raise UserError(Message("{path} is a folder: name one roadmap", path=path))
    if not path.exists():
        raise UserError(Message("there is no such file: {path}", path=path), misnamed.hint_for(path))
    if path.name == OWNERS_FILE or is_marks(path):
        raise UserError(Message("{path} is no roadmap", path=path))
    misnamed.refuse(path)


def _errors(path: Path, data: bytes, today: str | None) -> list[Diagnostic]:
    """Return the errors that `check` finds and nobody has waived."""
    from roadmapc.workspace.checker import Checker

    selection = selection_of(source_files.settings().check)
    result = Checker(_terminal.day_of(today), selection).check_one(path, data)
    found = (one for one in result.problems if isinstance(one, Diagnostic))  # none of them was kept
    return [one for one in found if one.severity is Severity.ERROR and one.waived is None]


def _show(made: Frozen) -> None:
    if made.changes_source:
        _diff.show(made.path.as_posix(), made.before, made.after)
    if made.text is None:
        _tell(made)
    else:
        _terminal.say(Message("{path}: would be written", path=made.edition).text(_))


def _tell(made: Frozen) -> None:
    if made.text is None and not made.changes_source:
        _terminal.say(Message("{path}: kept already, nothing changed", path=made.edition).text(_))
        return
    if made.changes_source:
        message = Message("{path}: numbers written: {n}; new ids: {ids}", path=made.path, n=made.numbers, ids=made.ids)
        _terminal.say(message.text(_))
    if made.text is not None:
        message = Message(
            "{path}: kept as signed by the {kind} of {day:%d.%m.%Y}",
            path=made.edition,
            kind=made.act.kind,
            day=made.act.day,
        )
        _terminal.say(message.text(_))
    if made.extends:
        message = Message(
            "{path}: its numbers stay computed, for rows of its base plan stand there; the edition has them",
            path=made.path,
        )
        _terminal.console(stderr=True).print(message.text(_))
