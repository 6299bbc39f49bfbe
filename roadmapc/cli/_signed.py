"""What `build` says of a roadmap whose signed text was changed: that no act has signed what it builds."""

from __future__ import annotations

from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message
from roadmapc.workspace import edition_files


def tell_unsigned(path: Path, id: str) -> None:
    """Say how much a roadmap differs from its last signed text, if a text is kept and something does."""
    if not edition_files.is_kept(path, id):
        return
    from roadmapc.workspace import editions, loading

    plan = loading.read(path).plan
    assert plan is not None  # it was checked
    signed = editions.signed(path, plan)
    count = len(signed.unsigned) + (0 if signed.unkept else len(signed.renumbered))
    if count:
        message = Message(
            "{path}: changes of the signed text that no act has signed: {n}; for the act: roadmapc amend {path}",
            path=path.as_posix(),
            n=count,
        )
        _terminal.console(stderr=True).print(message.text(_))
