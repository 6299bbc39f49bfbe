"""`roadmapc check`: every problem at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, get_args

import typer

from roadmapc.checks.selection import RuleSelection
from roadmapc.cli import _baseline, _output, _terminal
from roadmapc.cli._jobs import Insecure, Jobs, Scheduler, Tls, Workers
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile, PathsOrStdin, TemplatesFolder, Today, printed_as
from roadmapc.diagnostics import Diagnostic, Message, Severity
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.reporters import CheckReport, formats, reporter
from roadmapc.workspace import repository, source_files
from roadmapc.workspace.baseline_file import Known
from roadmapc.workspace.cache import Cache
from roadmapc.workspace.checking import CheckResult, CheckRun
from roadmapc.workspace.settings import FailOn, selection_of

GROUP = "check"
HELP = "Check roadmaps: missing owners, deadlines, results and numbers, doubtful dates, wording, and more."

_RULES = _("Rules by name, code or beginning of a code (RM5); several with commas.")
_WITH_WAIVED = frozenset({"json", "sarif"})
"""Formats that list what is waived."""
_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


_Select = Annotated[list[str] | None, typer.Option(help=_("Run these rules alone.") + " " + _RULES)]
_Ignore = Annotated[list[str] | None, typer.Option(help=_("Do not run these rules."))]
_Spell = Annotated[bool, typer.Option("--spell", help=_("Check spelling too; needs the extra “spell”."))]
_FailOn = Annotated[
    str | None, typer.Option(help=_("Fail from this severity on: error, warning (the default), note, never."))
]
_NoWaivers = Annotated[bool, typer.Option("--no-waivers", help=_("Ignore waivers: report every problem."))]
_ShowWaived = Annotated[bool, typer.Option("--show-waived", help=_("Also list waived problems, with their reasons."))]
_Baseline = Annotated[Path | None, typer.Option(help=_("Known problems that do not count."))]
_WriteBaseline = Annotated[Path | None, typer.Option(help=_("Write all open problems to this baseline and stop."))]
_Fix = Annotated[bool, typer.Option("--fix", help=_("Fix what can be fixed safely, in place."))]
_Unsafe = Annotated[
    bool, typer.Option("--unsafe-fixes", help=_("With --fix or --diff: also what must be read over afterwards."))
]
_Diff = Annotated[bool, typer.Option("--diff", help=_("Show what --fix would change; change nothing."))]
_StdinName = Annotated[Path, typer.Option(help=_("The name of standard input in messages."))]
_NoCache = Annotated[bool, typer.Option("--no-cache", help=_("Check all files anew, unchanged ones too."))]


def command(
    paths: PathsOrStdin = None,
    format: Annotated[str, printed_as(*formats())] = "text",
    out: OutFile = None,
    select: _Select = None,
    ignore: _Ignore = None,
    spell: _Spell = False,
    fail_on: _FailOn = None,
    no_waivers: _NoWaivers = False,
    show_waived: _ShowWaived = False,
    baseline: _Baseline = None,
    write_baseline: _WriteBaseline = None,
    fix: _Fix = False,
    unsafe_fixes: _Unsafe = False,
    diff: _Diff = False,
    stdin_filename: _StdinName = Path("stdin.yaml"),
    no_cache: _NoCache = False,
    templates: TemplatesFolder = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    tls: Tls = None,
    insecure_scheduler: Insecure = False,
    today: Today = None,
) -> int:
    """Check files and report; 1 where problems remain that count."""
    settings = source_files.settings().check
    threshold = _terminal.choice(fail_on or settings.fail_on, "--fail-on", get_args(FailOn))
    files = source_files.sources(paths or [], lone_editions=True)
    _terminal.choice(format, "--format", formats())
    _terminal.refuse_idle(
        (unsafe_fixes and not (fix or diff), Message("--unsafe-fixes goes with --fix or --diff")),
        (diff and (out or write_baseline), Message("--diff shows changes alone: no report and no baseline")),
        (write_baseline and out, Message("--write-baseline stops before the report: leave out --out")),
    )
    given = baseline or (Path(settings.baseline) if settings.baseline else None)
    _output.refuse_sources((out, write_baseline), files)
    _output.refuse_sources((out,), [given] if given else [])
    cache = Cache(unused=no_cache or source_files.STDIN in files)
    day, selection = _terminal.day_of(today), _selection(select, ignore, spell)
    known = _baseline.known_problems(given, write_baseline)
    with Workers(jobs, scheduler, tls, insecure_scheduler).at_work(templates) as work:
        check = CheckRun(files, stdin_filename, day, selection, no_waivers, cache, templates, work)
        if not (show_waived or no_waivers or known or fix or diff or write_baseline or format in _WITH_WAIVED):
            check = replace(check, with_waived=False)
        content: Mapping[Path, bytes] = {}
        if fix or diff:
            from roadmapc.cli import _fix

            fixes = _fix.find_fixes(check, known, unsafe=unsafe_fixes)
            if diff:
                _fix.show(fixes)
                return _terminal.PROBLEMS if fixes.changes or fixes.unread else _terminal.OK
            content = _fix.save(fixes, files)
        found = check.run(content)
    if write_baseline:
        return _baseline.write(write_baseline, found.problems)
    run = _run_of(found, known, show_waived, selected=bool(select))
    _show(run, format, out, fix and source_files.STDIN in files)
    return _terminal.PROBLEMS if _fails(run.problems, threshold) else _terminal.OK


def _selection(select: list[str] | None, ignore: list[str] | None, spell: bool) -> RuleSelection:
    settings = source_files.settings().check
    chosen, left_out = _rules(select, "--select"), _rules(ignore, "--ignore")
    selection = selection_of(settings, select=chosen, ignore=left_out, spell=spell)
    if selection.spell or selection.select:
        from roadmapc.workspace import loading

        loading.needs_spelling(selection)
    return selection


def _rules(given: list[str] | None, option: str) -> tuple[str, ...]:
    words = [word.strip() for text in given or () for word in text.split(",")]
    if not any(words):
        return ()
    from roadmapc.workspace.settings_file import known_rule

    return tuple(known_rule(word, option) for word in words if word)


def _run_of(found: CheckResult, known: Known | None, show_waived: bool, *, selected: bool) -> CheckReport:
    """Return what is reported of what was found: known problems marked, settled ones shown on demand."""
    problems = tuple(_baseline.with_known(known, found.problems))
    shown = tuple(p for p in problems if not p.is_suppressed or (show_waived and p.waived is not None))
    width = _terminal.console().width
    return CheckReport(
        found.names, problems, shown, _, width, found.unread, selected, repository.naming(), found.waived
    )


def _fails(problems: Sequence[Diagnostic], threshold: str) -> bool:
    if threshold == "never":
        return False
    return any(_RANK[p.severity] >= _RANK[Severity(threshold)] for p in problems if not p.is_suppressed)


def _show(run: CheckReport, format: str, out: Path | None, to_stderr: bool) -> None:
    report = reporter(format).report(run)
    if out:
        _terminal.put(out, visible_lines(str(report)).encode(errors="replace"))  # a file's name may be no text
        _terminal.console(stderr=True).print(f"{visible(str(out))}: {run.summary}")
    elif format == "text":
        _terminal.console(stderr=to_stderr).print(report, end="")
    else:
        _terminal.write(report, stderr=to_stderr)
