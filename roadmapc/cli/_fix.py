"""`check --fix` and `--diff`: files mended in place, or shown as they would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from roadmapc.cli import _diff, _edge, _sources
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Count, Message
from roadmapc.fixing import Fixed, fixed, in_bytes
from roadmapc.source import Source

Found = Callable[[Sequence[Path], Mapping[Path, bytes]], list[Compilation]]
Changes = dict[Path, tuple[Compilation, Fixed]]


def mended(files: Sequence[Path], results: Sequence[Compilation], found: Found, *, unsafe: bool) -> Changes:
    """Return what fixes make of each file that they change; `found` checks files, some with new content."""
    made = {}
    for path, before in zip(files, results, strict=True):
        if before.plan is not None and any(problem.fix for problem in before.diagnostics):
            one = fixed(before, partial(_again, found, path), unsafe=unsafe)
            if one.text != before.source.text:
                made[path] = (before, one)
    return made


def _again(found: Found, path: Path, source: Source) -> Compilation:
    return found([path], {path: source.text.encode()})[0]


def show(changes: Changes) -> None:
    """Print the changes as a unified diff."""
    for before, made in changes.values():
        _diff.show(before.source.name, before.source.text, made.text)


def save(changes: Changes, files: Sequence[Path]) -> dict[Path, bytes]:
    """Write each changed file in one step, say how many places were mended, and return the new content.

    Standard input goes to standard output, mended or not.
    """
    content = {}
    for path, (_before, made) in changes.items():
        content[path] = in_bytes(_sources.content(path)[0], made.text)
        if path != _sources.STDIN:
            _edge.replace(path, content[path])
            message = Message("{path}: {count}", path=path, count=Count.of("{n} mended", "{n} mended", len(made.cured)))
            _edge.console(stderr=True).print(message.text(_))
    if _sources.STDIN in files:
        data = content.get(_sources.STDIN) or _sources.content(_sources.STDIN)[0]
        _diff.write(data.decode("utf-8", "replace"))
    return content
