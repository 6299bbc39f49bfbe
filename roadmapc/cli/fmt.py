"""`roadmapc fmt`: source files in their canonical layout, every value and comment kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.cli import _diff, _terminal
from roadmapc.cli._jobs import Jobs, executor
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import PathsOrStdin
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.source.decoding import decode
from roadmapc.source.formatting import LayoutError, lay_out
from roadmapc.source.marks_name import marks_path
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from roadmapc.workspace import source_files

if TYPE_CHECKING:
    from roadmapc.plan import Plan

GROUP = "prepare"
HELP = "Lay source files out in one way, every value and comment kept: keys in order, even indents, LF line ends."


def command(
    paths: PathsOrStdin = None,
    check: Annotated[bool, typer.Option("--check", help=_("Change nothing; list the files not in order."))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=_("Change nothing; show what would change."))] = False,
    deadlines: Annotated[
        bool,
        typer.Option("--deadlines", help=_("Also put deadlines into canonical words: this changes what is printed.")),
    ] = False,
    ids: Annotated[
        bool,
        typer.Option(
            "--ids",
            help=_(
                "Also give an “id:” to rows that have none; do so before calendars are sent and a baseline is written: "
                "they know rows by it."
            ),
        ),
    ] = False,
    jobs: Jobs = None,
) -> int:
    """Lay files out, in UTF-8 with LF line ends; 1 where one could not be, or with --check and --diff would change."""
    if source_files.STDIN in (paths or []):
        return _streamed(paths or [], check, diff, deadlines=deadlines, ids=ids)
    files = source_files.sources(paths or [])
    files += [path for path in map(marks_path, files) if os.path.lexists(path) and path not in files]
    found = executor(jobs).map(partial(_laid, deadlines=deadlines, ids=ids), [(path,) for path in files])
    if deadlines or ids:  # they read base plans, which may be among the files
        found = iter(list(found))
    results = []
    for path, result in zip(files, found, strict=True):
        results.append(result.outcome)
        _tell(result, check, diff)
        if result.changes and not (check or diff):
            _terminal.replace(path, result.text.encode())
            _terminal.say(Message("{path}: laid out", path=result.name).text(_))
    if not diff:
        _terminal.say(_summary(results, check).text(_))
    return _code(results, check or diff)


class _Outcome(NamedTuple):
    """Whether a file could not be laid out, and whether its text changes."""

    failed: bool
    changes: bool


@dataclass(frozen=True)
class _Result:
    """What came of a file: its text before and after, or why it was left as it was."""

    name: str
    data: bytes = b""
    before: str = ""
    text: str = ""
    problems: tuple[Diagnostic, ...] = ()
    failure: Message | None = None
    remarks: tuple[Message, ...] = ()

    @property
    def failed(self) -> bool:
        return bool(self.problems or self.failure)

    @property
    def changes(self) -> bool:
        return not self.failed and self.text.encode() != self.data

    @property
    def outcome(self) -> _Outcome:
        return _Outcome(self.failed, self.changes)


def _laid(path: Path, *, deadlines: bool, ids: bool) -> _Result:
    name = path.as_posix()
    data, problem = source_files.content(path)
    if problem:
        return _Result(name, problems=(problem,))
    source, problems = decode(name, data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None or problems:
        return _Result(name, problems=tuple(problems))
    remarks = []
    for wanted, change in ((ids, _identified), (deadlines, _reworded)):
        if wanted:
            tree, remark = change(path, tree)
            remarks += [remark] if remark else []
    try:
        return _Result(name, data, source.text, lay_out(tree), remarks=tuple(remarks))
    except LayoutError as error:
        return _Result(name, failure=error.message)


def _plan(path: Path, tree: Tree) -> Plan | None:
    """Return the plan of a tree; none where it holds no roadmap of the right shape."""
    from roadmapc.plan import make_plan
    from roadmapc.source.basing.whole import with_base
    from roadmapc.source.model import Roadmap
    from roadmapc.source.validation import validate
    from roadmapc.workspace import loading

    if alone := loading.read_base_alone(path, tree.source.text.encode()):
        return alone.plan
    whole, _unfitting = with_base(tree, loading.found_base(path, tree.source.text.encode()))
    roadmap, _wrong = validate(whole, Roadmap) if whole else (None, [])
    if whole is None or roadmap is None:
        return None
    return make_plan(roadmap, whole, "", calendar=source_files.settings().calendar)


def _identified(path: Path, tree: Tree) -> tuple[Tree, Message | None]:
    """Return the tree with an id for every row, and how many are new; as it was where its rows are not known."""
    from roadmapc.plan.row_ids import with_ids

    plan = _plan(path, tree)
    found = with_ids(plan) if plan else None
    if found is None:
        return tree, Message("no ids were given: first correct what “roadmapc check” reports")
    tree, count = found
    return tree, Message("new ids: {n}", n=count) if count else None


def _reworded(path: Path, tree: Tree) -> tuple[Tree, Message | None]:
    """Return the tree with canonical deadlines; as it was, with a remark, where they cannot be dated."""
    from roadmapc.plan.canonical_deadlines import reworded

    plan = _plan(path, tree)
    if plan is None or plan.period is None or plan.calendar_error:
        return tree, Message("the deadlines were left alone: first correct what “roadmapc check” reports")
    return reworded(plan), None


def _streamed(paths: list[Path], check: bool, diff: bool, *, deadlines: bool, ids: bool) -> int:
    """Lay standard input out to standard output; what is wrong goes to the error stream, so that no file gets it."""
    if len(paths) > 1:
        raise UserError(Message("“-” stands alone: standard input cannot be mixed with files"))
    result = _laid(source_files.STDIN, deadlines=deadlines, ids=ids)
    _tell(result, check, diff, stderr=True)
    if not (result.failed or check or diff):
        _diff.write(result.text)
    return _code([result.outcome], check or diff)


def _tell(result: _Result, check: bool, diff: bool, *, stderr: bool = False) -> None:
    """Report why a file was left as it was, or what would change in it."""
    from roadmapc.reporters import text

    out = _terminal.console(stderr=stderr)
    if result.problems:
        out.print(text.listed(result.problems, _, out.width), end="")
    if result.failure:
        out.print(f"{visible(result.name)}: {result.failure.text(_)}")
    for remark in result.remarks:
        _terminal.console(stderr=stderr or diff).print(
            f"{visible(result.name)}: {remark.text(_)}"
        )  # a patch holds no remarks
    if result.changes and check and not diff:
        _terminal.say(Message("{path}: not in order", path=result.name).text(_))
    if result.changes and diff:
        _diff.show(result.name, result.before, result.text)


def _summary(results: list[_Outcome], check: bool) -> Message:
    changed = sum(result.changes for result in results)
    failed = sum(result.failed for result in results)
    kept = len(results) - changed - failed
    if check:
        template = "not in order: {changed}; in order: {kept}; cannot be laid out: {failed}"
        return Message(template, changed=changed, kept=kept, failed=failed)
    template = "laid out: {changed}; in order already: {kept}; cannot be laid out: {failed}"
    return Message(template, changed=changed, kept=kept, failed=failed)


def _code(results: list[_Outcome], unchanged: bool) -> int:
    problems = any(result.failed or (unchanged and result.changes) for result in results)
    return _terminal.PROBLEMS if problems else _terminal.OK
