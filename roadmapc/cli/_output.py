"""What a command prints, sent to a file instead."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import special_files
from roadmapc.workspace.settings import FILE
from roadmapc.workspace.source_files import OWNERS_FILE, STDIN
from roadmapc.workspace.template_files import PROJECT, SUFFIXES


@contextmanager
def into(path: Path | None, sources: Iterable[Path] = ()) -> Iterator[None]:
    """Keep what is printed and write it to a file at the end, in one step; it is printed where none is named."""
    if path is None:
        yield
        return
    refuse_sources((path,), sources)
    with redirect_stdout(io.StringIO(newline="")) as text:
        yield
    _terminal.put(path, text.getvalue().encode(errors="replace"))
    _terminal.console(stderr=True).print(Message("{path}: written", path=path).text(_))


def refuse_sources(targets: Iterable[Path | None], sources: Iterable[Path]) -> None:
    """Refuse to write over what is read, by whatever name: the file's was taken for that of the option."""
    read = [*sources]
    read += [*dict.fromkeys(path.parent / OWNERS_FILE for path in read), Path(FILE)]
    known = special_files.identities(read)
    for target in targets:
        if target is not None and (special_files.identity(target) in known or _is_source(target, STDIN in read)):
            hint = Message("name another file for the report")
            raise UserError(Message("{path} is a source: a report would take its place", path=target), hint)


def _is_source(target: Path, reads_standard_input: bool) -> bool:
    """Say whether a path leads, or would lead, to what is read: a roadmap, settings, a form, a template."""
    if special_files.is_special(target):
        return False
    if reads_standard_input and special_files.is_open_as(target, 0):
        return True
    if special_files.open_stream(target) is not None:
        return False
    place = Path(os.path.realpath(target))
    if any(path.suffix.lower() in {".yaml", ".yml", ".docx"} or path.name == FILE for path in (target, place)):
        return True
    return place.suffix in SUFFIXES and place.parent == Path(os.path.realpath(PROJECT))
