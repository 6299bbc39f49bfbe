"""`check --fix` and `--diff`: files mended in place, or shown as they would be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from roadmapc.cli import _diff, _edge, _sources
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Count, Message
from roadmapc.fixing import Fixed, fixed, in_bytes

Again = Callable[[Path, bytes], Compilation]


def mended(
    files: Sequence[Path], results: Sequence[Compilation], again: Again, *, unsafe: bool
) -> dict[Path, tuple[Compilation, Fixed]]:
    """Return what fixes make of each file that they change; `again` compiles a file's new content."""
    made = {}
    for path, before in zip(files, results, strict=True):
        if before.plan is not None and any(problem.fix for problem in before.diagnostics):
            one = fixed(before, lambda source, path=path: again(path, source.text.encode()), unsafe=unsafe)  # type: ignore[misc]  # the path is this turn's
            if one.text != before.source.text:
                made[path] = (before, one)
    return made


def show(changes: dict[Path, tuple[Compilation, Fixed]]) -> None:
    """Print the changes as a unified diff."""
    for before, made in changes.values():
        _diff.show(before.source.name, before.source.text, made.text)


def save(changes: dict[Path, tuple[Compilation, Fixed]]) -> dict[Path, bytes]:
    """Write each changed file in one step, say how many problems were mended, and return the new content."""
    content = {}
    for path, (_before, made) in changes.items():
        content[path] = in_bytes(_sources.content(path)[0], made.text)
        if path != _sources.STDIN:
            _edge.replace(path, content[path])
            message = Message("{path}: {count}", path=path, count=Count.of("{n} mended", "{n} mended", len(made.cured)))
            _edge.console(stderr=True).print(message.text(_))
    return content
