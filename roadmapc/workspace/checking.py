"""What `check` does with the files it was given: what is known of each from an earlier run, and what must be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics import Diagnostic
from roadmapc.diagnostics.as_json import recalled, recorded
from roadmapc.source.decoding import decode
from roadmapc.workspace import dependencies, source_files
from roadmapc.workspace.cache import Cache, Record
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:  # the compiler is loaded where something has changed
    from datetime import date

    from roadmapc.checks.selection import Policy
    from roadmapc.workspace.judging import Judge


class Found(NamedTuple):
    """What was found in files: their names, all problems in order, and how many files no rule could judge."""

    names: tuple[str, ...]
    problems: list[Diagnostic]
    unread: int


@dataclass
class _File:
    """A file by itself: `key` says all that its `record` depends on.

    The record has the file's problems and a card to compare it by; it is empty until the file is judged.
    """

    name: Path
    data: bytes
    key: str
    record: Record

    @property
    def is_unread(self) -> bool:
        """Say whether its form is wrong, so that no rule has judged it."""
        return not self.record["card"] and bool(self.record["problems"])

    def problems(self, between: Sequence[Record]) -> list[Diagnostic]:
        """Return its problems, and those between it and others, in order of place."""
        records = [*self.record["problems"], *between]
        if not records:
            return []
        source, _ = decode(self.name.as_posix(), self.data)
        return sorted(recalled(records, source), key=lambda one: one.sort_key)


@dataclass(frozen=True)
class Checking:
    """The files of a run and how they are judged; without waivers all problems count."""

    files: Sequence[Path]
    stdin_filename: Path
    today: date
    policy: Policy
    no_waivers: bool
    cache: Cache

    def found(self, content: Mapping[Path, bytes]) -> Found:
        """Judge all files, some with new content, and the directories they share, and set them against each other."""
        names = [self.named(path) for path in self.files]
        folders = dict.fromkeys(name.parent for name in names if name.name != OWNERS_FILE)
        shared = [folder / OWNERS_FILE for folder in folders if source_files.shared(folder)]
        shared = [path for path in shared if path not in self.files]
        files = self._judged([self._read(path, content.get(path)) for path in [*shared, *self.files]])
        between = self._between(files)
        self.cache.save()
        problems = [problem for at, one in enumerate(files) for problem in one.problems(between.get(str(at), ()))]
        if self.no_waivers:
            problems = [problem.unwaived() for problem in problems]
        unread = sum(one.is_unread for one in files[len(shared) :])
        return Found(tuple(name.as_posix() for name in names), problems, unread)

    def named(self, path: Path) -> Path:
        """Return the name of a file in messages."""
        return self.stdin_filename if path == source_files.STDIN else path

    @cached_property
    def judge(self) -> Judge:
        """Return what judges files."""
        from roadmapc.workspace.judging import Judge

        return Judge(self.today, self.policy)

    def _read(self, path: Path, data: bytes | None) -> _File:
        """Return a file with what an earlier run has found in it alone, or with nothing found yet."""
        name = self.named(path)
        files = [*dependencies.of_source(path, name, data)]
        own = files[0]
        key = self.cache.key(repr(self.policy), *dependencies.key_parts(files))
        if own.problem:
            return _File(name, b"", key, {"card": None, "problems": recorded([own.problem])})
        assert own.data is not None  # what cannot be read at all has stopped the run
        return _File(name, own.data, key, self.cache.verdict(name.as_posix(), key, self.today.isoformat()) or {})

    def _judged(self, files: list[_File]) -> list[_File]:
        """Return the files with what is found in each alone; what is new is kept."""
        new = [one for one in files if not one.record]
        found = iter(self.judge.each([(one.name, one.data) for one in new]) if new else ())
        for one in new:
            one.record = {"key": one.key, **next(found)}
            self.cache.keep(one.name.as_posix(), one.record)
        return files

    def _between(self, files: Sequence[_File]) -> Mapping[str, Sequence[Record]]:
        """Return the problems between files, by the index of the file."""
        key = self.cache.key(self.today.isoformat(), *(one.key for one in files))
        found: dict[str, list[Record]] | None = self.cache.run(key)
        if found is None:
            found = self.judge.together((one.name, one.data, one.record["card"]) for one in files)
            self.cache.keep_run(key, found)
        return found
