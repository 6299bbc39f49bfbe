"""What `build` says of folders whose roadmap is gone, and how it takes them away."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, output_folder
from roadmapc.workspace.built_before import BuiltBefore


def tell(
    before: BuiltBefore, out: Path, sources: Iterable[Path], used: Set[Path], *, prune: bool, is_all: bool
) -> None:
    """Name the folders of sources that are gone; with `prune` remove what was written there and nobody has changed.

    Only those that this project has built: another one may build into the same place. `is_all` says that the sources
    are all that there are; of single files nobody can tell. `used` are folders of which they are known to be used.
    """
    if prune and not (is_all and before.is_used):
        why = Message("--prune needs all roadmaps: name their folder, not single files")
        if is_all:
            why = Message("--prune: it is not remembered here what was built; name a place: ROADMAPC_CACHE_DIR")
        _terminal.console(stderr=True).print(why.text(_))
    names = {path.name for path in sources}
    for folder in before.folders_in(out, used) if is_all else ():
        source = output_folder.source_of(folder)
        place = before.source_of(folder)
        if source is None or source in names or (place and os.path.lexists(place)):  # one that was built by its name
            continue
        if not prune:
            message = Message(
                "{folder}: its roadmap {name} is gone; --prune removes the folder", folder=folder, name=source
            )
            _terminal.say(message.text(_))
            continue
        try:
            kept = output_folder.prune(folder)
        except OSError as error:
            why = os_errors.reason(error)
            raise UserError(Message("cannot write {path}: {why}", path=error.filename or folder, why=why)) from error
        _terminal.say(Message("{folder}: removed, its roadmap {name} is gone", folder=folder, name=source).text(_))
        for path in kept:
            _terminal.say(Message("  {path} stays: the program did not write it so", path=path).text(_))
