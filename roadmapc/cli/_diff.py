"""What would change in a file, as a unified diff."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message
from roadmapc.diagnostics.visible import visible


def show(name: str, before: str, after: str) -> None:
    """Print the difference of two texts of a file to standard output."""
    _terminal.exact_line_ends()
    _terminal.write("".join(_lines(name, before, after)))


def write(text: str) -> None:
    """Print a file's own text to standard output as it is; on a screen with what nobody sees as escapes."""
    _terminal.exact_line_ends()
    if sys.stdout.isatty():
        _terminal.write(text)
    else:
        sys.stdout.write(text)


def _lines(name: str, before: str, after: str) -> Iterator[str]:
    if before == after:
        message = Message("{path}: only line ends or the mark at the beginning would change", path=name)
        yield f"{message.text(_)}\n"
        return
    for line in unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), visible(name), visible(name)
    ):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
