"""`roadmapc check`: every problem at its place."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from roadmapc import project
from roadmapc.checks import Policy
from roadmapc.cli import _baseline, _edge, _fix, _sources
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation, checked
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.reporters import Run, formats, reporter

HELP = "Check roadmaps: missing owners, deadlines, results and numbers, doubtful dates, wording, and more."

_RULES = _("Rules by name, code or beginning of a code (RM5); several with commas.")
_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def command(
    paths: Annotated[
        list[Path] | None, typer.Argument(help=_("Files or folders, - for standard input; by default roadmaps/."))
    ] = None,
    format: Annotated[str, typer.Option(help=_("Output: {formats}.").format(formats=", ".join(formats())))] = "text",
    output: Annotated[Path | None, typer.Option(help=_("Write the report to this file."))] = None,
    select: Annotated[list[str] | None, typer.Option(help=_("Run these rules alone.") + " " + _RULES)] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=_("Do not run these rules."))] = None,
    spell: Annotated[bool, typer.Option("--spell", help=_("Check spelling too; needs the extra “spell”."))] = False,
    fail_on: Annotated[
        str | None, typer.Option(help=_("Fail from this severity on: error, warning (the default), note, never."))
    ] = None,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help=_("Ignore waivers: report every problem."))] = False,
    show_waived: Annotated[
        bool, typer.Option("--show-waived", help=_("Also list waived problems, with their reasons."))
    ] = False,
    baseline: Annotated[Path | None, typer.Option(help=_("Known problems that do not count."))] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(help=_("Write all open problems to this baseline and stop."))
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help=_("Mend what can be mended safely, in place."))] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help=_("With --fix or --diff: also what must be read over afterwards."))
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help=_("Show what --fix would change; change nothing."))] = False,
    stdin_filename: Annotated[Path, typer.Option(help=_("The name of standard input in messages."))] = Path(
        "stdin.yaml"
    ),
    today: Annotated[str | None, typer.Option(help=_("The day to take for today."))] = None,
) -> int:
    """Check files and report; 1 where problems remain that count."""
    _edge.choice(format, "--format", formats())
    settings = _sources.settings().check
    threshold = _edge.choice(fail_on or settings.fail_on, "--fail-on", get_args(project.FailOn))
    policy = project.policy(settings, select=_rules(select, "--select"), ignore=_rules(ignore, "--ignore"), spell=spell)
    _needs(policy.extend)
    if unsafe_fixes and not (fix or diff):
        raise UserError(Message("--unsafe-fixes goes with --fix or --diff"))
    files = _sources.sources(paths or [])
    check = _Check(stdin_filename, _edge.day_of(today), policy, no_waivers)
    results = check.found(files, {})
    if fix or diff:
        changes = _fix.mended(files, results, check.found, unsafe=unsafe_fixes)
        if diff:
            _fix.show(changes)
            if not changes:
                _edge.console(stderr=True).print(_("there is nothing to mend"))
            return _edge.PROBLEMS if changes else _edge.OK
        results = check.found(files, _fix.save(changes, files))
    shared = [one for one in _sources.directories(files) if Path(one.source.name) not in files]
    problems = [problem for one in [*shared, *results] for problem in one.diagnostics]
    if write_baseline:
        return _baseline.write(write_baseline, problems)
    problems = _baseline.applied(baseline or (Path(settings.baseline) if settings.baseline else None), problems)
    names = tuple(check.named(path).as_posix() for path in files)
    shown = tuple(p for p in problems if not p.is_settled or (show_waived and p.waived is not None))
    unread = sum(one.plan is None for one in results)
    run = Run(names, tuple(problems), shown, _, _edge.console().width, unread)
    _show(run, format, output, fix and _sources.STDIN in files)
    return _edge.PROBLEMS if _fails(problems, threshold) else _edge.OK


class _Check(NamedTuple):
    """How files are read and judged in this run; without waivers all problems count."""

    stdin_filename: Path
    today: date
    policy: Policy
    no_waivers: bool

    def named(self, path: Path) -> Path:
        """Return the name of a file in messages."""
        return self.stdin_filename if path == _sources.STDIN else path

    def found(self, paths: Sequence[Path], content: Mapping[Path, bytes]) -> list[Compilation]:
        """Read files, some with new content, and check them."""
        read = [_sources.read(path, self.named(path), content.get(path)) for path in paths]
        results = checked(read, today=self.today, policy=self.policy)
        return [one.unwaived() for one in results] if self.no_waivers else results


def _rules(given: list[str] | None, option: str) -> tuple[str, ...]:
    words = [word.strip() for text in given or () for word in text.split(",")]
    return tuple(project.known_rule(word, option) for word in words if word)


def _needs(extended: tuple[str, ...]) -> None:
    from importlib.util import find_spec

    if extended and find_spec("pymorphy3") is None:
        hint = Message("install it in the program's folder: pip install {extra}", extra='".[spell]"')
        raise UserError(Message("spelling needs the extra “spell”, which is not installed"), hint)


def _fails(problems: list[Diagnostic], threshold: str) -> bool:
    if threshold == "never":
        return False
    return any(_RANK[p.severity] >= _RANK[Severity(threshold)] for p in problems if not p.is_settled)


def _show(run: Run, format: str, output: Path | None, to_stderr: bool) -> None:
    report = reporter(format).report(run)
    if output:
        _edge.replace(output, str(report).encode(errors="replace"))  # a file's name may be no text
        _edge.console(stderr=True).print(f"{output}: {run.summary}")
    elif format == "text":
        _edge.console(stderr=to_stderr).print(report, end="")
    else:
        (sys.stderr if to_stderr else sys.stdout).write(report)
