"""What `build` and `report` share: documents made in memory, and how they reach their folder."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import bases, forms, os_errors, source_files, special_files, template_files
from roadmapc.workspace.settings import FILE
from roadmapc.workspace.source_files import OWNERS_FILE
from roadmapc.workspace.special_files import Identity

if TYPE_CHECKING:
    from roadmapc.documents.output import File
    from roadmapc.workspace.output_folder import Written


class Built(NamedTuple):
    """A roadmap's source and form, the folder it is built into, and what is to be written there.

    What is made of many roadmaps has no `source`; `data` is its content, where that was read before.
    """

    source: Path | None
    form: Path | None
    folder: Path
    files: list[File]
    data: bytes | None = None


def refuse_same_id(roadmaps: Iterable[tuple[Path, str]]) -> None:
    """Refuse two files of one folder of documents, before anything of either is written: none is the right one."""
    seen: dict[str, Path] = {}
    for path, named in roadmaps:
        name = named.casefold()
        if name in seen:
            hint = Message("set “id:” in one of them")
            raise UserError(Message("{a} and {b} would build into one folder", a=seen[name], b=path), hint)
        seen[name] = path


def refuse_directory(files: Iterable[Path]) -> None:
    """Refuse the directory of owners where roadmaps are named."""
    for path in files:
        if path.name == OWNERS_FILE:
            raise UserError(Message("{path} is the shared directory, not a roadmap", path=path))


def read_with(files: list[Path], folders: tuple[Path, ...], named: list[Path]) -> frozenset[Identity]:
    """Return which files a build reads: no document may take the place of one."""
    beside = [path.parent / OWNERS_FILE for path in files]
    own = [file for folder in folders for file in folder.iterdir() if file.suffix in template_files.SUFFIXES]
    shared = (file.path for file in bases.found())
    return special_files.identities([*files, *beside, *shared, Path(FILE), *own, *named])


def beside_sources(files: Iterable[File], folder: Path, sources: frozenset[Identity]) -> Iterator[File]:
    """Yield files that are to be written into a folder; raises UserError where one would take the place of a source."""
    for file in files:
        if special_files.identity(folder / file.name) in sources:
            message = Message("{path} is a source: a document would take its place", path=folder / file.name)
            raise UserError(message, Message("name another folder: --out FOLDER"))
        yield file


def write(built: Built, today: date, sources: frozenset[Identity]) -> str:
    """Write what was built, and say what of it somebody had changed by hand; return the digest of the manifest."""
    from roadmapc.workspace import output_folder

    source, form, folder, files, data = built
    try:
        all_files = output_folder.listed(files) if source is None else _with_manifest(files, source, form, data)
        written = output_folder.write_all(folder, beside_sources(all_files, folder, sources), today)
    except OSError as error:
        where = error.filename or folder
        hint = _what_to_do(error, is_partly=isinstance(error, output_folder.PartlyWritten))
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error)), hint) from error
    tell_changed_by_hand(written)
    _terminal.say(Message("{folder}: files: {n}", folder=folder, n=len(written.files)).text(_))
    return written.digest


def _what_to_do(error: OSError, *, is_partly: bool) -> Message:
    """Return the hint for a folder that could not be written: only what another program uses may be open in Word."""
    from roadmapc.diagnostics.regular_files import LinkRefused

    if isinstance(error, LinkRefused):
        return Message("name a folder that is none with --out, or remove the link; nothing was changed")
    is_used = error.errno in {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
    if is_partly:
        if is_used:
            return Message("close the file if it is open in Word and build again: some files of its folder are new")
        return Message("build again when that is mended: some files of its folder are new")
    if is_used:
        return Message("close the file if it is open in Word; nothing was changed in its folder")
    return Message("nothing was changed in its folder")


def _with_manifest(files: list[File], source: Path, form: Path | None, data: bytes | None) -> list[File]:
    from roadmapc.workspace import output_folder

    named = (form.as_posix(), forms.bytes_of(form)) if form else None
    data = source_files.content(source)[0] if data is None else data
    return [*files, output_folder.manifest(files, source.name, data, named)]


def tell_changed_by_hand(written: Written) -> None:
    """Say what somebody has changed in a folder since it was written, and where it is now."""
    if not (written.moved or written.kept):
        return
    out = _terminal.console(stderr=True)
    for path, now in written.moved:
        message = Message("{path} was changed by hand: what stood there is now {name}", path=path, name=now.name)
        out.print(message.text(_))
    for path in written.kept:
        message = Message("{path} is no longer made, but it was changed by hand: it stays", path=path)
        out.print(message.text(_))
