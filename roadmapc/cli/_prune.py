"""What `build` says of folders whose roadmap is gone, and how it takes them away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, output_folder


def tell(folders: Iterable[Path], sources: Iterable[Path], *, prune: bool) -> None:
    """Name the folders of sources that are gone; with `prune` remove what was written there and nobody has changed.

    `folders` are those that this project has built: another one may build into the same place.
    """
    names = {path.name for path in sources}
    for folder in folders:
        source = output_folder.source_of(folder)
        if source is None or source in names:
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
