"""`check --fix` and `--diff`: files mended in place, or shown as they would be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from roadmapc.cli import _diff, _edge, _sources
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Count, Diagnostic, Message
from roadmapc.fixing import Fixed, fixed, in_bytes
from roadmapc.source import Source

Read = Callable[[Path, bytes | None], Compilation]
Changes = dict[Path, tuple[Compilation, Fixed]]


def mended(files: Sequence[Path], read: Read, wanted: Callable[[Diagnostic], bool], *, unsafe: bool) -> Changes:
    """Return what fixes make of each file that they change.

    `read` checks one file, perhaps with new content, by all rules; `wanted` says which problems are to be mended.
    """
    made = {}
    for path in files:
        before = read(path, None)
        if before.plan is not None and any(problem.fix and wanted(problem) for problem in before.diagnostics):
            one = fixed(before, partial(_again, read, path), unsafe=unsafe, wanted=wanted)
            if one.text != before.source.text:
                made[path] = (before, one)
    return made


def _again(read: Read, path: Path, source: Source) -> Compilation:
    return read(path, source.text.encode())


def show(changes: Changes) -> None:
    """Print the changes as a unified diff."""
    for before, made in changes.values():
        _diff.show(before.source.name, before.source.text, made.text)


def save(changes: Changes, files: Sequence[Path]) -> dict[Path, bytes]:
    """Write each changed file in one step, say how many places were mended, and return the new content.

    Standard input goes to standard output, mended or as it came.
    """
    content = {}
    for path, (_before, made) in changes.items():
        content[path] = in_bytes(_sources.content(path)[0], made.text)
        if path != _sources.STDIN:
            _edge.replace(path, content[path])
            message = Message("{path}: {count}", path=path, count=Count.of("{n} mended", "{n} mended", len(made.cured)))
            _edge.console(stderr=True).print(message.text(_))
    if _sources.STDIN in files:
        sys.stdout.buffer.write(content.get(_sources.STDIN) or _sources.standard_input())
        sys.stdout.flush()
    return content
