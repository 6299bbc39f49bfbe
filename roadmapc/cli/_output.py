"""What a command prints, sent to a file instead."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError


@contextmanager
def into(path: Path | None, sources: Iterable[Path] = ()) -> Iterator[None]:
    """Keep what is printed and write it to a file at the end, in one step; it is printed where none is named."""
    if path is None:
        yield
        return
    refuse_sources((path,), sources)
    with redirect_stdout(io.StringIO(newline="")) as text:
        yield
    _terminal.replace(path, text.getvalue().encode(errors="replace"))
    _terminal.console(stderr=True).print(Message("{path}: written", path=path).text(_))


def refuse_sources(targets: Iterable[Path | None], sources: Iterable[Path]) -> None:
    """Refuse to write over what is read: the file's name was taken for that of the option."""
    read = [*sources]
    for target in targets:
        if target is not None and (target.suffix.lower() in {".yaml", ".yml"} or target in read):
            hint = Message("name another file for the report")
            raise UserError(Message("{path} is a source: a report would take its place", path=target), hint)
