"""A folder that a build fills: what the program wrote there it knows again, and all else is left to its owner.

The manifest holds the digest of every file as it was written. A file that has another one was changed by hand: it is
moved beside before a new one takes its place, and it is never removed. The folder and the files in it are written where
they are: a link would lead out of it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.workspace import atomic_writes

if TYPE_CHECKING:  # what makes documents is loaded where some are made
    from roadmapc.documents.output import File

MANIFEST = "manifest.json"
_MOST_MANIFEST = 5_000_000
_PIECE = 1 << 18
"""Bytes that are read of a file at once."""
CHANGED = "изменён"
Digests = Mapping[str, frozenset[str]]
"""What the program wrote: the digests that a file may have, by its name."""


class Written(NamedTuple):
    """What became of a folder: its files; those changed by hand with where they are now; those kept though not made.

    `digest` is that of the manifest, the last of the files.
    """

    files: list[Path]
    moved: list[tuple[Path, Path]]
    kept: list[Path]
    digest: str


class PartlyWritten(OSError):
    """A folder could not be brought to its end: some of its files are new, some old, each of them whole."""


def manifest(files: Iterable[File], source: str, data: bytes, form: tuple[str, bytes] | None = None) -> File:
    """Return `manifest.json`: each file with its SHA-256, the source's, and that of the form which the source names."""
    from roadmapc.documents.output import File

    made_of = {"source": _entry(source, data), **({"form": _entry(*form)} if form else {})}
    return File(MANIFEST, _json({**made_of, "files": [_entry(file.name, file.data) for file in files]}))


def listed(files: Iterable[File]) -> Iterator[File]:
    """Yield files that are made of several sources, then `manifest.json`: each of them with its SHA-256."""
    from roadmapc.documents.output import File

    entries = []
    for file in files:
        entries.append(_entry(file.name, file.data))
        yield file
    yield File(MANIFEST, _json({"files": entries}))


def _entry(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "sha256": hashlib.sha256(data).hexdigest()}


def write_all(folder: Path, files: Iterable[File], today: date) -> Written:
    """Write all files into a folder or change none of them; files of an earlier build that are gone are removed.

    Every file is first written whole beside its place, as soon as it is made; only then are they renamed, the manifest
    (the last of `files`) after all else, so that what a stopped build left is still known to the next. `today` names
    what was changed by hand. Raises what goes wrong while files are made, and OSError with `filename` set to the file
    concerned: PartlyWritten where something was changed before it, any other where nothing was.
    """
    for place in (folder.parent, folder):
        atomic_writes.refuse_link(place)
    new = [place for place in (folder, *folder.parents) if not os.path.lexists(place)]
    folder.mkdir(parents=True, exist_ok=True)
    work = _Work(folder, _known(folder))
    try:
        work.prepare(files)
        gone, kept = work.former()
        if not work.is_alone():
            work.see_places(gone)
            work.keep_changed(today)
        work.finish(gone)
    except BaseException as error:
        work.give_up()
        with suppress(OSError):  # what holds anything stays
            for place in new:
                place.rmdir()
        if work.changed and isinstance(error, OSError):
            raise PartlyWritten(error.errno, error.strerror, error.filename) from error
        raise
    return Written([one.place for one in work.ready], work.moved, kept, work.ready[-1].digest)


class _Ready(NamedTuple):
    """A file that is written beside its place, and its digest."""

    temporary: Path
    place: Path
    digest: str


class _Work:
    """The writing of one folder: what is ready beside its place, what has been moved, what is new already."""

    def __init__(self, folder: Path, known: Digests) -> None:
        self.folder = folder
        self.known = known
        self.ready: list[_Ready] = []
        self.moved: list[tuple[Path, Path]] = []
        self.changed = False

    def prepare(self, files: Iterable[File]) -> None:
        """Write every file beside its place."""
        for path in atomic_writes.left_over(self.folder):
            if not _listed(path):  # a manifest tells what a killed build wrote, until there is a newer one
                atomic_writes.remove(path)
        mode = atomic_writes.new_mode()
        for file in files:
            if Path(file.name).name != file.name:  # a fault of the program: it would lead out of the folder
                raise ValueError(file.name)
            temporary = atomic_writes.beside(self.folder, file.data, mode)
            self.ready.append(_Ready(temporary, self.folder / file.name, hashlib.sha256(file.data).hexdigest()))

    def former(self) -> tuple[list[Path], list[Path]]:
        """Return the files of an earlier build that are made no more: as they were written, and changed by hand."""
        names = {one.place.name for one in self.ready}
        found = [name for name in sorted(self.known) if name not in names and _is_plain(self.folder, name)]
        gone = [name for name in found if _digest(self.folder / name) in self.known[name]]
        return [self.folder / name for name in gone], [self.folder / name for name in found if name not in gone]

    def is_alone(self) -> bool:
        """Say whether nothing else is in the folder, so that nothing can be in the way."""
        own = {one.temporary.name for one in self.ready}
        with os.scandir(self.folder) as entries:
            return all(entry.name in own for entry in entries)

    def see_places(self, gone: Iterable[Path]) -> None:
        """See that each place can be written."""
        for path in (*(one.place for one in self.ready), *gone):
            atomic_writes.refuse_link(path)
            atomic_writes.require_writable(path)

    def keep_changed(self, today: date) -> None:
        """Give what was changed by hand a second name; it keeps its first one until the new file takes that."""
        for one in self.ready:
            if _is_changed(one, self.known):
                self.moved.append((one.place, _named_anew(one.place, today)))

    def finish(self, gone: Iterable[Path]) -> None:
        """Rename all files into place; what is gone is removed before the manifest forgets it."""
        *documents, last = self.ready
        for one in documents:
            self._rename(one)
        for path in gone:
            path.unlink(missing_ok=True)
            self.changed = True
        self._rename(last)
        atomic_writes.remove_left_over(self.folder)

    def _rename(self, one: _Ready) -> None:
        one.temporary.replace(one.place)
        self.changed = True

    def give_up(self) -> None:
        """Leave nothing temporary, and no second name of a file that is still in its place; remember what is new."""
        atomic_writes.sweep(self.folder)
        for path, now in self.moved:
            with suppress(OSError):
                if path.samefile(now):
                    now.unlink()
        if self.changed:
            with suppress(OSError):
                self._remember()

    def _remember(self) -> None:
        """Let the manifest know the old files and the new ones, since some are old and some are new."""
        digests = {name: set(known) for name, known in self.known.items()}
        for one in self.ready:
            if one.place.name != MANIFEST:
                digests.setdefault(one.place.name, set()).add(one.digest)
        entries = [{"name": name, "sha256": one} for name in sorted(digests) for one in sorted(digests[name])]
        atomic_writes.replace(self.folder / MANIFEST, _json({"files": entries}))


