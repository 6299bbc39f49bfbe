"""`roadmapc check`: every problem at its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Severity

HELP = "Check roadmaps: missing owners, deadlines, results and numbers, doubtful dates, and more."


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help=_("Files or folders; by default roadmaps/."))] = None,
    format: Annotated[str, typer.Option(help=_("Output: text or json."))] = "text",
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help=_("Ignore waivers: report every problem."))] = False,
    show_waived: Annotated[
        bool, typer.Option("--show-waived", help=_("Also list waived problems, with their reasons."))
    ] = False,
    today: Annotated[str | None, typer.Option(help=_("The day to take for today."))] = None,
) -> int:
    """Check files and report; 1 where errors or warnings remain."""
    _edge.choice(format, "--format", ("text", "json"))
    files = _edge.sources(paths or [])
    day = _edge.day_of(today)
    problems: list[Diagnostic] = []
    for path in files:
        problems += _edge.compiled(path, day).diagnostics
    counted = [p for p in problems if no_waivers or p.waived is None]
    if format == "json":
        from roadmapc.reporters import json

        sys.stdout.write(json.report(problems, _))
    else:
        _print(problems if show_waived else counted, problems, len(files), no_waivers)
    return _edge.PROBLEMS if any(p.severity is not Severity.NOTE for p in counted) else _edge.OK


def _print(shown: list[Diagnostic], problems: list[Diagnostic], files: int, no_waivers: bool) -> None:
    from dataclasses import replace

    from roadmapc.reporters import text

    out = _edge.console()
    if no_waivers:
        shown = problems = [replace(p, waived=None) for p in problems]
    out.print(text.report(shown, _, out.width), end="")
    out.print(text.summary(files, problems, _))
