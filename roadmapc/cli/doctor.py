"""`roadmapc doctor`: what of the surroundings is there, and how to get the rest."""

from __future__ import annotations

from rich.text import Text

from roadmapc import __version__
from roadmapc.cli import _terminal
from roadmapc.cli._language import preferred
from roadmapc.cli._language import translate as _

GROUP = "prepare"
HELP = "Tell what the program can use here: LibreOffice, typefaces, dictionary, cache; and how to get the rest."


def command() -> int:
    """List what is there and what is not; 1 where something is missing without which messages cannot be read."""
    import sys

    from roadmapc.workspace.surroundings import findings

    out = _terminal.laid_out_console()
    out.print(Text(f"roadmapc {__version__}", style="bold"))
    is_whole = True
    for one in findings(sys.stdout.encoding or "", preferred()):
        sign, style = ("+", "green") if one.is_there else ("–", "yellow")
        line = Text(f"{sign} ", style=style)
        line.append(one.name.text(_), "bold")
        line.append(f": {one.found or _('not there')}")
        out.print(line)
        out.print(Text(f"    {one.use.text(_)}", style="dim"))
        if not one.is_there and one.hint:
            out.print(Text(f"    = {one.hint.text(_)}"))
        is_whole = is_whole and (one.is_there or not one.is_needed)
    return _terminal.OK if is_whole else _terminal.PROBLEMS
