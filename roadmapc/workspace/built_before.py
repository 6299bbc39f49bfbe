"""What earlier runs of `build` wrote: a roadmap of which nothing is other than it was is not built again.

A folder is as it would be built if all that its documents depend on has the digest that it had (never a time), if its
manifest is the one that was written then, and if each file of it still has its digest: what a person changed is built
anew, and told of. What is wrong with the kept file costs time, never a document.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import dependencies, forms, output_folder, source_files
from roadmapc.workspace.build_options import BuildOptions
from roadmapc.workspace.kept import LIBRARIES, Kept, digest

BUILD_LIBRARIES = (*LIBRARIES, "docx", "lxml", "jinja2", "markupsafe", "xlsxwriter", "icalendar")
"""What the bytes of a document may depend on."""
_MOST_MANIFEST = 5_000_000


class BuiltBefore:
    """The folders that were built, each with the key of what it was built of and the digest of its manifest."""

    def __init__(self, options: BuildOptions, folders: Iterable[Path], *, is_pdf: bool) -> None:
        self._options, self._is_pdf, self._searched = options, is_pdf, tuple(folders)
        self._kept = Kept("build", BUILD_LIBRARIES)

    @property
    def is_used(self) -> bool:
        """Say whether anything is kept."""
        return self._kept.is_used

    def key(self, source: Path, checked: str, form: Path | None) -> str:
        """Return the key of all that the documents of a roadmap depend on; a workbook reads its marks, too.

        `checked` is the key of what the roadmap was checked with.
        """
        if not self.is_used:
            return ""
        parts: list[bytes | str] = [self._common, checked]
        if form:  # its name stands in the manifest
            parts += (form.as_posix(), forms.bytes_of(form))
        if self._options.workbook:
            marks = marks_path(source)
            parts.append(source_files.content(marks)[0] if marks.exists() else b"")
        return digest(*parts)

    @cached_property
    def _common(self) -> str:
        """Return what tells the options and the templates of this run from any other."""
        parts = dependencies.key_parts(dependencies.of_templates(self._searched))
        return digest(repr(self._options), str(self._is_pdf), *parts)

    def is_of(self, folder: Path, key: str) -> bool:
        """Say whether a folder was built under this key when it was last built."""
        return bool(key) and self._kept.has(_name(folder), key)

    def manifests_in(self, out: Path) -> Iterator[tuple[Path, str]]:
        """Yield the folders in `out` that were built from this working folder, with the digests of their manifests."""
        for folder, name in self._names_in(out):
            if manifest := _Answer.of(self._kept.last(name)).manifest:
                yield folder, manifest

    def folders_in(self, out: Path, besides: Set[Path]) -> Iterator[tuple[Path, Path]]:
        """Yield the folders in `out` that were built from this working folder, with their sources, but for some.

        Those that are still there as they were built: another project may have built into the same place since.
        """
        for folder, name in sorted(one for one in self._names_in(out) if one[0] not in besides):
            known = _Answer.of(self._kept.last(name))
            with suppress(OSError):
                if known.source and _digest_of(folder) == known.manifest:
                    yield folder, Path(known.source)

    def _names_in(self, out: Path) -> Iterator[tuple[Path, str]]:
        """Yield the folders in `out` of which something is kept, each with the name that it is kept under."""
        place = Path(_name(out)).as_posix().rstrip("/")
        for name in self._kept:
            parent, _slash, last = name.rpartition("/")
            if parent == place:
                yield out / last, name

    def remember(self, folder: Path, key: str, source: Path, manifest: str) -> None:
        """Keep what a folder was built of; `manifest` is the digest of the manifest that was written."""
        self._kept.keep(_name(folder), key, _Answer(manifest, source.as_posix()))

    def save(self) -> None:
        """Write what was kept, if anything is new; where it cannot be written the next run takes longer."""
        self._kept.save()


class _Answer(NamedTuple):
    """What is kept of a folder: the digest of its manifest, and its source."""

    manifest: str | None
    source: str | None

    @staticmethod
    def of(kept: Any) -> _Answer:
        """Return what was kept; nothing where it has another shape."""
        is_whole = isinstance(kept, list) and len(kept) == 2 and all(isinstance(text, str) for text in kept)
        return _Answer(*kept) if is_whole else _Answer(None, None)


def is_as_built(folder: Path, manifest: str) -> bool:
    """Say whether a folder has its manifest of that digest, and all that it lists."""
    with suppress(OSError):
        return manifest == _digest_of(folder) and output_folder.is_as_written(folder)
    return False


def _name(folder: Path) -> str:
    """Return the whole name of a folder, «..» as it stands: behind a link it leads elsewhere."""
    return os.path.join(os.getcwd(), folder).replace(os.sep, "/")  # noqa: PTH109, PTH118 (a country has thousands)


def _digest_of(folder: Path) -> str:
    return hashlib.sha256(read_regular(folder / output_folder.MANIFEST, _MOST_MANIFEST)).hexdigest()
