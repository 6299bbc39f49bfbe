"""Problems of files that a command reads to do something else than check them."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic


def tell(problems: Sequence[Diagnostic]) -> None:
    """Print problems to the error stream, each file's in order."""
    if not problems:
        return
    from roadmapc.reporters import text

    out = _terminal.console(stderr=True)
    out.print(text.folded(problems, _, out.width), end="")
