"""The terminal that commands print on: texts as they stand, but for what would command it."""

from __future__ import annotations

import os
import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from roadmapc.diagnostics.visible import visible_lines, without_commands

WIDEST = 400  # columns: laying a table out takes longer the wider it is, and nobody has more


class Screen(Console):
    """Prints text as it stands: no markup, no emoji, no highlighting, nothing cut.

    Lines are broken between words on a screen alone, and by those who ask (`breaks_lines`) where the environment gives
    a width: what goes to a file or another program keeps its lines.
    """

    def __init__(self, *, stderr: bool) -> None:
        stream = sys.stderr if stderr else sys.stdout
        is_screen = stream.isatty()
        super().__init__(file=_Stream(stream), markup=False, emoji=False, highlight=False)  # type: ignore[arg-type]
        self.soft_wrap = not is_screen
        self.breaks_lines = is_screen or "COLUMNS" in os.environ
        if self.width > WIDEST:
            self.width = WIDEST

    def print(self, *objects: Any, **options: Any) -> None:
        """Print; what is not seen in a plain text is shown as escapes."""
        super().print(*(Text(visible_lines(one)) if isinstance(one, str) else one for one in objects), **options)


class _Stream:
    """A stream whose lines no runner of jobs takes for commands; what is not seen is shown where no screen is."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text; a screen's own codes pass."""
        coloured = "\x1b[" in text
        self._stream.write(without_commands(text if coloured else visible_lines(text)))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