def prune(folder: Path) -> list[Path]:
    """Remove what the program wrote into a folder, and the folder if that was all; return what stays.

    What was changed by hand, and what the manifest does not know, stays with its folder. Raises OSError.
    """
    for name, known in _listed(folder / MANIFEST):
        if _is_plain(folder, name) and _digest(folder / name) == known:
            (folder / name).unlink()
    kept = sorted(path for path in folder.iterdir() if path.name != MANIFEST)
    (folder / MANIFEST).unlink(missing_ok=True)
    if not kept:
        folder.rmdir()
    return kept


def as_written(folder: Path, besides: Set[str]) -> Iterator[File]:
    """Yield the files of the manifest that stand in a folder as they were written, but for some; raises OSError."""
    from roadmapc.documents.output import File

    for name, known in _listed(folder / MANIFEST):
        if name not in besides and _is_plain(folder, name) and _digest(folder / name) == known:
            yield File(name, (folder / name).read_bytes())


def is_as_written(folder: Path) -> bool:
    """Say whether each file of the manifest stands in a folder as it was written; raises OSError."""
    if atomic_writes.is_link(folder) or atomic_writes.left_over(folder):
        return False
    listed = _listed(folder / MANIFEST)
    with os.scandir(folder) as entries:
        plain = {entry.name: entry.path for entry in entries if entry.is_file(follow_symlinks=False)}
    return bool(listed) and all(name in plain and _digest(plain[name]) == known for name, known in listed)


def _known(folder: Path) -> Digests:
    """Return what the program wrote into a folder: by its manifest, and by those that killed builds left beside it."""
    found: dict[str, frozenset[str]] = {}
    for path in (folder / MANIFEST, *atomic_writes.left_over(folder)):
        for name, digest in _listed(path):
            found[name] = found.get(name, frozenset()) | {digest}
    return found


def _listed(path: Path) -> list[tuple[str, str]]:
    """Return the names and digests of a manifest; none where the file is none."""
    if atomic_writes.is_link(path):
        return []
    try:
        content = json.loads(read_regular(path, _MOST_MANIFEST))
        return [(str(file["name"]), str(file["sha256"])) for file in content["files"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _is_plain(folder: Path, name: str) -> bool:
    """Say whether a name is that of a file in the folder itself, and no link."""
    path = folder / name
    is_file = os.path.isfile(path)  # noqa: PTH113 (what stands in a manifest may be no name at all)
    return Path(name).name == name and is_file and not atomic_writes.is_link(path)


def _is_changed(new: _Ready, known: Digests) -> bool:
    """Say whether somebody else wrote what stands where a file is to be written; the manifest is nobody else's."""
    name = new.place.name
    if name == MANIFEST or not _is_plain(new.place.parent, name):
        return False
    found = _digest(new.place)
    return found not in known.get(name, ()) and found != new.digest


def _digest(path: Path | str) -> str:
    total = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (a country has 40,000 of them)
        while piece := file.read(_PIECE):
            total.update(piece)
    return total.hexdigest()


def _named_anew(path: Path, today: date) -> Path:
    """Give a file a second name that nothing has, «order.изменён-2026-11-28.docx», and return it."""
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        now = path.with_name(f"{path.stem}.{CHANGED}-{today:%Y-%m-%d}{more}{path.suffix}")
        if os.path.lexists(now):
            continue
        try:
            os.link(path, now)
        except FileExistsError:
            continue
        except OSError:  # the disk knows no second names
            path.rename(now)
        return now
    raise AssertionError  # numbers do not end


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
