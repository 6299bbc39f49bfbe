"""What `build` says of folders whose roadmap is gone, and how it takes them away."""

from __future__ import annotations

import os
from collections.abc import Set
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, output_folder
from roadmapc.workspace.built_before import BuiltBefore
from roadmapc.workspace.source_files import STDIN


def tell(
    before: BuiltBefore, out: Path, sources: Set[Path], used: Set[Path], *, prune: bool, is_all: bool, is_known: bool
) -> None:
    """Name the folders of sources that are gone; with `prune` remove what was written there and nobody has changed.

    Only those that this project has built: another one may build into the same place. `is_all` says that the sources
    are all that there are; of single files nobody can tell. `used` are folders of which they are known to be used;
    `is_known` says that they are known of all sources, for one that cannot be read may be whose a folder is.
    """
    if prune and not (is_all and before.is_used):
        why = Message("--prune needs all roadmaps: name their folder, not single files")
        if is_all:
            why = Message("--prune: it is not remembered here what was built; name a place: ROADMAPC_CACHE_DIR")
        _terminal.console(stderr=True).print(why.text(_))
    if prune and is_all and not is_known:
        _terminal.console(stderr=True).print(Message("--prune: nothing is removed while a roadmap is unread").text(_))
    for folder, source in before.folders_in(out, used) if is_all and is_known else ():
        is_there = source in sources
        if source == STDIN or (not is_there and os.path.lexists(source)):  # one that was built by its name
            continue
        why = Message("its roadmap {name} is gone", name=source.name)
        if is_there:
            why = Message("its roadmap {name} has another id now", name=source.name)
        if not prune:
            _terminal.say(Message("{folder}: {why}; --prune removes the folder", folder=folder, why=why).text(_))
            continue
        try:
            kept = output_folder.prune(folder)
        except OSError as error:
            place, reason = error.filename or folder, os_errors.reason(error)
            raise UserError(Message("cannot write {path}: {why}", path=place, why=reason)) from error
        _terminal.say(Message("{folder}: removed, {why}", folder=folder, why=why).text(_))
        for path in kept:
            _terminal.say(Message("  {path} stays: the program did not write it so", path=path).text(_))
