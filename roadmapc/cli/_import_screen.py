"""How imports are laid out on a screen: lines that tell of one, and the table of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from roadmapc.cli import _screen, _terminal
from roadmapc.cli._language import translate as _

if TYPE_CHECKING:
    from roadmapc.cli.import_ import Job
    from roadmapc.importer import Imported

_WIDE = 100  # columns of a window in which the new files have one of their own


def say(line: str) -> None:
    """Print a line; on a screen its further lines are indented, and the path of a file stays whole, to be copied."""
    out = _terminal.console()
    if out.soft_wrap or line.lstrip().startswith("→"):
        out.print(line, soft_wrap=True)
        return
    deeper = " " * (len(line) - len(line.lstrip()) + 2)
    out.print(fill(line, out.width, subsequent_indent=deeper, break_long_words=False, break_on_hyphens=False))


def summary(jobs: Sequence[Job], done: Sequence[tuple[Job, Sequence[Path], Imported]]) -> None:
    """Print the table of all imports; in a narrow window the new file stands below the old one."""
    from rich.table import Table
    from rich.text import Text

    out = _terminal.laid_out_console()
    if out.soft_wrap:
        out.width = _screen.WIDEST  # lines stay whole
    table = Table(box=None, padding=(0, 1))
    table.add_column(_("File"), overflow="fold")
    if out.width >= _WIDE:
        table.add_column(_("Roadmap"), overflow="fold")
    for heading in (_("Rows"), _("Left"), _("Doubts")):
        table.add_column(heading, justify="right", no_wrap=True)
    known = {job.stem: (paths, imported) for job, paths, imported in done}
    shown = _shown(jobs)
    for job in jobs:
        paths, imported = known.get(job.stem, ((), None))
        old, new = shown[job.stem], ", ".join(path.name for path in paths) or _("not imported")
        names = [Text(old), Text(new)] if out.width >= _WIDE else [Text.assemble(old, "\n", (new, "dim"))]
        table.add_row(*names, *map(Text, _numbers(imported) if imported else ("", "", "")))
    out.print(table)


def _shown(jobs: Sequence[Job]) -> Mapping[str, str]:
    """Return the names of the old files by those of the new ones, without the folder that all of them lie in."""
    parts = {job.stem: [name.split("/") for name in job.names] for job in jobs}
    levels = zip(*(one[:-1] for names in parts.values() for one in names), strict=False)
    common = sum(1 for _level in takewhile(lambda level: len(set(level)) == 1, levels))
    return {stem: ", ".join("/".join(one[common:]) for one in names) for stem, names in parts.items()}


def _numbers(imported: Imported) -> tuple[str, str, str]:
    """Return how many rows there are, how many words are left, how much is doubtful."""
    from roadmapc.importing.understood import understood

    facts = [understood(one.plan) for one in imported.roadmaps]
    doubts = sum(len(one.draft.doubts) for one in imported.roadmaps)
    doubts += sum(one.deadlines.doubtful + one.deadlines.not_understood for one in facts)
    return str(sum(one.rows for one in facts)), str(imported.proof.left.total()), str(doubts)
