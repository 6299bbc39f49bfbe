"""`roadmapc check`: every problem at its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from roadmapc import project
from roadmapc.checks import ALL, Policy, rule_name, rules
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
    _sources.needs_spelling(policy)
    if unsafe_fixes and not (fix or diff):
        raise UserError(Message("--unsafe-fixes goes with --fix or --diff"))
    files = _sources.sources(paths or [])
    for target in (output, write_baseline):
        _refuse_source(target, files)
    check = _Check(stdin_filename, _edge.day_of(today), policy, no_waivers)
    known = _baseline.read(baseline or (Path(settings.baseline) if settings.baseline else None), write_baseline)
    content: Mapping[Path, bytes] = {}
    if fix or diff:
        changes = _fix.mended(files, check.by_all_rules, check.wanted(known), unsafe=unsafe_fixes)
        if diff:
            return _edge.PROBLEMS if check.differ(files, changes) else _edge.OK
        content = _fix.save(changes, files)
    results = check.found(files, content)
    names = [check.named(path) for path in files]
    shared = [one for one in _sources.directories(names) if Path(one.source.name) not in names]
    problems = [problem for one in [*shared, *results] for problem in one.diagnostics]
    if write_baseline:
        return _baseline.write(write_baseline, problems)
    problems = _baseline.applied(known, problems)
    shown = tuple(p for p in problems if not p.is_settled or (show_waived and p.waived is not None))
    unread = sum(one.plan is None for one in results)
    files_named = tuple(name.as_posix() for name in names)
    run = Run(files_named, tuple(problems), shown, _, _edge.console().width, unread)
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
        return self._judged([self._read(path, content.get(path)) for path in paths], self.policy)

    def by_all_rules(self, path: Path, data: bytes | None) -> Compilation:
        """Check one file by all rules: a fix of one rule may cause no problem for another."""
        return self._judged([self._read(path, data)], ALL)[0]

    def wanted(self, known: _baseline.Known | None) -> Callable[[Diagnostic], bool]:
        """Return what says whether a problem is to be mended: its rule runs, and it is not in the baseline."""
        names = {name for rule in rules() if self.policy.runs(rule, name := rule_name(rule))}
        return lambda problem: problem.name in names and not (known and known.has(problem))

    def differ(self, files: Sequence[Path], changes: _fix.Changes) -> bool:
        """Show the changes, and the files that cannot be read; say whether there are any."""
        unread = [one for one in self.found(files, {}) if one.plan is None]
        _fix.show(changes)
        out = _edge.console(stderr=True)
        for one in unread:
            out.print(reporter("text").listed(one.diagnostics, _, out.width), end="")
        if not changes and not unread:
            out.print(_("there is nothing to mend"))
        return bool(changes or unread)

    def _read(self, path: Path, data: bytes | None) -> Compilation:
        return _sources.read(path, self.named(path), data)

    def _judged(self, read: list[Compilation], policy: Policy) -> list[Compilation]:
        results = checked(read, today=self.today, policy=policy)
        return [one.unwaived() for one in results] if self.no_waivers else results


def _refuse_source(target: Path | None, files: list[Path]) -> None:
    """Refuse to write a report over a roadmap: the file's name was taken for that of the option."""
    if target is not None and (target.suffix.lower() in {".yaml", ".yml"} or target in files):
        hint = Message("name another file for the report")
        raise UserError(Message("{path} is a source: a report would take its place", path=target), hint)


def _rules(given: list[str] | None, option: str) -> tuple[str, ...]:
    words = [word.strip() for text in given or () for word in text.split(",")]
    return tuple(project.known_rule(word, option) for word in words if word)


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
