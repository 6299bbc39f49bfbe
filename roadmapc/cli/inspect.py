"""`roadmapc inspect`: what of the standard holds in finished Word files, clause by clause."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from roadmapc.cli import _output, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile, printed_as
from roadmapc.diagnostics import Message, Severity, UserError
from roadmapc.diagnostics.regular_files import TooLarge, read_regular
from roadmapc.diagnostics.visible import visible
from roadmapc.workspace import os_errors, source_files

if TYPE_CHECKING:
    from rich.text import Text

    from roadmapc.cli._screen import Screen
    from roadmapc.word.conformance import Observation, Outcome

GROUP = "check"
HELP = "Inspect finished Word files: which clauses of the standard hold, and where one does not."

_TABLE_WIDTH = 110
_MOST_SHOWN = 3
_STYLES = {"holds": "green", "noted": "yellow", "fails": "bold red", "absent": "dim"}


def command(
    files: Annotated[list[Path], typer.Argument(help=_("Word files, or folders with them."))],
    format: Annotated[str, printed_as("text", "json")] = "text",
    out: OutFile = None,
) -> int:
    """Inspect each file; 1 where a clause does not hold, 2 where a file cannot be opened."""
    _terminal.choice(format, "--format", ("text", "json"))
    documents = _documents(files)
    with _output.into(out, documents):
        return _inspected(documents, format)


def _inspected(documents: list[Path], format: str) -> int:
    """Print what holds in each file and return the exit code."""
    code = _terminal.OK
    objects: list[dict[str, Any]] = []
    for path in documents:
        try:
            outcomes = _outcomes(path)
        except UserError as error:
            text = Message("{path}: {why}", path=path, why=error.message)
            code = max(code, _terminal.fail(UserError(text, error.hint)))
            continue
        if any(outcome.verdict == "fails" for outcome in outcomes):
            code = max(code, _terminal.PROBLEMS)
        if format == "json":
            objects.append({"file": path.as_posix(), "clauses": [_object(outcome) for outcome in outcomes]})
        else:
            _show(_terminal.laid_out_console(), path, outcomes)
    if format == "json":
        _terminal.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
    return code


def _documents(paths: list[Path]) -> list[Path]:
    """Return the files named and those in the folders named; what Word leaves beside an open file is none."""
    found: list[Path] = []
    for path in paths:
        if source_files.is_folder(path):
            inside = [p for p in source_files.files_below(path, (".docx",)) if not p.name.startswith("~$")]
            if not inside:
                raise UserError(Message("no Word files in the folder {path}", path=path))
            found += inside
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _outcomes(path: Path) -> list[Outcome]:
    from roadmapc.word.conformance import examine
    from roadmapc.word.package.unpacking import MOST_BYTES
    from roadmapc.word.reader.document import read_document

    try:
        data = read_regular(path, MOST_BYTES)
    except TooLarge:
        raise UserError(Message("the file is larger than {most} MB", most=MOST_BYTES // 1_000_000)) from None
    except OSError as error:
        raise UserError(os_errors.reason(error)) from error
    return examine(read_document(data))


def _show(out: Screen, path: Path, outcomes: list[Outcome]) -> None:
    """Print the clauses of one file that apply: a table where there is room, else a block a clause."""
    from rich.text import Text

    out.print(Text(visible(path.as_posix()), style="bold"))
    shown = [outcome for outcome in outcomes if outcome.verdict != "absent"]
    if out.width >= _TABLE_WIDTH:
        from rich.table import Table

        table = Table(box=None, padding=(0, 1), expand=True)
        for name, ratio in ((_("Verdict"), 0), (_("Requirement"), 4), (_("Found"), 6), (_("Clause"), 0)):
            table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
        for outcome in shown:
            table.add_row(_verdict(outcome), Text(outcome.title.text(_)), Text(_found(outcome)), Text(outcome.clause))
        out.print(table, soft_wrap=False, crop=False)
    else:
        from rich.padding import Padding

        for outcome in shown:
            head = (
                _verdict(outcome).append(": " + outcome.title.text(_), "default").append(f" ({outcome.clause})", "dim")
            )
            out.print(head)
            for line in _found(outcome).split("\n"):
                out.print(Text(f"  {line}") if out.soft_wrap else Padding(Text(line), (0, 0, 0, 2), expand=False))
    out.print(Text(_summary(outcomes)))
    out.print()


def _verdict(outcome: Outcome) -> Text:
    from rich.text import Text

    words = {"holds": _("holds"), "noted": _("note"), "fails": _("fails"), "absent": _("not applicable")}
    return Text(words[outcome.verdict], style=_STYLES[outcome.verdict])


def _found(outcome: Outcome) -> str:
    """Return what a clause found: what does not hold with its places, the first few of each message; else what does."""
    wrong = [one for one in outcome.observations if one.severity]
    wrong.sort(key=lambda one: one.severity is not Severity.ERROR)
    if not wrong:
        return "; ".join(dict.fromkeys(one.message.text(_) for one in outcome.observations))
    lines = [_line(one) for one in wrong[:_MOST_SHOWN]]
    if len(wrong) > _MOST_SHOWN:
        lines.append(Message("… and {n} more", n=len(wrong) - _MOST_SHOWN).text(_))
    return "\n".join(lines)


def _line(observation: Observation) -> str:
    text = observation.message.text(_)
    return f"{observation.place.text(_)}: {text}" if observation.place else text


def _summary(outcomes: list[Outcome]) -> str:
    counts = Counter(outcome.verdict.value for outcome in outcomes)
    return Message(
        "clauses that hold: {holds}; with notes: {noted}; that fail: {fails}; not applicable: {absent}",
        holds=counts["holds"],
        noted=counts["noted"],
        fails=counts["fails"],
        absent=counts["absent"],
    ).text(_)


def _object(outcome: Outcome) -> dict[str, Any]:
    return {
        "name": outcome.name.replace("_", "-"),
        "clause": outcome.clause,
        "title": outcome.title.text(_),
        "verdict": outcome.verdict.value,
        "findings": [
            {
                "severity": one.severity.value if one.severity else None,
                "message": one.message.text(_),
                "place": one.place.text(_) if one.place else None,
            }
            for one in outcome.observations
        ],
    }
