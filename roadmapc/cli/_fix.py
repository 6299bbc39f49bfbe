"""`check --fix` and `--diff`: files fixed in place, or shown as they would be."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli import _diff, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Count, Message, Source, UserError
from roadmapc.fixing import FixResult, apply_fixes, to_file_bytes
from roadmapc.source.decoding import MAX_BYTES, decode
from roadmapc.source.marks_name import is_marks
from roadmapc.workspace import source_files
from roadmapc.workspace.baseline_file import Known
from roadmapc.workspace.checking import CheckRun


class FixedFiles(NamedTuple):
    """What fixes make of the files that they change, and the files that cannot be read."""

    changes: dict[Path, tuple[Compilation, FixResult]]
    unread: list[Compilation]


def find_fixes(check: CheckRun, known: Known | None, *, unsafe: bool) -> FixedFiles:
    """Mend the files of a check in memory: by all rules, so that a fix of one causes no problem for another."""
    made = FixedFiles({}, [])
    wanted = check.checker.wanted_by(known)
    for path in check.files:
        name = check.name_of(path)
        if is_marks(name):  # nothing of marks is fixed by itself
            continue
        data, problem = source_files.content(path, name)
        if problem:
            made.unread.append(Compilation(problem.source, None, (problem,)))
            continue
        recheck = partial(check.checker.check_by_all_rules, name, no_waivers=check.no_waivers)
        before = recheck(data)
        if before.plan is None:
            made.unread.append(before)
        elif any(problem.fix and wanted(problem) for problem in before.diagnostics):
            one = apply_fixes(before, partial(_again, recheck), unsafe=unsafe, wanted=wanted)
            if one.text != before.source.text:
                made.changes[path] = (before, one)
    return made


def _again(recheck: Callable[[bytes], Compilation], source: Source) -> Compilation:
    return recheck(source.text.encode())


def show(made: FixedFiles) -> None:
    """Print the changes as a unified diff, and what cannot be read."""
    from roadmapc.reporters import text

    for before, one in made.changes.values():
        _diff.show(before.source.name, before.source.text, one.text)
    out = _terminal.console(stderr=True)
    for before in made.unread:
        out.print(text.listed(before.diagnostics, _, out.width), end="")
    if not made.changes and not made.unread:
        out.print(_("there is nothing to fix"))


def save(made: FixedFiles, files: Sequence[Path]) -> dict[Path, bytes]:
    """Write each changed file in one step, say how many places were fixed, and return the new content.

    Standard input goes to standard output, fixed or as it came. A file that was changed meanwhile is left as it is;
    where some files cannot be written, the others are, and UserError tells of each.
    """
    content = {}
    failed: list[UserError] = []
    for path, (before, one) in made.changes.items():
        try:
            content[path] = _saved(path, before.source, one)
        except UserError as error:  # the others are fixed all the same
            failed.append(error)
    if source_files.STDIN in files:
        passed_on = content.get(source_files.STDIN) or source_files.standard_input()
        sys.stdout.buffer.write(passed_on)
        if len(passed_on) > MAX_BYTES:  # too large to be looked at: the rest of it was not read yet
            shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
        sys.stdout.flush()
    if failed:
        *others, last = failed
        for one_of_them in others:
            _terminal.fail(one_of_them)
        raise last
    return content


def _saved(path: Path, source: Source, one: FixResult) -> bytes:
    """Write one file, if it is still as it was read, and return its new content."""
    data = source_files.content(path)[0]
    if decode(source.name, data)[0].text != source.text:
        raise UserError(Message("{path} was changed meanwhile; run the program again", path=path))
    data = to_file_bytes(data, one.text)
    if path != source_files.STDIN:
        _terminal.replace(path, data)
        message = Message("{path}: {count}", path=path, count=Count.of("{n} fixed", "{n} fixed", len(one.cured)))
        _terminal.console(stderr=True).print(message.text(_))
    return data
